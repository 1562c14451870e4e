"""The check of a registry against the texts: what its names and its evidence are worth there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from tui.catalog import searching
from tui.catalog.room import Room
from tui.index.touched import touched
from tui.model import Alias, Problem
from tui.registry import Registry
from tui.registry import check as rules
from tui.registry.decisions import files, read
from tui.words import words


def check(room: Room) -> list[Problem]:
    """The problems of the registry of a room, in the order of its files."""
    assert room.registry_path is not None
    return rules.check(room.registry_path, Uses(room))


class Uses:
    """What the texts of a room know about its registry: `rules.Counts`."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._known: dict[tuple[str, Alias], tuple[int, int]] = {}

    def written(self, entity: str, alias: Alias) -> int:
        """How often an alias stands in the texts where its conditions allow it."""
        return self._uses(entity, alias)[0]

    def mentions(self, entity: str, alias: Alias) -> int:
        """How often it counts there as a mention, an ambiguous one too."""
        return self._uses(entity, alias)[1]

    def _uses(self, entity: str, alias: Alias) -> tuple[int, int]:
        """Both; what the index counts under the alias is enough, and else the texts are read."""
        if times := self._mentions[entity, alias.text]:
            return times, times
        if (entity, alias) not in self._known:
            self._known[entity, alias] = self._read(entity, alias)
        return self._known[entity, alias]

    def _read(self, entity: str, alias: Alias) -> tuple[int, int]:
        room = self._room
        alone = Registry.of([replace(room.registry.entities[entity], aliases=(alias,))])
        written = counting = 0
        for number in touched(room.view, Registry.empty(), alone):
            doc = room.view.record(number).id
            text = room.document(doc).text
            places = {
                mention.span
                for mention in (*room.mentions(doc), *room.concepts(doc))
                if entity in (mention.entity, *mention.candidates)
            }
            for id, found, span in room.finder.written(text, words(text), doc):
                if (id, found) == (entity, alias):
                    written += 1
                    counting += span in places
        return written, counting

    @cached_property
    def _mentions(self) -> Counter[tuple[str, str]]:
        view = self._room.view
        counts: Counter[tuple[str, str]] = Counter()
        for number in view.everything():
            for mention in (*view.mentions(number), *view.concepts(number)):
                ids = mention.candidates if mention.entity is None else (mention.entity,)
                counts.update((id, mention.alias) for id in ids)
        return counts

    def answers(self, query: str) -> int:
        """How many spans answer a query; raises QueryError if it is none."""
        answer = searching.search(self._room, query, limit=0)
        return answer.mentions_total or answer.total

    def lost_decisions(self) -> Sequence[Problem]:
        """The decisions whose place is gone or whose entity is, each as an error in its file."""
        room = self._room
        paths = files(room.registry_path, room.places.data) if room.registry_path else ()
        nobody = [
            decision.problem(f"there is no entity {decision.entity!r}")
            for decision in read(*paths)[0]
            if decision.entity not in room.registry.entities
        ]
        return [*room.decided.faults, *nobody]
