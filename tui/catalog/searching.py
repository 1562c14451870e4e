"""Questions in the query language: the texts that answer, and in which words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from tui.catalog.documents import label
from tui.catalog.room import Room
from tui.index.entry import entry
from tui.index.record import unpack_record
from tui.model import Document, QueryError, Span
from tui.prose import paragraphs, sentences
from tui.query.engine import Extent
from tui.query.expand import expand
from tui.query.matching import Matches, Reading, match
from tui.query.meaning import answer
from tui.query.parse import parse
from tui.query.plain import Plain
from tui.query.tree import Tree, words_of
from tui.words import Words, words

Sort = Literal["score", "date", "path"]
SORTS: tuple[Sort, ...] = get_args(Sort)
_QUOTES = re.compile('["“”„«»]')
_LAST_WORD = re.compile(r"(?:^|[\s(])-?([^\W_]{2,})\)*$")
SNIPPET = 300
"""Code points of a snippet at most; a longer sentence is cut between words."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage that stands for a hit: its first line, its text, and what of it is lit."""

    line: int
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A text that answers, ready to show; line and column are those of its first span."""

    doc: str
    label: str
    title: str | None
    date: str | None
    score: float
    spans: tuple[Span, ...]
    line: int | None
    column: int | None
    snippet: Snippet | None
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query finds: `total` texts, `mentions_total` spans, and the first of the hits."""

    query: str
    total: int
    mentions_total: int
    hits: tuple[Found, ...]
    hints: tuple[str, ...] = ()


def search(room: Room, query: str, *, limit: int | None = 20, sort: Sort = "score") -> Answer:
    """The texts that answer a query, and every span of theirs that does; raises QueryError."""
    parsed = parse(query)
    tree = expand(parsed, room.view, room.known)
    matches = match(tree, room.view)
    in_order = _ordered(room, matches, sort)
    hits = [_found(room, matches, number) for number in in_order[:limit]]
    total = sum(map(len, matches.spans(matches.docs).values()))
    return Answer(query, len(in_order), total, tuple(hits), parsed.hints)


def typed(room: Room, query: str, *, limit: int = 200) -> Answer:
    """The answer to a query that is still being typed; never raises.

    Its last word may be only begun, its last quotation mark or bracket still open. What cannot be
    understood even so is said in `hints`, and nothing is found.
    """
    hint = ""
    for guess in dict.fromkeys((_begun(_closed(query)), _closed(query), query)):
        try:
            answer = search(room, guess, limit=limit)
        except QueryError as error:
            hint = error.message
        else:
            return replace(answer, query=query)
    return Answer(query, 0, 0, (), (hint,))


def _closed(query: str) -> str:
    """`query` with the quotation mark and the brackets closed that are still open."""
    if len(_QUOTES.findall(query)) % 2:
        return query + '"'
    return query + ")" * max(0, query.count("(") - query.count(")"))


def _begun(query: str) -> str:
    """`query` with its last word standing for every word that begins so as well."""
    match = _LAST_WORD.search(query)
    if match is None or match[1].isupper():
        return query
    return f"{query[: match.start(1)]}({match[1]} OR {match[1]}*){query[match.end(1) :]}"


def texts(room: Room, query: str) -> frozenset[str]:
    """The ids of the texts that answer a query; raises QueryError."""
    tree = expand(parse(query), room.view, room.known)
    return frozenset(room.view.record(number).id for number in match(tree, room.view).docs)


def spans_in(room: Room, query: str, doc: str) -> tuple[Span, ...]:
    """Every span of one text that answers a query; raises QueryError."""
    return _spans(room, expand(parse(query), room.view, room.known), doc)


def _ordered(room: Room, matches: Matches, sort: Sort) -> list[int]:
    if sort == "score":
        return matches.best()
    ids = room.view.values("doc")
    by_path = sorted(matches.docs, key=lambda number: tuple(ids[number]))
    if sort == "path":
        return by_path
    return sorted(by_path, key=lambda number: room.view.dates[number], reverse=True)


def _found(room: Room, matches: Matches, number: int) -> Found:
    record = room.view.record(number)
    document = room.document(record.id)
    lit = _spans(room, matches.tree, record.id)
    line, column = document.place(lit[0].start) if lit else (None, None)
    named = Counter(m.entity for m in room.mentions(record.id) if m.entity)
    return Found(
        record.id,
        label(record.id, record.facts),
        record.facts.title,
        record.facts.date,
        matches.scores[number],
        lit,
        line,
        column,
        best_snippet(document, lit),
        tuple(id for id, _ in named.most_common()),
    )


def _spans(room: Room, tree: Tree, doc: str) -> tuple[Span, ...]:
    """The spans of a text as it is now, whether or not the index has it so."""
    document = room.document(doc)
    found = words(document.text)
    number = room.indexed(doc)
    if number is not None:
        extents = dict(Reading(room.view).answers(tree, [number])).get(number, [])
    else:
        extents = answer(tree, _plain(room, document, found)) or []
    return tuple(_lit(tree, found, extents))


def _plain(room: Room, document: Document, found: Words) -> Plain:
    """The positions of a text that the index does not have as it is."""
    made = entry(document, room.finder, room.registry)
    names = (
        (term, first, last)
        for term, numbers in made.names.numbers.items()
        for first, last in zip(numbers[0::2], numbers[1::2], strict=True)
    )
    return Plain(document.text, found, names, unpack_record(made.record))


def _lit(tree: Tree, found: Words, extents: Iterable[Extent]) -> Iterator[Span]:
    """The characters of extents; a sign that was asked for belongs to its word: $5, 4++."""
    asked = {term for leaf in words_of(tree) for term in leaf.terms}
    marked = [form for form in found.forms if form.term in asked]
    starts = {form.first: form.start for form in marked}
    ends = {form.last: form.end for form in marked}
    for first, last in extents:
        start, end = found.span(first, last)
        yield Span(min(start, starts.get(first, start)), max(end, ends.get(last, end)))


def best_snippet(document: Document, lit: Sequence[Span]) -> Snippet | None:
    """The sentence with the most lit spans, in the body before elsewhere; None if none is lit."""
    if not lit:
        return None
    units = [s for p in paragraphs(document.text) for s in sentences(document.text, p)]
    starts = [unit.start for unit in units]
    held = Counter(bisect_right(starts, span.start) - 1 for span in lit)
    best = max(held, key=lambda i: (_is_body(document, units[i]), held[i], -i))
    span = _cut(document.text, units[best], [s for s in lit if _in(s, units[best])])
    line, _ = document.place(span.start)
    shown = [Span(s.start - span.start, s.end - span.start) for s in lit if _in(s, span)]
    return Snippet(line, document.text[slice(*span)], tuple(shown))


def _in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _is_body(document: Document, span: Span) -> bool:
    starts = [zone.span.start for zone in document.zones]
    zone = document.zones[bisect_right(starts, span.start) - 1]
    return zone.kind in ("body", "title", "heading")


def _cut(text: str, span: Span, lit: Sequence[Span]) -> Span:
    """`span`, or where that is too long the part of it around the first lit words."""
    if span.end - span.start <= SNIPPET or not lit:
        return span
    start = max(span.start, lit[0].start - SNIPPET // 3)
    end = min(span.end, start + SNIPPET)
    if start > span.start:
        start = text.find(" ", start, lit[0].start) + 1 or lit[0].start
    if end < span.end:
        end = max(text.rfind(" ", lit[0].end, end), lit[0].end)
    return Span(start, end)
