"""The forms of Russian names: those of a gold list, none of other words, the hard cases."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.registry.russian import forms
from tui.words import split

GOLD = Path(__file__).parent.parent / "gold"


def rows(name: str) -> list[list[str]]:
    lines = (GOLD / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith(("#", "lemma\t"))]


def folded(name: str) -> tuple[str, ...]:
    return tuple(split(name).terms)


def test_the_forms_of_the_gold_list_are_made() -> None:
    gold = rows("russian_names.tsv")
    missed = [
        (lemma, form)
        for lemma, kind, form, *_ in gold
        if folded(form) not in {folded(made) for made in forms(lemma, kind == "person")}
    ]
    assert len(gold) >= 120
    assert len(missed) <= 0.05 * len(gold), missed


def test_no_form_of_another_word_is_made() -> None:
    wrong = [
        (lemma, word)
        for lemma, word, *_ in rows("russian_traps.tsv")
        for is_person in (False, True)
        if folded(word) in {folded(made) for made in forms(lemma, is_person)}
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Китай", "Китай Китая Китаю Китаем Китае"),
        ("Россия", "Россия России Россию Россией"),
        ("Волга", "Волга Волги Волге Волгу Волгой"),
        ("Молдова", "Молдова Молдовы Молдове Молдову Молдовой"),
        ("Казань", "Казань Казани Казанью"),
        ("Ярославль", "Ярославль Ярославля Ярославлю Ярославлем Ярославле"),
        ("Приднестровье", "Приднестровье Приднестровья Приднестровью Приднестровьем"),
        ("Химки", "Химки Химок Химкам Химками Химках"),
        ("Грозный", "Грозный Грозного Грозному Грозным Грозном"),
        ("Сочи", "Сочи"),
        ("Перу", "Перу"),
        ("Марокко", "Марокко"),
        ("США", "США"),
        ("СССР", "СССР"),
        ("МИД", "МИД МИДа МИДу МИДом МИДе"),
        ("Минобороны", "Минобороны"),
        ("Apple", "Apple"),
        ("Ту-154", "Ту-154"),
        ("Протон-М", "Протон-М Протона-М Протону-М Протоном-М Протоне-М"),
        ("известия", "известия известий известиям известиями известиях"),
        (
            "россиянин",
            "россиянин россиянина россиянину россиянином россиянине"
            " россияне россиян россиянам россиянами россиянах",
        ),
        (
            "русский",
            "русский русского русскому русским русском русская русской русскую русское"
            " русские русских русскими",
        ),
    ],
)
def test_the_cases_of_one_word(name: str, expected: str) -> None:
    assert forms(name) == set(expected.split())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Сила Сибири-2", "Силы Сибири-2"),
        ("Министерство обороны", "Министерством обороны"),
        ("Нижний Новгород", "Нижнем Новгороде"),
        ("Ростов-на-Дону", "Ростова-на-Дону"),
        ("Санкт-Петербург", "Санкт-Петербургом"),
        ("Каменск-Уральский", "Каменске-Уральском"),
        ("Сергиев Посад", "Сергиевым Посадом"),
        ("Соединённые Штаты Америки", "Соединенных Штатов Америки"),
        ("Вооружённые силы", "Вооруженным силам"),
        ("Третий рейх", "Третьего рейха"),
        ("16-я экспедиция МКС", "16-й экспедиции МКС"),
        ("Сборная России", "Сборную России"),
        ("Босния и Герцеговина", "Боснию и Герцеговину"),
        ("партия «Единая Россия»", "партии «Единая Россия»"),
        ("«Единая Россия»", "«Единой России»"),
        ("город Москва", "городе Москве"),
        ("город Москва", "городе Москва"),
    ],
)
def test_the_words_of_a_phrase_change_together(name: str, expected: str) -> None:
    assert folded(expected) in {folded(form) for form in forms(name)}


@pytest.mark.parametrize(
    ("name", "expected", "wrong"),
    [
        ("Лев Толстой", "Льва Толстого", "Лева Толстоя"),
        ("Мария Шарапова", "Марией Шараповой", "Марии Шараповы"),
        ("Ангела Меркель", "Ангелу Меркель", "Ангелу Меркеля"),
        ("Барак Обама", "Барака Обаму", "Барака Обама"),
        ("Виктор Черных", "Виктора Черных", "Виктора Черныха"),
        ("Пётр Порошенко", "Петру Порошенко", "Петру Порошенку"),
        ("Иванова", "Ивановой", "Ивановы"),
        ("Путин", "Путиным", "Путины"),
        ("Римский-Корсаков", "Римского-Корсакова", "Римского-Корсаков"),
        ("Ким Чен Ир", "Ким Чен Ира", "Кимы Чен Ир"),
        ("Усама бен Ладен", "Усамы бен Ладена", "Усамы бена Ладена"),
    ],
)
def test_the_words_of_a_person_s_name_change_together(name: str, expected: str, wrong: str) -> None:
    made = {folded(form) for form in forms(name, is_person=True)}
    assert folded(expected) in made
    assert folded(wrong) not in made


@given(st.text("абвгеёийноцыьюя -«»\"'2АМцS", max_size=24), st.booleans())
def test_any_name_has_itself_and_few_other_forms(name: str, is_person: bool) -> None:
    made = forms(name, is_person)
    assert name in made
    assert len(made) < 2_000
