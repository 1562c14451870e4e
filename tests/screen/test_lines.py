"""Lines of a list at the width there is."""

from tui.screen.lines import Line, fitted, lay


def rows(line: Line, width: int) -> list[str]:
    return [drawn.text[drawn.start : drawn.end] for drawn in lay(line, width)]


def test_a_title_takes_as_many_rows_as_it_may() -> None:
    title = Line("Partnership short of alliance: military cooperation", most=2)
    assert rows(title, 20) == ["Partnership short of", "alliance: military…"]
    assert rows(title, 60) == [title.text]


def test_a_title_in_chinese_is_cut_by_cells() -> None:
    assert rows(Line("中国人民解放军海军", most=1), 9) == ["中国人民…"]


def test_a_number_stays_at_the_right_end_while_there_is_room() -> None:
    line = Line("People's Liberation Army", most=1, tail="1,204")
    assert [drawn.tail for drawn in lay(line, 40)] == ["1,204"]
    assert rows(line, 24) == ["People's Liberat…"]
    assert [drawn.tail for drawn in lay(line, 10)] == [""]


def test_a_line_end_in_a_name_is_a_space() -> None:
    assert fitted("two\nlines\x1b", 20) == "two lines␛"
