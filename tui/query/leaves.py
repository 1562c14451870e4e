"""The leaves of a query: one word, phrase, name or field at a time, or what is wrong with it."""

from __future__ import annotations

import re
from typing import NoReturn, cast, get_args

from tui.model import QueryError, Span, ZoneKind
from tui.nearest import nearest
from tui.query import facts
from tui.query.engine import Fact
from tui.query.pieces import Piece, pieces
from tui.query.regex import compiled
from tui.query.tree import (
    Chosen,
    Fuzzy,
    Leaf,
    Marked,
    Named,
    Quoted,
    Regex,
    Saved,
    Typed,
    Word,
    Zone,
)
from tui.runs import APOSTROPHES, DASHES
from tui.words import LONGEST

LONGEST_QUERY, MOST_WORDS, FARTHEST = 1000, 128, 100
EXPECTED = "expected a word, a “phrase”, @entity, field:value, ( or {"
FACTS: tuple[str, ...] = get_args(Fact)
FIELDS = (*FACTS, "zone", "type", "entity", "query", "is")
ZONES: tuple[str, ...] = get_args(ZoneKind)
MARKS = ("unread", "read", "new", "starred", "listed")

QUOTES = '"“”„‟＂«»'
_ANY = "".join(mark for mark in QUOTES if mark not in "«»")
CLOSING = dict.fromkeys(_ANY, _ANY) | {"«": "»", "»": "«"}
"""What may close a quotation mark."""
ENDS = rf"\s(){{}}{QUOTES}"
_BARE = re.compile(rf"[^{ENDS}~^]+")
_NAME = re.compile(rf"[^{ENDS}^]+")
_FIELD = re.compile(r"([^\W\d_]+):")
_NUMBER = re.compile(rf"[^{ENDS}~^]*")
"""What stands after `~` or `^`, to be a number."""
_REGEX = re.compile(r"/((?:[^/\\]|\\.)*)/", re.DOTALL)
_A_NAME = "expected @id or @“a name”"
_LOWER_OPERATOR = re.compile(r"and|or|not|(?:near|before|after)/\d+")


