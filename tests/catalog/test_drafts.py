"""Drafts held against texts: the gold drafts, and what their kind leaves out."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.catalog.rooms import House
from tests.gold.draft.assembling import Claim, Draft, assemble
from tui.catalog.citing import citation
from tui.catalog.drafts import Verdict, check
from tui.catalog.house import HouseStyle
from tui.catalog.room import open_room
from tui.catalog.wish import Wish
from tui.citation import render

KINDS = {
    "q": ("quotation",),
    "f": ("figure", "date"),
    "n": ("name",),
    "x": ("name", "quotation"),
}
ROOT = Path(__file__).parent.parent.parent


def of(claim: Claim, verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts on a claim."""
    return [
        one
        for one in verdicts
        if one.kind in KINDS[claim.id[0]]
        and one.span.start < claim.span.end
        and claim.span.start < one.span.end
    ]


def problems(claims: Sequence[Claim], verdicts: Sequence[Verdict]) -> list[str]:
    """The ids of the claims that a check finds fault with."""
    return [claim.id for claim in claims if any(v.is_problem for v in of(claim, verdicts))]


@pytest.fixture(scope="module", params=["originals", "digests"])
def checked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, registry: Path
) -> tuple[Draft, list[Verdict]]:
    """A gold draft and what the check says of it."""
    is_digest = request.param == "digests"
    texts = ROOT / "seeds" if is_digest else request.getfixturevalue("originals")
    wish = Wish(str(texts), str(registry), str(tmp_path_factory.mktemp("root")))
    draft = assemble(request.param, texts)
    return draft, check(open_room(wish, budget=None), draft.text)


@pytest.mark.parametrize("half", ["odd", "even"])
@pytest.mark.parametrize(("kind", "least"), [("q", 0.95), ("f", 0.9), ("n", 0.9)])
def test_what_is_wrong_in_a_draft_is_found(
    checked: tuple[Draft, list[Verdict]], kind: str, least: float, half: str
) -> None:
    draft, verdicts = checked
    wrong = [c for c in draft.half(half) if c.is_wrong and c.id[0] == kind]
    found = problems(wrong, verdicts)
    assert len(found) >= least * len(wrong), {c.id for c in wrong} - set(found)


@pytest.mark.parametrize("half", ["odd", "even"])
def test_what_is_right_in_a_draft_is_left_alone(
    checked: tuple[Draft, list[Verdict]], half: str
) -> None:
    draft, verdicts = checked
    right = [c for c in draft.half(half) if not c.is_wrong]
    assert len(problems(right, verdicts)) <= 0.05 * len(right), problems(right, verdicts)


@pytest.mark.parametrize("half", ["odd", "even"])
def test_a_misspelt_name_is_met_with_the_registered_one(
    checked: tuple[Draft, list[Verdict]], half: str
) -> None:
    draft, verdicts = checked
    wrong = [c for c in draft.half(half) if c.verdict == "misspelt"]
    met = [c.id for c in wrong if [v.expected for v in of(c, verdicts)] == [c.expected]]
    assert len(met) >= 0.9 * len(wrong), met


SALE = """Tarn signed a contract for ten cranes in the fall of 2014, at a price of $2 billion.

In the spring of 2016 the first ships left the yard. Brandau bought ships for $3 billion in 2017,
and Tarn lent her $5 billion for the crews.
"""


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("In 2014 the contract for cranes was signed; in 2016 the first ships left.", []),
        ("The first ships left the yard in 2016, two years after Tarn signed in 2014.", []),
        (
            "In 2016 the contract for cranes was signed; in 2014 the first ships left.",
            ["2016: fall of 2014"],
        ),
        ("Ships were bought for $3 billion, and $5 billion lent for the crews.", []),
        (
            "Ships were bought for $5 billion, and $3 billion lent for the crews.",
            ["$5 billion: $3 billion", "$3 billion: $5 billion"],
        ),
    ],
)
def test_two_numbers_of_a_text_that_have_changed_places_are_found(
    house: House, draft: str, expected: list[str]
) -> None:
    house.registry.write_text(NAMES, encoding="utf-8")
    house.write("004.txt", SALE)
    found = [one for one in check(house.open(), draft) if one.is_problem]
    assert [f"{one.text}: {one.expected}" for one in found] == expected


