"""Names that texts hold often and the registry does not; what nobody wrote down is only guessed."""

from tui.gaps.ranking import Gap, gaps
from tui.gaps.reading import Text

__all__ = ["Gap", "Text", "gaps"]
