import json
from dataclasses import asdict

import numpy as np
import pytest

from freetext.errors import UsageError
from freetext.interfaces.comparing import drift_between
from freetext.model.coder import Coder
from freetext.survey.answers import answers_of
from freetext.survey.codeframe import Codeframe, Theme
from freetext.training.dataset import training_set
from freetext.training.fit import fit

FRAME = Codeframe("why", (Theme("care", 1, "Care"), Theme("food", 2, "Food")))
PARTS = (
    ("The nurse", "The doctor", "The driver", "Reception"),
    ("was kind and", "was late and", "was busy but", "did not listen and"),
    ("helped me", "brought a cold meal", "forgot my tea", "explained it all", "called back"),
)
GERMAN = ("Die Pflegerin war sehr nett und hat mir geholfen", "Das Essen war kalt und ich war nicht satt")


def said(count, seed):
    """Invent answers."""
    dice = np.random.default_rng(seed)
    return [" ".join(str(dice.choice(part)) for part in PARTS) for _ in range(count)]


def learnt():
    """Train a model on answers of neither wave."""
    texts = said(150, 9)
    given = np.array([["nurse" in text or "kind" in text, "meal" in text or "tea" in text] for text in texts])
    return fit(training_set(FRAME, answers_of(texts), given.astype(np.int8))).model


def compared(old, new, **more):
    """Compare with few relabellings."""
    return drift_between(old, new, rounds=199, **more)


def test_like_waves_fit():
    """Two draws of the same answers, coded by a model, fit; all parts of the comparison were looked at."""
    drift = compared(
        said(150, 1),
        said(150, 2),
        model=learnt(),
        closed_old={"site": ["a", "b", "c"] * 50},
        closed_new={"site": ["b", "c", "a"] * 50},
    )
    assert drift.verdict.headline == "The model fits this wave."
    names = {"text", "words", "new words", "length", "language", "known words", "closed: site", "themes", "confidence"}
    assert names <= {fact.name for fact in drift.facts}
    assert drift.found == ()


def test_another_language_is_named():
    """German in one answer of five is found as a language, with its share, before anything else is made of it."""
    drift = compared(said(150, 1), [*said(120, 2), *(GERMAN * 15)], model=learnt())
    fact = drift.fact("language")
    assert drift.verdict.code == "language"
    assert fact is not None
    assert [(part.name, part.old, part.new) for part in fact.parts] == [("German", 0.0, pytest.approx(0.2))]
    assert "about 30 answers" in drift.verdict.do[0]


def test_another_question_is_asked_about():
    """Answers that share hardly a word are of another question."""
    drift = compared(said(100, 1), [f"parking space {place % 7} level {place % 5}" for place in range(100)])
    assert (drift.verdict.code, drift.verdict.headline) == ("question", "Another question?")
    assert drift.words[0].side == "new"


def test_the_order_of_rows_does_not_matter():
    """Rows in another order give the same drift, p and words included."""
    old, new = said(80, 1), said(80, 2)
    one = compared(answers_of(old), answers_of(new, ids=[f"n{place}" for place in range(80)]))
    turned = answers_of(new, ids=[f"n{place}" for place in range(80)]).take(range(79, -1, -1))
    assert compared(answers_of(old), turned) == one


def test_everything_is_json():
    """A drift is laid out as JSON without a number that is none."""
    drift = compared(said(60, 1), [*said(60, 2), ""], model=learnt())
    assert json.loads(json.dumps(asdict(drift), allow_nan=False))["verdict"]["code"] == drift.verdict.code


def test_personal_data_is_not_told():
    """An address that many copied is no word of a wave."""
    mail = "please write to jane.doe@example.org"
    drift = compared(said(60, 1), [*said(40, 2), *[mail] * 20])
    told = {word.word for word in drift.words} | {part.name for fact in drift.facts for part in fact.parts}
    assert "write" in told
    assert not any("jane" in word or "example" in word for word in told)


def test_of_many_answers_a_sample_is_looked_at():
    """Of more answers than are wanted respondents are drawn, whole, and the reader is told."""
    people = [f"p{place // 2}" for place in range(120)]
    old = answers_of(said(120, 1), ids=[str(place) for place in range(120)], respondents=people)
    drift = compared(old, said(60, 2), most=50)
    assert (drift.old.answers, drift.old.looked_at, drift.old.respondents) == (120, 50, 25)
    assert drift.said[0].startswith("Of the old 120 answers 50 were looked at")


def test_answers_that_the_model_learnt_from_are_left_out():
    """Where hardly any old answer is left that the model has not learnt from, codes are not compared, and it is said why."""
    drift = compared(said(60, 1), said(60, 2), model=learnt(), learnt_old=np.arange(60) < 50)
    assert drift.fact("themes") is None
    assert "10 old and 60 new answers" in drift.said[-1]


def test_what_does_not_fit_is_refused():
    """Codings of one wave, codings or cells of another length, and a wave of blanks are refused."""
    model, texts = learnt(), said(40, 1)
    codings = Coder(model).code(answers_of(texts))
    with pytest.raises(UsageError, match="of one wave alone"):
        compared(texts, texts, codings_old=codings)
    with pytest.raises(UsageError, match="40 codings, marks or cells for 39 answers"):
        compared(texts, texts[:39], codings_old=codings, codings_new=codings)
    with pytest.raises(UsageError, match="3 codings, marks or cells"):
        compared(texts, texts, closed_old={"site": ["a"] * 3})
    with pytest.raises(UsageError, match="without a single answer"):
        compared(texts, ["", " "])


def test_few_answers_are_read():
    """Twenty answers decide nothing."""
    assert compared(said(20, 1), said(200, 2)).verdict.code == "few"
