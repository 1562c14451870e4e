"""The stamps of the corpus files as bytes."""

from hypothesis import given
from hypothesis import strategies as st

from tui.corpus import Stamp
from tui.index.stamps import ids_with_sidecar, pack_stamps, unpack_stamps

THREE = st.tuples(
    st.integers(0, 1 << 62), st.integers(-(1 << 62), 1 << 62), st.integers(0, (1 << 64) - 1)
)
IDS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1)


@given(
    st.dictionaries(
        IDS, st.builds(lambda three, side: Stamp(*three, side), THREE, st.none() | THREE)
    )
)
def test_stamps_are_read_as_they_were_written(stamps: dict[str, Stamp]) -> None:
    packed = pack_stamps(stamps)
    assert unpack_stamps(packed) == stamps
    assert ids_with_sidecar(packed) == [id for id, stamp in stamps.items() if stamp.sidecar]
