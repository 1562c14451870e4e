"""Who stands with whom, in the same sentence, paragraph or text."""

import re

from tui.companions import companions
from tui.model import Alias, Entity, Mention, Span

TEXT = "Ann met Bob. Cem saw Ann.\nBob and Ann left.\nDee stayed."
KNOWN = {name: Entity(name, name.title(), "person", (Alias(name, "name"),)) for name in ("bob",)}


def _named(text: str) -> list[Mention]:
    return [
        Mention(m[0].lower(), Span(*m.span()), "name", m[0])
        for m in re.finditer("Ann|Bob|Cem|Dee", text)
    ]


def test_companions_are_counted_by_sentence_paragraph_and_text_the_closest_first() -> None:
    found = companions("ann", [(TEXT, _named(TEXT)), ("Dee. Ann.", _named("Dee. Ann."))], KNOWN)
    assert [(c.id, c.sentences, c.paragraphs, c.documents) for c in found] == [
        ("bob", 2, 2, 1),
        ("cem", 1, 1, 1),
        ("dee", 0, 1, 2),
    ]


def test_who_is_not_in_the_registry_is_called_by_the_id() -> None:
    assert [c.name for c in companions("ann", [(TEXT, _named(TEXT))], KNOWN)] == [
        *("Bob", "cem", "dee"),
    ]


def test_an_ambiguous_name_is_nobodys_companion() -> None:
    doubtful = Mention(None, Span(8, 11), "ambiguous", "Bob", ("bob", "cem"))
    assert companions("ann", [(TEXT, [_named(TEXT)[0], doubtful])], KNOWN) == ()
