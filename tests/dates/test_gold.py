"""Dates against a gold list with look-alikes, made by hand before the code.

The list is of the originals and of four corpora, whose folder READROOM_CORPORA names.
"""

from functools import lru_cache
from pathlib import Path

import pytest

from tests.gold.halves import Row, rows, text_of, touches
from tui.dates import Dated, dates

PUBLISHED = {"001_3da96dafe1b7c8b3.txt": "2014", "004_2ae4bf716034b2c9.txt": "2021-12"}
"""What the gold list counts from in the two originals that carry no date."""

pytestmark = [
    pytest.mark.parametrize("half", ["dev", "held", "dev2", "held2"]),
    pytest.mark.parametrize("corpora", ["originals", "corpora"]),
]


@lru_cache(maxsize=512)
def dates_of(path: Path) -> list[Dated]:
    return dates(text_of(path), PUBLISHED.get(path.name))


def at(row: Row, path: Path) -> list[Dated]:
    """The dates that touch the span of a row."""
    return [d for d in dates_of(path) if touches(row, d.span)]


def test_dates_agree_with_the_gold_list(
    half: str, corpora: str, request: pytest.FixtureRequest
) -> None:
    gold = rows("dates", half, corpora, request)
    missed = [
        row for row, path in gold if not any(row["value"] in ("", d.value) for d in at(row, path))
    ]
    assert len(missed) <= 0.05 * len(gold), missed


def test_no_trap_is_taken(half: str, corpora: str, request: pytest.FixtureRequest) -> None:
    gold = rows("date_traps", half, corpora, request)
    assert [(row, at(row, path)) for row, path in gold if at(row, path)] == []
