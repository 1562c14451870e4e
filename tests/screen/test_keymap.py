"""One's own keys: a profile, single keys over it, and what is wrong, said with its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.binding import Binding

from tui.cli.main import main
from tui.screen import keys
from tui.screen.keymap import PROFILES, Keymap, opens, read, spelled

OWN = """profile: vim
keys:
  text.next-name: "]e Ctrl+N"
  desk.stra: x
  desk.star: n
  text.fold: Foo
"""


def keys_of(keymap: Keymap, id: str) -> list[str]:
    return [spelled(one.key) for one in keymap.bindings(keys.BY_ID[id])]


def test_ones_own_keys_go_before_the_profile_and_that_before_the_first(tmp_path: Path) -> None:
    path = tmp_path / "keys.yaml"
    path.write_text(OWN)
    keymap = read(path)
    assert keymap.profile == "vim"
    assert keys_of(keymap, "text.next-name") == ["]e", "Ctrl+N"]
    assert keys_of(keymap, "page.top") == ["gg", "Home"]
    assert keys_of(keymap, "desk.search") == ["/"]
    assert keys_of(read(path, "default"), "page.top") == ["g", "Home"]


def test_faults_are_told_with_their_place_and_the_rest_holds(tmp_path: Path) -> None:
    path = tmp_path / "keys.yaml"
    path.write_text(OWN)
    said = [str(problem).removeprefix(f"{path}:") for problem in read(path).problems]
    assert said[0].startswith("4:3: there is no action desk.stra; desk.star")
    assert "5:3: n is also the key of desk.next-hit (everywhere)" in said
    assert said[-1] == "6:14: 'Foo' is no key"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("keys: [", "1:8: "),
        ("profile: emacs\n", "1:1: profile: profile is one of default, vim; keys maps ids to keys"),
    ],
)
def test_a_file_that_is_not_understood_changes_no_key(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "keys.yaml"
    path.write_text(text)
    keymap = read(path)
    assert str(keymap.problems[0]).startswith(f"{path}:{said}")
    assert keymap.changed == {}


def test_the_profiles_change_actions_that_there_are() -> None:
    assert [id for profile in PROFILES.values() for id in profile if id not in keys.BY_ID] == []


def test_the_name_of_a_key_is_no_sequence() -> None:
    assert opens("]", ["]e", "n"])
    assert not opens("f", ["f1", "n"])
    assert not opens("u", ["up"])


@pytest.mark.parametrize(
    ("key", "written"),
    [("ctrl+n", "Ctrl+N"), ("pagedown", "PageDown"), ("slash", "/"), ("]e", "]e"), ("G", "G")],
)
def test_a_key_is_written_as_it_is_pressed(key: str, written: str) -> None:
    assert spelled(key) == written


def test_every_key_is_listed_once_and_faults_make_the_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["keys", "--json", "--root", str(tmp_path)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    every = [b for section in keys.SECTIONS for b in keys.bindings(section.keys)]
    assert [row["id"] for row in rows] == [binding.id for binding in every]
    assert all(row["keys"] and row["where"] and row["does"] for row in rows)
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "keys.yaml").write_text(OWN)
    assert main(["keys", "--root", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert "  ]e  Ctrl+N" in told.out
    assert told.err.startswith(f"readroom: {tmp_path}/config/keys.yaml is not all understood\n  ")


def test_a_binding_without_an_own_key_is_as_it_was() -> None:
    binding = Binding("a,b", "x", id="desk.star")
    assert [one.key for one in Keymap().bindings(binding)] == ["a", "b"]
