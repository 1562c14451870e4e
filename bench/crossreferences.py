"""How long the cross-references take: a record, companions, the list of entities; a Markdown table.

    python bench/crossreferences.py CORPUS [--registry FILE] [--root DIR] [--rounds 7]

CORPUS is indexed first if it is not, below --root or in the user's cache. Each round opens the room
anew, so that nothing is remembered from the one before, and asks everything once: of the entity
that is named most often, and of the one that is named in most texts. `first` is the first of these
calls in a room, with all that it counts for the first time; `again` the next one. Milliseconds on
the clock, the median of the rounds; the page is what the screen shows at first, laid out.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from itertools import islice
from statistics import median

from tui.catalog import (
    chains,
    companies,
    concordances,
    entities,
    ledger,
    networks,
    records,
    timeline,
)
from tui.catalog.about import about
from tui.catalog.room import Room, open_room
from tui.catalog.wish import Wish
from tui.network import graphml
from tui.screen.dossiers import dossier
from tui.screen.lines import lay
from tui.screen.topic import REGISTRY, Topic

BARS = {
    "record: first screen": 150.0,
    "companions": 300.0,
    "companions: page": 300.0,
    "list of entities": 100.0,
    "kwic: first screen of a common word": 150.0,
}
"""Milliseconds that a call may take on 10,000 texts and 5,000 entities."""
WIDTH = 40
COMMON, SCREEN = "the", 60


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus")
    parser.add_argument("--registry")
    parser.add_argument("--root")
    parser.add_argument("--rounds", type=int, default=7)
    asked = parser.parse_args()
    wish = Wish(asked.corpus, asked.registry, asked.root)
    first: defaultdict[str, list[float]] = defaultdict(list)
    again: defaultdict[str, list[float]] = defaultdict(list)
    names = calls(open_room(wish, budget=None))
    for name in names:
        for _ in range(asked.rounds):
            call = calls(open_room(wish, budget=None))[name]
            first[name].append(timed(call))
            again[name].append(timed(call))
    room = open_room(wish, budget=None)
    print(
        f"{len(room.view.everything()):,} texts, {len(room.registry.entities):,} entities, ", end=""
    )
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    )
    for what, entity in zip(("most often", "in most texts"), often(room), strict=True):
        tally = room.view.tallies[entity]
        print(f"named {what}: {entity}, {tally.mentions:,} times in {tally.documents:,} texts")
    print("\n| call | first | again | bar |\n|---|--:|--:|--:|")
    for name in names:
        bar = BARS.get(name.partition(" of ")[0] if name not in BARS else name)
        print(f"| {name} | {median(first[name]):.1f} | {median(again[name]):.1f} | {bar or '-'} |")


def often(room: Room) -> tuple[str, str]:
    """The entity that is named most often, and the one that is named in most texts."""
    tallies = room.view.tallies
    return (
        max(tallies, key=lambda id: tallies[id].mentions),
        max(tallies, key=lambda id: tallies[id].documents),
    )


def calls(room: Room) -> dict[str, Callable[[], object]]:
    """What is asked, by its name; a fresh room gives the ids without having counted anything."""
    known = room.registry.entities
    if not REMEMBERED:
        REMEMBERED.extend(often(room))
    named, spread = (known[id] for id in REMEMBERED)
    return {
        "record: first screen": lambda: page(room, Topic.of(named.id)),
        "record: first screen of the one in most texts": lambda: page(room, Topic.of(spread.id)),
        "record": lambda: records.record(room, named),
        "companions": lambda: companies.beside(room, named),
        "companions of the one in most texts": lambda: companies.beside(room, spread),
        "companions: page": lambda: page(room, Topic("companions", (spread.id,))),
        "list of entities": lambda: entities.listed(room, order="mentions"),
        "list of entities: page": lambda: page(room, REGISTRY),
        "every two entities": lambda: list(companies.pairs(room)),
        "matrix of 16": lambda: companies.matrix(room, companies.most_named(room, 16)),
        "kwic: first screen of a common word": lambda: first_lines(room, COMMON),
        "timeline of the one named most often": lambda: timeline.timeline(
            room, about(room, f"@{named.id}")
        ),
        "figures of the one named most often": lambda: ledger.ledger(
            room, about(room, f"@{named.id}")
        ),
        "timeline of all texts, once read": lambda: timeline.timeline(room, about(room, None)),
        "chains between the two": lambda: chains.chains(room, named, spread),
        "network of 30 as GraphML": lambda: graphml(networks.network(room)),
    }


REMEMBERED: list[str] = []
"""Of whom is asked: counted once, or each first call would come after another."""


def page(room: Room, topic: Topic) -> int:
    """A page of the record pane, its rows laid out."""
    items = dossier(room, topic).page.items
    return sum(1 for item in items for line in item.lines for _ in lay(line, WIDTH))


def first_lines(room: Room, query: str) -> int:
    """The lines of a concordance that fit on a screen, and how many there are."""
    answer = concordances.asked(room, query)
    return len(list(islice(concordances.lines(room, answer), SCREEN))) + answer.mentions_total


def timed(call: Callable[[], object]) -> float:
    """Milliseconds of one call on the clock."""
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1e3


if __name__ == "__main__":
    sys.exit(main())
