"""A change of the registry in lines and in JSON: what is written, and which mentions it moves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.catalog.registering import Change, Shift
from tui.counts import count
from tui.editor import Draft
from tui.model import Mention

SHOWN = 20
"""Mentions shown as text unless another number is asked for."""
_SIDE = 60
"""Code points shown on either side of a mention."""


def draft_lines(draft: Draft) -> Iterator[str]:
    """The lines that an edit makes or changes, as they will be."""
    for at, line in enumerate(draft.lines, draft.line):
        yield f"{draft.name}:{at}: {line}"


def shift_lines(shifts: Sequence[Shift], limit: int | None = None) -> Iterator[str]:
    """Mentions that change, each in its sentence between brackets."""
    shown = shifts[: SHOWN if limit is None else limit]
    for shift in shown:
        place = shift.place
        start, end = place.inner
        before = _squeezed(
            "…" if start > _SIDE else "", place.sentence[max(0, start - _SIDE) : start]
        )
        rest = place.sentence[end : end + _SIDE]
        after = _squeezed("", rest) + ("…" if len(place.sentence) > end + _SIDE else "")
        meant = " → ".join(_meant(m) for m in (shift.before, shift.after) if m)
        yield f"{shift.kind:<6}  {place.doc}:{place.line}:{place.column}  {meant}"
        yield f"  {before}[{_squeezed('', place.text)}]{after}"
    if len(shifts) > len(shown):
        yield f"… and {len(shifts) - len(shown)} more; --limit N shows N"


def change_said(change: Change) -> str:
    """What changes, in numbers, and what may change beside that."""
    more = f"; {count(change.more, 'more text')} may hold the name" if change.more else ""
    return change.said + more


def draft_object(draft: Draft, written: bool) -> dict[str, object]:
    """An edit under its JSON keys."""
    return {
        "schema": 1,
        "file": draft.name,
        "line": draft.line,
        "added": draft.added.decode(),
        "written": written,
    }


def change_rows(change: Change) -> dict[str, object]:
    """A change under its JSON keys, with all its mentions."""
    return {
        "gained": change.count("gained"),
        "lost": change.count("lost"),
        "moved": change.count("moved"),
        "texts": change.texts,
        "texts_not_read": change.more,
        "mentions": [_row(shift) for shift in change.shifts],
    }


def _row(shift: Shift) -> dict[str, object]:
    place, after, before = shift.place, shift.after, shift.before
    return {
        "change": shift.kind,
        "doc": place.doc,
        "start": place.span.start,
        "end": place.span.end,
        "text": place.text,
        "entity": after.entity if after else None,
        "candidates": list(after.candidates) if after else [],
        "was": before.entity if before else None,
        "was_candidates": list(before.candidates) if before else [],
        "line": place.line,
        "column": place.column,
        "sentence": place.sentence,
    }


def _meant(mention: Mention) -> str:
    ids = (mention.entity,) if mention.entity else mention.candidates
    return ("? " if mention.entity is None else "") + " or ".join(f"@{id}" for id in ids)


def _squeezed(ahead: str, text: str) -> str:
    """`text` on one line, a space kept at either end."""
    inner = " ".join(text.split())
    if not inner:
        return ahead + (" " if text else "")
    return ahead + " " * text[0].isspace() + inner + " " * text[-1].isspace()
