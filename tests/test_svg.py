"""Tags of a picture as text."""

from tui.svg import picture, tag, words


def test_an_attribute_is_spelled_as_svg_has_it() -> None:
    assert tag("rect", class_="date", stroke_width=1.50, rx=None) == (
        '<rect class="date" stroke-width="1.5"/>'
    )


def test_words_are_words_whatever_they_hold() -> None:
    assert words('<b> & "c"', 1, 2) == '<text x="1" y="2">&lt;b&gt; &amp; &quot;c&quot;</text>'


def test_a_picture_says_what_it_is() -> None:
    made = picture(10, 20, "A <title>", "", [words("x", 0, 0)])
    assert "<title>A &lt;title&gt;</title>" in made
    assert 'viewBox="0 0 10 20"' in made
