"""Files below a folder → documents: their text, the facts about them, their zones."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

from tui.corpus.decoding import decode
from tui.corpus.facts import facts_of
from tui.corpus.files import SIDECAR, Listing, Skipped, Stamp, Unreadable, name_of, scan
from tui.corpus.reading import is_there, opened, read
from tui.corpus.sidecar import Written, read_front_matter, read_sidecar
from tui.corpus.zones import zones_of
from tui.model import Document, Problem, Unusable

__all__ = ["Corpus", "Listing", "Reading", "Skipped", "Stamp", "Unreadable"]


class Reading(NamedTuple):
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

    def inspect(self, id: str) -> Reading:
        """A document together with the faults of its sidecar and its front matter."""
        try:
            with opened(self.folder, id) as (folder, name):
                text, encoding = decode(read(folder, name))
                sidecar = _sidecar(folder, name, id)
            sha256 = hashlib.sha256(text.encode()).hexdigest()
        except Unreadable as error:
            raise Unreadable(error.reason, id) from None
        front, start = read_front_matter(text, id)
        tiles = zones_of(text, start)
        facts = facts_of(text, tiles, sidecar.values, front.values)
        document = Document(id, text, facts, tiles, sha256, encoding)
        return Reading(document, (*sidecar.problems, *front.problems))


def _sidecar(folder: int, name: str, id: str) -> Written:
    """The facts beside a text; a sidecar that cannot be read is a fault, not a reason to stop."""
    written = Written(id.rpartition(".")[0] + SIDECAR)
    sidecar = name.rpartition(".")[0] + SIDECAR
    if not is_there(folder, sidecar):
        return written
    try:
        return read_sidecar(read(folder, sidecar), written.file)
    except Unreadable as error:
        written.warn(1, 1, error.reason)
        return written
