"""Registries as people write them by hand: every file another way, from a random number."""

from __future__ import annotations

import random
from collections.abc import Sequence

TYPES = ("bloc", "equipment", "organisation", "person", "place")
WORDS = [
    "Almaz",
    "Antey",
    "Barents",
    "China",
    "Daily",
    "Fakel",
    "Gazprom",
    "Kiev",
    "Korea",
    "Lukin",
    "Motor",
    "Sich",
    "Norinco",
    "Oka",
    "Pacific",
    "Китай",
    "Сила",
    "Сибири",
    "Москва",
    "Завод",
]
NASTY = (
    "S-400",
    "4++",
    "R&D",
    "China's",
    "null",
    "yes",
    "075",
    "2024-01-02",
    "-x",
    "a: b",
    "a #b",
    "say \"no\" to 'it'",
    "[sic]",
    "{x}",
    "*star",
    "&and",
    "!bang",
    "%",
    "@at",
    "back\\slash",
    "100%",
    "Rosoboronexport, JSC",
    "北京",
    "a\u202eb",
    "naïve—dash",
    "?",
    "~",
    "'",
    '"',
)


class Hand:
    """Somebody who keeps a registry, with habits of their own and no great constancy."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.newline = self.random.choice(("\n", "\n", "\n", "\r\n", "\r"))
        self.indent = self.random.choice((0, 2, 2, 4))
        self.dash = "-" + " " * self.random.choice((1, 1, 1, 3))
        self.is_spaced = self.chance(0.5)
        self.is_sorted = self.chance(0.8)
        self.comments = self.random.choice((0.0, 0.1, 0.4))
        self.flow = self.random.choice((0.0, 0.0, 0.2, 1.0))

    def chance(self, share: float) -> bool:
        """True in so many cases of one."""
        return self.random.random() < share

    def registry(self) -> bytes:
        """A whole file."""
        lines = []
        if self.chance(0.4):
            lines += ["# Who and what the texts name.", "#   by hand", ""]
        if self.chance(0.1):
            lines.append("---")
        ignored = self._ignored() if self.chance(0.5) else []
        if self.chance(0.2):
            lines += ignored
            ignored = []
        lines += self._entities()
        lines += [""] * self.random.randint(0, 2) + ignored
        if self.chance(0.1):
            lines.append("# the end")
        text = self.newline.join(lines) + (self.newline if self.chance(0.8) else "")
        return (b"\xef\xbb\xbf" if self.chance(0.1) else b"") + text.encode()

    def name(self) -> str:
        """A name, mostly of one to three words."""
        if self.chance(0.15):
            return self.random.choice(NASTY)
        return " ".join(self.random.sample(WORDS, self.random.randint(1, 3)))

    def _entities(self) -> list[str]:
        count = self.random.choice((0, 1, 1, 2, 3, 5, 8))
        if not count:
            return [self.random.choice(("entities:", "entities: []", "entities:  # none yet"))]
        ranks = [(self.random.choice(TYPES), f"e-{n}") for n in range(count)]
        if self.is_sorted:
            ranks.sort()
        if self.chance(0.03):
            return [f"entities: [{', '.join(self._flow(*rank) for rank in ranks)}]"]
        lines = ["entities:" + self._remark()]
        for at, rank in enumerate(ranks):
            if self.is_spaced and (at or self.chance(0.5)):
                lines.append("")
            if self.chance(self.comments):
                lines.append(" " * self.indent + "# — next —")
                lines += [""] * self.chance(0.5)
            lines += self._entity(*rank)
        return lines

    def _entity(self, type_: str, id_: str) -> list[str]:
        before = " " * self.indent
        if self.chance(self.flow):
            return [before + self.dash + self._flow(type_, id_) + self._remark()]
        keys = [["id: " + self._scalar(id_)], ["name: " + self._scalar(self.name())]]
        keys.append(["type: " + type_])
        if self.chance(0.3):
            self.random.shuffle(keys)
        keys += self._aliases()
        keys += self._rest()
        lines = [line + self._remark() if len(key) == 1 else line for key in keys for line in key]
        inner = " " * (self.indent + len(self.dash))
        written = [before + self.dash + lines[0]]
        for line in lines[1:]:
            if line and not line.startswith(" ") and self.chance(self.comments / 2):
                written.append(inner + "# note")
            written.append(inner + line if line else "")
        return written

    def _flow(self, type_: str, id_: str) -> str:
        pairs = [f"id: {id_}", f"name: {self._scalar(self.name())}", f"type: {type_}"]
        if self.chance(0.5):
            pairs.append(f"aliases: [{', '.join(self._names())}]")
        return "{" + ", ".join(pairs) + "}"

    def _aliases(self) -> list[list[str]]:
        key = self.random.choice(("aliases:", "aliases:", "aliases:", '"aliases":', "aliases :"))
        names = self._names()
        in_order = self.random.choice(
            ("none", "none", "null", "empty", "flow", "flow", "flow", "lines", "block", "block")
        )
        if in_order == "none":
            return []
        if in_order == "null":
            return [[key + self.random.choice(("", "", "", " ~" if self.chance(0.3) else ""))]]
        if in_order == "empty" or not names:
            return [[key + self.random.choice((" []", " [ ]"))]]
        if in_order == "flow":
            comma = "," if self.chance(0.1) else ""
            return [[f"{key} [{', '.join(names)}{comma}]"]]
        if in_order == "lines":
            last = self.random.choice(("]", ",]"))
            items = [f"  {name}," for name in names[:-1]] + [f"  {names[-1]}{last[:-1]}"]
            tail = [f"  # these {len(names)}"] if self.chance(0.3) else []
            return [[f"{key} [", *items, *tail, "]"]]
        deeper = " " * self.random.choice((0, 2))
        items = [f"{deeper}- {name}{self._remark()}" for name in names]
        if self.chance(0.2):
            items += [f"{deeper}- text: {self._scalar(self.name())}", f"{deeper}  kind: weak"]
        return [[key, *items]]

    def _names(self) -> list[str]:
        names = [self._scalar(self.name()) for _ in range(self.random.randint(1, 4))]
        return [f"{{text: {name}, kind: weak}}" if self.chance(0.2) else name for name in names]

    def _rest(self) -> Sequence[list[str]]:
        keys = []
        if self.chance(0.4):
            keys.append(self._description())
        if self.chance(0.2):
            keys.append(["ids: {wikidata: Q1}"])
        if self.chance(0.3):
            keys.append(["relations:", "  - {kind: in, to: e-0, evidence: '@e-0 NEAR/5 x'}"])
        if self.chance(0.1):
            keys.append(["scope: peripheral"])
        return keys

    def _description(self) -> list[str]:
        return self.random.choice(
            (
                ["description: A plain line, with a comma."],
                ["description: 'It''s quoted'"],
                ['description: "Tab\\there"'],
                ["description: |", "  Two lines", "  as they are."],
                ["description: >-", "  Folded", "", "  paragraphs."],
                ["description: goes on", "  in the next line"],
            )
        )

    def _ignored(self) -> list[str]:
        names = self._names()
        names = [name for name in names if not name.startswith("{text")] or ["Post a Comment"]
        if self.chance(0.5):
            return [f"ignore: [{', '.join(names)}]"]
        return ["ignore:", *(f"  - {name}" for name in names)]

    def _scalar(self, text: str) -> str:
        """A text in one of the ways in which it can be written."""
        if text.replace(" ", "").isalpha() and text not in NASTY and self.chance(0.8):
            return text
        if "\u202e" in text or self.chance(0.3):
            escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\u202e", "\\u202e")
            return f'"{escaped}"'
        return "'" + text.replace("'", "''") + "'"

    def _remark(self) -> str:
        return "  # sic" if self.chance(self.comments / 2) else ""
