"""What is in the kit: which wheels are needed, by whom each is, under which licence."""

from __future__ import annotations

import re
import uuid
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.parser import Parser
from functools import cached_property
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from verify import digest

_LICENCE = re.compile(
    r"\.dist-info/(?:licenses/)?(?:.*/)?(?:LICEN[CS]E|COPYING|NOTICE)[^/]*$", re.I
)
EXTRAS = ("graph",)
"""What of readroom's own extras the kit brings."""


@dataclass(frozen=True)
class Wheel:
    """A wheel file."""

    path: Path

    @cached_property
    def _about(self) -> Message:
        with zipfile.ZipFile(self.path) as packed:
            name = next(n for n in packed.namelist() if n.endswith(".dist-info/METADATA"))
            return Parser().parsestr(packed.read(name).decode("utf-8"))

    @property
    def name(self) -> str:
        """The name of the distribution, as all spell it."""
        return str(canonicalize_name(self._about["Name"]))

    @property
    def version(self) -> str:
        """Its version."""
        return str(self._about["Version"])

    @property
    def licence(self) -> str:
        """Its licence in a few words."""
        said = self._about["License-Expression"] or self._about["License"] or ""
        if said and "\n" not in said and len(said) < 60:
            return str(said)
        classified = [c for c in self._about.get_all("Classifier", []) if c.startswith("License")]
        return ", ".join(c.rpartition(" :: ")[2] for c in classified) or "see its text"

    @cached_property
    def licence_texts(self) -> list[str]:
        """The texts of its licence."""
        with zipfile.ZipFile(self.path) as packed:
            names = sorted(n for n in packed.namelist() if _LICENCE.search(n))
            return [packed.read(name).decode("utf-8", "replace").strip() for name in names]

    def requires(self, python: str, extras: Iterable[str]) -> list[Requirement]:
        """What it needs on Linux under a Python, with some of its extras."""
        base = default_environment() | {"python_version": python, "sys_platform": "linux"}
        return [
            one
            for one in map(Requirement, self._about.get_all("Requires-Dist", []))
            if one.marker is None
            or any(one.marker.evaluate(base | {"extra": extra}) for extra in ("", *extras))
        ]


def locked(lock: str, python: str) -> dict[str, str]:
    """The entries of a lock for a Python, by name, each with its hashes and without a marker."""
    environment = default_environment() | {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "sys_platform": "linux",
    }
    found = {}
    for entry in re.findall(r"^\S.*(?:\n[ \t].*)*", re.sub(r"^#.*\n", "", lock, flags=re.M), re.M):
        head, _, hashes = entry.partition("\\\n")
        one = Requirement(head.strip())
        if one.marker is None or one.marker.evaluate(environment):
            found[str(canonicalize_name(one.name))] = f"{one.name}{one.specifier} \\\n{hashes}"
    return found


def needed(own: Wheel, wheels: Iterable[Wheel], python: str) -> list[Wheel]:
    """Those of some wheels that readroom needs, directly or by way of others, by name."""
    by_name = {wheel.name: wheel for wheel in wheels}
    asked, seen = own.requires(python, EXTRAS), set[str]()
    while asked:
        one = asked.pop()
        if str(one) not in seen:
            seen.add(str(one))
            asked += by_name[canonicalize_name(one.name)].requires(python, one.extras)
    return [
        by_name[name] for name in sorted({canonicalize_name(Requirement(s).name) for s in seen})
    ]


def bill_of_materials(wheels: Iterable[Wheel], when: int) -> dict[str, object]:
    """The software bill of materials, in the form of CycloneDX 1.5."""
    components = [
        {
            "type": "library",
            "name": wheel.name,
            "version": wheel.version,
            "purl": f"pkg:pypi/{wheel.name}@{wheel.version}?file_name={wheel.path.name}",
            "hashes": [{"alg": "SHA-256", "content": digest(wheel.path)}],
            "licenses": [{"license": {"name": wheel.licence}}],
        }
        for wheel in wheels
    ]
    name = "".join(component["hashes"][0]["content"] for component in components)  # type: ignore[index]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, name)}",
        "version": 1,
        "metadata": {"timestamp": datetime.fromtimestamp(when, UTC).isoformat()},
        "components": components,
    }


def licences(wheels: Iterable[Wheel]) -> str:
    """Each distribution with its licence, then the texts."""
    once = {wheel.name: wheel for wheel in wheels}
    lines = [f"{w.name} {w.version}: {w.licence}" for w in once.values()]
    for wheel in once.values():
        lines += ["", f"{'=' * 20} {wheel.name} {wheel.version}", *wheel.licence_texts]
    return "\n".join(lines)
