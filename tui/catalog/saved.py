"""The queries that a reader keeps by name, and those run last: two readable files of JSON.

They lie in the state folder, apart for each corpus with its registry.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.index import name_of
from tui.lock import Lock
from tui.model import NotFound, Unusable, UsageError
from tui.nearest import nearest
from tui.places import private_folder, write_atomically
from tui.query.expand import Known, expand
from tui.query.parse import parse

if TYPE_CHECKING:
    from tui.catalog.room import Room

QUERIES, HISTORY, LOCK = "queries.json", "history.json", "lock"
KEPT = 500
"""Queries that the history keeps: the last ones."""
WAIT = 2.0
"""Seconds that another writer is waited for."""
_NAME = re.compile(r"[^\W_][\w.-]{0,63}")
"""What can stand after `query:` without quotation marks."""


class Queries(Mapping[str, str]):
    """The saved queries by name, looked up in the file when they are asked for."""

    def __init__(self, room: Room) -> None:
        self._path = folder(room) / QUERIES

    def __getitem__(self, name: str) -> str:
        return self._read()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def _read(self) -> dict[str, str]:
        found = _read(self._path, {})
        if not isinstance(found, dict) or not _are_texts([*found.values()]):
            raise Unusable(f"{self._path} does not map names to queries")
        return found


def folder(room: Room) -> Path:
    """Where the queries of a corpus with its registry are; it need not be there yet."""
    return room.places.state / name_of(room.corpus.folder, room.registry_path)


def save(room: Room, name: str, query: str) -> None:
    """Keep a query under a name, in place of what was kept so; UsageError if it cannot be."""
    if not _NAME.fullmatch(name):
        raise UsageError(
            f"{name!r} is no name for a query",
            "at most 64 letters, digits, dots, dashes and _; a letter or a digit first",
        )
    with _held(room) as path:
        kept = {**Queries(room), name: query}
        expand(parse(f"query:{name}"), room.view, Known(room.registry, kept))
        _write(path / QUERIES, kept)


def remove(room: Room, name: str) -> None:
    """Forget a saved query; NotFound if there is none of that name."""
    with _held(room) as path:
        left = dict(Queries(room))
        if name not in left:
            raise NotFound(f"no query is saved as {name!r}", *nearest(name, left))
        del left[name]
        _write(path / QUERIES, left)


def history(room: Room) -> tuple[str, ...]:
    """The queries that were run, the last one last, each once."""
    path = folder(room) / HISTORY
    found = _read(path, [])
    if not isinstance(found, list) or not _are_texts(found):
        raise Unusable(f"{path} is no list of queries")
    return tuple(found)


def remember(room: Room, query: str) -> None:
    """Add a query that was run to the history."""
    with _held(room) as path:
        before = [one for one in history(room) if one != query]
        _write(path / HISTORY, [*before, query][-KEPT:])


@contextmanager
def _held(room: Room) -> Iterator[Path]:
    """The folder, made if need be, while no other program writes to it."""
    path = folder(room)
    private_folder(path.parent, path.name)
    with Lock(path / LOCK, WAIT):
        yield path


def _read(path: Path, otherwise: Any) -> Any:
    try:
        return json.loads(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return otherwise
    except OSError as error:
        raise Unusable(f"{path} cannot be read: {error.strerror}") from None
    except json.JSONDecodeError as error:
        raise Unusable(f"{path}:{error.lineno}:{error.colno}: {error.msg}") from None
    except (ValueError, RecursionError) as error:
        raise Unusable(f"{path} is no JSON: {error}") from None


def _write(path: Path, value: Any) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    write_atomically(path, text.encode("utf-8", "surrogatepass"))


def _are_texts(values: list[Any]) -> bool:
    return all(isinstance(value, str) for value in values)
