import csv
import random
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.guard.handed_on import deaf_phrases
from freetext.guard.quick import worth_a_look
from freetext.guard.redactor import Redactor
from freetext.guard.spans import PLACEHOLDER
from freetext.model.coder import Coder
from freetext.survey.answers import answers_of
from freetext.survey.codeframe import Codeframe, Theme, codeframe_of
from freetext.text.masking import HIDDEN, masked
from freetext.text.tokens import Tokenizer
from freetext.training.cold import cold_model
from freetext.training.dataset import training_set
from freetext.training.fit import fit

SAID = (
    "Mrs Quillfeather was kind",
    "Ring 020 7946 0321",
    "mail me at zed@example.com",
    "no money",
    "[name] was kind",
    "",
)
PARTS = st.sampled_from(
    (
        "Mrs Quillfeather",
        "020 7946 0321",
        "zed@example.com",
        "[phone]",
        "[name",
        "kind",
        "B12 3rd floor",
        "Dr",
        "Mrs\u00a0Roe",
        "nurse",
        "Sister.",
        "The-Lan",
        "Thé",
        "A.",
        "and",
        "my name is",
        "jo (at) home dot com",
        "\n",
        "'s",
        "£",
        HIDDEN,
    )
)
SENTENCES = Path(__file__).parents[1] / "data" / "personal_data.csv"
TEXTS = st.lists(st.one_of(PARTS, st.text(max_size=6)), max_size=6).map(" ".join)


def test_personal_data_is_hidden_and_the_rest_stays():
    """What tells who somebody is has HIDDEN in its place; a text without any is the same text."""
    found = masked(SAID).to_pylist()
    assert found[0] == f" {HIDDEN}  was kind"
    assert found[1:3] == [f"Ring  {HIDDEN} ", f"mail me at  {HIDDEN} "]
    assert found[3] == "no money"
    assert found[4] == f" {HIDDEN}  was kind"
    assert found[5] == ""


def test_what_is_hidden_is_no_word_and_no_blank():
    """An answer that is nothing but an address holds no token, and is an answer all the same."""
    batch = Tokenizer().pieces(masked(["zed@example.com"]))
    assert batch.tokens().lengths.tolist() == [0]
    assert batch.memory.visible(batch.numbers).any()


@settings(max_examples=150)
@given(st.lists(TEXTS, max_size=4))
def test_a_text_redacted_before_reads_as_the_one_that_was_not(texts):
    """Masking what was masked before changes nothing: models see one text, whoever redacted it."""
    before = [Redactor().mask(text) for text in texts]
    assert masked(before) == masked(texts)
    assert masked(masked(texts)) == masked(texts)


@pytest.fixture(name="survey", scope="module")
def _survey():
    """Sixty answers; every third names the same person with a title, and their number."""
    dice = random.Random(5)
    said = ["we need money", "kind staff", "more money please", "the staff were kind", "funding is short"]
    texts = [f"{dice.choice(said)} {'Mrs Quillfeather 07700 900123' * (row % 3 == 0)} {row}" for row in range(60)]
    given = [["money" in text or "funding" in text, "staff" in text] for text in texts]
    return answers_of(texts), given


def learnt(survey, *, redact):
    frame = replace(codeframe_of(["money", "staff"]), redact=redact)
    answers, truth = survey
    import numpy as np  # noqa: PLC0415

    return fit(training_set(frame, answers, np.array(truth, dtype=np.int8)), jobs=1).model


def test_no_name_enters_a_vocabulary(survey):
    """However many respondents write a name, no word and no part of it is learnt, nor a digit of the number beside it."""
    vocabulary = learnt(survey, redact=True).vocabulary
    assert not [
        each
        for each in (*vocabulary["words"], *vocabulary["chars"])
        if "quill" in each or "feath" in each or "0790" in each
    ]
    assert "kind" in vocabulary["words"]


def test_a_codeframe_may_ask_for_names(survey):
    """Where the codeframe says that nothing is to be hidden, names are words like others, when learning and when coding."""
    model = learnt(survey, redact=False)
    assert "quillfeather" in model.vocabulary["words"]
    assert not model.masked


