"""Where a text names an entity: a trie of folded words, the longest name wins.

Names never overlap: of two that do, the longer counts, of two equally long the earlier. An alias
that several entities share stays ambiguous unless one of them is written just so (against capitals
or `case: fold`), or is tied to these surroundings (against one that counts anywhere), or is a full
name of two words and more (against an alias). A weak alias counts where the same text names its
entity by its name or by an alias of kind `alias`. Entities of scope `concept` are found apart, so
that they never hide a name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import compress
from typing import Any, NamedTuple, get_args

from tui.model import Alias, AliasKind, Entity, Mention, Span
from tui.registry import Registry
from tui.registry.russian import forms
from tui.registry.spelling import Spelling
from tui.words import PARAGRAPH, Words

_KINDS: tuple[AliasKind, ...] = get_args(AliasKind)
_STRONG = ("name", "alias")
_HERE = ""
"""The key of the spellings that end at a node of a trie; no word is empty."""
_MOST_JUDGED = 64
"""Ways to write a word that are remembered; no honest text has as many."""

Decide = Callable[[str, Span], str | None]
"""The entity that somebody chose for a span of a document."""


class _Candidate(NamedTuple):
    """A spelling that stands somewhere, and how closely."""

    spelling: Spelling
    closeness: int


_Candidates = dict[Span, list[_Candidate]]


class Finder:
    """Finds the entities of a registry in texts."""

    def __init__(self, registry: Registry, decisions: Decide | None = None) -> None:
        self._decisions = decisions
        self._order = {id_: at for at, id_ in enumerate(registry.entities)}
        entities = registry.entities.values()
        self._named = _Trie(entity for entity in entities if entity.scope != "concept")
        self._concepts = _Trie(entity for entity in entities if entity.scope == "concept")

    def find(self, text: str, words: Words, doc: str) -> list[Mention]:
        """The mentions in `text` in reading order, concepts left out; `words` are its words."""
        return self._find(self._named, text, words, doc)

    def concepts(self, text: str, words: Words, doc: str) -> list[Mention]:
        """The mentions of concepts in reading order; they may overlap those of `find`."""
        return self._find(self._concepts, text, words, doc)

    def written(self, text: str, words: Words, doc: str) -> Iterator[tuple[str, Alias, Span]]:
        """Every alias that stands in `text`, also inside a longer name; with its entity's id."""
        for trie in (self._named, self._concepts):
            for span, candidates in trie.candidates(text, words, doc).items():
                for spelling, _ in candidates:
                    yield spelling.entity, spelling.alias, span

    def _find(self, trie: _Trie, text: str, words: Words, doc: str) -> list[Mention]:
        found = trie.candidates(text, words, doc)
        if not trie.has_weak:
            return self._settle(doc, found)
        mentions = self._settle(doc, _counting(found, set()))
        named = {m.entity for m in mentions if m.entity and m.kind in _STRONG}
        return self._settle(doc, _counting(found, named))

    def _settle(self, doc: str, found: _Candidates) -> list[Mention]:
        """The mention at each of the longest spans, of one entity or ambiguous."""
        return [self._mention(doc, span, found[span]) for span in _longest(found)]

    def _mention(self, doc: str, span: Span, candidates: list[_Candidate]) -> Mention:
        if len(candidates) == 1:
            only = candidates[0].spelling
            return Mention(only.entity, span, only.alias.kind, only.alias.text)
        chosen = self._decisions(doc, span) if self._decisions else None
        best = [c for c in candidates if c.spelling.entity == chosen] or _closest(candidates)
        ids = {spelling.entity for spelling, _ in best}
        alias = min((s.alias for s, _ in best), key=lambda alias: _KINDS.index(alias.kind))
        if len(ids) == 1:
            return Mention(ids.pop(), span, alias.kind, alias.text)
        in_order = sorted(ids, key=self._order.__getitem__)
        return Mention(None, span, "ambiguous", alias.text, tuple(in_order))


def surfaces(entity: Entity) -> frozenset[tuple[str, ...]]:
    """The runs of terms, words or a designator, one of which stands wherever it may be named."""
    spellings = list(_spellings(entity))
    whole = {(spelling.designator,) for spelling in spellings if spelling.designator}
    return frozenset(spelling.terms for spelling in spellings) | whole


def name_terms(
    mentions: Iterable[Mention], words: Words, registry: Registry
) -> Iterator[tuple[str, int, int]]:
    """What the index keeps of mentions: terms, each with the first and last word it stands at.

    `id`, `id!` where the entity is named by name or alias, `:type`; `?id` of each candidate.
    """
    for mention in mentions:
        first = bisect_left(words.starts, mention.span.start)
        while words.terms[first] == PARAGRAPH:
            first += 1
        last = bisect_left(words.starts, mention.span.end, first) - 1
        if mention.entity is None:
            yield from ((f"?{candidate}", first, last) for candidate in mention.candidates)
            continue
        yield mention.entity, first, last
        if mention.kind in _STRONG:
            yield f"{mention.entity}!", first, last
        yield f":{registry.entities[mention.entity].type}", first, last


