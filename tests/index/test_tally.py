"""What is counted of every entity in one walk, over several segments and without the deleted."""

from pathlib import Path

import pytest

from tests.index.library import Library, entity
from tui.index import Tally


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path)
    library.keep(entity("ann", "Ann"), entity("bob", "Bob"), entity("dee", "Dee"))
    for doc, date, text in (
        ("a", "2019-05", "Ann met Ann. Bob."),
        ("b", "2021-01-31", "Ann left."),
        ("c", None, "Bob was there."),
    ):
        library.write(f"{doc}.txt", text)
        if date:
            (library.texts / f"{doc}.meta.yaml").write_text(
                f"date: '{date}'\ndate_certainty: exact\n", encoding="utf-8"
            )
        library.refresh()
    return library


def test_mentions_texts_and_dates_are_counted_over_all_segments(library: Library) -> None:
    assert library.view().tallies == {
        "ann": Tally(3, 2, 20190500, 20210131),
        "bob": Tally(2, 2, 20190500, 20190500),
    }


def test_what_was_removed_is_not_counted(library: Library) -> None:
    (library.texts / "a.txt").unlink()
    library.refresh()
    assert library.view().tallies == {
        "ann": Tally(1, 1, 20210131, 20210131),
        "bob": Tally(1, 1, 0, 0),
    }


def test_the_tally_is_what_is_counted_of_each_entity_alone(library: Library) -> None:
    view = library.view()
    for id, tally in view.tallies.items():
        assert (tally.mentions, tally.documents) == view.counts(id)
