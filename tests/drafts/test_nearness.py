"""What stands near a place of a text, and how much two places have in common."""

from tui.drafts import Nearness
from tui.drafts.nearness import kinship
from tui.model import Mention, Span
from tui.words import words

TEXT = (
    "Tarn built 40 ships; Holm built 50.\n\nTarn sold none. The price was 7 crowns.\n\nHolm rests."
)


def near(number: str) -> dict[str, float]:
    """What is near a number of the text."""
    mentions = [
        Mention(name.lower(), Span(at, at + 4), "name", name)
        for at in range(len(TEXT))
        if (name := TEXT[at : at + 4]) in ("Tarn", "Holm")
    ]
    nearness = Nearness(TEXT, words(TEXT), mentions)
    at = TEXT.index(number)
    return nearness.near(Span(at, at + len(number)))


def test_the_own_clause_tells_most() -> None:
    assert near("40")["@tarn"] > 2 * near("40")["@holm"]
    assert near("50")["@holm"] > 2 * near("50")["@tarn"]


def test_a_sentence_without_names_looks_further() -> None:
    assert near("7")["@tarn"] > near("7")["@holm"] > 0


def test_kinship_is_of_what_both_have_and_forms_of_a_word_are_one() -> None:
    def one(feature: str) -> float:
        return 1.0

    assert kinship({"contract": 1.0}, {"contracts": 0.5}, one) == 0.5
    assert kinship({"contract": 1.0}, {"@tarn": 1.0}, one) == 0.0
    assert kinship({"@tarn": 1.0}, {"@tarn": 1.0}, one) > 1.0
