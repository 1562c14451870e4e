"""What the desk asks the Catalog about texts, made ready to show.

Slow, so called aside and never on the loop. The Catalog is imported where it is asked: it brings
Whoosh and YAML, and the first paint does not wait for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model import Facts, Passage, QueryError, Span
from tui.prose import is_hard_wrapped
from tui.screen.answers import Answers
from tui.screen.lines import BLANK, ELLIPSIS, Item, Line, Page, count, mention_letter, mention_look
from tui.screen.paint import Mark
from tui.screen.text import Text
from tui.screen.walk import Walk

if TYPE_CHECKING:
    from tui.catalog.details import Found
    from tui.catalog.documents import Card
    from tui.catalog.room import Room

FIRST, FIRST_HITS = 40, 15
"""Texts, and hits, listed at first; more follow when one comes near their end."""
AT_ONCE = 10_000
"""So many texts are ranked while one types: a few milliseconds."""
BEFORE = 40
"""Code points before the first lit words of a snippet that begins in mid-sentence."""


def greeting(room: Room) -> tuple[Line, ...]:
    """What stands in the text pane before a text is opened."""
    texts, entities = len(room.view.everything()), len(room.registry.entities)
    return (
        BLANK,
        Line("The reading room", "title"),
        Line(f"{count(texts, 'text')} · {count(entities, 'entity', 'entities')}", "quiet"),
        Line(str(room.corpus.folder), "quiet", most=2),
        BLANK,
        Line("Type to search: words, “phrases”, @names."),
        Line("Enter opens the text that is marked, at its first hit; n goes on from hit to hit."),
        Line("Esc leaves the search box. Then ? shows every key, and q quits."),
        BLANK,
        *(Line(note, "quiet") for note in room.notes),
    )


def notes(room: Room) -> tuple[str, ...]:
    """What is to be said once."""
    return room.notes


def texts(room: Room, limit: int = FIRST) -> Answers:
    """The texts of the corpus, as the answer to an empty query."""
    from itertools import islice

    from tui.catalog.documents import cards

    total = len(room.view.everything())
    items = tuple(map(_card_item, islice(cards(room), limit))) or (
        Item((Line(f"No texts in {room.corpus.folder}", "strong"),)),
    )
    said = count(total, "text")
    return Answers("", Page(f"Search · {said}", items), None, said, limit=limit, more=limit < total)


def hits(room: Room, query: str, limit: int = FIRST_HITS, *, paused: bool = True) -> Answers:
    """The texts that answer a query as it stands, finished or not.

    Unless one has `paused`, what takes longer waits: the newest answers come first.
    """
    from tui.catalog.details import details
    from tui.catalog.typing import ranked, typed

    if not query.strip():
        return texts(room, max(limit, FIRST))
    answer = typed(room, query, limit=limit)
    settled = paused or (answer.matches.is_complete and answer.total <= AT_ONCE)
    if settled:
        answer = ranked(room, answer, limit=limit)
    if settled and not answer.total:
        if (fault := _fault(room, query)) is not None:
            return Answers(query, Page("Search · not understood"), fault=fault)
        page = Page("Search · nothing found", (Item((Line("Nothing found", "strong"),)),))
        return Answers(query, page, None, "nothing found", answer.hints)
    found = list(details(room, answer, answer.hits))
    least = "" if answer.exact else "at least "
    said = least + count(answer.total, "text")
    walk = Walk.through(f"“{query.strip()}”", [(hit.doc, hit.spans) for hit in found])
    if settled:
        said = f"{least}{count(answer.mentions_total, 'hit')} in {count(answer.total, 'text')}"
        walk = walk.of(answer.mentions_total, answer.total)
    return Answers(
        query,
        Page(f"Search · {said}", tuple(map(_found_item, found))),
        walk,
        said,
        answer.hints,
        limit=limit,
        more=len(answer.hits) < answer.total,
        settled=settled,
    )


def _fault(room: Room, query: str) -> QueryError | None:
    """What is wrong with a query, if anything is."""
    from tui.catalog.searching import texts as answering

    try:
        answering(room, query)
    except QueryError as error:
        return error
    return None


def text(room: Room, doc: str) -> Text:
    """A text with its names."""
    from tui.catalog.documents import open_text

    reading = open_text(room, doc)
    document, entities = reading.document, room.registry.entities
    kinds = [entities[m.entity].type if m.entity else None for m in reading.mentions]
    has_title = any(zone.kind == "title" for zone in document.zones)
    return Text(
        document,
        reading.label,
        reading.mentions,
        tuple(map(mention_look, reading.mentions, kinds)),
        tuple(map(mention_letter, reading.mentions, kinds)),
        _front(reading.label, document.facts, doc, has_title),
        is_hard_wrapped(document.text),
    )


def _front(label: str, facts: Facts, doc: str, has_title: bool) -> tuple[Line, ...]:
    """What is known of a text in a line or two; its title too unless it begins with it."""
    kind = "digest" if facts.status == "digest" else None
    about = " · ".join(filter(None, (kind, *facts.authors, facts.source, _when(facts))))
    called = () if has_title else titled(label, facts.title or doc, "title", most=3)
    return (BLANK, *called, Line(about, "quiet", most=2), BLANK)


def titled(label: str, name: str, look: str, most: int = 2) -> tuple[Line, ...]:
    """A text's label, with what is not its name set apart from it."""
    before = len(label) - len(name) if label.endswith(name) else 0
    return (Line(label, look, (Mark(0, before, "label"),), most=most),)


def _card_item(card: Card) -> Item:
    about = " · ".join(filter(None, (*card.facts.authors[:2], _when(card.facts))))
    label = titled(card.label, card.facts.title or card.doc, "strong")
    size = Line(about, "quiet", most=1, tail=count(card.words, "word"))
    return Item((*label, size, BLANK), Passage(card.doc, Span(0, 0)))


def _found_item(hit: Found) -> Item:
    lines = [
        *titled(hit.label, hit.title or hit.doc, "strong"),
        Line(
            hit.date or "undated",
            "quiet",
            most=1,
            tail=count(len(hit.spans), "hit") if hit.spans else "",
        ),
    ]
    if hit.snippet is not None:
        lines.append(_snippet(hit.snippet.text, hit.snippet.spans))
    first = hit.spans[0] if hit.spans else Span(0, 0)
    return Item((*lines, BLANK), Passage(hit.doc, first))


def _snippet(text: str, lit: tuple[Span, ...]) -> Line:
    """A snippet that begins near the first lit words, so that they are seen in three short rows."""
    start = 0
    if lit and lit[0].start > 2 * BEFORE:
        start = text.find(" ", lit[0].start - BEFORE, lit[0].start) + 1 or lit[0].start
    shift = (len(ELLIPSIS) if start else 0) - start
    marks = tuple(Mark(span.start + shift, span.end + shift, "hit") for span in lit)
    return Line(ELLIPSIS * bool(start) + text[start:], "plain", marks, most=3)


def _when(facts: Facts) -> str:
    if facts.date is None:
        return "undated"
    return f"{facts.date} (inferred)" if facts.date_certainty == "inferred" else facts.date
