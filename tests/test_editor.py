"""An edit of the registry is one insertion at the right place, or it is refused."""

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.registry_files import NASTY, Hand
from tui import editor
from tui.anchors import Anchor
from tui.editor import Draft
from tui.editor.scalars import mapping, scalar
from tui.model import Alias, Entity, Locked, Refused, Unusable
from tui.places import Lock, Places
from tui.registry import Registry, load
from tui.registry.decisions import Decision, read
from tui.yamltree import parse

EDITS = int(os.environ.get("READROOM_EDITS", "150"))
"""Edits of random files; 1,000 in a soak."""

KEPT = """\
# Ours.
entities:

  # ── Equipment ──

  - id: s-300
    name: S-300
    type: equipment
    # ours alone
    aliases: [S300]          # no dash

  - id: su-35                # the fighter
    name: Su-35
    type: equipment
    aliases:
      - Flanker-E
      - {text: Super Flanker, kind: weak}
    description: >-
      A fighter,
      sold to China.

  # ── Persons ──

  - {id: ivanov, name: Ivan Ivanov, type: person}

ignore: [Post a Comment]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A registry to edit."""
    path = tmp_path / "kept" / "entities.yaml"
    path.parent.mkdir()
    path.write_text(KEPT, encoding="utf-8")
    return path


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """The program's own folders."""
    return Places.of({}, tmp_path / "own")


def added(draft: Draft) -> list[str]:
    """The lines that an edit changes or makes, as a diff shows them."""
    before = (draft.before or b"").decode().splitlines()
    after = draft.after.decode().splitlines()
    return [line for line in after if line not in before]


def refusal(path: Path, text: str) -> str:
    """What is said of an alias for `a` in a file that cannot be edited."""
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        editor.add_alias(path, "a", Alias("B"))
    return refused.value.details[0]


def test_an_alias_goes_to_the_end_of_its_list(path: Path) -> None:
    assert added(editor.add_alias(path, "s-300", Alias("SA-10"))) == [
        "    aliases: [S300, SA-10]          # no dash"
    ]


def test_a_list_of_lines_gets_a_line(path: Path) -> None:
    draft = editor.add_alias(path, "su-35", Alias("Su-35S", case="fold"))
    assert added(draft) == ["      - {text: Su-35S, case: fold}"]
    assert draft.line == 18


def test_a_first_alias_stands_behind_the_type(path: Path) -> None:
    path.write_text("entities:\n- id: a\n  name: A\n  type: place  # sic\n  scope: core\n")
    assert editor.add_alias(path, "a", Alias("B")).after.decode() == (
        "entities:\n- id: a\n  name: A\n  type: place  # sic\n  aliases: [B]\n  scope: core\n"
    )


def test_an_entity_in_braces_stays_on_its_line(path: Path) -> None:
    assert added(editor.add_alias(path, "ivanov", Alias("I. I.", "weak"))) == [
        "  - {id: ivanov, name: Ivan Ivanov, type: person, aliases: [{text: I. I., kind: weak}]}"
    ]


def test_every_rule_of_an_alias_is_written(path: Path) -> None:
    alias = Alias("Flanker", "weak", lang="en", not_before=("family",), only_in=("001", "002"))
    assert added(editor.add_alias(path, "su-35", alias)) == [
        "      - {text: Flanker, kind: weak, lang: en, not_before: [family], "
        "only_in: ['001', '002']}"
    ]


def test_an_entity_goes_to_its_sorted_place(path: Path) -> None:
    draft = editor.add_entity(path, "s-400", "S-400 Triumph", "equipment")
    between = (
        "    aliases: [S300]          # no dash\n\n  - id: su-35                # the fighter\n"
    )
    assert between in KEPT
    assert draft.after.decode() == KEPT.replace(
        between,
        "    aliases: [S300]          # no dash\n\n"
        "  - id: s-400\n    name: S-400 Triumph\n    type: equipment\n\n"
        "  - id: su-35                # the fighter\n",
    )


def test_the_first_of_its_type_stays_below_the_heading_of_its_section(path: Path) -> None:
    after = editor.add_entity(path, "adams", "Ann Adams", "person").after.decode()
    assert (
        "# ── Persons ──\n\n  - {id: adams, name: Ann Adams, type: person}\n\n  - {id: ivanov"
        in after
    )


def test_the_last_of_its_type_stays_above_the_heading_of_the_next_section(path: Path) -> None:
    after = editor.add_entity(path, "yak-130", "Yak-130", "equipment").after.decode()
    assert "sold to China.\n\n  - id: yak-130\n" in after
    assert "type: equipment\n\n  # ── Persons ──" in after


