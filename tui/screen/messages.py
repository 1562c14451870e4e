"""What panes wish for. Only the desk answers."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from tui.model import Mention, Passage, ReadroomError, Span
from tui.screen.question import Narrowing
from tui.screen.topic import Topic
from tui.screen.walk import Walk


@dataclass(eq=False, repr=False)
class Asked(Message):
    """A query as it stands in the search box; `go` opens its marked hit once it is answered."""

    query: str
    go: bool = False


@dataclass(eq=False, repr=False)
class Ask(Message):
    """Search for this, in place of what stands in the search box."""

    query: str


@dataclass(eq=False, repr=False)
class Recall(Message):
    """Put the query before, or the one after, of those run earlier into the search box."""

    by: int


@dataclass(eq=False, repr=False)
class Narrow(Message):
    """Limit the answers to a value of a facet, or keep them free of it."""

    to: Narrowing


@dataclass(eq=False, repr=False)
class Widen(Message):
    """Take a narrowing away; None: the last one."""

    by: Narrowing | None = None


@dataclass(eq=False, repr=False)
class AllOf(Message):
    """List all values of a kind of facet."""

    kind: str


@dataclass(eq=False, repr=False)
class More(Message):
    """List more of the texts that answer; `go` goes on to the next hit in them."""

    go: bool = False


@dataclass(eq=False, repr=False)
class Open(Message):
    """Open a text at a passage; `walk` is the set that the passage belongs to."""

    passage: Passage
    walk: Walk | None = None


@dataclass(eq=False, repr=False)
class Jump(Message):
    """Go elsewhere in the open text: to a stretch of it, or to a place as the reader counts them.

    One can go back from there.
    """

    head: int = 0
    span: Span | None = None


@dataclass(eq=False, repr=False)
class Show(Message):
    """Show the record of an entity."""

    entity: str


@dataclass(eq=False, repr=False)
class Look(Message):
    """Have the record pane show another page; `leaves` if one can go back to the one before."""

    topic: Topic
    leaves: bool = True


@dataclass(eq=False, repr=False)
class Peek(Message):
    """Show the card of a name in the text."""

    mention: Mention


@dataclass(eq=False, repr=False)
class Register(Message):
    """Register a name, or words that are one."""

    words: str


@dataclass(eq=False, repr=False)
class Decide(Message):
    """The name under the mark means this one of its candidates, here."""

    entity: str


@dataclass(eq=False, repr=False)
class Copy(Message):
    """Copy words to the clipboard."""

    words: str


@dataclass(eq=False, repr=False)
class Take(Message):
    """Take what is selected of the open text out of the room, in a way that the desk knows."""

    way: str
    span: Span


@dataclass(eq=False, repr=False)
class Sought(Message):
    """Words to find in the open text; `go` leaves the find box for the first of them."""

    words: str
    go: bool = False


@dataclass(eq=False, repr=False)
class Found(Message):
    """Where the words stand in the text, if anywhere; `go` goes to the first of them."""

    words: str
    walk: Walk | None
    go: bool


@dataclass(eq=False, repr=False)
class Tell(Message):
    """Something to say in the status line; nothing when the page or the mark in it moved."""

    what: str = ""


@dataclass(eq=False, repr=False)
class Wear(Message):
    """Take up this theme, and keep it."""

    theme: str


@dataclass(eq=False, repr=False)
class Done(Message):
    """An action was done, as its binding has it."""

    action: str


@dataclass(eq=False, repr=False)
class Toured(Message):
    """The tour was seen, or was not wanted."""


@dataclass(eq=False, repr=False)
class Failed(Message):
    """The room cannot be opened; the application leaves and says why."""

    error: ReadroomError
