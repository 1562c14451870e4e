"""A tree moved to another place: all of it stands where the query that holds it names it."""

from __future__ import annotations

from dataclasses import replace

from tui.model import Span
from tui.query.tree import And, Boost, Near, Not, Or, Paragraph, Run, Tree


def moved(tree: Tree, span: Span) -> Tree:
    """`tree` with every span replaced by `span`, where it was named by another query."""
    match tree:
        case And() | Or():
            children = tuple(moved(child, span) for child in tree.children)
            return replace(tree, span=span, children=children)
        case Not() | Paragraph() | Boost():
            return replace(tree, span=span, child=moved(tree.child, span))
        case Near(left=left, right=right):
            return replace(tree, span=span, left=moved(left, span), right=moved(right, span))
        case Run(parts=parts):
            words = (replace(part, word=replace(part.word, span=span)) for part in parts)
            return replace(tree, span=span, parts=tuple(words))
    return replace(tree, span=span)
