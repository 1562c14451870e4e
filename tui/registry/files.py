"""The files of a registry: which they are, whether they changed, what they hold."""

from __future__ import annotations

import os
import stat
from hashlib import sha256
from pathlib import Path

LARGEST = 8 << 20
"""Bytes of a file; of a larger one no more than one byte further is read."""


def files(path: Path) -> list[Path]:
    """A registry's files: `entities.yaml`, then `entities/*.yaml` beside it in order of name."""
    folder = path.with_suffix("")
    inner = [file for file in folder.glob("*.yaml") if not file.name.startswith(".")]
    return [path, *sorted(inner)] if folder != path else [path]


def stamp(path: Path) -> str:
    """A digest of the names, sizes, times and inodes of a registry's files; none read."""
    digest = sha256()
    for file in files(path):
        try:
            found = file.stat()
        except OSError:
            continue
        facts = (file.name, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
        digest.update(repr(facts).encode())
    return digest.hexdigest()


def content(path: Path) -> bytes:
    """The bytes of a regular file, links followed; a pipe or a device is never waited for."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with open(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(None, "not a regular file")
        return file.read(LARGEST + 1)
