"""The very words of a text that answer a query, whether or not the index has it as it is now."""

from __future__ import annotations

from collections.abc import Sequence

from tui.catalog.room import Room
from tui.model import Document, Span
from tui.query.engine import Extent
from tui.query.lighting import light
from tui.query.matching import Reading
from tui.query.meaning import answer
from tui.query.plain import Plain
from tui.query.tree import Tree
from tui.words import Words, words


def spans_of(
    room: Room, tree: Tree, doc: str, indexed: Sequence[Extent] | None = None
) -> tuple[Span, ...]:
    """Every span of a text that answers `tree`, ascending.

    `indexed` are the positions that the index has for it, if they were already asked for.
    """
    document = room.document(doc)
    found = words(document.text)
    number = room.indexed(doc)
    if number is None:
        extents: Sequence[Extent] = answer(tree, _plain(room, document, found)) or ()
    elif indexed is not None:
        extents = indexed
    else:
        extents = dict(Reading(room.view).answers(tree, [number])).get(number, ())
    return tuple(light(tree, extents, found))


def _plain(room: Room, document: Document, found: Words) -> Plain:
    """The positions of a text that the index does not have as it is."""
    from tui.index.entry import entry
    from tui.index.record import unpack_record

    made = entry(document, room.finder, room.registry)
    names = (
        (term, first, last)
        for term, numbers in made.names.numbers.items()
        for first, last in zip(numbers[0::2], numbers[1::2], strict=True)
    )
    return Plain(document.text, found, names, unpack_record(made.record))
