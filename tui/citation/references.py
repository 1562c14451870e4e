"""A publication as reference data: CSL-JSON, the same as YAML for pandoc, and BibTeX."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import accumulate
from typing import Any

from tui.citation.citation import Citation
from tui.citation.wording import MONTHS, UNDATED, date_parts, family_and_given, title
from tui.model import Facts
from tui.visible import visible

FIELD = "readroom"
"""Where an entry keeps what it is found again by; every other program passes it over."""

_MARKDOWN = re.compile(r"[\\`*_\[\]<>$@^~#]")
_LATEX = {
    **{char: f"\\{char}" for char in "&%$#_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}

_BRACES = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
"""For those that have no other: BibTeX counts braces, a backslash before them or not."""

Write = Callable[[str], str]
"""Makes a text fit for where it will stand."""


def csl_json(citation: Citation) -> str:
    """The entry as a file of CSL-JSON."""
    entry = {**_entry(citation, visible), "custom": {FIELD: citation.reference}}
    return json.dumps([entry], ensure_ascii=False, indent=2)


def csl_yaml(citation: Citation) -> str:
    """The entry as metadata of a Markdown draft, where pandoc looks for it."""
    entry = _entry(citation, as_markdown)
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in entry.items()]
    return "\n".join(["---", "references:", "- " + "\n  ".join(lines), "..."])


def bibtex(citation: Citation) -> str:
    """The entry as a file of BibTeX."""
    facts = citation.facts
    year, month, day = date_parts(facts.date or "0")
    fields = {
        "author": " and ".join(map(_bibtex_name, facts.authors)),
        "title": f"{{{as_latex(title(citation.doc, facts))}}}",  # its capitals are kept
        "journal": as_latex(facts.source or ""),
        "year": f"{year}" if year else UNDATED,
        "month": MONTHS[month - 1][:3].lower() if month else "",
        "day": f"{day}" if day else "",
        "url": re.sub(r"[{}\\]", lambda m: f"%{ord(m[0]):02X}", visible(facts.url or "")),
        FIELD: citation.reference,
    }
    lines = [
        f"  {name} = {text if name == 'month' else f'{{{text}}}'},"
        for name, text in fields.items()
        if text
    ]
    kind = "article" if facts.source else "misc"
    return "\n".join([f"@{kind}{{{citation.key},", *lines, "}"])


def as_markdown(text: str) -> str:
    """A text in which no sign means anything to Markdown."""
    return _MARKDOWN.sub(r"\\\g<0>", visible(text))


def as_latex(text: str) -> str:
    """A text in which no sign means anything to LaTeX, nor ends a field of BibTeX."""
    signs = _LATEX if _is_balanced(text) else _LATEX | _BRACES
    return "".join(signs.get(char, char) for char in visible(text))


def _is_balanced(text: str) -> bool:
    """Whether each brace in a text has the one that it goes with."""
    depths = list(accumulate({"{": 1, "}": -1}.get(char, 0) for char in text))
    return not depths or (min(depths) >= 0 and depths[-1] == 0)


def _entry(citation: Citation, write: Write) -> dict[str, Any]:
    """The entry in CSL-JSON, without what is not known."""
    facts = citation.facts
    entry = {
        "id": citation.key,
        "type": "article-newspaper" if facts.source else "webpage" if facts.url else "document",
        "title": write(title(citation.doc, facts)),
        "author": [_csl_name(author, write) for author in facts.authors],
        "container-title": write(facts.source or ""),
        "issued": _csl_date(facts),
        "URL": visible(facts.url or ""),
        "language": facts.languages[0] if facts.languages else "",
    }
    return {key: value for key, value in entry.items() if value}


def _csl_name(author: str, write: Write) -> dict[str, str]:
    name = family_and_given(author)
    if name is None:
        return {"literal": write(author)}
    return {"family": write(name[0]), "given": write(name[1])}


def _csl_date(facts: Facts) -> dict[str, Any]:
    if not facts.date:
        return {"literal": UNDATED}
    parts = {"date-parts": [[part for part in date_parts(facts.date) if part]]}
    return {**parts, "circa": True} if facts.date_certainty == "inferred" else parts


def _bibtex_name(author: str) -> str:
    """A name as BibTeX splits it; in braces if it cannot be, or has the word that parts authors."""
    name = family_and_given(author)
    if name is None or "and" in author.casefold().split():
        return f"{{{as_latex(author)}}}"
    return ", ".join(map(as_latex, name))
