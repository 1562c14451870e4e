"""The very words of a text: by paragraph as from the whole, from the index as from the text."""

from pathlib import Path

import pytest

from tests.catalog.rooms import House
from tui.catalog.room import Room, open_room
from tui.catalog.searching import search
from tui.catalog.spans import spans_of
from tui.catalog.wish import Wish
from tui.query.lighting import light
from tui.words import words

QUERIES = [
    "the",
    "s-400 OR su-35 OR 4++ OR $2",
    "@china NEAR/5 russia",
    '"military technical cooperation"',
    '"china russia"~40',
    "{china -russia}",
    "type:equipment",
    "zone:title china",
    "of*",
]


@pytest.fixture(scope="module")
def room(corpus: Path, registry: Path, tmp_path_factory: pytest.TempPathFactory) -> Room:
    root = str(tmp_path_factory.mktemp("root"))
    return open_room(Wish(str(corpus), str(registry), root))


@pytest.mark.parametrize("query", QUERIES)
def test_paragraphs_read_alone_give_the_spans_of_the_whole_text(query: str, room: Room) -> None:
    answer = search(room, query, limit=None)
    positions = answer.matches.spans(answer.matches.docs)

    assert answer.hits
    for hit in answer.hits:
        found = words(room.document(hit.doc).text)
        whole = light(answer.matches.tree, positions[hit.number], found)
        assert list(spans_of(room, answer.matches.tree, hit.doc)) == whole


def test_a_stretch_may_run_across_paragraphs(house: House) -> None:
    house.write("a.txt", "First the zebra.\n\n***\n\nThen the giraffe.")
    room = house.open()
    tree = search(room, '"zebra giraffe"~9').matches.tree
    (span,) = spans_of(room, tree, "a.txt")

    assert room.document("a.txt").text[slice(*span)] == "zebra.\n\n***\n\nThen the giraffe"
    assert spans_of(room, search(room, "giraffe").matches.tree, "a.txt")[0].start == 32


def test_a_text_as_it_is_now_is_read_like_one_in_the_index(house: House) -> None:
    before = house.open()
    queries = ("moscow", "@russia", "type:place", "{beijing olympics}", '"were held"')
    trees = [search(before, query).matches.tree for query in queries]
    expected = [spans_of(before, tree, "002.txt") for tree in trees]
    text = before.document("002.txt").text
    house.write("002.txt", text + "\n")
    after = house.open()
    house.write("002.txt", text)

    assert [spans_of(after, tree, "002.txt") for tree in trees] == expected
    assert all(expected)
