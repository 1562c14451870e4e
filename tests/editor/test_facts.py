"""A fact is corrected in the file beside a text, and nothing else in it changes."""

from pathlib import Path

import pytest

from tui import editor
from tui.editor.facts import correct
from tui.model import Refused
from tui.places import Places
from tui.yamltree import parse

WRITTEN = """\
# Found in the archive.
title: "A title"      # as printed
authors:
  - One Author        # the first
  - Another
date:
url: https://example.org/a
"""


def corrected(tmp_path: Path, name: str, said: str, before: str | None = WRITTEN) -> str:
    """The file as it would be."""
    sidecar = tmp_path / "a.meta.yaml"
    if before is not None:
        sidecar.write_bytes(before.encode())
    return correct(sidecar, name, said).after.decode()


def test_a_value_is_replaced_where_it_stands(tmp_path: Path) -> None:
    after = corrected(tmp_path, "title", "Another: title")
    assert after == WRITTEN.replace('"A title"', "'Another: title'")


def test_a_list_is_replaced_as_a_whole(tmp_path: Path) -> None:
    after = corrected(tmp_path, "authors", "Somebody Else; A. N. Other")
    assert parse(after.encode()).plain()["authors"] == ["Somebody Else", "A. N. Other"]
    assert after.startswith(WRITTEN[: WRITTEN.index("  - One")])
    assert after.endswith(WRITTEN[WRITTEN.index("date:") :])


def test_a_key_without_a_value_gets_one(tmp_path: Path) -> None:
    assert corrected(tmp_path, "date", "2014-05") == WRITTEN.replace("date:", "date: '2014-05'")


@pytest.mark.parametrize("before", [WRITTEN, WRITTEN.rstrip("\n"), "# nothing yet\n", ""])
def test_a_new_fact_is_a_line_at_the_end(tmp_path: Path, before: str) -> None:
    after = corrected(tmp_path, "source", "The Herald", before)
    assert after == before.rstrip("\n") + "\n" * bool(before) + "source: The Herald\n"


def test_a_file_in_braces_stays_in_braces(tmp_path: Path) -> None:
    after = corrected(tmp_path, "source", "The Herald", "{title: A title}\n")
    assert after == "{title: A title, source: The Herald}\n"


def test_a_text_without_a_file_gets_one(tmp_path: Path) -> None:
    assert corrected(tmp_path, "languages", "en; ru", None) == "languages: [en, ru]\n"


def test_nothing_said_means_that_there_is_none(tmp_path: Path) -> None:
    assert "url: null\n" in corrected(tmp_path, "url", "  ")


@pytest.mark.parametrize(
    ("name", "said", "why"),
    [
        ("date", "the spring", "date: the spring is not a date like 2025"),
        ("status", "copy", "status: copy is none of original, digest"),
        ("url", "example", "url: example is not a web address"),
        ("colour", "red", "there is no fact called 'colour'"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, name: str, said: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        corrected(tmp_path, name, said)


def test_it_is_written_and_taken_back_like_every_edit(tmp_path: Path) -> None:
    places = Places.of({}, tmp_path / "root")
    sidecar, registry = tmp_path / "a.meta.yaml", tmp_path / "entities.yaml"
    sidecar.write_text(WRITTEN)
    editor.write(correct(sidecar, "authors", "Nobody"), registry, places)
    assert "authors:\n  [Nobody]" in sidecar.read_text()
    assert editor.undo(registry, places).what == "authors: [Nobody]"
    assert sidecar.read_text() == WRITTEN
