"""Where a text reads much like some words."""

from tui.citation.resemblance import alike

TALKS = (
    "on monday the delegation met in beijing and agreed to the sale of ten aircraft "
    "on friday the delegation met in moscow and refused the sale of any aircraft at all"
)


def shares(wanted: str, least: float = 0.5) -> list[tuple[int, int, float]]:
    return [
        (s.first, s.last, round(s.share, 2)) for s in alike(TALKS.split(), wanted.split(), least)
    ]


def test_the_very_words_share_all() -> None:
    assert shares("the delegation met in moscow") == [(17, 21, 1.0), (2, 5, 0.8)]


def test_an_edited_passage_still_shares_its_runs() -> None:
    assert shares("met in moscow and then refused the sale of any aircraft") == [(19, 28, 0.91)]


def test_single_words_in_common_are_nothing() -> None:
    assert shares("aircraft of the delegation in beijing") == []


def test_the_same_words_in_another_order_are_not_alike() -> None:
    assert shares("sale the to agreed and beijing in met delegation the") == []


def test_doubles_side_by_side_are_two() -> None:
    words = ["the", "sale", "of", "ten", "aircraft"]
    found = alike(words + words, words, 0.6)
    assert [(s.first, s.last) for s in found] == [(0, 4), (5, 9)]


def test_fewer_words_than_a_run_must_all_be_there() -> None:
    assert shares("ten aircraft") == [(13, 14, 1.0)]
    assert shares("aircraft") == [(14, 14, 1.0), (28, 28, 1.0)]
