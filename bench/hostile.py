"""How long spoiled registries and hostile queries take at most: a Markdown table.

    python -m bench.hostile CORPUS [--registry FILE] [--root DIR] [--queries 5000]
                            [--registries 20000]

CORPUS is indexed first if it is not. Queries and registries are those of the tests, always the
same; of a registry reading, checking and finding its names in a text are timed. Milliseconds of the
processor.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests import mutations
from tests.catalog.rooms import REGISTRY, TEXTS
from tui.catalog.room import open_room
from tui.catalog.searching import search
from tui.catalog.wish import Wish
from tui.mentions import Finder
from tui.model import ReadroomError
from tui.registry import load
from tui.registry.check import check
from tui.words import words

BARS = {"queries": 1_000.0, "registries": 5_000.0}
"""Milliseconds that the slowest may take."""


def main() -> int:
    """The exit status: 1 if one was too slow."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus")
    parser.add_argument("--registry")
    parser.add_argument("--root")
    parser.add_argument("--queries", type=int, default=5_000)
    parser.add_argument("--registries", type=int, default=20_000)
    args = parser.parse_args()
    slow = {"queries": _queries(args), "registries": _registries(args.registries)}
    print("| | number | refused | p50 | p99 | slowest | bar |\n|---|---|---|---|---|---|---|")
    for name, (times, refused) in slow.items():
        if not times:
            continue
        at = [times[round((len(times) - 1) * part)] for part in (0.5, 0.99, 1)]
        figures = " | ".join(f"{ms:.1f}" for ms in at)
        print(f"| {name} | {len(times)} | {refused} | {figures} | {BARS[name]:.0f} |")
    return int(any(times and times[-1] > BARS[name] for name, (times, _) in slow.items()))


def _timed(calls: list[Callable[[], object]]) -> tuple[list[float], int]:
    """Milliseconds of each, ascending, and how many were refused with a reason."""
    times, refused = [], 0
    for call in calls:
        started = time.process_time()
        try:
            call()
        except ReadroomError:
            refused += 1
        times.append((time.process_time() - started) * 1e3)
    return sorted(times), refused


def _queries(args: argparse.Namespace) -> tuple[list[float], int]:
    wish = Wish(args.corpus, args.registry, args.root)
    room, chance = open_room(wish, budget=None), Random(3)
    asked = [mutations.query(chance) for _ in range(args.queries)]
    return _timed([lambda query=query: search(room, query, limit=20) for query in asked])


def _registries(number: int) -> tuple[list[float], int]:
    chance, text = Random(1), " ".join(TEXTS.values())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "entities.yaml"

        def read() -> None:
            path.write_bytes(mutations.spoiled(REGISTRY.encode(), chance))
            Finder(load(path)).find(text, words(text), "001.txt")
            check(path)

        return _timed([read] * number)


if __name__ == "__main__":
    raise SystemExit(main())
