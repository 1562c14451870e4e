"""Lists drawn from many texts, opened from the desk: of an entity, of a query, of all texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screen.enquiry import whole
from tui.screen.searching import Searching

if TYPE_CHECKING:
    from tui.screen.surveys import Kind


class Surveying(Searching, inherit_bindings=False):
    """The part of the desk that opens a concordance, a timeline, figures."""

    def action_survey(self, kind: Kind) -> None:
        from tui.screen.surveys import NO_LINES, Wanted

        query = self._subject
        if not query and kind == "concordance":
            self._say(NO_LINES)
        else:
            self._survey(Wanted(kind, query))

    @property
    def _subject(self) -> str:
        """Whom the record in focus is of, else the name under the mark, else what was asked."""
        topic = self.panes.record.dossier.topic
        if self.panes.active == "record" and topic.entity is not None:
            return f"@{topic.entity}"
        name = self.panes.text.reader.name_here if self.panes.active == "text" else None
        if name is not None and name.entity is not None:
            return f"@{name.entity}"
        return "" if self._question.is_empty else whole(self._question).strip()
