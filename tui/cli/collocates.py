"""`collocates`: what stands near a word or an entity more often than by chance."""

from __future__ import annotations

import argparse

from tui.catalog import collocations
from tui.cli import output
from tui.cli.entrance import enter
from tui.cli.numbers import whole
from tui.collocates import LEAST_TEXTS, MEASURES, Collocate, window
from tui.counts import count
from tui.model import NotFound

TEXT_LIMIT = 50
SCORES = ("expected", "ll", "mi", "t", "logdice")
ROWS = ("collocate", "together", "before", "behind", "corpus", *SCORES)
HELP = """The words in a window around each passage that answers QUERY, or with --entities who is
named there, the strongest first. A window is so many words to the left and right, and ends with
its paragraph: --window 5, --window 3,5, --window 0,1.

ll is Dunning's log-likelihood: 3.84 is exceeded by chance in 5 of 100 cases, 10.83 in one of 1000;
below zero it stands there more seldom than by chance. mi favours what is rare, t what is common;
logdice, at most 14, does not depend on the size of the corpus.

JSON, one a line: {"collocate","together","before","behind","corpus","expected","ll","mi","t",
"logdice"}; a collocate is a word in small letters, or the id of an entity; together is how often it
stands in a window, corpus how often elsewhere too, expected how often in a window by chance."""


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of `collocates`."""
    parser.epilog = HELP
    parser.add_argument("query", metavar="QUERY", nargs="+")
    parser.add_argument("--window", default="5", metavar="N|L,R", help="5 words by default")
    parser.add_argument("--by", choices=MEASURES, default="ll", help="ll by default")
    parser.add_argument("--entities", action="store_true", help="who is named there, not the words")
    parser.add_argument(
        "--min",
        type=whole(1),
        default=collocations.LEAST,
        metavar="N",
        help=f"left out is what stands there less often; {collocations.LEAST} by default",
    )
    parser.add_argument(
        "--limit", type=whole(), metavar="N", help=f"at most N; {TEXT_LIMIT} for text, else all"
    )


def run(args: argparse.Namespace) -> int:
    """Answer `collocates`."""
    form = output.form_of(args, "text", "json", "jsonl", "csv", "tsv")
    sides = window(args.window)
    room = enter(args)
    found = collocations.collocates(
        room, " ".join(args.query), sides, entities=args.entities, by=args.by, least=args.min
    )
    if found.texts and found.texts < LEAST_TEXTS:
        few = count(found.texts, "text")
        output.say(f"readroom: {few}: too few for a test; read the counts, not the strengths")
    if not found.collocates:
        raise NotFound("nothing found")
    limit = args.limit if args.limit is not None or form != "text" else TEXT_LIMIT
    shown = found.collocates[:limit]
    if form != "text":
        output.put_rows(map(_row, shown), form, ROWS)
        return 0
    _put(shown)
    nodes, texts = count(found.nodes, "passage"), count(found.texts, "text")
    output.say(f"{len(found.collocates):,} collocates of {nodes} in {texts}")
    return 0


def _put(found: tuple[Collocate, ...]) -> None:
    """A table for people: counts, then the four measures."""
    output.put(f"{'together':>8} {'before':>7} {'behind':>7} {'corpus':>8} "
               f"{'ll':>9} {'mi':>6} {'t':>6} {'logdice':>7}  collocate")  # fmt: skip
    for one in found:
        output.put(
            f"{one.together:>8,} {one.before:>7,} {one.behind:>7,} {one.corpus:>8,} "
            f"{one.ll:>9.2f} {one.mi:>6.2f} {one.t:>6.2f} {one.logdice:>7.2f}  {one.name}"
        )


def _row(one: Collocate) -> dict[str, object]:
    return {
        "collocate": one.name,
        "together": one.together,
        "before": one.before,
        "behind": one.behind,
        "corpus": one.corpus,
        **{score: round(getattr(one, score), 6) for score in SCORES},
    }
