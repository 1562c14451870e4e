"""What is kept of texts from the desk: where one was, stars, the reading list, marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work
from textual.reactive import reactive

from tui.model import Passage, ReadroomError, Span
from tui.screen import standing
from tui.screen.answers import Answers
from tui.screen.messages import Jump, Open
from tui.screen.part import Part
from tui.screen.reader import Reader
from tui.screen.text import Text

if TYPE_CHECKING:
    from tui.shelf import Kept, Shelf

BATCH = 2_000
"""Texts looked at before anything else is answered."""


class Shelving(Part, inherit_bindings=False):
    """The part of the desk that keeps what belongs to a text and its reader."""

    text: reactive[Text | None] = reactive(None, init=False)
    answers: reactive[Answers] = reactive(Answers(), init=False)

    _shelf: Shelf | None = None
    _reader: Reader | None = None
    _is_said = False

    @work(exclusive=True, group="shelf")
    async def _begin_to_keep(self) -> None:
        """Take note of which texts there are, a batch at a time: nobody waits for it."""
        self._reader = self.panes.text.reader  # still there when the desk is being taken away
        count = await self._librarian.ask(standing.begin) or 0
        found: list[str] = []
        for first in range(0, count, BATCH):
            found += await self._librarian.ask(standing.hashes, first, first + BATCH) or ()
        if len(found) == count:
            await self._librarian.ask(standing.take, found)

    # The open text

    @property
    def _kept(self) -> Kept | None:
        """What is kept of the open text."""
        if self.text is None or self._shelf is None:
            return None
        return self._shelf.of(self.text.document.id, self.text.document.sha256)

    def _keep(self, *kept: Kept, unasked: bool = False) -> bool:
        """Keep something; whether it could be. What is wrong is said: once, if nobody asked."""
        try:
            if self._shelf is not None:
                self._shelf.put(*kept)
        except ReadroomError as error:
            if not (unasked and self._is_said):
                self._say(f"nothing is kept: {error.message}")
            self._is_said = True
            return False
        return self._shelf is not None

    def _keep_place(self) -> None:
        """Keep where one is in the open text."""
        kept = self._kept
        if kept is not None and self.text is not None and self._reader is not None:
            from tui.anchors import hold

            document, head = self.text.document, self._reader.head
            place = hold(document.text, head, document.sha256) if head > 0 else None
            self._keep(replace(kept, place=place), unasked=True)

    def _place_kept(self) -> int:
        """Where one was in the open text; 0 for its beginning."""
        kept = self._kept
        if kept is None or kept.place is None or self.text is None:
            return 0
        from tui.anchors import follow

        return follow(kept.place, self.text.document.text, self.text.document.sha256) or 0

    def _keep_read(self) -> None:
        """Keep that the open text was opened."""
        kept = self._kept
        if kept is None or kept.is_read:
            return
        if self._keep(replace(kept, is_read=True), unasked=True):
            self._note()

    # Texts marked

    def action_star(self) -> None:
        self._turn("is_starred", "starred", "no star any more")

    def action_list(self) -> None:
        self._turn("is_listed", "on the reading list", "off the reading list")

    def action_read(self) -> None:
        self._turn("is_read", "read", "unread")

    @work(exclusive=True, group="turn")
    async def _turn(self, name: str, on: str, off: str) -> None:
        """Turn a mark of the open text, or of the one in the list, and say which it is now."""
        kept = self._kept
        item = self.panes.search.hits.marked
        if self.panes.active == "search":
            kept = None
            if item is not None and isinstance(item.target, Passage):
                kept = await self._librarian.ask(standing.kept, item.target.doc)
        if kept is None:
            self._say("no text here to mark")
            return
        is_now = not getattr(kept, name)
        turned: Callable[..., Kept] = replace
        if self._keep(turned(kept, **{name: is_now})):
            self._note()
            self._say(on if is_now else off)

    @work(exclusive=True, group="note")
    async def _note(self) -> None:
        """Have the list say how its texts stand now."""
        answers = self.answers
        noted = await self._librarian.ask(standing.noted, answers)
        if noted is not None and self.answers is answers:
            self.answers = noted

    # Places marked

    def action_mark(self) -> None:
        if self.text is None:
            return
        self._say("a letter for this place: a–z in this text, A–Z for all texts")
        self._hear(self._mark)

    def action_visit(self) -> None:
        letters = "".join(sorted(self._kept.marks)) if self._kept else ""
        kept = self._shelf.all() if self._shelf else ()
        others = {letter for one in kept for letter in one.marks if letter.isupper()}
        letters += "".join(sorted(others - set(letters)))
        self._say(f"to which mark? {' '.join(letters) or 'there is none yet'} · ' goes back")
        self._hear(self._visit)

    def _hear(self, then: Callable[[str], None]) -> None:
        def heard(letter: str) -> bool:
            self._say()
            if letter:
                then(letter)
            return False

        self.panes.text.reader.listen(heard)

    def _mark(self, letter: str) -> None:
        kept, text = self._kept, self.text
        if kept is None or text is None or not (letter.isascii() and letter.isalpha()):
            self._say("a mark is a letter")
            return
        from tui.anchors import hold

        head = max(0, self.panes.text.reader.head)
        there = hold(text.document.text, head, text.document.sha256)
        others = [
            replace(one, marks={key: of for key, of in one.marks.items() if key != letter})
            for one in (self._shelf.all() if self._shelf and letter.isupper() else ())
            if letter in one.marks and one.sha256 != kept.sha256
        ]
        if self._keep(*others, replace(kept, marks={**kept.marks, letter: there})):
            self._say(f"marked {letter}")

    def _visit(self, letter: str) -> None:
        kept = self._kept
        if letter in "'`":
            self.call_later(self.run_action, "back")
        elif kept is not None and letter in kept.marks and self.text is not None:
            from tui.anchors import follow

            document = self.text.document
            at = follow(kept.marks[letter], document.text, document.sha256)
            if at is None:
                self._say(f"what was marked {letter} is gone")
            else:
                self.post_message(Jump(at))
        elif letter.isupper() and self._shelf and (other := self._shelf.marked(letter)):
            anchor = other.marks[letter]
            passage = Passage(other.doc, Span(anchor.at, anchor.at + len(anchor.exact)))
            self.post_message(Open(passage))
        else:
            self._say(f"no mark {letter}")
