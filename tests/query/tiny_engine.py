"""An index of a few texts in plain dicts: the smallest thing that the query language can ask."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from tui.mentions import Finder, name_terms
from tui.model import Alias, Document, Entity, Facts, Span, Zone
from tui.query.engine import Extent, Fact, Field, Record, values
from tui.query.expand import Known, expand
from tui.query.lighting import light
from tui.query.matching import Matches, match
from tui.query.parse import parse
from tui.query.plain import Plain
from tui.registry import Registry
from tui.words import PARAGRAPH, Words, words


def entity(id: str, name: str, type: str, *aliases: Alias | str) -> Entity:
    """An entity with a name and aliases."""
    others = tuple(Alias(a) if isinstance(a, str) else a for a in aliases)
    return Entity(id, name, type, (Alias(name, "name"), *others))


PEOPLE = Registry.of(
    [
        entity("xi", "Xi Jinping", "person", "Xi"),
        entity("putin", "Vladimir Putin", "person", "Putin"),
        entity("china", "China", "place", Alias("Chinese", "demonym"), Alias("Beijing", "metonym")),
        entity("carnegie", "Carnegie Moscow Center", "organisation"),
        entity("moscow", "Moscow", "place"),
        entity("s-400", "S-400", "equipment"),
        entity("wei-1", "General Wei", "person", "Wei"),
        entity("wei-2", "Minister Wei", "person", "Wei"),
    ]
)


def document(text: str, id: str = "a.txt", zones: Iterable[Zone] = (), **facts: object) -> Document:
    """A text that is all body unless its zones are told."""
    whole = Zone("body", Span(0, len(text)))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(id, text, Facts(**facts), tuple(zones) or (whole,), digest)  # type: ignore[arg-type]


def names_of(doc: Document, found: Words, registry: Registry) -> list[tuple[str, int, int]]:
    """The terms of the names field of a text, with their extents."""
    mentions = Finder(registry).find(doc.text, found, doc.id)
    out = list(name_terms(mentions, found, registry))
    marks = [i for i, term in enumerate(found.terms) if term == PARAGRAPH]
    ends = [*(mark - 1 for mark in marks[1:]), len(found) - 1]
    out += [(PARAGRAPH, first, last) for first, last in zip(marks, ends, strict=True)]
    for kind, span in doc.zones:
        inside = [i for i, start in enumerate(found.starts) if span.start <= start < span.end]
        if any(found.terms[i] != PARAGRAPH for i in inside):
            out.append((f"#{kind}", inside[0], inside[-1]))
    return out


class Tiny:
    """An `Engine` over texts, each read once."""

    def __init__(self, *documents: Document | str, registry: Registry = PEOPLE) -> None:
        self.registry = registry
        self.texts = [
            document(doc, f"{i}.txt") if isinstance(doc, str) else doc
            for i, doc in enumerate(documents)
        ]
        self.words = [words(doc.text) for doc in self.texts]
        self.records: list[Record] = []
        self.plain: list[Plain] = []
        for doc, found in zip(self.texts, self.words, strict=True):
            length = sum(term != PARAGRAPH for term in found.terms)
            record = Record(doc.id, doc.facts, doc.sha256, len(doc.text), length, doc.zones)
            self.records.append(record)
            self.plain.append(Plain(doc.text, found, names_of(doc, found, registry), record))

    def everything(self) -> AbstractSet[int]:
        return frozenset(range(len(self.texts)))

    def documents(self, field: Field, terms: Sequence[str]) -> AbstractSet[int]:
        return {i for i, plain in enumerate(self.plain) if plain.extents(field, terms)}

    def weights(self, field: Field, terms: Sequence[str]) -> Mapping[int, float]:
        found = {i: plain.extents(field, terms) for i, plain in enumerate(self.plain)}
        return {i: float(len(extents)) for i, extents in found.items() if extents}

    def extents(
        self, field: Field, terms: Sequence[str], docs: Collection[int]
    ) -> Mapping[int, Sequence[Extent]]:
        found = {i: self.plain[i].extents(field, terms) for i in docs}
        return {i: extents for i, extents in found.items() if extents}

    def frequencies(
        self, field: Field, terms: Sequence[str], docs: AbstractSet[int]
    ) -> Mapping[int, int]:
        found = {i: sum(len(self.plain[i].extents(field, [term])) for term in terms) for i in docs}
        return {i: number for i, number in found.items() if number}

    def vocabulary(self, field: Field, prefix: str = "") -> Iterator[tuple[str, int]]:
        counts: defaultdict[str, int] = defaultdict(int)
        for plain in self.plain:
            for term in plain.occurrences[field]:
                counts[term] += 1
        return ((term, counts[term]) for term in sorted(counts) if term.startswith(prefix))

    def sample(self, field: Field, prefix: str, texts: int) -> Iterator[tuple[str, int]]:
        return self.vocabulary(field, prefix)

    def lengths(self) -> Sequence[int]:
        return [record.words for record in self.records]

    def values(self, fact: Fact) -> Mapping[int, Sequence[str]]:
        found = {i: values(record, fact) for i, record in enumerate(self.records)}
        return {i: value for i, value in found.items() if value}

    def record(self, doc: int) -> Record:
        return self.records[doc]

    def ask(self, query: str, known: Known | None = None) -> Matches:
        """What a query finds."""
        return match(expand(parse(query), self, known or Known(self.registry)), self)

    def lit(self, query: str, known: Known | None = None) -> dict[str, list[str]]:
        """The ids of the documents that answer, each with the words that are lit."""
        found = self.ask(query, known)
        spans = found.spans(found.docs)
        return {
            self.texts[i].id: [
                self.texts[i].text[slice(*span)]
                for span in light(found.tree, spans[i], self.words[i])
            ]
            for i in sorted(found.docs)
        }
