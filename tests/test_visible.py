"""Nothing in a text can drive the terminal, and no offset moves."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.visible import visible

ANY_TEXT = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b]52;c;cm0gLXJm\x07", "␛]52;c;cm0gLXJm␇"),
        ("\x1b[2J\r\n", "␛[2J␍␊"),
        ("a\tb\x00c\x7f", "a␉b␀c␡"),
        ("C1 \x9b31m, \x85", "C1 �31m, �"),
        ("bidi \u202etxt.exe\u202c", "bidi �txt.exe�"),
        ("pay\u200bpal, pay\u200dpal", "pay�pal, pay�pal"),
        ("\ufeffstart", "�start"),
        ("tag \U000e0041", "tag �"),
        ("one\u2028two", "one�two"),
        ("name\udcff.txt", "name�.txt"),
        ("no character \ufffe\uffff", "no character ��"),
    ],
)
def test_controls_and_hidden_characters_show_as_marks(hostile: str, shown: str) -> None:
    assert visible(hostile) == shown


def test_clean_text_is_the_same_object() -> None:
    text = "[bold]Су–35[/] no-break\u00a0space, Rácz, 中国 😀"
    assert visible(text) is text


def test_the_line_ends_that_a_caller_asks_for_stay() -> None:
    assert visible("a\n\tb\r\n\x1b", keep="\n\t") == "a\n\tb␍\n␛"


def test_a_joiner_stays_where_it_is_spelling() -> None:
    persian, hindi = "می\u200cخواهم", "क्\u200dष"
    assert visible(persian) == persian
    assert visible(hindi + "\x1b") == hindi + "␛"


@given(ANY_TEXT)
@example("\U000e0001\x1b" * 3)
def test_the_length_stays_and_nothing_hidden_is_left(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not {unicodedata.category(char) for char in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert visible(shown) == shown
    shown.encode()
