"""What a change of the registry does to the mentions is told before it is made."""

import pytest

from tests.catalog.rooms import House
from tui.catalog.registering import Change, decision, preview, protected, with_alias, with_entity
from tui.model import Alias, NotFound, Refused
from tui.registry import Registry, load


def told(change: Change) -> list[str]:
    """The mentions that change, as a person would list them."""

    def meant(ids: tuple[str, ...], id_: str | None) -> str:
        return id_ or "?" + "|".join(ids)

    return [
        f"{shift.kind} {shift.place.doc}:{shift.place.line}:{shift.place.column} "
        f"{shift.place.text}: "
        + " > ".join(meant(m.candidates, m.entity) for m in (shift.before, shift.after) if m)
        for shift in change.shifts
    ]


def test_a_new_alias_gains_its_mentions(house: House) -> None:
    room = house.open()
    new = with_alias(room.registry, "russia", Alias("diplomats"))
    change = preview(room, room.registry, new)
    assert told(change) == ["gained 002.txt:3:28 diplomats: russia"]
    assert change.shifts[0].place.sentence == "Russian diplomats met in Moscow."
    assert (change.texts, change.more) == (1, 0)


def test_a_longer_name_takes_a_mention_from_a_shorter_one(house: House) -> None:
    room = house.open()
    new = with_entity(room.registry, "mid", "Russian diplomats", "organisation")
    assert told(preview(room, room.registry, new)) == [
        "moved 002.txt:3:20 Russian diplomats: russia > mid"
    ]


def test_a_shared_alias_makes_mentions_ambiguous(house: House) -> None:
    room = house.open()
    new = with_alias(room.registry, "putin", Alias("Moscow", "metonym"))
    assert told(preview(room, room.registry, new)) == [
        "moved 001.txt:1:1 Moscow: russia > ?putin|russia",
        "moved 002.txt:3:45 Moscow: russia > ?putin|russia",
    ]


def test_a_strong_alias_wakes_the_weak_ones_of_its_text(house: House) -> None:
    room = house.open()
    new = with_alias(room.registry, "s-400", Alias("reason"))
    assert told(preview(room, room.registry, new)) == [
        "gained 003.txt:1:40 Triumph: s-400",
        "gained 003.txt:1:51 reason: s-400",
    ]


def test_an_alias_taken_away_loses_its_mentions(house: House) -> None:
    room = house.open()
    house.registry.write_text(house.registry.read_text().replace("[Putin]", "[]"))
    assert told(preview(room, room.registry, load(house.registry))) == [
        "lost 001.txt:1:52 Putin: putin"
    ]


def test_only_texts_with_the_name_are_gone_through(house: House) -> None:
    room = house.open()
    assert preview(room, room.registry, room.registry) == Change(())
    nowhere = with_alias(room.registry, "russia", Alias("Muscovy"))
    assert preview(room, room.registry, nowhere).texts == 0


def test_of_many_texts_the_first_are_shown(house: House) -> None:
    room = house.open()
    new = with_alias(room.registry, "putin", Alias("Moscow"))
    change = preview(room, room.registry, new, most=1)
    assert (change.texts, change.more, change.count("moved")) == (1, 1, 1)


def test_a_preview_is_what_then_happens(house: House) -> None:
    room = house.open()
    new = with_alias(room.registry, "s-400", Alias("reason"))
    change = preview(room, room.registry, new)
    text = house.registry.read_text()
    house.registry.write_text(text.replace("kind: weak}]", "kind: weak}, reason]"))
    assert load(house.registry).entities == new.entities
    after = house.open()
    gained = {shift.after for shift in change.shifts}
    assert gained == set(after.mentions("003.txt")) - set(room.mentions("003.txt"))


def test_two_registries_that_are_not_in_use_can_be_compared(house: House) -> None:
    room = house.open()
    old = Registry.of([room.registry.entities["russia"]])
    assert told(preview(room, old, Registry.empty())) == [
        "lost 001.txt:1:1 Moscow: russia",
        "lost 002.txt:3:20 Russian: russia",
        "lost 002.txt:3:45 Moscow: russia",
    ]


def test_a_protected_entity_is_concerned_by_what_it_wins_and_loses(house: House) -> None:
    room = house.open()
    new = with_alias(room.registry, "putin", Alias("Moscow"))
    change = preview(room, room.registry, new)
    assert len(protected(change, ["russia"])) == len(protected(change, ["putin"])) == 2
    assert protected(change, ["china"]) == ()


def test_a_decision_is_about_the_mention_at_a_place(house: House) -> None:
    room = house.open()
    settled, shift = decision(room, "002", 3, None, room.registry.entities["china"])
    assert (settled.doc, settled.entity, settled.anchor.exact) == ("002.txt", "china", "Beijing")
    assert told(Change((shift,))) == ["moved 002.txt:3:1 Beijing: ?beijing|china > china"]


def test_a_decision_needs_a_name_that_may_mean_the_entity(house: House) -> None:
    room = house.open()
    with pytest.raises(NotFound, match=r"no name at 002\.txt:3 may mean @putin") as error:
        decision(room, "002", 3, None, room.registry.entities["putin"])
    assert error.value.details == (
        "002.txt:3:1  Beijing  @beijing or @china",
        "002.txt:3:20  Russian  @russia",
        "002.txt:3:45  Moscow  @russia",
    )
    with pytest.raises(NotFound, match=r"no name at 002\.txt:1:3 may mean"):
        decision(room, "002", 1, 3, room.registry.entities["china"])


def test_what_a_mention_means_already_is_not_decided_again(house: House) -> None:
    room = house.open()
    with pytest.raises(Refused, match="'Moscow' there means @russia already"):
        decision(room, "001", 1, 1, room.registry.entities["russia"])
