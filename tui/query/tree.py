"""The nouns of a query: what was asked, as parsed, and what it comes to, with concrete leaves.

Every node carries its span in the query, in code points. Branches are the same for both trees.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, Literal, TypeAlias, TypeVar

from tui.model import Span, ZoneKind
from tui.query.engine import Fact, Field

N_co = TypeVar("N_co", covariant=True)


# What was asked


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a compound, in any of its forms unless `exact`; `*` and `?` stand for letters."""

    span: Span
    text: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """A word with up to `typos` typos; None: as many as its length allows."""

    span: Span
    text: str
    typos: int | None


@dataclass(frozen=True, slots=True)
class Regex:
    """A regular expression that a whole word of the corpus fits."""

    span: Span
    pattern: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """A phrase as written; `within`: in any order, at most so near to one another."""

    span: Span
    text: str
    within: int | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """An entity, by id, name or alias; `proper`: without demonyms, metonyms and weak aliases."""

    span: Span
    name: str
    proper: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """Any entity of a type."""

    span: Span
    type: str


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved query, by its name."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Marked:
    """The documents that the reader has marked: unread, read, new, starred, listed."""

    span: Span
    mark: str


# What both trees hold


@dataclass(frozen=True, slots=True)
class Dates:
    """Days from `first` to `last`, both `YYYY-MM-DD`, inclusive."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Wording:
    """Folded words that follow one another; `*` and `?` in them stand for letters."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """The beginning of an id or of one of its parts; with `*` or `?` the whole id."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Missing:
    """Nothing is known."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The documents of which a fact holds; it has no spans."""

    span: Span
    fact: Fact
    test: Dates | Wording | Path | Missing


@dataclass(frozen=True, slots=True)
class Zone:
    """Among conditions joined by AND: their spans count in zones of this kind alone."""

    span: Span
    kind: ZoneKind


@dataclass(frozen=True, slots=True)
class And(Generic[N_co]):
    """All of them."""

    span: Span
    children: tuple[N_co, ...]


@dataclass(frozen=True, slots=True)
class Or(Generic[N_co]):
    """At least one of them."""

    span: Span
    children: tuple[N_co, ...]


@dataclass(frozen=True, slots=True)
class Not(Generic[N_co]):
    """The documents without; inside a paragraph: the paragraphs without."""

    span: Span
    child: N_co


@dataclass(frozen=True, slots=True)
class Near(Generic[N_co]):
    """The later begins at most `distance` positions after the earlier one ends."""

    span: Span
    how: Literal["NEAR", "BEFORE", "AFTER"]
    distance: int
    left: N_co
    right: N_co


@dataclass(frozen=True, slots=True)
class Paragraph(Generic[N_co]):
    """All within one paragraph."""

    span: Span
    child: N_co


@dataclass(frozen=True, slots=True)
class Boost(Generic[N_co]):
    """What counts `factor` times as much in the score."""

    span: Span
    child: N_co
    factor: float


# What it comes to


@dataclass(frozen=True, slots=True)
class Terms:
    """Any of the terms of a field; `left_out` terms more were asked for than are looked up.

    `forms` are the words or ids that a person is shown for them.
    """

    span: Span
    field: Field
    terms: tuple[str, ...]
    forms: tuple[str, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a phrase: its first position in it, and how many positions it takes."""

    offset: int
    width: int
    word: Terms


@dataclass(frozen=True, slots=True)
class Run:
    """A phrase of `length` positions; `within`: its parts in any order, so much longer at most."""

    span: Span
    parts: tuple[Part, ...]
    length: int
    within: int | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """Documents by their ids; they have no spans."""

    span: Span
    docs: frozenset[str]


Leaf: TypeAlias = Word | Fuzzy | Regex | Quoted | Named | Typed | Saved | Marked | Chosen | Zone
Asked: TypeAlias = (
    "Leaf | And[Asked] | Or[Asked] | Not[Asked] | Near[Asked] | Paragraph[Asked] | Boost[Asked]"
)
Tree: TypeAlias = (
    "Terms | Run | Listed | Chosen | Zone"
    " | And[Tree] | Or[Tree] | Not[Tree] | Near[Tree] | Paragraph[Tree] | Boost[Tree]"
)


def children(tree: Tree) -> tuple[Tree, ...]:
    """The nodes directly below."""
    match tree:
        case And() | Or():
            return tree.children
        case Not() | Paragraph() | Boost():
            return (tree.child,)
        case Near():
            return (tree.left, tree.right)
    return ()


def nodes(tree: Tree) -> Iterator[Tree]:
    """All nodes of a tree, each before those below it."""
    yield tree
    for child in children(tree):
        yield from nodes(child)


def words_of(tree: Tree) -> Iterator[Terms]:
    """The terms of a tree that a document may hold, left to right; not what NOT excludes."""
    match tree:
        case Terms():
            yield tree
        case Run():
            yield from (part.word for part in tree.parts)
        case Not():
            return
        case _:
            for child in children(tree):
                yield from words_of(child)
