"""How many spans a tree has where every occurrence of its words is one: then they are counted."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from tui.query.capitals import bare
from tui.query.engine import Engine, Field
from tui.query.meaning import is_zone_condition
from tui.query.tree import (
    And,
    Boost,
    Chosen,
    Listed,
    Not,
    Or,
    Terms,
    Tree,
    children,
    nodes,
    words_of,
)

_SIGNS = frozenset("-&$€£¥₽₴₹+%")
"""What no single word holds: designators, amounts and words with a sign do."""


def counted(tree: Tree, docs: AbstractSet[int], engine: Engine) -> Mapping[int, int]:
    """The number of spans in each of `docs`, which answer `tree`.

    Documents where one span may hold another are left out: there only positions tell.
    """
    if not _lights_all(tree):
        return {}
    asked = {(leaf.field, term) for leaf in words_of(tree) for term in leaf.terms}
    if len(asked) == 1:
        ((field, term),) = asked
        return _with_zeros(docs, engine.frequencies(field, [term], docs))
    single = {term for field, term in asked if field == "words" and _is_single(term)}
    if any(map(str.isascii, single)):  # a Cyrillic double of a Latin word stands at its position
        single = set(filter(str.isascii, single))
    fields: tuple[Field, ...] = ("words", "names")
    for field in fields:
        others = [term for f, term in asked if f == field and term not in single]
        docs = docs - engine.documents(field, others)
    return _with_zeros(docs, engine.frequencies("words", sorted(single), docs))


def _with_zeros(docs: AbstractSet[int], found: Mapping[int, int]) -> Mapping[int, int]:
    return {**dict.fromkeys(docs, 0), **found}


def _is_single(term: str) -> bool:
    """Whether a term stands at a position of its own, where no other such term does."""
    is_spelled = term.casefold() != term or term.replace(".", "").isalpha() != term.isalpha()
    return not is_spelled and _SIGNS.isdisjoint(bare(term))


def _lights_all(tree: Tree) -> bool:
    """Whether each word of `tree` is lit wherever it stands in a document that answers."""
    match tree:
        case Terms() | Chosen() | Listed():
            return True
        case Not():  # beside others a zone that is excluded takes their spans there away
            return not is_zone_condition(tree)
        case Or():
            has_and = any(isinstance(node, And) for node in nodes(tree))
            return not has_and and all(map(_lights_all, tree.children))
        case And() | Boost():
            return all(map(_lights_all, children(tree)))
    return False
