"""The command line's grammar: common options before or after a command, `--` ends the options."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import Any, NoReturn

from tui import __version__
from tui.catalog.wish import Wish
from tui.cli import house, manner
from tui.cli.helping import MANNERS, HelpLines
from tui.model import UsageError

COMMANDS = {
    "search": ("tui.cli.search", "find passages by words, phrases and names"),
    "keys": ("tui.cli.keys", "the keys of the screen, and what is wrong with keys.yaml"),
    "saved": ("tui.cli.saved", "the queries kept by name"),
    "batch": ("tui.cli.batch", "what is known of each name in a list"),
    "who": ("tui.cli.records", "the record of an entity"),
    "mentions": ("tui.cli.entities", "where entities are named"),
    "entities": ("tui.cli.entities", "the entities of the registry"),
    "kwic": ("tui.cli.context", "every passage that answers a query, in its context"),
    "together": ("tui.cli.companies", "the sentences that name several entities"),
    "companions": ("tui.cli.companies", "who is named beside whom, and how strongly"),
    "matrix": ("tui.cli.companies", "entities by entities: in how many sentences both are named"),
    "path": ("tui.cli.networks", "the chains of sentences that lead from one entity to another"),
    "graph": ("tui.cli.networks", "the network of entities as a picture or for a program"),
    "collocates": ("tui.cli.collocates", "what stands near a word or an entity, and how strongly"),
    "timeline": ("tui.cli.timeline", "the dates that the texts give, in order"),
    "figures": ("tui.cli.figures", "the amounts that the texts give"),
    "docs": ("tui.cli.documents", "the texts of the corpus"),
    "show": ("tui.cli.documents", "a text, or lines of it"),
    "facts": ("tui.cli.facts", "what is known of a text and from where; correct it"),
    "cite": ("tui.cli.citing", "cite a passage so that the citation proves itself"),
    "verify": ("tui.cli.citing", "whether the citations of a draft still stand"),
    "check": ("tui.cli.check", "what the texts have of the claims in a draft"),
    "corpus": ("tui.cli.corpora", "the corpora that have a name"),
    "add": ("tui.cli.corpora", "take texts into the corpus"),
    "index": ("tui.cli.index", "bring the index up to date"),
    "registry": ("tui.cli.registry", "check the registry, edit it, find what it lacks"),
    "doctor": ("tui.cli.doctor", "whether the index and all else is well"),
    "completion": ("tui.cli.completion", "what a shell reads to complete readroom's words"),
}
"""Each command's module, imported only when it is called, and what it does."""
FORMATS = (
    *("text", "json", "jsonl", "csv", "tsv", "vimgrep", "markdown"),
    *("svg", "dot", "graphml"),
)


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of leaving; `asked` is the command whose help may help."""

    asked = ""

    def error(self, message: str) -> NoReturn:
        details = [f"try: {self.prog} --help"]
        if message.startswith("unrecognized"):
            message += self._meant(message.split())
            details = [f"try: {self.asked or self.prog} --help"]
        if "QUERY" in message or (message.startswith("unrecognized") and "--" not in message):
            details.insert(0, "options stand before a query or after it, and -- ends them")
        raise UsageError(message, *details)

    def _meant(self, words: list[str]) -> str:
        """Of an option that there is not, the one it may be meant for."""
        from tui.nearest import nearest

        subs = [a for a in self._actions if isinstance(a, argparse._SubParsersAction)]
        parsers = [self, *(sub for action in subs for sub in action.choices.values())]
        known = {option for parser in parsers for option in parser._option_string_actions}
        option = next((word.partition("=")[0] for word in words if word.startswith("--")), "")
        near = nearest(option, known, 1) if option and option not in known else []
        return f"; {near[0]}?" if near else ""

    def _parse_optional(self, arg_string: str) -> Any:
        """Where a query is asked for, `-word` is a part of it unless it is an option."""
        is_dashed = arg_string[:1] == "-" != arg_string[1:2]
        asks = any(action.metavar == "QUERY" for action in self._get_positional_actions())
        if asks and is_dashed and arg_string not in self._option_string_actions:
            return None
        return super()._parse_optional(arg_string)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """Of a command that there is not, those it may have been meant for and not all."""
        if not isinstance(action, argparse._SubParsersAction) or value in action.choices:
            super()._check_value(action, value)
            return
        from tui.nearest import nearest

        near = nearest(value, action.choices)
        meant = f"; {' or '.join(near)}?" if near else ""
        raise argparse.ArgumentError(None, f"there is no command {value!r}{meant}")

    def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> Any:
        """Behind a -- before the command its own words are no options either."""
        if action.nargs == argparse.PARSER and arg_strings[:1] == ["--"]:
            _, command, *words = arg_strings
            arg_strings = [command, "--", *words]
        return super()._get_values(action, arg_strings)


def parse(argv: list[str]) -> tuple[argparse.Namespace, ModuleType | None]:
    """The options of a call, and the module of its command; None opens the desk."""
    args = _screen_only(argv) or grammar(*named_in(argv)).parse_args(argv)
    manner.check(args)
    house.check(args)
    return args, import_module(COMMANDS[args.command][0]) if args.command else None


def _screen_only(argv: list[str]) -> argparse.Namespace | None:
    """The options where no command is named, which are soon read; None where there is more to it.

    A parser for each command would take 5 of the 100 ms until the screen is there.
    """
    if named_in(argv) or not {"-h", "--help"}.isdisjoint(argv):
        return None
    try:
        args = _options().parse_args(argv)
    except UsageError:
        return None  # said better by the whole grammar
    args.command = None
    return args


def named_in(argv: list[str]) -> list[str]:
    """The commands that a call may name: a corpus can be called docs."""
    return [word for word in argv if word in COMMANDS]


def grammar(*named: str) -> Parser:
    """The whole command line, with the arguments of the commands that are named."""
    parser, common = _options(), common_options()
    subs = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    for name, (module, summary) in COMMANDS.items():
        sub = subs.add_parser(
            name,
            help=summary,
            parents=[common],
            allow_abbrev=False,
            formatter_class=HelpLines,
            description=summary[0].upper() + summary[1:] + ".",
        )
        if name in named:
            parser.asked = sub.prog if len(named) == 1 else ""
            import_module(module).add_arguments(name, sub)
    return parser


def actions_of(
    parser: argparse.ArgumentParser, summaries: Mapping[str, str], default: str | None = None
) -> dict[str, Parser]:
    """A parser for each of a command's actions, which know the common options too."""
    subs = parser.add_subparsers(
        dest="action", metavar="ACTION", required=default is None, parser_class=Parser
    )
    parser.set_defaults(action=default)
    common = common_options()
    return {
        action: subs.add_parser(
            action,
            help=summary,
            description=summary[0].upper() + summary[1:] + ".",
            parents=[common],
            allow_abbrev=False,
            formatter_class=HelpLines,
        )
        for action, summary in summaries.items()
    }


