"""Only a regular file inside the corpus is ever read, and reading never waits."""

import os
from pathlib import Path

import pytest

from tui.corpus import Corpus, Unreadable, reading


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus folder with one text, next to a text that is not of the corpus."""
    path = tmp_path / "corpus"
    (path / "sub").mkdir(parents=True)
    (path / "sub" / "a.txt").write_text("inside")
    (tmp_path / "outside.txt").write_text("outside")
    return path


def reason(folder: Path, id: str) -> str:
    with pytest.raises(Unreadable) as raised:
        Corpus(folder).read(id)
    assert str(raised.value) == f"{id}: {raised.value.reason}"
    return raised.value.reason


def test_a_text_of_a_sub_folder_is_read(folder: Path) -> None:
    assert Corpus(folder).read("sub/a.txt").text == "inside"


@pytest.mark.parametrize(
    "id",
    [
        *("../outside.txt", "/etc/passwd.txt", "sub/../../outside.txt", "./sub/a.txt"),
        *("sub//a.txt", "sub", "sub/", ".hidden.txt", "a\0.txt", "entities.yaml"),
    ],
)
def test_what_is_no_id_of_a_text_is_refused(folder: Path, id: str) -> None:
    assert reason(folder, id) == "not the name of a text"


def test_links_are_not_followed(folder: Path) -> None:
    (folder / "link.txt").symlink_to("../outside.txt")
    (folder / "up").symlink_to("..")
    assert reason(folder, "link.txt") == "a link, which is not followed"
    assert reason(folder, "up/outside.txt") == "Not a directory"


def test_what_is_no_file_is_refused_at_once(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "folder.txt").mkdir()
    assert reason(folder, "pipe.txt") == "a named pipe"
    assert reason(folder, "folder.txt") == "a folder"
    assert reason(folder, "gone.txt") == "there is no such file"


def test_an_enormous_file_is_refused_before_it_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LARGEST", 1 << 20)
    with (folder / "big.txt").open("wb") as file:
        file.truncate(3 << 20)
    assert reason(folder, "big.txt").startswith("3 MB, larger than")


def test_a_file_that_grows_while_it_is_read_is_read_to_its_end(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "a.txt"
    path.write_text("one")
    seen = os.fstat

    def fstat(descriptor: int) -> os.stat_result:
        status = seen(descriptor)
        path.write_text("one two three")
        return status

    monkeypatch.setattr(os, "fstat", fstat)
    assert Corpus(folder).read("a.txt").text == "one two three"
