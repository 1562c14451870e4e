"""Whether all that the program stands on is well: folders, texts, registry, index."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tui.catalog.choosing import Choice, choose, named_corpora
from tui.catalog.deciding import Deciding
from tui.catalog.room import open_room
from tui.catalog.wish import Wish
from tui.corpus import Corpus, Unreadable
from tui.counts import count
from tui.index import home_of
from tui.index.checkup import checkup, condemn
from tui.index.home import LOCK
from tui.lock import Lock
from tui.model import Locked, ReadroomError, Unusable
from tui.places import Places
from tui.registry import Registry, load
from tui.shelf import Shelf

State = Literal["well", "remark", "ill"]
NAMED = 5
"""Skipped files that are named one by one."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, how it is, and what helps if it is not well."""

    what: str
    state: State
    says: str
    remedy: str | None = None


def examine(wish: Wish) -> Iterator[Finding]:
    """What there is to say of each thing in turn; nothing is written."""
    places = Places.of(os.environ, wish.root)
    yield from _folders(places)
    if fault := Shelf(places.state).fault:
        yield Finding("reading", "ill", fault, "mend it or take it out")
    try:
        named = named_corpora(places)
        if named:
            yield Finding("config", "well", count(len(named), "named corpus", "named corpora"))
        choice = choose(wish, places, os.environ)
    except ReadroomError as error:
        yield Finding("config", "ill", error.message, *error.details[:1])
        return
    corpus = Corpus(choice.corpus)
    yield from _texts(corpus)
    yield from _registry(choice, corpus, places)
    yield from _index(choice, corpus, places)


def repair(wish: Wish) -> Finding:
    """Build the index anew if it is not sound, and clear what a killed writer has left."""
    places = Places.of(os.environ, wish.root)
    choice = choose(wish, places, os.environ)
    home, _ = home_of(places, choice.corpus, choice.registry)
    found = checkup(home, Corpus(choice.corpus))
    if found.state == "damaged":
        condemn(home, found.reasons[0])
    room = open_room(wish, budget=None, must_write=True)
    texts = count(len(room.view.everything()), "text")
    how = "built anew" if found.state in ("damaged", "foreign", "none") else "up to date"
    return Finding("index", "well", f"{how}, {texts}")


def _folders(places: Places) -> Iterator[Finding]:
    """The program's own folders, private to their user."""
    for kind in ("config", "cache", "state", "data"):
        path: Path = getattr(places, kind)
        try:
            status = path.stat()
        except FileNotFoundError:
            yield Finding(kind, "well", f"{path} is not there yet")
            continue
        except OSError as error:
            yield Finding(kind, "ill", f"{path}: {error.strerror}")
            continue
        yield _folder(kind, path, status)


def _folder(kind: str, path: Path, status: os.stat_result) -> Finding:
    if not stat.S_ISDIR(status.st_mode):
        return Finding(kind, "ill", f"{path} is not a folder", "move it away")
    if status.st_uid != os.geteuid():
        return Finding(kind, "ill", f"{path} belongs to another user", "choose one by --root")
    if not os.access(path, os.W_OK | os.X_OK):
        return Finding(kind, "remark", f"{path} cannot be written")
    if status.st_mode & 0o022:
        return Finding(kind, "remark", f"{path} can be written by others", f"chmod 700 {path}")
    return Finding(kind, "well", str(path))


def _texts(corpus: Corpus) -> Iterator[Finding]:
    try:
        listing = corpus.scan()
    except OSError as error:
        yield Finding("texts", "ill", f"{corpus.folder}: {error.strerror}")
        return
    yield Finding("texts", "well", f"{len(listing.files):,} below {corpus.folder}")
    for name, reason in listing.skipped[:NAMED]:
        yield Finding("texts", "remark", f"{name} is not read: {reason}")
    if len(listing.skipped) > NAMED:
        more = len(listing.skipped) - NAMED
        yield Finding("texts", "remark", f"{more:,} more are not read", "readroom index names them")
    wrong = 0
    for doc, stamp in listing.files.items():
        if stamp.sidecar is not None:
            with suppress(Unreadable):
                wrong += bool(corpus.inspect(doc).problems)
    if wrong:
        said = f"faults in the sidecars of {wrong:,} of them"
        yield Finding("texts", "remark", said, "readroom index names them")


def _registry(choice: Choice, corpus: Corpus, places: Places) -> Iterator[Finding]:
    if choice.registry is None:
        yield Finding("registry", "remark", "there is none: no names are known")
        return
    try:
        registry: Registry = load(choice.registry)
    except ReadroomError as error:
        yield Finding("registry", "ill", error.message)
        return
    errors = [problem for problem in registry.problems if problem.severity == "error"]
    if errors:
        said = f"{count(len(errors), 'error')}, the first at {errors[0]}"
        yield Finding("registry", "ill", said, "readroom registry check")
    else:
        entities = count(len(registry.entities), "entity", "entities")
        yield Finding("registry", "well", f"{entities} in {choice.registry}")
    with suppress(Unusable):
        home, _ = home_of(places, choice.corpus, choice.registry)
        decided = Deciding(corpus, choice.registry, home, places).decided()
        for fault in decided.faults[:NAMED]:
            yield Finding("decisions", "ill", str(fault), "readroom registry check")


def _index(choice: Choice, corpus: Corpus, places: Places) -> Iterator[Finding]:
    try:
        home, notes = home_of(places, choice.corpus, choice.registry)
    except Unusable as error:
        yield Finding("index", "ill", error.message)
        return
    for note in notes:
        yield Finding("index", "remark", note)
    found = checkup(home, corpus)
    match found.state:
        case "none":
            yield Finding("index", "remark", "there is none yet", "readroom index")
        case "foreign":
            yield Finding("index", "remark", found.reasons[0], "the next command builds it anew")
        case "damaged":
            for reason in found.reasons[:NAMED]:
                yield Finding("index", "ill", reason, "readroom doctor --repair")
        case "unfinished":
            said = f"{count(found.texts, 'text')} so far: the first build was broken off"
            yield Finding("index", "remark", said, "readroom index goes on")
        case "sound":
            said = f"{count(found.texts, 'text')} in {home}, every file as it was written"
            yield Finding("index", "well", said)
            if found.behind:
                behind = f"{count(found.behind, 'text')} new, changed or gone since"
                yield Finding("index", "remark", behind, "the next command brings them in")
    if found.left_over:
        said = f"{count(len(found.left_over), 'file')} that a killed writer has left"
        yield Finding("index", "remark", said, "readroom doctor --repair")
    try:
        with Lock(home / LOCK):
            pass
    except Locked as error:
        yield Finding("lock", "remark", error.message)
    except Unusable as error:
        yield Finding("lock", "ill", error.message)
