"""The check of a draft against the texts and the registry: what is there, and what differs."""

from tui.catalog.drafts.check import check
from tui.catalog.drafts.verdict import PROBLEMS, Finding, Kind, Verdict

__all__ = ["PROBLEMS", "Finding", "Kind", "Verdict", "check"]