class Leaves:
    """A query, and how far it is read."""

    def __init__(self, query: str) -> None:
        self.query, self.at, self.words = query, 0, 0
        self.hints: list[str] = []

    def fail(self, message: str, start: int, end: int, *details: str) -> NoReturn:
        """Raise the QueryError that points at `query[start:end]`."""
        raise QueryError(message, self.query, Span(start, end), *details)

    @property
    def char(self) -> str:
        """The next character, empty at the end."""
        return self.query[self.at : self.at + 1]

    def leaf(self) -> Leaf:
        """The word, phrase, name or field that begins here."""
        start, char = self.at, self.char
        if char in QUOTES:
            return self._phrase()
        if char == "@":
            self.at += 1
            return self._named(start)
        if char == "/":
            return self._regex()
        if char == "=":
            return self._exact()
        if found := _FIELD.match(self.query, start):
            self.at = found.end()
            return self.value(self.field_of(found), start)
        return self._word()

    def field(self) -> str | None:
        """The name of the field whose group in parentheses begins here, and read on to the `(`."""
        found = _FIELD.match(self.query, self.at)
        if found is None or self.query[found.end() : found.end() + 1] != "(":
            return None
        self.at = found.end()
        return self.field_of(found)

    def field_of(self, found: re.Match[str]) -> str:
        """The field that was typed; it must be one there is."""
        name = found[1].lower()
        if name not in FIELDS:
            near = nearest(name, FIELDS, 1)
            self.fail(
                f"no field “{found[1]}”",
                *found.span(1),
                *(f"did you mean {field}:" for field in near),
                f"the fields are {' '.join(FIELDS)}; for the words alone use quotation marks",
            )
        return name

    def value(self, field: str, start: int) -> Leaf:
        """What `field:` asks for, its value being next; `start` is where the leaf begins."""
        at = self.at
        if field == "entity":
            return self._named(start)
        if self.char and self.char in QUOTES:
            value = self._quoted()[0]
        else:
            value = self._taken(_NAME, f"no value for {field}:", start, f"expected {field}:value")
        span, value_span = Span(start, self.at), Span(at, self.at)
        self._count(value_span, value)
        match field:
            case "type":
                return Typed(span, value)
            case "query":
                return Saved(span, value)
            case "zone":
                kind = self._one_of(value.lower(), ZONES, "zone", value_span)
                return Zone(span, cast(ZoneKind, kind))
            case "is":
                return Marked(span, self._one_of(value.lower(), MARKS, "mark", value_span))
        fact = cast(Fact, field)
        try:
            return Chosen(span, fact, facts.read(fact, value))
        except ValueError as error:
            self.fail(str(error), *value_span)

    def number(self, text: str, at: int, most: int, example: str) -> int:
        """The whole number from 1 to `most` that stands at `at`."""
        if not (text.isascii() and text.isdigit() and len(text) < 5 and 1 <= int(text) <= most):
            self.fail(
                f"expected a number from 1 to {most}", at, max(at + len(text), at + 1), example
            )
        return int(text)

    def number_here(self, most: int, example: str) -> int | None:
        """The number that follows directly, None if nothing does."""
        found = _NUMBER.match(self.query, self.at)
        if not found or not found[0]:
            return None
        self.at = found.end()
        return self.number(found[0], found.start(), most, example)

    def _word(self) -> Leaf:
        start = self.at
        if self.char in ("~", "^"):
            self.fail(f"nothing before {self.char}", start, start + 1, EXPECTED)
        text = self._taken(_BARE, "no word here", start)
        if self.char == "~":
            return self._fuzzy(start, text)
        span = Span(start, self.at)
        if _LOWER_OPERATOR.fullmatch(text):
            self.hints.append(f"“{text}” is a word here; {text.upper()} in capitals joins")
        if text[0] in APOSTROPHES:
            self.hints.append("' is an apostrophe; a phrase stands in double quotation marks")
        if text.endswith("?"):
            self.hints.append("? stands for one letter")
        self._check(start, text, "*?")
        return Word(span, text)

    def _fuzzy(self, start: int, text: str) -> Leaf:
        found = self._check(start, text)
        self.at += 1
        typos = self.number_here(2, "word~ or word~2: at most two typos")
        span = Span(start, self.at)
        if len(found) > 1 or len(found[0].term) < 3:
            self.fail("~ follows one word of three letters or more", *span)
        return Fuzzy(span, text, typos)

    def _exact(self) -> Leaf:
        start = self.at
        self.at += 1
        if not _BARE.match(self.query, self.at):
            self.fail("= stands before a word", start, start + 1, "expected =word")
        text = self._taken(_BARE, "", start)
        self._check(start + 1, text)
        if self.char == "~":
            self.fail("= asks for the word itself, ~ for others", start, self.at + 1)
        return Word(Span(start, self.at), text, exact=True)

    def _phrase(self) -> Leaf:
        start = self.at
        text, inner = self._quoted()
        self._check(inner, text, "*")
        if "@" in text:
            self.hints.append("in quotation marks @ is only a sign")
        within = None
        if self.char == "~":
            self.at += 1
            example = f"expected “a b”~5, at most {FARTHEST}"
            within = self.number_here(FARTHEST, example)
            if within is None:
                self.fail("how near?", self.at - 1, self.at, example)
        return Quoted(Span(start, self.at), text, within)

    def _named(self, start: int) -> Leaf:
        at = self.at
        is_quoted = bool(self.char) and self.char in QUOTES
        name = (
            self._quoted()[0].strip()
            if is_quoted
            else self._taken(_NAME, "no name here", start, _A_NAME)
        )
        proper = self.char == "!" if is_quoted else name.endswith("!")
        if proper:
            self.at += is_quoted
            name = name if is_quoted else name[:-1]
        if not name.removeprefix("@"):
            self.fail("no name here", start, self.at, _A_NAME)
        self._count(Span(at, self.at), name)
        return Named(Span(start, self.at), name, proper)

    def _regex(self) -> Leaf:
        start = self.at
        found = _REGEX.match(self.query, start)
        if not found:
            self.fail(
                "no / closes this /", start, start + 1, "for the words alone use quotation marks"
            )
        self.at = found.end()
        if re.match(rf"[^{ENDS}^]", self.char):
            self.fail("expected a space after the closing /", self.at, self.at + 1)
        self._count(Span(start, self.at), found[1])
        try:
            compiled(found[1])
        except ValueError as error:
            self.fail(str(error), start, self.at)
        return Regex(Span(start, self.at), found[1])

    def _quoted(self) -> tuple[str, int]:
        """The text between quotation marks, and where it begins; any closes any, but « »."""
        start = self.at
        closing = CLOSING[self.char]
        end = next((i for i in range(start + 1, len(self.query)) if self.query[i] in closing), None)
        if end is None:
            self.fail("no closing quotation mark", start, start + 1)
        self.at = end + 1
        return self.query[start + 1 : end], start + 1

    def _taken(
        self, pattern: re.Pattern[str], message: str, start: int, expected: str = EXPECTED
    ) -> str:
        found = pattern.match(self.query, self.at)
        if not found:
            self.fail(message, start, max(self.at, start + 1), expected)
        self.at = found.end()
        return found[0]

    def _one_of(self, value: str, known: tuple[str, ...], what: str, span: Span) -> str:
        if value not in known:
            near = (f"did you mean {name}?" for name in nearest(value, known, 1))
            self.fail(f"no {what} “{value}”", *span, *near, f"expected {' '.join(known)}")
        return value

    def _check(self, start: int, text: str, signs: str = "") -> list[Piece]:
        """The pieces of a word or phrase that begins at `start`; there must be one."""
        found = pieces(text, signs)
        if not found:
            is_dash = text.strip(DASHES) == ""
            help_ = "-word leaves a word out" if text and is_dash else EXPECTED
            self.fail("no word here", start, start + max(1, len(text)), help_)
        for piece in found:
            here = Span(start + piece.start, start + piece.end)
            if piece.end - piece.start > LONGEST:
                self.fail(f"a word has at most {LONGEST} letters", *here)
            if piece.is_wild and not re.match(r"\w", piece.term):
                self.fail("a word begins with a letter", *here, "expected word* or w?rd")
            if "*" in piece.term and sum(map(str.isalnum, piece.term.split("*")[0])) < 2:
                self.fail("* follows at least two letters", *here)
        if "*" in signs:
            self._check_signs(start, text, signs, found)
        self._count(Span(start, start + len(text)), text, sum(piece.width for piece in found))
        return found

    def _check_signs(self, start: int, text: str, signs: str, found: list[Piece]) -> None:
        """Every `*` and `?` belongs to a word."""
        for i, char in enumerate(text):
            if char in signs and not any(piece.start <= i < piece.end for piece in found):
                self.fail(f"{char} stands in or after a word", start + i, start + i + 1)

    def _count(self, span: Span, text: str, number: int = 1) -> None:
        if len(text) > LONGEST and number == 1:
            self.fail(f"at most {LONGEST} characters", *span)
        self.words += number
        if self.words > MOST_WORDS:
            self.fail(f"a query has at most {MOST_WORDS} words", *span)
