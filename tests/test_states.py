"""Whatever is done to a corpus in any order, killed at any moment: a search is a dictionary."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, rule

from tests.houses import House, in_a_process, said
from tests.killing import kill_at
from tui.cli.main import main
from tui.registry import load

IS_SOAK = "READROOM_SOAK" in os.environ
NAMES = ("a.txt", "b.txt", "c/d.txt", "é\x1b.txt", "-e.txt")
WORDS = ("apple", "berry", "cherry", "Moscow", "Beijing", "damson")
ALIKE = {"apple": "berry", "berry": "apple", "Moscow": "damson", "damson": "cherry"}
"""Words as long."""
ALIASES = ("apple", "berry", "cherry", "damson")
DAY = 86_400 * 10**9
"""Nanoseconds."""
lines = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)


class Keeping(RuleBasedStateMachine):
    """A corpus on the disk beside a dictionary of its texts, a set of names, and what was decided.

    Of a text that is no longer the one about which something was decided, or has its name from
    another, nothing is foretold of decisions.
    """

    texts = Bundle("texts")

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.house = House.made(self.root)
        for text in self.house.texts.iterdir():
            text.unlink()
        self.kept: dict[str, str] = {}
        self.names = {"Moscow"}
        self.ignored = set[str]()
        self.decided: dict[str, set[int]] = {}
        self.unsure = set[str]()
        self.edits: list[Callable[[], None]] = []
        self.jumped = 0
        self.usual = os.fsync, time.time, time.time_ns
        _, now, now_ns = self.usual
        os.fsync = lambda descriptor: None
        time.time = lambda: now() + self.jumped / 10**9
        time.time_ns = lambda: now_ns() + self.jumped

    def teardown(self) -> None:
        os.fsync, time.time, time.time_ns = self.usual
        shutil.rmtree(self.root)

    @initialize(target=texts)
    def begin(self) -> str:
        """Where nothing is, little can go wrong."""
        self.found("nothing")
        return self.write("a.txt", "Beijing Beijing Moscow apple")

    @rule(target=texts, name=st.sampled_from(NAMES), words=lines)
    def write(self, name: str, words: str) -> str:
        path = self.house.texts / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(words)
        os.utime(path, ns=(time.time_ns(), time.time_ns()))
        if self.kept.get(name) != words:
            self.forget(name)
        self.kept[name] = words
        return name

    @rule(name=texts)
    def reword(self, name: str) -> None:
        """Write as many bytes over what is indexed, but other ones."""
        if name in self.kept:
            words = self.kept[name].split()
            self.search(words[-1])
            others = [ALIKE.get(word, word) for word in words]
            self.write(name, " ".join(others))
            self.search(others[-1])

    @rule(name=consumes(texts))
    def delete(self, name: str) -> None:
        if self.kept.pop(name, None) is not None:
            (self.house.texts / name).unlink()
            self.forget(name)

    @rule(target=texts, name=consumes(texts), new=st.sampled_from(NAMES))
    def rename(self, name: str, new: str) -> str:
        if name in self.kept and name != new:
            (self.house.texts / new).parent.mkdir(exist_ok=True)
            (self.house.texts / name).rename(self.house.texts / new)
            self.kept[new] = self.kept.pop(name)
            self.forget(name)
            self.unsure.add(new)
        return new

    def forget(self, name: str) -> None:
        """The text of this name is another one, or gone."""
        if self.decided.pop(name, None):
            self.unsure.add(name)

    @rule(days=st.sampled_from((-400, -1, 0, 400)))
    def jump(self, days: int) -> None:
        self.jumped = days * DAY

    @rule(name=texts, days=st.sampled_from((-400, -1, 400)))
    def redate(self, name: str, days: int) -> None:
        if name in self.kept:
            then = time.time_ns() + days * DAY
            os.utime(self.house.texts / name, ns=(then, then))

    @rule(alias=st.sampled_from(ALIASES))
    def name(self, alias: str) -> None:
        status, _, err = said(self.house, "registry", "alias", "russia", alias)
        assert status == (1 if alias in self.names else 0), err
        if status == 0:
            self.named(alias)

    def named(self, alias: str) -> None:
        self.names.add(alias)
        self.edits.append(lambda: self.names.discard(alias))

    @rule(name=st.sampled_from(("Rome", "Oslo")))
    def ignore(self, name: str) -> None:
        status, _, err = said(self.house, "registry", "ignore", name)
        assert status == (1 if name in self.ignored else 0), err
        if status == 0:
            self.ignored.add(name)
            self.edits.append(lambda: self.ignored.discard(name))

    @rule(name=texts, which=st.integers(0, 5))
    def decide(self, name: str, which: int) -> None:
        places = [match.start() for match in re.finditer("Beijing", self.kept.get(name, ""))]
        if not places or name.startswith("-"):
            return
        at = places[which % len(places)]
        self.search_decisions()
        status, _, err = said(self.house, "registry", "decide", f"{name}:1:{at + 1}", "china")
        assert status in (0, 1), err
        decided = self.decided.setdefault(name, set())
        assert name in self.unsure or status == (1 if at in decided else 0), err
        if status == 0:
            decided.add(at)
            self.edits.append(lambda: decided.discard(at))
        self.search_decisions()

    @rule()
    def take_back(self) -> None:
        status, _, err = said(self.house, "registry", "undo")
        assert status == (0 if self.edits else 1), err
        if status == 0:
            self.edits.pop()()

    @rule(alias=st.sampled_from(ALIASES), point=st.integers(1, 60))
    def be_killed_naming(self, alias: str, point: int) -> None:
        def killed() -> int:
            kill_at(point, self.house.folder)
            return main(self.house.words("registry", "alias", "russia", alias))

        assert in_a_process(killed) in (0, 1, -9)
        registry = load(self.house.folder / "entities.yaml")
        now = {alias.text for alias in registry.entities["russia"].aliases}
        assert now - {"Russia", "Russian"} in (self.names, self.names | {alias})
        if alias in now and alias not in self.names:
            self.named(alias)

    @rule()
    def index(self) -> None:
        status, _, err = said(self.house, "index")
        assert status == 0, err

    @rule(point=st.integers(1, 40))
    def be_killed(self, point: int) -> None:
        def killed() -> int:
            kill_at(point, self.house.folder)
            return main(self.house.words("index"))

        assert in_a_process(killed) in (0, -9)

    @rule(word=st.sampled_from(WORDS))
    def search(self, word: str) -> None:
        assert self.found(word) == spans(self.kept, {word})

    @rule()
    def search_names(self) -> None:
        assert self.found("@russia") == spans(self.kept, self.names)

    @rule()
    def search_decisions(self) -> None:
        found = self.found("@china")
        for name in self.kept.keys() - self.unsure:
            decided = sorted(self.decided.get(name, ()))
            assert found.get(name, []) == [[at, at + len("Beijing")] for at in decided]

    def found(self, query: str) -> dict[str, list[list[int]]]:
        """What a search finds, once all changes are taken in."""
        assert said(self.house, "index")[0] == 0
        status, out, err = said(self.house, "search", query, "--json")
        assert status in (0, 1), err
        return {hit["doc"]: hit["spans"] for hit in json.loads(out)["hits"]}


def spans(texts: dict[str, str], words: set[str]) -> dict[str, list[list[int]]]:
    """Where some words stand, by a dictionary of texts alone."""
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(words))})\b")
    found = {name: [[*m.span()] for m in pattern.finditer(text)] for name, text in texts.items()}
    return {name: places for name, places in found.items() if places}


TestKeeping = Keeping.TestCase
TestKeeping.settings = settings(
    max_examples=400 if IS_SOAK else 8,
    stateful_step_count=40 if IS_SOAK else 14,
    deadline=None,
    derandomize=not IS_SOAK,
)
