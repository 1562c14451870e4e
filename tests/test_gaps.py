"""Names that are often written and not registered are found, folded, ranked and guessed at."""

from tui.gaps import Gap, Text, gaps
from tui.mentions import Finder
from tui.model import Alias, Entity, Span, Zone
from tui.registry import Registry
from tui.words import words

RUSSIA = Entity("russia", "Russia", "place", (Alias("Russia", "name"), Alias("Russian", "demonym")))
PUTIN = Entity("putin", "Vladimir Putin", "person", (Alias("Vladimir Putin", "name"),))


def found(*texts: str, registry: Registry | None = None, fewest: int = 2) -> list[Gap]:
    """The gaps in some texts."""
    registry = registry or Registry.empty()
    finder = Finder(registry)
    return gaps(
        (
            Text(f"{n}.txt", text, (), finder.find(text, words(text), f"{n}.txt"))
            for n, text in enumerate(texts)
        ),
        registry,
        fewest,
    )


def names(*texts: str, registry: Registry | None = None, fewest: int = 1) -> list[str]:
    """The names of the gaps, in the order of the alphabet."""
    return sorted(gap.name for gap in found(*texts, registry=registry, fewest=fewest))


def test_a_name_has_capitals_inside_a_sentence() -> None:
    text = "However, we met Almaz Antey there. Afterwards the Bank of China said no."
    assert names(text) == ["Almaz Antey", "Bank of China"]


def test_the_first_word_of_a_sentence_is_a_name_if_it_is_one_elsewhere() -> None:
    text = "Norinco sells it. They met people from Norinco. Today the met people sell. Today no."
    assert names(text) == ["Norinco"]
    assert found(text)[0].count == 2


def test_a_common_word_that_begins_a_sentence_is_no_part_of_a_name() -> None:
    text = "Yesterday Norinco sold it. They sold it to Norinco only yesterday."
    assert names(text, fewest=2) == ["Norinco"]


def test_a_headline_tells_nothing_by_itself() -> None:
    text = "Arms Deals Grow In The East\n\nThey asked Norinco. It was small.\n\nNORINCO GROWS\n"
    (gap,) = found(text, fewest=1)
    assert gap.spellings == (("Norinco", 1), ("NORINCO", 1)) or gap.name == "Norinco"


def test_designators_are_names_and_years_are_none() -> None:
    text = "They flew the Su-35S and the J-20 in June 2014, and a Type 052D sailed by on Friday."
    assert names(text) == ["J-20", "Su-35S", "Type 052D"]


def test_what_is_registered_is_no_gap() -> None:
    registry = Registry.of([RUSSIA, PUTIN])
    text = "We saw Russia and President Vladimir Putin, a Russian Navy ship and the Moscow Times."
    assert names(text, registry=registry) == ["Moscow Times", "Navy"]


def test_an_ignored_name_is_never_asked_about_again() -> None:
    registry = Registry({}, frozenset({"post a COMMENT"}))
    assert names("Then we saw Post A Comment and Home.", registry=registry) == ["Home"]


def test_what_stands_in_boilerplate_is_not_looked_at() -> None:
    text = "We saw Norinco.\n\nShare on Facebook today.\n"
    zones = (Zone("body", Span(0, 17)), Zone("boilerplate", Span(17, len(text))))
    assert [gap.name for gap in gaps([Text("a", text, zones, ())], Registry.empty(), 1)] == [
        "Norinco"
    ]


def test_spellings_of_one_name_are_folded_together() -> None:
    text = "He asked Rosoboronexport, then Rosoboroneksport and again Rosoboronexport for Su–30s."
    gap = found(text)[0]
    assert gap.name == "Rosoboronexport"
    assert gap.spellings == (("Rosoboronexport", 2), ("Rosoboroneksport", 1))


def test_designators_that_differ_in_a_digit_are_two() -> None:
    assert names("It was a Su-30MKK and no Su-35MKK at all.") == ["Su-30MKK", "Su-35MKK"]


def test_a_surname_belongs_to_the_only_full_name_with_it() -> None:
    text = "Secretary Dean Rusk came. Then Rusk said no, and Rusk left. Later Mr. Rusk wrote."
    gap = found(text)[0]
    assert (gap.name, gap.count, gap.type) == ("Dean Rusk", 4, "person")


def test_inflected_russian_names_are_one() -> None:
    text = (
        "Вчера министр Сергей Шойгу прибыл в Тегеран. О Тегеране с Сергеем Шойгу говорили мало, "
        "из Тегерана он уехал."
    )
    assert names(text, fewest=2) == ["Сергей Шойгу", "Тегеран"]


def test_two_russian_names_in_a_row_are_two() -> None:
    text = "Это сказал президент Украины Пётр Порошенко. Туда, на Украину, прибыл Пётр Порошенко."
    assert names(text) == ["Пётр Порошенко", "Украину"]


def test_cue_words_tell_the_type() -> None:
    text = """The agency asked President Nixon. They said that Almaz Corporation built it.
    They bought the DF-21 missile and read it in the Moscow Times. They lived in Hanoi.
    The director of the завод Алмаз came by. They crossed the Taiwan Strait."""
    assert {gap.name: gap.type for gap in found(text, fewest=1)} == {
        "Nixon": "person",
        "Almaz Corporation": "organisation",
        "DF-21": "equipment",
        "Moscow Times": "publication",
        "Hanoi": "place",
        "Алмаз": "organisation",
        "Taiwan Strait": "place",
    }


def test_another_name_of_an_entity_is_offered_as_one() -> None:
    registry = Registry.of([PUTIN])
    (gap,) = found("They met Putin. They left with Putin.", registry=registry)
    assert (gap.name, gap.like) == ("Putin", "putin")
    (gap,) = found("They met Vladimir Putinn and Vladimir Putinn.", registry=registry)
    assert gap.like == "putin"


def test_what_many_texts_name_comes_first() -> None:
    often, seldom = "They met Norinco and Norinco and Norinco.", "They met Fakel and Norinco."
    ranked = found(often, seldom, "They met Fakel.", "They met Fakel.")
    assert [(gap.name, gap.count, gap.documents) for gap in ranked] == [
        ("Fakel", 3, 3),
        ("Norinco", 4, 2),
    ]


def test_the_places_behind_a_name_are_its_words() -> None:
    texts = ("They met Norinco twice, and Norinco met us.", "We asked Norinco.")
    (gap,) = found(*texts)
    for passage in gap.passages:
        assert texts[int(passage.doc[0])][slice(*passage.span)] == "Norinco"
    assert len(gap.passages) == 3
