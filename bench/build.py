"""Building an index of many texts: this program whole, beside Whoosh as it comes.

    python bench/build.py FOLDER [REGISTRY] [--rounds 1]

readroom reads, decodes, zones, finds names, hashes and syncs, in two processes. Whoosh gets the
same words ready-made, through its own API, in one process: nothing but writing is counted for it.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from whoosh import fields, index
from whoosh.analysis import Token, Tokenizer

from tui.corpus import Corpus
from tui.index import refresh
from tui.places import private_folder
from tui.registry import Registry, load
from tui.words import words


class ReadyMade(Tokenizer):
    """Words as they are, each at its place."""

    def __call__(self, value: list[str], **options: object) -> Iterator[Token]:
        token = Token(positions=True)
        for position, term in enumerate(value):
            token.text, token.pos, token.boost, token.stopped = term, position, 1.0, False
            yield token


def ours(folder: Path, registry: Registry, target: Path) -> float:
    """Seconds for the whole of a first refresh."""
    started = time.perf_counter()
    refresh(private_folder(target / "ours"), Corpus(folder), registry, jobs=2)
    return time.perf_counter() - started


def stock(texts: list[tuple[str, list[str]]], target: Path) -> float:
    """Seconds for Whoosh to write ready-made words with their positions."""
    folder = target / "stock"
    folder.mkdir()
    started = time.perf_counter()
    schema = fields.Schema(
        id=fields.ID(stored=True, unique=True), words=fields.TEXT(analyzer=ReadyMade())
    )
    writer = index.create_in(folder, schema).writer(limitmb=512)
    for id, terms in texts:
        writer.add_document(id=id, words=terms)
    writer.commit()
    return time.perf_counter() - started


def size(folder: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("registry", type=Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=1)
    args = parser.parse_args()
    registry = load(args.registry) if args.registry else Registry.empty()
    corpus = Corpus(args.folder)
    texts = [(id, words(corpus.read(id).text).terms) for id in corpus.scan().files]
    rows = []
    for _ in range(args.rounds):
        target = Path(tempfile.mkdtemp(prefix="bench-"))
        try:
            seconds = ours(args.folder, registry, target), stock(texts, target)
            rows.append((*seconds, size(target / "ours"), size(target / "stock")))
        finally:
            shutil.rmtree(target)
    print(f"{len(texts):,} texts; {platform.machine()}, {os.cpu_count()} cores, Python")
    print("| readroom s | Whoosh s | ratio | readroom MB | Whoosh MB |\n|---|---|---|---|---|")
    for mine, theirs, my_size, their_size in rows:
        print(
            f"| {mine:.1f} | {theirs:.1f} | {theirs / mine:.2f} "
            f"| {my_size / 1e6:.0f} | {their_size / 1e6:.0f} |"
        )
    peak = max(
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(f"peak memory of one process {peak / 1024:.0f} MB", file=sys.stderr)


if __name__ == "__main__":
    main()
