"""The file of terms, read by Whoosh."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st
from whoosh.filedb.filestore import RamStorage
from whoosh.filedb.filetables import OrderedHashReader

from tui.index.terms import TermsWriter


def read(*portions: Iterable[tuple[bytes, bytes]]) -> OrderedHashReader:
    """What Whoosh reads of terms that were written in some portions."""
    storage = RamStorage()
    writer = TermsWriter(storage.create_file("terms"))
    writer.fields["words"] = 0
    for portion in portions:
        writer.add(portion)
    writer.close()
    return OrderedHashReader.open(storage, "terms")


@given(st.dictionaries(st.binary(min_size=1, max_size=9), st.binary(max_size=9), max_size=60))
def test_every_term_is_found_and_all_in_order(values: dict[bytes, bytes]) -> None:
    terms = sorted(values.items())
    found = read(terms[:20], terms[20:])

    assert list(found.items()) == terms
    assert {key: found.get(key) for key in values} == values
    assert found.get(b"no such term") is None
    assert [found.closest_key(key[:-1]) for key in values] == [
        min(other for other in values if other >= key[:-1]) for key in values
    ]


def test_terms_with_one_hash_are_told_apart() -> None:
    plumless, buckeroo = (b"plumless", b"1"), (b"buckeroo", b"2")  # one CRC-32

    found = read([buckeroo, plumless])

    assert [found.get(b"plumless"), found.get(b"buckeroo")] == [b"1", b"2"]


def test_an_empty_file_of_terms_names_its_fields() -> None:
    assert read().extras["fieldmap"] == {"words": 0}


def test_more_terms_than_are_written_at_a_time() -> None:
    terms = [(b"%06d" % n, b"v") for n in range(20_000)]

    found = read(terms)

    assert len(list(found.keys())) == 20_000
    assert found.get(b"019999") == b"v"
