"""How help is laid out: paragraphs filled to the width, rows of a table left as they are."""

from __future__ import annotations

import argparse
import re
import textwrap
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

_COLUMN = re.compile(r"\S {2,}(?=\S)")
"""Where the last column of a row begins."""
_DEEP = 6
"""Spaces in front of what belongs to the row above."""
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")

MANNERS = """\
exit status
  0    found, or done
  1    nothing found, an unknown name or text, or a check that found problems
  2    the call or the query is wrong
  3    the corpus, the registry or the index cannot be used
  4    another program holds the lock of the one who writes
  130  interrupted

environment
  READROOM_CORPUS    the corpus, where --corpus is not given
  READROOM_REGISTRY  the registry, where --registry is not given
  NO_COLOR           no colours
  VISUAL, EDITOR     what e on the screen opens a text in, the first one that is set
  PAGER              what P pages it in
  XDG_CONFIG_HOME, XDG_CACHE_HOME, XDG_STATE_HOME, XDG_DATA_HOME
                     where readroom/ keeps config.yaml and keys.yaml; the index; saved queries,
                     history and positions; decisions that cannot lie beside the registry.
                     --root DIR has all of them below DIR

readroom COMMAND --help says what a command takes and what it answers in JSON. Nothing here ever
opens a connection."""


class HelpLines(argparse.HelpFormatter):
    """Fills paragraphs, keeps tables."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in laid(text, width))


def laid(text: str, width: int) -> Iterator[str]:
    """The lines of a help text at a width."""
    for number, block in enumerate(_PARAGRAPH_END.split(text.strip("\n"))):
        if number:
            yield ""
        for is_row, lines in runs(block):
            if is_row:
                for line in lines:
                    yield from _row(line, width)
            else:
                yield from textwrap.wrap(_spaced(" ".join(lines)), width, break_on_hyphens=False)


def runs(block: str) -> Iterator[tuple[bool, list[str]]]:
    """The lines of a block, those of prose together; whether they are rows of a table."""
    lines = block.splitlines()
    rows = [_is_row(*pair) for pair in zip(lines, [*lines[1:], ""], strict=True)]
    for is_row, group in groupby(zip(rows, lines, strict=True), itemgetter(0)):
        found = [line for _, line in group]
        yield is_row, _whole_rows(found) if is_row else found


def _is_row(line: str, following: str) -> bool:
    """Whether a line has columns, or its last one stands below it."""
    has_more = following.startswith(" " * (_DEEP + 1))
    return line.startswith(" ") or bool(_COLUMN.search(line)) or has_more


def _whole_rows(lines: list[str]) -> list[str]:
    """Rows, with what goes on below a last column put behind it."""
    rows: list[str] = []
    for line in lines:
        margin = len(line) - len(line.lstrip())
        if rows and margin > _DEEP and abs(margin - _hang(rows[-1])) <= 1:
            rows[-1] += f" {line.strip()}"
        else:
            rows.append(line)
    return rows


def _hang(row: str) -> int:
    """Where what is too long for a row goes on."""
    columns = [match.end() for match in _COLUMN.finditer(row)]
    margin = len(row) - len(row.lstrip())
    return columns[-1] if columns else margin if margin > _DEEP else margin + 2


def _row(line: str, width: int) -> list[str]:
    """A row, folded below its last column where it is too long."""
    indent = _hang(line)
    if len(line) <= width or indent > width // 2:
        return [line]
    return textwrap.wrap(
        _spaced(line),
        width,
        subsequent_indent=" " * indent,
        break_on_hyphens=False,
        replace_whitespace=False,
    )


def _spaced(line: str) -> str:
    """A line that may be broken between the keys of a shape of JSON."""
    return line.replace(',"', ', "')
