"""Collocates: what stands near a node, word or entity, and how much more often than by chance.

What is counted is surface co-occurrence: the words of all windows around the nodes, each word once
however many windows it is in, are compared with the words of the rest of the corpus (S. Evert,
Corpora and Collocations, 2008, sections 3 and 4). A window ends with its paragraph, and the nodes'
own words are in none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from tui.counts import number
from tui.model import Mention, Span, UsageError
from tui.prose import paragraphs
from tui.statistics import expected, log_dice, log_likelihood, mutual_information, t_score
from tui.words import Words, split

Measure = Literal["ll", "mi", "t", "logdice"]
MEASURES: tuple[Measure, ...] = get_args(Measure)
WIDEST = 20
LEAST_TEXTS = 6
"""Fewer texts than these are too few for a test to mean anything."""


@dataclass
class Windows:
    """The words and the entities in the windows around nodes, counted text by text."""

    left: int
    right: int
    texts: int = 0
    nodes: int = 0
    node_words: int = 0
    size: int = 0
    """Words in all windows."""
    before: Counter[str] = field(default_factory=Counter)
    behind: Counter[str] = field(default_factory=Counter)
    named_before: Counter[str] = field(default_factory=Counter)
    named_behind: Counter[str] = field(default_factory=Counter)
    own: Counter[str] = field(default_factory=Counter)
    """The words of the nodes themselves, which are in no window."""

    def add(self, text: str, nodes: Sequence[Span], mentions: Iterable[Mention]) -> None:
        """Count what stands around the nodes of a text, which ascend."""
        blocks = paragraphs(text)
        starts = [block.start for block in blocks]
        inside: dict[int, list[Span]] = {}
        for node in nodes:
            inside.setdefault(max(0, bisect_right(starts, node.start) - 1), []).append(node)
        named: dict[int, list[Mention]] = {}
        for mention in mentions:
            named.setdefault(bisect_right(starts, mention.span.start) - 1, []).append(mention)
        for at, here in inside.items():
            block = blocks[at]
            self._add(text[slice(*block)], block.start, here, named.get(at, ()))
        self.texts += bool(nodes)

    def _add(self, block: str, at: int, nodes: Sequence[Span], named: Iterable[Mention]) -> None:
        found = split(block)
        extents = [_extent(found, node.start - at, node.end - at) for node in nodes]
        own = {i for first, last in extents for i in range(first, last + 1)}
        sides: dict[int, Counter[str]] = {}
        for first, last in extents:
            for i in range(max(0, first - self.left), first):
                sides.setdefault(i, self.before)
            for i in range(last + 1, min(len(found), last + 1 + self.right)):
                sides[i] = self.behind
        for i in own & sides.keys():
            del sides[i]
        self.nodes += len(nodes)
        self.node_words += len(own)
        self.size += len(sides)
        self.own.update(found.terms[i] for i in own)
        for i, side in sides.items():
            side[found.terms[i]] += 1
        for mention in named:
            first, last = _extent(found, mention.span.start - at, mention.span.end - at)
            near = [sides[i] for i in range(first, last + 1) if i in sides]
            if mention.entity is not None and near and own.isdisjoint(range(first, last + 1)):
                names = self.named_before if near[0] is self.before else self.named_behind
                names[mention.entity] += 1


@dataclass(frozen=True, slots=True)
class Collocate:
    """A word or an entity near the nodes: how often before and behind them, and in the corpus.

    `expected` is how often it would be there by chance.
    """

    name: str
    before: int
    behind: int
    corpus: int
    expected: float
    ll: float
    mi: float
    t: float
    logdice: float

    @property
    def together(self) -> int:
        """How often it stands in a window."""
        return self.before + self.behind


def collocate(
    name: str, windows: Windows, sides: tuple[int, int], times: int, total: int
) -> Collocate:
    """A collocate that stands `sides` times before and behind, `times` in a corpus of `total`.

    The corpus is without the nodes. logDice, which knows no windows, compares with the nodes.
    """
    both = sum(sides)
    times = max(times, both)
    counts = both, windows.size, times, max(total, windows.size + times - both)
    near = min(both, windows.nodes)
    return Collocate(
        name,
        *sides,
        times,
        expected(*counts),
        log_likelihood(*counts),
        mutual_information(*counts),
        t_score(*counts),
        log_dice(near, windows.nodes, times),
    )


def strongest(found: Iterable[Collocate], by: Measure) -> list[Collocate]:
    """Collocates by a measure, the strongest first."""
    return sorted(found, key=lambda c: (-getattr(c, by), -c.together, c.name))


def window(spelled: str) -> tuple[int, int]:
    """How many words to the left and right "5" or "3,5" means; else UsageError."""
    sides = spelled.split(",")
    if len(sides) > 2 or not all(s.isdecimal() and number(s) <= WIDEST for s in sides):
        raise UsageError(
            f"{spelled!r} is no window", f"one number, or left,right: 5 or 3,5; up to {WIDEST}"
        )
    left, right = int(sides[0]), int(sides[-1])
    if not left + right:
        raise UsageError("a window of no words holds nothing")
    return left, right


def _extent(found: Words, start: int, end: int) -> tuple[int, int]:
    """The words that a stretch covers, first and last."""
    first = bisect_right(found.ends, start)
    return first, max(first, bisect_left(found.starts, end) - 1)
