"""All that a program sends to its terminal, taken apart: text, and each kind of sequence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_PIECE = re.compile(
    r"\x1b\[(?P<codes>[0-?]*[ -/]*)(?P<letter>[@-~])"
    r"|\x1b\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    r"|\x1b(?P<opener>[PX^_])(?P<inner>(?:[^\x1b]|\x1b[^\\])*)\x1b\\"
    r"|\x1b(?P<escape>[ -/]*[0-~])"
    r"|(?P<control>[\x00-\x1f\x7f-\x9f])"
    r"|(?P<text>[^\x00-\x1f\x7f-\x9f]+)",
    re.DOTALL,
)
_OPENERS = {"P": "DCS", "X": "SOS", "^": "PM", "_": "APC"}
LISTED = {
    *(f"CSI {letter}" for letter in "HmKXCr"),  # where, in which colours, erased, a band to scroll
    "CSI 2J",
    "ESC M",  # a row up
    "\r",
    "\n",
    *(f"CSI ?{mode}{to}" for mode in (7, 25, 1000, 1006, 1049, 2004, 2026) for to in "hl"),
    *(f"CSI ?{mode}l" for mode in (1003, 1004, 1015)),  # switched off, in case somebody left it on
    "CSI ?2026$p",  # is there synchronised output?
    "CSI >25u",  # the keys that older codes confuse, and
    "CSI <u",  # as they were
}
"""The kinds of sequences that may occur; to copy adds one of OSC 52, plain or inside tmux."""
HIDDEN = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]")
"""What turns the direction of writing, and other line ends."""


class Piece(NamedTuple):
    """A stretch of what was sent; `kind` is "" of text."""

    kind: str
    data: str


def pieces(sent: str) -> Iterator[Piece]:
    """What was sent, piece by piece; a kind of its own for what is no whole sequence."""
    at = 0
    for found in _PIECE.finditer(sent):
        if found.start() > at:
            yield Piece("broken", sent[at : found.start()])
        at = found.end()
        yield Piece(_kind(found), found[0])
    if at < len(sent):
        yield Piece("broken", sent[at:])


def _kind(found: re.Match[str]) -> str:
    if letter := found["letter"]:
        codes = found["codes"]
        plain = re.fullmatch(r"[\d;]*", codes) and letter != "J"
        return f"CSI {letter}" if plain else f"CSI {codes}{letter}"
    if found["osc"] is not None:
        return f"OSC {found['osc'].partition(';')[0]}"
    if opener := found["opener"]:
        return f"{_OPENERS[opener]} {found['inner'].partition(';')[0]}"
    if escape := found["escape"]:
        return f"ESC {escape}"
    return found["control"] or ""


def unlisted(sent: str) -> set[str]:
    """The kinds that are on no list; hidden characters of a text too."""
    kinds = {piece.kind for piece in pieces(sent)} - LISTED - {""}
    return kinds | set(HIDDEN.findall(sent))
