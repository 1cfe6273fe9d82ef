import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import AmbiguousTheme, CodeframeError, UnknownTheme
from freetext.survey.codeframe import SLUG, Codeframe, Theme, codeframe_of, fold, phrase_fault, slugify

MONEY = Theme("money", 1, "Money", net="means")
SKILL = Theme("skill", 2, "Skill", net="means")
HABIT = Theme("habit", 3, "Habit")
NONE = Theme("none", 99, "None", reserved="none")
MEANS = Theme("means", 10, "Means")
names = st.text(max_size=20).filter(lambda name: bool(name.strip()))


def frame(*themes, nets=()):
    return Codeframe("f", themes, nets)


@settings(max_examples=300)
@given(st.text(max_size=30))
def test_slugify_makes_slugs(name):
    """Whatever a theme is called, its slug is a slug and its own slug."""
    slug = slugify(name)
    assert SLUG.fullmatch(slug)
    assert slug == slug.lower() == slugify(slug)


@settings(max_examples=200)
@given(st.lists(names, min_size=1, max_size=8, unique_by=fold))
def test_every_bare_name_finds_its_own_theme(given_names):
    """A codeframe of bare names keeps their order, and each name, slug and theme belong together."""
    codeframe = codeframe_of(given_names)
    assert [theme.name for theme in codeframe.themes] == given_names
    assert [codeframe.find(name).name for name in given_names] == given_names
    assert [codeframe.find(slug).slug for slug in codeframe.slugs] == list(codeframe.slugs)


def test_numeric_codes_are_names_before_they_are_numbers():
    """Labels 0, 1, 2 without a codeframe mean themselves, not the first, second and third theme; nor is 1 the slug of -1."""
    codeframe = codeframe_of(["-1", "0", "1", "2"])
    assert [codeframe.find(code).name for code in ("-1", "0", "1", "2")] == ["-1", "0", "1", "2"]
    assert codeframe.slugs == ("1-2", "0", "1", "2")


def test_look_ups_know_slug_name_and_number():
    """A theme is found by slug, name (in any case and spacing) and number, a net too."""
    codeframe = frame(MONEY, SKILL, NONE, nets=(MEANS,))
    assert [codeframe.find(key) for key in ("money", " MONEY ", "1", "means")] == [MONEY, MONEY, MONEY, MEANS]


def test_a_slug_wins_over_another_themes_name():
    """Our own output holds slugs, so that a slug is never taken for the name of another theme."""
    codeframe = frame(Theme("a", 1, "b"), Theme("b", 2, "a"))
    assert codeframe.find("b").slug == "b"


def test_a_name_of_several_themes_is_refused():
    """A name that several themes bear, in any spelling, is answered with their slugs; slugs and numbers find them still."""
    other, third = Theme("pay", 4, "MONEY "), Theme("cash", 5, "Ｍoney")
    codeframe = frame(Theme("wages", 1, "Money", net="means"), other, third, nets=(MEANS,))
    with pytest.raises(
        AmbiguousTheme, match=r"'money' is the name of 3 themes\. Write a slug: wages or pay or cash\."
    ) as caught:
        codeframe.find("money")
    assert caught.value.slugs == ("wages", "pay", "cash")
    assert [codeframe.find(key) for key in ("pay", "4", "cash", "5")] == [other, other, third, third]


def test_only_names_are_ambiguous():
    """A slug wins over any names, a name over a number, and a theme over a net of its name, for a net is never coded."""
    twins = frame(Theme("a", 1, "x"), Theme("b", 2, "A"), Theme("c", 3, "A"))
    assert twins.find("A").slug == "a"
    assert frame(Theme("a", 1, "2"), Theme("b", 2, "B")).find("2").slug == "a"
    assert frame(Theme("a", 1, "Means", net="n"), nets=(Theme("n", 2, "Means"),)).find("means").slug == "a"
    with pytest.raises(AmbiguousTheme, match="m or n"):
        frame(Theme("a", 1, "x", net="n"), nets=(Theme("m", 2, "Means"), Theme("n", 3, "Means"))).find("means")


def test_a_failed_look_up_suggests():
    """An unknown theme is answered with the nearest one and the list."""
    with pytest.raises(UnknownTheme, match=r"no theme 'monei'.*money, skill.*Did you mean 'money'"):
        frame(MONEY, SKILL, nets=(MEANS,)).find("monei")


