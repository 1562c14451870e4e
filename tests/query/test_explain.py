"""What an explanation says, in full."""

from __future__ import annotations

from textwrap import dedent

from tests.query.tiny_engine import PEOPLE, Tiny
from tui.query.expand import Known, expand
from tui.query.explain import explain
from tui.query.parse import BINDING, parse

ENGINE = Tiny(
    "Xi Jinping praised the joint exercise.",
    "Exercises were held in May; a joint statement followed.",
    "No alliance, no technology.",
)


def explained(query: str) -> str:
    parsed, known = parse(query), Known(PEOPLE)
    lines = explain(parsed, expand(parsed, ENGINE, known), ENGINE, known).lines()
    assert lines.pop() == f"binding from tight to loose: {BINDING}"
    return "\n".join(lines)


def text(lines: str) -> str:
    return dedent(lines).strip()


def test_an_explanation_shows_the_tree_its_words_and_their_numbers() -> None:
    assert explained('exercise -"joint statement" OR @xi!^2') == text(
        """
        any of — 2 hits in 1 text
          all of — 1 hit in 1 text
            exercise — 2 hits in 2 texts
              = exercise 1, exercises 1
            without — 2 texts
              “joint statement” — 1 hit in 1 text
                joint — 2 hits in 2 texts
                statement — 1 hit in 1 text
          counted 2 times — 1 hit in 1 text
            @xi! — 1 hit in 1 text
        """
    )


def test_an_explanation_names_the_clause_that_empties_the_result() -> None:
    assert explained("joint exersise") == text(
        """
        all of — 0 texts
          joint — 2 hits in 2 texts
          exersise — 0 texts: this clause empties the result
        without exersise: 2 texts
        no exersise; did you mean exercise, exercises?
        """
    )


def test_an_explanation_says_what_to_drop_where_no_clause_alone_is_empty() -> None:
    assert explained("exercise alliance") == text(
        """
        all of — 0 texts
          exercise — 2 hits in 2 texts
            = exercise 1, exercises 1
          alliance — 1 hit in 1 text
        without exercise: 1 text
        without alliance: 2 texts
        """
    )


def test_an_explanation_offers_the_nearest_name() -> None:
    assert "the nearest name: @putin" in explained("putni")


def test_an_explanation_of_places_zones_and_facts() -> None:
    assert explained("{joint NEAR/2 exercise} zone:body date:2014") == text(
        """
        all of — 0 texts
          in one paragraph — 2 hits in 1 text
            NEAR/2 — 2 hits in 1 text
              joint — 2 hits in 2 texts
              exercise — 2 hits in 2 texts
                = exercise 1, exercises 1
          only in body — 3 texts
          date 2014-01-01 to 2014-12-31 — 0 texts: this clause empties the result
        without date:2014: 1 text
        """
    )
