"""`check`: a draft held against the texts and the registry, claim by claim."""

from __future__ import annotations

import argparse
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from tui.catalog.drafts import Finding, Kind, Verdict, check
from tui.cli import drafts, output
from tui.cli.entrance import enter
from tui.counts import count
from tui.model import NotFound, Refused, line_starts

ROW = (
    *("draft", "line", "column", "span", "kind", "text", "finding", "expected", "difference"),
    *("entity", "seen", "doc", "start", "end", "locator", "link", "passage", "why"),
)
SIGNS = {"found": "=", "differs": "≠", "digest": "≈", "missing": "?"}
"""What stands before a finding; before one that says nothing for or against stands a dash."""
KINDS: tuple[Kind, ...] = ("quotation", "name", "figure", "date")
SAID: dict[Finding, str] = {
    "found": "in the texts",
    "differs": "different",
    "digest": "in a digest only",
    "missing": "nowhere",
    "unregistered": "in the texts, not registered",
    "unjudged": "not judged",
}
EXCERPT = 88
"""Characters of a passage that are shown."""
HELP = """DRAFT is a text of any kind, Markdown too; - reads it from stdin. Shown is what needs a
look; --all shows every claim. Before each stands what was found:

  = quotation     its very words stand in a text: where
  ≠               they do not: the passage most like them, [-draft-] {+text+}
  ≈               they stand in a digest, which cannot be quoted
  ?               nothing is like them
  = name          registered, by that name, an alias or a part of it
  ≠               in no text, but a registered name is spelled almost so
  ?               in no text, and not registered
  -               not registered, but in the texts: how often
  = figure, date  a text has it near the same names and words: where
  ≠               a text has another one there, or two have changed places
  ?               no text has it near the same names and words
  -               not judged: a small number in words, or the texts are less exact

An elision, [a word in brackets], another capital at the head, marks and spaces of another make, and
a comma or a full stop at the end alter no quotation. Names and figures in a quotation that has a
passage are judged with it. Code, addresses, metadata but titles, and citations of readroom cite are
passed over. What is found stands in the texts. That it is true is never said, nor that the draft
uses it rightly: read the passage. Names under ignore: in the registry are not asked about.

Exit 0 if nothing needs a look, 1 if something does or if the draft has nothing to check. What is
not judged needs none.

for vim and its kin  DRAFT:LINE:COLUMN: kind: what, with --format vimgrep
in JSON, one a line  {"draft","line","column","span":[start,end],"kind","text","finding","expected",
                      "difference","entity","seen","doc","start","end","locator","link","passage",
                      "why"}
  of every claim; the span is of the draft, start and end of doc
kind                 quotation name figure date
finding              found differs digest missing unregistered unjudged"""


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = HELP
    parser.add_argument("drafts", metavar="DRAFT", nargs="+")
    parser.add_argument("--all", action="store_true", help="what was found as well")


def run(args: argparse.Namespace) -> int:
    """Answer the command."""
    form = output.form_of(args, "text", "json", "jsonl", "csv", "tsv", "vimgrep")
    texts = {draft: drafts.read(draft) for draft in args.drafts}
    room = enter(args)
    checked = [_Checked(draft, text, check(room, text)) for draft, text in texts.items()]
    for one in checked:
        if form == "text":
            output.put_lines(one.lines(args.all, len(checked) > 1))
        elif form == "vimgrep":
            output.put_lines(one.vimgrep(args.all))
    if form not in ("text", "vimgrep"):
        output.put_rows((row for one in checked for row in one.rows()), form, ROW)
    empty = [one.draft for one in checked if not one.verdicts]
    if empty:
        raise NotFound(f"nothing to check in {', '.join(empty)}")
    problems = Counter(v.kind for one in checked for v in one.verdicts if v.is_problem)
    if problems:
        said = ", ".join(count(problems[kind], kind) for kind in KINDS if problems[kind])
        raise Refused(f"{said} to look at")
    return 0


