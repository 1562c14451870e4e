"""Which keys do what: as they are written, a profile over them, the user's own over both."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.binding import Binding
from textual.keys import Keys, _character_to_key, format_key

from tui.model import Problem, Unusable
from tui.screen import keys

if TYPE_CHECKING:
    from tui.yamltree import Node

FILE = "keys.yaml"
PROFILES: Mapping[str, Mapping[str, str]] = {
    "default": {},
    "vim": {
        "page.top": "gg,home",
        "page.half-down": "ctrl+d",
        "page.half-up": "ctrl+u",
        "desk.next-pane": "tab,gt",
        "desk.previous-pane": "shift+tab,gT",
        "desk.undo-edit": "u",
        "desk.retreat": "q,ZZ",
        "app.quit": "Q,ZQ",
    },
}
"""What each profile changes, by the ids of the actions."""
_MODIFIER = re.compile(r"(?:ctrl|alt|shift|super)\+", re.IGNORECASE)
_NAMED = {key.value for key in Keys} | {"space", "enter", "escape", "tab", "backspace"}
_PRETTY = {"pageup": "PageUp", "pagedown": "PageDown", "escape": "Esc"}
_SHORT = {"up": "↑", "down": "↓", "left": "←", "right": "→", "pageup": "PgUp", "pagedown": "PgDn"}
_SEQUENCE = re.compile(r"[!-~]{2}")


@dataclass(frozen=True)
class Keymap:
    """The keys of some actions, apart by commas, by the actions' ids; and what was wrong there."""

    profile: str = "default"
    own: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @cached_property
    def changed(self) -> dict[str, str]:
        """The keys of all actions whose keys are not those first written."""
        return {**PROFILES[self.profile], **self.own}

    def bindings(self, binding: Binding) -> list[Binding]:
        """A binding with each of its keys, as Textual has them."""
        mapped = self.changed.get(binding.id or "")
        if mapped is None:
            return list(Binding.make_bindings([binding]))
        named = ",".join(map(_textual, mapped.split(",")))
        return list(Binding.make_bindings([binding.with_key(named, None)]))

    def textual(self) -> dict[str, str]:
        """The same for Textual."""
        return {
            id: ",".join(map(_textual, mapped.split(","))) for id, mapped in self.changed.items()
        }


def worn(app: App[Any], binding: Binding) -> list[Binding]:
    """A binding with each of the keys that it has in this application."""
    keymap: Keymap = app.keymap  # type: ignore[attr-defined]  # it is ReadroomApp, which has one
    return keymap.bindings(binding)


def read(path: Path, profile: str | None = None) -> Keymap:
    """The keymap of a file that need not be there; `profile` goes before the one it names."""
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Keymap(profile or "default")
    except OSError as error:
        raise Unusable(f"{path} cannot be read: {error.strerror}") from None
    return _Reading(path, profile).read(data)


class _Reading:
    """Takes what can be taken of a file, and notes what cannot."""

    def __init__(self, path: Path, profile: str | None) -> None:
        self._path = path
        self._profile = profile
        self._problems: list[Problem] = []

    def read(self, data: bytes) -> Keymap:
        from tui.yamltree import YamlError, parse

        try:
            root = parse(data)
        except YamlError as error:
            self._note(error.line, error.column, error.message)
            root = None
        profile = self._profile
        own: dict[str, str] = {}
        places: dict[str, Node] = {}
        for key, value in root.pairs if root else ():
            if key.text == "profile" and value.text in PROFILES:
                profile = profile or value.text
            elif key.text == "keys" and value.kind == "map":
                for name, node in value.pairs:
                    if mapped := self._keys(name, node):
                        own[name.text], places[name.text] = mapped, name
            else:
                said = f"{key.text}: profile is one of {', '.join(PROFILES)}; keys maps ids to keys"
                self._note(key.line, key.column, said)
        keymap = Keymap(profile or "default", own)
        for id, said in sorted(set(_clashes(keymap))):
            self._note(places[id].line, places[id].column, said)
        return Keymap(keymap.profile, own, tuple(sorted(self._problems, key=lambda p: p.line)))

    def _note(self, line: int, column: int, what: str) -> None:
        self._problems.append(Problem(str(self._path), line, column, what))

    def _keys(self, name: Node, node: Node) -> str | None:
        from tui.nearest import nearest

        if name.text not in keys.ORDER:
            near = nearest(name.text, [known for known in keys.ORDER if known])
            meant = f"; {' or '.join(near)}?" if near else ""
            self._note(name.line, name.column, f"there is no action {name.text}{meant}")
            return None
        spelled = [one.text for one in node.items] or node.text.split()
        mapped = [key for one in spelled if (key := _key(one)) is not None]
        if len(mapped) != len(spelled) or not mapped:
            wrong = next((one for one in spelled if _key(one) is None), "")
            self._note(node.line, node.column, f"{wrong!r} is no key")
            return None
        return ",".join(mapped)


def _key(spelled: str) -> str | None:
    """A key as it is kept here: `Ctrl+N` as ctrl+n, `PageDown`, `]e` and `G` as they are known."""
    rest = _MODIFIER.sub("", spelled)
    modifiers = spelled[: len(spelled) - len(rest)].lower()
    name = rest.lower().replace("pgup", "pageup").replace("pgdn", "pagedown")
    name = {"esc": "escape", "return": "enter"}.get(name, name)
    if len(rest) == 1 and rest.isprintable() and rest not in ", ":
        return modifiers + (rest.lower() if "ctrl" in modifiers else rest)
    if name in _NAMED or name == "comma":
        return modifiers + name
    if not modifiers and _SEQUENCE.fullmatch(rest) and "," not in rest:
        return rest
    return None


def _textual(key: str) -> str:
    """A key by the name that Textual gives it."""
    return _character_to_key(key) if len(key) == 1 else key


def spelled(key: str, *, is_short: bool = False) -> str:
    """A key as it is written for a person: Ctrl+N, PageDown or for short PgDn, ]e, G."""
    *modifiers, name = key.split("+")
    if is_short and name in _SHORT:
        name = _SHORT[name]
    elif name in _NAMED:
        name = _PRETTY.get(name) or name.capitalize()
    elif len(name) > 1 and not is_sequence(name):
        name = format_key(name)
    return "+".join(
        [*map(str.capitalize, modifiers), name.upper() if modifiers and len(name) == 1 else name]
    )


def opens(char: str, active: Iterable[str]) -> bool:
    """Whether a sequence of two characters that is bound begins so."""
    return any(key[0] == char and len(key) == 2 and is_sequence(key) for key in active)


def is_sequence(key: str) -> bool:
    """Whether these are two characters, typed one after the other, and not the name of a key."""
    return len(key) == 2 and key not in _NAMED


def _clashes(keymap: Keymap) -> Iterator[tuple[str, str]]:
    """The id of each own key that something else has too where it works, and what to say."""
    everywhere = keys.SECTIONS[-1]
    for place in {place for section in keys.SECTIONS for place in section.places}:
        here = [section for section in keys.SECTIONS if place in section.places]
        holders: defaultdict[str, dict[str, str]] = defaultdict(dict)
        new: set[tuple[str, str]] = set()
        for section in (*here, everywhere):
            for binding in keys.bindings(section.keys):
                id = binding.id or ""
                first = {one.key for one in Binding.make_bindings([binding])}
                for one in keymap.bindings(binding):
                    holders[one.key][id] = section.title
                    if id in keymap.own and one.key not in first:
                        new.add((id, one.key))
        for id, key in new:
            for other in holders[key].keys() - {id}:
                yield id, f"{key} is also the key of {other} ({holders[key][other].lower()})"
