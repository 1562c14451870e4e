"""Questions of readers of the originals: each query lights every passage that answers it.

The gold file holds a query, and passages as the beginning of an id and offsets, no words.
"""

import csv
from pathlib import Path

import pytest

from tui.catalog import searching
from tui.catalog.details import details
from tui.catalog.room import Room, open_room
from tui.catalog.wish import Wish
from tui.model import Span

GOLD = Path(__file__).parent.parent / "gold" / "questions.tsv"


def _passages(cell: str) -> list[tuple[str, Span]]:
    found = []
    for passage in cell.split() if cell != "-" else ():
        doc, _, span = passage.partition(":")
        start, end = map(int, span.split("-"))
        found.append((doc, Span(start, end)))
    return found


with GOLD.open(encoding="utf-8", newline="") as file:
    QUESTIONS = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def room(originals: Path, registry: Path, tmp_path_factory: pytest.TempPathFactory) -> Room:
    root = str(tmp_path_factory.mktemp("root"))
    return open_room(Wish(corpus=str(originals), registry=str(registry), root=root))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["id"])
def test_a_question_lights_its_answers_and_nothing_else(
    question: dict[str, str], room: Room
) -> None:
    answer = searching.search(room, question["query"], limit=None)
    lit = {found.doc[:3]: found.spans for found in details(room, answer, answer.hits)}

    def is_lit(doc: str, passage: Span) -> bool:
        return any(s.start < passage.end and passage.start < s.end for s in lit.get(doc, ()))

    wanted, unwanted = _passages(question["lit"]), _passages(question["not_lit"])
    assert [passage for passage in wanted if not is_lit(*passage)] == []
    assert [passage for passage in unwanted if is_lit(*passage)] == []
    assert bool(lit) == bool(wanted)


def test_every_span_of_every_answer_lies_in_its_text(room: Room) -> None:
    for question in QUESTIONS:
        answer = searching.search(room, question["query"], limit=None)
        for found in details(room, answer, answer.hits):
            text = room.document(found.doc).text
            assert all(text[slice(*span)].strip() for span in found.spans)
