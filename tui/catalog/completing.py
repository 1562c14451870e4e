"""How the end of a query may go on: a name after `@`, a value after `field:`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import cast

from tui.catalog.facets import asked
from tui.catalog.room import Room
from tui.query.engine import Fact
from tui.query.leaves import FACTS, MARKS, QUOTES, ZONES

MOST, MOST_NAMES = 20, 200
"""Completions that are made at most, and names of which the most frequent are chosen."""
YEAR = 4
"""Digits of a year, which is completed before the rest of a date."""
_END = re.compile(rf"(?:^|[\s({{+-])(?:@|([^\W\d_]+):)([^\s(){{}}{QUOTES}^]*)$")


@dataclass(frozen=True, slots=True)
class Completion:
    """A query with its end completed, what was put there, and what that means."""

    query: str
    text: str
    says: str = ""


def completions(room: Room, query: str) -> tuple[Completion, ...]:
    """How the name or the value at the end of `query` may go on; none if nothing is begun there."""
    found = _END.search(query)
    if found is None:
        return ()
    field, begun = (found[1] or "@").lower(), found[2]
    start = found.start(1) if found[1] else found.start(2) - 1
    values = ((text, says) for text, says in _values(room, field, begun) if text != query[start:])
    return tuple(
        Completion(query[:start] + text, text, says) for text, says in islice(values, MOST)
    )


def _values(room: Room, field: str, begun: str) -> Iterator[tuple[str, str]]:
    """The texts that may stand there, the likeliest first, each with what it means."""
    if field in ("@", "entity"):
        sign = "@" if field == "@" else "entity:"
        entities = room.registry.beginning(begun)[:MOST_NAMES]
        counts = {entity.id: room.view.counts(entity.id)[0] for entity in entities}
        for entity in sorted(entities, key=lambda entity: (-counts[entity.id], entity.id)):
            yield sign + entity.id, f"{entity.name} · {entity.type}"
        return
    for value, says in _known(room, field, begun.casefold()):
        text = asked(field, value)
        if text is not None:
            yield text, says


def _known(room: Room, field: str, begun: str) -> Iterable[tuple[str, str]]:
    """What a field may ask for that begins so, with what it means or in how many texts it is."""
    match field:
        case "type":
            known = (entity.type for entity in room.registry.entities.values())
        case "zone":
            return [(zone, "") for zone in ZONES if zone.startswith(begun)]
        case "is":
            return [(mark, "") for mark in MARKS if mark.startswith(begun)]
        case "query":
            saved = sorted(room.known.saved.items())
            return [(name, query) for name, query in saved if name.casefold().startswith(begun)]
        case "date" if len(begun) <= YEAR:
            known = (day[:YEAR] for days in room.view.values("date").values() for day in days)
        case "title":
            return ()
        case _ if field in FACTS:
            found = room.view.values(cast(Fact, field)).values()
            known = (value for values in found for value in values)
        case _:
            return ()
    counts = Counter(value for value in known if value.casefold().startswith(begun))
    shown = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(value, f"{number:,}") for value, number in shown]
