"""A text whose every word is known by a number, so that after any revision it can be told whether
a passage still stands, where, and whether what reads like it is the passage or a look-alike."""

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from tui.citation import Standing, cite, cited, render, stand
from tui.model import STYLES, Document, Facts, Span

FACTS = Facts(title="Talks in two cities", authors=("Ada Sample",), date="2024-05-06")


class Word(NamedTuple):
    """A word by the number it was born with; a copy keeps it."""

    number: int
    text: str


class Passage(NamedTuple):
    """Words of a paragraph, and where they stood when they were cited."""

    words: tuple[Word, ...]
    paragraph: int
    span: Span
    is_alone: bool


@dataclass(frozen=True)
class Paragraph:
    """Words; the number is that of all its copies."""

    number: int
    words: tuple[Word, ...]

    def __str__(self) -> str:
        return _text(self.words)

    def places(self, words: tuple[Word, ...], start: int) -> Iterator[Span]:
        """Where some words can be read, of which one is still itself; this begins at `start`."""
        text, wanted = str(self), _text(words)
        ends = list(accumulate(len(word.text) + 1 for word in self.words))
        begins = [0, *ends]
        kept = [begin for begin, word in zip(begins, self.words, strict=False) if word in words]
        for match in re.finditer(rf"(?<!\w)(?={re.escape(wanted)}(?!\w))", text):
            at = match.start()
            if any(at <= begin < at + len(wanted) for begin in kept):
                yield Span(start + at, start + at + len(wanted))


class Manuscript:
    """A text under revision, one paragraph a line."""

    def __init__(self, text: str, chance: random.Random) -> None:
        self._chance = chance
        self._numbers = iter(range(1 << 30))
        self._vocabulary = text.split()
        self.paragraphs = [
            Paragraph(number, tuple(Word(next(self._numbers), word) for word in line.split()))
            for number, line in enumerate(filter(str.strip, text.splitlines()))
        ]

    @property
    def document(self) -> Document:
        """The text as it is now."""
        text = "\n\n".join(map(str, self.paragraphs)) + "\n"
        return Document("talks.txt", text, FACTS, (), sha256(text.encode()).hexdigest())

    def passage(self) -> Passage:
        """Some words of a paragraph: three, a sentence's worth, or all."""
        paragraph, start = self._chance.choice([p for p in self._placed() if len(p[0].words) > 2])
        count = len(paragraph.words)
        length = min(count, self._chance.choice([3, 8, 15, 25, count]))
        first = self._chance.randrange(count - length + 1)
        words = paragraph.words[first : first + length]
        begin = start + len(_text(paragraph.words[:first])) + bool(first)
        span = Span(begin, begin + len(_text(words)))
        is_alone = self.document.text.count(_text(words)) == 1
        return Passage(words, paragraph.number, span, is_alone)

    def revise(self) -> None:
        """Edit, delete, duplicate or move a paragraph."""
        at = self._chance.randrange(len(self.paragraphs))
        anywhere = self._chance.randrange(len(self.paragraphs))
        one = self.paragraphs[at]
        match self._chance.choice(["edit", "delete", "duplicate", "move"]):
            case "edit":
                self.paragraphs[at] = replace(one, words=self._edited(one.words))
            case "duplicate":
                self.paragraphs.insert(anywhere, one)
            case "move":
                self.paragraphs.insert(anywhere, self.paragraphs.pop(at))
            case "delete" if len(self.paragraphs) > 1:
                del self.paragraphs[at]

    def _edited(self, words: tuple[Word, ...]) -> tuple[Word, ...]:
        """One to four words replaced, put in, taken out, or written otherwise."""
        edited = list(words)
        for _ in range(self._chance.randint(1, 4)):
            at = self._chance.randrange(len(edited))
            old = edited[at]
            fate = self._chance.choice(["replace", "insert", "delete", "sign", "case"])
            text = {"sign": old.text[:-1] + "?", "case": old.text.swapcase()}.get(fate)
            text = text or self._chance.choice(self._vocabulary)
            new = old if text == old.text else Word(next(self._numbers), text)
            is_out = fate == "delete" and len(edited) > 1
            edited[at : at + (fate != "insert")] = [] if is_out else [new]
        return tuple(edited)

    def judge(self, passage: Passage, standing: Standing) -> str:
        """What to think of where a passage is said to stand.

        "found" or "missed" of one that was merely moved or not even that, and had no double; "wrong
        …" of one glued to a look-alike, or called the same though it changed; else "as it may be".
        """
        intact = [
            place
            for paragraph, start in self._placed()
            for place in paragraph.places(passage.words, start)
        ]
        kin = [p for p in self._placed() if p[0].number == passage.paragraph]
        said = [standing.span] if standing.span else []
        if standing.state in ("same", "moved") and not (said or (standing.others and intact)):
            return f"wrong: {standing.state}, stands at {intact}"
        if standing.state in ("same", "moved") and not set(said) <= set(intact):
            return f"wrong: {standing.state} at {said}, stands at {intact}"
        if standing.state == "same" and standing.span != passage.span:
            return f"wrong: same at {standing.span}, was at {passage.span}"
        if standing.state == "changed" and not all(
            any(start < place.end and place.start < start + len(str(one)) for one, start in kin)
            for place in said
        ):
            return f"wrong: changed at {said}, a look-alike"
        if passage.is_alone and len(intact) == len(kin) == 1:
            return "found" if standing.span == intact[0] else "missed"
        return "as it may be"

    def _placed(self) -> Iterator[tuple[Paragraph, int]]:
        """Each paragraph, and where it begins."""
        start = 0
        for paragraph in self.paragraphs:
            yield paragraph, start
            start += len(str(paragraph)) + 2


def _text(words: tuple[Word, ...]) -> str:
    return " ".join(word.text for word in words)


def trial(seed: int, files: Sequence[Path], number: int = 200) -> Counter[str]:
    """What to think of so many citations after as many revisions of the texts that they cite."""
    chance = random.Random(seed)
    texts = [Manuscript(path.read_text(encoding="utf-8"), chance) for path in files]
    sizes = [len(text.paragraphs) for text in texts]
    chosen = [(text, text.passage()) for text in chance.choices(texts, sizes, k=number)]
    made = [cite(text.document, passage.span) for text, passage in chosen]
    draft = "\n\n".join(render(citation, chance.choice(STYLES)) for citation in made)
    traces = [one.trace for one in cited(draft)]
    assert traces == [citation.trace for citation in made]
    for text in chance.choices(texts, sizes, k=number):
        text.revise()
    verdicts: Counter[str] = Counter()
    for (text, passage), trace in zip(chosen, traces, strict=True):
        now = text.document
        standing = stand(trace, now.text, now.sha256)
        verdicts[text.judge(passage, standing)] += 1
        verdicts[standing.state] += 1
    return verdicts
