"""What every test stands on: a clean environment, the two corpora, the programs it may need."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.catalog.rooms import House
from tests.hostile import Hostile, make

ROOT = Path(__file__).parent.parent
ORIGINALS = Path(os.environ.get("READROOM_ORIGINALS") or ROOT.parent / "shared" / "seeds")

settings.register_profile("readroom", deadline=None)  # shared cores make any deadline flaky
settings.load_profile("readroom")


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder for this test alone, and none of the settings of whoever runs it."""
    home = tmp_path / "home"
    home.mkdir()
    for name in list(os.environ):
        if name.startswith(("READROOM_", "TEXTUAL")) or name == "NO_COLOR":
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    return home


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A small corpus with its registry."""
    (tmp_path / "house").mkdir()
    return House(tmp_path / "house")


@pytest.fixture(scope="session")
def originals() -> Path:
    """The folder of the original texts, which the project does not carry."""
    if not ORIGINALS.is_dir():
        pytest.skip(f"no original texts at {ORIGINALS} (READROOM_ORIGINALS names their folder)")
    return ORIGINALS


@pytest.fixture(scope="session", params=["seeds", "originals"])
def corpus(request: pytest.FixtureRequest) -> Path:
    """The shipped digests, then the original texts: what holds for one holds for the other."""
    if request.param == "seeds":
        return ROOT / "seeds"
    folder: Path = request.getfixturevalue("originals")
    return folder


@pytest.fixture(scope="session")
def registry() -> Path:
    """The hand-kept registry of both corpora."""
    return ROOT / "entities.yaml"


@pytest.fixture(scope="session")
def need() -> Callable[[str], str]:
    """`need("tmux")`: the path of a program, or the test skips and says which one is missing."""

    def path_of(program: str) -> str:
        path = shutil.which(program)
        if path is None:
            pytest.skip(f"{program} is not installed")
        return path

    return path_of


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    """More than two hundred files that mean harm, and a draft beside them."""
    return make(tmp_path_factory.mktemp("hostile"))
