import pickle
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.model.coder import Coder
from freetext.model.cutoffs import Cutoff
from freetext.model.deciding import stand_alone
from freetext.model.evidence import telling_words
from freetext.survey.answers import answers_of
from freetext.survey.codings import Codings, Source
from freetext.text.batches import BATCH
from freetext.text.clean import clean

LANG = "The NHS staff are kind, FUNDING is short; don't ask. Nothing really. parking"
texts = st.one_of(
    st.text(st.characters(), max_size=30),
    st.lists(st.sampled_from(LANG.split()), max_size=8).map(" ".join),
    st.just("  "),
)


def coded(coder: Coder, text: str, question: str = "") -> list[str]:
    codings = coder.code(answers_of([text], questions=question))
    return [coder.model.codeframe.slugs[place] for place in np.flatnonzero(codings.chosen[0])]


@settings(max_examples=60)
@given(st.lists(texts, min_size=1, max_size=6))
def test_any_answers_are_coded_alike_alone_and_together(coder, some):
    """Any text gets codes, and the same ones (and scores, reasons, evidence) whatever its batch."""
    answers = answers_of(some, questions="what was good?")
    whole = coder.code(answers, evidence=True)
    for row in range(len(some)):
        alone = coder.code(answers.take([row]), evidence=True)
        assert alone.chosen[0].tolist() == whole.chosen[row].tolist()
        assert alone.scores[0].tobytes() == whole.scores[row].tobytes()
        assert (alone.why[0], alone.evidence[0]) == (whole.why[row], whole.evidence[row])


@settings(max_examples=60)
@given(st.lists(texts, min_size=1, max_size=6))
def test_codings_keep_their_promises(coder, some):
    """Blank answers have no code, score, reason or evidence; a reserved code stands alone; evidence stands in the answer."""
    codings = coder.code(answers_of(some), evidence=True)
    reserved = np.array(coder.model.codeframe.reserved)
    for row, text in enumerate(some):
        if not text.strip():
            assert codings.blank[row]
            assert not codings.chosen[row].any()
            assert np.isnan(codings.scores[row]).all()
            assert (codings.why[row], codings.evidence[row]) == ("", "")
        if codings.chosen[row, reserved].any():
            assert codings.chosen[row].sum() == 1
        cleaned = " ".join(clean(text).split())
        for part in filter(None, codings.evidence[row].split("; ")):
            assert all(
                word in cleaned or word in cleaned.lower() for word in part.partition(": ")[2].split(", ") if word
            )


