"""One of several who use the same corpus at a time; run by `test_crowd.py` as a program.

    python -m tests.crowd FOLDER write|read|tidy NUMBER

Ends when FOLDER/stop is there. A writer prints what was accepted of its edits, a reader how often
it asked, one who tidies how often segments were merged.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from tests.houses import House, said
from tui.index import tidying

ALWAYS = 40
"""Texts, each of which begins with the same word in every version."""


def text(version: int) -> str:
    """A text that says one thing a number of times."""
    return "Moscow spoke.\n" + f"It is version{version} of Moscow.\n" * (version % 5)


def write(house: House, number: int, is_over: Callable[[], bool]) -> None:
    """Change texts and the registry, as often as there is time."""
    version, accepted = number, list[str]()
    while not (accepted and is_over()):
        version += 2
        new = house.texts / f".{number}"
        new.write_text(text(version))
        new.rename(house.texts / f"{version % ALWAYS:03}.txt")  # never half written
        index(house)
        name = f"Alias{version}"
        status, _, err = said(house, "registry", "alias", "russia", name)
        assert status in (0, 1, 4), err
        assert status != 1 or "meanwhile" in err, err
        if status == 0:
            accepted.append(name)
        index(house)
    print(*accepted)


def index(house: House) -> None:
    """Bring the index up to date, unless the other one does."""
    status, _, err = said(house, "index")
    assert status in (0, 4), err
    assert status != 4 or (f"{house.folder}" in err and "is held by process" in err), err


def read(house: House, is_over: Callable[[], bool]) -> None:
    """Ask, and look at every answer."""
    asked = 0
    while not (asked and is_over()):
        status, out, err = said(house, "search", "Moscow", "--json")
        assert status == 0, err
        hits = json.loads(out)["hits"]
        assert len(hits) == ALWAYS, [hit["doc"] for hit in hits]
        for hit in hits:
            assert hit["spans"][0] == [0, 6]
            assert {end - start for start, end in hit["spans"]} == {6}
        asked += 1
    print(asked)


def tidy(house: House, is_over: Callable[[], bool]) -> None:
    """Merge segments whenever there are two."""
    tidying.FEW, times = 1, 0
    [home] = (house.folder / "own" / "cache").iterdir()
    while not is_over():
        times += tidying.tidy(home, house.texts)
    print(times)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    of = House(folder)
    ends = (folder / "stop").exists
    if sys.argv[2] == "write":
        write(of, int(sys.argv[3]), ends)
    elif sys.argv[2] == "tidy":
        tidy(of, ends)
    else:
        read(of, ends)
