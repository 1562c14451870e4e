"""Two who write, four who read and one who merges segments: no wrong answer, no lost edit."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.crowd import ALWAYS, text
from tests.houses import House, said
from tests.index.library import contents
from tui.catalog.room import open_room
from tui.catalog.wish import Wish
from tui.lock import Lock

ROOT = Path(__file__).parent.parent
SECONDS = 60 if "READROOM_SOAK" in os.environ else 3


def indexed(house: House, own: str) -> object:
    """All that an index says, made below a folder if it is not there."""
    wish = Wish(str(house.texts), root=str(house.folder / own))
    return contents(open_room(wish, budget=None).view)


def test_no_answer_is_wrong_and_no_edit_is_lost(tmp_path: Path) -> None:
    house = House.made(tmp_path)
    for number in range(ALWAYS):
        (house.texts / f"{number:03}.txt").write_text(text(number))
    assert said(house, "index")[0] == 0
    roles = [("write", 0), ("write", 1), *(("read", number) for number in range(4)), ("tidy", 0)]
    users = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.crowd", tmp_path, role, str(number)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for role, number in roles
    ]
    time.sleep(SECONDS)
    (tmp_path / "stop").touch()
    ends = [(*user.communicate(), user.returncode) for user in users]
    faults = [f"{err}{status}" for _, err, status in ends if err or status]
    assert not faults, "\n".join(faults)
    accepted = [name for out, _, _ in ends[:2] for name in out.split()]
    registry = (house.folder / "entities.yaml").read_text()
    assert accepted
    assert [name for name in accepted if f" {name}" not in registry] == []
    assert all(int(out) for out, _, _ in ends[2:6])
    assert indexed(house, "own") == indexed(house, "anew")
    assert [*house.folder.rglob("*.tmp")] == []


def test_a_second_writer_says_who_holds_the_lock(tmp_path: Path) -> None:
    house = House.made(tmp_path)
    assert said(house, "index")[0] == 0
    (house.texts / "004.txt").write_text("Moscow.\n")
    [home] = (house.folder / "own" / "cache").iterdir()
    with Lock(home / "lock"):
        status, _, err = said(house, "index")
        assert status == 4
        assert err == f"readroom: {home / 'lock'} is held by process {os.getpid()}\n"
        status, out, err = said(house, "search", "Moscow")
        assert (status, "004.txt" in out) == (0, False)
        assert "index as of" in err
