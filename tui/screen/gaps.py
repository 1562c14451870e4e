"""The gaps: names that the texts hold often and the registry does not, each with its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.getters import query_one
from textual.screen import ModalScreen

from tui.counts import count
from tui.model import Passage, ReadroomError
from tui.screen import drafting, keys
from tui.screen.heading import Heading
from tui.screen.keyline import KeyLine
from tui.screen.librarian import Librarian
from tui.screen.lines import BLANK, Item, Line, Page
from tui.screen.listing import Listing
from tui.screen.registering import Registering
from tui.screen.status import Status

if TYPE_CHECKING:
    from tui.catalog.missing import Missing

LOOKING = "Names that texts hold and the registry does not are listed once all are gone through."
TICK_S = 0.2
"""Between two looks at how far the texts have been gone through."""


class GapList(Listing):
    """Gaps, of which the marked one is answered."""

    BINDINGS = keys.GAPS


class _Left(ReadroomError):
    """Nobody waits for the gaps any more."""


class Gaps(ModalScreen[Passage], inherit_bindings=False):
    """Dismissed with a place to open, or nothing; `said` is the last edit made here."""

    BINDINGS = [*keys.GAPS_SCREEN, *keys.OVER]

    list = query_one("#gaps", GapList)
    status = query_one(Status)
    _heading = query_one(Heading)

    def __init__(self, librarian: Librarian) -> None:
        super().__init__()
        self.said: str | None = None
        self._librarian = librarian
        self._gaps: tuple[Missing, ...] = ()
        self._answered: list[int] = []
        self._progress = (0, 0)
        self._is_left = False

    def compose(self) -> ComposeResult:
        yield Heading()
        yield GapList(id="gaps")
        yield Status()
        yield KeyLine()

    def on_mount(self) -> None:
        self._heading.active = True
        self._heading.text = "Gaps · looking for names"
        self.list.page = Page("Gaps", (Item((BLANK, Line(LOOKING, "quiet"))),))
        self._look()

    def on_unmount(self) -> None:
        self._is_left = True

    # Looking for them

    @work(group="gaps")
    async def _look(self) -> None:
        ticking = self.set_interval(TICK_S, self._tick)
        found = await self._librarian.ask(drafting.gaps, self._seen)
        ticking.stop()
        self._gaps = found or ()
        self._show()

    def _seen(self, done: int, total: int) -> None:
        """Called from another thread as the texts are gone through."""
        if self._is_left:
            raise _Left("")
        self._progress = done, total

    def _tick(self) -> None:
        done, total = self._progress
        self._heading.text = f"Gaps · {done:,} of {count(total, 'text')} gone through"

    def _show(self) -> None:
        at = self.list.cursor
        items = tuple(_item(n, gap) for n, gap in enumerate(self._gaps) if n not in self._answered)
        self._heading.text = f"Gaps · {count(len(items), 'name')} not registered"
        self.list.page = Page("Gaps", items or (Item((BLANK, Line("No gaps", "quiet"))),))
        if items and at >= 0:
            self.list.mark(min(at, len(items) - 1))
        self.list.focus()

    # Answering them

    @property
    def _here(self) -> tuple[int, Missing] | None:
        """The marked gap with its number."""
        target = self.list.marked.target if self.list.marked else None
        return (int(target), self._gaps[int(target)]) if isinstance(target, str) else None

    def _tell(self, said: str, *answered: int) -> None:
        self.said = self.status.left = said
        self._answered += answered
        self._show()

    def action_new(self) -> None:
        if (here := self._here) is not None:
            self._register(here[0], Registering(
                self._librarian, here[1].gap.name, new=True, type=here[1].gap.type
            ))  # fmt: skip

    def action_alias(self) -> None:
        if (here := self._here) is not None:
            like = here[1].gap.like or ""
            screen = Registering(self._librarian, here[1].gap.name, wanted=like)
            self._register(here[0], screen)

    def _register(self, number: int, screen: Registering) -> None:
        def registered(said: str | None) -> None:
            if said is not None:
                self._tell(said, number)

        self.app.push_screen(screen, registered)

    @work(exclusive=True, group="write")
    async def action_ignore(self) -> None:
        if (here := self._here) is not None:
            said = await self._librarian.ask(drafting.attempt, drafting.ignore, here[1].gap.name)
            if said is not None and said.done:
                self._tell(said.what, here[0])
            elif said is not None:
                self.status.left = said.what

    @work(exclusive=True, group="write")
    async def action_undo_edit(self) -> None:
        """Take back the last edit made here, and list its gap again."""
        if not self._answered:
            self.status.left = "nothing has been written from here"
            return
        said = await self._librarian.ask(drafting.attempt, drafting.undo)
        if said is not None and said.done:
            self._answered.pop()
            self._tell(said.what)
        elif said is not None:
            self.status.left = said.what

    @on(Listing.Chosen)
    def _open(self, event: Listing.Chosen) -> None:
        event.stop()
        if (here := self._here) is not None and here[1].gap.passages:
            self.dismiss(here[1].gap.passages[0])

    def action_step_back(self) -> None:
        self.dismiss()


def _item(number: int, missing: Missing) -> Item:
    """A gap: how it is written and how often, what it may be, and the sentences behind it."""
    gap = missing.gap
    others = [f"{text} {times}" for text, times in gap.spellings if text != gap.name]
    guess = [gap.type or "", f"like {gap.like}" if gap.like else "", *others[:5]]
    where = f"{gap.count:,} in {count(gap.documents, 'text')}"
    lines = [Line(gap.name, "strong", most=2, tail=where)]
    if any(guess):
        lines.append(Line(" · ".join(filter(None, guess)), "quiet", most=2))
    for place in missing.places:
        text, mark = drafting.excerpt(place, "doubt")
        lines.append(Line(text, marks=(mark,), most=2, indent=2))
    return Item((*lines, BLANK), str(number))
