"""YAML as a tree of texts, lists and mappings that know where they stand; the one door to PyYAML.

Only events are read, never objects: every scalar stays text (`no`, `1:30`, `2024-01-02` too). What
can explode, act or deceive is refused: aliases, tags, merge keys, deep nesting, a key given twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

import yaml

LARGEST = 8 << 20
"""Bytes of the largest file that is read."""
DEEPEST = 32
"""Levels of nesting."""
MOST = 250_000
"""Texts, lists and mappings in one file."""

_NOT_ALLOWED = re.compile(
    "[^\t\n\r\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_LINE_END = re.compile("\r\n|\n|\r")
_NODES = {
    yaml.AliasEvent,
    yaml.ScalarEvent,
    yaml.SequenceStartEvent,
    yaml.MappingStartEvent,
}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class YamlError(Exception):
    """The bytes cannot be read; line and column count from 1."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(f"{line}:{column}: {message}")
        self.message = message
        self.line = line
        self.column = column


class Node(NamedTuple):
    """A value of the file, `decode(data)[start:end]`.

    `value` is a str, a list of Nodes, or a list of (key, value) pairs of Nodes. `style` is one of
    "" ' " | > for a text and "" otherwise; `flow` is true of `[…]` and `{…}`. What is written as a
    block ends where its last value ends; a block text ends after its line end.
    """

    kind: Literal["text", "list", "map"]
    value: Any
    start: int
    end: int
    line: int
    column: int
    flow: bool = False
    style: str = ""

    @property
    def text(self) -> str:
        """The text, "" of a list or a mapping."""
        return self.value if self.kind == "text" else ""

    @property
    def items(self) -> list[Node]:
        """The items of a list, none of anything else."""
        return self.value if self.kind == "list" else []

    @property
    def pairs(self) -> list[tuple[Node, Node]]:
        """The keys and values of a mapping in the order written, none of anything else."""
        return self.value if self.kind == "map" else []

    @property
    def is_null(self) -> bool:
        """Whether nothing stands here: no value at all, `~` or `null`."""
        return (
            self.kind == "text"
            and self.style == ""
            and self.value in ("", "~", "null", "Null", "NULL")
        )

    def get(self, key: str) -> Node | None:
        """The value of a mapping at `key`."""
        for name, value in self.pairs:
            if name.value == key:
                return value
        return None

    def plain(self) -> Any:
        """The same as str, list and dict."""
        if self.kind == "text":
            return self.value
        if self.kind == "list":
            return [item.plain() for item in self.items]
        return {key.value: value.plain() for key, value in self.pairs}


def decode(data: bytes) -> str:
    """The text of a file, without a byte-order mark; or a YamlError."""
    if len(data) > LARGEST:
        raise YamlError(f"larger than {LARGEST >> 20} MB", 1, 1)
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        what = f"not UTF-8: byte 0x{data[error.start]:02x}"
        raise YamlError(what, *_place(before, len(before))) from None
    wrong = _NOT_ALLOWED.search(text)
    if wrong:
        what = f"character U+{ord(wrong.group()):04X} is not allowed"
        raise YamlError(what, *_place(text, wrong.start()))
    return text


def parse(data: bytes) -> Node | None:
    """The tree of a file, None of one with nothing in it; or a YamlError, and nothing else."""
    text = decode(data)
    try:
        return _document(_events(text))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = min(mark.index if mark else 0, len(text.rstrip()))
        what = error.problem or error.context or "not YAML"
        raise YamlError(what, *_place(text, at)) from None


def _events(text: str) -> Iterator[Any]:
    """The events of a text, those refused that may not stand anywhere."""
    loader = _LOADER(text)
    left = MOST
    while loader.check_event():
        event: Any = loader.get_event()
        if type(event) in _NODES:
            if event.anchor is not None:
                raise _error(event, "anchors and aliases (& and *) are not supported")
            if event.tag is not None:
                raise _error(event, "tags (!) are not supported")
            left -= 1
            if left < 0:
                raise _error(event, f"more than {MOST} values")
        yield event


def _document(events: Iterator[Any]) -> Node | None:
    root, documents = None, 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _error(event, "a second document starts here")
        elif type(event) in _NODES:
            root = _node(event, events, 0)
    return root


def _node(event: Any, events: Iterator[Any], depth: int) -> Node:
    """The node that `event` begins; `depth` lists and mappings stand around it."""
    mark, end = event.start_mark, event.end_mark.index
    if type(event) is yaml.ScalarEvent:
        style = event.style or ""
        return Node(
            "text", event.value, mark.index, end, mark.line + 1, mark.column + 1, False, style
        )
    if depth == DEEPEST:
        raise _error(event, f"nested deeper than {DEEPEST} levels")
    flow = bool(event.flow_style)
    if type(event) is yaml.SequenceStartEvent:
        items, closed = _items(events, depth + 1)
        end = items[-1].end if items and not flow else closed
        return Node("list", items, mark.index, end, mark.line + 1, mark.column + 1, flow)
    pairs, closed = _pairs(events, depth + 1)
    end = pairs[-1][1].end if pairs and not flow else closed
    return Node("map", pairs, mark.index, end, mark.line + 1, mark.column + 1, flow)


def _items(events: Iterator[Any], depth: int) -> tuple[list[Node], int]:
    """The items of a list, and where its closing sign ends."""
    items: list[Node] = []
    for event in events:
        if type(event) is yaml.SequenceEndEvent:
            break
        items.append(_node(event, events, depth))
    return items, event.end_mark.index


def _pairs(events: Iterator[Any], depth: int) -> tuple[list[tuple[Node, Node]], int]:
    """The keys and values of a mapping, and where its closing sign ends."""
    pairs: list[tuple[Node, Node]] = []
    lines: dict[str, int] = {}
    for event in events:
        if type(event) is yaml.MappingEndEvent:
            break
        key = _key(_node(event, events, depth), lines)
        pairs.append((key, _node(next(events), events, depth)))
    return pairs, event.end_mark.index


def _key(node: Node, lines: dict[str, int]) -> Node:
    if node.kind != "text":
        raise YamlError("a key must be a text", node.line, node.column)
    name = node.text
    if name == "<<" and not node.style:
        raise YamlError("merge keys (<<) are not supported", node.line, node.column)
    if name in lines:
        shown = repr(name if len(name) <= 40 else name[:39] + "…")
        what = f"key {shown} is here twice, first in line {lines[name]}"
        raise YamlError(what, node.line, node.column)
    lines[name] = node.line
    return node


def _error(event: Any, what: str) -> YamlError:
    return YamlError(what, event.start_mark.line + 1, event.start_mark.column + 1)


def _place(text: str, offset: int) -> tuple[int, int]:
    ends = [match.end() for match in _LINE_END.finditer(text, 0, offset)]
    return len(ends) + 1, offset - (ends[-1] if ends else 0) + 1
