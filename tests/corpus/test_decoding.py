"""Bytes become text without loss, whatever the encoding; what is no text is refused."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus import Unreadable
from tui.corpus.decoding import decode
from tui.corpus.guessing import ONE_BYTE

RUSSIAN = (
    "Военно-техническое сотрудничество двух стран прошло несколько этапов: от поставок оружия до "
    "совместных разработок. Эксперты спорят – и не без причины, – чем это «партнёрство» кончится."
)
FRENCH = (
    "L’été dernier, les présidents ont assisté à de grandes manœuvres « communes ». Où va-t-on ? "
    "Voilà la question posée à l’Élysée, déjà inquiet."
)
GERMAN = "Die Zusammenarbeit ist größer geworden; „schön“, hieß es in Köln und Düsseldorf."
CURLY = "“It’s a no-limits partnership,” he said – and left…"
CHINESE = "俄罗斯和中国的军事技术合作已经经历了几个阶段。专家们提出了一个问题：怎么办？"
UKRAINIAN = (
    "Збройні сили України отримали нові комплекси, повідомляє міністерство. Її слова чули всі."
)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_is_obeyed_and_not_counted(mark: bytes, encoding: str) -> None:
    text = "Rácz\r\nпишет 😀\n"
    assert decode(mark + text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((RUSSIAN, name) for name in ("windows-1251", "koi8-r", "ibm866", "iso8859-5")),
        *(("Привет, Москва!", name) for name in ("windows-1251", "koi8-r", "ibm866")),
        *(("МС-21 готовится к полёту", name) for name in ("windows-1251", "koi8-r")),
        ("О сравнении ЗРС", "windows-1251"),
        ("A report by Иванов of today.\n" * 40, "windows-1251"),
        (UKRAINIAN, "windows-1251"),
        *((text, "windows-1252") for text in (FRENCH, GERMAN, CURLY)),
        *((text, "windows-1252") for text in ("Café", "Rácz", "à la carte", "€5 million", "It’s")),
        ("The members of the Council met in Geneva, and … they left.\n" * 9, "windows-1252"),
        (CHINESE, "gb18030"),
        *((text, "gb18030") for text in ("军事技术合作", "北京欢迎你们", "The word 合作 means it")),
    ],
)
def test_an_old_encoding_is_told_even_from_a_few_words(text: str, encoding: str) -> None:
    for line_end in ("\n", "\r\n"):
        stored = text.replace("\n", line_end)
        data = stored.encode(encoding, "ignore")
        assert decode(data) == (data.decode(encoding), encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Zażółć gęślą jaźń. Wojsko kupiło czołgi i śmigłowce w Łodzi.", "windows-1250"),
        ("Η στρατιωτική συνεργασία έχει περάσει από πολλά στάδια.", "windows-1253"),
        ("ロシアと中国の軍事協力はいくつかの段階を経てきた。", "cp932"),
        ("러시아와 중국의 군사 협력은 여러 단계를 거쳤다.", "cp949"),
    ],
)
def test_other_encodings_are_left_to_charset_normalizer(text: str, encoding: str) -> None:
    assert decode((text * 4).encode(encoding)) == (text * 4, encoding)


@pytest.mark.parametrize("before", [10, 5_000, 40_000, 70_000, 300_000])
def test_an_old_encoding_is_told_at_the_end_of_an_endless_line(before: int) -> None:
    text = "1" * before + " Он сказал, что переговоры прошли хорошо."
    assert decode(text.encode("cp1251")) == (text, "windows-1251")


def test_utf_16_without_its_mark_is_told_by_its_nulls() -> None:
    assert decode(RUSSIAN.encode("utf-16-le")) == (RUSSIAN, "utf-16-le")
    assert decode(CURLY.encode("utf-16-be")) == (CURLY, "utf-16-be")


def test_a_few_nulls_and_escapes_make_no_binary() -> None:
    text = "A line with \x1b[2J\x07 and \x00 in it, for a terminal to obey.\n"
    assert decode(text.encode()) == (text, "utf-8")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x7fELF\x02\x01\x01" + bytes(40), "not a text but binary data"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not a text but binary data"),
        (bytes(1000), "not a text but binary data"),
        (bytes(range(256)), "not a text but binary data"),
        ("Он сказал\nчто придёт".encode()[:-1], "not UTF-8 in line 2: byte 0xd1"),
        ("Rácz, Élysée und Köln: ".encode() + b"\xff", "not UTF-8 in line 1: byte 0xff"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", "begins as utf-16-le but is not, at byte 0"),
        (codecs.BOM_UTF8 + b"\xff", "begins as utf-8 but is not, at byte 0"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as raised:
        decode(data)
    assert raised.value.reason == reason


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff")))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")


@given(st.binary(max_size=400))
def test_any_bytes_are_a_text_or_refused_and_a_text_gives_the_bytes_back(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except Unreadable:
        return
    if encoding.startswith("utf") or encoding in ONE_BYTE:
        assert data.endswith(text.encode(encoding))
    text.encode()  # no half of a surrogate pair
