"""A registry to edit, and the program's own folders beside it."""

from pathlib import Path

import pytest

from tui.places import Places

KEPT = """\
# Ours.
entities:

  # ── Equipment ──

  - id: s-300
    name: S-300
    type: equipment
    # ours alone
    aliases: [S300]          # no dash

  - id: su-35                # the fighter
    name: Su-35
    type: equipment
    aliases:
      - Flanker-E
      - {text: Super Flanker, kind: weak}
    description: >-
      A fighter,
      sold to China.

  # ── Persons ──

  - {id: ivanov, name: Ivan Ivanov, type: person}

ignore: [Post a Comment]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A registry to edit."""
    path = tmp_path / "kept" / "entities.yaml"
    path.parent.mkdir()
    path.write_text(KEPT, encoding="utf-8")
    return path


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """The program's own folders."""
    return Places.of({}, tmp_path / "own")
