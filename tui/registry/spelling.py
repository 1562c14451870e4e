"""One way to write an alias, and whether a place in a text is written that way.

A trie of folded words finds the places. What folding levels is judged here: case, the signs between
the words and next to them, and the surroundings that an alias asks for.
"""

from __future__ import annotations

import re
from functools import cached_property

from tui.model import Alias, Span
from tui.runs import APOSTROPHES, CURRENCY, DASHES
from tui.words import LONGEST, Words, plain, split

EXACT, CAPITALS, FOLDED = range(3)
"""How closely a place is written like the alias, closest first."""

_FEWEST_CAPITALS = 4
"""Letters of an alias that counts in capitals too, as in a heading."""
_SHORTEST_BEFORE_NUMBER = 3
"""Letters of a word that stands for itself before `-35`, as `MiG` does; `Su` and `S` do not."""
_QUOTES = '"“”„‟«»‹›″＂'
_LEVEL = str.maketrans(
    dict.fromkeys(DASHES, "-") | dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(_QUOTES, '"')
)
_LOOK_ALIKE = str.maketrans("авекмнорстухіѕјАВЕКМНОРСТУХІЅЈ", "abekmhopctyxisjABEKMHOPCTYXISJ")
_SPACE = re.compile(r"\s+")
_JOINS = frozenset(DASHES + ".,:&+%" + CURRENCY)


class Spelling:
    """An alias of an entity in one of its forms; `terms` are its words, none if it has no word."""

    def __init__(self, entity: str, alias: Alias, surface: str, is_plural: bool = False) -> None:
        """An alias as `surface`; a plural one, `ICBMs`, gets an s that is outside its spans."""
        self.entity = entity
        self.alias = alias
        self._surface = surface = surface + "s" if is_plural else surface
        self._tail = int(is_plural)
        self.terms, start, end = _terms(surface)
        self._core = surface[start:end]
        self._ahead, self._behind = surface[:start], surface[end:]
        self.is_full_name = alias.kind == "name" and len(self.terms) > 1
        self.is_weak = alias.kind == "weak"
        self.is_tied = bool(alias.before or alias.after or alias.only_in)
        """Whether it counts in some surroundings alone; there it beats one that counts anywhere."""
        barred = alias.not_before or alias.not_after or alias.not_in
        self.counts_anywhere = not (self.is_tied or barred)

    @property
    def can_count(self) -> bool:
        """Whether it has a word, and more than a letter unless it is tied to its surroundings."""
        is_letter = len(self._core) == 1 and self._core.lower() != self._core.upper()
        return bool(self.terms) and (self.is_tied or not is_letter)

    @property
    def designator(self) -> str | None:
        """The term of an alias that is one designator, `s-400`."""
        last = len(self.terms) - 1
        if not last or " " in self._core:
            return None
        return next((form.term for form in self._found.forms if form.last == last), None)

    def span_in(self, text: str, start: int, end: int) -> Span | None:
        """The span of the alias whose words stand from `start` to `end`, with its outer signs.

        None where these are missing, or something joined to it makes another word of it.
        """
        if self._ahead or self._behind:
            first, last = start - len(self._ahead), end + len(self._behind)
            if first < 0 or _level(text[first:start]) != _level(self._ahead):
                return None
            if _level(text[end:last]) != _level(self._behind):
                return None
            start, end = first, last
        return Span(start, end - self._tail) if _is_whole(text, start, end) else None

    def closeness(self, text: str, words: Words, first: int, last: int, end: int) -> int | None:
        """How closely the words `first` to `last`, which end at `end`, are written like this.

        Of a single word its characters alone decide.
        """
        starts, ends = words.starts, words.ends
        if text[starts[first] : end] == self._core:
            return EXACT
        for at, gap in enumerate(self._gaps, first):
            if _gap(text[ends[at] : starts[at + 1]]) != gap:
                return None
        closeness = EXACT
        for at, own in enumerate(self._words, first):
            there = _plain(text[starts[at] : end if at == last else ends[at]])
            if there == own:
                continue
            if self._may_be_capitals and there == own.upper():
                closeness = max(closeness, CAPITALS)
            elif self.alias.case == "fold" and there.casefold() == own.casefold():
                closeness = FOLDED
            else:
                return None
        return closeness

    @cached_property
    def _found(self) -> Words:
        return split(self._surface)

    @cached_property
    def _words(self) -> list[str]:
        found = self._found
        return [_plain(self._surface[s:e]) for s, e in zip(found.starts, found.ends, strict=True)]

    @cached_property
    def _gaps(self) -> list[str]:
        starts, ends = self._found.starts, self._found.ends
        return [_gap(self._surface[e:s]) for e, s in zip(ends, starts[1:], strict=False)]

    @cached_property
    def _may_be_capitals(self) -> bool:
        letters = sum(char.isalpha() for char in self._core)
        return letters >= _FEWEST_CAPITALS and not self._tail

    def is_welcome(self, words: Words, first: int, last: int) -> bool:
        """Whether the words around are those that the alias asks for, and none that it bars."""
        if not self._around:
            return True
        before, not_before, after, not_after = self._around
        terms = words.terms

        def follows(runs: list[list[str]]) -> bool:
            return any(terms[last + 1 : last + 1 + len(run)] == run for run in runs)

        def precedes(runs: list[list[str]]) -> bool:
            return any(terms[max(0, first - len(run)) : first] == run for run in runs)

        return (
            (not before or follows(before))
            and (not after or precedes(after))
            and not follows(not_before)
            and not precedes(not_after)
        )

    @cached_property
    def _around(self) -> list[list[list[str]]]:
        alias = self.alias
        conditions = (alias.before, alias.not_before, alias.after, alias.not_after)
        if not any(conditions):
            return []
        return [[run for text in texts if (run := split(text).terms)] for texts in conditions]

    def counts_in(self, doc: str) -> bool:
        """Whether the alias counts in this document."""
        only, never = self.alias.only_in, self.alias.not_in
        return (not only or any(_is_named(doc, name) for name in only)) and not any(
            _is_named(doc, name) for name in never
        )


