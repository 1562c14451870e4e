"""Imports point down, never sideways, and libraries stay home."""

import ast
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

TUI = Path(__file__).parent.parent / "tui"
MAP = TUI.parent / "ARCHITECTURE.md"
ROWS = [
    "model",
    "charts classes collector counts lettering nearest places prose runs shift spawning statistics"
    " visible watcher yamltree",
    "words anchors lock sessions svg",
    "corpus registry mentions company query",
    "index chronology collocates concordance companions citation dates figures gaps network "
    "clipboard shelf",
    "drafts",
    "catalog editor",
    "cli screen plain",
]
FLOOR = {noun: row for row, nouns in enumerate(ROWS) for noun in nouns.split()}
# A mention is of an entity; without a command the program opens the screen; `keys` lists its own.
SIDEWAYS = {
    ("mentions.py", "registry"),
    ("cli/main.py", "screen"),
    ("cli/main.py", "plain"),
    ("cli/keys.py", "screen"),
}
HOMES = {"whoosh": "index", "yaml": "yamltree", "networkx": "network"}
HOMES |= {"textual": "screen", "rich": "screen"}


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports anywhere; `from tui import x` is tui.x."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports by dots"
            names = [f"tui.{alias.name}" for alias in node.names]
            yield from names if node.module == "tui" else [node.module or ""]


@pytest.mark.parametrize("path", sorted(TUI.rglob("*.py")), ids=lambda p: str(p.relative_to(TUI)))
def test_a_file_imports_from_floors_below_its_own(path: Path) -> None:
    place = path.relative_to(TUI)
    noun = place.parts[0].removesuffix(".py")
    if noun.startswith("__"):
        return
    for module in imports(path):
        top, _, rest = module.partition(".")
        other = rest.partition(".")[0]
        if top != "tui":
            assert HOMES.get(top, noun) == noun, f"{module} is imported in {HOMES[top]} only"
        elif other not in (noun, "__version__") and (str(place), other) not in SIDEWAYS:
            assert FLOOR[other] < FLOOR[noun], f"{noun} and {other} do not know each other"


def test_exactly_one_installed_distribution_provides_whoosh() -> None:
    assert set(packages_distributions()["whoosh"]) == {"Whoosh-Reloaded"}


def test_the_map_names_every_part() -> None:
    rows = MAP.read_text(encoding="utf-8")
    parts = {f"{path.name}/" if path.is_dir() else path.name for path in TUI.iterdir()}
    known = {part for part in parts if part.strip("/").removesuffix(".py") in FLOOR}
    assert [part for part in sorted(known) if f"`{part}`" not in rows] == []
