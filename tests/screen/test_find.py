"""Find in the open text."""

from tui.screen.find import find

TEXT = "Moscow’s  confidence in the Su–35;\nMOSCOW'S confidence [sic] and no\u00a0more."


def found(wanted: str) -> list[str]:
    return [TEXT[slice(*span)] for span in find(TEXT, wanted)]


def test_case_spaces_dashes_and_apostrophes_do_not_matter() -> None:
    assert found("moscow's confidence") == ["Moscow’s  confidence", "MOSCOW'S confidence"]
    assert found("su-35; moscow") == ["Su–35;\nMOSCOW"]
    assert found("no more") == ["no\u00a0more"]


def test_signs_mean_themselves() -> None:
    assert found("[sic]") == ["[sic]"]
    assert found(".") == ["."]
    assert found("  ") == []
