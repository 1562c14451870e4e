"""Facts come from the sidecar, else from the front matter, else from the text, and say which."""

from pathlib import Path

import pytest

from tui.corpus import Corpus, Inspected
from tui.model import Facts

BODY = "The two countries signed an agreement, and it is in force. That is all there is to say.\n"
PAGE = f"A title of its own\n\nAda Byron\n\n9 July 2025\n\n{BODY}"


def inspect(
    tmp_path: Path, text: str = PAGE, sidecar: str | None = None, name: str = "a.txt"
) -> Inspected:
    folder = tmp_path / "corpus"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, newline="")
    if sidecar is not None:
        (folder / "a.meta.yaml").write_text(sidecar, newline="")
    return Corpus(folder).inspect(name)


def facts(tmp_path: Path, text: str = PAGE, sidecar: str | None = None) -> Facts:
    reading = inspect(tmp_path, text, sidecar)
    assert reading.problems == ()
    return reading.document.facts


def test_without_anything_else_the_text_gives_the_facts(tmp_path: Path) -> None:
    found = facts(tmp_path)
    assert (found.title, found.authors, found.languages) == (
        *("A title of its own", ("Ada Byron",)),
        ("en",),
    )
    assert (found.date, found.date_certainty, found.status) == ("2025-07-09", "exact", "original")
    assert set(found.origins.values()) == {"text"}


def test_the_file_s_own_date_is_never_a_fact(tmp_path: Path) -> None:
    found = facts(tmp_path, BODY)
    assert (found.title, found.authors, found.date, found.date_certainty) == (
        None,
        (),
        None,
        "none",
    )
    assert "date" not in found.origins


def test_the_sidecar_comes_first_and_the_rest_is_filled_in(tmp_path: Path) -> None:
    found = facts(
        tmp_path,
        f"---\ntitle: In front\nauthor: Charles Babbage\nlayout: post\n---\n{PAGE}",
        "title: Beside\nstatus: digest\nrights: None\n",
    )
    assert (found.title, found.authors, found.date) == (
        *("Beside", ("Charles Babbage",)),
        "2025-07-09",
    )
    assert (found.status, found.rights) == ("digest", "None")
    assert dict(found.origins) == {
        **{"title": "sidecar", "status": "sidecar", "rights": "sidecar"},
        **{"authors": "front matter"},
        **{"date": "text", "date_certainty": "text", "languages": "text"},
    }


def test_front_matter_is_boilerplate_and_no_part_of_the_text_is_lost(tmp_path: Path) -> None:
    document = inspect(tmp_path, f"---\r\ntitle: In front\r\n---\r\n{PAGE}").document
    assert document.zones[0].kind == "boilerplate"
    assert document.text[: document.zones[0].span.end] == "---\r\ntitle: In front\r\n---\r\n"
    assert document.zones[1].kind == "title"


@pytest.mark.parametrize("text", ["---\nA line.\n---\nMore.\n", "---\ntitle: open\n", "----\n"])
def test_dashes_at_the_top_are_not_always_front_matter(tmp_path: Path, text: str) -> None:
    document = inspect(tmp_path, text).document
    assert document.facts.title != "open"
    assert all(zone.kind != "boilerplate" for zone in document.zones)


@pytest.mark.parametrize(
    ("written", "date", "certainty"),
    [
        ("date: 2025", "2025", "year"),
        ("date: '2025-07'", "2025-07", "month"),
        ("date: 2025-07-09", "2025-07-09", "exact"),
        ("date: 9 July 2025", "2025-07-09", "exact"),
        ("date: 2025-07-09T10:00:00+03:00", "2025-07-09", "exact"),
        ("{date_certainty: inferred, date: 2025-07}", "2025-07", "inferred"),
        ("date: null", None, "none"),
    ],
)
def test_a_date_has_the_certainty_of_its_precision(
    tmp_path: Path, written: str, date: str | None, certainty: str
) -> None:
    found = facts(tmp_path, sidecar=written)
    assert (found.date, found.date_certainty) == (date, certainty)
    assert found.origins["date"] == "sidecar"


