"""Records and mentions as bytes."""

from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from tui.index.record import (
    choices,
    day,
    pack_mentions,
    pack_record,
    unpack_mentions,
    unpack_record,
)
from tui.model import Document, Facts, Mention, Span, Zone
from tui.query.engine import Record

FACTS = Facts(
    "Военно-техническое сотрудничество",
    ("Rácz", "B"),
    "The Paper",
    "2021-03",
    "month",
    "https://example.org/a",
    ("ru", "en"),
    "digest",
    None,
    MappingProxyType({"title": "sidecar"}),
)
ZONES = (Zone("title", Span(0, 5)), Zone("body", Span(5, 12)))


def test_a_record_is_read_as_it_was_written() -> None:
    document = Document("a/b.txt", "Title\n\nbody.", FACTS, ZONES, "ab12", "cp1251")

    assert unpack_record(pack_record(document, 2)) == Record("a/b.txt", FACTS, "ab12", 12, 2, ZONES)


def test_a_record_of_a_text_of_which_nothing_is_known_is_read_as_it_was_written() -> None:
    document = Document("c.md", "", Facts(), (), "cd34")

    assert unpack_record(pack_record(document, 0)) == Record("c.md", Facts(), "cd34", 0, 0, ())


def test_what_documents_are_chosen_by_is_read_alone() -> None:
    document = Document("a.txt", "", FACTS, (), "ab12")

    first_line, _, _ = pack_record(document, 0).partition(b"\n")
    assert choices(first_line + b"\n and no more") == [
        "a.txt",
        "Военно-техническое сотрудничество",
        ["Rácz", "B"],
        "The Paper",
        "2021-03",
        ["ru", "en"],
    ]


@given(
    st.lists(
        st.builds(
            lambda start, size, who, kind, alias: (
                Mention(who[0], Span(start, start + size), kind, alias)
                if len(who) == 1
                else Mention(None, Span(start, start + size), "ambiguous", alias, who)
            ),
            st.integers(0, 1 << 30),
            st.integers(0, 99),
            st.lists(st.sampled_from(["china", "russia", "su-35"]), min_size=1, unique=True).map(
                tuple
            ),
            st.sampled_from(["name", "alias", "demonym", "metonym", "weak"]),
            st.text(max_size=8),
        )
    ).map(lambda mentions: sorted(mentions, key=lambda mention: mention.span))
)
def test_mentions_are_read_as_they_were_written(mentions: list[Mention]) -> None:
    assert unpack_mentions(pack_mentions(mentions)) == mentions


def test_a_date_is_a_number_with_noughts_for_what_is_not_known() -> None:
    assert day("2021-03-04") == 20210304
    assert day("2021-03") == 20210300
    assert day("2021") == 20210000
    assert day(None) == 0
