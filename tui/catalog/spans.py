"""The very words of a text that answer a query, whether or not the index has it as it is now."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tui.catalog.room import Room
from tui.model import Document, Span
from tui.prose import paragraphs
from tui.query.engine import Extent
from tui.query.lighting import light
from tui.query.matching import Consultation
from tui.query.meaning import answer
from tui.query.plain import Plain
from tui.query.tree import Tree
from tui.words import PARAGRAPH, Words, split, words


def spans_of(
    room: Room, tree: Tree, doc: str, indexed: Sequence[Extent] | None = None
) -> tuple[Span, ...]:
    """Every span of a text that answers `tree`, ascending.

    `indexed` are the positions that the index has for it, if they were already asked for.
    """
    document = room.document(doc)
    number = room.indexed(doc)
    if number is None:
        found = words(document.text)
        return tuple(light(tree, answer(tree, _plain(room, document, found)) or (), found))
    if indexed is None:
        indexed = dict(Consultation(room.view).answers(tree, [number])).get(number, ())
    marks = room.view.extents("names", (PARAGRAPH,), [number]).get(number, ())
    return tuple(_lit(tree, document.text, indexed, marks))


def _lit(
    tree: Tree, text: str, extents: Sequence[Extent], marks: Sequence[Extent]
) -> Iterator[Span]:
    """The characters of positions, `marks` being the paragraphs of the text.

    Only the paragraphs that hold the positions are read as words: a text may be long.
    """
    found = paragraphs(text)
    inside: dict[int, list[Extent]] = {}
    for first, last in extents:
        number = bisect_right(marks, (first, first)) - 1
        mark, end = marks[number]
        if last > end:  # words near to one another may stand on both sides of a mark
            yield from light(tree, extents, words(text))
            return
        inside.setdefault(number, []).append((first - mark - 1, last - mark - 1))
    for number, here in inside.items():
        start, stop = found[number]
        for span in light(tree, here, split(text[start:stop])):
            yield Span(start + span.start, start + span.end)


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
