"""What the index takes in of a document."""

from pathlib import Path

import pytest

from tests.index.library import entity
from tui.corpus import Corpus
from tui.index.entry import Entry, entry
from tui.mentions import Finder
from tui.model import Alias, Document, Facts, Span, Zone, ZoneKind
from tui.registry import Registry
from tui.words import width, words

PEOPLE = Registry.of(
    [
        entity("china", "China", Alias("Beijing", "metonym")),
        entity("wei-1", "General Wei", "Wei", type="person"),
        entity("wei-2", "Minister Wei", "Wei", type="person"),
        entity("trade", "trade", type="concept", scope="concept"),
    ]
)


def document(text: str, *zones: tuple[ZoneKind, int]) -> Document:
    """A text with its zones by their ends, or all body."""
    spans, start = [], 0
    for kind, end in zones or (("body", len(text)),):
        spans.append(Zone(kind, Span(start, end)))
        start = end
    return Document("a.txt", text, Facts(), tuple(spans), "ab12")


def taken_in(text: str, *zones: tuple[ZoneKind, int]) -> Entry:
    return entry(document(text, *zones), Finder(PEOPLE), PEOPLE)


def test_words_and_forms_stand_at_their_positions() -> None:
    found = taken_in("the S-400 and the US").words.numbers

    assert found["the"] == [1, 5]
    assert found["s-400"] == [2]
    assert found["400"] == [3]
    assert found["US"] == [6]


def test_a_word_written_as_a_name_is_kept_apart() -> None:
    assert taken_in("we met Wang there").words.numbers["^wang"] == [3]


def test_paragraph_marks_are_no_words() -> None:
    made = taken_in("one two\n\nthree")

    assert "¶" not in made.words.numbers
    assert made.length == 3
    assert made.names.numbers["¶"] == [0, 2, 3, 4]


def test_the_weight_of_a_word_is_that_of_its_zones() -> None:
    text = "Arms\nArms for arms\nRead more arms"
    made = taken_in(text, ("title", 5), ("body", 19), ("boilerplate", len(text)))

    assert made.words.weights["arms"] == 30 + 10 + 10 + 2
    assert made.words.weights["read"] == 2


def test_forms_have_the_weight_of_their_zone_too() -> None:
    text = "S-400\nthe S-400"
    made = taken_in(text, ("title", 6), ("body", len(text)))

    assert made.words.weights["s-400"] == made.words.weights["400"] == 30 + 10


def test_zones_are_extents_and_those_without_words_are_left_out() -> None:
    text = "Title\n***\nbody text"
    made = taken_in(text, ("title", 6), ("byline", 10), ("body", len(text)))

    assert made.names.numbers["#title"] == [0, 1]
    assert "#byline" not in made.names.numbers
    assert made.names.numbers["#body"] == [3, 5]


def test_a_name_is_found_by_entity_and_type() -> None:
    found = taken_in("in China and Beijing").names.numbers

    assert found["china"] == [2, 2, 4, 4]
    assert found["china!"] == [2, 2]
    assert found[":place"] == [2, 2, 4, 4]


def test_an_ambiguous_name_is_found_by_its_candidates() -> None:
    found = taken_in("then Wei spoke").names.numbers

    assert found["?wei-1"] == found["?wei-2"] == [2, 2]
    assert "wei-1" not in found


def test_a_concept_is_found_like_any_entity() -> None:
    assert taken_in("more trade with China").names.numbers["trade"] == [2, 2]


def test_a_text_of_very_many_words_is_wide() -> None:
    assert not taken_in("a " * 65_535).is_wide
    assert taken_in("a " * 65_536).is_wide


def test_a_text_without_words_is_taken_in() -> None:
    made = taken_in("***\n")

    assert (made.length, made.words.numbers) == (0, {})


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
def test_a_form_covers_as_many_words_as_its_width(name: str, corpus: Path) -> None:
    [id] = [id for id in Corpus(corpus).scan().files if id.startswith(name)]
    text = Corpus(corpus).read(id).text

    assert [f for f in words(text).forms if width(f.term) != f.last - f.first + 1] == []
