"""How a text of 10 MB with 5,000 names reads in a real terminal: python bench/reading.py

An ASCII text and a mixed one (Chinese, Russian, emoji, right-to-left), made here, are opened in the
middle, paged through, resized, left while they load. A plain Textual list is run beside it: how
long a key takes in this program is a multiple of what it takes there. All times are from the key's
byte to the last byte of what it changes, medians of `--runs`; memory is resident, above the same
program with a small text open, and above that plain Textual list.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import random
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
SIZE = 10_000_000
NAMES = 5_000
QUIET_S = 0.04
"""Nothing for so long: the screen is painted."""
LONG_S = 120
SHOWN = " %"
"""What the last line but one says of a text that is shown, and of nothing else."""
NEEDLE = "Xanthippe"
LATIN = (
    "the ship navy of exercise and joint military with in cooperation export aircraft engine price "
    "signed agreement last year between both sides said that would deliver systems first regiment "
    "crews radar missile range growth trade billion"
)
CYRILLIC = "корабль флот учения и совместные военный экспорт самолёт двигатель цена год"
HAN = "中国人民解放军海军演习导弹合作出口飞机发动机价格签署协议去年双方表示将交付系统训练雷达射程"
OTHER = ["🙂", "é", "e\u0301", " עברית", " العربية"]
SAID = (" Zebulon Corp agreed.", " The Quux-12 flew.", " Norbert Vilk said so.")
REGISTRY = """entities:
  - {id: zebulon, name: Zebulon Corp, type: organisation}
  - {id: quux-12, name: Quux-12, type: equipment}
  - {id: vilk, name: Norbert Vilk, type: person}
"""
BARE = """
from textual.app import App
from textual.widgets import OptionList
class Bare(App):
    def compose(self):
        yield OptionList(*(f"line {n} of a list" for n in range(100)))
Bare().run(mouse=False)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--size", type=int, default=SIZE, help="bytes of each text")
    parser.add_argument("--home", type=Path, help="a folder in which the texts stay, indexed")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = asked.home or Path(folder)
        if not (home / "texts").exists():
            make(home, asked.size)
        command = [sys.executable, "-m", "tui", "--corpus", str(home / "texts")]
        command += ["--root", str(home / "root")]
        subprocess.run([*command[:3], "index", *command[3:]], cwd=ROOT, check=True)
        plain = [sys.executable, "-c", BARE]
        with opened(plain, "line 5 of") as other:
            bare = other.resident()
        print("| | ascii | mixed | aim |\n|---|--:|--:|--:|")
        columns = [measured(command, kind, asked.runs, bare) for kind in ("ascii", "mixed")]
        aims = ["0.4 s", "0.4 s", "10 ms", "0.3 s", "0.1 s", "6 ×, 9 ×", "", "6 ×, 9 ×"]
        for row, aim in zip(zip(*columns, strict=True), aims, strict=True):
            print(f"| {row[0][0]} | {row[0][1]} | {row[1][1]} | {aim} |")
        ours, theirs = moves(command, asked.runs)
        said = f"A key in a list: {ours * 1e3:.1f} ms, in a plain Textual list {theirs * 1e3:.1f}"
        print(f"\n{said} ms:\n{ours / theirs:.2f} × (aim 1.3)")


