"""What the desk asks the Catalog about a question, made ready to show.

Slow, so called aside and never on the loop. The Catalog is imported where it is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.counts import count
from tui.model import Passage, QueryError, Span
from tui.screen import lookups
from tui.screen.answers import Answers, Choice
from tui.screen.lines import BLANK, ELLIPSIS, Item, Line, Page
from tui.screen.paint import Mark
from tui.screen.question import ORDERS, Question
from tui.screen.walk import Walk

if TYPE_CHECKING:
    from tui.catalog.details import Found
    from tui.catalog.room import Room
    from tui.catalog.searching import Answer, Expanded
    from tui.catalog.similar import Fold

FIRST_HITS = 15
"""Hits listed at first; more follow when one comes near their end."""
AT_ONCE = 10_000
"""So many texts are ranked while one types: a few milliseconds."""
MOST_FOLDED = 60
"""Hits among which near-duplicates are looked for."""
FORMS, CHOICES = 6, 4
"""Forms of a word, and ways in which a query may go on, that are shown."""
BEFORE = 40
"""Code points before the first lit words of a snippet that begins in mid-sentence."""
NOTHING = Item((Line("Nothing found", "strong"),))


def answers(room: Room, question: Question, limit: int, *, paused: bool = True) -> Answers:
    """The texts that answer a question as it stands, finished or not.

    Unless one has `paused`, what takes longer waits: the newest answers come first.
    """
    if question.is_empty:
        return lookups.texts(room, question, limit)
    if question.like:
        from tui.catalog.similar import like

        return _shown(room, question, like(room, question.like, limit), limit)
    from tui.catalog.facets import narrowed
    from tui.catalog.typing import ranked, typed

    answer = typed(room, narrowed(question.query, question.parts, unfinished=True), limit=limit)
    settled = paused or (answer.matches.is_complete and answer.total <= AT_ONCE)
    if settled:
        answer = ranked(room, answer, limit=limit, sort=question.sort)
        if not answer.total:
            return _nothing(room, question, answer)
    return _shown(room, question, answer, limit, settled=settled)


def answer_to(room: Room, question: Question) -> Answer:
    """What answers a question, finished or not, as a whole; without hits."""
    from tui.catalog.facets import narrowed
    from tui.catalog.typing import ranked, typed

    query = narrowed(question.query, question.parts, unfinished=True)
    return ranked(room, typed(room, query, limit=0), limit=0)


def whole(question: Question) -> str:
    """The question as a query, with all that narrows it."""
    from tui.catalog.facets import narrowed

    return narrowed(question.query, question.parts)


def _nothing(room: Room, question: Question, answer: Answer) -> Answers:
    """What is said where no text answers: what is wrong with the query, else what may help."""
    from tui.catalog.searching import helping, texts

    choices = _choices(room, question)
    try:
        texts(room, question.query)
    except QueryError as error:
        return Answers(
            question, Page("Search · not understood"), notes=_crumbs(question), choices=choices,
            fault=error,
        )  # fmt: skip
    notes = (*_crumbs(question), *answer.hints, *helping(room, answer))
    page = Page("Search · nothing found", (NOTHING,))
    return Answers(question, page, None, "nothing found", notes, choices)


def _shown(
    room: Room, question: Question, answer: Answer, limit: int, *, settled: bool = True
) -> Answers:
    from tui.catalog.details import details

    found = list(details(room, answer, answer.hits))
    least = "" if answer.exact else "at least "
    said = least + count(answer.total, "text")
    walk = Walk.through(question.name, [(hit.doc, hit.spans) for hit in found])
    if settled:
        said = f"{least}{count(answer.mentions_total, 'hit')} in {count(answer.total, 'text')}"
        walk = walk.of(answer.mentions_total, answer.total)
    order = f" · {ORDERS[question.sort]}" if settled and question.sort != "score" else ""
    expanded = answer.expanded if settled else ()
    return Answers(
        question,
        Page(
            f"Search · {said}{order}", tuple(_items(room, question, found, settled)) or (NOTHING,)
        ),
        walk,
        said,
        (*_crumbs(question), *map(_expanded, expanded), *answer.hints),
        _choices(room, question),
        limit=limit,
        more=len(answer.hits) < answer.total,
        settled=settled,
        has_forms=bool(expanded),
    )


def _crumbs(question: Question) -> tuple[str, ...]:
    return (f"‹ {question.crumbs}",) if question.narrowings else ()


def _expanded(expanded: Expanded) -> str:
    """What a word was taken for."""
    forms = ", ".join(expanded.forms[:FORMS])
    more = len(expanded.forms) - FORMS
    others = f" and {more:,} more" if more > 0 else ""
    least = " at least" if expanded.left_out else ""
    return f"= {forms}{others}{least}"


def _choices(room: Room, question: Question) -> tuple[Choice, ...]:
    from tui.catalog.completing import completions

    return tuple(Choice(c.query, c.text, c.says) for c in completions(room, question.query))


def _items(room: Room, question: Question, found: Sequence[Found], settled: bool) -> Iterator[Item]:
    """The hits, near-duplicates of one of them folded into it."""
    folds: dict[str, Fold] = {}
    if settled and question.folded:
        from tui.catalog.similar import folded

        among = [hit.doc for hit in found[:MOST_FOLDED]]
        folds = {fold.doc: fold for fold in folded(room, among)}
    hidden = {twin.doc for fold in folds.values() for twin in fold.twins}
    for hit in found:
        if hit.doc not in hidden:
            yield _item(hit, len(folds[hit.doc].twins) if hit.doc in folds else 0)


def _item(hit: Found, twins: int) -> Item:
    tail = count(len(hit.spans), "hit") if hit.spans else ""
    lines = [
        *lookups.titled(hit.label, hit.title or hit.doc, "strong"),
        Line(hit.date or "undated", "quiet", most=1, tail=tail),
    ]
    if hit.snippet is not None:
        lines.append(_snippet(hit.snippet.text, hit.snippet.spans))
    if twins:
        lines.append(Line(f"+{twins} like it; z lists them", "quiet"))
    first = hit.spans[0] if hit.spans else Span(0, 0)
    return Item((*lines, BLANK), Passage(hit.doc, first))


def _snippet(text: str, lit: tuple[Span, ...]) -> Line:
    """A snippet that begins near the first lit words, so that they are seen in three short rows."""
    start = 0
    if lit and lit[0].start > 2 * BEFORE:
        start = text.find(" ", lit[0].start - BEFORE, lit[0].start) + 1 or lit[0].start
    shift = (len(ELLIPSIS) if start else 0) - start
    marks = tuple(Mark(span.start + shift, span.end + shift, "hit") for span in lit)
    return Line(ELLIPSIS * bool(start) + text[start:], "plain", marks, most=3)
