"""What a one-shot command imports: nothing of the screen, no socket, and little at all."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PROGRAM = (
    "import json, sys; from tui.cli.main import main; status = main(sys.argv[1:]);"
    "json.dump(sorted(sys.modules), sys.stderr); sys.exit(status)"
)
NEVER = {"textual", "rich", "asyncio", "socket", "ssl", "_ssl", "http", "urllib.request"}


def modules(call: str) -> set[str]:
    """The modules that are there when a call in a new process has been answered."""
    argv = [sys.executable, "-c", PROGRAM, *call.split(), "--corpus", "seeds"]
    run = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return set(json.loads(run.stderr.splitlines()[-1]))


@pytest.mark.parametrize(
    "call",
    ["search S-400", "who China", "mentions China", "kwic China", "docs", "show 002", "index"],
)
def test_a_command_loads_no_screen_and_nothing_that_opens_a_socket(call: str) -> None:
    assert modules(call) & NEVER == set()


def test_what_stands_in_while_whoosh_is_imported_is_gone_afterwards() -> None:
    code = (
        "import tui.index, cached_property, urllib.request as real;"
        "assert real.urlopen and cached_property.__version__"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_with_nothing_to_bring_up_to_date_little_is_imported() -> None:
    modules("index")
    heavy = {"yaml", "charset_normalizer", "rapidfuzz", "Stemmer", "multiprocessing"}
    writing = {"tui.index.writing", "tui.index.draft", "tui.corpus.zones", "tui.mentions"}
    assert modules("who China") & (heavy | writing | {"tui.query.tree"}) == set()
    assert modules("search S-400") & (heavy | writing) == set()
