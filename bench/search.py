"""How long the Catalogue takes to answer, by kind of query: a Markdown table.

    python bench/search.py CORPUS [--registry FILE] [--root DIR] [--rounds 5] [--each 20]

CORPUS is indexed first if it is not, below --root or in the user's cache. Words are drawn from its
own vocabulary by their frequency, always the same. Every round asks every query once, all kinds
mixed, so that a busy moment strikes all alike; a query is cold at first and warm later on, as for
one who types. Milliseconds on the clock, p50 and p95; those of the processor, p95; `ratio` is the
p50 to that of a common word, ranked. Typing is `catalog.typing.typed`, the answers of which are
light; what is then shown is in the rows of `details`, and in those of the pane: all that it asks
for after a key, with the hits in full that it lists at first.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import quantiles

from tui.catalog.details import details
from tui.catalog.facets import facets
from tui.catalog.room import Room, open_room
from tui.catalog.searching import search
from tui.catalog.typing import ranked, typed
from tui.catalog.wish import Wish
from tui.screen.enquiry import FIRST_HITS, answers
from tui.screen.question import Question

FLOOR = "ranked: a common word"
"""The kind that the others are compared with."""
SHOWN = 20
BARS = {"typing": 40.0, "ranked: a common word": 60.0}
"""Milliseconds at p95 that a kind, or a group of kinds, may take on 10,000 texts."""


@dataclass
class Times:
    """Milliseconds of each call, on the clock and of the processor."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def take(self, call: Callable[[], object]) -> None:
        """Time one call."""
        cpu, wall = time.thread_time(), time.perf_counter()
        call()
        self.wall.append((time.perf_counter() - wall) * 1e3)
        self.cpu.append((time.thread_time() - cpu) * 1e3)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus")
    parser.add_argument("--registry")
    parser.add_argument("--root")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--each", type=int, default=20, help="queries of each kind")
    asked = parser.parse_args()
    room = open_room(Wish(asked.corpus, asked.registry, asked.root), budget=None)
    dice = random.Random(10_000)
    calls = [
        (kind, timed(kind, room, query))
        for kind, queries in kinds(Words(room, dice), asked.each).items()
        for query in queries
    ]
    times: defaultdict[str, Times] = defaultdict(Times)
    for _ in range(asked.rounds):
        for kind, call in dice.sample(calls, len(calls)):
            times[kind].take(call)
    order = dict.fromkeys(kind for kind, _ in calls)
    print(f"{len(room.view.everything()):,} texts, Python {platform.python_version()}, ", end="")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
    report({kind: times[kind] for kind in order})


class Words:
    """Words of a corpus to draw from: common ones are in a tenth of its texts, rare ones in few."""

    def __init__(self, room: Room, dice: random.Random) -> None:
        texts = len(room.view.everything())
        known = [(w, n) for w, n in room.view.vocabulary("words") if w.isalpha() and len(w) > 2]
        self.common = [word for word, count in known if count >= texts / 10]
        self.middling = [word for word, count in known if texts / 100 <= count < texts / 10]
        self.rare = [word for word, count in known if 2 <= count <= 10]
        counts = {id_: room.view.counts(id_)[1] for id_ in room.registry.entities}
        self.names = [id_ for id_, count in counts.items() if count > 1 and id_.isascii()]
        self.dice = dice

    def pick(self, words: Sequence[str]) -> str:
        """One of them; where there is none, a word that nobody writes."""
        return self.dice.choice(words) if words else "xyzzy"


