"""The languages of a text."""

from pathlib import Path

import pytest

from tui.corpus import Corpus
from tui.corpus.languages import languages_of


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("The cooperation of the two countries is close.", ["en"]),
        ("Сотрудничество двух стран не новость, и это видно.", ["ru"]),
        ("Войска РФ получили комплексы", ["ru"]),
        ("Збройні сили отримали комплекси, та це не всі.", ["uk"]),
        ("Die Zusammenarbeit der beiden ist nicht neu.", ["de"]),
        ("La coopération entre la Russie et la Chine", ["fr"]),
        ("俄罗斯和中国的军事技术合作", ["zh"]),
        ("ロシアと中国の軍事協力", ["ja"]),
        ("한국과 중국의 군사 협력", ["ko"]),
        ("Η στρατιωτική συνεργασία", ["el"]),
        ("Это банк Industrial and Commercial Bank of China, и он самый крупный в мире.", ["ru"]),
        ("123 …", []),
        ("", []),
    ],
)
def test_a_language_is_told_by_its_letters_and_commonest_words(
    text: str, languages: list[str]
) -> None:
    assert list(languages_of(text)) == languages


def test_a_text_with_lines_in_a_second_language_has_both(originals: Path) -> None:
    [id] = [id for id in Corpus(originals).scan().files if id.startswith("002")]
    assert Corpus(originals).read(id).facts.languages == ("en", "ru")
