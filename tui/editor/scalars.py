"""How a text is written in YAML, so that no reader takes it for a number, a date or a truth."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tui.visible import visible

Value = str | int | list[str]

_SIGNS = r"[\w.'’/()&+–-]"  # in brackets too
_PLAIN = re.compile(rf"[^\W_]{_SIGNS}*(?: {_SIGNS}+)*")
_NUMBER = re.compile(r"[\d_.,+eE-]+|0[xXoObB][\da-fA-F_]+|\d[\d tTzZ:.+-]+")
_MEANT_OTHERWISE = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def scalar(text: str) -> str:
    """A text on one line: as it is where that is safe, else in quotes."""
    is_odd = _NUMBER.fullmatch(text) or text.casefold() in _MEANT_OTHERWISE
    if _PLAIN.fullmatch(text) and not is_odd:
        return text
    if visible(text) != text or not text.isprintable():
        return f'"{"".join(map(_escaped, text))}"'
    if "'" in text and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def value(of: Value) -> str:
    """A text, a number, or a list of texts in brackets."""
    if isinstance(of, list):
        return f"[{', '.join(map(scalar, of))}]"
    return str(of) if isinstance(of, int) else scalar(of)


def mapping(pairs: Mapping[str, Value]) -> str:
    """A mapping in braces."""
    return f"{{{', '.join(f'{key}: {value(of)}' for key, of in pairs.items())}}}"


def plain(of: Value) -> str | list[str]:
    """What a reader gets of a value, to whom every scalar is a text."""
    return of if isinstance(of, list) else str(of)


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if visible(char) == char and char.isprintable():
        return char
    code = ord(char)
    return f"\\u{code:04x}" if code < 1 << 16 else f"\\U{code:08x}"
