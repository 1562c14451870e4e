"""What docs/ tells writers to put into vim, Emacs and tmux does what it says."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.screen.test_terminal import Tmux

ROOT = Path(__file__).parent.parent
RECIPES = ROOT / "docs" / "editors"
LONG = 60
"""Seconds after which something has gone wrong, however busy the machine."""
NEWS = "Talks\n\nBeijing bought ten aircraft.\n\nMoscow sold ten aircraft.\n"
FACTS = "title: Talks\nauthors: [Ada Sample]\ndate: 2024-05-06\n"
REGISTRY = """\
entities:
  - id: s-400
    name: S-400 Triumph
    type: equipment
    aliases: [S-400]
"""

Run = Callable[..., str]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a draft, from which a corpus is opened by the name `news`."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(NEWS)
    (tmp_path / "texts" / "a.meta.yaml").write_text(FACTS)
    (tmp_path / "entities.yaml").write_text(REGISTRY)
    draft = tmp_path / "draft"
    draft.mkdir()
    (draft / "draft.md").write_text("Draft.\n\nThe S-400 flies.\n")
    monkeypatch.chdir(draft)
    scripts = str(Path(sys.executable).parent)
    monkeypatch.setenv("PATH", f"{scripts}:{os.environ['PATH']}")
    for name in ("TMUX", "STY", "VIMINIT"):
        monkeypatch.delenv(name, raising=False)
    subprocess.run(
        ["readroom", "corpus", "add", "news", "../texts"], check=True, capture_output=True
    )
    return draft


@pytest.fixture(params=["vim", "nvim"])
def vim(need: Callable[[str], str], desk: Path, request: pytest.FixtureRequest) -> Run:
    """`vim(file, *commands)`: what vim, and Neovim, has in its buffer after some commands."""

    def run(file: str, *commands: str) -> str:
        recipe = str(RECIPES / "readroom.vim")
        words = [word for command in commands for word in ("-c", command)]
        words += ["-c", "w! out", "-c", "qa!"]
        call = [need(request.param), "-Nu", recipe, "-i", "NONE", "-es", file, *words]
        subprocess.run(call, check=True, timeout=LONG, stdin=subprocess.DEVNULL)
        return (desk / "out").read_text()

    return run


def test_vim_lists_every_passage_and_goes_to_the_first(vim: Run, desk: Path) -> None:
    places = "map(getqflist(), 'v:val.lnum .. v:val.text')"
    vim("draft.md", "Readroom aircraft", f"call writefile({places} + [line('.')], 'list')")
    assert (desk / "list").read_text().splitlines() == [
        "3Beijing bought ten aircraft.",
        "5Moscow sold ten aircraft.",
        "3",
    ]


def test_vim_shows_a_passage_beside_a_draft_that_is_not_written_yet(vim: Run, desk: Path) -> None:
    shown = "map(range(1, winnr('$')), 'bufname(winbufnr(v:val))')"
    commands = ["1delete", "Readroom aircraft", f"call writefile({shown}, 'list')"]
    vim("draft.md", *commands)
    windows = (desk / "list").read_text().splitlines()
    assert "draft.md" in windows
    assert "a.txt" in {Path(window).name for window in windows}


def test_vim_inserts_a_citation_and_verifies_it(vim: Run, desk: Path) -> None:
    draft = vim("draft.md", "1", "ReadroomCite Beijing")
    assert draft.startswith("Draft.\n“Beijing bought ten aircraft.”[^sample-2024-talks-7-35]\n")
    (desk / "out").rename(desk / "cited.md")
    vim("cited.md", "ReadroomVerify", "call writefile([getqflist()[0].text], 'list')")
    assert (desk / "list").read_text().startswith("same: a.txt#char=7,35")


def test_vim_without_the_recipe_reads_a_citation_in(vim: Run) -> None:
    assert "“Moscow sold ten aircraft.”[^" in vim("draft.md", "1r !readroom cite Moscow")


def test_k_in_vim_shows_the_record_of_the_name_under_the_cursor(vim: Run) -> None:
    shown = vim("draft.md", "setf markdown", "call cursor(3, 6)", "normal K", "wincmd P")
    assert shown.startswith("S-400 Triumph  (equipment)  @s-400\n")


def test_emacs_cites_shows_records_and_goes_to_passages(
    need: Callable[[str], str], desk: Path
) -> None:
    code = """(progn
      (find-file "draft.md")
      (goto-char (point-max))
      (readroom-cite "Beijing")
      (princ (buffer-string))
      (readroom-who "S-400")
      (princ (with-current-buffer "*readroom*" (buffer-string)))
      (readroom "Moscow")
      (while (get-buffer-process "*grep*") (accept-process-output nil 0.05))
      (next-error)
      (with-current-buffer (window-buffer (selected-window))
        (princ (format "at %s" (thing-at-point 'line)))))"""
    call = [need("emacs"), "-Q", "--batch", "-l", str(RECIPES / "readroom.el"), "--eval", code]
    done = subprocess.run(call, capture_output=True, text=True, check=False, timeout=LONG)
    assert done.returncode == 0, done.stderr
    assert "The S-400 flies.\n“Beijing bought ten aircraft.”[^sample" in done.stdout
    assert "S-400 Triumph  (equipment)  @s-400" in done.stdout
    assert done.stdout.endswith("at Moscow sold ten aircraft.\n")


@pytest.fixture
def terminal(need: Callable[[str], str], desk: Path) -> Iterator[Tmux]:
    """A shell in the folder of the draft."""
    tmux = Tmux(need("tmux"), 100, 30, desk)
    tmux.run(f"cd {desk}; clear")
    yield tmux
    inner = [need("tmux"), "-S", str(desk / "inner"), "kill-server"]
    subprocess.run(inner, check=False, capture_output=True)  # there only if a test has failed
    tmux("kill-server")


def _pick(terminal: Tmux) -> None:
    """Choose a passage in the reading room that comes up."""
    terminal.wait_for("Search · 1 text")
    terminal("send-keys", "-l", "Beijing")
    terminal.wait_for("1 hit in 1 text")
    terminal.keys("Enter")
    terminal.wait_for("line 1 of")
    terminal.keys("o")
    terminal.wait_for("“Beijing bought ten aircraft.”[^sample-2024-talks-7-35]")


def test_vim_reads_in_what_is_picked_on_its_own_terminal(
    need: Callable[[str], str], terminal: Tmux, desk: Path
) -> None:
    terminal.run(
        f"{need('vim')} -Nu {RECIPES / 'readroom.vim'} -i NONE draft.md; echo left$((1 + 1))"
    )
    terminal.wait_for("flies")
    terminal.run(":1r !readroom --pick")
    _pick(terminal)
    terminal.run(":wq")
    terminal.wait_for("left2")
    draft = (desk / "draft.md").read_text()
    assert draft.startswith("Draft.\n“Beijing bought ten aircraft.”[^sample-2024-talks-7-35]\n")
    assert "\x1b" not in draft


def test_neovim_gives_the_room_a_tab_and_takes_what_is_picked(
    need: Callable[[str], str], terminal: Tmux, desk: Path
) -> None:
    terminal.run(
        f"{need('nvim')} -Nu {RECIPES / 'readroom.vim'} -i NONE draft.md; echo left$((1 + 1))"
    )
    terminal.wait_for("flies")
    terminal.run(":1 | ReadroomPick")
    _pick(terminal)
    terminal.run(":wq")
    terminal.wait_for("left2")
    draft = (desk / "draft.md").read_text()
    assert draft.startswith("Draft.\n“Beijing bought ten aircraft.”[^sample-2024-talks-7-35]\n")


def test_a_popup_of_tmux_pastes_what_is_picked(terminal: Tmux, desk: Path) -> None:
    inner = f"env -u TMUX tmux -S {desk / 'inner'} -f {RECIPES / 'readroom.tmux.conf'}"
    terminal.run(f"{inner} new-session 'echo here$((1 + 1)); cat > got'; echo left$((1 + 1))")
    terminal.wait_for("here2")
    terminal.keys("C-b", "R")
    _pick(terminal)
    terminal.keys("Enter", "C-d")
    terminal.wait_for("left2")
    assert (desk / "got").read_text().startswith("“Beijing bought ten aircraft.”[^sample-2024")
