"""A writer that is killed, or fails, at any moment."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.index.library import Library, contents, entity, rebuilt
from tui.index import Effort
from tui.index import generation as generations
from tui.places import Unwritable


@pytest.mark.parametrize("which", ["first", "next"])
def test_a_kill_at_any_change_leaves_the_old_index_or_the_new_one(
    which: str, tmp_path: Path
) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.index.kills", tmp_path, which],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.stderr == ""
    assert int(ran.stdout) > 15


def test_a_full_disk_leaves_the_last_good_index_and_nothing_over(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.write("a.txt", "old words")
    library.refresh()
    before, files = contents(library.view()), library.files()
    library.write("a.txt", "new words")

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    for place in ("_written", "_synced", "write_atomically"):
        with monkeypatch.context() as disk:
            disk.setattr(generations, place, full)
            with pytest.raises(Unwritable, match="No space left on device"):
                library.refresh()
        assert contents(library.view()) == before
        assert library.files().keys() == files.keys()
    assert library.refresh().changed == 1


def test_a_search_answers_from_the_last_good_index_when_the_disk_is_full(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.write("a.txt", "old words")
    library.refresh()
    library.write("a.txt", "new words")

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(generations, "_written", full)
    report = library.refresh(budget=5.0)

    assert report.notes[0].endswith("cannot be written: No space left on device")
    assert library.ids("old") == ["a.txt"]


def test_an_interrupted_first_build_is_kept_and_goes_on(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.index.work.LEAST", 10)
    for number in range(6):
        library.write(f"{number}.txt", f"a number of words, of which one is word{number}")

    def interrupt(done: int, total: int) -> None:
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.refresh(progress=interrupt, effort=Effort(memory=1))
    kept = library.ids("words")
    report = library.refresh()

    assert len(kept) == 3
    assert report.added == 3
    assert len(library.ids("words")) == 6
    assert not library.refresh().written


def test_a_first_build_that_was_broken_off_begins_again_with_other_names(
    library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tui.index.work.LEAST", 10)
    for number in range(6):
        library.write(f"{number}.txt", f"a number of words of China, such as word{number}")

    def interrupt(done: int, total: int) -> None:
        if done == 4:
            raise KeyboardInterrupt

    for entities in ((), (entity("china", "China"),)):
        library.keep(*entities)
        with pytest.raises(KeyboardInterrupt):
            library.refresh(progress=interrupt, effort=Effort(memory=1))
    library.refresh()

    assert contents(library.view()) == rebuilt(library, tmp_path / "other")


def test_a_bug_while_writing_leaves_the_last_good_index(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.write("a.txt", "old words")
    library.refresh()
    before = library.files()
    library.write("a.txt", "new words")

    def bug(*_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("tui.index.work.entry", bug)
    with pytest.raises(ZeroDivisionError):
        library.refresh()
    assert library.files() == before


def test_a_crash_that_damaged_the_index_is_said_and_healed(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generations, "SMALL", 0)
    library.write("a.txt", "words")
    library.refresh()
    folder = library.view().generation.folder
    [segment] = folder.glob("*.seg")
    data = bytearray(segment.read_bytes())
    data[len(data) // 2] ^= 1
    segment.write_bytes(data)
    (folder / "left_over.ctmp").write_bytes(b"")

    report = library.refresh()

    assert report.notes == ("the index was damaged in a crash; it is built anew",)
    assert library.ids("words") == ["a.txt"]


def test_readers_see_whole_changes_only_while_a_writer_writes(
    library: Library, tmp_path: Path
) -> None:
    def write(step: int) -> None:
        for number in range(4):
            library.write(f"{number}.txt", f"words of step{step}")
        library.refresh()

    write(0)
    readers = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.index.readers", tmp_path],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    for step in range(1, 40):
        write(step)
    (tmp_path / "stop").touch()
    for reader in readers:
        said, complained = reader.communicate()
        assert complained == ""
        assert int(said) > 0
