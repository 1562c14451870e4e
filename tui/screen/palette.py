"""The command palette: what the keys do, in words; nothing is declared twice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode
from textual.types import IgnoreReturnCallbackType

from tui.screen import keys

KEY = 12
"""Cells of the column of keys."""


class Command(NamedTuple):
    """A line of the palette and what it runs."""

    line: Content
    words: str
    run: IgnoreReturnCallbackType


class KeyCommands(Provider):
    """Every action of every pane with its key; one types words of it, or their beginnings."""

    async def discover(self) -> Hits:
        for command in self._commands():
            yield DiscoveryHit(command.line, command.run, text=command.words)

    async def search(self, query: str) -> Hits:
        wanted = query.casefold().split()
        for command in self._commands():
            if all(f" {word}" in f" {command.words.casefold()}" for word in wanted):
                yield Hit(1.0, command.line, command.run, text=command.words)

    def _commands(self) -> Iterator[Command]:
        for section in keys.SECTIONS:
            for binding in keys.bindings(section.keys):
                node = self._node(section, binding)
                if node is not None and binding.action != "command_palette":
                    key = self.app.get_key_display(next(iter(Binding.make_bindings([binding]))))
                    line = Content(f"{key:<{KEY}}{binding.tooltip}")
                    words = f"{binding.tooltip} {binding.description} {key}"
                    yield Command(line, words, partial(self.app.run_action, binding.action, node))

    def _node(self, section: keys.Section, binding: Binding) -> DOMNode | None:
        """The first widget of the section, or screen or application, that knows the action."""
        name = f"action_{binding.action.partition('(')[0]}"
        places = [node for id in section.places for node in self.screen.query(f"#{id}")]
        return next(
            (node for node in (*places, self.screen, self.app) if hasattr(node, name)), None
        )
