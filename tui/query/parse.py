"""A query as typed → a tree with its places, or a QueryError that points at the spot.

Nothing is dropped in silence: what is not understood is an error, what may be a slip is a hint.
Words side by side are joined by AND. What binds tightest comes first in `BINDING`:
`a OR b -c NEAR/3 d` is `a OR (b AND NOT (c NEAR/3 d))`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from tui.model import Span
from tui.query.leaves import ENDS, EXPECTED, FARTHEST, LONGEST_QUERY, Leaves
from tui.query.tree import (
    And,
    Asked,
    Boost,
    Fuzzy,
    Named,
    Near,
    Not,
    Or,
    Paragraph,
    Quoted,
    Regex,
    Typed,
    Word,
)
from tui.runs import DASHES

BINDING = "~ ^, then NEAR BEFORE AFTER, then NOT and -, then AND or a space, then OR"
"""For help and for explanations: which operators bind how tightly."""
DEEPEST, MOST_BOOST = 16, 100

_OPERATOR = re.compile(rf"(AND|OR|NOT|(NEAR|BEFORE|AFTER)(?:/([^{ENDS}]*))?)(?=[{ENDS}]|$)")
_FACTOR = re.compile(rf"\^([^{ENDS}]*)")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query as read; `hints` are remarks on what may not be meant so."""

    query: str
    tree: Asked
    hints: tuple[str, ...]


def parse(query: str) -> Parsed:
    """The tree of `query`; QueryError, and nothing else, if it is not one."""
    reader = _Reader(query)
    return Parsed(query, reader.whole(), tuple(dict.fromkeys(reader.hints)))


