"""What `search` and `batch` take from stdin, fold, and hand over to other programs."""

import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.cli import output
from tui.cli.main import main

Run = Callable[..., str]

STORY = "The engine was signed for in spring. Both sides praised it. Deliveries begin next year. "


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A corpus with doubles, and with signs that mean something to other programs."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY * 2)
    (folder / "b.txt").write_text(STORY * 2 + "Printed.")
    (folder / "c d.txt").write_text("Über *all*: the [engine]\n\nein Motor, an engine\tno more\n")
    return folder


@pytest.fixture
def run(texts: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """What a call answers on stdout."""

    def answer(*argv: str) -> str:
        main([*argv, "--corpus", str(texts)])
        return capsys.readouterr().out

    return answer


def type_in(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Have a text on stdin."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_a_dash_reads_the_query_from_stdin(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    type_in(monkeypatch, '"sides praised"\n')

    assert json.loads(run("search", "-", "--json"))["total"] == 2


def test_a_word_with_a_dash_is_left_out_wherever_it_stands(run: Run) -> None:
    for query in (["-Motor", "engine"], ["engine", "-Motor"], ["engine", "-Motor", "--limit", "9"]):
        assert json.loads(run("search", *query, "--json"))["total"] == 2
    assert json.loads(run("search", "-Motor", "--json"))["total"] == 2


def test_near_duplicates_are_folded_unless_that_is_not_wanted(run: Run) -> None:
    folded = run("search", "engine").splitlines()
    apart = run("search", "engine", "--no-fold").splitlines()

    assert [line for line in folded if "like it" in line] == ["  +1 like it: b.txt (94%)"]
    assert [line.split("  ")[0] for line in apart if not line.startswith(" ")] == [
        "c d.txt",
        "a.txt",
        "b.txt",
    ]


def test_how_many_passages_there_are_is_said_and_where_all_of_them_are(
    texts: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    where = ["--corpus", str(texts), "--no-fold"]
    main(["search", "Motor", *where])
    assert capsys.readouterr().err.endswith("1 passage in 1 text\n")
    main(["search", "engine", *where])
    assert capsys.readouterr().err == "6 passages in 3 texts\n"
    main(["search", "doc:a.txt", *where])
    assert capsys.readouterr().err == "1 text\n"
    monkeypatch.setattr(output, "is_watched", lambda: True)
    main(["search", "engine", *where])
    said = "6 passages in 3 texts; shown is the best of each, kwic shows all\n"
    assert capsys.readouterr().err.endswith(said)


def test_json_is_never_folded(run: Run) -> None:
    found = json.loads(run("search", "engine", "--json"))

    assert {hit["doc"] for hit in found["hits"]} == {"a.txt", "b.txt", "c d.txt"}
    assert sum(len(hit["spans"]) for hit in found["hits"]) == found["mentions_total"] == 6


def test_markdown_quotes_and_means_nothing_by_the_signs_of_the_text(run: Run) -> None:
    assert run("search", "all", "--format", "markdown").splitlines() == [
        r"- **Über \*all\*: the \[engine\]**, c d.txt:1",
        r"  > Über \*all\*: the \[engine\]",
    ]


def test_vim_goes_to_each_span(
    run: Run, texts: Path, tmp_path: Path, need: Callable[[str], str], monkeypatch: Any
) -> None:
    vim = need("vim")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "found").write_text(run("search", "engine", "doc:c*", "--format", "vimgrep"))
    script = [
        "cfile found",
        "let places = map(getqflist(), {_, e -> [bufname(e.bufnr), e.lnum, e.col, e.text]})",
        "call writefile([json_encode(places)], 'places')",
        "clast",
        "call writefile([expand('<cword>') . ' ' . line('.')], 'word')",
        "qall!",
    ]
    commands = [part for line in script for part in ("-c", line)]
    subprocess.run([vim, "-Nu", "NONE", "-es", *commands], check=True, timeout=30)
    places = json.loads((tmp_path / "places").read_text())

    assert places == [
        ["texts/c d.txt", 1, 19, "Über *all*: the [engine]"],
        ["texts/c d.txt", 3, 15, "ein Motor, an engine␉no more"],
    ]
    assert (tmp_path / "word").read_text() == "engine 3\n"


def test_batch_reads_names_from_stdin_and_goes_on_after_a_bad_row(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, texts: Path
) -> None:
    type_in(monkeypatch, "No;Name\n1;Motor\n2\n3;engine\n")
    status = main(["batch", "-", "--json", "--corpus", str(texts)])
    said = capsys.readouterr()

    assert status == 1
    assert [json.loads(line)["mentions"] for line in said.out.splitlines()] == [1, 6]
    assert "readroom: -:3: '' is no name" in said.err.splitlines()
    assert "readroom: 1 row of 3 passed over" in said.err.splitlines()


def test_a_list_without_a_header_has_names_in_its_first_column(run: Run, tmp_path: Path) -> None:
    names = tmp_path / "names.tsv"
    names.write_bytes("\ufeffMotor\tx\r\nengine\ty\r\n".encode())

    assert run("batch", str(names), "--format", "csv").splitlines()[1:] == [
        'Motor,,,1,1,c d.txt,3,"ein Motor, an engine no more",',
        "engine,,,3,6,a.txt,1,The engine was signed for in spring.,",
    ]


@pytest.mark.parametrize("command", ["search", "saved", "batch"])
def test_every_option_is_explained(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    said = capsys.readouterr().out

    options = {
        "search": "--like --limit --sort --facets --explain --no-fold --patient --save"
        " markdown vimgrep",
        "saved": "--remove query:NAME",
        "batch": "FILE stdin column",
    }
    assert [word for word in options[command].split() if word not in said] == []
