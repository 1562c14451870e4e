"""Hand-kept files, kept state and queries, spoiled at random: a line says so, nothing stops."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from tests import mutations
from tests.catalog.rooms import REGISTRY, TEXTS
from tui import sessions
from tui.anchors import anchor, follow
from tui.catalog import citing, saved, shelving
from tui.catalog import sessions as catalog_sessions
from tui.catalog.house import HouseStyle
from tui.catalog.room import Room, open_room
from tui.catalog.searching import search
from tui.catalog.wish import Wish
from tui.cli.main import main
from tui.corpus.sidecar import read_sidecar
from tui.editor import last
from tui.mentions import Finder
from tui.model import QueryError, ReadroomError, Refused, Span, Unusable
from tui.registry import load
from tui.registry.check import check
from tui.screen import keymap
from tui.sessions import SCREEN, Choices, Chosen, keep
from tui.shelf import Kept
from tui.visible import visible
from tui.words import words

IS_SOAK = "READROOM_SOAK" in os.environ
REGISTRIES = 20_000 if IS_SOAK else 100
QUERIES = 5_000 if IS_SOAK else 150
TIMES = 1_000 if IS_SOAK else 10
"""How often each file that is kept is spoiled."""
SIDECAR = "title: A text\nauthors: [Ada Sample, X]\ndate: 2024-05-06\nlanguages: [en]\n"
CONFIG = "corpora:\n  mine: {folder}\n  other: {{path: /nowhere, registry: ~/r.yaml}}\n"
KEYS = "profile: vim\nkeys:\n  desk.search: ctrl+n\n  text.find: [f5, gf]\n"
DRAFT = (
    "Moscow “signed in June. The S-400 Triumph was sold”[^a], in 2014, for $3 billion.\n\n[^a]: x\n"
)
NUMBER = "9" * 5000
"""More digits than Python reads."""
CITATIONS = [
    ("cite", place, "--nd", *style)
    for place in ("001:1", "002.txt:3", "002.txt", "003.txt#char=0,21")
    for style in ([], *(["--style", name] for name in ("pandoc", "plain", "bibtex", "csl-json")))
]
"""All ways of citing, which make the drafts that are spoiled."""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with texts, a registry, and all that a reader can have kept by then."""
    root = tmp_path_factory.mktemp("house")
    (root / "texts").mkdir()
    for name, text in TEXTS.items():
        (root / "texts" / name).write_text(text)
    (root / "texts" / "001.meta.yaml").write_text(SIDECAR)
    (root / "entities.yaml").write_text(REGISTRY)
    (root / "own" / "config").mkdir(parents=True)
    (root / "own" / "config" / "config.yaml").write_text(CONFIG.format(folder=root / "texts"))
    (root / "own" / "config" / "keys.yaml").write_text(KEYS)
    (root / "draft.md").write_text(DRAFT)
    for call in (
        ["index"],
        ["registry", "alias", "putin", "Vladimir"],
        ["registry", "decide", "002.txt:1", "china"],
        ["search", "--save", "mine", "Moscow OR Beijing"],
    ):
        assert said(root, *call)[0] == 0
    room = opened(root)
    saved.remember(room, "Moscow")
    document = room.document("002.txt")
    place = anchor(document.text, Span(4, 10), document.sha256)
    room.shelf.put(Kept("002.txt", document.sha256, place, True, True, True, {"a": place}))
    room.shelf.put(Kept("001.txt", room.document("001.txt").sha256, is_read=True))
    session = sessions.Session("Moscow", "text", "001.txt", "putin")
    keep(catalog_sessions.path(room), session)
    keep(room.places.state / SCREEN, Chosen("light", toured=True))
    shelving.seen(room).take(of for _, of in shelving.hashes(room))
    return root


def opened(root: Path) -> Room:
    wish = Wish(str(root / "texts"), str(root / "entities.yaml"), str(root / "own"))
    return open_room(wish, budget=None)


def said(root: Path, *call: str) -> tuple[int, str]:
    """The status of a call, and what it says beside its answer."""
    status, _, err = answered(root, *call)
    return status, err


def answered(root: Path, *call: str) -> tuple[int, str, str]:
    """The status of a call, what it answers, and what it says beside."""
    common = ["--corpus", str(root / "texts"), "--root", str(root / "own")]
    out, err = io.TextIOWrapper(io.BytesIO()), io.TextIOWrapper(io.BytesIO())
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main([*call, *common])
    for stream in (out, err):
        stream.flush()
        stream.seek(0)
    return status, out.read(), err.read()


KEPT = [
    "own/config/config.yaml", "own/config/keys.yaml", "entities.yaml", "decisions.yaml",
    "texts/001.meta.yaml", "own/state/reading.jsonl", "own/state/screen.json",
    "own/state/*/session.json", "own/state/*/queries.json", "own/state/*/history.json",
    "own/state/*/seen", "own/state/registry/*/edits", "own/cache/*/manifest.json",
    "own/cache/*/registry.json", "own/cache/*/decisions.json", "own/cache/*/*/*",
]  # fmt: skip


@pytest.mark.parametrize("kept", KEPT)
def test_a_file_that_is_spoiled_is_said_and_stops_nothing(house: Path, kept: str) -> None:
    chance = Random(kept)
    for _ in range(TIMES):
        path = chance.choice(sorted(house.glob(kept)))
        good = path.read_bytes()
        path.write_bytes(mutations.spoiled(good, chance))
        spoiled = path.read_bytes()
        try:
            are_done = [done(asked, house) for asked in ASKED]
            assert all(are_done) or kept == "entities.yaml"  # which cannot be done without
        except Exception as error:
            raise AssertionError(f"{path.name}: {spoiled[:3000]!r}") from error
        finally:
            if path.parent.exists():  # the index may have been built anew, in another folder
                path.write_bytes(good)


