"""Back and forward through the places one has been."""

from tui.model import Passage, Span
from tui.screen.history import MOST, History, Place


def place(number: int) -> Place:
    return Place("text", Passage("a", Span(number, number + 1)), number)


def test_back_and_forward_return_to_every_place() -> None:
    history, here = History(), place(0)
    for number in range(1, 20):
        history, here = history.leaving(here), place(number)
    went = []
    while (step := history.back(here)) is not None:
        history, here = step
        went.append(here.top)
    assert went == list(range(18, -1, -1))
    while (step := history.forward(here)) is not None:
        history, here = step
    assert here == place(19)


def test_a_new_jump_forgets_what_was_ahead() -> None:
    history, here = History().leaving(place(1)).back(place(2)) or (History(), place(0))
    assert here == place(1)
    assert history.leaving(here).ahead == ()


def test_leaving_the_same_place_twice_is_leaving_it_once() -> None:
    assert len(History().leaving(place(1)).leaving(place(1)).behind) == 1


def test_the_oldest_places_are_forgotten() -> None:
    history = History()
    for number in range(600):
        history = history.leaving(place(number))
    assert len(history.behind) == MOST
    assert history.behind[0] == place(100)
