"""Texts into segments, in this process or in several."""

import os
import signal
import sys
from multiprocessing import resource_tracker
from pathlib import Path

import pytest

from tests.index.library import Library, contents, entity, rebuilt
from tui.corpus import Corpus
from tui.index import Effort, work
from tui.index.work import Job, batches
from tui.model import Alias, Unusable


@pytest.fixture
def library(library: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    """Texts that are handed out in several portions."""
    monkeypatch.setattr(work, "PORTION", 2_000)
    library.keep(entity("china", "China", Alias("Beijing", "metonym")))
    for number in range(40):
        library.write(f"{number:02}.txt", f"Words of China and Beijing, number {number}. " * 9)
    (library.texts / "bad.txt").write_bytes(b"\0\1\2\3" * 99)
    return library


def test_two_processes_make_the_same_index_as_one(library: Library, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []

    report = library.refresh(
        effort=Effort(jobs=2), progress=lambda done, total: seen.append((done, total))
    )

    assert (report.added, [skipped.name for skipped in report.skipped]) == (40, ["bad.txt"])
    assert seen[-1] == (41, 41)
    assert contents(library.view()) == rebuilt(library, tmp_path / "other")


def test_two_processes_know_which_texts_are_the_same(library: Library) -> None:
    library.refresh()
    for number in range(40):
        library.write(f"{number:02}.txt", (library.texts / f"{number:02}.txt").read_text())
    library.write("07.txt", "Other words. " * 99)

    assert library.refresh(effort=Effort(jobs=2)).changed == 1


def test_decisions_reach_every_process(library: Library) -> None:
    library.keep(entity("wei-1", "Wei", type="person"), entity("wei-2", "Wei", type="person"))
    library.write("00.txt", "then Wei spoke " * 99)
    library.decisions = {"00.txt": [(5, 8, "wei-2")]}
    library.refresh(effort=Effort(jobs=2))

    assert library.view().counts("wei-2") == (1, 1)


def test_a_process_that_ends_is_said_and_the_next_refresh_goes_on(library: Library) -> None:
    def kill(done: int, total: int) -> None:
        for child in _children():
            os.kill(child, signal.SIGKILL)

    with pytest.raises(Unusable, match="a process that was indexing has ended"):
        library.refresh(effort=Effort(jobs=2), progress=kill)
    assert _children() == []
    library.refresh(effort=Effort(jobs=2))
    assert len(library.view().everything()) == 40


def test_a_fault_in_a_process_is_raised_where_it_was_started(library: Library) -> None:
    files = Corpus(library.texts).scan().files
    job = Job(library.home / "nowhere", library.texts, library.registry, {}, 1_000)
    texts = [(id, None) for id in files]
    sizes = {id: stamp.size for id, stamp in files.items()}

    with pytest.raises(FileNotFoundError):
        list(batches(job, texts, sizes, 2, lambda done, total: None))
    assert _children() == []


def _children() -> list[int]:
    """The processes that this one has started to index."""
    from multiprocessing import active_children

    return [child.pid for child in active_children() if child.pid]


def test_two_processes_are_started_from_the_screen_where_stderr_is_no_file(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Captured:
        def fileno(self) -> int:
            return -1  # as Textual's

    resource_tracker._resource_tracker._stop()  # or it would be started already
    monkeypatch.setattr(sys, "stderr", Captured())
    assert library.refresh(effort=Effort(jobs=2)).added > 6
