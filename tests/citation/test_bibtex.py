"""An entry of BibTeX is one entry with its own fields, whatever stands in a text's facts."""

from __future__ import annotations

import re

import pytest

from tui.citation import cite, render
from tui.model import Document, Facts, Span, Zone

TEXT = "Moscow signed in June, and } that was it {.\n"
HARM = ("x}, note = {owned", "a { b", "} {", "{{}", "\\}", "%}", "{A_B}", "a } and { b", '"}"#{')


def entry(facts: Facts) -> str:
    document = Document("a.txt", TEXT, facts, (Zone("body", Span(0, len(TEXT))),), "0" * 64)
    return render(cite(document, Span(0, 21), nd=True), "bibtex")


def fields(entry: str) -> dict[str, str]:
    """The fields as BibTeX reads them: to the brace that closes each, with a backslash or not."""
    kind, _, rest = entry.partition("{")
    assert re.fullmatch("@[a-z]+", kind)
    found, at = dict[str, str](), rest.index(",") + 1
    while field := re.match(r"\s*([a-z]+) = (?:\{|([a-z0-9]+),)", rest[at:]):
        at += field.end()
        depth, start = int(field[2] is None), at
        while depth:
            depth += {"{": 1, "}": -1}.get(rest[at], 0)
            at += 1
        found[field[1]] = field[2] or rest[start : at - 1]
        at += rest[at : at + 1] == ","
    assert rest[at:].strip() == "}"
    return found


@pytest.mark.parametrize("harm", HARM)
def test_no_fact_ends_its_field(harm: str) -> None:
    facts = Facts(title=harm, authors=(harm, "Ann Lee"), source=harm, url=harm, date="2014")
    found = fields(entry(facts))
    assert list(found) == ["author", "title", "journal", "year", "url", "readroom"]
    assert found["year"] == "2014"


@pytest.mark.parametrize(
    "author", ["Smith and Sons", "Smith and Sons, Ltd", "Smith AND Sons", "Lee, and", "and"]
)
def test_an_author_called_and_is_one_author(author: str) -> None:
    found = fields(entry(Facts(authors=(author, "Ann Lee"))))
    assert found["author"] == f"{{{author}}} and Lee, Ann"