def test_what_a_sidecar_says_not_to_be_is_not_looked_for(tmp_path: Path) -> None:
    found = facts(tmp_path, sidecar="title: null\nauthors: ~\n")
    assert (found.title, found.authors) == (None, ())
    assert found.origins["title"] == "sidecar"


@pytest.mark.parametrize(
    ("sidecar", "problem"),
    [
        ("title: A\nauthor: B", "2:1: warning: there is no fact called author"),
        ("title: ''", "1:8: warning: title: a text is wanted"),
        ("title: [a]", "1:8: warning: title: a text is wanted"),
        ("date: soon", "1:7: warning: date: soon is not a date like 2025, 2025-07 or 2025-07-09"),
        ("date: 2025-13", "1:7: warning: date: month must be in 1..12"),
        (
            "date: 2025\ndate_certainty: exact",
            "2:17: warning: date_certainty: 2025 is not of certainty exact",
        ),
        ("date_certainty: exact", "1:17: warning: date_certainty: there is no date"),
        ("status: copy", "1:9: warning: status: copy is none of original, digest"),
        ("url: javascript:alert(1)", "1:6: warning: url: javascript:alert(1) is not a web address"),
        (
            "languages: [en, English]",
            "1:12: warning: languages: English is not a language code like en",
        ),
        ("- title", "1:1: warning: not a mapping of facts"),
        ("title: [", "1:9: warning: "),
        ("title: A\ntitle: B", "2:1: warning: "),
    ],
)
def test_a_fault_in_a_sidecar_is_a_warning_and_the_rest_holds(
    tmp_path: Path, sidecar: str, problem: str
) -> None:
    reading = inspect(tmp_path, sidecar=sidecar)
    [found] = reading.problems
    assert str(found).startswith(f"a.meta.yaml:{problem}")
    assert reading.document.facts.authors == ("Ada Byron",)


def test_a_fault_in_front_matter_has_its_line_in_the_text(tmp_path: Path) -> None:
    reading = inspect(tmp_path, f"---\ntitle: T\ndate: soon\n---\n{BODY}")
    assert [(p.file, p.line, p.column) for p in reading.problems] == [("a.txt", 3, 7)]
    broken = inspect(tmp_path, f"---\ntitle: T\nother: [\n---\n{BODY}")
    assert [p.file for p in broken.problems] == ["a.txt"]
    assert broken.document.zones[0].kind == "boilerplate"


def test_a_sidecar_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    inspect(tmp_path)
    (tmp_path / "secret.yaml").write_text("title: Secret")
    (tmp_path / "corpus" / "a.meta.yaml").symlink_to("../secret.yaml")
    reading = Corpus(tmp_path / "corpus").inspect("a.txt")
    assert reading.document.facts.title == "A title of its own"
    assert [p.what for p in reading.problems] == ["a link, which is not followed"]


def test_the_facts_of_the_originals(originals: Path) -> None:
    corpus = Corpus(originals)
    found = {id[:3]: corpus.read(id).facts for id in corpus.scan().files}
    assert (found["000"].title, found["000"].authors, found["000"].date) == (None, (), None)
    assert found["001"].title == (
        "Following Sanctions, Russia Turns to China for Defense and Aerospace Equipment"
    )
    assert (found["001"].authors, found["001"].date) == ((), None)
    assert (found["002"].authors, found["002"].date) == (("Vasily Ivanov",), None)
    assert found["003"].authors == ("András Rácz", "Alina Hrytsenko")
    assert (found["003"].date, found["003"].date_certainty) == ("2025-07-09", "exact")
    assert found["004"].authors == ("Perizat RISBEK KIZI",)
    assert {each.status for each in found.values()} == {"original"}


def test_the_shipped_texts_are_digests_without_faults() -> None:
    corpus = Corpus(Path(__file__).parents[2] / "seeds")
    for id in corpus.scan().files:
        reading = corpus.inspect(id)
        assert reading.problems == ()
        assert reading.document.facts.status == "digest"
