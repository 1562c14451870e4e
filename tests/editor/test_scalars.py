"""What is written is what a reader gets."""

from hypothesis import given
from hypothesis import strategies as st

from tests.registry_files import NASTY
from tui.editor.scalars import mapping, scalar
from tui.yamltree import parse


@given(st.text() | st.sampled_from(NASTY))
def test_any_text_that_a_file_can_hold_is_read_as_it_was_written(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    root = parse(f"a: [{scalar(text)}, {mapping({'b': text})}]".encode())
    assert root is not None
    assert root.plain() == {"a": [text, {"b": text}]}
