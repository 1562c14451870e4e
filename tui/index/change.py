"""What is other in the corpus folder than in the index."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import compress
from operator import ne

from tui.corpus import Listing, Skipped, Stamp
from tui.index.generation import Generation
from tui.index.stamps import pack_stamps

PACE = 1_000_000
"""Bytes of texts that are surely indexed in a second."""
TICK = 20_000_000
"""Nanoseconds within which two changes of a file may get the same time."""


@dataclass(frozen=True, slots=True)
class Change:
    """The folder as it was at `looked`, in nanoseconds since 1970, against an index."""

    listing: Listing
    looked: int
    fresh: frozenset[str]
    """Texts that are new, or whose stamp is."""
    gone: frozenset[str]
    before: Generation | None
    """The index that it is a change of."""

    @classmethod
    def since(
        cls, before: Generation | None, listing: Listing, looked: int, *, trusting: bool = True
    ) -> Change:
        """The change since a generation, or since there was none; not `trusting`, all is fresh."""
        if before and trusting and before.packed_stamps == pack_stamps(listing.files):
            return cls(listing, looked, frozenset(), frozenset(), before)
        old, new = before.stamps if before else {}, listing.files
        is_other = map(ne, new.values(), map(old.get, new))
        fresh = frozenset(compress(new, is_other) if trusting else new)
        return cls(listing, looked, fresh, frozenset(old.keys() - new.keys()), before)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is other."""
        return not (self.fresh or self.gone)

    @property
    def seconds(self) -> float:
        """How long it takes at most to bring it in."""
        files = self.listing.files
        return 0.05 + sum(files[id].size for id in self.fresh) / PACE

    def settled(self, id: str) -> Stamp:
        """The stamp to keep for a text that was read.

        A file changed only just before could change again unseen, within the same tick of the
        clock: it gets a stamp that makes the next refresh look at it once more.
        """
        stamp = self.listing.files[id]
        times = [stamp.mtime_ns, *(stamp.sidecar[1:2] if stamp.sidecar else ())]
        return stamp if max(times) < self.looked - TICK else self.unsettled(id)

    def unsettled(self, id: str) -> Stamp:
        """A stamp that makes the next refresh look at a text once more."""
        return self.listing.files[id]._replace(mtime_ns=0)

    def skipped(self, unread: Iterable[tuple[str, str]]) -> tuple[Skipped, ...]:
        """Everything in the folder that is not in the index, and why."""
        return tuple(sorted((*self.listing.skipped, *(Skipped(*one) for one in unread))))
