"""A value of a YAML file, with the place where it stands, and the error of a file that has none."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple


class YamlError(Exception):
    """The bytes cannot be read; line and column count from 1."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(f"{line}:{column}: {message}")
        self.message = message
        self.line = line
        self.column = column


class Node(NamedTuple):
    """A value of the file, `decode(data)[start:end]`.

    `value` is a str, a list of Nodes, or a list of (key, value) pairs of Nodes. `style` is one of
    "" ' " | > for a text and "" otherwise; `flow` is true of `[…]` and `{…}`. What is written as a
    block ends where its last value ends; a block text ends after its line end.
    """

    kind: Literal["text", "list", "map"]
    value: Any
    start: int
    end: int
    line: int
    column: int
    flow: bool = False
    style: str = ""

    @property
    def text(self) -> str:
        """The text, "" of a list or a mapping."""
        return self.value if self.kind == "text" else ""

    @property
    def items(self) -> list[Node]:
        """The items of a list, none of anything else."""
        return self.value if self.kind == "list" else []

    @property
    def pairs(self) -> list[tuple[Node, Node]]:
        """The keys and values of a mapping in the order written, none of anything else."""
        return self.value if self.kind == "map" else []

    @property
    def is_null(self) -> bool:
        """Whether nothing stands here: no value at all, `~` or `null`."""
        return (
            self.kind == "text"
            and self.style == ""
            and self.value in ("", "~", "null", "Null", "NULL")
        )

    def get(self, key: str) -> Node | None:
        """The value of a mapping at `key`."""
        for name, value in self.pairs:
            if name.value == key:
                return value
        return None

    def plain(self) -> Any:
        """The same as str, list and dict."""
        if self.kind == "text":
            return self.value
        if self.kind == "list":
            return [item.plain() for item in self.items]
        return {key.value: value.plain() for key, value in self.pairs}
