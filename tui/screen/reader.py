"""The text pane's text: how one goes about in it by keys, and has things shown or put away."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from textual import events

from tui.model import Mention, Span
from tui.screen import keys, motions
from tui.screen.gutter import CYCLE
from tui.screen.labels import labels, narrowed
from tui.screen.leaf import END, TOP, Leaf
from tui.screen.messages import Jump, Peek, Tell


class Reader(Leaf):
    """The open text, in which a stretch is marked to go on from: a hit, a name, a sentence."""

    BINDINGS = keys.TEXT
    COUNTED = frozenset(("first", "last"))

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._starts: list[int] = []

    def watch_text(self) -> None:
        super().watch_text()
        self._starts = [mention.span.start for mention in self.mentions]

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The names in the text, in reading order."""
        return self.text.mentions if self.text else ()

    # Being sent to places

    def go(self, span: Span) -> None:
        """Mark a stretch of the text and have it in view, moving the page only if it must."""
        self.set_here(span)
        self.show(span)
        self.moved()

    def restore(self, head: int, here: Span | None) -> None:
        """Be where one was: the same row on top, the same stretch marked."""
        self._wanted = None
        self.set_here(here)
        self.put_head(head)

    def place(self) -> int:
        """The head to come back to."""
        self.settle()
        return self.head

    def moved(self) -> None:
        self.screen.post_message(Tell())  # straight there, to be painted with the page

    @property
    def name_here(self) -> Mention | None:
        """The name under the mark."""
        if self.here is None:
            return None
        i = bisect_right(self._starts, self.here.start) - 1
        for mention in self.mentions[max(i, 0) : i + 2]:
            if mention.span.start < self.here.end and self.here.start < mention.span.end:
                return mention
        return None

    @property
    def is_low(self) -> bool:
        """Whether the mark is in the lower half of the page."""
        if self.here is None or not self.settle() or not self._roll.holds(self.here.start):
            return False
        return self.row_of(self.here.start) - self.top >= self._height // 2

    # Going from mark to mark

    @property
    def _at(self) -> int | None:
        """Where the mark begins, if it is in view."""
        view = self.in_view()
        is_here = self.here is not None and view.start <= self.here.start < view.end
        return self.here.start if self.here is not None and is_here else None

    def _from(self, by: int) -> int:
        """Where to look from for what comes next, or before."""
        if (at := self._at) is not None:
            return at
        return self.in_view().start - 1 if by > 0 else self.in_view().end

    def _go_or_tell(self, span: Span | None, what: str) -> None:
        if span is not None:
            self.go(span)
        else:
            self.post_message(Tell(what))

    def action_name(self, by: int) -> None:
        if not self.mentions:
            self.post_message(Tell("no names in this text"))
            return
        i = self._nearest_name(by)
        found = self.mentions[i].span if 0 <= i < len(self.mentions) else None
        self._go_or_tell(found, f"no name {'further on' if by > 0 else 'before this'}")

    def _nearest_name(self, by: int) -> int:
        at = self._from(by)
        return bisect_right(self._starts, at) if by > 0 else bisect_left(self._starts, at) - 1

    def action_same(self, by: int) -> None:
        name = self.name_here
        if name is None:
            self.post_message(Tell("no name here; ]e goes to the next one"))
            return
        order = range(self._nearest_name(by), len(self.mentions) if by > 0 else -1, by)
        same = (self.mentions[i] for i in order)
        found = next((m.span for m in same if _are_same(m, name)), None)
        self._go_or_tell(found, f"{name.alias}: not named {'further on' if by > 0 else 'before'}")

    def action_sentence(self, by: int) -> None:
        at, text = self._from(by), self.document.text
        found = motions.sentence_from(text, at + 1) if by > 0 else motions.sentence_before(text, at)
        self._go_or_tell(found, "no sentence there")

    def action_quotation(self, by: int) -> None:
        at, text = self._from(by), self.document.text
        find = motions.quotation_from if by > 0 else motions.quotation_before
        found = find(text, at + 1 if by > 0 else at)
        self._go_or_tell(found, f"no quotation {'further on' if by > 0 else 'before'}")

    def action_paragraph(self, by: int) -> None:
        """To the first sentence of a paragraph; back, first to that of the paragraph one is in."""
        at, text = self._from(by), self.document.text
        paragraph = motions.paragraph_at(text, at, max(by, 0))
        found = motions.sentence_from(text, paragraph.start) if paragraph else None
        if by < 0 and (found is None or found.start >= at):
            paragraph = motions.paragraph_at(text, at, -1)
            found = motions.sentence_from(text, paragraph.start) if paragraph else None
        self._go_or_tell(found, "no paragraph there")

    # Jumping

    def action_first(self) -> None:
        self._jump_to_line(TOP)

    def action_last(self) -> None:
        self._jump_to_line(END)

    def _jump_to_line(self, otherwise: int) -> None:
        """To the line of the number that was typed, else to an end."""
        line = min(self.count, self.document.line_count)
        self.post_message(Jump(self.document.lines(line, line).start if line else otherwise))

    def action_label(self) -> None:
        """Give every name and hit in view a label, and go to the one whose label is typed."""
        view = self.in_view()
        marks = {m.start: Span(m.start, m.end) for m in self._names.within(*view)}
        marks |= {m.start: Span(m.start, m.end) for m in self._hits.within(*view)}
        marks = {at: marks[at] for at in sorted(marks) if self._is_drawn(at, view)}
        if not marks:
            self.post_message(Tell("no name and no hit on this page"))
            return
        self._show_labels(dict(zip(marks, labels(len(marks)), strict=False)))
        self.post_message(Tell("type the letters of a name or hit"))

        def heard(letter: str) -> bool:
            left = narrowed(self.labels, letter) if letter else {}
            self._show_labels({at: label for at, label in left.items() if label})
            if "" in left.values():
                self.post_message(Jump(span=marks[next(iter(left))]))
            elif not self.labels:
                self.moved()
            return bool(self.labels)

        self.listen(heard)

    def _is_drawn(self, at: int, view: Span) -> bool:
        return view.start <= at < view.end and self._roll.setting.fold(at) is None

    def on_blur(self) -> None:
        self.unlisten()
        if self.labels:
            self._show_labels({})

    def _show_labels(self, shown: dict[int, str]) -> None:
        self.labels = shown
        self.redraw()

    # Rows for a selection

    def beneath(self, offset: int, by: int) -> int:
        """The offset so many rows below another, in the same column as near as there is one."""
        self._hold(offset)
        row = self.row_of(offset)
        column = self.column(self._roll[row], offset)
        span = self._roll[self.nearest(row + by)]
        inside = range(max(0, span.start), max(0, span.end) + 1)
        return max((at for at in inside if self.column(span, at) <= column), default=inside.start)

    def whole_rows(self, fixed: int, moving: int, by: int = 0) -> tuple[int, int]:
        """The two ends of a selection out to the ends of their rows, the moving end further on."""
        is_forward = moving >= fixed
        still = self.row_of(fixed if is_forward else fixed - 1)
        row = self.nearest(self.row_of(max(fixed, moving - 1) if is_forward else moving) + by)
        start, end = self._roll[min(still, row)].start, self._roll[max(still, row)].end
        ends = max(0, start), max(0, end)
        return ends if row >= still else ends[::-1]

    # What is shown

    def action_peek(self) -> None:
        if (name := self.name_here) is not None:
            self.post_message(Peek(name))
        elif self.text is not None:
            self.post_message(Tell("no name here; ]e goes to the next one"))

    def action_names(self) -> None:
        self.shows_names = not self.shows_names
        self.post_message(Tell(f"names {'marked' if self.shows_names else 'not marked'}"))

    def action_numbers(self) -> None:
        self.numbers = CYCLE[(CYCLE.index(self.numbers) + 1) % len(CYCLE)]
        self.post_message(Tell(f"numbers of {self.numbers}" if self.numbers else "no numbers"))

    def action_fold(self) -> None:
        if self.text is None or not self.text.folds:
            self.post_message(Tell("nothing around this text to fold"))
            return
        self.folding = not self.folding
        self.moved()

    # The mouse

    def on_click(self, event: events.Click) -> None:
        mention = self._name_at(event.x, self.top + event.y)
        if mention is not None:
            self.go(mention.span)
            self.post_message(Peek(mention))

    def _name_at(self, column: int, row: int) -> Mention | None:
        if self.text is None or not self.settle() or not self.is_row(row):
            return None
        span = self._roll[row]
        if self._roll.setting.fold(span.start) == span:
            return None
        for mark in self._names.within(*span):
            start, end = max(span.start, mark.start), min(span.end, mark.end)
            if self.column(span, start) <= column < self.column(span, end):
                return self.mentions[bisect_left(self._starts, mark.start)]
        return None


def _are_same(one: Mention, other: Mention) -> bool:
    """Whether two names are of one entity, or may be of the same ones."""
    return (one.entity, one.candidates) == (other.entity, other.candidates)