def make(home: Path, size: int) -> None:
    """The corpus: two long texts and a small one."""
    (home / "texts").mkdir(parents=True)
    chance = random.Random(5)
    for name, paragraph in (("ascii", latin), ("mixed", mixed)):
        paragraphs, length = [], 0
        while length < size:
            paragraphs.append(paragraph(chance))
            length += len(paragraphs[-1].encode()) + 2
        for at in chance.choices(range(len(paragraphs)), k=NAMES):
            paragraphs[at] += chance.choice(SAID)
        paragraphs[len(paragraphs) // 2] += f" {NEEDLE} {name}needle."
        text = "\n\n".join([f"A long {name} text", *paragraphs])
        (home / "texts" / f"{name}.txt").write_text(text + "\n")
    (home / "texts" / "small.txt").write_text(f"A small text\n\n{NEEDLE} smallneedle here.\n")
    (home / "entities.yaml").write_text(REGISTRY)


def latin(chance: random.Random) -> str:
    """A paragraph in ASCII."""
    sentences = (
        chance.choices(LATIN.split(), k=chance.randint(6, 24)) for _ in range(chance.randint(2, 7))
    )
    return " ".join(" ".join(words).capitalize() + "." for words in sentences)


def mixed(chance: random.Random) -> str:
    """A paragraph in one of several scripts."""
    kind = chance.random()
    if kind < 0.4:
        return latin(chance)
    if kind < 0.7:
        return "".join(chance.choices(HAN, k=chance.randint(40, 200))) + "。"
    if kind < 0.95:
        return " ".join(chance.choices(CYRILLIC.split(), k=chance.randint(20, 120))) + "."
    return " ".join(chance.choice(LATIN.split()) + chance.choice(OTHER) for _ in range(40)) + "."


class Terminal:
    """A program in a terminal of 80 columns and 24 rows."""

    def __init__(self, command: list[str]) -> None:
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(ROOT)
            os.environ.update(TERM="xterm-256color", LANG="C.UTF-8")
            os.execv(command[0], command)
        self.resize(80, 24)

    def resize(self, width: int, height: int) -> None:
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        os.kill(self.pid, signal.SIGWINCH)

    def painted(self, does: Callable[[], object], until: str = "") -> float:
        """Seconds from what one does to the last byte of what it changes, once `until` came."""
        began, last, written = time.perf_counter(), 0.0, b""
        does()
        while True:
            now = time.perf_counter()
            if last and until.encode() in written and now - last > QUIET_S:
                return last - began
            assert now - began < LONG_S, f"no {until!r}: {written[-500:]!r}"
            if select.select([self.terminal], [], [], QUIET_S / 4)[0]:
                written += os.read(self.terminal, 1 << 16)
                last = time.perf_counter()

    def keys(self, keys: str, until: str = "") -> float:
        return self.painted(lambda: os.write(self.terminal, keys.encode()), until)

    def resident(self) -> int:
        """Bytes of memory."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) * 1024

    def left(self, keys: str) -> float:
        """Seconds from the keys to the end of the program."""
        began = time.perf_counter()
        os.write(self.terminal, keys.encode())
        while not os.waitpid(self.pid, os.WNOHANG)[0]:
            assert time.perf_counter() - began < LONG_S
            if select.select([self.terminal], [], [], 0.001)[0]:
                with suppress(OSError):
                    os.read(self.terminal, 1 << 16)
        os.close(self.terminal)
        return time.perf_counter() - began


@contextmanager
def opened(command: list[str], ready: str) -> Iterator[Terminal]:
    """A program that shows what tells that it is ready, and that was never opened before."""
    if "--root" in command:
        state = Path(command[command.index("--root") + 1]) / "state"
        shutil.rmtree(state, ignore_errors=True)
        state.mkdir(mode=0o700)
        (state / "screen.json").write_text('{"toured": true}')
    terminal = Terminal(command)
    terminal.painted(lambda: None, ready)
    try:
        yield terminal
    finally:
        with suppress(OSError):
            os.kill(terminal.pid, signal.SIGKILL)
            os.waitpid(terminal.pid, 0)
            os.close(terminal.terminal)


def measured(command: list[str], kind: str, runs: int, bare: int) -> list[tuple[str, str]]:
    """What opening, paging and the rest take with one of the texts."""
    opening, middle, paging, resizing, leaving, memory = [], [], [], [], [], []
    peak, over = [], []
    with opened([*command, "--fresh"], "3 texts") as reading:
        reading.keys("smallneedle", "1 hit in 1 text")
        reading.keys("\r", NEEDLE)
        small = reading.resident()
    size = (Path(command[4]) / f"{kind}.txt").stat().st_size
    for _ in range(max(3, runs // 3)):
        with opened([*command, "--fresh"], "3 texts") as reading:
            if kind == "mixed":
                reading.keys("\x1b[B")
            opening.append(reading.keys("\r", SHOWN))
            reading.keys("G")
            reading.keys("g")
            memory.append((reading.resident() - small) / size)
            over.append((reading.resident() - bare) / size)
        with opened([*command, "--fresh"], "3 texts") as reading:
            reading.keys(f"{kind}needle", "1 hit in 1 text")
            middle.append(reading.keys("\r", SHOWN))
            for _ in range(runs):
                paging.append(reading.keys(" "))
            for width in (120, 60, 100, 80):
                resizing.append(reading.painted(lambda w=width: reading.resize(w, 24)))
            peak.append((reading.resident() - small) / size)
        with opened([*command, "--fresh"], "3 texts") as reading:
            reading.keys("\x1b", "help")
            if kind == "mixed":
                reading.keys("j")
            os.write(reading.terminal, b"\r")
            time.sleep(0.03)
            leaving.append(reading.left("Q"))
    return [
        ("opened at the beginning", f"{median(opening):.2f} s"),
        ("opened in the middle", f"{median(middle):.2f} s"),
        ("page down", f"{median(paging) * 1e3:.1f} ms"),
        ("resized", f"{median(resizing):.2f} s"),
        ("left while it loads", f"{median(leaving):.2f} s"),
        ("memory by the file's size", f"{median(memory):.1f} ×"),
        ("the same after a search", f"{median(peak):.1f} ×"),
        ("above a plain Textual app", f"{median(over):.1f} ×"),
    ]


def moves(command: list[str], runs: int) -> tuple[float, float]:
    """Seconds that a cursor takes to the next line of a list, here and in a plain Textual app."""
    ours, bare = [], []
    plain = [sys.executable, "-c", BARE]
    with opened([*command, "--fresh"], "3 texts") as one, opened(plain, "line 5 of") as other:
        one.keys("\x1b", "help")
        for key in ("j", "k") * runs:
            ours.append(one.keys(key))
            bare.append(other.keys("\x1b[B" if key == "j" else "\x1b[A"))
    return median(ours), median(bare)


if __name__ == "__main__":
    main()
