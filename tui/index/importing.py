"""Imports Whoosh without what it asks for and never uses: a downloader, and all of asyncio.

`whoosh.compat` wants `urllib.request`, and with it sockets and TLS, for a function that nothing
calls; `whoosh.reading` wants a package that brings asyncio, for a decorator that functools has.
That is 45 of 65 ms at every start, and readroom opens no socket. So two small modules stand in for
them until Whoosh is there, unless the real ones are; who imports those later gets the real ones.
"""

from __future__ import annotations

import functools
import sys
from types import ModuleType


def _module(name: str, **contents: object) -> ModuleType:
    module = ModuleType(name)
    vars(module).update(contents)
    return module


_stand_ins = [
    _module("urllib.request", urlretrieve=None),
    _module("cached_property", cached_property=functools.cached_property),
]
_missing = {one.__name__: one for one in _stand_ins if one.__name__ not in sys.modules}
sys.modules.update(_missing)
try:
    import whoosh.codec.whoosh3  # noqa: F401  # with all that it needs itself
finally:
    for _name in _missing:
        del sys.modules[_name]
