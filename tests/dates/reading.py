"""Dates shown as a person reads them."""

from tui.dates import dates


def read(text: str, published: str | None = None) -> list[str]:
    """The dates of `text` as `words = value`, with * where a part of it is inferred."""
    return [
        f"{text[d.span.start : d.span.end]} = {d.value}{'*' * d.inferred}"
        for d in dates(text, published)
    ]
