from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.survey.labels import (
    LABEL_EVENTS,
    LABEL_SOURCES,
    TIERS,
    Label,
    Settled,
    certain,
    decisive,
    settle,
    skipped,
    standing,
    time_text,
)

KEY = ("1", "q")


def label(coder, *themes, source="queue", time="", id="1", event="label"):
    return Label(id, "q", themes, coder, time=time, source=source, event=event)


labels = st.builds(
    Label,
    st.sampled_from(["1", "2"]),
    st.just("q"),
    st.lists(st.sampled_from("abc"), unique=True).map(tuple),
    st.sampled_from(["ada", "ben", "cyn"]),
    time=st.sampled_from(["", "2021", "2021-03-02", "2021-03-02T10:00+02:00"]) | st.text(max_size=4),
    source=st.sampled_from(LABEL_SOURCES),
)


def test_what_all_coders_gave_is_agreed_and_the_rest_disputed():
    """A theme that only some coders gave is in dispute."""
    settled = settle([label("ada", "a", "b"), label("ben", "b", "c")])
    assert settled == {KEY: Settled(("b",), ("a", "c"), ("ada", "ben"))}


def test_a_coders_later_decision_replaces_the_earlier():
    """Undo is a compensating event: the last decision of a coder counts."""
    assert settle([label("ada", "a"), label("ada", "b"), label("ada")])[KEY] == Settled((), (), ("ada",))


def test_people_overrule_rules():
    """A rule counts only where nobody decided."""
    rule = label("rules", "a", source="rule")
    assert settle([label("ada", "b"), rule])[KEY].themes == ("b",)
    assert settle([rule])[KEY] == Settled(("a",), (), ("rules",), by_rule=True)
    assert not settle([label("ada", "b"), rule])[KEY].by_rule


def test_an_adjudicated_decision_ends_the_dispute():
    """What was adjudicated overrules everybody, and nothing is disputed any more."""
    judged = label("eve", "a", source="adjudicated")
    assert settle([label("ada", "b"), judged, label("ben", "c")])[KEY] == Settled(("a",), (), ("eve",))


def test_the_last_adjudication_counts():
    """Of two adjudications the later time counts, and without times the later in the log."""
    first, last = label("eve", "a", source="adjudicated"), label("fay", "b", source="adjudicated")
    assert settle([first, last])[KEY].themes == ("b",)
    early = label("fay", "b", source="adjudicated", time="2021-01-01T00:00:00Z")
    late = label("eve", "a", source="adjudicated", time="2021-02-01T00:00:00Z")
    assert settle([late, early])[KEY].themes == ("a",)


def test_times_of_verdicts_are_compared_as_times():
    """Of two verdicts the later moment counts, whatever its zone and spelling; without a zone a time is UTC."""
    for first, last in (
        ("2021-03-02T10:00+02:00", "2021-03-02T09:00Z"),
        ("2021-03-02T23:30:00-05:00", "2021-03-03T04:30:01"),
        ("20210302T090000Z", "2021-03-02 09:00:00.5+00:00"),
        ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"),
    ):
        early = label("fay", "b", source="adjudicated", time=first)
        late = label("eve", "a", source="adjudicated", time=last)
        assert settle([late, early])[KEY].themes == settle([early, late])[KEY].themes == ("a",), (first, last)


def test_a_verdict_without_a_readable_time_is_the_earliest():
    """A time that cannot be read is before all others; of several such the last in the log counts."""
    odd = [label("fay", "b", source="adjudicated", time=time) for time in ("yesterday", "99", "2021-13-01", "")]
    known = label("eve", "a", source="adjudicated", time="1970-01-01")
    assert settle([known, *odd])[KEY].themes == ("a",)
    assert settle([*odd, label("gil", "c", source="adjudicated", time="?")])[KEY].themes == ("c",)


def test_an_adjudicators_own_coding_afterwards_does_not_undo_the_verdict():
    """A coder who adjudicated and later codes the same answer in the queue leaves the verdict standing."""
    judged = label("eve", "a", source="adjudicated")
    assert settle([judged, label("eve", "b"), label("ada", "b")])[KEY].themes == ("a",)


