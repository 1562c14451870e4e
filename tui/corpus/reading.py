"""The bytes of one file of a corpus: opened without following a link and without waiting."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.corpus.files import (
    FOLDER,
    LARGEST,
    Unreadable,
    is_text,
    kind_of,
    name_of,
    too_large,
)

_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
_REASONS = {
    errno.ELOOP: "a link, which is not followed",
    errno.ENXIO: "a socket",
    errno.ENOENT: "there is no such file",
    errno.EACCES: "you may not read it",
}


@contextmanager
def opened(folder: Path, id: str) -> Iterator[tuple[int, str]]:
    """The open folder of a text, and its name in it; what is Unreadable meanwhile names the text.

    The corpus folder itself may be a link, nothing below it: each folder on the way is opened in
    the one before it.
    """
    *folders, name = name_of(id).split("/")
    if not is_text(name) or any(part in ("", ".", "..") for part in folders) or "\0" in id:
        raise Unreadable("not the name of a text", id)
    try:
        descriptor = os.open(folder, FOLDER)
        try:
            for part in folders:
                outer, descriptor = (
                    descriptor,
                    os.open(part, FOLDER | os.O_NOFOLLOW, dir_fd=descriptor),
                )
                os.close(outer)
            yield descriptor, name
        finally:
            os.close(descriptor)
    except OSError as error:
        raise _unreadable(error, id) from None
    except Unreadable as error:
        raise Unreadable(error.reason, id, may_pass=error.may_pass) from None


def read(folder: int, name: str) -> bytes:
    """The bytes of a regular file in an open folder; or Unreadable."""
    try:
        descriptor = os.open(name, _FILE, dir_fd=folder)
    except OSError as error:
        raise _unreadable(error) from None
    try:
        return _contents(descriptor)
    except OSError as error:
        raise _unreadable(error) from None
    finally:
        os.close(descriptor)


def _contents(descriptor: int) -> bytes:
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable(kind_of(status.st_mode))
    if status.st_size > LARGEST:
        raise Unreadable(too_large(status.st_size))
    with os.fdopen(descriptor, "rb", closefd=False) as file:
        data = file.read(status.st_size + 1)
        if len(data) > status.st_size:  # it grew since
            data += file.read(LARGEST + 1 - len(data))
    if len(data) > LARGEST:
        raise Unreadable(too_large(len(data)))
    return data


def is_there(folder: int, name: str) -> bool:
    """Whether an open folder has a file of any kind of this name."""
    try:
        os.stat(name, dir_fd=folder, follow_symlinks=False)
    except OSError:
        return False
    return True


def _unreadable(error: OSError, id: str = "") -> Unreadable:
    """What the system would not do; whether that may pass while the file is as it was."""
    reason = _REASONS.get(error.errno or 0, error.strerror or "it cannot be read")
    return Unreadable(reason, id, may_pass=error.errno not in (errno.ELOOP, errno.ENXIO))
