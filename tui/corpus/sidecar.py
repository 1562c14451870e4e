"""Facts written by hand: NAME.meta.yaml beside a text, or the YAML front matter at its top."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import get_args

from tui.corpus.dateline import read_date
from tui.model import Certainty, Problem, Status
from tui.yamltree import Node, YamlError, parse

Value = str | tuple[str, ...] | None

_ALSO_CALLED = {  # in front matter, which is written for other programs too
    **{"author": "authors", "lang": "languages", "language": "languages", "published": "date"},
    **{"publication": "source", "publisher": "source", "outlet": "source", "link": "url"},
    **{"license": "rights", "licence": "rights"},
}
_END = r"[ \t]*(?:\r\n|\n|\r|\Z)"
_FRONT = re.compile(rf"---{_END}(?P<yaml>.*?)^(?:---|\.\.\.){_END}", re.DOTALL | re.MULTILINE)
_FRONT_LONGEST = 1 << 16
_KEY = re.compile(r"\s*[\w-]+\s*:")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_URL = re.compile(r"https?://[^\s\x00-\x1f\x7f]+", re.IGNORECASE)
_PRECISION: dict[int, Certainty] = {4: "year", 7: "month", 10: "exact"}
_DIGITS = {"exact": 10, "month": 7}
"""Characters of a date, and the certainty it has; and how many a certainty needs."""


@dataclass
class Written:
    """Facts by name, None for what is said not to be; and the faults met, of which none stops."""

    file: str
    values: dict[str, Value] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def warn(self, line: int, column: int, what: str) -> None:
        """Note a fault."""
        self.problems.append(Problem(self.file, line, column, what, "warning"))


def read_sidecar(data: bytes, file: str) -> Written:
    """The facts of a sidecar; `file` names it in the problems."""
    written = Written(file)
    try:
        root = parse(data)
    except YamlError as error:
        written.warn(error.line, error.column, error.message)
        return written
    if root is None:
        return written
    if root.kind != "map":
        written.warn(root.line, root.column, "not a mapping of facts")
        return written
    for key, value in root.pairs:
        if key.text in _READERS:
            _read(written, key.text, value, 0)
        else:
            written.warn(key.line, key.column, f"there is no fact called {key.text[:40]}")
    _settle_certainty(written, root)
    return written


def read_front_matter(text: str, file: str) -> tuple[Written, int]:
    """The facts at the top of a text, and where what follows begins: 0 if there are none."""
    written = Written(file)
    match = _FRONT.match(text[:_FRONT_LONGEST]) if text.startswith("---") else None
    if not match:
        return written, 0
    try:
        root = parse(match["yaml"].encode())
    except YamlError as error:
        if not _KEY.match(match["yaml"]):
            return written, 0  # two lines of dashes in an ordinary text
        written.warn(error.line + 1, error.column, error.message)
        return written, match.end()
    if root is None or root.kind != "map":
        return written, 0
    for key, value in root.pairs:
        name = _ALSO_CALLED.get(key.text.lower(), key.text.lower())
        if name in _READERS and name not in written.values:
            _read(written, name, value, 1)
    _settle_certainty(written, root)
    return written, match.end()


def _read(written: Written, name: str, node: Node, lines_above: int) -> None:
    """Take in a fact, or note what is wrong with it."""
    if node.is_null:
        written.values[name] = None
        return
    try:
        written.values[name] = _READERS[name](node)
    except ValueError as error:
        written.warn(node.line + lines_above, node.column, f"{name}: {error}")


def _text(node: Node) -> str:
    said = " ".join(node.text.split())
    if not said:
        raise ValueError("a text is wanted")
    return said


def _texts(node: Node) -> tuple[str, ...]:
    return tuple(_text(item) for item in (node.items if node.kind == "list" else [node]))


def _date(node: Node) -> str:
    said = _text(node)
    match = _DATE.match(said)
    if match and (match.end() == len(said) or (match[3] and said[match.end()] in "T ")):
        year, month, day = match.groups("1")
        date(int(year), int(month), int(day))
        return match.group()
    dated = read_date(said)
    if not dated or not dated.date:
        raise ValueError(f"{said[:40]} is not a date like 2025, 2025-07 or 2025-07-09")
    return dated.date


def _languages(node: Node) -> tuple[str, ...]:
    codes = _texts(node)
    for code in codes:
        if not _LANGUAGE.fullmatch(code):
            raise ValueError(f"{code[:40]} is not a language code like en")
    return codes


def _url(node: Node) -> str:
    said = _text(node)
    if not _URL.fullmatch(said):
        raise ValueError(f"{said[:40]} is not a web address")
    return said


def _one_of(allowed: tuple[str, ...]) -> Callable[[Node], str]:
    def read(node: Node) -> str:
        said = _text(node)
        if said not in allowed:
            raise ValueError(f"{said[:40]} is none of {', '.join(allowed)}")
        return said

    return read


_READERS: dict[str, Callable[[Node], Value]] = {
    "title": _text,
    "authors": _texts,
    "source": _text,
    "date": _date,
    "date_certainty": _one_of(get_args(Certainty)),
    "url": _url,
    "languages": _languages,
    "status": _one_of(get_args(Status)),
    "rights": _text,
}


def _settle_certainty(written: Written, root: Node) -> None:
    """Give every date a certainty: the one written, if the date can have it, else its precision."""
    values = written.values
    said, when = values.get("date_certainty"), values.get("date")
    node = root.get("date_certainty")
    if not isinstance(when, str):
        if node and said not in (None, "none") and "date" not in values:
            written.warn(node.line, node.column, "date_certainty: there is no date")
        values.pop("date_certainty", None)
        return
    if node and (said == "none" or (said in ("exact", "month") and len(when) < _DIGITS[said])):
        written.warn(node.line, node.column, f"date_certainty: {when} is not of certainty {said}")
        said = None
    values["date_certainty"] = said or _PRECISION[len(when)]
