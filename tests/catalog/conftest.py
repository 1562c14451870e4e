"""A house of one's own for each test."""

from pathlib import Path

import pytest

from tests.catalog.rooms import House


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A small corpus with its registry."""
    (tmp_path / "house").mkdir()
    return House(tmp_path / "house")
