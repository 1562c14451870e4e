"""The reading room on the screen: the application, its signals, and how it begins and ends."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from threading import Timer
from typing import TYPE_CHECKING, cast

from rich.color import ColorSystem
from rich.console import RenderableType
from textual import events, on
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.binding import Binding
from textual.filter import ANSIToTruecolor, LineFilter
from textual.getters import query_one
from textual.screen import Screen

from tui.catalog.house import HouseStyle
from tui.lettering import is_ascii
from tui.model import ReadroomError, UsageError
from tui.places import Places
from tui.screen import keymap, keys, looks
from tui.screen.ahead import Ahead
from tui.screen.desk import Desk
from tui.screen.doing import Doing
from tui.screen.driver import TerminalDriver
from tui.screen.keymap import Keymap
from tui.screen.manner import Manner
from tui.screen.messages import Failed, Tell, Toured, Wear
from tui.screen.palette import KeyCommands
from tui.screen.safe import Wall
from tui.screen.theme import MONO, THEMES
from tui.screen.typeahead import Typeahead
from tui.sessions import SCREEN, Choices

if TYPE_CHECKING:
    from tui.catalog.opening import Opening
    from tui.catalog.room import Room
    from tui.catalog.wish import Wish
    from tui.screen.sparing import SparingDriver

PLAIN = HouseStyle()
SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)
GUARD_S = 1.0
"""A terminal that is gone may take no more bytes: leave without it after so many seconds."""
TWICE_S = 1.0
"""Ctrl+C twice within so many seconds quits."""
USUAL = Manner(fresh=True)
AS_WRITTEN = Keymap()


def run(
    wish: Wish, manner: Manner, house: HouseStyle, *, picks: bool = False
) -> tuple[int, str | None]:
    """Open the desk on what `wish` says; the exit status, and what was picked there.

    Raises what kept it from opening. Where it `picks`, a terminal is found though stderr is none.
    """
    if picks:
        take_terminal()
    if not (
        sys.__stdin__ and sys.__stdin__.isatty() and sys.__stderr__ and sys.__stderr__.isatty()
    ):
        raise UsageError("the screen needs a terminal", "readroom --help lists what works without")
    trust_terminal()

    opening: Opening | None = None

    def open_room() -> Room:
        nonlocal opening
        if opening is None:
            from tui.catalog.opening import Opening

            opening = Opening(wish, app.progressed, app.indexed)
        return opening()

    manner = manner._replace(in_ascii=is_ascii(), picks=picks)
    places = Places.of(os.environ, wish.root)
    ahead = Ahead(places.state, wish, os.getcwd(), os.environ)
    own = keymap.read(places.config / keymap.FILE, manner.keys)
    app = ReadroomApp(
        open_room, manner, house, own, choices=Choices(places.state / SCREEN), ahead=ahead
    )
    try:
        picked = app.run(mouse=manner.follows_mouse(os.environ))
    finally:
        if opening is not None:
            opening.close()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0, picked


def _sparing() -> type[SparingDriver]:
    from tui.screen.sparing import SparingDriver

    return SparingDriver


def take_terminal() -> None:
    """Have stdin and stderr be the terminal, as they are not inside an editor."""
    with suppress(OSError):
        terminal = os.open("/dev/tty", os.O_RDWR)
        for number in (0, 2):
            if not os.isatty(number):
                os.dup2(terminal, number)
        os.close(terminal)


def trust_terminal() -> None:
    """Take the size from the terminal, if it has one: a shell may have exported another."""
    if all(os.get_terminal_size(0)):
        for name in ("COLUMNS", "LINES"):
            os.environ.pop(name, None)


class ReadroomApp(Doing, Typeahead[str], inherit_bindings=False):
    """One screen, the desk; the room is opened by `open_room` once the desk has been painted."""

    TITLE = "readroom"
    CSS_PATH = "desk.tcss"
    BINDINGS = keys.EVERYWHERE
    COMMANDS = {KeyCommands}
    ALLOW_SELECT = False
    desk = query_one(Desk)

    def __init__(
        self,
        open_room: Callable[[], Room],
        manner: Manner = USUAL,
        house: HouseStyle = PLAIN,
        keymap: Keymap = AS_WRITTEN,
        *,
        choices: Choices | None = None,
        ahead: Ahead | None = None,
    ) -> None:
        self._spares = manner.spares(os.environ)
        is_coloured = manner.is_coloured(os.environ)
        os.environ.pop("NO_COLOR", None)  # Textual would heed it, whatever the option says
        super().__init__(driver_class=_sparing() if self._spares else TerminalDriver)
        self.open_room = open_room
        self.house = house
        self.keymap = keymap
        self.set_keymap(keymap.textual())
        self.failure: ReadroomError | None = None
        self._wall = Wall(in_ascii=manner.in_ascii)
        self._cancelled_at = 0.0
        for theme in THEMES:
            self.register_theme(theme)
        few = self.console.color_system not in ("256", "truecolor")
        self._is_fresh, self._picks = manner.fresh, manner.picks
        self._ahead = ahead
        self._choices = choices or Choices()
        self.wear(manner.theme_in(os.environ, is_coloured, few, self._choices.chosen.theme))
        self.stylesheet.set_variables(self.get_css_variables())

    def wear(self, theme: str) -> None:
        """Take up a theme; in one without colours letters tell the names."""
        self.no_color = theme == MONO.name
        self.theme = theme

    def _watch_theme(self, theme_name: str) -> None:
        """At the start the style sheets have not been read yet, and need not be read anew."""
        if self._is_mounted:
            super()._watch_theme(theme_name)
        else:
            self.add_class(f"-theme-{theme_name}", update=False)
            self.set_class(self.current_theme.dark, "-dark-mode", update=False)
            self.set_class(not self.current_theme.dark, "-light-mode", update=False)

    def refresh_css(self, animate: bool = True) -> None:
        for screen in self.screen_stack:
            looks.forget(screen)
        super().refresh_css(animate)

    @on(Wear)
    def _wear_and_keep(self, event: Wear) -> None:
        self.wear(event.theme)
        self._choices.change(theme=event.theme)

    @on(Toured)
    def _keep_toured(self) -> None:
        self._choices.change(toured=True)

    def action_next_theme(self) -> None:
        names = [theme.name for theme in THEMES]
        following = names[(names.index(self.theme) + 1) % len(names)]
        self.post_message(Wear(following))
        self.screen.post_message(Tell(f"theme {following}"))

    def action_help(self, every: bool = False) -> None:
        from tui.screen.help import Help

        here = (self.focused.id if self.focused else None) or ""
        self.push_screen(Help("" if every else here))

    def get_default_screen(self) -> Desk:
        return Desk(
            self.open_room,
            self.size.width,
            self.house,
            is_fresh=self._is_fresh,
            picks=self._picks,
            is_toured=self._choices.chosen.toured,
            ahead=self._ahead,
        )

    def get_line_filters(self) -> Sequence[LineFilter]:
        kept = [f for f in super().get_line_filters() if not isinstance(f, ANSIToTruecolor)]
        return [*kept, self._wall]  # nothing here mixes the terminal's colours with others

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Show what the compositor drew: over a slow line, only what differs."""
        driver = self._sparing_driver
        if driver is None or self._batch_count or not self._running:
            super()._display(screen, renderable)
        elif isinstance(renderable, LayoutUpdate | ChopsUpdate):
            cursor = self.screen.outer_size.clamp_offset(self.cursor_position)
            colours = self.console._color_system or ColorSystem.TRUECOLOR
            driver.draw(renderable, self.screen.outer_size, cursor, colours)
            self.post_display_hook()

    @property
    def _sparing_driver(self) -> SparingDriver | None:
        """The driver for slow lines, if it is the one that draws."""
        return cast("SparingDriver", self._driver) if self._spares and self._driver else None

    def on_mount(self) -> None:
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        if not self.is_headless:
            for number in SIGNALS:
                signal.signal(number, self._end)

    def _end(self, number: int, _: object) -> None:
        """Leave for a signal, with the terminal restored if it still is there.

        A handler of the loop would not be called while the loop waits for a terminal that takes
        nothing more.
        """
        guard = Timer(GUARD_S, os._exit, (128 + number,))
        guard.daemon = True
        guard.start()
        if self._loop is not None:
            self._loop.call_soon_threadsafe(partial(self.exit, return_code=128 + number))

    @on(Failed)
    def _on_failed(self, event: Failed) -> None:
        """Leave, and have `run` raise what was wrong."""
        self.failure = event.error
        self.exit(return_code=event.error.exit_status)

    def progressed(self, done: int, total: int) -> None:
        """Called from another thread as texts are indexed."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._show_progress, done, total)

    def indexed(self, said: str) -> None:
        """Called from another thread once all is indexed; `said` is empty if nothing was new."""
        if self._loop is not None and said:
            self._loop.call_soon_threadsafe(self._take_in, said)

    def _take_in(self, said: str) -> None:
        if self.is_running and isinstance(desk := self.screen_stack[0], Desk):
            desk.catch_up(said)

    def _show_progress(self, done: int, total: int) -> None:
        if isinstance(self.screen, Desk):
            self.screen.progress = (done, total)

    def get_key_display(self, binding: Binding) -> str:
        return binding.key_display or keymap.spelled(binding.key, is_short=True)

    # Textual takes focus away when the terminal loses it; a reader wants none of that.
    async def _on_app_blur(self, event: events.AppBlur) -> None:
        event.prevent_default()

    def action_leave_program(self) -> None:
        self.exit()

    def action_redraw(self) -> None:
        if (driver := self._sparing_driver) is not None:
            driver.forget()
        self.refresh(layout=True)

    async def action_interrupt(self) -> None:
        now = asyncio.get_running_loop().time()
        if now - self._cancelled_at < TWICE_S:
            self.exit(return_code=130)
        self._cancelled_at = now
        if isinstance(self.screen, Desk):
            self.screen.action_leave()
        else:
            self.screen.dismiss()
