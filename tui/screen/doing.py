"""What is done by a key or by its name is told to the desk, whatever screen is over it."""

from __future__ import annotations

from collections.abc import Mapping

from textual.actions import ActionParseResult
from textual.app import App
from textual.dom import DOMNode

from tui.screen.messages import Done


class Doing(App[str], inherit_bindings=False):
    """The part of the application that does what keys ask for."""

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do it; whether it was done."""
        done = await super().run_action(action, default_namespace, namespaces)
        if done and isinstance(action, str) and self.screen_stack:
            self.screen_stack[0].post_message(Done(action))
        return done
