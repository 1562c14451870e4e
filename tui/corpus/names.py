"""Lines that are the names of people: `András Rácz and Alina Hrytsenko`, `By Kadri Liik`."""

from __future__ import annotations

import re

from tui.corpus.shapes import without_note

LONGEST = 120
"""Characters of the longest line of names."""

_BY = re.compile(r"(?:(?:written |posted |reported )?by|authors?:|автор(?:ы)?:|текст:)\s+", re.I)
_BETWEEN = re.compile(r",\s*(?:and\s+)?|;\s*|\s+(?:and|und|et|y|и|й|та|&)\s+")
_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|[’'-](?=[^\W\d_]))*\.?|(?:[^\W\d_]\.){2,}")


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PARTICLES = _listed(
    """de da del della di du van von der den ten la le al el bin ibn ben kizi uulu oglu ogly
    оглы кызы фон ван де"""
)
_NOT_PEOPLE = _listed(
    """center centre institute university college school council department ministry office embassy
    house committee commission foundation association union news agency press times post journal
    review daily today magazine staff summary report note notes editorial overview history presence
    background abstract contents appendix chapter part section memorandum telegram letter policy
    remarks conclusions talks thoughts side sides chinese russian american soviet british french
    german japanese ukrainian european western mr mrs ms messrs senator ambassador president
    secretary minister admiral the of on in to for from at with and
    центр институт университет министерство агентство газета журнал редакция глава часть
    приложение новости президент министр посол российский российские"""
)
_NO_SURNAME = re.compile(
    r"(?:tion|sion|ness|ical|ular|ology|ship|ics|ism|ция|ние|ость|ство|изм)s?$"
)
"""What an abstract noun or an adjective ends with."""


def names_in(line: str, text: str) -> tuple[str, ...]:
    """The names of a line that is nothing but names, none of any other line.

    Without a `By` before them they are names only if `text` has their words nowhere in lower case.
    """
    said = without_note(line)
    if len(said) > LONGEST:
        return ()
    by = _BY.match(said)
    names = tuple(name.strip() for name in _BETWEEN.split(said[by.end() if by else 0 :]))
    if not all(map(_is_name, names)):
        return ()
    if by or not any(_is_common(word, text) for name in names for word in name.split()):
        return names
    return ()


def is_signed(line: str) -> bool:
    """Whether a line begins with `By` or the like."""
    return _BY.match(line) is not None


def is_about(line: str, names: tuple[str, ...]) -> bool:
    """Whether a line begins with one of the names, perhaps a longer form: `Ivan A. Petrov is …`."""
    words = line.split(None, 5)
    return any(name.split()[0] == words[0] and name.split()[-1] in words[1:5] for name in names)


def _is_name(name: str) -> bool:
    tokens = name.split()
    capitals = sum(token[0].isupper() for token in tokens)
    return (
        1 < len(tokens) < 6
        and capitals > 1
        and tokens[0][0].isupper()
        and len(tokens[-1]) > 1
        and all(_TOKEN.fullmatch(t) and (t[0].isupper() or t in _PARTICLES) for t in tokens)
        and not any(_is_no_name(token.casefold().rstrip(".")) for token in tokens)
    )


def _is_no_name(folded: str) -> bool:
    return folded in _NOT_PEOPLE or _NO_SURNAME.search(folded) is not None


def _is_common(word: str, text: str) -> bool:
    """Whether `text` has a word of a name in lower case too."""
    lower = word.lower()
    return (
        len(word) > 2
        and lower not in _PARTICLES
        and lower in text
        and re.search(rf"\b{re.escape(lower)}\b", text) is not None
    )
