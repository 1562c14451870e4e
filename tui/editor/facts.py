"""A fact of a text corrected in the file beside it, every other byte as it is."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from tui.corpus.sidecar import read_sidecar
from tui.editor.draft import Draft, Source, draft, new, source
from tui.editor.insertion import COLON, Insertion, at_end
from tui.editor.scalars import Value, plain, value
from tui.model import Facts, Refused

FACTS = tuple(field.name for field in fields(Facts) if field.name != "origins")
"""In the order in which they are always listed."""
LISTS = ("authors", "languages")
"""Facts of which there may be several, between semicolons."""


def correct(sidecar: Path, name: str, said: str) -> Draft:
    """A fact as it is to be, "" for one that there is not; Refused if it cannot be."""
    if name not in FACTS:
        raise Refused(f"there is no fact called {name!r}", f"there are {' '.join(FACTS)}")
    of = _value(name, said)
    written = "null" if of is None else value(of)
    what, by_hand = f"{name}: {written}", f"{sidecar.name}: {name}: {written}"
    if not sidecar.exists():
        made = new(sidecar, f"{name}: {written}\n", what, by_hand)
    else:
        file = source(sidecar, sidecar.name)
        made = _corrected(file, name, of, what, by_hand)
    for problem in read_sidecar(made.after, sidecar.name).problems:
        if problem.what.startswith((f"{name}:", "date_certainty:")):
            raise Refused(problem.what, by_hand)
    return made


def _value(name: str, said: str) -> Value | None:
    words = " ".join(said.split())
    if not words:
        return None
    if name in LISTS:
        return [one.strip() for one in words.split(";") if one.strip()]
    return words


def _corrected(file: Source, name: str, of: Value | None, what: str, by_hand: str) -> Draft:
    written, wanted = ("null", "null") if of is None else (value(of), plain(of))
    root, text = file.root, file.text
    if root is None or root.is_null:
        return draft(file, at_end(text, f"{name}: {written}"), {name: wanted}, what, by_hand)
    if root.kind != "map":
        raise Refused(f"{file.name} is no list of facts", by_hand)
    tree = {**root.plain(), name: wanted}
    for key, old in root.pairs:
        if key.text != name:
            continue
        if old.start == old.end:  # a key without a value
            colon = COLON.match(text, key.end)
            at = colon.end() if colon else old.start
            return draft(file, Insertion(at, f" {written}"), tree, what, by_hand)
        end = old.start + len(text[old.start : old.end].rstrip())
        there = Insertion(old.start, written)
        return draft(file, there, tree, what, by_hand, cut=end - old.start)
    if root.flow:
        last = root.pairs[-1][1].end if root.pairs else root.start + 1
        pair = f"{', ' * bool(root.pairs)}{name}: {written}"
        return draft(file, Insertion(last, pair), tree, what, by_hand)
    return draft(file, at_end(text, f"{name}: {written}"), tree, what, by_hand)
