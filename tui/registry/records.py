"""The files of a registry → its records and their Problems, each with the place where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from tui.collector import collector_resting
from tui.model import Alias, AliasKind, Entity, Problem, Relation, Scope, Unusable
from tui.registry.faults import Faults, shown, unreadable
from tui.registry.files import content, files
from tui.yamltree import Node, YamlError, parse

TYPES = (
    "person",
    "organisation",
    "place",
    "bloc",
    "equipment",
    "event",
    "deal",
    "publication",
    "programme",
    "concept",
)
KINDS: tuple[AliasKind, ...] = get_args(AliasKind)[1:]
"""Those of what stands under `aliases`: all but the name itself."""
SCOPES: tuple[Scope, ...] = get_args(Scope)
SURROUNDINGS = ("before", "not_before", "after", "not_after", "only_in", "not_in")
_ENTITY_KEYS = ("id", "name", "type", "aliases", "description", "ids", "relations", "scope")
_ALIAS_KEYS = ("text", "kind", "case", "lang", *SURROUNDINGS)
_LONGEST = 2_000
"""Characters of a text: a long description has as many, a name never."""
_BAD_ID = re.compile(r"""[\s"'“”„«»()]|^[@:?#¶]|!$""")


_Keys = dict[str, Node]


@dataclass(frozen=True, slots=True)
class Record:
    """An entity and where it stands: the nodes of its aliases and relations run parallel."""

    entity: Entity
    file: str
    node: Node
    aliases: tuple[Node, ...]
    relations: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """What the files of a registry hold; `digest` is the SHA-256 of their bytes."""

    records: tuple[Record, ...]
    ignore: frozenset[str]
    problems: tuple[Problem, ...]
    digest: str


