"""Any system call may fail: a clear line, the old state or the new, healed by the next run."""

from __future__ import annotations

import io
import os
import random
import shutil
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from tests import faults
from tests.catalog.rooms import REGISTRY, TEXTS
from tui.cli.main import main

DOSE = None if "READROOM_SOAK" in os.environ else 7
"""So many calls of each command are made to fail, spread evenly; in a soak every one."""
LOCKS = ("lock", "config.lock")
ERRORS = ("ENOSPC", "EIO", "EACCES")
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


class House:
    """A small corpus whose every state can be put back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "house"
        self.texts = self.folder / "texts"
        self.kept = folder / "kept"
        self._own = ("--corpus", str(self.texts), "--root", str(self.folder / "own"))
        self.texts.mkdir(parents=True)
        (self.folder / "entities.yaml").write_text(REGISTRY)
        (self.folder / "new.txt").write_text("A new text of Moscow.\n")
        for name, text in TEXTS.items():
            (self.texts / name).write_text(text)

    def call(self, *words: str) -> list[str]:
        """A call on this house."""
        names = {"new": self.folder / "new.txt", "texts": self.texts}
        said = [word.format(**names) for word in words]
        return faults.program(*said, *self._own)

    def heal(self) -> str:
        """What a search finds once the next run has brought all in order."""
        assert self._run("index")[0] == 0
        return self._run("search", "Moscow", "--json")[1]

    def _run(self, *words: str) -> tuple[int, str]:
        """A call in this process, which is quicker: exit status and answer."""
        out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        with redirect_stdout(out), redirect_stderr(io.TextIOWrapper(io.BytesIO())):
            status = main([*words, *self._own])
        out.seek(0)
        return status, out.read()

    def keep(self) -> None:
        """Remember the house as it is."""
        shutil.copytree(self.folder, self.kept)

    def put_back(self) -> None:
        """Have it as it was kept, to the nanosecond."""
        shutil.rmtree(self.folder)
        shutil.copytree(self.kept, self.folder)

    def files(self) -> dict[str, bytes]:
        """The user's own files: texts, sidecars, registry, config, what is kept of queries."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and "cache" not in path.parts and path.name not in LOCKS
        }


@pytest.mark.parametrize("name", COMMANDS)
def test_a_call_that_fails_loses_nothing_and_is_healed(
    name: str, need: Callable[[str], str], tmp_path: Path
) -> None:
    strace, house = need("strace"), House(tmp_path)
    before, words = COMMANDS[name]
    if before:
        faults.run(house.call(*before))
        (house.texts / "001.txt").write_text("Moscow signed in July.\n")
    house.keep()
    house.put_back()  # on other inodes, as before each call that fails
    old = house.files()
    command = house.call(*words)
    every = list(faults.points(strace, command, [house.folder]))
    new, healthy = house.files(), house.heal()
    house.put_back()
    untouched = house.heal()
    assert len(every) > 10
    chosen = every if DOSE is None else every[:: max(1, len(every) // DOSE)]
    tried = 0
    for point in chosen:
        error = random.Random(str(point)).choice(ERRORS)
        house.put_back()
        ran = faults.failing(strace, command, point, error, house.folder)
        if ran is None:
            continue
        tried += 1
        where = f"{point} → {error}: {point.line}\n{ran.out}{ran.err}"
        assert ran.status in (0, 1, 3, 4), where
        assert "Traceback" not in ran.err, where
        assert ran.status == 0 or "\nreadroom: " in f"\n{ran.err}", where
        for file, content in house.files().items():
            assert content in (old.get(file), new.get(file)), f"{where}: {file}"
        assert old.keys() <= house.files().keys(), where
        assert house.heal() in (healthy, untouched), where
        assert list(house.folder.rglob("*.tmp")) == [], where
    assert tried > len(chosen) // 2
