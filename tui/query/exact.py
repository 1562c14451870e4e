"""The exact form of a query: each word asked for as it is written, not in its other forms."""

from __future__ import annotations

from collections.abc import Iterator

from tui.query.parse import parse
from tui.query.tree import And, Asked, Boost, Near, Not, Or, Paragraph, Word


def exactly(query: str) -> str:
    """`query` with `=` before every word; without any, if no word is left to put it before.

    QueryError if it is none.
    """
    words = list(_words(parse(query).tree))
    starts = [word.span.start for word in words if not word.exact and not _is_wild(word)]
    for start in reversed(starts):
        query = f"{query[:start]}={query[start:]}"
    if not starts:
        for word in reversed(words):
            if word.exact:
                query = query[: word.span.start] + query[word.span.start + 1 :]
    return query


def _is_wild(word: Word) -> bool:
    return "*" in word.text or "?" in word.text


def _words(node: Asked) -> Iterator[Word]:
    """The words of a tree as asked for, from left to right."""
    match node:
        case Word():
            yield node
        case And() | Or():
            for child in node.children:
                yield from _words(child)
        case Not() | Paragraph() | Boost():
            yield from _words(node.child)
        case Near():
            yield from _words(node.left)
            yield from _words(node.right)
