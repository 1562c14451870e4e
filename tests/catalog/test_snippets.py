"""The passage that stands for a text."""

from tests.query.tiny_engine import document
from tui.catalog.snippets import LONGEST, best_snippet
from tui.model import Span, Zone


def words_in(text: str, *words: str) -> list[Span]:
    """Where each of some words stands in a text, ascending."""
    found = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            found.append(Span(at, at + len(word)))
            at = text.find(word, at + 1)
    return sorted(found)


def snippet(text: str, *words: str, zones: tuple[Zone, ...] = ()) -> tuple[int, str, list[str]]:
    """Line, text and lit words of the best passage."""
    found = best_snippet(document(text, zones=zones), words_in(text, *words))
    assert found is not None
    return found.line, found.text, [found.text[slice(*span)] for span in found.spans]


def test_it_is_a_whole_sentence_with_its_line() -> None:
    text = "One thing first.\n\nThen Mr. Lee sold it. Nobody asked."

    assert snippet(text, "sold") == (3, "Then Mr. Lee sold it.", ["sold"])


def test_different_words_are_better_than_one_word_often() -> None:
    text = "A sale is a sale is a sale. The sale was signed. A sale."

    assert snippet(text, "sale", "signed")[1] == "The sale was signed."


def test_forms_of_a_word_are_one_word() -> None:
    text = "Exercises, exercised. A joint exercise. More."

    assert snippet(text, "Exercises", "exercised", "exercise", "joint")[1] == "A joint exercise."


def test_the_body_is_better_than_what_surrounds_it() -> None:
    text = "Sale, sale, sale!\n\nThe sale was quiet."
    zones = (Zone("related", Span(0, 19)), Zone("body", Span(19, len(text))))

    assert snippet(text, "sale", zones=zones)[1] == "The sale was quiet."


def test_a_long_sentence_is_cut_between_words_around_what_is_lit() -> None:
    text = "before " * 80 + "here it is " + "after " * 80 + "."
    line, shown, lit = snippet(text, "here")

    assert (line, lit) == (1, ["here"])
    assert len(shown) <= LONGEST
    assert set(shown.split()) == {"before", "here", "it", "is", "after"}


def test_nothing_lit_has_no_snippet() -> None:
    assert best_snippet(document("Nothing."), []) is None
