"""A shell asks, as argcomplete has it, and is answered with what may follow."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.catalog.rooms import House

ROOT = Path(__file__).parent.parent.parent
LOOK = "import sys; from tui.cli.main import script; sys.argv[0] = 'readroom'; script()"


def offered(line: str, corpus: Path = ROOT / "seeds") -> list[str]:
    """What a shell is offered when Tab is pressed at the end of a line."""
    asked = {
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_IFS": "\n",
        "_ARGCOMPLETE_SUPPRESS_SPACE": "1",
        "_ARGCOMPLETE_STDOUT_FILENAME": str(Path(os.environ["HOME"]) / "offered"),
        "COMP_LINE": line,
        "COMP_POINT": str(len(line)),
        "_ARGCOMPLETE_COMP_WORDBREAKS": " \t\n@",  # some of those of bash
        "READROOM_CORPUS": str(corpus),
    }
    subprocess.run(
        [sys.executable, "-c", LOOK], cwd=ROOT, env=os.environ | asked, check=True, timeout=60
    )
    said = Path(asked["_ARGCOMPLETE_STDOUT_FILENAME"]).read_text(encoding="utf-8")
    return said.split("\n") if said else []


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("readroom wh", ["who"]),
        ("readroom who vlad", ["vladimir-putin", "Vladimir\\ Putin"]),
        ("readroom who gaz", []),
        ("readroom path s-400 vlad", ["vladimir-putin", "Vladimir\\ Putin"]),
        ("readroom search @pla", ["@pla"]),
        ("readroom search aut", ["author:"]),
        ("readroom show 003", ["003_f894bd2a5c4c4182.txt"]),
        ("readroom mentions --doc 001", ["001_3da96dafe1b7c8b3.txt"]),
        ("readroom search doc:004", ["doc:004_2ae4bf716034b2c9.txt"]),
        ("readroom registry al", ["alias"]),
        ("readroom registry alias xinh", ["xinhua"]),
        ("readroom cite --style pan", ["pandoc"]),
        ("readroom search --sort s", ["score"]),
    ],
)
def test_what_may_follow_is_offered(own_home: Path, line: str, first: list[str]) -> None:
    assert offered(line)[: len(first) or 1] == first


def test_no_index_is_made_for_it(own_home: Path) -> None:
    assert offered("readroom show 00")
    assert not list((own_home / "cache").rglob("*.seg"))


def test_texts_are_offered_from_the_index_where_there_is_one(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.open()
    root = tmp_path / "own"
    assert list(root.rglob("*.seg"))
    assert offered(f"readroom --root {root} show 00", house.texts) == [
        "001.txt",
        "002.txt",
        "003.txt",
    ]


def test_what_cannot_be_read_offers_nothing(own_home: Path, tmp_path: Path) -> None:
    assert offered("readroom who ch", tmp_path / "nowhere") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_takes_its_code(shell: str, own_home: Path) -> None:
    code = subprocess.run(
        [sys.executable, "-m", "tui", "completion", shell],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "readroom" in code
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    subprocess.run([shell, "-n"], input=code, text=True, check=True)


def test_what_could_drive_a_terminal_is_not_offered(own_home: Path, tmp_path: Path) -> None:
    house = House(tmp_path)
    (house.texts / "00\x1b[2J.txt").write_text("x\n")
    (house.texts / "00\u202e.txt").write_text("x\n")
    assert offered("readroom show 00", house.texts) == ["001.txt", "002.txt", "003.txt"]
