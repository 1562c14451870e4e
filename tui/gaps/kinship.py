"""Which names are one: Rusk is Dean Rusk, Rosoboroneksport is Rosoboronexport."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from tui.gaps.folding import Key, are_alike, key
from tui.gaps.reading import Seen
from tui.model import Entity

_CYRILLIC = re.compile("[а-я]")
_OFTEN = 3
"""How much more often than any other a full name must be written to own its surname."""


def joined(names: Mapping[Key, Seen]) -> dict[Key, Seen]:
    """The names, surnames with their full names and slips with what they are slips of.

    Given and returned the most frequent first.
    """
    found = _with_surnames(_apart(names))
    leaders: defaultdict[tuple[int, str], list[Key]] = defaultdict(list)
    for own in sorted(found, key=lambda own: -found[own].count):
        near = leaders[len(own), own[0][0]]
        leader = next((other for other in near if are_alike(own, other)), None)
        if leader:
            found[leader].join(found.pop(own))
        else:
            near.append(own)
    return dict(sorted(found.items(), key=lambda item: -item[1].count))


def _apart(names: Mapping[Key, Seen]) -> dict[Key, Seen]:
    """Without what is two names in a row, as in the president России Владимир Путин."""
    found = dict(names)
    for own in [own for own in names if len(own) > 2 and _CYRILLIC.match(own[0])]:
        first, rest = own[:1], own[1:]
        if first in names and rest in found:
            found[rest].join(found.pop(own).without_first_word() or Seen())
    return found


def _with_surnames(names: Mapping[Key, Seen]) -> dict[Key, Seen]:
    found = dict(names)
    by_surname: defaultdict[str, list[Key]] = defaultdict(list)
    for own, seen in names.items():
        if 1 < len(own) < 4 and seen.type in ("person", None) and all(map(str.isalpha, own)):
            by_surname[own[-1]].append(own)
    for own in [own for own in names if len(own) == 1 and own[0] in by_surname]:
        full = sorted(by_surname[own[0]], key=lambda other: -names[other].count)
        rival = names[full[1]].count if len(full) > 1 else 0
        is_person = "person" in (names[own].type, names[full[0]].type)
        if is_person and names[full[0]].count >= _OFTEN * rival:
            found[full[0]].join(found.pop(own))
    return found


class Kin:
    """The entities of a registry, by the names that a name may be another spelling of."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.known: dict[Key, str] = {}
        self._surnames: defaultdict[str, set[str]] = defaultdict(set)
        self._near: defaultdict[tuple[int, str], list[Key]] = defaultdict(list)
        for entity in entities:
            for alias in entity.aliases:
                own = key(alias.text)
                if own and own not in self.known:
                    self.known[own] = entity.id
                    self._near[len(own), own[0][0]].append(own)
            own = key(entity.name)
            if entity.type == "person" and own:
                self._surnames[own[-1]].add(entity.id)

    def of(self, name: Key) -> str | None:
        """The entity that a name may be one of, None if there is none or several."""
        for start in range(1, len(name)):
            if name[start:] in self.known:
                return self.known[name[start:]]
        if len(name) == 1 and len(self._surnames.get(name[0], ())) == 1:
            return next(iter(self._surnames[name[0]]))
        near = self._near.get((len(name), name[0][0]), ())
        return next((self.known[own] for own in near if are_alike(name, own)), None)
