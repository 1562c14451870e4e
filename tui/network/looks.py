"""How an entity of a type looks in a picture: a shape as well as a colour."""

from __future__ import annotations

from math import cos, pi, sin
from typing import NamedTuple


class Look(NamedTuple):
    """A colour; of the shape the corners, where the first one is, in turns, and its name in DOT.

    Without corners it is a circle; the inner corners of a star lie `inner` as far out.
    """

    colour: str
    corners: int
    turned: float
    dot: str
    inner: float = 1.0

    def outline(self, x: float, y: float, radius: float) -> list[tuple[float, float]]:
        """The corners around a place; they lie further out, so that all shapes look as large."""
        far = radius * (1.25 if self.corners < 6 else 1.1)
        return [
            (
                x + far * (self.inner if corner % 2 else 1) * sin(angle),
                y - far * (self.inner if corner % 2 else 1) * cos(angle),
            )
            for corner in range(self.corners)
            for angle in [2 * pi * (self.turned + corner / self.corners)]
        ]


LOOKS = {
    "person": Look("#d55e00", 0, 0, "ellipse"),
    "organisation": Look("#0072b2", 4, 1 / 8, "box"),
    "place": Look("#009e73", 4, 0, "diamond"),
    "bloc": Look("#56b4e9", 6, 1 / 12, "hexagon"),
    "equipment": Look("#cc79a7", 3, 0, "triangle"),
    "event": Look("#e69f00", 10, 0, "star", 0.55),
    "deal": Look("#b8a200", 5, 0, "pentagon"),
    "publication": Look("#8a8a8a", 3, 1 / 2, "invtriangle"),
    "programme": Look("#7a5cc4", 8, 1 / 16, "octagon"),
    "concept": Look("#4d4d4d", 8, 0, "doubleoctagon", 0.6),
}
"""The colours are those of M. Okabe and K. Ito, which people tell apart who see few; and four."""
OTHER = Look("#999999", 7, 0, "septagon")


def look_of(type: str) -> Look:
    """The look of a type; of one that nobody has thought of a seven-sided one."""
    return LOOKS.get(type, OTHER)
