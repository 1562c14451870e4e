"""The search pane: the box, what is wrong with the query or to be known of it, and what answers."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, Static

from tui.model import Passage
from tui.screen import keys
from tui.screen.answers import Answers, Choice, FacetList
from tui.screen.enquiry import CHOICES
from tui.screen.field import Field
from tui.screen.heading import Heading
from tui.screen.lines import Page
from tui.screen.listing import Listing
from tui.screen.looks import visual
from tui.screen.messages import Asked, More, Open, Recall, Widen
from tui.screen.narrowing import FacetListing
from tui.screen.wrap import shown

PROMPT = "› "


class Box(Field):
    """Where a query is typed; up and down mark a hit in the list below without leaving it."""

    BINDINGS = keys.BOX

    def __init__(self) -> None:
        super().__init__(placeholder="Search the texts", id="box")
        self.choices: tuple[Choice, ...] = ()
        self._chosen = -1

    @dataclass
    class Choose(Message):
        """Mark another hit, so many further on."""

        by: int

    def action_choose(self, by: int) -> None:
        self.post_message(self.Choose(by))

    # Completing the end of what is typed

    def offer(self, choices: tuple[Choice, ...]) -> None:
        """Have these choices, unless it is one of the last ones that is being looked at."""
        if not self.is_completed:
            self.choices, self._chosen = choices, -1
            self.refresh_bindings()

    @property
    def is_completed(self) -> bool:
        """Whether what it holds is one of the choices it had."""
        return self._chosen >= 0 and self.value == self.choices[self._chosen].query

    @property
    def shown_choices(self) -> tuple[tuple[Choice, bool], ...]:
        """The choices around the one that is taken, or that Tab takes, which is told by True."""
        here = max(0, self._chosen)
        first = max(0, min(here - 1, len(self.choices) - CHOICES))
        near = list(enumerate(self.choices))[first : first + CHOICES]
        return tuple((choice, number == here) for number, choice in near)

    def action_complete(self, by: int) -> None:
        """Put the next choice in place of what was begun."""
        start = self._chosen if self.is_completed else min(-by, 0)
        self._chosen = (start + by) % len(self.choices)
        self.value = self.choices[self._chosen].query
        self.cursor_position = len(self.value)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tab goes to the next pane where there is nothing to complete."""
        if action == "complete" and not (self.choices and self.cursor_at_end):
            return False
        return super().check_action(action, parameters)


