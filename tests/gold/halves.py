"""The gold lists of dates and figures, by halves, with the texts that they are of."""

import csv
import os
from pathlib import Path

import pytest

GOLD = Path(__file__).parent
CORPORA = Path(os.environ.get("READROOM_CORPORA") or "no-corpora")
Row = dict[str, str]


def rows(
    name: str, half: str, corpora: str, request: pytest.FixtureRequest
) -> list[tuple[Row, Path]]:
    """The rows of one half, each with the path of its text, of the "originals" or the "corpora"."""
    if corpora == "corpora" and not CORPORA.is_dir():
        pytest.skip("READROOM_CORPORA names no folder of the annotated corpora")
    with (GOLD / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    if corpora == "originals":
        folders = {"seeds": request.getfixturevalue("originals")}
    else:
        folders = {r["set"]: CORPORA / r["set"] / "docs" for r in lines if r["set"] != "seeds"}
    return [
        (row, folders[row["set"]] / row["doc"])
        for row in lines
        if row["half"] == half and row["set"] in folders
    ]


def text_of(path: Path) -> str:
    """The text of a file as stored, line ends and all."""
    return path.read_bytes().decode()


def touches(row: Row, span: tuple[int, int]) -> bool:
    """Whether a span shares a character with that of a row."""
    return span[0] < int(row["end"]) and int(row["start"]) < span[1]
