"""Our writer against Whoosh's own, given the same terms."""

from pathlib import Path
from typing import Any

import pytest
from whoosh.codec.whoosh3 import W3Codec
from whoosh.index import create_in
from whoosh.query import And, Not, Or, Phrase, Prefix, Query, Term
from whoosh.query.spans import SpanNear2

from tests.index.library import Library, entity
from tui.corpus import Corpus
from tui.index.entry import Entry, entry
from tui.index.schema import SCHEMA, Terms
from tui.index.storage import Storage
from tui.mentions import Finder

TEXTS = [
    "The PLA paid 5 billion for the S-400 in Moscow.",
    "Moscow sold the S-400 to China.\n\nChina paid.",
    "A phrase of words, and a phrase of other words.",
    "The PLA in Beijing and the PLA in Moscow; billions, not a billion.",
    "***",
]


@pytest.fixture
def entries(library: Library) -> list[Entry]:
    """The texts as the index takes them in."""
    library.keep(entity("pla", "PLA", type="organisation"), entity("moscow", "Moscow"))
    for number, text in enumerate(TEXTS):
        library.write(f"{number}.txt", text)
    library.refresh()
    corpus, finder = Corpus(library.texts), Finder(library.registry)
    return [entry(corpus.read(f"{n}.txt"), finder, library.registry) for n in range(len(TEXTS))]


@pytest.fixture
def stock(entries: list[Entry], tmp_path: Path) -> Any:
    """A reader of an index that Whoosh alone wrote, one posting after another."""
    folder = tmp_path / "stock"
    folder.mkdir()
    index = create_in(str(folder), SCHEMA)
    writer = index.writer(codec=W3Codec())
    for made in entries:
        writer.add_document(
            id=Terms({made.id: []}, {made.id: 10}), words=made.words, names=made.names
        )
    writer.commit()
    return index


@pytest.fixture
def ours(entries: list[Entry], library: Library) -> Any:
    """The index that `refresh` wrote, opened by Whoosh alone."""
    from whoosh.index import FileIndex

    return FileIndex(Storage(library.view().generation.folder), schema=SCHEMA)


def test_every_list_is_the_one_that_whoosh_writes(stock: Any, ours: Any) -> None:
    with stock.reader() as expected, ours.reader() as reader:
        terms = sorted(expected.all_terms())
        assert sorted(reader.all_terms()) == terms
        for field, term in terms:
            want, have = expected.postings(field, term), reader.postings(field, term)
            assert list(have.all_ids()) == list(want.all_ids()), term
            assert reader.doc_frequency(field, term) == expected.doc_frequency(field, term)
            assert reader.frequency(field, term) == pytest.approx(expected.frequency(field, term))


@pytest.mark.parametrize(
    "query",
    [
        Term("words", "moscow"),
        And([Term("words", "^moscow"), Term("names", ":place")]),
        And([Term("words", "paid"), Not(Term("words", "billion"))]),
        Or([Term("names", "pla"), Term("words", "phrase")]),
        Prefix("words", "billion"),
        Phrase("words", ["phrase", "of", "words"]),
        Phrase("words", ["phrase", "of", "other"]),
        SpanNear2([Term("names", "pla"), Term("words", "billion")], slop=5, ordered=True),
        SpanNear2([Term("names", "pla"), Term("words", "billion")], slop=1, ordered=True),
    ],
    ids=str,
)
def test_whoosh_answers_the_same_from_both(query: Query, stock: Any, ours: Any) -> None:
    with stock.reader() as expected, ours.reader() as reader:
        assert found(query, reader) == found(query, expected)


def found(query: Query, reader: Any) -> list[tuple[int, float]]:
    """The documents that Whoosh finds, with their weights."""
    from whoosh.searching import Searcher

    matcher = query.matcher(Searcher(reader))
    result = []
    while matcher.is_active():
        result.append((matcher.id(), round(matcher.weight(), 3)))
        matcher.next()
    return result
