"""Several segments into one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.index.library import Library, contents, entity, rebuilt
from tui.index.merging import to_merge
from tui.index.writing import FEW


@pytest.fixture
def library(library: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    """A corpus whose segments are merged whenever there are two."""
    monkeypatch.setattr("tui.index.writing.FEW", 1)
    library.keep(entity("china", "China"))
    return library


def test_a_merged_segment_says_what_its_parts_said(library: Library, tmp_path: Path) -> None:
    library.write("a.txt", "Words of China, the S-400.")
    library.write("b.txt", "Old words.")
    library.write("d.txt", "In China, words.")
    library.refresh()
    library.write("b.txt", "New words of China.")
    library.write("c.txt", "")
    library.refresh()

    assert len(library.view().segments) == 1
    assert library.view().segments[0].deleted == set()
    assert contents(library.view()) == rebuilt(library, tmp_path / "other")


def test_a_text_of_very_many_words_is_merged_with_a_short_one(
    library: Library, tmp_path: Path
) -> None:
    library.write("a.txt", "words " * 70_000 + "end")
    library.refresh()
    library.write("b.txt", "words at the end")
    library.refresh()

    assert len(library.view().segments) == 1
    assert contents(library.view()) == rebuilt(library, tmp_path / "other")


def test_segments_without_a_living_document_are_left_out(library: Library) -> None:
    library.write("a.txt", "words")
    library.refresh()
    library.write("a.txt", "other words")
    library.refresh()

    assert len(library.view().segments) == 1


def test_few_segments_are_left_alone() -> None:
    assert to_merge([1] * FEW, 1_000, FEW) == []
    assert to_merge([1] * (FEW + 1), 1_000, FEW) == list(range(FEW + 1))


def test_a_large_segment_is_not_written_again_for_small_ones() -> None:
    assert to_merge([5_000, *[1] * 9], 10_000, FEW) == list(range(1, 10))


def test_no_more_documents_are_written_than_allowed() -> None:
    assert to_merge([90] * 20, 1_000, FEW) == list(range(11))


@given(st.lists(st.integers(1, 5_000), max_size=40), st.integers(1, 10_000))
def test_a_choice_is_never_too_large_and_never_of_one(sizes: list[int], most: int) -> None:
    chosen = to_merge(sizes, most, FEW)

    assert sum(sizes[i] for i in chosen) <= most
    assert len(chosen) != 1
