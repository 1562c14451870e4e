"""Texts into segments: read, gone through once, and written; in this process or in several."""

from __future__ import annotations

import copyreg
import gc
import signal
import traceback
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.corpus import Corpus, Unreadable
from tui.index.draft import Draft
from tui.index.entry import entry
from tui.index.record import pack_record, unpack_record
from tui.index.sources import Decisions
from tui.mentions import Finder
from tui.model import Span, Unusable
from tui.registry import Registry
from tui.spawning import spawn

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Progress = Callable[[int, int], None]
LEAST = 50_000
"""Postings of a segment, however little memory there is."""
BARE, POSTING = 90 << 20, 135
"""Bytes that a process needs without any, and for each posting until it is written."""
PORTION = 1 << 20
"""Bytes of texts that a process is handed at a time."""


def _registry(data: bytes) -> Registry:
    return Registry.from_json(data) or Registry.empty()


copyreg.pickle(Registry, lambda registry: (_registry, (registry.to_json(),)))


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be made of which texts, and where."""

    folder: Path
    corpus: Path
    registry: Registry
    decisions: Decisions
    most: int


@dataclass(slots=True)
class Batch:
    """What became of some texts: a segment of those in `indexed`, with their SHA-256."""

    segment: Any = None
    indexed: dict[str, str] = field(default_factory=dict)
    same: list[str] = field(default_factory=list)
    """Texts that are as the index has them."""
    unread: dict[str, str] = field(default_factory=dict)
    """Texts that could not be read, and why."""
    to_try_again: set[str] = field(default_factory=set)
    """Those of them that may be readable another time, though nothing of them has changed."""


def postings_in(memory: int, jobs: int) -> int:
    """How many postings a segment may have, where `jobs` processes share so many megabytes."""
    each = ((memory << 20) - BARE) // jobs  # one more process hands out and commits
    return max(LEAST, (each - BARE) // POSTING)


Text = tuple[str, bytes | None]
"""The id of a text, and its record in the index if the text may be the same."""


class Maker:
    """Turns texts into batches."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._corpus = Corpus(job.corpus)
        chosen = {
            (doc, Span(start, end)): entity
            for doc, decisions in job.decisions.items()
            for start, end, entity in decisions
        }
        self._finder = Finder(job.registry, lambda doc, span: chosen.get((doc, span)))
        self._draft: Draft | None = None
        self._batch = Batch()

    def take(self, id: str, known: bytes | None) -> None:
        """One text more."""
        try:
            document = self._corpus.read(id)
        except Unreadable as error:
            self._batch.unread[id] = error.reason
            if error.may_pass:
                self._batch.to_try_again.add(id)
            return
        if known and pack_record(document, unpack_record(known).words) == known:
            self._batch.same.append(id)
            return
        made = entry(document, self._finder, self._job.registry)
        if self._draft is None:
            self._draft = Draft(self._job.folder)
        self._draft.add(made)
        self._batch.indexed[id] = document.sha256

    @property
    def is_full(self) -> bool:
        """Whether it is time to write."""
        return self._draft is not None and self._draft.size >= self._job.most

    def close(self) -> None:
        """Let go of what was not written."""
        if self._draft is not None:
            self._draft.close()

    def finish(self) -> Batch:
        """Everything taken since the last time, written."""
        batch = self._batch
        if self._draft is not None:
            batch.segment = self._draft.finish()
        self._draft, self._batch = None, Batch()
        return batch


def batches(
    job: Job, texts: Sequence[Text], sizes: Mapping[str, int], jobs: int, progress: Progress
) -> Generator[Batch, None, None]:
    """Every text in some batch; `sizes` are those of the files, `progress` counts texts."""
    if jobs > 1 and sum(sizes[id] for id, _ in texts) > jobs * PORTION:
        yield from _in_parallel(job, list(_portions(texts, sizes)), jobs, progress, len(texts))
        return
    with closing(Maker(job)) as maker:
        for done, (id, known) in enumerate(texts, 1):
            maker.take(id, known)
            progress(done, len(texts))
            if maker.is_full:
                yield maker.finish()
        yield maker.finish()


def _portions(texts: Sequence[Text], sizes: Mapping[str, int]) -> Iterator[list[Text]]:
    portion: list[Text] = []
    size = 0
    for text in texts:
        portion.append(text)
        size += sizes[text[0]]
        if size >= PORTION:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


def _in_parallel(
    job: Job, portions: list[list[Text]], jobs: int, progress: Progress, total: int
) -> Iterator[Batch]:
    """The same by `jobs` processes."""
    from multiprocessing import Pipe

    workers: dict[Connection, BaseProcess] = {}
    try:
        for _ in range(jobs):
            ours, theirs = Pipe()
            workers[ours] = spawn(_work, theirs, job, is_daemon=True)
            theirs.close()
        yield from _handed_out(list(workers), portions, progress, total)
    except (EOFError, ConnectionError):
        raise Unusable("a process that was indexing has ended; the next one goes on") from None
    finally:
        for pipe, worker in workers.items():
            pipe.close()
            worker.terminate()
            worker.join()
            worker.close()


def _handed_out(
    pipes: list[Connection],
    portions: list[list[Text]],
    progress: Progress,
    total: int,
) -> Iterator[Batch]:
    """What the workers send while each is handed one portion after another."""
    from multiprocessing.connection import Connection, wait

    waiting = portions[::-1]
    done = 0
    while pipes:
        for pipe in wait(pipes):
            assert isinstance(pipe, Connection)
            said = pipe.recv()
            if isinstance(said, Batch):
                yield said
            elif isinstance(said, int):
                done += said
                progress(done, total)
                pipe.send(waiting.pop() if waiting else None)
            elif isinstance(said, Exception):
                raise said
            else:
                pipes.remove(pipe)


def _work(pipe: Connection, job: Job) -> None:
    """A worker: asks for portions by saying how many texts are done, sends batches, then None."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the one who started it
    gc.disable()  # millions of values live until a segment is written, and none is in a cycle
    with suppress(EOFError, ConnectionError), closing(Maker(job)) as maker:
        try:
            _make(pipe, maker)
        except OSError as error:
            pipe.send(error)
        # Nothing is hidden by this: the one who started the process raises it again.
        except Exception:
            pipe.send(RuntimeError(traceback.format_exc()))


def _make(pipe: Connection, maker: Maker) -> None:
    done = 0
    while True:
        pipe.send(done)
        portion = pipe.recv()
        if portion is None:
            break
        for id, known in portion:
            maker.take(id, known)
            if maker.is_full:
                pipe.send(maker.finish())
        done = len(portion)
    pipe.send(maker.finish())
    pipe.send(None)
