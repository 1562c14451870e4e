"""The driver for slow lines: what is drawn goes on a canvas, and only what differs is sent."""

from __future__ import annotations

import os
import termios
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from rich.color import ColorSystem
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.strip import Strip

from tui.screen.canvas import Canvas, Terminal
from tui.screen.driver import TerminalDriver
from tui.screen.pen import PLAIN, Pen, pen_of


def terminal(name: str) -> Terminal:
    """What a terminal of this name can do; of one that nobody knows, the least is expected."""
    try:
        import curses

        curses.setupterm(name, 2)
    except (ImportError, curses.error):
        return Terminal(False, False, False, False)
    return Terminal(
        erases_in_colour=curses.tigetflag("bce") > 0,
        ends_singly=b"\x1b[24m" in (curses.tigetstr("rmul") or b""),
        scrolls=bool(curses.tigetstr("csr")),
        erases_cells=bool(curses.tigetstr("ech")),
    )


def _returns(descriptor: int) -> bool:
    """Whether the line discipline sends a carriage return before each line feed."""
    try:
        output = termios.tcgetattr(descriptor)[1]
    except termios.error:
        return False
    return bool(output & termios.OPOST and output & termios.ONLCR)


class Easel:
    """Takes what the compositor drew, and has what is to be sent for it."""

    def __init__(self, terminal: Terminal) -> None:
        self.canvas = Canvas(terminal)
        self._pens: dict[Style, Pen] = {}

    def changes(
        self,
        update: LayoutUpdate | ChopsUpdate,
        size: tuple[int, int],
        cursor: tuple[int, int],
        colours: ColorSystem,
    ) -> str:
        """What has a terminal of this size show an update, the cursor at this column and row."""
        self.canvas.resize(*size)
        pieces = _whole(update) if isinstance(update, LayoutUpdate) else _chops(update)
        for x, y, strip in pieces:
            self.canvas.put(x, y, ((s.text, self._pen(s.style, colours)) for s in strip))
        column, row = cursor
        return self.canvas.changes((row, column))

    def _pen(self, style: Style | None, colours: ColorSystem) -> Pen:
        if style is None:
            return PLAIN
        pen = self._pens.get(style)
        if pen is None:
            pen = self._pens[style] = pen_of(Strip.render_ansi(style, colours))
        return pen


class SparingDriver(TerminalDriver):
    """Keeps what the terminal shows; the application hands it what the compositor drew."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = terminal(os.environ.get("TERM", ""))
        self._easel = Easel(replace(kind, returns=_returns(self.fileno)))

    def forget(self) -> None:
        """What the terminal shows is not known."""
        self._easel.canvas.forget()

    def start_application_mode(self) -> None:
        self.forget()
        super().start_application_mode()  # type: ignore[no-untyped-call]  # it has no types

    def stop_application_mode(self) -> None:
        self.write("\x1b[m")
        super().stop_application_mode()

    def draw(
        self,
        update: LayoutUpdate | ChopsUpdate,
        size: tuple[int, int],
        cursor: tuple[int, int],
        colours: ColorSystem,
    ) -> None:
        """Have the terminal show an update."""
        if data := self._easel.changes(update, size, cursor, colours):
            self.write(data)
            self.flush()


def _whole(update: LayoutUpdate) -> Iterator[tuple[int, int, Strip]]:
    """Where each strip of a whole screen begins."""
    for y, strips in enumerate(update.strips, update.region.y):
        x = update.region.x
        for strip in strips:
            yield x, y, strip
            x += strip.cell_length


def _chops(update: ChopsUpdate) -> Iterator[tuple[int, int, Strip]]:
    """Where each strip of a part of the screen begins, cut as the compositor would cut it."""
    for y, first, last in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is not None and x <= last and end > first:
                yield x, y, strip.crop(0, min(end, last) - x)
