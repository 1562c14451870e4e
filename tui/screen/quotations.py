"""Passages as they leave the room: what the desk asks the Catalog when something is cited.

Slow, so called aside; what brings the Catalog is imported where it is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.model import STYLES, Passage, ReadroomError, Refused, Span, Style
from tui.prose import is_hard_wrapped, sentence_at

if TYPE_CHECKING:
    from tui.catalog.house import HouseStyle
    from tui.catalog.room import Room
    from tui.citation import Citation
    from tui.model import Document

What = Literal["all", "citation", "words", "locator"]
"""What is taken of a passage: its words and their citation, one of both, or where it is."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What is taken out of the room, and what it is called."""

    text: str
    name: str


_TO_FORMS, _WITHOUT = "Y, then ", "m cites it without"


@dataclass(frozen=True, slots=True)
class Form:
    """A passage in one style, or why it cannot be had in it."""

    style: Style
    text: str = ""
    why_not: str = ""


def take(room: Room, passage: Passage, what: What, house: HouseStyle) -> Taken:
    """A passage, or its citation, as it is pasted elsewhere; Refused if that cannot be."""
    match what:
        case "words":
            return _words(room.document(passage.doc), passage.span, house)
        case "locator":
            return _locator(room.document(passage.doc), passage.span)
    from tui.citation import render

    citation = _citation(room, passage, house)
    text = render(citation, house.style, False if what == "citation" else None)
    has_words = what == "all" and render(citation, house.style, False) != text
    if not has_words:
        return Taken(text, f"{house.style} citation{' of a digest' * citation.is_digest}")
    said = "words of a digest" if citation.is_digest else "quotation"
    return Taken(text, f"{said} and {house.style} citation")


def forms(room: Room, passage: Passage, house: HouseStyle) -> tuple[tuple[Form, ...], bool]:
    """A passage in every style, and whether its text is hard-wrapped."""
    found = []
    for style in STYLES:
        try:
            taken = take(room, passage, "all", house._replace(style=style))
        except ReadroomError as error:
            found.append(Form(style, why_not=error.message.replace(_TO_FORMS, "")))
        else:
            found.append(Form(style, taken.text))
    return tuple(found), is_hard_wrapped(room.document(passage.doc).text)


def sentences(room: Room, passage: Passage) -> Passage:
    """The whole sentences around a passage: what is quoted where a name or a hit is marked."""
    text, span = room.document(passage.doc).text, passage.span
    first, last = sentence_at(text, span.start), sentence_at(text, max(span.start, span.end - 1))
    return Passage(passage.doc, Span(min(span.start, first.start), max(span.end, last.end)))


def _citation(room: Room, passage: Passage, house: HouseStyle) -> Citation:
    from tui.catalog import citing
    from tui.citation import Unstated

    span = passage.span if passage.span.end else None
    try:
        return citing.passage(room, passage.doc, span, house)
    except Unstated as error:
        raise Refused(f"{error.what}: {_TO_FORMS}{_WITHOUT}") from None


def _words(document: Document, span: Span, house: HouseStyle) -> Taken:
    from tui.citation import unwrapped

    text = document.text[slice(*span)] if span.end else document.text
    if house.unwrap and is_hard_wrapped(document.text):
        text = unwrapped(text)
    is_digest = document.facts.status == "digest"
    return Taken(text, "of a digest, no quotation" if is_digest else "quotation")


def _locator(document: Document, span: Span) -> Taken:
    from tui.citation.characters import counted
    from tui.citation.locator import locate
    from tui.citation.selector import trimmed
    from tui.citation.trace import address

    if not span.end:
        return Taken(address(document.id, None), "locator of the text")
    span = trimmed(document.text, span)
    where = locate(document.text, span)
    return Taken(address(document.id, counted(document.text, span)), f"locator of {where}")
