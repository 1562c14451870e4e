"""What the desk asks the Catalog about texts, made ready to show.

Slow, so called aside and never on the loop. The Catalog is imported where it is asked: it brings
Whoosh and YAML, and the first paint does not wait for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.counts import count
from tui.model import Facts, Passage, Span
from tui.screen.answers import Answers
from tui.screen.lines import BLANK, Item, Line, Page, mention_letter, mention_look
from tui.screen.paint import Mark
from tui.screen.question import Question
from tui.screen.text import Text

if TYPE_CHECKING:
    from tui.catalog.documents import Card
    from tui.catalog.room import Room

FIRST = 40
"""Texts listed at first; more follow when one comes near their end."""


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


def begun(room: Room, what: str, begun: str) -> list[str]:
    """The texts, or the entities, that begin so: the first of them, in order."""
    if what == "who":
        entities = room.registry.beginning(begun)
        return sorted(e.id for e in entities if e.id.startswith(begun))[:1]
    documents = map(room.view.id, room.view.everything())
    return sorted(doc for doc in documents if doc.startswith(begun))[:1]


def meant(room: Room, what: str, name: str) -> str:
    """The id of the text, or of the entity, that is meant; NotFound if there is none."""
    from tui.catalog import documents, entities

    if what == "who":
        return entities.resolve(room, name.removeprefix("@")).id
    return documents.find(room, name)


def notes(room: Room) -> tuple[str, ...]:
    """What is to be said once."""
    return *room.notes, *filter(None, [room.shelf.fault])


def texts(room: Room, question: Question, limit: int) -> Answers:
    """The texts of the corpus, as the answer to an empty question."""
    from itertools import islice

    from tui.catalog.documents import cards

    total, limit = len(room.view.everything()), max(limit, FIRST)
    items = tuple(map(_card_item, islice(cards(room), limit))) or (
        Item((Line(f"No texts in {room.corpus.folder}", "strong"),)),
    )
    said = count(total, "text")
    page = Page(f"Search · {said}", items)
    return Answers(question, page, None, said, limit=limit, more=limit < total)


def text(room: Room, doc: str) -> Text:
    """A text with its names."""
    from tui.catalog.documents import open_text
    from tui.prose import is_hard_wrapped

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


def _when(facts: Facts) -> str:
    if facts.date is None:
        return "undated"
    return f"{facts.date} (inferred)" if facts.date_certainty == "inferred" else facts.date
