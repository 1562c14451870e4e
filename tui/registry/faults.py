"""The problems of a registry as they are found, each at its node."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tui.model import Problem
from tui.yamltree import Node, YamlError

MOST = 1_000
"""Problems of one severity that are listed; nobody reads more."""


@dataclass
class Faults:
    """The problems found so far, in the order of the files."""

    file: str = ""
    errors: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def error(self, node: Node, what: str) -> None:
        """What makes a record wrong."""
        self.errors.append(Problem(self.file, node.line, node.column, what))

    def warning(self, node: Node, what: str) -> None:
        """What is odd, but may be meant."""
        self.warnings.append(Problem(self.file, node.line, node.column, what, "warning"))

    def problems(self) -> Iterator[Problem]:
        """The first of each severity, and how many more there are."""
        for found in (self.errors, self.warnings):
            yield from found[:MOST]
            if len(found) > MOST:
                last = found[-1]
                yield replace(last, what=f"{len(found) - MOST} more like these are not listed")


def unreadable(file: str, error: OSError | YamlError) -> Problem:
    """The problem of a file that cannot be read, or not as YAML."""
    if isinstance(error, YamlError):
        return Problem(file, error.line, error.column, error.message)
    return Problem(file, 1, 1, (error.strerror or "cannot be read").lower())


def shown(text: str) -> str:
    """`text` in quotes, short, with what does not print escaped."""
    return repr(text if len(text) <= 40 else text[:39] + "…")
