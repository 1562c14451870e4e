"""Names that are almost registered."""

import pytest

from tui.drafts import Names
from tui.drafts.spelling import accents_off
from tui.model import Alias, Entity


def entity(id_: str, name: str, type_: str) -> Entity:
    return Entity(id_, name, type_, (Alias(name, "name"),))


NAMES = Names(
    [
        entity("brandau", "Ilse Brandau", "person"),
        entity("board", "Tarn Harbour Board", "organisation"),
        entity("kite", "Kite-35", "equipment"),
        entity("tarnow", "Tarnowitz", "place"),
    ]
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Ilse Brandow", "Ilse Brandau"),
        ("Isle Brandau", "Ilse Brandau"),
        ("Brandaw", "Ilse Brandau"),
        ("Tarn Harbor Board", "Tarn Harbour Board"),
        ("Tarnovitz", "Tarnowitz"),
        ("Kite-36", None),
        ("Otto Brandau", None),
        ("Tarn Market Board", None),
        ("Ilse Brandau", None),
        ("Tarn", None),
    ],
)
def test_a_few_letters_are_a_slip_and_more_are_another_name(
    written: str, meant: str | None
) -> None:
    like = NAMES.like(written)
    assert (like[0] if like else None) == meant


@pytest.mark.parametrize(
    ("written", "whose"),
    [("Brandau", "brandau"), ("Harbour Board", "board"), ("Board", None), ("Nemo", None)],
)
def test_a_part_of_a_name_is_known(written: str, whose: str | None) -> None:
    owner = NAMES.holding(written)
    assert (owner.id if owner else None) == whose


def test_accents_belong_to_a_name() -> None:
    alias = Alias("Zoë Tärn", "name")
    assert accents_off("Zoe Tarn", alias)
    assert not accents_off("ZOË TÄRN", alias)
    assert accents_off("Lodz", Alias("Łódź", "name"))
