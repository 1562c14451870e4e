"""Whatever is done to a corpus in any order, killed at any moment: a search is a dictionary."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, rule

from tests.houses import House, in_a_process, said
from tests.killing import kill_at
from tui.cli.main import main

IS_SOAK = "READROOM_SOAK" in os.environ
NAMES = ("a.txt", "b.txt", "c/d.txt", "é\x1b.txt", "-e.txt")
WORDS = ("apple", "berry", "cherry", "Moscow", "Beijing", "damson")
ALIASES = ("apple", "berry", "cherry", "damson")
lines = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)


class Keeping(RuleBasedStateMachine):
    """A corpus on the disk beside a dictionary of its texts and a set of names."""

    texts = Bundle("texts")

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.house = House.made(self.root)
        for text in self.house.texts.iterdir():
            text.unlink()
        self.kept: dict[str, str] = {}
        self.names = {"Moscow"}
        self.china: set[tuple[str, int]] = set()
        self._fsync, os.fsync = os.fsync, lambda descriptor: None

    def teardown(self) -> None:
        os.fsync = self._fsync
        shutil.rmtree(self.root)

    @rule(target=texts, name=st.sampled_from(NAMES), words=lines)
    def write(self, name: str, words: str) -> str:
        path = self.house.texts / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(words)
        self.kept[name] = words
        return name

    @rule(name=consumes(texts))
    def delete(self, name: str) -> None:
        if self.kept.pop(name, None) is not None:
            (self.house.texts / name).unlink()

    @rule(target=texts, name=consumes(texts), new=st.sampled_from(NAMES))
    def rename(self, name: str, new: str) -> str:
        if name in self.kept:
            (self.house.texts / new).parent.mkdir(exist_ok=True)
            (self.house.texts / name).rename(self.house.texts / new)
            self.kept[new] = self.kept.pop(name)
        return new

    @rule(alias=st.sampled_from(ALIASES))
    def name(self, alias: str) -> None:
        status, _, err = said(self.house, "registry", "alias", "russia", alias)
        assert status == (1 if alias in self.names else 0), err
        self.names.add(alias)

    @rule()
    def take_back(self) -> None:
        status, out, err = said(self.house, "registry", "undo", "--json")
        assert status == (1 if self.names == {"Moscow"} else 0), err
        if status == 0:
            added = re.findall(r"\w+", json.loads(out)["removed"])
            self.names -= set(added)

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
