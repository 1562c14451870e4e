"""Keys that are bound and told of, but take no room in the footer."""

from __future__ import annotations

from textual.binding import Binding


def quiet(key: str, action: str, description: str, id: str, tooltip: str) -> Binding:
    """A key that help and palette name, but not the footer."""
    return Binding(key, action, description, id=id, tooltip=tooltip, show=False)