def _spellings(entity: Entity) -> Iterator[Spelling]:
    for alias in entity.aliases:
        written = {alias.text}
        if alias.lang == "ru":
            written |= forms(alias.text, is_person=entity.type == "person")
        for surface in sorted(written):
            spelling = Spelling(entity.id, alias, surface)
            if spelling.can_count:
                yield spelling
        if _is_acronym(alias.text):
            yield Spelling(entity.id, alias, alias.text, is_plural=True)


def _is_acronym(text: str) -> bool:
    """Whether a name takes a plural s: SAM, MiG, ICBM."""
    return len(text) > 2 and text.isascii() and text.isalpha() and text[-1].isupper()


class _Spellings:
    """The spellings of the same words; how a single word is written is judged but once."""

    def __init__(self) -> None:
        self._all: list[Spelling] = []
        self._judged: dict[str, list[_Candidate]] = {}

    def add(self, spelling: Spelling) -> None:
        """One spelling more."""
        self._all.append(spelling)

    def like(self, text: str, words: Words, first: int, last: int, end: int) -> list[_Candidate]:
        """Those that the words `first` to `last`, which end at `end`, are written like."""
        if first != last:
            return self._judge(text, words, first, last, end)
        written = text[words.starts[first] : end]
        known = self._judged.get(written)
        if known is None:
            known = self._judge(text, words, first, last, end)
            if len(self._judged) < _MOST_JUDGED:
                self._judged[written] = known
        return known

    def _judge(self, text: str, words: Words, first: int, last: int, end: int) -> list[_Candidate]:
        judged = ((s, s.closeness(text, words, first, last, end)) for s in self._all)
        return [_Candidate(s, closeness) for s, closeness in judged if closeness is not None]


class _Trie:
    """Spellings by their words."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._root: dict[str, Any] = {}
        self._designators: defaultdict[str, _Spellings] = defaultdict(_Spellings)
        self.has_weak = False
        for entity in entities:
            for spelling in _spellings(entity):
                node = self._root
                for term in spelling.terms:
                    node = node.setdefault(term, {})
                node.setdefault(_HERE, _Spellings()).add(spelling)
                self.has_weak |= spelling.is_weak
                if spelling.designator:
                    self._designators[spelling.designator].add(spelling)

    def candidates(self, text: str, words: Words, doc: str) -> _Candidates:
        """The spellings that stand in a text, by their spans in the order of the first word."""
        found: _Candidates = {}
        for spellings, first, last, end in self._places(words):
            for candidate in spellings.like(text, words, first, last, end):
                spelling = candidate.spelling
                span = spelling.span_in(text, words.starts[first], end)
                if span and (
                    spelling.counts_anywhere
                    or (spelling.counts_in(doc) and spelling.is_welcome(words, first, last))
                ):
                    found.setdefault(span, []).append(candidate)
        return found

    def _places(self, words: Words) -> Iterator[tuple[_Spellings, int, int, int]]:
        """Spellings whose words stand in a text: the first and the last, and where they end."""
        terms, ends, root = [*words.terms, PARAGRAPH], words.ends, self._root
        for first in compress(range(len(terms)), map(root.__contains__, terms)):
            node, at = root[terms[first]], first
            while node is not None:
                if _HERE in node:
                    yield node[_HERE], first, at, ends[at]
                at += 1
                node = node.get(terms[at])
        for form in words.forms:
            if form.term in self._designators and form.end < ends[form.last]:  # S-400s
                yield self._designators[form.term], form.first, form.last, form.end


def _counting(found: _Candidates, named: set[str]) -> _Candidates:
    """The candidates without the weak ones of entities that are not named."""
    kept = {
        span: [c for c in candidates if not c.spelling.is_weak or c.spelling.entity in named]
        for span, candidates in found.items()
    }
    return {span: candidates for span, candidates in kept.items() if candidates}


def _closest(candidates: list[_Candidate]) -> list[_Candidate]:
    """The candidates that no rule puts behind another."""
    best = min((c.closeness, not c.spelling.is_tied) for c in candidates)
    closest = [c for c in candidates if (c.closeness, not c.spelling.is_tied) == best]
    own = [c for c in closest if c.spelling.is_full_name]
    rivals = {c.spelling.alias.kind for c in closest}
    return own if own and rivals <= {"name", "alias", "weak"} else closest


def _longest(spans: Iterable[Span]) -> list[Span]:
    """Of spans that overlap the longest, of equally long ones the earliest; in reading order."""
    chosen: list[Span] = []
    cluster: list[Span] = []
    end = 0
    for span in sorted(spans):
        if span.start >= end:
            chosen += _outlast(cluster)
            cluster = []
        cluster.append(span)
        end = max(end, span.end)
    return chosen + _outlast(cluster)


def _outlast(cluster: list[Span]) -> list[Span]:
    if len(cluster) < 2:
        return cluster
    kept: list[Span] = []
    for span in sorted(cluster, key=lambda span: (span.start - span.end, span.start)):
        at = bisect_left(kept, span)
        if (at == 0 or kept[at - 1].end <= span.start) and (
            at == len(kept) or span.end <= kept[at].start
        ):
            kept.insert(at, span)
    return kept
