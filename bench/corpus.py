"""Texts to measure with, always the same: python -m bench.corpus FOLDER --texts 10000 [--debs DIR]

    FOLDER/texts/…         2 to 6 KB each, some hundred to a folder
    FOLDER/entities.yaml   names that stand in them

With --debs they are cut from the documentation in Debian packages that lie in DIR; `apt-get
download linux-doc-6.1 anarchism perl-doc python3.11-doc manpages …` fetches them. Without, they are
made up: words by Zipf's law, in sentences and paragraphs, names among them.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import html
import random
import re
import subprocess
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice
from pathlib import Path

LEAST, MOST = 2_000, 6_000
"""Characters of a text."""
A_FOLDER = 500
NAMES = 5_000
SYLLABLES = "ba den gol ka lin mo nor pe rus sa tor ul vik zem ar es in on the qui".split()  # noqa: SIM905
SUFFIXES = (".txt", ".rst", ".md", ".pod", ".html", ".txt.gz", ".1.gz", ".2.gz", ".3.gz", ".7.gz")
_TAGS = re.compile(r"<(script|style)\b.*?</\1>|<[^>]{0,4000}>", re.DOTALL | re.IGNORECASE)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,}){0,2}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--texts", type=int, default=10_000)
    parser.add_argument("--debs", type=Path)
    asked = parser.parse_args()
    debs = sorted(asked.debs.glob("*.deb")) if asked.debs else []
    texts = from_packages(debs, asked.texts) if debs else made_up(asked.texts)
    print(f"{write(asked.folder, texts):,} texts in {asked.folder}")


def write(folder: Path, texts: Iterable[str]) -> int:
    """Lay the texts down, and a registry of the names that stand in most of them."""
    names: Counter[str] = Counter()
    number = 0
    for number, text in enumerate(texts, 1):
        path = folder / "texts" / f"{number // A_FOLDER:04}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        names.update(set(_NAME.findall(text)))
    lines = ["entities:"]
    for at, (name, _) in enumerate(names.most_common(NAMES)):
        kind = ("person", "organisation", "place", "equipment")[at % 4]
        lines.append(f"- {{id: n{at}, name: {name}, type: {kind}}}")
    (folder / "entities.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return number


def made_up(count: int) -> Iterator[str]:
    """Texts of words by their rank: the n-th is used an n-th as often as the first."""
    dice = random.Random(1)
    words = sorted({a_word(dice): None for _ in range(200_000)}, key=len)
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    names = [" ".join(a_word(dice).title() for _ in range(2)) for _ in range(NAMES)]
    for _ in range(count):
        wanted, paragraphs, size = dice.randint(LEAST, MOST), [], 0
        while size < wanted:
            sentences = []
            for _ in range(dice.randint(2, 6)):
                said = dice.choices(words, cum_weights=weights, k=dice.randint(6, 24))
                if dice.random() < 0.3:
                    said[dice.randrange(1, len(said))] = dice.choice(names)
                sentences.append(said[0].capitalize() + " " + " ".join(said[1:]) + ".")
            paragraphs.append(" ".join(sentences))
            size += len(paragraphs[-1])
        yield "\n\n".join(paragraphs) + "\n"


def a_word(dice: random.Random) -> str:
    """A word of one to four syllables."""
    return "".join(dice.choices(SYLLABLES, k=dice.randint(1, 4)))


def from_packages(debs: Iterable[Path], count: int) -> Iterator[str]:
    """Pieces of documentation, spread over the packages by their hash, none of them twice."""
    pieces = {
        hashlib.sha1(piece.encode(), usedforsecurity=False).digest(): piece
        for deb in debs
        for page in pages(deb)
        for piece in cut(page)
    }
    return (pieces[key] for key in islice(sorted(pieces), count))


def pages(deb: Path) -> Iterator[str]:
    """The pages of a package, as text."""
    with (
        subprocess.Popen(["dpkg-deb", "--fsys-tarfile", deb], stdout=subprocess.PIPE) as unpacking,
        tarfile.open(fileobj=unpacking.stdout, mode="r|") as archive,
    ):
        for member in archive:
            if not member.isfile() or not member.name.endswith(SUFFIXES):
                continue
            file = archive.extractfile(member)
            data = file.read() if file else b""
            text = (gzip.decompress(data) if member.name.endswith(".gz") else data).decode(
                "utf-8", "replace"
            )
            yield html.unescape(_TAGS.sub(" ", text)) if member.name.endswith("l") else text


def cut(page: str) -> Iterator[str]:
    """Whole paragraphs, as many as make a text; what is too short is left out."""
    held: list[str] = []
    size = 0
    for paragraph in re.split(r"\n[ \t]*\n\s*", page):
        if len(paragraph) > MOST // 2 or not paragraph.strip():
            continue
        held.append(paragraph.strip("\n"))
        size += len(paragraph) + 2
        if size > LEAST:
            yield "\n\n".join(held) + "\n"
            held, size = [], 0


if __name__ == "__main__":
    main()
