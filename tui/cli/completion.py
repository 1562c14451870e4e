"""`completion`: what a shell reads once, and what it is answered at each Tab.

argcomplete speaks to the shells; here is only what stands for what.
"""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, NoReturn

from tui.catalog.wish import Wish
from tui.cli import output
from tui.cli.arguments import grammar, named_in, wish_of
from tui.model import ReadroomError
from tui.visible import visible

BREAKS = "_ARGCOMPLETE_COMP_WORDBREAKS"
SHELLS = ("bash", "zsh", "fish")
HELP = """Names of entities, ids of texts, fields and options are completed by Tab:

  bash   readroom completion bash > ~/.local/share/bash-completion/completions/readroom
  zsh    readroom completion zsh > a folder of $fpath, as _readroom
  fish   readroom completion fish > ~/.config/fish/completions/readroom.fish"""

Completer = Callable[..., list[str]]


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of `completion`."""
    parser.epilog = HELP
    parser.add_argument("shell", choices=SHELLS)


def run(args: argparse.Namespace) -> int:
    """Write the code that a shell reads."""
    from argcomplete import shellcode  # type: ignore[attr-defined]

    output.form_of(args, "text")
    sys.stdout.write(shellcode(["readroom"], shell=args.shell))
    return 0


def complete() -> NoReturn:
    """Answer the shell that asks for what may follow; nothing else is done in this process."""
    from argcomplete import autocomplete

    line = os.environ.get("COMP_LINE", "")
    with suppress(ValueError):  # a quotation mark that is still open
        line = " ".join(shlex.split(line))
    parser = grammar(*named_in(line.split()))
    for action in _actions(parser):
        completer = COMPLETERS.get(_metavar(action))
        if completer is not None:
            action.completer = completer  # type: ignore[attr-defined]  # where argcomplete looks
    breaks = os.environ.get(BREAKS, "")
    os.environ[BREAKS] = breaks.replace("@", "")  # bash breaks a word before it, and keeps it
    autocomplete(parser, always_complete_options=False, validator=_begins)
    sys.exit(1)


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """The actions of a parser and of all below it."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from _actions(below)


def _begins(offered: str, begun: str) -> bool:
    """Whether what is offered may be meant, in any case of letters."""
    return offered.casefold().startswith(begun.casefold())


def _metavar(action: argparse.Action) -> str:
    return action.metavar if isinstance(action.metavar, str) else action.dest.upper()


def _asking(ask: Callable[[Wish, str], list[str]]) -> Completer:
    """A completer that opens the corpus which the call so far means."""

    def completer(prefix: str, parsed_args: argparse.Namespace, **_: Any) -> list[str]:
        try:
            offered = ask(wish_of(parsed_args), prefix)
            return [one for one in offered if visible(one) == one]  # a shell shows it as it is
        except (ReadroomError, OSError):
            return []

    return completer


def _names(wish: Wish, begun: str) -> list[str]:
    from tui.catalog.offering import Offers

    if begun.startswith("@"):
        return [f"@{id}" for id in Offers(wish).ids(begun[1:])]
    return Offers(wish).names(begun)


def _ids(wish: Wish, begun: str) -> list[str]:
    from tui.catalog.offering import Offers

    return Offers(wish).ids(begun)


def _docs(wish: Wish, begun: str) -> list[str]:
    from tui.catalog.offering import Offers

    return Offers(wish).docs(begun)


def _query(wish: Wish, begun: str) -> list[str]:
    """Names after `@`, texts after `doc:`, else the fields."""
    from tui.catalog.offering import Offers
    from tui.query.leaves import FIELDS

    if begun.startswith("@"):
        return _names(wish, begun)
    if begun.startswith("doc:"):
        return [f"doc:{doc}" for doc in Offers(wish).docs(begun.removeprefix("doc:"))]
    return [f"{field}:" for field in FIELDS if begun and field.startswith(begun)]


def _corpora(wish: Wish, begun: str) -> list[str]:
    from argcomplete.completers import DirectoriesCompleter

    from tui.catalog.choosing import named_corpora
    from tui.places import Places

    names = [corpus.name for corpus in named_corpora(Places.of(os.environ, wish.root))]
    folders: list[str] = list(DirectoriesCompleter()(begun))
    return [name for name in names if name.startswith(begun)] + folders


COMPLETERS = {
    **dict.fromkeys(("ENTITY", "FROM", "TO"), _asking(_names)),
    "ID": _asking(_ids),
    "DOC": _asking(_docs),
    "DOC[:LINE[-LINE]]": _asking(_docs),
    "DOC:LINE[:COLUMN]": _asking(_docs),
    "PASSAGE": _asking(_docs),
    "QUERY": _asking(_query),
    "DIR|NAME": _asking(_corpora),
}
"""By what an argument is called in the help."""
