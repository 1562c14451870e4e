"""The record of an entity as a page: who it is, who stands beside it, where it is named.

What is counted comes from the index; of the texts only those are read whose sentences are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tui import charts
from tui.counts import count
from tui.model import AliasKind, Document, Entity, Mention, Passage, Span
from tui.screen.dossiers import who
from tui.screen.lines import BLANK, Item, Line, Page, mention_look
from tui.screen.lookups import titled
from tui.screen.paint import Mark
from tui.screen.record import Dossier
from tui.screen.sentence import around, has
from tui.screen.topic import Topic
from tui.screen.walk import Walk

if TYPE_CHECKING:
    from tui.catalog.records import InText, Record, Stated
    from tui.catalog.room import Room
    from tui.companions import Companion

COMPANIONS, RELATIONS, TEXTS, SURFACES = 6, 8, 6, 8
"""Those shown in the record; of more there is a page, or their number."""
BAR = 10
KINDS: tuple[AliasKind, ...] = ("name", "alias", "demonym", "metonym", "weak")


class Named(NamedTuple):
    """A mention in its text, and the heading it stands under."""

    group: str
    document: Document
    mention: Mention


def portrait(room: Room, topic: Topic) -> Dossier:
    """All about an entity; with words wanted what has them."""
    from tui.catalog.entities import resolve
    from tui.catalog.records import record

    entity = resolve(room, topic.ids[0])
    found = record(room, entity)
    words = topic.wanted.casefold().split()
    named = list(islice(_named(room, found, topic.going_by, words), topic.most + 1))
    shown = named[: topic.most]
    items = [
        *([] if words else [Item((BLANK, *who(entity), *_written(found), *_ids(entity), BLANK))]),
        *stated(room, found, words, None if words else RELATIONS),
        *([] if words else _where(found)),
        *_beside(found, words),
        *_mentions(found, shown, bool(words), len(named) > len(shown), topic.going_by),
    ]
    by_text: dict[str, list[Span]] = {}
    for one in shown:
        by_text.setdefault(one.document.id, []).append(one.mention.span)
    stops = [(doc, tuple(sorted(spans))) for doc, spans in by_text.items()]
    walk = Walk.through(entity.name, stops, "mention")
    if not words:
        walk = walk.of(found.mentions, len(found.documents))
    heading = f"{entity.name} · “{topic.wanted.strip()}”" if words else entity.name
    page = Page(heading, tuple(items) or (Item((BLANK, Line("Nothing here has that", "quiet"))),))
    return Dossier(topic, page, walk if walk.stops else None, more=len(named) > len(shown))


def heading(text: str, counted: str = "") -> Item:
    """What stands over the items of one kind, and over the numbers behind them."""
    return Item((Line(text.upper(), "quiet", most=2, tail=counted),))


# Who it is, and how the texts write it


def _written(found: Record) -> Iterator[Line]:
    """The ways to write the name by kind of alias, with their numbers; and those never used."""
    for kind in KINDS:
        seen = [f"{text} {number:,}" for text, of, number in found.surfaces if of == kind]
        unseen = [alias.text for alias in found.unseen(kind)]
        if more := len(seen) - SURFACES:
            seen = [*seen[:SURFACES], f"{more} more"] if more > 0 else seen
        said = " · ".join(seen)
        never = f"never {', '.join(unseen)}" if unseen else ""
        if said or never:
            text = f"{kind}: {' · '.join(filter(None, (said, never)))}"
            yield Line(text, "quiet", most=4)


def _ids(entity: Entity) -> Iterator[Line]:
    if entity.ids:
        said = " · ".join(f"{scheme} {value}" for scheme, value in entity.ids.items())
        yield Line(said, "quiet", most=2)


def _where(found: Record) -> Iterator[Item]:
    """A bar for each text and each year; and where it is never named."""
    if len(found.documents) > 1:
        yield heading(f"In {count(len(found.documents), 'text')}")
        most = max(one.mentions for one in found.documents)
        texts = sorted(found.documents, key=lambda one: (-one.mentions, one.doc))
        for one in texts[:TEXTS]:
            yield _bar(one.label, one.mentions, most)
        if more := len(texts[TEXTS:]):
            yield Item((Line(f"and {count(more, 'text')} more", "quiet"),))
        yield Item((BLANK,))
    if len(found.years) > 1:
        most = max(one.mentions for one in found.years)
        yield heading("By year")
        for year in found.years:
            yield _bar(year.year or "undated", year.mentions, most)
        yield Item((BLANK,))
    if found.absent:
        absent = " · ".join(one.label for one in found.absent)
        yield Item((Line(f"Never named in {absent}", "quiet", most=6), BLANK))


def _bar(label: str, value: int, most: int) -> Item:
    bar = charts.bar(value, most, BAR)
    return Item((Line(label, most=1, tail=f"{bar:<{BAR}} {value:>5,}"),))


# What is stated, and what is seen


def stated(room: Room, found: Record, words: list[str], most: int | None = None) -> Iterator[Item]:
    """The relations of the registry in both directions; those that no sentence shows stand out."""
    items = [item for one in found.stated if (item := _relation(room, found, one, words))]
    if items:
        yield heading("Stated in the registry", "sentences with both")
        yield from items[:most]
        if more := len(items[most:]) if most else 0:
            what = f"{count(more, 'relation')} more"
            yield Item((Line(what, "quiet"),), Topic("companions", (found.entity.id,)))
        yield Item((BLANK,))


def _relation(room: Room, found: Record, one: Stated, words: list[str]) -> Item | None:
    is_own = one.source == found.entity.id
    other = room.registry.entities.get(one.to if is_own else one.source)
    name = other.name if other else one.to if is_own else one.source
    kind = one.kind.replace("-", " ")
    text = f"{kind} {name}" if is_own else f"{name} {kind} {found.entity.name}"
    if not has(words, f"{kind} {name}"):
        return None
    quiet = Mark(0, len(kind), "quiet") if is_own else Mark(len(name) + 1, len(text), "quiet")
    tail = f"{one.sentences:,}" if one.sentences else "unseen"
    look = "plain" if one.sentences else "label"
    ids = (one.source, one.to)
    target = Topic("together", ids, wanted="") if other else None
    return Item((Line(text, look, (quiet,), most=2, tail=tail),), target)


def _beside(found: Record, words: list[str]) -> Iterator[Item]:
    """The closest companions, each leading to what names both; then the page on all of them."""
    near = [one for one in found.companions if one.sentences]
    if not found.companions or words:
        return
    yield heading("In the same sentence", "sentences with both")
    for one in near[:COMPANIONS]:
        line = Line(one.name, most=1, tail=f"{one.sentences:,}")
        yield Item((line,), Topic("together", (found.entity.id, one.id)))
    said = "how strongly"
    if rest := len(found.companions) - len(near[:COMPANIONS]):
        said += f", and {count(rest, 'entity', 'entities')} more in the same texts"
    yield Item((Line(said, "quiet"), BLANK), Topic("companions", (found.entity.id,)))


def companion(found: Record, one: Companion) -> Item:
    """A companion with its sentences, how strong that is, and what the registry says of the two."""
    kinds = found.kinds_with(one.id)
    stated = ", ".join(kind.replace("-", " ") for kind in kinds)
    if not stated and one.sentences:
        stated = "not stated"
    strength = None if found.untested else one.note
    if one.log_likelihood is not None:
        strength = f"G² {one.log_likelihood:,.1f}"
    about = " · ".join(filter(None, (stated, strength)))
    tail = f"{one.sentences:,}"
    if not one.sentences:
        tail = f"{one.paragraphs:,} par." if one.paragraphs else count(one.documents, "text")
    lines = (
        Line(one.name, most=1, tail=tail),
        Line(about, "quiet", indent=2, most=2),
    )
    return Item(lines, Topic("together", (found.entity.id, one.id)))


# Where it is named


def _named(room: Room, found: Record, order: str, words: list[str]) -> Iterator[Named]:
    """The mentions in the order of the page, each text read when it is come to."""
    if order == "kind":
        for kind in KINDS:
            for one in _in_texts(room, found.entity, found.documents, words):
                if one.mention.kind == kind:
                    yield one._replace(group=kind)
        return
    texts: Iterable[InText] = found.documents
    if order == "year":
        texts = sorted(texts, key=lambda one: (one.date is None, one.date, one.doc))
        dates = {one.doc: one.date[:4] if one.date else "undated" for one in texts}
        for one in _in_texts(room, found.entity, texts, words):
            yield one._replace(group=dates[one.document.id])
        return
    yield from _in_texts(room, found.entity, texts, words)


def _in_texts(
    room: Room, entity: Entity, texts: Iterable[InText], words: list[str]
) -> Iterator[Named]:
    for one in texts:
        for doc, document in room.readable([one.doc]):
            mentions = room.mentions(doc)
            if entity.scope == "concept":
                mentions = tuple(sorted((*mentions, *room.concepts(doc)), key=lambda m: m.span))
            for mention in mentions:
                if mention.entity != entity.id:
                    continue
                said = around(document.text, mention.span, ()).text if words else ""
                if has(words, said, one.label, one.date, one.source, doc, mention.kind):
                    yield Named(doc, document, mention)


def _mentions(
    found: Record, shown: list[Named], sifted: bool, more: bool, order: str
) -> Iterator[Item]:
    if not found.mentions:
        yield Item((Line("Not named in these texts", "quiet"),))
        return
    if shown:
        those = {one.document.id for one in shown} if sifted else found.documents
        texts = count(len(those), "text")
        number = len(shown) if sifted else found.mentions
        least = "at least " if sifted and more else ""
        yield heading(f"{least}{count(number, 'mention')} in {texts}")
    known = {one.doc: one for one in found.documents}
    group = doc = None
    for one in shown:
        if order != "text" and one.group != group:
            group, doc = one.group, None
            yield Item((BLANK, Line(one.group.upper(), "strong")))
        if one.document.id != doc:
            doc = one.document.id
            yield Item((*_text(known[doc], one.document),))
        look = mention_look(one.mention, found.entity.type)
        mark = Mark(*one.mention.span, look)
        line = around(one.document.text, one.mention.span, [mark])
        yield Item((line,), Passage(doc, one.mention.span))
    if shown:
        yield Item((BLANK,))


def _text(one: InText, document: Document) -> Iterator[Line]:
    yield from titled(one.label, document.facts.title or one.doc, "strong")
    about = " · ".join(filter(None, (one.date or "undated", one.source)))
    yield Line(about, "quiet", most=1, tail=f"{one.mentions:,}")
