"""Bringing the index up to date."""

import os
import random
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.index.library import Library, contents, entity, rebuilt
from tui.index import Effort
from tui.index import home as homes
from tui.lock import Lock
from tui.model import Alias, Locked

CHINA = entity("china", "China", Alias("Beijing", "metonym"))


def test_a_first_refresh_indexes_every_text(library: Library) -> None:
    library.write("a.txt", "One text.")
    library.write("sub/b.md", "Another text.")

    report = library.refresh()

    assert (report.added, report.written, report.notes) == (2, True, ())
    assert library.ids("text") == ["a.txt", "sub/b.md"]


def test_an_empty_folder_has_an_index_of_nothing(library: Library) -> None:
    library.refresh()

    assert library.view().everything() == set()
    assert library.view().number("a.txt") is None


def test_a_refresh_with_nothing_changed_writes_nothing_at_all(library: Library) -> None:
    library.keep(CHINA)
    library.write("a.txt", "In China.")
    library.refresh()
    before = library.files()

    report = library.refresh()

    assert not report.written
    assert library.files() == before


def test_only_what_changed_is_indexed_anew(library: Library) -> None:
    for name in ("same.txt", "changed.txt", "removed.txt"):
        library.write(name, "old words")
    library.refresh()
    library.write("changed.txt", "new words")
    library.write("added.txt", "new words")
    (library.texts / "removed.txt").unlink()

    report = library.refresh()

    assert (report.added, report.changed, report.removed, report.rewritten) == (1, 1, 1, 0)
    assert library.ids("old") == ["same.txt"]
    assert library.ids("new") == ["added.txt", "changed.txt"]


def test_a_file_that_was_touched_only_is_not_indexed_again(library: Library) -> None:
    library.write("a.txt", "the same words")
    library.refresh()
    library.write("a.txt", "the same words")

    report = library.refresh()

    assert (report.changed, report.written) == (0, True)
    assert not library.refresh().written


def test_a_change_behind_an_unchanged_stamp_is_found_when_all_is_verified(library: Library) -> None:
    library.write("a.txt", "words one")
    library.write("b.txt", "other words")
    library.refresh()
    path = library.texts / "a.txt"
    times = path.stat()
    path.write_text("words two")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))

    assert not library.refresh().written
    report = library.refresh(effort=Effort(verify=True))

    assert (report.changed, report.added, report.removed) == (1, 0, 0)
    assert library.ids("two") == ["a.txt"]


def test_verifying_what_is_in_order_writes_nothing(library: Library) -> None:
    library.keep(CHINA)
    library.write("a.txt", "In China.")
    library.refresh()
    before = library.files()

    report = library.refresh(effort=Effort(verify=True))

    assert (report.written, report.notes) == (False, ())
    assert library.files().keys() == before.keys()


def test_a_flipped_byte_of_a_large_index_is_found_when_all_is_verified(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.index.generation.SMALL", 0)
    library.write("a.txt", "some words")
    library.refresh()
    segment = next(library.home.rglob("*.seg"))
    data = bytearray(segment.read_bytes())
    data[len(data) // 2] ^= 1
    segment.write_bytes(data)

    report = library.refresh(effort=Effort(verify=True))

    assert report.notes == ("the index was damaged; it is built anew",)
    assert library.ids("words") == ["a.txt"]


def test_a_renamed_file_is_a_rename(library: Library) -> None:
    library.write("old.txt", "some words")
    library.refresh()
    (library.texts / "old.txt").rename(library.texts / "new.txt")

    report = library.refresh()

    assert report.renamed == (("old.txt", "new.txt"),)
    assert (report.added, report.removed) == (0, 0)
    assert library.ids("words") == ["new.txt"]


def test_a_file_changed_within_the_tick_of_the_clock_is_looked_at_again(library: Library) -> None:
    path = library.texts / "a.txt"
    path.write_text("words one")
    times = path.stat()
    library.refresh()
    path.write_text("words two")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))

    library.refresh()

    assert library.ids("two") == ["a.txt"]


def test_a_file_that_cannot_be_read_is_named_and_not_tried_again(library: Library) -> None:
    library.write("good.txt", "words")
    os.mkfifo(library.texts / "pipe.txt")
    library.write("bad.txt", "words")
    library.refresh()
    (library.texts / "bad.txt").write_bytes(b"\0\1\2\3" * 99)
    os.utime(library.texts / "bad.txt", (1_600_100_000, 1_600_100_000))

    first, second = library.refresh(), library.refresh()

    assert [skipped.name for skipped in first.skipped] == ["bad.txt", "pipe.txt"]
    assert (first.removed, first.written) == (1, True)
    assert second.skipped == first.skipped
    assert not second.written
    assert library.ids("words") == ["good.txt"]


def test_a_file_that_can_be_read_again_comes_back(library: Library) -> None:
    library.write("a.txt", "words")
    (library.texts / "a.txt").write_bytes(b"\0\1\2\3" * 99)
    assert library.refresh().skipped
    library.write("a.txt", "words")

    report = library.refresh()

    assert (report.added, report.skipped) == (1, ())


