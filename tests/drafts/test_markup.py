"""What in a draft is no prose."""

import pytest

from tui.drafts import prose_of


@pytest.mark.parametrize(
    ("draft", "prose"),
    [
        ("a `code 12` b", "a           b"),
        ("```\ncode\n```\nb", "   \n    \n   \nb"),
        ("[a](https://x.example/1) b", "[a]" + " " * 21 + " b"),
        ("so **it** is", "so   it   is"),
        ("one\ntwo", "one two"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("# one\ntwo", "# one two"),
        ("one\n# two", "one\n# two"),
        ("one\n- two", "one\n- two"),
        ("a [^1] b [@k, para. 7] c", "a      b" + " " * 15 + "c"),
        ("1. one", "   one"),
        ("1990 was it", "1990 was it"),
        ("---\ndate: 2\ntitle: T\n---\na", " " * 3 + "\n" + " " * 7 + "\n       T\n   \na"),
    ],
)
def test_markup_is_blank_and_lines_are_joined(draft: str, prose: str) -> None:
    assert prose_of(draft) == prose
    assert len(prose) == len(draft)


def test_a_citation_in_a_footnote_is_no_word_of_the_draft() -> None:
    trace = f'(a.txt#char=0,3 "|One|; sha256 {"0" * 64}")'
    note = f"[^a-2024]: Ada Sample, “Talks”, [2024], [para. 1, line 1]{trace}."
    assert prose_of(f"One.[^a-2024]\n\n{note}\n\nTwo.\n").split() == ["One.", '").', "Two."]