class Broken(Unusable):
    """A file that cannot be read into records, and the Problem that says so."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@cache
def meant(type_: str) -> str:
    """What to say of a type that is none of `TYPES`: the one it may have been meant for."""
    from tui.nearest import nearest

    near = nearest(type_, TYPES, 1)
    return f"; did you mean {near[0]}?" if near else ""


def read(path: Path) -> Contents:
    """The records of a registry; raises Broken where one of its files holds no records."""
    with collector_resting():  # to look for garbage in a growing tree takes 40 % of the time
        return _read(path)


def _read(path: Path) -> Contents:
    reader, digest = _Reader(), sha256()
    for file in files(path):
        name = file.name if file == path else f"{file.parent.name}/{file.name}"
        try:
            data = content(file)
            digest.update(b"%d\n" % len(data) + data)
            reader.read(parse(data), name)
        except (OSError, YamlError) as error:
            raise Broken(unreadable(name, error)) from None
    return Contents(
        tuple(reader.records.values()),
        frozenset(reader.ignore),
        tuple(reader.faults.problems()),
        digest.hexdigest(),
    )


class _Reader:
    """One file after another into records; of two with one id, the first counts."""

    def __init__(self) -> None:
        self.records: dict[str, Record] = {}
        self.ignore: set[str] = set()
        self.faults = Faults()

    def read(self, root: Node | None, file: str) -> None:
        self.faults.file = file
        if root is None:
            return
        if root.kind != "map":
            raise YamlError("no list of entities: the file starts otherwise", 1, 1)
        keys = _keys(root)
        self._unknown_keys(root, ("entities", "ignore"))
        self.ignore.update(self._texts(keys, "ignore"))
        entities = keys.get("entities")
        if entities is None or entities.is_null:
            return
        if entities.kind != "list":
            raise YamlError("entities must be a list", entities.line, entities.column)
        for node in entities.items:
            record = self._record(node)
            if record is None:
                continue
            first = self.records.setdefault(record.entity.id, record)
            if first is not record:
                where = f"{first.file}:{first.node.line}"
                at = node.get("id") or node
                self.faults.error(at, f"id {shown(record.entity.id)} is here twice, first {where}")

    def _record(self, node: Node) -> Record | None:
        if node.kind != "map":
            self.faults.error(node, "an entity must be a mapping: id, name, type …")
            return None
        self._unknown_keys(node, _ENTITY_KEYS)
        keys = _keys(node)
        id_, name = self._text(keys, "id"), self._text(keys, "name")
        if not id_:
            self.faults.error(node, "an entity without id")
            return None
        if not name:
            self.faults.error(node, f"{shown(id_)} has no name")
            return None
        if _BAD_ID.search(id_):
            self.faults.warning(
                keys["id"],
                f"id {shown(id_)} holds a space, quote or parenthesis, or a sign of the query",
            )
        aliases = [(Alias(name, "name"), keys["name"]), *self._aliases(keys)]
        relations = list(self._relations(keys))
        entity = Entity(
            id_,
            name,
            self._type(node, keys, id_),
            tuple(alias for alias, _ in aliases),
            self._text(keys, "description"),
            self._ids(keys),
            tuple(relation for relation, _ in relations),
            self._one_of(keys, "scope", SCOPES, "core"),
        )
        return Record(
            entity,
            self.faults.file,
            node,
            tuple(place for _, place in aliases),
            tuple(place for _, place in relations),
        )

    def _type(self, node: Node, keys: _Keys, id_: str) -> str:
        type_ = self._text(keys, "type")
        if type_ is None:
            self.faults.warning(node, f"{shown(id_)} has no type")
            return "unknown"
        if type_ not in TYPES:
            self.faults.warning(keys["type"], f"unknown type {shown(type_)}{meant(type_)}")
        return type_

    def _aliases(self, keys: _Keys) -> Iterator[tuple[Alias, Node]]:
        for item in self._list(keys, "aliases"):
            if item.kind == "list":
                self.faults.error(item, "an alias must be a text or a mapping")
                continue
            if item.kind == "text":
                text = self._line(item)
                if text and not item.is_null:
                    yield Alias(text), item
                else:
                    self.faults.warning(item, "an alias without text")
                continue
            alias = self._alias(item)
            if alias:
                yield alias, item

    def _alias(self, node: Node) -> Alias | None:
        self._unknown_keys(node, _ALIAS_KEYS)
        keys = _keys(node)
        text = self._text(keys, "text")
        if not text:
            self.faults.error(node, "an alias without text")
            return None
        return Alias(
            text,
            self._one_of(keys, "kind", KINDS, "alias"),
            self._one_of(keys, "case", ("exact", "fold"), "exact"),
            self._text(keys, "lang"),
            **{key: self._texts(keys, key) for key in SURROUNDINGS if key in keys},
        )

    def _relations(self, keys: _Keys) -> Iterator[tuple[Relation, Node]]:
        for item in self._list(keys, "relations"):
            if item.kind != "map":
                self.faults.error(item, "a relation must be a mapping: kind, to, evidence")
                continue
            self._unknown_keys(item, ("kind", "to", "evidence"))
            own = _keys(item)
            kind, to = self._text(own, "kind"), self._text(own, "to")
            if not kind or not to:
                self.faults.error(item, "a relation needs a kind and a to")
                continue
            yield Relation(kind, to, self._text(own, "evidence")), item

    def _ids(self, keys: _Keys) -> MappingProxyType[str, str]:
        ids = keys.get("ids")
        if ids is None or ids.is_null:
            return MappingProxyType({})
        if ids.kind != "map":
            self.faults.error(ids, "ids must be a mapping")
        own = _keys(ids)
        found = {key: self._text(own, key) for key in own}
        return MappingProxyType({key: value for key, value in found.items() if value})

    def _text(self, keys: _Keys, key: str) -> str | None:
        """The text at `key` on one line, None if there is nothing."""
        value = keys.get(key)
        if value is None or value.is_null:
            return None
        if value.kind != "text":
            self.faults.error(value, f"{shown(key)} must be a text")
            return None
        return self._line(value) or None

    def _line(self, node: Node) -> str:
        if len(node.text) > _LONGEST:
            self.faults.error(node, f"longer than {_LONGEST} characters")
            return ""
        return " ".join(node.text.split())

    def _texts(self, keys: _Keys, key: str) -> tuple[str, ...]:
        """The texts at `key`: a list of texts, or one alone."""
        value = keys.get(key)
        if value is not None and value.kind == "text":
            return () if value.is_null else (self._line(value),)
        items = self._list(keys, key)
        for item in items:
            if item.kind != "text":
                self.faults.error(item, f"{key} must hold texts alone")
        return tuple(line for item in items if (line := self._line(item)))

    def _list(self, keys: _Keys, key: str) -> Sequence[Node]:
        value = keys.get(key)
        if value is None or value.is_null:
            return ()
        if value.kind != "list":
            self.faults.error(value, f"{key} must be a list")
        return value.items

    def _one_of(self, keys: _Keys, key: str, known: Sequence[Any], default: Any) -> Any:
        value = self._text(keys, key)
        if value is None or value in known:
            return value or default
        what = f"unknown {key} {shown(value)}: one of {', '.join(known)}"
        self.faults.warning(keys[key], what)
        return default

    def _unknown_keys(self, node: Node, known: Sequence[str]) -> None:
        for key, _ in node.pairs:
            if key.text not in known:
                self.faults.warning(key, f"unknown key {shown(key.text)}")


def _keys(node: Node) -> _Keys:
    return {key.text: value for key, value in node.pairs}
