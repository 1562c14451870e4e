"""The command line of the desk, behind `:`: every action by name, and a few words of its own."""

from __future__ import annotations

from collections.abc import Mapping

from textual import work
from textual.suggester import Suggester

from tui.counts import number
from tui.model import Passage, Span
from tui.screen import lookups
from tui.screen.librarian import Librarian
from tui.screen.messages import Ask, Jump, Open, Show, Wear
from tui.screen.orders import Order, orders
from tui.screen.theme import THEMES
from tui.screen.travelling import Travelling

WORDS = {"open": "a text", "search": "a query", "theme": "a name", "who": "an entity"}
"""Commands that take something, and what."""
SHORT = {"q": "app.quit", "quit": "app.quit", "h": "desk.help"}


class Completion(Suggester):
    """How a command that is begun may go on."""

    def __init__(self, orders: Mapping[str, Order], librarian: Librarian) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._names = sorted([*WORDS, *(name for name in orders if "." not in name)])
        self._ids = sorted(name for name in orders if "." in name)
        self._librarian = librarian

    async def get_suggestion(self, value: str) -> str | None:
        word, space, begun = value.partition(" ")
        if not space:
            found = (name for name in (*self._names, *self._ids) if name.startswith(word))
            return next(found, None) if word else None
        match word:
            case "theme":
                offered = [theme.name for theme in THEMES if theme.name.startswith(begun)]
            case "open" | "who":
                offered = await self._librarian.ask(lookups.begun, word, begun) or []
            case _:
                offered = []
        return f"{word} {offered[0]}" if offered else None


class Commanding(Travelling, inherit_bindings=False):
    """The part of the desk that does what is typed by name."""

    async def action_command(self) -> None:
        """Ask for a command and do it; keys that are typed meanwhile wait for the line."""
        from tui.screen.prompt import Prompt

        known: dict[str, Order] = {}
        for order in orders(self):
            known[order.id] = order
            known.setdefault(order.name, order)

        def typed(command: str | None) -> None:
            if command:
                self._command(command, known)

        hint = "an action, a line number; open, search, theme, who"
        await self.app.push_screen(
            Prompt(":", hint, suggester=Completion(known, self._librarian)), typed
        )

    @work(group="command")
    async def _command(self, command: str, known: Mapping[str, Order]) -> None:
        word, _, rest = command.partition(" ")
        rest = rest.strip()
        if word.isdecimal() and not rest:
            self._go_to_line(number(word))
        elif word in WORDS and rest:
            await self._do(word, rest)
        elif word in WORDS:
            self._say(f"{word} takes {WORDS[word]}")
        elif orders := _begun(SHORT.get(command, command), known):
            if len(orders) == 1:
                await orders[0].run()
            else:
                self._say(f"{command}: {' or '.join(order.name for order in orders[:6])}?")
        else:
            self._say(f"there is no command {word}; Tab completes, ? names every key")

    async def _do(self, word: str, rest: str) -> None:
        if word == "search":
            self.post_message(Ask(rest))
        elif word == "theme":
            named = [theme.name for theme in THEMES]
            begun = [name for name in named if rest and name.startswith(rest)]
            if len(begun) == 1:
                self.post_message(Wear(begun[0]))
            else:
                self._say(f"there is no theme {rest}; there are {', '.join(named)}")
        elif (found := await self._librarian.ask(lookups.meant, word, rest)) is None:
            return  # the librarian has said why
        elif word == "open":
            self.post_message(Open(Passage(found, Span(0, 0))))
        else:
            self.post_message(Show(found))

    def _go_to_line(self, line: int) -> None:
        if self.text is None:
            self._say("no text is open")
        else:
            self.post_message(Jump(self.text.document.lines(line, line).start))


def _begun(name: str, known: Mapping[str, Order]) -> list[Order]:
    """The action of this name or id, or those whose names begin so."""
    if name in known:
        return [known[name]]
    return [
        order for key, order in sorted(known.items()) if "." not in key and key.startswith(name)
    ]
