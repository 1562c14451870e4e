"""Segments merged while nothing else is to be done: beside the index, so that nobody waits.

The new segment is made in a folder of its own. The lock of writers is taken for a moment only, to
put it in the place of those that it is made of: if they are still there, and without what was
deleted in them meanwhile.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from tui.index import home as homes
from tui.index.generation import Generation, recommit
from tui.index.merging import Merged, merged, to_merge
from tui.index.segment import Segment
from tui.index.storage import Damaged, Storage
from tui.lock import Lock
from tui.model import Locked

MOST = 25_000
"""Documents that are written again in one step: some ten seconds, and 200 MB of memory."""
FEW = 3
"""Segments of about one size that are left alone."""


def is_scattered(generation: Generation) -> bool:
    """Whether there is anything to merge."""
    return generation.is_whole and bool(_chosen(generation))


def tidy(home: Path, corpus: Path) -> bool:
    """Merge some segments of the index in a home; whether that was done, and there may be more.

    Where another process writes or tidies nothing is done. Unwritable if there is no room for it.
    """
    with suppress(Damaged, FileNotFoundError, Locked), Lock(home / homes.TIDYING_LOCK):
        before = homes.current(home, corpus)
        if before is None or not is_scattered(before):
            return False
        with homes.guarded(home, before):
            parts, storage = _chosen(before), Storage(before.folder)
            segments = [Segment(storage, part) for part in parts]
            with homes.writing(home), homes.tidying(home) as folder:
                made = merged(folder, segments)
                with Lock(home / homes.LOCK):
                    return _put_in(folder, homes.current(home, corpus), parts, made)
    return False


def _chosen(generation: Generation) -> list[Any]:
    """The segments to merge, none if they are few enough."""
    segments = generation.segments
    return [segments[i] for i in to_merge([s.doc_count() for s in segments], MOST, FEW)]


def _put_in(folder: Path, now: Generation | None, parts: list[Any], made: Merged) -> bool:
    """Replace the parts by what was made of them; False if one of them is no longer there."""
    by_id = {segment.segid: segment for segment in now.segments} if now else {}
    if now is None or not all(part.segid in by_id for part in parts):
        return False
    for part, moved in zip(parts, made.moved, strict=True):
        for doc in by_id.pop(part.segid).deleted_docs():
            if doc in moved:  # else it was left out
                made.segment.delete_document(moved[doc])
    name = made.segment.make_filename(made.segment.COMPOUND_EXT)
    (folder / name).rename(now.folder / name)
    recommit(now, [*by_id.values(), made.segment])
    return True
