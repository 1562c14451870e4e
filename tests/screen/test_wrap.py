"""Rows: they fit, they lose nothing, and every one knows where it is in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.model import Span
from tui.screen.wrap import _ODD, Rows, cells, fill, shown, wrap

ALPHABET = "ab é-–“”’ \t\n\r軍事 力、한🙂е́\u0301\u200b\x1b\u202e"


def texts_of(rows: Rows, text: str) -> list[str]:
    return [text[start:end] for start, end in rows]


def test_a_line_breaks_at_its_spaces() -> None:
    text = "the two navies held an exercise"
    assert texts_of(wrap(text, 12), text) == ["the two", "navies held", "an exercise"]


def test_a_word_that_is_too_long_is_cut() -> None:
    text = "interdependence grows"
    assert texts_of(wrap(text, 6), text) == ["interd", "epende", "nce", "grows"]


def test_line_ends_of_every_make_end_a_row() -> None:
    text = "one\r\ntwo\rthree\n\nfour"
    assert texts_of(wrap(text, 20), text) == ["one", "two", "three", "", "four"]


def test_wide_characters_count_twice_and_break_anywhere_but_before_a_comma() -> None:
    text = "中国人民解放军，军事合作"
    assert texts_of(wrap(text, 8), text) == ["中国人民", "解放军，", "军事合作"]
    assert texts_of(wrap(text, 7), text) == ["中国人", "民解放", "军，军", "事合作"]


def test_a_combining_mark_stays_with_its_letter() -> None:
    text = "e\u0301" * 6
    assert texts_of(wrap(text, 4), text) == ["e\u0301" * 4, "e\u0301" * 2]


def test_a_flag_is_drawn_as_its_letters_and_a_skin_tone_not_at_all() -> None:
    assert shown("🇷🇺 👍🏽 ❤️") == "RU 👍 ❤"
    assert [cells(sign) for sign in ("🇷🇺", "👍🏽", "❤️")] == [2, 2, 1]


def test_what_is_drawn_after_an_offset_takes_its_cell() -> None:
    text = "the two navies held an exercise"
    rows = Rows()
    fill(rows, text, Span(0, len(text)), 12, more=[14])
    assert texts_of(rows, text) == ["the two", "navies held", "an exercise"]
    rows = Rows()
    fill(rows, text, Span(0, len(text)), 11, more=[14])
    assert texts_of(rows, text) == ["the two", "navies", "held an", "exercise"]


@given(st.text(ALPHABET, max_size=200), st.integers(4, 40))
def test_no_row_is_wider_than_it_may_be_and_no_word_is_lost(text: str, width: int) -> None:
    rows = wrap(text, width)
    drawn = texts_of(rows, text)
    assert all(cells(row.rstrip(" ")) <= width for row in drawn)
    assert "".join("".join(drawn).split()) == "".join(text.split())
    assert list(rows.starts) == sorted(rows.starts)


@given(st.text(ALPHABET, max_size=100), st.integers(4, 40))
def test_every_offset_is_found_in_its_row(text: str, width: int) -> None:
    rows = wrap(text, width)
    for number, (start, end) in enumerate(rows):
        for offset in range(start, end):
            assert rows.at(offset) == number


def test_what_counts_as_plain_is_one_cell_wide_and_visible() -> None:
    plain = [chr(code) for code in range(0x30000) if not _ODD.search(chr(code))]
    assert [char for char in plain if cell_len(char) != 1] == []
    assert [char for char in plain if shown(char) != char] == []


@pytest.mark.parametrize("width", [1, 2, 80])
def test_an_empty_text_is_one_empty_row(width: int) -> None:
    assert texts_of(wrap("", width), "") == [""]
