"""Golden transcripts of the dialogue, and that it is one: lines in, lines out, nothing else.

A line behind `> ` is what somebody types; below it stands what is said. After a change that is
meant, `READROOM_ACCEPT=1 pytest tests/plain` writes them anew.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui.catalog.room import Room, open_room
from tui.catalog.wish import Wish
from tui.plain.commands import COMMANDS
from tui.plain.dialogue import talk

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
ACCEPT = os.environ.get("READROOM_ACCEPT")


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    root = tmp_path_factory.mktemp("root")
    return open_room(Wish(str(ROOT / "seeds"), str(ROOT / "entities.yaml"), str(root)))


@pytest.mark.parametrize("path", sorted((HERE / "transcripts").glob("*.txt")), ids=lambda p: p.stem)
def test_a_dialogue_reads_as_written(path: Path, room: Room) -> None:
    written = path.read_text(encoding="utf-8")
    typed = [line[2:] for line in written.splitlines() if line.startswith("> ")]
    typing = iter(typed)
    played: list[str] = []

    def heard():  # type: ignore[no-untyped-def]  # a generator that notes what it hands on
        for line in typing:
            played.append(f"> {line}")
            yield line

    played.extend(talk(room, heard()))
    if ACCEPT:
        path.write_text("\n".join(played) + "\n", encoding="utf-8")
    assert "\n".join(played) + "\n" == written


def test_every_command_is_in_a_transcript() -> None:
    typed = {
        line[2:].split(" ")[0]
        for path in (HERE / "transcripts").glob("*.txt")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("> ")
    }
    assert {command.name for command in COMMANDS} <= typed


def test_no_two_commands_have_one_short_name() -> None:
    short = [command.short for command in COMMANDS if command.short]
    assert len(short) == len(set(short))


def test_it_talks_through_pipes_and_loads_no_screen(own_home: Path) -> None:
    look = "import sys, tui.cli.main as m; status = m.main(['--plain']); "
    look += "print(sorted({'textual', 'rich'} & set(sys.modules))); sys.exit(status)"
    said = subprocess.run(
        [sys.executable, "-c", look],
        cwd=ROOT,
        input="search Su-35\nquit\nwho china\n",
        capture_output=True,
        text=True,
        check=True,
    )
    *progress, greeting, answer, result, last = said.stdout.splitlines()
    assert all(line.startswith("indexed ") for line in progress)  # where that took a while
    assert greeting.startswith("readroom: 5 texts, ")
    assert answer.startswith("1 text, ")
    assert result.startswith("result 1 of 1: ")
    assert last == "[]"
    assert "\x1b" not in said.stdout
    assert said.stderr == ""
