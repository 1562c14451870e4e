"""Nothing of a text is markup: no widget is handed a `str` that is not written in the program."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TUI = Path(__file__).parent.parent.parent / "tui"
FORBIDDEN = {
    "from_markup",  # of Content and of rich's Text
    "render_markup",
    "notify",  # a toast reads markup
    "open_url",
    "webbrowser",
    "Markdown",  # draws links that open by themselves
    "MarkdownViewer",
    "Link",
    "RichLog",
    "Log",
}
TITLES = {"border_title", "border_subtitle", "tooltip", "sub_title"}
"""Attributes of widgets in which a `str` is markup."""
TAKE_TEXT = {"Input"}
"""Widgets that show what is typed as it is."""
NO_WIDGETS = {
    "changes.py": "digest.update",
    "environment.py": "os.environ.update",
    "search.py": "where.update",  # of what is annotated as Content
}


def faults(source: str, file: str = "") -> Iterator[str]:
    """The places where a `str` could become markup."""
    tree = ast.parse(source)
    widgets = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual.widgets")
        for alias in node.names
    }
    for node in ast.walk(tree):
        said = ast.unparse(node) if isinstance(node, ast.expr | ast.stmt) else ""
        if _name(node) in FORBIDDEN:
            yield said
        elif isinstance(node, ast.Call):
            called = _name(node.func)
            is_widget = called in widgets - TAKE_TEXT
            is_update = called == "update" and not said.startswith(NO_WIDGETS.get(file, "\0"))
            if (is_widget or is_update) and not all(map(_is_content, _shown(node))):
                yield said
        elif isinstance(node, ast.Assign):
            if any(_name(t) in TITLES for t in node.targets) and not _is_content(node.value):
                yield said
        elif isinstance(node, ast.FunctionDef) and node.name == "render":
            if node.returns is None or ast.unparse(node.returns) not in ("Content", "Strip"):
                yield said
        elif isinstance(node, ast.alias) and node.name in FORBIDDEN:
            yield node.name


def _name(node: ast.AST | None) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _shown(call: ast.Call) -> list[ast.expr]:
    """What a widget is handed to show."""
    named = [word.value for word in call.keywords if word.arg in ("content", "label", *TITLES)]
    return [*call.args[:1], *named]


def _is_content(node: ast.expr) -> bool:
    """Whether it is made by Content, or written in the program without a bracket."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and "[" not in node.value
    return isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[0] == "Content"


@pytest.mark.parametrize("path", sorted((TUI / "screen").rglob("*.py")), ids=lambda path: path.name)
def test_no_widget_is_handed_a_text(path: Path) -> None:
    assert [*faults(path.read_text(encoding="utf-8"), path.name)] == []


@pytest.mark.parametrize(
    "code",
    [
        "from textual.widgets import Static\nStatic(title)",
        "from textual.widgets import Static\nStatic(f'{title}')",
        "from textual.widgets import Static as S\nS(str(title), id='x')",
        "from textual.widgets import Label\nLabel('[bold]x')",
        "pane.update(title)",
        "pane.update('a ' + title)",
        "self.notify(title)",
        "self.border_title = title",
        "self.tooltip = f'{title}'",
        "Content.from_markup(title)",
        "Text.from_markup(title)",
        "from textual.widgets import Markdown",
        "import webbrowser",
        "class A(Static):\n    def render(self) -> str:\n        return title",
        "class A(Static):\n    def render(self):\n        return title",
    ],
)
def test_what_could_become_markup_is_noticed(code: str) -> None:
    assert [*faults(code)]


@pytest.mark.parametrize(
    "code",
    [
        "from textual.widgets import Static\nStatic(Content(title))",
        "from textual.widgets import Static\nStatic('Find', id='x')",
        "from textual.widgets import Input\nInput(query)",
        "pane.update(Content(title))",
        "class A(Static):\n    def render(self) -> Content:\n        return Content(title)",
    ],
)
def test_what_cannot_is_not(code: str) -> None:
    assert not [*faults(code)]
