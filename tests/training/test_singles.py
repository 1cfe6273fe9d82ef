"""Cut-offs of codeframes with one theme an answer."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.model.card import card_text
from freetext.model.coder import Coder
from freetext.model.cutoffs import Cutoff, learn_cutoff
from freetext.model.deciding import decided
from freetext.survey.answers import answers_of
from freetext.survey.codeframe import Codeframe, Theme, codeframe_of
from freetext.training.dataset import DISPUTED, training_set
from freetext.training.fit import fit
from freetext.training.singles import labelled_cutoffs

FRAME = replace(codeframe_of(["a", "b", "c"]), single=True)


def drawn(seed, shares, strength, count=400):
    """Margins that tell the truth more or less: (truth, margins, given)."""
    random = np.random.default_rng(seed)
    truth = random.choice(len(shares), size=count, p=shares)
    given_ = np.eye(len(shares), dtype=np.int8)[truth]
    return truth, random.normal(size=given_.shape) + strength * given_, given_


def learnt(given_, margins):
    return tuple(learn_cutoff(margins[:, place], given_[:, place] == 1) for place in range(given_.shape[1]))


def coded(frame, margins, cutoffs):
    return decided(frame, margins.astype(np.float32), cutoffs)


@settings(max_examples=12)
@given(st.integers(0, 99), st.sampled_from([(0.8, 0.15, 0.05), (0.4, 0.3, 0.3)]), st.sampled_from([0.5, 1.0, 2.0]))
def test_themes_have_their_shares_out_of_fold(seed, shares, strength):
    """The tally of the labelled answers, coded out of fold, is that of the labels to within three answers in 400, and everybody has one theme."""
    _, margins, given_ = drawn(seed, shares, strength)
    found = coded(FRAME, margins, labelled_cutoffs(FRAME, given_, margins, learnt(given_, margins)))
    assert (found.sum(axis=1) == 1).all()
    assert np.abs(found.sum(axis=0) - given_.sum(axis=0)).max() <= 3


def test_disputes_decide_nothing():
    """An answer on which coders differ counts neither for shares nor for cut-offs."""
    _, margins, given_ = drawn(1, (0.5, 0.3, 0.2), 1.0)
    more, strange = np.full((50, 3), DISPUTED, dtype=np.int8), np.full((50, 3), 9.0)
    cutoffs = learnt(given_, margins)
    plain = labelled_cutoffs(FRAME, given_, margins, cutoffs)
    both = labelled_cutoffs(FRAME, np.concatenate((given_, more)), np.concatenate((margins, strange)), cutoffs)
    assert both == plain


def test_a_theme_without_labels_and_definition_is_never_chosen():
    """What nothing was learnt of has no cut-off, and the others share its part."""
    _, margins, given_ = drawn(2, (0.6, 0.4), 1.0)
    margins = np.column_stack((margins, np.full(len(margins), 9.0)))
    given_ = np.column_stack((given_, np.zeros(len(given_), dtype=np.int8)))
    cutoffs = labelled_cutoffs(FRAME, given_, margins, (*learnt(given_[:, :2], margins[:, :2]), Cutoff()))
    assert cutoffs[2].margin is None
    found = coded(FRAME, margins, cutoffs)
    assert (found.sum(axis=0) > 0).tolist() == [True, True, False]


@pytest.mark.parametrize(("unlike", "kept"), [(True, True), (False, False)])
def test_a_confidence_for_other_is_kept_where_it_makes_more_answers_right(unlike, kept):
    """Answers that are unlike all themes go to `other` below a confidence; where that would not help, nobody in training lies below it."""
    frame = Codeframe("f", (Theme("a", 1, "A"), Theme("b", 2, "B"), Theme("z", 9, "Z", reserved="other")), single=True)
    truth, margins, given_ = drawn(3, (0.4, 0.3, 0.3), 3.0)
    if unlike:  # the margin of `other` says the opposite of the truth: what has nothing in common cannot be learnt
        margins[:, 2] = -margins[:, 2]
    cutoffs = labelled_cutoffs(frame, given_, margins, learnt(given_, margins))
    found = coded(frame, margins, cutoffs)
    # Cut-offs moved far down leave nobody below all of them.
    low = (
        replace(each, margin=each.margin - 50 / each.slope) if each.margin and each.slope else each for each in cutoffs
    )
    plain = coded(frame, margins, tuple(low))
    right, before = (int((each.argmax(axis=1) == truth).sum()) for each in (found, plain))
    assert (right > before + 20) is kept
    assert (found == plain).all() is np.bool_(not kept)


def learnt_of_two(**how):
    """A single-code model of two themes."""
    texts = [
        "no money at all",
        "the budget is short",
        "money again",
        "staff left us",
        "too few staff",
        "our staff",
    ] * 12
    themes = ["money", "money", "money", "staff", "staff", "staff"] * 12
    frame = replace(codeframe_of(["money", "staff"]), single=True)
    given_ = np.array([[each == slug for slug in frame.slugs] for each in themes], dtype=np.int8)
    return fit(
        training_set(frame, answers_of(texts, respondents=list(map(str, range(len(texts))))), given_), **how
    ).model


def test_a_single_code_model_gives_every_answer_one_theme():
    """Trained end to end, answers get one theme, and blank or unheard ones none, which is flagged."""
    codings = Coder(learnt_of_two()).code(
        answers_of(["money and staff", "the staff", "budget", "", "xyzzy", "short of money"])
    )
    assert codings.chosen.sum(axis=1).tolist() == [1, 1, 1, 0, 0, 1]
    assert codings.chosen[[1, 2, 5]].argmax(axis=1).tolist() == [1, 0, 0]
    assert (codings.why[3], codings.why[4]) == ("", "no word that the model knows")


def test_a_word_that_looks_like_a_known_one_is_not_known():
    """No word known, no theme, whatever characters it shares: the nearest theme may be far away. The reason is named."""
    coder = Coder(learnt_of_two())
    codings = coder.code(answers_of(["budgetary", "stafff", "budgetary staff"]))
    assert codings.chosen.sum(axis=1).tolist() == [0, 0, 1]
    assert codings.why[:2] == ("no word that the model knows",) * 2
    assert coder.heard(["budgetary", "staff"]).tolist() == [False, True]


def test_one_theme_an_answer_knows_no_favour():
    """Under a single-code codeframe favour f1 gives the same model, to the digest, and the card does not count codes by labels."""
    tally, f1 = (learnt_of_two(favour=favour) for favour in ("tally", "f1"))
    assert tally.digest == f1.digest
    assert "as many codes as it has labels" not in card_text(tally)
    assert "Every answer has exactly one theme" in card_text(tally)
