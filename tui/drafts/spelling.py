"""How a name of a draft is spelled: as the registry has it, in part, or only much like it."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from tui.model import Alias, Entity
from tui.runs import APOSTROPHES, DASHES
from tui.words import fold, split

_SHORTEST = 5
"""Letters of a word that can be told from a misspelt one."""
_LEVELLED = str.maketrans(dict.fromkeys(DASHES, "-") | dict.fromkeys(APOSTROPHES, "'"))


class Names:
    """The names and aliases of a registry, by their words."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._by_word: defaultdict[str, list[tuple[list[str], Entity]]] = defaultdict(list)
        self._texts: list[str] = []
        self._owners: list[tuple[str, Entity]] = []
        for entity in entities:
            for alias in entity.aliases:
                terms = split(alias.text).terms
                if len(terms) > 1:
                    for term in set(terms):
                        self._by_word[term].append((terms, entity))
                self._know(alias.text, alias.text, entity)
                if entity.type == "person" and alias.kind in ("name", "alias"):
                    for word in alias.text.split():
                        if len(word) >= _SHORTEST:
                            self._know(word, entity.name, entity)

    def _know(self, text: str, name: str, entity: Entity) -> None:
        self._texts.append(fold(text))
        self._owners.append((name, entity))

    def holding(self, name: str) -> Entity | None:
        """Whose longer name this is a part of: a surname, or words of a body's name."""
        terms = split(name).terms
        for whole, entity in self._by_word.get(terms[0], ()) if terms else ():
            is_enough = entity.type == "person" or (
                len(terms) > 1 and (entity.scope != "concept" or len(terms) > 2)
            )
            if is_enough and any(
                whole[at : at + len(terms)] == terms for at in range(len(whole) - len(terms) + 1)
            ):
                return entity
        return None

    def like(self, name: str) -> tuple[str, Entity] | None:
        """The registered spelling that differs from this in a few letters, and whose it is."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        written = fold(name)
        if len(written) < _SHORTEST:
            return None
        most = 1 if len(written) < 7 else 2 if len(written) < 14 else 3
        found = process.extract(
            written, self._texts, scorer=OSA.distance, score_cutoff=most, limit=5
        )
        for text, distance, at in found:
            if distance and _is_like(written, text):
                return self._owners[at]
        return None


def _is_like(one: str, other: str) -> bool:
    """Whether two spellings differ in letters only, and in few of each word."""
    from rapidfuzz.distance import OSA

    if re.sub(r"\D", "", one) != re.sub(r"\D", "", other):
        return False  # Su-27 is no misspelt Su-35
    mine, theirs = one.split(), other.split()
    if len(mine) != len(theirs):
        return one.replace(" ", "") == other.replace(" ", "") or (one[0] == other[0])
    for a, b in zip(mine, theirs, strict=True):
        distance = OSA.distance(a, b)
        if distance and (len(a) < 3 or distance > max(1, (len(b) + 1) // 4)):
            return False
    return True


def accents_off(written: str, alias: Alias) -> bool:
    """Whether a name is written without the accents that its registered spelling has."""
    if alias.lang or written.casefold() == alias.text.casefold():
        return False
    ours, theirs = (
        unicodedata.normalize("NFC", t).translate(_LEVELLED) for t in (written, alias.text)
    )
    if ours.casefold() == theirs.casefold():
        return False
    return fold(ours) == fold(" ".join(theirs.split()))
