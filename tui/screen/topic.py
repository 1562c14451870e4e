"""What the record pane is about: an entity, several and what they share, or the whole registry."""

from __future__ import annotations

from typing import Literal, NamedTuple

FIRST, TIMES = 60, 4
"""Mentions and sentences shown at first; and so many times as many when one comes to their end."""

Kind = Literal["registry", "entity", "companions", "together", "matrix"]
ORDERS: dict[Kind, tuple[str, ...]] = {
    "registry": ("type", "name", "mentions", "documents", "first", "last"),
    "entity": ("text", "year", "kind"),
    "companions": ("sentences", "strength"),
}
"""What a page can go by; the first unless another is asked for."""


class Topic(NamedTuple):
    """A page, the order it goes by, what is typed to narrow it, and how much of it is wanted."""

    kind: Kind = "registry"
    ids: tuple[str, ...] = ()
    order: str = ""
    wanted: str = ""
    most: int = FIRST

    @classmethod
    def of(cls, entity: str | None) -> Topic:
        """The record of an entity; of none the registry."""
        return cls() if entity is None else cls("entity", (entity,))

    @property
    def entity(self) -> str | None:
        """Whose record it is, if it is one."""
        return self.ids[0] if self.kind == "entity" else None

    @property
    def going_by(self) -> str:
        """What it goes by."""
        return self.order or ORDERS.get(self.kind, ("",))[0]

    @property
    def next_order(self) -> str:
        """What it goes by next; the same where there is but one order."""
        orders = ORDERS.get(self.kind, ("",))
        return orders[(orders.index(self.going_by) + 1) % len(orders)]


REGISTRY = Topic()
"""Every entity."""
