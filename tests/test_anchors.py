"""A passage is found again by its words and surroundings, or said to be lost; never another one."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tui.anchors import Anchor, Found, anchor, find, follow, hold
from tui.model import Span

TALKS = (
    "The delegation met in Beijing for two days. Beijing agreed to the sale. Moscow did not.\n"
    "\n"
    "A second round was held in Moscow. Beijing sent nobody to it, and said so.\n"
    "\n"
    "Beijing\n"
)


def place(text: str, words: str, nth: int = 0) -> Span:
    """Where `words` stand in `text` for the n-th time, from 0."""
    return Span(*[match.span() for match in re.finditer(re.escape(words), text)][nth])


def test_what_is_kept_is_readable() -> None:
    kept = anchor(TALKS, place(TALKS, "Beijing", 1), sha256="4f")
    assert kept == Anchor(
        "Beijing", "met in Beijing for two days. ", " agreed to the sale. Moscow did", 44, "4f"
    )


def test_a_sentence_that_tells_enough_is_all_that_is_kept() -> None:
    kept = anchor(TALKS, place(TALKS, "Beijing", 2))
    assert (kept.prefix, kept.suffix) == ("", " sent nobody to it, and said so.")


def test_an_unchanged_text_has_it_where_it_was() -> None:
    for nth in range(4):
        span = place(TALKS, "Beijing", nth)
        assert find(anchor(TALKS, span), TALKS) == Found("same", span)


def test_of_a_text_known_by_its_hash_the_offset_is_believed() -> None:
    span = Span(500, 504)
    kept = anchor("ha! " * 1000, span, "4f")
    assert find(kept, "ha! " * 1000, "4f") == Found("same", Span(500, 503))


def test_a_moved_paragraph_takes_it_along() -> None:
    first, second, third = TALKS.split("\n\n")
    moved = "\n\n".join((second, first, third))
    found = find(anchor(TALKS, place(TALKS, "Beijing", 1)), moved)
    assert found == Found("moved", place(moved, "Beijing", 2))


def test_other_line_ends_and_spaces_are_the_same_words() -> None:
    kept = anchor(TALKS, place(TALKS, "Beijing for two days. Beijing"))
    wrapped = TALKS.replace(" for two", "\r\nfor\u00a0two").replace("\n", "\r\n")
    assert wrapped[slice(*find(kept, wrapped).span or ())].startswith("Beijing\r\r\nfor\u00a0two")


def test_a_look_alike_never_takes_its_place() -> None:
    kept = anchor(TALKS, place(TALKS, "Beijing", 1))
    without = TALKS.replace("Beijing agreed to the sale. ", "")
    assert "two days. Moscow" in without
    assert find(kept, without) == Found("lost")


def test_a_sentence_that_begins_alike_is_not_it() -> None:
    text = "They met for long. Beijing agreed to it all. Beijing refused to sign it."
    kept = anchor(text, place(text, "Beijing"))
    assert find(kept, text.replace("Beijing agreed to it all. ", "")) == Found("lost")


def test_a_name_alone_in_its_line_is_not_the_same_name_anywhere() -> None:
    kept = anchor(TALKS, place(TALKS, "Beijing", 3))
    assert find(kept, TALKS.removesuffix("Beijing\n")) == Found("lost")


def test_two_places_that_fit_equally_well_are_neither() -> None:
    kept = anchor(TALKS, place(TALKS, "Beijing", 2))
    twice = "It is quoted.\n\n" + TALKS + "\n" + TALKS
    assert find(kept, twice) == Found("lost")


def test_a_copy_further_down_leaves_it_where_it_stands() -> None:
    span = place(TALKS, "Beijing", 2)
    assert find(anchor(TALKS, span), TALKS + TALKS) == Found("same", span)


def test_white_space_at_its_ends_is_no_part_of_it() -> None:
    span = place(TALKS, " Moscow did not.\n\n")
    found = find(anchor(TALKS, span), TALKS).span
    assert found is not None
    assert TALKS[slice(*found)] == "Moscow did not."


def test_white_space_alone_cannot_be_held_on_to() -> None:
    with pytest.raises(ValueError, match="no words"):
        anchor(TALKS, Span(3, 4))


@given(st.text(alphabet="ab. \n", max_size=200), st.data())
def test_any_passage_of_any_text_is_where_it_is(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assume(text[start:end].strip())
    found = find(anchor(text, Span(start, end)), text)
    assert found.state == "same"
    assert found.span is not None
    assert text[slice(*found.span)] == text[start:end].strip()


WORDS = [
    "Beijing",
    "Moscow",
    "agreed",
    "refused",
    "the",
    "a",
    "talks",
    "sale",
    "of",
    "in",
    "to",
    "and",
]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=3, max_size=12)
TEXTS = st.lists(st.lists(SENTENCES, min_size=1, max_size=3), min_size=1, max_size=6)


@given(TEXTS, st.data())
def test_shuffled_and_deleted_paragraphs_never_mislead(
    text: list[list[list[str]]], data: st.DataObject
) -> None:
    """Every paragraph ends with its number, so that it can be told which one it was."""
    paragraphs = [
        " ".join(" ".join(sentence) + "." for sentence in sentences) + f" ({number})"
        for number, sentences in enumerate(text)
    ]
    chosen = data.draw(st.integers(0, len(paragraphs) - 1))
    words = [match.span() for match in re.finditer(r"\w+", paragraphs[chosen])]
    start, end = data.draw(st.sampled_from(words))
    before = sum(len(p) + 2 for p in paragraphs[:chosen])
    kept = anchor("\n\n".join(paragraphs), Span(before + start, before + end))

    order = data.draw(st.permutations(range(len(paragraphs))))
    order = order[: data.draw(st.integers(0, len(order)))]
    found = find(kept, "\n\n".join(paragraphs[number] for number in order)).span
    if chosen not in order:
        assert found is None
    elif found is not None:
        ahead = order[: order.index(chosen)]
        assert found.start == sum(len(paragraphs[number]) + 2 for number in ahead) + start


HELD = "A title\n\nThe first sentence is here. The second one follows it.\n\nThe last one.\n"


def test_a_place_is_followed_through_a_changed_text() -> None:
    held = hold(HELD, HELD.index("The second"), "4f")
    assert follow(held, HELD, "4f") == HELD.index("The second")
    longer = HELD.replace("A title\n", "A longer title\n\nBy somebody\n")
    assert follow(held, longer, "2f") == longer.index("The second")
    assert follow(held, HELD.replace("is here", "was here"), "2f") == HELD.index("The second") + 1
    assert follow(held, "Nothing of it.", "2f") is None


def test_of_two_places_that_read_alike_the_nearer_is_followed() -> None:
    held = hold("same words\n" * 5, 22)
    assert follow(held, "new\n" + "same words\n" * 5, "2f") == 26


def test_the_end_of_a_text_can_be_held() -> None:
    held = hold(HELD, len(HELD), "4f")
    assert follow(held, HELD, "4f") == len(HELD)
    assert hold("", 0).at == 0
