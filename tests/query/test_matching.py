"""Which documents answer, in which order, and how far the reading goes."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pytest

from tests.query.tiny_engine import PEOPLE, Tiny, document
from tui.query import matching
from tui.query.engine import Field
from tui.query.expand import Known, expand
from tui.query.matching import match
from tui.query.parse import parse


def order(query: str, *texts: str) -> list[int]:
    return Tiny(*texts).ask(query).best()


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    assert order("deal OR treaty", "deal one", "treaty one", "deal two") == [1, 0, 2]


def test_a_short_text_comes_before_a_long_one() -> None:
    assert order("deal", "a deal and many other words beside it", "a deal") == [1, 0]


def test_a_boost_counts_more() -> None:
    assert order("deal OR treaty", "a deal", "a treaty") == [0, 1]
    assert order("deal OR treaty^2", "a deal", "a treaty") == [1, 0]
    assert order("(deal OR talks)^3 OR treaty^2", "a deal", "a treaty") == [0, 1]


def test_the_forms_of_a_word_are_one_word() -> None:
    scores = Tiny("exercise exercises", "exercise exercise", "other").ask("exercise").scores
    assert scores[0] == pytest.approx(scores[1])


def test_the_score_is_that_of_bm25() -> None:
    scores = Tiny("deal one two", "three four five six seven").ask("deal").scores
    assert scores == {0: pytest.approx(0.693147 * 2.2 / (1 + 1.2 * (0.25 + 0.75 * 3 / 4)), 1e-5)}


def test_facts_choose_documents_and_light_nothing() -> None:
    engine = Tiny(
        document("A deal.", "a.txt", title="War and peace", date="2014-05", authors=["Ann Lee"]),
        document("A deal.", "b/c.txt", title="The deal", date="2016", languages=["en", "ru"]),
        document("No deal.", "d.txt"),
    )
    assert engine.lit("date:2014") == {"a.txt": []}
    assert engine.lit("date:2014..2016-05 deal") == {"a.txt": ["deal"]}
    assert engine.lit("date:>2014 deal") == {"b/c.txt": ["deal"]}
    assert engine.lit("date:<2014-05") == {}
    assert engine.lit("date:none deal") == {"d.txt": ["deal"]}
    assert engine.lit("title:(war OR “the deal”)") == {"a.txt": [], "b/c.txt": []}
    assert engine.lit("author:lee") == {"a.txt": []}
    assert engine.lit("lang:ru") == {"b/c.txt": []}
    assert engine.lit("doc:c") == engine.lit("doc:b/*") == {"b/c.txt": []}
    assert engine.ask("date:2014").scores == {0: 0.0}


def test_marked_documents_are_chosen_by_their_ids() -> None:
    engine = Tiny("A deal.", "A deal.")
    known = Known(PEOPLE, marked={"unread": ["1.txt"]})
    assert engine.lit("is:unread deal", known) == {"1.txt": ["deal"]}


def test_reading_by_position_stops_when_there_are_enough() -> None:
    engine = Tiny(*["a joint exercise"] * 600)
    tree = expand(parse('"joint exercise"'), engine, Known(PEOPLE))
    few = match(tree, engine, at_most=200)
    assert not few.is_complete
    assert min(few.docs) == 600 - len(few.docs)
    assert len(few.docs) < 600
    late = match(tree, engine, seconds=-1)
    assert (len(late.docs), late.is_complete) == (0, False)
    assert match(tree, engine).is_complete


def test_best_gives_as_many_as_asked() -> None:
    assert Tiny("a deal", "deal deal deal", "deal deal").ask("deal").best(2) == [1, 2]


def test_nothing_is_found_in_an_empty_index() -> None:
    assert Tiny().lit("a OR -b") == {}
    assert Tiny().ask("a").scores == {}


def test_no_more_is_read_by_position_than_there_is_time_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    engine = Tiny(*["a deal"] * 1000)
    tree = expand(parse("{deal}"), engine, Known(PEOPLE))
    clock, extents = Clock(), engine.extents

    def slowly(field: Field, terms: Sequence[str], docs: Collection[int]) -> object:
        clock.now += len(docs) / 2  # seconds for each of the two terms, so a second a document
        return extents(field, terms, docs)

    monkeypatch.setattr(engine, "extents", slowly)
    monkeypatch.setattr(matching, "monotonic", clock)
    late = match(tree, engine, seconds=120)

    assert 100 < len(late.docs) < 125
    assert clock.now < 125


class Clock:
    """A clock that goes on only when it is told."""

    now = 0.0

    def __call__(self) -> float:
        return self.now
