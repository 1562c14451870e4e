"""Answers as tables: no cell, header cells included, is a formula to a spreadsheet."""

import pytest

from tui.cli import output


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
