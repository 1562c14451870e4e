"""The registry as a whole: found by any name, the nearest names, a copy that loads fast."""

import os
import time
from pathlib import Path

import pytest

from tui.model import Alias, Entity, Problem, Relation
from tui.registry import Registry, load, stamp


def entity(id_: str, name: str, *aliases: str, type_: str = "person") -> Entity:
    return Entity(id_, name, type_, (Alias(name, "name"), *map(Alias, aliases)))


XI = entity("xi-jinping", "Xi Jinping", "Xi", "President Xi")
XI_TOWN = entity("xi", "Xian", "Xi'an")
WANG_YI = entity("wang-yi", "Wang Yi", "Wang")
WANG_LI = entity("wang-li", "Wang Li", "Wang")
RACZ = entity("racz", "András Rácz", "Rácz")
REGISTRY = Registry.of([XI, XI_TOWN, WANG_YI, WANG_LI, RACZ])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("xi-jinping", ["xi-jinping"]),
        ("@xi-jinping", ["xi-jinping"]),
        ('@"Xi Jinping"', ["xi-jinping"]),
        ("Xi  Jinping", ["xi-jinping"]),
        ("xi", ["xi"]),
        ("Xi", ["xi-jinping"]),
        ("XI JINPING", ["xi-jinping"]),
        ("XI-JINPING", ["xi-jinping"]),
        ("Xi’an", ["xi"]),
        ("Wang", ["wang-yi", "wang-li"]),
        ("wang", ["wang-yi", "wang-li"]),
        ("racz", ["racz"]),
        ("andras racz", ["racz"]),
        ("nobody", []),
        ("", []),
        ("@", []),
    ],
)
def test_an_entity_is_found_by_id_then_name_then_alias(name: str, expected: list[str]) -> None:
    assert [found.id for found in REGISTRY.resolve(name)] == expected


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Xi Jingping", "xi-jinping"),
        ("@wang-yy", "wang-yi"),
        ("Racs", "racz"),
        ("jinping", "xi-jinping"),
    ],
)
def test_the_nearest_name_comes_first(name: str, first: str) -> None:
    nearest = REGISTRY.nearest(name)
    assert nearest[0].id == first
    assert len({found.id for found in nearest}) == len(nearest) <= 3


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("jinping", ["xi-jinping"]),
        ("President", ["xi-jinping"]),
        ("Yi Wang", ["wang-yi"]),
        ("@Jinpin", ["xi-jinping"]),
        ("wang ly", ["wang-li", "wang-yi"]),
        ("Razc", ["racz"]),
        ("Bering", []),
        ("Shoigu", []),
        ("", []),
    ],
)
def test_a_name_that_is_none_may_have_meant_those_with_its_words_else_those_spelt_like_it(
    name: str, expected: list[str]
) -> None:
    assert [found.id for found in REGISTRY.meant(name)] == expected


def test_what_is_like_nothing_has_no_nearest_name() -> None:
    assert REGISTRY.nearest("qqqq") == []
    assert Registry.empty().nearest("Xi") == []
    assert Registry.empty().resolve("Xi") == []


def test_a_copy_is_the_same_registry() -> None:
    rich = Entity(
        "s-400",
        "S-400 «Триумф»",
        "equipment",
        (
            Alias("S-400 «Триумф»", "name"),
            Alias("S-400"),
            Alias("T", "weak", "fold", "ru", ("b",), ("nb",), ("a",), ("na",), ("o",), ("n",)),
        ),
        "a system",
        {"wikidata": "Q1"},
        (Relation("sold-to", "china", "@s-400"), Relation("is", "x")),
        "peripheral",
    )
    problem = Problem("entities.yaml", 1, 2, "odd", "warning")
    registry = Registry({"s-400": rich, "racz": RACZ}, frozenset({"x"}), (problem,), "d1")
    copy = Registry.from_json(registry.to_json())
    assert copy is not None
    assert dict(copy.entities) == dict(registry.entities)
    assert list(copy.entities) == ["s-400", "racz"]
    assert (copy.ignore, copy.problems, copy.digest) == (frozenset({"x"}), (problem,), "d1")
    assert copy.resolve("s-400") == [rich]
    assert copy.to_json() == registry.to_json()


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"null", b'{"version": 0}', b'{"version": 1}', b"\xff", b"[1"]
)
def test_what_is_no_copy_is_none(data: bytes) -> None:
    assert Registry.from_json(data) is None


def test_a_damaged_copy_is_none() -> None:
    copy = Registry({"racz": RACZ}).to_json()
    assert Registry.from_json(copy[:-1]) is None
    assert Registry.from_json(copy.replace(b"person", b"parson")) is None


def test_the_stamp_changes_with_the_files(tmp_path: Path) -> None:
    path = tmp_path / "entities.yaml"
    absent = stamp(path)
    path.write_text("entities:")
    first = stamp(path)
    assert (stamp(path), first != absent) == (first, True)
    (tmp_path / "entities").mkdir()
    (tmp_path / "entities" / "more.yaml").write_text("")
    second = stamp(path)
    os.utime(path, ns=(1, 1))
    assert len({absent, first, second, stamp(path)}) == 4


def test_three_thousand_entities_load_in_time(tmp_path: Path) -> None:
    path = tmp_path / "entities.yaml"
    record = (
        "  - id: e-{0}\n    name: Entity Number {0}\n    type: person\n    description: the {0}th\n"
        "    aliases: [Ent {0}, E-{0}, {{text: Alias {0}, kind: weak}}]\n    ids: {{qid: Q{0}}}\n"
    )
    path.write_text("entities:\n" + "".join(record.format(n) for n in range(3_000)))

    def seconds(call: object, *args: object) -> float:
        assert callable(call)
        took = []
        for _ in range(3):
            began = time.process_time()
            call(*args)
            took.append(time.process_time() - began)
        return min(took)

    copy = load(path).to_json()
    assert seconds(load, path) < 2  # 0.3 on a quiet machine
    assert seconds(Registry.from_json, copy) < 0.2  # 0.01


def test_entities_are_found_by_the_beginning_of_any_name() -> None:
    assert [entity.id for entity in REGISTRY.beginning("@wang")] == ["wang-yi", "wang-li"]
    assert {entity.id for entity in REGISTRY.beginning("XI")} == {"xi", "xi-jinping"}
    assert [entity.id for entity in REGISTRY.beginning("pres")] == ["xi-jinping"]
    assert REGISTRY.beginning("zz") == []


def test_behind_those_whose_name_begins_so_come_those_of_whom_another_word_does() -> None:
    assert [entity.id for entity in REGISTRY.beginning("@jinp")] == ["xi-jinping"]
    assert [entity.id for entity in REGISTRY.beginning("Rác")] == ["racz"]
    assert REGISTRY.beginning("yi") == []
    ann, hannah = entity("ann-bo", "Ann Bo"), entity("cy-annes", "Cy Annes")
    assert Registry.of([hannah, ann]).beginning("ann") == [ann, hannah]


def test_who_relates_to_an_entity_is_found_in_a_copy_as_in_the_registry() -> None:
    alias = (Alias("X", "name"),)
    registry = Registry.of(
        [
            Entity("a", "A", "person", alias, relations=(Relation("knows", "b"),)),
            Entity("b", "B", "person", alias),
            Entity("c", "b", "person", alias),
        ]
    )
    copy = Registry.from_json(registry.to_json())
    assert copy is not None
    for one in (registry, copy):
        assert [entity.id for entity in one.relating("b")] == ["a"]
        assert one.relating("a") == []
