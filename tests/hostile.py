"""A corpus that means harm: more than two hundred files, made by this script alone.

Each text holds the word `harmless`, so that every one that is read can be searched for, shown and
cited; what must not be read holds `OUTSIDE`.
"""

from __future__ import annotations

import gzip
import os
import socket
import stat
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

WORD = "harmless"
OUTSIDE = "nobody-may-read-this"
DRAFT = f"“{WORD} \x1b[2J” said \u202e on 2014-13-45, $5 \x9b31m and [/] (see pipe.txt).\n"
REGISTRY = """\
entities:
  - id: "x\\u202ey"
    name: "\\e]0;name\\aHarmless \\e[2J"
    type: person
    aliases: ["harmless", "[bold]harmless[/bold]", "[/]"]
    description: "\\e[31mred\\e[0m \\x9b31m [@click=app.quit]here[/]"
  - id: formula
    name: "=1+1"
    type: organisation
    aliases: ["@SUM(A1)", "-harmless"]
"""

SEQUENCES = {
    "clear": "\x1b[2J\x1b[H",
    "title": "\x1b]0;owned\x07",
    "title-st": "\x1b]2;owned\x1b\\",
    "clipboard": "\x1b]52;c;b3duZWQ=\x07",
    "clipboard-st": "\x1b]52;c;b3duZWQ=\x1b\\",
    "link": "\x1b]8;;file:///etc/passwd\x1b\\click\x1b]8;;\x1b\\",
    "palette": "\x1b]4;1;rgb:00/00/00\x07",
    "notify": "\x1b]9;owned\x07",
    "iterm": "\x1b]1337;File=inline=1:AAAA\x07",
    "dcs": "\x1bP+q544e\x1b\\",
    "tmux": "\x1bPtmux;\x1b\x1b]0;owned\x07\x1b\\",
    "sixel": "\x1bPq#0;2;0;0;0~\x1b\\",
    "apc": "\x1b_Ga=T;AAAA\x1b\\",
    "pm": "\x1b^secret\x1b\\",
    "sos": "\x1bXsecret\x1b\\",
    "report": "\x1b[6n\x1b[c\x1b[>c\x1b[21t",
    "answerback": "\x05",
    "alternate": "\x1b[?1049h",
    "mouse": "\x1b[?1003h\x1b[?1006h",
    "paste": "\x1b[200~rm\x1b[201~",
    "keys": "\x1b[>4;2m\x1b[>1u",
    "charset": "\x0e\x1b(0lqqk\x0f",
    "reset": "\x1bc",
    "window": "\x1b[8;1;1t",
    "bell": "\x07" * 9,
    "backspace": "safe\b\b\b\bevil",
    "return": "safe\revil",
    "form-feed": "a\x0cb\x0bc",
    "half": "\x1b[",
    "half-osc": "\x1b]52;c;",
}
MARKUP = (
    "[bold]loud[/bold]",
    "[/]",
    "[/usr/bin/env]",
    "[sic]",
    "[@click=app.quit]quit[/]",
    "[link=file:///etc/passwd]here[/link]",
    "[[[[[[[[",
    "\\[bold]",
    "<b>&lt;</b>",
    "${HOME} $(id) `id` %s %n {0} {{}}",
)
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
UNSEEN = "\u00ad\u180e\u200b\u200c\u200d\u2028\u2029\u2060\ufeff\ufff9\ufffa\ufffb\U000e0041\ufe0f"
NAMES = (
    "\x1b[2Jclear.txt",
    "\x1b]0;owned\x07.txt",
    "line\nbreak.txt",
    "tab\tname.txt",
    "return\rname.txt",
    "\u202etxt.exe.txt",
    "[bold]name.txt",
    "[@click=app.quit].txt",
    "-rf.txt",
    "--help.txt",
    "-",
    "$(touch owned).txt",
    "`touch owned`.txt",
    "; touch owned;.txt",
    "| cat.txt",
    "%s%n.txt",
    "name:12.txt",
    "name.txt:3",
    "name#char=0,5.txt",
    "quote'\".txt",
    "back\\slash.txt",
    "back\\x41.txt",
    " leading.txt",
    "trailing .txt",
    "~.txt",
    "a" * 240 + ".txt",
    "\u044f" * 120 + ".txt",
    "\U0001f4a3.txt",
    "e\u0301.txt",
    "\u00e9.txt",
    "con.txt",
    "@russia.txt",
    "=1+1.txt",
    "NUL.TXT",
)
ENCODINGS = (
    "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "koi8-r", "cp1252",
    "gb18030", "shift_jis", "euc_kr", "big5", "iso8859-5", "cp866", "utf-7",
)  # fmt: skip
BROKEN = {
    "overlong": b"\xc0\xaf\xe0\x80\xaf harmless",
    "surrogates": b"\xed\xa0\x80\xed\xb0\x80 harmless",
    "truncated": "harmless \u044f".encode()[:-1],
    "nulls": b"harmless\0harmless\0",
    "all-nulls": b"\0" * 5000,
    "odd-utf-16": b"\xff\xfeh\0a\0r",
    "lone-utf-16": b"\xff\xfe\x00\xd8h\0",
    "random": bytes(range(256)) * 40,
    "gzip": gzip.compress(b"harmless " * 500, mtime=0),
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\nharmless",
    "elf": b"\x7fELF\x02\x01\x01" + b"\0" * 60,
    "empty": b"",
    "newline": b"\n",
    "blank": b" \t\r\n" * 900,
    "cr": b"harmless\rharmless\r",
    "mixed-ends": b"harmless\r\nharmless\nharmless\r",
}
HEADS = (
    '---\ntitle: "\\e[2J[bold]x"\nauthor: "\\u202e"\n---\nharmless\n',
    "---\n" + "a: [" * 3000 + "\n---\nharmless\n",
    "---\n"
    + "".join(f"a{n}: &a{n} [*a{n - 1},*a{n - 1}]\n" for n in range(1, 40))
    + "---\nharmless\n",
    "---\ndate: 9999-99-99\nlanguages: {a: b}\n---\nharmless\n",
    "---\n!!python/object/apply:os.system ['touch owned']\n---\nharmless\n",
    "---\nnever ended: harmless\n",
    "# [\u202e](javascript:alert) harmless\n",
)


