"""Where the program keeps its own files, and how a file is written so that none is ever lost."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import re
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tui.model import Unusable

NAME = "readroom"
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_TEMPORARY = re.compile(rf"\.{NAME}-[\w-]+\.tmp")


class Unwritable(Unusable):
    """A folder or a file that cannot be written; the old one, if any, is as it was."""


@dataclass(frozen=True, slots=True)
class Places:
    """The program's own folders; none of them need exist yet."""

    config: Path
    cache: Path
    state: Path
    data: Path

    @classmethod
    def of(cls, environ: Mapping[str, str], root: str | Path | None = None) -> Places:
        """The places that the environment names by the XDG rules, or all four below `root`."""
        if root:
            base = Path(root).absolute()
            return cls(base / "config", base / "cache", base / "state", base / "data")
        home = _home(environ)

        def xdg(variable: str, otherwise: str) -> Path:
            named = environ.get(variable, "")
            return (Path(named) if os.path.isabs(named) else home / otherwise) / NAME

        return cls(
            config=xdg("XDG_CONFIG_HOME", ".config"),
            cache=xdg("XDG_CACHE_HOME", ".cache"),
            state=xdg("XDG_STATE_HOME", ".local/state"),
            data=xdg("XDG_DATA_HOME", ".local/share"),
        )


def _home(environ: Mapping[str, str]) -> Path:
    """The home folder; for a user without one, a folder of their own for temporary files."""
    import pwd

    if os.path.isabs(environ.get("HOME", "")):
        return Path(environ["HOME"])
    try:
        return Path(pwd.getpwuid(os.geteuid()).pw_dir or temporary())
    except KeyError:
        return temporary()


def temporary() -> Path:
    """The user's own folder among the temporary files, where nothing better can be written."""
    from tempfile import gettempdir

    return Path(gettempdir()) / f"{NAME}-{os.geteuid()}"


def private_folder(path: Path, *below: str) -> Path:
    """The real path of a folder that only this user can enter, made if it is not there.

    With names in `below`, of the folder there inside it, and each on the way is as private.
    Unusable if one belongs to another user or a link leads to another user's folder; Unwritable
    if it cannot be made or written.
    """
    try:
        real = _private(path)
        for name in below:
            real = _private(real / name)
    except OSError as error:
        raise Unwritable(f"{path} cannot be written: {error.strerror}") from None
    return real


def _private(path: Path) -> Path:
    _check_links(path)
    for folder in (*reversed(path.parents), path):
        with contextlib.suppress(FileExistsError):
            if not folder.is_dir():
                folder.mkdir(0o700)
    real = Path(os.path.realpath(path))
    descriptor = os.open(real, _FOLDER | os.O_NOFOLLOW)
    try:
        _check_own(path, descriptor)
    finally:
        os.close(descriptor)
    if not os.access(real, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return real


def _check_own(path: Path, descriptor: int) -> None:
    status = os.fstat(descriptor)
    if status.st_uid != os.geteuid():
        raise Unusable(f"{path} belongs to another user")
    if status.st_mode & 0o077 == 0:
        return
    with contextlib.suppress(OSError):  # a stick's file system may hold no permissions at all
        os.fchmod(descriptor, 0o700)
    if os.fstat(descriptor).st_mode & 0o022:
        raise Unusable(f"{path} can be written by other users")


def _check_links(path: Path) -> None:
    """Refuse a path on which a link is another user's, or leads to another user's folder."""
    trusted = {os.geteuid(), 0, os.stat("/").st_uid}  # in a user namespace root has another number
    for folder in (*reversed(path.absolute().parents), path):
        if not os.path.islink(folder):
            continue
        if not {folder.lstat().st_uid, folder.stat().st_uid} <= trusted:
            raise Unusable(f"{path} leads through a link to another user's folder")


def write_atomically(path: Path, data: bytes, *, waits: bool = True) -> None:
    """Replace the file at `path`, or at the end of a link there, by `data`: all of it or nothing.

    The permissions of an old file are kept. Unwritable if it cannot be done. Unless it `waits` for
    the disk, a power cut may bring the old file back.
    """
    target = Path(os.path.realpath(path))
    try:
        _written(target.parent, data, _mode(target), waits, lambda it: os.replace(it, target))
    except OSError as error:
        raise Unwritable(f"{path} cannot be written: {error.strerror}") from None


def write_new(path: Path, data: bytes) -> None:
    """A file that was not there, all of it or nothing; FileExistsError if it is, or an OSError."""

    def show(name: Path) -> None:
        try:
            os.link(name, path)
        except OSError:  # it is there, or the file system holds no links, as on a stick
            if os.path.lexists(path):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), path) from None
            os.rename(name, path)
            return
        try:
            os.unlink(name)
        except OSError:
            os.unlink(path)
            raise

    _written(path.parent, data, None, True, show)


def _written(
    folder: Path, data: bytes, mode: int | None, waits: bool, show: Callable[[Path], None]
) -> None:
    """Write a temporary file, and have `show` give it its name once all of it is there."""
    sweep(folder)
    name, descriptor = _open_temporary(folder, 0o666 if mode is None else 0o600)
    try:
        with os.fdopen(descriptor, "wb", closefd=False) as file:
            file.write(data)
        if mode is not None:
            os.fchmod(descriptor, mode)
        if waits:
            os.fsync(descriptor)
        show(name)
    # Ctrl+C too: no half file stays, and what was raised goes on.
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)
        raise
    finally:
        with contextlib.suppress(OSError):  # all of it has its name by now, or is gone
            os.close(descriptor)
    if waits:
        sync_folder(folder)


def _mode(target: Path) -> int | None:
    """The permissions of a file, None if it is not there; an OSError if it must not be replaced."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "not a regular file")
    if not os.access(target, os.W_OK):
        raise OSError(errno.EACCES, "it is read-only")
    return stat.S_IMODE(status.st_mode)


def _open_temporary(folder: Path, mode: int) -> tuple[Path, int]:
    """A new file that nobody else has, locked for as long as it is open."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    while True:
        name = folder / f".{NAME}-{os.getpid()}-{os.urandom(6).hex()}.tmp"
        descriptor = os.open(name, flags, mode)
        try:
            with contextlib.suppress(OSError):  # where none can be locked, `sweep` leaves them all
                fcntl.flock(descriptor, fcntl.LOCK_EX)
            if os.fstat(descriptor).st_nlink:
                return name, descriptor
        except OSError:
            os.unlink(name)
            os.close(descriptor)
            raise
        os.close(descriptor)  # swept between the two calls


def sweep(folder: Path) -> None:
    """Remove from `folder` what writes that were killed have left; one under way is locked."""
    with contextlib.suppress(OSError):
        for name in filter(_TEMPORARY.fullmatch, os.listdir(folder)):
            _remove_unlocked(folder / name)


def _remove_unlocked(path: Path) -> None:
    with contextlib.suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink()
        finally:
            os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder written to the disk, where that can be: the file itself is."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, _FOLDER)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
