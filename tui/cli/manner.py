"""The options of the screen: how it behaves on this terminal."""

from __future__ import annotations

import argparse
from typing import Any

from tui.model import UsageError

NAMES = ("color", "driver", "fresh", "keys", "mouse", "theme")
THEMES = ("dark", "light", "contrast", "terminal", "mono")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add them; absent ones leave no trace."""
    group = parser.add_argument_group("options of the screen")
    absent = argparse.SUPPRESS
    group.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default=absent,
        help="auto heeds NO_COLOR, CLICOLOR_FORCE and the terminal",
    )
    group.add_argument(
        "--theme",
        choices=THEMES,
        default=absent,
        help="terminal: its own sixteen colours, as over SSH; mono: none; it is kept",
    )
    group.add_argument(
        "--driver",
        choices=("plain", "diff"),
        default=absent,
        help="diff sends a slow line only what differs; it is the default over SSH",
    )
    group.add_argument(
        "--mouse",
        action=argparse.BooleanOptionalAction,
        default=absent,
        help="ask for the mouse; the default, but not over SSH",
    )
    group.add_argument(
        "--keys",
        choices=("default", "vim"),
        default=absent,
        help="the profile of keys; keys.yaml may name one, and change single keys",
    )
    group.add_argument(
        "--fresh", action="store_true", default=absent, help="begin anew, not where you were"
    )


def given(args: argparse.Namespace) -> dict[str, Any]:
    """Those that a call gave."""
    return {name: value for name, value in vars(args).items() if name in NAMES}


def check(args: argparse.Namespace) -> None:
    """UsageError if a command was given one, which it would not heed."""
    if args.command and (said := given(args)):
        raise UsageError(f"--{min(said)} is for the screen, not for a command")
