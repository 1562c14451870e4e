"""A generation of the index: what one commit left, whole before it shows, checked when it is read.

Of generation N a folder holds:

    MAIN_….seg           Whoosh's segments
    _MAIN_N.toc          Whoosh's contents: its appearance is the commit
    N.made               what it was made from, and the SHA-256 of all its files
    registry-….json      the registry it was made with

Readers map every file when they open, so a writer may remove the old ones at once.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from whoosh.codec.whoosh3 import W3Segment
from whoosh.filedb.filestore import RamStorage
from whoosh.index import TOC

from tui.corpus import Stamp
from tui.index.schema import INDEX, SCHEMA
from tui.index.sources import Sources, Texts
from tui.index.stamps import ids_with_sidecar, pack_stamps, unpack_stamps
from tui.index.storage import Damaged, Storage
from tui.places import sync_folder, write_atomically
from tui.registry import Registry

SMALL = 8 << 20
"""Bytes of an index that is checked whole whenever it is opened: a few milliseconds."""
_CONTENTS = re.compile(rf"_{INDEX}_([1-9]\d{{0,9}})\.toc")
_SEGMENT = re.compile(r"[0-9a-z]{16}")


@dataclass(frozen=True)
class Generation:
    """The index in a folder as one commit left it; `about` is the JSON kept with it."""

    folder: Path
    number: int
    segments: Sequence[Any]
    about: Mapping[str, Any]
    packed_stamps: bytes

    @property
    def files(self) -> Mapping[str, list[Any]]:
        """Size and SHA-256 of every file but the one that says so."""
        found: Mapping[str, list[Any]] = self.about["files"]
        return found

    @property
    def names(self) -> set[str]:
        """Every file."""
        return {*self.files, _made(self.number)}

    @property
    def is_whole(self) -> bool:
        """False while a first build goes on, or was broken off."""
        return bool(self.about["whole"])

    @property
    def unread(self) -> Mapping[str, str]:
        """The texts that could not be read, and why; their stamps are kept like any other."""
        found: Mapping[str, str] = self.about["unread"]
        return found

    @cached_property
    def stamps(self) -> dict[str, Stamp]:
        """The stamps of the corpus files."""
        return unpack_stamps(self.packed_stamps)

    @property
    def with_sidecar(self) -> list[str]:
        """The corpus files that have a sidecar, in order."""
        return ids_with_sidecar(self.packed_stamps)

    def is_same(self, other: Generation) -> bool:
        """Whether both are one commit."""
        return (self.folder, self.number, self.about) == (other.folder, other.number, other.about)

    def is_later(self, other: Generation) -> bool:
        """Whether it is another commit than `other`, made with the same names."""
        keys = ("registry", "decisions")
        return not self.is_same(other) and all(self.about[k] == other.about[k] for k in keys)

    def is_made_from(self, sources: Sources) -> bool:
        """Whether registry and decisions are those that it was made with."""
        expected = _about_sources(sources)
        return all(self.about[key] == value for key, value in expected.items())

    def registry(self) -> Registry:
        """The registry it was made with."""
        kept = Registry.from_json((self.folder / _registry(self.about["registry"])).read_bytes())
        if kept is None:
            raise Damaged("the registry kept with the index cannot be read")
        return kept

    def left_over(self) -> set[str]:
        """The files in its folder that are not its own."""
        return {*os.listdir(self.folder)} - self.names

    def faults(self) -> Iterator[str]:
        """The files that are missing or not as they were written; all of them are read."""
        for name, measures in self.files.items():
            path = self.folder / name
            if not path.exists() or _measured(path) != measures:
                yield name


def load(folder: Path) -> Generation:
    """The newest generation in a folder. Damaged, or any error at all, if it cannot be read.

    FileNotFoundError if a writer has removed it meanwhile, or somebody a part of it.
    """
    found = [int(m[1]) for m in map(_CONTENTS.fullmatch, os.listdir(folder)) if m]
    if not found:
        raise Damaged("the index has no contents")
    number = max(found)
    digest, _, data = (folder / _made(number)).read_bytes().partition(b"\n")
    if sha256(data).hexdigest() != digest.decode():
        raise Damaged(f"{_made(number)} of the index is damaged")
    head, _, stamps = data.partition(b"\n")
    about = json.loads(head)
    files = about["files"]
    is_small = sum(size for size, _ in files.values()) <= SMALL
    for name, (size, digest) in files.items():
        if (folder / name).stat().st_size != size:
            raise Damaged(f"{name} of the index is cut off or longer than it was")
        if (is_small or not name.startswith(INDEX)) and _measured(folder / name) != [size, digest]:
            raise Damaged(f"{name} of the index is damaged")
    segments = TOC.read(Storage(folder), INDEX, gen=number, schema=SCHEMA).segments
    if not all(map(_is_sound, segments)):
        raise Damaged("the contents of the index are not this program's")
    return Generation(folder, number, segments, about, stamps)


def commit(
    folder: Path,
    before: Generation | None,
    segments: Sequence[Any],
    sources: Sources,
    texts: Texts,
) -> Generation:
    """Make `segments`, whose files are there, the next generation; its contents appear last."""
    kept, known = _registry(sources.digest), before.files if before else {}
    about = {
        **_about_sources(sources),
        "unread": dict(texts.unread),
        "whole": texts.is_whole,
        "texts": len(texts.stamps),
        "written": time.time(),
        "files": {kept: known.get(kept) or _written(folder / kept, sources.registry.to_json())},
    }
    return _committed(folder, before, segments, about, pack_stamps(texts.stamps))


def recommit(before: Generation, segments: Sequence[Any]) -> Generation:
    """The next generation, of the same documents in other segments."""
    registry = _registry(before.about["registry"])
    about = {**before.about, "files": {registry: before.files[registry]}}
    return _committed(before.folder, before, segments, about, before.packed_stamps)


def _committed(
    folder: Path,
    before: Generation | None,
    segments: Sequence[Any],
    about: Mapping[str, Any],
    stamps: bytes,
) -> Generation:
    """`about` names of the files only the registry."""
    known = before.files if before else {}
    number = before.number + 1 if before else 1
    files = dict(about["files"])
    for segment in segments:
        name = segment.make_filename(segment.COMPOUND_EXT)
        files[name] = known.get(name) or _synced(folder / name)
    contents = _contents_of(number, segments)
    files[_contents(number)] = [len(contents), sha256(contents).hexdigest()]
    about = {**about, "files": files}
    made = json.dumps(about, separators=(",", ":")).encode("ascii") + b"\n" + stamps
    _written(folder / _made(number), sha256(made).hexdigest().encode() + b"\n" + made)
    sync_folder(folder)
    write_atomically(folder / _contents(number), contents)
    generation = Generation(folder, number, segments, about, stamps)
    if before:
        _remove(folder, before.names - generation.names)
    return generation


def sweep(generation: Generation) -> bool:
    """Remove what killed writers have left in the folder; whether there was anything."""
    return _remove(generation.folder, generation.left_over())


def _remove(folder: Path, names: set[str]) -> bool:
    for name in names:
        (folder / name).unlink(missing_ok=True)
    return bool(names)


def _about_sources(sources: Sources) -> dict[str, Any]:
    """What tells these sources from others, as JSON gives it back."""
    return {
        "registry": sources.digest,
        "registry_stamp": sources.registry_stamp,
        "decisions": json.loads(json.dumps(sources.decisions)),
    }


def _made(number: int) -> str:
    return f"{number}.made"


def _contents(number: int) -> str:
    return f"_{INDEX}_{number}.toc"


def _registry(digest: str) -> str:
    return f"registry-{digest[:16]}.json"


def _contents_of(number: int, segments: Sequence[Any]) -> bytes:
    """Whoosh's table of contents, written to memory first so that its hash is known."""
    storage = RamStorage()
    TOC(SCHEMA, list(segments), number).write(storage, INDEX)
    data: bytes = storage.files[_contents(number)]
    return data


def _is_sound(segment: Any) -> bool:
    """Whether an unpickled segment is one, whatever the pickle made of its parts."""
    return (
        type(segment) is W3Segment
        and segment.indexname == INDEX
        and segment.compound is True
        and isinstance(segment.segid, str)
        and bool(_SEGMENT.fullmatch(segment.segid))
        and type(segment.doc_count_all()) is int
        and all(type(doc) is int for doc in segment.deleted_docs())
    )


def _written(path: Path, data: bytes) -> list[Any]:
    path.write_bytes(data)
    return _synced(path)


def _synced(path: Path) -> list[Any]:
    """Size and SHA-256 of a file, once it is on the disk."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
    return _measured(path)


def _measured(path: Path) -> list[Any]:
    """Size and SHA-256 of a file."""
    with path.open("rb") as file:
        return [os.fstat(file.fileno()).st_size, file_digest(file, "sha256").hexdigest()]
