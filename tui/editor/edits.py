"""What can be edited: an alias more, an entity more, a name never to be asked about, a decision."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tui.editor.draft import Draft, Source, draft, new, source
from tui.editor.insertion import Insertion, among, into_list, into_mapping, into_root, under_key
from tui.editor.scalars import Value, mapping, plain, scalar, value
from tui.model import Alias, Refused
from tui.registry import decisions
from tui.registry.decisions import Decision
from tui.registry.files import files
from tui.registry.records import SURROUNDINGS
from tui.yamltree import Node

_ALIASES_BEHIND = ("type", "name", "id")
_NOT_IN_ID = re.compile(r"""[\s"'“”„«»()]""")
_NEW_DECISIONS = """\
# Which entity a name means where the registry leaves it open: a line a mention, found again by its
# words and what stands around them. Of two lines about one mention the later counts.
decisions:
"""


def add_alias(registry: Path, id: str, alias: Alias) -> Draft:
    """One more alias for an entity, the last of its list."""
    for file in _sources(registry):
        for at, node in enumerate(_entities(file)):
            if _text(node, "id") == id:
                return _with_alias(file, at, alias)
    raise Refused(f"no entity has the id {id!r}")


def add_entity(registry: Path, id: str, name: str, type: str) -> Draft:
    """One more entity at its place, sorted by type and then by id.

    Of several files it goes into the one with the most entities of its type.
    """
    if _NOT_IN_ID.search(id):
        raise Refused(f"{id!r} cannot be an id", "an id holds no space, quote or parenthesis")
    pairs: dict[str, Value] = {"id": id, "name": name, "type": type}
    what, item = f"{type} {id!r}", _lines(pairs)
    if not registry.exists():
        return new(registry, f"entities:\n  - {item}\n", what, f"{registry.name}: - {item}")
    sources = _sources(registry)
    for file in sources:
        for node in _entities(file):
            if _text(node, "id") == id:
                raise Refused(f"{id!r} is there already", f"{file.name}:{node.line}")
    chosen = max(sources, key=lambda f: sum(_text(n, "type") == type for n in _entities(f)))
    return _with_entity(chosen, pairs, what)


def ignore(registry: Path, name: str) -> Draft:
    """One more name under `ignore:`."""
    file = _sources(registry)[0]
    item, tree = scalar(name), _tree(file)
    old = _list(file, "ignore")
    by_hand = f"{file.name}:{old.line if old else 1}: under ignore: {item}"
    if old and name in [node.text for node in old.items]:
        raise Refused(f"{name!r} is ignored already", f"{file.name}:{old.line}")
    if file.root is None:
        insertion = into_root(file.text, None, "ignore", f"  - {item}")
    elif old:
        insertion = into_list(file.text, old, item)
    else:
        insertion = into_mapping(file.text, file.root, "ignore", item, ())
    return draft(file, insertion, _grown(tree, "ignore", name), f"ignore {name!r}", by_hand)


def decide(registry: Path, data: Path, decision: Decision) -> Draft:
    """One more decision, beside the registry or, where that cannot be written, below `data`."""
    path = next((p for p in decisions.files(registry, data) if _can_be_written(p)), None)
    path = path or decisions.files(registry, data)[1]
    anchor = decision.anchor
    pairs: dict[str, Value] = {
        "doc": decision.doc,
        "entity": decision.entity,
        "prefix": anchor.prefix,
        "exact": anchor.exact,
        "suffix": anchor.suffix,
        "at": anchor.at,
        "sha256": anchor.sha256,
    }
    item = mapping(pairs)
    what = f"{anchor.exact!r} of {decision.doc} means @{decision.entity}"
    by_hand = f"{path.name}: under decisions: - {item}"
    if not path.exists():
        return new(path, f"{_NEW_DECISIONS}  - {item}\n", what, by_hand)
    file = source(path, path.name)
    listed, text = _list(file, "decisions"), file.text
    insertion = into_list(text, listed, item) if listed else _first(file, "decisions", item)
    wanted = {key: plain(of) for key, of in pairs.items()}
    return draft(file, insertion, _grown(_tree(file), "decisions", wanted), what, by_hand)


