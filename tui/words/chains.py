"""A run without spaces → its atoms, the chains that join them, and so its words and forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.runs import CURRENCY, DASHES, atom_in, is_rare
from tui.words.folding import plain

LONGEST = 100
"""Code points of a word that count; what is longer is cut."""

_LATIN = str.maketrans("авекмнорстухіѕј", "abekmhopctyxisj")
_BEYOND = "\u3040"
"""No letter behind this one is anything but a word when it stands alone."""
_JOINTS = frozenset(f"{DASHES}&")
_PLAIN = re.compile(r"[A-Za-z]{2,100}(?:[-.,:][A-Za-z]{2,100})+")
"""Words that something joins, but for initials: each is a word of its own, whatever joins it."""
_LETTERS = re.compile(r"[A-Za-z]+")
_SPARED = {"initials": ".", "thousands": ","}


class Form(NamedTuple):
    """A term that covers the words `first` to `last` and the characters `start` to `end`."""

    term: str
    first: int
    last: int
    start: int
    end: int


Part = tuple[str, int, int, tuple[Form, ...]]
"""A word of a run, its start and end, and the forms that begin with it, counted from it."""


class _Atom(NamedTuple):
    """One word of a run: what joins it to the one before, its text in its case, and folded."""

    start: int
    end: int
    joint: str
    kept: str
    term: str


def of_one_word(run: str) -> str | tuple[Part, ...] | None:
    """What is known of a run of letters and digits alone, in a fifth of the time; None of others.

    Nothing can be joined in it, and no kind of atom but a word be meant.
    """
    if not run.isalnum() or len(run) > LONGEST:
        return None
    if len(run) == 1 and run > _BEYOND and run.isalpha() and plain(run) == run.casefold() == run:
        return run
    if run.isascii():
        kept, term = run, run.lower()
    elif run.isalpha() and not is_rare(run):
        kept = plain(run)
        term = kept.casefold()
        if not term.isalpha() or len(term) > LONGEST or is_rare(term):
            return None
    else:
        return None
    return ((term, 0, len(run), (Form(kept, 0, 0, 0, len(run)),)),) if _is_acronym(kept) else term


def parts(run: str) -> Iterator[Part]:
    """The words of any run, each with the forms that begin with it."""
    if _PLAIN.fullmatch(run):  # in an eighth of the time
        yield from map(_plain_part, _LETTERS.finditer(run))
        return
    for chain in _chains(_atoms(run)):
        yield from _chain_parts(run, chain)


def _plain_part(match: re.Match[str]) -> Part:
    word, (start, end) = match[0], match.span()
    forms = (Form(word, 0, 0, start, end),) if _is_acronym(word) else ()
    return word.lower(), start, end, forms


def _atoms(run: str) -> Iterator[_Atom]:
    before = 0
    for match in atom_in(run).finditer(run):
        kind = match.lastgroup or "word"
        start, end = match.span(kind)
        kept = _level(run[start:end][:LONGEST], kind)[:LONGEST]
        term = kept.casefold()[:LONGEST]
        if _has_digit(term):
            term = _in_latin(term)
        yield _Atom(start, end, run[before:start], kept, term)
        before = match.end()


def _level(text: str, kind: str) -> str:
    """`text` in its case as `plain` has it, without the signs that its kind of atom can spare."""
    level = plain(text)
    is_letters = level.isascii() and level.replace("'", "").isalpha()
    if text.isascii() or is_letters or _kind(level.casefold()) == kind:
        text = level  # else it would become something else, as ⑴ becomes (1)
    return text.replace(_SPARED.get(kind, " "), "")


def _kind(text: str) -> str | None:
    """The kind of atom that all of `text` is."""
    match = atom_in(text).fullmatch(text)
    return match.lastgroup if match else None


def _in_latin(term: str) -> str:
    """`term` in Latin if all its Cyrillic letters have a look-alike there: `мс` → `mc`."""
    latin = term.translate(_LATIN)
    return term if re.search(r"[\u0400-\u052f']", latin) else latin


def _chains(atoms: Iterable[_Atom]) -> Iterator[list[_Atom]]:
    chain: list[_Atom] = []
    for atom in atoms:
        if chain and not _is_joined(chain[-1], atom):
            yield chain
            chain = []
        chain.append(atom)
    if chain:
        yield chain


def _is_joined(left: _Atom, right: _Atom) -> bool:
    if right.joint == "." and left.end + 1 == right.start:
        return left.term[-1].isdigit() and right.term[0].isdigit()
    return right.joint in _JOINTS


def _chain_parts(run: str, chain: list[_Atom]) -> Iterator[Part]:
    wholes: list[list[_Atom]] = []
    if _is_designator(chain):
        chain = [atom._replace(term=_in_latin(atom.term)) for atom in chain]
        wholes = [*filter(_is_designator, _cores(chain)), chain]
    for atom in chain:
        forms = [*_word_forms(run, atom)]
        for whole in wholes:
            forms += _whole_forms(run, whole) if whole[0] is atom else ()
        yield atom.term, atom.start, atom.end, tuple(forms)


def _is_designator(chain: list[_Atom]) -> bool:
    return len(chain) > 1 and (
        any(_has_digit(atom.term) for atom in chain) or any(atom.joint == "&" for atom in chain[1:])
    )


def _has_digit(term: str) -> bool:
    return not term.isalpha() and any(map(str.isdigit, term))


def _cores(chain: list[_Atom]) -> Iterator[list[_Atom]]:
    """The stretches between plain words and em dashes: the S-400 of S-400-equipped."""
    core: list[_Atom] = []
    for atom in chain:
        is_word = atom.kept.isalpha() and atom.kept.islower() and len(atom.kept) > 1
        if is_word or atom.joint in ("\u2014", "\u2015"):
            yield core
            core = []
        if not is_word:
            core.append(atom)
    if len(core) < len(chain):
        yield core


def _word_forms(run: str, atom: _Atom) -> Iterator[Form]:
    kept, term, start, end = atom.kept, atom.term, atom.start, atom.end
    own = kept.casefold()[:LONGEST]
    if own.isalpha() and "." in run[start:end]:
        yield Form(".".join(own) + ".", 0, 0, start, end)
    if _is_acronym(kept):
        yield Form(kept, 0, 0, start, end)
    if own != term and own.isalpha():
        yield Form(own, 0, 0, start, end)
    yield from _signed_forms(run, [atom], term)


def _whole_forms(run: str, chain: list[_Atom]) -> Iterator[Form]:
    first, *others = chain
    whole = first.term + "".join((a.joint if a.joint in "&." else "-") + a.term for a in others)
    if len(whole) > LONGEST:
        return
    start, end = first.start, chain[-1].end
    if run[end - 1] == "s" and run[end - 2].isdigit():
        yield Form(whole[:-1], 0, len(others), start, end - 1)
    yield Form(whole, 0, len(others), start, end)
    yield from _signed_forms(run, chain, whole)


def _is_acronym(kept: str) -> bool:
    return len(kept) > 1 and kept.isalpha() and kept.isupper()


def _signed_forms(run: str, chain: list[_Atom], term: str) -> Iterator[Form]:
    """`$150` and `4++`: with the currency before and the tail behind."""
    start, end = chain[0].start, chain[-1].end
    currency, tail = chain[0].joint[:1], run[end:]
    if currency and currency in CURRENCY:
        yield Form(currency + term, 0, len(chain) - 1, 0, end)
    if tail in ("+", "++", "%"):
        yield Form(term + tail, 0, len(chain) - 1, start, len(run))
