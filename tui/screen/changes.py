"""What has changed in the files since the room was opened, said in a few words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.counts import count
from tui.model import ReadroomError

if TYPE_CHECKING:
    from tui.catalog.room import Room
    from tui.model import Document
    from tui.watcher import Watcher

MOST = 50
"""Files that are read to see whether they really changed; of more it is taken for granted."""


class Watch(NamedTuple):
    """What tells of changed files, why that cannot be, and what the registry was at the time."""

    watchers: tuple[Watcher, ...]
    why_not: str
    registry: str
    commits: Watcher | None = None
    """Tells of what other processes commit."""


def watch(room: Room) -> Watch:
    """Begin to watch the corpus and the registry of a room."""
    from tui.watcher import Watcher

    watchers: list[Watcher] = []
    commits: Watcher | None = None
    why_not = ""
    try:
        watchers.append(Watcher([room.corpus.folder]))
        if folders := room.registry_folders:
            watchers.append(Watcher(folders, deep=False))
        commits = Watcher([room.home]) if room.home is not None else None
    except ReadroomError as error:
        why_not = f"changed files go unnoticed: {error.message}; R looks for them"
    return Watch(tuple(watchers), why_not, registry(room), commits)


def registry(room: Room) -> str:
    """A digest of what the files of the registry hold."""
    from hashlib import sha256

    from tui.registry.files import content, files

    digest = sha256()
    for path in files(room.registry_path) if room.registry_path else ():
        try:
            digest.update(content(path))
        except OSError:
            continue
    return digest.hexdigest()


def changed(room: Room, paths: Iterable[Path], known: str, shown: Document | None) -> str:
    """What of these paths is other than in the room; "" if nothing is.

    `known` is the digest of the registry, and `shown` the text that is open.
    """
    from tui.corpus.files import SIDECAR, SUFFIXES, id_of, is_text

    folder = room.corpus.folder
    below = [id_of(str(p.relative_to(folder))) for p in paths if folder in p.parents]
    texts = {id for id in below if is_text(id.rpartition("/")[2])}
    for id in below:
        if id.endswith(SIDECAR):
            stem = id.removesuffix(SIDECAR)
            texts |= {f"{stem}{end}" for end in SUFFIXES if _is_known(room, f"{stem}{end}")}
        elif id not in texts and room.corpus.path(id).is_dir():
            return "files changed"
    others = sorted(texts - {shown.id} if shown else texts)
    if shown is not None and shown.id in texts and not _is_as_on_disk(room, shown):
        return "this text changed"
    if len(others) > MOST:
        return f"{len(others):,} files changed"
    number = sum(_is_other(room, one) for one in others)
    if number:
        return f"{count(number, 'file')} changed"
    return "the registry changed" if registry(room) != known else ""


def _is_known(room: Room, id: str) -> bool:
    return room.view.number(id) is not None


def _is_as_on_disk(room: Room, shown: Document) -> bool:
    """Whether the open text, and what is known of it, is as it would be read now."""
    try:
        document = room.corpus.read(shown.id)
    except ReadroomError:
        return False
    return (shown.sha256, shown.facts) == (document.sha256, document.facts)


def _is_other(room: Room, id: str) -> bool:
    """Whether a text, or what is known of it, is other than in the index."""
    number = room.view.number(id)
    try:
        document = room.corpus.read(id)
    except ReadroomError:
        return number is not None
    if number is None:
        return True
    record = room.view.record(number)
    return (record.sha256, record.facts) != (document.sha256, document.facts)
