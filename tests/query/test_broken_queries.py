"""Broken and hostile queries: each is answered, or an error that points at the right column."""

from __future__ import annotations

from contextlib import suppress
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.query.tiny_engine import PEOPLE, Tiny
from tui.model import QueryError
from tui.query.expand import Known
from tui.query.parse import parse
from tui.query.unfinished import parse_unfinished

ROOM = Tiny("Xi Jinping praised the joint exercise.", "A state alliance; technology.")
KNOWN = Known(PEOPLE, saved={"mine": "exercise OR @xi", "self": "query:self", "bad": "(a"})

# The query, and where the caret begins (from 1) and what it says; or that there is an answer.
BROKEN = [
    ("", 1, "nothing is asked"),
    ("   ", 4, "nothing is asked"),
    ("(foo", 1, "no ) closes this ("),
    ("foo)", 4, "no ( before this )"),
    ("((a)", 1, "no ) closes this ("),
    ("(a}", 1, "no ) closes this ("),
    ("{a", 1, "no } closes this {"),
    ("a }", 3, "no { before this }"),
    ("{a {b}}", 4, "a paragraph in a paragraph"),
    ("()", 1, "nothing in the brackets"),
    ("a ()", 3, "nothing in the brackets"),
    ('"abc', 1, "no closing quotation mark"),
    ("a “b c", 3, "no closing quotation mark"),
    ('a""', 3, "no word here"),
    ('"..."', 2, "no word here"),
    ("xi NOT", 4, "nothing after NOT"),
    ("xi AND", 4, "nothing after AND"),
    ("AND xi", 1, "nothing before AND"),
    ("xi OR OR xi", 4, "nothing after OR"),
    ("a AND OR b", 3, "nothing after AND"),
    ("OR", 1, "nothing before OR"),
    ("(a OR)", 4, "nothing after OR"),
    ("a NEAR b", 3, "how near?"),
    ("a NEAR/ b", 8, "expected a number from 1 to 100"),
    ("a NEAR/0 b", 8, "expected a number from 1 to 100"),
    ("a NEAR/101 b", 8, "expected a number from 1 to 100"),
    ("a NEAR/5", 3, "nothing after NEAR/5"),
    ("NEAR/5 a", 1, "nothing before NEAR/5"),
    ("a NEAR/5 -b", 10, "NEAR joins words, phrases, names and types"),
    ("a NEAR/5 NOT b", 10, "NEAR joins words, phrases, names and types"),
    ("a BEFORE/5 (b c)", 13, "BEFORE joins words, phrases, names and types"),
    ("a AFTER/5 date:2014", 11, "AFTER joins words, phrases, names and types"),
    ("foo:bar", 1, "no field “foo”"),
    ("xi titel:war", 4, "no field “titel”"),
    ("title:", 1, "no value for title:"),
    ("xi date: 2014", 4, "no value for date:"),
    ("date:2014-13", 6, "“2014-13” is no date"),
    ("date:2016..2014", 6, "the range ends before it begins"),
    ("date:..", 6, "a range without an end"),
    ("zone:tilte", 6, "no zone “tilte”"),
    ("is:red", 4, "no mark “red”"),
    ("title:(a OR", 10, "nothing after OR"),
    ("*", 1, "a word begins with a letter"),
    ("*a*", 1, "a word begins with a letter"),
    ("a*", 1, "* follows at least two letters"),
    ("?bc", 1, "a word begins with a letter"),
    ('"joint * b"', 8, "a word begins with a letter"),
    ("~", 1, "nothing before ~"),
    ("ab~", 1, "~ follows one word of three letters or more"),
    ("a\u00ad\u00ad~", 1, "~ follows one word of three letters or more"),
    ("word~3", 6, "expected a number from 1 to 2"),
    ('"a b"~', 6, "how near?"),
    ("word^", 5, "expected a number up to 100 after ^"),
    ("word^1000", 5, "expected a number up to 100 after ^"),
    ("=", 1, "= stands before a word"),
    ("- a", 1, "no word here"),
    ("a & b", 3, "no word here"),
    ("/abc", 1, "no / closes this /"),
    ("//", 1, "nothing between the two /"),
    ("/a/b", 4, "expected a space after the closing /"),
    ("/(/", 1, "not a regular expression"),
    ("/(a+)+$/", 1, "what repeats must not itself vary"),
    ("/" + "a?" * 30 + "/", 1, "at most 6 parts may be one thing or another"),
    ("/a*a*a*a*a*b/", 1, "at most 3 parts may repeat"),
    ("@", 1, "no name here"),
    ("@nobody", 1, "nothing is called “nobody”"),
    ("deal @Wei", 6, "“Wei” is several"),
    ("entity:", 1, "no name here"),
    ("type:weapon", 1, "no entity is of type “weapon”"),
    ("query:nine", 1, "no query is saved as “nine”"),
    ("a query:bad", 3, "in the saved query “bad”: no ) closes this ("),
    ("query:self", 1, "in the saved query “self”: the saved query “self” holds itself"),
    ("is:unread", 1, "nothing is kept of what is unread"),
    ("(" * 17 + "a" + ")" * 17, 17, "more than 16 brackets one in another"),
    ("-" * 900 + "a", 17, "more than 16 negations one in another"),
    ("a " * 129, 257, "a query has at most 128 words"),
    ("x" * 101, 1, "a word has at most 100 letters"),
    ("x" * 1001, 1001, "a query has at most 1,000 characters"),
]
ANSWERED = [
    "xi -(exercise)",
    "NOT NOT xi",
    "-xi",
    "xi\tOR\u00a0xi",
    "19:30",
    "don’t",
    "Putin?",
    "AND/OR",
    '“a” «b» "c"',
    "a" + " NEAR/1 a" * 99,
    "(" * 16 + "a" + ")" * 16,
    "a " * 128,
    "-" * 16 + "a",
    "{" + "a OR " * 100 + "b}",
    "th*",
    "/.*/",
    "/[a-z]*[a-z]*[a-z]*x/",
    "exercisezzzzzz~2",
    "[bold]red[/bold]",
    "\x1b]52;c;aGk=\x07xi",
    "\u202ea\u202c \ud800a",
    "query:mine query:mine",
    "date:0001..9999",
    "doc:[a-z]*",
    "%s %n {a}",
    "xi^0.5 OR exercise^100",
    '"the the the the the the the the"~100',
    "é" * 99,
]


