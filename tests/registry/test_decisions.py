"""Decisions are read with their places, and found again in their texts or said to be lost."""

from pathlib import Path

import pytest

from tui.anchors import Anchor
from tui.model import Span
from tui.registry.decisions import Decision, files, read, settle

FILE = """\
# ours
decisions:
  - {doc: 001.txt, entity: beijing, prefix: 'met in ', exact: Beijing, suffix: ' for two', at: 7}
  - doc: 002.txt
    entity: china
    exact: >-
      the
      capital
    sha256: 4f8c
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of decisions."""
    path = tmp_path / "decisions.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


def problems(path: Path, text: str) -> list[str]:
    """What is wrong with a file."""
    path.write_text(text, encoding="utf-8")
    return [str(problem) for problem in read(path)[1]]


def test_a_decision_is_a_mapping_written_in_any_way(path: Path) -> None:
    decisions, wrong = read(path)
    assert decisions == (
        Decision(
            "001.txt", "beijing", Anchor("Beijing", "met in ", " for two", 7), path.name, 3, 5
        ),
        Decision("002.txt", "china", Anchor("the capital", sha256="4f8c"), path.name, 4, 5),
    )
    assert wrong == ()


def test_a_file_that_is_not_there_holds_none(tmp_path: Path) -> None:
    assert read(tmp_path / "decisions.yaml", tmp_path / "no" / "folder.yaml") == ((), ())


def test_those_beside_the_registry_come_before_those_in_the_data_folder(tmp_path: Path) -> None:
    beside, own = files(tmp_path / "entities.yaml", tmp_path / "data")
    assert beside == tmp_path / "decisions.yaml"
    assert own.parent == tmp_path / "data" / "decisions"
    own.parent.mkdir(parents=True)
    own.write_text("decisions: [{doc: b, entity: x, exact: y}]")
    beside.write_text("decisions: [{doc: a, entity: x, exact: y}]")
    assert [decision.doc for decision in read(beside, own)[0]] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("decisions: [", "decisions.yaml:1:"),
        ("- a", "decisions.yaml:1:1: no list of decisions"),
        ("decisions: [a]", "decisions.yaml:1:13: a decision must be a mapping: doc, entity"),
        ("decisions: [{doc: a, exact: b}]", "decisions.yaml:1:13: a decision without entity"),
        ("decisions: [{doc: a, exact: [b]}]", "decisions.yaml:1:29: 'exact' must be a text"),
        (
            "decisions: [{doc: a, entity: b, exact: c, at: x}]",
            "decisions.yaml:1:13: at must be a number",
        ),
        (
            "decisions: [{doc: a, entity: b, exact: c, by: d}]",
            "decisions.yaml:1:43: warning: unknown key 'by'",
        ),
    ],
)
def test_a_fault_is_told_with_its_place(path: Path, text: str, problem: str) -> None:
    (found,) = problems(path, text)
    assert found.startswith(problem)


def test_a_decision_goes_with_its_words(path: Path) -> None:
    decisions = read(path)[0][:1]
    assert settle(decisions, "They met in Beijing for two days.").spans == ((12, 19, "beijing"),)
    assert settle(decisions, "So they met in\nBeijing for two.").spans == ((15, 22, "beijing"),)


def test_a_decision_without_its_words_is_lost(path: Path) -> None:
    decisions = read(path)[0][:1]
    settled = settle(decisions, "They met in Moscow. Beijing met for two days.")
    assert settled.spans == ()
    (lost,) = settled.lost
    assert str(lost.lost) == "decisions.yaml:3:5: 'Beijing' no longer stands so in 001.txt"


def test_of_two_decisions_about_one_mention_the_later_counts() -> None:
    decisions = [Decision("a", id, Anchor("Beijing")) for id in ("china", "beijing")]
    assert settle(decisions, "Beijing").spans == ((*Span(0, 7), "beijing"),)
