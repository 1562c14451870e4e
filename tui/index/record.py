"""What the index keeps of a document beside its terms, as bytes and back: compact JSON.

A record's first line holds what documents are chosen by, so that a question about the facts of all
of them reads no more than that.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from types import MappingProxyType
from typing import Any, get_args

from tui.model import Document, Facts, Mention, MentionKind, Span, Zone
from tui.query.engine import Fact, Record

KINDS: tuple[MentionKind, ...] = get_args(MentionKind)
CHOICES: tuple[Fact, ...] = ("doc", "title", "author", "source", "date", "lang")
"""The facts of a record's first line, in their order."""


def pack_record(document: Document, words: int) -> bytes:
    """The record of a document of so many words."""
    facts = document.facts
    chosen = [
        document.id,
        facts.title,
        facts.authors,
        facts.source,
        facts.date,
        facts.languages,
    ]
    rest = [
        [facts.date_certainty, facts.url, facts.status, facts.rights, dict(facts.origins)],
        [document.sha256, len(document.text), words, document.encoding],
        [[zone.kind, zone.span.end] for zone in document.zones],
    ]
    return as_json(chosen) + b"\n" + as_json(rest)


def unpack_record(data: bytes) -> Record:
    """The record that `pack_record` packed."""
    doc, title, authors, source, date, languages = choices(data)
    (certainty, url, status, rights, origins), (sha256, chars, words, _), zones = json.loads(
        data[data.index(b"\n") :]
    )
    facts = Facts(
        title,
        tuple(authors),
        source,
        date,
        certainty,
        url,
        tuple(languages),
        status,
        rights,
        MappingProxyType(origins),
    )
    return Record(doc, facts, sha256, chars, words, _zones(zones))


def choices(data: bytes) -> list[Any]:
    """What a record says of each of `CHOICES`: a text, a list of texts or None."""
    found: list[Any] = json.loads(data[: data.index(b"\n")])
    return found


def _zones(ends: list[tuple[Any, int]]) -> tuple[Zone, ...]:
    """Zones from their kinds and ends: each begins where the one before ends."""
    zones, start = [], 0
    for kind, end in ends:
        zones.append(Zone(kind, Span(start, end)))
        start = end
    return tuple(zones)


def pack_mentions(mentions: Iterable[Mention]) -> bytes:
    """Mentions in reading order; what is said more than once is kept in a table."""
    meant: dict[tuple[str | None, ...], int] = {}
    aliases: dict[str, int] = {}
    row, at = [], 0
    for mention in mentions:
        row += [
            mention.span.start - at,
            mention.span.end - mention.span.start,
            meant.setdefault((mention.entity, *mention.candidates), len(meant)),
            KINDS.index(mention.kind),
            aliases.setdefault(mention.alias, len(aliases)),
        ]
        at = mention.span.start
    return as_json([list(meant), list(aliases), row]) if row else b""


def unpack_mentions(data: bytes) -> list[Mention]:
    """The mentions that `pack_mentions` packed."""
    if not data:
        return []
    meant, aliases, row = json.loads(data)
    mentions, at = [], 0
    for ahead, length, who, kind, alias in zip(*[iter(row)] * 5, strict=True):
        at += ahead
        entity, *candidates = meant[who]
        mentions.append(
            Mention(entity, Span(at, at + length), KINDS[kind], aliases[alias], tuple(candidates))
        )
    return mentions


def day(date: str | None) -> int:
    """A date as YYYYMMDD, with 0 for what is not known: 20210300 is March 2021."""
    year, month, dayed = [*map(int, date.split("-")), 0, 0][:3] if date else (0, 0, 0)
    return year * 10_000 + month * 100 + dayed


def as_json(value: Any) -> bytes:
    """A value as compact JSON."""
    return json.dumps(value, separators=(",", ":")).encode("ascii")