@pytest.mark.parametrize(("query", "column", "message"), BROKEN, ids=lambda value: str(value)[:30])
def test_a_broken_query_points_at_the_spot(query: str, column: int, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        ROOM.ask(query, KNOWN)
    error = caught.value
    assert (error.span.start + 1, error.message[: len(message)]) == (column, message)
    assert error.query == query
    assert error.span.start <= error.span.end <= len(query)


@pytest.mark.parametrize("query", ANSWERED, ids=lambda query: query[:30])
def test_a_strange_query_is_answered_soon(query: str) -> None:
    start = perf_counter()
    found = ROOM.ask(query, KNOWN)
    found.spans(found.docs)
    assert perf_counter() - start < 1


@pytest.mark.parametrize(
    ("query", "detail"),
    [
        ("titel:war", "did you mean title:"),
        ("zone:tilte", "did you mean title?"),
        ("@Jinpin", "did you mean @xi?"),
        ("@Wei", "@wei-1"),
        ("type:persom", "did you mean person?"),
        ("query:mime", "did you mean mine?"),
        ("a NEAR b", "expected NEAR/5, at most 100"),
    ],
)
def test_an_error_says_what_may_have_been_meant(query: str, detail: str) -> None:
    with pytest.raises(QueryError) as caught:
        ROOM.ask(query, KNOWN)
    assert caught.value.details[0] == detail


SIGNS = st.sampled_from('()[]{}"“”«»~^*?/@=-+–:!.$ \t\n\\|<>0123456789')
PIECES = st.sampled_from(
    ["AND", "OR", "NOT", "NEAR/3", "BEFORE/", "date:", "title:(", "zone:body", "a", "US", "S-400"]
)


@given(st.lists(st.one_of(SIGNS, PIECES, st.text(max_size=3)), max_size=40).map("".join))
@example("a^²")
@example("a~²")
@example("date:２０１４")
@example("NEAR/٣")
def test_any_string_is_a_query_or_a_query_error(query: str) -> None:
    parse_unfinished(query)
    with suppress(QueryError):
        parse(query)
