"""The man pages, made from what `--help`, the keys and the registry's own head say.

python docs/manual.py FOLDER writes readroom.1, readroom-registry.5, readroom-query.7 and
readroom-keys.7 there; `make man` writes build/man, and the kit brings them.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tui import __version__
from tui.cli.arguments import COMMANDS, grammar
from tui.cli.helping import MANNERS, laid, runs
from tui.query.guide import GUIDE

ROOT = Path(__file__).parent.parent
WIDTH = 72
"""Columns that a page has at least beside its margin."""
HEAD = '.TH {name} {section} "" "readroom {version}" "readroom"'
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
ALSO = {
    "readroom.1": "readroom-query(7), readroom-keys(7), readroom-registry(5)",
    "readroom-registry.5": "readroom(1)",
    "readroom-query.7": "readroom(1)",
    "readroom-keys.7": "readroom(1)",
}


def pages() -> dict[str, str]:
    """Each page by its file name."""
    made = {
        "readroom.1": ("search, read and cross-reference a folder of texts", _command()),
        "readroom-registry.5": ("the registry of entities, kept by hand", _registry()),
        "readroom-query.7": ("how readroom is asked", _query()),
        "readroom-keys.7": ("the keys of the reading room", _keys()),
    }
    return {file: _page(file, says, body) for file, (says, body) in made.items()}


def _page(file: str, says: str, body: Iterable[str]) -> str:
    name, _, section = file.rpartition(".")
    lines = [
        HEAD.format(name=name.upper(), section=section, version=__version__),
        ".SH NAME",
        f"{_plain(name)} \\- {_plain(says)}",
        *body,
        ".SH SEE ALSO",
        _plain(ALSO[file]),
    ]
    return "\n".join(lines) + "\n"


def _command() -> Iterator[str]:
    os.environ["COLUMNS"] = "80"  # the widths of usage lines are no matter of this terminal
    parser = grammar(*COMMANDS)
    subs = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    yield ".SH SYNOPSIS"
    yield ".B readroom"
    yield "[options of the screen]"
    yield ".br"
    yield ".B readroom"
    yield r"\fICOMMAND\fR [options]"
    yield ".SH DESCRIPTION"
    yield _plain(" ".join((parser.description or "").split()))
    yield ".SH OPTIONS"
    yield from _options(parser)
    yield ".SH COMMANDS"
    for name, sub in subs.choices.items():
        yield from _section(name, sub)
    yield from _headed(MANNERS)


def _section(name: str, parser: argparse.ArgumentParser) -> Iterator[str]:
    """A command, and below it what it does by further words."""
    yield f".SS readroom {_plain(name)}"
    yield _plain(parser.description or "")
    common = {"corpus", "registry", "sample", "root", "format", "help"}
    yield from _options(parser, common)
    if parser.epilog:
        yield from _laid(parser.epilog)
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below, sub in action.choices.items():
                yield from _section(f"{name} {below}", sub)


def _options(parser: argparse.ArgumentParser, but: Iterable[str] = ()) -> Iterator[str]:
    for action in parser._actions:
        if action.dest in but or isinstance(action, argparse._SubParsersAction):
            continue
        value = action.metavar or ("|".join(action.choices) if action.choices else None)
        if action.option_strings:
            takes = action.nargs != 0 and not isinstance(action, argparse.BooleanOptionalAction)
            word = str(value or action.dest.upper()) if takes else ""
            names = ", ".join(rf"\fB{_plain(name)}\fR" for name in action.option_strings)
            yield ".TP"
            yield names + (rf" \fI{_plain(word)}\fR" if word else "")
        elif action.help:
            yield ".TP"
            yield rf"\fI{_plain(str(value or action.dest))}\fR"
        else:
            continue
        yield _plain(action.help or "")


def _registry() -> Iterator[str]:
    """The head of the registry that teaches its format."""
    text = (ROOT / "entities.yaml").read_text(encoding="utf-8")
    head = re.match(r"(?:#.*\n)+", text)
    assert head is not None, "entities.yaml begins with what teaches its format"
    yield ".SH DESCRIPTION"
    yield from _laid("\n".join(line[2:] for line in head.group().splitlines()))


def _query() -> Iterator[str]:
    yield ".SH DESCRIPTION"
    yield from _laid(GUIDE)


def _keys() -> Iterator[str]:
    from tui.screen.keymap import Keymap, spelled
    from tui.screen.keys import SECTIONS, bindings

    for section in SECTIONS:
        yield f".SH {_plain(section.title.upper())}"
        for key in bindings(section.keys):
            shown = " ".join(spelled(one.key) for one in Keymap().bindings(key))
            yield ".TP"
            yield rf"\fB{_plain(shown)}\fR  {_plain(key.description)}"
            yield _plain(key.tooltip or "")


def _headed(text: str) -> Iterator[str]:
    """Blocks of which the first line is a heading, the last of them prose alone."""
    for block in re.split(r"\n\n", text):
        first, _, rest = block.partition("\n")
        if rest.startswith(" "):
            yield f".SH {_plain(first.upper())}"
            yield from _laid(rest)
        else:
            yield ".PP"
            yield from _laid(block)


def _laid(text: str) -> Iterator[str]:
    """Prose as paragraphs, tables as they are."""
    for block in re.split(r"\n[ \t]*\n", text.strip("\n")):
        for is_row, lines in runs(block):
            if is_row:
                folded = laid("\n".join(lines), WIDTH)
                yield from (".PP", ".nf", *map(_plain, folded), ".fi")
            else:
                yield from (".PP", _plain(" ".join(lines).replace(',"', ', "')))


def _plain(text: str) -> str:
    """A text without meaning for roff."""
    plain = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq")
    plain = _NOT_ASCII.sub(lambda m: rf"\[u{ord(m.group()):04X}]", plain)
    return rf"\&{plain}" if plain.startswith(".") else plain


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        sys.exit("python docs/manual.py FOLDER writes the man pages there")
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for file, page in pages().items():
        (folder / file).write_text(page, encoding="utf-8")
