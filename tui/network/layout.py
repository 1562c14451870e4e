"""Where the nodes of a picture stand: drawn together by their edges, and no label over another.

The springs are networkx's (T. M. J. Fruchterman and E. M. Reingold, Graph Drawing by
Force-directed Placement, 1991), the only use of it here. After that boxes that overlap are pushed
apart along the shorter way, as often as it takes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log1p, sqrt
from typing import NamedTuple

from tui.model import ReadroomError
from tui.network.graph import Network

SEED = 7
"""The same network is drawn the same."""
_SPREAD = 150
"""Units for a node, along each side of the picture."""
_FLAT = 1.35
"""How much wider than high it is."""
_ROUNDS, _GROWTH = 40, 1.08
"""After so many rounds of pushing everything is moved apart by so much."""


class Unpictured(ReadroomError):
    """The libraries that lay a picture out are not installed."""

    exit_status = 2


class Box(NamedTuple):
    """What a node takes up: its middle, half its width, and how far it goes up and down."""

    x: float
    y: float
    half: float
    above: float
    below: float

    def at(self, x: float, y: float) -> Box:
        """The same elsewhere."""
        return self._replace(x=x, y=y)


def placed(network: Network, sizes: Mapping[str, Box]) -> dict[str, Box]:
    """The boxes of the nodes, none over another; `sizes` are those boxes anywhere."""
    try:
        import networkx
        import numpy  # noqa: F401  # networkx needs it for its springs, and says so too late
    except ImportError:
        raise Unpictured(
            "a picture is laid out by networkx, which is not installed",
            "pip install 'readroom[graph]' brings it; --format dot and graphml do without",
        ) from None
    graph = networkx.Graph()
    graph.add_nodes_from(node.id for node in network.nodes)
    for edge in network.edges:
        graph.add_edge(edge.first, edge.second, weight=0.3 + log1p(edge.sentences))
    side = _SPREAD * sqrt(max(1, len(network.nodes)))
    apart_by = 2.2 / sqrt(max(1, len(graph)))
    found = networkx.spring_layout(graph, seed=SEED, k=apart_by, iterations=200)
    across, down = side * _FLAT / 2, side / 2
    boxes = [sizes[id].at(float(x) * across, float(y) * down) for id, (x, y) in found.items()]
    return dict(zip(found, apart(boxes), strict=True))


def apart(boxes: Sequence[Box]) -> list[Box]:
    """The boxes moved until none overlaps another."""
    boxes = list(boxes)
    rounds = 0
    while _push(boxes):
        rounds += 1
        if rounds % _ROUNDS == 0:
            boxes = [box.at(box.x * _GROWTH, box.y * _GROWTH) for box in boxes]
    return boxes


def _push(boxes: list[Box]) -> bool:
    """Push each two that overlap apart by half of it each; whether there were any."""
    order = sorted(range(len(boxes)), key=lambda i: boxes[i].x - boxes[i].half)
    pushed = False
    for place, i in enumerate(order):
        for j in order[place + 1 :]:
            a, b = boxes[i], boxes[j]
            across = a.half + b.half - abs(a.x - b.x)
            if b.x - b.half >= a.x + a.half and across <= 0:
                break
            down = min(a.y + a.below, b.y + b.below) - max(a.y - a.above, b.y - b.above)
            if across <= 0 or down <= 0:
                continue
            pushed = True
            if across < down:
                step = (across / 2 + 0.5) * (1 if a.x >= b.x else -1)
                boxes[i], boxes[j] = a.at(a.x + step, a.y), b.at(b.x - step, b.y)
            else:
                step = (down / 2 + 0.5) * (1 if a.y >= b.y else -1)
                boxes[i], boxes[j] = a.at(a.x, a.y + step), b.at(b.x, b.y - step)
    return pushed


def wrapped(text: str, width: int, most: int) -> list[str]:
    """A label in lines of about `width` characters, the last of `most` cut."""
    lines = [""]
    for word in text.split() or [text]:
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) <= width or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] += "…"
    return [line if len(line) <= 2 * width else f"{line[: 2 * width - 1]}…" for line in kept]
