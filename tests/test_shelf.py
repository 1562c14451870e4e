"""What is kept of each text stays with it, whatever the file is called."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tui.anchors import Anchor
from tui.shelf import FILE, SPARE, Digests, Kept, Seen, Shelf, digest

ONE, OTHER = "1" * 64, "2" * 64


def test_what_is_kept_is_there_in_the_next_run(tmp_path: Path) -> None:
    place = Anchor("Some words", "before ", " after", 120, ONE)
    kept = Kept("a.txt", ONE, place, is_read=True, is_starred=True, marks={"a": place})
    Shelf(tmp_path).put(kept)
    assert Shelf(tmp_path).of("a.txt", ONE) == kept
    assert Shelf(tmp_path).all() == [kept]


def test_a_renamed_text_keeps_all_and_a_changed_one_is_unread_again(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.put(Kept("a.txt", ONE, is_read=True, is_listed=True))
    assert shelf.of("b.txt", ONE) == Kept("b.txt", ONE, is_read=True, is_listed=True)
    assert shelf.of("a.txt", OTHER) == Kept("a.txt", OTHER, is_listed=True)
    assert shelf.of("b.txt", OTHER).is_empty


def test_two_programs_see_what_the_other_writes(tmp_path: Path) -> None:
    one, other = Shelf(tmp_path), Shelf(tmp_path)
    one.put(Kept("a.txt", ONE, is_read=True))
    other.put(Kept("b.txt", OTHER, is_starred=True))
    one.put(Kept("a.txt", ONE))
    assert [kept.doc for kept in other.all()] == ["b.txt"]
    assert [kept.doc for kept in one.all()] == ["b.txt"]


def test_a_line_cut_off_by_a_crash_is_passed_over(tmp_path: Path) -> None:
    Shelf(tmp_path).put(Kept("a.txt", ONE, is_read=True))
    with (tmp_path / FILE).open("a") as file:
        file.write('{"doc": "b.txt", "sha')
    Shelf(tmp_path).put(Kept("c.txt", OTHER, is_read=True))
    assert [kept.doc for kept in Shelf(tmp_path).all()] == ["a.txt", "c.txt"]


def test_a_line_that_is_not_understood_is_said_and_stays(tmp_path: Path) -> None:
    strange = '{"doc": "b.txt", "sha'
    file, shelf = tmp_path / FILE, Shelf(tmp_path)
    shelf.put(Kept("a.txt", ONE, is_read=True))
    file.write_text(f"{strange}\n{file.read_text()}[[]]\n")
    assert shelf.fault == f"{file}:1: not understood, so it does not count (1 line more)"
    for n in range(SPARE + 10):
        shelf.put(Kept("c.txt", OTHER, Anchor("word", at=n)))
    Shelf(tmp_path).all()
    assert len(file.read_text().splitlines()) == 4
    assert file.read_text().splitlines()[:2] == [strange, "[[]]"]
    assert [kept.doc for kept in Shelf(tmp_path).all()] == ["a.txt", "c.txt"]


def test_what_a_crash_cut_off_goes_and_a_line_without_an_end_stays(tmp_path: Path) -> None:
    for tail, docs in ((b'{"doc": "b.t', ["c.txt"]), (b'{"doc":"b.txt","read":true}', None)):
        (tmp_path / FILE).write_bytes(tail)
        assert Shelf(tmp_path).fault == ""
        Shelf(tmp_path).put(Kept("c.txt", OTHER, is_read=True))
        assert [kept.doc for kept in Shelf(tmp_path).all()] == (docs or ["b.txt", "c.txt"])
        assert Shelf(tmp_path).fault == ""


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    assert "nothing kept is known" in Shelf(tmp_path).fault


def test_the_file_does_not_grow_for_ever(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    for n in range(SPARE + 10):
        shelf.put(Kept("a.txt", ONE, Anchor("word", at=n)))
    assert Shelf(tmp_path).of("a.txt", ONE).place == Anchor("word", at=SPARE + 9)
    assert len((tmp_path / FILE).read_bytes().splitlines()) == 1


def test_a_mark_for_all_texts_is_found(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.put(Kept("a.txt", ONE, marks={"A": Anchor("word"), "b": Anchor("word")}))
    found = shelf.marked("A")
    assert found is not None
    assert found.doc == "a.txt"
    assert shelf.marked("C") is None


def test_new_is_what_was_not_there_the_time_before(tmp_path: Path) -> None:
    seen = Seen(tmp_path / "corpus")
    assert seen.before() is None
    for there, before in (([ONE], [ONE]), ([ONE, OTHER], [ONE]), ([OTHER], [ONE, OTHER])):
        seen.begin()
        seen.take(there)
        assert seen.before() == {digest(hash) for hash in before}


@given(st.sets(st.binary(min_size=8, max_size=8)), st.sets(st.binary(max_size=9)))
def test_a_digest_is_found_by_halves(there: set[bytes], asked: set[bytes]) -> None:
    digests = Digests(b"".join(sorted(there)))
    assert digests == there
    assert {one for one in asked | there if one in digests} == there
