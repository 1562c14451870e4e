"""Tokens by their classes: a grammar of them is a regular expression."""

from tui.classes import Alphabet, Classed

ALPHABET = Alphabet(["WORD", "NUMBER", "WORD"])


class Tokens(Classed):
    alphabet = ALPHABET

    def __init__(self, text: str) -> None:
        super().__init__(text)
        for word in text.split():
            self.starts.append(text.index(word, self.end(-1) if self.words else 0))
            self.words.append(word)
            self.classes += ALPHABET["NUMBER" if word.isdecimal() else "WORD"]


def test_a_pattern_names_classes_and_its_spaces_mean_nothing() -> None:
    tokens = Tokens("about 12 ships")
    match = ALPHABET.pattern("WORD (?P<amount> NUMBER ) WORD").fullmatch(tokens.classes)
    assert match is not None
    assert tokens[match.start("amount")] == "12"


def test_there_is_nothing_before_the_first_token_or_after_the_last() -> None:
    tokens = Tokens("one 2")
    assert [tokens[-1], tokens[2], tokens.kind(-1), tokens.kind(2)] == ["", "", "", ""]
    assert tokens.kind(1) == "NUMBER"
    assert tokens.has("NUMBER", -3, 5)
    assert not tokens.has("NUMBER", 0, 0)


def test_a_span_goes_from_the_first_token_to_the_last() -> None:
    assert Tokens("up to 30").span(1, 2) == (3, 8)
