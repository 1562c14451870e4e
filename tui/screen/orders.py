"""What can be done here and now, by name: the palette and the command line run these."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from tui.screen import keys
from tui.screen.keymap import worn


class Order(NamedTuple):
    """An action by its id and the last part of it, its key, what it does, and what does it."""

    id: str
    key: str
    description: str
    says: str
    run: Callable[[], Awaitable[bool]]

    @property
    def name(self) -> str:
        """The last part of the id."""
        return self.id.rpartition(".")[2]


def orders(screen: Screen[Any]) -> Iterator[Order]:
    """Every action that some shown part of the screen knows; those of where one is come first."""
    app = screen.app
    here = screen.focused.id if screen.focused else None
    for section in sorted(keys.SECTIONS, key=lambda section: here not in section.places):
        for binding in keys.bindings(section.keys):
            node = _holder(screen, section, binding)
            if node is not None and binding.action != "command_palette":
                key = app.get_key_display(worn(app, binding)[0])
                run = partial(app.run_action, binding.action, node)
                yield Order(binding.id or "", key, binding.description, binding.tooltip, run)


def _holder(screen: Screen[Any], section: keys.Section, binding: Binding) -> DOMNode | None:
    """The first widget of the section, or screen or application, that knows the action."""
    places = [node for id in section.places for node in screen.query(f"#{id}") if node.display]
    if section.places and not places:
        return None  # a place that is not on this screen, or not shown
    name = f"action_{binding.action.partition('(')[0].rpartition('.')[2]}"
    return next((node for node in (*places, screen, screen.app) if hasattr(node, name)), None)
