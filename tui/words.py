"""The one tokeniser: a text → its words with offsets; how words are folded, compounds taken apart.

Every part of a compound has a position of its own, so a phrase of its parts finds it. What is more
than its parts is an extra *form* beside the first part: a designator (`s-400`, `r&d`, `2022-23`),
an amount (`$150`), a mark that belongs to the word (`4++`, `5%`), an all-capitals word (`US`).
A paragraph begins with the mark `¶`, at a position of its own: no phrase runs across it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from tui.model import Span
from tui.prose import paragraphs

PARAGRAPH = "¶"
LONGEST = 100
"""Code points of a word that count; what is longer is cut."""

DASHES = "-\u058a\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
APOSTROPHES = "'\u2018\u2019\u02bc\u2032\uff07"
SPACES = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670"
    "\u0900-\u0903\u093a-\u094f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c\u200d"
)
_CURRENCY = "$€£¥₽₴₹"
_C = rf"[\w{_MARKS}]"
_RUN = re.compile(
    rf"(?:[{_CURRENCY}][{SPACES}]?(?=\d))?{_C}+(?:[{re.escape(DASHES)}{APOSTROPHES}&.,:]{_C}+)*"
    rf"(?:\+\+?(?!{_C})|%|(?<=\.[^\W\d_])\.)?"
)
_SEGMENT = re.compile(
    rf"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    rf"|(?:(?![_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]){_C})+"
)
_TO_LATIN = str.maketrans("авекмнорстух", "abekmhopctyx")
_PLAIN = str.maketrans(
    {**dict.fromkeys(DASHES, "-"), **dict.fromkeys(APOSTROPHES, "'"), "\u00ad": None, "ё": "е"}
    | dict.fromkeys("\u200b\u200c\u200d", None)
)


class Form(NamedTuple):
    """A term that covers the words `first` to `last` and the characters `start` to `end`."""

    term: str
    first: int
    last: int
    start: int
    end: int


class _Part(NamedTuple):
    """One word of a run, offsets relative to the run; a form is (term, words, start, end)."""

    start: int
    end: int
    term: str
    forms: tuple[tuple[str, int, int, int], ...]


@dataclass(slots=True)
class Words:
    """The words of a text in order, as parallel lists; the list index is the position."""

    terms: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.terms)

    def span(self, first: int, last: int) -> Span:
        """The characters of the words `first` to `last`."""
        return Span(self.starts[first], self.ends[last])


def words(text: str) -> Words:
    """The words of a whole text, each paragraph opened by `PARAGRAPH`."""
    return _read(text, [p.start for p in paragraphs(text)])


def split(text: str) -> Words:
    """The words of a short text, such as a name or a query."""
    return _read(text, [])


def strict(found: Words) -> list[str]:
    """For each word of `found` the narrowest term that means it: a whole before a part.

    A run of these terms at consecutive positions is exactly what was written.
    """
    terms = list(found.terms)
    covered = [0] * len(terms)
    for form in found.forms:
        is_looser = form.term.isalpha() and form.term.islower()
        if not is_looser and form.last - form.first >= covered[form.first]:
            terms[form.first], covered[form.first] = form.term, form.last - form.first
    return terms


@lru_cache(maxsize=65536)
def width(term: str) -> int:
    """How many positions a term covers."""
    return max(1, len(_parts(term)))


def fold(word: str) -> str:
    """The form in which words are compared: case, accents, dashes and apostrophes levelled."""
    return plain(word).casefold() if word.isascii() else _bare(plain(word).casefold())


def plain(word: str) -> str:
    """`word` with its case kept and everything else levelled that does not tell words apart."""
    if word.isascii():
        return word
    return _bare(unicodedata.normalize("NFKC", word).translate(_PLAIN).replace("Ё", "Е"))


def _bare(word: str) -> str:
    """Latin and Greek letters without their accents; й stays a letter of its own."""
    if word.isascii():
        return word
    out: list[str] = []
    for char in unicodedata.normalize("NFD", word):
        if unicodedata.combining(char) and out and _is_western(out[-1]):
            continue
        out.append(char)
    return unicodedata.normalize("NFC", "".join(out))


def _is_western(char: str) -> bool:
    return char < "\u0400" or "\u1e00" <= char <= "\u1fff"


def _read(text: str, breaks: list[int]) -> Words:
    found = Words()
    terms, starts, ends, forms = found.terms, found.starts, found.ends, found.forms
    coming = iter([*breaks, len(text) + 1])
    next_break = next(coming)
    known = _known
    for match in _RUN.finditer(text):
        at = match.start()
        while at >= next_break:
            terms.append(PARAGRAPH)
            starts.append(next_break)
            ends.append(next_break)
            next_break = next(coming)
        run = match.group()
        parts = known.get(run)
        if parts is None:
            parts = _learn(run)
        for part in parts:
            if part.forms:
                here = len(terms)
                forms.extend(
                    Form(term, here, here + n - 1, at + start, at + end)
                    for term, n, start, end in part.forms
                )
            terms.append(part.term)
            starts.append(at + part.start)
            ends.append(at + part.end)
    return found


_known: dict[str, tuple[_Part, ...]] = {}


def _learn(run: str) -> tuple[_Part, ...]:
    parts = _parts(run)
    if len(run) <= LONGEST:
        if len(_known) > 300_000:
            _known.clear()
        _known[run] = parts
    return parts


class _Atom(NamedTuple):
    """A stretch of a run that is one word, and the sign that joins it to the one before."""

    start: int
    end: int
    text: str
    joint: str


def _parts(run: str) -> tuple[_Part, ...]:
    """The words of a run of characters without spaces."""
    parts: list[_Part] = []
    for chain in _chains(list(_atoms(run))):
        parts.extend(_chain_parts(run, chain))
    return tuple(parts)


def _atoms(run: str) -> Iterator[_Atom]:
    """The words of a run: joined where a full stop, comma, colon or apostrophe is part of one."""
    segments = [(m.start(), m.end(), m.group()) for m in _SEGMENT.finditer(run)]
    i, before = 0, 0
    while i < len(segments):
        start, end, text = segments[i]
        joint = run[before:start] if i else ""
        j = i + 1
        while j < len(segments) and _is_one_word(run, segments, i, j):
            j += 1
        end = segments[j - 1][1]
        if j - i > 1 and run[end : end + 1] == "." and _is_initials(segments[i:j]):
            end += 1
        text = run[start:end]
        before = end
        if j < len(segments) and _is_possessive(run, end, segments[j]):
            before = segments[j][1]
            j += 1
        yield _Atom(start, end, text, joint)
        i = j


def _is_one_word(run: str, segments: list[tuple[int, int, str]], first: int, at: int) -> bool:
    (_, left_end, left), (start, end, right) = segments[at - 1], segments[at]
    sign = run[left_end:start]
    if sign and sign in APOSTROPHES:
        is_s = right in ("s", "S") and not run[end : end + 1].isalnum()
        return left[-1:].isalpha() and right[:1].isalpha() and not is_s
    both_digits = left.isdigit() and right.isdigit()
    if sign == ",":
        return both_digits and len(right) <= 3
    if sign == ":":
        return both_digits and len(left) <= 2 and len(right) == 2
    if sign == ".":
        if both_digits:
            return not _is_dotted_number(run, segments, at)
        return _is_initials(segments[first : at + 1]) and not _goes_on(run, segments, at)
    return False


def _is_dotted_number(run: str, segments: list[tuple[int, int, str]], at: int) -> bool:
    """Whether the full stop before `segments[at]` is one of two or more: a date, a version."""

    def dotted(i: int) -> bool:
        return (
            0 < i < len(segments)
            and run[segments[i - 1][1] : segments[i][0]] == "."
            and segments[i - 1][2].isdigit()
            and segments[i][2].isdigit()
        )

    return dotted(at - 1) or dotted(at + 1)


def _is_initials(segments: list[tuple[int, int, str]]) -> bool:
    return all(len(text) == 1 and text.isalpha() for _, _, text in segments)


def _goes_on(run: str, segments: list[tuple[int, int, str]], at: int) -> bool:
    """Whether a longer word follows the initials without a space: `A.B.Ivanov`."""
    while at + 1 < len(segments) and run[segments[at][1] : segments[at + 1][0]] == ".":
        at += 1
        if len(segments[at][2]) > 1:
            return True
    return False


def _is_possessive(run: str, end: int, following: tuple[int, int, str]) -> bool:
    start, _, text = following
    return text in ("s", "S") and len(run[end:start]) == 1 and run[end] in APOSTROPHES


def _chains(atoms: list[_Atom]) -> Iterator[list[_Atom]]:
    """Atoms joined by dashes, by `&`, or by the full stops of a date."""
    chain: list[_Atom] = []
    for atom in atoms:
        if chain and not (
            len(atom.joint) == 1
            and (atom.joint in DASHES or atom.joint == "&" or _is_dot_of_number(chain[-1], atom))
        ):
            yield chain
            chain = []
        chain.append(atom)
    if chain:
        yield chain


def _is_dot_of_number(left: _Atom, right: _Atom) -> bool:
    return right.joint == "." and left.text.isdigit() and right.text.isdigit()


def _chain_parts(run: str, chain: list[_Atom]) -> Iterator[_Part]:
    is_designator = len(chain) > 1 and (
        any(c.isdigit() for atom in chain for c in atom.text)
        or any(atom.joint == "&" for atom in chain[1:])
    )
    terms = [_term(atom.text, in_designator=is_designator) for atom in chain]
    for i, (atom, term) in enumerate(zip(chain, terms, strict=True)):
        forms = list(_own_forms(run, atom, term))
        if is_designator and i == 0:
            forms += _whole_forms(chain, terms)
        yield _Part(atom.start, atom.end, term, tuple(forms))


def _whole_forms(chain: list[_Atom], terms: list[str]) -> Iterator[tuple[str, int, int, int]]:
    first, last, n = chain[0], chain[-1], len(chain)
    joints = ["", *("-" if atom.joint in DASHES else atom.joint for atom in chain[1:])]
    whole = "".join(joint + term for joint, term in zip(joints, terms, strict=True))
    if len(whole) > LONGEST:
        return
    if re.search(r"\ds$", last.text):
        yield whole[:-1], n, first.start, last.end - 1
    yield whole, n, first.start, last.end


def _own_forms(run: str, atom: _Atom, term: str) -> Iterator[tuple[str, int, int, int]]:
    text = atom.text
    letters = text.replace(".", "")
    if text.endswith(".") or (len(letters) < len(text) and letters.isalpha()):
        yield text.casefold().rstrip(".") + ".", 1, atom.start, atom.end
    if len(letters) > 1 and letters.isalpha() and letters.isupper():
        yield plain(letters)[:LONGEST], 1, atom.start, atom.end
    own = fold(text)[:LONGEST]
    if own != term and own[:1].isalpha() and "." not in own:
        yield own, 1, atom.start, atom.end
    if atom.start and run[0] in _CURRENCY and not run[1 : atom.start].strip():
        yield run[0] + term, 1, 0, atom.end
    tail = run[atom.end :]
    if tail in ("+", "++", "%"):
        yield term + tail, 1, atom.start, len(run)


def _term(text: str, in_designator: bool) -> str:
    """The folded word; thousands without commas, initials without stops, look-alikes in Latin."""
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", text):
        return text.replace(",", "")
    folded = fold(text)
    if "." in folded and folded.replace(".", "").isalpha():
        folded = folded.replace(".", "")
    if in_designator or any(c.isdigit() for c in folded):
        latin = folded.translate(_TO_LATIN)
        if not any("\u0400" <= c <= "\u052f" for c in latin):
            folded = latin
    return folded[:LONGEST]
