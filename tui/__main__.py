"""`python -m tui` is `readroom`."""

from tui.cli.main import script

script()
