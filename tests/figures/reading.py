"""Figures shown as a person reads them."""

from decimal import Decimal

from tui.figures import Figure, figures


def read(text: str) -> list[str]:
    """The figures of `text` as `words: low..high unit qualifier [noun]`."""
    return [f"{text[f.span.start : f.span.end]}: {_amount(text, f)}" for f in figures(text)]


def _amount(text: str, f: Figure) -> str:
    low, high = _number(f.low), _number(f.high)
    amount = low if low and low == high else f"{low}..{high}"
    qualifier = "" if f.qualifier == "none" else f.qualifier
    noun = f"[{text[f.counted.start : f.counted.end]}]" if f.counted else ""
    return " ".join(part for part in (amount, f.unit, qualifier, noun) if part)


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:,f}"
