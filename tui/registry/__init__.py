"""entities.yaml → Registry and Problems: who and what the texts may name, kept by hand."""

from tui.registry.files import stamp
from tui.registry.registry import Registry, load

__all__ = ["Registry", "load", "stamp"]
