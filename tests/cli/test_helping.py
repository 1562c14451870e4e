"""Help fits the terminal: prose is filled, tables stay tables."""

import pytest

from tui.cli.arguments import COMMANDS, grammar
from tui.cli.helping import laid


def lines(text: str, width: int = 30) -> list[str]:
    return list(laid(text, width))


def test_prose_is_filled_paragraph_by_paragraph() -> None:
    assert lines("one two three four\nfive six seven eight\n\nnine") == [
        "one two three four five six",
        "seven eight",
        "",
        "nine",
    ]


def test_rows_stay_rows_and_fold_below_their_last_column() -> None:
    assert lines("  same   the same words at the same place\n  gone   no") == [
        "  same   the same words at the",
        "         same place",
        "  gone   no",
    ]


def test_what_goes_on_below_a_column_belongs_to_its_row() -> None:
    assert lines("word   any letters,\n       one letter", 40) == ["word   any letters, one letter"]


def test_a_shape_of_json_breaks_between_its_keys() -> None:
    assert lines('in JSON  {"doc","start","end"}', 24) == [
        'in JSON  {"doc",',
        '         "start", "end"}',
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_no_help_is_wider_than_the_terminal(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    commands = next(a for a in grammar(name)._actions if a.dest == "command")
    help = commands.choices[name].format_help()  # type: ignore[index, call-overload]
    assert [line for line in help.splitlines() if len(line) > 80] == []
