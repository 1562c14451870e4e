"""What each operator finds and lights, on texts that can be read."""

from __future__ import annotations

import pytest

from tests.query.tiny_engine import Tiny, document
from tui.model import Span, Zone


def lit(query: str, *texts: str) -> list[str] | None:
    """The words that a query lights in the first text; None if that does not answer."""
    return Tiny(*texts).lit(query).get("0.txt")


def zoned(query: str, **zones: str) -> list[str] | None:
    """What a query lights in a text made of these zones."""
    text, made = "", []
    for kind, part in zones.items():
        made.append(Zone(kind, Span(len(text), len(text) + len(part) + 2)))  # type: ignore[arg-type]
        text += part + "\n\n"
    return Tiny(document(text, "0.txt", made)).lit(query).get("0.txt")


DEAL = "The S-400 deal cost $400 billion. China’s allies offered us the Su–35, not the Su-35S."


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("S-400", ["S-400"]),
        ("400", ["400", "400"]),
        ("$400", ["$400"]),
        ("US", None),
        ("us", ["us"]),
        ("Su-35", ["Su–35"]),
        ("su—35", ["Su–35"]),
        ("Su-35S", ["Su-35S"]),
        ("Su-35*", ["Su–35", "Su-35S"]),
        ("Su-3?", ["Su–35"]),
        ("china", ["China"]),
        ('"china\'s allies"', ["China’s allies"]),
        ("“allies offered”", ["allies offered"]),
        ("ally", ["allies"]),
        ("=ally", None),
        ('"ally"', None),
        ("all*", ["allies"]),
        ("/a[a-z]+s/", ["allies"]),
        ("billoin~", ["billion"]),
        ("ofered~1", ["offered"]),
    ],
)
def test_a_word_or_phrase_lights_its_occurrences(query: str, found: list[str] | None) -> None:
    assert lit(query, DEAL) == found


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("A military–technical alliance.", "military-technical", ["military–technical"]),
        ("A military technical alliance.", "military-technical", ["military technical"]),
        ("A military-technical alliance.", '"military technical alliance"',
         ["military-technical alliance"]),
        ("A military-technical alliance.", "military-tech*", ["military-technical"]),
        ("a “no-limits” partnership", '"no-limits partnership"', ["no-limits” partnership"]),
        ("an anti-US stance", "anti-US", ["anti-US"]),
        ("an anti-aircraft gun", "anti-US", None),
        ("a 4++ fighter of 4 tons", "4++", ["4++"]),
        ("much R&D work", "R&D", ["R&D"]),
        ("Miklos Rácz said", "racz", ["Rácz"]),
        ("самолет МС-21 готов", "MC-21", ["МС-21"]),
        ("close to Roscosmos; the Roscomos source", "roscosmos~", ["Roscosmos", "Roscomos"]),
        ("the joint exercises", '"joint exercis*"', ["joint exercises"]),
        ("One.\n\nTwo.", '"one two"', None),
        ("a a b", '"a b"~9', ["a b"]),
        ("in 2022–23 and in 2022-23-05", '"in 2022-2*"', ["in 2022–23"]),
    ],
)  # fmt: skip
def test_what_is_typed_means_what_was_written(
    text: str, query: str, found: list[str] | None
) -> None:
    assert lit(query, text) == found


FIVE = "one two three four five two one"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("one AND six", None),
        ("one OR six", ["one", "one"]),
        ("one -six", ["one", "one"]),
        ("one -two", None),
        ("-six", []),
        ("NOT NOT one", []),
        ("one three OR six", ["one", "three", "one"]),
        ("six -one OR four", ["four"]),
        ("one NEAR/1 two", ["one", "two", "two", "one"]),
        ("one BEFORE/1 two", ["one", "two"]),
        ("one AFTER/1 two", ["two", "one"]),
        ("two NEAR/2 four", ["two", "four", "two"]),
        ("one NEAR/2 four", None),
        ("one BEFORE/1 two BEFORE/1 three", ["one", "two", "three"]),
        ("one BEFORE/3 three BEFORE/1 two", None),
        ("one NEAR/2 (three OR five)", ["one", "three", "five", "one"]),
        ('"one two" BEFORE/1 three', ["one two", "three"]),
        ('"three one"~2', ["one two three"]),
        ('"three one"~1', None),
        ('"one one"~6', ["one two three four five two one"]),
        ('"four two one"~2', ["one two three four", "four five two one"]),
        ('"four two three"~1', ["two three four"]),
        ('"two three" two', ["two three", "two"]),
        ('"three two"~9', ["two three", "three four five two"]),
        ('"one five"~9', ["one two three four five", "five two one"]),
    ],
)
def test_operators_join_what_stands_in_a_text(query: str, found: list[str] | None) -> None:
    assert lit(query, FIVE) == found


PARAGRAPHS = "An alliance of technology.\n\nAn alliance alone.\n\nTechnology and trade."


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("{alliance technology}", ["alliance", "technology"]),
        ("{alliance -technology}", ["alliance"]),
        ("{alliance trade}", None),
        ("alliance trade", ["alliance", "alliance", "trade"]),
        ("{alliance OR trade}", ["alliance", "alliance", "trade"]),
        ("{alliance} trade", ["alliance", "alliance", "trade"]),
        ("-{alliance technology}", None),
        ("-{alliance trade}", []),
        ("{-alliance}", []),
        ("{NOT NOT alliance}", []),
    ],
)
def test_braces_keep_to_one_paragraph(query: str, found: list[str] | None) -> None:
    assert lit(query, PARAGRAPHS) == found


LEADERS = (
    "Chinese President Xi Jinping met Putin in Beijing. Wei of China left; the Carnegie Moscow "
    "Center wrote of Moscow and the S-400."
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("@china", ["Chinese", "Beijing", "China"]),
        ("@china!", ["China"]),
        ("@“Xi Jinping”", ["Xi Jinping"]),
        ("entity:xi", ["Xi Jinping"]),
        ("@moscow", ["Moscow"]),
        ("moscow", ["Moscow", "Moscow"]),
        ("type:person", ["Xi Jinping", "Putin"]),
        ("type:equipment AFTER/4 Moscow", ["Moscow", "S-400"]),
        ("@xi BEFORE/2 type:person", ["Xi Jinping", "Putin"]),
        ("@wei-1", None),
    ],
)
def test_names_stand_where_they_are_mentioned(query: str, found: list[str] | None) -> None:
    assert lit(query, LEADERS) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("zone:title war", ["War"]),
        ("war", ["War", "war", "war"]),
        ("war zone:body", ["war"]),
        ("war -zone:boilerplate", ["War", "war"]),
        ("war zone:(title OR boilerplate)", ["War", "war"]),
        ("zone:title peace", None),
        ("zone:title war -peace", ["War"]),
        ("zone:title war peace", None),
        ("zone:title", []),
        ("-zone:comment", []),
        ("zone:comment", None),
        ("zone:title zone:body", []),
        ("zone:title OR peace", ["peace"]),
        ("(zone:title war) peace", ["War", "peace"]),
        ("zone:body {war peace}", ["war", "peace"]),
        ("zone:body war NEAR/2 peace", ["war", "peace"]),
    ],
)
def test_a_zone_says_which_spans_count(query: str, found: list[str] | None) -> None:
    parts = {"title": "War", "body": "Of war and peace.", "boilerplate": "More of war"}
    assert zoned(query, **parts) == found
