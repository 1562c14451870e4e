"""Bring the index up to date: only the texts that changed, and those a change of names touches.

An index that nobody could answer from is built in steps, each of which is kept; every other change
comes in whole or not at all.
"""

from __future__ import annotations

import os
import time
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.corpus import Corpus, Skipped
from tui.index import home as homes
from tui.index.change import Change
from tui.index.generation import Generation, sweep
from tui.index.sources import Decisions, Sources
from tui.index.storage import Damaged
from tui.lock import Lock
from tui.model import Locked
from tui.places import Unwritable
from tui.registry import Registry

if TYPE_CHECKING:
    from tui.index.work import Progress

WALK = 4e-6
"""Seconds that it takes to look at a file of a folder that the system remembers."""
SOON = 10
"""A change is brought in at once if that takes no more than so many times the budget."""
MOST_JOBS = 4
MEMORY = 512
"""Megabytes that all processes of a build take together, unless it is said."""
MERGED_AT_ONCE, MERGED_AT_LEISURE = 1_000, 10_000
"""Documents that are written again at most to keep the segments few."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a refresh did, in documents; `notes` are to be said once."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    rewritten: int = 0
    """Written again because of the registry or the decisions alone."""
    renamed: tuple[tuple[str, str], ...] = ()
    """Old and new id of a file that was only moved; neither added nor removed."""
    skipped: tuple[Skipped, ...] = ()
    seconds: float = 0.0
    written: bool = False
    notes: tuple[str, ...] = ()
    is_behind: bool = False
    """Whether the index was left as it is, though something may be other."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How much a refresh may take, and how closely it looks."""

    jobs: int = 0
    """Processes that share much work; 0 means one for each core, at most `MOST_JOBS`."""
    memory: int = MEMORY
    verify: bool = False
    """Read and hash every text and every file of the index, whatever its stamp says."""

    @property
    def processes(self) -> int:
        """How many there are."""
        return self.jobs or min(len(os.sched_getaffinity(0)), MOST_JOBS)


