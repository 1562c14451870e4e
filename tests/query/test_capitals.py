"""Which words of a text are kept as names."""

from tui.query.capitals import NAME, terms
from tui.words import words


def names(text: str) -> list[str]:
    """The words of a text that are written as names, in order."""
    return [term[1:] for term in terms(text, words(text)) if term.startswith(NAME)]


def test_a_capital_in_mid_sentence_is_a_name() -> None:
    text = "The envoys of the United States met many experts in Moscow’s new centre."
    assert names(text) == ["united", "states", "moscow"]


def test_a_capital_at_the_start_of_a_sentence_is_none() -> None:
    assert names("Exercises were held twice. States took part in them.") == []


def test_a_sentence_begins_with_a_name_that_the_text_uses_elsewhere() -> None:
    text = "Beijing waited for several months. Later the government in Beijing agreed."
    assert names(text) == ["beijing", "beijing"]


def test_a_word_that_the_text_also_writes_small_is_no_name_where_it_begins_a_sentence() -> None:
    text = "States are members. Several states joined with the United States later."
    assert names(text) == ["united", "states"]


def test_a_headline_tells_nothing_of_itself() -> None:
    headline = "Russia Holds Exercises With China\n\n"
    assert names(headline + "The exercises were held together with China, as before.") == [
        "china",
        "china",
    ]


def test_capitals_throughout_tell_nothing() -> None:
    assert names("MILITARY EXERCISES ENDED in several of the northern regions.") == []


def test_a_russian_name_in_another_case_is_the_same_name() -> None:
    text = "Россия начала поставки вооружений. Раньше этого требовала от России другая сторона."
    assert names(text) == ["россия", "россии"]


def test_there_is_a_term_for_every_position() -> None:
    text = "One.\n\nTwo of the Su-35 fighters, U.S. and A."
    assert len(terms(text, words(text))) == len(words(text))
