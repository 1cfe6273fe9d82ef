import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import AmbiguousTheme, CodeframeError, UnknownTheme
from freetext.survey.codeframe import SLUG, Codeframe, Theme, codeframe_of, fold, phrase_fault, slugify
from freetext.survey.fates import MOST, Change, Fate

MONEY = Theme("money", 1, "Money", net="means")
SKILL = Theme("skill", 2, "Skill", net="means")
HABIT = Theme("habit", 3, "Habit")
NONE = Theme("none", 99, "None", reserved="none")
MEANS = Theme("means", 10, "Means")
names = st.text(max_size=20).filter(lambda name: bool(name.strip()))


def frame(*themes, nets=(), changes=()):
    return Codeframe("f", themes, nets, changes=changes)


def change(op, old, new="", time="2026-11-22T10:00:00Z"):
    return Change(op, tuple(old.split()), tuple(new.split()), time)


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


def test_the_digest_of_a_codeframe_without_changes_stays():
    """Changes are heard by the digest, and a codeframe that has none has the digest that it had before there were any."""
    assert frame(HABIT).digest == "976a5ac6c89e7540"
    assert len({frame(HABIT, changes=log).digest for log in ((), LOG[1:], LOG)}) == 3


LOG = (change("rename", "old", "new"), change("merge", "new newer", "habit"))


def test_every_slug_that_moved_has_a_fate():
    """A codeframe knows what became of each slug in its log; slugs that it never moved have no entry."""
    split = frame(HABIT, SKILL, changes=(*LOG, change("split", "both", "habit skill")), nets=(MEANS,))
    assert split.fates == {
        "old": Fate(("habit",)),
        "new": Fate(("habit",)),
        "habit": Fate(("habit",)),
        "skill": Fate(("skill",)),
        "newer": Fate(("habit",)),
        "both": Fate(("habit", "skill"), sure=False),
    }


@pytest.mark.parametrize(
    ("changes", "said", "key", "slug"),
    [
        (
            [("rename", "habit", "money")],
            r"'habit' has gone \(rename habit -> money\): no other theme",
            "slug",
            "habit",
        ),
        ([("merge", "a habit", "money")], r"'habit' has gone \(merge a, habit -> money\)", "slug", "habit"),
        ([("retire", "habit")], r"'habit' has gone \(retire habit\)", "slug", "habit"),
        ([("split", "habit", "a money"), ("rename", "a", "habit")], "'habit' has gone before", "change", "habit"),
        ([("rename", "a", "b")], "leads to 'b', which is no theme", "change", "b"),
        ([("split", "a", "b money"), ("rename", "b", "c")], "leads to 'c', which is no theme", "change", "c"),
        ([("rename", "a", "means")], "leads to 'means', which is no theme", "change", "means"),
        (
            [("retire", "c"), ("rename", "b", "c"), ("rename", "c", "money")],
            "rename b -> c: 'c' has gone before",
            "change",
            "c",
        ),
        (
            [("split", "a", "habit money"), ("merge", "habit", "a")],
            "merge habit -> a: 'a' has gone before",
            "change",
            "a",
        ),
        (
            [("rename", "a", "habit"), ("rename", "a", "money")],
            "rename a -> money: 'a' had gone by then",
            "change",
            "a",
        ),
        (
            [("retire", " ".join(f"s{n}-{m}" for m in range(900))) for n in range(MOST // 900 + 1)],
            "more than 2,000 slugs",
            "change",
            "",
        ),
    ],
)
def test_a_log_that_would_change_what_labels_mean_is_refused(changes, said, key, slug):
    """A slug that has gone is nobody's again, every change leads to themes that are there, and a log has an end."""
    with pytest.raises(CodeframeError, match=said) as caught:
        frame(MONEY, HABIT, nets=(MEANS,), changes=tuple(change(*each) for each in changes))
    assert (caught.value.key, caught.value.slug) == (key, slug)


def test_a_slug_may_come_back_as_itself():
    """Renaming there and back, merging into one of the themes, and a net of a gone theme's slug change no label's meaning."""
    assert frame(HABIT, changes=(change("rename", "habit", "x"), change("rename", "x", "habit"))).fates["x"] == Fate(
        ("habit",)
    )
    assert frame(HABIT, changes=(change("merge", "a habit", "habit"),)).fates["habit"] == Fate(("habit",))
    assert frame(HABIT, MONEY, nets=(MEANS,), changes=(change("split", "means", "habit money"),)).fates


@pytest.mark.parametrize(
    ("given_change", "said", "key"),
    [
        (("marge", "a", "b"), "Did you mean 'merge'", "op"),
        (("merge", "", "b"), "takes one slug or more in `from` and one in `to`", "from"),
        (("merge", "a b", "c d"), "one in `to`", "to"),
        (("merge", "a", "a"), "into itself", "to"),
        (("merge", "a a", "b"), "twice in 'from'", "from"),
        (("split", "a", "b"), "two or more in `to`", "to"),
        (("split", "a b", "c d"), "one slug in `from`", "from"),
        (("split", "a", "a b"), "into itself", "to"),
        (("split", "a", "b b"), "twice in 'to'", "to"),
        (("rename", "a", "b c"), "one in `to`", "to"),
        (("rename", "a", "a"), "into itself", "to"),
        (("retire", "a", "b"), "none in `to`", "to"),
        (("retire", "a", "", "soon"), "'soon' is no time", "time"),
    ],
)
def test_a_change_that_means_nothing_does_not_exist(given_change, said, key):
    """Each kind of change takes its number of slugs on either side and a time that can be read."""
    with pytest.raises(CodeframeError, match=said) as caught:
        change(*given_change)
    assert caught.value.key == key
    with pytest.raises(CodeframeError, match="one slug or more"):
        Change("retire", ("",), (), "2026-11-22")


def test_a_change_is_told_on_one_line():
    """A change reads as it was made, whatever stands in it."""
    assert str(change("merge", "a b", "c")) == "merge a, b -> c"
    assert str(Change("retire", ("a\nb", "\u202e"), (), "2026-11-22")) == r"retire 'a\nb', '\u202e'"
