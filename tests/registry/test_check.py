"""`registry check`: one small registry for each rule, and the line it answers with."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tui.model import Alias, Problem, QueryError, Span
from tui.registry.check import check

TWO = "entities:\n- {id: a, name: Aaa A, type: place%s}\n- {id: b, name: Bbb B, type: place%s}\n"


class Used:
    """A corpus in which two aliases stand, one of them only inside longer names."""

    def written(self, entity: str, alias: Alias) -> int:
        return int(alias.text in ("Seen", "Hidden"))

    def mentions(self, entity: str, alias: Alias) -> int:
        return int(alias.text == "Seen")

    def answers(self, query: str) -> int:
        if "(" in query:
            raise QueryError("a bracket is open", query, Span(0, 1))
        return int(query == "found")

    def lost_decisions(self) -> Sequence[Problem]:
        return [Problem("decisions.yaml", 3, 5, "'Wang' no longer stands so in a.txt")]


def faults(tmp_path: Path, text: str, is_used: bool = False) -> list[str]:
    path = tmp_path / "entities.yaml"
    path.write_text(text, "utf-8")
    return [str(problem) for problem in check(path, Used() if is_used else None)]


def test_a_registry_without_fault(tmp_path: Path) -> None:
    assert faults(tmp_path, TWO % (", aliases: [AA, Ab]", ", aliases: [US, {text: x y}]")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("entities: [", "1:12: did not find expected node content"),
        (TWO % (", id: x", ""), "2:37: key 'id' is here twice, first in line 2"),
        (
            TWO.replace("id: b", "id: a") % ("", ""),
            "3:8: id 'a' is here twice, first entities.yaml:2",
        ),
        (TWO.replace("id: b, ", "") % ("", ""), "3:3: an entity without id"),
        (TWO.replace("name: Bbb B, ", "") % ("", ""), "3:3: 'b' has no name"),
        (TWO.replace("Bbb B", "[B]") % ("", ""), "3:17: 'name' must be a text"),
        (TWO % (", relations: [{kind: k, to: c}]", ""), "2:63: there is no entity 'c'"),
        (TWO % (", extra: x", ""), "2:37: warning: unknown key 'extra'"),
        (TWO.replace("place%s", "town%s") % ("", ""), "2:30: warning: unknown type 'town'"),
        (
            TWO % (", aliases: [C C]", ", aliases: [C C]"),
            "3:47: warning: alias 'C C' is also one of 'a' (entities.yaml:2)",
        ),
        (
            TWO % (", aliases: [c c]", ", aliases: [{text: C C, case: fold}]"),
            "3:47: warning: alias 'C C' is also one of 'a' (entities.yaml:2)",
        ),
        (
            TWO % (", aliases: [Bbb B]", ""),
            "2:47: warning: alias 'Bbb B' is the name of 'b' (entities.yaml:3)",
        ),
        (
            TWO.replace("Bbb B", "Aaa A") % ("", ""),
            "3:17: warning: name 'Aaa A' is the name of 'a' (entities.yaml:2)",
        ),
        (TWO % (", aliases: [C C, C C]", ""), "2:52: warning: alias 'C C' is here twice"),
        (
            TWO % (", aliases: ['++']", ""),
            "2:47: warning: alias '++' holds no word, so it is never",
        ),
        (TWO % (", aliases: [Q]", ""), "2:47: warning: alias 'Q' is too short: one letter counts"),
        (
            TWO % (", aliases: [{text: UK, case: fold}]", ""),
            "2:47: warning: alias 'UK' is too short for case: fold",
        ),
        (TWO % (", aliases: [May]", ""), "2:47: warning: alias 'May' is too common: tie it with"),
        (TWO % (", aliases: [который]", ""), "2:47: warning: alias 'который' is too common"),
        (
            TWO.replace("id: a", "id: c") % ("", ""),
            "3:3: warning: not sorted by type, then id: 'b' stands after 'c'",
        ),
    ],
)
def test_a_fault_has_its_line(tmp_path: Path, text: str, expected: str) -> None:
    assert any(f"entities.yaml:{expected}" in fault for fault in faults(tmp_path, text))


@pytest.mark.parametrize(
    "text",
    [
        TWO % (", aliases: [{text: C C, before: [x]}]", ", aliases: [C C]"),
        TWO % (", aliases: [C C]", ", aliases: [{text: C C, only_in: [x]}]"),
        TWO % (", aliases: [C c]", ", aliases: [C C]"),
        TWO % (", aliases: [C C]", ", aliases: [C C], scope: concept"),
        TWO % (", aliases: [{text: Aaa A, case: fold}]", ""),
        TWO % (", aliases: [{text: May, after: [Theresa]}]", ""),
        TWO % (", aliases: [IT, WHO, {text: Q, after: [on]}]", ""),
        TWO % (", relations: [{kind: k, to: b, evidence: '('}]", ""),
    ],
)
def test_what_a_rule_settles_is_no_fault(tmp_path: Path, text: str) -> None:
    assert faults(tmp_path, text) == []


def test_one_warning_of_the_order_is_enough(tmp_path: Path) -> None:
    text = "entities:\n" + "".join(f"- {{id: {i}, name: N {i}, type: place}}\n" for i in "dcba")
    found = faults(tmp_path, text)
    assert found == [
        "entities.yaml:3:3: warning: not sorted by type, then id: 'c' stands after 'd', and 2 more"
    ]


def test_with_a_corpus_its_use_is_checked_too(tmp_path: Path) -> None:
    text = """\
entities:
- id: a
  name: Aaa A
  type: place
  aliases: [Seen, Hidden, Gone, {text: Hidden, kind: weak, not_in: [x]}]
  relations:
  - {kind: k, to: b, evidence: found}
  - {kind: k, to: b, evidence: nothing}
  - {kind: k, to: b, evidence: (}
- {id: b, name: Bbb B, type: place}
"""
    assert faults(tmp_path, text, is_used=True) == [
        "decisions.yaml:3:5: 'Wang' no longer stands so in a.txt",
        "entities.yaml:5:19: warning: alias 'Hidden' never counts: a longer name always shadows it",
        "entities.yaml:5:27: warning: alias 'Gone' never occurs",
        "entities.yaml:5:33: warning: alias 'Hidden' never counts:"
        " no text that has it has a stronger name, or a longer one shadows it",
        "entities.yaml:5:33: warning: alias 'Hidden' is here twice",
        "entities.yaml:8:32: evidence finds nothing: 'nothing'",
        "entities.yaml:9:32: evidence is no query: a bracket is open",
        "entities.yaml:10:3: warning: 'b' is named nowhere",
    ]


def test_the_shipped_registry_has_no_fault(registry: Path) -> None:
    assert [str(problem) for problem in check(registry)] == []
