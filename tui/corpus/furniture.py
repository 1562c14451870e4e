"""The furniture around an article on a web page, told by what a line says, in English and Russian.

Looked for in short lines only: a paragraph that speaks of subscribing or of rights is text.
"""

from __future__ import annotations

import re
from typing import Literal

Furniture = Literal["passing", "closing", "related", "comments"]
"""After "passing" the article may go on, "closing" stands after its end; the others open a list."""

LONGEST = 160
"""Characters of the longest line that is looked at."""


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))


# Lines that say this and nothing else.
_WHOLE: dict[Furniture, frozenset[str]] = {
    "passing": _phrases(
        """home, page, pages, menu, archives, search, share, share this, tweet, print, email,
        e-mail, save, facebook, twitter, telegram, whatsapp, linkedin, about us, contacts,
        contact us, advertisement, advertising, sponsored, sponsored content, subscribe,
        subscribe now, register, log in, login, sign in, sign up, log out, read more, continue
        reading, show more, show less, load more, view all, see all, loading, navigation,
        sitemap, skip to content, skip to main content, privacy policy, cookie policy, terms of
        use, terms of service, главная, главная страница, меню, архив, поиск, поделиться,
        печать, версия для печати, реклама, подписаться, подписка, войти, вход, регистрация,
        контакты, о нас, о сайте, о проекте, читать далее, читать полностью, подробнее, показать
        ещё, показать все, вконтакте, одноклассники, навигация, карта сайта"""
    ),
    "closing": _phrases(
        """no comments, no comments yet, no responses, post a comment, add a comment, leave a
        comment, leave a reply, write a comment, add comment, newer post, older post, newer posts,
        older posts, next post, previous post, next article, previous article, next, previous,
        top, back to top, all rights reserved, нет комментариев, комментариев нет, комментариев
        пока нет, оставить комментарий, добавить комментарий, написать комментарий, следующая
        статья, предыдущая статья, следующая запись, предыдущая запись, следующая новость,
        предыдущая новость, наверх, все права защищены"""
    ),
    "related": _phrases(
        """related posts, related articles, related stories, related news, related content, related,
        related reading, similar posts, similar articles, recommended, recommended for you,
        recommended articles, popular posts, popular articles, latest posts, latest news, recent
        posts, recent articles, recent news, more stories, more news, more articles, other news,
        other articles, see also, read also, also read, you may also like, you might also like,
        most read, most popular, most viewed, most commented, trending, trending now, читайте
        также, читайте ещё, смотрите также, см. также, по теме, ещё по теме, материалы по теме,
        новости по теме, статьи по теме, похожие статьи, похожие материалы, похожие новости,
        похожие записи, другие статьи, другие материалы, другие новости, последние новости,
        последние записи, популярные статьи, популярное, главные новости, свежие записи, самое
        читаемое, самое популярное, рекомендуем, рекомендуем прочитать, лента новостей, связанные
        материалы"""
    ),
}
# Lines that begin with this, and then say what it applies to.
_BEGINNINGS: dict[Furniture, tuple[str, ...]] = {
    "passing": (
        *("tags:", "tag:", "labels:", "label:", "category:", "categories:", "topics:", "keywords:"),
        *(
            "filed under",
            "posted in",
            "share this",
            "share on",
            "share via",
            "follow us",
            "skip to",
        ),
        *("теги:", "метки:", "рубрика:", "рубрики:", "категория:", "категории:", "поделиться в"),
        *("ключевые слова:", "читайте нас", "подписывайтесь", "подпишитесь"),
    ),
    "closing": ("©", "copyright ©", "copyright (c)", "leave a reply", "post a comment"),
    "related": (
        *(
            "see also:",
            "read also:",
            "read more:",
            "also read:",
            "related:",
            "more from ",
            "more on:",
        ),
        *("читайте также:", "читайте ещё:", "смотрите также:", "по теме:", "материал по теме:"),
    ),
}
# Lines that hold one of each group somewhere.
_SIGNS: tuple[tuple[Furniture, tuple[str, ...]], ...] = (
    ("closing", ("comment", "register|log in|login|sign in")),
    ("closing", ("комментари", "войдите|авториз|зарегистр|регистрац")),
    ("closing", ("all rights reserved|все права защищены",)),
    ("closing", ("правообладател", "материал|статья|текст|публикац")),
    ("closing", ("right", "material|article|text|content", "belong|held|reserved")),
    ("closing", ("права на", "материал|статью|текст", "принадлеж")),
    ("closing", ("copyright holder|copyright owner|copyright notice|copyright by|©",)),
    ("passing", ("subscribe", "article|click|access|month|newsletter|today|free|e-mail|channel")),
    ("passing", ("newsletter", "sign up|our|free|daily|weekly|inbox")),
    ("passing", ("sign up", "for free|today|e-mail|email|account")),
    ("passing", ("click here|enable javascript|follow us on",)),
    ("passing", ("cookies", "we use|site uses|accept")),
    ("passing", ("рассылк", "почт|ящик|e-mail|новост|подпи|ежедневн")),
    ("passing", ("подпишитесь на|подписывайтесь на|читайте нас в|наш telegram|наш телеграм",)),
)
_KIND_OF_WHOLE = {phrase: kind for kind, phrases in _WHOLE.items() for phrase in phrases}
_ALL_BEGINNINGS = tuple(start for starts in _BEGINNINGS.values() for start in starts)
SIGNS = tuple({sign for _, groups in _SIGNS for sign in groups[0].split("|")})
"""What a line says somewhere that is told by a sign; hardly any text says any of it."""
_COMMENTS = re.compile(
    r"(?:(?:all |latest |reader )?comments?|responses|комментарии|комментариев|отзывы):?"
    r" ?[\[(]? ?(?P<after>\d*) ?[\])]?:?|(?P<before>\d+) (?:comments?|responses|комментари\w+):?"
)


def signs_in(text: str, signs: tuple[str, ...]) -> tuple[str, ...]:
    """Those of `signs` that some line of a text may hold."""
    said = text.casefold()
    return tuple(sign for sign in signs if sign.split()[0] in said)


def furniture_of(line: str, signs: tuple[str, ...] = SIGNS) -> Furniture | None:
    """Which furniture a line is, None of a line that is text; `signs` are those in its text."""
    if len(line) > LONGEST:
        return None
    said = " ".join(line.casefold().split())
    whole = _KIND_OF_WHOLE.get(said.rstrip(" .:…!»>"))
    if whole:
        return whole
    if said.startswith(_ALL_BEGINNINGS):
        return next(kind for kind, starts in _BEGINNINGS.items() if said.startswith(starts))
    if len(said) < 30 and (comments := _COMMENTS.fullmatch(said)):
        return "closing" if "0" in comments.groups() else "comments"
    if any(map(said.__contains__, signs)):
        return next((kind for kind, groups in _SIGNS if _holds(said, groups)), None)
    return None


def _holds(said: str, groups: tuple[str, ...]) -> bool:
    return all(any(sign in said for sign in group.split("|")) for group in groups)
