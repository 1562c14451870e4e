"""All names of all texts, gathered by what their spellings share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from tui.gaps.cues import guess, votes
from tui.gaps.folding import Key, key, stem
from tui.gaps.names import Written, names
from tui.model import Mention, Passage, Span, Zone
from tui.prose import paragraphs, sentences

PASSAGES = 5
"""Places kept of a name, at most two of one text."""
_SKIPPED = frozenset({"boilerplate", "related", "title-duplicate"})
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = re.compile(r"(?<!\w)[a-zа-яßà-öø-ÿёіїєґ][^\W\d_]*")


class Text(NamedTuple):
    """A text as the catalog has it; the mentions stand in reading order."""

    doc: str
    text: str
    zones: Sequence[Zone]
    mentions: Sequence[Mention]


@dataclass(slots=True)
class Seen:
    """A name as it has been seen so far: its spellings, the texts, what it seems to be, places."""

    spellings: Counter[str] = field(default_factory=Counter)
    docs: set[str] = field(default_factory=set)
    votes: Counter[str] = field(default_factory=Counter)
    passages: list[Passage] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How often it is written."""
        return self.spellings.total()

    @property
    def type(self) -> str | None:
        """What it may be, None if nothing tells."""
        return guess(self.spellings.most_common(1)[0][0], self.votes, self.count)

    def take(self, name: str, place: Passage, what: Sequence[str]) -> None:
        """One place more, and what it speaks for."""
        self.spellings[name] += 1
        self.docs.add(place.doc)
        if what:
            self.votes.update(what)
        if len(self.passages) < PASSAGES and sum(p.doc == place.doc for p in self.passages) < 2:
            self.passages.append(place)

    def join(self, other: Seen) -> None:
        """All places of another name."""
        self.spellings.update(other.spellings)
        self.docs |= other.docs
        self.votes.update(other.votes)
        self.passages = [*self.passages, *other.passages][:PASSAGES]

    def without_first_word(self) -> Seen | None:
        """The same places without the first word of the name; None if nothing is left of it."""
        cut = {name: name.partition(" ")[2] for name in self.spellings}
        if not all(rest[:1].isupper() for rest in cut.values()):
            return None
        length = min(len(name) - len(rest) for name, rest in cut.items())
        return replace(
            self,
            spellings=Counter({cut[name]: n for name, n in self.spellings.items()}),
            passages=[
                Passage(p.doc, Span(p.span.start + length, p.span.end)) for p in self.passages
            ],
        )


class Reading:
    """What has been read: the names by their keys, and how words are written otherwise."""

    def __init__(self, ignored: Iterable[str]) -> None:
        """`ignored` are names that are not looked at."""
        every = "|".join(re.escape(name) for name in sorted(ignored, key=len, reverse=True))
        self._ignored = re.compile(rf"(?<!\w)(?:{every})(?!\w)", re.IGNORECASE) if every else None
        self._clear: dict[Key, Seen] = {}
        self._first: dict[Key, Seen] = {}
        self._unclear: dict[Key, Seen] = {}
        self._small: Counter[str] = Counter()
        self._capital: Counter[str] = Counter()

    def read(self, text: Text) -> None:
        """One text more."""
        capital: set[str] = set()
        known = self._known(text)
        for sentence in _sentences(text):
            for written in names(text.text, sentence, known):
                self._take(text, written, capital)
        self._capital.update(capital)
        self._small.update({_stem(word) for word in _SMALL.findall(text.text)})

    def _known(self, text: Text) -> Sequence[Mention]:
        """The mentions of a text, and what is ignored in it."""
        if self._ignored is None:
            return text.mentions
        ignored = (
            Mention(None, Span(*match.span()), "name", match.group())
            for match in self._ignored.finditer(text.text)
        )
        return sorted((*text.mentions, *ignored), key=lambda mention: mention.span)

    def names(self) -> dict[Key, Seen]:
        """The names by their keys, those at the head of a sentence judged by all the others."""
        found = self._clear
        for own, seen in self._first.items():
            self._judge(own, seen)
        for own, seen in self._unclear.items():
            if own in found:
                found[own].join(seen)
        return found

    def _judge(self, own: Key, seen: Seen) -> None:
        """Take in a name from the heads of sentences, without its first word if that is none."""
        found, rest = self._clear, seen.without_first_word()
        tail = key(next(iter(rest.spellings))) if rest else ()
        first = _WORD.match(next(iter(seen.spellings)))
        if own not in found and first and self._is_opening(first[0], tail):
            if rest is None:
                return
            own, seen = tail, rest
        if own in found:
            found[own].join(seen)
        elif len(own) > 1:
            found[own] = seen

    def keyness(self, name: str) -> float:
        """How much the words of a name are names: the share of texts that give them a capital."""
        shares = [self._share(word) for word in _stems(name)]
        return sum(shares) / len(shares) if shares else 1.0

    def _share(self, word: str) -> float:
        capital, small = self._capital[word], self._small[word]
        return capital / (capital + small) if capital else float(not small)

    def _is_opening(self, word: str, tail: Key) -> bool:
        """Whether a word only opens a sentence: it is no name elsewhere, or what follows is one."""
        small, capital = self._small[_stem(word)], self._capital[_stem(word)]
        return small > capital or (not capital and tail in self._clear)

    def _take(self, text: Text, written: Written, capital: set[str]) -> None:
        name = " ".join(text.text[slice(*written.span)].split())
        own = key(name)
        if not own:
            return
        if not written.is_clear:
            seen = self._unclear
        elif written.is_first:
            seen = self._first
        else:
            seen = self._clear
            capital.update(_stems(name))
        place = Passage(text.doc, written.span)
        if own not in seen:
            seen[own] = Seen()
        seen[own].take(name, place, votes(written.before, written.after))


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    return stem(word.casefold())


@lru_cache(maxsize=1 << 16)
def _stems(name: str) -> tuple[str, ...]:
    return tuple(map(_stem, _WORD.findall(name)))


def _sentences(text: Text) -> Iterator[Span]:
    """The sentences of a text outside its boilerplate."""
    skipped = [zone.span for zone in text.zones if zone.kind in _SKIPPED]
    for paragraph in paragraphs(text.text):
        if not any(span.start <= paragraph.start < span.end for span in skipped):
            yield from sentences(text.text, paragraph)
