"""The words of a text, in order and with their places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from tui.model import Span
from tui.prose import paragraphs
from tui.runs import run_in
from tui.words.chains import LONGEST, Form, Part, of_one_word, parts

PARAGRAPH = "¶"


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

    A run of these terms at consecutive positions is exactly what was written; behind a whole, what
    its `width` covers may be left unasked, so that `Su-35` is found in Su-35s.
    """
    terms = list(found.terms)
    first, last = 0, -1  # what the widest form so far covers
    for form in found.forms:
        is_inside = first < form.first <= last or (form.first == first and form.last < last)
        is_own_spelling = form.term.isalpha() and form.term.islower()
        if not (is_inside or is_own_spelling):
            terms[form.first], first, last = form.term, form.first, form.last
    return terms


@lru_cache(maxsize=1 << 16)
def width(term: str) -> int:
    """How many positions a term covers."""
    known = _known[term]
    return 1 if isinstance(known, str) else max(1, len(known))


def _read(text: str, breaks: Iterable[int]) -> Words:
    """The words of a text, a mark before the first one behind each of `breaks`."""
    found = Words()
    terms, starts, ends, forms = found.terms, found.starts, found.ends, found.forms
    coming = iter([*breaks, len(text) + 1])
    next_break = next(coming)
    for match in run_in(text).finditer(text):
        at, after = match.span()
        while at >= next_break:
            terms.append(PARAGRAPH)
            starts.append(next_break)
            ends.append(next_break)
            next_break = next(coming)
        known = _known[match[0]]
        if isinstance(known, str):
            terms.append(known)
            starts.append(at)
            ends.append(after)
            continue
        for term, start, end, extra in known:
            here = len(terms)
            for more, _, last, first, limit in extra:  # twice as fast as Form(...)
                forms.append(_new(Form, (more, here, here + last, at + first, at + limit)))
            terms.append(term)
            starts.append(at + start)
            ends.append(at + end)
    return found


_new = tuple.__new__


class _Known(dict[str, str | tuple[Part, ...]]):
    """The words of every run met so far; asked for half the price of an `lru_cache`.

    Of a run that is one word and no form, as most are, it is the term alone.
    """

    def __missing__(self, run: str) -> str | tuple[Part, ...]:
        found = of_one_word(run) or tuple(parts(run))
        if len(self) >= 100_000:
            self.clear()
        if len(run) <= 5 * LONGEST:
            self[run] = found
        return found


_known = _Known()
