"""Searching by lines: how many texts answer, the first of them, the rest when asked."""

from __future__ import annotations

from dataclasses import replace

from tui.catalog import details, documents, searching
from tui.catalog.details import Found
from tui.catalog.room import Room
from tui.counts import count
from tui.model import NotFound, Passage, Refused, Span
from tui.plain.standing import Reply, Standing, Trail, listed

MOST = 50
"""Texts that are listed and gone through at most."""


def search(room: Room, standing: Standing, query: str) -> Reply:
    """The texts that answer a query, best first; `open` and `next` go on from there."""
    if not query:
        raise Refused("search for what?")
    answer = searching.search(room, query, limit=MOST)
    if not answer.total:
        raise NotFound("nothing found", *searching.helping(room, answer))
    found = list(details.details(room, answer, answer.hits))
    passages = [Passage(hit.doc, span) for hit in found for span in hit.spans]
    results = tuple(Passage(hit.doc, hit.spans[0] if hit.spans else Span(0, 0)) for hit in found)
    least = "" if answer.exact else "at least "
    head = f"{least}{count(answer.total, 'text')}, {count(answer.mentions_total, 'hit')}"
    cut = f"; the best {len(found)} are listed" if len(found) < answer.total else ""
    lines = [_result(number, len(found), hit) for number, hit in enumerate(found, 1)]
    trail = Trail(query, "hit", passages) if passages else None
    return listed(
        replace(standing, trail=trail, results=results), lines, *answer.hints, f"{head}{cut}"
    )


def more(room: Room, standing: Standing, what: str) -> Reply:
    """More of the list that was begun."""
    del room, what
    if not standing.rest:
        raise NotFound("nothing more")
    return listed(standing, standing.rest)


def texts(room: Room, standing: Standing, what: str) -> Reply:
    """All texts, or those that answer a query; `open N` opens one."""
    wanted = searching.texts(room, what) if what else None
    cards = [card for card in documents.cards(room) if wanted is None or card.doc in wanted]
    if not cards:
        raise NotFound("no texts")
    lines = [
        f"text {number} of {len(cards)}: {card.label}, {card.facts.date or 'undated'}, "
        f"{count(card.words, 'word')}"
        for number, card in enumerate(cards, 1)
    ]
    results = tuple(Passage(card.doc, Span(0, 0)) for card in cards)
    return listed(replace(standing, results=results), lines)


def _result(number: int, total: int, hit: Found) -> str:
    said = f"result {number} of {total}: {hit.label}, {hit.date or 'undated'}"
    if hit.spans:
        said += f", {count(len(hit.spans), 'hit')}"
    if hit.snippet is not None:
        said += f"; line {hit.snippet.line}: {' '.join(hit.snippet.text.split())}"
    return said
