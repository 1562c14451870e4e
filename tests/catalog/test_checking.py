"""The check of a registry counts what its texts say of it."""

from tests.catalog.rooms import House
from tui.catalog.checking import check


def problems(house: House) -> list[str]:
    """What is wrong, with its place."""
    return [str(problem) for problem in check(house.open())]


def test_an_alias_that_never_occurs_or_never_counts_is_named(house: House) -> None:
    text = house.registry.read_text()
    text = text.replace("[Putin]", "[Putin, Volodya]").replace("Triumph,", "reason,")
    house.registry.write_text(text)
    assert [line for line in problems(house) if "never" in line] == [
        "entities.yaml:5:15: warning: alias 'reason' never counts: no text that has it has a "
        "stronger name, or a longer one shadows it",
        "entities.yaml:9:22: warning: alias 'Volodya' never occurs",
    ]


def test_evidence_is_asked_of_the_texts(house: House) -> None:
    relations = "    relations:\n" + "".join(
        f"      - {{kind: sold-to, to: china, evidence: '{query}'}}\n"
        for query in ("S-400 sold", "@s-400 NEAR/2 Beijing", "S-400 AND (")
    )
    house.registry.write_text(
        house.registry.read_text().replace("  - id: putin", relations + "  - id: putin")
    )
    found = [line for line in problems(house) if "evidence" in line]
    assert found[0] == ("entities.yaml:8:46: evidence finds nothing: '@s-400 NEAR/2 Beijing'")
    assert found[1].startswith("entities.yaml:9:46: evidence is no query: ")
    assert len(found) == 2


def test_decisions_that_are_lost_are_errors_at_their_lines(house: House) -> None:
    house.decisions.write_text(
        "decisions:\n"
        "  - {doc: 001.txt, entity: china, exact: Peking}\n"
        "  - {doc: 009.txt, entity: china, exact: Beijing}\n"
        "  - {doc: 001.txt, entity: nobody, exact: Beijing}\n"
    )
    assert [line for line in problems(house) if line.startswith("decisions")] == [
        "decisions.yaml:2:5: 'Peking' no longer stands so in 001.txt",
        "decisions.yaml:3:5: there is no text 009.txt",
        "decisions.yaml:4:5: there is no entity 'nobody'",
    ]
