"""Who is named in which sentence of a text, and how the text writes it."""

import re

from tui.company import company, surfaces
from tui.model import Mention, Span

TEXT = "Ann met Bob. Cem saw Ann.\nBob left.\nNobody stayed.\nDee. And dee."


def _named(text: str) -> list[Mention]:
    return [
        Mention(m[0].lower(), Span(*m.span()), "name", m[0])
        for m in re.finditer("Ann|Bob|Cem|Dee", text)
    ]


def test_a_row_is_a_sentence_that_names_somebody_with_its_paragraph() -> None:
    found = company(TEXT, _named(TEXT))
    assert [(row[0], [found.ids[at] for at in row[1:]]) for row in found.rows] == [
        (0, ["ann", "bob"]),
        (0, ["ann", "cem"]),
        (1, ["bob"]),
        (3, ["dee"]),
    ]


def test_a_paragraph_is_all_of_its_sentences() -> None:
    found = company(TEXT, _named(TEXT))
    named = [{found.ids[at] for at in places} for places in found.paragraphs()]
    assert named == [{"ann", "bob", "cem"}, {"bob"}, {"dee"}]


def test_a_name_in_doubt_is_nobodys() -> None:
    doubtful = Mention(None, Span(8, 11), "ambiguous", "Bob", ("bob", "cem"))
    assert company(TEXT, [doubtful]).ids == []
    assert surfaces(TEXT, [doubtful]) == {}


def test_two_ways_to_write_a_name_are_two_surfaces_whatever_the_white_space() -> None:
    text = "Ann  Ott\nand Ann Ott, or Ann"
    spans = [Span(0, 8), Span(13, 20), Span(25, 28)]
    kinds = ("name", "name", "alias")
    mentions = [Mention("ann", s, k, "Ann") for s, k in zip(spans, kinds, strict=True)]  # type: ignore[arg-type]  # both are kinds
    assert surfaces(text, mentions) == {"ann": [("Ann Ott", "name", 2), ("Ann", "alias", 1)]}
