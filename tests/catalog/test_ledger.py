"""The amounts that texts give."""

from tests.catalog.rooms import House
from tui.catalog import ledger
from tui.catalog.about import about

TEXT = (
    "Putin bought two S-400 systems for $ 3 billion and up to 5 tons of rice.\n\n"
    "China pays several billion dollars, 12 percent more.\n"
)


def told(house: House, query: str | None = None, *wanted: str | None, **order: str) -> list[str]:
    room = house.open()
    entries = ledger.ledger(room, about(room, query), *wanted, **order)  # type: ignore[arg-type]  # named in the tests
    return [
        f"{t.behind.written}: {t.entry.figure.unit or t.counted}"
        for t in ledger.details(room, entries)
    ]


def test_figures_come_as_the_texts_have_them(house: House) -> None:
    house.write("004.txt", TEXT)
    assert told(house) == [
        "two S-400 systems: systems",
        "$ 3 billion: USD",
        "5 tons: t",
        "several billion dollars: USD",
        "12 percent: percent",
    ]


def test_a_kind_and_a_unit_leave_only_theirs(house: House) -> None:
    house.write("004.txt", TEXT)
    assert told(house, None, "money") == ["$ 3 billion: USD", "several billion dollars: USD"]
    assert told(house, None, None, "percent") == ["12 percent: percent"]


def test_a_name_leaves_the_figures_of_its_sentences(house: House) -> None:
    house.write("004.txt", TEXT)
    assert told(house, "@china", "money") == ["several billion dollars: USD"]


def test_by_amount_the_largest_of_a_unit_comes_first_and_the_vague_last(house: House) -> None:
    house.write("004.txt", TEXT + "They lost $5, then $ 7 billion.\n")
    assert told(house, None, "money", order="amount") == [
        "$ 7 billion: USD",
        "$ 3 billion: USD",
        "$5: USD",
        "several billion dollars: USD",
    ]


def test_behind_a_figure_stand_who_is_named_in_its_sentence_nearest_first(house: House) -> None:
    house.write("004.txt", TEXT)
    room = house.open()
    found = list(ledger.details(room, ledger.ledger(room, about(room, "@putin"), "money")))
    assert [one.behind.entities for one in found] == [("s-400", "putin")]
