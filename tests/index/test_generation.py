"""What a commit leaves, and what becomes of it when its files are damaged."""

import json
import pickle
import random
from hashlib import sha256
from pathlib import Path

import pytest

from tests.index.library import Library, contents, entity
from tui.index import Damaged
from tui.index import generation as generations
from tui.index.generation import load


@pytest.fixture
def library(library: Library) -> Library:
    """A corpus with an index."""
    library.keep(entity("china", "China"))
    for number in range(5):
        library.write(f"{number}.txt", f"Words of China, number {number}. " * 40)
    library.refresh()
    return library


def folder(library: Library) -> Path:
    return library.view().generation.folder


def test_a_generation_knows_what_it_was_made_from(library: Library) -> None:
    made = load(folder(library))

    assert list(made.stamps) == [f"{number}.txt" for number in range(5)]
    assert made.registry().entities.keys() == {"china"}
    assert made.is_whole
    assert list(made.faults()) == []


def test_every_file_of_the_folder_is_accounted_for(library: Library) -> None:
    library.write("0.txt", "other words")
    library.refresh()
    made = load(folder(library))

    assert made.left_over() == set()


def test_a_flipped_byte_in_any_file_is_found_said_and_healed(library: Library) -> None:
    expected = contents(library.view())
    chance = random.Random(3)
    for name in sorted(path.name for path in folder(library).iterdir()):
        path = next(path for path in library.home.rglob("*") if _alike(path.name, name))
        data = bytearray(path.read_bytes())
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)

        with pytest.raises(Damaged):
            library.view()
        report = library.refresh()

        assert report.notes[0].endswith("it is built anew"), name
        assert contents(library.view()) == expected, name
        assert library.refresh().notes == ()


def _alike(name: str, other: str) -> bool:
    """Whether two files have the same part in two indexes."""
    return name.split(".", 1)[1:] == other.split(".", 1)[1:] and name[:3] == other[:3]


@pytest.mark.parametrize("size", [0, 1, 100])
def test_a_file_that_is_cut_off_is_found_said_and_healed(size: int, library: Library) -> None:
    for name in sorted(load(folder(library)).files):
        path = next(path for path in library.home.rglob("*") if _alike(path.name, name))
        data = path.read_bytes()
        if len(data) <= size:
            continue
        path.write_bytes(data[:size])

        assert library.refresh().notes[0].endswith("it is built anew"), name
        assert library.ids("words") == [f"{number}.txt" for number in range(5)]


def test_a_missing_file_is_found_said_and_healed(library: Library) -> None:
    for name in sorted(load(folder(library)).files):
        path = next(path for path in library.home.rglob("*") if _alike(path.name, name))
        path.unlink()

        assert library.refresh().notes[0].endswith("it is built anew"), name
        assert library.ids("words") == [f"{number}.txt" for number in range(5)]


def test_in_a_large_index_damage_shows_when_it_is_read_and_the_next_refresh_heals_it(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generations, "SMALL", 0)
    [segment] = folder(library).glob("*.seg")
    data, lists = segment.read_bytes(), library.view().segments[0].lists.tobytes()
    segment.write_bytes(data.replace(lists, b"\xff" * len(lists)))

    view = library.view()
    with pytest.raises(Damaged, match="cannot be read"):
        view.documents("words", ["words"])
    report = library.refresh()

    assert report.notes[0].startswith("the index cannot be read (")
    assert library.ids("words") == [f"{number}.txt" for number in range(5)]


def test_a_fault_of_the_program_is_not_taken_for_damage(library: Library) -> None:
    with pytest.raises(AttributeError):
        library.view().documents("words", [3])  # type: ignore[list-item]  # the fault
    assert library.refresh().notes == ()


class Planted:
    """A pickle that runs code where it is loaded."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> object:
        return (Path.touch, (self.path,))


def test_a_planted_table_of_contents_is_refused_though_its_hash_is_right(
    library: Library, tmp_path: Path
) -> None:
    [contents_] = folder(library).glob("*.toc")
    [about] = folder(library).glob("*.made")
    data = contents_.read_bytes()
    start = data.rindex(b"\x80" + bytes([pickle.HIGHEST_PROTOCOL]))
    data = data[:start] + pickle.dumps([Planted(tmp_path / "harm")])
    contents_.write_bytes(data)
    _, said_, stamps = about.read_bytes().split(b"\n", 2)
    said = json.loads(said_)
    said["files"][contents_.name] = [len(data), sha256(data).hexdigest()]
    body = json.dumps(said).encode() + b"\n" + stamps
    about.write_bytes(sha256(body).hexdigest().encode() + b"\n" + body)

    report = library.refresh()

    assert report.notes[0].startswith("the index names ")
    assert not (tmp_path / "harm").exists()
    assert library.refresh().notes == ()
