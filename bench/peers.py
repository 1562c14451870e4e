"""The programs that are measured, each behind the same two calls; run in a process of their own.

    python -m bench.peers NAME refresh FOLDER HOME          build, or bring up to date
    python -m bench.peers NAME ask FOLDER HOME QUERIES      answer a JSON list, five times each
    python -m bench.peers readroom type FOLDER HOME WORDS   answer each beginning of a JSON list

readroom and Recoll look at the files themselves. The bare engines are driven by the few lines of
`Engine`, which keep size and time of every file, read what changed, and know neither names, facts,
zones nor old encodings.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any, Protocol

TIMES = 5
Query = Sequence[str]
"""Its kind (`word`, `all`, `phrase`, `begin`), then its words."""


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


class Engine:
    """A bare engine with what it needs to know which files changed."""

    def refresh(self, folder: Path, home: Path) -> None:
        home.mkdir(exist_ok=True)
        kept = home / "stamps.json"
        old = json.loads(kept.read_text()) if kept.exists() else {}
        new = dict(stamps(folder / "texts"))
        fresh = [path for path, stamp in new.items() if old.get(path) != stamp]
        stale = [path for path, stamp in old.items() if new.get(path) != stamp]
        if fresh or stale:
            self.change(home, stale, ((path, Path(path).read_text("utf-8")) for path in fresh))
            kept.write_text(json.dumps(new))

    def change(self, home: Path, stale: list[str], fresh: Iterator[tuple[str, str]]) -> None:
        """Drop some texts and take others in, in one commit."""
        raise NotImplementedError


def stamps(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """Size and time of every text."""
    for top, _, names in os.walk(folder):
        for name in names:
            at = os.stat(os.path.join(top, name))
            yield os.path.join(top, name), [at.st_size, at.st_mtime_ns]


class Fts5(Engine):
    """SQLite's full-text table; it keeps the texts too."""

    def change(self, home: Path, stale: list[str], fresh: Iterator[tuple[str, str]]) -> None:
        base = sqlite3.connect(home / "fts.db")
        base.execute("CREATE VIRTUAL TABLE IF NOT EXISTS texts USING fts5(path UNINDEXED, body)")
        if stale:
            marks = ",".join("?" * len(stale))
            base.execute(f"DELETE FROM texts WHERE path IN ({marks})", stale)
        base.executemany("INSERT INTO texts VALUES (?, ?)", fresh)
        base.commit()
        base.close()

    def open(self, folder: Path, home: Path) -> None:
        self._base = sqlite3.connect(home / "fts.db")

    def ask(self, query: Query) -> int:
        kind, *words = query
        said = " ".join(f'"{word}"' for word in words)
        said = {"phrase": f'"{" ".join(words)}"', "begin": f"{said}*"}.get(kind, said)
        self._base.execute(
            "SELECT path FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 20", [said]
        ).fetchall()
        found = self._base.execute("SELECT count(*) FROM texts WHERE texts MATCH ?", [said])
        return int(found.fetchone()[0])


class Tantivy(Engine):
    """The engine in Rust, on all cores."""

    def _index(self, home: Path) -> Any:
        import tantivy

        schema = tantivy.SchemaBuilder()
        schema.add_text_field("path", stored=True, tokenizer_name="raw")
        schema.add_text_field("body")
        folder = home / "tantivy"
        folder.mkdir(exist_ok=True)
        return tantivy.Index(schema.build(), path=str(folder))

    def change(self, home: Path, stale: list[str], fresh: Iterator[tuple[str, str]]) -> None:
        import tantivy

        writer = self._index(home).writer()
        for path in stale:
            writer.delete_documents_by_term("path", path)
        for path, text in fresh:
            writer.add_document(tantivy.Document(path=path, body=text))
        writer.commit()
        writer.wait_merging_threads()

    def open(self, folder: Path, home: Path) -> None:
        self._opened = self._index(home)
        self._opened.reload()
        self._searcher = self._opened.searcher()

    def ask(self, query: Query) -> int:
        import tantivy

        kind, *words = query
        if kind == "begin":
            asked = tantivy.Query.regex_query(self._opened.schema, "body", words[0] + ".*")
        else:
            said = f'"{" ".join(words)}"' if kind == "phrase" else " AND ".join(words)
            asked = self._opened.parse_query(said, ["body"])
        found = self._searcher.search(asked, 20)
        for _, place in found.hits:
            self._searcher.doc(place)
        return int(found.count)


class Whoosh(Engine):
    """Whoosh as it comes: its own analyser, one process."""

    def change(self, home: Path, stale: list[str], fresh: Iterator[tuple[str, str]]) -> None:
        from whoosh import fields, index

        folder = home / "whoosh"
        if not folder.exists():
            folder.mkdir()
            schema = fields.Schema(path=fields.ID(stored=True, unique=True), body=fields.TEXT())
            index.create_in(folder, schema)
        writer = index.open_dir(folder).writer(limitmb=512)
        for path in stale:
            writer.delete_by_term("path", path)
        for path, text in fresh:
            writer.add_document(path=path, body=text)
        writer.commit()

    def open(self, folder: Path, home: Path) -> None:
        from whoosh import index

        self._searcher = index.open_dir(home / "whoosh").searcher()

    def ask(self, query: Query) -> int:
        from whoosh.query import And, Phrase, Prefix, Term

        kind, *words = query
        asked = {
            "phrase": lambda: Phrase("body", list(words)),
            "begin": lambda: Prefix("body", words[0]),
        }.get(kind, lambda: And([Term("body", word) for word in words]))()
        found = self._searcher.search(asked, limit=20)
        for hit in found:
            hit.fields()
        return len(found)


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
