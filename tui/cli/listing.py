"""What commands share that list dates or figures: what the list is about, and how long it is."""

from __future__ import annotations

import argparse

from tui.catalog.about import WITHINS, About, about
from tui.catalog.room import Progress, Room
from tui.catalog.timeline import Behind
from tui.cli import output
from tui.cli.numbers import whole

PLACES = ("doc", "line", "start", "end", "text")
BEHIND = ("sentence", "entities", "source", "published")
EVERY = 500
"""So many texts are gone through before it is said once more how many."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments that say what a list is about."""
    parser.add_argument("query", metavar="QUERY", nargs="*", help="all texts without one")
    parser.add_argument(
        "--within",
        choices=WITHINS,
        default="sentence",
        help="how near to the words that answer QUERY it must stand; sentence by default",
    )
    parser.add_argument("--limit", type=whole(), metavar="N", help="at most the first N")


def about_what(args: argparse.Namespace, room: Room) -> About:
    """What the arguments ask a list to be about."""
    return about(room, " ".join(args.query), args.within)


def progress(noun: str) -> Progress:
    """Says on a terminal how many texts have been gone through."""

    def tell(done: int, total: int) -> None:
        if done and done % EVERY == 0 and output.is_watched():
            output.say(f"readroom: {noun} of {done:,} of {total:,} texts")

    return tell


def behind_row(behind: Behind) -> dict[str, object]:
    """What stands behind a date or a figure, under its JSON keys."""
    return {
        "sentence": behind.text,
        "entities": list(behind.entities),
        "source": behind.facts.source,
        "published": behind.facts.date,
    }
