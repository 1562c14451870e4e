"""What a query was taken to mean, how many documents each clause has, and which one empties it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from time import monotonic

from tui.counts import count
from tui.model import Span
from tui.nearest import nearest
from tui.query.capitals import bare, both
from tui.query.engine import Engine
from tui.query.expand import Known
from tui.query.matching import match
from tui.query.parse import BINDING, Parsed
from tui.query.tree import (
    And,
    Boost,
    Chosen,
    Dates,
    Listed,
    Missing,
    Near,
    Not,
    Or,
    Paragraph,
    Path,
    Run,
    Terms,
    Tree,
    Zone,
    children,
    nodes,
)

SECONDS, HELPING = 1.0, 0.25
"""How long the clauses may be counted, and how long is looked for what may help."""
MOST_SHOWN = 12
"""Forms of a word that are shown with their numbers."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a query: where it stands, what it means, and what it finds on its own.

    `hits` are its spans, None if there was no time to count them. `forms` are the words looked up
    for it, each with its number of documents, `left_out` those not looked up. `empties`: because of
    it the whole finds nothing.
    """

    span: Span
    says: str
    documents: int
    hits: int | None
    is_exact: bool
    forms: tuple[tuple[str, int], ...] = ()
    left_out: int = 0
    empties: bool = False
    children: tuple[Clause, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether it surely finds nothing."""
        return self.is_exact and not self.documents

    def lines(self, depth: int = 0) -> Iterator[str]:
        """The clause and those below it, a line each, indented by two."""
        least = "" if self.is_exact else "at least "
        note = ": this clause empties the result" if self.empties else ""
        hits = f"{count(self.hits, 'hit')} in " if self.hits else ""
        found = f"{least}{hits}{count(self.documents, 'text')}"
        yield f"{'  ' * depth}{self.says} — {found}{note}"
        if len(self.forms) > 1 or self.left_out:
            yield "  " * (depth + 1) + "= " + self._shown()
        for child in self.children:
            yield from child.lines(depth + 1)

    def _shown(self) -> str:
        shown = [f"{form} {count:,}" for form, count in self.forms[:MOST_SHOWN]]
        if len(self.forms) > MOST_SHOWN:
            shown.append(f"{len(self.forms) - MOST_SHOWN:,} more")
        if self.left_out:
            shown.append(f"{self.left_out:,} or more not looked up")
        return ", ".join(shown)


@dataclass(frozen=True, slots=True)
class Explanation:
    """The clauses of a query as a tree; `hints` and, where nothing was found, what may help."""

    root: Clause
    hints: tuple[str, ...]

    def lines(self) -> list[str]:
        """All of it, as lines to read."""
        return [*self.root.lines(), *self.hints, f"binding from tight to loose: {BINDING}"]


def explain(parsed: Parsed, tree: Tree, engine: Engine, known: Known) -> Explanation:
    """What `parsed` means in `engine`, `tree` being what it was expanded to."""
    root = _clause(tree, engine, monotonic() + SECONDS)
    hints = list(parsed.hints)
    if root.is_empty:
        if not isinstance(tree, And) or any(child.is_empty for child in root.children):
            root = _blamed(root)
        hints += helps(parsed, tree, engine, known)
    return Explanation(root, tuple(dict.fromkeys(hints)))


def helps(parsed: Parsed, tree: Tree, engine: Engine, known: Known) -> tuple[str, ...]:
    """Where nothing was found: which clause to drop, and what may have been meant."""
    end = monotonic() + HELPING
    found = (*_without(parsed, tree, engine, end), *_meant(tree, engine, known, end))
    return tuple(dict.fromkeys(found))


