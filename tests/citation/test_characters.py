"""`#char=a,b` counts characters by RFC 5147: a line end is one, whatever it is made of."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.citation.characters import counted, located
from tui.corpus import Corpus
from tui.model import Span

TEXTS = st.text(alphabet=st.sampled_from("ab \r\n\u2028é\u0301я🚀𐍈"), max_size=60)


def test_a_line_end_of_two_characters_counts_as_one() -> None:
    assert counted("ab\r\ncd", Span(4, 6)) == Span(3, 5)
    assert counted("ab\ncd", Span(3, 5)) == counted("ab\rcd", Span(3, 5)) == Span(3, 5)


def test_a_character_beyond_the_first_plane_counts_as_one() -> None:
    assert counted("🚀🚀 go", Span(3, 5)) == Span(3, 5)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_text_with_other_line_ends_has_its_characters_where_they_were(newline: str) -> None:
    text = "Пекин\nподписал\n\nдоговор 🚀".replace("\n", newline)
    start = text.index("договор")
    assert counted(text, Span(start, start + 7)) == Span(16, 23)
    assert text[slice(*located(text, Span(16, 23)))] == "договор"


def test_a_byte_order_mark_is_not_counted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeffab\r\ncd".encode())
    text = Corpus(tmp_path).text("a.txt").text
    assert counted(text, Span(text.index("c"), len(text))) == Span(3, 5)


@given(TEXTS, st.data())
def test_any_span_is_found_again(text: str, data: st.DataObject) -> None:
    places = [at for at in range(len(text) + 1) if text[at - 1 : at + 1] != "\r\n"]
    start = data.draw(st.sampled_from(places))
    end = data.draw(st.sampled_from([at for at in places if at >= start]))
    chars = counted(text, Span(start, end))
    assert located(text, chars) == Span(start, end)
    alike = text.replace("\r\n", "\n").replace("\r", "\n")
    assert alike[slice(*chars)] == text[start:end].replace("\r\n", "\n").replace("\r", "\n")


@given(TEXTS, st.integers(0, 99), st.integers(0, 99))
def test_no_number_leads_out_of_the_text(text: str, start: int, end: int) -> None:
    assert all(0 <= at <= len(text) for at in located(text, Span(start, end)))
