"""The languages of a text, by its letters and its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

_SAMPLE = 50_000
"""Characters by which a text is judged."""
_SHARE = 0.03
_LINES = 2
"""A further language has this share of the words, and so many lines for itself."""

_PROBE = 6_000
"""Characters in which the commonest words are counted."""

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[a-zà-öø-\u024f\u1e00-\u1eff]+")
_OTHER = re.compile("[\u0370-\u1dff\u2c00-\u2fff\u3040-\ud7ff]+")
_UNSPACED = {"Han", "Kana", "Thai"}
_SCRIPTS = (  # the first and the last letter
    ("Latin", "a", "\u024f"),
    ("Greek", "\u0370", "\u03ff"),
    ("Cyrillic", "\u0400", "\u052f"),
    ("Armenian", "\u0530", "\u058f"),
    ("Hebrew", "\u0590", "\u05ff"),
    ("Arabic", "\u0600", "\u06ff"),
    ("Devanagari", "\u0900", "\u097f"),
    ("Thai", "\u0e00", "\u0e7f"),
    ("Georgian", "\u10a0", "\u10ff"),
    ("Latin", "\u1e00", "\u1eff"),
    ("Kana", "\u3040", "\u30ff"),
    ("Han", "\u3400", "\u9fff"),
    ("Hangul", "\uac00", "\ud7a3"),
)
_ONE_LANGUAGE = {
    **{"Greek": "el", "Armenian": "hy", "Hebrew": "he", "Arabic": "ar", "Devanagari": "hi"},
    **{"Thai": "th", "Georgian": "ka", "Han": "zh", "Hangul": "ko", "Kana": "ja"},
}
_COMMON = {
    "Latin": {
        "en": "the of and to in that is was for it with as on be at by this had not are from which",
        "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als",
        "fr": "de la le et les des en un du une que est pour qui dans par au il sur pas plus ce",
        "es": "de la que el en y a los se del las un por con no una su para es al lo como más",
        "it": "di che e la il un a è per in una non sono si da del le con i della lo gli",
        "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos foi",
        "pl": "w i na z do nie się że jest o to za od po jak przez a dla oraz przy",
        "tr": "ve bir bu da de için ile olarak çok daha olan gibi en ne kadar sonra",
    },
    "Cyrillic": {
        "ru": "и в не на что с по как это из для от его но к был так же о за он у при или она",
        "uk": "і в не на що з як це та до для від його але за про у є він або й був був ми",
        "be": "і ў не на што з як гэта да для ад яго але за пра у ён або быў мы",
        "bg": "и в не на че с като това от за се са да по към е при или той бе",
        "sr": "и у не на да је се за од као то из што са по али или он би су",
    },
}
_SPEAKING: dict[str, dict[str, list[str]]] = {}
"""By script: the languages of each common word."""
for _script_name, _languages in _COMMON.items():
    _by_word = _SPEAKING.setdefault(_script_name, {})
    for _code, _words in _languages.items():
        for _word in dict.fromkeys(_words.split()):
            _by_word.setdefault(_word, []).append(_code)


def languages_of(text: str) -> tuple[str, ...]:
    """The languages of a text by ISO 639-1 code, the most used first; none if it has no words."""
    sample = text[:_SAMPLE].lower()
    scripts = _scripts(sample)
    total = sum(scripts.values())
    found = [
        _language(script, sample)
        for script, n in sorted(scripts.items(), key=lambda item: -item[1])
        if n == max(scripts.values()) or (n >= _SHARE * total and _has_lines(script, sample))
    ]
    return tuple(language for language in found if language)


def _scripts(sample: str) -> dict[str, int]:
    """How many words there are in each script."""
    others = [] if sample.isascii() else _OTHER.findall(sample)
    scripts = {
        "Latin": len(_LATIN.findall(sample)) if others else 1 if _LATIN.search(sample) else 0
    }
    for letter, n in Counter(run[0] for run in others).items():
        script = _script(letter)
        scripts[script] = scripts.get(script, 0) + n
    for script in _UNSPACED & scripts.keys():  # there two characters make a word, not a run of them
        scripts[script] = sum(len(run) for run in others if _script(run[0]) == script) // 2
    if "Kana" in scripts:
        scripts["Kana"] += scripts.pop("Han", 0)
    return {script: n for script, n in scripts.items() if n and script}


@lru_cache(maxsize=4_096)
def _script(letter: str) -> str:
    return next((name for name, first, last in _SCRIPTS if first <= letter <= last), "")


def _has_lines(script: str, text: str) -> bool:
    """Whether there are lines that are mostly in a script; a foreign name makes no language."""
    lines = 0
    for line in text.splitlines():
        words = _WORD.findall(line)
        lines += len(words) > 2 and 2 * sum(_script(w[0]) == script for w in words) > len(words)
    return lines >= _LINES


def _language(script: str, sample: str) -> str | None:
    """The language of a script whose commonest words the sample has most of."""
    if script in _ONE_LANGUAGE:
        return _ONE_LANGUAGE[script]
    languages = _SPEAKING[script]
    hits = dict.fromkeys(_COMMON[script], 0)
    for word, times in Counter(filter(languages.__contains__, sample[:_PROBE].split())).items():
        for language in languages[word]:
            hits[language] += times
    best = max(hits, key=hits.__getitem__)
    if hits[best]:
        return best
    return "ru" if script == "Cyrillic" else None
