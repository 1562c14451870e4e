"""Any system call may fail: a clear line, the old state or the new, healed by the next run."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import faults
from tests.houses import COMMANDS, House, undone

DOSE = None if "READROOM_SOAK" in os.environ else 5
"""So many calls of each command are made to fail, spread evenly; in a soak every one."""
ERRORS = ("ENOSPC", "EIO", "EACCES")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_call_that_fails_loses_nothing_and_is_healed(
    name: str, need: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strace, is_changed = need("strace"), bool(COMMANDS[name][0])
    house = House.before(name, tmp_path, is_changed=is_changed)
    monkeypatch.setenv("TMPDIR", str(house.temporary))
    house.keep()
    house.put_back()  # on other inodes, as before each call that fails
    old = house.files()
    command = house.call(*COMMANDS[name][1])
    every = list(faults.points(strace, command, [house.folder]))
    new, healthy = house.files(), house.heal()
    house.put_back()
    states = States(old, new, {healthy, house.heal()})
    assert len(every) > 10
    chosen = every if DOSE is None else every[:: max(1, len(every) // DOSE)]
    tried, wrong = 0, list[str]()
    for point in chosen:
        error = random.Random(str(point)).choice(ERRORS)
        house.put_back()
        ran = faults.failing(strace, command, point, error, house.folder)
        if ran is None:
            continue
        tried += 1
        said = f"{point} → {error}: {point.line}\n{ran.out}{ran.err}"
        wrong += [f"{what}: {said}" for what in states.faults(house, ran)]
    assert wrong == [], "\n".join([f"{len(wrong)} of {tried}", *wrong])
    assert tried > len(chosen) // 2


@dataclass(frozen=True)
class States:
    """What the user's files hold before a command and after it, and what a search then finds."""

    old: Mapping[str, bytes]
    new: Mapping[str, bytes]
    found: Set[str]

    def faults(self, house: House, ran: faults.Ran) -> Iterator[str]:
        """What is wrong with a house after a command of which a call failed."""
        if ran.status not in (0, 1, 3, 4) or "Traceback" in ran.err:
            yield f"exit status {ran.status}"
        if ran.status and "\nreadroom: " not in f"\n{ran.err}":
            yield "nothing is said"
        files = house.files()
        is_elsewhere = any("/data/decisions/" in file for file in files)
        for file, content in files.items():
            known = self.new.get("decisions.yaml" if "/data/decisions/" in file else file)
            is_begun = file.endswith("/reading.jsonl") and (known or b"").startswith(content)
            is_its_own = file.endswith("/edits") and is_elsewhere
            if content not in (self.old.get(file), known) and not (is_begun or is_its_own):
                yield f"{file} is neither the old nor the new"
        if ran.status == 0 and undone(files, self.old, self.new):
            yield "nothing is said of what was not done"
        if lost := self.old.keys() - files.keys():
            yield f"{lost} lost"
        if house.heal() not in self.found:
            yield "a search finds something else"
        if left := house.left_over():
            yield f"left over: {left}"
