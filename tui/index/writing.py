"""An index being changed: documents dropped, segments gained, and commits."""

from __future__ import annotations

import contextlib
import copy
from pathlib import Path

from tui.index import home as homes
from tui.index.change import Change
from tui.index.generation import Generation, commit, sweep
from tui.index.merging import merged, to_merge
from tui.index.record import choices, unpack_record
from tui.index.segment import Segment
from tui.index.sources import Sources, Texts
from tui.index.storage import Storage
from tui.index.touched import decided, touched
from tui.index.view import IndexView
from tui.index.work import Batch, Job, Text
from tui.places import Unwritable

FEW = 8
"""Segments of about one size that are left alone by who brings a change in."""


class Writing:
    """The next generation of an index, or its first ones; whoever makes it holds the lock.

    Left by an exception, it takes with it what was not committed; but a first build keeps every
    segment that was finished.
    """

    def __init__(
        self, home: Path, before: Generation | None, sources: Sources, change: Change
    ) -> None:
        self._home = home
        self._before = self._latest = before
        self._sources = sources
        self._change = change
        self._view = IndexView(home, before) if before else None
        self.is_first = before is None or not before.is_whole
        self._folder = before.folder if before else homes.fresh(home)
        self._segments = copy.deepcopy(list(before.segments)) if before else []
        self._stamps = before.stamps.copy() if before else {}
        for id in change.fresh | change.gone:
            self._stamps.pop(id, None)
        unread = before.unread.items() if before else ()
        self.unread = {id: reason for id, reason in unread if id in self._stamps}
        self._names_touch = self._touched()
        self.indexed: dict[str, str] = {}
        self.added: set[str] = set()
        self.rewritten: set[str] = set()
        self.removed: set[str] = set()

    def __enter__(self) -> Writing:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            with contextlib.suppress(OSError, Unwritable):
                if self.is_first and self.has_gained:
                    self.commit(is_whole=False)
                if self._latest:
                    sweep(self._latest)
                else:
                    homes.clear(self._home, None)

    def _touched(self) -> set[str]:
        """The texts that another registry or other decisions make anew."""
        before, view, sources = self._before, self._view, self._sources
        if before is None or view is None:
            return set()
        ids = decided(before.about["decisions"], sources.decisions)
        if before.about["registry"] != sources.digest:
            docs = touched(view, before.registry(), sources.registry)
            ids |= {choices(view.record_bytes(doc))[0] for doc in docs}
        return ids & self._change.listing.files.keys()

    def job(self, most: int) -> Job:
        """Where texts are turned into segments of at most so many postings, with which names."""
        sources = self._sources
        return Job(self._folder, sources.corpus, sources.registry, sources.decisions, most)

    @property
    def has_gained(self) -> bool:
        """Whether there is anything that no commit has kept."""
        return bool(self._segments) and (
            self._latest is None or len(self._segments) > len(self._latest.segments)
        )

    @property
    def is_same(self) -> bool:
        """Whether a commit now would say what the last one does."""
        last = self._latest
        return (
            last is not None
            and last.is_whole
            and last.is_made_from(self._sources)
            and not (self.indexed or self.removed or self.has_gained)
            and (last.stamps, last.unread) == (self._stamps, self.unread)
        )

    def texts(self) -> list[Text]:
        """What is to be gone through, with the records of those that may be the same."""
        return [
            (id, None if id in self._names_touch else self._known(id))
            for id in sorted(self._change.fresh | self._names_touch)
        ]

    def take(self, batch: Batch) -> None:
        """The next texts: what the index had of them is dropped."""
        for id in batch.indexed:
            if not self._drop(id):
                self.added.add(id)
            elif id not in self._change.fresh:
                self.rewritten.add(id)
        for id in batch.unread:
            if self._drop(id):
                self.removed.add(id)
        for id in (*batch.indexed, *batch.same, *batch.unread):
            again = id in batch.to_try_again
            self._stamps[id] = self._change.unsettled(id) if again else self._change.settled(id)
            self.unread.pop(id, None)
        self.unread.update(batch.unread)
        self.indexed.update(batch.indexed)
        if batch.segment is not None:
            self._segments.append(batch.segment)

    def drop_gone(self) -> None:
        """Leave out the documents whose files are gone."""
        self.removed.update(filter(self._drop, self._change.gone))

    def merge(self, most: int) -> None:
        """Make many small segments one, of at most so many documents; leave out empty ones."""
        segments = [segment for segment in self._segments if segment.doc_count()]
        chosen = to_merge([segment.doc_count() for segment in segments], most, FEW)
        if chosen:
            storage = Storage(self._folder)
            small = [Segment(storage, segments[i]) for i in chosen]
            rest = [segment for i, segment in enumerate(segments) if i not in chosen]
            segments = [*rest, merged(self._folder, small).segment]
        self._segments = segments

    def commit(self, is_whole: bool) -> None:
        """Make what was taken so far the index that is read."""
        is_new = self._latest is None
        stamps = dict(sorted(self._stamps.items()))
        self._latest = commit(
            self._folder,
            self._latest,
            tuple(self._segments),
            self._sources,
            Texts(stamps, self.unread, is_whole),
        )
        if is_new:
            homes.publish(self._home, self._sources.corpus, self._folder)
            homes.clear(self._home, self._folder)

    def renamed(self) -> tuple[tuple[str, str], ...]:
        """Which removed and added documents are one file with the same text."""
        if self._before is None:
            return ()
        stamps, files = self._before.stamps, self._change.listing.files
        old = {(stamps[id].size, stamps[id].inode): id for id in self.removed & self._change.gone}
        pairs = ((old.get((files[id].size, files[id].inode)), id) for id in sorted(self.added))
        return tuple(
            (was, id) for was, id in pairs if was and self._sha256(was) == self.indexed[id]
        )

    def _known(self, id: str) -> bytes | None:
        doc = self._view.number(id) if self._view else None
        return self._view.record_bytes(doc) if self._view and doc is not None else None

    def _sha256(self, id: str) -> str | None:
        known = self._known(id)
        return unpack_record(known).sha256 if known else None

    def _drop(self, id: str) -> bool:
        """Leave out what the index before has of a document; whether it has anything."""
        doc = self._view.number(id) if self._view else None
        if self._view is None or doc is None:
            return False
        segment, here = self._view.place(doc)
        self._segments[segment].delete_document(here)
        return True
