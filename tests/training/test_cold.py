import numpy as np
import pytest

from freetext.errors import NothingToLearn
from freetext.files.modelling.models import load_model, save_model
from freetext.model.card import card_text
from freetext.model.coder import Coder
from freetext.model.unlabelled import UNLABELLED
from freetext.survey.answers import answers_of
from freetext.survey.codeframe import Codeframe, Theme, codeframe_of
from freetext.survey.codings import Source
from freetext.training.cold import cold_model

TEXTS = [
    "no room to park the car",
    "the car park was full",
    "cold meals again",
    "the meals were tasty",
    "kind nurses",
    "the nurses listened",
    "all was fine",
    "nothing to add",
    "",
] * 4
FRAME = Codeframe(
    "visit",
    (
        Theme("parking", 1, "Parking", "Car parks, and room for the car.", never=("nurses",)),
        Theme("food", 2, "Catering", examples=("the meals were tasty",), always=("fine",)),
        Theme("staff", 3, "Care", keywords=("nurse*",)),
        Theme("c20", 4, "c20"),
    ),
)
SURVEY = answers_of(TEXTS)


@pytest.fixture(scope="module", name="cold")
def _cold():
    """The model of the survey, without a label."""
    return cold_model(FRAME, SURVEY)


def chosen(model, texts):
    """The slugs of the codes of texts."""
    rows = Coder(model).code(answers_of(texts)).chosen
    return [[FRAME.slugs[place] for place in np.flatnonzero(row)] for row in rows]


def test_a_model_without_labels_codes_by_definitions(cold):
    """Answers that share words with a definition get its code; others, and blank ones, get none."""
    told = chosen(cold, ["the car park was full", "cold meals again", "kind nurses", "nothing to add", ""])
    assert told == [["parking"], ["food"], ["staff"], [], []]


def test_phrases_speak_as_in_any_model(cold):
    """Always-phrases code and never-phrases forbid, and they are the source of it."""
    codings = Coder(cold).code(answers_of(["all was fine", "no car park, say the nurses"]))
    assert codings.chosen[0, 1]
    assert codings.source[0, 1] == Source.RULE
    assert not codings.chosen[1, 0]


def test_every_code_wants_a_person(cold):
    """Each coded answer is asked back because there are no labels; blank ones are not."""
    codings = Coder(cold).code(SURVEY)
    has = codings.chosen.any(axis=1)
    assert has.any()
    assert {codings.why[place] for place in np.flatnonzero(has)} == {UNLABELLED}
    assert codings.review.tolist() == (~SURVEY.blank).tolist()


def test_what_says_nothing_is_not_coded(cold):
    """A theme whose words the answers do not know has no cut-off, no score and rows of zeros."""
    assert cold.cutoffs[3].margin is None
    assert not cold.folded.rows[:, 3].any()
    scores = Coder(cold).code(answers_of(["the car park"])).scores
    assert scores is not None
    assert np.isnan(scores[0]).tolist() == [False, False, False, True]


def test_scores_lie_within_0_and_1(cold):
    """A queue can order them."""
    scores = Coder(cold).code(answers_of(["car park"] * 3 + TEXTS[:8])).scores
    assert scores is not None
    assert ((scores[:, :3] > 0) & (scores[:, :3] < 1)).all()


def test_the_same_survey_in_any_order_gives_the_same_model(cold):
    """Codeframe, answers and seed are the model; another answer, or another definition, is another."""
    order = np.random.default_rng(0).permutation(len(SURVEY))
    assert cold_model(FRAME, SURVEY.take(order)).digest == cold.digest
    assert cold_model(FRAME, SURVEY.take(order[1:])).digest != cold.digest or SURVEY.blank[order[0]]
    assert cold_model(FRAME, answers_of([*TEXTS, "late"])).digest != cold.digest
    assert cold_model(FRAME, SURVEY, seed=1).digest != cold.digest


def test_facts_and_card_say_that_nobody_labelled_anything(cold):
    """No answer, no score, no calibration; the card says plainly that nobody knows, and names the theme that only rules can code."""
    assert cold.cold
    assert (cold.facts["answers"], cold.facts["calibration"], cold.positives) == (0, None, (0, 0, 0, 0))
    assert cold.facts["unlabelled"]["answers"] == 32
    card = card_text(cold)
    assert "No labels taught it" in card
    assert "nobody knows" in card
    assert "Coded by rules only, for their words say nothing that the answers know: c20." in card


def test_it_is_saved_and_loaded_like_any_model(cold, tmp_path):
    """On disk and back it has its digest, and still asks for a person."""
    save_model(cold, tmp_path / "visit")
    back = load_model(tmp_path / "visit")
    assert (back.digest, back.cold) == (cold.digest, True)
    assert Coder(back).code(answers_of(["kind nurses"])).why == (UNLABELLED,)


@pytest.mark.parametrize("texts", [["some words", "other words"], ["parking", "meals"], ["parking"]])
def test_a_codeframe_that_the_answers_do_not_know_is_refused(texts):
    """Where no theme has a word that two respondents wrote there is nothing to code by, and the message says what would help."""
    with pytest.raises(NothingToLearn, match=r"Give the themes definitions.*freetext train"):
        cold_model(codeframe_of(["Zebras", "c20"]), answers_of(texts))


def test_a_phrase_is_enough():
    """Always-phrases code where no definition says anything."""
    frame = Codeframe("codes", (Theme("c1", 1, "c1", always=("bike*",)),))
    model = cold_model(frame, answers_of(["my bike", "late again"]))
    assert Coder(model).code(answers_of(["two bikes", "late"])).chosen[:, 0].tolist() == [True, False]


def test_blank_answers_alone_make_a_model_that_codes_nothing():
    """A file of blanks is coded as blank, like by any model."""
    codings = Coder(cold_model(FRAME, answers_of(["", " "]))).code(answers_of(["", " "]))
    assert codings.blank.all()
    assert not codings.chosen.any()


def test_one_theme_an_answer_where_the_codeframe_says_so():
    """Under a single-code codeframe each answer of which something speaks has one theme."""
    frame = Codeframe("visit", FRAME.themes[:3], single=True)
    codings = Coder(cold_model(frame, SURVEY)).code(answers_of(["the car park was full", "kind nurses, cold meals"]))
    assert codings.chosen.sum(axis=1).tolist() == [1, 1]


def test_few_answers_have_no_hash():
    """A hash of a few texts would prove a guess at one of them: below a hundred answers neither facts nor card hold one."""
    few, many = (cold_model(FRAME, answers_of(TEXTS * times)) for times in (1, 5))
    assert few.facts["unlabelled"] == {"answers": 32}
    assert "that nobody has labelled. Seed" in card_text(few)
    assert set(many.facts["unlabelled"]) == {"answers", "texts"}
    assert f"(hash {many.facts['unlabelled']['texts']})" in card_text(many)
