"""What words, names and saved queries come to in an index."""

from __future__ import annotations

import pytest

from tests.query.tiny_engine import PEOPLE, Tiny
from tui.model import QueryError, Span
from tui.query import fitting
from tui.query.expand import Known, expand
from tui.query.parse import parse
from tui.query.tree import Run, Terms, Tree, nodes

ENGINE = Tiny("The state exercised; exercises of US states. The Su-35 of the United States, us.")


def tree(query: str, **saved: str) -> Tree:
    return expand(parse(query), ENGINE, Known(PEOPLE, saved=saved))


def forms(query: str) -> list[str]:
    found = tree(query)
    assert isinstance(found, Terms)
    return list(found.forms)


def test_a_word_stands_for_its_forms_the_one_asked_first() -> None:
    assert forms("exercise") == ["exercise", "exercised", "exercises"]
    assert forms("=exercise") == ["exercise"]
    assert forms("US") == ["US"]


def test_a_wildcard_stands_for_what_fits_the_most_frequent_first() -> None:
    assert forms("exercise*") == ["exercised", "exercises"]
    assert forms("su*") == ["su", "su-35"]
    assert forms("s?ates") == ["states"]
    assert forms("xyz*") == []


def test_a_word_with_typos_keeps_its_first_letter_unless_that_is_the_typo() -> None:
    known = Known(PEOPLE)
    found = expand(parse("billoin~"), Tiny("billion million dillion bilion"), known)
    assert isinstance(found, Terms)
    assert found.forms == ("bilion", "billion")
    found = expand(parse("billion~"), Tiny("billion million trillion bilion"), known)
    assert isinstance(found, Terms)
    assert set(found.forms) == {"billion", "million", "bilion"}


def test_what_is_too_much_is_left_out_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitting, "MOST_FORMS", 3)
    found = tree("/.*/")
    assert isinstance(found, Terms)
    assert (len(found.forms), found.left_out > 0) == (3, True)


def test_a_compound_is_a_phrase_of_its_parts() -> None:
    found = tree("military-technical")
    assert isinstance(found, Run)
    assert [part.word.forms for part in found.parts] == [("military",), ("technical",)]


def test_a_name_is_its_entity() -> None:
    found = tree("@“xi jinping”!")
    assert isinstance(found, Terms)
    assert (found.field, found.terms) == ("names", ("xi!",))


def test_a_saved_query_stands_where_it_is_named() -> None:
    found = tree("us query:mine", mine="@xi OR “joint exercise” NEAR/3 state")
    assert {node.span for node in nodes(found)} == {Span(0, 13), Span(0, 2), Span(3, 13)}


def test_saved_queries_may_hold_one_another_but_not_themselves() -> None:
    assert len(list(nodes(tree("query:a", a="query:b query:b", b="us")))) == 3
    with pytest.raises(QueryError, match="holds itself"):
        tree("query:a", a="query:b", b="query:a")


def test_saved_queries_cannot_grow_beyond_measure() -> None:
    many = {f"q{n}": f"query:q{n + 1} " * 5 for n in range(9)}
    with pytest.raises(QueryError, match="at most 32 saved queries"):
        tree("query:q0", **many, q9="us")


def test_lower_case_operators_are_words_with_a_hint() -> None:
    hint = "“or” is a word here; OR in capitals joins"
    assert parse("us or state").hints == (hint,)
    assert parse("us OR state").hints == ()
