"""What a citation is found again by, in a draft of any kind and after what is done to drafts."""

import json
import re
import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.citation import Cited, cited, unproven
from tui.citation.selector import Demand, Selector
from tui.citation.trace import Trace, address
from tui.model import Span

DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
TRACE = Trace(
    "002_talks.txt",
    DIGEST,
    Span(4012, 4026),
    Selector("four divisions", "a contract on ", " of them (it dates"),
)
TEXTS = st.text(
    alphabet=st.one_of(st.sampled_from("|\"\\{}`-;: sha256[]()<>&u'#=a$%*_é🚀я"), st.characters())
)


def found(draft: str) -> list[Trace]:
    return [one.trace for one in cited(draft)]


def test_it_reads_well() -> None:
    assert str(TRACE) == (
        '002_talks.txt#char=4012,4026 "a contract on |four divisions| of them (it dates; '
        f'sha256 {DIGEST}"'
    )


def test_each_is_found_at_its_line() -> None:
    draft = f"One [x]({TRACE}).\r\n\r\nTwo ({TRACE})\nand three <!-- {TRACE} -->\n"
    assert list(cited(draft)) == [Cited(1, TRACE), Cited(3, TRACE), Cited(4, TRACE)]


def test_a_text_as_a_whole_has_no_characters() -> None:
    whole = Trace("002_talks.txt", DIGEST)
    assert str(whole) == f'002_talks.txt "sha256 {DIGEST}"'
    assert found(f"[002]({whole})") == [whole]


@pytest.mark.parametrize("width", [40, 72])
def test_a_wrapped_draft_has_it_still(width: int) -> None:
    draft = textwrap.indent(f"[para. 7]({TRACE})", "    ")
    assert found(textwrap.fill(draft, width, break_long_words=False)) == [TRACE]


def test_other_quotation_marks_around_it_do_no_harm() -> None:
    single = re.sub('"(.*)"', r"'\1'", str(TRACE))
    assert found(f"[para. 7]({single})") == [TRACE]
    unescaped = str(TRACE).replace("four divisions", 'four "divisions"')
    assert found(f"[para. 7]({unescaped})")[0].selector.exact == 'four "divisions"'


def test_it_is_found_within_json() -> None:
    quoting = Trace(
        "a.txt", DIGEST, Span(1, 9), Selector('the "new" era\\', 'said "', "", "only here")
    )
    for ascii_only in (True, False):
        assert found(json.dumps({"note": f"para. 7 ({quoting})"}, ensure_ascii=ascii_only)) == [
            quoting
        ]


@pytest.mark.parametrize(
    ("doc", "link"),
    [
        ("002.txt", "002.txt"),
        ("sub/Пекин 2014.txt", "sub/Пекин%202014.txt"),
        ("a#b(c)[d]'e.txt", "a%23b%28c%29%5Bd%5D%27e.txt"),
        ("a--b.txt", "a-%2Db.txt"),
        ("100%\\xff.md", "100%25%5Cxff.md"),
    ],
)
def test_a_name_is_written_as_a_link(doc: str, link: str) -> None:
    assert address(doc, Span(1, 2)) == f"{link}#char=1,2"
    trace = Trace(doc, DIGEST, Span(1, 2), Selector("x"))
    assert found(f"see ({trace}).") == [trace]


@given(TEXTS, TEXTS, TEXTS, st.sampled_from(["", "word for word", "only here"]))
def test_any_passage_is_read_as_it_was_written(
    exact: str, prefix: str, suffix: str, demand: Demand
) -> None:
    exact, prefix, suffix = (re.sub(r"\s+", " ", text) for text in (exact, prefix, suffix))
    trace = Trace(
        "a.txt", DIGEST, Span(3, 7), Selector(exact.strip() or "x", prefix, suffix, demand)
    )
    assert "--" not in str(trace)
    assert found(f"[para. 7]({trace})") == [trace]
    assert found(json.dumps([f"para. 7 ({trace})"])) == [trace]
    assert found(f"  readroom = {{para. 7 ({trace})}},") == [trace]


@given(st.text(alphabet='a.#char=1,2 "|;sha56\\n', max_size=200))
def test_no_draft_is_misread(draft: str) -> None:
    assert found(draft) == []


@pytest.mark.parametrize("piece", ["a", "a ", 'a "', "a#char=1,2 ", 'a#char=1,2 "', "|", "("])
def test_no_draft_is_slow(piece: str) -> None:
    draft = piece * (200_000 // len(piece))
    start = time.process_time()
    assert found(draft) == []
    assert time.process_time() - start < 2


def test_what_was_damaged_is_noticed() -> None:
    cut = str(TRACE)[:-9]
    assert unproven(f"One ({TRACE}).\nTwo ({cut}).\nThree: 002.txt#char=4,5\n") == [2, 3]
    assert unproven("readroom cite DOC#char=A,B and [#char=1,2]") == []
