"""What the texts that answer a query have in common: facets, each value with its count.

The counts come from columns and postings; no text is read. A facet's value is also a piece of query
text that narrows a query to it, or without it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from tui.catalog.room import Room
from tui.model import Span, ZoneKind
from tui.query.matching import Matches, match
from tui.query.tree import And, Or, Zone
from tui.query.unfinished import parse_unfinished

Kind = Literal["document", "source", "date", "type", "entity", "language", "zone"]
KINDS: tuple[Kind, ...] = get_args(Kind)
SECONDS = 0.1
"""How long each zone is looked into."""

_BARE = re.compile(r"[\w.\-/]+")
_QUOTES = re.compile('["“”„‟＂«»]')


@dataclass(frozen=True, slots=True)
class Facet:
    """A value, and how many texts that answer have it; of a document, how many of its spans.

    `value` is None for what is not known, `query` is None for what a query cannot name. If not
    `exact` there are so many at least.
    """

    value: str | None
    count: int
    query: str | None
    name: str | None = None
    exact: bool = True


def facets(room: Room, matches: Matches) -> dict[Kind, tuple[Facet, ...]]:
    """The facets of what was matched, of each kind the most frequent values first."""
    names = room.view.shares("names", matches.docs)
    found: dict[Kind, Iterable[Facet]] = {
        "document": _documents(room, matches),
        "source": _values(room, matches, "source"),
        "date": _years(room, matches),
        "type": _types(names),
        "entity": _entities(room, names),
        "language": _values(room, matches, "lang"),
        "zone": _zones(room, matches, names),
    }
    return {
        kind: tuple(sorted(each, key=lambda facet: (-facet.count, facet.value or "")))
        for kind, each in found.items()
    }


def narrowing(facet: Facet, *, without: bool = False) -> str | None:
    """The query text that chooses the texts of a facet's value, or those without, lighting nothing.

    None for what a query cannot name.
    """
    if facet.query is None:
        return None
    if without:
        return f"-{facet.query}"
    is_lit = facet.query.startswith(("@", "type:"))
    return f"--{facet.query}" if is_lit else facet.query


def narrowed(query: str, narrowings: Sequence[str], *, unfinished: bool = False) -> str:
    """`query` with narrowings before it; `unfinished`: a bracket may be left open at its end."""
    if not query.strip() or not narrowings:
        return " ".join([*narrowings, query.strip()]).strip() if narrowings else query
    parsed = parse_unfinished(query)
    if parsed is not None and isinstance(parsed.tree, Or):
        query = f"({query}" if unfinished else f"({query})"
    return " ".join([*narrowings, query])


def _documents(room: Room, matches: Matches) -> Iterator[Facet]:
    ids, titles = room.view.values("doc"), room.view.values("title")
    for doc in matches.docs:
        (id_,) = ids[doc]
        title = next(iter(titles.get(doc, ())), None)
        yield Facet(id_, matches.frequencies.get(doc, 0), asked("doc", id_), title)


def _values(room: Room, matches: Matches, fact: Literal["source", "lang"]) -> Iterator[Facet]:
    known = room.view.values(fact)
    counts: Counter[str | None] = Counter()
    for doc in matches.docs:
        counts.update(known.get(doc) or (None,))
    for value, count in counts.items():
        yield Facet(value, count, f"{fact}:none" if value is None else asked(fact, value))


def _years(room: Room, matches: Matches) -> Iterator[Facet]:
    dates = room.view.dates
    for year, count in Counter(dates[doc] // 10_000 for doc in matches.docs).items():
        yield Facet(str(year) if year else None, count, f"date:{year or 'none'}")


def _types(names: Mapping[str, int]) -> Iterator[Facet]:
    for term, count in names.items():
        if term.startswith(":"):
            yield Facet(term[1:], count, f"type:{term[1:]}")


def _entities(room: Room, names: Mapping[str, int]) -> Iterator[Facet]:
    for id_, entity in room.registry.entities.items():
        if id_ in names:
            yield Facet(id_, names[id_], f"@{id_}", entity.name)


def _zones(room: Room, matches: Matches, names: Mapping[str, int]) -> Iterator[Facet]:
    """The texts that still answer when only what lies in such a zone counts."""
    kinds: tuple[ZoneKind, ...] = get_args(ZoneKind)
    for kind in kinds:
        if f"#{kind}" in names:
            tree = And(Span(0, 0), (matches.tree, Zone(Span(0, 0), kind)))
            found = match(tree, room.view, seconds=SECONDS)
            if found.docs:
                yield Facet(kind, len(found.docs), f"zone:{kind}", exact=found.is_complete)


def asked(field: str, value: str) -> str | None:
    """The query text that asks for a value; None if it holds quotation marks."""
    if _BARE.fullmatch(value):
        return f"{field}:{value}"
    return None if _QUOTES.search(value) else f'{field}:"{value}"'


Facets = Mapping[Kind, tuple[Facet, ...]]
