"""What the registry's dialogues ask the Catalog and the editor: choices, edits and what they do.

Slow, so called aside and never on the loop; see lookups. What is refused comes back as a page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from textwrap import dedent
from typing import TYPE_CHECKING

from tui.counts import count
from tui.model import Alias, Entity, Mention, ReadroomError, Unusable
from tui.screen.lines import BLANK, ELLIPSIS, Item, Line, Page, mention_look
from tui.screen.paint import Mark

if TYPE_CHECKING:
    from tui.catalog.missing import Missing
    from tui.catalog.registering import Change, Place, Shift
    from tui.catalog.room import Progress, Room
    from tui.editor import Draft
    from tui.registry import Registry

GAPS = 100
"""Gaps listed at most."""
NEAREST = 12
"""Entities offered as the one that a name may be another name of."""
SHOWN = 300
"""Mentions shown at most, each in its sentence."""
BEFORE = 160
"""Code points of a sentence shown before the mention in it."""
_NOT_IN_ID = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Edit:
    """A name to be registered: as an alias of `entity`, or of a new entity of a type."""

    name: str
    entity: str
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """An edit as it would be written and what it does; without a draft, why it is refused."""

    page: Page
    draft: Draft | None = None


def choices(room: Room, name: str, wanted: str) -> Page:
    """A new entity, and those that a name may be of: most like `wanted`, else like the name."""
    registry = _registry(room)
    near = registry.nearest(wanted.strip() or name, NEAREST)
    begun = registry.beginning(wanted.strip())[:NEAREST] if wanted.strip() else []
    entities = list({entity.id: entity for entity in (*begun, *near)}.values())[:NEAREST]
    new = Item((Line(f"New entity “{name}”", "strong", most=2),), "")
    return Page("", (new, *(Item((_offer(entity),), entity.id) for entity in entities)))


def _offer(entity: Entity) -> Line:
    others = [alias.text for alias in entity.aliases if alias.text != entity.name]
    also = f"  {' · '.join(others[:6])}" if others else ""
    line = f"alias of {entity.name}{also}"
    end = len("alias of ")
    quiet = Mark(0, end, "quiet"), Mark(end + len(entity.name), len(line), "quiet")
    return Line(line, marks=quiet, most=1, tail=f"{entity.type} · {entity.id}")


def proposed_id(room: Room, name: str) -> str:
    """An id for a name that no entity has yet."""
    plain = "".join(map(_without_accent, name)).casefold()
    id = _NOT_IN_ID.sub("-", plain).strip("-") or "entity"
    taken = _registry(room).entities
    numbers = (f"{id}-{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (id, *numbers) if one not in taken)


def _without_accent(char: str) -> str:
    """Й is a letter of its own, é is an e."""
    base = unicodedata.normalize("NFKD", char)[0]
    return base if base.isascii() else char


def prepare(room: Room, edit: Edit) -> Prepared:
    """The edit, ready to be written, with every mention that it changes in its sentence."""
    from tui import editor
    from tui.catalog import registering

    try:
        registry, name = _registry(room), " ".join(edit.name.split())
        if not (name and edit.entity):
            return Prepared(refusal("Refused", "a name and an id are needed"))
        if edit.type is None:
            alias = Alias(name)
            draft = editor.add_alias(registering.file_of(room), edit.entity, alias)
            new = registering.with_alias(registry, edit.entity, alias)
        else:
            draft = editor.add_entity(registering.file_for(room), edit.entity, name, edit.type)
            new = registering.with_entity(registry, edit.entity, name, edit.type)
        change = registering.preview(room, registry, new, most=registering.PREVIEWED)
    except ReadroomError as error:
        return Prepared(refusal("Refused", error.message, *error.details))
    return Prepared(Page(f"Preview · {change.said}", tuple(_items(draft, change, new))), draft)


def write(room: Room, draft: Draft) -> Page | None:
    """Write an edit; if that is refused, the page that says why and what to do by hand."""
    from tui import editor

    try:
        editor.write(draft, room.registry_path or draft.path, room.places)
    except ReadroomError as error:
        return refusal("Refused", error.message, *error.details)
    return None


def undo(room: Room) -> str:
    """Take the last edit back, and say which that was; Refused with what to do by hand."""
    from tui import editor
    from tui.catalog import registering

    return f"{editor.undo(registering.file_of(room), room.places).what}: taken back"


def decide(room: Room, doc: str, mention: Mention, id: str) -> str:
    """Write down that a mention means one of its candidates, and say so."""
    from tui import editor
    from tui.catalog import registering

    entity = _registry(room).entities.get(id)
    if entity is None:
        raise Unusable(f"the registry has no entity {id!r} any more")
    line, column = room.document(doc).place(mention.span.start)
    decision, _ = registering.decision(room, doc, line, column, entity)
    draft = editor.decide(registering.file_of(room), room.places.data, decision)
    editor.write(draft, registering.file_of(room), room.places)
    return f"“{decision.anchor.exact}” means @{id} here: written; U undoes"


def gaps(room: Room, progress: Progress) -> tuple[Missing, ...]:
    """The names that are not registered, best first."""
    from tui.catalog import missing

    return tuple(missing.gaps(room, most=GAPS, progress=progress))


def ignore(room: Room, name: str) -> str:
    """Have a name never listed among the gaps again, and say so."""
    from tui import editor
    from tui.catalog import registering

    draft = editor.ignore(registering.file_of(room), " ".join(name.split()))
    editor.write(draft, registering.file_of(room), room.places)
    return f"{draft.what}: written; U undoes"


@dataclass(frozen=True, slots=True)
class Attempt:
    """What is to be said of an edit, and whether it was done."""

    what: str
    done: bool = True


def attempt(room: Room, edit: Callable[..., str], *args: object) -> Attempt:
    """An edit that may be refused, with the line to edit by hand."""
    try:
        return Attempt(edit(room, *args))
    except ReadroomError as error:
        return Attempt(" · ".join((error.message, *error.details)), done=False)


def refusal(heading: str, message: str, *details: str) -> Page:
    """Why nothing was written, and the line to edit by hand."""
    lines = Line(message, "strong"), BLANK, *map(Line, details)
    return Page(heading, (Item((BLANK, *lines)),))


def _registry(room: Room) -> Registry:
    """The registry as it is on disk now: somebody may have it open in an editor."""
    from tui.registry import load

    if room.registry_path is None or not room.registry_path.exists():
        return room.registry
    now = load(room.registry_path)
    return room.registry if now.digest == room.registry.digest else now


def _items(draft: Draft, change: Change, registry: Registry) -> Iterator[Item]:
    """The lines of the file as they will be, then the mentions that change."""
    lines = dedent("\n".join(draft.lines)).splitlines()
    added = (
        Line(line.strip(), "strong", most=3, indent=2 + len(line) - len(line.lstrip()))
        for line in lines
    )
    yield Item((BLANK, Line(f"{draft.name}:{draft.line}", "quiet"), *added, BLANK))
    for shift in change.shifts[:SHOWN]:
        yield Item(_shift_lines(shift, registry))
    unseen = len(change.shifts) - SHOWN
    if unseen > 0:
        yield Item((Line(f"… and {count(unseen, 'mention')} more", "quiet"),))
    if change.more:
        what = f"{count(change.more, 'more text')} may hold the name; not gone through"
        yield Item((Line(what, "quiet"),))


def _shift_lines(shift: Shift, registry: Registry) -> tuple[Line, ...]:
    place, mention = shift.place, shift.after or shift.before
    assert mention is not None
    meant = " → ".join(_meant(m, registry) for m in (shift.before, shift.after) if m)
    entity = registry.entities.get(mention.entity or "")
    look = mention_look(mention, entity.type if entity else None)
    said = Line(
        f"{shift.kind}  {meant}",
        marks=(Mark(0, len(shift.kind), "strong"),),
        most=2,
        tail=f"{place.doc}:{place.line}",
    )
    sentence, mark = excerpt(place, look)
    return said, Line(sentence, marks=(mark,), most=6, indent=2), BLANK


def excerpt(place: Place, look: str) -> tuple[str, Mark]:
    """A sentence from at most `BEFORE` code points before the words that it is shown for."""
    start, end = place.inner
    cut = max(0, start - BEFORE)
    if cut:
        cut = place.sentence.find(" ", cut, start) + 1 or start
    by = len(ELLIPSIS) * bool(cut) - cut
    return f"{ELLIPSIS * bool(cut)}{place.sentence[cut:]}", Mark(start + by, end + by, look)


def _meant(mention: Mention, registry: Registry) -> str:
    ids = (mention.entity,) if mention.entity else mention.candidates
    names = (registry.entities[id].name if id in registry.entities else id for id in ids)
    return ("? " if mention.entity is None else "") + " or ".join(names)


def numbered(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Items with the digits that choose them before them, up to nine."""
    return tuple(
        item._replace(lines=tuple(_led(item.lines, str(n) if n < 10 else "")))
        for n, item in enumerate(items, 1)
    )


def _led(lines: tuple[Line, ...], digit: str) -> Iterator[Line]:
    for at, line in enumerate(lines):
        yield line._replace(indent=line.indent + 2, lead=digit if at == 0 else "")
