from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import UnknownTheme
from freetext.model.coder import Coder
from freetext.survey.answers import Answers, answers_of
from freetext.survey.codeframe import codeframe_of
from freetext.survey.labels import Settled
from freetext.training.dataset import DISPUTED, PRESENT, folds_of, training_set
from freetext.training.fit import fit
from freetext.training.out_of_fold import rank


@pytest.fixture(scope="module", name="settled")
def _settled(corpus):
    """The labels of the corpus, as people settled them."""
    return {
        key: Settled(*(slugs_where(corpus.codeframe, row == value) for value in (PRESENT, DISPUTED)))
        for key, row in zip(keys_of(corpus.answers), corpus.given, strict=True)
    }


@pytest.fixture(scope="module", name="half")
def _half(settled):
    """Labels of the first half of the corpus only."""
    return dict(list(settled.items())[:60])


@pytest.fixture(scope="module", name="ranking")
def _ranking(corpus, half):
    """The corpus, ranked by half of its labels."""
    return rank(corpus.answers, corpus.codeframe, half)


def keys_of(answers):
    """The keys of answers, in their order."""
    return list(zip(answers.ids, answers.questions, strict=True))


def slugs_where(frame, chosen):
    """The slugs of themes."""
    return tuple(frame.slugs[place] for place in np.flatnonzero(chosen))


def test_every_answer_that_is_not_blank_is_ranked(corpus, half):
    """Keys are those of all answers with a text, in the file's order; scores are probabilities, places a permutation."""
    texts = list(corpus.answers.texts)
    texts[3] = texts[70] = " \n"
    ranking = rank(replace(corpus.answers, texts=tuple(texts)), corpus.codeframe, half)
    assert ranking.keys == tuple(key for place, key in enumerate(keys_of(corpus.answers)) if place not in (3, 70))
    assert ranking.scores.shape == (118, 7)
    assert ranking.scores.dtype == np.float32
    assert ((ranking.scores > 0) & (ranking.scores < 1)).all()
    assert sorted(ranking.diverse.tolist()) == list(range(118))
    assert (ranking.codeframe, ranking.slugs) == (corpus.codeframe.digest, corpus.codeframe.slugs)
    assert (ranking.labelled, ranking.name) == (59, "visit")


def test_the_same_labels_and_seed_give_the_same_ranking(corpus, half, ranking):
    """Ranked again, everything is the same; another seed has another order."""
    again = rank(corpus.answers, corpus.codeframe, half)
    assert again.scores.tobytes() == ranking.scores.tobytes()
    assert again.diverse.tobytes() == ranking.diverse.tobytes()
    assert (again.suggestions, again.model) == (ranking.suggestions, ranking.model)
    assert rank(corpus.answers, corpus.codeframe, half, seed=5).diverse.tobytes() != ranking.diverse.tobytes()


def test_scores_know_what_is_said(corpus, settled, ranking):
    """Of the answers that nobody has labelled, those that hold a theme score higher than those that do not."""
    for slug in ("money", "staff", "parking", "food"):
        place = corpus.codeframe.position[slug]
        holds = np.array([slug in settled[key].themes for key in ranking.keys[60:]])
        scores = ranking.scores[60:, place]
        assert scores[holds].mean() > 2 * scores[~holds].mean()


def test_a_respondents_labels_do_not_score_their_answers(corpus, settled):
    """With other labels for one respondent, their fold's answers keep their order in every theme: other folds' lines score them."""
    one = rank(corpus.answers, corpus.codeframe, settled)
    person = corpus.answers.respondents[40]
    other = dict(settled) | {key: Settled(("parking", "food")) for key in settled if key[0] == person}
    two = rank(corpus.answers, corpus.codeframe, other)
    folds = folds_of((*corpus.answers.respondents, *corpus.answers.respondents), 0)[: len(corpus.answers)]
    fold = folds == folds[40]
    money = corpus.codeframe.position["food"]
    assert (
        one.scores[fold, money].argsort(kind="stable").tolist()
        == two.scores[fold, money].argsort(kind="stable").tolist()
    )
    assert one.scores[~fold, money].argsort().tolist() != two.scores[~fold, money].argsort().tolist()


