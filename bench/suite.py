"""This program beside its peers on the same work: python -m bench.suite --texts 10000 [--debs DIR]

Every row is measured for one program after another, over and over, so that a busy moment strikes
all; the median counts. Memory is the proportional share (PSS) of a program and all its children at
its most, looked at four times a second. Of programs that are not installed nothing is said. Writes
build/bench/TEXTS.json, for `bench.picture`, and prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import platform
import random
import re
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from bench.engines import Query
from bench.peers import PEERS, readroom
from bench.reading import Terminal

OUT = Path(__file__).parent.parent / "build" / "bench"
NEEDS = {"Recoll": "recollindex", "ripgrep": "rg"}
MODULES = {"tantivy": "tantivy", "Whoosh": "whoosh"}
WITHOUT_INDEX = {"ripgrep"}
ADDED = 100
Rows = dict[str, dict[str, float]]
"""By row, by program: what was measured, in the unit that the row's name ends with."""


class Took(NamedTuple):
    """Seconds on the clock and of all processors, megabytes at most, and what was said."""

    seconds: float
    cpu: float
    megabytes: float
    said: str


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--texts", type=int, default=10_000)
    parser.add_argument("--debs", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", nargs="*", default=list(PEERS))
    asked = parser.parse_args()
    place = OUT / str(asked.texts)
    folder = place / "corpus"
    if not (folder / "entities.yaml").exists():
        argv = [folder, "--texts", asked.texts, *(["--debs", asked.debs] if asked.debs else [])]
        run(["bench.corpus", *map(str, argv)])
    bench = Bench(folder, place, [name for name in asked.only if is_there(name)], asked.rounds)
    bench.measure()
    count = sum(1 for _ in (folder / "texts").rglob("*.txt"))
    (OUT / f"{asked.texts}.json").write_text(json.dumps({"texts": count, "rows": bench.rows}))
    print("\n".join(table(bench.rows, bench.names, count)))


def is_there(name: str) -> bool:
    """Whether a program is installed."""
    if name in NEEDS:
        return shutil.which(NEEDS[name]) is not None
    return name not in MODULES or importlib.util.find_spec(MODULES[name]) is not None


class Bench:
    """All that is measured with one set of texts."""

    def __init__(self, folder: Path, place: Path, names: list[str], rounds: int) -> None:
        self.names, self.rounds = names, rounds
        self.rows: Rows = defaultdict(dict)
        self._folder, self._place = folder, place
        self._homes = {name: place / name.replace(" ", "-") for name in names}

    def measure(self) -> None:
        """Every row."""
        indexed = [name for name in self.names if name not in WITHOUT_INDEX]
        for name in indexed:
            shutil.rmtree(self._homes[name], ignore_errors=True)
            self._homes[name].mkdir(parents=True)
            took = self._refresh(name)
            self.rows["build, s"][name] = took.seconds
            self.rows["build, s of processors"][name] = took.cpu
            self.rows["peak memory of the build, MB"][name] = took.megabytes
            self.rows["size on disk, MB"][name] = size(self._homes[name]) / 1e6
        self._repeat(
            "refresh, nothing changed, s", indexed, lambda name: self._refresh(name).seconds
        )
        extra = self._folder / "texts" / "added"
        self._changing("add 100 texts, s", indexed, lambda: add(self._folder, extra))
        one = next(iter(sorted(extra.iterdir())))
        self._changing("change 1 text, s", indexed, lambda: one.write_text("another text " * 300))
        self._changing("remove 100 texts, s", indexed, lambda: shutil.rmtree(extra))
        if "readroom" in self.names:
            registry = self._folder / "entities.yaml"
            kept = registry.read_text("utf-8")
            edited = f"{kept}- {{id: another, name: Another Name, type: person}}\n"
            self._changing("a new entity, s", ["readroom"], lambda: registry.write_text(edited))
            self._changing("and gone, s", ["readroom"], lambda: registry.write_text(kept))
            self.rows.pop("and gone, s")
        queries = self._queries()
        self._repeat("a query in a new process, ms", self.names, lambda n: self._once(n, queries))
        self._warm(queries)
        if "readroom" in self.names:
            self._typing([query[-1] for query in queries.values()])
            self._repeat("the screen, from start to usable, ms", ["readroom"], self._usable)

    def _repeat(self, row: str, names: Sequence[str], one: Callable[[str], float]) -> None:
        taken: dict[str, list[float]] = defaultdict(list)
        for _ in range(self.rounds):
            for name in names:
                taken[name].append(one(name))
        self.rows[row] = {name: median(times) for name, times in taken.items()}

    def _changing(self, row: str, names: Sequence[str], change: Callable[[], object]) -> None:
        change()
        self.rows[row] = {name: self._refresh(name).seconds for name in names}

    def _refresh(self, name: str) -> Took:
        return run(["bench.peers", name, "refresh", str(self._folder), str(self._homes[name])])

    def _queries(self) -> Mapping[str, Query]:
        """A query of each kind, of words that the texts hold; the same at every run."""
        dice, counts = random.Random(7), defaultdict[str, int](int)
        files = sorted((self._folder / "texts").rglob("*.txt"))
        sample = [file.read_text("utf-8").lower() for file in dice.sample(files, 400)]
        for text in sample:
            for word in set(re.findall(r"\b[a-z]{4,12}\b", text)):
                counts[word] += 1
        order = sorted(counts, key=lambda word: (-counts[word], word))
        common, middling = order[3:23], [word for word in order if 8 <= counts[word] <= 20]
        pair = re.search(r"\b([a-z]{4,}) ([a-z]{4,})\b", dice.choice(sample))
        return {
            "a rare word": ["word", next(word for word in order[::-1] if counts[word] == 1)],
            "a word": ["word", dice.choice(middling)],
            "a common word": ["word", dice.choice(common)],
            "two common words": ["all", *dice.sample(common, 2)],
            "a phrase": ["phrase", *(pair.groups() if pair else common[:2])],
            "a beginning": ["begin", dice.choice(middling)[:4]],
        }

    def _once(self, name: str, queries: Mapping[str, Query]) -> float:
        query = queries["a word"]
        if name == "readroom":
            argv = [*readroom(self._folder, self._homes[name]), "search", "--", query[1]]
            began = time.perf_counter()
            subprocess.run(argv, check=True, capture_output=True)
            return (time.perf_counter() - began) * 1e3
        return self._asked(name, [query])[0] * 1e3

    def _asked(
        self, name: str, queries: list[Query]
    ) -> tuple[float, list[tuple[int, float, float]]]:
        home = self._homes[name]
        took = run(["bench.peers", name, "ask", str(self._folder), str(home), json.dumps(queries)])
        return took.seconds, json.loads(took.said)["answers"]

    def _warm(self, queries: Mapping[str, Query]) -> None:
        for name in self.names:
            answers = self._asked(name, list(queries.values()))[1]
            for kind, (found, _, warm) in zip(queries, answers, strict=True):
                self.rows[f"{kind}, warm, ms"][name] = warm * 1e3
                self.rows[f"{kind}, texts found"][name] = found

    def _typing(self, words: Sequence[str]) -> None:
        """Nineteen of twenty answers come within so long after the key and its pause."""
        home = str(self._homes["readroom"])
        took = run(["bench.peers", "readroom", "type", str(self._folder), home, json.dumps(words)])
        typed = json.loads(took.said)
        for row, kept in {
            "typing, one or two letters, p95, ms": [s for end, s in typed if end < 3],
            "typing, three letters and more, p95, ms": [s for end, s in typed if end > 2],
        }.items():
            self.rows[row]["readroom"] = quantiles(kept, n=20, method="inclusive")[-1] * 1e3

    def _usable(self, name: str) -> float:
        texts = sum(1 for _ in (self._folder / "texts").rglob("*.txt"))
        terminal = Terminal(readroom(self._folder, self._homes[name]))
        try:
            return terminal.painted(lambda: None, f"{texts:,} texts") * 1e3
        finally:
            os.kill(terminal.pid, 9)
            os.waitpid(terminal.pid, 0)


def add(folder: Path, extra: Path) -> None:
    """A hundred texts more, each like one that is there but for a word."""
    extra.mkdir(exist_ok=True)
    files = sorted((folder / "texts").rglob("*.txt"))[:ADDED]
    for number, file in enumerate(files):
        (extra / f"{number:03}.txt").write_text(f"added{number} " + file.read_text("utf-8"))


def run(argv: list[str]) -> Took:
    """A module in a process of its own; it must succeed."""
    command = [sys.executable, "-m", *argv]
    began, most, before = time.perf_counter(), 0, sum(os.times()[2:4])
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        while process.poll() is None:
            most = max(most, sum(map(share, family(process.pid))))
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.25)
        took = time.perf_counter() - began
        said = process.stdout.read() if process.stdout else ""
    if process.returncode:
        raise SystemExit(f"{' '.join(argv[:3])} ended with {process.returncode}")
    return Took(took, sum(os.times()[2:4]) - before, most / 1e3, said)


