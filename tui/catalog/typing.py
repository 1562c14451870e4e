"""Answers while a query is being typed: quick, newest first; ranked once the reader pauses.

Nothing is read but what the index says of whole texts. What must be read by position, such as a
phrase, is looked for in the newest texts, as long as there is time; the answer says if there may be
more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import islice

from tui.catalog.room import Room
from tui.catalog.searching import Answer, Hit, Sort, answered, matched, newest
from tui.model import QueryError, Span
from tui.query.expand import expand
from tui.query.matching import Matches, match
from tui.query.parse import Parsed, parse
from tui.query.tree import Or, Tree
from tui.query.unfinished import closing, parse_unfinished

SECONDS, PAUSED_SECONDS = 0.012, 0.25
"""How long is looked for what must be read by position: while typing, and after a pause."""
OFTEN = 10
"""Of what is in every tenth text the newest are soon found among all."""
MOST_NAMES = 50
"""Entities that a name which is only begun may mean."""
BEGUN = "the last word as the beginning of others"
"""Said where a query finds nothing as it stands."""


def typed(room: Room, query: str, *, limit: int = 200) -> Answer:
    """The newest texts that answer a query as far as it is typed; never raises.

    Its last word may be only begun, its last quotation mark or bracket still open. What cannot be
    understood even so is said in `hints`.
    """
    parsed, tree = _understood(room, query)
    matches = match(tree, room.view, limit, SECONDS)
    docs = _newest(room, matches.docs, min(limit, len(matches.docs)))
    return Answer(parsed, matches, "date", tuple(Hit(room.view.id(doc), doc) for doc in docs))


def _newest(room: Room, docs: frozenset[int], number: int) -> Iterator[int]:
    if len(docs) * OFTEN > len(room.view.newest):
        return islice(filter(docs.__contains__, room.view.newest), number)
    return newest(room, sorted(docs, reverse=True), number)


def ranked(room: Room, answer: Answer, *, limit: int = 200, sort: Sort = "score") -> Answer:
    """What the query finds as it stands, in order; if nothing, what it may be the beginning of."""
    finished = _finished(room, answer.query)
    if finished is not None and finished[1].docs:
        return answered(room, *finished, limit, sort)
    parsed, matches = answer.parsed, answer.matches
    if not matches.is_complete:
        matches = match(matches.tree, room.view, seconds=PAUSED_SECONDS)
    if finished is not None and matches.docs:
        parsed = replace(parsed, hints=(*parsed.hints, BEGUN))
    return answered(room, parsed, matches, limit, sort)


def _finished(room: Room, query: str) -> tuple[Parsed, Matches] | None:
    """What a query finds as it stands, what is open closed; None if it is not understood."""
    try:
        parsed = replace(parse(query + closing(query)), query=query)
        return parsed, matched(room, parsed, PAUSED_SECONDS)
    except QueryError:
        return None


def _understood(room: Room, query: str) -> tuple[Parsed, Tree]:
    """As much of a query as can be read, from its beginning, and what it comes to."""
    hints: tuple[str, ...] = ()
    readable = query
    while (parsed := parse_unfinished(readable, partial(_names, room))) is not None:
        hints = hints or parsed.hints
        try:
            tree = expand(parsed, room.view, room.known, is_unfinished=True)
            return Parsed(query, parsed.tree, hints), tree
        except QueryError as error:
            hints = (error.message, *hints)
            readable = readable[: error.span.start]
    return Parsed(query, Or(Span(0, 0), ()), hints), Or(Span(0, 0), ())


def _names(room: Room, begun: str) -> list[str]:
    """The entities that a name may mean once it is finished; none if it means one as it is."""
    if len(room.registry.resolve(begun)) == 1:
        return []
    return [entity.id for entity in room.registry.beginning(begun)[:MOST_NAMES]]
