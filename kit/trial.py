"""Tries a kit as a stranger would: unpacked, verified, installed in an empty home, no network.

python kit/trial.py ARCHIVE runs the whole test suite against what was installed; the suite's own
tools (pytest and what it needs) come from the environment that this is called in.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
SEALED = ("unshare", "--net") if os.geteuid() == 0 else ("unshare", "--map-root-user", "--net")
"""A network with nothing in it, not even this machine. Root needs no name space of users for it, in
which tests of other users' files could not be made."""


def main(archive: Path) -> int:
    """The exit status of the suite."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        home, source = folder / "home", folder / "source"
        home.mkdir()
        source.mkdir()
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
        (kit,) = folder.glob("readroom-kit-*")
        bare = {"PATH": "/usr/bin:/bin", "HOME": str(home), "LANG": "C.UTF-8", "TERM": "xterm"}
        for call in ("verify.py", "install.py"):
            subprocess.run([*SEALED, sys.executable, "-I", str(kit / call)], check=True, env=bare)
        program = home / ".local" / "bin" / "readroom"
        subprocess.run([*SEALED, str(program), "--sample", "who", "Su-35"], check=True, env=bare)
        packed_source = subprocess.run(
            ["git", "archive", "HEAD"], cwd=ROOT, check=True, stdout=subprocess.PIPE
        ).stdout
        subprocess.run(["tar", "-x", "-C", str(source)], input=packed_source, check=True)
        library = home / ".local" / "lib" / "readroom"
        subprocess.run(["rm", "-r", str(source / "tui")], check=True)
        (source / "tui").symlink_to(library / "tui")
        tools = sysconfig.get_paths()["purelib"]
        suite = bare | {"PYTHONPATH": f"{library}{os.pathsep}{tools}"}
        originals = os.environ.get("READROOM_ORIGINALS")
        suite |= {"READROOM_ORIGINALS": originals} if originals else {}
        call = [*SEALED, sys.executable, "-m", "pytest", "-q", "-n", "2", "tests"]
        return subprocess.run(call, check=False, cwd=source, env=suite).returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
