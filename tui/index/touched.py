"""Which documents a change of the registry or of the decisions touches.

What the finder finds in a text hangs on the spellings that stand in it and on their entities alone.
So a document is touched if a spelling of a changed alias stands in it, old or new; of an entity of
another type or scope, any of its spellings. The old index knows where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from tui.index.view import IndexView
from tui.mentions import surfaces
from tui.model import Alias, Entity
from tui.query.capitals import both
from tui.registry import Registry


def touched(view: IndexView, old: Registry, new: Registry) -> set[int]:
    """The documents of `view`, made with `old`, that `new` makes anew."""
    found: set[int] = set()
    for run in {run for entity in _changed(old, new) for run in surfaces(entity)}:
        found |= _holding(view, run)
    if _order(old, new) != _order(new, old):
        candidates = [term for term, _ in view.vocabulary("names", "?")]
        found |= view.documents("names", candidates)
    return found


def decided(old: Mapping[str, Any], new: Mapping[str, Any]) -> set[str]:
    """The ids of the documents with other decisions than before."""
    return {doc for doc in old.keys() | new.keys() if old.get(doc) != new.get(doc)}


def _changed(old: Registry, new: Registry) -> Iterator[Entity]:
    """The entities that were changed, as they were and as they are, with their changed aliases."""
    for id in old.entities.keys() | new.entities.keys():
        before, after = old.entities.get(id), new.entities.get(id)
        if before is None or after is None:
            yield from (entity for entity in (before, after) if entity)
            continue
        same: AbstractSet[Alias] = frozenset()
        if (before.type, before.scope) == (after.type, after.scope):
            same = frozenset(before.aliases) & frozenset(after.aliases)
            if _among(before.aliases, same) != _among(after.aliases, same):
                same = frozenset()
        for entity in (before, after):
            rest = tuple(alias for alias in entity.aliases if alias not in same)
            if rest:
                yield replace(entity, aliases=rest)


def _among(aliases: Sequence[Alias], some: AbstractSet[Alias]) -> list[Alias]:
    return [alias for alias in aliases if alias in some]


def _order(one: Registry, other: Registry) -> list[str]:
    """The entities of both, in the order of `one`: so the candidates of a mention stand."""
    return [id for id in one.entities if id in other.entities]


def _holding(view: IndexView, run: Sequence[str]) -> set[int]:
    """The documents in which the words of `run` stand in a row; `S-400s` is a `S-400` too."""
    last = [*both(run[-1]), *(both(run[-1] + "s") if run[-1][-1].isdigit() else ())]
    wanted = [*map(both, run[:-1]), last]
    docs = set(view.documents("words", wanted[0]))
    for terms in wanted[1:]:
        docs &= view.documents("words", terms)
    if len(run) == 1 or not docs:
        return docs
    places = [view.extents("words", terms, docs) for terms in wanted]
    return {doc for doc in docs if _in_a_row([{first for first, _ in p[doc]} for p in places])}


def _in_a_row(places: Sequence[set[int]]) -> bool:
    return any(all(first + i in there for i, there in enumerate(places)) for first in places[0])
