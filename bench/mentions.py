"""Finding the names of a registry in texts, beside flashtext and pyahocorasick.

    python bench/mentions.py REGISTRY FOLDER [--mb 15] [--rounds 7]

All get the same spellings, with case, and hand back spans. The rounds are interleaved, and what is
counted is processor time, which a busy machine disturbs least. readroom is counted twice: from the
words on, as the index has a text's words anyway, and from the bare text on.

pyahocorasick finds every spelling anywhere; that only whole words count, and of those that overlap
the longest, is added here in Python. flashtext takes the first name that goes on longest; letters
beyond ASCII are made known to it, or it would find names inside words.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path
from statistics import median

import ahocorasick
from flashtext import KeywordProcessor

from tui.mentions import Finder
from tui.registry import Registry, load
from tui.words import words

Spans = list[tuple[int, int]]
OURS, FROM_TEXT, AHO, FLASH = "readroom, words given", "readroom", "pyahocorasick", "flashtext"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("registry", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--mb", type=float, default=15)
    parser.add_argument("--rounds", type=int, default=7)
    asked = parser.parse_args()
    registry, texts = load(asked.registry), sample(asked.folder, asked.mb * 1e6)
    size = sum(len(text.encode()) for text in texts) / 1e6
    find = contestants(registry, texts)
    found = {name: one() for name, one in find.items()}
    gc.freeze()
    took: dict[str, list[float]] = {name: [] for name in find}
    for _ in range(asked.rounds):
        for name, one in find.items():
            began = time.process_time()
            one()
            took[name].append(time.process_time() - began)
    print(f"{len(registry.entities):,} entities, {len(texts):,} texts, {size:.1f} MB,", end=" ")
    print(f"{asked.rounds} rounds\n\n| | MB/s | least | most | times flashtext | names found |")
    print("|---|--:|--:|--:|--:|--:|")
    for name, seconds in took.items():
        ratio = median(f / s for f, s in zip(took[FLASH], seconds, strict=True))
        speeds = [f"{size / s:.1f}" for s in (median(seconds), max(seconds), min(seconds))]
        names = sum(map(len, found[name]))
        print(f"| {name} | {' | '.join(speeds)} | {ratio:.2f} | {names:,} |")
    print("\n" + compared(texts, found[OURS], found[AHO]))


def sample(folder: Path, size: float) -> list[str]:
    """Texts from all over a folder, of about so many bytes."""
    files = sorted(folder.rglob("*.txt"))
    every = max(1, round(sum(file.stat().st_size for file in files) / size))
    return [file.read_bytes().decode("utf-8", "replace") for file in files[::every]]


def contestants(registry: Registry, texts: list[str]) -> dict[str, Callable[[], list[Spans]]]:
    """Each finds the spans of the names in all texts."""
    finder = Finder(registry)
    split = [(text, words(text)) for text in texts]
    spellings = {a.text: e.id for e in registry.entities.values() for a in e.aliases}
    flash = KeywordProcessor(case_sensitive=True)
    automaton = ahocorasick.Automaton()
    for spelling, id in spellings.items():
        flash.add_keyword(spelling, id)
        automaton.add_word(spelling, len(spelling))
    automaton.make_automaton()
    for char in filter(str.isalnum, set(chain.from_iterable(texts))):
        flash.add_non_word_boundary(char)
    return {
        OURS: lambda: [[m.span for m in finder.find(text, its, "")] for text, its in split],
        FROM_TEXT: lambda: [[m.span for m in finder.find(t, words(t), "")] for t in texts],
        AHO: lambda: [
            longest(
                (end + 1 - length, end + 1)
                for end, length in automaton.iter(text)
                if is_whole(text, end + 1 - length, end + 1)
            )
            for text in texts
        ],
        FLASH: lambda: [
            [(start, end) for _, start, end in flash.extract_keywords(text, span_info=True)]
            for text in texts
        ],
    }


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether no letter and no digit goes on from a span."""
    return not (text[max(0, start - 1) : start].isalnum() or text[end : end + 1].isalnum())


def longest(spans: Iterable[tuple[int, int]]) -> Spans:
    """Of spans that overlap the longest, of equally long ones the first; in reading order."""
    kept: Spans = []
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if all(end <= other[0] or other[1] <= start for other in kept):
            kept.append((start, end))
    return sorted(kept)


def compared(texts: list[str], ours: list[Spans], theirs: list[Spans]) -> str:
    """How far readroom and pyahocorasick agree, and what the difference is made of."""
    both = otherwise = beside = inside = other = 0
    for text, one, another in zip(texts, ours, theirs, strict=True):
        both += len({*one} & {*another})
        for span in {*one} - {*another}:
            beside += not is_whole(text, *span)
            otherwise += is_whole(text, *span)
        for start, end in {*another} - {*one}:
            is_inside = any(first < end and start < last for first, last in one)
            inside += is_inside
            other += not is_inside
    return (
        f"readroom and pyahocorasick agree on {both:,} spans.\n"
        f"readroom alone: {otherwise:,} written otherwise than in the registry (line ends,\n"
        f"dashes, capitals), {beside:,} with a letter beside them (a plural s, Chinese).\n"
        f"pyahocorasick alone: {inside:,} inside a longer name that readroom found,\n"
        f"{other:,} inside a word (O'Sullivan)."
    )


if __name__ == "__main__":
    main()
