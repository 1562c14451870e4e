"""The lock of those who write: one at a time, and the others are told who it is."""

from __future__ import annotations

import contextlib
import fcntl
import os
import time
from pathlib import Path

from tui.model import Locked
from tui.places import Unwritable


class Lock:
    """The writer's lock: `with Lock(path):` waits up to `wait` seconds, else Locked says who.

    The kernel frees it when its holder ends, however that happens; a file left behind is no lock.
    """

    def __init__(self, path: Path, wait: float = 0.0) -> None:
        self.path = path
        self._wait = wait
        self._descriptor = -1

    def __enter__(self) -> Lock:
        until = time.monotonic() + self._wait
        while not self._take():
            if time.monotonic() >= until:
                raise Locked(f"{self.path} is held by {self._holder()}")
            time.sleep(0.02)
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            os.unlink(self.path)
        os.close(self._descriptor)
        self._descriptor = -1

    def _take(self) -> bool:
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
        try:
            descriptor = os.open(self.path, flags, 0o600)
        except OSError as error:
            raise Unwritable(f"{self.path} cannot be written: {error.strerror}") from None
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # The one who held it may have removed the file meanwhile: then this lock is on nothing.
            is_taken = os.fstat(descriptor).st_ino == os.stat(self.path).st_ino
        except (BlockingIOError, FileNotFoundError):
            is_taken = False
        except OSError as error:
            os.close(descriptor)
            raise Unwritable(f"{self.path} cannot be locked: {error.strerror}") from None
        if not is_taken:
            os.close(descriptor)
            return False
        with contextlib.suppress(OSError):  # on a full disk the lock holds, though namelessly
            os.ftruncate(descriptor, 0)
            os.write(descriptor, b"%d\n" % os.getpid())
        self._descriptor = descriptor
        return True

    def _holder(self) -> str:
        """Who it is; a holder writes that down just after it has taken the lock."""
        for _ in range(5):
            with contextlib.suppress(OSError, ValueError):
                return f"process {int(self.path.read_bytes()[:20])}"
            time.sleep(0.01)
        return "another process"
