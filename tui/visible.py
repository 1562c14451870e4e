"""Characters that drive a terminal or hide in a line, shown as visible marks, one for one."""

from __future__ import annotations

import re
from functools import lru_cache

_CONTROLS = "".join(map(chr, range(32)))
_HIDDEN = (
    "\x7f-\x9f"  # DEL and C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi marks, embeddings, overrides, isolates
    "\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # of no width
    "\u2028\u2029"  # line and paragraph separators
    "\ufffe\uffff"  # no characters: no XML may hold them
    "\ud800-\udfff"  # half a character, as in file names: no terminal can be sent one
    "\U000e0000-\U000e0fff"  # tags and selectors, in which whole messages have been hidden
)
_SPELLING = re.compile("(?<=[\u0600-\u08ff\u0900-\u0dff\ufb50-\ufdff\ufe70-\ufefc])[\u200c\u200d]")
"""A joiner after an Arabic or Indic letter."""


def visible(text: str, keep: str = "") -> str:
    """`text` with its hidden characters as marks, one for one; the controls in `keep` stay."""
    found = hidden(keep)
    if not found.search(text):
        return text
    spelling = {match.start() for match in _SPELLING.finditer(text)}
    return found.sub(lambda m: m[0] if m.start() in spelling else _mark(m[0]), text)


@lru_cache(maxsize=8)
def hidden(keep: str = "") -> re.Pattern[str]:
    """What finds a hidden character; the controls in `keep` are not meant."""
    controls = "".join(char for char in _CONTROLS if char not in keep)
    return re.compile(f"[{controls}{_HIDDEN}]")


def _mark(char: str) -> str:
    """The picture of a C0 control or of DEL; of anything else the replacement character."""
    if char < " ":
        return chr(0x2400 + ord(char))
    return "\u2421" if char == "\x7f" else "\ufffd"