class Search(Vertical):
    """Says what it was asked and shows what the desk answers."""

    answers: reactive[Answers] = reactive(Answers(), init=False)
    facets: reactive[FacetList | None] = reactive(None, init=False)
    active: reactive[bool] = reactive(True)
    box = query_one(Box)
    hits = query_one("#hits", Listing)
    facet_list = query_one(FacetListing)
    _heading = query_one(Heading)
    _fault = query_one("#fault", Static)
    _notes = query_one("#notes", Static)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.recalled: str | None = None
        """A query of the history; as long as it stands in the box, down goes on from it."""

    def compose(self) -> ComposeResult:
        yield Heading().data_bind(Search.active)
        with Horizontal(id="line"):
            yield Static(Content(PROMPT), id="prompt")
            yield Box()
        yield Static(id="fault")
        yield Static(id="notes")
        yield Listing(id="hits").data_bind(Search.active)
        yield FacetListing(id="facets").data_bind(Search.active)

    def on_mount(self) -> None:
        self._heading.text = self.answers.page.heading

    @property
    def list(self) -> Listing:
        """The list that is shown: hits, or facets in their place."""
        return self.hits if self.facets is None else self.facet_list

    def enter(self) -> None:
        """Take the focus: the list if there is anything in it to choose, else the box."""
        (self.list if self.list.marked else self.box).focus()

    def follow(self, doc: str) -> None:
        """Mark a text in the list, if it is there."""
        for index, item in enumerate(self.hits.items):
            if isinstance(item.target, Passage) and item.target.doc == doc:
                self.hits.mark(index)
                return

    def ask(self, query: str) -> None:
        """Have this in the box."""
        self.box.value = query
        self.box.cursor_position = len(query)

    # What is shown

    def watch_answers(self, old: Answers, answers: Answers) -> None:
        if answers.renewed:
            self._renew(answers.page)
        else:
            self.hits.page = answers.page
        if old.question != answers.question:
            self.hits.begin()
        self.box.offer(answers.choices)
        self._say(self._fault, self._explain(answers))
        self._say(self._notes, self._note(answers))
        self._head()

    def _renew(self, page: Page) -> None:
        """Show a newer list with the same text marked, in the same row."""
        marked, above = self.hits.marked, self.hits.above
        self.hits.page = page
        if marked is not None and isinstance(marked.target, Passage):
            for index, item in enumerate(page.items):
                if isinstance(item.target, Passage) and item.target.doc == marked.target.doc:
                    self.hits.put(index, above)
                    return

    def watch_facets(self, old: FacetList | None, new: FacetList | None) -> None:
        had_focus = self.hits.has_focus or self.facet_list.has_focus
        self.hits.display, self.facet_list.display = new is None, new is not None
        if new is not None:
            self.facet_list.show(new)
        if (old is None) != (new is None) and (had_focus or new is not None):
            self.list.focus()
        self._head()

    def _head(self) -> None:
        page = self.answers.page if self.facets is None else self.facets.page
        self._heading.text = page.heading

    def _say(self, where: Static, what: Content) -> None:
        if where.content != what:
            where.update(what)
            where.display = bool(what)

    def _explain(self, answers: Answers) -> Content:
        """The query's fault with a caret below the place."""
        if (fault := answers.fault) is None:
            return Content("")
        lines = []
        room = self.size.width - len(PROMPT) - 2
        start = min(fault.span.start, room)
        if len(fault.query) > room:
            cut = max(0, fault.span.start - room // 2)
            lines.append(shown(fault.query[cut : cut + room]))
            start = fault.span.start - cut
        lines.append(" " * start + "^" * max(1, min(fault.span.end - fault.span.start, room)))
        lines += [fault.message, *fault.details]
        return Content("\n".join(shown(line) for line in lines))

    def _note(self, answers: Answers) -> Content:
        """How the end of the query may go on, what narrows it, and what it was taken for."""
        key = visual(self, "key")
        lines = [
            Content.assemble((f"{'Tab' * is_next:4}", key), shown(f"{choice.text}  {choice.says}"))
            for choice, is_next in (self.box.shown_choices if self.box.has_focus else ())
        ]
        lines += [Content(shown(note)) for note in answers.notes]
        return Content("\n").join(lines)

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _note_anew(self) -> None:
        self._say(self._notes, self._note(self.answers))

    # What is wished for

    @on(Input.Changed, "#box")
    def _ask(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(Asked(event.value))

    @on(Input.Submitted, "#box")
    def _ask_and_open(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(Asked(event.value, go=True))

    @on(Box.Choose)
    def _choose(self, event: Box.Choose) -> None:
        event.stop()
        before = self.hits.cursor
        if event.by == 1 and self.recalled is not None and self.box.value == self.recalled:
            self.post_message(Recall(1))
            return
        self.hits.action_rows(event.by)
        if event.by == -1 and self.hits.cursor == before:
            self.post_message(Recall(-1))

    @on(Listing.Low, "#hits")
    def _ask_more(self, event: Listing.Low) -> None:
        event.stop()
        if self.answers.more:
            self.post_message(More())

    @on(Listing.Chosen, "#hits")
    def _open(self, event: Listing.Chosen) -> None:
        event.stop()
        if isinstance(event.item.target, Passage):
            self.post_message(Open(event.item.target, self.answers.walk))

    @on(Listing.Chosen, "#facets")
    def _include(self, event: Listing.Chosen) -> None:
        event.stop()
        self._wish(0)

    @on(FacetListing.Excluded)
    def _exclude(self, event: FacetListing.Excluded) -> None:
        event.stop()
        self._wish(1)

    @on(FacetListing.Widened)
    def _widen(self, event: FacetListing.Widened) -> None:
        event.stop()
        self.post_message(Widen())

    def _wish(self, which: int) -> None:
        """Wish for what Enter, or x, means on the marked facet."""
        marked = self.facet_list.marked
        if self.facets is not None and marked is not None and isinstance(marked.target, str):
            wish = self.facets.wishes[int(marked.target)][which]
            if wish is not None:
                self.post_message(wish)
