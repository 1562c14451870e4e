"""Segments merged while nothing else is to be done."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.index.library import Library, contents, entity, rebuilt
from tui.index import home as homes
from tui.index import is_scattered, tidy, tidying
from tui.index.merging import Merged, merged
from tui.lock import Lock
from tui.places import Unwritable


@pytest.fixture
def library(library: Library) -> Library:
    """A corpus of eight texts in four segments."""
    library.keep(entity("china", "China"))
    for name in "abcd":
        library.write(f"{name}.txt", f"Words of China, the {name}-400.")
        library.write(f"{name}{name}.txt", f"Old words of {name}.")
        library.refresh()
    assert len(library.view().segments) == 4
    return library


def meanwhile(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """Have something happen when the new segment is made and not yet in its place."""

    def then(*args: object) -> Merged:
        made = merged(*args)  # type: ignore[arg-type]  # as it was called
        act()
        return made

    monkeypatch.setattr(tidying, "merged", then)


def test_many_segments_become_one_that_says_the_same(library: Library, tmp_path: Path) -> None:
    assert tidy(library.home, library.texts)

    assert len(library.view().segments) == 1
    assert contents(library.view()) == rebuilt(library, tmp_path / "other")
    assert not library.refresh().written


def test_few_are_left_alone(library: Library) -> None:
    tidy(library.home, library.texts)
    before = library.files()

    assert not tidy(library.home, library.texts)
    assert library.files() == before


def test_what_another_process_writes_meanwhile_is_kept(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write() -> None:
        library.write("a.txt", "Other words.")
        (library.texts / "b.txt").unlink()
        library.write("new.txt", "New words of China.")
        library.refresh()

    meanwhile(monkeypatch, write)
    assert tidy(library.home, library.texts)

    assert len(library.view().segments) == 2
    assert contents(library.view()) == rebuilt(library, tmp_path / "other")


def test_where_a_part_is_gone_meanwhile_all_is_left_as_it_is(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def remove() -> None:
        for path in library.texts.glob("a*.txt"):
            path.unlink()
        library.refresh()

    meanwhile(monkeypatch, remove)
    assert not tidy(library.home, library.texts)

    assert len(library.view().segments) == 3
    assert contents(library.view()) == rebuilt(library, tmp_path / "other")


@settings(max_examples=20, deadline=None)
@given(
    before=st.lists(st.sampled_from(range(8)), max_size=4),
    after=st.lists(st.sampled_from(range(8)), max_size=4),
)
def test_whatever_changes_before_and_meanwhile(
    before: list[int], after: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    library = Library(tmp_path_factory.mktemp("library"))
    for number in range(8):
        library.write(f"{number}.txt", f"Words {number} of a text.")
        if number % 2:
            library.refresh()

    def change(numbers: list[int]) -> None:
        for at, number in enumerate(numbers):
            path = library.texts / f"{number}.txt"
            path.unlink() if path.exists() and at % 2 else library.write(path.name, f"Now {at}.")
            library.refresh()

    change(before)
    with pytest.MonkeyPatch.context() as patch:
        meanwhile(patch, lambda: change(after))
        tidy(library.home, library.texts)

    assert contents(library.view()) == rebuilt(library, library.texts.parent / "other")
    assert not library.view().generation.left_over()


def test_an_index_that_is_built_anew_meanwhile_is_left_alone(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build() -> None:
        (library.home / homes.DAMAGED).write_text("as a test wants it")
        library.refresh()

    meanwhile(monkeypatch, build)

    assert not tidy(library.home, library.texts)
    assert len(library.view().everything()) == 8
    assert not library.refresh().written


def test_whoever_writes_is_not_waited_for_and_does_not_wait(library: Library) -> None:
    with Lock(library.home / homes.LOCK):
        assert not tidy(library.home, library.texts)
    with Lock(library.home / homes.TIDYING_LOCK):
        assert not tidy(library.home, library.texts)
        library.write("new.txt", "New words.")
        assert library.refresh().added == 1


def test_what_is_being_merged_is_left_there_by_writers(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write() -> None:
        library.write("new.txt", "New words.")
        library.refresh()
        assert list((library.home / homes.TIDYING).iterdir())

    meanwhile(monkeypatch, write)

    assert tidy(library.home, library.texts)


def test_what_a_killed_one_has_left_is_gone_after_the_next_refresh(library: Library) -> None:
    folder = library.home / homes.TIDYING
    folder.mkdir()
    (folder / "half.seg").write_bytes(b"half")

    library.refresh()

    assert not folder.exists()
    assert is_scattered(library.view().generation)


def test_a_full_disk_is_said_and_changes_nothing(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise OSError(28, os.strerror(28))

    before = contents(library.view())
    meanwhile(monkeypatch, fail)

    with pytest.raises(Unwritable, match="No space left on device"):
        tidy(library.home, library.texts)
    assert contents(library.view()) == before
    assert sorted(path.name for path in library.home.iterdir() if path.is_file()) == [
        "manifest.json"
    ]
