import pytest

from freetext.errors import CodeframeError, UnknownTheme
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.fates import Change
from freetext.survey.recoding import Recoded, merge, rename, retire, split

TIME = "2026-11-22T10:00:00Z"
MONEY = Theme(
    "money",
    11,
    "Money",
    "Budgets.",
    ("grants",),
    ("time: staff",),
    ("No cash.",),
    ("fund*",),
    ("no money",),
    ("moneyed",),
    "means",
)
STAFF = Theme(
    "staff",
    12,
    "Staff",
    "People.",
    ("vacancies", "Grants"),
    ("money",),
    (),
    ("FUND*", "people"),
    ("Moneyed",),
    ("no  money", "staffed"),
)
HABIT = Theme("habit", 21, "habit")
OTHER = Theme("other", 97, "Other", reserved="other")
NONE = Theme("none", 99, "None", reserved="none")
MEANS = Theme("means", 30, "Means")
FRAME = Codeframe("f", (MONEY, STAFF, HABIT, OTHER, NONE), (MEANS,))


def the_theme(recoded, slug):
    frame = recoded.codeframe
    return frame.themes[frame.position[slug]]


def test_the_theme_that_stays_takes_in_what_the_others_list():
    """A merge keeps the target's number, net, name and definition, adds lists without repeats, and says what it leaves out."""
    done = merge(FRAME, ["staff"], "money", time=TIME, why="one pot")
    assert done.codeframe.slugs == ("money", "habit", "other", "none")
    assert done.codeframe.changes == (Change("merge", ("staff",), ("money",), TIME, "one pot"),)
    assert the_theme(done, "money") == Theme(
        "money",
        11,
        "Money",
        "Budgets.",
        ("grants", "vacancies"),
        ("time: staff", "money"),
        ("No cash.",),
        ("fund*", "people"),
        ("no money",),
        ("moneyed", "staffed"),
        "means",
    )
    assert done.said == (
        "always of 'staff' is left out, for 'money' says the opposite: Moneyed",
        "never of 'staff' is left out, for 'money' says the opposite: no  money",
        "the definition of 'staff' goes with it: People.",
        "exclude of 'money' speaks of itself: see whether it still holds",
        "exclude of 'money' speaks of 'staff': see whether it still holds",
    )


def test_a_merge_into_a_new_theme_stands_where_the_first_stood():
    """The new theme has the number, net, place and definition of the first that was named, and a name of its own."""
    done = merge(FRAME, ["habit", "staff"], "ways-of.work", time=TIME)
    assert done.codeframe.slugs == ("money", "ways-of.work", "other", "none")
    assert the_theme(done, "ways-of.work").number == 21
    assert the_theme(done, "ways-of.work").name == "Ways of work"
    assert (
        "'new' has the definition of 'money': see whether it fits"
        in merge(FRAME, ["money", "habit"], "new", time=TIME).said
    )
    titled = merge(FRAME, ["money", "habit"], "money", time=TIME, name="Cash")
    assert (the_theme(titled, "money").name, titled.codeframe.changes[0].from_) == ("Cash", ("money", "habit"))


def test_reserved_codes_merge_among_themselves():
    """A reserved code takes in another kind where it is there already, and keeps its own."""
    assert the_theme(merge(FRAME, ["other"], "none", time=TIME), "none") == NONE


def test_parts_take_the_place_the_net_and_free_numbers():
    """Parts stand where the theme stood, below its net, with numbers behind all ordinary ones; they have no definition yet."""
    done = split(FRAME, "money", ["grants", "habit", "in-kind"], time=TIME)
    assert done.codeframe.slugs == ("grants", "in-kind", "staff", "habit", "other", "none")
    assert the_theme(done, "grants") == Theme("grants", 31, "Grants", net="means")
    assert the_theme(done, "in-kind") == Theme("in-kind", 32, "In kind", net="means")
    assert done.codeframe.changes == (Change("split", ("money",), ("grants", "habit", "in-kind"), TIME),)
    assert done.said == (
        "'grants' has no definition yet: write one before anybody codes with it",
        "'in-kind' has no definition yet: write one before anybody codes with it",
        "the definition of 'money' goes with it: Budgets.",
        "exclude of 'staff' speaks of 'money': see whether it still holds",
    )


def test_numbers_of_parts_are_nobodys():
    """A part never gets a number that is taken, nor that of the theme that goes."""
    crowded = Codeframe("f", (Theme("a", 96, "A"), OTHER, NONE))
    assert [theme.number for theme in split(crowded, "a", ["b", "c"], time=TIME).codeframe.themes] == [98, 100, 97, 99]
    below = Codeframe("f", (Theme("a", -5, "A"),))
    assert [theme.number for theme in split(below, "a", ["b", "c"], time=TIME).codeframe.themes] == [1, 2]


def test_a_reserved_code_splits_into_ordinary_themes():
    """Parts of a reserved code are ordinary, which is said."""
    done = split(FRAME, "other", ["parking", "rest"], time=TIME)
    assert {the_theme(done, slug).reserved for slug in ("parking", "rest")} == {""}
    assert 'the new themes are ordinary: write reserved = "other" where one of them is not' in done.said


