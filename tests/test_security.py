"""What SECURITY.md promises is held by tests that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SECTIONS = ("What is promised", "What the tests were seen to catch")
ROWS = [
    line.strip("| ").split(" | ")
    for section in SECTIONS
    for line in (ROOT / "SECURITY.md")
    .read_text()
    .split(f"## {section}")[1]
    .split("\n## ")[0]
    .splitlines()
    if line.startswith("| ") and not line.endswith((" held by |", " failed |"))
]


def test_there_are_promises_and_faults() -> None:
    assert {len(row) for row in ROWS} == {2, 3}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:40])
def test_each_row_names_tests_that_are_there(row: list[str]) -> None:
    *said, held = row
    assert all(said)
    named = re.findall(r"`([^`]+)`", held)
    assert named
    for name in named:
        assert re.search(r"^(async )?(def test_|Test\w+ = )", (ROOT / name).read_text(), re.M), name
