"""Find in one text: words as they are typed, whatever their case, dashes and apostrophes."""

from __future__ import annotations

import re

from tui.model import Span
from tui.runs import APOSTROPHES, DASHES

_QUOTES = '"“”„«»'


def find(text: str, wanted: str) -> tuple[Span, ...]:
    """Where `wanted` stands in `text`; any run of spaces or line ends is a space."""
    alikes = [f"[{re.escape(signs)}]" for signs in (DASHES, APOSTROPHES, _QUOTES)]

    def like(char: str) -> str:
        return next((alike for alike in alikes if re.match(alike, char)), re.escape(char))

    pattern = r"\s+".join("".join(map(like, word)) for word in wanted.split())
    if not pattern:
        return ()
    return tuple(Span(*match.span()) for match in re.finditer(pattern, text, re.IGNORECASE))
