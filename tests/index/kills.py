"""Kill a refresh at every change that it makes on the disk; run by `test_crash.py` as a program.

    python -m tests.index.kills FOLDER first|next

A kill must leave the old index or the new one, or none where there was none; the next refresh must
make the new one, and leave nothing over.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.index.library import Library, contents, entity, rebuilt
from tui.index import Effort, work
from tui.index import home as homes

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"}


def kill_at(point: int, folder: Path) -> None:
    """Arrange that this process is killed before its change number `point` below a folder."""
    seen = 0

    def change() -> None:
        nonlocal seen
        seen += 1
        if seen == point:
            os.kill(os.getpid(), signal.SIGKILL)

    def hook(event: str, args: tuple[Any, ...]) -> None:
        is_opened = event == "open" and str(args[0]).startswith(str(folder)) and args[2] & WRITES
        if is_opened or event in CHANGES:
            change()

    sys.addaudithook(hook)
    os.fsync = lambda descriptor: change()


def is_killed(library: Library, point: int) -> bool:
    """Refresh in a process of its own; whether it came as far as the point."""
    child = os.fork()
    if child == 0:
        kill_at(point, library.home)
        library.refresh(effort=Effort(memory=1))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    assert os.waitstatus_to_exitcode(status) == 0
    return False


def state(library: Library) -> Mapping[str, Any] | None:
    """What the index says, None if there is none."""
    if homes.current(library.home, library.texts) is None:
        return None
    return contents(library.view())


def check(library: Library, old: Mapping[str, Any] | None, new: Mapping[str, Any]) -> None:
    """After a kill: the old index or the new one, or a part of the first; then the new one."""
    left = state(library)
    if old is None:
        assert left is None or left.items() <= new.items()
    else:
        assert left in (old, new)
    report = library.refresh()
    assert not report.notes, report
    assert contents(library.view()) == new
    made = library.view().generation
    there = {path.name for path in library.home.iterdir()} - {homes.LOCK}
    assert there == {homes.MANIFEST, made.folder.name}
    assert made.left_over() == set()


def main(folder: Path, which: str) -> None:
    """Every point of a first build in several steps, or of a change of an index."""
    work.LEAST = 30
    library = Library(folder)
    library.keep(entity("china", "China"))
    for number in range(6):
        library.write(f"{number}.txt", f"Words of China, number {number}. " * 9)
    old = None
    if which == "next":
        library.refresh()
        old = state(library)
        library.write("0.txt", "Other words of Moscow.")
        library.write("6.txt", "More words.")
        (library.texts / "1.txt").unlink()
        library.keep(entity("china", "China"), entity("moscow", "Moscow"))
    new = rebuilt(library, folder / "rebuilt")
    before = folder / "before"
    shutil.copytree(library.home, before)
    point = 1
    while True:
        shutil.rmtree(library.home)
        shutil.copytree(before, library.home)
        if not is_killed(library, point):
            break
        check(library, old, new)
        point += 1
    print(point - 1)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