def test_a_redacted_file_is_coded_as_the_original(survey):
    """Scores, codes and evidence of a file and of its redacted copy are the same to the bit."""
    coder, texts = Coder(learnt(survey, redact=True)), survey[0].texts
    one = coder.code_texts(texts, evidence=True)
    two = coder.code_texts([Redactor().mask(text) for text in texts], evidence=True)
    assert one.scores is not None
    assert two.scores is not None
    assert one.evidence is not None
    assert one.scores.tobytes() == two.scores.tobytes()
    assert one.evidence == two.evidence
    assert "quill" not in " ".join(one.evidence).lower()


def test_a_model_without_labels_is_blind_to_names_too(survey):
    """A codeframe's own words are held against texts without personal data."""
    model = cold_model(codeframe_of(["money", "kind staff"]), survey[0])
    assert model.masked
    assert "quillfeather" not in model.vocabulary["words"]


def test_a_model_of_before_reads_what_it_learnt(survey):
    """A model whose facts do not speak of masking sees names when it codes, as it did when it learnt."""
    model = learnt(survey, redact=False)
    text = "Mrs Quillfeather"
    assert Coder(model).margins([text]).tobytes() != Coder(model).margins([Redactor().mask(text)]).tobytes()


def test_phrases_that_can_never_apply_are_named():
    """A phrase that is itself personal data is told, unless the codeframe lets models read it."""
    theme = Theme("staff", 1, "Staff", always=("Mrs Patel", "kind*"), never=("dr jones",))
    frame = Codeframe("visit", (theme,))
    assert [said.split(" is personal")[0] for said in deaf_phrases(frame)] == [
        "staff, always: 'Mrs Patel'",
        "staff, never: 'dr jones'",
    ]
    assert list(deaf_phrases(replace(frame, redact=False))) == []


@settings(max_examples=300)
@given(st.lists(TEXTS, max_size=3))
def test_pieces_tell_of_all_that_is_hidden(texts):
    """The answers in which anything is hidden are among those whose pieces tell of it, so that the others need not be looked at."""
    hidden = {place for place, text in enumerate(texts) if Redactor().full(text) or PLACEHOLDER.search(text)}
    assert hidden <= {*Tokenizer().pieces(texts).telling().tolist()}


@settings(max_examples=300)
@given(TEXTS)
def test_a_glance_sees_all_that_patterns_see(text):
    """A text is worth a look wherever the patterns find anything in it."""
    assert worth_a_look(text) or not Redactor().full(text)


def test_pieces_tell_of_every_marked_sentence():
    """So it is with all sentences that were written to measure the redactor."""
    with SENTENCES.open(encoding="utf-8", newline="") as lines:
        texts = [re.sub("⟦[^|]*\\|([^⟧]*)⟧", "\\1", row["text"]) for row in csv.DictReader(lines)]
    hidden = [place for place, text in enumerate(texts) if Redactor().full(text)]
    assert len(hidden) > 300
    assert {*hidden} <= {*Tokenizer().pieces(texts).telling().tolist()}
    assert all(worth_a_look(texts[place]) for place in hidden)


@settings(max_examples=40, deadline=None)
@given(texts=st.lists(TEXTS, min_size=1, max_size=8))
def test_a_coder_reads_what_masking_leaves(hiding, texts):
    """Coding texts is coding their masked selves, to the bit: scores, codes, sources, reasons and evidence."""
    one, two = hiding.code_texts(texts, evidence=True), hiding.code_texts(masked(texts), evidence=True)
    assert one.scores is not None
    assert two.scores is not None
    assert one.scores.tobytes() == two.scores.tobytes()
    assert (one.chosen == two.chosen).all()
    assert (one.why, one.evidence) == (two.why, two.evidence)
    assert hiding.margins(texts).tobytes() == hiding.margins(masked(texts)).tobytes()


@pytest.fixture(name="hiding", scope="module")
def _hiding(survey):
    """A coder from which personal data is hidden."""
    return Coder(learnt(survey, redact=True))