def _clause(tree: Tree, engine: Engine, end: float) -> Clause:
    found = match(tree, engine, seconds=end - monotonic())
    below: tuple[Tree, ...] = children(tree)
    if isinstance(tree, Run):
        below = tuple(part.word for part in tree.parts)
    forms: tuple[tuple[str, int], ...] = ()
    left_out = 0
    if isinstance(tree, Terms) and tree.field == "words":
        left_out = tree.left_out
        forms = tuple((form, _documents_of(form, tree, engine)) for form in tree.forms[:MOST_SHOWN])
        forms += tuple((form, 0) for form in tree.forms[MOST_SHOWN:])
    clauses = tuple(_clause(child, engine, end) for child in below)
    hits = sum(found.frequencies.values()) if monotonic() < end else None
    return Clause(
        span=tree.span,
        says=_says(tree),
        documents=len(found.docs),
        hits=hits,
        is_exact=found.is_complete,
        forms=forms,
        left_out=left_out,
        children=clauses,
    )


def _documents_of(form: str, leaf: Terms, engine: Engine) -> int:
    terms = [term for term in leaf.terms if bare(term) == form]
    return len(engine.documents("words", terms))


def _blamed(clause: Clause) -> Clause:
    """The clause with what empties it marked: the smallest parts that find nothing."""
    if not any(child.is_empty for child in clause.children):
        return replace(clause, empties=True)
    marked = tuple(_blamed(child) if child.is_empty else child for child in clause.children)
    return replace(clause, children=marked)


def _without(parsed: Parsed, tree: Tree, engine: Engine, end: float) -> Iterator[str]:
    """What is found without one of the clauses that AND joins."""
    if not isinstance(tree, And):
        return
    for i, child in enumerate(tree.children):
        rest = tree.children[:i] + tree.children[i + 1 :]
        if monotonic() > end:
            return
        found = match(And(tree.span, rest), engine, seconds=end - monotonic())
        if found.docs:
            left = parsed.query[slice(*child.span)]
            least = "" if found.is_complete else "at least "
            yield f"without {left}: {least}{count(len(found.docs), 'text')}"


def _meant(tree: Tree, engine: Engine, known: Known, end: float) -> Iterator[str]:
    """The words and names nearest to those that no document has."""
    for leaf in nodes(tree):
        words = [part.word for part in leaf.parts] if isinstance(leaf, Run) else [leaf]
        for word in words if monotonic() < end else ():
            if isinstance(word, Terms) and not engine.documents(word.field, word.terms):
                yield from _nearest(word, engine, known)


def _nearest(leaf: Terms, engine: Engine, known: Known) -> Iterator[str]:
    for form in leaf.forms if leaf.field == "words" else ():
        begun = (engine.vocabulary("words", first) for first in both(form[:1].lower()))
        there = {bare(term) for terms in begun for term, _ in terms}
        if near := nearest(form, there):
            yield f"no {form}; did you mean {', '.join(near)}?"
        if near := [f"@{e.id}" for e in known.names.meant(form)]:
            yield f"the nearest name: {', '.join(near)}"


def _says(tree: Tree) -> str:
    match tree:
        case Terms(field="names", terms=(term,)):
            return f"type{term}" if term.startswith(":") else f"@{term}"
        case Terms(forms=forms):
            return forms[0] if forms else "no word of the vocabulary"
        case Run(parts=parts, within=within):
            words = " ".join(part.word.forms[0] if part.word.forms else "…" for part in parts)
            return f"“{words}”" + (f"~{within}, in any order" if within else "")
        case Near(how=how, distance=distance):
            return f"{how}/{distance}"
        case And():
            return "all of"
        case Or():
            return "any of"
        case Not():
            return "without"
        case Paragraph():
            return "in one paragraph"
        case Boost(factor=factor):
            return f"counted {factor:g} times"
        case Zone(kind=kind):
            return f"only in {kind}"
        case Listed():
            return "marked so"
        case Chosen():
            return _says_fact(tree)


def _says_fact(leaf: Chosen) -> str:
    match leaf.test:
        case Missing():
            return f"no {leaf.fact} is known"
        case Dates(first, last):
            return f"{leaf.fact} {first} to {last}"
        case Path(pattern):
            return f"{leaf.fact} {pattern}"
        case test:
            return f"{leaf.fact} “{' '.join(test.words)}”"
