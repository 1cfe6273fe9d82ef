import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import FreetextError
from freetext.survey import recoding
from freetext.survey.changes import Carried, carry, holding, settle_under
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.fates import Change
from freetext.survey.labels import Label, settle

TIME = "2026-11-22T10:00:00Z"
BEFORE, AFTER = "2026-11-01T09:00:00Z", "2026-12-01T09:00:00Z"
SLUGS = ("a", "b", "c", "d", "e")
POOL = (*SLUGS, "f", "g", "h")
KEY = ("1", "q")


def frame(*slugs, changes=()):
    return Codeframe("f", tuple(Theme(slug, place, slug) for place, slug in enumerate(slugs, start=1)), changes=changes)


def change(op, old, new=""):
    return Change(op, tuple(old), tuple(new), TIME)


def label(*themes, coder="ada", **more):
    return Label("1", "q", themes, coder, **({"time": BEFORE} | more))


def carried(codeframe, *themes):
    found = carry(label(*themes), codeframe)
    return found.label.themes, found.undecided


some = st.lists(st.sampled_from(POOL), min_size=1, max_size=3, unique=True)
steps = st.lists(st.tuples(st.sampled_from(["merge", "split", "rename", "retire"]), some, some), max_size=8)
labels = st.lists(st.sampled_from([*POOL, "unknown"]), max_size=4, unique=True).map(lambda themes: label(*themes))


@st.composite
def histories(draw):
    """A codeframe after each of some changes, as the commands make them; those that are refused are left out."""
    frames = [frame(*SLUGS)]
    for op, old, new in draw(steps):
        plans = {
            "merge": lambda each, old=old, new=new: recoding.merge(each, old, new[0], time=TIME),
            "split": lambda each, old=old, new=new: recoding.split(each, old[0], new, time=TIME),
            "rename": lambda each, old=old, new=new: recoding.rename(each, old[0], new[0], time=TIME),
            "retire": lambda each, old=old, new=new: recoding.retire(each, old[0], time=TIME),
        }
        try:
            frames.append(plans[op](frames[-1]).codeframe)
        except FreetextError:
            continue
    return frames


MEANINGS = [
    (change("rename", "a", "z"), ["z", "b"], ["a", "b"], ("z", "b"), ()),
    (change("merge", "ab", "z"), ["z", "c"], ["b", "c", "a"], ("z", "c"), ()),
    (change("merge", "ab", "a"), ["a", "c"], ["b", "a"], ("a",), ()),
    (change("merge", "a", "b"), ["b"], ["a"], ("b",), ()),
    (change("retire", "a"), ["b"], ["a", "b"], ("b",), ()),
    (change("retire", "a"), ["b"], ["a"], (), ()),
    (change("split", "a", "xy"), ["x", "y", "b"], ["b", "a"], ("b",), ("x", "y")),
    (change("split", "a", "bx"), ["x", "b"], ["a", "b"], ("b",), ("x",)),
]


@pytest.mark.parametrize(
    ("made", "slugs", "old", "themes", "undecided"), MEANINGS, ids=[str(each[0]) for each in MEANINGS]
)
def test_each_change_means_what_it_says(made, slugs, old, themes, undecided):
    """Renamed and merged themes follow, retired ones go, split ones decide nothing about their parts; the rest stands."""
    assert carried(frame(*slugs, changes=(made,)), *old) == (themes, undecided)


CHAINS = [
    ([change("rename", "a", "b"), change("rename", "b", "a")], "a", ("a",), ()),
    ([change("merge", "ab", "c"), change("split", "c", "xy")], "a", (), ("x", "y")),
    ([change("split", "a", "xy"), change("rename", "x", "z")], "a", (), ("z", "y")),
    ([change("split", "a", "xy"), change("merge", "xy", "z")], "a", (), ("z",)),
    ([change("split", "a", "xy"), change("retire", "x")], "a", (), ("y",)),
    ([change("split", "a", "xy"), change("split", "x", "pq")], "a", (), ("p", "q", "y")),
    ([change("rename", "a", "b"), change("merge", "bc", "c"), change("retire", "c")], "a", (), ()),
]


@pytest.mark.parametrize(
    ("made", "old", "themes", "undecided"), CHAINS, ids=["; ".join(map(str, each[0])) for each in CHAINS]
)
def test_changes_apply_in_order(made, old, themes, undecided):
    """Changes upon changes apply in the order of the log; what was undecided once stays so."""
    slugs = dict.fromkeys((*themes, *undecided, "rest"))
    assert carried(frame(*slugs, changes=tuple(made)), old) == (themes, undecided)