def test_a_file_with_nothing_in_it_gets_its_first_entity(path: Path) -> None:
    for before in (
        "",
        "# ours\n",
        "entities:\n",
        "entities: []\n",
        "ignore: [x]\n",
        "entities: #\n",
    ):
        path.write_text(before)
        draft = editor.add_entity(path, "a", "A", "place")
        path.write_bytes(draft.after)
        assert list(load(path).entities) == ["a"]


def test_of_several_files_the_one_with_its_type_is_edited(path: Path) -> None:
    (path.parent / "entities").mkdir()
    other = path.parent / "entities" / "places.yaml"
    other.write_text("entities:\n  - {id: oka, name: Oka, type: place}\n")
    assert editor.add_entity(path, "volga", "Volga", "place").name == "entities/places.yaml"
    assert editor.add_alias(path, "oka", Alias("Ока")).path == other
    assert editor.add_entity(path, "orlov", "Orlov", "person").path == path


def test_a_name_to_be_ignored(path: Path) -> None:
    assert added(editor.ignore(path, "Related: posts")) == [
        "ignore: [Post a Comment, 'Related: posts']"
    ]
    with pytest.raises(Refused, match="'Post a Comment' is ignored already"):
        editor.ignore(path, "Post a Comment")


def test_the_first_name_to_be_ignored_stands_at_the_end(path: Path) -> None:
    path.write_text(KEPT.replace("\nignore: [Post a Comment]\n", ""))
    after = editor.ignore(path, "Home").after.decode()
    assert after.endswith("type: person}\n\nignore: [Home]\n")


def test_what_is_there_already_is_refused_with_its_line(path: Path) -> None:
    with pytest.raises(Refused, match="is a name of 's-300' already") as refused:
        editor.add_alias(path, "s-300", Alias("S300"))
    assert refused.value.details == ("entities.yaml:10",)
    with pytest.raises(Refused, match="'su-35' is there already") as refused:
        editor.add_entity(path, "su-35", "Su-35", "equipment")
    assert refused.value.details == ("entities.yaml:12",)


def test_what_no_insertion_fits_is_refused_with_the_line_to_edit_by_hand(path: Path) -> None:
    entity = "entities:\n- id: a\n  name: A\n  aliases: "
    assert refusal(path, entity + "~\n") == "entities.yaml:4: under aliases: B"
    assert refusal(path, entity + "just a text\n") == "entities.yaml:4: under aliases: B"
    assert refusal(path, entity + "{a: b}\n") == "entities.yaml:4: under aliases: B"


def test_a_file_that_is_no_yaml_is_unusable(path: Path) -> None:
    path.write_text("entities: [")
    with pytest.raises(Unusable, match=r"entities.yaml:1:\d+: "):
        editor.add_alias(path, "a", Alias("B"))


def test_edits_of_any_files_are_one_insertion_each_and_hardly_any_is_refused(path: Path) -> None:
    refused = []
    for seed in range(EDITS):
        draft, wanted, refusal = random_edit(seed, path)
        if draft is None:
            refused.append(refusal)
            continue
        assert draft.before is not None
        end = draft.at + len(draft.added)
        assert draft.after[: draft.at] + draft.after[end:] == draft.before, seed
        path.write_bytes(draft.after)
        now = load(path)
        assert (now.entities, now.ignore) == (wanted.entities, wanted.ignore), seed
    assert len(refused) <= EDITS * 0.05
    assert all(line.startswith("entities.yaml:") for line in refused)


def random_edit(seed: int, path: Path) -> tuple[Draft | None, Registry, str]:
    """An edit of a random file or None, the registry that is to come of it, and the refusal."""
    hand = Hand(seed)
    path.write_bytes(hand.registry())
    old = load(path)
    entities, ignored = dict(old.entities), old.ignore
    name = "New " + hand.name()
    try:
        if entities and hand.chance(0.6):
            id_ = hand.random.choice(list(entities))
            alias = Alias(name, hand.random.choice(("alias", "alias", "weak")))
            entity = entities[id_]
            entities[id_] = replace(entity, aliases=(*entity.aliases, alias))
            draft = editor.add_alias(path, id_, alias)
        elif hand.chance(0.6):
            type_ = hand.random.choice(("bloc", "event", "person", "place"))
            id_ = hand.random.choice(("a", "e-3x", "zz", "4-x", "075"))
            entities[id_] = Entity(id_, name, type_, (Alias(name, "name"),))
            draft = editor.add_entity(path, id_, name, type_)
        else:
            ignored |= {name}
            draft = editor.ignore(path, name)
    except Refused as error:
        return None, old, error.details[0]
    return draft, Registry(entities, frozenset(ignored)), ""


@given(st.text() | st.sampled_from(NASTY))
def test_any_text_that_a_file_can_hold_is_read_as_it_was_written(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    root = parse(f"a: [{scalar(text)}, {mapping({'b': text})}]".encode())
    assert root is not None
    assert root.plain() == {"a": [text, {"b": text}]}


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
