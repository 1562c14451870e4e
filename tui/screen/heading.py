"""The line above a pane: a rule with the pane's name in it, heavy where the focus is."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.screen.lines import fitted
from tui.screen.looks import visual
from tui.screen.wrap import cells

THIN, HEAVY = "─", "━"


class Heading(Widget):
    """What a pane shows, shortened to its width."""

    ALLOW_SELECT = False
    text: reactive[str] = reactive("")
    active: reactive[bool] = reactive(False)

    def render(self) -> Content:
        width = self.size.width
        rule = HEAVY if self.active else THIN
        title = fitted(self.text, width - 4)
        rest = rule * max(0, width - cells(title) - 3)
        line = visual(self, "rule-active" if self.active else "rule")
        name = visual(self, "heading-active" if self.active else "heading")
        return Content.assemble((rule, line), (f" {title} ", name), (rest, line))
