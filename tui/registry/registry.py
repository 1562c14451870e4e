"""The registry: everybody and everything it keeps, found again by id, name or alias."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tui.collector import collector_resting
from tui.model import Alias, Entity, Problem, Relation
from tui.nearest import nearest
from tui.words import fold

if TYPE_CHECKING:
    from tui.registry.records import Contents

_VERSION = 2
_NEAR = 55.0
"""Likeness, of 100, below which a name is not offered in place of another."""
_SPELT = 0.65
"""Likeness, up to 1, from which one spelling may have been meant by another."""
_TELLING = 3
"""Letters from which on a word inside a name is looked for."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Registry:
    """What the hand-kept files hold, in their order; `digest` is the SHA-256 of their bytes."""

    entities: Mapping[str, Entity]
    ignore: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    digest: str = ""

    @classmethod
    def empty(cls) -> Registry:
        """A registry of nobody."""
        return cls(MappingProxyType({}))

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> Registry:
        """A registry of these entities."""
        return cls(MappingProxyType({entity.id: entity for entity in entities}))

    def resolve(self, name: str) -> list[Entity]:
        """The entities of that id, else name, else alias; as written, else with case levelled."""
        wanted = _bare(name)
        entity = self.entities.get(wanted)
        if entity:
            return [entity]
        for spellings, key in ((self._written, wanted), (self._folded, fold(wanted))):
            for found in spellings:
                if key in found:
                    return list(found[key].values())
        return []

    def beginning(self, name: str) -> list[Entity]:
        """The entities of which the id, the name or an alias begins so, with case levelled.

        Behind them those of which another word does, such as the surname, once it tells something.
        """
        begun = fold(_bare(name))
        spelt = [item for spellings in self._folded for item in spellings.items()]
        found = [entities for key, entities in spelt if key.startswith(begun)]
        if len(begun) >= _TELLING:
            words = f" {begun}", f"-{begun}"
            found += [entities for key, entities in spelt if any(word in key for word in words)]
        return list({id_: e for entities in found for id_, e in entities.items()}.values())

    def nearest(self, name: str, n: int = 3) -> list[Entity]:
        """At most `n` entities whose id, name or an alias is like `name` in any way, best first."""
        from rapidfuzz import fuzz, process

        choices = [
            (fold(text), entity) for entity in self.entities.values() for text in _spellings(entity)
        ]
        scored = process.extract(
            fold(_bare(name)),
            [text for text, _ in choices],
            scorer=fuzz.WRatio,
            limit=n * 8,
            score_cutoff=_NEAR,
        )
        found = {choices[at][1].id: choices[at][1] for _, _, at in scored}
        return list(found.values())[:n]

    def meant(self, name: str, n: int = 3) -> list[Entity]:
        """At most `n` entities that may have been meant by a name that is none.

        Those with all its words in one name; else those spelt much like it, best first; else
        those with one word that is.
        """
        asked = fold(_bare(name))
        words = set(_WORD.findall(asked))
        whole, parts = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
        holding: list[str] = []
        for entity in self.entities.values():
            for text in map(fold, _spellings(entity)):
                there = _WORD.findall(text)
                whole[text].append(entity.id)
                for word in there:
                    parts[word].append(entity.id)
                holding += [entity.id] if words and words.issubset(there) else []
        ids = holding or _spelt_like(asked, whole) or _spelt_like(asked, parts)
        return [self.entities[id_] for id_ in list(dict.fromkeys(ids))[:n]]

    def relating(self, id_: str) -> list[Entity]:
        """The entities that have a relation to the one of that id; of a copy no others are read."""
        entities = self.entities
        ids = entities.holding(id_) if isinstance(entities, _Copied) else list(entities)
        found = (entities[other] for other in ids)
        return [entity for entity in found if any(r.to == id_ for r in entity.relations)]

    @cached_property
    def _written(self) -> tuple[_Index, ...]:
        return self._by_name(lambda text: text)

    @cached_property
    def _folded(self) -> tuple[_Index, ...]:
        ids: _Index = {}
        for entity in self.entities.values():
            ids.setdefault(fold(entity.id), {})[entity.id] = entity
        return ids, *self._by_name(fold)

    def _by_name(self, level: Callable[[str], str]) -> tuple[_Index, _Index]:
        names: _Index = {}
        aliases: _Index = {}
        for entity in self.entities.values():
            names.setdefault(level(entity.name), {})[entity.id] = entity
            for alias in entity.aliases[1:]:
                aliases.setdefault(level(alias.text), {})[entity.id] = entity
        return names, aliases

    def to_json(self) -> bytes:
        """A copy in lines of JSON, an entity each, of which `from_json` reads what is asked for."""
        lines = b"\n".join(_json(_entity_to_json(entity)) for entity in self.entities.values())
        head = {
            "version": _VERSION,
            "sha256": sha256(lines).hexdigest(),
            "digest": self.digest,
            "ignore": sorted(self.ignore),
            "problems": [[p.file, p.line, p.column, p.what, p.severity] for p in self.problems],
            "ids": list(self.entities),
        }
        return _json(head) + b"\n" + lines

    @classmethod
    def from_json(cls, data: bytes) -> Registry | None:
        """The registry of a copy, None if it is none of this version, or damaged."""
        first, _, lines = data.partition(b"\n")
        try:
            head = json.loads(first)
            if head["version"] != _VERSION or head["sha256"] != sha256(lines).hexdigest():
                return None
            entities = _Copied(dict(zip(head["ids"], lines.split(b"\n"), strict=False)))
            problems = tuple(Problem(*item) for item in head["problems"])
            ignore = frozenset(head["ignore"])
            return cls(entities, ignore, problems, head["digest"])
        except (ValueError, TypeError, KeyError, IndexError):
            return None


