"""What is kept of a document: its words and names with their positions, and columns.

| field | holds |
|---|---|
| `id` | the document's id, once |
| `words` | the position of each word and each form |
| `names` | pairs of first and last position: entities, their types, paragraphs, zones |
| `record` | facts, hash, sizes and zones, as JSON |
| `mentions`, `concepts` | the names found, as JSON |
| `company` | the entities that each sentence names, as JSON |
| `surfaces` | how the names are written, and how often, as JSON |
| `date` | the date of publication as YYYYMMDD, 0 where a part of it is not known |
| `length` | the number of words |

The weight of a term in a document is the sum of the weights of the zones it stands in.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from whoosh.columns import NumericColumn, VarBytesColumn
from whoosh.fields import COLUMN, FieldType, Schema
from whoosh.formats import Format

from tui.index.postings import pack
from tui.model import ZoneKind

WEIGHTS: Mapping[ZoneKind, int] = {
    "title": 30,
    "heading": 20,
    "byline": 10,
    "dateline": 10,
    "caption": 10,
    "body": 10,
    "comment": 5,
    "ticker": 5,
    "title-duplicate": 2,
    "related": 2,
    "boilerplate": 2,
}
"""How much a word counts in each zone, in tenths of one in the body."""
PLAIN = WEIGHTS["body"]


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a document in one field: the numbers of each, ascending, and its weight."""

    numbers: dict[str, list[int]]
    weights: dict[str, int]


class Numbers(Format):  # type: ignore[misc]  # Whoosh carries no types
    """A posting's value: plain numbers, of which every `step`-th is a position."""

    def __init__(self, step: int = 1) -> None:
        super().__init__()
        self.step = step

    def decode_positions(self, value: bytes) -> list[int]:
        """The positions, for Whoosh's own queries."""
        return array("I", value)[:: self.step].tolist()

    def decode_frequency(self, value: bytes) -> int:
        """How often the term occurs."""
        return len(value) // (4 * self.step)


class TermsField(FieldType):  # type: ignore[misc]  # Whoosh carries no types
    """A field that is given ready-made terms, with no analyser and no tokens."""

    def __init__(self, step: int = 1, unique: bool = False) -> None:
        super().__init__(Numbers(step), analyzer=None, unique=unique)

    def index(self, value: Terms, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Each term with its count, weight and numbers, as Whoosh's own writer wants them."""
        step = self.format.step
        for term, numbers in value.numbers.items():
            weight = value.weights[term] / 10
            yield spell(term), max(1, len(numbers) // step), weight, pack(numbers, "I")


def spell(term: str) -> bytes:
    """A term or an id as the index spells it; in the order of its characters."""
    return term.encode()


def read(term: bytes) -> str:
    """The term that `spell` spelled."""
    return term.decode()


INDEX = "MAIN"
"""Whoosh's name for the index in a folder."""
TERMS = ("id", "names", "words")
"""The fields with terms, in the order in which they lie in a segment."""
COLUMNS = {
    "company": VarBytesColumn(),
    "concepts": VarBytesColumn(),
    "date": NumericColumn("i", default=-1),
    "length": NumericColumn("i", default=-1),
    "mentions": VarBytesColumn(),
    "record": VarBytesColumn(),
    "surfaces": VarBytesColumn(),
}
SCHEMA = Schema(
    id=TermsField(unique=True),
    words=TermsField(),
    names=TermsField(step=2),
    **{name: COLUMN(column) for name, column in COLUMNS.items()},
)
