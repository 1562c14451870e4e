"""The grain of a text: its paragraphs and its sentences, as spans."""

from __future__ import annotations

import re

from tui.model import Span

_BLOCK = re.compile(r"[^\r\n]*\S[^\r\n]*(?:(?:\r\n|\n|\r)[^\r\n]*\S[^\r\n]*)*")
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_WRAP = 120
"""No hard-wrapped text has lines longer than this."""


def is_hard_wrapped(text: str) -> bool:
    """Whether single line ends in `text` are for width only, as in mail and plain-text books."""
    inner = [
        len(line) for block in _BLOCK.finditer(text) for line in block.group().splitlines()[:-1]
    ]
    if len(inner) < 3 or max(inner) > _WRAP:
        return False
    full = sorted(inner)[len(inner) // 2]
    return full >= 45 and full >= 0.7 * sorted(inner)[int(len(inner) * 0.95)]


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of `text`: blocks between blank lines, or single lines if not wrapped."""
    pattern = _BLOCK if is_hard_wrapped(text) else _LINE
    return [Span(m.start(), m.end()) for m in pattern.finditer(text)]
