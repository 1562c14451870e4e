#!/usr/bin/env python3
"""Installs readroom from this folder. Needs Python 3.11, 3.12 or 3.13 on Linux, and no network.

python3 install.py                    into ~/.local
python3 install.py --prefix DIR       into DIR: bin, lib, share
python3 install.py --remove           take away what was installed
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import platform
import shutil
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))  # python3 -I looks nowhere by itself
import verify  # noqa: E402

GLIBC = (2, 28)
SHARED = {
    "man/readroom.1": "man/man1/readroom.1",
    "man/readroom-registry.5": "man/man5/readroom-registry.5",
    "man/readroom-query.7": "man/man7/readroom-query.7",
    "man/readroom-keys.7": "man/man7/readroom-keys.7",
    "completions/readroom.bash": "bash-completion/completions/readroom",
    "completions/_readroom": "zsh/site-functions/_readroom",
    "completions/readroom.fish": "fish/vendor_completions.d/readroom.fish",
}
"""Where what is no Python goes below share/."""
SCRIPT = """\
#!{python} -I
import sys
sys.path.insert(0, {library!r})
from tui.cli.main import script
script()
"""


def main() -> int:
    """Install, or remove; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=_Plain)
    parser.add_argument("--prefix", type=Path, default=Path.home() / ".local", metavar="DIR")
    parser.add_argument("--remove", action="store_true", help="take away what was installed")
    args = parser.parse_args()
    try:
        prefix = args.prefix.expanduser().absolute()
        if args.remove:
            remove(prefix)
            print(f"readroom is removed from {prefix}")
            return 0
        faults = verify.faults(HERE)
        if faults:
            return _stop("the kit is damaged: " + "; ".join(faults[:3]))
        wheels = wheels_for(HERE, _platform())
        install(HERE, wheels, prefix)
    except (OSError, Unfit) as error:
        return _stop(str(error))
    program = prefix / "bin" / "readroom"
    print(f"readroom is installed: {program}")
    if str(program.parent) not in os.environ.get("PATH", "").split(os.pathsep):
        print(f"{program.parent} is not in PATH: add it, or call {program}")
    return 0


class Unfit(Exception):
    """This machine cannot run what is in the kit."""


def wheels_for(kit: Path, wanted: str) -> list[Path]:
    """The wheels for a platform such as cp311-x86_64; Unfit if there are none."""
    known = json.loads((kit / "platforms.json").read_text(encoding="utf-8"))
    if wanted not in known:
        raise Unfit(f"the kit is for {', '.join(sorted(known))}, not for {wanted}")
    return [kit / "wheels" / name for name in known[wanted]]


def install(kit: Path, wheels: list[Path], prefix: Path) -> None:
    """Put everything in place; what was there before is replaced as a whole."""
    library, aside = prefix / "lib" / "readroom", prefix / "lib" / ".readroom.new"
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as packed:
            for name in packed.namelist():
                if name.startswith("/") or ".." in name.split("/"):
                    raise Unfit(f"{wheel.name} holds {name}, which is outside of it")
            packed.extractall(aside)
    compileall.compile_dir(str(aside), quiet=2, stripdir=str(aside), prependdir=str(library))
    if library.exists():
        shutil.rmtree(library)
    aside.rename(library)
    for name, place in SHARED.items():
        target = prefix / "share" / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(kit / name, target)
    program = prefix / "bin" / "readroom"
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(SCRIPT.format(python=sys.executable, library=str(library)))
    program.chmod(0o755)


def remove(prefix: Path) -> None:
    """Take away all that `install` puts below a prefix, and nothing else."""
    shutil.rmtree(prefix / "lib" / "readroom", ignore_errors=True)
    for path in [prefix / "bin" / "readroom", *(prefix / "share" / p for p in SHARED.values())]:
        path.unlink(missing_ok=True)


def _platform() -> str:
    """This Python and machine, as the kit names them; Unfit if no kit could serve it."""
    if sys.platform != "linux" or sys.implementation.name != "cpython":
        raise Unfit("the kit is for CPython on Linux")
    library, version = platform.libc_ver()
    if library != "glibc" or tuple(map(int, version.split(".")[:2])) < GLIBC:
        raise Unfit(f"the kit wants glibc {'.'.join(map(str, GLIBC))} or newer")
    return f"cp{sys.version_info.major}{sys.version_info.minor}-{platform.machine()}"


class _Plain(argparse.RawDescriptionHelpFormatter):
    pass


def _stop(why: str) -> int:
    print(f"install.py: {why}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
