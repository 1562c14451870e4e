"""A cited passage is the same, moved, changed or gone; never is a look-alike taken for it."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from tests.citation.revisions import FACTS, trial
from tui.citation import Standing, cite, stand
from tui.citation.trace import Trace
from tui.model import Document, Span

TALKS = """\
Talks in Beijing

The delegation met in Beijing for two days. Beijing agreed to the sale of ten aircraft at a price of
$ 2 billion, and nobody else was told of it before the end of the year.

The ministers met again in the spring. Moscow spoke of a delivery in parts, each with a payment
of its own, which the buyers had asked for since the first round of talks.

No comment

A factory in the far east was to build the wings, as three people close to the talks said.

No comment
"""
SALE = "Beijing agreed to the sale of ten aircraft at a price of\n$ 2 billion"


def document(text: str) -> Document:
    return Document("talks.txt", text, FACTS, (), sha256(text.encode()).hexdigest())


def trace(words: str, text: str = TALKS, nth: int = 0) -> Trace:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return cite(document(text), Span(start, start + len(words))).trace


def standing(one: Trace, text: str) -> Standing:
    now = document(text)
    return stand(one, now.text, now.sha256)


def words(one: Trace, text: str) -> str:
    span = standing(one, text).span
    return text[slice(*span)] if span else ""


def test_an_untouched_text_has_it() -> None:
    one = trace(SALE)
    assert standing(one, TALKS) == Standing("same", Span(62, 130))


def test_a_change_elsewhere_below_leaves_it_the_same() -> None:
    assert standing(trace(SALE), TALKS.replace("wings", "engines")).state == "same"


def test_a_change_above_moves_it() -> None:
    text = "A note of ours.\n\n" + TALKS
    assert standing(trace(SALE), text) == Standing("moved", Span(79, 147))
    assert words(trace(SALE), text) == SALE


def test_other_line_ends_leave_it_the_same() -> None:
    text = TALKS.replace("\n", "\r\n")
    assert standing(trace(SALE), text).state == "same"
    assert words(trace(SALE), text) == SALE.replace("\n", "\r\n")


def test_a_word_for_another_changes_it() -> None:
    now = standing(trace(SALE), TALKS.replace("ten aircraft", "two aircraft"))
    assert (now.state, now.span) == ("changed", Span(62, 130))
    assert now.difference == (
        "Beijing agreed to the sale of [-ten-]{+two+} aircraft at a price of $ 2 billion"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("$ 2 billion", "$ 2 billions"),
        ("$ 2 billion", "$ 2.5 billion"),
        ("Beijing agreed", "Beijing Agreed"),
        ("aircraft at", "aircraft, at"),
        ("ten aircraft", "ten air craft"),
        ("the sale", "the the sale"),
    ],
)
def test_the_least_change_is_a_change(old: str, new: str) -> None:
    assert standing(trace(SALE), TALKS.replace(old, new)).state == "changed"


def test_a_longer_number_at_its_end_is_a_change() -> None:
    one = trace("Beijing agreed to the sale of ten aircraft at a price of\n$ 2")
    assert standing(one, TALKS.replace("$ 2 billion", "$ 2.5 billion")).state == "changed"


def test_a_change_in_its_sentence_but_not_in_it_leaves_it_the_same() -> None:
    one = trace("ten aircraft")
    assert standing(one, TALKS.replace("nobody else", "no one else")).state == "same"
    assert standing(one, TALKS.replace("Beijing agreed", "China agreed")).state == "moved"


def test_a_deleted_passage_is_gone() -> None:
    assert standing(trace(SALE), TALKS.replace(SALE, "")) == Standing("gone")
    assert standing(trace(SALE), "") == Standing("gone")


def test_a_moved_paragraph_takes_it_along() -> None:
    first, second, *rest = TALKS.split("\n\n")
    text = "\n\n".join([first, *rest, second])
    assert words(trace(SALE), text) == SALE


def test_a_look_alike_never_takes_its_place() -> None:
    spring = "The ministers met again in the spring. Moscow spoke of a delivery in parts."
    autumn = "The ministers met again in the autumn. Moscow spoke of a delivery in parts."
    text = f"{spring}\n\n{TALKS}\n{autumn}\n"
    assert standing(trace(spring, text), text.replace(spring, "")) == Standing("gone")


def test_a_double_never_takes_its_place() -> None:
    second = trace("No comment", nth=1)
    assert standing(second, TALKS).state == "same"
    assert standing(second, TALKS.removesuffix("No comment\n")) == Standing("gone")


def test_of_two_copies_none_is_chosen() -> None:
    sentence = SALE.replace("\n", " ")
    text = f"{sentence}.\n\n{TALKS}\n{sentence}.\n".replace(SALE, "They agreed to something")
    now = standing(trace(SALE), text)
    assert (now.state, now.span) == ("moved", None)
    assert [text[slice(*span)] for span in now.others] == [sentence, sentence]


def test_beside_an_altered_copy_it_is_changed() -> None:
    copy = SALE.replace("ten", "nine")
    now = standing(trace(SALE), f"{copy}.\n\n{TALKS}")
    assert now.state == "changed"
    assert now.difference == (
        "Beijing agreed to the sale of [-ten-]{+nine+} aircraft at a price of $ 2 billion"
    )


def test_a_copy_further_down_leaves_it_where_it_stands() -> None:
    assert standing(trace(SALE), f"{TALKS}\n{SALE}.\n").state == "same"


def test_a_passage_cut_out_of_a_word_stays_cut_out() -> None:
    one = trace("reed to the sale of ten air")
    assert words(one, "A note.\n\n" + TALKS) == "reed to the sale of ten air"


def test_a_text_as_a_whole_is_known_by_its_digest() -> None:
    whole = cite(document(TALKS)).trace
    assert standing(whole, TALKS).state == "same"
    assert standing(whole, TALKS + "\n").state == "changed"


@pytest.mark.parametrize("seed", range(1, 101 if os.environ.get("READROOM_SOAK") else 3))
def test_after_200_revisions_no_citation_of_200_is_wrong(seed: int, corpus: Path) -> None:
    """Every word has a number of its own, so that the copies and look-alikes are known."""
    verdicts = trial(seed, sorted(corpus.glob("*.txt")))
    assert [verdict for verdict in verdicts if verdict.startswith("wrong")] == []
    assert verdicts["found"] > 40
    assert verdicts["missed"] <= 0.05 * (verdicts["found"] + verdicts["missed"])