def _with_alias(file: Source, at: int, alias: Alias) -> Draft:
    node = _entities(file)[at]
    pairs = _pairs(alias)
    item = scalar(alias.text) if len(pairs) == 1 else mapping(pairs)
    wanted: Any = {key: plain(of) for key, of in pairs.items()}
    if len(pairs) == 1:
        wanted = alias.text
    id, old = _text(node, "id"), node.get("aliases")
    line = old.line if old else node.line
    if wanted in [_text(node, "name"), *(other.plain() for other in (old.items if old else ()))]:
        raise Refused(f"{alias.text!r} is a name of {id!r} already", f"{file.name}:{line}")
    if old and old.kind == "list":
        insertion = into_list(file.text, old, item)
    else:
        insertion = into_mapping(file.text, node, "aliases", item, _ALIASES_BEHIND)
    tree = _tree(file)
    _grown(tree["entities"][at], "aliases", wanted)
    what = f"{alias.kind} {alias.text!r} of {id!r}"
    return draft(file, insertion, tree, what, f"{file.name}:{line}: under aliases: {item}")


def _with_entity(file: Source, pairs: dict[str, Value], what: str) -> Draft:
    nodes = _entities(file)
    at, near = _place(nodes, str(pairs["type"]), str(pairs["id"]))
    listed, text = _list(file, "entities"), file.text
    insertion = (
        among(text, listed, at, pairs, near) if listed else _first(file, "entities", _lines(pairs))
    )
    tree = _tree(file)
    old = tree.get("entities")
    tree["entities"] = [*old[:at], pairs, *old[at:]] if isinstance(old, list) else [pairs]
    line = nodes[near].line if nodes else 1
    by_hand = f"{file.name}:{line}: beside this entity: - {mapping(pairs)}"
    return draft(file, insertion, tree, what, by_hand)


def _lines(pairs: dict[str, Value]) -> str:
    """A mapping in lines, as the first item of an indented list."""
    return "\n    ".join(f"{key}: {value(of)}" for key, of in pairs.items())


def _place(nodes: Sequence[Node], type: str, id: str) -> tuple[int, int]:
    """Where a new entity stands among the others, and which of them is beside it."""
    ranks = [(_text(node, "type"), _text(node, "id")) for node in nodes]
    same = [at for at, rank in enumerate(ranks) if rank[0] == type] or range(len(ranks))
    at = next((at for at in same if ranks[at] > (type, id)), same[-1] + 1 if same else 0)
    is_behind = at == len(ranks) or ranks[at][0] != type or (at and ranks[at - 1][0] == type)
    return at, at - 1 if at and is_behind else at


def _pairs(alias: Alias) -> dict[str, Value]:
    """What is written of an alias: its text, and what differs from a plain one."""
    pairs: dict[str, Value] = {"text": alias.text}
    if alias.kind not in ("alias", "name"):
        pairs["kind"] = alias.kind
    if alias.case != "exact":
        pairs["case"] = alias.case
    if alias.lang:
        pairs["lang"] = alias.lang
    for key in SURROUNDINGS:
        if getattr(alias, key):
            pairs[key] = list(getattr(alias, key))
    return pairs


def _sources(registry: Path) -> list[Source]:
    """The files of a registry, each called as its Problems call it."""
    main, *others = files(registry)
    return [
        source(main, main.name),
        *(source(file, f"{file.parent.name}/{file.name}") for file in others),
    ]


def _entities(file: Source) -> Sequence[Node]:
    listed = _list(file, "entities")
    return listed.items if listed else ()


def _list(file: Source, key: str) -> Node | None:
    """The list at a key of a file, None if there is none."""
    found = file.root.get(key) if file.root else None
    return found if found and found.kind == "list" else None


def _text(node: Node, key: str) -> str:
    """The text of a mapping at a key, on one line; "" if there is none."""
    found = node.get(key)
    return " ".join(found.text.split()) if found else ""


def _first(file: Source, key: str, item: str) -> Insertion:
    """Where the first item of a list goes, at a key without a value or one that is missing."""
    for name, _ in file.root.pairs if file.root else ():
        if name.text == key:
            return under_key(file.text, name, f"  - {item}")
    return into_root(file.text, file.root, key, f"  - {item}")


def _tree(file: Source) -> dict[str, Any]:
    """The whole file as plain lists and mappings, to be changed into what is wanted."""
    return file.root.plain() if file.root and file.root.kind == "map" else {}


def _grown(tree: dict[str, Any], key: str, item: Any) -> dict[str, Any]:
    """`tree` with one item more in the list at `key`."""
    old = tree.get(key)
    tree[key] = [*old, item] if isinstance(old, list) else [item]
    return tree


def _can_be_written(path: Path) -> bool:
    is_there = not path.exists() or os.access(path, os.W_OK)
    return is_there and os.access(path.parent, os.W_OK | os.X_OK)
