"""What stands in quotation marks, of any make."""

import pytest

from tui.drafts import prose_of, quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “so it is”, and left.", ["so it is"]),
        ('He said "so it is," and left.', ["so it is"]),
        ("Er sagte „so ist es“ und ging.", ["so ist es"]),
        ("Il dit « c'est ainsi ».", ["c'est ainsi"]),
        ("Он сказал: «так и есть».", ["так и есть"]),
        ("It's the states' 'so it's' that counts", ["so it's"]),
        ("‘The men’s house’ it was", ["The men’s house"]),
        ("“He said ‘no’ to me”", ["He said ‘no’ to me"]),
        ("“one “inner” one”", ["one “inner” one"]),
        ("“so … it is”", ["so … it is"]),
        ("“so […] it is”", ["so … it is"]),
        ('a board of 5" and 6" in width', []),
        ("“it never ends", []),
        ("“\n”", []),
        ("“so\nit is”", ["so it is"]),
        ("“so\n\nit is”", []),
        ("> so it is,\n> and so it was\n", ["so it is, and so it was"]),
        ("> “so it is”\n", ["so it is"]),
    ],
)
def test_a_quotation_stands_in_its_marks(text: str, quoted: list[str]) -> None:
    assert [one.text for one in quotations(prose_of(text))] == quoted
