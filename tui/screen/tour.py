"""The tour: what there is, in a minute, in two rows above the status line. It stops nobody."""

from __future__ import annotations

import re

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.screen import keys
from tui.screen.keymap import worn
from tui.screen.lines import fitted
from tui.screen.looks import visual

STEPS = (
    ("Type to search: a word, a “phrase”, @name.", "The list follows what you type."),
    ("{box.open} opens the marked text at its first hit.", "{desk.next-hit} goes on, hit by hit."),
    ("Names are underlined: {text.next-name} goes to one.", "{text.card} shows who or what it is."),
    ("{desk.cite} copies a sentence with its citation.", "{text.select} selects by keys."),
    ("{desk.next-pane} goes from pane to pane, {desk.back} back.", "{desk.retreat} leaves."),
    ("{desk.help} names the keys that work here.", "{app.palette} finds what to do by name."),
)
"""Each step in two halves: on a wide screen they share a row."""
TYPED = "typed"
_ALSO = {1: (TYPED,), 2: ("choose",)}
"""By what else a step is done than by the keys that it names."""
_KEY = re.compile(r"\{([\w.-]+)\}")


class Tour(Widget):
    """One step at a time; 0 is none."""

    ALLOW_SELECT = False
    step: reactive[int] = reactive(0, init=False)

    def watch_step(self, step: int) -> None:
        self.display = step > 0

    def is_by(self, action: str) -> bool:
        """Whether what the step tells of is done by this action."""
        ids = _KEY.findall("".join(STEPS[self.step - 1])) if self.step else []
        return action in {*(keys.BY_ID[id].action for id in ids), *_ALSO.get(self.step, ())}

    def go_on(self) -> bool:
        """The next step, or the end; whether it was that."""
        self.step = (self.step + 1) % (len(STEPS) + 1)
        return self.step == 0

    def render(self) -> Content:
        if not self.step:
            return Content("")
        width = self.size.width - 2
        lines = [self._with_keys(half) for half in STEPS[self.step - 1]]
        on = self._with_keys("{desk.tour} goes on, {desk.leave} ends it")
        if self.step == len(STEPS):
            on = self._with_keys("{desk.tour} ends it, and brings it back")
        head = f"Tour {self.step}/{len(STEPS)} · {on}"
        if len(" ".join(lines)) <= width:
            lines = [" ".join(lines)]
        body = [Content(f" {fitted(line, width)}") for line in lines]
        return Content("\n").join(
            [Content.styled(f" {fitted(head, width)}", visual(self, "bar")), *body]
        )

    def _with_keys(self, text: str) -> str:
        return _KEY.sub(lambda match: self._key(match[1]), text)

    def _key(self, id: str) -> str:
        binding = keys.BY_ID[id]
        return self.app.get_key_display(worn(self.app, binding)[0])
