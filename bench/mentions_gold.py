"""Mentions against a gold set: python bench/mentions_gold.py SET [--half test] [--registry FILE]

SET holds docs/*.txt, split.tsv (document, half) and gold.jsonl: a line a mention with doc, start,
end (code points), entity_id, named and nested. Counted are named, linked, outermost mentions.

R_span    of the counted mentions, how many are found with the same span, ambiguous ones included
P_exact   of ours that name one entity, how many have the span and the entity of a counted mention;
          one that lies within a mention that is not counted is neither right nor wrong
R_exact   of the counted mentions, how many are found with span and entity
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tui.mentions import Finder
from tui.model import Mention, Span
from tui.registry import load
from tui.words import words


class Mark(NamedTuple):
    """A mention of the gold set; one that is not counted has no entity."""

    span: Span
    entity: str | None


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("set", type=Path)
    parser.add_argument("--half", choices=("test", "train", "all"), default="all")
    parser.add_argument("--registry", default="registry_oracle.yaml", metavar="FILE")
    parser.add_argument(
        "--wrong", action="store_true", help="list what is missed and what is wrong"
    )
    asked = parser.parse_args()

    texts = dict(_texts(asked.set, asked.half))
    gold = _gold(asked.set)
    began = time.perf_counter()
    registry = load(asked.set / asked.registry)
    loaded = time.perf_counter()
    finder = Finder(registry)
    built = time.perf_counter()
    split = {doc: words(text) for doc, text in texts.items()}
    ready = time.perf_counter()
    ours = {doc: finder.find(text, split[doc], doc) for doc, text in texts.items()}
    done = time.perf_counter()

    size = sum(len(text.encode()) for text in texts.values()) / 1e6
    print(f"{asked.set.name}, {asked.half}: {len(texts)} documents, {size:.1f} MB")
    print(f"{len(registry.entities)} entities read in {loaded - began:.3f} s", end=", ")
    print(f"finder made in {built - loaded:.3f} s", end=", ")
    print(f"words {size / (ready - built):.1f} MB/s, mentions {size / (done - ready):.1f} MB/s")
    print(_score(gold, ours))
    if asked.wrong:
        for doc, text in texts.items():
            _list_wrong(doc, text, gold[doc], ours[doc])


def _texts(folder: Path, half: str) -> Iterator[tuple[str, str]]:
    for line in (folder / "split.tsv").read_text("utf-8").splitlines():
        doc, its_half = line.split("\t")
        if half in ("all", its_half):
            yield doc, (folder / "docs" / doc).read_bytes().decode()


def _gold(folder: Path) -> dict[str, list[Mark]]:
    gold = defaultdict(list)
    with open(folder / "gold.jsonl", encoding="utf-8") as lines:
        for mark in map(json.loads, lines):
            counts = mark.get("named", True) and not mark.get("nested") and not mark.get("optional")
            span = Span(mark["start"], mark["end"])
            gold[mark["doc"]].append(Mark(span, mark["entity_id"] if counts else None))
    return gold


def _score(gold: dict[str, list[Mark]], ours: dict[str, list[Mention]]) -> str:
    counted = spans = exact = wrong = ambiguous = 0
    for doc, mentions in ours.items():
        known = {mark.span: mark.entity for mark in gold[doc] if mark.entity}
        counted += sum(1 for mark in gold[doc] if mark.entity)
        for mention in mentions:
            ambiguous += mention.entity is None
            if mention.span in known:
                spans += 1
                exact += mention.entity == known[mention.span]
            if mention.entity and _is_wrong(mention, known, gold[doc]):
                wrong += 1
    found = sum(map(len, ours.values()))
    return (
        f"{counted} counted, {found} found, of these {ambiguous} ambiguous: "
        f"R_span {spans / counted:.1%}, P_exact {exact / (exact + wrong):.1%}, "
        f"R_exact {exact / counted:.1%}"
    )


def _is_wrong(mention: Mention, known: Mapping[Span, str], marks: list[Mark]) -> bool:
    if mention.span in known:
        return known[mention.span] != mention.entity
    start, end = mention.span
    return not any(mark.span.start <= start and end <= mark.span.end for mark in marks)


def _list_wrong(doc: str, text: str, marks: list[Mark], mentions: list[Mention]) -> None:
    known = {mark.span: mark.entity for mark in marks if mark.entity}
    ours = {mention.span: mention for mention in mentions}
    wrong = {m.span: m for m in mentions if m.entity and _is_wrong(m, known, marks)}
    for span in sorted(known.keys() - ours.keys()):
        print("missed", doc, _in_context(text, span), known[span], sep="\t")
    for span, mention in sorted(wrong.items()):
        print("wrong", doc, _in_context(text, span), known.get(span), mention.entity, sep="\t")


def _in_context(text: str, span: Span) -> str:
    left, right = text[max(0, span.start - 30) : span.start], text[span.end : span.end + 30]
    return " ".join(f"{left}[{text[span.start : span.end]}]{right}".split())


if __name__ == "__main__":
    main()
