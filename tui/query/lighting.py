"""Spans in positions → spans in characters: the very words to light in a text."""

from __future__ import annotations

from collections.abc import Iterable

from tui.model import Span
from tui.query.engine import Extent
from tui.query.tree import Run, Terms, Tree, nodes
from tui.words import Words


def light(tree: Tree, extents: Iterable[Extent], found: Words) -> list[Span]:
    """The characters of the spans with which `tree` is answered; `found` are the text's words.

    Signs that belong to a word are lit with it where they were asked for: `$5`, `4++`.
    """
    asked = {term for leaf in nodes(tree) for words in _words(leaf) for term in words.terms}
    forms = [form for form in found.forms if form.term in asked]
    starts = {form.first: form.start for form in forms}
    ends = {form.last: form.end for form in forms}
    return [
        Span(
            min(found.starts[first], starts.get(first, found.starts[first])),
            max(found.ends[last], ends.get(last, found.ends[last])),
        )
        for first, last in extents
    ]


def _words(leaf: Tree) -> list[Terms]:
    if isinstance(leaf, Run):
        return [part.word for part in leaf.parts]
    return [leaf] if isinstance(leaf, Terms) else []
