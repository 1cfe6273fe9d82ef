"""Abbreviations, negations, typos and languages, from labels to codes and the words that speak for them."""

from dataclasses import replace

import numpy as np
import pytest

from freetext.interfaces.explaining import _Machine
from freetext.model.coder import Coder
from freetext.survey.answers import answers_of
from freetext.survey.codeframe import codeframe_of
from freetext.text.tokens import Tokenizer
from freetext.training.dataset import training_set
from freetext.training.fit import fit
from freetext.training.suggested import suggestions

CHILDREN = [
    "looked after children wait",
    "we see looked after children",
    "looked after children need more",
    "for children who are looked after",
]
PARKING = ["parking is short", "no parking here", "the car park is full", "parking costs too much"]
HELPFUL = ["the staff were helpful", "very helpful nurse", "helpful at the desk", "she was helpful"]
RUDE = ["the staff were not helpful", "the nurse was n't helpful", "not helpful at the desk", "she wasn't helpful"]


def taught(lang="en", glossary=(), **themes):
    """A model of themes, each with texts that have it and no other theme."""
    frame = replace(codeframe_of(list(themes), lang=lang), glossary=glossary)
    texts = [(text, place) for place, some in enumerate(themes.values()) for text in some for _ in range(4)]
    answers = answers_of([text for text, _ in texts], respondents=list(map(str, range(len(texts)))))
    given = np.eye(len(themes), dtype=np.int8)[[place for _, place in texts]]
    return fit(training_set(frame, answers, given)).model


def codes(model, text):
    codings = Coder(model).code(answers_of([text]), evidence=True)
    assert codings.evidence is not None
    return [model.codeframe.slugs[place] for place in np.flatnonzero(codings.chosen[0])], codings.evidence[0]


@pytest.fixture(scope="module", name="models")
def _models():
    """Models of the same labels, with the glossary and without."""
    glossary = (("LAC", "looked after children"),)
    return [taught(glossary=each, children=CHILDREN, parking=PARKING) for each in (glossary, ())]


def test_an_abbreviation_reaches_what_it_stands_for(models):
    """A model that has seen the words alone codes the abbreviation by the glossary, and without it does not; the abbreviation is the evidence."""
    known, unknown = models
    assert codes(known, "LAC!") == (["children"], "children: LAC")
    assert codes(unknown, "LAC!") == ([], "")


def test_an_explanation_names_the_abbreviation(models):
    """What `freetext explain` and a suggestion in a review name is the abbreviation as it was written."""
    known, _ = models
    answers = answers_of(["lac."])
    machine = _Machine(known)
    assert machine.reason(machine.coder.code(answers), answers, 0, ()).words == ("lac",)
    tokenizer = Tokenizer("en", known.codeframe.glossary)
    ((said,),) = suggestions(known, tokenizer, answers, Coder(known).margins(answers.texts, answers.questions)).values()
    assert (said.slug, said.words) == ("children", ("lac",))


def test_a_negation_is_told_from_what_it_denies():
    """`helpful` and `not helpful`, also as `n't`, are told apart: the pair of words is kept, and the negation is shown."""
    model = taught(helpful=HELPFUL, rude=RUDE)
    assert codes(model, "they were helpful")[0] == ["helpful"]
    for text in ("they were not helpful", "they weren't helpful"):
        found, words = codes(model, text)
        assert found == ["rude"]
        assert "not" in words or "n't" in words


def test_a_typo_is_heard():
    """A word that nobody wrote like that is known by its letters."""
    model = taught(children=CHILDREN, parking=PARKING)
    assert codes(model, "parkng")[0] == ["parking"]
    assert codes(model, "childrne")[0] == ["children"]


GERMAN = {
    "parken": [
        "Zu wenig Parkplätze am Haus.",
        "Die Parkplatzsuche dauert lange",
        "keine Parkplätze!",
        "Parkplatz im Hof fehlt",
    ],
    "aerzte": [
        "Die Ärztin war sehr freundlich",
        "freundliche Ärzte",
        "zum Arzt: sehr freundlich",
        "Der Arzt hat zugehört",
    ],
}
FRENCH = {
    "argent": ["pas d'argent", "l'argent manque", "il n'y a pas d'argent", "trop peu d'argent"],
    "ecole": ["l'école est loin", "à l'école du village", "une école fermée", "l'école manque"],
}


@pytest.mark.parametrize(
    ("lang", "themes", "text", "slug", "word"),
    [
        ("de", GERMAN, "Parkplatzmangel im Zentrum", "parken", "Parkplatzmangel"),
        ("de", GERMAN, "PARKPLÄTZE", "parken", "PARKPLÄTZE"),
        ("de", GERMAN, "nette Aerzte", "aerzte", "Aerzte"),
        ("fr", FRENCH, "plus d’argent", "argent", "argent"),
        ("fr", FRENCH, "qu'une école", "ecole", "école"),
    ],
)
def test_another_language_is_coded_by_its_own_words(lang, themes, text, slug, word):
    """Compounds, capitals, umlauts written out and clitics reach the theme of the words in them, and are shown as they were written."""
    found, words = codes(taught(lang=lang, **themes), text)
    assert found == [slug]
    assert word in words


def test_a_negation_of_another_language_is_shown():
    """In German `nicht` and `kein` are no function words: they are named where they speak for a theme."""
    kind = ["sehr freundlich", "freundlich und nett", "immer freundlich", "waren freundlich"]
    found, words = codes(
        taught(lang="de", nett=kind, grob=[f"nicht {each}" for each in kind]), "waren nicht freundlich"
    )
    assert found == ["grob"]
    assert "nicht" in words
