"""A draft as it is named on the command line: a file, or - for stdin."""

from __future__ import annotations

import sys

from tui.corpus import Unreadable
from tui.corpus.decoding import decode
from tui.corpus.files import LARGEST
from tui.model import UsageError


def read(draft: str) -> str:
    """The text of a draft; UsageError if it cannot be read."""
    try:
        return decode(content(draft))[0]
    except Unreadable as error:
        raise UsageError(f"{draft} cannot be read: {error.reason}") from None


def content(file: str) -> bytes:
    """What is in a file that a call names; of one without an end no more is read than of a text."""
    try:
        if file == "-":
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with open(file, "rb") as opened:
                data = opened.read(LARGEST + 1)
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}") from None
    if len(data) > LARGEST:
        raise UsageError(f"{file} cannot be read: larger than {LARGEST >> 20} MB")
    return data
