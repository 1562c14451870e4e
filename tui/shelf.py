"""What a reader keeps of each text: where one was, whether it was read, a star, marks.

A line of JSON for each change, in the state folder; the last one about a text counts. It is kept by
the text's hash, so that a file can be renamed, and beside it the id, so that a text can be changed.
A line that is not understood is said and stays; the end of one that a crash cut off goes.
"""

from __future__ import annotations

import json
import os
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from tui.anchors import Anchor
from tui.counts import count
from tui.lock import Lock
from tui.model import ReadroomError
from tui.places import Unwritable, private_folder, write_atomically

FILE, LOCK = "reading.jsonl", "reading.lock"
SEEN, BEFORE = "seen", "seen-before"
WAIT = 0.1
"""Seconds that another writer is waited for."""
SPARE = 500
"""So many lines that no longer count may stand in the file, and as many as there are texts."""
_DIGEST = 8
"""Bytes of a hash that tell the texts of a corpus apart."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one text; `place` is where the first row in view began."""

    doc: str
    sha256: str
    place: Anchor | None = None
    is_read: bool = False
    is_starred: bool = False
    is_listed: bool = False
    marks: Mapping[str, Anchor] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is kept."""
        return self == _nothing(self)


class Shelf:
    """All that is kept, read anew when another program has written; nothing is fatal here."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stamp: tuple[int, int] | None = None
        self._kept: dict[str, Kept] = {}
        self._by_doc: dict[str, str] = {}
        self._strange: list[bytes] = []
        self._fault = ""

    @property
    def fault(self) -> str:
        """What of the file does not count and why, in a line; "" if all does."""
        self._read()
        return self._fault

    def all(self) -> list[Kept]:
        """What is kept of every text of which anything is."""
        self._read()
        return list(self._kept.values())

    def of(self, doc: str, sha256: str) -> Kept:
        """What is kept of a text; of one that was changed all but that it was read."""
        self._read()
        kept = self._kept.get(sha256)
        if kept is not None:
            return replace(kept, doc=doc)
        before = self._kept.get(self._by_doc.get(doc, ""))
        if before is None:
            return Kept(doc, sha256)
        return replace(before, sha256=sha256, is_read=False)

    def put(self, *kept: Kept) -> None:
        """Keep it; Unwritable or Locked if that cannot be."""
        self._read()
        new = [one for one in kept if self._kept.get(one.sha256, _nothing(one)) != one]
        if not new:
            return
        private_folder(self._folder)
        with Lock(self._folder / LOCK, WAIT):
            flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC
            try:
                descriptor = os.open(self._folder / FILE, flags, 0o600)
                with os.fdopen(descriptor, "ab") as file:
                    whole, tail = _cut(os.pread(descriptor, file.tell(), 0))
                    if tail and _one(tail) is None:
                        os.ftruncate(descriptor, whole)
                        tail = b""
                    file.write(b"\n" * bool(tail) + b"".join(map(_line, new)))
            except OSError as error:
                raise Unwritable(f"{self._folder / FILE}: {error.strerror}") from None
            for one in new:
                self._take(one)
            self._stamp = self._seen_now()

    def marked(self, letter: str) -> Kept | None:
        """The text in which a mark is that is one for all texts."""
        return next((kept for kept in self.all() if letter in kept.marks), None)

    def _take(self, kept: Kept) -> None:
        # Another thread may be going through the old ones.
        others = {key: one for key, one in self._kept.items() if key != kept.sha256}
        self._kept = others if kept.is_empty else {**others, kept.sha256: kept}
        self._by_doc = {one.doc: key for key, one in self._kept.items()}

    def _seen_now(self) -> tuple[int, int] | None:
        with suppress(OSError):
            status = os.stat(self._folder / FILE)
            return status.st_size, status.st_mtime_ns
        return None

    def _read(self) -> None:
        stamp = self._seen_now()
        if stamp == self._stamp:
            return
        data, self._fault = b"", ""
        try:
            data = (self._folder / FILE).read_bytes()
        except FileNotFoundError:
            pass
        except OSError as error:
            self._fault = f"{self._folder / FILE}: {error.strerror}: nothing kept is known"
        found: dict[str, Kept] = {}
        strange: dict[int, bytes] = {}
        whole, tail = _cut(data)
        lines = [*data[:whole].splitlines(), *([tail] if _one(tail) else ())]
        for number, line in enumerate(lines, 1):
            one = _one(line)
            if one is not None:
                found.pop(one.sha256, None)  # the last one of a doc is the last in order
                found[one.sha256] = one
            elif line.strip():
                strange[number] = line
        if strange:
            more = f" ({count(len(strange) - 1, 'line')} more)" if len(strange) > 1 else ""
            place = f"{self._folder / FILE}:{next(iter(strange))}"
            self._fault = f"{place}: not understood, so it does not count{more}"
        self._strange = list(strange.values())
        self._kept = {key: one for key, one in found.items() if not one.is_empty}
        self._by_doc = {one.doc: key for key, one in self._kept.items()}
        self._stamp = stamp
        if len(lines) - len(strange) > SPARE + 2 * len(self._kept):
            self._tidy(data)

    def _tidy(self, data: bytes) -> None:
        """Write down only what counts, unless somebody has written since."""
        with suppress(ReadroomError), Lock(self._folder / LOCK):
            path = self._folder / FILE
            if path.read_bytes() == data:
                strange = (line + b"\n" for line in self._strange)
                write_atomically(path, b"".join((*strange, *map(_line, self._kept.values()))))
                self._stamp = self._seen_now()


