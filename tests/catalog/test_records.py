"""What is counted from the index agrees with the mentions themselves, counted by brute force."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations, islice
from pathlib import Path

import pytest

from tests.catalog.rooms import House
from tests.gold.halves import CORPORA
from tui.catalog import companies, entities, records
from tui.catalog.room import Room, open_room
from tui.catalog.wish import Wish
from tui.model import NotFound, Span
from tui.prose import paragraphs, sentences


@pytest.fixture(scope="module", params=["seeds", "originals", "frus"])
def room(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Room:
    """A corpus and its registry."""
    root = tmp_path_factory.mktemp("root")
    texts, registry = Path("seeds"), request.getfixturevalue("registry")
    texts = registry.parent / "seeds"
    if request.param == "originals":
        texts = request.getfixturevalue("originals")
    elif request.param == "frus":
        folder = CORPORA / "frus_china_1964-68v30"
        if not folder.is_dir():
            pytest.skip("READROOM_CORPORA names no folder with frus_china_1964-68v30")
        texts, registry = folder / "docs", folder / "registry_oracle.yaml"
    return open_room(Wish(str(texts), str(registry), str(root)), budget=None)


class Counted:
    """The mentions of a corpus, all counted one by one out of the texts."""

    def __init__(self, room: Room) -> None:
        self.mentions: Counter[str] = Counter()
        self.texts: defaultdict[str, set[str]] = defaultdict(set)
        self.surfaces: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        self.sentences: Counter[tuple[str, str]] = Counter()
        self.paragraphs: Counter[tuple[str, str]] = Counter()
        self.alone: Counter[str] = Counter()
        spans: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
        for named in entities.mentions(room, concepts=True):
            mention = named.mention
            if mention.entity is not None:
                self.mentions[mention.entity] += 1
                self.texts[mention.entity].add(named.doc)
                written = " ".join(named.text.split()), mention.kind
                self.surfaces[mention.entity][written] += 1
                spans[named.doc].append((mention.span, mention.entity))
        for doc, named_here in spans.items():
            text = room.document(doc).text
            for unit in sentences(text, Span(0, len(text))):
                self._count(self.sentences, unit, named_here, self.alone)
            for unit in paragraphs(text):
                self._count(self.paragraphs, unit, named_here, Counter())

    @staticmethod
    def _count(
        pairs: Counter[tuple[str, str]],
        unit: Span,
        spans: list[tuple[Span, str]],
        alone: Counter[str],
    ) -> None:
        inside = sorted({id for span, id in spans if unit.start <= span.start < unit.end})
        alone.update(inside)
        pairs.update(combinations(inside, 2))


@pytest.fixture(scope="module")
def counted(room: Room) -> Counted:
    return Counted(room)


def test_every_entity_of_the_list_is_named_as_often_as_it_is_mentioned(
    room: Room, counted: Counted
) -> None:
    found = {one.entity.id: (one.mentions, one.documents) for one in entities.listed(room)}
    assert found == {
        id: (counted.mentions[id], len(counted.texts[id])) for id in room.registry.entities
    }
    assert sum(mentions for mentions, _ in found.values()) == sum(counted.mentions.values()) > 0


def test_every_record_counts_what_its_mentions_are(room: Room, counted: Counted) -> None:
    for entity in room.registry.entities.values():
        found = records.record(room, entity)
        assert found.mentions == counted.mentions[entity.id]
        assert {one.doc for one in found.documents} == counted.texts[entity.id]
        assert {(t, k): n for t, k, n in found.surfaces} == counted.surfaces[entity.id]
        assert sum(year.mentions for year in found.years) == found.mentions
        assert sum(year.documents for year in found.years) == len(found.documents)


def test_every_companion_is_counted_as_the_sentences_and_paragraphs_are(
    room: Room, counted: Counted
) -> None:
    for entity in room.registry.entities.values():
        for one in companies.beside(room, entity):
            pair = min(entity.id, one.id), max(entity.id, one.id)
            assert one.sentences == counted.sentences[pair], pair
            assert one.paragraphs == counted.paragraphs[pair], pair
            assert one.documents == len(counted.texts[entity.id] & counted.texts[one.id])
    assert room.census.sentences == counted.alone
    assert room.sentence_pairs == counted.sentences


def test_together_is_the_same_for_any_order_and_equals_the_companions(
    room: Room, counted: Counted
) -> None:
    of = room.registry.entities
    for (first, second), count in islice(counted.sentences.most_common(), 0, 200, 20):
        one = companies.together(room, [of[first], of[second]])
        assert one == companies.together(room, [of[second], of[first], of[first]])
        assert len(one.sentences) == count
        assert one.paragraphs == counted.paragraphs[first, second]
        assert one.documents == len(counted.texts[first] & counted.texts[second])


def test_a_matrix_is_symmetric_and_has_each_by_itself_on_the_diagonal(
    room: Room, counted: Counted
) -> None:
    found = companies.matrix(room, companies.most_named(room, 12))
    assert list(zip(*found.rows, strict=True)) == list(found.rows)
    for at, id in enumerate(found.entities):
        assert found.rows[at][at] == counted.alone[id]
    first, second = sorted(found.entities[:2])
    at = found.entities.index(first), found.entities.index(second)
    assert found.rows[at[0]][at[1]] == counted.sentences[first, second]


def test_what_is_absent_is_told(house: House) -> None:
    house.write("003.txt", "China is not here\n")
    room = house.open()
    found = records.record(room, entities.resolve(room, "s-400"))
    assert found.absent is not None
    assert [one.doc for one in found.absent] == ["002.txt", "003.txt"]
    russia = records.record(room, entities.resolve(room, "russia"))
    assert [(t, k, n) for t, k, n in russia.surfaces] == [
        ("Moscow", "metonym", 2),
        ("Russian", "demonym", 1),
    ]
    assert [alias.text for alias in russia.unseen("name")] == ["Russia"]


def test_relations_are_told_in_both_directions_and_which_no_sentence_shows(house: House) -> None:
    with house.registry.open("a") as file:
        file.write(
            "  - id: kremlin\n    name: Kremlin\n    type: place\n"
            "    relations: [{kind: seat-of, to: russia}]\n"
        )
    house.write("004.txt", "Putin left Moscow.\n")
    room = house.open()
    russia = records.record(room, entities.resolve(room, "russia"))
    assert [(r.source, r.kind, r.to, r.sentences) for r in russia.stated] == [
        ("kremlin", "seat-of", "russia", 0)
    ]
    assert russia.kinds_with("kremlin") == ("seat-of",)
    assert russia.kinds_with("putin") == ()
    assert next(c.sentences for c in russia.companions if c.id == "putin") == 1


@pytest.mark.parametrize(
    ("order", "first"),
    [("type", "s-400"), ("id", "beijing"), ("name", "beijing"), ("mentions", "russia"),
     ("first", "putin"), ("last", "putin")],
)  # fmt: skip
def test_the_list_goes_by_what_is_asked(house: House, order: str, first: str) -> None:
    for doc, date in (("001", "2019-05"), ("002", "2020-01-31")):
        (house.texts / f"{doc}.meta.yaml").write_text(
            f"date: '{date}'\ndate_certainty: exact\n", encoding="utf-8"
        )
    found = entities.listed(house.open(), order=order)  # type: ignore[arg-type]  # one of them
    assert found[0].entity.id == first
    dates = {one.entity.id: (one.first, one.last) for one in found}
    assert dates["russia"] == ("2019-05", "2020-01-31")
    assert dates["s-400"] == ("2019-05", "2019-05")


def test_a_filter_is_a_part_of_any_name_and_who_never_occurs_is_listed(house: House) -> None:
    house.write("001.txt", "Nothing.\n")
    found = entities.listed(house.open(), "@TRIUM")
    assert [(one.entity.id, one.mentions, one.first) for one in found] == [("s-400", 0, None)]


@pytest.mark.parametrize(
    ("name", "details"),
    [
        ("Otto Nemo", ["not registered, but 1 text has these words: search for them"]),
        ('@"Nemo"', ["not registered, but 2 texts have these words: search for them"]),
        ("Otto Nobody", []),
        ('"', []),
    ],
)
def test_of_a_name_that_is_none_it_is_said_how_many_texts_have_it(
    house: House, name: str, details: list[str]
) -> None:
    house.write("001.txt", "Otto Nemo was there.\n")
    house.write("002.txt", "Nemo and Otto were not.\n")
    with pytest.raises(NotFound) as caught:
        entities.resolve(house.open(), name)
    assert list(caught.value.details) == details
