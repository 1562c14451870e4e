"""Jump labels: a letter or two for each thing on the page, so that one is there in three keys."""

from __future__ import annotations

from itertools import chain, islice, product

LETTERS = "asdfghjklewriotyuvcnmxzbpq"
"""Those that lie best under the fingers come first."""


def labels(count: int) -> list[str]:
    """So many labels, as short as can be; none begins another."""
    doubles = 0
    while len(LETTERS) - doubles + doubles * len(LETTERS) < count and doubles < len(LETTERS):
        doubles += 1
    singles = LETTERS[: len(LETTERS) - doubles]
    pairs = map("".join, product(LETTERS[len(singles) :], LETTERS))
    return list(islice(chain(singles, pairs), count))


def narrowed(targets: dict[int, str], letter: str) -> dict[int, str]:
    """What is left of the labels that begin with a letter, by what they stand at."""
    return {at: label[1:] for at, label in targets.items() if label.startswith(letter)}
