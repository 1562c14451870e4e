"""On random small corpora the answers are those of a naive reading, spans included."""

from __future__ import annotations

from random import Random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.query.naive import Reading
from tests.query.tiny_engine import PEOPLE, Tiny, document
from tui.model import Document, Span, Zone, ZoneKind
from tui.query.parse import parse

TOKENS = [
    "exercise", "exercises", "exercised", "state", "states", "alliance", "technology", "the", "the",
    "of", "joint", "us", "not", "partnership", "учения", "учений", "roscosmos", "roscomos",
    "from US", "from S-400", "s-400", "from Su–35", "from Su-35S", "$5", "$ 5", "4++", "5", "400",
    "military–technical", "“no-limits”", "racz", "from Rácz", "state’s", "19:30", "R&D", "35",
    "said near States", "said near State", "said near Exercises", "said near Xi Jinping",
    "said near Xi", "said near China", "from Chinese", "from Beijing", "said near Moscow",
    "said about Carnegie Moscow Center", "from Putin’s",
]  # fmt: skip
PLACED = [
    "exercise", "exercises", "state", "State", "states", "us", "US", "alliance", "the", "учение",
    "S-400", "s–400", "Su-35", "Su–35S", "su-35*", "su*", "exerc*", "st?te*", "al*", "=exercise",
    "=states", "racz", "Rácz", "$5", "4++", "5", "military-technical", "no-limits", "R&D", "19:30",
    "exercize~", "stat~1", "roscosmos~", "/al.*/", "/ex[a-z]+s/", "@xi", "@china", "@china!",
    "@“Carnegie Moscow Center”", "type:place", "type:person", '"the state"', '"the the"',
    '"no-limits partnership"', '"joint exercis*"', '"state the"~3', '"the the"~4', '"the us 5"~2',
    '"su-35 state"~3', '"from Su-35"', '"Xi Jinping"', "(state OR @xi)", "the^2",
]  # fmt: skip
FACTS = ["date:2014", "date:>=2015", "title:war", "lang:en", "date:2014..2015-06"]
ZONES = ["zone:title", "zone:body", "zone:(title OR body)", "-zone:body", "-zone:(title OR body)"]


def a_text(dice: Random) -> Document:
    """A document of a few paragraphs, each a zone of its own."""
    text, zones = "", []
    for _ in range(dice.randint(1, 4)):
        tokens = dice.choices(TOKENS, k=dice.choice([1, 3, 6, 12, 25]))
        start, text = len(text), f"{text}meanwhile {' '.join(tokens)}.\n\n"
        kind: ZoneKind = dice.choice(["title", "body", "body", "boilerplate"])
        zones.append(Zone(kind, Span(start, len(text))))
    return document(
        text,
        f"{dice.random()}.txt",
        zones,
        title=dice.choice(["war and peace", "a deal", None]),
        date=dice.choice(["2014", "2014-05", "2015-06-30", "2016-01-01", None]),
        languages=dice.choice([("en",), ("ru",), ()]),
    )


def a_query(dice: Random, size: int, in_paragraph: bool = False) -> str:
    """A query of about `size` words, phrases and names."""
    if size <= 1:
        return dice.choice([*PLACED, dice.choice(ZONES + FACTS)])
    left = a_query(dice, dice.randint(1, size - 1), in_paragraph)
    right = a_query(dice, size - 1, in_paragraph)
    chain = dice.choice(PLACED)
    for _ in range(size - 1):
        how = dice.choice(["NEAR", "BEFORE", "AFTER"])
        chain += f" {how}/{dice.randint(1, 6)} {dice.choice(PLACED)}"
    made = [
        *(f"{left} {right}", f"({left} OR {right})", f"{left} -({right})"),
        *(f"({left}) OR NOT ({right})", f"{dice.choice(ZONES + FACTS)} ({right})"),
        *(chain, chain, chain),
    ]
    if not in_paragraph:
        made += [f"{{{a_query(dice, size, True)}}}"] * 3
    return dice.choice(made)


@settings(max_examples=500)
@example(300, 3)  # an excluded zone beside a word
@given(st.integers(0, 10**9), st.integers(1, 5))
def test_answers_are_those_of_a_naive_reading(seed: int, size: int) -> None:
    dice = Random(seed)
    engine = Tiny(*(a_text(dice) for _ in range(dice.randint(1, 4))))
    query = a_query(dice, size)
    found = engine.ask(query)
    spans = found.spans(found.docs)
    assert found.frequencies == {i: len(each) for i, each in spans.items() if each}
    for i, doc in enumerate(engine.texts):
        expected = Reading(doc, PEOPLE).spans(parse(query).tree)
        lit = [engine.words[i].span(*extent) for extent in spans[i]] if i in found.docs else None
        assert shown(doc, lit) == shown(doc, expected), query


def shown(doc: Document, spans: list[Span] | None) -> list[tuple[int, str]] | None:
    """Spans as a person can read them."""
    return None if spans is None else [(s.start, doc.text[slice(*s)]) for s in spans]
