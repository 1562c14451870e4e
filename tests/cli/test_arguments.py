"""How a call is read."""

import pytest

from tui.cli.arguments import parse
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


def test_a_command_that_there_is_not_may_be_meant_for_another() -> None:
    with pytest.raises(UsageError, match=r"^there is no command 'serch'; search\?$"):
        parse(["serch", "x"])
