"""`cite`, `verify`: a citation that proves itself, and the proof."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tui.catalog import citing
from tui.catalog.choosing import choose
from tui.catalog.citing import Outcome
from tui.citation import render, unproven
from tui.cli import drafts, house, output
from tui.cli.arguments import wish_of
from tui.cli.entrance import enter
from tui.corpus import Corpus
from tui.counts import count
from tui.model import NotFound, Refused
from tui.places import Places

OUTCOME = (
    *("draft", "line", "doc", "state", "cited", "now", "start", "end"),
    *("locator", "difference", "others", "why"),
)
HELP = {
    "cite": """PASSAGE is DOC, DOC:LINE, DOC:LINE-LINE, DOC#char=A,B (RFC 5147) or a query: then the
best sentence of the text that answers best. DOC is a whole id, or a beginning that no other id has.

A citation says author, title, source, date, paragraph and line; and then, for readroom verify, the
characters, the words of the passage between bars with as many around them as tell it from all else,
and the SHA-256 of the text. The passage itself stands before it: quoted as it is in the source, of
a digest in no quotation marks, because it is none. Reference data comes without it.

  markdown   a footnote
  pandoc     [@key, para. 7] and the reference data, for the metadata of the draft: there all of it
             stands below one references:
  plain      in a line
  bibtex     reference data for a file, as csl-json is

A publication without an author or a date is cited with --nd only: it writes [n.d.] for the date and
leaves the author out.

in JSON  {"schema":1,"doc","start","end","text","citation","locator","sha256"}""",
    "verify": """DRAFT is a text of any kind with citations of readroom cite in it; - reads it from
stdin. Of each is said whether its passage still is what it was:

  same      the same words at the same place
  moved     the same words elsewhere: where
  changed   other words, or the same ones beside altered copies: the difference in [-old-] {+new+}
  gone      neither its text nor its words are there, or nothing tells them from a double

Only a citation of the very text, or of words that stand nowhere else, is followed. The texts are
read, not the index. Exit 1 unless all are the same, and for a draft without citations or with one
that is damaged.

in JSON, one a line  {"draft","line","doc","state","cited","now","start","end","locator",
                      "difference","others":[],"why"}""",
}


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of one of these commands."""
    parser.epilog = HELP[name]
    if name == "verify":
        parser.add_argument("drafts", metavar="DRAFT", nargs="+")
        return
    parser.add_argument("passage", metavar="PASSAGE", nargs="+")
    parser.add_argument(
        "--quote",
        action=argparse.BooleanOptionalAction,
        help="with the passage, or refused where it cannot be quoted; without it",
    )
    house.add_options(parser)


def run(args: argparse.Namespace) -> int:
    """Answer one of these commands."""
    return _cite(args) if args.command == "cite" else _verify(args)


def _cite(args: argparse.Namespace) -> int:
    form = output.form_of(args, "text", "json", "jsonl")
    room = enter(args)
    passage = " ".join(args.passage)
    citation = citing.citation(room, passage, house.of(args))
    rendered = render(citation, house.of(args).style, args.quote)
    if form == "text":
        output.put_text(rendered)
        return 0
    output.put_json(
        {
            "schema": 1,
            "doc": citation.doc,
            "start": citation.span.start,
            "end": citation.span.end,
            "text": citation.text,
            "citation": rendered,
            "locator": str(citation.locator) if citation.locator else None,
            "sha256": citation.trace.sha256,
        }
    )
    return 0


def _verify(args: argparse.Namespace) -> int:
    form = output.form_of(args, "text", "json", "jsonl", "csv", "tsv")
    texts = {draft: drafts.read(draft) for draft in args.drafts}
    choice = choose(wish_of(args), Places.of(os.environ, vars(args).get("root")), os.environ)
    states: Counter[str] = Counter()
    silent: list[str] = []
    damaged = 0

    def judged() -> Iterator[tuple[str, Outcome]]:
        for draft, text in texts.items():
            before = states.total()
            for outcome in citing.verify(Corpus(choice.corpus), text):
                states[outcome.state] += 1
                yield draft, outcome
            silent.extend([draft] if states.total() == before else [])

    if form == "text":
        output.put_lines(_line(draft, outcome) for draft, outcome in judged())
    else:
        output.put_rows((_row(draft, outcome) for draft, outcome in judged()), form, OUTCOME)
    for draft, text in texts.items():
        for line in unproven(text):
            output.say(f"readroom: {draft}:{line}: a citation that is damaged, or none: no proof")
            damaged += 1
    if silent:
        raise NotFound(f"no citation in {', '.join(silent)}")
    if damaged:
        states["damaged"] = damaged
    if states["same"] < states.total():
        said = ", ".join(f"{number} {state}" for state, number in states.items())
        raise Refused(f"not all citations are the same: {said}")
    output.say(f"{count(states.total(), 'citation')}: all the same")
    return 0


def _line(draft: str, outcome: Outcome) -> str:
    trace = outcome.cited.trace
    said = f"{draft}:{outcome.cited.line}: {outcome.state}: {trace.address}"
    if outcome.link and outcome.link != trace.address:
        said += f" → {outcome.link}"
    if outcome.locator:
        said += f", {outcome.locator}"
    if outcome.why:
        said += f": {outcome.why}"
    if outcome.difference:
        said += f": {outcome.difference}"
    if outcome.others:
        said += f"; it could be {', '.join(outcome.others)}"
    return said


def _row(draft: str, outcome: Outcome) -> dict[str, Any]:
    trace, span = outcome.cited.trace, outcome.span
    return {
        "draft": draft,
        "line": outcome.cited.line,
        "doc": trace.doc,
        "state": outcome.state,
        "cited": trace.address,
        "now": outcome.link,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "locator": str(outcome.locator) if outcome.locator else None,
        "difference": outcome.difference,
        "others": list(outcome.others),
        "why": outcome.why,
    }
