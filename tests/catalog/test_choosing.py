"""Which registry a call means."""

import os
from pathlib import Path

import pytest

from tui.catalog.choosing import choose
from tui.catalog.room import open_room
from tui.catalog.wish import Wish
from tui.model import Unusable
from tui.places import Places


def test_a_registry_that_cannot_be_looked_at_is_not_passed_over_for_the_one_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, here = tmp_path / "house" / "texts", tmp_path / "here"
    corpus.mkdir(parents=True)
    here.mkdir()
    for folder in (corpus.parent, here):
        (folder / "entities.yaml").write_text("entities: []\n")
    look = os.stat

    def denied(path: str | Path, **how: bool) -> os.stat_result:
        if Path(path) == corpus.parent / "entities.yaml":
            raise PermissionError(13, "Permission denied", str(path))
        return look(path, **how)

    monkeypatch.chdir(here)
    monkeypatch.setattr(os, "stat", denied)
    with pytest.raises(Unusable, match=r"house/entities\.yaml cannot be read: Permission denied"):
        choose(Wish(corpus=str(corpus)), Places.of({}, str(tmp_path)), {})


def test_in_a_corpus_no_link_to_a_registry_is_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, elsewhere = tmp_path / "house" / "texts", tmp_path / "mine.yaml"
    corpus.mkdir(parents=True)
    (corpus / "a.txt").write_text("Moscow.\n")
    elsewhere.write_text("entities:\n  - {id: moscow, name: Moscow, type: place}\n")
    (corpus / "entities.yaml").symlink_to(elsewhere)
    monkeypatch.chdir(corpus)
    room = open_room(Wish(corpus=str(corpus), root=str(tmp_path / "own")))
    assert room.registry_path is None
    assert "skipped entities.yaml: a link, which is not followed" in room.notes
    (corpus.parent / "entities.yaml").symlink_to(elsewhere)  # beside it is one's own
    assert choose(Wish(corpus=str(corpus)), Places.of({}, str(tmp_path)), {}).registry is not None
