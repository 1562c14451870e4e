"""The nouns: places in a document, what is frozen, and the status of each error."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import (
    Document,
    Entity,
    Facts,
    Hit,
    Locked,
    NotFound,
    Problem,
    QueryError,
    ReadroomError,
    Refused,
    Span,
    Unusable,
    UsageError,
    Zone,
    line_starts,
)

_texts = st.text(st.sampled_from("a \r\n\x0b\u0085\u2028é我"), max_size=30)


def document(text: str) -> Document:
    return Document("a.txt", text, Facts(), (Zone("body", Span(0, len(text))),), sha256="00")


def lines(text: str) -> list[str]:
    """The lines of `text`, without their ends."""
    doc = document(text)
    spans = [doc.lines(line, line) for line in range(1, doc.line_count + 1)]
    return [text[start:end] for start, end in spans]


def test_a_span_is_a_slice() -> None:
    start, end = Span(2, 5)
    assert "0123456"[start:end] == "234"


# Lines and columns


def test_lines_end_at_lf_crlf_and_cr_alone() -> None:
    assert lines("unix\ndos\r\nmac\rlast") == ["unix", "dos", "mac", "last"]
    assert lines("\n\r\n\r") == ["", "", "", ""]
    assert lines("one\u2028line\x0bstill\u0085one") == ["one\u2028line\x0bstill\u0085one"]
    assert lines("") == [""]


def test_lines_and_columns_count_from_one() -> None:
    doc = document("ab\r\ncd\n")
    assert [doc.place(offset) for offset in range(8)] == [
        *((1, 1), (1, 2), (1, 3), (1, 4)),
        *((2, 1), (2, 2), (2, 3)),
        (3, 1),
    ]


def test_several_lines_are_one_span_without_the_last_line_end() -> None:
    text = "one\r\n\r\n\r\ntwo\n"
    doc = document(text)
    assert doc.lines(1, 1) == Span(0, 3)
    assert doc.lines(1, 2) == Span(0, 5)
    assert doc.lines(1, 4) == Span(0, 12)
    assert doc.lines(4, 99) == Span(9, 12)
    assert doc.lines(2, 2) == Span(5, 5)


@given(_texts)
def test_every_offset_lies_on_the_line_that_its_place_names(text: str) -> None:
    doc, starts = document(text), line_starts(text)
    assert len(starts) == doc.line_count
    for offset in range(len(text) + 1):
        line, column = doc.place(offset)
        assert starts[line - 1] + column - 1 == offset
        assert line == doc.line_count or offset < starts[line]


@given(_texts)
def test_lines_and_their_ends_make_the_text(text: str) -> None:
    bounds = pairwise([*line_starts(text), len(text)])
    assert all(
        text[start:end].removeprefix(line) in ("", "\n", "\r", "\r\n")
        for (start, end), line in zip(bounds, lines(text), strict=True)
    )


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_million_lines_are_counted_in_one_go(end: str) -> None:
    assert document(end * 1_000_000).line_count == 1_000_001  # quadratic, this would take minutes


# Values


def test_values_are_frozen_and_can_be_keys() -> None:
    facts = Facts(title="A digest", origins={"title": "sidecar"})
    entity = Entity("china", "China", "place", (), ids={"wikidata": "Q148"})
    hit = Hit("a.txt", 1.0, (Span(0, 1),))
    assert {facts: 1, entity: 2, hit: 3}[entity] == 2
    for value, name in [(facts, "title"), (entity, "id"), (hit, "doc"), (document(""), "text")]:
        with pytest.raises(AttributeError):
            setattr(value, name, "other")


def test_a_problem_reads_as_a_place_and_what_is_wrong() -> None:
    assert str(Problem("entities.yaml", 3, 7, "no id")) == "entities.yaml:3:7: no id"
    assert (
        str(Problem("entities.yaml", 3, 7, "unknown type", "warning"))
        == "entities.yaml:3:7: warning: unknown type"
    )


# Errors


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (UsageError("no such option"), 2),
        (QueryError("a quote is open", '"xi', Span(0, 3)), 2),
        (NotFound("no entity “Chna”", "China"), 1),
        (Refused("the file has changed"), 1),
        (Unusable("no such folder"), 3),
        (Locked("another program writes"), 4),
    ],
)
def test_an_error_of_the_user_has_a_status_a_message_and_details(
    error: ReadroomError, status: int
) -> None:
    assert error.exit_status == status
    assert str(error) == error.message


def test_a_query_error_knows_its_place_and_what_was_expected() -> None:
    error = QueryError("a bracket is open", "(xi OR", Span(6, 6), "a word")
    assert (error.query[error.span.start :], error.details) == ("", ("a word",))
    assert isinstance(error, UsageError)
