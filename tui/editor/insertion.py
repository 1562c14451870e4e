"""Where something is put into a YAML text so that all the rest stays as it is, byte for byte.

What comes out is only a proposal: `draft` reads the new text and compares. So nothing here need
know every way in which a file can be written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.editor.scalars import Value, mapping, value
from tui.yamltree import Node

LINE_END = re.compile(r"\r\n|\n|\r")
_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")
_COMMENT = re.compile(r"( *)#[^\r\n]*(?:\r\n|\n|\r|\Z)")
COLON = re.compile(r"[ \t]*:")
_DASH = re.compile(r" *- +")
_REST_OF_LINE = re.compile(r",?[ \t]*[\r\n]")


class Insertion(NamedTuple):
    """What is inserted, before the code point `at` of a text."""

    at: int
    text: str


def into_list(text: str, items: Node, item: str) -> Insertion:
    """A last item for a list."""
    if not items.flow:
        return _below(text, items.items[-1], _head(text, items, -1) + item)
    if not items.items:
        return _into_brackets(text, items, item)
    last = items.items[-1]
    head = text[_line_start(text, last.start) : last.start]
    if not head.strip() and _REST_OF_LINE.match(text, last.end):  # an item a line
        return Insertion(last.end, f",{_newline(text, last.end)}{head}{item}")
    return Insertion(last.end, f", {item}")


def into_mapping(text: str, node: Node, key: str, item: str, behind: Sequence[str]) -> Insertion:
    """A list with one item at a new key of a mapping, or at a key without a value.

    A new key stands behind the first of the keys `behind` that has a value, else at the end.
    """
    for name, old in node.pairs:
        if name.text == key:
            colon = COLON.match(text, name.end)
            return Insertion(colon.end() if colon else old.start, f" [{item}]")
    values = (node.get(name) for name in behind)
    last = next((v for v in values if v and not v.is_null), node.pairs[-1][1])
    pair = f"{key}: [{item}]"
    if node.flow:
        return Insertion(last.end, f", {pair}")
    gap = _newline(text, last.end) if _is_spaced(text, last) else ""
    return _below(text, last, " " * (node.column - 1) + pair, gap)


def into_root(text: str, root: Node | None, key: str, block: str) -> Insertion:
    """A key with an indented list, the first of its file."""
    if root is not None and root.pairs:
        first = root.pairs[0][0]
        newline = _newline(text, first.start)
        return Insertion(first.start, f"{key}:{newline}{_lines(block, newline)}{newline}")
    return at_end(text, f"{key}:\n{block}")


def at_end(text: str, block: str) -> Insertion:
    """Lines at the end of a text."""
    newline = _newline(text, len(text))
    ahead = newline if text and not text.endswith(("\r", "\n")) else ""
    return Insertion(len(text), f"{ahead}{_lines(block, newline)}{newline}")


def under_key(text: str, key: Node, block: str) -> Insertion:
    """An indented list below a key without a value."""
    return _below(text, key, _lines(block, _newline(text, key.end)))


def among(text: str, items: Node, at: int, pairs: Mapping[str, Value], near: int) -> Insertion:
    """A mapping as the item `at` of a list of mappings, written like the item `near`."""
    flow = mapping(pairs)
    if not items.items:
        return _into_brackets(text, items, flow)
    if items.flow:
        if at == 0:
            return Insertion(items.items[0].start, f"{flow}, ")
        return Insertion(items.items[at - 1].end, f", {flow}")
    head = _head(text, items, near)
    newline = _newline(text, items.start)
    lines = [f"{key}: {value(of)}" for key, of in pairs.items()]
    block = head + (flow if items.items[near].flow else f"{newline}{' ' * len(head)}".join(lines))
    gap = newline if _is_spaced(text, items) else ""
    if near < at:
        return _below(text, items.items[near], block, gap)
    return Insertion(_above(text, items, near), block + newline + gap)


def _into_brackets(text: str, items: Node, item: str) -> Insertion:
    """The only item of a list that is written `[]`."""
    at = items.start + 1
    return Insertion(at, item + " " * (text[at : at + 1] == "#"))


def _below(text: str, node: Node, lines: str, gap: str = "") -> Insertion:
    """Lines below the one where a node ends, and below the comments that belong to it."""
    newline = _newline(text, node.end)
    found = LINE_END.search(text, len(text[: node.end].rstrip()))
    if not found:
        return Insertion(len(text), newline + gap + lines)
    end = found.end()
    indent = len(lines) - len(lines.lstrip(" "))
    while (comment := _COMMENT.match(text, end)) and len(comment.group(1)) > indent:
        end = comment.end()
    if not text[:end].endswith(("\r", "\n")):
        return Insertion(end, newline + gap + lines)
    return Insertion(end, gap + lines + newline)


def _above(text: str, items: Node, at: int) -> int:
    """The beginning of the line of an item, or of the comment right above it."""
    start = _line_start(text, items.items[at].start)
    lines = list(_starts_upward(text, start))
    for line in lines:
        comment = _COMMENT.match(text, line)
        if not comment or len(comment.group(1)) >= items.items[at].column:
            break
        start = line
    return start


def _starts_upward(text: str, start: int) -> Iterator[int]:
    """Where the lines above the one that begins at `start` begin, upward."""
    while start:
        end = start - (2 if text[:start].endswith("\r\n") else 1)
        start = _line_start(text, end)
        yield start


def _head(text: str, items: Node, near: int) -> str:
    """The indent and the dash of an item of a list, as another item has them."""
    start = items.items[near].start
    head = text[_line_start(text, start) : start]
    return head if _DASH.fullmatch(head) else " " * (items.column - 1) + "- "


def _is_spaced(text: str, items: Node) -> bool:
    """Whether most items of a list have a blank line between them."""
    gaps = [bool(_BLANK_LINE.search(text, a.end, b.start)) for a, b in pairwise(items.items)]
    return sum(gaps) * 2 > len(gaps)


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _newline(text: str, near: int) -> str:
    """The line end in use: that of the line of `near`, else of the first line."""
    found = LINE_END.search(text, near) or LINE_END.search(text)
    return found.group() if found else "\n"


def _lines(block: str, newline: str) -> str:
    return block.replace("\n", newline)
