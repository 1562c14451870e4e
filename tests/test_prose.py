"""Paragraphs and sentences, in English and Russian."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Span
from tui.prose import is_hard_wrapped, paragraphs, sentence_at, sentences


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "One is here. | Two is there! | Three? | Four.",
        "It cost about $ 1.9 billion. | Signed on 13.06.2023 at 03:19. | Delivered later.",
        "It is “a two-way street.” | This pattern held.",
        "“What is it?” he asked. | Nobody said.",
        '"We agree." | (So he said.) | [Nothing more.] | He left.',
        "The U.S. Army and the E.U. Commission met. | They agreed.",
        "China relies less on the U.S. | The report ends here.",
        "Mr. Ivanov and Dr. Rácz met Gen. Petrov vs. Col. Li, i.e. No. 7 met No. 8.",
        "Some (e.g. China) agree. | Section No. 7 “Missiles” names 242 units.",
        "Bought by Acme Inc. Monday, sold by Acme Ltd. | The rest is etc. | And so on.",
        "Harry S. Truman, H.W. Bush and C.K. Yen spoke. | J. A. Smith heard.",
        "He paused … and went on. | He paused… | Then he left... | Nothing.",
        "Ask: what to do? – in connection with the plant. | Nobody knows.",
        "See vol. XXII, pp. 9–10. | It was at 6:01 p.m. Washington time.",
        "Bohlen agreed.[4] | The Ambassador did not.[5, 6]",
        "1. Opening Remarks follow. | The Minister spoke.",
        "В 2014 г. Россия продала комплексы. | Договор подписан осенью 2014 г. | Цена не названа.",
        "Он живёт в г. Москва, т.е. далеко. | Завод им. Хруничева цел.",
        "Это стоит 5 млн руб. в год. | Ещё 3 млрд долл. США будут позже. | Итого 8 млрд руб. | Да.",
        "Пришли А. В. Иванов и П.С. Петров. | В XX в. Россия росла и т. д. | Она росла и в XIX в.",
        "Танки, ракеты и т. п. | Это много. | Так сказал проф. Сидоров, гл. редактор.",
        "«Где он?» — спросил Иванов. | «Там!» | — Да. | — Нет.",
        "Он сказал: «Мы готовы. » | Потом ушёл.",
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str) -> None:
    assert split(text.replace(" | ", " ")) == text.split(" | ")


def test_chinese_sentences_need_no_space_between_them() -> None:
    assert split("北京说。俄罗斯说！“是吗？”好。") == ["北京说。", "俄罗斯说！", "“是吗？”", "好。"]


def test_a_heading_and_the_items_of_a_list_are_sentences_of_their_own() -> None:
    text = "How strong is it?\nVery strong\n\n  • 23.02 08:23\n  • 153\nRussia has launched\n"
    assert split(text) == [
        "How strong is it?",
        "Very strong",
        "• 23.02 08:23",
        "• 153",
        "Russia has launched",
    ]


WRAPPED = (
    "The long negotiations were connected with the desire of the Russian side\r\n"
    "to limit the risks. The terms of the agreements were coordinated with care\r\n"
    "by both of the sides, and the loading of the Russian production facilities\r\n"
    "did not allow them to work faster:\r\n"
    "- one thing\r\n"
    "- another thing\r\n"
    "\r\n"
    "A new paragraph.\r\n"
)


def test_a_sentence_runs_over_the_line_ends_of_a_hard_wrapped_text_but_not_into_an_item() -> None:
    assert is_hard_wrapped(WRAPPED)
    found = [" ".join(sentence.split()) for sentence in split(WRAPPED)]
    assert [sentence[:24] for sentence in found] == [
        "The long negotiations we",
        "The terms of the agreeme",
        "- one thing",
        "- another thing",
        "A new paragraph.",
    ]
    assert found[1].endswith("work faster:")


def test_a_sentence_is_cut_to_the_span_that_is_asked_for() -> None:
    text = "One is here. Two is there."
    assert sentences(text, Span(4, 20)) == [Span(4, 12), Span(13, 19)]
    assert sentences(text, Span(12, 13)) == []


def test_the_sentence_at_an_offset() -> None:
    text = "One is here. Two is there.\n\nThree."
    assert sentence_at(text, 5) == Span(0, 12)
    assert sentence_at(text, 13) == Span(13, 26)
    assert sentence_at(text, len(text) - 1) == Span(28, 34)
    assert sentence_at(text, 27) == Span(27, 27)
    assert sentence_at("", 0) == Span(0, 0)


@pytest.mark.parametrize(
    "hostile",
    [
        *("." * 300_000, "A. " * 100_000, '."' * 150_000, ". " * 150_000, "! (" * 100_000),
        *(" " * 300_000, "\n" * 300_000, " \r\n" * 100_000, "\u00a0\n" * 100_000),
    ],
)
def test_no_text_is_slow(hostile: str) -> None:
    started = time.process_time()
    split(hostile)
    split(hostile + "\n" + hostile)
    assert time.process_time() - started < 5


PROSE = st.text(st.sampled_from('Aa1.!?… \n\r"»—(г。'), max_size=60)


@given(PROSE)
def test_sentences_lie_in_order_inside_paragraphs_and_lose_nothing(text: str) -> None:
    found = sentences(text, Span(0, len(text)))
    assert "".join("".join(text[s.start : s.end] for s in found).split()) == "".join(text.split())
    for before, after in pairwise(found):
        assert before.end <= after.start
    for start, end in found:
        assert text[start:end] == text[start:end].strip() != ""
        assert any(p.start <= start and end <= p.end for p in paragraphs(text))


@given(PROSE, st.integers(0, 60))
def test_the_sentence_at_an_offset_is_one_of_the_sentences(text: str, offset: int) -> None:
    at = sentence_at(text, min(offset, len(text)))
    assert at.start == at.end or at in sentences(text, Span(0, len(text)))