class _Checked:
    """A draft and its verdicts, as they are written."""

    def __init__(self, draft: str, text: str, verdicts: list[Verdict]) -> None:
        self.draft = draft
        self.verdicts = verdicts
        self._text = text
        self._starts = line_starts(text)

    def lines(self, is_all: bool, is_named: bool) -> Iterator[str]:
        """For people: what needs a look, in the order of the draft, then a summary."""
        margin = len(f"{len(self._starts)}")
        if is_named:
            yield f"{self.draft}:"
        lines: dict[tuple[object, ...], list[int]] = {}
        for one in self._shown(is_all):
            lines.setdefault(_sameness(one), []).append(self._place(one)[0])
        for one in self._shown(is_all):
            line, *others = lines.pop(_sameness(one), [0])
            if line == 0:
                continue  # a name that was said already
            also = ", ".join(f"{n}" for n in dict.fromkeys(others) if n != line)
            more = f"; also in {also}" if also else ""
            yield f"{line:>{margin}} {SIGNS.get(one.finding, '-')} {one.kind}: {_says(one)}{more}"
            if one.witness:
                where = f"{one.witness.doc}:{one.witness.line}"
                yield f"{'':{margin}}   {where}{_excerpt(one)}"
        yield from self._summary()

    def _summary(self) -> Iterator[str]:
        """How many of each kind were found, and how many were not."""
        for kind in KINDS:
            findings = Counter(v.finding for v in self.verdicts if v.kind == kind)
            if findings:
                said = ", ".join(f"{findings[f]} {SAID[f]}" for f in SAID if findings[f])
                yield f"{count(findings.total(), kind)}: {said}"

    def vimgrep(self, is_all: bool) -> Iterator[str]:
        """For quickfix lists: the draft, line, byte column and what is to be said."""
        for one in self._shown(is_all):
            line, column = self._place(one)
            head = self._text[self._starts[line - 1] :][: column - 1]
            byte = len(head.encode("utf-8", "surrogatepass")) + 1
            where = f" ({one.witness.doc}:{one.witness.line})" if one.witness else ""
            yield f"{self.draft}:{line}:{byte}: {one.kind}: {_says(one)}{where}"

    def rows(self) -> Iterator[dict[str, Any]]:
        """For programs: every claim."""
        for one in self.verdicts:
            line, column = self._place(one)
            there = one.witness
            yield {
                "draft": self.draft,
                "line": line,
                "column": column,
                "span": list(one.span),
                "kind": one.kind,
                "text": one.text,
                "finding": one.finding,
                "expected": one.expected,
                "difference": one.difference,
                "entity": one.entity,
                "seen": one.seen,
                "doc": there.doc if there else None,
                "start": there.span.start if there else None,
                "end": there.span.end if there else None,
                "locator": there.locator if there else None,
                "link": there.link if there else None,
                "passage": there.text if there else None,
                "why": one.why,
            }

    def _shown(self, is_all: bool) -> Iterable[Verdict]:
        return (one for one in self.verdicts if is_all or one.is_problem)

    def _place(self, one: Verdict) -> tuple[int, int]:
        line = bisect_right(self._starts, one.span.start)
        return line, one.span.start - self._starts[line - 1] + 1


def _sameness(one: Verdict) -> tuple[object, ...]:
    """What two verdicts share of which one is enough: those on a name written more than once."""
    return (one.text, one.finding) if one.kind == "name" else (one.kind, one.span)


def _says(one: Verdict) -> str:
    """What is to be said of a claim, in a line."""
    text = " ".join(one.text.split())
    match one.kind, one.finding:
        case "quotation", "differs":
            return f"{one.difference}" + (f" ({one.why})" if one.why else "")
        case "quotation", "digest":
            return f"“{_short(text)}”: in a digest, which cannot be quoted"
        case "quotation", "missing":
            return f"“{_short(text)}”: nothing like it in the texts"
        case "quotation", _:
            return f"“{_short(text)}”"
        case "name", "differs":
            return f"{text}: the registry has {one.expected}"
        case "name", "found":
            return text if text == one.expected else f"{text}: {one.expected}"
        case "name", "unregistered":
            return f"{text}: not registered, {count(one.seen or 0, 'time')} in the texts"
        case "name", "missing":
            return f"{text}: not registered, and nowhere in the texts"
        case _, "differs":
            return f"{text}: the texts have {one.expected}" + (f" ({one.why})" if one.why else "")
        case _, "missing":
            return f"{text}: not in the texts near these names and words"
        case _, "unjudged":
            return f"{text}: not judged: {one.why}"
    return text


def _excerpt(one: Verdict) -> str:
    """The passage, or the part of it around the number."""
    if one.witness is None or one.kind == "quotation":
        return ""
    passage, number = one.witness.text, one.expected or ""
    at = max(0, passage.find(number))
    start = max(0, at + len(number) // 2 - EXCERPT // 2)
    start = passage.rfind(" ", 0, start) + 1 if start else 0
    shown = passage[start : start + EXCERPT]
    if start + EXCERPT < len(passage):
        shown = shown.rpartition(" ")[0] + " …"
    return f": {'… ' if start else ''}{shown}"


def _short(text: str) -> str:
    return text if len(text) <= EXCERPT else text[:EXCERPT].rpartition(" ")[0] + " …"
