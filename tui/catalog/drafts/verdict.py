"""What the texts and the registry have of a claim in a draft. None of it says that it is true."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tui.catalog.room import Room
from tui.citation.characters import counted
from tui.citation.locator import locate
from tui.citation.trace import address
from tui.model import Span

Kind = Literal["quotation", "name", "figure", "date"]
Finding = Literal["found", "differs", "digest", "missing", "unregistered", "unjudged"]
PROBLEMS: tuple[Finding, ...] = ("differs", "digest", "missing")
"""What a writer must look at."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A passage of a text: where it is, as a link that `readroom cite` reads, and its words."""

    doc: str
    span: Span
    line: int
    locator: str
    link: str
    text: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found of one claim; `span` is its place in the draft, `text` its words there.

    `expected` is what the texts or the registry have in its stead, `difference` goes from the
    draft to that; `entity` is whose name it is, `seen` how often the texts have it.
    """

    kind: Kind
    finding: Finding
    span: Span
    text: str
    expected: str | None = None
    difference: str | None = None
    entity: str | None = None
    seen: int | None = None
    witness: Witness | None = None
    why: str | None = None

    @property
    def is_problem(self) -> bool:
        """Whether the writer must look at it."""
        return self.finding in PROBLEMS


def witness(room: Room, doc: str, span: Span) -> Witness:
    """A passage of a text as a witness."""
    document = room.document(doc)
    line, _ = document.place(span.start)
    return Witness(
        doc,
        span,
        line,
        str(locate(document.text, span)),
        address(doc, counted(document.text, span)),
        " ".join(document.text[slice(*span)].split()),
    )
