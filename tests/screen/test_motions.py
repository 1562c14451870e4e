"""From place to place in a text, and what is selected on the way."""

import pytest

from tui.screen import motions, selection
from tui.screen.labels import LETTERS, labels, narrowed
from tui.screen.selection import Selection

TEXT = """\
Mr. Xi met Mr. Putin in May 2014. They signed the gas deal: “It isn’t small,” he said.

The S-400 sale followed. It was Moscow's first.
"""


def selected(start: str, *steps: str) -> str:
    """What is selected after some steps from a word on: w, W back, s, p, o for the other end."""
    at = TEXT.index(start)
    now = Selection(at, at + len(start))
    for step in steps:
        match step:
            case "w" | "W":
                now = now.by_word(TEXT, 1 if step == "w" else -1)
            case "s":
                now = selection.sentences(now, TEXT)
            case "p":
                now = selection.paragraphs(now, TEXT)
            case "o":
                now = now.turned()
            case "q":
                now = now.ahead(motions.quotation_end(TEXT, now.span.end) or now.moving)
    return TEXT[slice(*now.span)]


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ("", "signed"),
        ("w", "signed the"),
        ("ww", "signed the gas"),
        ("wwW", "signed the"),
        ("oW", "They signed"),
        ("oWw", "signed"),
        ("s", "They signed the gas deal: “It isn’t small,” he said."),
        ("ss", "They signed the gas deal: “It isn’t small,” he said.\n\nThe S-400 sale followed."),
        ("os", "They signed the gas deal: “It isn’t small,” he said."),
        ("oss", TEXT.splitlines()[0]),
        ("p", TEXT.splitlines()[0]),
        ("pp", TEXT.strip()),
        ("q", "signed the gas deal: “It isn’t small,”"),
    ],
)
def test_a_selection_grows_by_words_sentences_and_paragraphs(steps: str, words: str) -> None:
    assert selected("signed", *steps) == words


def test_a_word_may_hold_an_apostrophe_or_a_dash() -> None:
    assert selected("S-400", "w", "o", "W") == "The S-400 sale"
    assert selected("was", "w") == "was Moscow's"


def test_a_letter_goes_with_its_accent() -> None:
    text = "e\u0301te\u0301"
    one = Selection(0, 2).by_character(text, 1)
    assert one.span == (0, 3)
    assert one.by_character(text, 1).span == (0, 5)
    assert one.by_character(text, -1).by_character(text, -1).span == (0, 0)


def test_sentences_are_gone_through_across_paragraphs() -> None:
    at, seen = -1, []
    while (found := motions.sentence_from(TEXT, at + 1)) is not None:
        seen.append(TEXT[slice(*found)][:12])
        at = found.start
    assert seen == ["Mr. Xi met M", "They signed ", "The S-400 sa", "It was Mosco"]
    back = motions.sentence_before(TEXT, TEXT.index("The S-400"))
    assert back is not None
    assert TEXT[slice(*back)].startswith("They signed")


def test_the_mark_that_closes_a_quotation_is_the_other_of_its_pair() -> None:
    text = 'He said "yes" and "no".\n« Сила Сибири »'
    ends = [motions.quotation_end(text, at) for at in (0, 10, 14, 25)]
    assert [text[: end or 0][-4:] for end in ends] == ['yes"', 'yes"', '"no"', "ри »"]


def test_labels_are_short_and_none_begins_another() -> None:
    assert labels(5) == list(LETTERS[:5])
    many = labels(200)
    assert len(set(many)) == 200
    assert max(map(len, many)) == 2
    assert not [a for a in many for b in many if a != b and b.startswith(a)]
    assert narrowed({3: "a", 9: "ba", 12: "bs"}, "b") == {9: "a", 12: "s"}


def test_quotations_are_gone_through_across_paragraphs() -> None:
    text = '“One,” he said. “Two.\n\nNo end” here.\n\n«Три», she said, "four".'
    at, seen = -1, []
    while (found := motions.quotation_from(text, at + 1)) is not None:
        seen.append(text[slice(*found)])
        at = found.start
    assert seen == ["“One,”", "“Two.\n\nNo end”", "«Три»", '"four"']
    back = motions.quotation_before(text, text.index("«"))
    assert back is not None
    assert text[slice(*back)].startswith("“Two")
