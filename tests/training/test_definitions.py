import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.model.features import learn_features
from freetext.survey.codeframe import Codeframe, Theme
from freetext.text.tokens import Tokenizer
from freetext.training.definitions import definition_of, distinct_rows, prior_of, tells

SAID = {
    "parking": ["no room to park the car", "the car park was full", "parking costs too much"],
    "food": ["cold meals again", "the meals were tasty", "a warm meal please"],
    "staff": ["kind nurses", "the nurses listened", "a nurse was rude"],
}
TEXTS = [text for texts in SAID.values() for text in texts] * 4
ABOUT = np.array([slug for slug, texts in SAID.items() for _ in texts] * 4)


def prior_for(themes, texts=TEXTS):
    """What the themes say of texts, each of a respondent of its own: the prior and its margins."""
    batch, asked = Tokenizer()(texts), [""] * len(texts)
    features = learn_features(batch, asked, [str(place) for place in range(len(texts))])
    matrix = features.matrix(batch, asked)
    prior = prior_of(Codeframe("visit", tuple(themes)), features, matrix, distinct_rows(texts))
    return prior, prior.margins(matrix)


DEFINED = (
    Theme("parking", 1, "Getting there", "Car parks, and room for the car."),
    Theme("food", 2, "Catering", examples=("the meals were tasty",)),
    Theme("staff", 3, "Care", keywords=("nurse*",)),
)


def test_a_definition_ranks_the_answers_that_share_its_words_first():
    """Definition, examples and keywords find the answers that speak of the theme, before all others."""
    prior, margins = prior_for(DEFINED)
    assert prior.speaks.all()
    for place, theme in enumerate(DEFINED):
        about = theme.slug == ABOUT
        assert margins[about, place].min() > margins[~about, place].max()


def test_margins_have_mean_zero_and_deviation_one():
    """Over the survey what each definition says has mean 0 and deviation 1, so that weights mean the same for every theme."""
    _, margins = prior_for(DEFINED)
    assert margins.mean(axis=0) == pytest.approx(np.zeros(3), abs=1e-6)
    assert margins.std(axis=0) == pytest.approx(np.ones(3), abs=1e-5)


@pytest.mark.parametrize(
    "theme",
    [
        Theme("other", 4, "Other", "Anything else about the car park", reserved="other"),
        Theme("odd", 4, "Uncodable", "meals", reserved="uncodable"),
        Theme("c20", 4, "c20"),
        Theme("n", 4, "77"),
        Theme("foreign", 4, "Zwiebelkuchen"),
        Theme("plain", 4, "Of the"),
    ],
)
def test_what_says_nothing_is_silent(theme):
    """Reserved `other` and `uncodable`, codes, numbers, unknown words and function words alone make a line of zeros."""
    prior, margins = prior_for((*DEFINED, theme))
    assert prior.speaks.tolist() == [True, True, True, False]
    assert not prior.rows[:, 3].any()
    assert not margins[:, 3].any()


def test_the_silent_change_nothing_for_the_others():
    """A theme that says nothing leaves what the others say as it was."""
    _, alone = prior_for(DEFINED)
    _, beside = prior_for((*DEFINED, Theme("c20", 4, "c20")))
    assert beside[:, :3] == pytest.approx(alone, abs=1e-5)


def test_a_theme_of_its_own_speaks():
    """One theme alone is not centred away: answers about it lie above the others on average."""
    prior, margins = prior_for(DEFINED[:1])
    assert prior.speaks.all()
    assert margins[ABOUT == "parking", 0].mean() > 0.5 > margins[ABOUT != "parking", 0].mean()


@pytest.mark.parametrize(
    ("word", "known", "told"),
    [
        ("parking", {" park"}, True),
        ("park", {" park"}, True),
        ("car", {" car "}, True),
        ("car", {" card"}, False),
        ("never", {" nee", "ever"}, False),
        ("c20", {" c20 "}, False),
        ("a", {" a "}, False),
        ("茶", {" 茶 "}, True),
    ],
)
def test_a_word_tells_where_the_survey_has_one_that_begins_like_it(word, known, told):
    """Four letters count, or a whole short word; what is no word tells nothing."""
    assert tells(word, known) is told


def test_a_definition_is_all_that_the_codeframe_says():
    """Name, definition, include, examples, keywords and always-phrases, without their stars; what is excluded stays out."""
    theme = Theme("a", 1, "Name", "Meaning", ("in",), ("out",), ("said",), ("key*",), ("always*",), ("never",))
    assert definition_of(theme) == "Name. Meaning. in. said. key. always"


@given(st.lists(st.sampled_from(TEXTS), max_size=30))
@settings(max_examples=25)
def test_distinct_rows_are_the_first_of_each_text(texts):
    """Every text stands once among the places, at its first."""
    places = distinct_rows(texts).tolist()
    assert [texts[place] for place in places] == list(dict.fromkeys(texts))
    assert all(texts.index(texts[place]) == place for place in places)


@given(st.lists(st.text(max_size=12), max_size=12))
@settings(max_examples=40)
def test_any_survey_has_finite_margins(texts):
    """Whatever is written, however few write it, margins are finite; with no shared word nothing speaks."""
    prior, margins = prior_for(DEFINED, texts)
    assert np.isfinite(margins).all()
    assert not margins[:, ~prior.speaks].any()
