"""The measures agree with what was published and with NLTK, another implementation."""

from math import inf, log2

import pytest

from tui.statistics import expected, log_dice, log_likelihood, mutual_information, t_score


@pytest.mark.parametrize(
    ("cells", "published", "nltk"),
    [
        ((110, 2442, 111, 29114), 270.72, 270.7218769),
        ((29, 13, 123, 31612), 263.90, 263.8966261),
        ((31, 23, 139, 31584), 256.84, 256.8365016),
        ((10, 0, 3, 31764), 167.23, 167.2298039),
        ((76, 104, 2476, 29121), 157.21, 157.2123732),
    ],
)
def test_the_log_likelihood_is_that_of_dunnings_own_table(
    cells: tuple[int, int, int, int], published: float, nltk: float
) -> None:
    """Dunning 1993, table 2, printed to two places; `likelihood_ratio` of NLTK 3.10.4."""
    both, only_first, only_second, _ = cells
    found = log_likelihood(both, both + only_first, both + only_second, sum(cells))
    assert found == pytest.approx(published, abs=0.005)
    assert found == pytest.approx(nltk, rel=1e-9)


def test_new_companies_and_ayatollah_ruhollah_are_as_in_manning_and_schuetze() -> None:
    """Foundations of Statistical Natural Language Processing, 5.3.1 and 5.4; NLTK 3.10.4."""
    assert t_score(8, 15_828, 4_675, 14_307_668) == pytest.approx(0.999932, abs=5e-7)
    assert mutual_information(20, 42, 20, 14_307_668) == pytest.approx(18.38, abs=0.005)
    assert mutual_information(20, 42, 20, 14_307_668) == pytest.approx(18.377967788, rel=1e-9)


@pytest.mark.parametrize(
    ("counts", "likelihood", "information", "t", "dice"),
    [
        ((3, 7, 5, 40), 5.491195778, 1.777607579, 1.226869322, 0.5),
        ((12, 40, 25, 900), 44.811787979, 3.432959407, 3.143351466, 0.369230769231),
        ((8, 15_828, 4_675, 14_307_668), 1.325389396, 0.629343212, 0.999931989, 7.80373603864e-4),
    ],
)
def test_the_measures_are_those_of_nltk(
    counts: tuple[int, int, int, int], likelihood: float, information: float, t: float, dice: float
) -> None:
    """`likelihood_ratio`, `pmi`, `student_t` and `dice` of BigramAssocMeasures, NLTK 3.10.4."""
    assert log_likelihood(*counts) == pytest.approx(likelihood, rel=1e-9)
    assert mutual_information(*counts) == pytest.approx(information, rel=1e-9)
    assert t_score(*counts) == pytest.approx(t, rel=1e-9)
    assert log_dice(*counts[:3]) == pytest.approx(14 + log2(dice), rel=1e-9)


def test_fewer_than_by_chance_is_below_zero() -> None:
    assert expected(1, 50, 50, 100) == 25
    assert log_likelihood(1, 50, 50, 100) == -log_likelihood(49, 50, 50, 100)
    assert log_likelihood(25, 50, 50, 100) == pytest.approx(0)


def test_what_is_never_together_has_no_strength() -> None:
    assert mutual_information(0, 5, 5, 100) == t_score(0, 5, 5, 100) == log_dice(0, 5, 5) == -inf


def test_two_that_are_always_together_have_the_most_dice() -> None:
    assert log_dice(7, 7, 7) == 14


@pytest.mark.parametrize(
    "counts", [(6, 5, 9, 100), (1, 0, 1, 10), (1, 60, 60, 100), (1, 1, 11, 10)]
)
def test_counts_that_cannot_be_are_refused(counts: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match=r"are (no counts|more than)"):
        log_likelihood(*counts)
