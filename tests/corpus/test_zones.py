"""Every line of a page is told for what it is, and nothing of the text is lost."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus import Corpus
from tui.corpus.shapes import Signs, shape_of
from tui.corpus.zones import zones_of

TICKER = dict.fromkeys(range(90, 136), "ticker")
FURNITURE = {
    "000": {},
    "001": {1: "title", 5: "title-duplicate", 6: "caption", 18: "boilerplate"},
    "002": {
        **{2: "title", 5: "heading", 78: "byline", 80: "byline"},
        **{82: "boilerplate", 83: "boilerplate", 84: "boilerplate"},
        **{85: "comment", 86: "comment", 87: "comment", 88: "boilerplate", 89: "boilerplate"},
        **TICKER,
    },
    "003": {
        **{1: "boilerplate", 3: "dateline", 5: "title", 7: "byline"},
        **{19: "boilerplate", 21: "boilerplate"},
    },
    "004": {
        **{1: "title", 3: "byline", 9: "heading", 15: "heading"},
        **{23: "related", 25: "related", 27: "related", 29: "related"},
    },
}
"""What each line of the five texts is that is not body, by its number."""


def kinds(text: str) -> list[str]:
    """The kind of each line that is not blank."""
    return [
        zone.kind
        for zone in zones_of(text)
        for line in text[zone.span.start : zone.span.end].splitlines()
        if line.strip()
    ]


@pytest.mark.parametrize("number", FURNITURE)
def test_every_line_of_the_five_texts_is_told(corpus: Path, number: str) -> None:
    [id] = [id for id in Corpus(corpus).scan().files if id.startswith(number)]
    document = Corpus(corpus).read(id)
    lines = document.text.split("\n")
    found = {}
    for n, line in enumerate(lines, start=1):
        start = document.lines(n, n).start
        [kind] = [z.kind for z in document.zones if z.span.start <= start < max(z.span.end, 1)]
        if line.strip() and kind != "body":
            found[n] = kind
    assert found == FURNITURE[number]


PARAGRAPH = (
    "The two countries signed an agreement on joint exercises in the autumn of that year, and both "
    "governments have since carried it out in full, as their ministries of defence reported."
)


def test_a_text_without_furniture_is_all_body() -> None:
    assert kinds(f"{PARAGRAPH}\n{PARAGRAPH}\n") == ["body", "body"]


def test_a_short_first_line_without_a_full_stop_is_the_title() -> None:
    assert kinds(f"\n\nA new partnership?\n\n{PARAGRAPH}") == ["title", "body"]
    assert kinds(f"It rains.\n\n{PARAGRAPH}") == ["body", "body"]
    assert kinds(f"and so on\n\n{PARAGRAPH}") == ["body", "body"]


def test_a_text_of_one_line_is_body() -> None:
    assert kinds("Russia and China") == ["body"]


def test_the_head_of_a_russian_article() -> None:
    text = (
        "Главная\n\nСотрудничество двух стран крепнет\n\n9 июля 2025 г.\n\nИван Петров\n\n"
        "Фото: РИА Новости\n\nСтороны подписали договор, и работа уже началась.\n\n"
        "Что дальше?\n\nДальше видно будет.\n\nЧитайте также\n\nНовые учения в Сибири\n"
    )
    assert kinds(text) == [
        *("boilerplate", "title", "dateline", "byline", "caption", "body", "heading", "body"),
        *("related", "related"),
    ]


def test_a_diplomatic_paper() -> None:
    text = (
        "104. Memorandum of Conversation[1]\n\nWashington, September 22, 1965, 9:15–11 a.m.\n\n"
        "SUBJECT\n\nCall on the Secretary\n\nPARTICIPANTS\n\nChinese Minister—A. Chiang\n\n"
        f"1. Opening Remarks\n\n{PARAGRAPH}\n\nRusk\n\n[1] Source: Department of State.\n"
    )
    assert kinds(text) == [
        *("title", "dateline", "heading", "body", "heading", "body", "heading", "body", "body"),
        "body",
    ]


def test_the_article_goes_on_after_a_line_that_asks_to_subscribe() -> None:
    text = f"Title of it\n\n{PARAGRAPH}\n\nSubscribe today for full access\n\nA heading\n\nMore."
    assert kinds(text) == ["title", "body", "boilerplate", "heading", "body"]


def test_the_article_goes_on_after_related_posts() -> None:
    text = f"Title of it\n\n{PARAGRAPH}\n\nSee also:\n\nAnother article\n\n{PARAGRAPH}\n"
    assert kinds(text) == ["title", "body", "related", "related", "body"]


def test_below_the_rights_short_lines_are_furniture_and_paragraphs_are_not() -> None:
    text = f"Title of it\n\n{PARAGRAPH}\n\n© 2025 A newspaper\nPolitics\nSport\n\n{PARAGRAPH}"
    assert kinds(text) == ["title", "body", "boilerplate", "boilerplate", "boilerplate", "body"]


def test_comments_last_until_the_form_for_the_next_one() -> None:
    text = (
        f"Title of it\n\n{PARAGRAPH}\n\n2 comments\n\nAnna, 3 May 2024\n{PARAGRAPH}\nYes!\n"
        "Leave a reply\nName\n"
    )
    assert kinds(text)[2:] == [*["comment"] * 4, "boilerplate", "boilerplate"]


def test_comments_as_a_heading_open_no_comments() -> None:
    assert kinds(f"Title of it\n\n{PARAGRAPH}\n\nComments\n\n{PARAGRAPH}")[2:] == [
        "heading",
        "body",
    ]


def test_headlines_between_times_and_counts_are_a_ticker() -> None:
    text = f"Title of it\n\n{PARAGRAPH}\n\n• 23.02 08:23\n• 153\nTanks\n• 23.02 05:11\n• 19\nPlanes"
    assert kinds(text)[2:] == ["ticker"] * 6
    timed = f"Title of it\n\n{PARAGRAPH}\n\n10:15 Tanks roll\n10:20 Planes fly\n11:00 Ships sail"
    assert kinds(timed)[2:] == ["ticker"] * 3


def test_a_list_is_no_ticker_and_its_lines_are_no_headings() -> None:
    text = f"Title of it\n\n{PARAGRAPH}\n\n- tanks\n- planes\n\nTanks\nPlanes\nShips, both kinds\n"
    assert kinds(text) == ["title", *["body"] * 6]


def test_markdown_headings_are_headings() -> None:
    text = f"# The title\n\n{PARAGRAPH}\n\n## Part one\n\n### A\n\n{PARAGRAPH}\n\n---\n\nThe end."
    assert kinds(text) == ["title", "body", "heading", "heading", "body", "body", "body"]


def test_a_byline_may_follow_the_standfirst_when_it_says_by() -> None:
    text = f"Title of it\n\nA standfirst, in one sentence.\n\nBy Ada Byron\n\n{PARAGRAPH}"
    assert kinds(text) == ["title", "body", "byline", "body"]


def test_a_heading_of_common_words_is_no_byline() -> None:
    text = f"Title of it\n\nMilitary Exercises\n\nThe exercises were military.\n{PARAGRAPH}"
    assert kinds(text)[1] == "heading"


def test_front_matter_is_boilerplate() -> None:
    text = "---\ntitle: x\n---\nA heading\n\nIt rains.\n"
    assert [(z.kind, text[z.span.start : z.span.end]) for z in zones_of(text, start=17)] == [
        ("boilerplate", "---\ntitle: x\n---\n"),
        ("title", "A heading\n\n"),
        ("body", "It rains.\n"),
    ]


def test_a_paragraph_of_a_hard_wrapped_text_is_one_thing() -> None:
    wrapped = "\n".join(PARAGRAPH[i : i + 60] for i in range(0, len(PARAGRAPH), 60))
    text = f"A TITLE OF IT\nBy Ada Byron\n\n{wrapped}\n\n{wrapped}\n"
    assert kinds(text) == ["title", "byline", *["body"] * 8]


def test_a_very_long_text_is_body_from_some_point_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.corpus.zones._CLOSELY", 30)
    text = "Title of it\n\nIt rains.\n\nNo comments:\n\nPost a comment\n"
    assert [zone.kind for zone in zones_of(text)] == ["title", "body", "boilerplate", "body"]


def test_without_a_title_nothing_repeats_it() -> None:
    assert "title-duplicate" not in kinds("It rains.\n\n[1]\n\nIt still rains.")


LINES = st.sampled_from(
    [
        *("", " ", "Title", "© 2024", "Pages", "Comments [2]", "Related posts", "9 July 2025"),
        *("• 23.02 08:23", "• 153", "• Discussion", "Ivan Petrov", "By Ada Byron", "---", "## x"),
        *("[1] See.", PARAGRAPH, "No comments:", "Photo: X", "10:15 News", "Subscribe now"),
    ]
)
PAGES = st.one_of(
    st.text(max_size=200),
    st.builds(
        str.join, st.sampled_from(["\n", "\r\n", "\n\n", "\r"]), st.lists(LINES, max_size=25)
    ),
)


@given(PAGES, st.integers(0, 20))
def test_zones_tile_any_text(text: str, start: int) -> None:
    tiles = zones_of(text, min(start, len(text)))
    assert "".join(text[z.span.start : z.span.end] for z in tiles) == text
    assert all(z.span.start < z.span.end for z in tiles)
    assert [z.span.start for z in tiles[1:]] == [z.span.end for z in tiles[:-1]]


@given(PAGES)
def test_the_signs_of_a_text_are_all_that_its_lines_need(text: str) -> None:
    signs = Signs.of(text)
    for line in filter(None, map(str.strip, text.splitlines())):
        assert shape_of(line, signs) == shape_of(line)
