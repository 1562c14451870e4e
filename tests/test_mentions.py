"""Mentions: where a text names an entity. `<id: text>` marks a mention in the expected text."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.mentions import Finder, name_terms, surfaces
from tui.model import Alias, Entity, Mention, Scope, Span
from tui.registry import Registry
from tui.registry.spelling import Spelling
from tui.words import split, words


def entity(
    id_: str, *aliases: str | Alias, type_: str = "organisation", scope: Scope = "core"
) -> Entity:
    """An entity whose name is the first alias."""
    name, *rest = aliases
    assert isinstance(name, str)
    spelled = [alias if isinstance(alias, Alias) else Alias(alias) for alias in rest]
    return Entity(id_, name, type_, (Alias(name, "name"), *spelled), scope=scope)


def mentions(text: str, *entities: Entity, doc: str = "a.txt") -> list[Mention]:
    return Finder(Registry.of(entities)).find(text, words(text), doc)


def marked(text: str, *entities: Entity, doc: str = "a.txt") -> str:
    """`text` with its mentions marked; `?` for an ambiguous one."""
    return with_marks(text, mentions(text, *entities, doc=doc))


def with_marks(text: str, found: Sequence[Mention]) -> str:
    pieces, at = [], 0
    for mention in found:
        start, end = mention.span
        pieces += [text[at:start], f"<{mention.entity or '?'}: {text[start:end]}>"]
        at = end
    return "".join(pieces) + text[at:]


CENTER = entity("center", "Carnegie Moscow Center")
RUSSIA = entity("russia", "Russia", Alias("Russian", "demonym"), Alias("Moscow", "metonym"))
CHINA = entity("china", "China", Alias("Chinese", "demonym"))
USA = entity("usa", "United States", "U.S.", "US")
PLA = entity("pla", "People's Liberation Army", "PLA")
SU35 = entity("su-35", "Su-35", type_="equipment")
S400 = entity("s-400", "S-400 Triumph", "S-400", Alias("Triumph", "weak"), type_="equipment")


def test_the_longest_name_wins() -> None:
    text = "the Carnegie Moscow Center in Moscow"
    assert (
        marked(text, RUSSIA, CENTER) == "the <center: Carnegie Moscow Center> in <russia: Moscow>"
    )


def test_of_names_that_overlap_the_longer_counts_though_it_begins_later() -> None:
    bank = entity("bank", "Bank of China")
    daily = entity("daily", "China Daily Evening News")
    assert marked("Bank of China Daily Evening News", bank, daily) == (
        "Bank of <daily: China Daily Evening News>"
    )


def test_of_equally_long_names_that_overlap_the_earlier_counts() -> None:
    assert marked("aa bb cc", entity("x", "aa bb"), entity("y", "bb cc")) == "<x: aa bb> cc"


def test_each_place_is_judged_by_how_it_is_written_there() -> None:
    turkey = entity("turkey", "Turkey", Alias("Turkish", "demonym"))
    text = "Turkey, a turkey, TURKEY, TurKey, Turkey"
    expected = "<turkey: Turkey>, a turkey, <turkey: TURKEY>, TurKey, <turkey: Turkey>"
    finder = Finder(Registry.of([turkey]))
    for _ in range(2):
        assert with_marks(text, finder.find(text, words(text), "a.txt")) == expected


def test_whole_words_only() -> None:
    text = "Moscow and Roscosmos, countries, a plan, SCOPE"
    short = [entity("sco", "SCO"), entity("un", "UN"), entity("pla", "PLA")]
    assert marked(text, *short) == text


def test_case_counts() -> None:
    text = "offered us a few; the US and anti-US, the Us"
    assert marked(text, USA) == "offered us a few; the <usa: US> and anti-<usa: US>, the Us"


def test_capitals_of_a_name_of_four_letters_count() -> None:
    risbek = entity("risbek", "Perizat Risbek kizi", type_="person")
    assert marked("RUSSIA. By Perizat RISBEK KIZI", RUSSIA, risbek) == (
        "<russia: RUSSIA>. By <risbek: Perizat RISBEK KIZI>"
    )
    assert marked("PRC, Prc and prc", entity("prc", "Prc")) == "PRC, <prc: Prc> and prc"


def test_case_fold_finds_any_case() -> None:
    west = entity("west", "West", Alias("western", "demonym", case="fold"))
    assert marked("Western and western", west) == "<west: Western> and <west: western>"


def test_initials_are_not_the_same_as_the_letters_without_stops() -> None:
    assert marked("the U.S. and us", entity("usa", "U.S.")) == "the <usa: U.S.> and us"
    assert marked("the U.S. and the US", entity("usa", "US")) == "the U.S. and the <usa: US>"
    assert marked("U.S.-Russian ties", USA, RUSSIA) == "<usa: U.S.>-<russia: Russian> ties"


@pytest.mark.parametrize("dash", ["-", "–", "‑", "−", " ", "\u00a0"])
def test_dashes_and_spaces_are_one(dash: str) -> None:
    sich = entity("motor-sich", "Motor Sich")
    assert marked(f"Motor{dash}Sich's", sich) == f"<motor-sich: Motor{dash}Sich>'s"


@pytest.mark.parametrize("mark", ["'", "’", "ʼ"])
def test_a_possessive_inside_a_name_takes_any_apostrophe(mark: str) -> None:
    text = f"the People{mark}s Liberation Army{mark}s plan"
    assert marked(text, PLA) == f"the <pla: People{mark}s Liberation Army>{mark}s plan"
    assert marked("the People Liberation Army", PLA) == "the People Liberation Army"


def test_a_name_goes_on_over_a_line_end_but_not_into_the_next_paragraph() -> None:
    line = "a line that is long enough to be of a text that was wrapped for its width at"
    wrapped = f"{line}\n{line} the Carnegie\nMoscow Center is\n{line}"
    assert "<center: Carnegie\nMoscow Center>" in marked(wrapped, CENTER)
    assert marked("the Carnegie\n\nMoscow Center", CENTER) == "the Carnegie\n\nMoscow Center"


@pytest.mark.parametrize("gap", [". ", ", ", " “", " – ", "/", " (", ": "])
def test_signs_between_words_count(gap: str) -> None:
    text = f"Hong{gap}Kong"
    assert marked(text, entity("hk", "Hong Kong")) == text
    assert marked(text, entity("hk", text)) == f"<hk: {text}>"


def test_quotes_of_any_make_are_one() -> None:
    wing = entity("wing", 'The "Red" Wing')
    assert (
        marked("The “Red” Wing, the «Red» Wing", wing) == "<wing: The “Red” Wing>, the «Red» Wing"
    )


def test_outer_signs_of_an_alias_must_stand_there_and_belong_to_it() -> None:
    aircraft = entity("4++", "4++")
    assert marked("the 4++ generation, 4 of them, 4+", aircraft) == (
        "the <4++: 4++> generation, 4 of them, 4+"
    )
    junior = entity("jr", "Ball Jr.")
    assert marked("Ball Jr. said. Ball Jr said", junior) == "<jr: Ball Jr.> said. Ball Jr said"
    assert marked("Yahoo! and Yahoo", entity("yahoo", "Yahoo!")) == "<yahoo: Yahoo!> and Yahoo"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Su-35, Su–35 and Su 35", "the <su-35: Su-35>, <su-35: Su–35> and <su-35: Su 35>"),
        ("Su-35S, Su-357, Su-35-2", "Su-35S, Su-357, Su-35-2"),
        ("Su-35-based, Su-35’s, Su-35s", "<su-35: Su-35>-based, <su-35: Su-35>’s, <su-35: Su-35>s"),
    ],
)
def test_a_designator_is_one_word(text: str, expected: str) -> None:
    assert marked(text, SU35) == expected


@pytest.mark.parametrize(
    "text",
    [
        "S-400",
        "Su-35",
        "D-30",
        "$400",
        "400%",
        "1,400",
        "400-500",
        "400.5",
        "13.06.2023",
        "R&D",
        "C++",
    ],
)
def test_a_part_of_a_designator_or_a_number_is_no_name(text: str) -> None:
    parts = ["S", "Su", "R", "D", "C", "400", "35", "30", "06", "13", "5", "500", "1"]
    assert marked(text, *(entity(part, part) for part in parts)) == text


def test_letters_that_look_alike_agree_in_designators() -> None:
    ms21 = entity("mc-21", "MC-21")
    assert marked("МС-21 готовится", ms21) == "<mc-21: МС-21> готовится"


def test_accents_do_not_count() -> None:
    racz = entity("racz", "András Rácz")
    assert marked("Andras Racz; András Rácz", racz) == "<racz: Andras Racz>; <racz: András Rácz>"


def test_an_acronym_counts_in_the_plural_and_a_word_does_not() -> None:
    text = "more ICBMs, two MiGs, TASS, Russians"
    kept = [entity("icbm", "ICBM"), entity("mig", "MiG"), entity("tas", "TAS"), RUSSIA]
    assert marked(text, *kept) == "more <icbm: ICBM>s, two <mig: MiG>s, TASS, Russians"


def test_a_single_letter_counts_with_a_rule_alone() -> None:
    assert marked("posted on X, Malcolm X", entity("x", "X")) == "posted on X, Malcolm X"
    tied = entity("x", "Twitter", Alias("X", after=("on",)))
    assert marked("posted on X. Malcolm X", tied) == "posted on <x: X>. Malcolm X"


def test_the_next_word_may_rule_an_alias_out_or_in() -> None:
    russia = entity("russia", "Russia", Alias("Russian", "demonym", not_before=("Language",)))
    assert marked("Russian-language report, Russian arms", russia) == (
        "Russian-language report, <russia: Russian> arms"
    )
    games = entity("games", "Winter Games", Alias("Beijing", before=("Winter Olympics",)))
    text = "Beijing said; the Beijing Winter Olympics"
    assert marked(text, games) == "Beijing said; the <games: Beijing> Winter Olympics"


def test_the_previous_word_may_rule_an_alias_out_or_in() -> None:
    army = entity("army", "Russian Army", Alias("Army", not_after=("salvation",)))
    assert marked("Salvation Army, the Army", army) == "Salvation Army, the <army: Army>"
    city = entity("city", "City of Moscow", Alias("Moscow", after=("in", "from")))
    assert marked("Moscow; in\nMoscow", city) == "Moscow; in\nMoscow"
    assert marked("Moscow; in Moscow", city) == "Moscow; in <city: Moscow>"


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("002_ab1.txt", True),
        ("002_ab1", True),
        ("002", True),
        ("002_", True),
        ("0", False),
        ("002_ab", False),
        ("003", False),
        ("", False),
    ],
)
def test_an_alias_may_be_tied_to_documents(name: str, counts: bool) -> None:
    only = entity("only", "Only", Alias("A One", only_in=(name,)))
    never = entity("never", "Never", Alias("A Two", not_in=(name,)))
    found = {m.entity for m in mentions("A One, A Two", only, never, doc="002_ab1.txt")}
    assert found == ({"only"} if counts else {"never"})


def test_a_folder_is_the_beginning_of_its_documents() -> None:
    only = entity("only", "Only", Alias("A One", only_in=("reports/",)))
    assert mentions("A One", only, doc="reports/1.txt")
    assert not mentions("A One", only, doc="mail/1.txt")


def test_a_weak_alias_counts_beside_a_strong_one_alone() -> None:
    assert marked("a Triumph", S400) == "a Triumph"
    assert marked("Triumph, the S-400", S400) == "<s-400: Triumph>, the <s-400: S-400>"
    moscow = entity("r", "Russian Federation", Alias("Moscow", "metonym"), Alias("Union", "weak"))
    assert marked("the Union and Moscow", moscow) == "the Union and <r: Moscow>"


def test_a_weak_alias_that_does_not_count_hides_nothing() -> None:
    long = entity("deal", "The 2015 deal", Alias("Moscow deal", "weak"))
    assert marked("the Moscow deal", long, RUSSIA) == "the <russia: Moscow> deal"
    assert marked("The 2015 deal: the Moscow deal", long, RUSSIA) == (
        "<deal: The 2015 deal>: the <deal: Moscow deal>"
    )


WANG_YI = entity("wang-yi", "Wang Yi", "Wang", type_="person")
WANG_LI = entity("wang-li", "Wang Li", "Wang", type_="person")


def test_an_alias_of_two_entities_is_ambiguous() -> None:
    assert mentions("Wang said", WANG_YI, WANG_LI) == [
        Mention(None, Span(0, 4), "ambiguous", "Wang", ("wang-yi", "wang-li"))
    ]


def test_an_alias_written_just_so_goes_before_capitals_and_any_case() -> None:
    nato, nota = entity("nato", "NATO"), entity("nato-word", "Nato", Alias("nato", case="fold"))
    assert marked("NATO, Nato, nato", nato, nota) == (
        "<nato: NATO>, <nato-word: Nato>, <nato-word: nato>"
    )


def test_an_alias_tied_to_its_surroundings_goes_before_one_that_is_not() -> None:
    city = entity("beijing", "City of Beijing", Alias("Beijing", before=("Olympics",)))
    china = entity("china", "China", Alias("Beijing", "metonym"))
    assert marked("Beijing; the Beijing Olympics", city, china) == (
        "<china: Beijing>; the <beijing: Beijing> Olympics"
    )


def test_a_full_name_goes_before_an_alias_but_not_before_a_metonym() -> None:
    son, father = entity("son", "Chiang Ching-kuo"), entity("father", "Chiang", "Chiang Ching-kuo")
    assert marked("Chiang Ching-kuo", son, father) == "<son: Chiang Ching-kuo>"
    city, state = entity("city", "Hong Kong"), entity("state", "SAR", Alias("Hong Kong", "metonym"))
    assert marked("Hong Kong", city, state) == "<?: Hong Kong>"
    town = entity("town", "Boston")
    team = entity("team", "Boston Red Sox", "Boston")
    assert marked("Boston", town, team) == "<?: Boston>"


def test_a_decision_settles_a_single_mention() -> None:
    registry = Registry.of([WANG_YI, WANG_LI])
    text = "Wang met Wang"
    chosen = {("a.txt", Span(9, 13)): "wang-li"}
    finder = Finder(registry, lambda doc, span: chosen.get((doc, span)))
    found = finder.find(text, words(text), "a.txt")
    assert with_marks(text, found) == "<?: Wang> met <wang-li: Wang>"


def test_a_concept_hides_no_name_and_has_its_own_layer() -> None:
    sphere = entity("sphere", "Russian defence sphere", type_="concept", scope="concept")
    text = "the Russian defence sphere"
    finder = Finder(Registry.of([RUSSIA, sphere]))
    assert with_marks(text, finder.find(text, words(text), "a")) == (
        "the <russia: Russian> defence sphere"
    )
    assert with_marks(text, finder.concepts(text, words(text), "a")) == (
        "the <sphere: Russian defence sphere>"
    )


def test_a_russian_alias_is_found_in_its_cases() -> None:
    power = entity("power", "Power of Siberia 2", Alias("Сила Сибири-2", lang="ru"))
    china = entity(
        "china", "China", Alias("Китай", lang="ru"), Alias("китайцы", "demonym", lang="ru")
    )
    text = "Китая и Китаю; китайцев; кит, китам; Силы Сибири-2, СИЛОЙ СИБИРИ-2"
    assert marked(text, power, china) == (
        "<china: Китая> и <china: Китаю>; <china: китайцев>; кит, китам;"
        " <power: Силы Сибири-2>, <power: СИЛОЙ СИБИРИ-2>"
    )


def test_every_alias_that_is_written_can_be_counted() -> None:
    text = "Carnegie Moscow Center, Triumph"
    finder = Finder(Registry.of([CENTER, RUSSIA, S400]))
    written = {(id_, alias.text) for id_, alias, _ in finder.written(text, words(text), "a")}
    assert written == {
        ("center", "Carnegie Moscow Center"),
        ("russia", "Moscow"),
        ("s-400", "Triumph"),
    }


def test_names_become_terms_at_the_positions_of_their_words() -> None:
    text = "Moscow's S-400.\n\nWang spoke of Russia"
    kept = [RUSSIA, S400, WANG_YI, WANG_LI]
    found = mentions(text, *kept)
    terms = words(text).terms
    assert terms == ["¶", "moscow", "s", "400", "¶", "wang", "spoke", "of", "russia"]
    assert list(name_terms(found, words(text), Registry.of(kept))) == [
        ("russia", 1, 1),
        (":organisation", 1, 1),
        ("s-400", 2, 3),
        ("s-400!", 2, 3),
        (":equipment", 2, 3),
        ("?wang-yi", 5, 5),
        ("?wang-li", 5, 5),
        ("russia", 8, 8),
        ("russia!", 8, 8),
        (":organisation", 8, 8),
    ]


def test_a_text_that_names_an_entity_holds_one_of_its_surfaces() -> None:
    assert surfaces(SU35) == {("su", "35"), ("su-35",)}
    assert surfaces(entity("china", "Китай", Alias("Китай", lang="ru"))) == {
        (form,) for form in ("китай", "китая", "китаю", "китаем", "китае")
    }


@given(st.text("aZ09 ", min_size=1) | st.integers(90, 110).map(lambda n: "a" * n))
def test_the_short_way_to_the_words_of_an_alias_agrees_with_the_tokeniser(surface: str) -> None:
    assert Spelling("x", Alias(surface), surface).terms == tuple(split(surface).terms)


PARTS = ["a", "b", "c", "aa"]
NAMES = st.lists(st.sampled_from(PARTS), min_size=1, max_size=3).map(" ".join)


def longest_by_force(text: str, names: set[str]) -> list[Span]:
    """All places of the names as whole words, chosen longest first, then earliest."""
    spaces = {at for at, sign in enumerate(text) if sign == " "}
    starts, ends = {0} | {at + 1 for at in spaces}, spaces | {len(text)}
    places = [
        Span(at, at + len(name))
        for name in names
        for at in starts
        if text.startswith(name, at) and at + len(name) in ends
    ]
    chosen: list[Span] = []
    for place in sorted(places, key=lambda span: (span.start - span.end, span.start)):
        if all(place.end <= span.start or span.end <= place.start for span in chosen):
            chosen.append(place)
    return sorted(chosen)


@given(st.sets(NAMES, min_size=1, max_size=6), st.lists(st.sampled_from(PARTS), max_size=14))
def test_the_longest_names_are_those_that_brute_force_finds(
    names: set[str], parts: list[str]
) -> None:
    text = " ".join(parts)
    names = {name for name in names if len(name) > 1}
    kept = [entity(name, name) for name in sorted(names)]
    assert [m.span for m in mentions(text, *kept)] == longest_by_force(text, names)


@given(
    st.lists(st.text("aAбÉ'’.-–&4$+% \n", min_size=1, max_size=8), min_size=1, max_size=5),
    st.lists(st.text("aAбÉ'’.-–&4$+% \n", max_size=8), max_size=6),
)
def test_mentions_never_overlap_and_their_spans_lie_in_the_text(
    names: list[str], between: list[str]
) -> None:
    text = " ".join(part for pair in zip(names, between, strict=False) for part in pair)
    kept = [entity(str(at), " ".join(name.split()) or "x") for at, name in enumerate(names)]
    finder = Finder(Registry.of(kept))
    found = finder.find(text, words(text), "a")
    assert found == finder.find(text, words(text), "a")
    ends = [0, *(m.span.end for m in found)]
    for mention, end in zip(found, ends, strict=False):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert text[mention.span.start : mention.span.end].strip()
    list(name_terms(found, words(text), Registry.of(kept)))
