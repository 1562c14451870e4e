"""Whether an index is sound, looked at byte by byte."""

import pytest

from tests.index.library import Library
from tui.corpus import Corpus
from tui.index import generation
from tui.index.checkup import checkup


def test_a_byte_that_has_changed_in_a_large_index_is_found(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.write("a.txt", "Some words of a text.")
    library.refresh()
    monkeypatch.setattr(generation, "SMALL", 0)  # else it is found whenever the index is opened
    assert checkup(library.home, Corpus(library.texts)).state == "sound"

    [segment] = library.home.rglob("*.seg")
    data = bytearray(segment.read_bytes())
    data[len(data) // 2] ^= 1
    segment.write_bytes(data)
    found = checkup(library.home, Corpus(library.texts))

    assert found.state == "damaged"
    assert found.reasons == (f"{segment.name} is missing or not as it was written",)
