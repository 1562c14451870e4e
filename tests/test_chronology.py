"""A timeline as a picture."""

from xml.etree import ElementTree

from tui.chronology import Row, drawn

SVG = "{http://www.w3.org/2000/svg}"
ROWS = [
    Row("2014", "2014-01-01", "2014-12-31", False, "a-text-with-a-very-long-name:12", "A year."),
    Row("~2016-05", "2016-05-01", "2016-05-31", True, "b:1", "<script> & \x1b[2J" + "x" * 200),
]


def test_every_date_has_its_row_of_words_and_a_bar() -> None:
    root = ElementTree.fromstring(drawn("Timeline of @china", ROWS))
    said = [text.text for text in root.iter(f"{SVG}text")]
    assert {"2014", "~2016-05", "A year.", "b:1"} <= set(said)
    bars = [rect for rect in root.iter(f"{SVG}rect") if rect.get("class") in ("date", "inferred")]
    assert [bar.get("class") for bar in bars] == ["date", "inferred"]
    assert float(bars[0].get("width") or 0) > float(bars[1].get("width") or 0)


def test_words_are_clipped_to_their_column_and_the_line_of_a_place_is_kept() -> None:
    said = [text.text or "" for text in ElementTree.fromstring(drawn("t", ROWS)).iter(f"{SVG}text")]
    assert any(text.startswith("a-text-with") and text.endswith("…:12") for text in said)
    assert max(map(len, said)) <= 78


def test_a_text_cannot_put_a_tag_or_a_control_character_into_the_picture() -> None:
    picture = drawn("t", ROWS)
    assert "<script>" not in picture
    assert "\x1b" not in picture


def test_one_day_alone_can_be_drawn() -> None:
    day = Row("2014-08-31", "2014-08-31", "2014-08-31", False, "a:1", "A day.")
    assert "2014-08-31" in drawn("t", [day])


def test_the_years_above_the_rows_are_few_though_the_dates_lie_centuries_apart() -> None:
    ages = [Row(str(y), f"{y}-01-01", f"{y}-12-31", False, "a:1", "") for y in (1066, 1991)]
    root = ElementTree.fromstring(drawn("t", ages))
    marked = [t.text for t in root.iter(f"{SVG}text") if t.get("text-anchor") == "middle"]
    assert 2 <= len(marked) <= 8
    assert marked == sorted(marked, key=lambda year: int(year or 0))
