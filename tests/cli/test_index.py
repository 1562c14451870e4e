"""`index`, and `index --watch` in a process of its own."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from select import select
from typing import IO

import pytest

from tests.catalog.rooms import House
from tui.cli.main import main
from tui.cli.watching import changes


def test_a_text_that_hides_its_change_is_found_by_verifying(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    house.write("a.txt", "The S-400 came.")
    path = house.texts / "a.txt"
    os.utime(path, (1_600_000_000, 1_600_000_000))
    main(["index", *house.options])
    path.write_text("The S-300 came.")
    os.utime(path, (1_600_000_000, 1_600_000_000))
    capsys.readouterr()

    main(["index", *house.options])
    main(["index", "--verify", "--jobs", "2", "--memory", "64", *house.options])

    unseen, seen = capsys.readouterr().out.splitlines()
    assert "0 changed" in unseen
    assert "1 changed" in seen


def test_a_rename_is_reported_as_one(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    house.write("old.txt", "Some words.")
    main(["index", *house.options])
    (house.texts / "old.txt").rename(house.texts / "new.txt")
    capsys.readouterr()

    main(["index", "--json", *house.options])

    report = json.loads(capsys.readouterr().out)
    assert report["renamed"] == [{"from": "old.txt", "to": "new.txt"}]
    assert (report["added"], report["removed"]) == (0, 0)


@pytest.mark.parametrize("wrong", [["--jobs", "0"], ["--memory", "-1"], ["--watch=never"]])
def test_what_no_indexing_can_take_is_a_usage_error(
    wrong: list[str], house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["index", *wrong, *house.options]) == 2
    assert "readroom: argument" in capsys.readouterr().err


def line_of(stream: IO[str]) -> str:
    """The next line, which must come soon."""
    assert select([stream], [], [], 20)[0], "no line came"
    return stream.readline()


@contextmanager
def watching(house: House, *more: str) -> Iterator[Callable[[], str]]:
    """What gives the next line that `index --watch` writes, from the first report on."""
    argv = [sys.executable, "-m", "tui", "index", *more, *house.options]
    with subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        assert child.stdout
        assert child.stderr
        try:
            yield partial(line_of, child.stdout)
        finally:
            child.send_signal(signal.SIGINT)
            assert child.stderr.read().endswith("readroom: interrupted\n")
            assert child.wait(10) == 130


def test_watching_brings_every_change_in(house: House) -> None:
    house.write("a.txt", "Some words.")
    with watching(house, "--watch") as line:
        assert line().startswith("4 texts: 4 added")
        (house.texts / "new").mkdir()
        (house.texts / "new" / "b.txt").write_text("Other words.")
        assert line().startswith("5 texts: 1 added")
        (house.texts / "a.txt").rename(house.texts / "c.txt")
        assert line().startswith("5 texts: 0 added, 0 changed, 0 removed, 1 renamed")
        house.registry.write_text("entities:\n- {id: words, name: Some, type: concept}\n")
        assert "4 rewritten" in line()  # and the two that named what is no more


def test_polling_finds_changes_too(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)

    looks = changes(house.open(), is_polling=True)
    for _ in range(3):
        next(looks)

    assert slept == [2.0] * 3


def test_after_a_rest_one_looks_once_more_and_merges_the_segments(
    house: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(5):
        house.write(f"{number}.txt", f"Words of text {number}.")
        house.open()
    monkeypatch.setattr("tui.cli.watching.REST_S", 0.0)
    monkeypatch.setattr("tui.cli.watching.changes", lambda *_, **__: iter([None]))

    assert main(["index", "--watch", *house.options]) == 0

    assert len(house.open().view.segments) == 1
    assert capsys.readouterr().out.count("\n") == 1


def test_watching_wakes_up_once_after_a_change(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[object] = []

    def nothing(ready: object, _: object, __: object, seconds: object = None) -> object:
        waited.append(seconds)
        return ([], [], [])

    monkeypatch.setattr("select.select", nothing)
    looks = changes(house.open(), is_polling=False)
    for _ in range(3):
        next(looks)

    assert waited == [30.0, None]


def test_where_the_kernel_tells_nothing_it_is_said_once_and_polled(
    house: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from tui.model import Unusable

    def refuse(*_: object, **__: object) -> None:
        raise Unusable("more folders than the system watches")

    monkeypatch.setattr("tui.cli.watching.Watcher", refuse)
    monkeypatch.setattr("time.sleep", lambda seconds: None)

    looks = changes(house.open(), is_polling=False)
    for _ in range(3):
        next(looks)

    said = "readroom: more folders than the system watches; looking every 2 s instead\n"
    assert capsys.readouterr().err == said
