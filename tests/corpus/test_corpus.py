"""A document is the text as stored, its zones, its facts and its hash."""

import codecs
import hashlib
import os
from pathlib import Path

import pytest

from tui.corpus import Corpus


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty corpus folder."""
    path = tmp_path / "corpus"
    path.mkdir()
    return path


def test_line_ends_are_kept_as_stored(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"one\r\ntwo\rthree\n\n\nfour")
    assert Corpus(folder).read("a.txt").text == "one\r\ntwo\rthree\n\n\nfour"


def test_the_text_is_not_normalised(folder: Path) -> None:
    text = "e\u0301 \u212b \ufb01 \u00a0\u200b"
    (folder / "a.txt").write_text(text)
    assert Corpus(folder).read("a.txt").text == text


def test_the_hash_is_of_the_text_whatever_its_encoding(folder: Path) -> None:
    text = "Военно-техническое сотрудничество двух стран\n"
    (folder / "a.txt").write_text(text)
    (folder / "b.txt").write_bytes(codecs.BOM_UTF8 + text.encode())
    (folder / "c.txt").write_bytes(text.encode("windows-1251"))
    documents = [Corpus(folder).read(id) for id in Corpus(folder).scan().files]
    assert {each.sha256 for each in documents} == {hashlib.sha256(text.encode()).hexdigest()}
    assert [each.encoding for each in documents] == ["utf-8", "utf-8", "windows-1251"]


def test_an_empty_file_is_an_empty_document(folder: Path) -> None:
    (folder / "a.txt").touch()
    document = Corpus(folder).read("a.txt")
    assert (document.text, document.zones) == ("", ())


def test_the_path_of_a_document_opens_its_file(folder: Path) -> None:
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text("text")
    assert Corpus(folder).path("caf\\xe9.txt").read_text() == "text"


def test_the_zones_of_every_text_tile_it(corpus: Path) -> None:
    for id in Corpus(corpus).scan().files:
        document = Corpus(corpus).read(id)
        pieces = [document.text[z.span.start : z.span.end] for z in document.zones]
        assert "".join(pieces) == document.text
