"""Lines that are nothing but the names of people."""

import pytest

from tui.corpus.names import is_about, names_in

TEXT = "The exercises were joint, and the policy of the center was military."


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Vasily Ivanov", ["Vasily Ivanov"]),
        ("Perizat RISBEK KIZI", ["Perizat RISBEK KIZI"]),
        ("András Rácz and Alina Hrytsenko", ["András Rácz", "Alina Hrytsenko"]),
        ("By Ada Byron, Charles J. Babbage and H.G. Wells", None),
        ("Иван Петров и Анна де Местр", ["Иван Петров", "Анна де Местр"]),
        ("Автор: Иван Петров", ["Иван Петров"]),
        ("Jean-Luc O’Neill", ["Jean-Luc O’Neill"]),
    ],
)
def test_names_are_read(line: str, names: list[str] | None) -> None:
    expected = names or ["Ada Byron", "Charles J. Babbage", "H.G. Wells"]
    assert list(names_in(line, TEXT)) == expected


@pytest.mark.parametrize(
    "line",
    [
        *("Summary", "Joint Exercises", "Historical Overview", "Policy Center", "SALT I"),
        *(
            "The United States",
            "Vasily Ivanov is a journalist",
            "By the time it ended",
            "Su-35 Jet",
        ),
        *("Mr. McGeorge Bundy", "Conclusions", "", "A B", "Foreign Policy Considerations"),
    ],
)
def test_other_lines_are_no_names(line: str) -> None:
    assert names_in(line, TEXT) == ()


def test_a_line_about_an_author_begins_with_the_name() -> None:
    assert is_about("Vasily Ivanovich Ivanov is a journalist.", ("Vasily Ivanov",))
    assert not is_about("Vasily Petrov is a journalist.", ("Vasily Ivanov",))
