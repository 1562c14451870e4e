"""An edit of the registry is one insertion at the right place, or it is refused."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests.editor.conftest import KEPT
from tests.registry_files import Hand
from tui import editor
from tui.editor import Draft
from tui.model import Alias, Entity, Refused, Unusable
from tui.registry import Registry, load

EDITS = int(os.environ.get("READROOM_EDITS", "150"))
"""Edits of random files; 1,000 in a soak."""


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
