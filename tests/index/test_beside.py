"""Company and surfaces as bytes."""

from tui.company import Company
from tui.index.beside import pack_company, pack_surfaces, unpack_company, unpack_surfaces


def test_a_company_is_read_as_it_was_written() -> None:
    company = Company(["ann", "Жук"], [[0, 0, 1], [4, 1]])
    assert unpack_company(pack_company(company)) == company


def test_surfaces_are_read_as_they_were_written() -> None:
    surfaces = {
        "ann": [("Ann Ott", "name", 2), ("“Ann”", "weak", 1)],
        "Жук": [("Жука", "alias", 3)],
    }
    assert unpack_surfaces(pack_surfaces(surfaces)) == surfaces  # type: ignore[arg-type]  # kinds of alias


def test_of_nobody_nothing_is_kept() -> None:
    assert pack_company(Company((), ())) == pack_surfaces({}) == b""
    assert unpack_company(b"") == Company((), ())
    assert unpack_surfaces(b"") == {}