@dataclass(frozen=True)
class Hostile:
    """The folder of texts, its registry, a file that nothing may read; beside them a draft."""

    texts: Path
    registry: Path
    outside: Path


def make(root: Path) -> Hostile:
    """Make it all below a folder."""
    texts, outside = root / "texts", root / "outside.txt"
    texts.mkdir(parents=True)
    outside.write_text(f"{OUTSIDE} {WORD}\n")
    registry = root / "entities.yaml"
    registry.write_text(REGISTRY, encoding="utf-8")
    (root / "draft\x1b[2J.md").write_text(DRAFT, encoding="utf-8")
    for name, data in _texts():
        (texts / name).parent.mkdir(parents=True, exist_ok=True)
        (texts / name).write_bytes(data)
    _named(texts)
    _linked(texts, outside)
    _special(texts)
    return Hostile(texts, registry, outside)


def _texts() -> Iterator[tuple[str, bytes]]:
    """Names and contents."""
    for code in (*range(1, 32), 127, *range(128, 160)):
        yield f"control/{code:03d}.txt", f"before {chr(code)} after {WORD}\n".encode()
    for name, sequence in SEQUENCES.items():
        yield f"sequence/{name}.txt", f"{WORD} {sequence}[31m {WORD}\n".encode()
        yield f"sequence/{name}.meta.yaml", b'title: "\\e]0;x\\a[/] \\u202e"\nauthors: ["=1+1"]\n'
    for number, markup in enumerate(MARKUP):
        yield f"markup/{number}.txt", f"{markup} {WORD}\n\n{WORD} {markup}\n".encode()
    for char in BIDI + UNSEEN:
        yield f"unseen/{ord(char):05x}.txt", f"abc{char}def {WORD}\n".encode()
    for encoding in ENCODINGS:
        words = (
            f"{WORD} \u0440\u0443\u0441\u0441\u043a\u0438\u0439 " if "12" not in encoding else WORD
        )
        yield f"encoding/{encoding}.txt", (words * 30).encode(encoding, "ignore")
    for name, data in BROKEN.items():
        yield f"broken/{name}.txt", data
    for number, head in enumerate(HEADS):
        yield f"head/{number}.txt", head.encode("utf-8", "surrogatepass")
    yield "bomb/one-word.txt", b"x" * 2_000_000
    yield "bomb/brackets.txt", b"([{" * 100_000 + WORD.encode()
    yield "bomb/quotes.txt", '"\u201c\u00ab'.encode() * 50_000
    yield "bomb/stops.txt", b". " * 200_000
    yield "bomb/lines.txt", b"\n" * 300_000 + WORD.encode()
    yield "bomb/marks.txt", ("a" + "\u0301" * 100_000 + f" {WORD}").encode()
    yield "bomb/hyphens.txt", b"a-" * 100_000
    yield "bomb/digits.txt", b"1,000" * 50_000
    yield "bomb/sidecar.txt", WORD.encode()
    yield "bomb/sidecar.meta.yaml", b"title: " + b"[" * 25_000
    yield "/".join(["deep"] * 60) + "/text.txt", WORD.encode()


def _named(texts: Path) -> None:
    folder = texts / "names"
    folder.mkdir()
    for number, name in enumerate(NAMES):
        (folder / name).write_text(f"{WORD} {number}\n")
    for raw in (b"\xff\xfe.txt", b"caf\xe9.txt", b"\xc3.txt"):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + raw)).write_text(f"{WORD}\n")
    strange = texts / "\x1b[31mfolder\n"
    strange.mkdir()
    (strange / "text.txt").write_text(f"{WORD}\n")


def _linked(texts: Path, outside: Path) -> None:
    folder = texts / "links"
    folder.mkdir()
    (folder / "outside.txt").symlink_to(outside)
    (folder / "passwd.txt").symlink_to("/etc/passwd")
    (folder / "nowhere.txt").symlink_to("nowhere")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "folder").symlink_to(outside.parent)
    (folder / "up").symlink_to("..")
    (folder / "linked.txt").write_text(f"{WORD}\n")
    (folder / "linked.meta.yaml").symlink_to(outside)


def _special(texts: Path) -> None:
    folder = texts / "special"
    folder.mkdir()
    os.mkfifo(folder / "pipe.txt")
    os.mkfifo(folder / "piped.meta.yaml")
    (folder / "piped.txt").write_text(f"{WORD}\n")
    with closing(socket.socket(socket.AF_UNIX)) as made, suppress(OSError):
        made.bind(str(folder / "socket.txt"))  # not where the path is too long for one
    with suppress(PermissionError):
        os.mknod(folder / "zero.txt", stat.S_IFCHR | 0o644, os.makedev(1, 5))
    with (folder / "sparse.txt").open("wb") as sparse:
        sparse.truncate(20 << 30)
    (folder / "folder.txt").mkdir()
    with suppress(PermissionError):
        (folder / "closed.txt").write_text(f"{WORD}\n")
        (folder / "closed.txt").chmod(0)
