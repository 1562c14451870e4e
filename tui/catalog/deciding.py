"""The decisions about single mentions, each found again in its text before the index is made.

To read a decided text takes a millisecond, so what was found is kept beside the index for as long
as neither the texts nor the decisions change. A text that was renamed is known by its SHA-256.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from tui.corpus import Corpus, Unreadable
from tui.index import IndexView
from tui.model import Problem, Span, Unusable
from tui.places import Places, write_atomically
from tui.registry.decisions import Decision, files, read, settle
from tui.registry.files import content

COPY = "decisions.json"

_Stat = list[int] | None
_Span = tuple[int, int, str]


@dataclass(frozen=True)
class Decided:
    """What was decided, and where it stands: by document spans, ascending, each with its entity.

    `problems` are those of the files and the decisions that lost their place; `astray` are the
    decisions about texts that are not there.
    """

    spans: Mapping[str, tuple[_Span, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    astray: tuple[Decision, ...] = ()
    is_new: bool = False
    """Whether it was found out just now."""

    def entity(self, doc: str, span: Span) -> str | None:
        """The entity that a span of a text was decided to mean."""
        found = (entity for start, end, entity in self.spans.get(doc, ()) if (start, end) == span)
        return next(found, None)

    @property
    def faults(self) -> tuple[Problem, ...]:
        """All that is wrong with the decisions."""
        gone = (one.problem(f"there is no text {one.doc}") for one in self.astray)
        return (*self.problems, *gone)

    @property
    def notes(self) -> tuple[str, ...]:
        """What to say of the faults, in a line."""
        errors = [fault for fault in self.faults if fault.severity == "error"]
        more = f" ({len(errors) - 1} more: readroom registry check)" if len(errors) > 1 else ""
        return (f"{errors[0]}{more}",) if errors else ()


class Deciding:
    """Finds the decisions of one registry about one corpus."""

    def __init__(self, corpus: Corpus, registry: Path | None, home: Path, places: Places) -> None:
        """`home` is the folder of the index."""
        self._corpus = corpus
        self._copy = home / COPY
        self._paths = files(registry, places.data) if registry else ()

    def decided(self) -> Decided:
        """The decisions as they stand in the texts they name."""
        written = _digest(self._paths)
        if not written:
            return Decided()
        kept = self._kept(written)
        if kept:
            return kept
        decisions, problems = read(*self._paths)
        found = self._found(decisions, problems)
        self._keep(written, found)
        return found

    def followed(self, found: Decided, view: IndexView) -> Decided:
        """The same, with the decisions about texts that `view` knows by another name."""
        wanted = {decision.anchor.sha256 for decision in found.astray}
        ids: dict[str, list[str]] = {}
        for record in map(view.record, view.everything()):
            if record.sha256 in wanted:
                ids.setdefault(record.sha256, []).append(record.id)
        names = {hash: those[0] for hash, those in ids.items() if len(those) == 1}
        if not names:
            return found
        decisions, problems = read(*self._paths)
        moved = [
            replace(one, doc=names[one.anchor.sha256])
            if one in found.astray and one.anchor.sha256 in names
            else one
            for one in decisions
        ]
        again = self._found(moved, problems)
        self._keep(_digest(self._paths), again)
        return again

    def _found(self, decisions: Iterable[Decision], problems: Iterable[Problem]) -> Decided:
        by_text: dict[str, list[Decision]] = {}
        for decision in decisions:
            by_text.setdefault(decision.doc, []).append(decision)
        spans: dict[str, tuple[_Span, ...]] = {}
        wrong, astray = list(problems), list[Decision]()
        for doc, about in by_text.items():
            try:
                document = self._corpus.read(doc)
            except Unreadable:
                astray += about
                continue
            settled = settle(about, document.text, document.sha256)
            spans[doc] = settled.spans
            wrong += (one.lost for one in settled.lost)
        return Decided(spans, tuple(wrong), tuple(astray), is_new=True)

    def _kept(self, written: str) -> Decided | None:
        """The copy, if it is of these decisions and these texts."""
        with suppress(OSError, ValueError, TypeError, KeyError):
            copy = json.loads(self._copy.read_bytes())
            if copy["written"] != written or any(
                self._stat(doc) != stat for doc, stat in copy["texts"].items()
            ):
                return None
            return Decided(
                {doc: tuple(map(tuple, spans)) for doc, spans in copy["spans"].items()},
                tuple(Problem(**problem) for problem in copy["problems"]),
                tuple(_decision(**decision) for decision in copy["astray"]),
            )
        return None

    def _keep(self, written: str, found: Decided) -> None:
        copy = {
            "written": written,
            "texts": {
                doc: self._stat(doc) for doc in (*found.spans, *(one.doc for one in found.astray))
            },
            "spans": found.spans,
            "problems": [asdict(problem) for problem in found.problems],
            "astray": [asdict(decision) for decision in found.astray],
        }
        with suppress(Unusable):  # the copy only saves time
            write_atomically(self._copy, json.dumps(copy).encode())

    def _stat(self, doc: str) -> _Stat:
        with suppress(OSError, ValueError):
            found = self._corpus.path(doc).lstat()
            return [found.st_size, found.st_mtime_ns, found.st_ino]
        return None


def _decision(anchor: dict[str, Any], **rest: Any) -> Decision:
    from tui.anchors import Anchor

    return Decision(anchor=Anchor(**anchor), **rest)


def _digest(paths: Iterable[Path]) -> str:
    """The SHA-256 of what these files hold, "" if none of them is there."""
    digest, is_any = sha256(), False
    for path in paths:
        with suppress(OSError):
            data = content(path)
            digest.update(b"%d\n" % len(data) + data)
            is_any = True
    return digest.hexdigest() if is_any else ""
