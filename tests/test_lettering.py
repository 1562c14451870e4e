"""What stands for a character where there is only ASCII."""

import pytest

from tui.lettering import in_ascii, is_ascii


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"LANG": "C"}, True),
        ({"LANG": "de_DE.ISO-8859-1"}, True),
        ({"LANG": "en_GB.UTF-8"}, False),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "POSIX"}, True),
        ({"LANG": "C", "LC_CTYPE": "C.utf8"}, False),
        ({}, False),
    ],
)
def test_the_locale_says_whether_there_is_more_than_ascii(
    environ: dict[str, str], expected: bool
) -> None:
    assert is_ascii(environ) is expected


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("━ Rácz │ “quoted” – so…", '= Racz | "quoted" - so.'),
        ("▌ Путин 习近平", "> ????? ??????"),
        ("e\u0301a\u00a0b", "ea b"),
    ],
)
def test_a_likeness_is_as_wide(text: str, drawn: str) -> None:
    assert in_ascii(text) == drawn
