"""Any system call may fail: a clear line, the old state or the new, healed by the next run."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import faults
from tests.houses import COMMANDS, House

DOSE = None if "READROOM_SOAK" in os.environ else 7
"""So many calls of each command are made to fail, spread evenly; in a soak every one."""
ERRORS = ("ENOSPC", "EIO", "EACCES")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_call_that_fails_loses_nothing_and_is_healed(
    name: str, need: Callable[[str], str], tmp_path: Path
) -> None:
    strace, house = need("strace"), House.made(tmp_path)
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
