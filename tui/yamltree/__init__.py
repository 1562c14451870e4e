"""YAML as a tree of texts, lists and mappings that know where they stand; the one door to PyYAML.

Only events are read, never objects: every scalar stays text (`no`, `1:30`, `2024-01-02` too). What
can explode, act or deceive is refused: aliases, tags, merge keys, deep nesting, a key given twice.

PyYAML takes 15 ms to import, and most commands read no YAML: it is imported with the first file.
"""

from __future__ import annotations

from tui.yamltree.node import Node, YamlError

__all__ = ["Node", "YamlError", "decode", "parse"]


def decode(data: bytes) -> str:
    """The text of a file, without a byte-order mark; or a YamlError."""
    from tui.yamltree import reading

    return reading.decode(data)


def parse(data: bytes) -> Node | None:
    """The tree of a file, None of one with nothing in it; or a YamlError, and nothing else."""
    from tui.yamltree import reading

    return reading.parse(data)
