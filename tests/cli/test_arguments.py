"""How a call is read."""

import pytest

from tui.cli.arguments import parse
from tui.counts import MOST
from tui.model import UsageError


@pytest.mark.parametrize("call", ["-- search --limit", "search -- --limit"])
def test_two_dashes_end_the_options(call: str) -> None:
    args, _ = parse(call.split())
    assert (args.command, args.query) == ("search", ["--limit"])


def test_common_options_stand_before_a_command_or_behind_it() -> None:
    for call in (
        "--json --root r search x",
        "search x --json --root r",
        "--root r search --json x",
    ):
        args, _ = parse(call.split())
        assert (args.root, args.format, args.query) == ("r", "json", ["x"])


@pytest.mark.parametrize(
    ("call", "said", "hint"),
    [
        ("search --fromat json x", "unrecognized arguments: --fromat; --format?", "search --help"),
        ("search --fromat=json x", "unrecognized arguments: --fromat=json; --format?", "search"),
        ("kwic x --widht 3", "unrecognized arguments: --widht 3; --width?", "readroom kwic --help"),
        ("--jason docs", "unrecognized arguments: --jason; --json?", "readroom docs --help"),
        ("docs --qqqq", "unrecognized arguments: --qqqq", "readroom docs --help"),
    ],
)
def test_an_option_that_there_is_not_may_be_meant_for_another(
    call: str, said: str, hint: str
) -> None:
    with pytest.raises(UsageError) as caught:
        parse(call.split())
    assert caught.value.message == said
    assert hint in caught.value.details[-1]


def test_a_command_that_there_is_not_may_be_meant_for_another() -> None:
    with pytest.raises(UsageError, match=r"^there is no command 'serch'; search\?$"):
        parse(["serch", "x"])


@pytest.mark.parametrize(
    "call",
    [
        "search x --limit few",
        "kwic x --limit=-1",
        "kwic x --width wide",
        "collocates x --min 0",
        "companions x --least -1",
        "timeline x --limit -1",
        "path a b --steps 7",
        "graph --most 301",
        "registry alias a b --limit -1",
        "registry gaps --limit -1",
        "registry gaps --fewest 0",
        "index --jobs 0",
        "index --memory " + "9" * 5000 + "MB",
    ],
)
def test_a_number_that_cannot_be_meant_is_refused_by_its_bounds(call: str) -> None:
    said = r"^argument --\w+: '.{1,40}' is no number from [01]( to \d+)?$"
    with pytest.raises(UsageError, match=said):
        parse(call.split())


def test_a_number_of_any_length_is_one() -> None:
    args, _ = parse(["search", "x", "--limit", "9" * 5000])

    assert args.limit == MOST
