"""Changes below folders, told by the kernel: nothing wakes up while nothing changes.

Linux's inotify, by way of the C library; a descriptor that can be read once something has changed
is waited for by an event loop or by `select`.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from select import select

from tui.model import Unusable

_EVENT = struct.Struct("iIII")
_ATTRIB, _CLOSE_WRITE, _MOVED, _CREATE, _DELETE, _GONE = 0x4, 0x8, 0xC0, 0x100, 0x200, 0xC00
_ONLY_FOLDERS, _NO_LINKS = 0x01000000, 0x02000000
_MASK = _ATTRIB | _CLOSE_WRITE | _MOVED | _CREATE | _DELETE | _GONE | _ONLY_FOLDERS
_OVERFLOW, _IGNORED, _IS_FOLDER = 0x4000, 0x8000, 0x40000000
_MUCH = 1 << 16


class Watcher:
    """Watches folders and those below them; `fileno()` can be read once something has changed.

    What begins with a full stop is not looked at, and no link is followed, as in a corpus. Unusable
    where it cannot be done: not Linux, or more folders than the system allows.
    """

    def __init__(self, folders: Iterable[Path], *, deep: bool = True) -> None:
        self._library = ctypes.CDLL(None, use_errno=True)
        self._deep = deep
        self._folders: dict[int, Path] = {}
        self._roots = frozenset(folders)
        try:
            self._descriptor: int = self._library.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        except AttributeError:
            raise Unusable("this system does not tell of changed files") from None
        if self._descriptor < 0:
            raise _unusable()
        try:
            for folder in self._roots:
                self._watch(folder)
        except BaseException:  # Ctrl+C too: nobody else can close it, and what was raised goes on
            self.close()
            raise

    def fileno(self) -> int:
        """The descriptor to wait for."""
        return self._descriptor

    def close(self) -> None:
        """Watch no more."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def __enter__(self) -> Watcher:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def wait(self, seconds: float | None = None) -> frozenset[Path]:
        """The same as `changed`, once there is something or the time is over."""
        select([self], [], [], seconds)
        return self.changed()

    def changed(self) -> frozenset[Path]:
        """What was written, made, moved or deleted since one last asked; empty if nothing was.

        Where so much has changed that the kernel lost count, and for a folder that is new, the
        folder stands for all that is in it.
        """
        found: set[Path] = set()
        with suppress(BlockingIOError):
            while read := os.read(self._descriptor, _MUCH):
                found |= self._taken(read)
        return frozenset(found)

    def _taken(self, read: bytes) -> set[Path]:
        found: set[Path] = set()
        at = 0
        while at < len(read):
            watch, mask, _, length = _EVENT.unpack_from(read, at)
            at += _EVENT.size + length
            name = os.fsdecode(read[at - length : at].rstrip(b"\0"))
            if mask & _OVERFLOW:
                found |= self._roots
            folder = self._folders.get(watch)
            if mask & _IGNORED:
                self._folders.pop(watch, None)
            elif folder is not None and not name.startswith("."):
                path = folder / name
                found.add(path)
                if mask & _IS_FOLDER and mask & (_CREATE | _MOVED) and self._deep:
                    with suppress(FileNotFoundError):
                        self._watch(path, _NO_LINKS)
        return found

    def _watch(self, folder: Path, how: int = 0) -> None:
        """Watch a folder and those below it; the outermost may be a link."""
        watch = self._library.inotify_add_watch(
            self._descriptor, os.fsencode(folder), ctypes.c_uint32(_MASK | how)
        )
        if watch < 0:
            if how and ctypes.get_errno() in (errno.ENOENT, errno.ENOTDIR, errno.EACCES):
                return  # gone again, a link, or not to be read at all
            raise _unusable(folder)
        self._folders[watch] = folder
        if self._deep:
            with suppress(PermissionError), os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name[0] != "." and entry.is_dir(follow_symlinks=False):
                        self._watch(folder / entry.name, _NO_LINKS)


def _unusable(folder: Path | None = None) -> Unusable:
    number = ctypes.get_errno()
    if number == errno.ENOSPC:
        return Unusable("more folders than the system watches", "raise fs.inotify.max_user_watches")
    if number == errno.EMFILE:
        return Unusable("too many watchers", "raise fs.inotify.max_user_instances")
    return Unusable(f"{folder or 'files'} cannot be watched: {os.strerror(number)}")
