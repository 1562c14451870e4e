"""The registry's mentions in the originals against a gold list made by the rules alone."""

import csv
from pathlib import Path

import pytest

from tests.gold.scoring import Place, score
from tui.corpus import Corpus
from tui.mentions import Finder
from tui.registry import load
from tui.words import words

GOLD = Path(__file__).parent / "gold" / "seeds_mentions.tsv"


@pytest.fixture(scope="module")
def gold() -> dict[Place, str]:
    with GOLD.open(encoding="utf-8", newline="") as file:
        return {
            (row["doc"], int(row["start"]), int(row["end"])): row["entity"]
            for row in csv.DictReader(file, delimiter="\t")
        }


@pytest.fixture(scope="module")
def found(originals: Path, registry: Path) -> dict[Place, str | None]:
    corpus, finder = Corpus(originals), Finder(load(registry))
    places: dict[Place, str | None] = {}
    for doc in corpus.scan().files:
        text = corpus.read(doc).text
        for mention in finder.find(text, words(text), doc):
            places[doc, *mention.span] = mention.entity
    return places


def test_mentions_agree_with_the_gold_list(
    gold: dict[Place, str], found: dict[Place, str | None]
) -> None:
    result = score(gold, found)
    assert result.recall >= 0.98, result.missed
    assert result.precision >= 0.98, result.extra
    assert result.linking >= 0.98, result.crossed


def test_no_city_inside_the_name_of_a_think_tank(found: dict[Place, str | None]) -> None:
    inside = [p for p in found if p[0].startswith("004_") and p[1] >= 3599 and p[2] <= 3621]
    assert [found[place] for place in inside] == ["carnegie-moscow-center"]
