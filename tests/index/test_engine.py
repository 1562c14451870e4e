"""The index beside the texts themselves: both must answer every question alike."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.index.library import Library
from tests.query.tiny_engine import PEOPLE, Tiny
from tui.corpus import Corpus
from tui.index import IndexView, open_view, refresh
from tui.query.engine import Engine
from tui.query.expand import Known, expand
from tui.query.matching import match
from tui.query.parse import parse
from tui.registry import Registry, load

TEXTS = [
    "Xi Jinping met Putin in Moscow.\n\nThe S-400 was sold to China for $5 billion.",
    "China and Russia held joint exercises; the Carnegie Moscow Center wrote of it.",
    "General Wei spoke. Then Wei spoke of military-technical cooperation.",
    "Beijing said nothing. The states of the United States said more.",
    "Nothing of the kind.",
    "an exercise of the exercising, S-400s and the Chinese; US, not us",
]
QUERIES = [
    "china",
    "@china",
    "@china -putin",
    "s-400",
    '"joint exercises"',
    '"military technical cooperation"',
    "exercise",
    "exercis*",
    "US",
    "us",
    "$5 billion",
    "@china NEAR/9 billion",
    "@putin BEFORE/4 moscow",
    "type:person",
    "@wei-1",
    "{s-400 china}",
    "{putin china}",
    "moscow OR beijing",
    "(china OR moscow) -exercises",
    "/exerc.*/",
    "exercize~",
    "doc:1*",
    "nowhere",
]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Tiny, IndexView]:
    """The texts in plain dicts, and their index in three segments with a deleted document."""
    library = Library(tmp_path_factory.mktemp("engine"))
    library.registry = PEOPLE
    for number in range(2):
        library.write(f"{number}.txt", TEXTS[number])
    library.refresh()
    library.write("2.txt", "China and Moscow, to be changed")
    library.write("3.txt", TEXTS[3])
    library.refresh()
    for number in (2, 4, 5):
        library.write(f"{number}.txt", TEXTS[number])
    library.refresh()
    corpus = Corpus(library.texts)
    texts = [corpus.read(id) for id in corpus.scan().files]
    return Tiny(*texts), library.view()


def answers(query: str, engine: Engine) -> dict[str, list[tuple[int, int]]]:
    """The documents that a query finds, with the extents that are lit."""
    found = match(expand(parse(query), engine, Known(PEOPLE)), engine)
    spans = found.spans(found.docs)
    return {engine.record(doc).id: [*map(tuple, spans[doc])] for doc in found.docs}


@pytest.mark.parametrize("query", QUERIES)
def test_the_index_answers_like_the_texts(query: str, both: tuple[Tiny, IndexView]) -> None:
    tiny, view = both

    assert answers(query, view) == answers(query, tiny)


def test_most_of_these_queries_find_something(both: tuple[Tiny, IndexView]) -> None:
    assert sum(bool(answers(query, both[1])) for query in QUERIES) >= len(QUERIES) - 4


def test_terms_and_records_are_those_of_the_texts(both: tuple[Tiny, IndexView]) -> None:
    tiny, view = both

    assert list(view.vocabulary("words")) == list(tiny.vocabulary("words"))
    assert list(view.vocabulary("names")) == list(tiny.vocabulary("names"))
    assert records(view) == records(tiny)
    for fact in ("doc", "title", "author", "source", "date", "lang"):
        assert sorted(view.values(fact).values()) == sorted(tiny.values(fact).values())


def records(engine: Engine) -> list[object]:
    return sorted(map(engine.record, engine.everything()), key=lambda record: record.id)


def test_the_corpus_is_in_its_index(corpus: Path, registry: Path, tmp_path: Path) -> None:
    everybody = load(registry).entities.values()
    names = Registry.of(entity for entity in everybody if entity.scope != "concept")
    refresh(tmp_path, Corpus(corpus), names)
    view = open_view(tmp_path, corpus)
    texts = [Corpus(corpus).read(id) for id in Corpus(corpus).scan().files]
    tiny = Tiny(*texts, registry=names)

    assert records(view) == records(tiny)
    assert list(view.vocabulary("words")) == list(tiny.vocabulary("words"))
    for doc, text in enumerate(texts):
        number = view.number(text.id)
        assert number is not None
        for field in ("words", "names"):
            for term, extents in occurrences(tiny, doc, field):
                assert view.extents(field, [term], [number]) == {number: extents}


def occurrences(tiny: Tiny, doc: int, field: str) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    for term, extents in tiny.plain[doc].occurrences[field].items():  # type: ignore[index]  # either field
        yield term, sorted(set(extents))
