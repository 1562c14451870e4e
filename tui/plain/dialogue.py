"""The dialogue itself: a line is read, its answer is said, until there is no more."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator

from tui.catalog.pace import SOON_S, Pace
from tui.catalog.room import Room, open_room
from tui.catalog.wish import Wish
from tui.counts import count
from tui.model import QueryError, ReadroomError
from tui.plain.commands import COMMANDS, answer
from tui.plain.standing import Standing
from tui.visible import visible

PROMPT = "> "


def run(wish: Wish) -> int:
    """Talk on stdin and stdout about what `wish` says; the exit status."""
    room = open_room(wish, budget=None, progress=_progress(_put))
    room.tell = _put
    for note in room.notes:
        _put(note)
    texts, known = len(room.view.everything()), len(room.registry.entities)
    size = f"{count(texts, 'text')}, {count(known, 'entity', 'entities')}"
    _put(f"readroom: {size}; help lists what you can say")
    for line in talk(room, _asked() if sys.stdin.isatty() else sys.stdin):
        _put(line)
    return 0


def talk(room: Room, lines: Iterable[str]) -> Iterator[str]:
    """What is said to each of some lines."""
    standing = Standing()
    for line in lines:
        try:
            reply = answer(room, standing, line)
        except ReadroomError as error:
            yield from _said(error)
            continue
        standing = reply.standing
        yield from reply.lines
        if reply.is_last:
            return


def _said(error: ReadroomError) -> Iterator[str]:
    """What is wrong; of a query where, in words, because a caret cannot be heard."""
    if isinstance(error, QueryError):
        place = error.query[error.span.start : error.span.end].strip()
        yield f"{error.message}, at character {error.span.start + 1}" + (f": {place}" * bool(place))
    else:
        yield error.message
    yield from error.details


def _asked() -> Iterator[str]:
    """The lines that a person types, with the editing and the history of readline."""
    _complete()
    cancelled = False
    while True:
        try:
            yield input(PROMPT)
            cancelled = False
        except EOFError:
            _put("")
            return
        except KeyboardInterrupt:  # once leaves the line, twice the dialogue
            if cancelled:
                raise
            cancelled = True
            _put("")


def _complete() -> None:
    import readline

    def complete(begun: str, number: int) -> str | None:
        found = [f"{command.name} " for command in COMMANDS if command.name.startswith(begun)]
        return found[number] if number < len(found) else None

    readline.set_completer(complete)
    readline.parse_and_bind("tab: complete")


def _progress(say: Callable[[str], None]) -> Callable[[int, int], None]:
    """Says each tenth of the texts that is indexed, if that takes long at all."""
    tenths, pace = 0, Pace()

    def progress(done: int, total: int) -> None:
        nonlocal tenths
        now = done * 10 // max(1, total)
        if now > tenths and pace.seconds > SOON_S:
            tenths = now
            say(f"indexed {pace.words(done, total)}")

    return progress


def _put(line: str) -> None:
    sys.stdout.write(visible(line) + "\n")
    sys.stdout.flush()
