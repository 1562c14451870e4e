"""Which words stand for one another, over vocabularies given as lists of terms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.query.tiny_engine import Tiny
from tui.query.engine import Field
from tui.query.forms import forms


class Vocabulary(Tiny):
    """An index that has nothing but terms."""

    def __init__(self, *terms: str) -> None:
        self.terms = sorted(terms)

    def vocabulary(self, field: Field, prefix: str = "") -> Iterator[tuple[str, int]]:
        return ((term, 1) for term in self.terms if term.startswith(prefix))


def of(word: str, *terms: str, is_capital: bool = False) -> set[str]:
    """The other forms of a word among terms."""
    return set(forms(word, Vocabulary(*terms), is_capital=is_capital))


def nouns() -> list[tuple[str, str, str]]:
    """Frequent nouns: the noun, its forms, and other words that begin alike."""
    lines = Path(__file__).with_name("nouns.txt").read_text(encoding="utf-8").splitlines()[1:]
    return [(noun, *rest.split("|")) for noun, rest in (line.split(":") for line in lines)]  # type: ignore[misc]


def test_there_are_a_hundred_frequent_nouns() -> None:
    assert len(nouns()) >= 100


@pytest.mark.parametrize(("noun", "its_forms", "others"), nouns(), ids=lambda value: value[:20])
def test_a_frequent_noun_lights_its_forms_and_no_other_word(
    noun: str, its_forms: str, others: str
) -> None:
    terms = {noun, *its_forms.split(), *others.split()}
    names = {"^" + term for term in terms}
    assert of(noun, *terms, *names) == set(its_forms.split())


def test_a_word_in_lower_case_does_not_light_a_name() -> None:
    assert of("state", "state", "^states", "states") == {"states"}
    assert of("unit", "unit", "^united", "united") == set()
    assert of("nation", "^nations") == set()


def test_a_word_with_a_capital_lights_names_too() -> None:
    assert of("nation", "^nations", is_capital=True) == {"^nations"}


def test_people_are_found_in_lower_case_where_the_corpus_knows_them_as_names_alone() -> None:
    assert of("russian", "^russian", "^russians") == {"^russians"}
    assert of("robert", "^robert", "^roberts") == set()


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("policy", "policies"),
        ("plan", "plans planned planning"),
        ("stop", "stopped stopping stops"),
        ("use", "used using uses"),
        ("call", "called calling calls"),
        ("attach", "attached attaches attaching"),
        ("carry", "carried carries carrying"),
        ("box", "boxes boxed"),
    ],
)
def test_an_english_word_is_found_in_all_its_forms(word: str, others: str) -> None:
    assert of(word, *others.split()) == set(others.split())


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("plan", "planes"),
        ("not", "noted"),
        ("new", "news"),
        ("past", "pasted"),
        ("attached", "attache"),
        ("meeting", "meets"),
        ("its", "it"),
        ("police", "policy"),
        ("universe", "university"),
    ],
)
def test_a_word_that_only_looks_like_a_form_is_none(word: str, other: str) -> None:
    assert of(word, word, other, "note", "plane", "meetings", "attach") - {"meetings"} <= {"attach"}


@pytest.mark.parametrize(
    ("word", "others", "not_these"),
    [
        ("учение", "учения учений учениям учениями", "учебный ученый"),
        ("страна", "страны стране страну страной стран странах", "странный странно"),
        ("часть", "части частью частей частям", "частый частный"),
        ("российский", "российского российская российских российскими", "россиянин"),
        ("заявил", "заявила заявили заявить", "заявление"),
        ("при", "", "прием"),
    ],
)
def test_a_russian_word_is_found_in_all_its_forms(word: str, others: str, not_these: str) -> None:
    assert of(word, word, *others.split(), *not_these.split()) == set(others.split())


def test_a_russian_name_is_found_in_another_case() -> None:
    assert of("путин", "^путина", "^путиным") == {"^путина", "^путиным"}
    assert of("мир", "мир", "мира", "^мира") == {"мира"}
