"""Open an index again and again while another process writes it; run by `test_crash.py`.

    python -m tests.index.readers FOLDER

Every text of a generation says the same step, which never goes back. Ends when FOLDER/stop is
there, and prints how many views it has read.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.index.library import Library


def main(folder: Path) -> None:
    """Read until told to stop."""
    library = Library(folder)
    views, last = 0, -1
    while not (folder / "stop").exists():
        view = library.view()
        steps = {term for term, _ in view.vocabulary("words", "step")}
        assert len(steps) == 1, steps
        [step] = steps
        assert len(view.documents("words", [step])) == len(view.everything()) == 4
        assert int(step.removeprefix("step")) >= last
        last = int(step.removeprefix("step"))
        views += 1
    print(views)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
