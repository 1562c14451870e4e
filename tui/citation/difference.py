"""What became of a passage, word by word: the [-old-] and the {+new+}."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from tui.words import split


def difference(old: str, new: str) -> str:
    """Both texts in one, white space in it single spaces."""
    before, after = list(_pieces(old)), list(_pieces(new))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    marked = []
    for kind, i, j, k, m in matcher.get_opcodes():
        gone, come = "".join(before[i:j]), "".join(after[k:m])
        if kind == "equal":
            marked.append(gone)
        else:
            marked += [f"[-{gone}-]"] * bool(gone) + [f"{{+{come}+}}"] * bool(come)
    return "".join(marked)


def _pieces(text: str) -> Iterator[str]:
    """The words of a text, and each character between them."""
    level = " ".join(text.split())
    found = split(level)
    end = 0
    for start, stop in zip(found.starts, found.ends, strict=True):
        yield from level[end:start]
        yield level[start:stop]
        end = stop
    yield from level[end:]
