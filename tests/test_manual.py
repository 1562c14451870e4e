"""The man pages say all that the program does, in what roff understands."""

import importlib.util
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tui.cli.arguments import COMMANDS
from tui.screen.keys import SECTIONS, bindings

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def manual() -> ModuleType:
    spec = importlib.util.spec_from_file_location("manual", ROOT / "docs" / "manual.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_command_is_in_its_page(manual: ModuleType) -> None:
    page = manual.pages()["readroom.1"]
    assert [name for name in COMMANDS if f".SS readroom {name}\n" not in page] == []


def test_every_key_is_in_its_page(manual: ModuleType) -> None:
    page = manual.pages()["readroom-keys.7"]
    keys = [key for section in SECTIONS for key in bindings(section.keys)]
    said = [manual._plain(key.tooltip) for key in keys]
    assert [key.id for key, tooltip in zip(keys, said, strict=True) if tooltip not in page] == []


def test_roff_understands_every_page(
    manual: ModuleType, need: Callable[[str], str], tmp_path: Path
) -> None:
    for file, page in manual.pages().items():
        (tmp_path / file).write_text(page, encoding="ascii")
        call = [need("groff"), "-man", "-Tutf8", "-ww", "-z", str(tmp_path / file)]
        assert subprocess.run(call, capture_output=True, text=True, check=True).stderr == ""
