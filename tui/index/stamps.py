"""The stamps of the corpus files at a commit, as bytes and back: 100,000 in some 40 ms."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Mapping, Sequence
from functools import partial
from operator import itemgetter
from typing import Any

from tui.corpus import Stamp

_HEAD = struct.Struct("=QQQ")
"""The number of files, the size of their ids in bytes, and the number of files with a sidecar."""
_CODES = "qqQ"
"""Size, time of change and inode: the last may fill all its bits."""


def pack_stamps(stamps: Mapping[str, Stamp]) -> bytes:
    """Ids, then a column for each part of a stamp, then the same of sidecars; equal for equals."""
    ids = "\0".join(stamps).encode()
    found = list(stamps.values())
    with_sidecar = [row for row, one in enumerate(map(itemgetter(3), found)) if one]
    sidecars = [found[row][3] for row in with_sidecar]
    head = _HEAD.pack(len(found), len(ids), len(sidecars))
    rows = array("Q", with_sidecar).tobytes()
    return b"".join([head, ids, *_columns(found), rows, *_columns(sidecars)])


def unpack_stamps(data: bytes) -> dict[str, Stamp]:
    """The stamps that `pack_stamps` packed."""
    count, size, others = _HEAD.unpack_from(data)
    at = _HEAD.size + size
    ids = data[_HEAD.size : at].decode().split("\0") if count else []
    parts = []
    for code, length in [(code, count) for code in _CODES] + [(code, others) for code in "QqqQ"]:
        parts.append(array(code, data[at : at + 8 * length]))
        at += 8 * length
    sidecars: list[tuple[int, int, int] | None] = [None] * count
    for row, *sidecar in zip(*parts[3:], strict=True):
        sidecars[row] = (sidecar[0], sidecar[1], sidecar[2])
    rows_of_all = zip(*parts[:3], sidecars, strict=True)
    return dict(zip(ids, map(partial(tuple.__new__, Stamp), rows_of_all), strict=True))


def ids_with_sidecar(data: bytes) -> list[str]:
    """The ids of the files that have a sidecar, of what `pack_stamps` packed."""
    count, size, others = _HEAD.unpack_from(data)
    if not others:
        return []
    at = _HEAD.size + size
    ids = data[_HEAD.size : at].decode().split("\0")
    at += 8 * count * len(_CODES)
    return [ids[row] for row in array("Q", data[at : at + 8 * others])]


def _columns(rows: Sequence[Any]) -> list[bytes]:
    columns = (list(map(itemgetter(part), rows)) for part in range(len(_CODES)))
    return [array(code, column).tobytes() for code, column in zip(_CODES, columns, strict=True)]
