"""What is known about a text as a publication, and from where: by hand, or read off the text."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import Any

from tui.corpus.dateline import read_date
from tui.corpus.languages import languages_of
from tui.corpus.names import names_in
from tui.corpus.shapes import without_note
from tui.corpus.sidecar import Value
from tui.model import Facts, Zone


def facts_of(
    text: str, zones: Iterable[Zone], sidecar: dict[str, Value], front: dict[str, Value]
) -> Facts:
    """The facts of a text: each from the sidecar, else from the front matter, else from the text.

    What a file of facts says not to be is not looked for in the text.
    """
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    sources = (("sidecar", sidecar), ("front matter", front), ("text", _inferred(text, zones)))
    for origin, found in sources:
        settled = set(values)
        if "date" in settled:
            settled.add("date_certainty")
        for name, value in found.items():
            if name not in settled:
                values[name], origins[name] = value, origin
    known = {name: value for name, value in values.items() if value is not None}
    return Facts(**known, origins=MappingProxyType(origins))


def _inferred(text: str, zones: Iterable[Zone]) -> dict[str, Value]:
    """The facts that the text itself shows; the file's own date is none of them."""
    found: dict[str, Value] = {}
    if languages := languages_of(text):
        found["languages"] = languages
    authors: list[str] = []
    in_head = True
    for zone in zones:
        said = text[zone.span.start : zone.span.end].strip()
        if zone.kind == "title" and "title" not in found:
            found["title"] = " ".join(without_note(said).lstrip("# ").split())
        elif zone.kind == "byline":
            authors += names_in(said, text)
        elif zone.kind == "dateline" and in_head and "date" not in found:
            dated = read_date(said)
            if dated and dated.date:
                found["date"], found["date_certainty"] = dated.date, dated.certainty
        in_head = in_head and zone.kind != "body"
    if authors:
        found["authors"] = tuple(dict.fromkeys(authors))
    return found
