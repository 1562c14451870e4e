"""The nouns that every floor shares, frozen, and the tree of errors that a user can cause.

ReadroomError
├── UsageError        the call itself is wrong                       exit 2
│   └── QueryError    the query is wrong, with the place             exit 2
├── NotFound          an unknown name or document, nearest beside it exit 1
├── Refused           an edit or a citation that cannot be done      exit 1
├── Unusable          corpus, registry or index cannot be used       exit 3
└── Locked            another program holds the writer's lock        exit 4

Offsets everywhere are code points of the decoded text, end exclusive; a byte-order mark is not
counted and line ends are kept as stored. Lines and columns count from 1.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple, get_args


class Span(NamedTuple):
    """A stretch of a text: `text[start:end]`."""

    start: int
    end: int


ZoneKind = Literal[
    "title",
    "title-duplicate",
    "byline",
    "dateline",
    "caption",
    "heading",
    "body",
    "comment",
    "ticker",
    "related",
    "boilerplate",
]
Certainty = Literal["exact", "month", "year", "inferred", "none"]
Status = Literal["original", "digest"]
Style = Literal["markdown", "pandoc", "plain", "bibtex", "csl-json"]
STYLES: tuple[Style, ...] = get_args(Style)
AliasKind = Literal["name", "alias", "demonym", "metonym", "weak"]
MentionKind = Literal[AliasKind, "ambiguous"]
Scope = Literal["core", "peripheral", "concept"]


class Zone(NamedTuple):
    """What a stretch of a text is: body, title, boilerplate …; the zones of a text tile it."""

    kind: ZoneKind
    span: Span


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about a text as a publication; `origins` says where each fact came from.

    `date` is YYYY, YYYY-MM or YYYY-MM-DD. An origin is "sidecar", "front matter" or "text".
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    date: str | None = None
    date_certainty: Certainty = "none"
    url: str | None = None
    languages: tuple[str, ...] = ()
    status: Status = "original"
    rights: str | None = None
    origins: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Document:
    """A text of the corpus; `id` is its path below the corpus folder, with `/`."""

    id: str
    text: str
    facts: Facts
    zones: tuple[Zone, ...]
    sha256: str
    encoding: str = "utf-8"

    @cached_property
    def _line_starts(self) -> list[int]:
        return line_starts(self.text)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of an offset."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def lines(self, first: int, last: int) -> Span:
        """The span of the lines `first` to `last`, without the last line's end."""
        starts = self._line_starts
        start = starts[first - 1]
        end = starts[last] if last < len(starts) else len(self.text)
        return Span(start, start + len(self.text[start:end].removesuffix("\n").removesuffix("\r")))

    @property
    def line_count(self) -> int:
        """How many lines the text has."""
        return len(self._line_starts)


def line_starts(text: str) -> list[int]:
    """The offset of each line of `text`; lines end at LF, CRLF or CR."""
    return [0, *(end.end() for end in re.finditer(r"\r\n?|\n", text))]


class Passage(NamedTuple):
    """A citable stretch of a document; also where the reader is."""

    doc: str
    span: Span


class Alias(NamedTuple):
    """A way to write an entity's name, and the conditions under which it counts."""

    text: str
    kind: AliasKind = "alias"
    case: Literal["exact", "fold"] = "exact"
    lang: str | None = None
    before: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    only_in: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()


class Relation(NamedTuple):
    """A statement of the registry: this entity stands in `kind` to entity `to`."""

    kind: str
    to: str
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something the registry keeps; `aliases[0]` is its name, of kind "name"."""

    id: str
    name: str
    type: str
    aliases: tuple[Alias, ...]
    description: str | None = None
    ids: Mapping[str, str] = field(default_factory=dict, hash=False)
    relations: tuple[Relation, ...] = ()
    scope: Scope = "core"


class Mention(NamedTuple):
    """Where a text names an entity; `entity` is None and `candidates` hold ids if ambiguous."""

    entity: str | None
    span: Span
    kind: MentionKind
    alias: str
    candidates: tuple[str, ...] = ()

    @property
    def meant(self) -> tuple[str, ...]:
        """The ids of whom it may mean: of one entity, or of each candidate."""
        return (self.entity,) if self.entity is not None else self.candidates


class Hit(NamedTuple):
    """An answer to a query: a document, its score and every span that answers, ascending."""

    doc: str
    score: float
    spans: tuple[Span, ...]


class Line(NamedTuple):
    """One line of a concordance: the node in its context."""

    passage: Passage
    left: str
    node: str
    right: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in hand-kept data: returned and shown, never raised. Line and column from 1."""

    file: str
    line: int
    column: int
    what: str
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        warning = "warning: " if self.severity == "warning" else ""
        return f"{self.file}:{self.line}:{self.column}: {warning}{self.what}"


class ReadroomError(Exception):
    """What a user can cause; `details` are further lines that explain it."""

    exit_status = 1

    def __init__(self, message: str, *details: str) -> None:
        super().__init__(message)
        self.message = message
        self.details = details


class UsageError(ReadroomError):
    """The call itself is wrong."""

    exit_status = 2


class QueryError(UsageError):
    """The query is wrong at `span` of `query`; `details` may name what was expected."""

    def __init__(self, message: str, query: str, span: Span, *details: str) -> None:
        super().__init__(message, *details)
        self.query = query
        self.span = span


class NotFound(ReadroomError):
    """An unknown or an ambiguous name or document; `details` are the nearest ones."""


class Refused(ReadroomError):
    """Something that cannot be done safely; nothing was written."""


class Unusable(ReadroomError):
    """A corpus, a registry or an index that cannot be used."""

    exit_status = 3


class Locked(ReadroomError):
    """Another program holds the writer's lock."""

    exit_status = 4
