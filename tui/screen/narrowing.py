"""The facets of what was found, listed in place of the hits, to limit them to a value or free them
of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tui.counts import count
from tui.screen import keys
from tui.screen.answers import FacetList
from tui.screen.enquiry import answer_to
from tui.screen.lines import BLANK, Item, Line, Page
from tui.screen.listing import Listing
from tui.screen.messages import AllOf, Narrow, Widen
from tui.screen.question import Narrowing, Question

if TYPE_CHECKING:
    from tui.catalog.facets import Facet, Kind
    from tui.catalog.room import Room

FIRST, MOST = 5, 200
"""Values of each kind that are listed at first, and at most."""


class FacetListing(Listing):
    """Values of facets, of which the marked one is included or excluded."""

    BINDINGS = keys.FACETS

    @dataclass
    class Excluded(Message):
        """The marked value is not wanted."""

    @dataclass
    class Widened(Message):
        """The last narrowing is not wanted any more."""

    def show(self, facets: FacetList) -> None:
        """List other facets; the mark stays on its value, else in its place."""
        before, at = self.marked, self.cursor
        self.page = facets.page
        here = (i for i, item in enumerate(self.items) if before and _are_alike(item, before))
        index = next(here, self._nearest(max(at, 0), 1))
        if index > 0:
            self.mark(index)

    def action_exclude(self) -> None:
        self.post_message(self.Excluded())

    def action_widen(self) -> None:
        self.post_message(self.Widened())


def _are_alike(one: Item, other: Item) -> bool:
    """Whether both are of one value, whatever its count."""
    return bool(one.target) and one.lines[0].text == other.lines[0].text


def facet_list(room: Room, question: Question, opened: frozenset[str]) -> FacetList:
    """The facets of a question's answers; of the `opened` kinds all values."""
    from tui.catalog.facets import facets

    asked = question._replace(query="doc:*") if question.is_empty else question
    answer = answer_to(room, asked)
    wishes: list[tuple[Message, Message | None]] = []
    items = list(_crumb_items(question, wishes))
    for kind, values in facets(room, answer.matches).items():
        if len(values) > 1 or kind in ("entity", "type"):
            items += _kind_items(kind, values, kind in opened, wishes)
    least = "" if answer.exact else "at least "
    return FacetList(
        Page(f"Narrow · {least}{count(answer.total, 'text')}", tuple(items)), tuple(wishes)
    )


def _crumb_items(
    question: Question, wishes: list[tuple[Message, Message | None]]
) -> Iterator[Item]:
    """What narrows the answers already; Enter on it takes it away."""
    if not question.narrowings:
        return
    yield Item((Line("NARROWED TO", "quiet"),))
    for narrowing in question.narrowings:
        wishes.append((Widen(narrowing), Widen(narrowing)))
        yield Item((Line(narrowing.says, "strong", tail="Enter drops it"),), str(len(wishes) - 1))
    yield Item((BLANK,))


def _kind_items(
    kind: Kind,
    values: Sequence[Facet],
    is_open: bool,
    wishes: list[tuple[Message, Message | None]],
) -> Iterator[Item]:
    """The values of one kind of facet with their counts, and how to see more of them."""
    from tui.catalog.facets import narrowing

    yield Item((Line(f"BY {kind.upper()}", "quiet"),))
    shown = values[: MOST if is_open else FIRST]
    for facet in shown:
        says = facet.name or facet.value or "not known"
        number = f"{facet.count:,}" if facet.exact else f"≥ {facet.count:,}"
        line = Line(says, most=1, tail=number)
        within, without = narrowing(facet), narrowing(facet, without=True)
        if within is None or without is None:
            yield Item((line,))
            continue
        label = says if kind in ("entity", "document") else f"{kind} {says}"
        wishes.append(
            (Narrow(Narrowing(within, label)), Narrow(Narrowing(without, f"not {label}")))
        )
        yield Item((line,), str(len(wishes) - 1))
    if len(values) > len(shown) and not is_open:
        wishes.append((AllOf(kind), None))
        yield Item(
            (Line(f"… and {len(values) - len(shown):,} more", "faint"),), str(len(wishes) - 1)
        )
    yield Item((BLANK,))
