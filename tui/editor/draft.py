"""An edit that is ready to be written: one insertion into one file, read again and compared."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.editor.insertion import Insertion
from tui.model import Refused, Unusable, line_starts
from tui.registry.files import content
from tui.yamltree import Node, YamlError, decode, parse

BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Source:
    """A file as it is now; `name` is what it is called in Problems."""

    path: Path
    name: str
    data: bytes
    text: str
    root: Node | None


@dataclass(frozen=True)
class Draft:
    """An edit: `added` stands from the byte `at` on, in place of `removed`, where `before` was.

    `before` is None where there is no such file yet; `what` says it in words, `by_hand` is the line
    to edit and what to write there.
    """

    path: Path
    name: str
    before: bytes | None
    at: int
    added: bytes
    line: int
    what: str
    by_hand: str
    removed: bytes = b""

    @property
    def after(self) -> bytes:
        """The file as it would be."""
        before = self.before or b""
        return before[: self.at] + self.added + before[self.at + len(self.removed) :]

    @property
    def lines(self) -> list[str]:
        """The lines that it makes or changes, as they would be."""
        many = len(self.added.decode().strip("\r\n").splitlines())
        return self.after.decode().splitlines()[self.line - 1 : self.line - 1 + many]


def source(path: Path, name: str) -> Source:
    """A file read for editing, at the end of a link; Unusable if it holds no YAML that is read."""
    real = Path(os.path.realpath(path))
    try:
        data = content(real)
        return Source(real, name, data, decode(data), parse(data))
    except OSError as error:
        raise Unusable(f"{path} cannot be read: {error.strerror or 'not a regular file'}") from None
    except YamlError as error:
        raise Unusable(f"{name}:{error.line}:{error.column}: {error.message}") from None


def draft(
    source: Source, insertion: Insertion, wanted: Any, what: str, by_hand: str, *, cut: int = 0
) -> Draft:
    """The edit, if the file then holds what is wanted and nothing else; else Refused.

    `wanted` is the whole file as plain lists and mappings; what is inserted stands in place of
    `cut` code points.
    """
    before = source.text[: insertion.at]
    lead = insertion.text[: -len(insertion.text.lstrip("\r\n"))]
    made = Draft(
        source.path,
        source.name,
        source.data,
        len(before.encode()) + len(BOM) * source.data.startswith(BOM),
        insertion.text.encode(),
        len(line_starts(before + lead)),
        what,
        by_hand,
        source.text[insertion.at : insertion.at + cut].encode(),
    )
    try:
        root = parse(made.after)
    except YamlError:
        root = None
    if root is None or root.plain() != wanted:
        raise Refused(f"{source.name} is written in a way that no insertion fits", by_hand)
    return made


def new(path: Path, text: str, what: str, by_hand: str) -> Draft:
    """The making of a file that is not there."""
    return Draft(path, path.name, None, 0, text.encode(), 1, what, by_hand)
