"""How long a draft takes to be held against a corpus: a Markdown table.

    python bench/check.py CORPUS [--registry FILE] [--root DIR] [--words 3000] [--draft FILE]

CORPUS is indexed first if it is not, below --root or in the user's cache. Without --draft the draft
is made up of sentences of the corpus, always the same, one in ten of them in quotation marks, so
that it holds its names, its figures and, half of them with a word left out, its words. The check
runs in a program of its own, as the command does, and here once more warm.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tui.catalog.drafts import check
from tui.catalog.room import Room, open_room
from tui.catalog.wish import Wish
from tui.prose import paragraphs, sentences

QUOTED = 10
"""Every so-manieth sentence is a quotation."""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus")
    parser.add_argument("--registry")
    parser.add_argument("--root")
    parser.add_argument("--words", type=int, default=3000)
    parser.add_argument("--draft", type=Path)
    args = parser.parse_args()
    room = open_room(Wish(args.corpus, args.registry, args.root), budget=None)
    draft = args.draft.read_text(encoding="utf-8") if args.draft else made_up(room, args.words)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".md") as file:
        file.write(draft)
        file.flush()
        command = [sys.executable, "-m", "tui", "check", file.name, "--corpus", args.corpus]
        command += ["--registry", args.registry] if args.registry else []
        command += ["--root", args.root] if args.root else []
        started = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        whole = time.perf_counter() - started
    started = time.perf_counter()
    verdicts = check(room, draft)
    warm = time.perf_counter() - started
    print("| texts | words of the draft | claims | command, s | warm, s |")
    print("|---|---|---|---|---|")
    texts, words = len(room.view.everything()), len(draft.split())
    print(f"| {texts} | {words} | {len(verdicts)} | {whole:.2f} | {warm:.2f} |")


def made_up(room: Room, size: int) -> str:
    """A draft of sentences from texts all over the corpus."""
    chance = random.Random(11)
    ids = sorted(room.view.id(number) for number in room.view.everything())
    lines: list[str] = []
    count = 0
    while count < size:
        text = room.document(chance.choice(ids)).text
        found = [s for p in paragraphs(text) for s in sentences(text, p)]
        for start, end in chance.sample(found, min(3, len(found))):
            words = text[start:end].replace('"', "").split()
            count += len(words)
            if len(lines) % QUOTED == 0 and len(words) > 4:
                if len(lines) % (2 * QUOTED) == 0:
                    del words[len(words) // 2]
                lines.append(f"“{' '.join(words)}”")
            else:
                lines.append(" ".join(words))
    return "\n\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
