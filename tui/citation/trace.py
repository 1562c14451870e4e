"""The part of a citation by which it is found again, as it stands in any draft.

    002_cooperation.txt#char=4012,4063 "a contract on |four divisions| of them; sha256 9f86…"

That is a link of Markdown with its title, and reads well between brackets anywhere else: the text,
the characters by RFC 5147, the passage between bars within the words around it, the text's digest.
Only what would end the quoted part is escaped, so that editors may wrap and formatters requote it.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import quote, unquote

from tui.citation.selector import Demand, Selector
from tui.model import Span, line_starts

_UNSAFE = re.compile(r"[^\w./~+,=@-]|(?<=-)-")
"""What of the name of a text cannot stand in a link."""
_ENDS = re.compile(r"""["|\\{}`]|(?<=-)-|(?<=sha)2(?=56)""")
_ESCAPED = re.compile(r"\\u([0-9a-f]{4})|\\(?=[\"'()])")
_CHARS = re.compile(r"(?<=[^\s\"'<>()\[\]{}])\#char=\d+,\d+")
_TRACE = re.compile(
    r"""(?<![^\s"'<>()\[\]{}])(?P<doc>[^\s"'<>()\[\]{}\#]++)
    (?:\#char=(?P<start>\d{1,12}),(?P<end>\d{1,12}))?>?\s+
    (?P<open>\\?["'(])
    (?(start)
        (?P<prefix>[^|]{0,9999}+)\|(?P<exact>[^|]++)\|(?P<suffix>[^|]*?);\s+
        (?:(?P<demand>word\s+for\s+word|only\s+here);\s+)?
    )
    sha256\s+(?P<sha256>[0-9a-f]{64})""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Trace:
    """A passage of a text, or a whole text: `chars` and `selector` are None then."""

    doc: str
    sha256: str
    chars: Span | None = None
    selector: Selector | None = None

    @property
    def address(self) -> str:
        """The text and the characters, as a link."""
        return address(self.doc, self.chars)

    def __str__(self) -> str:
        parts = [f"sha256 {self.sha256}"]
        if self.selector:
            s = self.selector
            parts = ["|".join(map(_escape, (s.prefix, s.exact, s.suffix))), s.demand, *parts]
        return f'{self.address} "{"; ".join(filter(None, parts))}"'


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation in a draft, and its line there, from 1."""

    line: int
    trace: Trace


def address(doc: str, chars: Span | None) -> str:
    """A text, or characters of it, as a link."""
    link = _UNSAFE.sub(lambda m: f"%{ord(m[0]):02X}" if m[0] == "-" else quote(m[0]), doc)
    return f"{link}#char={chars.start},{chars.end}" if chars else link


def cited(draft: str) -> Iterator[Cited]:
    """The citations in a draft of any kind, in its order."""
    starts = line_starts(draft)
    for match in _TRACE.finditer(draft):
        yield Cited(bisect_right(starts, match.start()), _trace(match))


def traces(draft: str) -> Iterator[Span]:
    """Where in a draft the traces of its citations stand."""
    return (Span(*match.span()) for match in _TRACE.finditer(draft))


def unproven(draft: str) -> list[int]:
    """The lines of a draft with links to characters of a text that are no citations, or not whole.

    Their numbers count from 1.
    """
    starts = line_starts(draft)
    proven = [match.span() for match in _TRACE.finditer(draft)]
    return [
        bisect_right(starts, match.start())
        for match in _CHARS.finditer(draft)
        if not any(start <= match.start() < end for start, end in proven)
    ]


def _trace(match: re.Match[str]) -> Trace:
    doc, sha256 = unquote(match["doc"]), match["sha256"]
    if match["start"] is None:
        return Trace(doc, sha256)
    is_json = match["open"].startswith("\\")
    prefix, exact, suffix = (
        _unescape(match[part], is_json) for part in ("prefix", "exact", "suffix")
    )
    demand: Demand = ""
    if match["demand"]:
        demand = "only here" if match["demand"].startswith("only") else "word for word"
    chars = Span(int(match["start"]), int(match["end"]))
    return Trace(doc, sha256, chars, Selector(exact.strip(), prefix, suffix, demand))


def _escape(text: str) -> str:
    return _ENDS.sub(lambda m: '\\"' if m[0] == '"' else f"\\u{ord(m[0]):04x}", text)


def _unescape(text: str, is_json: bool) -> str:
    if is_json:
        with suppress(ValueError):
            text = json.loads(f'"{text}"')
    return _level(_ESCAPED.sub(lambda m: chr(int(m[1], 16)) if m[1] else "", text))


def _level(text: str) -> str:
    return re.sub(r"\s+", " ", text)