def _options() -> Parser:
    """What stands before a command, or without one."""
    parser = Parser(
        prog="readroom",
        description="A reading room for a folder of texts and a registry of the names in them. "
        "Without a command it opens the screen.",
        parents=[common_options()],
        allow_abbrev=False,
        formatter_class=HelpLines,
        epilog=MANNERS,
    )
    house.add_options(parser, picks=True)
    parser.add_argument("--version", action="version", version=f"readroom {__version__}")
    parser.add_argument(
        "--plain",
        action="store_true",
        help="a dialogue in lines instead of the screen: for screen readers, Braille, serial lines",
    )
    manner.add_options(parser)
    return parser


def wish_of(args: argparse.Namespace) -> Wish:
    """What the common options of a call ask to be opened."""
    given = vars(args)
    return Wish(**{name: given[name] for name in Wish._fields if name in given})


def common_options() -> Parser:
    """The options that every command knows; absent ones leave no trace."""
    common = Parser(add_help=False, argument_default=argparse.SUPPRESS, allow_abbrev=False)
    group = common.add_argument_group("common options")
    group.add_argument("--corpus", metavar="DIR|NAME", help="the folder of texts, or its name")
    group.add_argument("--registry", metavar="FILE", help="the registry of entities")
    group.add_argument("--sample", action="store_true", help="the corpus that readroom brings")
    group.add_argument("--root", metavar="DIR", help="config, cache, state and data below DIR")
    group.add_argument(
        "--format",
        choices=FORMATS,
        metavar="FORM",
        help=f"how answers are written: {', '.join(FORMATS)}, where a command has it",
    )
    group.add_argument(
        "--json", dest="format", action="store_const", const="json", help="short for --format json"
    )
    return common
