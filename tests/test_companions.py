"""Who stands with whom, in the same sentence, paragraph or text, and how strongly."""

import re
from collections.abc import Iterable

import pytest

from tui.companions import Census, all_in, census, companions, shared, strength
from tui.company import Company, company
from tui.model import Alias, Entity, Mention, Span
from tui.statistics import log_likelihood

TEXTS = ("Ann met Bob. Cem saw Ann.\nBob and Ann left.\nDee stayed.", "Dee. Ann.")
KNOWN = {name: Entity(name, name.title(), "person", (Alias(name, "name"),)) for name in ("bob",)}


def _companies(texts: Iterable[str] = TEXTS) -> list[Company]:
    return [
        company(
            text,
            [
                Mention(m[0].lower(), Span(*m.span()), "name", m[0])
                for m in re.finditer("Ann|Bob|Cem|Dee", text)
            ],
        )
        for text in texts
    ]


def test_companions_are_counted_by_sentence_paragraph_and_text_the_closest_first() -> None:
    found = companions("ann", _companies(), KNOWN, census(_companies(), 2))
    assert [(c.id, c.sentences, c.paragraphs, c.documents) for c in found] == [
        ("bob", 2, 2, 1),
        ("cem", 1, 1, 1),
        ("dee", 0, 1, 2),
    ]


def test_who_is_not_in_the_registry_is_called_by_the_id() -> None:
    found = companions("ann", _companies(), KNOWN, census(_companies(), 2))
    assert [c.name for c in found] == ["Bob", "cem", "dee"]


def test_a_census_counts_the_sentences_that_name_anybody() -> None:
    of = census(_companies(), 2)
    assert (of.total, of.sentences) == (6, {"ann": 4, "bob": 2, "cem": 1, "dee": 2})


def test_of_few_texts_there_is_no_test_and_it_is_said() -> None:
    found = companions("ann", _companies(), KNOWN, census(_companies(), 5))
    assert {(c.log_likelihood, c.note) for c in found} == {(None, "5 texts: too few for a test")}


@pytest.mark.parametrize(
    ("both", "note"),
    [(0, "0 sentences: too few for a test"), (1, "1 sentence: too few for a test"), (3, None)],
)
def test_of_few_sentences_there_is_no_test_either(both: int, note: str | None) -> None:
    assert strength(both, "ann", "bob", Census({"ann": 20, "bob": 9}, 400, 90))[1] == note


def test_who_is_seldom_beside_somebody_named_everywhere_keeps_away() -> None:
    of = Census({"ann": 200, "bob": 90}, 400, 90)
    found, note = strength(1, "ann", "bob", of)
    assert note is None
    assert found == log_likelihood(1, 200, 90, 400) < -100


def test_each_two_are_counted_once_and_each_by_itself() -> None:
    assert shared(_companies(), "sentences", {"ann", "bob", "dee"}) == {
        ("ann", "ann"): 4,
        ("ann", "bob"): 2,
        ("bob", "bob"): 2,
        ("dee", "dee"): 2,
    }
    assert shared(_companies(), "paragraphs")["ann", "dee"] == 1
    assert shared(_companies(), "documents")["ann", "dee"] == 2


def test_all_of_several_are_in_so_many_sentences_and_paragraphs() -> None:
    assert all_in(_companies(), {"ann", "bob"}) == (2, 2)
    assert all_in(_companies(), {"ann", "bob", "cem"}) == (0, 1)
    assert all_in(_companies(), {"ann", "bob", "dee"}) == (0, 0)
