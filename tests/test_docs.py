"""Every command line in the README and the guides does what it is shown for."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tui.cli.arguments import COMMANDS

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
EVERY = [*PAGES, ROOT / "ARCHITECTURE.md", ROOT / "SECURITY.md"]
_CALL = re.compile(r"^\$ (readroom .*)$", re.MULTILINE)
"""A command line as a reader would copy it."""
_PICTURE = re.compile(r"!\[[^]]*\]\(([^)]+)\)")
_TABLE = re.compile(r"(?:^\|.*\n)+", re.MULTILINE)
_BAR = re.compile(r"(?<!\\)\|")
"""What parts the cells of a table, be it in a code span or not, unless a backslash is before it."""


def calls(page: Path) -> list[str]:
    return [call.strip() for call in _CALL.findall(page.read_text(encoding="utf-8"))]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a writer has one: the corpus, the registry, a draft, a list of names."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copy(ROOT / "entities.yaml", folder)
    (folder / "bin").mkdir()
    program = folder / "bin" / "readroom"
    program.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m tui "$@"\n')
    program.chmod(0o755)
    (folder / "names.csv").write_text("name\nSu-35\nMoscow\n")
    (folder / "notes.txt").write_text("A note on Moscow.\n")
    (folder / "interview.txt").write_text("A talk about Moscow.\n")
    (folder / "home" / "texts").mkdir(parents=True)
    (folder / "draft.md").write_text("In 2015 Moscow sold 24 Su-35 fighters to China.\n")
    return folder


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_its_command_lines_work(page: Path, desk: Path) -> None:
    for call in calls(page):
        said = subprocess.run(
            ["bash", "-o", "pipefail", "-c", call],
            cwd=desk,
            env={
                "PATH": f"{desk / 'bin'}:/usr/bin:/bin",
                "HOME": str(desk / "home"),
                "LANG": "C.UTF-8",
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        words = shlex.split(call, comments=True)
        if not set(words) & set(COMMANDS):  # it opens the screen, and there is none here
            assert "needs a terminal" in said.stderr
            continue
        expected = (0, 1) if set(words) & CHECKS else (0,)
        assert said.returncode in expected, f"{call}\n{said.stdout}{said.stderr}"


CHECKS = {"check", "verify", "gaps"}
"""Commands that exit 1 for what they find, or that find nothing to mend."""


def test_there_are_command_lines_to_try() -> None:
    assert len(calls(ROOT / "README.md")) > 10


def test_every_picture_is_there_and_asks_for_nothing_else() -> None:
    for page in PAGES:
        for name in _PICTURE.findall(page.read_text(encoding="utf-8")):
            picture = (page.parent / name).read_text(encoding="utf-8")
            assert "@font-face" not in picture
            assert "url(http" not in picture


@pytest.mark.parametrize("page", EVERY, ids=lambda page: page.name)
def test_every_row_of_a_table_has_the_cells_of_its_head(page: Path) -> None:
    for table in _TABLE.findall(page.read_text(encoding="utf-8")):
        head, *rows = table.splitlines()
        for row in rows:
            assert len(_BAR.findall(row)) == len(_BAR.findall(head)), row
