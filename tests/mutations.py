"""Files and queries spoiled at random, the same from the same number."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

PIECES = (
    "\0", "\t", "\r", "\n", "\x1b[2J", "\x85", "\u2028", "\u202e", "\ufeff", "\ud800", " ", "  - ",
    "[", "]", "{", "}", ": ", "? ", "- ", "&a ", "*a", "!!binary ", "!!python/name:os.system ",
    "%YAML 9.9\n", "---\n", "...\n", "<<: ", "|\n", ">-\n", "'", '"', "\\", "\\x", "\\ud800", "#",
    "~", "null", "true", "-1", "1e999", "9" * 5000, ".nan", "0x7fffffffffffffff", "2024-13-45",
    "[" * 900, "{a: " * 300, "a" * 70_000, "\u0301" * 500, "../../etc/passwd", "/dev/zero",
    "~nobody-of-that-name/x", "id", "name", "aliases", "kind", "weak", "case", "fold", "doc",
)  # fmt: skip
WORDS = (
    "harmless", "China", "S-400", "“", "”", '"', "'", "(", ")", "{", "}", "[", "]", "AND", "OR",
    "NOT", "NEAR/3", "BEFORE/2", "AFTER/100", "-", "--", "+", "!", "@china", "@", "@china/2",
    "@type:place", "type:", "doc:", "title:", "date:", "date:2014..2016", "date:9999-99",
    "words:1..", "query:", "query:a", "re:", "/a*/", "/(a+)+$/", "/(?:a?){50}a{50}/", "/[/", "/./",
    "*", "a*", "*a", "*a*", "?", "????????", "~2", "word~9", "^5", "\\", ":", "::", "=", "=China",
    "%", "$(id)", "\x1b[2J", "\x9b", "\u202e", "\ud800", "\0", "\n", "e\u0301" * 40, "я" * 300,
    "a-" * 200, "9" * 400, "zone:", "zone:body", "lang:", "is:", "is:read", "source:", "author:x",
    "near:", "in:", "sort:", "the", "of", "a", "i", "1",
)  # fmt: skip


TERMS = (
    "the", "of", "China", "S-400", "harmless", "in*", "co*", "re*", "un*d", "th???", "/.*/",
    "/[a-z]+/",
    "/.*e.*/", '"of the"', '"in the of a to"', '"a b c d e f g"', "word~2", "the~2", "@china",
    "@russia", "type:person", "type:place", "(the OR of OR and)", "-the", "date:1900..2100",
    "zone:body", "title:*", "doc:*", "{the of}", "lang:en", "is:unread", "source:*", "=The",
    "“of the”", "(((a b) OR c) NOT d)", "author:a*",
)  # fmt: skip
"""What is a query for itself, and some of it a slow one."""
JOINTS = (" ", " AND ", " OR ", " NOT ", " NEAR/100 ", " NEAR/1 ", " BEFORE/50 ", " AFTER/3 ", " -")


def spoiled(data: bytes, chance: Random) -> bytes:
    """A file with one to four things wrong in it."""
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        data = chance.choice(_WAYS)(data, chance)
    return data


def query(chance: Random) -> str:
    """Something that is no query, or a strange one."""
    if not chance.randrange(40):
        opened = chance.choice(("(", "NOT ", "-(", "{", '"', "a OR ", "[", "((a) "))
        return opened * chance.choice((60, 200, 3000)) + chance.choice(("", "a"))
    if chance.randrange(5):
        terms = chance.choices(TERMS, k=chance.choice((1, 2, 2, 3, 4, 8, 30)))
        return "".join(term + chance.choice(JOINTS) for term in terms[1:]) + terms[0]
    joint = chance.choice((" ", " ", ""))
    return joint.join(chance.choices(WORDS, k=chance.randrange(1, 14)))


def _cut(data: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _flipped(data: bytes, chance: Random) -> bytes:
    spoiled = bytearray(data or b"\0")
    for _ in range(chance.choice((1, 8))):
        spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
    return bytes(spoiled)


def _with_piece(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    piece = chance.choice(PIECES).encode("utf-8", "surrogatepass")
    return data[:at] + piece + data[at + chance.choice((0, 0, 1, 9)) :]


def _with_value(data: bytes, chance: Random) -> bytes:
    """A line of which all behind the colon or the dash is something else."""
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    for mark in (b'": ', b": ", b"- "):
        before, found, _ = lines[at].partition(mark)
        if found:
            lines[at] = before + found + chance.choice(PIECES).encode("utf-8", "surrogatepass")
            break
    return b"\n".join(lines)


def _of_json(data: bytes, chance: Random) -> bytes:
    """One value of JSON in place of another, where there are commas and colons."""
    marks = [at for at, byte in enumerate(data) if byte in b",:"]
    if not marks:
        return data
    at = chance.choice(marks) + 1
    end = next((to for to in range(at, len(data)) if data[to] in b",}]\n"), len(data))
    values = (b"null", b"[]", b"{}", b"-1", b"1e400", b'"\\ud800"', b'""', b"[[]]", b"[" * 5000)
    return data[:at] + chance.choice(values) + data[end:]


def _lines(data: bytes, chance: Random) -> bytes:
    """Lines in another order, twice, or gone."""
    lines = data.splitlines(keepends=True) or [b""]
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(3):
        case 0:
            lines[one], lines[other] = lines[other], lines[one]
        case 1:
            lines.insert(one, lines[other])
        case _:
            del lines[one]
    return b"".join(lines)


_WAYS: tuple[Callable[[bytes, Random], bytes], ...] = (
    _cut, _flipped, _with_piece, _with_piece, _with_value, _with_value, _of_json, _of_json, _lines,
)  # fmt: skip
