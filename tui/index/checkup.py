"""Whether the index in a home is sound: every byte of it is looked at, and nothing changed."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tui.corpus import Corpus
from tui.index import home as homes
from tui.index.change import Change
from tui.index.storage import Damaged, Foreign
from tui.model import Unusable
from tui.places import write_atomically

State = Literal["none", "sound", "unfinished", "foreign", "damaged"]


@dataclass(frozen=True, slots=True)
class Checkup:
    """What was found: why it is damaged, and how many texts it holds and lacks as they are now."""

    state: State
    reasons: tuple[str, ...] = ()
    texts: int = 0
    behind: int = 0
    """Texts that are new, changed or gone since."""
    left_over: tuple[str, ...] = ()
    """Files that a killed writer has left."""


def checkup(home: Path, corpus: Corpus) -> Checkup:
    """The state of the index in a home, against the files of a corpus."""
    if not homes.has_index(home):
        return Checkup("none")
    try:
        generation = homes.current(home, corpus.folder)
    except Foreign as error:
        return Checkup("foreign", (error.message,))
    except (Damaged, Unusable) as error:
        return Checkup("damaged", (error.message,))
    if generation is None:
        return Checkup("none")
    faults = tuple(f"{name} is missing or not as it was written" for name in generation.faults())
    change = Change.since(generation, corpus.scan(), time.time_ns())
    state: State = "damaged" if faults else "sound" if generation.is_whole else "unfinished"
    return Checkup(
        state,
        faults,
        generation.about["texts"],
        len(change.fresh) + len(change.gone),
        tuple(sorted(generation.left_over())),
    )


def condemn(home: Path, reason: str) -> None:
    """Have the next writer build the index anew."""
    write_atomically(home / homes.DAMAGED, reason.encode())
