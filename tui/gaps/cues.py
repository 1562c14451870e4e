"""What the words in and around a name say of its type: President X, X Corporation, X missile."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from tui.gaps.folding import stem

_TITLES = """
    president vice-president premier chancellor king queen prince princess emperor pope chairman
    chairwoman chair secretary minister ambassador senator congressman congresswoman representative
    governor mayor judge justice general gen lieutenant lt colonel col major maj captain capt
    commander cmdr admiral adm marshal sergeant sgt professor prof doctor dr mr mrs ms miss sir lord
    lady madame comrade director spokesman spokeswoman under-secretary undersecretary counselor
    minister-counselor generalissimo
    президент премьер премьер-министр министр посол сенатор губернатор мэр судья генерал полковник
    подполковник майор капитан адмирал маршал профессор доктор академик господин госпожа депутат
    директор глава председатель секретарь вице-президент вице-премьер лейтенант г-н г-жа"""
_BEFORE = {
    "person": _TITLES
    + """ analyst expert spokesperson author journalist historian scientist envoy leader
    эксперт аналитик журналист писатель историк учёный политик лидер режиссёр актёр певец тренер
    чемпион правозащитник адвокат координатор пресс-секретарь бизнесмен руководитель""",
    "organisation": """company firm agency conglomerate manufacturer university bank
    завод компания корпорация концерн предприятие агентство банк фирма холдинг институт университет
    министерство партия движение фонд организация служба комитет ассоциация союз клуб группа
    оао зао ооо пао ао""",
    "place": """city town village province island river capital port airport
    город деревня село посёлок остров река область район край республика порт аэропорт столица""",
    "publication": """newspaper magazine journal weekly daily website
    газета журнал издание телеканал радиостанция сайт радио портал""",
    "equipment": """missile fighter aircraft tank ship submarine
    ракета истребитель самолёт вертолёт танк корабль крейсер комплекс подлодка эсминец фрегат
    корвет двигатель""",
    "event": """exercise exercises operation summit festival
    учение операция саммит фестиваль выставка турнир""",
    "programme": "programme program initiative программа инициатива",
}
_AFTER = {
    "person": """said says told added stressed emphasized replied argued asked himself herself
    сказал заявил сообщил отметил считает добавил подчеркнул пояснил рассказал""",
    "organisation": "company spokesman spokeswoman shares subsidiary headquarters",
    "place": "city province region island airport harbor harbour",
    "equipment": """missile missiles fighter fighters aircraft jet jets tank tanks destroyer
    destroyers frigate frigates corvette submarine submarines drone drones helicopter helicopters
    radar engine engines rocket rockets system systems launcher bomber bombers rifle satellite""",
    "event": "exercise exercises summit games festival",
    "publication": "newspaper magazine reported website",
    "programme": "programme program initiative",
    "deal": "contract deal agreement",
}
_HEADS = {
    "organisation": """corporation corp company co inc ltd group agency ministry department
    institute university college academy bank navy army force forces fleet party committee
    commission council union association center centre foundation bureau organization organisation
    administration court parliament congress senate assembly board service command guard office
    league club school embassy consulate federation authority staff jsc llc
    министерство департамент институт университет академия банк партия комитет комиссия совет союз
    ассоциация центр фонд бюро организация администрация суд дума агентство служба завод корпорация
    компания концерн флот армия федерация клуб движение управление""",
    "place": """sea strait straits island islands river lake mount mountains bay gulf peninsula
    province city county ocean valley airport street square palace republic kingdom coast
    море пролив остров река озеро залив область край район площадь улица республика""",
    "publication": """times post daily news journal herald tribune gazette press review magazine
    broadcasting tv газета известия вести новости журнал""",
    "event": """war crisis summit games olympics conference revolution exercise festival cup
    championship talks forum massacre uprising battle offensive
    война кризис саммит игры олимпиада конференция форум революция чемпионат битва кубок""",
    "programme": """programme program plan initiative project strategy pipeline
    программа план инициатива проект стратегия""",
    "deal": """treaty agreement accord accords pact convention protocol contract
    договор соглашение пакт конвенция протокол контракт""",
    "equipment": "missile tank fighter destroyer submarine satellite rocket launcher",
}


def _by_word(types: dict[str, str]) -> dict[str, str]:
    return {stem(word): type for type, words in types.items() for word in words.split()}


_TITLE = frozenset(_by_word({"person": _TITLES}))
_RANKS = "deputy foreign prime acting assistant chief defense defence first vice under"
_RANK = frozenset(_RANKS.split())
"""What may stand before a title with a capital of its own."""
_TYPE_BEFORE, _TYPE_AFTER, _TYPE_OF_HEAD = map(_by_word, (_BEFORE, _AFTER, _HEADS))
_IN = frozenset(("in", "at", "into", "across", "near", "throughout", "в", "во", "из"))
_DESIGNATOR = re.compile(r"[^\W\d_]{1,4}[-‐‑–]?\d[\w-]*|\d+[^\W\d_][\w-]*")
_ENOUGH = 0.12
"""Votes for each place of a name that decide what it is."""


@lru_cache(maxsize=1 << 14)
def votes(before: str, after: str) -> tuple[str, ...]:
    """What one place of a name speaks for: the title or word before it and the word after it."""
    own, next_ = _key(before), _key(after)
    found = (_TYPE_BEFORE.get(own), _TYPE_AFTER.get(next_), "place" if own in _IN else None)
    return tuple(type for type in found if type)


def guess(name: str, said: Counter[str], places: int) -> str | None:
    """What a name may be, None if nothing tells: its own words do before those around it."""
    words = name.split()
    if len(words) > 1:
        head = words.index("of") - 1 if "of" in words[1:] else len(words) - 1
        own = (_TYPE_OF_HEAD.get(_key(words[at])) for at in (head, 0))
        if type := next(filter(None, own), None):
            return type
    type, times = said.most_common(1)[0] if said else (None, 0)
    if times >= _ENOUGH * places:
        return type
    if any(_DESIGNATOR.fullmatch(word) for word in words):
        return "equipment"
    return "person" if 1 < len(words) < 4 and all(map(_is_of_person, words)) else None


def titles(words: list[str]) -> int:
    """How many of the first words of a name only say who somebody is: Chinese President."""
    if _key(words[-1]) in _TYPE_OF_HEAD:  # the General Assembly
        return 0
    found = [at for at, word in enumerate(words) if _key(word) in _TITLE]
    end = found[-1] + 1 if found else 0
    if words[end : end + 1] == ["of"]:  # Secretary of State Rusk, but the Mayor of Peking
        end += 2
    return end if end < len(words) else 0


def is_office(words: list[str]) -> bool:
    """Whether a name only says what somebody is: Prime Minister."""
    return all(_key(word) in _TITLE or word.casefold() in _RANK for word in words)


def _is_of_person(word: str) -> bool:
    """Whether a word may be part of a person's name: Dean, W., McGeorge."""
    return word[0].isupper() and word[1:].replace(".", "a").isalpha() and not word.isupper()


@lru_cache(maxsize=1 << 14)
def _key(word: str) -> str:
    return stem(word.casefold().strip(".,«»“”\"'()").replace("ё", "е"))