class _Reader(Leaves):
    """Reads a query from left to right, one method for each level of binding."""

    def __init__(self, query: str) -> None:
        super().__init__(query)
        self.depths = {"brackets": 0, "negations": 0}
        self.group_of: str | None = None
        self.is_in_paragraph = False

    def whole(self) -> Asked:
        length = len(self.query)
        if length > LONGEST_QUERY:
            self.fail(f"a query has at most {LONGEST_QUERY:,} characters", LONGEST_QUERY, length)
        tree = self.any_of(None)
        if self.char:
            opening = "(" if self.char == ")" else "{"
            self.fail(f"no {opening} before this {self.char}", self.at, self.at + 1)
        return tree

    def any_of(self, opening: int | None) -> Asked:
        """What OR joins, up to the end or a closing bracket; `opening` is where it was opened."""
        nodes = [self.all_of(opening)]
        while operator := self.take("OR"):
            self.expect_after(operator)
            nodes.append(self.all_of(opening))
        return nodes[0] if len(nodes) == 1 else Or(_over(nodes), tuple(nodes))

    def all_of(self, opening: int | None) -> Asked:
        """What AND joins, or nothing."""
        self.skip()
        if not self.char or self.char in ")}":
            if opening is None:
                self.fail("nothing is asked", self.at, self.at, EXPECTED)
            self.fail("nothing in the brackets", opening, opening + 1, EXPECTED)
        nodes = [self.negatable()]
        while not self.is_over():
            if operator := self.take("AND"):
                self.expect_after(operator)
            nodes.append(self.negatable())
        return nodes[0] if len(nodes) == 1 else And(_over(nodes), tuple(nodes))

    def negatable(self) -> Asked:
        self.skip()
        start = self.at
        if operator := self.take("NOT"):
            self.expect_after(operator)
            return self.nested("negations", start, lambda: self.without(start))
        if self.is_sign(DASHES):
            self.at += 1
            return self.nested("negations", start, lambda: self.without(start))
        if self.is_sign("+"):
            self.at += 1
            return self.nested("negations", start, self.negatable)
        return self.near()

    def without(self, start: int) -> Asked:
        child = self.negatable()
        return Not(Span(start, child.span.end), child)

    def near(self) -> Asked:
        left = self.weighed()
        while (operator := self.operator()) and operator[2]:
            how = cast(Literal["NEAR", "BEFORE", "AFTER"], operator[2])
            example = f"expected {how}/5, at most {FARTHEST}"
            if operator[3] is None:
                self.fail("how near?", *operator.span(1), example)
            distance = self.number(operator[3], operator.start(3), FARTHEST, example)
            self.check_place(left, how)
            self.at = operator.end()
            self.expect_after(operator)
            if self.is_sign(DASHES) or self.operator():
                self.fail(f"{how} joins words, phrases, names and types", self.at, self.at + 1)
            self.at += self.is_sign("+")
            right = self.weighed()
            self.check_place(right, how)
            left = Near(_over([left, right]), how, distance, left, right)
        return left

    def check_place(self, node: Asked, how: str) -> None:
        """NEAR joins what has a place in the text."""
        match node:
            case Word() | Fuzzy() | Regex() | Quoted() | Named() | Typed() | Near():
                return
            case Boost(child=child):
                self.check_place(child, how)
            case Or(children=children):
                for child in children:
                    self.check_place(child, how)
            case _:
                self.fail(f"{how} joins words, phrases, names and types", *node.span)

    def weighed(self) -> Asked:
        node = self.atom()
        found = _FACTOR.match(self.query, self.at)
        if found is None:
            return node
        if not re.fullmatch(r"\d{1,3}(\.\d{1,3})?", found[1], re.ASCII) or not (
            0 < float(found[1]) <= MOST_BOOST
        ):
            self.fail(f"expected a number up to {MOST_BOOST} after ^", *found.span(), "word^2")
        self.at = found.end()
        return Boost(Span(node.span.start, self.at), node, float(found[1]))

    def atom(self) -> Asked:
        self.skip()
        start = self.at
        if operator := self.operator():
            self.fail(f"nothing before {operator[1]}", *operator.span(1), EXPECTED)
        if self.char == "(":
            return self.group(")")
        if self.group_of:
            return self.value(self.group_of, start)
        if self.char == "{":
            return self.paragraph()
        if field := self.field():
            self.group_of = field
            tree = self.group(")")
            self.group_of = None
            return tree
        return self.leaf()

    def paragraph(self) -> Asked:
        start = self.at
        if self.is_in_paragraph:
            self.fail("a paragraph in a paragraph", start, start + 1, "inside { } use ( )")
        self.is_in_paragraph = True
        tree = self.group("}")
        self.is_in_paragraph = False
        return Paragraph(Span(start, self.at), tree)

    def group(self, closing: str) -> Asked:
        start = self.at
        self.at += 1
        tree = self.nested("brackets", start, lambda: self.any_of(start))
        if self.char != closing:
            self.fail(f"no {closing} closes this {self.query[start]}", start, start + 1)
        self.at += 1
        return tree

    def nested(self, what: str, start: int, read: Callable[[], Asked]) -> Asked:
        self.depths[what] += 1
        if self.depths[what] > DEEPEST:
            self.fail(f"more than {DEEPEST} {what} one in another", start, start + 1)
        tree = read()
        self.depths[what] -= 1
        return tree

    def skip(self) -> None:
        """On to the next character that is no space."""
        while self.char.isspace():
            self.at += 1

    def operator(self) -> re.Match[str] | None:
        """The operator that comes next."""
        self.skip()
        return _OPERATOR.match(self.query, self.at)

    def take(self, name: str) -> re.Match[str] | None:
        """The operator `name`, read, if it comes next."""
        found = self.operator()
        if found is None or found[1] != name:
            return None
        self.at = found.end()
        return found

    def is_sign(self, signs: str) -> bool:
        """Whether one of the signs comes next, directly before what it belongs to."""
        after = self.query[self.at + 1 : self.at + 2]
        return bool(self.char) and self.char in signs and bool(after.strip()) and after not in ")}"

    def is_over(self) -> bool:
        """Whether what AND joins ends here."""
        operator = self.operator()
        return not self.char or self.char in ")}" or (operator is not None and operator[1] == "OR")

    def expect_after(self, operator: re.Match[str]) -> None:
        """Something follows an operator."""
        found = self.operator()
        if not self.char or self.char in ")}" or (found and found[1] != "NOT"):
            self.fail(f"nothing after {operator[1]}", *operator.span(1), EXPECTED)


def _over(nodes: Sequence[Asked]) -> Span:
    return Span(nodes[0].span.start, nodes[-1].span.end)
