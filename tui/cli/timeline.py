"""`timeline`: the dates that the texts give, in order, each with the sentence behind it."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence

from tui.catalog import timeline
from tui.catalog.about import About
from tui.catalog.room import Room
from tui.catalog.timeline import Behind, Given, Moment
from tui.charts import bar, gathered, sparkline
from tui.cli import listing, output
from tui.cli.entrance import enter
from tui.cli.listing import BEHIND, PLACES
from tui.counts import count
from tui.dates import Dated
from tui.model import NotFound, UsageError

DATES = ("value", "precision", "inferred", "first", "last", *PLACES, *BEHIND)
MOMENTS = ("value", "precision", "inferred", "first", "last", "texts", "others")
YEARS = ("year", "dates")
DRAWN = 200
"""Rows of a picture: more would be no picture."""
BARS = CELLS = 40
HELP = """Dates are read by strict rules, in English and Russian. Without QUERY all are listed, with
one (a name such as @china, words, any query) those in a sentence that holds what answers it.

A line is the date, how precise it is (day, month, season, year, decade, range), its place and its
sentence. ~ before a date: inferred, not all of it is written there; "last summer" is counted from
the day the text was published. XXXX: nothing gives the year; ?: nothing gives the date at all;
both stand at the end.

--by-text puts the dates of one event side by side: each date once, with the texts that give it;
≠ and the texts that give dates too, but none that has a day in common with it. --bars draws how
many dates lie in each year. --format svg is a picture of the first 200.

JSON, one a line: {"value","precision","inferred","first","last","doc","line","start","end","text",
"sentence","entities","source","published"}; value is YYYY-MM-DD, YYYY-MM, YYYY, A/B, 2015-AU (SP SU
AU WI) or 198X, first and last are the days it covers. With --by-text {"value","precision",
"inferred","first","last","texts":[{"doc","count","line","start","end"}],"others":[DOC]}; with
--bars {"year","dates"}."""


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of `timeline`."""
    parser.epilog = HELP
    listing.add_arguments(parser)
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--by-text", action="store_true", help="the dates side by side, by text")
    group.add_argument("--bars", action="store_true", help="how many dates lie in each year")


def run(args: argparse.Namespace) -> int:
    """Answer `timeline`."""
    form = output.form_of(args, "text", "json", "jsonl", "csv", "tsv", "vimgrep", "svg")
    if form in ("vimgrep", "svg") and (args.by_text or args.bars):
        raise UsageError(f"--format {form} is of single dates, not of --by-text or --bars")
    room = enter(args)
    of = listing.about_what(args, room)
    given = timeline.timeline(room, of, listing.progress("dates"))
    if not given:
        raise NotFound("nothing found")
    if args.bars:
        _put_years(timeline.years(given), form)
    elif args.by_text:
        _put_moments(room, timeline.by_text(given)[: args.limit], form)
    elif form == "svg":
        _put_picture(room, of, given, args.limit)
    elif form == "vimgrep":
        for one in given[: args.limit]:
            output.put_vimgrep(room.corpus.folder, room.document(one.doc), [one.dated.span])
    else:
        _put_dates(room, given, args.limit, form)
    return 0


def _put_dates(room: Room, given: Sequence[Given], limit: int | None, form: str) -> None:
    found = timeline.details(room, given[:limit])
    if form != "text":
        output.put_rows((date_row(one, behind) for one, behind in found), form, DATES)
        return
    output.put_head(f"{'date':<22} {'to the':<6}  text:line  sentence")
    for one, behind in found:
        place = f"{behind.doc}:{behind.line}"
        output.put(f"{one.dated.said:<22} {one.dated.precision:<6}  {place}  {behind.text}")
    counts = timeline.years(given)
    if len(counts) > 1:
        line = sparkline(gathered(list(counts.values()), CELLS), plain=output.is_plain())
        output.say(f"{count(len(given), 'date')}, {min(counts)} {line} {max(counts)}")


def date_row(one: Given, behind: Behind) -> dict[str, object]:
    """A date under its JSON keys."""
    return {
        **_of_date(one.dated),
        "doc": one.doc,
        "line": behind.line,
        "start": one.dated.span.start,
        "end": one.dated.span.end,
        "text": behind.written,
        **listing.behind_row(behind),
    }


def _of_date(dated: Dated) -> dict[str, object]:
    return {
        "value": dated.value or None,
        "precision": dated.precision,
        "inferred": dated.inferred,
        "first": dated.first,
        "last": dated.last,
    }


def _put_moments(room: Room, moments: Iterable[Moment], form: str) -> None:
    if form == "text":
        output.put_head(f"{'date':<22} {'to the':<6}  texts that give it  ≠ texts that differ")
        for moment in moments:
            texts = ", ".join(
                f"{one.doc}:{_line(room, one)}" + (f" ×{times}" if times > 1 else "")
                for one, times in moment.givers
            )
            against = f"  ≠ {', '.join(moment.others)}" if moment.others else ""
            output.put(f"{moment.dated.said:<22} {moment.dated.precision:<6}  {texts}{against}")
        return
    rows = (
        {
            **_of_date(moment.dated),
            "texts": [
                {
                    "doc": one.doc,
                    "count": times,
                    "line": _line(room, one),
                    "start": one.dated.span.start,
                    "end": one.dated.span.end,
                }
                for one, times in moment.givers
            ],
            "others": list(moment.others),
        }
        for moment in moments
    )
    output.put_rows(rows, form, MOMENTS)


def _line(room: Room, one: Given) -> int:
    return room.document(one.doc).place(one.dated.span.start)[0]


def _put_years(counts: dict[int, int], form: str) -> None:
    if form != "text":
        output.put_rows(({"year": y, "dates": n} for y, n in counts.items()), form, YEARS)
        return
    most, is_plain = max(counts.values(), default=0), output.is_plain()
    for year, number in counts.items():
        drawn = bar(number, most, BARS, plain=is_plain)
        output.put(f"{year}  {number:>6,}  {drawn}".rstrip())


def _put_picture(room: Room, of: About, given: Sequence[Given], limit: int | None) -> None:
    from tui.chronology import Row, drawn

    dated = [one for one in given if one.dated.first is not None]
    if not dated:
        raise NotFound("nothing found that can be drawn: none of the dates has a year")
    most = min(DRAWN, DRAWN if limit is None else limit)
    rows = [
        Row(
            one.dated.said,
            one.dated.first or "",
            one.dated.last or "",
            one.dated.inferred,
            f"{one.doc.rpartition('/')[2].rpartition('.')[0] or one.doc}:{behind.line}",
            behind.text,
        )
        for one, behind in timeline.details(room, dated[:most])
    ]
    if len(dated) > len(rows):
        output.say(f"readroom: drawn are the first {len(rows)} of {len(dated)} dates")
    output.put_text(drawn(f"Timeline of {of.query or 'all texts'}", rows))
