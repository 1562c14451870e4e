"""Which texts another registry or other decisions make anew."""

from pathlib import Path

from tests.index.library import Library, contents, entity, rebuilt
from tui.model import Alias

CHINA = entity("china", "China", Alias("Beijing", "metonym"))


def test_a_new_alias_touches_the_texts_in_which_it_stands(library: Library) -> None:
    library.keep(CHINA)
    library.write("a.txt", "In China.")
    library.write("b.txt", "The Middle Kingdom.")
    library.write("c.txt", "A kingdom in the middle.")
    library.refresh()
    library.keep(entity("china", "China", Alias("Beijing", "metonym"), "Middle Kingdom"))

    report = library.refresh()

    assert (report.rewritten, report.changed) == (1, 0)
    assert library.named("b.txt") == ["Middle Kingdom"]


def test_a_removed_entity_is_gone_from_its_texts_alone(library: Library) -> None:
    library.keep(CHINA, entity("moscow", "Moscow"))
    library.write("a.txt", "In China.")
    library.write("b.txt", "In Moscow.")
    library.refresh()
    library.keep(CHINA)

    assert library.refresh().rewritten == 1
    assert library.view().counts("moscow") == (0, 0)
    assert library.view().counts("china") == (1, 1)


def test_a_longer_name_takes_its_place_everywhere(library: Library) -> None:
    library.keep(entity("moscow", "Moscow"))
    library.write("a.txt", "The Carnegie Moscow Center.")
    library.write("b.txt", "Carnegie in Moscow.")
    library.refresh()
    library.keep(entity("moscow", "Moscow"), entity("carnegie", "Carnegie Moscow Center"))

    assert library.refresh().rewritten == 1
    assert library.view().counts("moscow") == (1, 1)


def test_a_strong_name_wakes_a_weak_one(library: Library) -> None:
    library.keep(entity("s-400", "S-400 Triumph", Alias("Triumph", "weak")))
    library.write("a.txt", "The S-400s came. A Triumph.")
    library.write("b.txt", "A Triumph.")
    library.refresh()
    assert library.view().counts("s-400") == (0, 0)
    library.keep(entity("s-400", "S-400 Triumph", Alias("Triumph", "weak"), "S-400"))

    assert library.refresh().rewritten == 1
    assert library.named("a.txt") == ["S-400", "Triumph"]


def test_another_type_touches_the_texts_that_name_the_entity(library: Library) -> None:
    library.keep(CHINA)
    library.write("a.txt", "In China.")
    library.write("b.txt", "Elsewhere.")
    library.refresh()
    library.keep(entity("china", "China", Alias("Beijing", "metonym"), type="bloc"))

    assert library.refresh().rewritten == 1
    assert library.ids(":bloc", field="names") == ["a.txt"]
    assert library.ids(":place", field="names") == []


def test_what_the_index_does_not_hold_touches_no_text(library: Library) -> None:
    library.keep(CHINA)
    library.write("a.txt", "In China.")
    library.refresh()
    library.keep(entity("china", "China", Alias("Beijing", "metonym"), description="A country."))

    report = library.refresh()

    assert (report.rewritten, report.written) == (0, True)
    assert not library.refresh().written


def test_the_order_of_the_registry_is_that_of_candidates(library: Library, tmp_path: Path) -> None:
    one, two = entity("wei-1", "Wei", type="person"), entity("wei-2", "Wei", type="person")
    library.keep(one, two)
    library.write("a.txt", "then Wei spoke")
    library.write("b.txt", "nobody spoke")
    library.refresh()
    library.keep(two, one)

    assert library.refresh().rewritten == 1
    assert contents(library.view()) == rebuilt(library, tmp_path / "other")


def test_a_decision_touches_its_text_alone(library: Library) -> None:
    library.keep(entity("wei-1", "Wei", type="person"), entity("wei-2", "Wei", type="person"))
    library.write("a.txt", "then Wei spoke")
    library.write("b.txt", "then Wei spoke")
    library.refresh()
    library.decisions = {"a.txt": [(5, 8, "wei-2")]}

    assert library.refresh().rewritten == 1
    assert library.view().counts("wei-2") == (1, 1)
    assert not library.refresh().written


def test_a_text_that_was_saved_unchanged_beside_a_new_registry_gets_its_names(
    library: Library,
) -> None:
    library.write("a.txt", "In China.")
    library.refresh()
    library.write("a.txt", "In China.")
    library.keep(CHINA)
    library.refresh()

    assert library.named("a.txt") == ["China"]


def test_a_registry_with_another_stamp_alone_touches_no_text(library: Library) -> None:
    library.keep(CHINA)
    library.write("a.txt", "In China.")
    library.refresh(registry_stamp="then")

    report = library.refresh(registry_stamp="now")

    assert (report.rewritten, report.written) == (0, True)
    assert not library.refresh(registry_stamp="now").written
