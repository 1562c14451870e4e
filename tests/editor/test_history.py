"""Edits are written whole by one at a time, and taken back one by one."""

import os
import stat
from pathlib import Path

import pytest

from tests.editor.conftest import KEPT
from tui import editor
from tui.lock import Lock
from tui.model import Alias, Locked, Refused
from tui.places import Places


def test_a_written_edit_leaves_nothing_beside_the_registry(path: Path, places: Places) -> None:
    draft = editor.add_alias(path, "s-300", Alias("SA-10"))
    editor.write(draft, path, places)
    assert path.read_bytes() == draft.after
    assert os.listdir(path.parent) == ["entities.yaml"]


def test_a_link_is_edited_at_its_target_and_the_mode_is_kept(path: Path, places: Places) -> None:
    path.chmod(0o640)
    link = path.parent / "link.yaml"
    link.symlink_to(path)
    editor.write(editor.add_alias(link, "s-300", Alias("SA-10")), link, places)
    assert link.is_symlink()
    assert b"SA-10" in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_file_that_changed_meanwhile_is_left_alone(path: Path, places: Places) -> None:
    draft = editor.add_alias(path, "s-300", Alias("SA-10"))
    path.write_text(KEPT + "# mine\n")
    with pytest.raises(Refused, match="has changed meanwhile") as refused:
        editor.write(draft, path, places)
    assert refused.value.details == ("entities.yaml:10: under aliases: SA-10",)
    assert path.read_text() == KEPT + "# mine\n"


def test_a_second_writer_is_locked_out(
    path: Path, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.editor.history.WAIT", 0)
    editor.write(editor.add_alias(path, "s-300", Alias("SA-10")), path, places)
    (folder,) = (places.state / "registry").iterdir()
    with Lock(folder / "lock"), pytest.raises(Locked):
        editor.write(editor.ignore(path, "Home"), path, places)


def test_edits_are_taken_back_one_by_one(path: Path, places: Places) -> None:
    for draft in (
        lambda: editor.add_alias(path, "s-300", Alias("SA-10")),
        lambda: editor.add_entity(path, "orlov", "Orlov", "person"),
    ):
        editor.write(draft(), path, places)
    assert editor.last(path, places).what == "person 'orlov'"
    editor.undo(path, places)
    assert b"orlov" not in path.read_bytes()
    assert editor.undo(path, places).what == "alias 'SA-10' of 's-300'"
    assert path.read_text() == KEPT
    with pytest.raises(Refused, match="no edit to take back"):
        editor.undo(path, places)


def test_an_edit_is_not_taken_back_from_a_file_that_changed_since(
    path: Path, places: Places
) -> None:
    editor.write(editor.add_alias(path, "s-300", Alias("SA-10")), path, places)
    path.write_bytes(path.read_bytes() + b"# mine\n")
    with pytest.raises(Refused, match="has changed since") as refused:
        editor.undo(path, places)
    assert refused.value.details == ("entities.yaml:10: take out: , SA-10",)


def test_an_edit_that_never_reached_its_file_is_passed_over(
    path: Path, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor.write(editor.add_alias(path, "s-300", Alias("SA-10")), path, places)
    with monkeypatch.context() as patched:
        patched.setattr("tui.editor.history.write_atomically", killed_at(path))
        with pytest.raises(KeyboardInterrupt):
            editor.write(editor.ignore(path, "Home"), path, places)
    assert editor.undo(path, places).what == "alias 'SA-10' of 's-300'"


def killed_at(path: Path) -> object:
    """A way to write that ends before it has written `path`."""
    from tui.places import write_atomically

    def write(target: Path, data: bytes) -> None:
        if target == path:
            raise KeyboardInterrupt
        write_atomically(target, data)

    return write
