"""The named corpora of config.yaml: one more or one less, and every other byte as it is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from tui.editor.draft import BOM, Source, source
from tui.editor.insertion import LINE_END, Insertion, at_end, under_key
from tui.editor.scalars import Value, mapping, scalar
from tui.lock import Lock
from tui.model import Refused, Unusable
from tui.places import Places, private_folder, write_atomically
from tui.visible import visible
from tui.yamltree import Node, YamlError, parse

CONFIG = "config.yaml"
KEY = "corpora"
WAIT = 1.0
"""Seconds that another writer is waited for."""

_COMMA = re.compile(r"\s*,[ \t]*")


def name_corpus(places: Places, name: str, folder: Path, registry: Path | None) -> None:
    """Give a folder a name; Refused if the name is taken, or is none."""
    if not name or visible(name) != name or re.search(r"[/\s]|^-", name):
        raise Refused(f"{name!r} is no name for a corpus: it has no spaces, no / and no - in front")
    path = places.config / CONFIG
    pairs: dict[str, Value] = {"path": _written(folder)}
    if registry:
        pairs["registry"] = _written(registry)
    written = mapping(pairs) if registry else scalar(str(folder))
    entry = f"{scalar(name)}: {written}"
    if not path.exists():
        _write(places, path, None, f"{KEY}:\n  {entry}\n".encode())
        return
    file = source(path, CONFIG)
    tree = _tree(file)
    if name in (tree.get(KEY) or {}):
        raise Refused(f"there is a corpus {name!r} already", f"{path}")
    at, added = _insertion(file, entry)
    tree[KEY] = {**(tree.get(KEY) or {}), name: pairs if registry else str(folder)}
    _change(places, file, file.text[:at] + added + file.text[at:], tree)


def forget_corpus(places: Places, name: str) -> None:
    """Take a name out; the folder stays as it is. Refused if there is no such name."""
    path = places.config / CONFIG
    file = source(path, CONFIG) if path.exists() else None
    tree = _tree(file) if file else {}
    if not file or name not in (tree.get(KEY) or {}):
        raise Refused(
            f"there is no corpus {name!r}", "readroom corpus lists those that have a name"
        )
    text = _without(file, name)
    del tree[KEY][name]
    _change(places, file, text, tree)


def _written(path: Path) -> str:
    """A path as the file can hold it."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        raise Refused(f"{path}: a name that is not UTF-8 cannot be kept") from None
    return str(path)


def _tree(file: Source) -> dict[str, Any]:
    """The whole file as plain lists and mappings; Unusable if it is no config."""
    root = file.root
    if root is None or root.is_null:
        return {}
    listed = root.get(KEY)
    if root.kind != "map" or not (listed is None or listed.is_null or listed.kind == "map"):
        raise Unusable(f"{file.path}: {KEY} must map names to folders")
    tree: dict[str, Any] = root.plain()
    if listed is not None and listed.is_null:
        tree[KEY] = {}
    return tree


def _insertion(file: Source, entry: str) -> Insertion:
    """Where one more entry goes: behind the last one."""
    text, root = file.text, file.root
    listed = root.get(KEY) if root else None
    if listed is None or root is None:
        return at_end(text, f"{KEY}:\n  {entry}")
    if listed.is_null:
        key = next(key for key, _ in root.pairs if key.text == KEY)
        return under_key(text, key, f"  {entry}")
    if not listed.pairs:
        return Insertion(listed.start + 1, entry)
    last = listed.pairs[-1][1]
    if listed.flow:
        return Insertion(last.end, f", {entry}")
    return under_key(text, last, " " * (listed.column - 1) + entry)


def _without(file: Source, name: str) -> str:
    """The text without an entry; the last one leaves an empty mapping."""
    text, root = file.text, file.root
    listed = root.get(KEY) if root else None
    assert root is not None
    assert listed is not None
    key, value = next(pair for pair in listed.pairs if pair[0].text == name)
    if listed.flow:
        start, end = key.start, value.end
        behind, before = _COMMA.match(text, end), re.search(r",\s*$", text[:start])
        if behind:
            return text[:start] + text[behind.end() :]
        return text[: before.start() if before else start] + text[end:]
    start = max(text.rfind("\n", 0, key.start), text.rfind("\r", 0, key.start)) + 1
    found = LINE_END.search(text, len(text[: value.end].rstrip()))
    end = found.end() if found else len(text)
    if len(listed.pairs) > 1:
        return text[:start] + text[end:]
    colon = text.index(":", next(key for key, _ in root.pairs if key.text == KEY).end) + 1
    return f"{text[:colon]} {{}}{text[colon:start]}{text[end:]}"


def _change(places: Places, file: Source, text: str, wanted: dict[str, Any]) -> None:
    """Write a text that holds what is wanted and nothing else; else Refused."""
    data = BOM * file.data.startswith(BOM) + text.encode()
    root: Node | None
    try:
        root = parse(data)
    except YamlError:
        root = None
    if root is None or root.plain() != wanted:
        raise Refused(f"{file.path} is written in a way that no edit fits", "change it by hand")
    _write(places, file.path, file.data, data)


def _write(places: Places, path: Path, before: bytes | None, after: bytes) -> None:
    """Replace a file; Refused if it is no longer what it was."""
    with Lock(private_folder(places.state) / "config.lock", WAIT):
        if (path.read_bytes() if path.exists() else None) != before:
            raise Refused(f"{path} has changed meanwhile: nothing was written")
        if not path.parent.is_dir():
            private_folder(path.parent)
        write_atomically(path, after)
