"""System calls that fail: those that a command makes on some folders, and the same with one less.

strace counts the calls and makes one of them return an error, so nothing in the program knows.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
CALLS = (
    *("openat", "close", "read", "pread64", "write", "pwrite64", "lseek", "mmap", "ftruncate"),
    *("fsync", "fdatasync", "flock", "fcntl", "ioctl", "fchmod", "chmod", "utimensat"),
    *("rename", "renameat", "renameat2", "unlink", "unlinkat", "link", "linkat", "symlink"),
    *("mkdir", "mkdirat", "rmdir", "getdents64", "readlink", "readlinkat"),
    *("access", "faccessat", "faccessat2", "newfstatat", "fstat", "statx"),
)
"""What is counted: all that may fail on a file."""
INJECTED = "(INJECTED)"
STRACE = ("-f", "--seccomp-bpf", "-y", "-qq", "-s", "4096")
"""Only what is traced stops the program: a fourth of the time. `-f` is what that asks for."""
_CALL = re.compile(r"(?:\d+ +)?(\w+)\(")


@dataclass(frozen=True)
class Point:
    """The n-th call of a kind that a process makes, from 1."""

    call: str
    number: int
    line: str

    def __str__(self) -> str:
        return f"{self.call} {self.number}"


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    status: int
    out: str
    err: str


def points(strace: str, command: Sequence[str], folders: Sequence[Path]) -> Iterator[Point]:
    """The calls of a command that concern files below some folders, in order."""
    log = folders[0] / "calls"
    traced = f"trace={','.join(f'?{call}' for call in CALLS)}"  # not every machine has all
    run([strace, *STRACE, "-o", str(log), "-e", traced, *command])
    lines = log.read_text(errors="replace").splitlines()
    log.unlink()
    seen: Counter[str] = Counter()
    for line in lines:
        match = _CALL.match(line)
        if match is None:
            continue
        call = match[1]
        seen[call] += 1
        if any(f"{folder}" in line for folder in folders) and str(log) not in line:
            yield Point(call, seen[call], line)


def failing(
    strace: str, command: Sequence[str], point: Point, error: str, folder: Path
) -> Ran | None:
    """The command with that call failing; None if this time it was a call on other files."""
    inject = f"inject={point.call}:error={error}:when={point.number}"
    log = folder.parent / "failed"
    traced = ["-e", f"trace={point.call}", "-e", inject]
    ran = run([strace, *STRACE, "-o", str(log), *traced, *command])
    failed = [line for line in log.read_text(errors="replace").splitlines() if INJECTED in line]
    return ran if failed and str(folder) in failed[0] else None


def program(*words: str) -> list[str]:
    """A call of the program that imports no more than it needs, the same each time."""
    return [sys.executable, "-B", "-m", "tui", *words]


def run(command: Sequence[str]) -> Ran:
    """Run a command where no registry is that it could take for the one it was given."""
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    ran = subprocess.run(
        command,
        cwd=os.sep,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env=os.environ | {"PYTHONHASHSEED": "0", "PYTHONPATH": path},
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)
