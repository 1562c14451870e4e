"""Machines as they are: no home, a folder that cannot be read or written, a clock that jumps."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.faults import program
from tests.houses import House, said
from tui.corpus.files import LARGEST

ROOT = Path(__file__).parent.parent
IS_SOAK = "READROOM_SOAK" in os.environ
SECONDS = 30 if IS_SOAK else 1
LINES = 2_300_000 if IS_SOAK else 20_000
"""Of a text of 64 MB, or of one."""


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House.made(tmp_path)


@pytest.fixture
def somebody(need: Callable[[str], str]) -> list[str]:
    """What a call begins with so that it is made by a user to whom permissions apply."""
    if os.geteuid():
        return []
    call = [need("unshare"), "--user", "--map-user=1000", "--map-group=1000"]
    if subprocess.run([*call, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no other user can be made here")
    return call


def told(call: list[str], **environment: str) -> tuple[int, str, str]:
    ran = subprocess.run(
        call,
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stdout, ran.stderr


def test_what_may_not_be_read_is_named(house: House, somebody: list[str]) -> None:
    (house.texts / "001.txt").chmod(0)
    (house.texts / "closed").mkdir()
    (house.texts / "closed" / "a.txt").write_text("Moscow.")
    (house.texts / "closed").chmod(0)
    (house.texts / "002.meta.yaml").write_text("title: X\n")
    (house.texts / "002.meta.yaml").chmod(0)
    status, out, err = told([*somebody, *house.call("search", "Moscow")])
    assert (status, "002.txt" in out, "001.txt" in out) == (0, True, False)
    assert "skipped 001.txt: you may not read it" in err
    assert "skipped closed: Permission denied" in err
    _, _, err = told([*somebody, *house.call("index")])
    assert "002.meta.yaml:1:1: warning: you may not read it" in err
    status, _, err = told([*somebody, *house.call("show", "001.txt")])
    assert status in (1, 3)
    assert err.startswith("readroom: ")
    assert "you may not read it" in err
    (house.texts / "closed").chmod(0o700)


@pytest.mark.parametrize("closed", ["own", "own/cache"])
def test_where_nothing_may_be_written_a_search_answers(
    closed: str, house: House, somebody: list[str], tmp_path: Path
) -> None:
    (house.folder / closed).mkdir(parents=True)
    (house.folder / closed).chmod(0o500)
    status, out, err = told([*somebody, *house.call("search", "Moscow")], TMPDIR=str(tmp_path))
    assert (status, "001.txt" in out) == (0, True)
    assert err.startswith("readroom: ")
    assert "cannot be written" in err
    assert [*(house.folder / closed).iterdir()] == []


def test_a_registry_that_may_not_be_written_is_as_it_was(house: House, somebody: list[str]) -> None:
    registry = house.folder / "entities.yaml"
    before = registry.read_bytes()
    registry.chmod(0o400)
    call = house.call("registry", "alias", "russia", "Kremlin")
    status, _, err = told([*somebody, *call])
    assert status == 1
    assert "entities.yaml" in err
    assert registry.read_bytes() == before


def test_there_need_be_no_home(house: House, tmp_path: Path) -> None:
    call = [word for word in house.call("search", "Moscow") if word != "--root"]
    call.remove(str(house.folder / "own"))
    status, out, err = told(call, TMPDIR=str(tmp_path), XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert (status, err) == (0, "2 passages in 2 texts\n")
    assert "001.txt" in out


def test_python_does_not_go_on_with_a_prompt(house: House) -> None:
    call = house.call("search", "Moscow")
    status, out, err = told(call, PYTHONINSPECT="1", PYTHONSTARTUP="/dev/null")
    assert (status, "001.txt" in out) == (0, True)
    assert ">>>" not in out + err
    assert "Traceback" not in err


def test_a_clock_that_jumps_back_hides_no_change(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert said(house, "index")[0] == 0
    year = 365 * 86_400
    now, now_ns = time.time, time.time_ns
    monkeypatch.setattr(time, "time", lambda: now() - year)
    monkeypatch.setattr(time, "time_ns", lambda: now_ns() - year * 10**9)
    text = house.texts / "001.txt"
    text.write_text("Kiev signed in June.\n")
    os.utime(text, (time.time(), time.time()))
    assert said(house, "search", "Kiev")[0] == 0
    assert said(house, "registry", "alias", "russia", "Kiev")[0] == 0
    status, out, _ = said(house, "search", "@russia Kiev")
    assert (status, "001.txt" in out) == (0, True)


def test_texts_may_change_while_they_are_read(house: House) -> None:
    is_over = threading.Event()
    changes = threading.Thread(target=_change, args=(house.texts, is_over))
    changes.start()
    until = time.monotonic() + SECONDS
    try:
        while time.monotonic() < until:
            for call in (("search", "Moscow"), ("show", "001.txt"), ("docs",), ("index",)):
                status, _, err = said(house, *call)
                assert status in (0, 1, 3), err
                assert "Traceback" not in err
                assert status == 0 or "readroom: " in err, err
    finally:
        is_over.set()
        changes.join()
    (house.texts / "001.txt").write_text("Moscow.\n")
    assert said(house, "index")[0] == 0
    assert "001.txt" in said(house, "search", "Moscow")[1]


def _change(texts: Path, is_over: threading.Event) -> None:
    """Have one name be ever another thing."""
    path = texts / "001.txt"
    for number, thing in enumerate(_forever()):
        if is_over.is_set():
            break
        with suppress(FileNotFoundError):
            path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
        match thing:
            case "text":
                path.write_text("Moscow signed. " * (number % 900))
            case "bytes":
                path.write_bytes(b"\0\1" * 5000)
            case "pipe":
                os.mkfifo(path)
            case "folder":
                path.mkdir()
            case "link":
                path.symlink_to("/etc/passwd")
    with suppress(FileNotFoundError):
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()


def _forever() -> Iterator[str]:
    while True:
        yield from ("text", "text", "bytes", "pipe", "text", "folder", "link")


def test_a_name_that_begins_with_a_dash_is_a_name(house: House) -> None:
    (house.texts / "--help.txt").write_text("Moscow, at last.\n")
    assert told(program(*house.words(), "show", "--", "--help.txt"))[1] == "Moscow, at last.\n"
    assert told(program(*house.words(), "cite", "--nd", "--", "--help.txt:1"))[0] == 0


def test_the_largest_text_is_opened_in_bounded_memory(house: House) -> None:
    large = house.texts / "large.txt"
    with large.open("w") as file:
        for _ in range(LINES // 1000):
            file.write("Moscow signed in June again.\n" * 1000)
    assert large.stat().st_size <= LARGEST
    most = 600 + 70 * large.stat().st_size // (1 << 20)  # megabytes, those of Python among them
    bounded = ["sh", "-c", f'ulimit -v {most << 10} && exec "$@"', "sh"]
    status, out, err = told([*bounded, *house.call("search", "June", "--limit", "3")])
    assert status == 0, err
    assert "large.txt" in out


def test_an_enormous_text_is_refused_with_a_reason(house: House) -> None:
    with (house.texts / "large.txt").open("wb") as file:
        file.truncate(200 << 20)
    status, out, err = told(house.call("search", "Moscow"))
    assert (status, "002.txt" in out) == (0, True)
    assert "skipped large.txt: 200 MB, larger than 64 MB\n" in err
    status, _, err = told(house.call("show", "large.txt"))
    assert (status, err.startswith("readroom: ")) == (1, True)


@pytest.mark.parametrize("command", ["verify", "check", "batch"])
def test_a_draft_without_an_end_is_refused(house: House, command: str) -> None:
    status, _, err = told(house.call(command, "/dev/zero"))
    assert status == 2
    assert err.endswith("readroom: /dev/zero cannot be read: larger than 64 MB\n")
