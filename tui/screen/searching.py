"""What is done with a query from the desk: it is recalled, saved, narrowed, ordered, explained."""

from __future__ import annotations

from typing import NamedTuple

from textual import on, work
from textual.reactive import reactive

from tui.model import Passage, QueryError
from tui.screen.answers import FacetList
from tui.screen.asking import Asking
from tui.screen.history import Pane
from tui.screen.messages import AllOf, Ask, Done, Narrow, Open, Recall, Widen
from tui.screen.narrowing import facet_list
from tui.screen.question import ORDERS, Question
from tui.screen.tour import TYPED

IN_THE_PANE = frozenset(("order", "save", "more_like", "unfold"))
"""What is a key only where the search pane has the focus."""


class Recollection(NamedTuple):
    """Earlier queries, the last one last, then what was in the box; `at` is the one looked at."""

    queries: tuple[str, ...]
    at: int

    def step(self, by: int) -> Recollection | None:
        """One further on or back; None beyond the ends."""
        at = self.at + by
        return self._replace(at=at) if 0 <= at < len(self.queries) else None

    @property
    def query(self) -> str:
        """The query looked at."""
        return self.queries[self.at]


class Searching(Asking, inherit_bindings=False):
    """The part of the desk that changes what is asked, and tells of it."""

    facets: reactive[FacetList | None] = reactive(None, init=False)
    pane: reactive[Pane]
    _recollection: Recollection | None = None
    _opened: frozenset[str] = frozenset()

    def action_search(self) -> None:
        raise NotImplementedError

    def _change(self, question: Question, said: str = "") -> None:
        """Ask another question in place of this one, at once, and say something of it."""
        self._question = question
        box = self.panes.search.box
        if box.value != question.query:
            with box.prevent(box.Changed):
                self.panes.search.ask(question.query)
        self._ask(said)

    def watch_answers(self) -> None:
        if self.answers.question is not None and not self.answers.question.is_empty:
            self.post_message(Done(TYPED))
        self.refresh_bindings()
        if self.facets is not None:
            self._list_facets()

    @on(Ask)
    def _ask_other(self, event: Ask) -> None:
        self._change(Question(event.query))
        self._remember(self._question)
        self.panes.show("search")
        self.panes.search.hits.focus()

    # What was asked before

    @work(group="remember")
    async def _remember(self, question: Question) -> None:
        """Keep what was run, for Up and Ctrl+R."""
        from tui.screen import queries

        self._recollection = None
        await self._librarian.ask(queries.remember, question)

    @on(Open)
    def _remember_opened(self, event: Open) -> None:
        if event.walk is not None and event.walk is self.answers.walk:
            self._remember(self._question)

    @on(Recall)
    @work(exclusive=True, group="recall")
    async def _recall(self, event: Recall) -> None:
        from tui.screen import queries

        box = self.panes.search.box
        if self._recollection is None or self._recollection.query != box.value:
            before = await self._librarian.ask(queries.earlier, box.value) or ()
            self._recollection = Recollection((*before, box.value), len(before))
        step = self._recollection.step(event.by)
        if step is None:
            self._say("no query before this one" if event.by < 0 else "no query after this one")
            return
        self._recollection = step
        self.panes.search.recalled = step.query
        last = len(step.queries) - 1
        said = f"query {step.at + 1:,} of {last:,} run before" if step.at < last else ""
        self._change(Question(step.query), said)

    @work(exclusive=True, group="queries")
    async def action_recall(self) -> None:
        from tui.screen import queries

        kept = await self._librarian.ask(queries.kept)
        if kept is None:
            return
        if not kept:
            self._say("no query was run or saved yet")
            return
        self.app.push_screen(queries.Recalling(self._librarian, kept), self._recalled)

    def _recalled(self, query: str | None) -> None:
        if query is not None:
            self.action_search()
            self._change(Question(query))

    @work(exclusive=True, group="queries")
    async def action_save(self) -> None:
        from tui.screen import queries

        question = self._question
        if question.is_empty or question.like:
            self._say("there is no query to save")
            return
        kept = await self._librarian.ask(queries.kept) or ()
        self.app.push_screen(queries.Saving(self._librarian, kept, question), self._saved)

    def _saved(self, said: str | None) -> None:
        if said is not None:
            self._say(said)

    # Another question of the same query

    def action_exact(self) -> None:
        from tui.query.exact import exactly

        query = self.panes.search.box.value
        try:
            exact = exactly(query) if query.strip() else query
        except QueryError as error:
            self._say(error.message)
            return
        if exact == query:
            self._say("no word in the query that has forms")
        else:
            self.panes.search.ask(exact)

    def action_order(self) -> None:
        if self._question.is_empty or self._question.like:
            self._say("nothing is asked that could be put in order")
            return
        question = self._question.reordered()
        self._change(question, ORDERS[question.sort])

    def action_unfold(self) -> None:
        question = self._question._replace(folded=not self._question.folded)
        self._change(question, "doubles folded" if question.folded else "doubles listed")

    def action_more_like(self) -> None:
        item = self.panes.search.hits.marked
        if item is None or not isinstance(item.target, Passage):
            self._say("no text is marked")
            return
        self.facets = None
        self._change(Question(like=item.target.doc))

    # Facets

    def action_facets(self) -> None:
        if self.close_facets():
            return
        if self._question.like:
            self._say("what is like a text cannot be narrowed")
            return
        self._opened = frozenset()
        self.panes.show("search")
        self._list_facets()

    @work(exclusive=True, group="facets")
    async def _list_facets(self) -> None:
        self.facets = await self._librarian.ask(facet_list, self._question, self._opened)

    def close_facets(self) -> bool:
        """Show the hits again; whether there were facets."""
        was_open, self.facets = self.facets is not None, None
        return was_open

    @on(Narrow)
    def _narrow(self, event: Narrow) -> None:
        self._change(self._question.narrowed(event.to))

    @on(Widen)
    def _widen(self, event: Widen) -> None:
        if not self._question.narrowings:
            self._say("nothing is narrowed")
            return
        self._change(self._question.widened(event.by))

    @on(AllOf)
    def _list_all(self, event: AllOf) -> None:
        self._opened |= {event.kind}
        self._list_facets()

    # How it was understood

    @work(exclusive=True, group="explain")
    async def action_explain(self) -> None:
        from tui.screen.explaining import Explaining, explanation

        if self._question.is_empty or self._question.like:
            self._say("there is no query to explain")
            return
        page = await self._librarian.ask(explanation, self._question)
        if page is not None:
            self.app.push_screen(Explaining(page))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Some keys are of the search pane alone; words are exact where they had forms."""
        if action in IN_THE_PANE and self.pane != "search":
            return False
        if action == "exact":
            return self.answers.has_forms or "=" in self._question.query
        return super().check_action(action, parameters)
