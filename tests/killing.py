"""A process killed before any change that it makes below a folder, or in the middle of a write."""

from __future__ import annotations

import builtins
import inspect
import io
import os
import re
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.houses import in_a_process

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.link"}
_TEMPORARY = re.compile(r"\.readroom-\d+-[0-9a-f]+\.tmp$")


class Change(NamedTuple):
    """What is done to a file, or to any temporary file of a folder."""

    kind: str
    path: str


def kill_at(point: int, folder: Path) -> None:
    """Arrange that this process is killed before its change number `point` below a folder."""
    seen = 0

    def change(what: Change) -> None:
        nonlocal seen
        seen += 1
        if seen == point:
            os.kill(os.getpid(), signal.SIGKILL)

    _watch(folder, change)


def changes(act: Callable[[], object], folder: Path, log: Path) -> Sequence[Change]:
    """The changes that something makes below a folder, in order; `log` is a file for them."""

    def noted() -> object:
        with log.open("wb", buffering=0) as file:
            _watch(folder, lambda change: file.write("\t".join(change).encode() + b"\n") and None)
            return act()

    assert in_a_process(noted) in (0, 1)
    return [Change(*line.split("\t")) for line in log.read_text().splitlines()]


def _watch(folder: Path, change: Callable[[Change], None]) -> None:
    """Have every change below a folder told before it is made, for as long as this process is."""

    def told(kind: str, path: object) -> None:
        if str(path).startswith(f"{folder}{os.sep}"):
            change(Change(kind, _TEMPORARY.sub("temporary", str(path))))

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if (event == "open" and args[2] & WRITES) or event in CHANGES:
            told(event, args[0])

    def of(descriptor: int) -> str:
        return os.readlink(f"/proc/self/fd/{descriptor}")

    class Halving(io.FileIO):
        """A file of which one can be killed in the middle of a write."""

        def write(self, data: Any) -> int:  # of bytes, or of a view on them
            told("write", of(self.fileno()))
            data = bytes(data)
            return super().write(data[: len(data) // 2] or data) or 0

    def opened(file: Any, mode: str = "r", *usual: Any, **named: Any) -> Any:
        if not set(mode) & set("wax+"):
            return reading(file, mode, *usual, **named)
        how = inspect.signature(reading).bind(file, mode, *usual, **named)
        how.apply_defaults()
        given = how.arguments
        raw = Halving(file, re.sub("[bt]", "", mode), given["closefd"], given["opener"])
        if not given["buffering"]:
            return raw
        whole = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)
        if "b" in mode:
            return whole
        return io.TextIOWrapper(whole, given["encoding"], given["errors"], given["newline"])

    def half(descriptor: int, data: bytes) -> int:
        told("write", of(descriptor))
        return write(descriptor, data)

    reading, write = io.open, os.write
    os.fsync = lambda descriptor: told("fsync", of(descriptor))
    os.write = half
    io.open = builtins.open = opened
    sys.addaudithook(hook)
