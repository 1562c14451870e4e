"""The options that say how passages are cited, for `cite` and for the screen."""

from __future__ import annotations

import argparse

from tui.catalog.house import HouseStyle
from tui.model import STYLES, UsageError


def add_options(parser: argparse.ArgumentParser, *, picks: bool = False) -> None:
    """The house style as options; absent ones leave no trace. The screen also picks."""
    group = parser.add_argument_group("citations")
    if picks:
        group.add_argument(
            "--pick",
            action="store_true",
            help="o leaves with a citation on stdout: $(readroom --pick) inserts it",
        )
    group.add_argument(
        "--style", choices=STYLES, default=argparse.SUPPRESS, help=f"{STYLES[0]} by default"
    )
    for name, said in (
        ("--nd", "even without an author or a date"),
        ("--unwrap", "each paragraph of a hard-wrapped text on one line"),
    ):
        group.add_argument(name, action="store_true", default=argparse.SUPPRESS, help=said)


def of(args: argparse.Namespace) -> HouseStyle:
    """How a call has passages cited."""
    given = vars(args)
    return HouseStyle(**{name: given[name] for name in HouseStyle._fields if name in given})


def check(args: argparse.Namespace) -> None:
    """UsageError if a command was given one that it would not heed."""
    if args.command and args.pick:
        raise UsageError("--pick opens the screen: no command goes with it")
    said = [name for name in HouseStyle._fields if name in vars(args)]
    if said and args.command not in (None, "cite"):
        raise UsageError(f"--{said[0]} is for cite and for the screen")
