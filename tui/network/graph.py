"""A network of entities."""

from __future__ import annotations

from dataclasses import dataclass

from tui.counts import count


@dataclass(frozen=True, slots=True)
class Node:
    """An entity, how often it is named and in how many texts."""

    id: str
    name: str
    type: str
    mentions: int
    documents: int

    @property
    def counts(self) -> str:
        """How often it is named, in words."""
        return f"{count(self.mentions, 'mention')} in {count(self.documents, 'text')}"


@dataclass(frozen=True, slots=True)
class Edge:
    """Two entities, the lesser id first, and in how many sentences both are named.

    `stated` is what the registry says of the two; without a sentence that is all there is.
    """

    first: str
    second: str
    sentences: int
    log_likelihood: float | None = None
    stated: tuple[str, ...] = ()

    @property
    def counts(self) -> str:
        """What links the two, in words."""
        stated = f"; stated: {', '.join(self.stated)}" if self.stated else ""
        return count(self.sentences, "sentence") + stated


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes by their ids, and the edges between them."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
