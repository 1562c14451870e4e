"""The home of an index: a folder for one corpus with one registry, which only its user can enter.

    lock             held by the one who writes
    manifest.json    which program wrote the index, of which corpus, and in which folder it is
    1f0c9a5b7d3e/    the index itself
    tidying/         segments that are being merged, and tidying.lock held by the one who does

A new index is built in a folder of its own and shown by replacing the manifest.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import sys
import time
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from whoosh import __version__ as whoosh_version

from tui.index.generation import Generation, load
from tui.index.storage import Damaged, Foreign
from tui.lock import Lock
from tui.model import Locked, ReadroomError, Unusable
from tui.places import Places, Unwritable, private_folder, sweep, temporary, write_atomically

FORMAT = 1
LOCK = "lock"
TIDYING, TIDYING_LOCK = "tidying", "tidying.lock"
MANIFEST = "manifest.json"
DAMAGED = "damaged"
"""A file that tells the next writer to rebuild."""
_DECIDING = (
    "model.py",
    "runs.py",
    "words",
    "prose.py",
    "mentions.py",
    "company.py",
    "query/capitals.py",
    "corpus",
    "registry",
    "index",
)
"""The parts of the program that decide what is in an index."""
_FOLDER = re.compile(r"[0-9a-f]{12}")
TRIES = 20
"""How often a reader begins again when a writer removes what it was about to open."""


def name_of(corpus: Path, registry: Path | None) -> str:
    """What tells a corpus with its registry from others: a digest of their real paths."""
    paths = f"{os.path.realpath(corpus)}\0{os.path.realpath(registry) if registry else ''}"
    return sha256(os.fsencode(paths)).hexdigest()[:16]


def home_of(places: Places, corpus: Path, registry: Path | None) -> tuple[Path, tuple[str, ...]]:
    """The private home of a corpus with a registry, and what to say once.

    Where the cache cannot be written it is below the user's temporary folder.
    """
    name = name_of(corpus, registry)
    try:
        return private_folder(places.cache, name), ()
    except Unwritable as error:
        folder = temporary()
        return private_folder(folder, name), (f"{error.message}; the index is in {folder}",)


def has_index(home: Path) -> bool:
    """Whether an index was ever completed or begun in a home."""
    return (home / MANIFEST).exists()


def current(home: Path, corpus: Path) -> Generation | None:
    """The index in a home, None if there is none; Damaged if it is not one of this program now."""
    for _ in range(TRIES):
        with contextlib.suppress(FileNotFoundError), guarded(home):
            return _current(home, corpus)
        if not has_index(home):
            return None
        time.sleep(0.01)
    raise Damaged("files of the index are missing")


def _current(home: Path, corpus: Path) -> Generation:
    manifest = json.loads((home / MANIFEST).read_bytes())
    expected = _manifest(corpus, "")
    if any(manifest.get(key) != value for key, value in expected.items() if key != "index"):
        raise Foreign("the index was written by another program, version or for another corpus")
    if not _FOLDER.fullmatch(manifest["index"]) or (home / manifest["index"]).is_symlink():
        raise Damaged("the index names a folder that is not its own")
    if (home / DAMAGED).exists():
        raise Damaged((home / DAMAGED).read_text("utf-8", "replace")[:200])
    return load(home / manifest["index"])


@contextlib.contextmanager
def guarded(home: Path, generation: Generation | None = None) -> Iterator[None]:
    """Reading an index: a fault of its files becomes Damaged, and the next writer rebuilds it."""
    try:
        yield
    except (ReadroomError, FileNotFoundError):
        raise
    except OSError as error:
        raise Unusable(f"the index in {home} cannot be read: {error.strerror}") from None
    # Damaged bytes surface as errors of any kind, from Whoosh, struct, json or our own arithmetic.
    # If the files are as they were written it is a bug, which must not hide behind this.
    except Exception as error:
        if generation is not None and not any(generation.faults()):
            raise
        reason = f"the index cannot be read ({type(error).__name__})"
        with contextlib.suppress(OSError):
            if generation is not None:
                (home / DAMAGED).write_text(reason)
        raise Damaged(reason) from error


@contextlib.contextmanager
def writing(home: Path) -> Iterator[None]:
    """Writing in a home: what the system refuses becomes Unwritable."""
    try:
        yield
    except OSError as error:
        raise Unwritable(f"{home} cannot be written: {error.strerror}") from None


def fresh(home: Path) -> Path:
    """A new folder of a home, for a new index."""
    folder = home / os.urandom(6).hex()
    folder.mkdir(0o700)
    return folder


def publish(home: Path, corpus: Path, folder: Path) -> None:
    """Make the index in `folder` the one that is read."""
    manifest = json.dumps(_manifest(corpus, folder.name), indent=1)
    write_atomically(home / MANIFEST, manifest.encode())
    (home / DAMAGED).unlink(missing_ok=True)


@contextlib.contextmanager
def tidying(home: Path) -> Iterator[Path]:
    """A folder of a home to merge segments in; whoever makes it holds the lock of those who do."""
    folder = home / TIDYING
    _remove(folder)
    folder.mkdir(0o700)
    try:
        yield folder
    finally:
        _remove(folder)


def is_tidy(home: Path, generation: Generation) -> bool:
    """Whether there is this index and nothing that a killed writer has left."""
    folders = {name for name in os.listdir(home) if _FOLDER.fullmatch(name) or name[0] == "."}
    return (
        folders == {generation.folder.name}
        and not generation.left_over()
        and not _is_left_over(home / TIDYING)
    )


def clear(home: Path, keep: Path | None) -> None:
    """Remove what killed writers have left: indexes other than the one in `keep`."""
    for folder in home.iterdir():
        if folder != keep and _FOLDER.fullmatch(folder.name):
            _remove(folder)
    if _is_left_over(home / TIDYING):
        _remove(home / TIDYING)
    sweep(home)


def _is_left_over(tidying: Path) -> bool:
    """Whether this folder is there though nobody merges segments in it."""
    if not tidying.exists():
        return False
    with contextlib.suppress(Locked), Lock(tidying.with_name(TIDYING_LOCK)):
        return True
    return False


def _remove(folder: Path) -> None:
    from shutil import rmtree

    rmtree(folder, ignore_errors=True)


def _manifest(corpus: Path, index: str) -> dict[str, object]:
    return {
        "program": "readroom",
        "format": FORMAT,
        "code": _code(),
        "whoosh": list(whoosh_version),
        "byteorder": sys.byteorder,
        "corpus": os.fsencode(os.path.realpath(corpus)).decode("utf-8", "backslashreplace"),
        "index": index,
    }


@cache
def _code() -> str:
    """A digest of the parts of the program that decide what is in an index."""
    root, digest = Path(__file__).parent.parent, sha256()
    for name in _DECIDING:
        path = root / name
        for file in sorted(path.glob("*.py")) if path.is_dir() else [path]:
            digest.update(file.read_bytes() if file.is_file() else b"")
    return digest.hexdigest()[:16]
