import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from freetext.errors import UnknownTheme
from freetext.survey.answers import answers_of
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.codings import Codings, Source
from freetext.survey.labels import Settled
from freetext.survey.settling import overrule

FRAME = Codeframe(
    "f", (Theme("a", 1, "Alpha", net="n"), Theme("b", 2, "Beta"), Theme("c", 3, "Gamma")), (Theme("n", 9, "Net"),)
)
M, R, H = Source.MODEL, Source.RULE, Source.HUMAN
slugs = st.sampled_from(FRAME.slugs)


def codings(chosen, blank=None) -> Codings:
    chosen = np.array(chosen, dtype=np.bool_)
    source = np.full(chosen.shape, M, dtype=np.uint8)
    source[:, 1] = R
    scores = np.full(chosen.shape, 0.5, dtype=np.float32)
    count = len(chosen)
    return Codings(
        FRAME, chosen, source, np.array(blank or [False] * count), scores, ("unsure",) * count, ("a: x",) * count
    )


def test_people_overrule_the_model():
    """Where people settled an answer, their themes stand, for those that apply and those that do not; nobody need look again."""
    made = overrule(codings([[1, 1, 0], [1, 1, 0]]), answers_of(["x", "y"]), {("1", ""): Settled(("Gamma",))})
    assert made.chosen.tolist() == [[False, False, True], [True, True, False]]
    assert made.source.tolist() == [[H, H, H], [M, R, M]]
    assert made.why == ("", "unsure")
    assert made.evidence == ("", "a: x")


def test_a_rule_is_named_as_what_it_is():
    """Where a rule in the logs decided, since nobody did, its themes stand as a rule's."""
    made = overrule(codings([[1, 1, 0]]), answers_of(["x"]), {("1", ""): Settled(("c",), ("a",), by_rule=True)})
    assert made.chosen.tolist() == [[True, False, True]]
    assert made.source.tolist() == [[M, R, R]]


def test_a_theme_in_dispute_keeps_the_models_decision():
    """What coders dispute the model decides, with its source, and a person is asked; the rest is people's."""
    made = overrule(codings([[0, 1, 0]]), answers_of(["x"]), {("1", ""): Settled(("a",), ("b", "c"))})
    assert made.chosen.tolist() == [[True, True, False]]
    assert made.source.tolist() == [[H, R, M]]
    assert made.why == ("coders differ: b, c",)


def test_no_theme_is_a_decision():
    """People who say that no theme applies take the model's away."""
    made = overrule(codings([[1, 1, 1]]), answers_of(["x"]), {("1", ""): Settled(())})
    assert not made.chosen.any()
    assert (made.source == H).all()


def test_the_question_is_part_of_the_key():
    """The same id under another question is another answer."""
    made = overrule(codings([[1, 0, 0]]), answers_of(["x"], questions="q"), {("1", ""): Settled(("c",))})
    assert made.chosen.tolist() == [[True, False, False]]


def test_blank_answers_stay_blank():
    """A label on an answer without content changes nothing."""
    made = overrule(codings([[0, 0, 0]], blank=[True]), answers_of([" "]), {("1", ""): Settled(("c",))})
    assert not made.chosen.any()
    assert made.source.tolist() == [[M, R, M]]


@pytest.mark.parametrize("settled", [Settled(("x",)), Settled((), ("x",)), Settled(("n",)), Settled((), ("n",))])
def test_labels_with_no_theme_of_the_codeframe_are_refused(settled):
    """Slugs that the codeframe does not have, and nets, raise UnknownTheme, which lists the themes."""
    with pytest.raises(UnknownTheme, match="Themes: a, b, c"):
        overrule(codings([[0, 0, 0]]), answers_of(["x"]), {("1", ""): settled})


@given(
    st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=5),
    st.dictionaries(st.integers(1, 6).map(str), st.builds(lambda agreed, more: Settled(tuple(agreed), tuple(more - agreed)), st.sets(slugs), st.sets(slugs))),
)  # fmt: skip
def test_overruling_touches_only_what_was_settled(rows, decisions):
    """Twice is once; the model's own codings stay as they were; unsettled answers and scores are untouched."""
    model, answers = codings(rows), answers_of(["x"] * len(rows))
    before = model.chosen.tobytes(), model.source.tobytes()
    settled = {(name, ""): decision for name, decision in decisions.items()}
    made = overrule(model, answers, settled)
    again = overrule(made, answers, settled)
    assert (model.chosen.tobytes(), model.source.tobytes()) == before
    assert (again.chosen.tobytes(), again.source.tobytes(), again.why) == (
        made.chosen.tobytes(),
        made.source.tobytes(),
        made.why,
    )
    for row, name in enumerate(answers.ids):
        decision = decisions.get(name)
        if decision is None:
            assert made.chosen[row].tolist() == list(rows[row])
        else:
            disputed = set(decision.disputed)
            assert all(
                made.chosen[row, place] == (slug in decision.themes)
                for place, slug in enumerate(FRAME.slugs)
                if slug not in disputed
            )
            assert all(
                (made.source[row, place] == H) == (slug not in disputed) for place, slug in enumerate(FRAME.slugs)
            )


def test_without_evidence_there_is_none():
    """Codings that hold no evidence get none."""
    bare = Codings(FRAME, np.zeros((1, 3), np.bool_), np.full((1, 3), M, np.uint8), np.array([False]), None, ("",))
    assert overrule(bare, answers_of(["x"]), {("1", ""): Settled(("a",))}).evidence is None
