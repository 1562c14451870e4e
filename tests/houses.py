"""A small corpus with all that a reader keeps, every state of which can be put back."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tests import faults
from tests.catalog.rooms import REGISTRY, TEXTS
from tui.anchors import hold
from tui.catalog.room import open_room
from tui.catalog.wish import Wish
from tui.cli.main import main
from tui.sessions import SCREEN, Chosen, keep
from tui.shelf import Kept

LOCKS = ("lock", "config.lock", "reading.lock")
READY = ("index",)
SHELF = ("the shelf",)
"""No command, but what the screen keeps of a text and of itself."""
COMMANDS = {
    "a first search": ((), ("search", "Moscow")),
    "a search after a change": (READY, ("search", "Moscow")),
    "an alias": (READY, ("registry", "alias", "russia", "Kremlin")),
    "an entity": (READY, ("registry", "add", "triumph", "Triumph", "equipment")),
    "a text taken in": (READY, ("add", "{new}", "--title", "New", "--date", "2020")),
    "a corpus named": (READY, ("corpus", "add", "house", "{texts}")),
    "a query saved": (READY, ("search", "Moscow", "--save", "mine")),
    "a look at all": (READY, ("doctor",)),
    "a decision": (READY, ("registry", "decide", "002.txt:1", "china")),
    "a name ignored": (READY, ("registry", "ignore", "Olympics")),
    "a fact": (READY, ("facts", "001.txt", "title", "Moscow")),
    "an edit taken back": (
        (*READY, "then", "registry", "alias", "russia", "Kremlin"),
        ("registry", "undo"),
    ),
    "a place on the shelf": (READY, SHELF),
}
"""What is done before, and a command."""


class House:
    """Its files, below a folder that is copied to remember a state."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "house"
        self.texts = self.folder / "texts"
        self.kept = folder / "kept"
        self.temporary = folder / "temporary"

    @classmethod
    def before(cls, name: str, folder: Path, *, is_changed: bool) -> House:
        """One in which all was done that comes before a command; then perhaps a text changed."""
        self, calls = cls.made(folder), list(COMMANDS[name][0])
        while calls:
            end = calls.index("then") if "then" in calls else len(calls)
            assert said(self, *calls[:end])[0] == 0
            del calls[: end + 1]
        if is_changed:
            (self.texts / "001.txt").write_text("Moscow signed in July.\n")
        return self

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
        if words == SHELF:
            return [sys.executable, "-B", "-m", "tests.houses", str(self.folder.parent)]
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
        for folder in (self.folder, self.temporary):
            shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.kept, self.folder)
        self.temporary.mkdir()

    def files(self) -> Mapping[str, bytes]:
        """The user's own files: texts, sidecars, registry, config, what is kept of queries."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and "cache" not in path.parts and path.name not in LOCKS
        }

    def left_over(self) -> list[Path]:
        """Files of writes that did not end, and indexes that are no longer read."""
        indexes = [path for path in self.folder.glob("own/cache/*/*") if path.is_dir()]
        return [*self.folder.rglob("*.tmp"), *(indexes if len(indexes) > 1 else ())]


def undone(files: Mapping[str, bytes], old: Mapping[str, bytes], new: Mapping[str, bytes]) -> bool:
    """Whether a file that is kept by hand is not what a command has made of it when it succeeds."""
    changed = {name for name, content in new.items() if old.get(name) != content}
    by_hand = {name for name in changed if name.endswith((".yaml", ".txt", "/queries.json"))}
    is_elsewhere = any("/data/decisions/" in name for name in files)  # where it could be written
    return not is_elsewhere and any(files.get(name) != new[name] for name in by_hand)


def act(house: House, *words: str) -> int:
    """What is done, be it a command or what the screen does."""
    if words != SHELF:
        return main(house.words(*words))
    own = str(house.folder / "own")
    room = open_room(Wish(str(house.texts), root=own))
    document = room.document("002.txt")
    place = hold(document.text, 9, document.sha256)
    room.shelf.put(Kept("002.txt", document.sha256, place, marks={"a": place}))
    keep(room.places.state / SCREEN, Chosen("light", toured=True))
    return 0


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


if __name__ == "__main__":
    import tui.cli.main as program

    own = House(Path(sys.argv[1]))
    program._desk = lambda _: act(own, *SHELF)  # type: ignore[assignment]  # with its own errors caught
    raise SystemExit(program.main([]))
