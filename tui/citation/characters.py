"""Characters as RFC 5147 counts them for `#char=a,b`: a line end of any kind is one."""

from __future__ import annotations

import re
from bisect import bisect_left

from tui.model import Span

_CRLF = re.compile("\r\n")


def counted(text: str, span: Span) -> Span:
    """A span of a text as `#char=` counts it."""
    return Span(*(at - text.count("\r\n", 0, at) for at in span))


def located(text: str, chars: Span) -> Span:
    """The span of a text that `#char=` counts as `chars`; at most its end."""
    ends = [match.start() - n for n, match in enumerate(_CRLF.finditer(text))]
    return Span(*(min(at + bisect_left(ends, at), len(text)) for at in chars))