def test_a_theme_too_rare_to_learn_has_its_share(corpus, settled):
    """Below three positives a theme's score is (positives + .5) / (labelled + 1) everywhere, disputed cells not counted."""
    ranking = rank(corpus.answers, corpus.codeframe, settled)
    lonely, unheard, money = (corpus.codeframe.position[slug] for slug in ("lonely", "unheard", "money"))
    assert ranking.scores[:, lonely] == pytest.approx(1.5 / 121)
    assert ranking.scores[:, unheard] == pytest.approx(0.5 / 121)
    assert np.ptp(ranking.scores[:, money]) > 0.5


def test_a_rare_theme_with_a_definition_is_ranked_by_it(corpus, settled):
    """Without a positive, a theme whose definition shares words with answers scores those highest, within 0..1."""
    place = corpus.codeframe.position["unheard"]
    themes = list(corpus.codeframe.themes)
    themes[place] = replace(themes[place], definition="Meals, breakfast.")
    ranking = rank(corpus.answers, replace(corpus.codeframe, themes=tuple(themes)), settled)
    scores = ranking.scores[:, place]
    shares = np.array([("meals" in text) or ("breakfast" in text) for text in corpus.answers.texts])
    assert scores[shares].min() > scores[~shares].max()
    assert ((scores > 0) & (scores < 1)).all()


def test_without_labels_nothing_is_known(corpus):
    """No label at all: every score is a half, there is no model and no suggestion, and the diverse order stands."""
    ranking = rank(corpus.answers, corpus.codeframe, {})
    assert (ranking.scores == 0.5).all()
    assert (ranking.labelled, ranking.model, ranking.suggestions) == (0, "", {})
    assert sorted(ranking.diverse.tolist()) == list(range(120))


def test_labels_without_a_theme_are_shares(corpus):
    """Answers that people found to hold nothing teach no line, and make every theme improbable."""
    ranking = rank(corpus.answers, corpus.codeframe, dict.fromkeys(keys_of(corpus.answers)[:9], Settled(())))
    assert ranking.scores == pytest.approx(0.5 / 10)
    assert (ranking.labelled, ranking.model) == (9, "")


def test_the_model_is_the_one_that_fit_makes(corpus, settled):
    """With all labels the ranking names the digest that `fit` gives for the same answers and seed."""
    assert rank(corpus.answers, corpus.codeframe, settled, seed=1).model == fit(corpus, seed=1).model.digest


def test_suggestions_come_from_the_model_of_the_survey(corpus, settled):
    """With one label of each respondent the ranking names the digest that `fit` gives for them within their survey."""
    ranking = rank(corpus.answers, corpus.codeframe, dict(list(settled.items())[::2]))
    half = training_set(corpus.codeframe, corpus.answers.take(range(0, 120, 2)), corpus.given[::2])
    assert ranking.model == fit(half, survey=corpus.answers).model.digest != fit(half).model.digest


def test_labels_of_other_files_teach_and_are_not_ranked(corpus, half, ranking):
    """`also` brings labelled answers of other files: they count and teach, their keys are not in the ranking."""
    rest = range(60, 120)
    also = replace(corpus, answers=renamed(corpus.answers.take(rest)), given=corpus.given[60:])
    first = corpus.answers.take(range(60))
    both = rank(first, corpus.codeframe, half, also=also)
    assert both.keys == tuple(keys_of(first))
    assert both.labelled == 120
    assert not np.array_equal(both.scores, ranking.scores[:60])
    alone = rank(first, corpus.codeframe, {}, also=also)
    assert alone.labelled == 60
    assert alone.suggestions


def renamed(answers: Answers) -> Answers:
    """The same answers of other people."""
    other = tuple(f"other {each}" for each in answers.respondents)
    return replace(answers, ids=other, respondents=other)


def test_suggestions_are_of_the_answers_that_are_asked_first(corpus, half, ranking):
    """So many of the unlabelled answers as are wanted have a suggestion, by variance and by the diverse order; no labelled one has."""
    few = rank(corpus.answers, corpus.codeframe, half, suggest=5)
    variance = (few.scores * (1 - few.scores)).sum(axis=1)
    free = [place for place in range(120) if few.keys[place] not in half]
    surest = sorted(free, key=lambda place: -variance[place])[:5]
    spread = sorted(free, key=lambda place: few.diverse[place])[:5]
    assert set(few.suggestions) == {few.keys[place] for place in (*surest, *spread)}
    assert not set(ranking.suggestions) & set(half)
    assert len(ranking.suggestions) == 60


