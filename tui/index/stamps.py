"""The stamps of the corpus files at a commit, as bytes and back: 100,000 in some 20 ms."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Mapping

from tui.corpus import Stamp

_HEAD = struct.Struct("=QQ")
"""The number of files and the size of their ids in bytes."""
_NONE = (-1, 0, 0)
"""What stands for no sidecar."""
_CODES = "qqQ"
"""Size, time of change and inode: the last may fill all its bits."""


def pack_stamps(stamps: Mapping[str, Stamp]) -> bytes:
    """The ids, then a column of numbers for each part of a stamp."""
    ids = "\0".join(stamps).encode()
    sidecars = [stamp.sidecar or _NONE for stamp in stamps.values()]
    columns = [
        array(code, [stamp[part] for stamp in rows]).tobytes()
        for rows in ([stamp[:3] for stamp in stamps.values()], sidecars)
        for part, code in enumerate(_CODES)
    ]
    return b"".join([_HEAD.pack(len(stamps), len(ids)), ids, *columns])


def unpack_stamps(data: bytes) -> dict[str, Stamp]:
    """The stamps that `pack_stamps` packed."""
    count, size = _HEAD.unpack_from(data)
    at = _HEAD.size + size
    ids = data[_HEAD.size : at].decode().split("\0") if count else []
    columns = []
    for code in _CODES * 2:
        columns.append(array(code, data[at : at + 8 * count]))
        at += 8 * count
    sidecars = [None if one[0] < 0 else one for one in zip(*columns[3:], strict=True)]
    stamps = map(Stamp, *columns[:3], sidecars)
    return dict(zip(ids, stamps, strict=True))
