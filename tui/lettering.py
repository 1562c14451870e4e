"""Which characters the locale can write, and what stands for the others: cell for cell."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

_LIKE = {
    **dict.fromkeys("─┄┈╌╴╶", "-"),
    **dict.fromkeys("│┃┆┊", "|"),
    **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯", "+"),
    **dict.fromkeys("━═", "="),
    **dict.fromkeys("█▐■▪▁▂▃▄▅▆▇▏▎▍▋▊▉", "#"),
    **dict(zip("░▒▓", ".:+", strict=True)),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("‘’‚‹′", "'"),
    **dict.fromkeys("“”„«»″", '"'),
    **dict.fromkeys("·•●○", "*"),
    "…": ".",
    "›": ">",
    "▌": ">",
    "↑": "^",
    "↓": "v",
    "→": ">",
    "←": "<",
    "×": "x",
    "\u00a0": " ",
}


def is_ascii(environ: Mapping[str, str] | None = None) -> bool:
    """Whether the locale is one without UTF-8; where none is named, most terminals know better.

    The environment is taken as the caller made it: in the C locale Python sets LC_CTYPE itself.
    """
    environ = _at_start() if environ is None else environ
    named = next(filter(None, map(environ.get, ("LC_ALL", "LC_CTYPE", "LANG"))), "")
    return named in ("C", "POSIX") or ("." in named and "utf" not in named.casefold())


def _at_start() -> Mapping[str, str]:
    try:
        pairs = Path("/proc/self/environ").read_bytes().decode(errors="replace").split("\0")
    except OSError:
        return os.environ
    return dict(pair.split("=", 1) for pair in pairs if "=" in pair)


def in_ascii(text: str) -> str:
    """`text` in ASCII, as many cells wide: what is unlike any letter of it is a question mark."""
    return text if text.isascii() else "".join(map(_like, text))


@lru_cache(maxsize=4096)
def _like(char: str) -> str:
    if char.isascii():
        return char
    if char in _LIKE:
        return _LIKE[char]
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return ""
    base = unicodedata.normalize("NFKD", char)[0]
    if base.isascii() and base.isprintable():
        return base
    return "??" if unicodedata.east_asian_width(char) in "WF" else "?"
