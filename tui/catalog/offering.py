"""What may be meant by what is only begun: names and texts to offer while a call is typed.

Quick and harmless: no index is made or changed for it, and what cannot be read offers nothing.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property

from tui.catalog.choosing import Choice, choose
from tui.catalog.room import registry_at
from tui.catalog.wish import Wish
from tui.corpus import Corpus
from tui.index import has_index, home_of, open_view
from tui.places import Places
from tui.registry import Registry

MOST = 200
"""Names offered at most."""


@dataclass(frozen=True)
class Offers:
    """What the corpus and the registry that a wish means have to offer."""

    wish: Wish

    @cached_property
    def _choice(self) -> Choice:
        return choose(self.wish, self._places, os.environ)

    @cached_property
    def _places(self) -> Places:
        return Places.of(os.environ, self.wish.root)

    def ids(self, begun: str) -> list[str]:
        """The ids of entities that begin so."""
        found = sorted(self._registry().entities)
        return [id for id in found if id.startswith(begun)][:MOST]

    def names(self, begun: str) -> list[str]:
        """The ids, then the names and aliases that begin so, in any case."""
        folded = begun.casefold()
        texts = {
            alias.text for entity in self._registry().entities.values() for alias in entity.aliases
        }
        written = sorted(text for text in texts if text.casefold().startswith(folded))
        return list(dict.fromkeys([*self.ids(begun), *written]))[:MOST]

    def docs(self, begun: str) -> list[str]:
        """The ids of texts that begin so."""
        home, _ = home_of(self._places, self._choice.corpus, self._choice.registry)
        if has_index(home):
            view = open_view(home, self._choice.corpus)
            found = list(map(view.id, view.everything()))
        else:
            found = list(Corpus(self._choice.corpus).scan().files)
        return sorted(doc for doc in found if doc.startswith(begun))[:MOST]

    def _registry(self) -> Registry:
        home, _ = home_of(self._places, self._choice.corpus, self._choice.registry)
        return registry_at(self._choice.registry, home)[0]
