"""A small corpus with all that a reader keeps, every state of which can be put back."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from tests import faults
from tests.catalog.rooms import REGISTRY, TEXTS
from tui.cli.main import main

LOCKS = ("lock", "config.lock", "reading.lock")
READY = ("index",)
COMMANDS = {
    "a first search": ((), ("search", "Moscow")),
    "a search after a change": (READY, ("search", "Moscow")),
    "an alias": (READY, ("registry", "alias", "russia", "Kremlin")),
    "an entity": (READY, ("registry", "add", "triumph", "Triumph", "equipment")),
    "a text taken in": (READY, ("add", "{new}", "--title", "New", "--date", "2020")),
    "a corpus named": (READY, ("corpus", "add", "house", "{texts}")),
    "a query saved": (READY, ("search", "Moscow", "--save", "mine")),
    "a look at all": (READY, ("doctor",)),
}
"""What is done before, and a command."""


class House:
    """Its files, below a folder that is copied to remember a state."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "house"
        self.texts = self.folder / "texts"
        self.kept = folder / "kept"

    @classmethod
    def made(cls, folder: Path) -> House:
        """One with three texts."""
        self = cls(folder)
        self.texts.mkdir(parents=True)
        (self.folder / "entities.yaml").write_text(REGISTRY)
        (self.folder / "new.txt").write_text("A new text of Moscow.\n")
        for name, text in TEXTS.items():
            (self.texts / name).write_text(text)
        return self

    def words(self, *words: str) -> list[str]:
        """The words of a call on this house."""
        names = {"new": self.folder / "new.txt", "texts": self.texts}
        own = ["--corpus", str(self.texts), "--root", str(self.folder / "own")]
        return [*(word.format(**names) for word in words), *own]

    def call(self, *words: str) -> list[str]:
        """The same as a program."""
        return faults.program(*self.words(*words))

    def heal(self) -> str:
        """What a search finds once the next run has brought all in order."""
        assert said(self, "index")[0] == 0
        return said(self, "search", "Moscow", "--json")[1]

    def keep(self) -> None:
        """Remember the house as it is."""
        shutil.rmtree(self.kept, ignore_errors=True)
        shutil.copytree(self.folder, self.kept)

    def put_back(self) -> None:
        """Have it as it was kept, to the nanosecond."""
        shutil.rmtree(self.folder)
        shutil.copytree(self.kept, self.folder)

    def files(self) -> Mapping[str, bytes]:
        """The user's own files: texts, sidecars, registry, config, what is kept of queries."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and "cache" not in path.parts and path.name not in LOCKS
        }


def in_a_process(act: Callable[[], object]) -> int:
    """Do something in a process of its own, which says nothing; its exit status or -SIGNAL."""
    child = os.fork()
    if child == 0:
        status = 99
        os.fsync = lambda descriptor: None  # that matters to a machine that loses power
        with contextlib.suppress(BaseException), open(os.devnull, "w") as nowhere:
            with contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
                result = act()
            status = result if isinstance(result, int) else 0
        os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def said(house: House, *words: str) -> tuple[int, str, str]:
    """The status of a call, what it answers, and what it says beside."""
    out, err = io.TextIOWrapper(io.BytesIO()), io.TextIOWrapper(io.BytesIO())
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(house.words(*words))
    for stream in (out, err):
        stream.seek(0)
    return status, out.read(), err.read()