class Digests(Set[bytes]):
    """Digests in order, as one string: whether a few are among them is found by halves."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __contains__(self, one: object) -> bool:
        if not isinstance(one, bytes):
            return False
        at = bisect_left(range(len(self)), one, key=self._at)
        return at < len(self) and self._at(at) == one

    def __iter__(self) -> Iterator[bytes]:
        return map(self._at, range(len(self)))

    def __len__(self) -> int:
        return len(self._data) // _DIGEST

    def _at(self, place: int) -> bytes:
        return self._data[place * _DIGEST : (place + 1) * _DIGEST]


class Seen:
    """Which texts were there when the corpus was last opened for reading; a folder for each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def before(self) -> Digests | None:
        """The digests of the texts that were there the time before; None if there was none."""
        try:
            return Digests((self._folder / BEFORE).read_bytes())
        except OSError:
            return None

    def begin(self) -> None:
        """The corpus is opened for reading: what was there the last time is now the time before."""
        private_folder(self._folder.parent, self._folder.name)
        with suppress(FileNotFoundError):
            write_atomically(self._folder / BEFORE, (self._folder / SEEN).read_bytes())

    def take(self, hashes: Iterable[str]) -> None:
        """Take note of all texts that are there; of the first ones none is new."""
        digests = b"".join(sorted({digest(one) for one in hashes}))
        write_atomically(self._folder / SEEN, digests)
        if not (self._folder / BEFORE).exists():
            write_atomically(self._folder / BEFORE, digests)


def digest(hash: str) -> bytes:
    """The beginning of a hash, enough to tell texts apart."""
    return bytes.fromhex(hash)[:_DIGEST]


def _cut(data: bytes) -> tuple[int, bytes]:
    """How far whole lines go, and what stands behind the last of them."""
    whole = data.rfind(b"\n") + 1
    return whole, data[whole:]


def _one(line: bytes) -> Kept | None:
    """What a line keeps; None if it cannot be understood."""
    with suppress(ValueError, TypeError, AttributeError, RecursionError):
        return _kept(json.loads(line))
    return None


def _nothing(kept: Kept) -> Kept:
    """The same text, of which nothing is kept."""
    return Kept(kept.doc, kept.sha256)


def _line(kept: Kept) -> bytes:
    return json.dumps(dict(_pairs(kept)), ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _pairs(kept: Kept) -> Iterator[tuple[str, Any]]:
    """What differs from nothing being kept, under its JSON keys."""
    yield from {"doc": kept.doc, "sha256": kept.sha256}.items()
    if kept.place is not None:
        yield "place", asdict(kept.place)
    for name in ("read", "starred", "listed"):
        if getattr(kept, f"is_{name}"):
            yield name, True
    if kept.marks:
        yield "marks", {letter: asdict(anchor) for letter, anchor in kept.marks.items()}


def _kept(pairs: dict[str, Any]) -> Kept:
    return Kept(
        str(pairs["doc"]) if "doc" in pairs else "",
        str(pairs.get("sha256", "")),
        Anchor(**pairs["place"]) if "place" in pairs else None,
        pairs.get("read") is True,
        pairs.get("starred") is True,
        pairs.get("listed") is True,
        {letter: Anchor(**one) for letter, one in pairs.get("marks", {}).items()},
    )
