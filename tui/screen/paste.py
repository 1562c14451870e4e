"""What is pasted is text: no key, no code in it reaches the program."""

from __future__ import annotations

from tui.visible import visible

BEGIN, END = "\x1b[200~", "\x1b[201~"


class Pasted:
    """Reads what a terminal sends, in pieces cut anywhere, and makes what is pasted harmless."""

    def __init__(self) -> None:
        self._inside = False
        self._held = ""

    def clean(self, data: str) -> str:
        """The next piece, with the controls between the marks of a paste shown as pictures."""
        data, self._held = self._held + data, ""
        out: list[str] = []
        while data:
            mark = END if self._inside else BEGIN
            before, found, data = data.partition(mark)
            if not found and self._inside:
                before, self._held = _without_beginning_of(mark, before)
            out.append(visible(before, keep="\n\r\t") if self._inside else before)
            if found:
                out.append(mark)
                self._inside = not self._inside
        return "".join(out)


def _without_beginning_of(mark: str, data: str) -> tuple[str, str]:
    """`data` without the beginning of `mark` at its end, and that beginning."""
    for length in range(len(mark) - 1, 0, -1):
        if data.endswith(mark[:length]):
            return data[:-length], mark[:length]
    return data, ""
