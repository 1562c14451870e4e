"""`corpus` and `add`: names for corpora in config.yaml, and texts taken into one."""

import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tui.cli.main import main

TALK = "A talk.\r\n\r\nBeijing bought ten aircraft.\r\n"


@pytest.fixture
def call(call: Call, monkeypatch: pytest.MonkeyPatch) -> Call:
    """The same where a.txt is beside texts/, and nobody types."""
    Path("a.txt").write_bytes(TALK.encode())
    monkeypatch.setattr("sys.stdin", io.StringIO())
    return call


@pytest.fixture
def config(tmp_path: Path) -> Path:
    (tmp_path / "home" / "config").mkdir(parents=True)
    return tmp_path / "home" / "config" / "config.yaml"


def test_a_named_corpus_is_opened_from_the_folder_of_a_draft(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call("corpus", "add", "news", "texts") == (
        0,
        "",
        "news is ./texts: readroom --corpus news opens it\n",
    )
    assert (
        call("add", "a.txt", "--corpus", "news", "--author", "Ada Sample", "--date", "2024")[0] == 0
    )
    (tmp_path / "drafts").mkdir()
    monkeypatch.chdir(tmp_path / "drafts")
    status = main(["cite", "ten aircraft", "--corpus", "news", "--root", "../home"])
    assert status == 0


def test_the_first_named_corpus_is_opened_where_there_is_no_other(call: Call) -> None:
    assert call("docs")[0] == 3
    call("corpus", "add", "news", "texts")
    call("add", "a.txt", "--date", "2024", "--author", "Ada Sample")
    assert call("docs")[:2] == (0, "a.txt  2024              6  a.txt · Ada Sample\n")


def test_the_names_are_listed_with_what_they_open(call: Call, tmp_path: Path) -> None:
    assert call("corpus", "list") == (1, "", "readroom: no corpus has a name\n")
    assert call("corpus") == call("corpus", "list")
    (tmp_path / "names.yaml").write_text("entities: []\n")
    call("corpus", "add", "news", "texts", "--registry", "names.yaml")
    (tmp_path / "old").mkdir()
    call("corpus", "add", "archive", "old")
    (tmp_path / "old").rmdir()
    assert call("corpus", "list")[1] == (
        "news     ./texts  with ./names.yaml\narchive  ./old  (not there)\n"
    )
    rows = [json.loads(line) for line in call("corpus", "list", "--json")[1].splitlines()]
    assert rows[1] == {
        "name": "archive",
        "path": str(tmp_path / "old"),
        "registry": None,
        "there": False,
    }
    header, first, second = call("corpus", "list", "--format", "tsv")[1].splitlines()
    assert header == "name\tpath\tregistry\tthere"
    assert first.endswith("\ttrue")
    assert second.endswith("\tfalse")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "news", "texts"), "there is a corpus 'news' already"),
        (("add", "a b", "texts"), "'a b' is no name for a corpus"),
        (("add", "../x", "texts"), "'../x' is no name for a corpus"),
        (("add", "x", "nowhere"), "nowhere is not a folder"),
        (("add", "x", "texts", "--registry", "no.yaml"), "the registry no.yaml is not a file"),
        (("remove", "x"), "there is no corpus 'x'"),
    ],
)
def test_what_cannot_be_named_is_refused(
    words: tuple[str, ...], said: str, call: Call, tmp_path: Path
) -> None:
    call("corpus", "add", "news", "texts")
    before = (tmp_path / "home/config/config.yaml").read_bytes()
    status, out, err = call("corpus", *words)
    assert (status, out) in ((1, ""), (3, ""))
    assert err.startswith(f"readroom: {said}")
    assert (tmp_path / "home/config/config.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("before", "after", "without"),
    [
        ("", "corpora:\n  new: HERE\n", "corpora: {}\n"),
        ("# ours\n", "# ours\ncorpora:\n  new: HERE\n", "# ours\ncorpora: {}\n"),
        ("corpora:\n", "corpora:\n  new: HERE\n", "corpora: {}\n"),
        ("corpora: {}\n", "corpora: {new: HERE}\n", "corpora: {}\n"),
        ("x: 1", "x: 1\ncorpora:\n  new: HERE\n", "x: 1\ncorpora: {}\n"),
        (
            "corpora:\n    a: old  # mine\n    # the last\n\nx: 1\n",
            "corpora:\n    a: old  # mine\n    new: HERE\n    # the last\n\nx: 1\n",
            "corpora:\n    a: old  # mine\n    # the last\n\nx: 1\n",
        ),
        (
            "corpora:\r\n  a: {path: old,\r\n    registry: r.yaml}\r\n",
            "corpora:\r\n  a: {path: old,\r\n    registry: r.yaml}\r\n  new: HERE\r\n",
            "corpora:\r\n  a: {path: old,\r\n    registry: r.yaml}\r\n",
        ),
        ("corpora: {a: old,}\n", "corpora: {a: old, new: HERE,}\n", "corpora: {a: old, }\n"),
        ("\ufeffcorpora:\n  a: old", "\ufeffcorpora:\n  a: old\n  new: HERE", None),
    ],
)
def test_an_edit_of_the_config_leaves_every_other_byte(
    before: str, after: str, without: str | None, call: Call, config: Path
) -> None:
    config.write_bytes(before.encode())
    assert call("corpus", "add", "new", "texts")[0] == 0
    written = config.read_bytes().decode()
    assert written.replace(f"'{Path('texts').absolute()}'", "HERE") == after
    assert call("corpus", "remove", "new")[0] == 0
    if without is not None:
        assert config.read_bytes().decode() == without