_Index = dict[str, dict[str, Entity]]
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
"""Those of an alias, in their order."""


def load(path: Path) -> Registry:
    """The registry of `path` and the folder beside it; raises Unusable if it holds no records."""
    from tui.registry.records import read

    with collector_resting():  # until the tree of the files is gone again
        return _without_places(read(path))


def _without_places(contents: Contents) -> Registry:
    entities = {record.entity.id: record.entity for record in contents.records}
    return Registry(MappingProxyType(entities), contents.ignore, contents.problems, contents.digest)


class _Copied(Mapping[str, Entity]):
    """Entities out of a copy, each read when it is first asked for."""

    def __init__(self, lines: dict[str, bytes]) -> None:
        self._lines = lines
        self._made: dict[str, Entity] = {}

    def __getitem__(self, id_: str) -> Entity:
        entity = self._made.get(id_)
        if entity is None:
            entity = self._made[id_] = _entity_from_json(json.loads(self._lines[id_]))
        return entity

    def holding(self, text: str) -> list[str]:
        """The ids of those in which a text of the registry is just `text`."""
        wanted = _json(text)
        return [id_ for id_, line in self._lines.items() if wanted in line]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def _spellings(entity: Entity) -> Iterator[str]:
    yield entity.id
    yield from (alias.text for alias in entity.aliases)


def _spelt_like(asked: str, spelt: Mapping[str, list[str]]) -> list[str]:
    """What stands under the spellings most like `asked`, best first."""
    return [id_ for text in nearest(asked, spelt, None, _SPELT) for id_ in spelt[text]]


def _bare(name: str) -> str:
    """`name` on one line without the `@` and the quotes of a query."""
    return " ".join(name.split()).removeprefix("@").strip('"“”')


def _json(value: object) -> bytes:
    return _ENCODER.encode(value).encode()


def _entity_to_json(entity: Entity) -> list[Any]:
    return [
        entity.id,
        entity.name,
        entity.type,
        entity.description,
        entity.scope,
        [_alias_to_json(alias) for alias in entity.aliases],
        dict(entity.ids),
        [[r.kind, r.to, r.evidence] for r in entity.relations],
    ]


def _alias_to_json(alias: Alias) -> str | list[Any]:
    values: list[object] = list(alias)
    while values[-1] == ():
        values.pop()
    return alias.text if values == [alias.text, "alias", "exact", None] else values


def _entity_from_json(item: list[Any]) -> Entity:
    id_, name, type_, description, scope, aliases, ids, relations = item
    return Entity(
        id_,
        name,
        type_,
        tuple([_alias_from_json(alias) for alias in aliases]),
        description,
        MappingProxyType(ids),
        tuple([Relation(*relation) for relation in relations]),
        scope,
    )


def _alias_from_json(item: str | list[Any]) -> Alias:
    if isinstance(item, str):
        return Alias(item)
    text, kind, case, lang, *surroundings = item
    return Alias(text, kind, case, lang, *map(tuple, surroundings))
