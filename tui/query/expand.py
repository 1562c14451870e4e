"""What was asked → what it comes to in one index: word forms, wildcards, names, saved queries."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NoReturn, Protocol

from tui.model import Entity, QueryError, Span
from tui.nearest import nearest
from tui.query.capitals import bare, both
from tui.query.engine import Engine
from tui.query.fitting import Fitting
from tui.query.forms import forms
from tui.query.moved import moved
from tui.query.parse import Parsed, parse
from tui.query.pieces import Piece, length, pieces
from tui.query.tree import (
    And,
    Asked,
    Boost,
    Chosen,
    Fuzzy,
    Leaf,
    Listed,
    Marked,
    Named,
    Near,
    Not,
    Or,
    Paragraph,
    Part,
    Quoted,
    Regex,
    Run,
    Saved,
    Terms,
    Tree,
    Typed,
    Word,
    Zone,
)

MOST_SAVED = 32
"""Saved queries that one query may hold, those inside them counted."""


class Names(Protocol):
    """The registry, as far as a query needs it."""

    @property
    def entities(self) -> Mapping[str, Entity]:
        """Every entity by its id."""

    def resolve(self, name: str) -> Sequence[Entity]:
        """The entities called so: by id, else by name, else by an alias."""

    def meant(self, name: str) -> Sequence[Entity]:
        """What may have been meant by a name that nothing is called by."""


@dataclass(frozen=True)
class Known:
    """What a query may speak of beside the texts: names, saved queries, marked documents by id."""

    names: Names
    saved: Mapping[str, str] = field(default_factory=dict)
    marked: Mapping[str, Collection[str]] = field(default_factory=dict)


def expand(parsed: Parsed, engine: Engine, known: Known, *, is_unfinished: bool = False) -> Tree:
    """The tree whose leaves are terms of `engine`; QueryError for a name that is not known.

    Of a query that `is_unfinished` a word of which one or two letters are there means frequent
    words only: that there are others is told by `left_out`.
    """
    return _Expander(parsed.query, engine, known, is_unfinished).read(parsed.tree)


class _Expander:
    def __init__(self, query: str, engine: Engine, known: Known, is_unfinished: bool) -> None:
        self.query, self.engine, self.known = query, engine, known
        self.fitting = Fitting(engine, is_unfinished=is_unfinished)
        self.trail: tuple[str, ...] = ()
        self.saved = 0

    def read(self, node: Asked) -> Tree:
        span = node.span
        match node:
            case And(children=children):
                return And(span, tuple(map(self.read, children)))
            case Or(children=children):
                return Or(span, tuple(map(self.read, children)))
            case Not(child=child):
                return Not(span, self.read(child))
            case Paragraph(child=child):
                return Paragraph(span, self.read(child))
            case Boost(child=child, factor=factor):
                return Boost(span, self.read(child), factor)
            case Near():
                left, right = self.read(node.left), self.read(node.right)
                return Near(span, node.how, node.distance, left, right)
        return self.leaf(node)

    def leaf(self, node: Leaf) -> Tree:
        span = node.span
        match node:
            case Chosen() | Zone():
                return node
            case Word():
                return self.word(node)
            case Quoted():
                return self.phrase(node.span, pieces(node.text, "*"), node.within)
            case Fuzzy(text=text, typos=typos):
                return self.fitting.fuzzy(span, pieces(text)[0].term.lower(), typos)
            case Regex(pattern=pattern):
                return self.fitting.regex(span, pattern)
            case Named():
                return self.named(node)
            case Typed():
                return self.typed(node)
            case Saved():
                return self.stored(node)
            case Marked(mark=mark):
                if mark not in self.known.marked:
                    self.fail(f"nothing is kept of what is {mark}", span)
                return Listed(span, frozenset(self.known.marked[mark]))

    def fail(self, message: str, span: Span, *details: str) -> NoReturn:
        raise QueryError(message, self.query, span, *details)

    def word(self, node: Word) -> Tree:
        found = pieces(node.text, "" if node.exact else "*?")
        if len(found) > 1:
            return self.phrase(node.span, found, None)
        piece, asked = found[0], self.piece(node.span, found[0])
        if node.exact or piece.is_wild or piece.is_whole:
            return asked
        is_capital = node.text[piece.start].isupper()
        others = forms(piece.term, self.engine, is_capital=is_capital)
        shown = dict.fromkeys(map(bare, (piece.term, *others)))
        return replace(asked, terms=asked.terms + tuple(others), forms=tuple(shown))

    def phrase(self, span: Span, found: list[Piece], within: int | None) -> Tree:
        if len(found) == 1:
            return self.piece(span, found[0])
        parts = tuple(Part(p.offset, p.width, self.piece(span, p)) for p in found)
        return Run(span, parts, length(found), within)

    def piece(self, span: Span, piece: Piece) -> Terms:
        """A single term, or those that fit its `*` and `?`."""
        if not piece.is_wild:
            is_word = not piece.is_whole and piece.term[0].isalpha()
            terms = both(piece.term) if is_word else (piece.term,)
            return Terms(span, "words", terms, (piece.term,))
        return self.fitting.wildcard(span, piece.term)

    def named(self, node: Named) -> Terms:
        found = [entity.id for entity in self.known.names.resolve(node.name)]
        if not found:
            near = (f"did you mean @{e.id}?" for e in self.known.names.meant(node.name))
            self.fail(f"nothing is called “{node.name}”", node.span, *near)
        if len(found) > 1:
            self.fail(f"“{node.name}” is several", node.span, *(f"@{id_}" for id_ in found))
        return Terms(node.span, "names", (found[0] + "!" * node.proper,), (found[0],))

    def typed(self, node: Typed) -> Terms:
        types = sorted({entity.type for entity in self.known.names.entities.values()})
        if node.type not in types:
            near = (f"did you mean {type_}?" for type_ in nearest(node.type, types, 1))
            there = f"there are {' '.join(types)}" if types else "the registry is empty"
            self.fail(f"no entity is of type “{node.type}”", node.span, *near, there)
        return Terms(node.span, "names", (":" + node.type,), (node.type,))

    def stored(self, node: Saved) -> Tree:
        name = node.name
        if name not in self.known.saved:
            near = (f"did you mean {other}?" for other in nearest(name, self.known.saved))
            self.fail(f"no query is saved as “{name}”", node.span, *near)
        if name in self.trail:
            self.fail(f"the saved query “{name}” holds itself", node.span)
        self.saved += 1
        if self.saved > MOST_SAVED:
            self.fail(f"at most {MOST_SAVED} saved queries in one", node.span)
        outer = self.query, self.trail
        try:
            parsed = parse(self.known.saved[name])
            self.query, self.trail = parsed.query, (*self.trail, name)
            tree = self.read(parsed.tree)
        except QueryError as error:
            message = f"in the saved query “{name}”: {error.message}"
            raise QueryError(message, outer[0], node.span, *error.details) from None
        self.query, self.trail = outer
        return moved(tree, node.span)
