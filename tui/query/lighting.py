"""Spans in positions → spans in characters: the very words to light in a text."""

from __future__ import annotations

from collections.abc import Iterable

from tui.model import Span
from tui.query.engine import Extent
from tui.query.tree import Tree, words_of
from tui.words import Words


def light(tree: Tree, extents: Iterable[Extent], found: Words) -> list[Span]:
    """The characters of the spans with which `tree` is answered; `found` are the text's words.

    Signs that belong to a word are lit with it where they were asked for: `$5`, `4++`.
    """
    asked = {term for leaf in words_of(tree) for term in leaf.terms}
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
