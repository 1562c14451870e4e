"""A number as it is said with its noun."""

from __future__ import annotations


def count(number: int, noun: str, plural: str | None = None) -> str:
    """`1 text`, `5 texts`, `1,200 entities`."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"