def kinds(words: Words, each: int) -> Mapping[str, list[str]]:
    """The queries of each kind."""

    def some(make: Callable[[], str]) -> list[str]:
        return list(dict.fromkeys(make() for _ in range(each)))

    def common() -> str:
        return words.pick(words.common)

    def middling() -> str:
        return words.pick(words.middling)

    def name() -> str:
        return f"@{words.pick(words.names)}"

    def begun(word: str) -> str:
        return word[: words.dice.randint(3, len(word))]

    return {
        "typing: one letter": some(lambda: common()[0]),
        "typing: two letters": some(lambda: common()[:2]),
        "typing: three letters and more": some(lambda: begun(common())),
        "typing: a rarer word": some(lambda: begun(words.pick(words.rare))),
        "typing: a second word": some(lambda: f"{common()} {begun(common())}"),
        "typing: a phrase": some(lambda: f'"{common()} {begun(common())}'),
        "typing: near another": some(lambda: f"{common()} NEAR/5 {begun(middling())}"),
        "typing: in a paragraph": some(lambda: f"{{{common()} {begun(middling())}"),
        "typing: a name": some(lambda: name()[: words.dice.randint(3, 8)]),
        "typing: with typos": some(lambda: f"{middling()}~"),
        FLOOR: some(common),
        "ranked: a rare word": some(lambda: words.pick(words.rare)),
        "ranked: two common words": some(lambda: f"{common()} {common()}"),
        "ranked: either of two": some(lambda: f"{common()} OR {middling()}"),
        "ranked: a name": some(name),
        "ranked: a beginning": some(lambda: f"{common()[:4]}*"),
        "ranked: a phrase": some(lambda: f'"{common()} {common()}"'),
        "ranked: near another": some(lambda: f"{common()} NEAR/5 {middling()}"),
        "ranked: in a paragraph": some(lambda: f"{{{common()} {middling()}}}"),
        "ranked: in the body": some(lambda: f"zone:body {middling()}"),
        "after a pause": some(lambda: begun(common())),
        f"details of {SHOWN}": some(middling),
        "pane: a common word begun": some(lambda: begun(common())),
        "pane: two words": some(lambda: f"{middling()} {begun(common())}"),
        "facets": some(middling)[: max(1, each // 5)],
    }


def timed(kind: str, room: Room, query: str) -> Callable[[], object]:
    """The call to time for a query of a kind."""
    if kind.startswith("typing"):
        return lambda: typed(room, query)
    if kind.startswith("ranked"):
        return lambda: search(room, query, limit=SHOWN).mentions_total
    if kind.startswith("pane"):
        return lambda: answers(room, Question(query), FIRST_HITS, paused=False)
    if kind == "after a pause":
        answer = typed(room, query)
        return lambda: ranked(room, answer).mentions_total
    if kind == "facets":
        return lambda: facets(room, search(room, query, limit=0).matches)
    found = search(room, query, limit=SHOWN)
    return lambda: list(details(room, found, found.hits))


def report(times: Mapping[str, Times]) -> None:
    """The table, and whether the bars were kept."""
    print("| call | calls | p50 | p95 | least | processor p95 | ratio |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    floor = spread(times[FLOOR].wall)[0]
    for kind, each in times.items():
        middle, high = spread(each.wall)
        figures = (middle, high, min(each.wall), spread(each.cpu)[1])
        row = [kind, str(len(each.wall)), *(f"{figure:.1f}" for figure in figures)]
        print(f"| {' | '.join(row)} | {middle / floor:.1f} |")
    for group, bar in BARS.items():
        here = {kind: each for kind, each in times.items() if kind.startswith(group)}
        wall = spread([ms for each in here.values() for ms in each.wall])[1]
        cpu = spread([ms for each in here.values() for ms in each.cpu])[1]
        over = [kind for kind, each in here.items() if spread(each.wall)[1] > bar]
        print(f"\n{group}: p95 {wall:.1f} ms, of the processor {cpu:.1f}; the bar is {bar:.0f}")
        print(f"kinds above it: {', '.join(over) or 'none'}")


def spread(values: Sequence[float]) -> tuple[float, float]:
    """The 50th and the 95th of a hundred parts."""
    parts = quantiles(values, n=100, method="inclusive") if len(values) > 1 else [*values] * 99
    return parts[49], parts[94]


if __name__ == "__main__":
    sys.exit(main())