def test_suggestions_show_words_of_the_answer(corpus, ranking):
    """A suggestion names themes with words that stand in the answer; most are those that the model would code."""
    texts = dict(zip(keys_of(corpus.answers), corpus.answers.texts, strict=True))
    for key, said in ranking.suggestions.items():
        assert all(word.lower() in texts[key].lower() for each in said for word in each.words)
    assert sum(bool(said) and all(each.words for each in said) for said in ranking.suggestions.values()) > 45


def test_a_reserved_code_is_suggested_alone(ranking):
    """What stands alone in codes stands alone in suggestions."""
    slugs = [{each.slug for each in said} for said in ranking.suggestions.values()]
    assert {"nothing"} in slugs
    assert not any("nothing" in each and len(each) > 1 for each in slugs)


def test_phrases_of_the_codeframe_have_their_say(corpus, half):
    """What always carries a theme suggests it by its own words, what never does takes it away, as in coding."""
    texts = list(corpus.answers.texts)
    texts[100], texts[110] = "somebody took my bike", "the staff canteen, the staff are kind"
    ranking = rank(replace(corpus.answers, texts=tuple(texts)), corpus.codeframe, half)
    said = {place: ranking.suggestions[ranking.keys[place]] for place in (100, 110)}
    assert ("parking", ("bike",)) in [(each.slug, each.words) for each in said[100]]
    assert "staff" not in [each.slug for each in said[110]]


def test_nobody_is_scored_by_their_own_labels_alone():
    """Where all labelled answers are one respondent's, these have the shares, and nothing is suggested for that respondent's others."""
    frame = codeframe_of(["tea", "staff"])
    own = [
        "the tea was cold",
        "kind staff",
        "cold tea again",
        "tea please",
        "the staff are kind",
        "more staff",
        "tea, staff",
    ]
    others = ["tea for all", "staff in a hurry", "nothing", "cold tea and staff"]
    answers = answers_of([*own, *others], respondents=[*(["p"] * len(own)), "q", "r", "s", "t"])
    settled = {
        (answers.ids[place], ""): Settled(tuple(slug for slug in frame.slugs if slug in own[place]))
        for place in range(6)
    }
    ranking = rank(answers, frame, settled)
    assert ranking.scores[: len(own)] == pytest.approx(np.tile([3.5 / 7, 3.5 / 7], (len(own), 1)))
    assert set(ranking.suggestions) == {(each, "") for each in answers.ids[len(own) :]}


def test_unknown_slugs_are_refused(corpus):
    """A label with a theme that the codeframe does not have is an error, not a silent loss."""
    with pytest.raises(UnknownTheme):
        rank(corpus.answers, corpus.codeframe, {keys_of(corpus.answers)[0]: Settled(("stuff",))})


@settings(max_examples=15)
@given(
    st.lists(
        st.tuples(
            st.text(st.characters(), max_size=10),
            st.none() | st.lists(st.sampled_from([0, 1, 2]), min_size=2, max_size=2),
            st.sampled_from("pqr"),
        ),
        max_size=12,
    )
)
def test_any_answers_and_labels_are_ranked(rows):
    """Whatever texts, labels and respondents: finite probabilities, a permutation, and suggestions of ranked answers only."""
    frame = codeframe_of(["a", "b"])
    answers = answers_of([text for text, _, _ in rows], respondents=[person for _, _, person in rows])
    settled = {
        (answers.ids[place], ""): Settled(*(slugs_where(frame, np.array(cells) == value) for value in (1, 2)))
        for place, (_, cells, _) in enumerate(rows)
        if cells is not None
    }
    ranking = rank(answers, frame, settled)
    assert len(ranking.keys) == int((~answers.blank).sum())
    assert ((ranking.scores >= 0) & (ranking.scores <= 1)).all()
    assert sorted(ranking.diverse.tolist()) == list(range(len(ranking.keys)))
    assert set(ranking.suggestions) <= set(ranking.keys) - set(settled)


def test_suggestions_follow_the_cutoffs(corpus, settled):
    """Suggested themes of unlabelled answers have about the shares that a model codes."""
    first = dict(list(settled.items())[:90])
    ranking = rank(corpus.answers, corpus.codeframe, first)
    labelled = training_set(corpus.codeframe, corpus.answers.take(range(90)), corpus.given[:90])
    made = fit(labelled, survey=corpus.answers).model
    coded = Coder(made).code(corpus.answers.take(range(90, 120))).chosen.sum()
    assert abs(sum(map(len, ranking.suggestions.values())) - coded) <= 6
