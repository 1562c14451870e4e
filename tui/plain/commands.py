"""What one can say in the dialogue: each command once, with its short form and what it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tui.catalog.room import Room
from tui.model import NotFound
from tui.plain import asking, finding, reading
from tui.plain.standing import Reply, Standing

Run = Callable[[Room, Standing, str], Reply]


class Command(NamedTuple):
    """A word one can say, its shortest form, what may follow it, and what it does."""

    name: str
    short: str
    argument: str
    says: str
    run: Run


def _next(room: Room, standing: Standing, what: str) -> Reply:
    del what
    return reading.step(room, standing, 1)


def _previous(room: Room, standing: Standing, what: str) -> Reply:
    del what
    return reading.step(room, standing, -1)


def _quit(room: Room, standing: Standing, what: str) -> Reply:
    del room, what
    return Reply(standing, (), is_last=True)


def _help(room: Room, standing: Standing, what: str) -> Reply:
    """All commands in a line each, or one of them."""
    del room
    told = [called(what)] if what else COMMANDS
    return Reply(standing, tuple(_told(command) for command in told))


def _told(command: Command) -> str:
    call = f"{command.name} {command.argument}".strip()
    return f"{call}: {command.says}" + (f" ({command.short})" if command.short else "")


COMMANDS = (
    Command("search", "s", "QUERY", "texts that answer; /QUERY is the same", finding.search),
    Command(
        "open", "o", "[N or DOC:LINE]", "open a result, or a text; N alone does", reading.open_text
    ),
    Command("next", "n", "", "the next hit, mention or sentence", _next),
    Command("previous", "p", "", "the one before", _previous),
    Command("read", "r", "[N]", "this paragraph, or paragraph N; Enter reads on", reading.read),
    Command("sentence", ".", "", "the next sentence", reading.sentence),
    Command("find", "f", "WORDS", "words in the open text", reading.find),
    Command("names", "e", "", "the names in this paragraph", reading.names),
    Command("where", "=", "", "which text, where in it, which hit", reading.where),
    Command("facts", "", "", "what is known of this text", reading.facts),
    Command("who", "w", "NAME", "who or what a name is", asking.who),
    Command("mentions", "m", "NAME", "where it is named, one by one", asking.mentions),
    Command("companions", "c", "NAME", "who is named beside it", asking.companions),
    Command("together", "t", "NAME, NAME", "sentences that name them all", asking.together),
    Command("kwic", "k", "QUERY", "every passage in a few words", asking.kwic),
    Command("entities", "", "[LETTERS]", "the names that are known", asking.known),
    Command("texts", "", "[QUERY]", "the texts of the corpus", finding.texts),
    Command("more", "+", "", "more of the list", finding.more),
    Command(
        "cite",
        "",
        "[STYLE] [nd]",
        "how to cite what was said last; nd without an author or a date",
        asking.cite,
    ),
    Command("back", "b", "", "where you were before", reading.back),
    Command("forward", "", "", "forward again", reading.forward),
    Command("help", "?", "[COMMAND]", "this list", _help),
    Command("quit", "q", "", "leave", _quit),
)


def called(word: str) -> Command:
    """The command of this name, short name, or beginning that no other has; else NotFound."""
    exact = [command for command in COMMANDS if word in (command.name, command.short)]
    begun = [command for command in COMMANDS if word and command.name.startswith(word)]
    found = exact or begun
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFound(f"{word}: {' or '.join(command.name for command in found)}?")
    raise NotFound(f"no command {word}", "help lists them; search WORDS looks words up")


def answer(room: Room, standing: Standing, line: str) -> Reply:
    """The reply to a line; raises what the user can cause."""
    line = line.strip()
    if not line:
        if standing.here is None:
            return Reply(standing, ("no text is open; help lists what you can say",))
        return reading.read_on(room, standing, "")
    if line.startswith("/"):
        return finding.search(room, standing, line[1:].strip())
    if line.isdecimal():
        return reading.open_text(room, standing, line)
    word, _, argument = line.partition(" ")
    return called(word).run(room, standing, argument.strip())
