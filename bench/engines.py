"""Bare engines with the few lines that they need beside them.

These keep size and time of every file, read what changed, and know neither names, facts, zones nor
old encodings.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

Query = Sequence[str]
"""Its kind (`word`, `all`, `phrase`, `begin`), then its words."""


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
