"""What in a draft is no prose: markup, addresses, code, and the citations of `readroom cite`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.citation.trace import traces

_FRONT = re.compile(r"\A---[^\S\n]*\n(?:.*\n)*?(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)")
_SPOKEN = re.compile(r"^(?:title|subtitle|author|abstract|description):", re.IGNORECASE)
_MARKUP = re.compile(
    r"""^(?P<ticks>```+|~~~+)[^\n]*\n.*?(?:^(?P=ticks)[^\n]*$|\Z)
    | <!--.*?-->
    | `[^`\n]+`
    | </?[A-Za-z][^<>\n]*>
    | \bhttps?://[^\s<>"”»)\]]+
    | \bwww\.[^\s<>"”»)\]]+
    | (?<!\w)[\w-]+\.(?:txt|md|pdf|html?|docx?|odt|rtf)\b    # the name of a file
    | \S+@\w[\w-]*\.[\w.-]+                                # an address of mail
    | \[[^\[\]\n]*@[^\[\]]*\]                               # [@key, para. 7]
    | \[\^[^\[\]\s]+\]:?                                    # a footnote
    | \+\d[\d ()-]{6,}                                       # a telephone
    | \$[^\s\d$][^$\n]*\$(?!\d)                               # a formula
    | \b(?:pages?|pp?\.|chapters?|figs?\.|figures?|tables?)[ ]\d+(?:[.–-]\d+)*
    | \[\d{1,3}\]                                          # a note
    | (?<=\])\([^\s()]+\)                                   # where a link goes
    | ^[^\S\n]*(?:\d{1,3}|[a-zA-Z])[.)](?=[^\S\n])          # the number of an item
    | (?<!\w)[*_]{1,3}(?=\w) | (?<=[\w.,;:!?])[*_]{1,3}(?!\w)    # emphasis
    | \bparas?\.[ ]\d+(?:–\d+)?,[ ]lines?[ ]\d+(?:–\d+)?    # where a citation is
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_NOTE = re.compile(r"^\[\^[^\[\]\s]+\]:", re.MULTILINE)
"""The head of a footnote."""
_VISIBLE = re.compile(r"[^\n]")
_WRAP = re.compile(
    r"""(?<=\S)(?<!-{3})[^\S\n]*\r?\n(?:[^\S\n]*>)?[^\S\n]*
    (?=[^\s#>|*+:~-]|[*_]{1,3}\w|-\w)(?!\w[^\n]*\n[=-]{3,}\s)""",
    re.VERBOSE,
)
"""A line end inside a paragraph; not before a heading, a list, a table."""


def prose_of(draft: str) -> str:
    """The draft with blanks for all that is no prose, so that its offsets stay.

    The lines of a paragraph are one line.
    """
    spans = [*_front(draft), *(match.span() for match in _MARKUP.finditer(draft)), *_cited(draft)]
    pieces, at = [], 0
    for start, end in sorted(spans):
        pieces += [draft[at:start], _VISIBLE.sub(" ", draft[max(at, start) : end])]
        at = max(at, end)
    prose = "".join([*pieces, draft[at:]])
    return _WRAP.sub(lambda match: " " * len(match[0]), prose)


def _cited(draft: str) -> Iterator[tuple[int, int]]:
    """The traces of citations; of one in a footnote with all that stands before it there."""
    for start, end in traces(draft):
        line = draft.rfind("\n", 0, start) + 1
        yield (line if _NOTE.match(draft, line) else start, end)


def _front(draft: str) -> list[tuple[int, int]]:
    """The lines of the metadata at the head, but for those that are read: title, author …"""
    head = _FRONT.match(draft)
    if head is None:
        return []
    spans, at = [], 0
    for line in head[0].splitlines(keepends=True):
        spoken = _SPOKEN.match(line)
        spans.append((at, at + (spoken.end() if spoken else len(line))))
        at += len(line)
    return spans
