"""The screen: three panes to search, read and cross-reference. Only this package knows Textual.

Textual reads its settings from the environment when it is imported, so they are put right first.
"""

from tui.screen.environment import settle

settle()
