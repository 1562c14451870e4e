"""Lines of web furniture, in English and Russian, and lines that only sound like it."""

import pytest

from tui.corpus.furniture import furniture_of
from tui.corpus.shapes import shape_of

KINDS = {
    "passing": [
        *("Pages", "Share this:", "Tags: China, Russia", "Sign in", "Поделиться", "Реклама"),
        "Enjoying this article? Click here to subscribe for full access. Just $5 a month.",
        "Ежедневная рассылка новостей ВПК на электронный почтовый ящик",
        *("Подпишитесь на наш канал", "We use cookies to make this site better."),
    ],
    "closing": [
        *("No comments:", "Post a Comment", "0 comments", "© 2024 A newspaper", "Older posts »"),
        *("Do you want to leave a comment? Register and/or Log in", "All rights reserved."),
        *("The rights to this material belong to", "Оставить комментарий", "Все права защищены."),
        "The material is placed by the copyright holder in the public domain",
        "Чтобы оставить комментарий, войдите или зарегистрируйтесь",
    ],
    "related": ["Related posts", "See also:", "Читайте также: Новые учения", "Материалы по теме"],
    "comments": ["Comments [1]", "Comments (12)", "3 comments", "Комментарии: 5", "Comments"],
}


@pytest.mark.parametrize(
    ("kind", "line"), [(kind, line) for kind, lines in KINDS.items() for line in lines]
)
def test_furniture_is_told(kind: str, line: str) -> None:
    assert furniture_of(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        *("The two sides discussed human rights.", "He had no comment.", "Related conflicts grew."),
        *("They signed up volunteers in the spring.", "Discussion", "Права человека нарушены."),
        "A paragraph in which a newspaper asks its readers to subscribe today is long enough to be "
        "told from the line under an article that asks the same: it has more to say than that.",
    ],
)
def test_text_is_no_furniture(line: str) -> None:
    assert furniture_of(line) is None


@pytest.mark.parametrize(
    ("line", "shape"),
    [
        ("How strong is the partnership?", "short"),
        ("It is strong.", "prose"),
        ("Without carrot and stick. Russia has deprived America of its levers", "prose"),
        ("Dear Mark:", "prose"),
        ("Recommendations:", "short"),
        ("[Here follows discussion of other subjects.]", "prose"),
        ("[2] See also Document 49.", "note"),
        ("50. Memorandum for the Record[1]", "short"),
        ("• 23.02 08:23", "stamp"),
        ("• 7694", "count"),
        ("• The news", "bullet"),
        ("08:23 The news", "timed"),
        ("9 July 2025", "date"),
        ("Credit: Twitter/ @BloombergNews", "caption"),
        ("Фото: РИА Новости", "caption"),
        ("Figure 2. A map of the area", "caption"),
        ("The two leaders (left). Image: UK Government.", "caption"),
        ("## Part one", "marked"),
        ("* * *", "rule"),
    ],
)
def test_the_shape_of_a_line(line: str, shape: str) -> None:
    assert shape_of(line) == shape
