"""The program's entry: read the call, run it, and turn every error into a line and a status."""

from __future__ import annotations

import argparse
import errno
import gc
import os
import sys
from typing import NoReturn

from tui.cli import house, manner, output
from tui.cli.arguments import parse, wish_of
from tui.model import QueryError, ReadroomError

UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""Errors that name no file: of what is written on, which is the answer."""
UNREADABLE = (errno.EIO, errno.EACCES, errno.EPERM, errno.ESTALE)
"""Of what is open already: the disk, or whoever is at the other end of a network."""
CLIP = 72
"""Characters of a query shown around a fault."""


def script() -> NoReturn:
    """The console script.

    A command ends too soon to leave cycles worth looking for; that takes 25 of its 150 ms.
    """
    gc.disable()
    if "_ARGCOMPLETE" in os.environ:  # a shell asks what may follow
        from tui.cli.completion import complete

        complete()
    status = main()
    gc.freeze()  # or all there is would be looked through once more at the end
    if sys.flags.inspect:  # PYTHONINSPECT: Python would go on by itself, with a prompt
        sys.stderr.flush()
        os._exit(status)
    sys.exit(status)


def main(argv: list[str] | None = None) -> int:
    """Run one call and return its exit status."""
    _open_streams()
    try:
        args, module = parse(sys.argv[1:] if argv is None else argv)
        status = _desk(args) if module is None else int(module.run(args))
        sys.stdout.flush()
    except QueryError as error:
        output.complain(_with_caret(error))
        return error.exit_status
    except ReadroomError as error:
        output.complain(error)
        return error.exit_status
    except KeyboardInterrupt:
        output.say("readroom: interrupted")
        return 130
    except BrokenPipeError:
        _discard()
        return 0
    except OSError as error:
        return _denied(error)
    return status


def _denied(error: OSError) -> int:
    """What the system would not do, and the exit status; a bug of ours crashes as any other."""
    if error.filename is not None:
        output.say(f"readroom: {os.fsdecode(error.filename)}: {error.strerror}")
    elif error.errno in UNWRITABLE:
        _discard()
        output.say(f"readroom: the answer cannot be written: {error.strerror}")
    elif error.errno in UNREADABLE:
        output.say(f"readroom: a file cannot be read or written: {error.strerror}")
    else:
        raise error
    return 3


def _open_streams() -> None:
    """Have both streams, though they were closed by whoever called, and write any character."""
    if sys.stdout is None or sys.stderr is None:
        nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # until the end
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # always text files


def _discard() -> None:
    """Let what could not be written go, or Python would try once more at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _desk(args: argparse.Namespace) -> int:
    if args.plain or _is_dumb(args):
        from tui.plain.dialogue import run as talk

        return talk(wish_of(args))
    from tui.screen.app import run
    from tui.screen.manner import Manner

    status, picked = run(
        wish_of(args), Manner(**manner.given(args)), house.of(args), picks=args.pick
    )
    if picked is not None:
        output.put_text(picked)
    elif args.pick and not status:
        output.say("readroom: nothing was picked")
        status = 1
    if args.pick or sys.stdout.isatty():  # a thread that still reads must not hold up the end
        sys.stdout.flush()
        os._exit(status)
    return status


def _is_dumb(args: argparse.Namespace) -> bool:
    """Whether the terminal can show no screen, and none was insisted on; then it is said."""
    if os.environ.get("TERM", "dumb") != "dumb" or manner.given(args):
        return False
    if is_dumb := bool(sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        output.say("readroom: TERM=dumb shows no screen; this is readroom --plain")
    return is_dumb


def _with_caret(error: QueryError) -> ReadroomError:
    """The same error with the query, clipped when long, and a caret under its fault."""
    if not error.query.strip():
        return ReadroomError(error.message, *error.details)
    start, end = error.span
    cut = max(0, start - CLIP // 2)
    shown = error.query[cut : cut + CLIP]
    before, after = "…" if cut else "", "…" if cut + CLIP < len(error.query) else ""
    column = len(before) + start - cut
    carets = "^" * max(1, min(end, cut + CLIP) - start)
    return ReadroomError(
        error.message, before + shown + after, " " * column + carets, *error.details
    )
