"""Which corpus and which registry a call means, by the rules of the command line."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tui.catalog.wish import Wish
from tui.model import NotFound, Unusable
from tui.places import Places
from tui.yamltree import Node, YamlError, parse

SAMPLE = Path(__file__).parent.parent / "sample"
CHECKOUT = Path(__file__).parent.parent.parent
REGISTRY = "entities.yaml"
CONFIG = "config.yaml"


@dataclass(frozen=True, slots=True)
class Choice:
    """The folder of texts and its registry, which may be None."""

    corpus: Path
    registry: Path | None


@dataclass(frozen=True, slots=True)
class NamedCorpus:
    """A corpus that the config file names."""

    name: str
    path: Path
    registry: Path | None


def choose(wish: Wish, places: Places, environ: Mapping[str, str]) -> Choice:
    """The corpus and the registry that a call means; Unusable if there is no such folder."""
    if wish.sample:
        home = SAMPLE if SAMPLE.is_dir() else CHECKOUT
        return Choice(home / "seeds", _file(wish.registry) or home / REGISTRY)
    given = wish.corpus or environ.get("READROOM_CORPUS") or None
    corpus, configured = _corpus(given, places)
    if not corpus.is_dir():
        what = "is not a folder" if corpus.exists() else "is not there"
        raise Unusable(f"the corpus {corpus} {what}", "readroom --corpus DIR opens a folder")
    explicit = wish.registry or environ.get("READROOM_REGISTRY") or None
    registry = _file(explicit) or configured or _beside(corpus)
    return Choice(corpus, registry)


def named_corpora(places: Places) -> tuple[NamedCorpus, ...]:
    """The corpora of the config file, in its order; Unusable if it cannot be read."""
    path = places.config / CONFIG
    try:
        root = parse(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise Unusable(f"{path} cannot be read: {error.strerror}") from None
    except YamlError as error:
        raise Unusable(f"{path}:{error.line}:{error.column}: {error.message}") from None
    listed = root.get("corpora") if root is not None and root.kind == "map" else None
    if listed is None:
        return ()
    if listed.kind != "map":
        raise Unusable(f"{path}:{listed.line}:{listed.column}: corpora must map names to folders")
    return tuple(_named(path, key, value) for key, value in listed.pairs)


def _named(config: Path, key: Node, value: Node) -> NamedCorpus:
    """One entry: a folder as text, or a mapping with `path` and perhaps `registry`."""
    folder = value if value.kind == "text" else value.get("path")
    registry = value.get("registry") if value.kind == "map" else None
    if folder is None or folder.kind != "text" or (registry and registry.kind != "text"):
        place = f"{config}:{value.line}:{value.column}"
        raise Unusable(f"{place}: the corpus {key.text!r} needs a path")
    base = config.parent
    return NamedCorpus(
        key.text,
        base / Path(folder.text).expanduser(),
        base / Path(registry.text).expanduser() if registry else None,
    )


def _corpus(given: str | None, places: Places) -> tuple[Path, Path | None]:
    """The corpus and its registry; a folder is opened whatever is wrong in the config file."""
    if Path(given or "seeds").is_dir():
        return Path(given or "seeds"), None
    named = named_corpora(places)
    if given is None:
        if named:
            return named[0].path, named[0].registry
        raise Unusable(
            "no corpus: there is no folder seeds/ here and the config file names none",
            "readroom --corpus DIR opens a folder of texts, readroom --sample the one it brings",
        )
    for corpus in named:
        if corpus.name == given:
            return corpus.path, corpus.registry
    if os.sep not in given and not Path(given).exists() and named:
        names = [corpus.name for corpus in named]
        raise NotFound(f"no corpus {given!r}", "named corpora: " + ", ".join(names))
    return Path(given), None


def _file(given: str | None) -> Path | None:
    if given is None:
        return None
    if not Path(given).is_file():
        raise Unusable(f"the registry {given} is not a file")
    return Path(given)


def _beside(corpus: Path) -> Path | None:
    """The registry beside the corpus folder, in it, or here; in the corpus no link is followed.

    One that cannot be looked at is not passed over: an edit would go into another.
    """
    for folder in (corpus.absolute().parent, corpus, Path()):
        path = folder / REGISTRY
        try:
            if path.is_file() and not (path.is_symlink() and folder.samefile(corpus)):
                return path
        except OSError as error:
            raise Unusable(f"{path} cannot be read: {error.strerror}") from None
    return None
