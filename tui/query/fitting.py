"""The words of an index that fit what stands for several: a wildcard, typos, a pattern."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fnmatch import fnmatchcase
from heapq import nsmallest
from string import ascii_lowercase, digits
from time import monotonic

from tui.model import Span
from tui.query import regex
from tui.query.capitals import NAME, bare, both
from tui.query.engine import Engine
from tui.query.tree import Terms

MOST_FORMS = 500
"""Words that one wildcard, fuzzy word or regular expression may stand for: the most frequent."""
SECONDS = 0.3
"""How long a query may look for words that fit its patterns."""
SHORT, SAMPLE = 2, 4_000
"""A word of which so few letters are typed means the frequent ones of a sample of so many texts."""
FEW, ENOUGH = 20, 2_000
"""So many words at least, and as many more as it takes until so many texts will have them."""

Entry = tuple[str, int]
"""A word of the corpus, names too, and how many documents have it."""


class Fitting:
    """The words for one query.

    Of a query that `is_unfinished` one or two letters stand for frequent words only.
    """

    def __init__(self, engine: Engine, *, is_unfinished: bool) -> None:
        self._engine = engine
        self._is_unfinished = is_unfinished
        self._end = monotonic() + SECONDS

    def wildcard(self, span: Span, pattern: str) -> Terms:
        """What a word with `*` or `?` stands for."""
        beginning = pattern.split("*", maxsplit=1)[0].split("?", maxsplit=1)[0]
        if pattern != beginning + "*":
            begun = self._beginning_with(beginning)
            fits = (entry for entry in begun if fnmatchcase(bare(entry[0]), pattern))
            return _most_frequent(span, fits)
        is_short = self._is_unfinished and len(beginning) <= SHORT
        return (self._frequent(span, beginning) if is_short else None) or _most_frequent(
            span, self._beginning_with(beginning)
        )

    def fuzzy(self, span: Span, word: str, typos: int | None) -> Terms:
        """What differs from a word by up to so many typos; None: as many as its length allows."""
        from rapidfuzz.distance import OSA

        if self._is_late:
            return _nothing_yet(span)
        most = typos or (1 if len(word) <= 5 else 2)
        found = [
            (term, count)
            for term, count in self._beginning_with(word[0])
            if OSA.distance(word, bare(term), score_cutoff=most) <= most
        ]
        for term in _begun_wrong(word):
            if count := len(self._engine.documents("words", (term,))):
                found.append((term, count))
        return _most_frequent(span, found)

    def regex(self, span: Span, pattern: str) -> Terms:
        """What fits a regular expression as a whole."""
        if self._is_late:
            return _nothing_yet(span)
        begun = self._beginning_with(regex.beginning(pattern))
        entries, is_all = regex.fitting(regex.compiled(pattern), begun)
        found = _most_frequent(span, entries)
        return found if is_all else replace(found, left_out=found.left_out + 1)

    @property
    def _is_late(self) -> bool:
        return monotonic() > self._end

    def _beginning_with(self, beginning: str) -> Iterator[Entry]:
        yield from self._engine.vocabulary("words", beginning)
        if beginning:
            yield from self._engine.vocabulary("words", NAME + beginning)

    def _frequent(self, span: Span, beginning: str) -> Terms | None:
        """The frequent words of a large corpus that begin so; None if no sample tells of them."""
        if (texts := len(self._engine.everything())) <= SAMPLE:
            return None
        enough = ENOUGH * SAMPLE / texts
        sampled = [
            entry
            for begun in (beginning, NAME + beginning)
            for entry in self._engine.sample("words", begun, SAMPLE)
        ]
        found = _most_frequent(span, sampled)
        counts = dict(sampled)
        covered, number = 0, 0
        for number, word in enumerate(found.forms, 1):
            covered += sum(counts.get(term, 0) for term in (word, NAME + word))
            if number >= FEW and covered >= enough:
                break
        if covered < enough:
            return None
        forms = found.forms[:number]
        terms = tuple(term for term in found.terms if bare(term) in forms)
        return replace(found, terms=terms, forms=forms, left_out=1)


def _most_frequent(span: Span, entries: Iterable[Entry]) -> Terms:
    """The terms found, with the number of their documents, up to `MOST_FORMS` words."""
    listed = entries if isinstance(entries, list) else list(entries)
    counts: dict[str, int] = {}
    for term, count in listed:
        word = bare(term)
        counts[word] = counts.get(word, 0) + count
    kept = nsmallest(MOST_FORMS, counts, key=lambda word: (-counts[word], word))
    terms: dict[str, list[str]] = {word: [] for word in kept}
    for term, _ in listed:
        if (of := terms.get(bare(term))) is not None:
            of.append(term)
    found = tuple(term for word in kept for term in terms[word])
    return Terms(span, "words", found, tuple(kept), len(counts) - len(kept))


def _nothing_yet(span: Span) -> Terms:
    """Of what is asked for when the time is over: that there may be something."""
    return Terms(span, "words", (), (), left_out=1)


def _begun_wrong(word: str) -> Iterator[str]:
    """The terms of all that differs from `word` by one typo, and in the first letter."""
    letters = ascii_lowercase + digits if word.isascii() else "абвгдежзийклмнопрстуфхцчшщъыьэюя"
    others = {word[1:], word[1] + word[0] + word[2:]}
    others |= {letter + rest for letter in letters for rest in (word, word[1:])}
    for other in sorted(others):
        if other[0] != word[0]:
            yield from both(other)
