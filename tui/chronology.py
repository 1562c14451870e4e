"""A timeline as a picture: a row for each date, and in it a bar for the days it covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tui.svg import picture, tag, words

ROW, HEAD, MARGIN = 22.0, 64.0, 16.0
"""The height of a row, of what stands above the rows, and the room to the sides."""
VALUE, PLACE, SAID, AXIS = 150.0, 150.0, 520.0, 420.0
"""The widths of the columns."""
MOST_PLACE, MOST_SAID = 20, 78
"""Characters of a column that are sure to fit."""
TICKS = 7
"""At most so many years are written above the rows."""
LEAST = 5.0
"""The width of a bar too short to be seen."""
STYLE = """
.ground { fill: #ffffff } text { font: 12px sans-serif; fill: #1a1a1a }
.title { font-size: 15px; font-weight: bold } .value { font-weight: bold } .quiet { fill: #555555 }
.grid { stroke: #d5d5d5 } .band { fill: #f4f4f4 }
.date { fill: #1f5fa8; stroke: #1f5fa8 } .inferred { fill: #ffffff; stroke: #1f5fa8;
stroke-dasharray: 3 2; stroke-width: 1.5 }
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A date as it is drawn; `first` and `last` are ISO days."""

    value: str
    first: str
    last: str
    is_inferred: bool
    place: str
    said: str


def drawn(title: str, rows: Sequence[Row]) -> str:
    """The picture of some dates in their order, as SVG."""
    scale = _Scale(rows)
    bottom = HEAD + ROW * len(rows)
    width = 2 * MARGIN + VALUE + PLACE + SAID + AXIS
    inside = [
        words(title, MARGIN, 24.0, class_="title"),
        words("a dashed bar: inferred, not all of it is written", MARGIN, 44.0, class_="quiet"),
        *_bands(len(rows), width),
        *scale.grid(bottom),
        *(part for number, row in enumerate(rows) for part in _row(number, row, scale)),
    ]
    return picture(width, bottom + MARGIN, title, STYLE, inside)


class _Scale:
    """Where days lie from left to right."""

    def __init__(self, rows: Sequence[Row]) -> None:
        days = [date.fromisoformat(day).toordinal() for r in rows for day in (r.first, r.last)]
        self.first, self.last = min(days), max(days) + 1
        self.left = MARGIN + VALUE + PLACE + SAID

    def x(self, day: int) -> float:
        return self.left + (day - self.first) / (self.last - self.first) * AXIS

    def grid(self, bottom: float) -> Iterator[str]:
        """A line down for some years, with the year above it."""
        first, last = (date.fromordinal(d).year for d in (self.first, self.last - 1))
        step = _step(last - first)
        for year in range(-(-first // step) * step, last + 1, step):
            x = self.x(max(self.first, date(year, 1, 1).toordinal()))
            yield tag("line", x1=x, x2=x, y1=HEAD - 6, y2=bottom, class_="grid")
            yield words(str(year), x, HEAD - 10, class_="quiet", text_anchor="middle")


def _step(years: int) -> int:
    """Between the years that are written: 1, 2, 5, 10, 20, …"""
    step, turn = 1, 0
    while years / step >= TICKS:
        step, turn = (step * 5 // 2, 2) if turn == 1 else (step * 2, turn + 1)
        turn %= 3
    return step


def _bands(rows: int, width: float) -> Iterator[str]:
    for number in range(0, rows, 2):
        yield tag("rect", x=0, y=HEAD + ROW * number, width=width, height=ROW, class_="band")


def _row(number: int, row: Row, scale: _Scale) -> Iterator[str]:
    top = HEAD + ROW * number
    base = top + ROW - 7
    yield words(row.value, MARGIN, base, class_="value")
    name, colon, line = row.place.rpartition(":")
    place = _clipped(name, MOST_PLACE - len(colon + line)) + colon + line
    yield words(place, MARGIN + VALUE, base, class_="quiet")
    yield words(_clipped(row.said, MOST_SAID), MARGIN + VALUE + PLACE, base)
    first, last = (date.fromisoformat(day).toordinal() for day in (row.first, row.last))
    left, right = scale.x(first), scale.x(last + 1)
    width = max(LEAST, right - left)
    yield tag(
        "rect",
        tag("title", f"{row.first} – {row.last}"),
        x=min(left, scale.left + AXIS - width),
        y=top + 6,
        width=width,
        height=ROW - 12,
        rx=2,
        class_="inferred" if row.is_inferred else "date",
    )


def _clipped(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
