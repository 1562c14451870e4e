"""One consistent view of the index."""

import os

import pytest

from tests.index.library import Library, contents, entity
from tui.index import IndexView
from tui.model import Mention, Span
from tui.query.engine import Engine, Record


@pytest.fixture
def library(library: Library) -> Library:
    """A corpus whose index has three segments and two deleted documents."""
    library.keep(entity("china", "China"), entity("moscow", "Moscow"))
    library.write("a.txt", "China and Moscow, and China again.")
    library.write("b.txt", "Old words.")
    library.write("c.txt", "Words of Moscow; some more words.")
    library.refresh()
    library.write("b.txt", "New words, the S-400.")
    library.write("d.txt", "gone")
    library.refresh()
    library.write("e.txt", "")
    (library.texts / "d.txt").unlink()
    library.refresh()
    return library


@pytest.fixture
def view(library: Library) -> IndexView:
    found = library.view()
    assert len(found.segments) == 2 + 1 - 0
    return found


def by_id(view: IndexView, found: dict[int, object]) -> dict[str, object]:
    return {view.record(doc).id: value for doc, value in found.items()}


def test_it_is_what_the_query_language_asks_for(view: IndexView) -> None:
    engine: Engine = view

    assert len(engine.everything()) == 4


def test_deleted_documents_are_nowhere(view: IndexView) -> None:
    assert view.documents("words", ["old", "gone"]) == set()
    assert view.weights("words", ["old"]) == {}
    assert view.extents("words", ["old"], view.everything()) == {}
    assert "old" not in dict(view.vocabulary("words"))
    assert view.number("d.txt") is None


def test_terms_are_united(view: IndexView) -> None:
    found = view.documents("words", ["words", "again", "nowhere"])

    assert sorted(view.record(doc).id for doc in found) == ["a.txt", "b.txt", "c.txt"]


def test_weights_are_summed_over_terms(view: IndexView) -> None:
    weights = by_id(view, dict(view.weights("words", ["words", "some"])))

    assert weights == {"b.txt": 1.0, "c.txt": 3.0}


def test_extents_are_ascending_and_each_once(view: IndexView) -> None:
    extents = view.extents("words", ["400", "s-400", "s", "s-400"], view.everything())

    assert by_id(view, dict(extents)) == {"b.txt": [(4, 4), (4, 5), (5, 5)]}


def test_names_have_their_own_extents(view: IndexView) -> None:
    extents = view.extents("names", ["china"], view.everything())

    assert by_id(view, dict(extents)) == {"a.txt": [(1, 1), (5, 5)]}


def test_extents_are_those_of_the_documents_asked_for(view: IndexView) -> None:
    doc = view.number("c.txt")
    assert doc is not None

    assert view.extents("words", ["words"], [doc]) == {doc: [(1, 1), (6, 6)]}


def test_the_vocabulary_is_sorted_with_the_number_of_documents(view: IndexView) -> None:
    assert list(view.vocabulary("words", "s")) == [("s", 1), ("s-400", 1), ("some", 1)]
    assert dict(view.vocabulary("words", "wor")) == {"words": 2}
    assert list(view.vocabulary("names", "mosc")) == [("moscow", 2), ("moscow!", 2)]


def test_a_longer_beginning_is_answered_like_the_first_one(library: Library) -> None:
    begun, fresh = library.view(), library.view()
    list(begun.vocabulary("words", "m"))

    assert list(begun.vocabulary("words", "mo")) == list(fresh.vocabulary("words", "mo")) != []


def test_a_sample_tells_of_whole_segments_until_there_are_texts_enough(library: Library) -> None:
    library.write("0.txt", "Words of another day.")
    library.refresh()
    view = library.view()
    first, *rest = view.segments

    assert rest
    assert dict(view.sample("words", "wo", 1))["words"] == len(first.live) - 1
    assert list(view.sample("words", "wo", 99)) == list(view.vocabulary("words", "wo"))


def test_frequencies_count_every_term_in_the_documents_asked_for(view: IndexView) -> None:
    everything = view.everything()
    doc = view.number("c.txt")
    assert doc is not None

    assert by_id(view, dict(view.frequencies("words", ["words", "some"], everything))) == {
        "b.txt": 1,
        "c.txt": 3,
    }
    assert view.frequencies("words", ["words"], {doc}) == {doc: 2}
    assert view.frequencies("names", ["moscow", "china"], {doc}) == {doc: 1}


def test_shares_say_in_how_many_of_some_documents_a_term_stands(view: IndexView) -> None:
    naming = view.documents("names", ["moscow"])
    shares = view.shares("names", naming)

    assert (shares["moscow"], shares["china"], shares[":place"]) == (2, 1, 2)
    assert "old" not in view.shares("words", view.everything())


def test_a_term_is_found_the_same_after_a_walk_over_its_prefix(view: IndexView) -> None:
    list(view.vocabulary("words", "wor"))

    assert len(view.documents("words", ["words"])) == 2
    assert view.documents("words", ["worse"]) == set()


def test_lengths_and_dates_are_by_document(view: IndexView) -> None:
    doc = view.number("c.txt")
    assert doc is not None

    assert view.lengths()[doc] == 6
    assert len(view.dates) == len(view.lengths())


def test_facts_are_of_living_documents(view: IndexView) -> None:
    assert sorted(view.values("doc").values()) == [("a.txt",), ("b.txt",), ("c.txt",), ("e.txt",)]


def test_records_and_mentions_are_those_of_the_text(view: IndexView) -> None:
    doc = view.number("a.txt")
    assert doc is not None

    record = view.record(doc)
    assert isinstance(record, Record)
    assert (record.id, record.chars, record.words) == ("a.txt", 34, 6)
    assert view.id(doc) == "a.txt"
    assert view.mentions(doc) == [
        Mention("china", Span(0, 5), "name", "China"),
        Mention("moscow", Span(10, 16), "name", "Moscow"),
        Mention("china", Span(22, 27), "name", "China"),
    ]
    assert view.concepts(doc) == []


def test_counts_are_of_mentions_and_of_texts(view: IndexView) -> None:
    assert view.counts("china") == (2, 1)
    assert view.counts("moscow") == (2, 2)
    assert view.counts("nobody") == (0, 0)


def test_a_view_reads_on_while_another_program_writes(library: Library) -> None:
    old = library.view()
    expected = contents(old)
    for step in range(12):
        library.write("a.txt", f"quite other words, step {step}")
        library.refresh()

    assert contents(old) == expected
    assert contents(library.view()) != expected


def test_a_view_of_a_small_index_keeps_no_file_open(library: Library) -> None:
    before = os.listdir("/proc/self/fd")
    views = [library.view() for _ in range(5)]

    assert os.listdir("/proc/self/fd") == before, views


def test_the_documents_come_in_the_order_of_their_ids_without_those_that_are_gone(
    library: Library,
) -> None:
    for name in ("z.txt", "a/é.txt", "a.b.txt", "B.txt"):
        library.write(name, f"Words of {name}.")
    library.refresh()
    library.write("a.b.txt", "Other words.")
    library.refresh()
    view = library.view()

    assert len(view.segments) > 2
    assert list(view.by_id()) == sorted(view.everything(), key=view.id)
