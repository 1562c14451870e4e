"""Two hundred files that mean harm, through every command: nothing comes out that could do any."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
from pathlib import Path

import pytest

from tests.hostile import OUTSIDE, WORD, Hostile
from tui.cli.arguments import COMMANDS
from tui.cli.main import main

DRIVING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]"
)
"""All controls but newline and tab; what turns the direction of writing; other line ends."""
SHARE = 1 if "READROOM_SOAK" in os.environ else 8
"""Of so many texts one is shown; in a soak all are."""
CALLS = [
    ("index",),
    ("index", "--strict"),
    ("search", WORD),
    ("search", WORD, "--json", "--facets", "--explain"),
    ("search", WORD, "--format", "csv"),
    ("search", WORD, "--format", "tsv"),
    ("search", WORD, "--format", "vimgrep"),
    ("search", WORD, "--format", "markdown"),
    ("search", f"{WORD}\x1b[2J \u202e("),
    ("search", "--like", "markup/0.txt"),
    ("saved",),
    ("who", WORD),
    ("who", "=1+1", "--json"),
    ("who", "\x1b]0;x\x07"),
    ("mentions",),
    ("mentions", "--json"),
    ("mentions", "--format", "csv"),
    ("mentions", "--format", "vimgrep"),
    ("entities",),
    ("entities", "--format", "csv"),
    ("kwic", WORD),
    ("kwic", WORD, "--json", "--sort", "1L,1R,form"),
    ("together", "formula", WORD),
    ("companions", WORD),
    ("matrix", "--format", "csv"),
    ("path", "formula", WORD),
    ("graph", "--format", "dot"),
    ("graph", "--format", "graphml"),
    ("graph", "--format", "svg"),
    ("docs",),
    ("docs", "--json"),
    ("docs", "--format", "csv"),
    ("cite", "markup/0.txt:1", "--nd"),
    ("cite", "sequence/title.txt", "--style", "bibtex", "--nd"),
    ("cite", "sequence/link.txt:1", "--style", "csl-json", "--nd"),
    ("registry", "check"),
    ("registry", "gaps"),
    ("registry", "alias", "formula", "\x1b[2J", "--dry-run"),
    ("registry", "diff", "{registry}"),
    ("verify", "{draft}"),
    ("check", "{draft}"),
    ("check", "{draft}", "--json"),
    ("batch", "{draft}"),
    ("corpus", "list"),
    ("doctor",),
    ("timeline",),
    ("timeline", "--format", "csv"),
    ("timeline", "--format", "svg"),
    ("figures",),
    ("figures", "--json"),
    ("collocates", WORD),
    ("facts", "sequence/link.txt"),
    ("add", "{texts}/special/pipe.txt"),
    ("keys",),
    ("keys", "--json"),
]


def said(hostile: Hostile, *call: str) -> tuple[int, str, str]:
    """The status of a call on the hostile corpus, what it answers, and what it says beside."""
    root = hostile.texts.parent
    names = {
        "draft": root / "draft\x1b[2J.md",
        "registry": hostile.registry,
        "texts": hostile.texts,
    }
    words = [word.format(**names) if word.startswith("{") else word for word in call]
    common = ["--corpus", str(hostile.texts), "--root", str(root / "own")]
    out, err = io.TextIOWrapper(io.BytesIO()), io.TextIOWrapper(io.BytesIO())
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main([*words, *common])
    for stream in (out, err):
        stream.flush()
    written = [stream.buffer.getvalue().decode("utf-8") for stream in (out, err)]  # type: ignore[attr-defined]
    return status, *written


def test_there_are_two_hundred_files(hostile: Hostile) -> None:
    assert sum(not path.is_dir() for path in hostile.texts.rglob("*")) >= 200


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_nothing_drives_the_terminal(hostile: Hostile, call: tuple[str, ...]) -> None:
    status, out, err = said(hostile, *call)
    assert status in (0, 1, 2, 3)
    assert DRIVING.findall(out) == []
    assert DRIVING.findall(err) == []
    assert OUTSIDE not in out
    assert "Traceback" not in err
    assert status == 0 or err.startswith("readroom: ") or "\nreadroom: " in err


def test_every_command_was_tried() -> None:
    elsewhere = {"completion", "show"}  # one reads no corpus, the other is tried on every text
    assert set(COMMANDS) - {call[0] for call in CALLS} == elsewhere


def test_every_text_can_be_shown_and_is_its_spans(hostile: Hostile) -> None:
    _, out, _ = said(hostile, "search", WORD, "--json")
    hits = json.loads(out)["hits"]
    assert len(hits) > 150
    for hit in hits[::SHARE]:
        status, shown, err = said(hostile, "show", hit["doc"], "--json")
        assert (status, DRIVING.findall(shown + err)) == (0, [])
        text = json.loads(shown)["text"]
        assert {text[start:end].casefold() for start, end in hit["spans"]} <= {WORD, f"@{WORD}"}
        status, plain, err = said(hostile, "show", hit["doc"])
        assert (status, DRIVING.findall(plain + err)) == (0, [])


@pytest.mark.parametrize("call", [("show",), ("facts",), ("cite", "--nd"), ("search", "--like")])
def test_a_name_of_any_bytes_can_be_typed(hostile: Hostile, call: tuple[str, ...]) -> None:
    typed, unknown = (os.fsdecode(name) for name in (b"names/caf\xe9.t", b"\xe9"))
    status, out, err = said(hostile, *call, typed)
    assert status in (0, 1)  # no other text is like it
    assert "readroom: no text" not in err
    assert DRIVING.findall(out + err) == []
    status, _, err = said(hostile, *call, unknown)
    assert status in (1, 2)
    assert "readroom: no text" in err or call[0] == "cite"  # which takes it for a query


def test_what_is_no_text_is_named_with_its_reason(hostile: Hostile) -> None:
    _, _, err = said(hostile, "index")
    for name, reason in {
        "special/pipe.txt": "a named pipe",
        "special/sparse.txt": "20480 MB, larger than 64 MB",
        "links/outside.txt": "a link, which is not followed",
        "links/folder": "a link, which is not followed",
        "broken/gzip.txt": "not a text but binary data",
    }.items():
        assert f"skipped {name}: {reason}\n" in err


def test_no_command_of_a_name_was_run(hostile: Hostile) -> None:
    assert not list(hostile.texts.rglob("owned"))
    assert not Path("owned").exists()
