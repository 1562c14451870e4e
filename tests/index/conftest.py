"""What the tests of the index share."""

import os
from pathlib import Path

import pytest

from tests.index.library import Library


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waiting for the disk: that matters to a machine that loses power, not to these tests."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """An empty corpus without an index."""
    return Library(tmp_path)
