"""The programs that are measured, each behind the same two calls; run in a process of their own.

    python -m bench.peers NAME refresh FOLDER HOME          build, or bring up to date
    python -m bench.peers NAME ask FOLDER HOME QUERIES      answer a JSON list, five times each
    python -m bench.peers readroom type FOLDER HOME WORDS   answer each beginning of a JSON list

readroom and Recoll look at the files themselves. The bare engines are driven by the few lines of
`bench.engines`.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Protocol

from bench.engines import Fts5, Query, Tantivy, Whoosh

TIMES = 5


class Peer(Protocol):
    """A program that finds texts."""

    def refresh(self, folder: Path, home: Path) -> None:
        """Make the index in `home` that of the texts in `folder`."""

    def open(self, folder: Path, home: Path) -> None:
        """Get ready to answer."""

    def ask(self, query: Query) -> int:
        """How many texts answer a query; the first twenty are looked up."""


class Readroom:
    """This program, by its own command and, for warm queries, by its Catalog."""

    def refresh(self, folder: Path, home: Path) -> None:
        subprocess.run([*readroom(folder, home), "index"], check=True, stdout=subprocess.DEVNULL)

    def open(self, folder: Path, home: Path) -> None:
        from tui.catalog.room import open_room
        from tui.catalog.wish import Wish

        self._room = open_room(
            Wish(str(folder / "texts"), str(folder / "entities.yaml"), str(home)), budget=None
        )

    def ask(self, query: Query) -> int:
        from tui.catalog.searching import search

        return search(self._room, as_readroom(query), limit=20).total

    def type(self, words: Sequence[str]) -> Iterator[tuple[int, float]]:
        """After each letter of each word: how many there are, and the seconds until the answers."""
        from tui.catalog.typing import typed

        typed(self._room, "")  # the screen has listed the newest texts by then
        for word in words:
            for end in range(1, len(word) + 1):
                began = time.perf_counter()
                typed(self._room, word[:end])
                yield end, time.perf_counter() - began


def readroom(folder: Path, home: Path) -> list[str]:
    """A call of the program with its common options."""
    registry = str(folder / "entities.yaml")
    common = ["--corpus", str(folder / "texts"), "--registry", registry, "--root", str(home)]
    return [sys.executable, "-m", "tui", *common]


def as_readroom(query: Query) -> str:
    """A query as this program and most others write it."""
    kind, *words = query
    said = " ".join(words)
    return {"phrase": f'"{said}"', "begin": f"{said}*"}.get(kind, said)


class Recoll:
    """The desktop search engine, by its own two commands."""

    def refresh(self, folder: Path, home: Path) -> None:
        home.mkdir(exist_ok=True)
        settings = f"topdirs = {folder / 'texts'}\nloglevel = 1\nindexstemminglanguages =\n"
        if not (home / "recoll.conf").exists():
            (home / "recoll.conf").write_text(settings)
        subprocess.run(
            ["recollindex", "-c", home], check=True, stdout=subprocess.DEVNULL, stderr=sys.stderr
        )

    def open(self, folder: Path, home: Path) -> None:
        self._home = home

    def ask(self, query: Query) -> int:
        said = run_recoll(self._home, query)
        found = re.search(r"(\d+) results", said)
        return int(found[1]) if found else 0


def run_recoll(home: Path, query: Query) -> str:
    """What recollq says to a query; quoted, since it would look for other words of one stem too."""
    kind, *words = query
    said = " ".join(f'"{word}"' for word in words) if kind in ("word", "all") else ""
    argv = ["recollq", "-c", str(home), "-n", "20", said or as_readroom(query)]
    return subprocess.run(argv, check=True, capture_output=True, text=True).stdout


class Ripgrep:
    """No index at all: every text is read for every query."""

    def refresh(self, folder: Path, home: Path) -> None:
        home.mkdir(exist_ok=True)

    def open(self, folder: Path, home: Path) -> None:
        self._texts = folder / "texts"

    def ask(self, query: Query) -> int:
        kind, *words = query
        found: set[str] | None = None
        between = {"phrase": [r"\s+".join(words)], "begin": [rf"\b{words[0]}"]}
        for pattern in between.get(kind, [rf"\b{word}\b" for word in words]):
            argv = ["rg", "-l", "-i", "-U", "--no-ignore", pattern, str(self._texts)]
            heard = subprocess.run(argv, check=False, capture_output=True, text=True)
            names = set(heard.stdout.splitlines())
            found = names if found is None else found & names
        return len(found or ())


PEERS: Mapping[str, type[Peer]] = {
    "readroom": Readroom,
    "Recoll": Recoll,
    "ripgrep": Ripgrep,
    "SQLite FTS5": Fts5,
    "tantivy": Tantivy,
    "Whoosh": Whoosh,
}


def main() -> None:
    name, action, folder, home, *more = sys.argv[1:]
    peer = PEERS[name]()
    if action == "refresh":
        peer.refresh(Path(folder), Path(home))
        return
    began = time.perf_counter()
    peer.open(Path(folder), Path(home))
    opened = time.perf_counter() - began
    if action == "type" and isinstance(peer, Readroom):
        print(json.dumps(list(peer.type(json.loads(more[0])))))
        return
    answers = []
    for query in json.loads(more[0]):
        found, took = 0, []
        for _ in range(TIMES):
            began = time.perf_counter()
            found = peer.ask(query)
            took.append(time.perf_counter() - began)
        answers.append([found, took[0], median(took)])
    print(json.dumps({"opened": opened, "answers": answers}))


if __name__ == "__main__":
    main()
