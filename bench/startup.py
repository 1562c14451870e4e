"""How long a warm one-shot command takes, as a new process: python bench/startup.py [--runs 20]

Each round calls every command once, one after the other, so that a busy moment strikes all of them;
on a busy machine the least processor time says more than the median. `python -c pass` is the floor:
`ratio` says how many times its least time a command takes. The files are byte-compiled first, as
`make run` does.
"""

from __future__ import annotations

import argparse
import compileall
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
CALLS = ("-c pass", "-m tui who su-35", "-m tui search S-400", "-m tui docs")


class Took(NamedTuple):
    """Seconds on the clock, and of the processor."""

    wall: float
    cpu: float


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--corpus", default=str(ROOT / "seeds"))
    asked = parser.parse_args()
    compileall.compile_dir(ROOT / "tui", quiet=2)
    with tempfile.TemporaryDirectory() as home:
        options = ["--corpus", asked.corpus, "--root", home]
        calls = {call: [*call.split(), *(options if "tui" in call else ())] for call in CALLS}
        for argv in calls.values():
            run(argv)  # makes the index, and warms the files
        rounds = [{call: run(argv) for call, argv in calls.items()} for _ in range(asked.runs)]
    print("| command | wall, ms | slowest | processor, ms | least | ratio |")
    print("|---|--:|--:|--:|--:|--:|")
    floor = min(one["-c pass"].cpu for one in rounds)
    for call in CALLS:
        wall, cpu = zip(*(one[call] for one in rounds), strict=True)
        figures = (median(wall), max(wall), median(cpu), min(cpu))
        row = [f"python {call}", *(f"{figure * 1e3:.0f}" for figure in figures)]
        print(f"| {' | '.join(row)} | {min(cpu) / floor:.1f} |")


def run(argv: list[str]) -> Took:
    """One call in a process of its own; it must succeed."""
    began = time.perf_counter()
    quiet = subprocess.DEVNULL
    process = subprocess.Popen([sys.executable, *argv], cwd=ROOT, stdout=quiet, stderr=quiet)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(argv)} ended with {process.returncode}")
    return Took(wall, used.ru_utime + used.ru_stime)


if __name__ == "__main__":
    main()