def family(pid: int) -> Iterator[int]:
    """A process and all that it started."""
    yield pid
    with suppress(OSError):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from family(int(child))


def share(pid: int) -> int:
    """The kilobytes of memory that a process has for itself, and its part of what it shares."""
    with suppress(OSError):
        found = re.search(r"^Pss: +(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.M)
        return int(found[1]) if found else 0
    return 0


def size(folder: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def table(rows: Rows, names: list[str], count: int) -> Iterator[str]:
    """The rows in Markdown; in brackets what a peer has against readroom."""
    yield f"{count:,} texts. {machine()}\n"
    yield f"| | {' | '.join(names)} |"
    yield "|---|" + "--:|" * len(names)
    for row, found in rows.items():
        cells = []
        for name in names:
            value, ours = found.get(name), found.get("readroom")
            ratio = f" ({value / ours:.2g}×)" if value and ours and name != "readroom" else ""
            is_count = row.endswith("found")
            cells.append("" if value is None else f"{value:,.3g}{ratio * (not is_count)}")
        yield f"| {row} | {' | '.join(cells)} |"


def machine() -> str:
    """What it was measured on, and with which versions."""
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    said = [f"{os.cpu_count()} cores of {model[1] if model else platform.machine()}"]
    said += [f"{platform.system()} {platform.release()}", f"Python {platform.python_version()}"]
    for argv in (["dpkg-query", "-W", "recollcmd"], ["rg", "--version"]):
        with suppress(OSError):
            heard = subprocess.run(argv, capture_output=True, text=True, check=False)
            said += heard.stdout.replace("\t", " ").splitlines()[:1]
    from importlib.metadata import PackageNotFoundError, version

    for package in ("Whoosh-Reloaded", "tantivy"):
        with suppress(PackageNotFoundError):
            said.append(f"{package} {version(package)}")
    import sqlite3

    return "; ".join([*said, f"SQLite {sqlite3.sqlite_version}"]) + "."


if __name__ == "__main__":
    main()
