"""A number as it is said with its noun, and as somebody types it."""

from __future__ import annotations

MOST = 999_999_999
"""No count of anything is larger."""


def count(number: int, noun: str, plural: str | None = None) -> str:
    """`1 text`, `5 texts`, `1,200 entities`."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def number(digits: str) -> int:
    """What is typed in digits, `MOST` at most; Python itself refuses more than 4,300 of them."""
    return min(MOST, int(digits[:20]))
