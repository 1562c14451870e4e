"""`corpus`, `add`: the corpora that have a name, and texts for one."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import get_args

from tui.catalog.choosing import CONFIG, NamedCorpus, choose, named_corpora
from tui.cli import output
from tui.cli.arguments import actions_of, wish_of
from tui.corpus.sidecar import Value
from tui.editor.corpora import forget_corpus, name_corpus
from tui.editor.texts import Text, take_in, text
from tui.model import NotFound, Status, Unusable, UsageError
from tui.places import Places

NAMED = ("name", "path", "registry", "there")
ADDED = ("doc", "missing")
FACTS = {"title": "title", "authors": "author", "source": "source", "date": "date"}
"""What a citation wants to know of a text, and what it is called here."""
HELP = {
    "corpus": f"""A name opens a corpus from everywhere: readroom --corpus NAME. The names are kept
in {CONFIG}, which may as well be edited by hand; the first of them is opened where there is no
folder seeds/.

in JSON, one a line  {{"name","path","registry","there"}}""",
    "add": """Copies texts (.txt, .md) into the folder of the corpus, which never replaces one, and
writes what is given of each into NAME.meta.yaml beside it. What FILE itself or its own .meta.yaml
says is taken along. On a terminal it asks for title, author, source and date where they are not
known: Enter leaves one out, ; stands between authors.

in JSON, one a line  {"doc","missing":[]}""",
}
ACTIONS = {
    "list": "the corpora that have a name; what is done without an ACTION",
    "add": "give a folder a name; --registry FILE gives it that registry",
    "remove": "forget a name; the folder stays",
}


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of one of these commands."""
    parser.epilog = HELP[name]
    if name == "corpus":
        _corpus_arguments(parser)
        return
    parser.add_argument("files", metavar="FILE", nargs="+")
    parser.add_argument("--title")
    parser.add_argument("--author", action="append", help="may be given again")
    parser.add_argument("--source", help="the publication")
    parser.add_argument("--date", help="of publication: 2025, 2025-07 or 2025-07-09")
    parser.add_argument("--url")
    parser.add_argument("--lang", action="append", help="a code like en; may be given again")
    parser.add_argument("--status", choices=get_args(Status))


def _corpus_arguments(parser: argparse.ArgumentParser) -> None:
    subs = actions_of(parser, ACTIONS, "list")
    for action in ("add", "remove"):
        subs[action].add_argument("name", metavar="NAME")
    subs["add"].add_argument("folder", metavar="DIR")


def run(args: argparse.Namespace) -> int:
    """Answer one of these commands."""
    if args.command == "add":
        return _add(args)
    return {"list": _list, "add": _name, "remove": _forget}[args.action](args)


def _places(args: argparse.Namespace) -> Places:
    return Places.of(os.environ, wish_of(args).root)


def _list(args: argparse.Namespace) -> int:
    form = output.form_of(args, "text", "json", "jsonl", "csv", "tsv")
    named = named_corpora(_places(args))
    if form == "text":
        width = max((len(corpus.name) for corpus in named), default=0)
        output.put_lines(_line(corpus, width) for corpus in named)
    else:
        output.put_rows(map(_row, named), form, NAMED)
    if not named:
        raise NotFound("no corpus has a name")
    return 0


def _line(corpus: NamedCorpus, width: int) -> str:
    said = f"{corpus.name:<{width}}  {_from_here(corpus.path)}"
    if corpus.registry:
        said += f"  with {_from_here(corpus.registry)}"
    return said if corpus.path.is_dir() else f"{said}  (not there)"


def _from_here(path: Path) -> str:
    """A path below this folder from here on, any other in full."""
    here = Path.cwd()
    below = path != here and path.is_relative_to(here)
    return f"./{path.relative_to(here)}" if below else str(path)


def _row(corpus: NamedCorpus) -> dict[str, object]:
    return {
        "name": corpus.name,
        "path": str(corpus.path),
        "registry": str(corpus.registry) if corpus.registry else None,
        "there": corpus.path.is_dir(),
    }


def _name(args: argparse.Namespace) -> int:
    output.form_of(args, "text")
    folder, registry = Path(args.folder).absolute(), vars(args).get("registry")
    if not folder.is_dir():
        raise Unusable(f"{args.folder} is not a folder")
    if registry and not Path(registry).is_file():
        raise Unusable(f"the registry {registry} is not a file")
    name_corpus(_places(args), args.name, folder, Path(registry).absolute() if registry else None)
    output.say(f"{args.name} is {_from_here(folder)}: readroom --corpus {args.name} opens it")
    return 0


def _forget(args: argparse.Namespace) -> int:
    output.form_of(args, "text")
    forget_corpus(_places(args), args.name)
    output.say(f"{args.name} is no longer the name of a corpus; its folder is as it was")
    return 0


def _add(args: argparse.Namespace) -> int:
    form = output.form_of(args, "text", "json", "jsonl", "csv", "tsv")
    given = _given(args)
    if len(args.files) > 1 and "title" in given:
        raise UsageError("--title is for one file")
    folder = choose(wish_of(args), _places(args), os.environ).corpus
    texts = [text(Path(file)).known(given) for file in args.files]
    if sys.stdin.isatty() and sys.stderr.isatty():
        texts = [_asked(one, sys.stdin.readline) for one in texts]
    take_in(folder, *texts)
    if form == "text":
        output.put_lines(one.id for one in texts)
    else:
        rows = ({"doc": one.id, "missing": one.lacks(*FACTS)} for one in texts)
        output.put_rows(rows, form, ADDED)
    for one in texts:
        lacking = [f"no {FACTS[name]}" for name in one.lacks("authors", "date")]
        if lacking:
            output.say(f"readroom: {one.id} has {' and '.join(lacking)}: cite will ask for --nd")
    return 0


def _given(args: argparse.Namespace) -> dict[str, Value]:
    """The facts that the options state."""
    facts: dict[str, Value] = {
        "title": args.title,
        "authors": tuple(args.author or ()),
        "source": args.source,
        "date": args.date,
        "url": args.url,
        "languages": tuple(args.lang or ()),
        "status": args.status,
    }
    return {name: fact for name, fact in facts.items() if fact}


def _asked(one: Text, answer: Callable[[], str]) -> Text:
    """The same text with what a person at the terminal knows of it."""
    for name in one.lacks(*FACTS):
        while True:
            sys.stderr.write(f"{one.id}: {FACTS[name]}? ")
            sys.stderr.flush()
            said = " ".join(answer().split())
            try:
                one = one.known(_fact(name, said) if said else {})
            except UsageError as error:
                output.complain(error)
            else:
                break
    return one


def _fact(name: str, said: str) -> dict[str, Value]:
    if name != "authors":
        return {name: said}
    return {name: tuple(author.strip() for author in said.split(";") if author.strip())}
