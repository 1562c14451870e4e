"""What the query language asks of an index, as a small protocol: whoever keeps one fulfils it.

Two fields count positions alike, those of `words.words(text)`:

- `words` holds at each position the term that `capitals.terms(text, found)` gives for it (folded;
  `^states` where it is written as a name, instead of `states`) and, over `first` to `last`, the
  term of each of `found.forms` (`s-400`, `US`, `$150`), as it is.
- `names` holds extents under `id` (an entity, however named), `id!` (by its name or an alias
  proper), `:type`, `?id` (a candidate of an ambiguous mention), `¶` (each paragraph, from its mark
  to its last word) and `#body`, `#title` … (each zone that has words).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal, Protocol

from tui.model import Facts, Zone

Extent = tuple[int, int]
"""The first and the last position of an occurrence, both inclusive."""

NO_ENTITY, STRONG = ":?¶#", "!"
"""What begins a term of `names` that is not an entity's id, and what ends a second term of one."""

Field = Literal["words", "names"]
Fact = Literal["doc", "title", "author", "source", "date", "lang"]
"""What a document is chosen by; each is a field of the query language."""


@dataclass(frozen=True, slots=True)
class Record:
    """What the index keeps of a document beside its words; sizes in code points and in words."""

    id: str
    facts: Facts
    sha256: str
    chars: int
    words: int
    zones: tuple[Zone, ...]


def values(record: Record, fact: Fact) -> tuple[str, ...]:
    """What a record says of `fact`, empty if nothing."""
    facts = record.facts
    match fact:
        case "doc":
            return (record.id,)
        case "author":
            return facts.authors
        case "lang":
            return facts.languages
        case "title":
            found = facts.title
        case "source":
            found = facts.source
        case "date":
            found = facts.date
    return (found,) if found else ()


class Engine(Protocol):
    """One consistent view of a whole index; documents are ints, not always without gaps.

    Sets, mappings and sequences given out may be the engine's own: nobody changes them. A term that
    is not in the index has no documents, and no terms have none.
    """

    def everything(self) -> AbstractSet[int]:
        """All documents."""

    def documents(self, field: Field, terms: Sequence[str]) -> AbstractSet[int]:
        """The documents with any of the terms."""

    def weights(self, field: Field, terms: Sequence[str]) -> Mapping[int, float]:
        """How often they occur in each of those, summed, each by the weight of its zone."""

    def extents(
        self, field: Field, terms: Sequence[str], docs: Collection[int]
    ) -> Mapping[int, Sequence[Extent]]:
        """Where any of the terms stands in each of `docs` that has one: ascending, each once.

        Asked for a single document and for thousands at a time, so one pass over the postings.
        """

    def frequencies(
        self, field: Field, terms: Sequence[str], docs: AbstractSet[int]
    ) -> Mapping[int, int]:
        """How often the terms stand in each of `docs` that has one, summed over the terms."""

    def vocabulary(self, field: Field, prefix: str = "") -> Iterator[tuple[str, int]]:
        """The terms that begin with `prefix`, sorted, each with the number of its documents."""

    def sample(self, field: Field, prefix: str, texts: int) -> Iterator[tuple[str, int]]:
        """The same as far as so many documents, or a few more, tell: of those alone."""

    def lengths(self) -> Mapping[int, int] | Sequence[int]:
        """The number of words of each document, by its int."""

    def values(self, fact: Fact) -> Mapping[int, Sequence[str]]:
        """What is known of `fact` for each document that has any: `values` of its record, kept."""

    def record(self, doc: int) -> Record:
        """All that is kept of a document."""
