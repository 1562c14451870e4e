"""Files below a folder → documents: their text, the facts about them, their zones.

What finds facts and zones takes 25 ms to import, with PyYAML 40, and the index has those of every
text that has not changed: it is imported with the first that has.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.corpus.decoding import decode
from tui.corpus.files import SIDECAR, Listing, Skipped, Stamp, Unreadable, name_of, scan
from tui.corpus.reading import is_there, opened, read
from tui.model import Document, Problem, Unusable

if TYPE_CHECKING:
    from tui.corpus.sidecar import Written

__all__ = ["Corpus", "Inspected", "Listing", "Skipped", "Stamp", "Text", "Unreadable"]


class Text(NamedTuple):
    """The text of a document, its SHA-256, and how its file is encoded."""

    text: str
    sha256: str
    encoding: str


class Inspected(NamedTuple):
    """A document, and the faults in the facts that were written by hand for it."""

    document: Document
    problems: tuple[Problem, ...]


class Corpus:
    """The texts below a folder; nothing is kept in memory, nothing is ever written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def scan(self) -> Listing:
        """What is there now; Unusable if the folder cannot be listed."""
        try:
            return scan(self.folder)
        except OSError as error:
            raise Unusable(f"{self.folder} cannot be read: {error.strerror}") from None

    def path(self, id: str) -> Path:
        """Where the file of a document is."""
        return self.folder / name_of(id)

    def read(self, id: str) -> Document:
        """A document as it is on disk now; Unreadable with the reason if that cannot be."""
        return self.inspect(id).document

    def text(self, id: str) -> Text:
        """The text of a document alone; Unreadable like `read`."""
        with opened(self.folder, id) as (folder, name):
            return _text(folder, name)

    def raw(self, id: str) -> bytes:
        """The bytes of the file of a document; Unreadable like `read`."""
        with opened(self.folder, id) as (folder, name):
            return read(folder, name)

    def inspect(self, id: str) -> Inspected:
        """A document together with the faults of its sidecar and its front matter."""
        from tui.corpus.facts import facts_of
        from tui.corpus.sidecar import read_front_matter
        from tui.corpus.zones import zones_of

        with opened(self.folder, id) as (folder, name):
            text, sha256, encoding = _text(folder, name)
            sidecar = _sidecar(folder, name, id)
        front, start = read_front_matter(text, id)
        tiles = zones_of(text, start)
        facts = facts_of(text, tiles, sidecar.values, front.values)
        document = Document(id, text, facts, tiles, sha256, encoding)
        return Inspected(document, (*sidecar.problems, *front.problems))


def _text(folder: int, name: str) -> Text:
    text, encoding = decode(read(folder, name))
    return Text(text, hashlib.sha256(text.encode()).hexdigest(), encoding)


def _sidecar(folder: int, name: str, id: str) -> Written:
    """The facts beside a text; a sidecar that cannot be read is a fault, not a reason to stop."""
    from tui.corpus.sidecar import Written, read_sidecar

    written = Written(id.rpartition(".")[0] + SIDECAR)
    sidecar = name.rpartition(".")[0] + SIDECAR
    if not is_there(folder, sidecar):
        return written
    try:
        return read_sidecar(read(folder, sidecar), written.file)
    except Unreadable as error:
        written.warn(1, 1, error.reason)
        return written
