"""Slow calls, one after another in a thread of their own: neither keys nor quitting wait."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


class Aside:
    """A daemon thread that makes calls in order; one that nobody waits for any more is not made.

    `asyncio.to_thread` would let quitting wait for the last call and an index be read by several
    threads at once.
    """

    def __init__(self) -> None:
        self._calls: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._thread: Thread | None = None

    async def __call__(self, call: Callable[..., T], *args: object) -> T:
        """The result of `call(*args)`, or its exception."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[T] = loop.create_future()

        def settle(result: T | None, error: BaseException | None) -> None:
            if answer.done():
                return
            if error is not None:
                answer.set_exception(error)
            else:
                answer.set_result(result)  # type: ignore[arg-type]  # None only if T allows it

        def make() -> None:
            if answer.done():
                return
            result: T | None = None
            error: BaseException | None = None
            try:
                result = call(*args)
            except BaseException as raised:  # whatever it is belongs to whoever waits
                error = raised
            if not loop.is_closed():
                loop.call_soon_threadsafe(settle, result, error)

        self._calls.put(make)
        if self._thread is None:
            self._thread = Thread(target=self._run, name="aside", daemon=True)
            self._thread.start()
        return await answer

    def _run(self) -> None:
        while True:
            self._calls.get()()
