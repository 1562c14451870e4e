"""Builds the kit: one archive from which readroom is installed where there is no network.

python kit/build.py [FOLDER] writes FOLDER/readroom-kit-VERSION.tar.xz, of what is committed. The
wheels of others are those that the locks name by hash; two builds of one commit are equal to the
byte.
"""

from __future__ import annotations

import json
import lzma
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from contents import EXTRAS, Wheel, bill_of_materials, licences, locked, needed
from verify import SUMS, digest

ROOT = Path(__file__).parent.parent
PYTHONS = ("3.11", "3.12", "3.13")
MACHINES = ("x86_64", "aarch64")
SYSTEMS = ("manylinux_2_28", "manylinux_2_27", "manylinux_2_26", "manylinux_2_17", "manylinux2014")
"""What a Linux of 2018 and later runs, by its C library."""
SCRIPTS = ("install.py", "verify.py", "README.txt")
COPIED = ("README.md", "LICENSE", "SECURITY.md", "entities.yaml")
FOLDERS = ("seeds", "docs")
COMPLETIONS = {"bash": "readroom.bash", "zsh": "_readroom", "fish": "readroom.fish"}


def main(folder: Path) -> Path:
    """The archive, made from the commit that is checked out."""
    when = int(_told("git", "log", "-1", "--format=%ct"))
    os.environ["SOURCE_DATE_EPOCH"] = str(when)
    with tempfile.TemporaryDirectory() as name:
        source, stage = Path(name) / "source", Path(name) / "kit"
        source.mkdir()
        _run(f"git -C {ROOT} archive HEAD | tar -x -C {source}")
        wheel = _own_wheel(source, Path(name) / "own")
        kit = stage / f"readroom-kit-{wheel.version}"
        (kit / "wheels").mkdir(parents=True)
        own = kit / "wheels" / wheel.path.name
        shutil.copyfile(wheel.path, own)
        _platforms(source, kit, Wheel(own))
        _rest(source, kit, when)
        _sums(kit)
        folder.mkdir(parents=True, exist_ok=True)
        archive = folder / f"{kit.name}.tar.xz"
        _pack(kit, archive, when)
    return archive


def _own_wheel(source: Path, folder: Path) -> Wheel:
    """readroom itself."""
    _pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(source))
    (built,) = folder.glob("*.whl")
    return Wheel(built)


def _platforms(source: Path, kit: Path, own: Wheel) -> None:
    """The wheels of others for each platform, and which belong to which."""
    known: dict[str, list[str]] = {}
    for python in PYTHONS:
        lock = kit / f"requirements-{python}.lock"
        _write(lock, _lock(source, own, python))
        for machine in MACHINES:
            tag = f"cp{python.replace('.', '')}"
            with tempfile.TemporaryDirectory() as name:
                _download(lock, Path(name), python, tag, machine)
                found = needed(own, map(Wheel, sorted(Path(name).glob("*.whl"))), python)
                for wheel in found:
                    target = kit / "wheels" / wheel.path.name
                    if not target.exists():
                        shutil.copyfile(wheel.path, target)
            names = [wheel.path.name for wheel in found]
            known[f"{tag}-{machine}"] = [own.path.name, *names]
    _write(kit / "platforms.json", json.dumps(known, indent=1, sort_keys=True))


def _lock(source: Path, own: Wheel, python: str) -> str:
    """What is fetched for a Python: all of one lock, and of the other what the extras are."""
    extras = {one.name for one in own.requires(python, EXTRAS)}
    extras -= {one.name for one in own.requires(python, ())}
    dev = (source / "requirements-dev.lock").read_text()
    main = locked((source / "requirements.lock").read_text(), python)
    return "\n".join([*main.values(), *(locked(dev, python)[name] for name in sorted(extras))])


def _download(lock: Path, folder: Path, python: str, tag: str, machine: str) -> None:
    call = ["download", "--no-deps", "--require-hashes", "--only-binary", ":all:"]
    call += ["--dest", str(folder), "--python-version", python, "--implementation", "cp"]
    for abi in (tag, "abi3", "none"):
        call += ["--abi", abi]
    for system in SYSTEMS:
        call += ["--platform", f"{system}_{machine}"]
    _pip(*call, "--requirement", str(lock))


def _rest(source: Path, kit: Path, when: int) -> None:
    """All that is no wheel."""
    for name in SCRIPTS:
        shutil.copyfile(source / "kit" / name, kit / name)
    for name in COPIED:
        shutil.copyfile(source / name, kit / name)
    for name in FOLDERS:
        shutil.copytree(source / name, kit / name)
    here = {**os.environ, "PYTHONPATH": str(source)}
    manual = [sys.executable, str(source / "docs" / "manual.py"), str(kit / "man")]
    subprocess.run(manual, check=True, env=here)
    (kit / "completions").mkdir()
    for shell, name in COMPLETIONS.items():
        call = [sys.executable, "-m", "tui", "completion", shell]
        said = subprocess.run(call, check=True, env=here, cwd=source, stdout=subprocess.PIPE)
        (kit / "completions" / name).write_bytes(said.stdout)
    wheels = [Wheel(path) for path in sorted((kit / "wheels").glob("*.whl"))]
    _write(kit / "sbom.cdx.json", json.dumps(bill_of_materials(wheels, when), indent=1))
    _write(kit / "LICENSES.txt", licences(wheels))


def _sums(kit: Path) -> None:
    lines = [f"{digest(path)}  {path.relative_to(kit)}" for path in _files(kit)]
    _write(kit / SUMS, "\n".join(lines))


def _pack(kit: Path, archive: Path, when: int) -> None:
    """An archive that depends on nothing but what is in it."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        entry.mtime = when
        entry.mode = 0o755 if entry.isdir() or entry.name.endswith(".py") else 0o644
        return entry

    with (
        lzma.open(archive, "wb", preset=6) as packed,
        tarfile.open(fileobj=packed, mode="w") as tar,
    ):
        tar.add(kit, kit.name, recursive=False, filter=plain)
        for path in sorted(kit.rglob("*")):
            tar.add(path, f"{kit.name}/{path.relative_to(kit)}", recursive=False, filter=plain)


def _files(kit: Path) -> Iterator[Path]:
    return (path for path in sorted(kit.rglob("*")) if path.is_file())


def _write(path: Path, text: str) -> None:
    path.write_text(text.rstrip("\n") + "\n", encoding="utf-8")


def _pip(*call: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--quiet", *call], check=True)


def _run(command: str) -> None:
    subprocess.run(["bash", "-o", "pipefail", "-c", command], check=True)


def _told(*call: str) -> str:
    return subprocess.run(call, check=True, cwd=ROOT, capture_output=True, text=True).stdout


if __name__ == "__main__":
    made = main(Path(sys.argv[1] if len(sys.argv) > 1 else "dist"))
    print(f"{made}  {made.stat().st_size >> 20} MiB  sha256 {digest(made)}")
