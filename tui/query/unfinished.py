"""A query still being typed: what it asks so far, its last word perhaps the start of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tui.model import QueryError
from tui.query.leaves import CLOSING, QUOTES
from tui.query.parse import Parsed, parse
from tui.query.tree import And, Asked, Named, Near, Or, Paragraph, Quoted, Regex, Word

Names = Callable[[str], Sequence[str]]
"""The ids of the entities that a name, if only begun, may mean."""
_BRACKETS = {"(": ")", "{": "}"}
_BEFORE_LEAF = frozenset(" \t({-")
"""What stands before a `/` that begins a regular expression."""


def parse_unfinished(query: str, names: Names = lambda begun: ()) -> Parsed | None:
    """The tree of as much of `query` as can be read, what is open closed; None if nothing can.

    What could not be read is told by a hint. A last word also stands for all that begin with it,
    whatever its length, a last pattern for all that begin so, and a last name for all `names` of
    it; not after NOT, where they would take away too much.
    """
    hints: tuple[str, ...] = ()
    readable = query
    while readable.strip():
        try:
            parsed = parse(readable + closing(readable))
        except QueryError as error:
            hints = hints or (error.message,)
            readable = readable.rstrip().rpartition(" ")[0]
            continue
        tree = _opened(parsed.tree, query, names) if readable == query else parsed.tree
        return Parsed(query, tree, parsed.hints + hints)
    return None


def closing(query: str) -> str:
    """The quotation mark, or the `/` of a regular expression, and the brackets still to come."""
    quote, brackets, before = "", "", " "
    for char in query:
        if quote == "/":
            quote = "" if char == "/" and before != "\\" else quote
            before = "" if before == "\\" else char
            continue
        if quote:
            quote = "" if char in CLOSING[quote] else quote
        elif char in QUOTES or (char == "/" and before in _BEFORE_LEAF):
            quote = char
        elif char in _BRACKETS:
            brackets = _BRACKETS[char] + brackets
        elif brackets.startswith(char):
            brackets = brackets[1:]
        before = char
    return (CLOSING.get(quote, quote)[:1] if quote else "") + brackets


def _opened(tree: Asked, query: str, names: Names) -> Asked:
    """`tree` with the word or name at the end of `query`, if there is one, as a beginning too."""
    end = len(query)
    match tree:
        case Word(span, text, exact=False) if span.end == end and query[-1].isalnum():
            return tree if "?" in text or "*" in text else Or(span, (tree, Word(span, text + "*")))
        case Quoted(span, text) if span.end > end and query[-1].isalnum():
            return replace(tree, text=text + "*")
        case Regex(span, pattern) if span.end > end:
            return replace(tree, pattern=pattern + ".*")
        case Named(span, name, proper=False) if span.end >= end and (ids := names(name)):
            return Or(span, tuple(Named(span, id_) for id_ in ids))
        case And(children=(*others, last)) | Or(children=(*others, last)):
            return replace(tree, children=(*others, _opened(last, query, names)))
        case Near(right=right):
            return replace(tree, right=_opened(right, query, names))
        case Paragraph(child=child):
            return replace(tree, child=_opened(child, query, names))
    return tree
