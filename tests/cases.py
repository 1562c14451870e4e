"""Test cases written as a page: a line of text, and indented below it what it gives."""

from collections.abc import Iterator
from textwrap import dedent

Case = tuple[str, list[str]]


def cases(page: str) -> list[Case]:
    """The cases of a page; ⏎ in a text stands for a line end."""
    return list(_cases(dedent(page).strip("\n").splitlines()))


def _cases(lines: list[str]) -> Iterator[Case]:
    text, given = lines[0], list[str]()
    for line in lines[1:]:
        if line.startswith(" "):
            given.append(line.strip())
            continue
        yield text.replace("⏎", "\n"), given
        text, given = line, []
    yield text.replace("⏎", "\n"), given
