"""What became of a passage, word by word: the [-old-] and the {+new+}."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from tui.words import split

_SHOWN = 40
"""Characters on either side of a change that are shown at least."""


def difference(old: str, new: str) -> str:
    """Both texts in one, white space in it single spaces; what is the same is shown in part."""
    before, after = list(_pieces(old)), list(_pieces(new))
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    marked = []
    for number, (kind, i, j, k, m) in enumerate(codes):
        gone, come = "".join(before[i:j]), "".join(after[k:m])
        if kind == "equal":
            marked.append(_short(gone, number > 0, number < len(codes) - 1))
        else:
            marked += [f"[-{gone}-]"] * bool(gone) + [f"{{+{come}+}}"] * bool(come)
    return "".join(marked)


def _short(text: str, is_behind: bool, is_before: bool) -> str:
    """What is the same, cut where no change is near; it may be behind one and before another."""
    head = text.find(" ", _SHOWN) + 1 if is_behind else 0
    tail = text.rfind(" ", 0, -_SHOWN) if is_before else len(text)
    if tail - head < _SHOWN or (is_behind and not head):
        return text
    return f"{text[:head]}…{text[tail:]}"


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
