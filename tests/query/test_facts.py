"""What a field asks of a document's facts."""

import pytest

from tui.query.engine import Fact
from tui.query.facts import holds, read


@pytest.mark.parametrize(
    ("value", "chosen", "left"),
    [
        ("2014", ["2014", "2014-05", "2014-12-31"], ["2015", "2013-12-31"]),
        ("2014-05", ["2014-05", "2014-05-31"], ["2014", "2014-06-01"]),
        ("2014..2016-05", ["2014", "2015-01-01", "2016-05"], ["2016", "2016-06"]),
        ("2014/2015", ["2015"], ["2016"]),
        (">=2022-02-24", ["2022-02-24", "2023"], ["2022", "2022-02"]),
        (">2022", ["2023-01-01", "2023"], ["2022-12-31"]),
        ("<2022-03", ["2022-02-28", "2021"], ["2022", "2022-03-01"]),
        ("<=2022–03", ["2022-03-31"], ["2022-04-01"]),
        ("2016..", ["2016", "2099"], ["2015"]),
        ("..2016", ["0001", "2016"], ["2017"]),
        ("none", [], ["2014"]),
    ],
)
def test_a_date_is_chosen_if_all_its_days_are_asked_for(
    value: str, chosen: list[str], left: list[str]
) -> None:
    test = read("date", value)
    assert [day for day in chosen + left if holds(test, [day])] == chosen


@pytest.mark.parametrize(
    "value", ["2014-00", "2014-02-30", "14", "2014-5-", "x", "..", ">", "0000"]
)
def test_what_is_no_date_is_an_error(value: str) -> None:
    with pytest.raises(ValueError, match=r"date|range"):
        read("date", value)


@pytest.mark.parametrize(
    ("fact", "value", "found"),
    [
        ("title", "WAR", "Of War and Peace"),
        ("title", "war-and", "War and peace"),
        ("title", "pea*", "War and peace"),
        ("author", "Racz", "András Rácz"),
        ("source", "reuters", "Reuters"),
        ("lang", "en", "en"),
        ("doc", "002", "002_abc.txt"),
        ("doc", "abc", "folder/abc.txt"),
        ("doc", "*.md", "notes/a.md"),
    ],
)
def test_words_and_paths_are_found_in_either_case(fact: Fact, value: str, found: str) -> None:
    assert holds(read(fact, value), [found])
    assert not holds(read(fact, value), ["something else"])
    assert not holds(read(fact, value), [])


def test_none_chooses_what_is_not_known() -> None:
    assert holds(read("date", "none"), [])
    assert not holds(read("author", "none"), ["Ann Lee"])
