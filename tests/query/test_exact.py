"""The exact form of a query, and back."""

import pytest

from tui.query.exact import exactly


@pytest.mark.parametrize(
    ("query", "exact"),
    [
        ("exercise", "=exercise"),
        ("joint exercise -drill", "=joint =exercise -=drill"),
        ("(a OR b) NEAR/3 c^2", "(=a OR =b) NEAR/3 =c^2"),
        ("{a NOT b}", "{=a NOT =b}"),
        ('"a b" @putin exerc* abc~', '"a b" @putin exerc* abc~'),
        ("title:war US", "title:war =US"),
        ("=joint exercise", "=joint =exercise"),
    ],
)
def test_every_word_is_asked_for_as_it_is_written(query: str, exact: str) -> None:
    assert exactly(query) == exact


def test_where_every_word_is_exact_none_is() -> None:
    for query in ("exercise", "joint -drill NEAR/3 b", '"a b"'):
        assert exactly(exactly(query)) == query
