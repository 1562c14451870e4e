"""A posting list as bytes."""

import struct
from array import array
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.index.postings import Postings, decode, encode, pack

LISTS = st.dictionaries(
    st.integers(0, 1 << 20),
    st.tuples(st.integers(1, 1 << 18), st.lists(st.integers(0, 1 << 17), max_size=5).map(sorted)),
    min_size=1,
)


def list_of(found: dict[int, tuple[int, list[int]]], code: str = "I") -> memoryview:
    docs = sorted(found)
    weights = [found[doc][0] for doc in docs]
    return memoryview(encode(docs, weights, [pack(found[doc][1], code) for doc in docs], code))


def numbers_in(postings: Postings, docs: Iterable[int]) -> dict[int, list[int]]:
    return {postings.docs[row]: postings.numbers_of(row) for row in postings.rows_of(set(docs))}


@given(LISTS)
def test_a_list_is_read_as_it_was_written(found: dict[int, tuple[int, list[int]]]) -> None:
    postings = decode(list_of(found))

    assert postings.docs.tolist() == sorted(found)
    assert postings.weights.tolist() == [found[doc][0] for doc in sorted(found)]
    assert numbers_in(postings, found.keys()) == {
        doc: numbers for doc, (_, numbers) in found.items()
    }
    assert postings.count() == sum(len(numbers) for _, numbers in found.values())


@given(LISTS, st.sets(st.integers(0, 1 << 20), max_size=40))
def test_a_few_texts_and_many_are_sought_with_one_result(
    found: dict[int, tuple[int, list[int]]], others: set[int]
) -> None:
    postings = decode(list_of(found))
    wanted = others | found.keys()

    assert sorted(postings.rows_of(wanted)) == list(range(len(found)))
    assert {row for doc in wanted for row in postings.rows_of({doc})} == set(range(len(found)))


def test_columns_are_as_narrow_as_their_numbers() -> None:
    numbers = {doc: (10, [7]) for doc in range(100)}

    assert len(list_of(numbers, "H")) == 8 + 100 + 100 + 100 + 200


def test_a_text_without_the_term_has_no_row() -> None:
    postings = decode(list_of({3: (10, [1]), 9: (10, [2])}))

    assert (postings.row(3), postings.row(4), postings.row(9), postings.row(10)) == (
        0,
        None,
        1,
        None,
    )


def test_a_list_that_is_cut_off_is_refused() -> None:
    whole = list_of({3: (10, [1, 2]), 9: (10, [2])})

    for size in range(len(whole)):
        with pytest.raises((ValueError, KeyError, IndexError, TypeError, struct.error)):
            decode(whole[:size])


def test_numbers_lie_as_the_machine_has_them() -> None:
    assert pack([1, 300], "H") == array("H", [1, 300]).tobytes()