def test_a_renamed_theme_stays_where_and_what_it_is():
    """A new slug is logged and everything else stays; a name that was the slug follows it, any other does not."""
    done = rename(FRAME, "money", "cash", time=TIME)
    assert done.codeframe.slugs[0] == "cash"
    assert (the_theme(done, "cash").name, the_theme(done, "cash").number) == ("Money", 11)
    assert done.codeframe.changes == (Change("rename", ("money",), ("cash",), TIME),)
    assert the_theme(rename(FRAME, "habit", "ways", time=TIME), "ways").name == "ways"
    assert the_theme(rename(FRAME, "habit", "ways", time=TIME, name="Ways"), "ways").name == "Ways"
    assert rename(done.codeframe, "cash", "money", time=TIME).codeframe.themes == FRAME.themes


def test_a_new_name_alone_is_no_change_of_labels():
    """A theme that only gets another name leaves the log as it is."""
    done = rename(FRAME, "money", time=TIME, name="Cash")
    assert (the_theme(done, "money").name, done.codeframe.changes, done.said) == ("Cash", (), ())


def test_a_retired_theme_is_gone():
    """The theme goes, its definition is told once more, and those that send answers there are named."""
    assert retire(FRAME, "staff", time=TIME, why="nobody said it") == Recoded(
        Codeframe(
            "f",
            (MONEY, HABIT, OTHER, NONE),
            (MEANS,),
            changes=(Change("retire", ("staff",), (), TIME, "nobody said it"),),
        ),
        (
            "the definition of 'staff' goes with it: People.",
            "exclude of 'money' speaks of 'staff': see whether it still holds",
        ),
    )


GONE = retire(FRAME, "habit", time=TIME).codeframe
REFUSED = [
    (lambda: merge(FRAME, ["monei"], "staff", time=TIME), UnknownTheme, "Did you mean 'money'"),
    (lambda: merge(FRAME, ["means", "money"], "x", time=TIME), CodeframeError, "'means' is a net"),
    (lambda: merge(FRAME, ["money"], "means", time=TIME), CodeframeError, "'means' is a net"),
    (lambda: merge(FRAME, ["money"], "money", time=TIME), CodeframeError, "into itself"),
    (lambda: merge(FRAME, ["money"], "cash", time=TIME), CodeframeError, "use rename"),
    (
        lambda: merge(FRAME, ["money", "other"], "x", time=TIME),
        CodeframeError,
        r"'money' \(ordinary\), 'other' \(other\)\.$",
    ),
    (lambda: merge(FRAME, ["money"], "other", time=TIME), CodeframeError, "with ordinary themes"),
    (lambda: merge(FRAME, ["none", "other"], "x", time=TIME), CodeframeError, "Merge into one of them"),
    (lambda: merge(FRAME, ["money", "staff"], "Bad One", time=TIME), CodeframeError, "'bad-one' would do"),
    (
        lambda: merge(GONE, ["money", "staff"], "habit", time=TIME),
        CodeframeError,
        "'habit' has gone before.*Choose another",
    ),
    (lambda: merge(GONE, ["habit"], "staff", time=TIME), CodeframeError, r"'habit' has gone already \(retire habit\)"),
    (lambda: split(FRAME, "money", ["cash", "cash"], time=TIME), CodeframeError, "two themes or more"),
    (lambda: split(FRAME, "money", ["money", "cash"], time=TIME), CodeframeError, "part of itself"),
    (lambda: split(FRAME, "money", ["means", "cash"], time=TIME), CodeframeError, "'means' is a net"),
    (lambda: split(FRAME, "means", ["a", "b"], time=TIME), CodeframeError, "'means' is a net"),
    (lambda: split(GONE, "money", ["habit", "cash"], time=TIME), CodeframeError, "'habit' has gone"),
    (lambda: rename(FRAME, "money", "staff", time=TIME), CodeframeError, "merge them"),
    (lambda: rename(FRAME, "money", "means", time=TIME), CodeframeError, "is taken"),
    (lambda: rename(FRAME, "money", "money", time=TIME), CodeframeError, "already"),
    (lambda: rename(FRAME, "money", time=TIME, name=" "), CodeframeError, "blank name"),
    (lambda: rename(GONE, "money", "habit", time=TIME), CodeframeError, "'habit' has gone"),
    (lambda: retire(FRAME, "means", time=TIME), CodeframeError, "'means' is a net"),
    (lambda: retire(Codeframe("f", (HABIT,)), "habit", time=TIME), CodeframeError, "has no theme"),
]


@pytest.mark.parametrize(("make", "error", "said"), REFUSED, ids=[str(place) for place in range(len(REFUSED))])
def test_what_would_break_labels_or_codeframe_is_refused(make, error, said):
    """Unknown and gone slugs, nets, halves of a split, mixed reserved codes and slugs that are taken or have gone are refused."""
    with pytest.raises(error, match=said):
        make()
