"""Where a text reads much like some words: runs of them, most of them, in the same order.

Only runs count: single words of a language stand everywhere, three in a row seldom by chance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

RUN = 3
"""Words in a row that count as shared."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a text that read alike; `pairs` are numbers of the same word, wanted and found.

    `share` is how many of the wanted words are among them, from 0 to 1.
    """

    share: float
    pairs: tuple[tuple[int, int], ...]

    @property
    def first(self) -> int:
        """The first word of the text that is also wanted."""
        return self.pairs[0][1]

    @property
    def last(self) -> int:
        """The last word of the text that is also wanted."""
        return self.pairs[-1][1]


def alike(terms: Sequence[str], wanted: Sequence[str], least: float) -> list[Stretch]:
    """The stretches with at least a `least` share of the wanted words, the closest first.

    No two of them overlap.
    """
    run = min(RUN, len(wanted))
    windows = _windows(terms, wanted, run, least)
    found = (_stretch(terms, wanted, run, start, end) for start, end in windows)
    kept: list[Stretch] = []
    for stretch in sorted(found, key=lambda s: (-s.share, s.pairs)):
        if stretch.share < least:
            break
        if all(stretch.last < other.first or other.last < stretch.first for other in kept):
            kept.append(stretch)
    return kept


def _stretch(
    terms: Sequence[str], wanted: Sequence[str], run: int, start: int, end: int
) -> Stretch:
    matcher = SequenceMatcher(None, wanted, terms[start:end], autojunk=False)
    pairs = tuple(
        (block.a + n, start + block.b + n)
        for block in matcher.get_matching_blocks()
        if block.size >= run
        for n in range(block.size)
    )
    return Stretch(len(pairs) / len(wanted), pairs)


def _windows(
    terms: Sequence[str], wanted: Sequence[str], run: int, least: float
) -> Iterator[tuple[int, int]]:
    """Windows with enough of the runs, in whatever order.

    A passage that is only shifted has all its words at one distance from where they are wanted; an
    edit in it changes the distance a little.
    """
    width = len(wanted)
    slack = width // 4 + 2
    pending: list[tuple[int, int]] = []
    for distance, at in [*sorted(_shared(terms, wanted, run)), (len(terms) + 2 * width, 0)]:
        if pending and (distance - pending[-1][0] > slack or distance - pending[0][0] > width):
            held = {word + n for _, word in pending for n in range(run)}
            if len(held) >= least * width:
                yield max(0, pending[0][0] - slack), pending[-1][0] + width + slack
            pending = [one for one in pending if distance - one[0] <= slack]
        pending.append((distance, at))


def _shared(terms: Sequence[str], wanted: Sequence[str], run: int) -> Iterator[tuple[int, int]]:
    """For each run that is also wanted how far on it stands in the text, and its wanted place."""
    places = defaultdict(list)
    for at, words in enumerate(zip(*(wanted[n:] for n in range(run)), strict=False)):
        places[words].append(at)
    for found, words in enumerate(zip(*(terms[n:] for n in range(run)), strict=False)):
        for at in places.get(words, ()):
            yield found - at, at
