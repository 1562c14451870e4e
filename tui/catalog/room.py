"""An opened corpus: its texts, its registry and one consistent view on its index."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tui.catalog.choosing import REGISTRY, choose
from tui.catalog.deciding import Decided, Deciding
from tui.catalog.wish import Wish
from tui.corpus import Corpus, Unreadable
from tui.counts import count
from tui.index import USUAL, Effort, IndexView, Report, has_index, home_of, open_view, refresh
from tui.model import Document, Locked, Mention, Unusable
from tui.places import Places, write_atomically
from tui.registry import Registry, load, stamp
from tui.words import words

if TYPE_CHECKING:  # half of the commands need none of them
    from tui.companions import Census
    from tui.mentions import Finder
    from tui.query.expand import Known
    from tui.shelf import Shelf

BUDGET = 0.1
"""Seconds that a one-shot command may look for changes, once there is an index."""
KEPT = 8
"""Texts kept in memory once read."""
COPY = "registry.json"

Progress = Callable[[int, int], None]


@dataclass
class Room:
    """An opened corpus; `notes` are lines to say once, such as that files were skipped."""

    corpus: Corpus
    registry: Registry
    registry_path: Path | None
    view: IndexView
    report: Report
    places: Places
    notes: tuple[str, ...] = ()
    tell: Callable[[str], None] = lambda note: None
    """What is called when something is to be said while an answer is made."""
    decided: Decided = field(default_factory=Decided)
    home: Path | None = None
    """The private folder of the index, for what else is derived from the texts."""
    _read: OrderedDict[str, Document] = field(default_factory=OrderedDict, repr=False)

    def document(self, doc: str) -> Document:
        """The text as it is on disk now."""
        if doc not in self._read:
            self._read[doc] = self._document(doc)
            if len(self._read) > KEPT:
                self._read.popitem(last=False)
        self._read.move_to_end(doc)
        return self._read[doc]

    def _document(self, doc: str) -> Document:
        """Facts and zones are from the index while the text is the same: that is quicker."""
        text, sha256, encoding = self.corpus.text(doc)
        number = self.view.number(doc)
        kept = self.view.record(number) if number is not None else None
        if kept is None or kept.sha256 != sha256:
            return self.corpus.read(doc)
        return Document(doc, text, kept.facts, kept.zones, sha256, encoding)

    def readable(self, docs: Iterable[str]) -> Iterator[tuple[str, Document]]:
        """The texts that can be read; what cannot is told, and does not stop the rest."""
        for doc in docs:
            try:
                yield doc, self.document(doc)
            except Unreadable as error:
                self.tell(f"skipped {doc}: {error.reason}")

    def mentions(self, doc: str) -> tuple[Mention, ...]:
        """The names in a text in reading order: from the index while the text is the same."""
        number = self.indexed(doc)
        if number is not None:
            return tuple(self.view.mentions(number))
        text = self.document(doc).text
        return tuple(self.finder.find(text, words(text), doc))

    def concepts(self, doc: str) -> tuple[Mention, ...]:
        """The concepts in a text in reading order; they may overlap its mentions."""
        number = self.indexed(doc)
        if number is not None:
            return tuple(self.view.concepts(number))
        text = self.document(doc).text
        return tuple(self.finder.concepts(text, words(text), doc))

    def indexed(self, doc: str) -> int | None:
        """The number of a text in the index, None unless it is there as it is on disk now."""
        number = self.view.number(doc)
        if number is None or self.view.record(number).sha256 != self.document(doc).sha256:
            return None
        return number

    @property
    def registry_folders(self) -> list[Path]:
        """The folders in which the files of the registry lie."""
        from tui.registry.files import files

        path = self.registry_path
        return sorted({file.parent for file in files(path)}) if path else []

    @cached_property
    def finder(self) -> Finder:
        """Finds the registry's names in any text."""
        from tui.mentions import Finder

        return Finder(self.registry, self.decided.entity)

    @cached_property
    def census(self) -> Census:
        """In how many sentences each entity is named."""
        from tui.companions import census

        docs = self.view.everything()
        return census(self.view.companies(docs), len(docs))

    @cached_property
    def sentence_pairs(self) -> Mapping[tuple[str, str], int]:
        """In how many sentences each two entities are named; the lesser id first."""
        from tui.companions import shared

        found = shared(self.view.companies(self.view.everything()), "sentences")
        return {pair: count for pair, count in found.items() if pair[0] != pair[1]}

    @cached_property
    def known(self) -> Known:
        """What a query may speak of beside the texts."""
        from tui.catalog.saved import Queries
        from tui.catalog.shelving import Marked
        from tui.query.expand import Known

        return Known(self.registry, Queries(self), Marked(self))

    @cached_property
    def shelf(self) -> Shelf:
        """What the reader keeps of each text."""
        from tui.shelf import Shelf

        return Shelf(self.places.state)


def open_room(
    wish: Wish,
    *,
    budget: float | None = BUDGET,
    must_write: bool = False,
    progress: Progress = lambda done, total: None,
    effort: Effort = USUAL,
) -> Room:
    """Open the corpus that a wish means, its index made or brought up to date first.

    With `must_write` another writer is not waited for: Locked.
    """
    places = Places.of(os.environ, wish.root)
    choice = choose(wish, places, os.environ)
    corpus = Corpus(choice.corpus)
    home, notes = home_of(places, choice.corpus, choice.registry)
    registry, registry_stamp = registry_at(choice.registry, home)
    if choice.registry is None:
        notes += (f"no registry beside {choice.corpus}: no names are known",)
        if (choice.corpus / REGISTRY).is_symlink():
            notes += (f"skipped {REGISTRY}: a link, which is not followed",)
    deciding = Deciding(corpus, choice.registry, home, places)
    decided = deciding.decided()

    def brought_up_to_date() -> tuple[Report, IndexView]:
        try:
            report = refresh(
                home,
                corpus,
                registry,
                registry_stamp=registry_stamp,
                decisions=decided.spans,
                budget=None if must_write else budget,
                progress=progress,
                effort=effort,
            )
        except Locked:
            if must_write or not has_index(home):
                raise
            report = Report()
        return report, open_view(home, choice.corpus)

    report, view = brought_up_to_date()
    if decided.astray and (decided.is_new or report.written):
        decided = deciding.followed(decided, view)
        _, view = brought_up_to_date()
    notes += decided.notes
    is_wrong = any(problem.severity == "error" for problem in registry.problems)
    if is_wrong or (registry.problems and report.written):  # what is but doubtful is told once
        faults = count(len(registry.problems), "fault")
        notes += (f"{choice.registry} has {faults}: readroom registry check",)
    notes += (*report.notes, *(f"skipped {s.name}: {s.reason}" for s in report.skipped))
    return Room(
        corpus, registry, choice.registry, view, report, places, notes, decided=decided, home=home
    )


def registry_at(path: Path | None, home: Path) -> tuple[Registry, str]:
    """The registry and the stamp of its files; from the copy beside the index if unchanged."""
    if path is None:
        return Registry.empty(), ""
    now = stamp(path)
    copy = home / COPY
    with suppress(OSError):
        kept, _, data = copy.read_bytes().partition(b"\n")
        if kept.decode("ascii", "replace") == now and (registry := Registry.from_json(data)):
            return registry, now
    registry = load(path)
    with suppress(Unusable):  # the copy only saves time
        write_atomically(copy, now.encode() + b"\n" + registry.to_json())
    return registry, now
