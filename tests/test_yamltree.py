"""YAML trees: what they hold, where it stands, and that no bytes at all break the reader."""

import json
import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.yamltree import Node, YamlError, decode, parse
from tui.yamltree.reading import LARGEST

REGISTRY = b"""\
# a comment
entities:
  - id: s-400
    name: "S-400 \\"Triumph\\""
    aliases: [S-400, {text: Triumph, kind: weak}]

  # about the next one
  - id: rus
    description: >
      Folded
      text
    dates: 2024-01-02
"""


def tree(text: str) -> Node:
    node = parse(text.encode())
    assert node is not None
    return node


def refusal(data: bytes) -> str:
    with pytest.raises(YamlError) as caught:
        parse(data)
    return str(caught.value)


def test_a_file_becomes_texts_lists_and_mappings() -> None:
    assert tree(REGISTRY.decode()).plain() == {
        "entities": [
            {
                "id": "s-400",
                "name": 'S-400 "Triumph"',
                "aliases": ["S-400", {"text": "Triumph", "kind": "weak"}],
            },
            {"id": "rus", "description": "Folded text\n", "dates": "2024-01-02"},
        ]
    }


@pytest.mark.parametrize(
    "value", ["no", "1:30", "0777", "1.10", "2024-01-02", "1e3", "yes", ".inf"]
)
def test_every_scalar_stays_the_text_that_was_written(value: str) -> None:
    assert tree(f"key: {value}").plain() == {"key": value}


@pytest.mark.parametrize("value", ["", "~", "null"])
def test_nothing_is_told_from_a_quoted_text(value: str) -> None:
    bare, quoted = tree(f"key: {value}").get("key"), tree(f"key: '{value}'").get("key")
    assert bare is not None
    assert quoted is not None
    assert (bare.is_null, quoted.is_null) == (True, False)


def test_an_empty_file_has_no_tree() -> None:
    assert [parse(data) for data in (b"", b"\xef\xbb\xbf", b"\n\n", b"# only talk\n")] == [None] * 4


def test_a_node_knows_where_it_stands() -> None:
    text = decode(REGISTRY)
    entities = tree(text).get("entities")
    assert entities is not None
    first, second = entities.items
    aliases = first.get("aliases")
    assert aliases is not None
    weak = aliases.items[1]
    assert text[weak.start : weak.end] == "{text: Triumph, kind: weak}"
    assert (weak.line, weak.column, weak.flow) == (5, 22, True)
    assert text[first.start : first.end].startswith("id: s-400\n")
    assert text[first.start : first.end].endswith("kind: weak}]")
    assert (second.line, second.column, second.flow) == (8, 5, False)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_offsets_are_code_points_with_any_line_end_and_without_the_mark(
    end: str, mark: str
) -> None:
    data = f"{mark}name: 😀{end}других: [Китай, МС-21]{end}".encode()
    node = parse(data)
    assert node is not None
    names = node.get("других")
    assert names is not None
    last = names.items[1]
    assert decode(data)[last.start : last.end] == "МС-21"
    assert (last.line, last.column) == (2, 17)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a: 1\nb: [", "2:5: did not find expected node content"),
        (b"a: 1\na: 2", "2:1: key 'a' is here twice, first in line 1"),
        (b"- {a: 1, b: 1, a: 2}", "1:16: key 'a' is here twice, first in line 1"),
        (b"a: &x 1", "1:4: anchors and aliases (& and *) are not supported"),
        (b"a: *x", "1:4: anchors and aliases (& and *) are not supported"),
        (b"a: {<<: {b: 1}}", "1:5: merge keys (<<) are not supported"),
        (b"a: !!python/object:os.system ls", "1:4: tags (!) are not supported"),
        (b"? [a]\n: b", "1:3: a key must be a text"),
        (b"a: 1\n---\nb: 2", "2:1: a second document starts here"),
        (b"a: b\n c: \0", "2:5: character U+0000 is not allowed"),
        ("a: \u2028".encode(), "1:4: character U+2028 is not allowed"),
        (b"\xef\xbb\xbfa: \xff", "1:4: not UTF-8: byte 0xff"),
        ("a: 1".encode("utf-16"), "1:1: not UTF-8: byte 0xff"),
        (b"[" * 100, "1:33: nested deeper than 32 levels"),
        (b"- " * 100, "1:65: nested deeper than 32 levels"),
        (b"a" * (LARGEST + 1), "1:1: larger than 8 MB"),
        (b"- a\n" * 300_000, "250000:3: more than 250000 values"),
    ],
)
def test_what_is_refused_is_named_with_its_place(data: bytes, expected: str) -> None:
    assert refusal(data) == expected


def test_a_hostile_key_is_shown_short_and_escaped() -> None:
    key = '"\\e]52' + "k" * 900 + '"'
    what = refusal(f"{key}: 1\n{key}: 2".encode())
    assert what.startswith("2:1: key '\\x1b]52kk")
    assert len(what) < 100


UNITS = "[ { - ? ! & * % #\n ' \" |\n \n \t \r a [], a: :\0 ---\n \0 😀 \x85".encode().split(b" ")


@pytest.mark.parametrize("unit", [*UNITS, b"- ", b"? ", b"a ", b"\xff"], ids=repr)
def test_eight_megabytes_of_anything_take_less_than_five_seconds(unit: bytes) -> None:
    began = time.process_time()
    for data in (unit * (LARGEST // len(unit)), b"[" + unit * (LARGEST // len(unit) - 1)):
        try:
            parse(data)
        except YamlError:
            continue
    assert time.process_time() - began < 5 * 2


def is_read_or_refused(data: bytes) -> bool:
    try:
        node = parse(data)
    except YamlError as error:
        return error.line >= 1 and error.column >= 1 and "\n" not in error.message
    return node is None or lies_within(node, decode(data))


def lies_within(node: Node, text: str) -> bool:
    children = [*node.items, *(part for pair in node.pairs for part in pair)]
    return 0 <= node.start <= node.end <= len(text) and all(
        node.start <= child.start and child.end <= node.end and lies_within(child, text)
        for child in children
    )


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert is_read_or_refused(data)


@given(st.text(alphabet=" \n\t\r-:,[]{}#&*!|>'\"%@`?ab0\\x~<é😀", max_size=60))
def test_any_signs_of_yaml_are_read_or_refused(text: str) -> None:
    assert is_read_or_refused(text.encode())


def test_a_registry_with_any_bytes_changed_is_read_or_refused() -> None:
    chance = random.Random(400)
    for _ in range(3_000):
        data = bytearray(REGISTRY)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(data))
            data[at : at + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 2))
        assert is_read_or_refused(bytes(data))


@given(
    st.recursive(
        st.text(alphabet="aб 'é😀\"\\:#-,[]{}\n\t", max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc"), inner),
        max_leaves=12,
    )
)
def test_what_json_writes_is_read_back(value: object) -> None:
    node = parse(json.dumps(value, ensure_ascii=False).encode())
    assert node is not None
    assert node.plain() == value
