"""Killed at any change that it makes on the disk, or on a full one: the old state or the new."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random

import pytest

from tests.houses import COMMANDS, House, act, in_a_process, said, undone
from tests.killing import Change, changes, kill_at
from tui.editor import edits
from tui.screen.keymap import FILE as KEYS

IS_SOAK = "READROOM_SOAK" in os.environ
PAGES = range(15) if IS_SOAK else (1,)
"""Pages of 4096 bytes that are left on a full disk."""
FULL = {
    "own/cache": "a search after a change",
    "own/state": "a query saved",
    "own/config": "a corpus named",
    "own/data": "a decision",
    ".": "an entity",
}
"""The folder that is a disk, and what is written there."""
ROOT = Path(__file__).parent.parent


def chosen(every: Sequence[Change], chance: Random) -> Iterable[int]:
    """The changes before which the process is killed: in a soak before all, and before none.

    Otherwise when a file of the user's is half written and when it takes its place, and before a
    few of those of the index.
    """
    if IS_SOAK:
        return range(1, len(every) + 2)
    last = {
        change: number
        for number, change in enumerate(every, 1)
        if "/own/cache/" not in change.path and change.kind in ("write", "os.rename")
    }
    return {*last.values(), *chance.sample(range(1, len(every) + 1), 2)}


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waiting for the disk: that matters to a machine that loses power, not to these tests."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_kill_leaves_the_old_state_or_the_new(name: str, tmp_path: Path) -> None:
    house = made(name, tmp_path)
    words = COMMANDS[name][1]
    old = house.files()
    assert act(house, *words) in (0, 1)  # here, so that all it needs has been imported
    new = house.files()
    house.put_back()
    every = changes(lambda: act(house, *words), house.folder, tmp_path / "changes")
    for point in chosen(every, Random(name)):
        house.put_back()

        def killed(point: int = point) -> int:
            kill_at(point, house.folder)
            return act(house, *words)

        assert in_a_process(killed) in (0, 1, -signal.SIGKILL)
        is_sound(house, old, new)


def made(name: str, tmp_path: Path) -> House:
    """A house before a command."""
    house = House.before(name, tmp_path, is_changed="after" in name)
    (house.folder / "own" / "config").mkdir(parents=True, exist_ok=True)
    (house.folder / "own" / "config" / KEYS).write_text("profile: vim\n")
    house.keep()
    house.put_back()
    return house


def is_sound(house: House, old: dict[str, bytes], new: dict[str, bytes]) -> None:
    """Nothing of the user's is lost or half written, and the next run heals the rest."""
    files = house.files()
    own = {name for name in files if not name.endswith(".tmp")}
    assert old.keys() & new.keys() <= own
    for name in own:
        if name.endswith("/reading.jsonl"):  # to which a line is added; half of it does not count
            assert new[name].startswith(files[name])
        elif not name.endswith("/edits"):  # of which one more may be kept than was written
            assert files[name] in (old.get(name), new.get(name)), name
    assert in_a_process(lambda: healing(house)) == 0
    assert house.left_over() == []


def healing(house: House) -> int:
    """The next run of everything; 0 if all of it can be done."""
    calls = (
        ("index",),
        ("registry", "ignore", "Healed"),
        ("facts", "003.txt", "title", "Healed"),
        ("search", "Moscow", "--save", "healed"),
        ("corpus", "add", "healed", str(house.texts)),
        ("the shelf",),
    )
    return sum(act(house, *words) << at for at, words in enumerate(calls))


@pytest.mark.parametrize("pages", PAGES)
@pytest.mark.parametrize("where", FULL)
def test_a_full_disk_leaves_the_old_state_or_the_new(
    where: str,
    pages: int,
    need: Callable[[str], str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = FULL[where]
    sealed = [need("unshare"), "--map-root-user", "--mount"]
    if subprocess.run([*sealed, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no disk of one's own can be mounted here")
    house, closed = made(name, tmp_path), "true"
    if where == "own/data":  # which is written where what stands beside the registry cannot be
        beside = house.folder / "decisions.yaml"
        beside.write_text("decisions:\n")
        house.keep()
        monkeypatch.setattr(edits, "_can_be_written", lambda path: path != beside)
        closed = f"mount --bind {beside} {beside} && mount -o remount,ro,bind {beside}"
    old = house.files()
    words = COMMANDS[name][1]
    assert said(house, *words)[0] == 0
    new = house.files()
    house.put_back()
    disk, after = house.folder / where, tmp_path / "after"
    disk.mkdir(parents=True, exist_ok=True)
    blocks = sum(-(-path.stat().st_size // 4096) for path in disk.rglob("*") if path.is_file())
    folders = sum(path.is_dir() for path in disk.rglob("*"))
    script = f"""
        cp -a {shlex.quote(str(disk))} {shlex.quote(str(after))}
        mount -t tmpfs -o size={(blocks + pages) * 4 or 4}k,nr_inodes={blocks + folders + 200} \\
            none {shlex.quote(str(disk))} || exit 98
        cp -a {shlex.quote(str(after))}/. {shlex.quote(str(disk))} || exit 97
        {closed} || exit 96
        {shlex.join(house.call(*words))}
        status=$?
        rm -r {shlex.quote(str(after))}
        cp -a {shlex.quote(str(disk))} {shlex.quote(str(after))}
        exit $status
    """
    ran = subprocess.run(
        [*sealed, "sh", "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode in (0, 1, 3), ran.stderr
    assert ran.returncode == 0 or ran.stderr.startswith("readroom: "), ran.stderr
    assert "Traceback" not in ran.stderr
    subprocess.run(["rm", "-r", str(disk)], check=True)
    after.rename(disk)
    assert ran.returncode or not undone(house.files(), old, new)
    is_sound(house, old, new)
    if where == "own/data":
        assert any(name.startswith(f"{where}/") for name in new)
