"""A kit proves itself whole, installs what a machine needs, and takes it away again."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(autouse=True)
def _scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "kit"))


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A small kit, of one package for one platform."""
    import install
    import verify

    folder = tmp_path / "kit"
    for name in ("wheels/sample-1-py3-none-any.whl", *install.SHARED):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"the {name}\n")
    with zipfile.ZipFile(folder / "wheels/sample-1-py3-none-any.whl", "w") as wheel:
        wheel.writestr("sample/__init__.py", "said = 'here'\n")
    platforms = {"cp311-x86_64": ["sample-1-py3-none-any.whl"]}
    (folder / "platforms.json").write_text(json.dumps(platforms))
    files = [path for path in folder.rglob("*") if path.is_file()]
    sums = [f"{verify.digest(path)}  {path.relative_to(folder)}\n" for path in files]
    (folder / verify.SUMS).write_text("".join(sums))
    return folder


def test_a_kit_as_it_left_is_whole(kit: Path) -> None:
    import verify

    assert verify.faults(kit) == []


def test_every_change_is_named(kit: Path) -> None:
    import verify

    (kit / "man/readroom.1").write_text("another page\n")
    (kit / "completions/_readroom").unlink()
    (kit / "wheels/more.whl").write_text("")
    assert verify.faults(kit) == [
        "completions/_readroom is missing",
        "wheels/more.whl is not of the kit",
        "man/readroom.1 is not as it was",
    ]


def test_it_is_installed_below_a_prefix_and_removed_again(kit: Path, tmp_path: Path) -> None:
    import install

    prefix = tmp_path / "prefix"
    install.install(kit, install.wheels_for(kit, "cp311-x86_64"), prefix)
    assert (prefix / "lib/readroom/sample/__init__.py").is_file()
    assert (prefix / "share/man/man1/readroom.1").read_text() == "the man/readroom.1\n"
    script = (prefix / "bin/readroom").read_text()
    assert script.startswith(f"#!{sys.executable} -I\n")
    assert str(prefix / "lib" / "readroom") in script
    install.remove(prefix)
    assert [path for path in prefix.rglob("*") if not path.is_dir()] == []


def test_a_second_install_leaves_nothing_of_the_first(kit: Path, tmp_path: Path) -> None:
    import install

    prefix = tmp_path / "prefix"
    (prefix / "lib/readroom").mkdir(parents=True)
    (prefix / "lib/readroom/old.py").write_text("")
    install.install(kit, install.wheels_for(kit, "cp311-x86_64"), prefix)
    assert not (prefix / "lib/readroom/old.py").exists()
    assert not (prefix / "lib/.readroom.new").exists()


def test_another_platform_is_told_which_there_are(kit: Path) -> None:
    import install

    with pytest.raises(install.Unfit, match=r"for cp311-x86_64, not for cp310-riscv64"):
        install.wheels_for(kit, "cp310-riscv64")


def test_a_wheel_that_reaches_outside_is_refused(kit: Path, tmp_path: Path) -> None:
    import install

    wheel = kit / "wheels/sample-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as packed:
        packed.writestr("../outside.py", "")
    with pytest.raises(install.Unfit, match="outside of it"):
        install.install(kit, [wheel], tmp_path / "prefix")
    assert not (tmp_path / "prefix/lib/outside.py").exists()


def test_what_is_needed_is_found_by_way_of_others_and_by_platform(tmp_path: Path) -> None:
    import contents

    def wheel(name: str, *requires: str) -> contents.Wheel:
        path = tmp_path / f"{name}-1-py3-none-any.whl"
        about = [f"Name: {name}", "Version: 1", *(f"Requires-Dist: {r}" for r in requires)]
        with zipfile.ZipFile(path, "w") as packed:
            packed.writestr(f"{name}-1.dist-info/METADATA", "\n".join(about) + "\n")
        return contents.Wheel(path)

    own = wheel("own", "one[more]>=1", "windows-only; sys_platform == 'win32'")
    others = [
        wheel("one", "two; extra == 'more'", "three; extra == 'less'"),
        wheel("two", "old; python_version < '3.12'"),
        wheel("three"),
        wheel("old"),
    ]
    found = contents.needed(own, others, "3.11")
    assert [one.name for one in found] == ["old", "one", "two"]
    assert [one.name for one in contents.needed(own, others, "3.12")] == ["one", "two"]


def test_a_lock_is_read_for_one_python() -> None:
    import contents

    lock = (
        "# Written by hand.\nalpha==1 ; python_full_version < '3.12' \\\n    --hash=sha256:aa\n"
        "    # via beta\nalpha==2 ; python_full_version >= '3.12' \\\n    --hash=sha256:bb\n"
        "beta==3 ; sys_platform == 'win32' \\\n    --hash=sha256:cc\n"
    )
    assert [*contents.locked(lock, "3.11")] == ["alpha"]
    assert contents.locked(lock, "3.11")["alpha"].startswith("alpha==1 \\\n    --hash=sha256:aa")
    assert contents.locked(lock, "3.13")["alpha"].startswith("alpha==2 \\\n    --hash=sha256:bb")


def test_it_is_installed_where_python_is_told_to_look_nowhere() -> None:
    call = [sys.executable, "-I", str(ROOT / "kit" / "install.py"), "--help"]
    assert subprocess.run(call, capture_output=True, check=False).returncode == 0
