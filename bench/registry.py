"""How long a registry of 3,000 entities takes to open: python bench/registry.py [--rounds 20]

The file is written here the way people write one: lists in brackets and in lines, quotes, comments,
relations, aliases with rules, a few in Russian. Unchanged, it is the copy beside the index that is
read; changed, the file itself. `find` needs all entities and their spellings; most commands do not.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from tui.mentions import Finder
from tui.registry import Registry, load, stamp

SYLLABLES = "bar den gol ka lin mo nor pe rus sa tor ul vik zem".split()  # noqa: SIM905
TYPES = ("person", "organisation", "place", "equipment")
COUNT = 3_000


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=20)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path, copy = Path(folder, "entities.yaml"), Path(folder, "registry.json")
        path.write_text(by_hand(random.Random(1)), encoding="utf-8")
        registry = load(path)
        assert len(registry.entities) == COUNT
        assert not registry.problems, registry.problems[0]
        copy.write_bytes(registry.to_json())
        size = path.stat().st_size / 1e6
        print(f"{COUNT:,} entities, {size:.2f} MB, {asked.rounds} rounds\n")
        print("| | median, ms | least | most | at most |\n|---|--:|--:|--:|--:|")

        def unchanged() -> Registry:
            stamp(path)
            kept = Registry.from_json(copy.read_bytes())
            assert kept
            return kept

        def report(what: str, one: Callable[[], object], bar: str) -> None:
            took = [measured(one) * 1e3 for _ in range(asked.rounds)]
            print(f"| {what} | {median(took):.1f} | {min(took):.1f} | {max(took):.1f} | {bar} |")

        report("unchanged: stamp and copy", unchanged, "50")
        report("the same, and every entity made", lambda: [*unchanged().entities.values()], "")
        report("the same, ready to find", lambda: Finder(unchanged()), "")
        report("changed: the file", lambda: load(path), "500")
        report("changed: the file, and a new copy", lambda: load(path).to_json(), "500")


def measured(one: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    began = time.perf_counter()
    one()
    return time.perf_counter() - began


def by_hand(chance: random.Random) -> str:
    """A registry in no constant style."""
    names: dict[str, None] = {}
    while len(names) < COUNT:
        names[" ".join(word(chance).title() for _ in range(chance.randint(1, 3)))] = None
    ids = {name: name.lower().replace(" ", "-") for name in names}
    lines = ["# A registry.", "entities:"]
    for name, id in sorted(ids.items(), key=lambda item: item[1]):
        if chance.random() < 0.1:
            lines += ["", f"  # ── {name[0]} ──"]
        kind, also = chance.choice(TYPES), [f"{word(chance).title()}-{n}" for n in range(3)]
        if chance.random() < 0.2:
            lines.append(f'  - {{id: {id}, name: "{name}", type: {kind}, aliases: [{also[0]}]}}')
            continue
        lines += [f"  - id: {id}", f"    name: {name}", f"    type: {kind}"]
        if chance.random() < 0.5:
            lines.append(f"    aliases: [{', '.join(also)}]  # {word(chance)}")
        else:
            lines += ["    aliases:", *(f"      - '{one}'" for one in also[:2])]
            lines += [f"      - {{text: {also[2]}, kind: weak, before: [{word(chance)}]}}"]
            if chance.random() < 0.2:
                lines += ["      - {text: Москва, lang: ru}"]
        lines.append(f"    description: {' '.join(word(chance) for _ in range(10))}")
        if chance.random() < 0.3:
            to = chance.choice([*ids.values()])
            lines += ["    relations:", f"      - {{kind: knows, to: {to}, evidence: '@{to}'}}"]
    return "\n".join(lines) + "\n"


def word(chance: random.Random) -> str:
    """A word of two or three syllables."""
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 3)))


if __name__ == "__main__":
    main()
