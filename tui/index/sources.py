"""What an index is made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from tui.corpus import Stamp
from tui.registry import Registry

Decisions = Mapping[str, Sequence[tuple[int, int, str]]]
"""By document: spans, and the entity that somebody chose for each."""


@dataclass(frozen=True)
class Sources:
    """What an index is made from."""

    corpus: Path
    registry: Registry
    registry_stamp: str
    decisions: Decisions

    @cached_property
    def digest(self) -> str:
        """What tells this registry from others: the digest of its files, if it has any."""
        return self.registry.digest or sha256(self.registry.to_json()).hexdigest()


@dataclass(frozen=True)
class Texts:
    """Which texts an index is made from."""

    stamps: Mapping[str, Stamp]
    unread: Mapping[str, str]
    """Those that could not be read, and why."""
    is_whole: bool
    """False while a first build goes on, or was broken off."""
