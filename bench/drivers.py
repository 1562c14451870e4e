"""Both terminal drivers side by side: 500 random sequences of keys on three sizes, in tmux.

    python -m bench.drivers [SEQUENCES]

The application runs once for each size and theme. Whatever it draws is written twice: as Textual
writes it, and as the driver for slow lines does; each goes to a terminal of its own, and after
every sequence both must show the same cells in the same colours. One pair of terminals is in tmux;
it does not tell of cells that were erased in a colour, so there none are. Another pair is of glass.
The texts hold wide characters, combining marks and marks of no width.
"""

from __future__ import annotations

import asyncio
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.color import ColorSystem
from rich.control import Control
from textual._compositor import ChopsUpdate, LayoutUpdate

from tests.screen.glass import Cell, Glass
from tui.catalog.room import Room, open_room
from tui.catalog.wish import Wish
from tui.screen.app import ReadroomApp
from tui.screen.canvas import Terminal
from tui.screen.manner import Manner
from tui.screen.sparing import Easel

SIZES = ((80, 24), (40, 10), (160, 50))
MANNERS = (Manner(theme="terminal"), Manner(theme="dark"), Manner(theme="mono"))
KEYS = [
    *("down", "up", "pagedown", "pageup", "home", "end", "space", "tab", "shift+tab", "enter"),
    *("escape", "escape", "backspace", "ctrl+p", "ctrl+o", "ctrl+y", "ctrl+l", "ctrl+g"),
    *"jkbdugGnNfavwspzKChinamF/?#()[]{}mC5习é:",
]
"""Everything but what leaves."""
LONGEST = 12
TEXTS = {
    "wide.txt": "习近平 met Путин in Москва. 全角 ＡＢＣ and 東京 stand beside Beijing.\n\n" * 30,
    "marks.txt": "A re\u0301sume\u0301 of Ra\u0301cz, a\u0302 z\u0303 e\u0323\u0302: Moscow.\n"
    "Zero\u200bwidth, soft\u00adhyphen, and shin \u05e9\u05c1 in Russia, \u0e01\u0e34 in China.\n\n"
    * 30,
    "plain.txt": "China and Russia signed in Moscow; “quotes” – dashes … and NATO.\n\n" * 40,
}
REGISTRY = """entities:
  - id: china
    name: China
    type: place
    aliases: [东京, Beijing]
  - id: russia
    name: Russia
    type: place
    aliases: [Москва, {text: Moscow, kind: metonym}]
  - id: xi
    name: Xi Jinping
    type: person
    aliases: [习近平]
"""


class Pane:
    """A terminal in tmux that shows what is written to it."""

    def __init__(self, socket: str, width: int, height: int) -> None:
        self._call = ["tmux", "-S", socket, "-f", "/dev/null"]
        size = ["-x", str(width), "-y", str(height)]
        begin = "stty -echo; printf '\\033[?1049h\\033[?7l'; sleep 86400"
        made = self("new-session", "-d", "-P", "-F", "#{pane_id} #{pane_tty}", *size, begin)
        self.id, tty = made.split()
        self("set", "-t", self.id, "status", "off")
        self("resize-window", "-t", self.id, *size)
        self.width, self.height, self._said = width, height, 0
        time.sleep(0.3)
        self._tty = open(tty, "w", encoding="utf-8", newline="")  # noqa: SIM115  # until the end

    def __call__(self, *words: str) -> str:
        return subprocess.run(
            [*self._call, *words], capture_output=True, text=True, check=True
        ).stdout

    def feed(self, data: str) -> None:
        self._tty.write(data)

    def seen(self) -> list[list[Cell]]:
        """The cells, once everything that was written has come."""
        self._said += 1
        self._tty.write(f"\x1b]2;said {self._said}\x07")
        self._tty.flush()
        while self("display", "-p", "-t", self.id, "#{pane_title}").strip() != f"said {self._said}":
            time.sleep(0.002)
        glass = Glass(self.width, self.height)
        for y, line in enumerate(
            self("capture-pane", "-e", "-N", "-p", "-t", self.id).splitlines()
        ):
            glass.feed(f"\x1b[{y + 1}H{line.replace(chr(14), '').replace(chr(15), '')}")
        return glass.seen()


