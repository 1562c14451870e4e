"""A citation in the style of a draft: a footnote, a key with its reference data, or plain words."""

from __future__ import annotations

import re
from collections.abc import Callable

from tui.citation.citation import Citation
from tui.citation.references import as_markdown, bibtex, csl_json, csl_yaml
from tui.citation.selector import shown
from tui.citation.wording import authors, date, title
from tui.model import Refused, Style
from tui.visible import visible

QUOTING: tuple[Style, ...] = ("markdown", "pandoc", "plain")
"""The styles in which the passage stands before its citation."""

_LINE_END = re.compile(r"\r\n|\n|\r")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


def render(citation: Citation, style: Style, quoted: bool | None = None) -> str:
    """A citation in a style, behind its passage unless `quoted` is False.

    A digest's words are reported, in no quotation marks; with `quoted` True it is Refused, as are
    a whole text and a style of reference data.
    """
    can_quote = style in QUOTING and citation.locator is not None
    if quoted and (not can_quote or citation.is_digest):
        raise Refused(_why_not(citation, style))
    passage = "" if quoted is False or not can_quote else _passage(citation, style)
    return _STYLES[style](citation, passage)


def quotation(citation: Citation) -> str:
    """The passage in quotation marks, of a digest in none; its lines end in LF."""
    text = shown(_LINE_END.sub("\n", citation.text.strip()))
    return text if citation.is_digest else f"“{text}”"


def _passage(citation: Citation, style: Style) -> str:
    """The quotation; several paragraphs of it are a block of Markdown, which needs no marks."""
    said = quotation(citation)
    if citation.is_digest or style == "plain" or not _BLANK_LINE.search(said):
        return said
    return "\n".join(f"> {line}".rstrip() for line in said[1:-1].split("\n"))


def _why_not(citation: Citation, style: Style) -> str:
    if style not in QUOTING:
        return f"{style} has no place for a quotation"
    if citation.is_digest:
        return f"{citation.doc} is a digest, in other words than the original: no quotation"
    return f"{citation.doc} is cited as a whole: no quotation"


def _markdown(citation: Citation, passage: str) -> str:
    url = citation.facts.url
    *said, when = _stated(citation)
    at = [f"<{visible(url).replace('<', '%3C').replace('>', '%3E')}>"] if url else []
    note = ", ".join([*map(as_markdown, said), when, *at, _markdown_link(citation)])
    return f"{passage}[^{citation.label}]\n\n[^{citation.label}]: {note}."


def _markdown_link(citation: Citation) -> str:
    shown = str(citation.locator) if citation.locator else as_markdown(citation.doc)
    return f"[{shown}]({citation.trace})"


def _pandoc(citation: Citation, passage: str) -> str:
    locator = f", {citation.locator.paragraph}" if citation.locator else ""
    gap = " " if passage else ""
    cited = f"{passage}{gap}[@{citation.key}{locator}]<!-- {citation.trace} -->"
    return f"{cited}\n\n{csl_yaml(citation)}"


def _plain(citation: Citation, passage: str) -> str:
    url = citation.facts.url
    said = ", ".join([*_stated(citation), *([visible(url)] if url else [])])
    where = f", {citation.reference}" if citation.locator else f" ({citation.reference})"
    return f"{passage}{' — ' if passage else ''}{said}{where}."


def _stated(citation: Citation) -> list[str]:
    """Who published what, where and when, as far as it is known; the date always."""
    facts = citation.facts
    return [
        *([authors(facts.authors)] if facts.authors else []),
        title(citation.doc, facts, "“”"),
        *([visible(facts.source)] if facts.source else []),
        date(facts),
    ]


_STYLES: dict[Style, Callable[[Citation, str], str]] = {
    "markdown": _markdown,
    "pandoc": _pandoc,
    "plain": _plain,
    "bibtex": lambda citation, _: bibtex(citation),
    "csl-json": lambda citation, _: csl_json(citation),
}
