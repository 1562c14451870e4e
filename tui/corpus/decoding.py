"""Bytes → text: by byte-order mark, else UTF-8, else the old encoding that reads best."""

from __future__ import annotations

import codecs
import re

from tui.corpus.files import Unreadable

_MARKS = (  # UTF-32 before UTF-16, whose mark it begins with
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16
"""Bytes by which a file is judged."""
_CONTROL = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
"""Controls that no text is written with; not white space, not those of a terminal."""

_ESCAPED = re.compile("[\ud800-\udfff]")
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_BINARY = "not a text but binary data"


def decode(data: bytes) -> tuple[str, str]:
    """The text of a file, without its byte-order mark, and the encoding; or Unreadable.

    Nothing else is left out or changed, and no half of a surrogate pair is ever in it.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding), encoding
    if b"\0" in data:
        return _with_nulls(data)
    try:
        return data.decode(), "utf-8"
    except UnicodeDecodeError as error:
        return _legacy(data, error)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(f"begins as {encoding} but is not, at byte {error.start}") from None


def _with_nulls(data: bytes) -> tuple[str, str]:
    """UTF-16 without its mark, or a text with a few nulls in it; anything else is no text."""
    for encoding, high in (("utf-16-le", 1), ("utf-16-be", 0)):
        sample = data[:_SAMPLE]
        nulls = sample[high::2].count(0)
        if nulls * 20 > len(sample) and sample[1 - high :: 2].count(0) * 10 <= nulls:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if not _CONTROL.search(text[:_SAMPLE].encode()):
                return text, encoding
    _refuse_binary(data, share=0.1)
    try:
        return data.decode(), "utf-8"
    except UnicodeDecodeError:
        raise Unreadable(_BINARY) from None


def _refuse_binary(data: bytes, share: float) -> None:
    sample = data[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > share * len(sample):
        raise Unreadable(_BINARY)


def _legacy(data: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    """A text in an older encoding, unless it is damaged UTF-8: then say where."""
    from tui.corpus.guessing import guess

    _refuse_binary(data, share=0.02)
    # A line end is never a part of a longer character, so the sample begins with a whole one.
    start = max(data.rfind(b"\n", 0, error.start) + 1, error.start - _SAMPLE // 2)
    sample = data[start : start + _SAMPLE]
    as_utf8 = sample.decode("utf-8", "surrogateescape")
    wrong = len(_ESCAPED.findall(as_utf8))
    if wrong < len(_NOT_ASCII.findall(as_utf8)) - wrong:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(f"not UTF-8 in line {line}: byte 0x{data[error.start]:02x}")
    for encoding in guess(sample):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise Unreadable("no known encoding fits")