async def compare(
    room: Room, manner: Manner, size: tuple[int, int], socket: str, sequences: int
) -> int:
    """How many sequences left the two terminals unlike."""
    chance = random.Random(f"{size} {manner.theme}")
    app = ReadroomApp(lambda: room, manner)
    colours = ColorSystem.EIGHT_BIT
    in_tmux = Terminal(erases_in_colour=False, returns=True)
    pairs = [
        (
            Pane(socket, *size),
            Pane(socket, *size),
            Easel(in_tmux),
        ),
        (Glass(*size), Glass(*size), Easel(Terminal())),
    ]
    sent = [0, 0]

    def show(screen: Any, update: Any) -> None:
        if isinstance(update, LayoutUpdate | ChopsUpdate):
            cursor = app.screen.outer_size.clamp_offset(app.cursor_position)
            whole = update.render_segments(app.console) + Control.move_to(*cursor).segment.text
            for plain, spare, easel in pairs:
                least = easel.changes(update, app.screen.outer_size, cursor, colours)
                plain.feed(whole)
                spare.feed(least)
            sent[0] += len(whole.encode())
            sent[1] += len(least.encode())

    app._display = show
    app.console._color_system = colours
    unlike = 0
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for number in range(sequences):
            keys = chance.choices(KEYS, k=chance.randint(3, LONGEST))
            await pilot.press(*keys)
            await app.workers.wait_for_complete()
            await pilot.pause()
            seen = [(plain.seen(), spare.seen()) for plain, spare, _ in pairs]
            for one, other in seen:
                if one != other:
                    print(f"{size} {manner.theme} {number}: {' '.join(keys)}")
                    tell(one, other)
            unlike += any(one != other for one, other in seen)
    print(f"{size[0]}x{size[1]} {manner.theme}: {sequences} sequences, {unlike} unlike, "
          f"{sent[0]:,} and {sent[1]:,} bytes")  # fmt: skip
    return unlike


def tell(one: list[list[Cell]], other: list[list[Cell]]) -> None:
    """The first row in which they differ, and the first cell."""
    y = next(y for y in range(len(one)) if one[y] != other[y])
    x = next(x for x in range(len(one[y])) if one[y][x] != other[y][x])
    for row in (one[y], other[y]):
        print(f"  row {y}, cell {x}: {row[x]} {''.join(c for c, _ in row).rstrip()!r}")


def shares(sequences: int) -> Iterator[tuple[tuple[int, int], Manner, int]]:
    """The sequences by size and theme."""
    kinds = [(size, manner) for size in SIZES for manner in MANNERS]
    for number, (size, manner) in enumerate(kinds):
        yield size, manner, (sequences + number) // len(kinds)


def main() -> int:
    sequences = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    os.environ["LC_ALL"] = "C.UTF-8"
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts"
        texts.mkdir()
        for name, text in TEXTS.items():
            (texts / name).write_text(text)
        (Path(folder) / "entities.yaml").write_text(REGISTRY)
        wish = Wish(corpus=str(texts), registry=f"{folder}/entities.yaml", root=f"{folder}/root")
        room = open_room(wish, budget=None)
        socket = f"{folder}/tmux"
        try:
            unlike = sum(asyncio.run(compare(room, manner, size, socket, share))
                         for size, manner, share in shares(sequences))  # fmt: skip
        finally:
            subprocess.run(["tmux", "-S", socket, "kill-server"], check=False)
    print(f"{unlike} of {sequences} unlike")
    return int(unlike > 0)


if __name__ == "__main__":
    sys.exit(main())
