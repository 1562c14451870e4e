"""Questions about texts: which there are, what is known of each, and their very words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from tui.catalog.room import Room
from tui.corpus import Unreadable
from tui.corpus.files import id_of
from tui.model import Document, Facts, Mention, NotFound, Problem, Span

_LINES = re.compile(r":(\d{1,9})(?:-(\d{1,9}))?$")
NEAREST = 5


@dataclass(frozen=True, slots=True)
class Card:
    """A text in a list: what is known of it and its size in code points and words."""

    doc: str
    facts: Facts
    chars: int
    words: int

    @property
    def label(self) -> str:
        """How the text is called wherever it is shown: a digest is called one."""
        return label(self.doc, self.facts)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text opened for reading, the span asked for, and its names in reading order."""

    document: Document
    span: Span
    mentions: tuple[Mention, ...]

    @property
    def label(self) -> str:
        """How the text is called wherever it is shown."""
        return label(self.document.id, self.document.facts)


def label(doc: str, facts: Facts) -> str:
    """The title, or failing that the id; of a digest with "digest of" before it."""
    name = facts.title or doc
    return f"digest of {name}" if facts.status == "digest" else name


def cards(room: Room) -> Iterator[Card]:
    """Every text, by id."""
    for record in map(room.view.record, room.view.by_id()):
        yield Card(record.id, record.facts, record.chars, record.words)


def sidecar_faults(room: Room) -> Iterator[Problem]:
    """What is wrong in the sidecars of the texts that were there when the room was opened."""
    for doc in room.view.generation.with_sidecar:
        with suppress(Unreadable):  # named among the skipped
            yield from room.corpus.inspect(doc).problems


def find(room: Room, reference: str) -> str:
    """The id of the one text whose id is, or begins with, `reference`; else NotFound.

    A file may be called as the system has it, though its name is not UTF-8.
    """
    if any("\udc80" <= char <= "\udcff" for char in reference):
        reference = id_of(reference)
    if room.view.number(reference) is not None:
        return reference
    ids = sorted(map(room.view.id, room.view.everything()))
    begun = [doc for doc in ids if reference and doc.startswith(reference)]
    if len(begun) == 1:
        return begun[0]
    if begun:
        raise NotFound(f"several texts begin with {reference!r}", *_few(begun))
    raise NotFound(f"no text {reference!r}", *_nearest(reference, ids))


def open_text(room: Room, reference: str) -> Reading:
    """DOC, DOC:LINE or DOC:LINE-LINE, read from the file; the whole id is tried first."""
    doc, first, last = _parse(room, reference)
    document = room.document(doc)
    span = Span(0, len(document.text))
    if first is not None:
        count = document.line_count
        if not 1 <= first <= count or last is None or last < first:
            raise NotFound(f"{doc} has lines 1 to {count}, not {reference.rsplit(':', 1)[1]}")
        span = document.lines(first, min(last, count))
    return Reading(document, span, room.mentions(doc))


def _parse(room: Room, reference: str) -> tuple[str, int | None, int | None]:
    match = _LINES.search(reference)
    if match and room.view.number(reference) is None:
        first = int(match[1])
        return find(room, reference[: match.start()]), first, int(match[2] or first)
    return find(room, reference), None, None


def _nearest(name: str, names: list[str]) -> list[str]:
    from rapidfuzz import fuzz, process

    close = process.extract(name, names, scorer=fuzz.WRatio, limit=NEAREST, score_cutoff=50)
    return [found for found, _, _ in close]


def _few(names: list[str]) -> list[str]:
    more = len(names) - NEAREST
    return names[:NEAREST] + ([f"… and {more} more"] if more > 0 else [])