@settings(max_examples=100)
@given(st.lists(labels, max_size=12))
def test_settling_parts_each_answers_themes(events):
    """Agreed and disputed themes never overlap, all were given by somebody, and every answer is settled once."""
    settled = settle(events)
    assert set(settled) == {event.key for event in events}
    for key, each in settled.items():
        given_themes = {slug for event in events if event.key == key for slug in event.themes}
        assert not set(each.themes) & set(each.disputed)
        assert set(each.themes) | set(each.disputed) <= given_themes
        assert each.coders


def test_an_undo_takes_back_its_own_coders_latest():
    """An undo takes back the coder's latest decision or skip on that answer, and nobody else's; the one before stands again."""
    first, second, undo = label("ada", "a"), label("ada", "b"), label("ada", event="undo")
    assert settle([first, second, undo])[KEY].themes == ("a",)
    assert settle([first, second, undo, undo]) == {}
    assert settle([first, undo, undo, second])[KEY].themes == ("b",)
    assert settle([first, label("ben", event="undo"), label("ada", id="2", event="undo")])[KEY].themes == ("a",)
    assert skipped([label("ada", event="skip")], "ada") == [KEY]
    assert skipped([label("ada", event="skip"), undo], "ada") == skipped([label("ada", event="skip")], "ben") == []


def test_a_pick_makes_certain_and_decides_nothing():
    """A coded answer that the queue picked is no random answer any more, and its decision is as it was."""
    seen, pick = label("ada", "a", source="audit"), label("ada", event="pick")
    assert certain([seen]) == frozenset()
    assert certain([seen, pick]) == {KEY}
    assert settle([seen, pick]) == settle([seen])


def test_a_label_of_a_later_version_crashes_nothing():
    """An event that we do not know decides nothing, wherever it comes from."""
    odd = label("ada", "b", event="muse")
    assert settle([label("ada", "a"), odd, label("ada", event="undo")]) == {}
    assert settle([label("ada", "a"), odd])[KEY].themes == ("a",)
    assert certain([odd]) == frozenset()
    assert skipped([odd], "ada") == []


def test_a_moment_is_written_as_the_logs_write_it():
    """Times are ISO 8601 in UTC, to the second."""
    assert time_text(1_614_675_611.9) == "2021-03-02T09:00:11Z"


events = st.lists(
    st.builds(
        label,
        st.sampled_from(["ada", "ben"]),
        st.sampled_from("abc"),
        id=st.sampled_from(["1", "2"]),
        source=st.sampled_from(LABEL_SOURCES),
        event=st.sampled_from(LABEL_EVENTS),
    ),
    max_size=12,
)


@settings(max_examples=100)
@given(events, labels)
def test_an_undo_restores_what_was_settled(before, last):
    """Whatever was decided before, a decision and its undo leave everything as it was."""
    after = [*before, last, label(last.coder, id=last.id, event="undo")]
    assert standing(after) == standing(before)
    assert list(settle(after).items()) == list(settle(before).items())


@settings(max_examples=100)
@given(st.lists(labels, max_size=12), st.randoms(use_true_random=False))
def test_as_many_undos_as_decisions_settle_to_nothing(decisions, dice):
    """When every decision is taken back, in any order of coders and answers, nothing is settled."""
    undos = [label(each.coder, id=each.id, event="undo") for each in decisions]
    dice.shuffle(undos)
    assert settle([*decisions, *undos]) == {}
    assert standing([*undos, *decisions]) == decisions


@settings(max_examples=100)
@given(events)
def test_disagreement_without_a_verdict_is_seen(log):
    """Where people's standing decisions differ and nobody has adjudicated, something is in dispute; else nothing is."""
    settled = settle(log)
    for key, decisions in decisive(log).items():
        tier = min(place for place, _ in decisions)
        said = {frozenset(each.themes) for (place, _), each in decisions.items() if place == tier}
        judged = any(each.source in TIERS[0] for each in decisions.values())
        assert bool(settled[key].disputed) == (len(said) > 1 and not judged)
