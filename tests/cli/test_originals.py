"""What the one-shot commands must answer on the original texts, where plain programs go wrong."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.cli.main import main
from tui.corpus import Corpus

Ask = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("root")


@pytest.fixture
def ask(originals: Path, registry: Path, root: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """The JSON lines that a command answers."""
    options = ["--corpus", str(originals), "--registry", str(registry), "--root", str(root)]

    def answers(*words: str) -> list[dict[str, Any]]:
        main([*words, "--json", *options])
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return answers


def _found(answer: list[dict[str, Any]]) -> dict[str, list[list[int]]]:
    return {hit["doc"][:3]: hit["spans"] for hit in answer[0]["hits"]}


@pytest.mark.parametrize("designator", ["S-400", "D-30", "4++", "Su-35S", "MC-21", "МС-21"])
def test_a_designator_is_found_where_it_stands_and_not_in_numbers(
    ask: Ask, designator: str
) -> None:
    assert set(_found(ask("search", designator))) == {"002"}


def test_us_in_capitals_is_not_a_pronoun(ask: Ask) -> None:
    spans = _found(ask("search", "US"))["001"]
    assert not [span for span in spans if 977 <= span[0] < 1005]


def test_a_straight_apostrophe_finds_a_curly_one(ask: Ask) -> None:
    assert set(_found(ask("search", '"Moscow\'s confidence"'))) == {"004"}


def test_accents_are_optional(ask: Ask) -> None:
    assert set(_found(ask("search", "Racz"))) == {"003"}


def test_a_city_inside_the_name_of_a_think_tank_is_no_mention(ask: Ask) -> None:
    inside = [m for m in ask("mentions") if m["doc"][:3] == "004" and 3599 <= m["start"] < 3621]
    assert [m["text"] for m in inside] == ["Carnegie Moscow Center"]


def test_every_span_is_the_text_it_says(ask: Ask, originals: Path) -> None:
    corpus = Corpus(originals)
    text = {doc: corpus.read(doc).text for doc in corpus.scan().files}
    for mention in ask("mentions", "--all"):
        assert text[mention["doc"]][mention["start"] : mention["end"]] == mention["text"]
    for line in ask("kwic", "@china"):
        assert " ".join(text[line["doc"]][line["start"] : line["end"]].split()) == line["node"]
    for sentence in ask("together", "china", "russia")[0]["sentences"]:
        assert text[sentence["doc"]][sentence["start"] : sentence["end"]] == sentence["text"]
    for query, word in (("Crimea", "crimea"), ("NATO", "nato"), ('"gas deal"', "gas deal")):
        for hit in ask("search", query)[0]["hits"]:
            found = {text[hit["doc"]][slice(*span)].casefold() for span in hit["spans"]}
            assert found == {word}
