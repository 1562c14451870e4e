"""The text pane: the text under its heading, the find box below it, the peek card over it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.getters import query_one
from textual.reactive import reactive

from tui.model import Passage, Span
from tui.screen import keys
from tui.screen.card import Card
from tui.screen.find import find
from tui.screen.finder import Finder
from tui.screen.heading import Heading
from tui.screen.lines import Line, Page
from tui.screen.messages import Ask, Found, Register, Sought, Take, Tell
from tui.screen.motions import word_after
from tui.screen.question import phrase
from tui.screen.reader import Reader
from tui.screen.selector import Selector
from tui.screen.text import Text
from tui.screen.walk import Walk

MOST, MOST_WORDS = 80, 12
"""Code points of what may be a name; words that are searched for together."""


class TextPane(Vertical):
    """What surrounds the reader."""

    BINDINGS = keys.TEXT_PANE

    text: reactive[Text | None] = reactive(None, init=False)
    front: reactive[tuple[Line, ...]] = reactive((), init=False)
    lit: reactive[tuple[Span, ...]] = reactive((), init=False)
    active: reactive[bool] = reactive(False)

    heading = query_one("#text > Heading", Heading)
    reader = query_one(Reader)
    finder = query_one(Finder)
    selector = query_one(Selector)
    card = query_one(Card)

    def compose(self) -> ComposeResult:
        yield Heading().data_bind(TextPane.active)
        yield Reader(id="reader").data_bind(TextPane.text, TextPane.front, TextPane.lit)
        yield Finder()
        yield Selector(id="selector").data_bind(TextPane.text)
        yield Card()

    def on_mount(self) -> None:
        self.heading.text = "Text"

    def watch_text(self, text: Text | None) -> None:
        self.heading.text = text.label if text else "Text"
        self.close_card()
        self.stop_selecting()

    @property
    def passage(self) -> Passage | None:
        """What is marked in the open text, else what is in view."""
        if self.text is None:
            return None
        return Passage(self.text.document.id, self.reader.here or self.reader.in_view())

    def enter(self) -> None:
        """Take the focus."""
        self.reader.focus()

    def show_card(self, page: Page) -> None:
        """Lay a card over the text, where the name is not, and give it the focus."""
        self.card.page = page
        if not self.card.display:
            self.card.set_class(self.reader.is_low, "-above")
            self.card.display = True
        self.card.list.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Without a text there is nothing to find or to name, and `/` is the desk's."""
        del parameters
        return action not in ("find", "register", "seek", "select") or self.text is not None

    # Selecting

    def action_select(self, by_rows: bool) -> None:
        """Begin to select: what is marked, else the first word in view."""
        reader, view = self.reader, self.reader.in_view()
        here = reader.here
        if here is None or not view.start <= here.start < view.end:
            here = word_after(reader.document.text, view.start)
        if here is not None:
            self.selector.begin(here, by_rows)

    @on(Selector.Changed)
    def _show_selected(self, event: Selector.Changed) -> None:
        event.stop()
        selected = event.selection
        if selected.by_rows:
            ends = self.reader.whole_rows(selected.fixed, selected.moving)
            selected = self.selector.selection = selected._replace(fixed=ends[0], moving=ends[1])
        if self.selector.display:
            self.reader.selected = selected.span
            self.reader.show(selected.edge)
            self.reader.moved()

    @on(Selector.Rows)
    def _select_rows(self, event: Selector.Rows) -> None:
        event.stop()
        selected = self.selector.selection
        if selected.by_rows:
            ends = self.reader.whole_rows(selected.fixed, selected.moving, event.by)
            self.selector.selection = selected._replace(fixed=ends[0], moving=ends[1])
        else:
            self.selector.selection = selected.to(self.reader.beneath(selected.moving, event.by))

    @on(Selector.Left)
    def _end_selecting(self, event: Selector.Left) -> None:
        event.stop()
        span = self.selector.selection.span
        self.stop_selecting()
        self.enter()
        if event.way:
            self.post_message(Take(event.way, span))

    def stop_selecting(self) -> bool:
        """Have nothing selected; whether anything was."""
        was_open, self.selector.display = self.selector.display, False
        self.reader.selected = None
        return was_open

    # Registering and finding

    def action_register(self) -> None:
        """Wish for what is selected, or the name or the few words that are marked, registered."""
        reader = self.reader
        name, here = reader.name_here, reader.selected or reader.here
        if name is not None and reader.selected is None:
            here = name.span
        words = reader.document.text[slice(*here)] if here else ""
        self.post_message(Register(words if len(words) <= MOST else ""))

    def action_seek(self) -> None:
        """Wish for what is selected, or the name or the words that are marked, in all texts."""
        reader = self.reader
        name = reader.name_here if reader.selected is None else None
        if name is not None and name.entity:
            self.post_message(Ask(f"@{name.entity}"))
            return
        here = reader.selected or reader.here
        words = reader.document.text[slice(*here)].split() if here else []
        if 0 < len(words) <= MOST_WORDS:
            self.post_message(Ask(phrase(" ".join(words))))
        else:
            self.post_message(Tell("no words marked to search for; v selects some"))

    def action_find(self) -> None:
        self.finder.open()

    @on(Sought)
    def _seek(self, event: Sought) -> None:
        """Find the words in the text, and hand on what was found as a walk."""
        event.stop()
        words = event.words.strip()
        spans = find(self.text.document.text, words) if self.text else ()
        doc = self.text.document.id if self.text else ""
        walk = Walk.through(f"find “{words}”", [(doc, spans)], "place") if spans else None
        self.post_message(Found(words, walk, event.go))
        if event.go:
            self.close_finder()
            self.enter()

    def close_card(self) -> bool:
        """Take the card away; whether there was one."""
        was_open, self.card.display = self.card.display, False
        return was_open

    def close_finder(self) -> bool:
        """Take the find box away; whether there was one."""
        was_open, self.finder.display = self.finder.display, False
        return was_open