def test_batches_are_one_coding_in_parts(coder):
    """More answers than a batch holds are coded in order, as one batch each."""
    answers = answers_of(["the staff are kind", "parking", ""] * ((BATCH + 5) // 3))
    parts = list(coder.batches(answers))
    assert [len(part) for part in parts] == [BATCH, len(answers) - BATCH]
    whole = np.concatenate([part.chosen for part in parts])
    assert (whole == whole[:3][np.arange(len(answers)) % 3]).all()


@settings(max_examples=40)
@given(st.lists(st.one_of(st.none(), texts), min_size=1, max_size=6), st.data())
def test_texts_are_coded_as_answers_are(coder, some, data):
    """An Arrow array, chunked or with nulls, and a list of texts have the codings of the same answers, whether one question was put or many."""
    plain = [text or "" for text in some]
    asked = data.draw(st.lists(st.sampled_from(["what was good?", "", "new"]), min_size=len(some), max_size=len(some)))
    for questions in (asked, asked[0]):
        expected = coder.code(answers_of(plain, questions=questions), evidence=True)
        kinds: list[Any] = [plain]
        if not any("\ud800" <= each <= "\udfff" for text in plain for each in text):
            kinds += [pa.array(some, pa.string()), pa.chunked_array([some[:1], some[1:]], pa.string())]
        for kind in kinds:
            found = coder.code_texts(kind, questions, evidence=True)
            assert found.scores.tobytes() == expected.scores.tobytes()
            assert (found.chosen == expected.chosen).all()
            assert (found.source == expected.source).all()
            assert (found.blank == expected.blank).all()
            assert (found.why, found.evidence) == (expected.why, expected.evidence)


def test_no_answers_are_no_codings(coder):
    """An empty batch is no error."""
    assert len(coder.code(answers_of([]), evidence=True)) == 0
    assert list(coder.batches(answers_of([]))) == []


def test_an_always_phrase_codes_and_says_so(coder):
    """What a phrase always codes has source rule, needs no review for it, and shows the phrase's words."""
    codings = coder.code(answers_of(["a Multi-Storey would do"]), evidence=True)
    place = coder.model.codeframe.position["parking"]
    assert codings.chosen[0, place]
    assert codings.source[0, place] == Source.RULE
    assert "parking: Multi-Storey" in codings.evidence[0].split("; ")
    assert "parking" not in codings.why[0]


def test_a_never_phrase_forbids_and_says_so(coder):
    """What a phrase never codes is not coded, and a rule decided that; other answers are the model's."""
    codings = coder.code(answers_of(["the staff canteen, staff staff", "the staff are kind"]))
    place = coder.model.codeframe.position["staff"]
    assert codings.chosen[:, place].tolist() == [False, True]
    assert codings.source[:, place].tolist() == [Source.RULE, Source.MODEL]


def test_never_wins_over_always(model):
    """Where both an always-phrase and a never-phrase stand in the answer, the theme does not apply: never names exceptions."""
    themes = tuple(
        replace(theme, always=("bike",), never=("shed",)) if theme.slug == "food" else theme
        for theme in model.codeframe.themes
    )
    coder = Coder(replace(model, codeframe=replace(model.codeframe, themes=themes)))
    assert "food" in coded(coder, "bike")
    assert "food" not in coded(coder, "bike shed")
    assert "food" not in coded(coder, "cold food shed")


@pytest.mark.parametrize(
    ("chosen", "scores", "kept"),
    [
        ([1, 1, 1], [0.6, 0.7, 0.9], [0, 0, 1]),
        ([1, 1, 1], [0.6, 0.95, 0.9], [1, 1, 0]),
        ([0, 0, 1], [0.6, 0.95, 0.1], [0, 0, 1]),
        ([1, 0, 1], [np.nan, 0.9, 0.2], [0, 0, 1]),
        ([1, 0, 1], [np.inf, 0.9, 0.99], [1, 0, 0]),
        ([1, 0, 1], [0.9, 0.9, np.inf], [0, 0, 1]),
        ([0, 0, 0], [0.9, 0.9, 0.9], [0, 0, 0]),
    ],
)
def test_a_reserved_code_stands_alone(chosen, scores, kept):
    """The third code is reserved: it excludes the others where it is the most probable, and gives way where it is not."""
    found = stand_alone(np.array([chosen], dtype=np.bool_), np.array([scores]), (False, False, True))
    assert found[0].astype(int).tolist() == kept


def test_two_reserved_codes_never_stand_together():
    """Of two reserved codes the more probable stays."""
    found = stand_alone(np.array([[True, True]]), np.array([[0.4, 0.6]]), (True, True))
    assert found.tolist() == [[False, True]]


def test_without_reserved_codes_nothing_changes():
    """Ordinary themes stand together."""
    chosen = np.array([[True, True]])
    assert stand_alone(chosen, np.array([[0.4, 0.6]]), (False, False)).tolist() == [[True, True]]


def test_an_answer_without_a_known_word_wants_a_person(coder):
    """What the model cannot read and did not code is shown to a person, with the reason."""
    codings = coder.code(answers_of(["qqq zzz vvv"]))
    assert not codings.chosen.any()
    assert codings.why == ("no word that the model knows",)


@pytest.mark.parametrize(
    "text",
    [
        "שלום עולם",
        "مرحبا",
        "👍👍",
        "👨‍👩‍👧 ok",
        "日本語のテキスト",
        "staff мост 日本 שלום",
        "x",
        ".",
        "\u202enimda",
        "\ud800",
        "staff " * 20_000,
        "s" * 100_000,
    ],
    ids=range(12),
)
def test_odd_answers_are_coded(coder, text):
    """Right-to-left, emoji, mixed scripts, one token, marks that nobody sees, and very long answers get codings like others."""
    codings = coder.code(answers_of([text], questions="what was good?"), evidence=True)
    assert np.isfinite(codings.scores[0, :4]).all()
    assert not codings.blank[0]


def test_right_to_left_evidence_is_the_word():
    """Words of any script can speak; marks cannot."""
    shares = np.array([0.5, 0.9, 0.8, 0.4, 0.3], dtype=np.float32)
    assert telling_words(["שלום", "!", "—", "👍", "x"], shares) == ["שלום", "👍", "x"]


def test_evidence_is_the_strongest_words_of_the_answer():
    """Three at most, strongest first, a repeated word added up, none below 0.3 of the strongest or speaking against."""
    shares = np.array([0.2, 0.5, 0.2, 0.1, -0.7, 0.3, 0.25], dtype=np.float32)
    assert telling_words(["cold", "Food", "cold", "the", "not", "meals", "tray"], shares) == ["Food", "cold", "meals"]
    assert telling_words(["a", "b"], np.array([-1, 0], dtype=np.float32)) == []
    assert telling_words([], np.zeros(0, dtype=np.float32)) == []


def test_evidence_respects_case(coder):
    """The words stand as the answer writes them."""
    codings = coder.code(answers_of(["FUNDING is Short"]), evidence=True)
    assert codings.evidence[0].startswith("money: ")
    assert "FUNDING" in codings.evidence[0]


def test_answers_seen_in_training_get_their_codes_back(coder, corpus):
    """On the training answers the codes are nearly those learnt."""
    codings = coder.code(corpus.answers)
    agree = codings.chosen == (corpus.given == 1)
    assert agree.mean() > 0.95


def test_a_theme_with_too_few_positives_is_never_coded(coder, corpus):
    """`lonely` (one positive) and `unheard` (none) code nothing and have no score."""
    codings = coder.code(corpus.answers)
    places = [coder.model.codeframe.position[slug] for slug in ("lonely", "unheard")]
    assert not codings.chosen[:, places].any()
    assert np.isnan(codings.scores[:, places]).all()


def test_raising_a_cutoff_never_adds_that_code(model, corpus):
    """Coded with a higher cut-off, a theme is given to a part of the same answers."""
    before = Coder(model).code(corpus.answers).chosen
    for place, cutoff in enumerate(model.cutoffs):
        if cutoff.margin is None:
            continue
        raised = (
            *model.cutoffs[:place],
            Cutoff(cutoff.margin + 0.5, cutoff.slope, cutoff.offset),
            *model.cutoffs[place + 1 :],
        )
        after = Coder(replace(model, cutoffs=raised)).code(corpus.answers).chosen
        assert not (after[:, place] & ~before[:, place]).any()


@pytest.mark.parametrize("text", ["\u4e16\u754c", "zzqqx", "\U0001f642\U0001f642"])
def test_what_the_model_knows_nothing_of_gets_no_code(coder, text):
    """An answer of which the model knows neither word nor n-gram has no theme, whatever was asked, and asks for a person."""
    codings = coder.code(answers_of([text], questions="what was good?"))
    assert not codings.chosen.any()
    assert codings.why == ("no word that the model knows",)


@pytest.mark.parametrize("text", ["", " \t", "\u200b", "\u200e \u200f", "\x00"])
def test_what_nobody_can_see_is_blank(coder, text):
    """White space, controls, zero-width and direction marks are no answer."""
    assert coder.code(answers_of([text])).blank.all()


def scores_of(codings: Codings) -> bytes:
    """The bytes of the scores of codings that have some."""
    assert codings.scores is not None
    return codings.scores.tobytes()


def test_threads_take_turns(coder):
    """Threads that share a coder code as one alone does."""
    some = [answers_of([f"the staff are kind w{number}x{each}" for each in range(40)]) for number in range(16)]
    shared = Coder(coder.model)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(shared.code, some))
    for answers, codings in zip(some, found, strict=True):
        assert scores_of(codings) == scores_of(Coder(coder.model).code(answers))


def test_a_coder_travels_light(coder):
    """A coder that was pickled codes alike, and carries nothing of what it has read."""
    busy, answers = Coder(coder.model), answers_of(["the staff are kind"])
    busy.code(answers_of([f"word{each} after word" for each in range(500)]))
    assert b"word499" not in pickle.dumps(busy)
    assert scores_of(pickle.loads(pickle.dumps(busy)).code(answers)) == scores_of(busy.code(answers))
