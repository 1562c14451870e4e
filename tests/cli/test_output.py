"""Answers as tables: no cell, header cells included, is a formula to a spreadsheet."""

from pathlib import Path

import pytest

from tui.cli import output
from tui.cli.main import main

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_no_cell_is_a_formula(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    row = {
        "=id": '=HYPERLINK("http://x")',
        "text": "\tx",
        "names": ["@a", "b"],
        "n": -1,
        "no": None,
    }
    output.put_rows([row], form, tuple(row))
    header, cells = capsys.readouterr().out.splitlines()
    comma = "," if form == "csv" else "\t"
    assert header.split(comma)[0] == "'=id"
    assert "'=HYPERLINK" in cells
    assert "'␉x" in cells
    assert "'@a; b" in cells
    assert cells.endswith(f"{comma}-1{comma}")


@pytest.mark.parametrize(
    ("call", "head"),
    [
        ("docs", "text                      date          words  title · author · source"),
        ("kwic S-400 --width 6", "text:line                    before  passage, behind"),
        (
            "matrix @china @russia",
            "sentences that name both; on the diagonal, all that name the one",
        ),
        ("entities su-35", "mentions texts  first, last date         type          id  "),
        ("timeline @su-35", "date                   to the  text:line  sentence"),
        ("timeline @su-35 --by-text", "date                   to the  texts that give it  ≠ texts"),
        ("figures @china", "amount                   of what           text:line  sentence"),
    ],
)
def test_a_head_stands_over_the_columns_on_a_terminal_and_not_in_a_pipe(
    call: str,
    head: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    shared_cache: Path,
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(shared_cache))
    where = ["--corpus", str(SEEDS), "--registry", str(SEEDS.parent / "entities.yaml")]
    piped = (main([*call.split(), *where]), capsys.readouterr().out)[1]
    monkeypatch.setattr(output, "is_terminal", lambda: True)
    main([*call.split(), *where])
    first, _, rest = capsys.readouterr().out.partition("\n")
    assert first.startswith(head)
    assert rest == piped
