"""The command palette: what the keys do, in words; nothing is declared twice."""

from __future__ import annotations

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.screen.orders import Order, orders

KEY = 12
"""Cells of the column of keys."""


class KeyCommands(Provider):
    """Every action of every pane with its key; one types words of it, or their beginnings."""

    async def discover(self) -> Hits:
        for order in orders(self.screen):
            yield DiscoveryHit(_line(order), order.run, text=_words(order))

    async def search(self, query: str) -> Hits:
        wanted = query.casefold().split()
        for order in orders(self.screen):
            if all(f" {word}" in f" {_words(order).casefold()}" for word in wanted):
                yield Hit(1.0, _line(order), order.run, text=_words(order))


def _line(order: Order) -> Content:
    return Content(f"{order.key:<{KEY}}{order.says}")


def _words(order: Order) -> str:
    return f"{order.says} {order.description} {order.key} {order.id}"
