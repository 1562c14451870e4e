#!/usr/bin/env python3
"""Whether this kit is whole: each file as SHA256SUMS has it, none more, none less.

python3 verify.py [FOLDER]    exit 0 if it is
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

SUMS = "SHA256SUMS"


def faults(kit: Path) -> list[str]:
    """What is wrong with a kit, a line for each file."""
    try:
        listed = (kit / SUMS).read_text(encoding="utf-8").splitlines()
    except OSError as error:
        return [f"{SUMS} cannot be read: {error.strerror}"]
    sums = {name: digest for digest, _, name in (line.partition("  ") for line in listed)}
    there = {
        str(path.relative_to(kit))
        for path in kit.rglob("*")
        if not path.is_dir() and "__pycache__" not in path.parts and path.name != SUMS
    }
    found = [f"{name} is missing" for name in sorted(sums.keys() - there)]
    found += [f"{name} is not of the kit" for name in sorted(there - sums.keys())]
    for name in sorted(sums.keys() & there):
        if (kit / name).is_symlink() or digest(kit / name) != sums[name]:
            found.append(f"{name} is not as it was")
    return found


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    wrong = faults(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent)
    for fault in wrong:
        print(fault)
    if not wrong:
        print("the kit is whole")
    sys.exit(1 if wrong else 0)
