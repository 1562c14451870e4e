"""How strongly two things keep company: the measures of the field, from four counts.

Of `total` places (sentences, or words of a corpus), one thing is in `first` of them, the other in
`second`, and both are in `both`. A count says nothing by itself: what is named everywhere is named
beside everything. Each measure compares it with the `expected` one, of two that have nothing to do
with each other. Sentences of one text are not independent of each other, so these rank what is
worth reading; they prove nothing.
"""

from __future__ import annotations

from math import inf, log, log2, sqrt


def expected(both: int, first: int, second: int, total: int) -> float:
    """In how many places both would be by chance: first · second / total."""
    _check(both, first, second, total)
    return first * second / total


def log_likelihood(both: int, first: int, second: int, total: int) -> float:
    """Dunning's G²: 2 Σ O ln(O/E) over the four cells, below zero if both are together too seldom.

    T. Dunning, Accurate Methods for the Statistics of Surprise and Coincidence, Computational
    Linguistics 19(1), 1993. 3.84, 6.63, 10.83 are the limits of 5, 1 and 0.1 per cent.
    """
    _check(both, first, second, total)
    cells = (
        (both, first * second),
        (first - both, first * (total - second)),
        (second - both, (total - first) * second),
        (total - first - second + both, (total - first) * (total - second)),
    )
    found = 2 * sum(seen * log(seen * total / by_chance) for seen, by_chance in cells if seen)
    return -abs(found) if both * total < first * second else abs(found)


def mutual_information(both: int, first: int, second: int, total: int) -> float:
    """log₂(O/E), minus infinity if never together; it overrates what is rare.

    K. W. Church and P. Hanks, Word Association Norms, Mutual Information, and Lexicography,
    Computational Linguistics 16(1), 1990.
    """
    _check(both, first, second, total)
    return log2(both * total / (first * second)) if both else -inf


def t_score(both: int, first: int, second: int, total: int) -> float:
    """(O - E) / √O, minus infinity if never together; it favours what is common.

    K. Church, W. Gale, P. Hanks and D. Hindle, Using Statistics in Lexical Analysis, 1991; the
    formula as in C. D. Manning and H. Schütze, Foundations of Statistical Natural Language
    Processing, 1999, 5.3.1.
    """
    by_chance = expected(both, first, second, total)
    return (both - by_chance) / sqrt(both) if both else -inf


def log_dice(both: int, first: int, second: int) -> float:
    """14 + log₂(2 O / (first + second)), at most 14; the size of the corpus is not in it.

    P. Rychlý, A Lexicographer-Friendly Association Score, RASLAN 2008.
    """
    _check(both, first, second, first + second)
    return 14 + log2(2 * both / (first + second)) if both else -inf


def _check(both: int, first: int, second: int, total: int) -> None:
    if not (0 <= both <= min(first, second) and 0 < first <= total and 0 < second <= total):
        raise ValueError(f"{both} of {first} and {second} in {total} are no counts")
    if first + second - both > total:
        raise ValueError(f"{first} and {second} with {both} in common are more than {total}")
