"""A draft as it is named on the command line: a file, or - for stdin."""

from __future__ import annotations

import sys
from pathlib import Path

from tui.corpus import Unreadable
from tui.corpus.decoding import decode
from tui.model import UsageError


def read(draft: str) -> str:
    """The text of a draft; UsageError if it cannot be read."""
    try:
        data = sys.stdin.buffer.read() if draft == "-" else Path(draft).read_bytes()
        return decode(data)[0]
    except OSError as error:
        raise UsageError(f"{draft} cannot be read: {error.strerror}") from None
    except Unreadable as error:
        raise UsageError(f"{draft} cannot be read: {error.reason}") from None
