"""The bytes of a YAML file → its tree, by PyYAML's events."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from tui.yamltree.node import Node, YamlError

LARGEST = 8 << 20
"""Bytes of the largest file that is read."""
DEEPEST = 32
"""Levels of nesting."""
MOST = 250_000
"""Texts, lists and mappings in one file."""

_NOT_ALLOWED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
_LINE_END = re.compile("\r\n|\n|\r")
_NODES = {
    yaml.AliasEvent,
    yaml.ScalarEvent,
    yaml.SequenceStartEvent,
    yaml.MappingStartEvent,
}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
