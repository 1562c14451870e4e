"""How cost grows: python -m bench.picture [SIZES…] > docs/scale.svg

A picture for each row of `bench.suite`, both axes logarithmic, from what it left in build/bench/. A
straight line that climbs one decade for one decade of texts is a cost in proportion to them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from html import escape
from math import ceil, floor, log10
from typing import NamedTuple

from bench.suite import OUT

WIDTH, HEIGHT, MARGIN, ACROSS = 300, 190, 44, 3
COLOURS = {
    "readroom": "#000000",
    "Recoll": "#b35900",
    "ripgrep": "#8a2be2",
    "SQLite FTS5": "#1f6fb2",
    "tantivy": "#2a8f3c",
    "Whoosh": "#c2185b",
}
Points = list[tuple[float, float]]


class Scale(NamedTuple):
    """Whole decades, laid over so many points of a picture."""

    first: int
    last: int
    length: float

    @classmethod
    def over(cls, values: list[float], length: float) -> Scale:
        """The decades that hold all values."""
        first, last = floor(log10(min(values))), ceil(log10(max(values)))
        return cls(first, max(last, first + 1), length)

    def at(self, value: float) -> float:
        """Where a value lies."""
        return (log10(value) - self.first) / (self.last - self.first) * self.length


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    found = [json.loads((OUT / f"{size}.json").read_text()) for size in parser.parse_args().sizes]
    rows: dict[str, dict[str, Points]] = {}
    for one in found:
        for row, values in one["rows"].items():
            for name, value in values.items():
                if value > 0 and not row.endswith("found"):
                    rows.setdefault(row, {}).setdefault(name, []).append((one["texts"], value))
    print("\n".join(pictures(rows)))


def pictures(rows: Mapping[str, Mapping[str, Points]]) -> Iterator[str]:
    """All rows in one file, and what the lines are."""
    high = ceil(len(rows) / ACROSS) * HEIGHT + 30
    size = f'width="{ACROSS * WIDTH}" height="{high}"'
    yield f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="10">'
    yield '<rect width="100%" height="100%" fill="#ffffff"/>'
    for at, (name, colour) in enumerate(COLOURS.items()):
        yield f'<text x="{MARGIN + at * 120}" y="18" fill="{colour}">{escape(name)}</text>'
    for at, (row, lines) in enumerate(rows.items()):
        yield f'<g transform="translate({at % ACROSS * WIDTH},{at // ACROSS * HEIGHT + 30})">'
        yield from picture(row, lines)
        yield "</g>"
    yield "</svg>"


def picture(row: str, lines: Mapping[str, Points]) -> Iterator[str]:
    """One row: a line for each program."""
    points = [point for line in lines.values() for point in line]
    across = Scale.over([texts for texts, _ in points], WIDTH - MARGIN - 28)
    up = Scale.over([value for _, value in points], HEIGHT - 50)
    bottom = HEIGHT - 24
    yield f'<text x="{MARGIN}" y="12" font-weight="bold">{escape(row)}</text>'
    for decade in range(across.first, across.last + 1):
        x = MARGIN + across.at(10.0**decade)
        yield f'<path d="M{x:.1f} {bottom}v-{up.length:.0f}" stroke="#dddddd"/>'
        yield f'<text x="{x:.1f}" y="{bottom + 13}" text-anchor="middle">{10**decade:,}</text>'
    for decade in range(up.first, up.last + 1):
        y = bottom - up.at(10.0**decade)
        yield f'<path d="M{MARGIN} {y:.1f}h{across.length:.0f}" stroke="#dddddd"/>'
        yield f'<text x="{MARGIN - 4}" y="{y + 3:.1f}" text-anchor="end">{10.0**decade:g}</text>'
    for name, line in lines.items():
        places = [(MARGIN + across.at(x), bottom - up.at(y)) for x, y in line]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        colour = COLOURS.get(name, "#777777")
        yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>'
        for x, y in places:
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.2" fill="{colour}"/>'


if __name__ == "__main__":
    main()
