"""The facts of a publication as a citation words them: its title, its authors, its date."""

from __future__ import annotations

from tui.model import Facts
from tui.visible import visible

UNDATED = "[n.d.]"
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def title(doc: str, facts: Facts, marks: str = "") -> str:
    """The title between two marks, or the bare name of the file; a digest is called one."""
    named = f"{marks[:1]}{visible(facts.title)}{marks[1:]}" if facts.title else visible(doc)
    return f"digest of {named}" if facts.status == "digest" else named


def authors(names: tuple[str, ...]) -> str:
    """The authors as a sentence lists them, each with the given name first."""
    *first, last = map(_in_order, names)
    return f"{', '.join(first)} and {last}" if first else last


def _in_order(author: str) -> str:
    parts = family_and_given(author) if "," in author else None
    return visible(f"{parts[1]} {parts[0]}" if parts else author)


def date(facts: Facts) -> str:
    """The date in words; in brackets if the publication does not state it."""
    if not facts.date:
        return UNDATED
    year, month, day = date_parts(facts.date)
    named = MONTHS[month - 1] if month else ""
    said = " ".join(filter(None, [f"{day}" if day else "", named, f"{year}"]))
    return f"[{said}]" if facts.date_certainty == "inferred" else said


def date_parts(date: str) -> tuple[int, int, int]:
    """Year, month and day of a date, 0 for what it does not have."""
    year, month, day, *_ = [*map(int, date.split("-")), 0, 0]
    return year, month, day


def family_and_given(author: str) -> tuple[str, str] | None:
    """The two parts of a name in the usual order, or around a comma; None of any other name."""
    family, comma, given = map(str.strip, author.partition(","))
    if comma:
        return (family, given) if family and given else None
    words = author.split()
    if len(words) > 1 and all(word[0].isupper() for word in words):
        return words[-1], " ".join(words[:-1])
    return None
