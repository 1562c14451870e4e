"""What is known of a name as somebody has it in a list: who it is, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from tui.catalog.room import Room
from tui.catalog.searching import matched
from tui.catalog.spans import spans_of
from tui.model import Span, UsageError
from tui.prose import sentence_at
from tui.query.matching import Matches
from tui.query.parse import Parsed
from tui.query.tree import Named, Word
from tui.words import split

LONGEST = 200
"""Code points of a name."""


@dataclass(frozen=True, slots=True)
class FirstSentence:
    """The first sentence with a name, in the first text by id; its line counts from 1."""

    doc: str
    line: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found under a name: in how many texts, how often, and where first.

    `registered` is the entity of that name; if there are several, they are the `candidates`. Then,
    and of a name that the registry does not know, its words are counted.
    """

    name: str
    registered: str | None
    candidates: tuple[str, ...]
    documents: int
    mentions: int
    first: FirstSentence | None
    description: str | None = None
    """What the registry says of the entity in a line."""


def look_up(room: Room, name: str) -> Looked:
    """What is known of a name; UsageError if it can be none."""
    words = " ".join(name.split())
    if not split(words).terms:
        raise UsageError(f"{name!r} is no name")
    if len(words) > LONGEST:
        raise UsageError(f"a name has at most {LONGEST} characters")
    entities = room.registry.resolve(words)
    found = [entity.id for entity in entities]
    is_one = len(found) == 1
    span = Span(0, len(words))
    asked = Named(span, found[0]) if is_one else Word(span, words, exact=True)
    matches = matched(room, Parsed(words, asked, ()))
    return Looked(
        name,
        found[0] if is_one else None,
        () if is_one else tuple(found),
        len(matches.docs),
        sum(matches.frequencies.values()),
        _first(room, matches),
        entities[0].description if is_one else None,
    )


def _first(room: Room, matches: Matches) -> FirstSentence | None:
    """Where the words stand first; a text that was changed or removed meanwhile is passed over."""
    for doc, document in room.readable(sorted(map(room.view.id, matches.docs))):
        for start, _ in spans_of(room, matches.tree, doc)[:1]:
            sentence = sentence_at(document.text, start)
            line, _ = document.place(start)
            return FirstSentence(doc, line, " ".join(document.text[slice(*sentence)].split()))
    return None