TEXT = """The plant at Tarn made 40 engines in 2011. Its director, Ilse Brandau, said so in May.

The yard at Tarn has room for 70 ships. "We never sold an engine abroad," she said.
"""
NAMES = """\
entities:
  - {id: tarn, name: Tarn, type: place}
  - {id: ilse-brandau, name: Ilse Brandau, type: person}
ignore: [Evening Post]
"""


@pytest.fixture
def tarn(house: House) -> House:
    """A corpus of one text."""
    house.registry.write_text(NAMES, encoding="utf-8")
    house.write("004.txt", TEXT)
    return house


def said(house: House, draft: str) -> list[str]:
    """What is said of a draft, in short."""
    return [
        " ".join(filter(None, [v.finding, v.text, v.expected if v.expected != v.text else ""]))
        for v in check(house.open(), draft)
    ]


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("Tarn made 40 engines.", ["found Tarn", "found 40 engines"]),
        ("Tarn made 50 engines.", ["found Tarn", "differs 50 engines 40 engines"]),
        ("Tarn made forty engines.", ["found Tarn", "found forty engines 40 engines"]),
        ("In 2012 Tarn made engines.", ["differs 2012 2011", "found Tarn"]),
        ("Tarn paid 3 million dollars.", ["found Tarn", "missing 3 million dollars"]),
        ("Tarn has two sides.", ["found Tarn", "unjudged two sides"]),
        ("It was Brandau of Tarn.", ["found Brandau Ilse Brandau", "found Tarn"]),
        ("It was Ilse Brandow.", ["differs Ilse Brandow Ilse Brandau"]),
        ("Ilse Brandow of Tarn was it.", ["differs Ilse Brandow Ilse Brandau", "found Tarn"]),
        ("The Tarn Congress Ilse Brandow led", ["found Tarn", "differs Ilse Brandow Ilse Brandau"]),
        ("It gave Tarn 40 Tarn engines.", ["found Tarn", "found 40 40 engines", "found Tarn"]),
        ("It was Ilse\r\nBrandau.", ["found Ilse Brandau"]),
        ("It was Otto Nemo.", ["missing Otto Nemo"]),
        ("It stood in the Evening Post.", []),
        ("It is “We never sold an engine”.", ["found We never sold an engine"]),
        ("It is «we never … abroad».", ["found we never … abroad"]),
        ("> We never sold an engine abroad", ["found We never sold an engine abroad"]),
        (
            "It is “We never bought an engine”.",
            ["differs We never bought an engine We never sold an engine"],
        ),
        ("It is “green cheese by the pound”.", ["missing green cheese by the pound"]),
        ("See `50 engines at Tarn` and https://tarn.example/50", []),
        (
            "---\ndate: 1999-01-01\ntitle: Ilse Brandow\n---\n",
            ["differs Ilse Brandow Ilse Brandau"],
        ),
        ("1. Here\n2. There\n\nSee page 17.", []),
    ],
)
def test_each_claim_is_looked_up(tarn: House, draft: str, expected: list[str]) -> None:
    assert said(tarn, draft) == expected


def test_words_of_a_digest_are_not_to_be_quoted(tarn: House) -> None:
    (tarn.texts / "004.meta.yaml").write_text("status: digest\n", encoding="utf-8")
    assert said(tarn, "“We never sold an engine abroad”") == [
        "digest We never sold an engine abroad"
    ]


def test_an_original_is_asked_before_a_digest(tarn: House) -> None:
    (tarn.texts / "004.meta.yaml").write_text("status: digest\n", encoding="utf-8")
    tarn.write("005.txt", TEXT)
    (verdict,) = check(tarn.open(), "“We never sold an engine abroad”")
    assert verdict.witness is not None
    assert (verdict.finding, verdict.witness.doc) == ("found", "005.txt")


def test_what_a_citation_keeps_is_no_claim(tarn: House) -> None:
    room = tarn.open()
    made = citation(room, "004.txt:3", HouseStyle(nd=True))
    verdicts = check(room, render(made, "plain"))
    assert [v for v in verdicts if v.is_problem] == []