def test_lines_put_nets_before_children_and_reserved_codes_last():
    """A table prints a net, then its themes one step in, then the rest, then the reserved codes."""
    codeframe = frame(NONE, HABIT, MONEY, SKILL, nets=(MEANS,))
    assert [(theme.slug, depth) for theme, depth in codeframe.lines()] == [
        ("habit", 0),
        ("means", 0),
        ("money", 1),
        ("skill", 1),
        ("none", 0),
    ]


def test_children_are_found_at_any_depth():
    """A net holds the themes of the nets in it."""
    inner = Theme("inner", 11, "Inner", net="means")
    deep = Theme("deep", 4, "Deep", net="inner")
    codeframe = frame(MONEY, deep, HABIT, nets=(MEANS, inner))
    assert codeframe.children("means") == (MONEY, deep)
    assert codeframe.children("inner") == (deep,)


REFUSED = [
    ((), (), "has no theme", "theme"),
    ((Theme("Bad Slug", 1, "x"),), (), "'bad-slug' would do", "slug"),
    ((Theme("a", 1, "x"), Theme("a", 2, "y")), (), "slug 'a' stands twice", "slug"),
    ((Theme("a", 1, "x"), Theme("b", 1, "y")), (), "number 1 stands twice", "number"),
    ((Theme("a", 1, " "),), (), "blank name", "name"),
    ((Theme("a", 1, "x", reserved="nobody"),), (), "none, dont-know, other, uncodable", "reserved"),
    ((Theme("a", 1, "x", net="meens", reserved=""),), (MEANS,), "Did you mean 'means'", "net"),
    ((HABIT, Theme("a", 1, "x", net="habit")), (), "only a net holds themes", "net"),
    ((HABIT,), (Theme("a", 1, "x", net="b"), Theme("b", 2, "y", net="a")), "in a circle: a > b > a", "net"),
    ((HABIT,), (Theme("a", 1, "x", reserved="none"),), "counted, never coded", "reserved"),
    ((HABIT,), (Theme("a", 1, "x", always=("y",)),), "counted, never coded", "always"),
    ((Theme("a", 1, "x", always=(" ",)),), (), "an empty phrase", "always"),
    ((Theme("a", 1, "x", keywords=("f*nd",)),), (), "does not end a word", "keywords"),
    ((Theme("a", 1, "x", always=("No money",), never=("no  money",)),), (), "under always and under never", "never"),
]


@pytest.mark.parametrize(("themes", "nets", "said", "key"), REFUSED, ids=[case[2] for case in REFUSED])
def test_a_codeframe_that_contradicts_itself_does_not_exist(themes, nets, said, key):
    """Each contradiction is refused, with the key that it is about."""
    with pytest.raises(CodeframeError, match=said) as caught:
        Codeframe("f", themes, nets)
    assert caught.value.key == key


@pytest.mark.parametrize("name", ["con", "NUL", "aux.2", "com1", "lpt\u00b9"])
def test_a_codeframe_has_no_name_that_windows_keeps(name):
    """A model's folder bears the codeframe's name, so that this must do for a folder everywhere."""
    with pytest.raises(CodeframeError, match="Windows keeps it") as caught:
        Codeframe(name, (HABIT,))
    assert caught.value.key == "name"
    assert Codeframe("con-1", (HABIT,)).name == "con-1"


def test_nets_have_a_depth_that_a_table_can_show():
    """A chain of nets that would exhaust the stack is refused."""
    nets = tuple(Theme(f"n{place}", place, "n", net=f"n{place + 1}") for place in range(1, 2000))
    with pytest.raises(CodeframeError, match="more than 20 deep"):
        frame(Theme("t", 5000, "t"), nets=(*nets, Theme("n2000", 2000, "n")))


@pytest.mark.parametrize("phrase", ["fund*", "no money", "short* of staff*", "-", "c++"])
def test_phrases_with_a_star_at_the_end_of_words_stand(phrase):
    """A phrase is words; `*` may end each."""
    assert phrase_fault(phrase) == ""


@pytest.mark.parametrize("phrase", ["", "  ", "*", "**", "a**", "*a", "a*b", "fund *", "fund*,"])
def test_other_stars_and_empty_phrases_fall(phrase):
    """A `*` elsewhere than at the end of a word is refused, and so is a phrase without a word."""
    assert phrase_fault(phrase) != ""


def test_the_digest_hears_everything():
    """Any change of a codeframe changes its digest; the same codeframe has the same."""
    frames = [frame(HABIT), frame(HABIT, NONE), Codeframe("g", (HABIT,)), Codeframe("f", (HABIT,), title="t")]
    assert len({each.digest for each in frames}) == 4
    assert frame(HABIT).digest == frames[0].digest
