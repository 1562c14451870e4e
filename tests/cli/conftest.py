"""What calls stand on: one cache for the sample corpus, and a folder of one's own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tui.cli.main import main

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all answers that are asked of the sample corpus."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def call(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Call:
    """`call("cite", …)`: status, stdout and stderr, in a folder with an empty texts/."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "texts").mkdir()

    def called(*words: str) -> tuple[int, str, str]:
        status = main([*words, "--root", "home"])
        out, err = capsys.readouterr()
        return status, out, err

    return called
