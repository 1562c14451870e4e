"""Slow calls beside the loop."""

import asyncio
import threading

import pytest

from tui.screen.aside import Aside


async def test_calls_are_made_in_order_and_answered() -> None:
    aside, made = Aside(), []

    def call(number: int) -> int:
        made.append(number)
        return number * 2

    assert await asyncio.gather(*(aside(call, n) for n in range(5))) == [0, 2, 4, 6, 8]
    assert made == [0, 1, 2, 3, 4]


async def test_an_exception_reaches_the_one_who_waits() -> None:
    with pytest.raises(ZeroDivisionError):
        await Aside()(lambda: 1 // 0)


async def test_what_nobody_waits_for_any_more_is_not_done() -> None:
    aside, go, made = Aside(), threading.Event(), []
    first = asyncio.ensure_future(aside(go.wait))
    second = asyncio.ensure_future(aside(made.append, "second"))
    await asyncio.sleep(0)
    second.cancel()
    go.set()
    await first
    await aside(made.append, "third")
    assert made == ["third"]
