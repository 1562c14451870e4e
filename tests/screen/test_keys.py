"""Every key is written once, with what help and palette need to know of it."""

from collections import Counter

from textual.binding import Binding

from tui.screen import keys

EVERY = [binding for section in keys.SECTIONS for binding in keys.bindings(section.keys)]


def test_every_key_has_a_name_and_says_what_it_does() -> None:
    assert [b.key for b in EVERY if not (b.id and b.description and b.tooltip)] == []
    assert [id for id, times in Counter(b.id for b in EVERY).items() if times > 1] == []


def test_no_key_is_bound_twice_in_one_place() -> None:
    for section in keys.SECTIONS:
        bound = Counter(b.key for b in Binding.make_bindings(section.keys))
        assert [key for key, times in bound.items() if times > 1] == []


def test_no_key_that_terminals_take_is_the_only_way() -> None:
    taken = {"ctrl+s", "ctrl+q", "ctrl+h", "ctrl+i", "ctrl+m", "ctrl+j"}
    for binding in EVERY:
        assert set(binding.key.split(",")) - taken, binding.id
