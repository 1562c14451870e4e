"""Where an index lies, and which one is refused or rebuilt."""

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.index.library import Library
from tui.index import Damaged, home_of, open_view
from tui.index import home as homes
from tui.model import Unusable
from tui.places import Places, Unwritable

NOT_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places.of({}, tmp_path)


def test_a_corpus_with_a_registry_has_a_home_of_its_own(places: Places, tmp_path: Path) -> None:
    here, notes = home_of(places, tmp_path / "texts", None)
    same, _ = home_of(places, tmp_path / "texts", None)
    other, _ = home_of(places, tmp_path / "texts", tmp_path / "entities.yaml")

    assert notes == ()
    assert here == same != other
    assert here.parent == places.cache
    assert len(here.name) == 16
    assert here.stat().st_mode & 0o777 == 0o700


def test_a_corpus_reached_through_a_link_has_the_same_home(places: Places, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "link").symlink_to("texts")

    assert home_of(places, tmp_path / "link", None) == home_of(places, tmp_path / "texts", None)


def test_where_the_cache_cannot_be_written_a_temporary_folder_is_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").write_text("a file")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()

    here, notes = home_of(Places.of({}, tmp_path), tmp_path, None)

    assert (tmp_path / "temporary") in here.parents
    assert notes[0].endswith(f"the index is in {here.parent}")


@NOT_ROOT
def test_a_cache_that_belongs_to_another_user_is_refused(places: Places, tmp_path: Path) -> None:
    here, _ = home_of(places, tmp_path, None)
    os.chown(here, 12345, -1)

    with pytest.raises(Unusable, match="belongs to another user"):
        home_of(places, tmp_path, None)


@NOT_ROOT
def test_a_link_to_another_users_folder_is_refused(places: Places, tmp_path: Path) -> None:
    here, _ = home_of(places, tmp_path, None)
    shutil.rmtree(here)
    (tmp_path / "planted").mkdir()
    os.chown(tmp_path / "planted", 12345, -1)
    here.symlink_to(tmp_path / "planted")

    with pytest.raises(Unusable, match="another user"):
        home_of(places, tmp_path, None)


def test_no_index_is_no_damage(library: Library) -> None:
    assert homes.current(library.home, library.texts) is None
    with pytest.raises(Unusable, match="there is no index"):
        library.view()


@pytest.mark.parametrize(
    "foreign",
    [{"format": 0}, {"program": "other"}, {"code": "older"}, {"byteorder": "?"}, {"corpus": "/x"}],
    ids=str,
)
def test_an_index_of_another_program_or_version_is_rebuilt_and_said(
    foreign: dict[str, object], library: Library
) -> None:
    library.write("a.txt", "words")
    library.refresh()
    manifest = library.home / homes.MANIFEST
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | foreign))

    report = library.refresh()

    assert report.notes == (
        "the index was written by another program, version or for another corpus; it is built anew",
    )
    assert report.added == 1
    assert library.refresh().notes == ()


@pytest.mark.parametrize("folder", ["../elsewhere", "", "/etc", "0123456789ab/.."])
def test_a_manifest_never_leads_out_of_its_home(folder: str, library: Library) -> None:
    library.write("a.txt", "words")
    library.refresh()
    manifest = library.home / homes.MANIFEST
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | {"index": folder}))

    with pytest.raises(Damaged):
        library.view()
    assert library.refresh().written


def test_an_index_folder_that_is_a_link_is_not_read(library: Library, tmp_path: Path) -> None:
    library.write("a.txt", "words")
    library.refresh()
    folder = library.view().generation.folder
    folder.rename(tmp_path / "moved")
    folder.symlink_to(tmp_path / "moved")

    with pytest.raises(Damaged, match="not its own"):
        open_view(library.home, library.texts)


def test_a_rebuilt_index_leaves_nothing_of_the_old_one(library: Library) -> None:
    library.write("a.txt", "words")
    library.refresh()
    (library.home / homes.MANIFEST).write_text("{")
    library.refresh()

    assert sorted(path.name for path in library.home.iterdir()) == sorted(
        [homes.MANIFEST, library.view().generation.folder.name]
    )


def test_files_that_others_keep_in_a_home_are_left_alone(library: Library) -> None:
    library.write("a.txt", "words")
    library.refresh()
    (library.home / "registry.json").write_text("a copy")
    before = library.files()

    assert not library.refresh().written
    assert library.files() == before
    library.write("a.txt", "other words")
    library.refresh()
    assert (library.home / "registry.json").read_text() == "a copy"


def test_the_manifest_is_there_whole_or_as_it_was(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.write("a.txt", "words")
    library.refresh()
    before = (library.home / homes.MANIFEST).read_bytes()

    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(Unwritable, match="No space left"):
        homes.publish(library.home, library.texts, library.home / "another")

    assert (library.home / homes.MANIFEST).read_bytes() == before
