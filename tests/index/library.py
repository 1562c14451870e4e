"""A small corpus with its index, to change and to ask."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tui.corpus import Corpus
from tui.index import IndexView, Report, open_view, refresh
from tui.model import Alias, Entity
from tui.registry import Registry


def entity(id: str, *aliases: str | Alias, type: str = "place", **more: Any) -> Entity:
    """An entity whose name is the first of its aliases."""
    named = tuple(
        alias if isinstance(alias, Alias) else Alias(alias, "alias" if i else "name")
        for i, alias in enumerate(aliases)
    )
    return Entity(id, named[0].text, type, named, **more)


class Library:
    """A folder of texts and the home of its index."""

    def __init__(self, root: Path) -> None:
        self.texts = root / "texts"
        self.home = root / "home"
        self.registry = Registry.empty()
        self.decisions: dict[str, Any] = {}
        self._clock = 1_600_000_000
        for folder in (self.texts, self.home):
            folder.mkdir(mode=0o700, exist_ok=True)

    def write(self, name: str, text: str) -> None:
        """Write a text, later than all before."""
        path = self.texts / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        self._clock += 1
        os.utime(path, (self._clock, self._clock))

    def keep(self, *entities: Entity) -> None:
        """Make these the registry."""
        self.registry = Registry.of(entities)

    def refresh(self, **options: Any) -> Report:
        """Bring the index up to date."""
        return refresh(
            self.home, Corpus(self.texts), self.registry, decisions=self.decisions, **options
        )

    def view(self) -> IndexView:
        """The index as it is."""
        return open_view(self.home, self.texts)

    def ids(self, *terms: str, field: str = "words") -> list[str]:
        """The ids of the documents with any of the terms."""
        view = self.view()
        return sorted(view.record(doc).id for doc in view.documents(field, terms))  # type: ignore[arg-type]  # either field

    def named(self, doc: str) -> list[str]:
        """The names in a document, as they stand there."""
        view = self.view()
        number = view.number(doc)
        assert number is not None
        text = (self.texts / doc).read_bytes().decode()
        return [text[slice(*mention.span)] for mention in view.mentions(number)]

    def files(self) -> dict[str, tuple[int, int, int]]:
        """Every file and folder of the home, with what changes when it is written."""
        return {
            str(path.relative_to(self.home)): (status.st_ino, status.st_mtime_ns, status.st_size)
            for path in self.home.rglob("*")
            for status in [path.stat()]
        }


def rebuilt(library: Library, home: Path) -> Mapping[str, Any]:
    """What an index of the same texts and names says that is built from nothing in `home`."""
    home.mkdir(mode=0o700)
    refresh(home, Corpus(library.texts), library.registry, decisions=library.decisions)
    return contents(open_view(home, library.texts))


def contents(view: IndexView) -> Mapping[str, Any]:
    """All that an index says, by document; two indexes of the same texts say the same."""
    found: dict[int, dict[str, Any]] = {
        doc: {
            "record": view.record(doc),
            "mentions": view.mentions(doc),
            "company": list(view.companies([doc])),
            "surfaces": list(view.surfaces([doc])),
            "concepts": view.concepts(doc),
            "length": view.lengths()[doc],
            "date": view.dates[doc],
            "words": {},
            "names": {},
        }
        for doc in view.everything()
    }
    for field in ("words", "names"):
        for term, count in view.vocabulary(field):
            docs = view.documents(field, [term])
            assert len(docs) == count, term
            weights = view.weights(field, [term])
            for doc, extents in view.extents(field, [term], docs).items():
                found[doc][field][term] = weights[doc], extents
    return {record["record"].id: record for record in found.values()}
