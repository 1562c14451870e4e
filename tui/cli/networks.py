"""`path`, `graph`: chains of evidence from one entity to another, and the network of them all."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence

from tui import network as drawing
from tui.catalog import chains, entities, networks
from tui.catalog.chains import Chain, Step
from tui.catalog.room import Room
from tui.citation import render
from tui.cli import output
from tui.cli.entrance import enter
from tui.cli.numbers import whole
from tui.counts import count
from tui.model import NotFound
from tui.visible import visible

MOST_NODES, MOST_STEPS = 300, 6
HELP = {
    "path": """\
The strongest short chains from one entity to another. A step is two entities
that a sentence names together; it comes with the sentence that says it most
plainly, and its source. Shorter chains come first, of equally long ones the one
whose weakest step has the most sentences. Whoever is named everywhere links
everybody: --without ENTITY leaves them out.

--format markdown gives numbered paragraphs with a footnote for each sentence,
which readroom verify proves; of a digest no words are in quotation marks.""",
    "graph": f"""\
The network of entities: of ENTITY and those most often beside it, else of those
that are named most often. An edge is as heavy as the sentences that name both;
a dashed one stands in the registry, and no sentence shows it.

  svg      a picture, by default; it needs networkx: pip install 'readroom[graph]'
  dot      for Graphviz
  graphml  for Gephi, yEd, Cytoscape, networkx

At most {networks.MOST} entities unless --most says otherwise.""",
}


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of one of these commands."""
    parser.epilog = HELP[name]
    if name == "path":
        parser.add_argument("first", metavar="FROM")
        parser.add_argument("last", metavar="TO")
        parser.add_argument("--without", action="append", default=[], metavar="ENTITY")
        parser.add_argument(
            "--most", type=whole(1), default=chains.MOST, metavar="N", help="chains"
        )
        parser.add_argument(
            "--steps",
            type=whole(1, MOST_STEPS),
            default=chains.LONGEST,
            metavar="N",
            help=f"of a chain, at most; up to {MOST_STEPS}",
        )
        return
    parser.add_argument("entities", metavar="ENTITY", nargs="*")
    parser.add_argument("--only", action="store_true", help="nobody else")
    parser.add_argument("--type", help="of the others only those of this type")
    parser.add_argument(
        "--most",
        type=whole(1, MOST_NODES),
        default=networks.MOST,
        metavar="N",
        help=f"entities, up to {MOST_NODES}",
    )
    parser.add_argument(
        "--least", type=whole(), default=1, metavar="N", help="sentences of an edge"
    )


def run(args: argparse.Namespace) -> int:
    """Answer one of these commands."""
    return _path(args) if args.command == "path" else _graph(args)


def _path(args: argparse.Namespace) -> int:
    form = output.form_of(args, "text", "json", "jsonl", "markdown")
    room = enter(args)
    first, last = (entities.resolve(room, name) for name in (args.first, args.last))
    without = [entities.resolve(room, name).id for name in args.without]
    found = chains.chains(room, first, last, most=args.most, longest=args.steps, without=without)
    if form == "text":
        output.put_lines(_text(room, found))
    elif form == "markdown":
        sys.stdout.write("\n".join(map(_kept, _markdown(room, found))))
    else:
        output.put_json(
            {
                "schema": 1,
                "from": first.id,
                "to": last.id,
                "chains": [_object(room, chain) for chain in found],
            }
        )
    if not found:
        raise NotFound(
            "nothing found", f"no chain of at most {count(args.steps, 'step')} leads there"
        )
    return 0


def _kept(paragraph: str) -> str:
    return visible(paragraph, keep="\n")


def _name(room: Room, id: str) -> str:
    entity = room.registry.entities.get(id)
    return entity.name if entity else id


def _text(room: Room, found: Sequence[Chain]) -> Iterator[str]:
    for number, chain in enumerate(found, 1):
        names = " – ".join(_name(room, id) for id in chain.entities)
        yield f"{number}. {names}"
        for step in chain.steps:
            shared = count(step.sentences, "sentence")
            yield f"   @{step.first} @{step.second}  {shared}"
            if step.evidence is not None:
                said = " ".join(step.evidence.text.split())
                yield f"      {step.evidence.doc}:{step.evidence.line}: {said}"


def _markdown(room: Room, found: Sequence[Chain]) -> Iterator[str]:
    """A paragraph a step under each chain's heading; each sentence has one footnote, at the end."""
    notes: dict[str, None] = {}
    for number, chain in enumerate(found, 1):
        names = " – ".join(_name(room, id) for id in chain.entities)
        yield f"## {number}. {names}\n"
        for at, step in enumerate(chain.steps, 1):
            said, note = _cited(room, step)
            notes.update(dict.fromkeys(filter(None, [note])))
            pair = f"**{_name(room, step.first)}** and **{_name(room, step.second)}**"
            yield f"{at}. {pair}, {count(step.sentences, 'sentence')}: {said}\n"
    yield from (f"{note}\n" for note in notes)


def _cited(room: Room, step: Step) -> tuple[str, str]:
    """The sentence of a step with its mark, and the footnote."""
    citation = chains.cited(room, step)
    if citation is None:
        return "", ""
    said, _, note = render(citation, "markdown").rpartition("\n\n")
    return said, note


def _object(room: Room, chain: Chain) -> dict[str, object]:
    return {
        "entities": list(chain.entities),
        "weakest": chain.weakest,
        "steps": [
            {
                "from": step.first,
                "to": step.second,
                "sentences": step.sentences,
                "log_likelihood": step.log_likelihood,
                "note": step.note,
                "doc": step.evidence.doc if step.evidence else None,
                "start": step.evidence.span.start if step.evidence else None,
                "end": step.evidence.span.end if step.evidence else None,
                "line": step.evidence.line if step.evidence else None,
                "text": step.evidence.text if step.evidence else None,
                "citation": render(citation, "plain", quoted=False)
                if (citation := chains.cited(room, step))
                else None,
            }
            for step in chain.steps
        ],
    }


def _graph(args: argparse.Namespace) -> int:
    form = output.form_of(args, "svg", "dot", "graphml")
    room = enter(args)
    found = networks.network(
        room,
        [entities.resolve(room, name) for name in args.entities],
        most=args.most,
        least=args.least,
        kind=args.type,
        only=args.only,
    )
    if not found.nodes:
        raise NotFound("nothing found")
    draw = {"svg": drawing.svg, "dot": drawing.dot, "graphml": drawing.graphml}[form]
    sys.stdout.write(visible(draw(found), keep="\n"))
    return 0
