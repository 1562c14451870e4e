"""The inflected forms of Russian names, by rules and tables that a person can read."""

from tui.registry.russian.phrases import forms

__all__ = ["forms"]
