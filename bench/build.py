"""Building an index of many texts: this program whole, beside Whoosh as it comes.

    python bench/build.py FOLDER [REGISTRY] [--rounds 1]

readroom reads, decodes, zones, finds names, hashes and syncs, in two processes. Whoosh gets the
same terms ready-made, each at its place, through its own API in one process: those of the words and
those of the names. Nothing but writing is counted for it, and it neither hashes nor syncs.
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
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from sys import intern
from typing import ClassVar, NamedTuple

from whoosh import fields, index
from whoosh.analysis import Token, Tokenizer

from tui.corpus import Corpus
from tui.index import Effort, refresh
from tui.index.entry import entry
from tui.index.schema import Terms
from tui.mentions import Finder
from tui.places import private_folder
from tui.registry import Registry, load

Placed = list[tuple[str, int]]
"""Terms, each with its position."""


class Text(NamedTuple):
    """A document as Whoosh is given it."""

    id: str
    words: Placed
    names: Placed


class ReadyMade(Tokenizer):
    """Gives terms as they are, each at its place, for the id of their text."""

    terms: ClassVar[dict[str, Text]] = {}  # Whoosh writes down what an analyser itself holds

    def __init__(self, field: str) -> None:
        self._field = field

    def __call__(self, value: str, **options: object) -> Iterator[Token]:
        token = Token(positions=True)
        token.boost, token.stopped = 1.0, False
        for token.text, token.pos in getattr(self.terms[value], self._field):
            yield token


def ready_made(folder: Path, registry: Registry) -> Iterator[Text]:
    """The terms of every text, as readroom indexes them."""
    corpus, finder = Corpus(folder), Finder(registry)
    for id in corpus.scan().files:
        made = entry(corpus.read(id), finder, registry)
        yield Text(id, placed(made.words, 1), placed(made.names, 2))


def placed(terms: Terms, step: int) -> Placed:
    """Terms in the order of their positions."""
    found = [(n, term) for term, numbers in terms.numbers.items() for n in numbers[::step]]
    return [(intern(term), n) for n, term in sorted(found)]


class Took(NamedTuple):
    """Seconds on the clock, and of all processors."""

    wall: float
    cpu: float

    @classmethod
    def by(cls, call: Callable[[], object]) -> Took:
        """What a call takes."""
        began, cpu = time.perf_counter(), sum(os.times()[:4])
        call()
        return cls(time.perf_counter() - began, sum(os.times()[:4]) - cpu)


def ours(folder: Path, registry: Registry, target: Path) -> None:
    """The whole of a first refresh."""
    refresh(private_folder(target / "ours"), Corpus(folder), registry, effort=Effort(jobs=2))


def stock(texts: list[Text], target: Path) -> None:
    """Whoosh writes ready-made terms with their positions."""
    folder = target / "stock"
    folder.mkdir()
    ReadyMade.terms = {text.id: text for text in texts}
    schema = fields.Schema(
        id=fields.ID(stored=True, unique=True),
        words=fields.TEXT(analyzer=ReadyMade("words")),
        names=fields.TEXT(analyzer=ReadyMade("names")),
    )
    writer = index.create_in(folder, schema).writer(limitmb=512)
    for text in texts:
        writer.add_document(id=text.id, words=text.id, names=text.id)
    writer.commit()


def size(folder: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("registry", type=Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=1)
    args = parser.parse_args()
    registry = load(args.registry) if args.registry else Registry.empty()
    texts = list(ready_made(args.folder, registry))
    rows = []
    for _ in range(args.rounds):
        target = Path(tempfile.mkdtemp(prefix="bench-"))
        try:
            mine = Took.by(partial(ours, args.folder, registry, target))
            theirs = Took.by(partial(stock, texts, target))
            rows.append((mine, theirs, size(target / "ours"), size(target / "stock")))
        finally:
            shutil.rmtree(target)
    print(
        f"{len(texts):,} texts; {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}"
    )
    print("| readroom s | its CPU s | Whoosh s | its CPU s | ratio | readroom MB | Whoosh MB |")
    print("|--:|--:|--:|--:|--:|--:|--:|")
    for mine, theirs, my_size, their_size in rows:
        seconds = [f"{one:.1f}" for one in (*mine, *theirs)]
        sizes = [f"{one / 1e6:.0f}" for one in (my_size, their_size)]
        print(f"| {' | '.join(seconds)} | {theirs.wall / mine.wall:.2f} | {' | '.join(sizes)} |")
    peak = max(
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(f"peak memory of one process {peak / 1024:.0f} MB", file=sys.stderr)


if __name__ == "__main__":
    main()
