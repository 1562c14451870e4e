"""decisions.yaml: which entity a name means where the registry leaves it open, mention by mention.

    decisions:
      - {doc: 002.txt, entity: beijing, prefix: 'met in ', exact: Beijing, suffix: ' for two days',
         at: 44, sha256: 4f8c…}

A decision is found again by its words and surroundings (`tui.anchors`), wherever they have moved
in its text. Of two decisions about one mention the later counts.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from tui.model import Problem
from tui.registry.faults import Faults, shown, unreadable
from tui.registry.files import content
from tui.yamltree import Node, YamlError, parse

if TYPE_CHECKING:  # most commands decide nothing
    from tui.anchors import Anchor

NAME = "decisions.yaml"
KEYS = ("doc", "entity", "prefix", "exact", "suffix", "at", "sha256")
_NEEDED = ("doc", "entity", "exact")


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided: the passage of `doc` that `anchor` keeps means `entity`."""

    doc: str
    entity: str
    anchor: Anchor
    file: str = NAME
    line: int = 1
    column: int = 1

    def problem(self, what: str) -> Problem:
        """An error at the line of this decision."""
        return Problem(self.file, self.line, self.column, what)

    @property
    def lost(self) -> Problem:
        """The error that says its place is gone."""
        return self.problem(f"{shown(self.anchor.exact)} no longer stands so in {self.doc}")


@dataclass(frozen=True, slots=True)
class Settled:
    """Decisions about one text: the spans they are about, ascending, each with its entity."""

    spans: tuple[tuple[int, int, str], ...]
    lost: tuple[Decision, ...]


def files(registry: Path, data: Path) -> tuple[Path, Path]:
    """Where the decisions of a registry may lie: beside it, and below the data folder."""
    name = sha256(os.fsencode(os.path.realpath(registry))).hexdigest()[:16]
    return registry.with_name(NAME), data / "decisions" / f"{name}.yaml"


def read(*paths: Path) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """The decisions of these files in order, those that are not there left out; and their faults.

    A file that cannot be read is one Problem, and none of its decisions counts.
    """
    found: list[Decision] = []
    problems: list[Problem] = []
    for path in paths:
        faults = Faults(path.name)
        try:
            root = parse(content(path))
            found += _decisions(root, faults) if root else ()
        except (FileNotFoundError, NotADirectoryError):
            continue
        except (OSError, YamlError) as error:
            problems.append(unreadable(path.name, error))
        problems += faults.problems()
    return tuple(found), tuple(problems)


def settle(decisions: Iterable[Decision], text: str, sha256: str = "") -> Settled:
    """Where the decisions about one text stand in it; `sha256` is that of the text, if known."""
    from tui.anchors import find

    spans: dict[tuple[int, int], str] = {}
    lost = []
    for decision in decisions:
        span = find(decision.anchor, text, sha256).span
        if span is None:
            lost.append(decision)
        else:
            spans[span] = decision.entity
    return Settled(tuple(sorted((*span, entity) for span, entity in spans.items())), tuple(lost))


def _decisions(root: Node, faults: Faults) -> Iterator[Decision]:
    listed = root.get("decisions") if root.kind == "map" else None
    if listed is None or (listed.kind != "list" and not listed.is_null):
        at = listed or root
        raise YamlError("no list of decisions", at.line, at.column)
    for node in listed.items:
        decision = _decision(node, faults)
        if decision:
            yield decision


def _decision(node: Node, faults: Faults) -> Decision | None:
    from tui.anchors import Anchor

    if node.kind != "map":
        faults.error(node, f"a decision must be a mapping: {', '.join(KEYS)}")
        return None
    for key, value in node.pairs:
        if key.text not in KEYS:
            faults.warning(key, f"unknown key {shown(key.text)}")
        elif value.kind != "text":
            faults.error(value, f"{shown(key.text)} must be a text")
            return None
    said = {key.text: value.text for key, value in node.pairs}
    missing = [key for key in _NEEDED if not said.get(key, "").strip()]
    if missing:
        faults.error(node, f"a decision without {' and '.join(missing)}")
        return None
    at = said.get("at", "0")
    if not (at.isascii() and at.isdigit() and len(at) < 16):
        faults.error(node, "at must be a number: the offset of the passage")
        return None
    words = (" ".join(said["exact"].split()), said.get("prefix", ""), said.get("suffix", ""))
    anchor = Anchor(*words, int(at), said.get("sha256", ""))
    return Decision(said["doc"], said["entity"], anchor, faults.file, node.line, node.column)
