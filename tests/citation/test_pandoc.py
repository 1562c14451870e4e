"""What pandoc and its citation processor make of every style."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from tui.citation import cite, cited, render
from tui.model import Document, Facts, Span

Pandoc = Callable[..., str]

TEXT = "Речь\r\n\r\nОн сказал: «Цена — 100 % & $ 5». *Всё* [1] растёт_быстро.\r\n\r\nEnd of it.\r\n"
FACTS = Facts(
    title="Цена 100% & «рост» {A_B} $5 #1 ~x^y \\z <b> @me",
    authors=("Анна Ёлкина", "van der Berg, Jan", "RAND Corporation staff"),
    source="Ведомости & Co_",
    date="2024-05-06",
    url="https://example.org/a_b?c=1&d=%7E",
    languages=("ru",),
)
FAMILIES = ["Ёлкина", "van der Berg", "RAND Corporation staff"]


@pytest.fixture
def pandoc(need: Callable[[str], str], tmp_path: Path) -> Pandoc:
    """`pandoc(text, "-f", …)`: what pandoc writes of a text, with no warning."""

    def run(text: str, *options: str) -> str:
        called = subprocess.run(
            [need("pandoc"), "--wrap=none", *options],
            input=text,
            capture_output=True,
            text=True,
            check=True,
            cwd=tmp_path,
        )
        assert called.stderr == ""
        return called.stdout

    return run


def document(facts: Facts = FACTS) -> Document:
    return Document("речи/a b.txt", TEXT, facts, (), sha256(TEXT.encode()).hexdigest())


def passage(words: str = "«Цена — 100 % & $ 5». *Всё* [1] растёт_быстро.") -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def families(entry: dict[str, list[dict[str, str]]]) -> list[str]:
    parts = ("dropping-particle", "non-dropping-particle", "family", "literal")
    return [" ".join(name[part] for part in parts if part in name) for name in entry["author"]]


def test_a_footnote_reads_well_and_is_found_again_in_what_pandoc_writes(pandoc: Pandoc) -> None:
    draft = render(cite(document(), passage()), "markdown")
    plain = pandoc(draft, "-f", "markdown", "-t", "plain")
    said, note = plain.split("\n\n")
    assert said == "“«Цена — 100 % & $ 5». Всё [1] растёт_быстро.”[1]"
    assert note.startswith("[1] Анна Ёлкина, Jan van der Berg and RAND Corporation staff, ")
    assert "“Цена 100% & «рост» {A_B} $5 #1 ~x^y \\z <b> @me”, Ведомости & Co_, 6 May" in note
    assert note.rstrip().endswith("para. 2, line 3.")
    again = pandoc(draft, "-f", "markdown", "-t", "markdown")
    assert [one.trace for one in cited(again)] == [one.trace for one in cited(draft)]


def test_a_pandoc_citation_brings_its_reference(pandoc: Pandoc) -> None:
    draft = render(cite(document(), passage("End of it.")), "pandoc")
    plain = pandoc(draft, "-f", "markdown", "-t", "plain", "--citeproc")
    assert "“End of it.” (Ёлкина, van der Berg, and RAND Corporation staff 2024, para. 3)" in plain
    assert "“Цена 100% & «рост» {A_B} $5 #1 ~x^y \\z <b> @me.”" in plain
    assert "Ведомости & Co_" in plain


@pytest.mark.parametrize(("style", "name"), [("bibtex", "a.bib"), ("csl-json", "a.json")])
def test_reference_data_is_read_back_and_rendered(
    style: str, name: str, pandoc: Pandoc, tmp_path: Path
) -> None:
    citation = cite(document(), passage())
    written = render(citation, style)  # type: ignore[arg-type]  # both are styles
    (tmp_path / name).write_text(written)
    form = "bibtex" if style == "bibtex" else "csljson"
    (entry,) = json.loads(pandoc(written, "-f", form, "-t", "csljson"))
    assert entry["title"] == FACTS.title or style == "csl-json"
    assert families(entry) == FAMILIES
    assert entry["issued"] == {"date-parts": [[2024, 5, 6]]}
    assert entry["URL"] == FACTS.url
    draft = f"See [@{citation.key}, para. 2]."
    plain = pandoc(
        draft, "-f", "markdown", "-t", "plain", "--citeproc", "--bibliography", str(tmp_path / name)
    )
    assert plain.startswith("See (Ёлкина, ")
    assert "Berg, and RAND Corporation staff 2024, para. 2)" in plain
    assert "Цена 100% & «рост» {A_B} $5 #1" in plain


def test_an_undated_digest_without_author_is_rendered_as_one(pandoc: Pandoc) -> None:
    facts = Facts(title="Talks", status="digest")
    draft = render(cite(document(facts), passage("End of it."), nd=True), "pandoc")
    plain = pandoc(draft, "-f", "markdown", "-t", "plain", "--citeproc")
    assert plain.startswith("End of it. (“Digest of Talks” [n.d.], para. 3)")


def test_an_address_does_not_break_out_of_its_brackets() -> None:
    facts = replace(FACTS, url="https://example.org/>)<b>`x`")
    draft = render(cite(document(facts), passage()), "markdown")
    assert "<https://example.org/%3E)%3Cb%3E`x`>" in draft
