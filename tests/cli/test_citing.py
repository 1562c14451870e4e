"""`cite` and `verify` as they are called: what is meant, what is missing, what became of it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call

CRLF = "Переговоры\r\n\r\nПекин купил десять самолётов.\r\nМосква молчала.\r\n\r\nThe end came.\r\n"
FACTS = "title: Переговоры\nauthors: [Анна Ёлкина]\ndate: 2024-05-06\nlanguages: [ru]\n"
OTHER = "Ten engines were sold to Beijing.\n"


@pytest.fixture
def call(call: Call, monkeypatch: pytest.MonkeyPatch) -> Call:
    """The same on a corpus of two texts."""
    monkeypatch.setenv("READROOM_CORPUS", "texts")
    Path("entities.yaml").write_text("entities: []\n")
    Path("texts/talks.txt").write_bytes(CRLF.encode())
    Path("texts/talks.meta.yaml").write_text(FACTS)
    Path("texts/other.txt").write_text(OTHER)
    return call


def cited(call: Call, *words: str) -> dict[str, object]:
    status, out, _ = call("cite", *words, "--json")
    assert status == 0
    answer: dict[str, object] = json.loads(out)
    return answer


@pytest.mark.parametrize(
    ("asked", "text", "locator"),
    [
        ("talks:3", "Пекин купил десять самолётов.", "para. 2, line 3"),
        (
            "talks:3-4",
            "Пекин купил десять самолётов.\r\nМосква молчала.",
            "paras. 2–3, lines 3–4",
        ),
        ("talks.txt#char=12,24", "Пекин купил ", "para. 2, line 3"),
        ("talks.txt#char=42,49", "Москва ", "para. 3, line 4"),
        ("talks#char=59,", "The end came.", "para. 4, line 6"),
        ("десять самолётов", "Пекин купил десять самолётов.", "para. 2, line 3"),
        ("end", "The end came.", "para. 4, line 6"),
    ],
)
def test_a_passage_is_meant_by_lines_by_characters_or_by_a_query(
    asked: str, text: str, locator: str, call: Call
) -> None:
    answer = cited(call, asked)
    assert answer["text"] == text.strip()
    assert answer["locator"] == locator
    start, end = answer["start"], answer["end"]
    assert CRLF[start:end] == answer["text"]  # type: ignore[misc]  # both are numbers


def test_a_line_end_of_two_characters_counts_as_one_in_the_citation(call: Call) -> None:
    answer = cited(call, "talks:6")
    assert (answer["start"], answer["end"]) == (64, 77)
    assert "talks.txt#char=59,72 " in str(answer["citation"])


def test_a_text_is_cited_as_a_whole(call: Call) -> None:
    answer = cited(call, "talks", "--style", "plain")
    assert (answer["doc"], answer["locator"]) == ("talks.txt", None)
    assert str(answer["citation"]).startswith("Анна Ёлкина, “Переговоры”, 6 May 2024 (talks.txt ")


@pytest.mark.parametrize("style", ["markdown", "pandoc", "plain", "bibtex", "csl-json"])
def test_what_is_missing_is_one_line_and_no_answer(style: str, call: Call) -> None:
    said = "readroom: other.txt has no author and no date: --nd cites it without\n"
    assert call("cite", "engines", "--style", style) == (1, "", said)
    status, out, err = call("cite", "engines", "--style", style, "--nd")
    assert (status, err) == (0, "")
    assert "n.d." in out
    assert "author" not in out


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("talks:2", "talks.txt:2 has no words to cite"),
        ("talks:9", "talks.txt has lines 1 to "),
        ("talks.txt#char=5,999", "talks.txt has characters 0,73; 5,999 are no passage of it"),
        ("nothingofthekind", "nothing found"),
        ("nowhere:3", "no text 'nowhere"),
    ],
)
def test_what_is_no_passage_is_said(asked: str, said: str, call: Call) -> None:
    status, out, err = call("cite", asked)
    assert (status, out) == (1, "")
    assert err.startswith(f"readroom: {said}")


def test_a_digest_is_called_one_and_never_quoted(call: Call, tmp_path: Path) -> None:
    (tmp_path / "texts/talks.meta.yaml").write_text(f"{FACTS}status: digest\n")
    status, out, _ = call("cite", "talks:6", "--style", "plain")
    assert status == 0
    assert out.startswith("The end came. — Анна Ёлкина, digest of “Переговоры”, 6 May 2024, para.")
    status, out, err = call("cite", "talks:6", "--quote")
    assert (status, out) == (1, "")
    assert "talks.txt is a digest" in err


def test_a_draft_is_verified_as_its_texts_change(call: Call, tmp_path: Path) -> None:
    draft, text = tmp_path / "draft.md", tmp_path / "texts/talks.txt"
    long = "Пекин купил десять самолётов, о чём до конца второго года никому не говорили."
    text.write_bytes(f"{long}\r\n\r\n{CRLF}".encode())
    draft.write_text("\n".join(call("cite", line)[1] for line in ("talks:1", "talks:6", "talks:8")))
    status, out, err = call("verify", "draft.md")
    assert (status, err) == (0, "3 citations: all the same\n")
    assert out.splitlines()[0] == "draft.md:3: same: talks.txt#char=0,77, para. 1, line 1"
    changed = long.replace("десять", "двадцать")
    text.write_bytes(f"The end came.\r\n\r\n{changed}\r\n\r\n{CRLF[:-16]}".encode())
    status, out, err = call("verify", "draft.md", "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["state"] for row in rows] == ["changed", "moved", "moved"]
    assert str(rows[0]["difference"]).startswith("Пекин купил [-десять-]{+двадцать+} самолётов,")
    assert (rows[2]["start"], rows[2]["end"], rows[2]["locator"]) == (0, 13, "para. 1, line 1")
    assert (status, err) == (1, "readroom: not all citations are the same: 1 changed, 2 moved\n")
    text.unlink()
    status, out, _ = call("verify", "draft.md")
    assert status == 1
    assert [line.split(": ")[1] for line in out.splitlines()] == ["gone"] * 3


def test_a_renamed_text_is_known_by_its_digest(call: Call, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(call("cite", "talks:3")[1])
    (tmp_path / "texts/talks.txt").rename(tmp_path / "texts/renamed.txt")
    status, out, _ = call("verify", "draft.md")
    assert status == 1
    assert "moved: talks.txt#char=12,41 → renamed.txt#char=12,41" in out


def test_a_draft_without_citations_is_not_all_right(call: Call, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text("No proof at all.\n")
    assert call("verify", "draft.md") == (1, "", "readroom: no citation in draft.md\n")
    status, _, err = call("verify", "nowhere.md")
    assert (status, err.startswith("readroom: nowhere.md cannot be read")) == (2, True)
