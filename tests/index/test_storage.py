"""What may be read from a folder of index files, and what may not."""

import os
import pickle
from pathlib import Path

import pytest
from whoosh.codec.whoosh3 import W3Segment

from tui.index.codec import Codec
from tui.index.storage import SMALL, Damaged, Storage


class Planted:
    """A pickle that runs code where it is loaded."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> object:
        return (Path.touch, (self.path,))


def stored(folder: Path, data: bytes) -> Storage:
    (folder / "a").write_bytes(data)
    return Storage(folder)


def test_a_planted_pickle_is_refused_before_it_runs(tmp_path: Path) -> None:
    storage = stored(tmp_path, pickle.dumps([Planted(tmp_path / "harm")]))

    with pytest.raises(Damaged, match=r"the index names .*\.touch"):
        storage.open_file("a").read_pickle()
    assert not (tmp_path / "harm").exists()


@pytest.mark.parametrize("value", [print, Storage, pickle.Unpickler, W3Segment.doc_count])
def test_no_name_but_those_of_a_table_of_contents_is_loaded(value: object, tmp_path: Path) -> None:
    with pytest.raises(Damaged):
        stored(tmp_path, pickle.dumps(value)).open_file("a").read_pickle()


def test_a_table_of_contents_is_loaded(tmp_path: Path) -> None:
    segment = W3Segment(Codec(), "MAIN", 3, deleted={1})

    [loaded] = stored(tmp_path, pickle.dumps([segment])).open_file("a").read_pickle()
    assert (loaded.segment_id(), list(loaded.deleted_docs())) == (segment.segment_id(), [1])


@pytest.mark.parametrize("size", [10, 10 * SMALL])
def test_an_open_file_stays_readable_when_it_is_removed(size: int, tmp_path: Path) -> None:
    file = stored(tmp_path, b"0123456789" * (size // 10)).open_file("a")
    (tmp_path / "a").unlink()

    assert file.get(size - 4, 4) == b"6789"


def test_a_part_of_a_file_is_read_like_a_file(tmp_path: Path) -> None:
    part = stored(tmp_path, b"..one\ntwo.").open_file("a").subset(2, 7)

    assert (part.readline(), part.read(1), part.tell()) == (b"one\n", b"t", 5)
    assert (part.seek(-2, os.SEEK_END), part.read()) == (5, b"wo")
    assert (part.seek(1), part.seek(2, os.SEEK_CUR), part.read(9)) == (1, 3, b"\ntwo")


def test_an_empty_file_is_opened(tmp_path: Path) -> None:
    assert stored(tmp_path, b"").open_file("a").get(0, 4) == b""


def test_numbers_are_read_as_whoosh_writes_them(tmp_path: Path) -> None:
    file = stored(tmp_path, b"..\x00\x00\x00\x01\x00\x00\x01\x00").open_file("a")

    assert file.get_array(2, "i", 2).tolist() == [1, 256]


def test_a_folder_that_cannot_be_listed_is_not_taken_for_empty(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Storage(tmp_path / "gone").list()