def _terms(surface: str) -> tuple[tuple[str, ...], int, int]:
    """The words of a surface, where the first begins and the last ends."""
    if surface.isascii() and surface.replace(" ", "").isalnum() and len(surface) < LONGEST:
        terms = surface.lower().split(" ")
        if all(terms):
            return tuple(terms), 0, len(surface)  # what split does, ten times faster
    found = split(surface)
    if not found.terms:
        return (), 0, 0
    return tuple(found.terms), found.starts[0], found.ends[-1]


def _is_named(doc: str, name: str) -> bool:
    """Whether `name` is the id, or a beginning of it that ends where a word of the id ends.

    So `002` is `002_ab.txt` but `2` is not `20.txt`, whatever other documents there are.
    """
    if not name or not doc.startswith(name):
        return False
    rest = doc[len(name) :]
    return not (rest[:1].isalnum() and name[-1].isalnum())


def _plain(word: str) -> str:
    if word.isascii() and word.isalnum():
        return word
    return plain(word).translate(_LOOK_ALIKE).rstrip(".")


def _level(signs: str) -> str:
    return _SPACE.sub(" ", signs.translate(_LEVEL))


def _gap(signs: str) -> str:
    """What stands between two words; white space and a dash that joins them are the same."""
    level = _level(signs)
    return " " if level == "-" else level


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether nothing joined to the words makes another word of them: a number, a designator."""
    if start and text[start - 1] in _JOINS and _is_tail(text, start):
        return False
    return end == len(text) or text[end] not in _JOINS or not _is_head(text, start, end)


def _is_tail(text: str, start: int) -> bool:
    sign, inner = text[start - 1], text[start]
    is_joined = start > 1 and text[start - 2].isalnum()
    if sign == "&":
        return is_joined
    return inner.isdigit() and (sign in CURRENCY or is_joined)


def _is_head(text: str, start: int, end: int) -> bool:
    sign, inner, outer = text[end], text[end - 1], text[end + 1 : end + 2]
    if sign == "+":
        return inner != "+" and not outer.isalnum()
    if sign == "%":
        return inner.isdigit()
    if sign == "&":
        return outer.isalnum()
    if not outer.isdigit():
        return False
    if inner.isdigit():
        return sign not in CURRENCY
    at = end
    while at > start and text[at - 1].isalpha():
        at -= 1
    return sign in DASHES and end - at < _SHORTEST_BEFORE_NUMBER