def done(asked: Callable[[Path], object], house: Path) -> bool:
    """Whether something can be done; if not, a line says why."""
    try:
        asked(house)
    except ReadroomError as error:
        return not is_a_line(error.message)
    return True


def is_a_line(said: str) -> bool:
    """Whether something is said, in one line."""
    assert len(visible(said).splitlines()) == 1
    return bool(said.strip())


def _search(house: Path) -> None:
    assert {hit.doc for hit in search(opened(house), "Moscow").hits} == {"001.txt", "002.txt"}


def _shelf(house: Path) -> None:
    room = opened(house)
    for kept in room.shelf.all():
        text = TEXTS["002.txt"]
        for place in (kept.place, *kept.marks.values()):
            if place is not None and (at := follow(place, text, kept.sha256)) is not None:
                assert 0 <= at <= len(text)
    room.shelf.put(room.shelf.of("003.txt", "ab" * 32))
    shelving.standings(room, [*TEXTS])


def _session(house: Path) -> None:
    room = opened(house)
    catalog_sessions.last(room)
    Choices(room.places.state / SCREEN)


def _queries(house: Path) -> None:
    room = opened(house)
    with suppress(Unusable):  # it is said, where they are asked for
        dict(saved.Queries(room))
    with suppress(Unusable):
        saved.history(room)


def _undo(house: Path) -> None:
    room = opened(house)
    with suppress(Refused):
        last(house / "entities.yaml", room.places)


def _keys(house: Path) -> None:
    assert keymap.read(house / "own" / "config" / "keys.yaml").textual() is not None


ASKED = (_search, _shelf, _session, _queries, _undo, _keys)


def test_spoiled_registries_are_read_as_far_as_they_go(tmp_path: Path) -> None:
    chance, path = Random(1), tmp_path / "entities.yaml"
    text = " ".join(TEXTS.values())
    for _ in range(REGISTRIES):
        spoiled = mutations.spoiled(REGISTRY.encode(), chance)
        path.write_bytes(spoiled)
        said = "read"
        try:
            registry = load(path)
            for problem in (*registry.problems, *check(path)):
                assert problem.line > 0
                assert problem.column > 0
                assert is_a_line(str(problem))
            Finder(registry).find(text, words(text), "001.txt")
            registry.to_json()
        except ReadroomError as error:
            said = error.message
        except Exception as error:
            raise AssertionError(repr(spoiled[:3000])) from error
        assert is_a_line(said), spoiled


def test_spoiled_registries_are_said_in_lines(house: Path, tmp_path: Path) -> None:
    chance, path = Random(2), tmp_path / "entities.yaml"
    for _ in range(REGISTRIES // 50):
        path.write_bytes(mutations.spoiled(REGISTRY.encode(), chance))
        for call in (["registry", "check"], ["search", "Moscow"]):
            status, err = said(house, *call, "--registry", str(path))
            assert status in (0, 1, 3)
            assert visible(err, keep="\n") == err


def test_hostile_queries_are_answered_or_refused_in_a_line(house: Path) -> None:
    chance, room = Random(3), opened(house)
    for _ in range(QUERIES):
        asked = mutations.query(chance)
        try:
            said = str(search(room, asked).total)
        except QueryError as error:
            start, end = error.span
            said = error.message if 0 <= start <= end <= len(asked) + 1 else ""
        except ReadroomError as error:
            said = error.message
        except Exception as error:
            raise AssertionError(repr(asked)) from error
        assert is_a_line(said), asked


def test_spoiled_drafts_are_verified_and_checked(house: Path, tmp_path: Path) -> None:
    chance, draft = Random(4), tmp_path / "draft.md"
    cited = [answered(house, *call)[1] for call in CITATIONS]
    assert all(cited)
    for number in range(TIMES):
        text = DRAFT + "\n".join(chance.sample(cited, 6) + [DRAFT] * chance.randrange(9))
        draft.write_bytes(mutations.spoiled((DRAFT if number % 3 == 0 else text).encode(), chance))
        for call in (["verify"], ["verify", "--json"], ["check"], ["batch"]):
            status, out, err = answered(house, *call, str(draft))
            assert status in (0, 1, 2, 3)
            assert visible(out, keep="\n\t") == out
            assert visible(err, keep="\n") == err
            assert status == 0 or "readroom: " in err


def test_spoiled_citations_are_passages_or_refused_in_a_line(house: Path) -> None:
    chance, room, style = Random(6), opened(house), HouseStyle(nd=True)
    references = [place for _, place, *_ in CITATIONS]
    numbers = [f"003.txt#char={NUMBER},{NUMBER}", f"003.txt#char=0,{NUMBER}", f"001:{NUMBER}"]
    for number in range(5 * TIMES):
        spoiled = mutations.spoiled(chance.choice(references).encode(), chance)
        spoiled = numbers[number].encode() if number < len(numbers) else spoiled
        reference = spoiled.decode("utf-8", "surrogateescape")
        try:
            said = str(citing.citation(room, reference, style).reference)
        except ReadroomError as error:
            said = error.message
        except Exception as error:
            raise AssertionError(repr(reference)) from error
        assert is_a_line(said), spoiled


def test_spoiled_sidecars_have_problems_or_facts() -> None:
    chance = Random(5)
    for _ in range(REGISTRIES):
        spoiled = mutations.spoiled(SIDECAR.encode(), chance)
        for problem in read_sidecar(spoiled, "001.meta.yaml").problems:
            assert is_a_line(str(problem))