def test_a_file_that_the_system_denied_is_tried_again_though_it_is_as_it_was(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.write("a.txt", "words")
    library.write("b.txt", "words")

    def denied(path: Any, *more: Any, **named: Any) -> int:
        if path == "b.txt":
            raise PermissionError(13, "Permission denied")
        return opening(path, *more, **named)

    opening = os.open
    with monkeypatch.context() as system:
        system.setattr(os, "open", denied)
        assert library.refresh().skipped == (("b.txt", "you may not read it"),)
        assert not library.refresh().written
    assert library.refresh().added == 1
    assert library.ids("words") == ["a.txt", "b.txt"]


def test_progress_counts_texts(library: Library) -> None:
    for number in range(3):
        library.write(f"{number}.txt", "words")
    seen: list[tuple[int, int]] = []

    library.refresh(progress=lambda done, total: seen.append((done, total)))

    assert seen == [(1, 3), (2, 3), (3, 3)]


# A clean rebuild says the same.

WORDS = ["China", "Beijing", "Moscow", "Wei", "Carnegie", "Center", "S-400", "S-400s", "us", "US"]
TEXT = st.lists(st.sampled_from([*WORDS, ".", "\n\n", "and"]), max_size=12).map(" ".join)
ALIAS = st.builds(
    Alias,
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
    st.sampled_from(["alias", "alias", "demonym", "metonym", "weak"]),
    st.sampled_from(["exact", "fold"]),
    not_before=st.sampled_from([(), ("Center",)]),
    not_in=st.sampled_from([(), ("0",)]),
)
ENTITY = st.builds(
    lambda id, type, scope, aliases: entity(id, *aliases, type=type, scope=scope),
    st.sampled_from(["a", "b", "c", "d"]),
    st.sampled_from(["place", "person"]),
    st.sampled_from(["core", "core", "concept"]),
    st.lists(ALIAS, min_size=1, max_size=3),
)
REGISTRY = st.lists(ENTITY, max_size=4, unique_by=lambda entity: entity.id)
CORPUS = st.dictionaries(st.sampled_from([f"{n}.txt" for n in range(5)]), TEXT, max_size=5)


@settings(max_examples=60)
@given(st.lists(st.tuples(CORPUS, REGISTRY), min_size=2, max_size=4))
def test_any_change_ends_like_a_clean_rebuild(steps: list[tuple[dict[str, str], Any]]) -> None:
    with TemporaryDirectory() as folder:
        library = Library(Path(folder))
        for texts, entities in steps:
            for path in library.texts.iterdir():
                if path.name not in texts:
                    path.unlink()
            for name, text in texts.items():
                library.write(name, text)
            library.keep(*entities)
            library.refresh()

        assert contents(library.view()) == rebuilt(library, Path(folder, "other"))


def test_many_small_changes_keep_the_segments_few(library: Library, tmp_path: Path) -> None:
    chance = random.Random(7)
    for step in range(40):
        library.write(f"{chance.randrange(25)}.txt", f"words of step {step} " * chance.randrange(9))
        library.refresh()

    assert len(library.view().segments) <= 12
    assert contents(library.view()) == rebuilt(library, tmp_path / "other")


# Time and locks.


def test_a_budget_that_is_too_small_leaves_the_last_good_index(library: Library) -> None:
    library.write("a.txt", "old words")
    library.refresh()
    library.write("a.txt", "new words")
    before = library.files()

    report = library.refresh(budget=0.0)

    assert not report.written
    assert report.notes[0].startswith("index as of 20")
    assert library.files() == before


def test_a_change_that_is_soon_brought_in_is_brought_in_whole(library: Library) -> None:
    library.write("a.txt", "old words")
    library.refresh()
    library.write("a.txt", "new words")
    library.write("b.txt", "new words")

    report = library.refresh(budget=5.0)

    assert (report.added, report.changed, report.notes) == (1, 1, ())


def test_a_large_change_waits_within_a_budget(library: Library) -> None:
    library.write("a.txt", "words")
    library.refresh()
    library.write("b.txt", "words " * 400_000)

    report = library.refresh(budget=0.1)

    assert not report.written
    assert library.ids("words") == ["a.txt"]


def test_a_first_build_and_a_changed_registry_have_no_budget(library: Library) -> None:
    library.write("a.txt", "In China.")
    assert library.refresh(budget=0.0).written
    library.keep(CHINA)
    assert library.refresh(budget=0.0).rewritten == 1


def test_a_second_writer_is_told_who_writes(library: Library) -> None:
    library.write("a.txt", "words")

    with Lock(library.home / homes.LOCK), pytest.raises(Locked, match=f"process {os.getpid()}"):
        library.refresh()
    assert library.refresh().written


def test_a_search_answers_from_the_last_good_index_while_another_writes(library: Library) -> None:
    library.write("a.txt", "words")
    library.refresh()
    library.write("b.txt", "words")

    with Lock(library.home / homes.LOCK):
        report = library.refresh(budget=5.0)
    assert f"held by process {os.getpid()}" in report.notes[0]
    assert library.ids("words") == ["a.txt"]


def test_what_another_wrote_meanwhile_is_not_written_again(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.write("a.txt", "words")

    class Late(Lock):
        def __enter__(self) -> Lock:
            with monkeypatch.context() as others:
                others.setattr("tui.index.update.Lock", Lock)
                library.refresh()
            return super().__enter__()

    monkeypatch.setattr("tui.index.update.Lock", Late)
    assert not library.refresh().written


def test_a_file_that_was_renamed_at_once_is_a_rename(library: Library) -> None:
    (library.texts / "old.txt").write_text("some words")
    library.refresh()
    (library.texts / "old.txt").rename(library.texts / "new.txt")

    assert library.refresh().renamed == (("old.txt", "new.txt"),)
