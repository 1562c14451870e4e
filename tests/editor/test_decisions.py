"""A decision is a line more in a file of its own."""

import os
from pathlib import Path

import pytest

from tui import editor
from tui.anchors import Anchor
from tui.places import Places
from tui.registry.decisions import Decision, read

BEIJING = Decision("001.txt", "beijing", Anchor("Beijing", "met in ", " for two", 44, "4f8c"))


def test_the_first_decision_makes_the_file(path: Path, places: Places) -> None:
    draft = editor.decide(path, places.data, BEIJING)
    editor.write(draft, path, places)
    assert draft.path == path.parent / "decisions.yaml"
    assert draft.path.read_text().endswith(
        "decisions:\n"
        "  - {doc: 001.txt, entity: beijing, prefix: 'met in ', exact: Beijing, "
        "suffix: ' for two', at: 44, sha256: 4f8c}\n"
    )
    (decision,), problems = read(draft.path)
    assert (decision.doc, decision.entity, decision.anchor) == (
        BEIJING.doc,
        BEIJING.entity,
        BEIJING.anchor,
    )
    assert problems == ()


def test_a_further_decision_is_a_line_more_and_is_taken_back(path: Path, places: Places) -> None:
    for at in (44, 88):
        decision = Decision("001.txt", "beijing", Anchor("Beijing", at=at))
        editor.write(editor.decide(path, places.data, decision), path, places)
    beside = path.parent / "decisions.yaml"
    assert [d.anchor.at for d in read(beside)[0]] == [44, 88]
    editor.undo(path, places)
    assert [d.anchor.at for d in read(beside)[0]] == [44]
    editor.undo(path, places)
    assert os.listdir(path.parent) == ["entities.yaml"]


def test_where_nothing_may_be_written_decisions_go_to_the_data_folder(
    path: Path, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda place, mode: places.data in Path(place).parents)
    draft = editor.decide(path, places.data, BEIJING)
    assert draft.path.parent == places.data / "decisions"
    monkeypatch.undo()
    editor.write(draft, path, places)
    assert len(read(draft.path)[0]) == 1