@settings(max_examples=150)
@given(histories(), labels)
def test_carrying_is_idempotent_and_knows_where_it_ends(frames, old):
    """A carried label carries to itself; only themes of the codeframe come out, and slugs that no change ever moved."""
    last = frames[-1]
    found = carry(old, last)
    assert carry(found.label, last) == Carried(found.label)
    moved = set(last.fates)
    assert {*found.label.themes, *found.undecided} <= {*last.slugs, *(set(old.themes) - moved)}
    assert not set(found.label.themes) & set(found.undecided)
    assert set(old.themes) - moved <= set(found.label.themes)


@settings(max_examples=150)
@given(histories(), labels)
def test_carrying_step_by_step_is_carrying_at_once(frames, old):
    """A label that is carried after every change has the same themes as one that is carried after the last."""
    stepped = old
    for each in frames:
        stepped = carry(stepped, each).label
    assert stepped == carry(old, frames[-1]).label


@settings(max_examples=100)
@given(histories())
def test_themes_of_today_mean_themselves(frames):
    """Whatever changed before, a label in today's slugs is left as it is."""
    for each in frames:
        assert carry(label(*each.slugs), each) == Carried(label(*each.slugs))


@settings(max_examples=60)
@given(st.lists(st.sampled_from(SLUGS), min_size=2, max_size=4, unique=True), labels)
def test_merging_then_renaming_is_merging_into_the_new_name(gone, old):
    """Themes merged into one of them, which is then renamed, or merged into the new slug: labels are the same."""
    start = frame(*SLUGS)
    twice = recoding.rename(recoding.merge(start, gone, gone[0], time=TIME).codeframe, gone[0], "z", time=TIME)
    once = recoding.merge(start, gone, "z", time=TIME)
    assert carry(old, twice.codeframe) == carry(old, once.codeframe)


SPLIT = frame("x", "y", "b", changes=(change("split", "a", "xy"),))
LOGS = [
    ([label("a", "b")], ("b",), ("x", "y")),
    ([label("a"), label("x", time=AFTER)], ("x",), ()),
    ([label("a"), label("b")], ("b",), ()),
    ([label("a"), label("a", time=AFTER)], (), ("x", "y")),
    ([label("b"), label("a")], (), ("x", "y")),
    ([label("a"), label(event="undo")], None, ()),
    ([label("a"), label("x", time=AFTER), label(event="undo", time=AFTER)], (), ("x", "y")),
    ([label("a"), label("x", coder="ben", time=AFTER)], ("x",), ()),
    ([label("a"), label("b", coder="ben", time=AFTER)], (), ("x", "y", "b")),
    ([label("a"), label("a", coder="ben")], (), ("x", "y")),
    ([label("a"), label("x", coder="eve", time=AFTER, source="adjudicated")], ("x",), ()),
    ([label("b"), label("a", coder="eve", time=AFTER, source="adjudicated")], (), ("x", "y")),
    ([label("a", source="rule"), label("b")], ("b",), ()),
    ([label("a", source="rule")], (), ("x", "y")),
    ([label("b", event="skip"), label("b", event="pick")], None, ()),
]


@pytest.mark.parametrize(("log", "themes", "disputed"), LOGS, ids=[str(place) for place in range(len(LOGS))])
def test_a_split_reopens_the_decisions_that_count(log, themes, disputed):
    """An old theme that was split is in dispute until somebody decides anew; what no longer counts reopens nothing."""
    settled = settle_under(log, SPLIT)
    if themes is None:
        assert settled == {}
    else:
        assert (settled[KEY].themes, settled[KEY].disputed) == (themes, disputed)


@settings(max_examples=100)
@given(st.lists(labels, max_size=6))
def test_a_codeframe_without_changes_settles_as_ever(log):
    """Without changes decisions are settled as they stand, unknown slugs too."""
    assert settle_under(log, frame(*SLUGS)) == settle(log)


def test_answers_that_hold_a_theme_are_counted_once():
    """However many people gave an answer a theme, in dispute or not, it counts once; a decision that was replaced does not."""
    log = [
        label("a"),
        label("a", coder="ben"),
        label("b", coder="cyd"),
        label("a", "b", coder="dan"),
        label("b", coder="dan"),
    ]
    other = [Label("2", "q", ("a",), "ada"), Label("2", "q", (), "ada"), Label("3", "q", ("a",), "ada")]
    assert holding([*log, *other], frame("a", "b"), {"a"}) == 2
    assert holding([*log, *other], frame("a", "b"), {"a", "b"}) == 2
    assert holding(log, SPLIT, {"x"}) == 1