USUAL = Effort()


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a refresh is asked for."""

    home: Path
    sources: Sources
    budget: float | None
    progress: Progress
    effort: Effort


def refresh(
    home: Path,
    corpus: Corpus,
    registry: Registry,
    *,
    registry_stamp: str = "",
    decisions: Decisions | None = None,
    budget: float | None = None,
    progress: Progress = lambda done, total: None,
    effort: Effort = USUAL,
) -> Report:
    """Make the index in a home that of these texts and names; nothing is written if it is already.

    With a `budget` in seconds an index that can answer stays as it is, and a note says so, where
    looking at the folder takes longer, bringing in takes `SOON` times as long, or writing is not
    possible; but a changed registry is always taken in. Raises Locked or Unwritable.
    """
    started = time.monotonic()
    sources = Sources(corpus.folder, registry, registry_stamp, decisions or {})
    wish = _Wish(home, sources, budget, progress, effort)
    report = _refresh(wish, corpus, started)
    return replace(report, seconds=time.monotonic() - started)


def ahead(home: Path, corpus: Corpus) -> float:
    """How many seconds it takes at most to bring in what is other in the folder."""
    with suppress(Damaged):
        return Change.since(homes.current(home, corpus.folder), corpus.scan(), 0).seconds
    return Change.since(None, corpus.scan(), 0).seconds


def _refresh(wish: _Wish, corpus: Corpus, started: float) -> Report:
    before, notes = _index(wish)
    budget = wish.budget if before and _is_current(before, wish) else None
    if before and budget is not None and before.about["texts"] * WALK > budget:
        return _as_it_is(before, "")
    looked = time.time_ns()
    change = Change.since(before, corpus.scan(), looked, trusting=not wish.effort.verify)
    if before and change.is_empty and _is_current(before, wish):
        if not homes.is_tidy(wish.home, before):
            with suppress(Locked, Unwritable), Lock(wish.home / homes.LOCK):
                return _write(wish, change)
        return Report(skipped=change.skipped(before.unread.items()), notes=notes)
    took = time.monotonic() - started
    if before and budget is not None and max(took, change.seconds / SOON) > budget:
        return _as_it_is(before, "")
    try:
        with Lock(wish.home / homes.LOCK):
            return _write(wish, change)
    except (Locked, Unwritable) as error:
        if before is None or wish.budget is None:
            raise
        return _as_it_is(before, error.message)


def _index(wish: _Wish) -> tuple[Generation | None, tuple[str, ...]]:
    """The index there is; where it cannot be used none, and what to say once."""
    try:
        return homes.current(wish.home, wish.sources.corpus), ()
    except Damaged as error:
        return None, (f"{error.message}; it is built anew",)


def _is_current(before: Generation, wish: _Wish) -> bool:
    """Whether an index is complete, and made with this registry and these decisions."""
    return before.is_whole and before.is_made_from(wish.sources)


def _as_it_is(before: Generation, reason: str) -> Report:
    """The report of a refresh that leaves the index as it is."""
    when = time.strftime("%Y-%m-%d %H:%M", time.localtime(before.about["written"]))
    so_far = "" if before.is_whole else f", {before.about['texts']} texts so far"
    note = f"index as of {when}{so_far}" + (f": {reason}" if reason else "")
    skipped = tuple(Skipped(*one) for one in sorted(before.unread.items()))
    return Report(skipped=skipped, notes=(note,), is_behind=True)


def _write(wish: _Wish, change: Change) -> Report:
    """Bring the change in; to the index as it is now that nobody else writes."""
    before, notes = _index(wish)
    if before and change.before and before.is_same(change.before):
        before = change.before  # what was read of it need not be read again
    homes.clear(wish.home, before.folder if before else None)
    is_swept = before is not None and sweep(before)
    if before and (is_swept or wish.effort.verify) and any(before.faults()):
        how = " in a crash" if is_swept else ""
        before, notes = None, (f"the index was damaged{how}; it is built anew",)
    if before and not before.is_whole and not before.is_made_from(wish.sources):
        before = None  # a first build that was broken off, with other names than these
    try:
        return _bring_in(wish, change, before, notes)
    except Damaged as error:
        if before is None:
            raise
        return _bring_in(wish, change, None, (f"{error.message}; it is built anew",))


def _bring_in(
    wish: _Wish, change: Change, before: Generation | None, notes: tuple[str, ...]
) -> Report:
    from tui.index.work import batches, postings_in
    from tui.index.writing import Writing

    if before is not change.before:
        listing, looked = change.listing, change.looked
        change = Change.since(before, listing, looked, trusting=not wish.effort.verify)
    if before and change.is_empty and _is_current(before, wish):
        return Report(skipped=change.skipped(before.unread.items()), notes=notes)
    with homes.writing(wish.home), Writing(wish.home, before, wish.sources, change) as writing:
        texts = writing.texts()
        sizes = {id: change.listing.files[id].size for id, _ in texts}
        processes = wish.effort.processes
        job = writing.job(postings_in(wish.effort.memory, processes))
        made = batches(job, texts, sizes, processes, wish.progress)
        with closing(made):
            for batch in made:
                if writing.is_first and writing.has_gained:
                    writing.commit(is_whole=False)
                writing.take(batch)
        writing.drop_gone()
        written = not writing.is_same
        if written:
            writing.merge(MERGED_AT_LEISURE if wish.budget is None else MERGED_AT_ONCE)
            writing.commit(is_whole=True)
    added, removed = writing.added, writing.removed
    renamed = writing.renamed()
    return Report(
        added=len(added) - len(renamed),
        changed=len(writing.indexed) - len(added) - len(writing.rewritten),
        removed=len(removed) - len(renamed),
        rewritten=len(writing.rewritten),
        renamed=renamed,
        skipped=change.skipped(writing.unread.items()),
        written=written,
        notes=notes,
    )
