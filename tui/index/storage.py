"""Whoosh's files in a folder: read through the memory map, and unpickled from a list of two names.

Whoosh copies what it opens into memory and loads any pickle it meets; an index planted by somebody
else would run code. Here only the two classes that a table of contents is made of can be named.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import pickle
import sys
from array import array
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile

from tui.model import Unusable

SMALL = 1 << 16
"""Bytes of a file that is read at once: a map keeps a file open for as long as it is there."""
NAMES = {("whoosh.codec.whoosh3", "W3Segment"), ("tui.index.codec", "Codec")}


class Damaged(Unusable):
    """The index is not as it was written, or was not written by this program; it is rebuilt."""


class Foreign(Damaged):
    """The index is another program's or version's: no harm, but of no use here."""


class Unpickler(pickle.Unpickler):
    """Loads plain values and the classes of `NAMES`; Damaged if anything else is named."""

    def find_class(self, module: str, name: str) -> Any:
        """A class of the list."""
        if (module, name) not in NAMES:
            raise Damaged(f"the index names {module}.{name}, which no index of this program does")
        return super().find_class(module, name)


class View(StructFile):  # type: ignore[misc]  # Whoosh carries no types
    """A file, or a part of one, that stays readable when another program removes it."""

    def __init__(self, view: memoryview, name: str) -> None:
        super().__init__(self, name)
        self.view = view
        self._position = 0

    def get(self, position: int, length: int) -> bytes:
        """Bytes of the file, without moving in it: several threads may read at a time."""
        return self.view[position : position + length].tobytes()

    def get_array(self, position: int, code: str, length: int) -> array[Any]:
        """An array that Whoosh wrote, most significant byte first."""
        numbers = array(code, self.get(position, length * array(code).itemsize))
        if sys.byteorder == "little":
            numbers.byteswap()
        return numbers

    def subset(self, position: int, length: int, name: str | None = None) -> View:
        """A part of the file."""
        return View(self.view[position : position + length], name or str(self))

    def read(self, size: int = -1) -> bytes:
        """The next bytes, or all that are left."""
        data = self.get(self._position, size if size >= 0 else len(self.view))
        self._position += len(data)
        return data

    def readline(self) -> bytes:
        """The next bytes up to a line end, which old pickles are made of."""
        line = self.get(self._position, len(self.view)).partition(b"\n")
        self._position += len(line[0]) + len(line[1])
        return line[0] + line[1]

    def seek(self, position: int, whence: int = os.SEEK_SET) -> int:
        """Move to a place."""
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._position, os.SEEK_END: len(self.view)}
        self._position = start[whence] + position
        return self._position

    def tell(self) -> int:
        """The place reached."""
        return self._position

    def read_pickle(self) -> Any:
        """A pickled value, as far as `Unpickler` lets it."""
        return Unpickler(self).load()

    def close(self) -> None:
        """Nothing to do: the map goes with its last reader."""


class Storage(FileStorage):  # type: ignore[misc]  # Whoosh carries no types
    """A folder of index files, and those of them that were made through this object."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self._made: list[StructFile] = []

    def open_file(self, name: str, **_: Any) -> View:
        """A file of the folder, in the memory map or, if small, in memory."""
        with Path(self.folder, name).open("rb") as file:
            if os.fstat(file.fileno()).st_size <= SMALL:
                return View(memoryview(file.read()), name)
            return View(memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)), name)

    def create_file(self, name: str, **options: Any) -> StructFile:
        """A new file of the folder."""
        file = super().create_file(name, **options)
        self._made.append(file)
        return file

    def temp_storage(self, name: str | None = None) -> Storage:
        """This folder itself: what a killed writer leaves in it is cleared by the next one."""
        return self

    def list(self) -> list[str]:
        """The files of the folder; where Whoosh takes one that cannot be listed for empty."""
        return os.listdir(self.folder)

    def discard(self) -> None:
        """Close the files that were left open when something went wrong."""
        for file in self._made:
            if not file.is_closed:
                with contextlib.suppress(OSError):
                    file.close()
