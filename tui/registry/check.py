"""What is wrong or odd in a registry: each fault at its line and column.

Errors: a file that cannot be read, an id or key given twice, no id or name, a wrong YAML type, a
relation to nobody, evidence that finds nothing, a decision that lost its place. All else warns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, Protocol

from tui.model import Alias, Problem, QueryError
from tui.registry.faults import Faults, shown
from tui.registry.records import Broken, Contents, Record, read
from tui.registry.spelling import Spelling
from tui.words import plain
from tui.yamltree import Node


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_COMMON = _words(
    "a about after all also an and any are as at be been before between but by can could did do"
    " down each first for from had has have he her his how if in into is it its last like made"
    " many may me more most much must my new no not now of off on one only or other our out over"
    " said same she should since so some such than that the their them then there these they this"
    " those time to two under up us was we were what when where which while who will with would"
    " year years you а без был была были было быть в вам вас во вот все всех вы где год года да"
    " для до его ее если есть еще же за здесь и из или им их к как ко когда который кто ли лишь"
    " между меня мне много может мы на над нам нас не нет ни них но о об один он она они от по под"
    " после при про раз с свой себя со так также там то того тоже только том тот ты у уже хотя"
    " чего чем что чтобы эта эти это этого этой этом этот я january february march april may june"
    " july august september october november december monday tuesday wednesday thursday friday"
    " saturday sunday"
)
"""Words that stand in any text, in small letters or at the beginning of a sentence."""


class Counts(Protocol):
    """What a corpus knows about a registry; `registry check` asks it where there is one."""

    def written(self, entity: str, alias: Alias) -> int:
        """How often an alias stands in the texts where its conditions allow it."""

    def mentions(self, entity: str, alias: Alias) -> int:
        """How often it counts there as a mention, an ambiguous one too."""

    def answers(self, query: str) -> int:
        """How many spans answer a query; raises QueryError if it is none."""

    def lost_decisions(self) -> Sequence[Problem]:
        """The decisions whose place is gone, each as an error in its own file."""


def check(path: Path, counts: Counts | None = None) -> list[Problem]:
    """The problems of a registry in the order of its files; with `counts` those of its use too."""
    try:
        contents = read(path)
    except Broken as broken:
        return [broken.problem]
    found = [*contents.problems, *_faults(contents, counts)]
    if counts:
        found += counts.lost_decisions()
    files = {record.file: at for at, record in enumerate(contents.records)}
    return sorted(found, key=lambda p: (files.get(p.file, -1), p.file, p.line, p.column))


class _Use(NamedTuple):
    """An alias of a record, where it stands and how it is found."""

    record: Record
    alias: Alias
    node: Node
    spelling: Spelling


def _faults(contents: Contents, counts: Counts | None) -> Iterator[Problem]:
    known = {record.entity.id for record in contents.records}
    faults = Faults()
    uses = []
    for record in contents.records:
        faults.file = record.file
        _check_relations(record, known, counts, faults)
        for alias, node in zip(record.entity.aliases, record.aliases, strict=True):
            use = _Use(record, alias, node, Spelling(record.entity.id, alias, alias.text))
            _check_alias(use, faults)
            uses.append(use)
        if counts:
            _check_use(record, counts, faults)
    _check_shared(uses, faults)
    _check_order(contents.records, faults)
    return faults.problems()


def _check_relations(
    record: Record, known: set[str], counts: Counts | None, faults: Faults
) -> None:
    for relation, node in zip(record.entity.relations, record.relations, strict=True):
        if relation.to not in known:
            faults.error(node.get("to") or node, f"there is no entity {shown(relation.to)}")
        if not counts or not relation.evidence:
            continue
        at = node.get("evidence") or node
        try:
            if not counts.answers(relation.evidence):
                faults.error(at, f"evidence finds nothing: {shown(relation.evidence)}")
        except QueryError as error:
            faults.error(at, f"evidence is no query: {error.message}")


def _check_alias(use: _Use, faults: Faults) -> None:
    alias, spelling = use.alias, use.spelling
    text = shown(alias.text)
    if not spelling.terms:
        faults.warning(use.node, f"alias {text} holds no word, so it is never found")
    elif not spelling.can_count:
        what = f"alias {text} is too short: one letter counts with before or after"
        faults.warning(use.node, what)
    elif spelling.is_tied or len(spelling.terms) > 1:
        return
    elif alias.case == "fold" and len(spelling.terms[0]) < 3:
        faults.warning(use.node, f"alias {text} is too short for case: fold")
    elif spelling.terms[0] in _COMMON and (alias.case == "fold" or not alias.text.isupper()):
        faults.warning(use.node, f"alias {text} is too common: tie it with before or after")


def _check_use(record: Record, counts: Counts, faults: Faults) -> None:
    entity = record.entity
    is_named = False
    for alias, node in zip(entity.aliases[1:], record.aliases[1:], strict=True):
        if not counts.written(entity.id, alias):
            faults.warning(node, f"alias {shown(alias.text)} never occurs")
            continue
        is_named = True
        if not counts.mentions(entity.id, alias):
            what = "a longer name always shadows it"
            if alias.kind == "weak":
                what = "no text that has it has a stronger name, or a longer one shadows it"
            faults.warning(node, f"alias {shown(alias.text)} never counts: {what}")
    if not is_named and not counts.written(entity.id, entity.aliases[0]):
        faults.warning(record.node, f"{shown(entity.id)} is named nowhere")


def _check_shared(every: Sequence[_Use], faults: Faults) -> None:
    """Warns of what several entities share and no rule settles, and of what stands twice in one."""
    for uses in _same_words(every):
        named = next((use.record for use in uses if use.alias.kind == "name"), None)
        first: dict[str, _Use] = {}
        for use in uses:
            entity, text = use.record.entity.id, shown(use.alias.text)
            faults.file = use.record.file
            own = first.setdefault(entity, use)
            if own is not use:
                if own.alias.text == use.alias.text and own.alias.case == use.alias.case:
                    faults.warning(use.node, f"alias {text} is here twice")
            elif named and named.entity.id != entity:
                kind = "name" if use.alias.kind == "name" else "alias"
                faults.warning(use.node, f"{kind} {text} is the name of {_where(named)}")
            elif not named and len(first) > 1:
                other = next(iter(first.values())).record
                faults.warning(use.node, f"alias {text} is also one of {_where(other)}")


def _same_words(uses: Sequence[_Use]) -> Iterator[list[_Use]]:
    """The aliases that stand at the same places, those tied to their surroundings left out."""
    groups: dict[tuple[bool, tuple[str, ...]], list[_Use]] = defaultdict(list)
    for use in uses:
        if not use.spelling.is_tied:
            groups[use.record.entity.scope == "concept", use.spelling.terms].append(use)
    for group in groups.values():
        if any(use.alias.case == "fold" for use in group):
            yield group
        elif len(group) > 1:
            written: dict[str, list[_Use]] = defaultdict(list)
            for use in group:
                written[plain(use.alias.text)].append(use)
            yield from written.values()


def _where(record: Record) -> str:
    return f"{shown(record.entity.id)} ({record.file}:{record.node.line})"


def _check_order(records: Sequence[Record], faults: Faults) -> None:
    """One warning a file, at the first entity that stands too late."""
    files: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        files[record.file].append(record)
    for file, its in files.items():
        late = [(before, after) for before, after in pairwise(its) if _rank(after) < _rank(before)]
        if late:
            before, after = late[0]
            more = f", and {len(late) - 1} more" if len(late) > 1 else ""
            faults.file = file
            faults.warning(
                after.node,
                f"not sorted by type, then id: {shown(after.entity.id)} stands after"
                f" {shown(before.entity.id)}{more}",
            )


def _rank(record: Record) -> tuple[str, str]:
    return record.entity.type, record.entity.id
