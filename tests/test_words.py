"""The tokeniser: what is a word, what finds it, and that no text at all confuses it."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.model import Span
from tui.words import LONGEST, PARAGRAPH, Words, fold, plain, split, strict, width, words
from tui.words.chains import of_one_word, parts


def spans(text: str, query: str) -> list[Span]:
    """Where the words of `query` stand in `text` in a row, each in its strict sense."""
    found, asked = words(text), strict(split(query))
    wholes, at = {}, 0
    while at < len(asked):
        wholes[at] = asked[at]
        at += width(asked[at])
    return [
        found.span(first, first + len(asked) - 1)
        for first in range(len(found) - len(asked) + 1)
        if all(term in meanings(found, first + at) for at, term in wholes.items())
    ]


def meanings(found: Words, at: int) -> set[str]:
    """Every term that stands at a position."""
    return {found.terms[at], *(form.term for form in found.forms if form.first == at)}


def finds(query: str, text: str) -> list[str]:
    """What `query` finds in `text`, as it is written there."""
    return [text[start:end] for start, end in spans(text, query)]


def forms(text: str) -> dict[str, str]:
    """The forms of a text beside its words, each with the characters it covers."""
    return {form.term: text[form.start : form.end] for form in split(text).forms}


# Designators


@pytest.mark.parametrize(
    ("designator", "parts"),
    [
        ("S-400", ["S", "400"]),
        ("Su-35S", ["su", "35s"]),
        ("AL-31F", ["AL", "31F"]),
        ("D-30", ["d", "30"]),
        ("R&D", ["R", "D"]),
        ("AT&T", ["AT", "T"]),
        ("2022–23", ["2022", "23"]),
        ("13.06.2023", ["13", "06", "2023"]),
        ("Il-76MD-90A", ["Il", "76md", "90a"]),
        ("COVID-19", ["covid", "19"]),
        ("歼-20", ["歼", "20"]),
    ],
)
def test_a_designator_is_one_word_and_also_its_parts(designator: str, parts: list[str]) -> None:
    text = f"the {designator}, of late"
    assert finds(designator, text) == [designator]
    assert [fold(text) for text in finds(" ".join(parts), text)] == [fold(designator)]
    for part in parts:
        assert [fold(word) for word in finds(part, text)] == [fold(part)]
    assert width(strict(split(designator))[0]) == len(parts)


@pytest.mark.parametrize(
    "text", ["$400 billion", "400 words", "S. 400", "the s 400", "MS-400", "S-4000", "S-400V"]
)
def test_s_400_is_nothing_but_s_400(text: str) -> None:
    assert finds("S-400", text) == []


def test_a_variant_is_a_designator_of_its_own() -> None:
    assert finds("Su-35", "a Su-35S flew with a Su-35 and a Su-357") == ["Su-35"]


def test_the_plural_of_a_designator_is_found_without_its_s() -> None:
    assert finds("Su-35", "two Su-35s") == ["Su-35s"]
    assert forms("Su-35s") == {"su-35": "Su-35", "su-35s": "Su-35s"}


def test_a_possessive_designator_is_the_designator() -> None:
    assert finds("S-400", "the S-400’s radar") == ["S-400"]


@pytest.mark.parametrize(
    "text",
    ["S-400-equipped", "anti-S-400", "non-S-400-capable", "S-400—the system—", "of—S-400"],
)
def test_a_designator_is_found_beside_a_word_that_a_dash_ties_to_it(text: str) -> None:
    assert finds("S-400", text) == ["S-400"]
    assert finds(text, text) == [text.strip("—")]


def test_a_range_of_amounts_keeps_its_signs() -> None:
    assert spans("5-10 years, $5–10 million", "$5-10") == [Span(13, 17)]
    assert spans("10-15 or 10–15%", "10-15%") == [Span(9, 14)]


def test_a_generation_is_more_than_its_number() -> None:
    assert forms("4++") == {"4++": "4++"}
    assert spans("a 4 generation, a 4++ generation", "4++ generation") == [Span(18, 32)]
    assert spans("C, C+ and C++-based", "C++") == [Span(10, 11)]


def test_an_amount_is_more_than_its_number() -> None:
    assert forms("$ 150 and €1.5bn, ₽5,000") == {
        "$150": "$ 150",
        "€1.5bn": "€1.5bn",
        "₽5000": "₽5,000",
    }
    assert spans("5 of €5 or $5", "$5") == [Span(12, 13)]
    assert spans("$1.5bn and $1,000", "$1") == []


# Initials, numbers, dates


def test_initials_are_one_word_with_stops_or_without() -> None:
    assert split("the U.S. and e.g. к.т.н.").terms == ["the", "us", "and", "eg", "ктн"]
    assert forms("U.S.") == {"u.s.": "U.S.", "US": "U.S."}
    assert finds("US", "the U.S.-led, U.S.’s and us") == ["U.S.", "U.S."]
    assert finds("e.g.", "e.g. an eg") == ["e.g."]


def test_initials_before_a_name_are_words_of_their_own() -> None:
    assert split("A.B.Ivanov").terms == ["a", "b", "ivanov"]
    assert finds("J R R Tolkien", "J.R.R.Tolkien") == ["J.R.R.Tolkien"]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("5,000", ["5000"]),
        ("1,234,567.89", ["1234567.89"]),
        ("50,000th", ["50000th"]),
        ("1.9 or 1,9 or 1.5bn", ["1.9", "or", "1,9", "or", "1.5bn"]),
        ("03:19", ["03:19"]),
        ("[12,13,14]", ["12", "13", "14"]),
        ("13.06.2023", ["13", "06", "2023"]),
        ("v1.2.3", ["v1", "2", "3"]),
        ("3.14.", ["3.14"]),
        ("3:1", ["3", "1"]),
        ("½ and 1⁄2", ["1⁄2", "and", "1⁄2"]),
    ],
)
def test_a_number_is_one_word_and_a_date_is_its_parts(text: str, terms: list[str]) -> None:
    assert split(text).terms == terms


# Compounds, dashes, apostrophes, spaces


@pytest.mark.parametrize("dash", "-‐‑‒–—―−﹣－")
def test_a_compound_is_found_by_the_phrase_of_its_parts_whatever_its_dash(dash: str) -> None:
    text = f"in military{dash}technical cooperation"
    assert finds("military technical cooperation", text) == [text[3:]]
    assert finds("Military-Technical cooperation", text) == [text[3:]]
    assert finds("technical", text) == ["technical"]
    assert finds("S-400", f"an S{dash}400") == [f"S{dash}400"]
    assert finds(f"S{dash}400", "an S-400") == ["S-400"]


def test_a_dash_at_the_edge_of_a_word_is_not_in_it() -> None:
    assert split("Namely– war –this -and- that--").terms == ["namely", "war", "this", "and", "that"]


@pytest.mark.parametrize("apostrophe", "'‘’‛ʼ′＇`")
def test_apostrophes_are_one(apostrophe: str) -> None:
    assert split(f"don{apostrophe}t") == split("don't")
    assert split(f"O{apostrophe}Brien{apostrophe}s") == split("O'Brien's")
    assert finds("O’Brien", f"by O{apostrophe}Brien") == [f"O{apostrophe}Brien"]


@pytest.mark.parametrize(
    "text", ["China's", "China’s", "Chinaʼs", "CHINA'S", "‘China’s’", "China’s-", "China"]
)
def test_a_possessive_is_the_word(text: str) -> None:
    assert split(text).terms == ["china"]
    assert [fold(word) for word in finds("China", text)] == ["china"]


def test_an_s_inside_a_word_is_no_possessive() -> None:
    assert split("it's O'Sullivan's y's'x").terms == ["it", "o'sullivan", "y", "x"]


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "\u2009", "\u3000", "\t", "\n"])
def test_spaces_are_one(space: str) -> None:
    text = space.join(["to", "RIA", "Novosti", "report"])
    assert finds("to RIA Novosti report", text) == ([text] if space != "\n" else [])
    assert finds("RIA", text) == ["RIA"]


def test_quotes_slashes_and_other_signs_part_words() -> None:
    assert split("“no-limits” partnership/@News (or_not)").terms == [
        *("no", "limits", "partnership", "news", "or", "not")
    ]


# Folding


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Rácz", "Racz"),
        ("Ra\u0301cz", "racz"),
        ("ПЁТР", "петр"),
        ("Пе\u0308тр", "Петр"),
        ("за\u0301мок", "замок"),
        ("Łódź", "lodz"),
        ("İstanbul", "istanbul"),
        ("Straße", "strasse"),
        ("ﬁeld", "field"),
        ("Ｓｕ－３５", "Su-35"),
        ("co\u00adoperation", "cooperation"),
        ("Ἀθῆναι", "αθηναι"),
    ],
)
def test_what_does_not_tell_words_apart_is_levelled(written: str, asked: str) -> None:
    assert finds(asked, f"in {written} now") == [written]
    assert fold(written) == fold(asked)


def test_short_i_is_a_letter_of_its_own() -> None:
    assert fold("Йод") == "йод" != fold("иод")
    assert fold("и\u0306од") == "йод"


def test_plain_keeps_the_case() -> None:
    assert [plain(word) for word in ("Rácz", "ПЁТР", "Łódź", "US")] == [
        "Racz",
        "ПЕТР",
        "Lodz",
        "US",
    ]


def test_look_alike_letters_agree_in_designators_only() -> None:
    for cyrillic, latin in [
        ("МС-21", "MC-21"),
        ("Т-90", "T-90"),
        ("Ка-52", "Ka-52"),
        ("су35", "cy35"),
    ]:
        assert finds(latin, cyrillic) == [cyrillic]
        assert finds(cyrillic, latin) == [latin]
    assert finds("МС", "МС-21") == finds("мс", "МС-21") == ["МС"]
    assert finds("сор", "cop") == []
    assert finds("МиГ-29", "МиГ-29 or MиГ-29") == ["МиГ-29"]


def test_capitals_are_found_in_both_forms_but_find_capitals_only() -> None:
    text = "the US asked us"
    assert finds("US", text) == ["US"]
    assert finds("us", text) == ["US", "us"]
    assert finds("anti-US", "an anti-US stance") == ["anti-US"]


def test_no_word_is_left_out() -> None:
    assert split("To be or not to be: a no, the").terms == [
        *("to", "be", "or", "not", "to", "be", "a", "no", "the")
    ]


def test_a_sign_of_chinese_or_japanese_is_a_word() -> None:
    assert split("Китай中国ﾊﾞスS-400防").terms == ["китай", "中", "国", "バ", "ス", "s", "400", "防"]


def test_what_levelling_would_tear_apart_stays_as_it_is() -> None:
    assert split("⑴ ⒈ a⑴b ﷺ").terms == ["⑴", "⒈", "a⑴b", "ﷺ"]


# Positions, forms, paragraphs


def test_a_paragraph_is_opened_by_a_word_without_width() -> None:
    text = "One two.\n\nThree"
    found = words(text)
    assert found.terms == [PARAGRAPH, "one", "two", PARAGRAPH, "three"]
    assert [text[s:e] for s, e in zip(found.starts, found.ends, strict=True)] == [
        *("", "One", "two", "", "Three")
    ]
    assert finds("two three", text) == []
    assert PARAGRAPH not in split(text).terms


def test_strict_takes_the_whole_before_a_part() -> None:
    assert strict(split("US S-400s, $5 MC-21 and military-technical")) == [
        *("US", "s-400s", "400s", "$5", "mc-21", "21", "and", "military", "technical")
    ]


def test_a_term_knows_how_many_words_it_covers() -> None:
    terms = [
        "china",
        "US",
        "u.s.",
        "s-400",
        "r&d",
        "$150",
        "4++",
        "13.06.2023",
        "o'brien",
        PARAGRAPH,
    ]
    assert [width(term) for term in terms] == [1, 1, 1, 2, 2, 1, 1, 3, 1, 1]


def test_a_word_counts_to_its_hundredth_letter() -> None:
    long = "x" * LONGEST
    assert finds(long + "y", f"{long}z") == [f"{long}z"]
    assert split(f"{long}-1").forms == []


# The traps of the original texts, by their offsets

TRAPS = [
    ("000", "Ukraine crisis of 2014", 303, 325),
    ("001", "Twitter BloombergNews", 265, 288),
    ("001", "to RIA Novosti report", 532, 553),
    ("001", "Roscomos", 842, 850),
    ("001", "us", 985, 987),
    ("001", "former's favor", 1941, 1955),
    ("001", "$400 billion", 1969, 1980),
    ("002", "4++ generation", 1389, 1403),
    ("002", "four divisions", 1568, 1582),
    ("002", "S‑400", 1590, 1595),
    ("002", "D-30", 2213, 2217),
    ("002", "AL-31F", 2222, 2228),
    ("002", "Chinese companies", 7126, 7143),
    ("002", "Motor Sich", 8322, 8332),
    ("002", "$150 million", 8390, 8401),
    ("002", "military technical cooperation", 8939, 8969),
    ("002", "military-technical cooperation", 8939, 8969),
    ("002", "namely terrorism", 12598, 12615),
    ("002", "13.06.2023", 13172, 13182),
    ("002", "03:19", 13183, 13188),
    ("002", "советские", 14371, 14380),
    ("002", "российские танки", 14381, 14397),
    ("002", "MC-21", 14884, 14889),
    ("003", "no-limits partnership", 1097, 1119),
    ("003", "“no limits” partnership", 1097, 1119),
    ("003", "anti-US stance", 1194, 1208),
    ("003", "US", 1199, 1201),
    ("004", "Perizat Risbek kizi", 55, 74),
    ("004", "Western defense", 812, 827),
]

FALSE_FRIENDS = [
    ("000", "anti-US", 0, None),
    ("001", "US", 977, 1005),
    ("001", "Roscosmos", 838, 857),
    ("001", "S-400", 1968, 1997),
    ("002", "anti-US", 0, None),
    ("002", "06.13.2023", 13172, 13188),
]


@pytest.mark.parametrize(("doc", "query", "start", "end"), TRAPS)
def test_a_trap_of_the_originals_is_found(
    originals: Path, doc: str, query: str, start: int, end: int
) -> None:
    assert Span(start, end) in spans(original(originals, doc), query)


@pytest.mark.parametrize(("doc", "query", "start", "end"), FALSE_FRIENDS)
def test_a_false_friend_in_the_originals_is_not_found(
    originals: Path, doc: str, query: str, start: int, end: int | None
) -> None:
    assert spans(original(originals, doc)[start:end], query) == []


@pytest.mark.parametrize(
    ("query", "written", "times"),
    [
        ("SCO", {"SCO"}, 2),
        ("UN", {"UN"}, 1),
        ("US", {"US", "U.S."}, 7),
        ("EU", {"EU", "E.U."}, 2),
        ("PLA", {"PLA"}, 1),
        ("MIC", {"MIC"}, 1),
        ("Xi", {"Xi"}, 3),
        ("UK", {"UK"}, 1),
        ("ИИ", {"ИИ"}, 1),
    ],
)
def test_a_short_name_is_never_found_inside_a_word(
    originals: Path, query: str, written: set[str], times: int
) -> None:
    texts = [path.read_text(encoding="utf-8") for path in originals.glob("*.txt")]
    found = [word for text in texts for word in finds(query, text)]
    assert (set(found), len(found)) == (written, times)


def original(folder: Path, doc: str) -> str:
    """The text whose file name begins with `doc`, its line ends as they are."""
    return next(folder.glob(f"{doc}*.txt")).read_bytes().decode()


# What holds for every text

_SIGNS = "aAsSeuU éёЁйМСцЯ0 123'’ʼ`-–—.,:&+%$€/_\u00a0\t\n\r\u0301\u0308\u00ad我バｶﾞﬁ½⑴ßİ"
_texts = st.text(st.sampled_from(_SIGNS) | st.characters(exclude_categories=["Cs"]), max_size=60)


def check(text: str, found: Words) -> None:
    """Words and forms lie in the text in order, apart from each other, and cover what they say."""
    assert len(found.terms) == len(found.starts) == len(found.ends)
    end = 0
    for at, term in enumerate(found.terms):
        assert end <= found.starts[at] <= found.ends[at] <= len(text)
        assert (term == PARAGRAPH) == (found.starts[at] == found.ends[at])
        assert 0 < len(term) <= LONGEST
        end = found.ends[at]
    for form in found.forms:
        assert form.last - form.first + 1 == width(form.term)
        assert 0 <= form.start <= found.starts[form.first]
        assert found.ends[form.last] - 1 <= form.end <= len(text)


@given(_texts)
@example("x3.4.5 1.2,3 1,2.3.4 5,000.6.7 1.5x.6 1's.2")
def test_words_ascend_lie_in_the_text_and_never_overlap(text: str) -> None:
    check(text, words(text))
    assert all(width(term) == 1 for term in words(text).terms)


@given(_texts)
@example("МС-21 с1-с.с с'с-1 U.S.’s $5–10% Su-35s-and A.B.Ivanov")
def test_what_a_word_or_form_covers_means_the_same_alone(text: str) -> None:
    found = split(text)
    for at, (start, end) in enumerate(zip(found.starts, found.ends, strict=True)):
        alone = split(text[start:end])
        assert len(alone) == 1
        assert alone.terms[0] in meanings(found, at)
    for form in found.forms:
        alone = split(text[form.start : form.end])
        assert len(alone) == form.last - form.first + 1
        assert form.term in meanings(alone, 0)


@given(_texts)
def test_a_term_is_its_own_only_term(text: str) -> None:
    for term in split(text).terms:
        assert split(term).terms == [term]


@given(_texts, _texts)
def test_a_line_is_read_without_regard_to_the_line_before(before: str, text: str) -> None:
    ahead, alone, both = split(before), split(text), split(f"{before}\n{text}")
    shift = len(before) + 1
    assert both.terms == ahead.terms + alone.terms
    assert both.starts == ahead.starts + [start + shift for start in alone.starts]
    assert both.ends == ahead.ends + [end + shift for end in alone.ends]
    assert [form.term for form in both.forms] == [form.term for form in ahead.forms + alone.forms]


@given(_texts)
def test_a_text_in_its_strict_sense_finds_itself(text: str) -> None:
    found = split(text)
    assert all(term in meanings(found, at) for at, term in enumerate(strict(found)))


@given(_texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    "unit",
    [
        *("a", "1", "й", "我", "-", "'", "_", "$", "$1", "a-", "a.", "a.bb.", "a'", "1.", "1,"),
        *("1:", "12:34:", "1,000,", "1.1,", "A.B-", "x+", "S-400-", "a&", "a ", "U.S.'s ", "ﷺ"),
    ],
)
def test_hostile_characters_without_end_are_read_in_one_go(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    check(text, split(text))  # quadratic, this would take minutes


def test_accents_without_end_are_read_in_one_go() -> None:
    assert split("a" + "\u0301\u0316" * 500_000).terms == ["a"]


def test_what_is_quickly_known_of_a_single_letter_is_what_its_parts_say() -> None:
    letters = (chr(code) for code in range(0x110000) if chr(code).isalpha())
    quick = ((letter, of_one_word(letter)) for letter in letters)
    known = [(letter, found) for letter, found in quick if isinstance(found, str)]
    assert len(known) > 100_000
    for letter, term in known:
        assert [part[0] for part in parts(letter)] == [term]
