"""Reading entities.yaml: every form it may have, and every fault at its place."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.model import Alias, Entity, Relation, Unusable
from tui.registry import load
from tui.registry.records import read

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """`write(text)` → the registry; further files below `entities/` as `name=text`."""

    def written(text: str | bytes, **inner: str) -> Path:
        path = tmp_path / "entities.yaml"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        for name, content in inner.items():
            (tmp_path / "entities").mkdir(exist_ok=True)
            (tmp_path / "entities" / f"{name}.yaml").write_text(content, "utf-8")
        return path

    return written


def problems(path: Path) -> list[str]:
    return [str(problem) for problem in load(path).problems]


def test_an_entity_with_everything(write: Write) -> None:
    path = write("""
entities:
  - id: s-400
    name: S-400   Triumph
    type: equipment
    aliases:
      - S-400
      - {text: Triumph, kind: weak, case: fold, lang: en, before: [system], not_before: tank,
         after: [the], not_after: [a, b], only_in: ['002'], not_in: [003]}
    description: >
      A surface-to-air
      missile system.
    ids: {wikidata: Q206471, other: ~}
    relations: [{kind: sold-to, to: china, evidence: '@s-400 NEAR/8 China'}, {kind: is, to: s-400}]
    scope: peripheral
ignore: [Post a Comment, Read More]
""")
    registry = load(path)
    assert registry.problems == ()
    assert registry.ignore == {"Post a Comment", "Read More"}
    assert registry.entities["s-400"] == Entity(
        "s-400",
        "S-400 Triumph",
        "equipment",
        (
            Alias("S-400 Triumph", "name"),
            Alias("S-400"),
            Alias(
                "Triumph",
                "weak",
                "fold",
                "en",
                before=("system",),
                not_before=("tank",),
                after=("the",),
                not_after=("a", "b"),
                only_in=("002",),
                not_in=("003",),
            ),
        ),
        "A surface-to-air missile system.",
        {"wikidata": "Q206471"},
        (Relation("sold-to", "china", "@s-400 NEAR/8 China"), Relation("is", "s-400")),
        "peripheral",
    )


def test_values_that_yaml_takes_for_something_else_stay_as_written(write: Write) -> None:
    path = write("entities: [{id: no, name: 1:30, type: event, aliases: [2014, 1e3, Yes, 0777]}]")
    names = [alias.text for alias in load(path).entities["no"].aliases]
    assert names == ["1:30", "2014", "1e3", "Yes", "0777"]


@pytest.mark.parametrize("text", ["", "# nothing\n", "entities:\n", "entities: []\nignore: ~\n"])
def test_a_registry_of_nobody(write: Write, text: str) -> None:
    registry = load(write(text))
    assert (len(registry.entities), registry.problems) == (0, ())


def test_entities_stand_in_the_order_of_the_files(write: Write) -> None:
    one = "entities: [{id: %s, name: %s A, type: place}]\nignore: [%s]"
    path = write(one % ("m", "M", "x"), b=one % ("b", "B", "y"), a=one % ("a", "A", "z"))
    registry = load(path)
    assert list(registry.entities) == ["m", "a", "b"]
    assert registry.ignore == {"x", "y", "z"}


def test_the_digest_changes_with_every_file(write: Write) -> None:
    text = "entities: [{id: a, name: A B, type: place}]"
    alone = load(write(text)).digest
    assert load(write(text)).digest == alone
    assert load(write(text, more="# a comment")).digest != alone


def test_of_two_entities_with_one_id_the_first_counts(write: Write) -> None:
    text = "entities: [{id: a, name: One, type: place}]"
    path = write(text, more="entities:\n  - {id: a, name: Two, type: place}\n")
    assert load(path).entities["a"].name == "One"
    assert problems(path) == [
        "entities/more.yaml:2:10: id 'a' is here twice, first entities.yaml:1"
    ]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("text", "1:12: an entity must be a mapping: id, name, type …"),
        ("{name: N, type: place}", "1:12: an entity without id"),
        ("{id: '', name: N, type: place}", "1:12: an entity without id"),
        ("{id: a, type: place}", "1:12: 'a' has no name"),
        ("{id: a, name: ~, type: place}", "1:12: 'a' has no name"),
        ("{id: a, name: N}", "1:12: warning: 'a' has no type"),
        ("{id: a, name: N, type: tank}", "1:35: warning: unknown type 'tank'"),
        (
            "{id: a, name: N, type: organization}",
            "1:35: warning: unknown type 'organization'; did you mean organisation?",
        ),
        ("{id: a, name: N, type: [place]}", "1:35: 'type' must be a text"),
        ("{id: a, name: N, type: place, x: 1}", "1:42: warning: unknown key 'x'"),
        ("{id: a, name: N, type: place, aliases: B}", "1:51: aliases must be a list"),
        ("{id: a, name: N, type: place, aliases: [[B]]}", "1:52: an alias must be a text or a"),
        ("{id: a, name: N, type: place, aliases: [' ']}", "1:52: warning: an alias without text"),
        ("{id: a, name: N, type: place, aliases: [{}]}", "1:52: an alias without text"),
        ("{id: a, name: N, type: place, aliases: [{text: B, y: 1}]}", "warning: unknown key 'y'"),
        (
            "{id: a, name: N, type: place, aliases: [{text: B, kind: x}]}",
            "warning: unknown kind 'x'",
        ),
        (
            "{id: a, name: N, type: place, aliases: [{text: B, case: x}]}",
            "warning: unknown case 'x'",
        ),
        ("{id: a, name: N, type: place, aliases: [{text: B, after: {}}]}", "after must be a list"),
        (
            "{id: a, name: N, type: place, aliases: [{text: B, after: [{}]}]}",
            "must hold texts alone",
        ),
        ("{id: a, name: N, type: place, description: [x]}", "1:55: 'description' must be a text"),
        ("{id: a, name: N, type: place, ids: Q1}", "1:47: ids must be a mapping"),
        ("{id: a, name: N, type: place, ids: {x: []}}", "1:51: 'x' must be a text"),
        ("{id: a, name: N, type: place, relations: [x]}", "1:54: a relation must be a mapping"),
        ("{id: a, name: N, type: place, relations: [{to: b}]}", "a relation needs a kind and a to"),
        (
            "{id: a, name: N, type: place, scope: x}",
            "1:49: warning: unknown scope 'x': one of core",
        ),
        ("{id: a b, name: N, type: place}", "1:17: warning: id 'a b' holds a space"),
        ("{id: '@a', name: N, type: place}", "1:17: warning: id '@a' holds a space"),
        ("{id: a, name: N, type: place, aliases: ['" + "x" * 2001 + "']}", "longer than 2000"),
    ],
)
def test_a_fault_is_a_problem_at_its_place(write: Write, record: str, expected: str) -> None:
    found = problems(write(f"entities: [{record}]"))
    assert len(found) >= 1
    assert expected in found[0]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"- a", "entities.yaml:1:1: no list of entities: the file starts otherwise"),
        (b"entities: a", "entities.yaml:1:11: entities must be a list"),
        (b"entities: [", "entities.yaml:1:12: did not find expected node content"),
        (b"entities: []\nentities: []", "2:1: key 'entities' is here twice, first in line 1"),
        (b"entities: \xff", "entities.yaml:1:11: not UTF-8: byte 0xff"),
        (b"entities: \0", "entities.yaml:1:11: character U+0000 is not allowed"),
        (b"a: &a [x]\nb: *a", "entities.yaml:1:4: anchors and aliases (& and *) are not supported"),
        (b"[" * 50, "entities.yaml:1:33: nested deeper than 32 levels"),
    ],
)
def test_what_holds_no_records_is_one_line(write: Write, data: bytes, expected: str) -> None:
    with pytest.raises(Unusable) as caught:
        load(write(data))
    assert caught.value.message.endswith(expected)
    assert caught.value.exit_status == 3


def test_a_file_below_the_folder_is_named_when_it_cannot_be_read(write: Write) -> None:
    with pytest.raises(Unusable, match=r"^entities/bad\.yaml:1:6: did not find"):
        load(write("", bad="a: [b\n"))


def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "folder.yaml").mkdir()
    for name, what in [
        ("pipe", "not a regular file"),
        ("folder", "is a directory"),
        ("none", "no such file or directory"),
    ]:
        with pytest.raises(Unusable, match=rf"^{name}\.yaml:1:1: {what}$"):
            load(tmp_path / f"{name}.yaml")


def test_a_link_is_followed(write: Write, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target = write("entities: [{id: a, name: A B, type: place}]").rename(
        tmp_path / "real" / "r.yaml"
    )
    (tmp_path / "entities.yaml").symlink_to(target)
    assert list(load(tmp_path / "entities.yaml").entities) == ["a"]


@pytest.mark.parametrize(
    "item", ["{}", "1", "{id: a, name: b}", "{id: x, y: [{}]}", "{id: a, name: [[]]}"]
)
def test_any_number_of_faults_is_read_in_time_and_listed_in_part(write: Write, item: str) -> None:
    path = write(f"entities:\n{f'- {item}' + chr(10)}" + f"- {item}\n" * 30_000)
    began = time.process_time()
    found = read(path).problems
    assert time.process_time() - began < 5
    assert len(found) <= 2 * 1001
    assert any("more like these are not listed" in problem.what for problem in found)
