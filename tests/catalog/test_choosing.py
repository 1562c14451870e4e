"""Which registry a call means."""

import os
from pathlib import Path

import pytest

from tui.catalog.choosing import choose
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
