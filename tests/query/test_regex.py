"""Regular expressions that are let in, and that they come to an end."""

from __future__ import annotations

from time import perf_counter

import pytest

from tui.query import regex
from tui.query.regex import beginning, compiled, fitting


@pytest.mark.parametrize(
    "pattern",
    ["colou?r(s|ed|ing)?", r"[a-z]+-\d+[a-z]?", ".*(tank|missile).*", "(ab){2,3}", "a{9}"],
)
def test_a_plain_pattern_is_let_in(pattern: str) -> None:
    assert compiled(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+",
        "(ab|c)*",
        "(a?){30}",
        r"(a)\1",
        "(?=a)",
        "a*b*c*d*",
        "[",
        "a{9999999999}",
        "x" * 101,
    ],
)
def test_what_may_run_away_is_kept_out(pattern: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        compiled(pattern)


def test_a_pattern_fits_whole_words_in_either_case() -> None:
    entries = [("s-400", 3), ("s-400s", 1), ("us-4", 1), ("^s-5", 2), ("S-6", 1)]
    assert fitting(compiled("S-[0-9]+"), entries) == ([("s-400", 3), ("^s-5", 2)], True)


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("tank.*", "tank"),
        ("S-4.0", "s-4"),
        ("Rác?z", "ra"),
        (".*a", ""),
        ("(ab|ac)d", ""),
        ("a+", ""),
    ],
)
def test_it_is_known_how_all_begins_that_a_pattern_fits(pattern: str, letters: str) -> None:
    assert beginning(pattern) == letters


def test_the_worst_pattern_on_the_worst_words_ends_soon() -> None:
    start = perf_counter()
    fitting(compiled("a*a*a*a?a?a?a?a?a?b"), [("a" * 40, 1)] * 10_000)
    assert perf_counter() - start < 2


def test_a_look_that_takes_too_long_is_cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regex, "SECONDS", -1)
    assert fitting(compiled("a"), [("a", 1)]) == ([], False)
