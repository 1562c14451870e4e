"""How the names of a draft are registered, and what the texts have of those that are not."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.catalog.drafts.evidence import Evidence
from tui.catalog.drafts.verdict import Verdict
from tui.catalog.naming import LONGEST
from tui.catalog.searching import matched
from tui.drafts import Names
from tui.drafts.spelling import accents_off
from tui.gaps.names import Written, names
from tui.model import Mention, Span
from tui.prose import paragraphs, sentences
from tui.query.parse import Parsed
from tui.query.tree import Word
from tui.words import fold

_OPENING = """
    the a an in on at it its he she they we i you but and or however this that these those there
    here if as for under after before when while although though according from with so his her
    their our my what who whose why how no not yet since despite by to some many most all both one
    two three during among where whether then now nor every each another few several nobody"""
_OPENERS = frozenset(_OPENING.split())
_SMALL = re.compile(r"(?<!\w)(?:(?![A-ZА-ЯЁ])[^\W\d_])\w*")
_JOINT = re.compile(r"\s+(?:of(?: the)?|and|de|von)\s+$")
_NOWHERE = Span(0, 0)


def registered(evidence: Evidence, text: str, mentions: Sequence[Mention]) -> Iterator[Verdict]:
    """The registered names of a draft, each with its canonical spelling."""
    entities = evidence.room.registry.entities
    for mention in mentions:
        written = " ".join(text[slice(*mention.span)].split())
        if mention.entity is None:
            who = ", ".join(f"@{id_}" for id_ in mention.candidates)
            yield Verdict("name", "unjudged", mention.span, written, why=f"it may be {who}")
            continue
        entity = entities[mention.entity]
        alias = next((a for a in entity.aliases if a.text == mention.alias), entity.aliases[0])
        is_off = accents_off(written, alias)
        yield Verdict(
            "name",
            "differs" if is_off else "found",
            mention.span,
            written,
            alias.text if is_off else entity.name,
            entity=entity.id,
        )


def unregistered(evidence: Evidence, text: str, mentions: Sequence[Mention]) -> Iterator[Verdict]:
    """The names of a draft that are not registered: misspelt, part of one, or of nobody known."""
    strangers = _Strangers(evidence, text)
    for paragraph in paragraphs(text):
        for sentence in sentences(text, paragraph):
            for one in names(text, sentence, mentions):
                span = _without_known(text, one.span, mentions)
                if span is None:
                    continue
                name = " ".join(text[slice(*span)].split())
                verdict = strangers.verdict(name, one)
                if verdict is not None:
                    own = r"\s+".join(map(re.escape, verdict.text.split()))
                    found = re.compile(own).search(text, *span)
                    yield replace(verdict, span=Span(*found.span()) if found else span)


def _without_known(text: str, span: Span, mentions: Sequence[Mention]) -> Span | None:
    """A name without a registered one that it is only joined to; None if nothing is left of it."""
    first = bisect_right(mentions, span.start, key=lambda m: m.span.end)
    last = bisect_left(mentions, span.end, key=lambda m: m.span.start)
    rest, at = "", span.start
    for mention in mentions[first:last]:
        if span.start < mention.span.start and mention.span.end == span.end:
            joint = _JOINT.search(text, span.start, mention.span.start)
            if joint and joint.end() == mention.span.start:
                return Span(span.start, joint.start())
        rest += text[at : mention.span.start]
        at = mention.span.end
    rest += text[at : span.end]
    is_name = any(map(str.isupper, rest))  # not China 24 Su-35
    return span if is_name else None


class _Strangers:
    """What is known of the names in a draft that are no mentions."""

    def __init__(self, evidence: Evidence, text: str) -> None:
        registry = evidence.room.registry
        self._evidence = evidence
        self._known = Names(registry.entities.values())
        self._ignored = {fold(name) for name in registry.ignore}
        self._small = set(_SMALL.findall(text))
        self._judged: dict[str, Verdict] = {}

    def verdict(self, name: str, written: Written) -> Verdict | None:
        """What is known of a name; None if it may be none, since its capitals say nothing."""
        if len(name) > LONGEST or fold(name) in self._ignored:
            return None
        first, _, rest = name.partition(" ")
        is_opening = written.is_first and self._is_small(first)
        verdict = self._judge(name)
        if verdict.finding == "found" or (
            verdict.finding == "differs" and (rest or not is_opening)
        ):
            return verdict
        if is_opening:
            is_name = rest[:1].isupper()
            return self.verdict(rest, written._replace(is_first=False)) if is_name else None
        if written.is_first and not rest:
            return None
        if not written.is_clear and any(map(self._is_small, name.split())):
            return None  # a headline
        return verdict

    def _judge(self, name: str) -> Verdict:
        if name not in self._judged:
            self._judged[name] = self._verdict(name)
        return self._judged[name]

    def _verdict(self, name: str) -> Verdict:
        owner = self._known.holding(name)
        if owner:
            return Verdict("name", "found", _NOWHERE, name, owner.name, entity=owner.id)
        seen = self._seen(name)
        for part in () if seen else _parts(name):
            if like := self._known.like(part):
                spelling, entity = like
                return Verdict(
                    "name", "differs", _NOWHERE, part, spelling, entity=entity.id, seen=0
                )
        return Verdict("name", "unregistered" if seen else "missing", _NOWHERE, name, seen=seen)

    def _seen(self, name: str) -> int:
        """How often the texts have the words of a name."""
        span = Span(0, len(name))
        asked = Parsed(name, Word(span, name, exact=True), ())
        return sum(matched(self._evidence.room, asked).frequencies.values())

    def _is_small(self, word: str) -> bool:
        """Whether a word is written without a capital, here or in the texts."""
        term = fold(word)
        return term in _OPENERS or word.lower() in self._small or self._evidence.has_small(term)


def _parts(name: str) -> Iterator[str]:
    """A name, and if it may be several in a row its parts of two words and more, longer ones first.

    Congress Xi Jingping holds one that is misspelt.
    """
    words = name.split()
    yield name
    for size in range(len(words) - 1, 1, -1):
        for at in range(len(words) - size + 1):
            yield " ".join(words[at : at + size])
