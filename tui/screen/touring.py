"""The tour on the desk: shown the first time, recalled by its key, ended by that of leaving."""

from __future__ import annotations

from textual import on
from textual.getters import query_one

from tui.screen.messages import Done, Toured
from tui.screen.part import Part
from tui.screen.tour import Tour


class Touring(Part, inherit_bindings=False):
    """The part of the desk that shows the tour."""

    tour = query_one(Tour)

    def action_tour(self) -> None:
        """The next step of the tour, or its first."""
        if self.tour.go_on():
            self.post_message(Toured())

    @on(Done)
    def _go_on(self, event: Done) -> None:
        """Once what a step tells of was done, in whatever way, the next is told."""
        if self.tour.is_by(event.action):
            self.action_tour()

    def _end_tour(self) -> bool:
        """Whether there was a tour to end."""
        if not self.tour.step:
            return False
        self.tour.step = 0
        self.post_message(Toured())
        return True