@pytest.mark.parametrize("text", ["corpora: [a]\n", "corpora: x\n", "corpora: {a: [1}\n", "- a\n"])
def test_a_config_that_is_none_is_left_alone(text: str, call: Call, config: Path) -> None:
    config.write_text(text)
    status, out, err = call("corpus", "add", "new", "texts")
    assert (status, out) == (3, "")
    assert "config.yaml" in err
    assert config.read_text() == text


def test_a_text_is_copied_byte_for_byte_with_what_is_known_of_it(
    call: Call, tmp_path: Path
) -> None:
    words = (
        "--title",
        "It's: a #talk",
        "--author",
        "A. Sample",
        "--author",
        "Ц. Д",
        "--date",
        "2024-05",
    )
    assert call("add", "a.txt", "--corpus", "texts", *words) == (0, "a.txt\n", "")
    assert (tmp_path / "texts/a.txt").read_bytes() == TALK.encode()
    assert (tmp_path / "texts/a.meta.yaml").read_text() == (
        "title: \"It's: a #talk\"\nauthors: [A. Sample, Ц. Д]\ndate: '2024-05'\n"
    )
    status, out, err = call("add", "a.txt", "--corpus", "texts")
    assert (status, out) == (1, "")
    assert err == "readroom: a.txt is not taken in: a.txt is there already\n"


def test_what_is_missing_for_a_citation_is_said(call: Call) -> None:
    status, out, err = call("add", "a.txt", "--corpus", "texts", "--json")
    assert (status, json.loads(out)) == (
        0,
        {"doc": "a.txt", "missing": ["title", "authors", "source", "date"]},
    )
    assert err == "readroom: a.txt has no author and no date: cite will ask for --nd\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("b.pdf",), "b.pdf is not taken in: a text is called NAME.txt or NAME.md"),
        (("no.txt",), "no.txt is not taken in: there is no such file"),
        (("a.txt", "no.txt"), "no.txt is not taken in: there is no such file"),
        (("a.txt", "--date", "2024-13-01"), "a.txt: date: month must be in 1..12"),
        (("a.txt", "c.txt", "--title", "T"), "--title is for one file"),
        (("a.txt", "--corpus", "nowhere"), "the corpus nowhere is not there"),
    ],
)
def test_what_cannot_be_taken_in_leaves_the_corpus_as_it_was(
    words: tuple[str, ...], said: str, call: Call, tmp_path: Path
) -> None:
    (tmp_path / "b.pdf").write_text("x")
    (tmp_path / "c.txt").write_text("x")
    status, out, err = call("add", "--corpus", "texts", *words)
    assert (status > 0, out) == (True, "")
    assert err.startswith(f"readroom: {said}")
    assert list((tmp_path / "texts").iterdir()) == []


def test_on_a_terminal_it_asks_for_what_is_not_known(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "a.txt").write_text("Words.\n")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "tui", "add", "a.txt", "--corpus", "texts", "--root", "home"]
    call = subprocess.Popen(
        [*command, "--source", "The Paper"],
        stdin=theirs,
        stderr=theirs,
        stdout=subprocess.PIPE,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)},
    )
    os.close(theirs)
    os.write(ours, b"\nAda Sample; Bo Sample\nyesterday\n2024-05-06\n")
    out, _ = call.communicate(timeout=60)
    said = os.read(ours, 4096).decode()
    os.close(ours)
    assert (call.returncode, out) == (0, b"a.txt\n")
    assert [question in said for question in ("title?", "author?", "source?")] == [
        True,
        True,
        False,
    ]
    assert "date: yesterday" in said.replace("'", "") or "yesterday" in said
    assert (tmp_path / "texts/a.meta.yaml").read_text() == (
        "authors: [Ada Sample, Bo Sample]\nsource: The Paper\ndate: '2024-05-06'\n"
    )


def test_a_corpus_may_be_called_as_a_command_is(call: Call, tmp_path: Path) -> None:
    (tmp_path / "texts").rename(tmp_path / "docs")
    call("add", "a.txt", "--corpus", "docs", "--date", "2024", "--author", "Ada Sample")
    assert main(["--corpus", "docs", "--root", "home", "search", "--limit", "1", "aircraft"]) == 0
