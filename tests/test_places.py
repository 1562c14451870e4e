"""The program's own folders are private, and a file is written whole or not at all."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tui import places
from tui.model import Unusable
from tui.places import Places, Unwritable, private_folder, sweep, write_atomically, write_new

ROOT = Path(__file__).parent.parent
WRITE_FOREVER = """
import sys
from pathlib import Path
from tui.places import write_atomically
while True:
    for letter in b"ab":
        write_atomically(Path(sys.argv[1]), bytes([letter]) * 200_000)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder."""
    path = tmp_path / "folder"
    path.mkdir()
    return path


def test_places_follow_the_xdg_variables() -> None:
    found = Places.of({"HOME": "/home/ada", "XDG_CACHE_HOME": "/scratch", "XDG_DATA_HOME": ""})
    assert found.cache == Path("/scratch/readroom")
    assert found.config == Path("/home/ada/.config/readroom")
    assert found.state == Path("/home/ada/.local/state/readroom")
    assert found.data == Path("/home/ada/.local/share/readroom")


def test_a_relative_xdg_variable_is_ignored() -> None:
    found = Places.of({"HOME": "/home/ada", "XDG_CACHE_HOME": "cache"})
    assert found.cache == Path("/home/ada/.cache/readroom")


def test_a_root_holds_all_four(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    found = Places.of({"HOME": "/home/ada", "XDG_CACHE_HOME": "/scratch"}, root="stick")
    assert found.cache == folder / "stick" / "cache"
    assert found.data == folder / "stick" / "data"


@pytest.mark.parametrize("environ", [{}, {"HOME": ""}, {"HOME": "relative"}])
def test_without_a_home_there_are_places_all_the_same(environ: dict[str, str]) -> None:
    assert Places.of(environ).cache.is_absolute()


def test_a_user_whom_the_system_does_not_know_gets_temporary_places(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pwd.getpwuid", lambda uid: {}[uid])
    assert Places.of({}).cache == places.temporary() / ".cache" / "readroom"


def test_a_private_folder_is_made_for_this_user_alone(folder: Path) -> None:
    made = private_folder(folder / "a" / "b", "c")
    assert made == folder / "a" / "b" / "c"
    for each in (made, made.parent, made.parent.parent):
        assert stat.S_IMODE(each.stat().st_mode) == 0o700


def test_an_open_folder_is_closed_to_others(folder: Path) -> None:
    folder.chmod(0o755)
    private_folder(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_that_others_can_write_is_refused_if_it_cannot_be_closed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fchmod", lambda fd, mode: None)  # as on a file system without modes
    folder.chmod(0o755)
    assert private_folder(folder) == folder
    folder.chmod(0o777)
    with pytest.raises(Unusable, match="can be written by other users"):
        private_folder(folder)


def test_the_folder_of_another_user_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: folder.stat().st_uid + 1)
    with pytest.raises(Unusable, match="belongs to another user"):
        private_folder(folder)


def test_a_link_to_a_folder_of_ones_own_is_followed(folder: Path) -> None:
    (folder / "scratch").mkdir()
    (folder / "cache").symlink_to("scratch")
    assert private_folder(folder / "cache", "readroom") == folder / "scratch" / "readroom"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_a_link_to_the_folder_of_another_user_is_refused(folder: Path) -> None:
    (folder / "theirs").mkdir()
    (folder / "cache").symlink_to("theirs")
    os.chown(folder / "theirs", 4711, 4711)
    with pytest.raises(Unusable, match="through a link to another user's folder"):
        private_folder(folder / "cache" / "readroom")
    assert not list((folder / "theirs").iterdir())


def test_a_folder_that_cannot_be_made_is_unwritable(folder: Path) -> None:
    (folder / "file").touch()
    with pytest.raises(Unwritable, match="Not a directory"):
        private_folder(folder / "file")
    with pytest.raises(Unwritable, match="cannot be written"):
        private_folder(folder / "file" / "below")


def test_a_write_replaces_the_file_and_keeps_its_permissions(folder: Path) -> None:
    path = folder / "entities.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.listdir(folder) == ["entities.yaml"]


def test_a_new_file_follows_the_umask(folder: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(folder / "new", b"")
    finally:
        os.umask(before)
    assert stat.S_IMODE((folder / "new").stat().st_mode) == 0o640


def test_a_write_through_a_link_changes_its_target(folder: Path) -> None:
    (folder / "real.yaml").write_bytes(b"old")
    (folder / "link.yaml").symlink_to("real.yaml")
    write_atomically(folder / "link.yaml", b"new")
    assert (folder / "link.yaml").is_symlink()
    assert (folder / "real.yaml").read_bytes() == b"new"


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "notes"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unwritable, match="notes cannot be written: No space left on device"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(folder) == ["notes"]


def test_a_file_that_cannot_be_looked_at_once_it_is_made_is_not_left(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir(exist_ok=True)

    def broken(_: int) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fstat", broken)
        with pytest.raises(Unwritable):
            write_atomically(folder / "notes", b"new")
    assert os.listdir(folder) == []


@pytest.mark.parametrize("has_links", [True, False])
def test_a_new_file_is_whole_and_takes_no_other_s_place(
    has_links: bool, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    if not has_links:
        monkeypatch.setattr(os, "link", none)
    folder.mkdir(exist_ok=True)
    write_new(folder / "a", b"one")
    with pytest.raises(FileExistsError):
        write_new(folder / "a", b"two")
    assert (folder / "a").read_bytes() == b"one"
    assert os.listdir(folder) == ["a"]


def test_only_a_regular_file_is_replaced(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    with pytest.raises(Unwritable, match="not a regular file"):
        write_atomically(folder / "pipe", b"")
    with pytest.raises(Unwritable):
        write_atomically(folder, b"")
    with pytest.raises(Unwritable):
        write_atomically(folder / "no" / "such" / "folder", b"")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_read_only_file_is_left_alone(folder: Path) -> None:
    path = folder / "entities.yaml"
    path.touch(0o444)
    with pytest.raises(Unwritable, match="read-only"):
        write_atomically(path, b"new")


def test_a_killed_write_leaves_the_old_or_the_new_file_and_the_next_write_cleans_up(
    folder: Path,
) -> None:
    path = folder / "file"
    command = [sys.executable, "-c", WRITE_FOREVER, str(path)]
    for wait in (0.001, 0.002, 0.003):
        path.unlink(missing_ok=True)
        with subprocess.Popen(command, cwd=ROOT) as writer:
            while not path.exists() and writer.poll() is None:
                time.sleep(0.01)
            time.sleep(wait)
            writer.send_signal(signal.SIGKILL)
        assert path.read_bytes() in (b"a" * 200_000, b"b" * 200_000)
    (folder / ".readroom-1-0123456789ab.tmp").write_bytes(b"left by a killed write")
    write_atomically(path, b"whole")
    assert os.listdir(folder) == ["file"]


def test_a_sweep_spares_a_write_under_way(folder: Path) -> None:
    name, descriptor = places._open_temporary(folder, 0o600)
    sweep(folder)
    assert name.exists()
    os.close(descriptor)
    sweep(folder)
    assert not name.exists()
