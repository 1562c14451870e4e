"""Questions about passages: how to cite one, and whether what a draft cites still stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from tui.catalog import details, documents, searching
from tui.catalog.house import HouseStyle
from tui.catalog.room import Room
from tui.citation import Citation, Cited, State, cite, cited, stand
from tui.citation.characters import counted, located
from tui.citation.locator import Locator, locate
from tui.citation.trace import address
from tui.corpus import Corpus, Text, Unreadable
from tui.model import Document, Facts, NotFound, QueryError, Refused, Span
from tui.prose import sentence_at

_CHARS = re.compile(r"#char=(\d{0,12})(?:,(\d{0,12}))?(?:;.*)?$")
_LINES = re.compile(r":\d+(?:-\d+)?$")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a citation; `doc`, `span` and `locator` say where its passage is now.

    They are None where it has no one place: `others` are links to places that cannot be told
    apart, `why` says in words what is not there.
    """

    cited: Cited
    state: State
    doc: str | None = None
    span: Span | None = None
    locator: Locator | None = None
    link: str | None = None
    difference: str | None = None
    others: tuple[str, ...] = ()
    why: str | None = None


def citation(room: Room, reference: str, house: HouseStyle) -> Citation:
    """The citation of DOC, DOC:LINE, DOC:LINE-LINE, DOC#char=A,B or the best answer to a query.

    NotFound if there is no such passage, Refused if it cannot be cited.
    """
    document, span = _asked(room, reference)
    return passage(room, document.id, span, house)


def passage(room: Room, doc: str, span: Span | None, house: HouseStyle) -> Citation:
    """The citation of a stretch of a text, None for the whole of it; Refused as by `citation`."""
    document = room.corpus.read(doc)
    others = _of_the_same_year(room, document.facts)
    return cite(document, span, others=others, nd=house.nd, unwrap=house.unwrap)


def verify(corpus: Corpus, draft: str) -> Iterator[Outcome]:
    """What became of each citation in a draft, in its order; only files are read, no index."""
    disk = _Disk(corpus)
    return (disk.outcome(one) for one in cited(draft))


def _asked(room: Room, reference: str) -> tuple[Document, Span | None]:
    """The text and the passage that are meant, None for the whole text."""
    chars = _CHARS.search(reference)
    if chars:
        document = room.corpus.read(documents.find(room, reference[: chars.start()]))
        return document, _span(document, chars)
    has_lines = room.view.number(reference) is None and _LINES.search(reference)
    try:
        reading = documents.open_text(room, reference)
    except NotFound as unknown:
        try:
            return _answer(room, reference)
        except (NotFound, QueryError):
            if has_lines:
                raise unknown from None
            raise
    return room.corpus.read(reading.document.id), reading.span if has_lines else None


def _span(document: Document, chars: re.Match[str]) -> Span:
    """The span that `#char=A,B` names; A or B may be missing."""
    start, end = chars[1] or "0", chars[2]
    last = counted(document.text, Span(0, len(document.text))).end
    asked = Span(int(start), last if end == "" else int(end or start))
    if not asked.start < asked.end <= last:
        what = chars[0].partition("=")[2]
        raise NotFound(f"{document.id} has characters 0,{last}; {what} are no passage of it")
    return located(document.text, asked)


def _answer(room: Room, query: str) -> tuple[Document, Span]:
    """The best sentence of the text that answers a query best."""
    answer = searching.search(room, query, limit=1)
    for hint in answer.hints:
        room.tell(hint)
    if not answer.hits:
        raise NotFound("nothing found")
    found = details.detail(room, answer, answer.hits[0])
    if found.snippet is None:
        raise Refused("the query chooses texts and no words in them: there is no passage to cite")
    document = room.corpus.read(found.doc)
    line = document.lines(found.snippet.line, found.snippet.line)
    return document, sentence_at(document.text, document.text.index(found.snippet.text, line.start))


def _of_the_same_year(room: Room, facts: Facts) -> Iterator[tuple[str, Facts]]:
    """The texts whose key might be that of a text with these facts."""
    year = int((facts.date or "0")[:4])
    for number in room.view.everything():
        if room.view.dates[number] // 10_000 == year:
            yield room.view.id(number), room.view.record(number).facts


class _Disk:
    """The texts of a corpus as they are on disk."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._text = lru_cache(maxsize=8)(self._read)

    def outcome(self, one: Cited) -> Outcome:
        """What became of one citation; a text that was renamed is known by its SHA-256."""
        trace = one.trace
        text = self._text(trace.doc)
        if isinstance(text, Text):
            found = self._standing(one, trace.doc, text)
            if found.state != "gone" or trace.sha256 not in self._names:
                return found
        elif trace.sha256 not in self._names:
            return Outcome(one, "gone", why=text)
        names = self._names[trace.sha256]
        if len(names) > 1:
            return Outcome(one, "moved", others=tuple(address(n, trace.chars) for n in names))
        there = self._text(names[0])
        if isinstance(there, str):
            return Outcome(one, "gone", why=there)
        found = self._standing(one, names[0], there)
        return replace(found, state="moved") if found.state == "same" else found

    def _standing(self, one: Cited, doc: str, text: Text) -> Outcome:
        standing = stand(one.trace, text.text, text.sha256)
        is_whole = one.trace.chars is None
        others = tuple(address(doc, counted(text.text, span)) for span in standing.others)
        if standing.span is None:
            why = None if others else "its words do not stand there any more"
            return Outcome(
                one, standing.state, difference=standing.difference, others=others, why=why
            )
        return Outcome(
            one,
            standing.state,
            doc,
            standing.span,
            None if is_whole else locate(text.text, standing.span),
            address(doc, None if is_whole else counted(text.text, standing.span)),
            standing.difference,
            others,
        )

    def _read(self, doc: str) -> Text | str:
        """A text, or why it cannot be read."""
        try:
            return self._corpus.text(doc)
        except Unreadable as error:
            return f"{doc}: {error.reason}"

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        """The ids of the texts by their SHA-256; every text is read for it."""
        names: dict[str, list[str]] = {}
        for doc in self._corpus.scan().files:
            text = self._read(doc)
            if isinstance(text, Text):
                names.setdefault(text.sha256, []).append(doc)
        return names
