"""The last line: the keys that matter now, as many as fit whole; help and quit always."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from textual.binding import Binding
from textual.content import Content
from textual.keys import format_key
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from tui.screen import keys
from tui.screen.keymap import worn
from tui.screen.looks import visual

ALWAYS = ("desk.help", "desk.retreat")
GAP = "   "


class Label(NamedTuple):
    """A key and what it does."""

    key: str
    does: str


LEAVE_FIRST = Label("Esc", "leave, then")
"""What to press before a letter means anything but itself."""


class KeyLine(Widget):
    """Reads the bindings that are active where the focus is."""

    ALLOW_SELECT = False
    now: reactive[tuple[Label, ...]] = reactive(())
    always: reactive[tuple[Label, ...]] = reactive(())

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._read)
        self._read(self.screen)

    def _read(self, screen: Screen[object]) -> None:
        typing = isinstance(screen.focused, Input)
        always = (b for b in keys.bindings(screen.BINDINGS) if b.id in ALWAYS)
        last = tuple(self._labels(one for b in always for one in worn(self.app, b)))
        self.always = (LEAVE_FIRST, *last) if typing and last else last
        active = [a.binding for a in screen.active_bindings.values() if a.enabled]
        shown = (
            binding
            for binding in sorted(active, key=lambda binding: keys.ORDER.get(binding.id or "", 0))
            if binding.show and binding.id not in ALWAYS and not (typing and _types(binding.key))
        )
        self.now = tuple(self._labels(shown))

    def _labels(self, bindings: Iterable[Binding]) -> Iterator[Label]:
        seen: set[str] = set()
        for binding in bindings:
            if binding.action not in seen:
                seen.add(binding.action)
                yield Label(self.app.get_key_display(binding), binding.description.lower())

    def render(self) -> Content:
        width = self.size.width - 2
        fit: list[Label] = []
        for label in self.now:
            if _length([*fit, label]) + len(GAP) + _length(self.always) <= width:
                fit.append(label)
        gap = " " * (width - _length(fit) - _length(self.always))
        return Content.assemble(" ", self._draw(fit), gap, self._draw(self.always))

    def _draw(self, labels: Iterable[Label]) -> Content:
        style = visual(self, "key")
        return Content(GAP).join(
            Content.assemble((label.key, style), f" {label.does}") for label in labels
        )


def _types(key: str) -> bool:
    """Whether a key types a character where there is a box to type in."""
    char = format_key(key)
    return len(char) == 1 and char.isascii()


def _length(labels: Iterable[Label]) -> int:
    return len(GAP.join(" ".join(label) for label in labels))
