"""A network as a picture, in SVG: no script, no font but the reader's own."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from math import log1p, sqrt
from xml.sax.saxutils import escape

from tui.counts import count
from tui.network.graph import Edge, Network, Node
from tui.network.layout import Box, placed, wrapped
from tui.network.looks import look_of
from tui.visible import visible

FONT, LINE = 13, 15
_SMALLEST, _LARGEST = 7.0, 22.0
"""Radii of nodes, in units."""
_MARGIN = 24.0
_WIDE, _MOST = 20, 3
"""Characters of a line of a label, and lines."""
_LETTER, _WIDE_LETTER = 0.64, 1.05
"""How wide a letter is at most, in parts of its height."""


def svg(network: Network) -> str:
    """The picture; layout.Unpictured if networkx is not installed."""
    most = max((node.mentions for node in network.nodes), default=1) or 1
    radii = {node.id: _radius(node, most) for node in network.nodes}
    labels = {node.id: wrapped(visible(node.name), _WIDE, _MOST) for node in network.nodes}
    sizes = {id: _size(radii[id], labels[id]) for id in radii}
    boxes = placed(network, sizes)
    types = list(dict.fromkeys(sorted(node.type for node in network.nodes)))
    left = min((b.x - b.half for b in boxes.values()), default=0) - _MARGIN
    top = min((b.y - b.above for b in boxes.values()), default=0) - _MARGIN
    right = max((b.x + b.half for b in boxes.values()), default=0) + _MARGIN
    bottom = max((b.y + b.below for b in boxes.values()), default=0) + _MARGIN
    legend = list(_legend(types, left + _MARGIN, bottom, right))
    bottom = legend.pop()[1] + _MARGIN if legend else bottom
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{right - left:.0f}" '
        f'height="{bottom - top:.0f}" viewBox="{left:.1f} {top:.1f} '
        f'{right - left:.1f} {bottom - top:.1f}" font-family="sans-serif" font-size="{FONT}">',
        f"<title>{_text(_title(network))}</title>",
        f'<rect x="{left:.1f}" y="{top:.1f}" width="100%" height="100%" fill="#ffffff"/>',
        *(_line(edge, boxes) for edge in network.edges),
        *(_shape(node, boxes[node.id], radii[node.id]) for node in network.nodes),
        *(_label(boxes[id], radii[id], labels[id]) for id in boxes),
        *(drawn for drawn, _ in legend),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _title(network: Network) -> str:
    return f"{count(len(network.nodes), 'entity', 'entities')} and the sentences they share"


def _radius(node: Node, most: int) -> float:
    """By area, so that twice as often looks twice as large."""
    return _SMALLEST + (_LARGEST - _SMALLEST) * sqrt(node.mentions / most)


def _size(radius: float, label: list[str]) -> Box:
    """The node with its label below it, and some air."""
    half = max(radius * 1.25, *(_width(line) / 2 for line in label)) + 5
    return Box(0, 0, half, radius * 1.25 + 4, radius * 1.25 + 6 + LINE * len(label))


def _width(text: str) -> float:
    letters = (
        _WIDE_LETTER if unicodedata.east_asian_width(char) in "WF" else _LETTER for char in text
    )
    return FONT * sum(letters)


def _line(edge: Edge, boxes: dict[str, Box]) -> str:
    """Wide by its sentences; dashed where the registry alone says so."""
    a, b = boxes[edge.first], boxes[edge.second]
    look = 'stroke-dasharray="5 5"' if not edge.sentences else 'stroke-linecap="round"'
    what = f"{edge.first} - {edge.second}: {edge.counts}"
    return (
        f'<line x1="{a.x:.1f}" y1="{a.y:.1f}" x2="{b.x:.1f}" y2="{b.y:.1f}" '
        f'stroke="{"#777777" if edge.sentences else "#b05555"}" stroke-opacity="0.55" '
        f'stroke-width="{1 + 1.6 * log1p(max(0, edge.sentences - 1)):.1f}" {look}>'
        f"<title>{_text(what)}</title></line>"
    )


def _shape(node: Node, box: Box, radius: float) -> str:
    what = f"{node.name} ({node.type}): {node.counts}"
    return _drawn(node.type, box.x, box.y, radius, f"<title>{_text(what)}</title>")


def _drawn(type: str, x: float, y: float, radius: float, inside: str = "") -> str:
    look = look_of(type)
    style = f'fill="{look.colour}" stroke="#ffffff" stroke-width="1.5"'
    if not look.corners:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" {style}>{inside}</circle>'
    corners = " ".join(f"{a:.1f},{b:.1f}" for a, b in look.outline(x, y, radius))
    return f'<polygon points="{corners}" {style}>{inside}</polygon>'


def _label(box: Box, radius: float, lines: list[str]) -> str:
    """In dark on a white rim, so that a line behind it does not run through the letters."""
    first = box.y + radius * 1.25 + 3 + FONT * 0.85
    spans = "".join(
        f'<tspan x="{box.x:.1f}" y="{first + LINE * number:.1f}">{_text(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    return (
        '<text text-anchor="middle" fill="#1a1a1a" stroke="#ffffff" stroke-width="4" '
        f'stroke-linejoin="round" paint-order="stroke">{spans}</text>'
    )


def _legend(types: list[str], left: float, y: float, right: float) -> Iterator[tuple[str, float]]:
    """The shape of each type with its name, in rows below the picture; each with its height."""
    x = left
    for type in types:
        width = 34 + _width(type)
        if x + width > right and x > left:
            x, y = left, y + 2 * LINE
        place = f'x="{x + 16:.1f}" y="{y + FONT * 0.35:.1f}"'
        yield f'{_drawn(type, x, y, 8)}<text {place} fill="#1a1a1a">{_text(type)}</text>', y
        x += width
    yield "", y


def _text(text: str) -> str:
    """Text as XML may hold it."""
    return escape(visible(text).encode("utf-8", "replace").decode())
