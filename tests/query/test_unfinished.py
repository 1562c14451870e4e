"""What a query asks while it is being typed."""

from __future__ import annotations

import pytest

from tests.query.tiny_engine import PEOPLE, Tiny
from tui.query.expand import Known, expand
from tui.query.matching import match
from tui.query.unfinished import parse_unfinished

ENGINE = Tiny("A joint exercise of allies.", "An exit; the date of 2014.", "The US state.")


def typed(query: str) -> tuple[list[int], tuple[str, ...]] | None:
    """The documents found so far, and the hints."""
    parsed = parse_unfinished(query)
    if parsed is None:
        return None
    found = match(expand(parsed, ENGINE, Known(PEOPLE)), ENGINE)
    return sorted(found.docs), parsed.hints


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("e", [0, 1]),
        ("ex", [0, 1]),
        ("exe", [0]),
        ("exercises", [0]),
        ("exe ", []),
        ("joint e", [0]),
        ('"joint exe', [0]),
        ("{joint (exi OR exe", [0]),
        ("US s", [2]),
        ("U", [2]),
        ("exit -d", [1]),
        ("joint NEAR/2 ex", [0]),
        ("/ex", [0, 1]),
        ("/e.[ei]", [0, 1]),
        ("/ex.t/", [1]),
        ("exit /da", [1]),
        ("(exit /d", [1]),
        ("-/exit", [0, 2]),
        (r"/x\/", []),
    ],
)
def test_the_last_word_is_also_the_start_of_one(query: str, found: list[int]) -> None:
    assert typed(query) == (found, ())


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("exit AND", "nothing after AND"),
        ("exit -", "no word here"),
        ("exit NEAR/", "expected a number from 1 to 100"),
        ("exit date:", "no value for date:"),
        ("exit zone:bod", "no zone “bod”"),
        ("exit /(e", "not a regular expression: missing ), unterminated subpattern at position 0"),
    ],
)
def test_what_cannot_be_read_yet_is_left_out_with_a_hint(query: str, hint: str) -> None:
    assert typed(query) == ([1], (hint,))


@pytest.mark.parametrize("query", ["", " ", "(", '"', "@", "date:", "-"])
def test_nothing_is_asked_yet(query: str) -> None:
    assert typed(query) is None
