"""How citations fare when their texts are revised: 200 of them, 200 revisions, seed after seed.

    python -m bench.citations [SEEDS] [FOLDER …]

Every word of a text has a number, so that what became of each passage is known; see
tests/citation/revisions.py. Of those merely moved, "found" are where they went. A wrong one is
called the same though it changed, or is glued to a look-alike.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from tests.citation.revisions import trial


def main(seeds: int, folders: list[Path]) -> None:
    """A line a folder."""
    for folder in folders:
        verdicts: Counter[str] = Counter()
        for seed in range(1, seeds + 1):
            verdicts += trial(seed, sorted(folder.glob("*.txt")))
        wrong = sum(times for verdict, times in verdicts.items() if verdict.startswith("wrong"))
        found, missed = verdicts["found"], verdicts["missed"]
        states = ", ".join(f"{verdicts[s]} {s}" for s in ("same", "moved", "changed", "gone"))
        print(f"{folder}: {200 * seeds} citations, {wrong} wrong; of {found + missed} merely moved")
        print(f"  or untouched {found} found, {found / (found + missed):.2%}; said: {states}")


if __name__ == "__main__":
    named = [Path(name) for name in sys.argv[2:]] or [Path("seeds")]
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20, named)
