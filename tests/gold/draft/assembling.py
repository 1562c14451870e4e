"""The gold drafts, put together from their templates and the texts that they quote."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tui.model import Span

HERE = Path(__file__).parent
_PLACE = re.compile(r"\{(?P<id>\w\d\d)(?:\|(?P<words>[^{}]*))?\}")
_EDIT = re.compile(r"(\d+)(?:\.\.(\d+))?([=+/])(.*)")


@dataclass(frozen=True)
class Claim:
    """What a draft says somewhere on purpose, and what is to be said of it."""

    id: str
    span: Span
    verdict: str
    expected: str

    @property
    def is_wrong(self) -> bool:
        """Whether a check must say something."""
        return self.verdict not in ("right", "same")


@dataclass(frozen=True)
class Draft:
    """A draft and its claims, in its order."""

    text: str
    claims: tuple[Claim, ...]

    def half(self, name: str) -> list[Claim]:
        """The claims with "odd" or "even" numbers."""
        return [claim for claim in self.claims if int(claim.id[1:]) % 2 == (name == "odd")]


def assemble(name: str, folder: Path) -> Draft:
    """The draft of a template; `folder` has the texts that it quotes."""
    template = (HERE / f"{name}.md").read_text(encoding="utf-8")
    verdicts = {row["id"]: (row["verdict"], row["expected"] or "") for row in _rows(name, "items")}
    quoted = {}
    for row in _rows(name, "quotations"):
        text = (folder / row["doc"]).read_bytes().decode()
        quoted[row["id"]] = edited(text[int(row["start"]) : int(row["end"])], row["edits"])
        verdicts[row["id"]] = (row["verdict"], "")
    pieces, size, at = [], 0, 0
    claims = []
    for match in _PLACE.finditer(template):
        words = match["words"] if match["words"] is not None else quoted[match["id"]]
        pieces += [template[at : match.start()], words]
        start = size + match.start() - at
        size, at = start + len(words), match.end()
        claims.append(Claim(match["id"], Span(start, size), *verdicts[match["id"]]))
    return Draft("".join([*pieces, template[at:]]), tuple(claims))


def edited(words: str, edits: str) -> str:
    """Words with the edits of the README made to them."""
    text = dict(enumerate(words.split(), 1))
    for edit in edits.split():
        if not (match := _EDIT.fullmatch(edit)):
            continue
        first, last, sign = int(match[1]), int(match[2] or match[1]), match[3]
        if sign == "/":
            text[first] += "\n"
        elif sign == "+":
            text[first] += f" {match[4]}"
        else:
            text.update(dict.fromkeys(range(first, last + 1), ""))
            text[first] = match[4]
    made = " ".join(filter(None, text.values())).replace("\n ", "\n")
    if "straight" in edits.split():
        made = made.replace("’", "'")
    return made[:1].upper() + made[1:] if "upper" in edits.split() else made


def _rows(name: str, kind: str) -> Iterator[dict[str, str]]:
    path = HERE / f"{name}_{kind}.tsv"
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
