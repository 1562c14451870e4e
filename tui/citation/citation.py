"""A passage as it is cited, whatever the style; what is not known of its text is not made up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tui.citation.characters import counted
from tui.citation.locator import Locator, locate
from tui.citation.naming import key_of
from tui.citation.selector import select, trimmed
from tui.citation.trace import Trace
from tui.model import Document, Facts, Refused, Span
from tui.prose import is_hard_wrapped

_LINE_END = re.compile(r"(?<=\S)[^\S\r\n]*(?:\r\n|\n|\r)[^\S\r\n]*(?=\S)")
"""A line end inside a paragraph, and the white space around it."""
_NEEDED = {"author": "authors", "date": "date"}


class Unstated(Refused):
    """A publication does not say who made it, or when."""

    def __init__(self, doc: str, missing: list[str]) -> None:
        self.what = f"{doc} has no {' and no '.join(missing)}"
        super().__init__(f"{self.what}: --nd cites it without")


@dataclass(frozen=True, slots=True)
class Citation:
    """What every style is made of; of a whole text `span` covers it and `locator` is None.

    `text` is the passage, for a quotation; `facts` are those that the citation states.
    """

    doc: str
    key: str
    facts: Facts
    span: Span
    text: str
    locator: Locator | None
    trace: Trace

    @property
    def is_digest(self) -> bool:
        """Whether the text is in other words than the publication, so that none can be quoted."""
        return self.facts.status == "digest"

    @property
    def reference(self) -> str:
        """Where the passage is, for people and then for `verify`."""
        return f"{self.locator} ({self.trace})" if self.locator else f"{self.trace}"

    @property
    def label(self) -> str:
        """What sets this citation apart from all others of a draft."""
        chars = self.trace.chars
        return f"{self.key}-{chars.start}-{chars.end}" if chars else self.key


def cite(
    document: Document,
    span: Span | None = None,
    *,
    others: Iterable[tuple[str, Facts]] = (),
    nd: bool = False,
    unwrap: bool = False,
) -> Citation:
    """The citation of a passage, or of a whole text; Unstated if its author or date is missing.

    White space at the ends of a passage is no part of it. With `nd` what is missing is left out.
    `others` are the texts beside it and their facts.
    """
    facts = _stated(document, nd)
    key = key_of(document.id, facts, others)
    if span is None:
        whole = Span(0, len(document.text))
        trace = Trace(document.id, document.sha256)
        return Citation(document.id, key, facts, whole, document.text, None, trace)
    if not document.text[slice(*span)].strip():
        raise Refused(f"{document.id}:{document.place(span.start)[0]} has no words to cite")
    span = trimmed(document.text, span)
    chars = counted(document.text, span)
    trace = Trace(document.id, document.sha256, chars, select(document.text, span))
    text = document.text[slice(*span)]
    if unwrap and is_hard_wrapped(document.text):
        text = unwrapped(text)
    return Citation(document.id, key, facts, span, text, locate(document.text, span), trace)


def unwrapped(text: str) -> str:
    """A hard-wrapped text with every paragraph on one line."""
    return _LINE_END.sub(" ", text)


def _stated(document: Document, nd: bool) -> Facts:
    """The facts to be stated; Refused if one is missing that must not be."""
    missing = [name for name, field in _NEEDED.items() if not getattr(document.facts, field)]
    if missing and not nd:
        raise Unstated(document.id, missing)
    return document.facts
