"""Texts taken into a corpus: copied as they are, with what is known of them, over no other."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tui.corpus import Corpus, Unreadable
from tui.corpus.files import SIDECAR, id_of, is_text
from tui.corpus.sidecar import Value, read_sidecar
from tui.editor.facts import FACTS
from tui.editor.scalars import value
from tui.model import Facts, Refused, UsageError
from tui.places import Unwritable, write_new


@dataclass(frozen=True)
class Text:
    """A text that a corpus may take in; `facts` are all that is known of it.

    `written` are those of them that stand in a file beside it, as `sidecar` has them.
    """

    path: Path
    data: bytes
    facts: Facts
    written: Mapping[str, Value]
    sidecar: bytes

    @property
    def id(self) -> str:
        """Its id in the corpus."""
        return id_of(self.path.name)

    def known(self, given: Mapping[str, Value]) -> Text:
        """The same with more facts; UsageError if one of them cannot be.

        Refused if those beside it have a fault, so that nothing in them is lost.
        """
        if not given:
            return self
        for problem in read_sidecar(self.sidecar, _beside(self.id)).problems:
            raise Refused(f"{self.id} is not taken in: {problem}")
        checked = read_sidecar(_sidecar(given), self.id)
        for problem in checked.problems:
            raise UsageError(f"{self.id}: {problem.what}")
        written = {**self.written, **{name: checked.values[name] for name in given}}
        if "date" in given:
            written.pop("date_certainty", None)
        return Text(self.path, self.data, self.facts, written, _sidecar(written))

    def lacks(self, *names: str) -> list[str]:
        """Those of some facts that are known from nowhere."""
        return [n for n in names if not (self.written.get(n) or getattr(self.facts, n))]


def text(path: Path) -> Text:
    """A text as it is now, with the facts in it and beside it; Refused if it is none."""
    if not is_text(path.name):
        raise Refused(f"{path} is not taken in: a text is called NAME.txt or NAME.md")
    corpus, id = Corpus(path.parent), id_of(path.name)
    try:
        facts, data = corpus.read(id).facts, corpus.raw(id)
    except Unreadable as error:
        raise Refused(f"{path} is not taken in: {error.reason}") from None
    sidecar = b""
    with suppress(OSError):
        sidecar = (path.parent / _beside(path.name)).read_bytes()
    written = read_sidecar(sidecar, _beside(id)).values
    return Text(path, data, facts, written, sidecar)


def take_in(corpus: Path, *texts: Text) -> None:
    """Copy texts into the folder of a corpus, each with its facts beside it.

    All or none: Refused if one is there already, Unwritable if the folder cannot be written.
    """
    files: dict[Path, bytes] = {}
    for one in texts:
        facts, copy = corpus / _beside(one.path.name), corpus / one.path.name
        for new in (copy, facts):
            is_left = new == facts and _holds(new, one.sidecar)  # by one that was broken off
            if new in files or (os.path.lexists(new) and not is_left):
                raise Refused(f"{one.path} is not taken in: {new.name} is there already")
        files |= {facts: one.sidecar} if one.sidecar else {}
        files[copy] = one.data
    made: list[Path] = []
    try:
        for path, data in files.items():
            if not _holds(path, data):
                write_new(path, data)
                made.append(path)
    except BaseException as error:  # Ctrl+C too: all of them, or none
        for path in made:
            path.unlink(missing_ok=True)
        if isinstance(error, FileExistsError):
            raise Refused(f"nothing is taken in: {Path(error.filename).name} is there") from None
        if isinstance(error, OSError):
            raise Unwritable(f"{corpus} cannot be written: {error.strerror}") from None
        raise


def _holds(path: Path, data: bytes) -> bool:
    """Whether just these bytes are in a file already."""
    try:
        return path.is_file() and not path.is_symlink() and path.read_bytes() == data
    except OSError:
        return False


def _beside(name: str) -> str:
    """The file of facts of a text."""
    return name.rpartition(".")[0] + SIDECAR


def _sidecar(facts: Mapping[str, Value]) -> bytes:
    """Facts as a file has them, in the order in which they are always listed."""
    lines = [f"{name}: {_value(facts[name])}\n" for name in FACTS if name in facts]
    return "".join(lines).encode()


def _value(fact: Value) -> str:
    if fact is None:
        return "null"
    return value(list(fact) if isinstance(fact, tuple) else fact)
