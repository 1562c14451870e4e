"""One walk sees the texts of a folder and its sub-folders, and says what it leaves out and why."""

import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus import Corpus
from tui.corpus import files as corpus_files
from tui.corpus.files import id_of, name_of
from tui.model import Unusable


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty corpus folder."""
    path = tmp_path / "corpus"
    path.mkdir()
    return path


def ids(folder: Path) -> list[str]:
    return list(Corpus(folder).scan().files)


def skipped(folder: Path) -> list[tuple[str, str]]:
    return [(name, reason) for name, reason in Corpus(folder).scan().skipped]


def test_texts_of_all_sub_folders_are_found_in_order(folder: Path) -> None:
    for name in ("b.txt", "a.md", "sub/deep/c.TXT", "sub/a.txt", "B.txt", "C.Txt", "D.Md"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    assert ids(folder) == ["B.txt", "C.Txt", "D.Md", "a.md", "b.txt", "sub/a.txt", "sub/deep/c.TXT"]
    assert skipped(folder) == []


def test_hidden_files_sidecars_and_other_files_are_no_texts(folder: Path) -> None:
    for name in (".hidden.txt", ".git/a.txt", "a.meta.yaml", "b.pdf", "c.txt~", "README"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).touch()
    assert ids(folder) == []
    assert skipped(folder) == []


def test_a_stamp_changes_with_the_text_and_with_its_sidecar(folder: Path) -> None:
    (folder / "a.txt").write_text("one")
    first = Corpus(folder).scan().files["a.txt"]
    assert (first.size, first.sidecar) == (3, None)
    (folder / "a.meta.yaml").write_text("title: A")
    second = Corpus(folder).scan().files["a.txt"]
    assert second[:3] == first[:3]
    assert second.sidecar is not None
    assert second.sidecar[0] == 8
    os.utime(folder / "a.txt", ns=(1, 1))
    assert Corpus(folder).scan().files["a.txt"].mtime_ns == 1


def test_links_are_named_and_not_followed(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("secret")
    (folder / "file.txt").symlink_to(outside / "secret.txt")
    (folder / "folder").symlink_to(outside)
    (folder / "dangling.txt").symlink_to("nowhere")
    assert ids(folder) == []
    assert skipped(folder) == [
        ("dangling.txt", "a link, which is not followed"),
        ("file.txt", "a link, which is not followed"),
        ("folder", "a link, which is not followed"),
    ]


def test_the_corpus_folder_itself_may_be_a_link(folder: Path, tmp_path: Path) -> None:
    (folder / "a.txt").touch()
    (tmp_path / "link").symlink_to(folder)
    assert ids(tmp_path / "link") == ["a.txt"]


def test_pipes_and_sockets_are_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)  # the path of a socket must be short
    os.mkfifo("pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.txt")
        assert skipped(folder) == [("pipe.txt", "a named pipe"), ("socket.txt", "a socket")]


def test_an_enormous_file_is_named_before_it_is_read(folder: Path) -> None:
    with (folder / "big.txt").open("wb") as file:
        file.truncate(corpus_files.LARGEST + 1)
    with (folder / "large.txt").open("wb") as file:
        file.truncate(corpus_files.LARGEST)
    assert skipped(folder) == [("big.txt", "64 MB, larger than 64 MB")]
    assert ids(folder) == ["large.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_named(folder: Path) -> None:
    (folder / "closed").mkdir(mode=0)
    assert skipped(folder) == [("closed", "Permission denied")]


def test_a_folder_that_is_not_there_is_unusable(folder: Path) -> None:
    with pytest.raises(Unusable, match="gone cannot be read: No such file"):
        Corpus(folder / "gone").scan()
    (folder / "a.txt").touch()
    with pytest.raises(Unusable, match="Not a directory"):
        Corpus(folder / "a.txt").scan()


def test_names_in_any_bytes_have_ids_that_can_be_printed(folder: Path) -> None:
    raw = os.fsencode(folder)
    names = [b"caf\xe9.txt", b"\\xe9.txt", "é.txt".encode(), b"line\nbreak.txt", b"\xff\xfe.md"]
    for name in names:
        (folder / os.fsdecode(name)).touch()
    found = ids(folder)
    assert found == sorted(
        ["caf\\xe9.txt", "\\x5cxe9.txt", "é.txt", "line\nbreak.txt", "\\xff\\xfe.md"]
    )
    assert {os.fsencode(Corpus(folder).path(id)) for id in found} == {raw + b"/" + n for n in names}
    for id in found:
        assert Corpus(folder).read(id).text == ""


@given(st.binary(min_size=1).filter(lambda name: b"\0" not in name and b"/" not in name))
def test_every_name_has_an_id_of_its_own_and_comes_back(name: bytes) -> None:
    id = id_of(os.fsdecode(name))
    id.encode()
    assert os.fsencode(name_of(id)) == name
