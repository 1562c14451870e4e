"""Changed files are told by the kernel."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.model import Unusable
from tui.watcher import Watcher


@pytest.fixture
def watcher(tmp_path: Path) -> Iterator[Watcher]:
    (tmp_path / "below").mkdir()
    (tmp_path / "a.txt").write_text("one")
    with Watcher([tmp_path]) as watcher:
        yield watcher


def test_what_is_written_touched_moved_and_deleted_is_told(
    watcher: Watcher, tmp_path: Path
) -> None:
    assert watcher.changed() == set()
    (tmp_path / "a.txt").write_text("two")
    assert watcher.wait(5) == {tmp_path / "a.txt"}
    os.utime(tmp_path / "a.txt")
    assert watcher.wait(5) == {tmp_path / "a.txt"}
    (tmp_path / "a.txt").rename(tmp_path / "below" / "b.txt")
    assert watcher.wait(5) == {tmp_path / "a.txt", tmp_path / "below" / "b.txt"}
    (tmp_path / "below" / "b.txt").unlink()
    assert watcher.wait(5) == {tmp_path / "below" / "b.txt"}


def test_reading_and_listing_change_nothing(watcher: Watcher, tmp_path: Path) -> None:
    assert (tmp_path / "a.txt").read_text() == "one"
    assert "a.txt" in os.listdir(tmp_path)
    assert watcher.changed() == set()


def test_a_new_folder_is_watched_too(watcher: Watcher, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    assert watcher.wait(5) == {tmp_path / "new"}
    (tmp_path / "new" / "c.txt").write_text("three")
    assert watcher.wait(5) == {tmp_path / "new" / "c.txt"}


def test_hidden_files_are_not_looked_at(watcher: Watcher, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "index").write_text("")
    (tmp_path / ".a.txt.swp").write_text("")
    assert watcher.changed() == set()


def test_without_a_change_the_wait_is_over_in_time(watcher: Watcher) -> None:
    began = time.monotonic()
    assert watcher.wait(0.05) == set()
    assert time.monotonic() - began >= 0.05


def test_only_the_folder_itself_where_that_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    with Watcher([tmp_path], deep=False) as watcher:
        (tmp_path / "below" / "b.txt").write_text("")
        assert watcher.changed() == set()


def test_a_folder_that_is_not_there_cannot_be_watched(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="nowhere cannot be watched: No such file"):
        Watcher([tmp_path / "nowhere"])
