"""A small corpus with a registry kept by hand, to open and to change."""

from __future__ import annotations

import os
import time
from pathlib import Path

from tui.catalog.room import Room, open_room
from tui.catalog.wish import Wish

TEXTS = {
    "001.txt": "Moscow signed in June. The S-400 Triumph was sold. Putin thanked Beijing for it.\n",
    "002.txt": (
        "The Winter Olympics were held in Beijing.\n\n"
        "Beijing protested. Russian diplomats met in Moscow.\n"
    ),
    "003.txt": "Nobody of note is named here, only the Triumph of reason.\n",
}
REGISTRY = """\
entities:
  - id: s-400
    name: S-400
    type: equipment
    aliases: [{text: Triumph, kind: weak}]
  - id: putin
    name: Vladimir Putin
    type: person
    aliases: [Putin]
  - id: beijing
    name: Beijing
    type: place
  - id: china
    name: China
    type: place
    aliases: [{text: Beijing, kind: metonym}]
  - id: russia
    name: Russia
    type: place
    aliases: [{text: Moscow, kind: metonym}, {text: Russian, kind: demonym}]
"""


class House:
    """A folder of texts with its registry; each opening looks at the files anew."""

    def __init__(self, root: Path) -> None:
        self.texts = root / "texts"
        self.registry = root / "entities.yaml"
        self.decisions = root / "decisions.yaml"
        self._root = root
        self.texts.mkdir()
        self.registry.write_text(REGISTRY, encoding="utf-8")
        for name, text in TEXTS.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        """Write a text, a while ago: what changed just now is looked at once more."""
        path, then = self.texts / name, time.time_ns() - 1_000_000_000
        path.write_text(text, encoding="utf-8")
        os.utime(path, ns=(then, then))

    @property
    def wish(self) -> Wish:
        """What asks for it and nothing else."""
        return Wish(str(self.texts), str(self.registry), str(self._root / "own"))

    @property
    def options(self) -> list[str]:
        """The same as options of a call."""
        corpus, registry, root = map(str, self.wish[:3])
        return ["--corpus", corpus, "--registry", registry, "--root", root]

    def open(self) -> Room:
        """The room as it is now, its index up to date."""
        return open_room(self.wish, budget=None)
