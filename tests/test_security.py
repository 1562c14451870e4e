"""What SECURITY.md promises is held by tests that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROMISES = [
    line.strip("| ").split(" | ")
    for line in (ROOT / "SECURITY.md").read_text().partition("## What is promised")[2].splitlines()
    if line.startswith("| ")
][1:]


@pytest.mark.parametrize("row", PROMISES, ids=lambda row: row[0][:40])
def test_each_promise_names_tests_that_are_there(row: list[str]) -> None:
    promise, how, held = row
    assert promise
    assert how
    named = re.findall(r"`([^`]+)`", held)
    assert named
    for name in named:
        assert (
            "\ndef test_" in (ROOT / name).read_text()
            or "async def test_" in (ROOT / name).read_text()
        ), name
