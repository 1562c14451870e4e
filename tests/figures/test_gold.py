"""Figures against a gold list with look-alikes, made by hand before the code.

The list is of the originals and of four corpora, whose folder READROOM_CORPORA names.
"""

from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import pytest

from tests.gold.halves import Row, rows, text_of, touches
from tui.figures import Figure, figures

pytestmark = [
    pytest.mark.parametrize("half", ["dev", "held", "dev2", "held2"]),
    pytest.mark.parametrize("corpora", ["originals", "corpora"]),
]


@lru_cache(maxsize=512)
def figures_of(path: Path) -> list[Figure]:
    return figures(text_of(path))


def at(row: Row, path: Path) -> list[Figure]:
    """The figures that touch the span of a row."""
    return [f for f in figures_of(path) if touches(row, f.span)]


def agrees(row: Row, f: Figure) -> bool:
    """Whether kind, amount and unit are those of the list, where a count's unit is its noun."""
    low, high = (Decimal(row[end]) if row[end] else None for end in ("low", "high"))
    is_unit = row["kind"] == "count" or f.unit == row["unit"]
    return (f.kind, f.low, f.high) == (row["kind"], low, high) and is_unit


def test_figures_agree_with_the_gold_list(
    half: str, corpora: str, request: pytest.FixtureRequest
) -> None:
    gold = rows("figures", half, corpora, request)
    missed = [row for row, path in gold if not any(agrees(row, f) for f in at(row, path))]
    assert len(missed) <= 0.05 * len(gold), missed


def test_no_trap_is_taken(half: str, corpora: str, request: pytest.FixtureRequest) -> None:
    gold = rows("figure_traps", half, corpora, request)
    assert [(row, at(row, path)) for row, path in gold if at(row, path)] == []
