"""One writes at a time, and the others are told who it is."""

import os
import threading
from pathlib import Path

import pytest

from tui.lock import Lock
from tui.model import Locked
from tui.places import Unwritable

ROOT = Path(__file__).parent.parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder."""
    path = tmp_path / "folder"
    path.mkdir()
    return path


def test_a_second_writer_is_told_who_holds_the_lock(folder: Path) -> None:
    with (
        Lock(folder / "lock"),
        pytest.raises(Locked, match=f"lock is held by process {os.getpid()}"),
        Lock(folder / "lock"),
    ):
        pass
    assert not list(folder.iterdir())


def test_a_holder_who_has_not_yet_written_who_it_is_is_waited_for(folder: Path) -> None:
    with Lock(folder / "lock"):
        (folder / "lock").write_bytes(b"")
        late = threading.Timer(0.02, lambda: (folder / "lock").write_bytes(b"123\n"))
        late.start()
        with pytest.raises(Locked, match="is held by process 123"), Lock(folder / "lock"):
            pass
        late.join()


def test_a_lock_is_free_again_and_a_file_left_behind_is_none(folder: Path) -> None:
    (folder / "lock").write_bytes(b"4711\n")
    for _ in range(2):
        with Lock(folder / "lock"):
            assert (folder / "lock").read_bytes() == b"%d\n" % os.getpid()


def test_a_writer_may_wait(folder: Path) -> None:
    first, ended = Lock(folder / "lock"), threading.Event()

    def end() -> None:
        ended.set()
        first.__exit__()

    first.__enter__()
    threading.Timer(0.1, end).start()
    with Lock(folder / "lock", wait=30):
        assert ended.is_set()


def test_only_one_of_many_threads_is_inside(folder: Path) -> None:
    inside, seen = [0], []

    def write() -> None:
        for _ in range(20):
            with Lock(folder / "lock", wait=60):
                inside[0] += 1
                seen.append(inside[0])
                inside[0] -= 1

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [1] * 80


def test_a_lock_where_nothing_can_be_written_is_unwritable(folder: Path) -> None:
    with pytest.raises(Unwritable, match="cannot be written"), Lock(folder / "no" / "lock"):
        pass
