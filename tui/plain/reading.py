"""Hearing a text: opened, read on by paragraphs and sentences, its names, where one is in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from tui.catalog import documents
from tui.catalog.facts import facts as known_facts
from tui.catalog.room import Room
from tui.counts import count
from tui.counts import number as counted
from tui.model import Document, NotFound, Passage, Refused, Span
from tui.plain.standing import Reply, Standing, Trail, listed
from tui.prose import paragraphs, sentence_at, sentences

_EVERYDAY = ("body", "title")


def open_text(room: Room, standing: Standing, what: str) -> Reply:
    """`open N`, a result by its number; `open DOC[:LINE]`; alone the result that was said last."""
    if not what or what.isdecimal():
        if not standing.results:
            raise Refused("nothing is listed; search first, or open DOC")
        number = counted(what or "1")
        if not 1 <= number <= len(standing.results):
            raise NotFound(f"there are results 1 to {len(standing.results)}")
        result = standing.results[number - 1]
        if result.span.end:
            return go(room, standing, result)
        return _from(room, standing, room.document(result.doc), 0)
    reading = documents.open_text(room, what)
    return _from(room, standing, reading.document, reading.span.start)


def _from(room: Room, standing: Standing, document: Document, offset: int) -> Reply:
    """Be at the first sentence from an offset on."""
    size = len(document.text)
    first = next(iter(sentences(document.text, Span(offset, size))), Span(offset, offset))
    return go(room, standing, Passage(document.id, first))


def go(room: Room, standing: Standing, passage: Passage) -> Reply:
    """Be at a passage: the text it is in if that is another one, then its sentence."""
    document = room.document(passage.doc)
    is_new = standing.here is None or standing.here.doc != passage.doc
    trail = standing.trail
    if trail is not None and passage in trail.passages:
        trail = replace(trail, at=trail.passages.index(passage))
    on_trail = trail is not None and trail.at >= 0 and trail.passages[trail.at] == passage
    said = f"{trail.said}, " if trail is not None and on_trail else ""
    return Reply(
        replace(standing.at(passage), trail=trail),
        (
            *(_about(document) if is_new else ()),
            f"{said}{_place(document, passage.span.start)}:",
            _spoken(document, whole_sentences(document, passage.span)),
        ),
    )


def step(room: Room, standing: Standing, by: int) -> Reply:
    """The next of what was found last, or the one before."""
    trail = standing.trail
    if trail is None:
        raise Refused("nothing found to go through; search first")
    if not 0 <= trail.at + by < len(trail.passages):
        raise NotFound(f"no {trail.noun} {'after' if by > 0 else 'before'} this")
    return go(room, standing, trail.passages[trail.at + by])


def read(room: Room, standing: Standing, what: str) -> Reply:
    """The paragraph one is in; `read N` the paragraph of that number."""
    document, at = _here(room, standing)
    every = paragraphs(document.text)
    number = counted(what) - 1 if what.isdecimal() else _number(document, at.start)
    if every and not 0 <= number < len(every):
        raise NotFound(f"there are paragraphs 1 to {len(every)}")
    return _paragraph(standing, document, every, number)


def read_on(room: Room, standing: Standing, what: str) -> Reply:
    """The next paragraph: what an empty line asks for."""
    del what
    document, at = _here(room, standing)
    number = _number(document, max(at.start, at.end - 1)) + 1
    return _paragraph(standing, document, paragraphs(document.text), number)


def sentence(room: Room, standing: Standing, what: str) -> Reply:
    """The next sentence."""
    del what
    document, at = _here(room, standing)
    size = len(document.text)
    following = sentences(
        document.text, Span(min(whole_sentences(document, at).end + 1, size), size)
    )
    if not following:
        raise NotFound("the text ends here")
    passage = Passage(document.id, following[0])
    return Reply(replace(standing, here=passage), (_spoken(document, passage.span),))


def where(room: Room, standing: Standing, what: str) -> Reply:
    """Which text is open, where in it one is, and on which hit."""
    del what
    document, at = _here(room, standing)
    trail = standing.trail
    on = (f"{trail.said} of {trail.name}",) if trail is not None and trail.at >= 0 else ()
    share = f"{100 * at.start // max(1, len(document.text))} per cent"
    return Reply(standing, (*_about(document), f"{_place(document, at.start)}, {share}", *on))


def facts(room: Room, standing: Standing, what: str) -> Reply:
    """What is known of the open text, and where that is from."""
    del what
    document, _ = _here(room, standing)
    lines = (
        f"{fact.name.replace('_', ' ')}: {fact.said}"
        + (f" (from {fact.from_where})" if fact.from_where else "")
        for fact in known_facts(room, document.id)
        if fact.said
    )
    return Reply(standing, tuple(lines))


def names(room: Room, standing: Standing, what: str) -> Reply:
    """The names in the paragraph one is in, in the order in which they stand."""
    del what
    document, at = _here(room, standing)
    every = paragraphs(document.text)
    inside = every[_number(document, at.start)] if every else Span(0, 0)
    entities = room.registry.entities
    lines = []
    for mention in room.mentions(document.id):
        if inside.start <= mention.span.start < inside.end:
            written = " ".join(document.text[slice(*mention.span)].split())
            meant = " or ".join(f"{entities[id].name}, {entities[id].type}" for id in mention.meant)
            lines.append(f"{written}: {'?, ' * (mention.entity is None)}{meant}")
    if not lines:
        raise NotFound("no name in this paragraph")
    return listed(standing, lines, count(len(lines), "name"))


def find(room: Room, standing: Standing, what: str) -> Reply:
    """Words in the open text, in any case; next and previous go through them."""
    document, at = _here(room, standing)
    if not what:
        raise Refused("find what?")
    words = re.escape(" ".join(what.split())).replace(r"\ ", r"\s+")
    spans = [Span(*m.span()) for m in re.finditer(words, document.text, re.IGNORECASE)]
    if not spans:
        raise NotFound(f"not in this text: {what}")
    trail = Trail(f"find {what}", "place", [Passage(document.id, span) for span in spans])
    first = bisect_right([span.start for span in spans], at.start) % len(spans)
    return go(room, replace(standing, trail=trail), trail.passages[first])


def back(room: Room, standing: Standing, what: str) -> Reply:
    """Where one was before."""
    del what
    if not standing.past:
        raise NotFound("nothing to go back to")
    *past, passage = standing.past
    ahead = (*standing.ahead, standing.here) if standing.here else standing.ahead
    reply = go(room, standing, passage)
    return replace(reply, standing=replace(reply.standing, past=tuple(past), ahead=ahead))


def forward(room: Room, standing: Standing, what: str) -> Reply:
    """Forward again after going back."""
    del what
    if not standing.ahead:
        raise NotFound("nothing to go forward to")
    *ahead, passage = standing.ahead
    reply = go(room, standing, passage)
    return replace(reply, standing=replace(reply.standing, ahead=tuple(ahead)))


def _here(room: Room, standing: Standing) -> tuple[Document, Span]:
    if standing.here is None:
        raise Refused("no text is open; open DOC or search first")
    return room.document(standing.here.doc), standing.here.span


def _about(document: Document) -> tuple[str, ...]:
    """The text, what is known of it, and how long it is."""
    facts = document.facts
    known = ", ".join(filter(None, (*facts.authors[:2], facts.source, facts.date or "undated")))
    size = count(len(paragraphs(document.text)), "paragraph")
    return (f"text: {documents.label(document.id, facts)}", f"{known}; {size}")


def _place(document: Document, offset: int) -> str:
    line, _ = document.place(offset)
    return f"paragraph {_number(document, offset) + 1}, line {line}"


def _number(document: Document, offset: int) -> int:
    """The number of the paragraph at an offset, from 0."""
    starts = [span.start for span in paragraphs(document.text)]
    return max(0, bisect_right(starts, offset) - 1)


def whole_sentences(document: Document, span: Span) -> Span:
    """A stretch out to where the sentences at its ends begin and end."""
    found = sentence_at(document.text, span.start)
    return Span(min(found.start, span.start), max(found.end, span.end))


def _paragraph(
    standing: Standing, document: Document, every: tuple[Span, ...], number: int
) -> Reply:
    if not 0 <= number < len(every):
        raise NotFound("the text ends here" if number else f"{document.id} is empty")
    passage = Passage(document.id, every[number])
    head = f"paragraph {number + 1} of {len(every)}:"
    return Reply(replace(standing, here=passage), (head, _spoken(document, passage.span)))


def _spoken(document: Document, span: Span) -> str:
    """The words of a stretch on one line, with what it is if it is not the article itself."""
    starts = [zone.span.start for zone in document.zones]
    kind = document.zones[bisect_right(starts, span.start) - 1].kind if starts else "body"
    words = " ".join(document.text[slice(*span)].split())
    return words if kind in _EVERYDAY else f"({kind}) {words}"
