"""The short name of a publication, by which a draft refers to it: author or source, year, word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from tui.citation.wording import family_and_given
from tui.model import Facts
from tui.words import plain

_UNDATED = "nd"
_WORD = re.compile(r"[^\W_]+")
_LITTLE = frozenset(
    re.split(
        r"\s+",
        """a an the of and or in on at to for from by with as is are be it its into not but vs via
        и в во на с со о об от до для по при за из к как не что а но""",
    )
)
"""Words that say nothing of a title."""


def key_of(doc: str, facts: Facts, others: Iterable[tuple[str, Facts]]) -> str:
    """The key of a text, with as many words of its title as tell it from the `others`."""
    taken = {key for other in others if other[0] != doc for key in _keys(*other)}
    keys = list(_keys(doc, facts))
    return next((key for key in keys if key not in taken), keys[-1])


def _keys(doc: str, facts: Facts) -> Iterator[str]:
    """Ever longer keys of a text: one more word of its title each time, at last its file's name."""
    file = _words(PurePosixPath(doc).stem)
    title = [word for word in _words(facts.title or "") if word not in _LITTLE] or file
    lead = [*_who(facts), (facts.date or _UNDATED)[:4]]
    for number in range(1, len(title) + 1):
        yield "-".join([*lead, *title[:number]])
    yield "-".join([*lead, *title, *file])


def _who(facts: Facts) -> list[str]:
    """The family name of the first author, else the first words of the source."""
    if not facts.authors:
        return _words(facts.source or "")[:2]
    name = family_and_given(facts.authors[0])
    return _words(name[0] if name else facts.authors[0])


def _words(text: str) -> list[str]:
    return _WORD.findall(plain(text).casefold())
