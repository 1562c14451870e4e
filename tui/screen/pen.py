"""How the terminal writes: attributes and colours, and the shortest way from some to others."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "6": "25", "7": "27", "8": "28",
       "9": "29", "21": "24", "51": "54", "52": "54", "53": "55"}  # fmt: skip
"""What ends each attribute."""
VISIBLE = frozenset({"4", "7", "9", "21", "51", "52", "53"})
"""Attributes that can be seen where nothing is written."""
ON_DEFAULT = {"39", "49"}


class Pen(NamedTuple):
    """Attributes and the two colours, as the numbers that a terminal is sent; "" is its own."""

    attributes: frozenset[str] = frozenset()
    ink: str = ""
    ground: str = ""

    @property
    def on_nothing(self) -> Pen:
        """What can be seen of it where there is a space: mostly the ground alone."""
        if self.attributes & VISIBLE:
            return self
        return Pen(ground=self.ground)

    def all(self) -> list[str]:
        """Every number of it."""
        return [*sorted(self.attributes), *filter(None, (self.ink, self.ground))]


PLAIN = Pen()


@lru_cache(maxsize=1024)
def pen_of(codes: str) -> Pen:
    """The pen of the numbers between `ESC [` and `m`, as Rich writes them."""
    attributes, colours = [], {"3": "", "4": ""}
    numbers = iter(codes.split(";") if codes else ())
    for number in numbers:
        if number in ("38", "48"):
            kind = next(numbers)
            rest = [next(numbers) for _ in range(1 if kind == "5" else 3)]
            colours[number[0]] = ";".join((number, kind, *rest))
        elif number in ON_DEFAULT:
            colours[number[0]] = ""
        elif number in OFF:
            attributes.append(number)
        else:  # 30 to 37 and 90 to 97 are inks, 40 to 47 and 100 to 107 grounds
            colours["3" if number[0] in "39" else "4"] = number
    return Pen(frozenset(attributes), colours["3"], colours["4"])


@lru_cache(maxsize=4096)
def turn(now: Pen, then: Pen, ends_singly: bool) -> str:
    """The shortest sequence after which the terminal writes as `then`.

    A terminal that cannot end an attribute by itself ends all at once.
    """
    if now == then:
        return ""
    afresh = f"\x1b[{';'.join(('0', *then.all()))}m" if then != PLAIN else "\x1b[m"
    ended = now.attributes - then.attributes
    if ended and not ends_singly:
        return afresh
    ends = {OFF[one] for one in ended}
    begun = {
        one for one in then.attributes if one not in now.attributes or OFF[one] in ends
    }  # 22 ends both bold and dim
    steps = [*sorted(ends), *sorted(begun)]
    if now.ink != then.ink:
        steps.append(then.ink or "39")
    if now.ground != then.ground:
        steps.append(then.ground or "49")
    return min(f"\x1b[{';'.join(steps)}m", afresh, key=len)
