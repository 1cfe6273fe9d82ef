"""One small fitted model for all tests; what wakes spaCy is imported when a test asks for it."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import settings

from freetext.survey.answers import answers_of
from freetext.survey.codeframe import Codeframe, Theme

if TYPE_CHECKING:
    from freetext.model.bundle import Model
    from freetext.model.coder import Coder
    from freetext.training.dataset import TrainingSet
    from freetext.training.fit import Training

settings.register_profile("freetext", deadline=None)  # a loaded machine is no broken law
settings.load_profile("freetext")

SAID = {
    "money": ("funding is short", "we need more money", "the grant has ended", "fees don't cover the cost"),
    "staff": ("the staff are kind", "nurses were lovely", "too few staff", "doctors didn't listen"),
    "parking": ("parking is a nightmare", "no room for my car", "the car park was full"),
    "food": ("cold food again", "the meals are tasty", "breakfast wasn't warm"),
    "nothing": ("nothing", "nothing really", "nothing to add", "no, nothing at all"),
}
FILLER = ("", "I think", "honestly", "and that is that", "as always", "every single week", "for us", "since 2019")
FRAME = Codeframe(
    "visit",
    (
        Theme("money", 1, "Money"),
        Theme("staff", 2, "Staff", never=("staff canteen",)),
        Theme("parking", 3, "Parking", always=("multi-storey", "bike*")),
        Theme("food", 4, "Food & drink"),
        Theme("lonely", 5, "Said once"),
        Theme("unheard", 6, "Never said"),
        Theme("nothing", 9, "Nothing", reserved="none"),
    ),
)


@pytest.fixture(scope="session")
def corpus() -> TrainingSet:
    """120 answers of 60 invented respondents to two questions; `lonely` has one positive, `unheard` none, one cell is disputed."""
    from freetext.training.dataset import DISPUTED, training_set  # noqa: PLC0415

    dice = random.Random(7)
    texts, given = [], np.zeros((120, len(FRAME)), dtype=np.int8)
    for row in range(120):
        themes = (
            ["nothing"] if row % 5 == 0 else dice.sample(["money", "staff", "parking", "food"], dice.choice([1, 1, 2]))
        )
        said = [dice.choice(FILLER), *(dice.choice(SAID[theme]) for theme in themes)]
        texts.append(", ".join(part for part in said if part))
        given[row, [FRAME.position[theme] for theme in themes]] = 1
    given[3, FRAME.position["lonely"]] = 1
    given[8, FRAME.position["money"]] = DISPUTED
    answers = answers_of(
        texts,
        ids=[str(row // 2) for row in range(120)],
        questions=["what was good?" if row % 2 else "what could be better?" for row in range(120)],
    )
    return training_set(FRAME, answers, given)


@pytest.fixture(scope="session")
def training(corpus: TrainingSet) -> Training:
    """The corpus, learnt."""
    from freetext.training.fit import fit  # noqa: PLC0415

    return fit(corpus, seed=1, jobs=1)


@pytest.fixture(scope="session")
def model(training: Training) -> Model:
    """The model of the corpus."""
    return training.model


@pytest.fixture(scope="session")
def coder(model: Model) -> Coder:
    """The model at work; it remembers from test to test, which changes no code."""
    from freetext.model.coder import Coder  # noqa: PLC0415

    return Coder(model)


@pytest.fixture(scope="session")
def vectors_folder(tmp_path_factory):
    """A folder in the layout of model2vec: six random numbers for each of some words and for each letter."""
    tokenizers = pytest.importorskip("tokenizers", reason="the extra `static` is not installed")
    safetensors = pytest.importorskip("safetensors.numpy", reason="the extra `static` is not installed")
    letters = "abcdefghijklmnopqrstuvwxyz0123456789'"
    pieces = ["[UNK]", *letters, *(f"##{each}" for each in letters), "staff", "food", "park", "##ing", "money"]
    spelling = tokenizers.Tokenizer(
        tokenizers.models.WordPiece({piece: place for place, piece in enumerate(pieces)}, unk_token="[UNK]")
    )
    folder = tmp_path_factory.mktemp("vectors") / "tiny"
    folder.mkdir()
    spelling.save(str(folder / "tokenizer.json"))
    table = np.random.default_rng(5).normal(size=(len(pieces), 6)).astype(np.float32)
    safetensors.save_file({"embeddings": table}, folder / "model.safetensors")
    return folder


@pytest.fixture(scope="session")
def vectors(vectors_folder):
    """The same, loaded."""
    from freetext.files.modelling.vectors import load_vectors  # noqa: PLC0415

    return load_vectors(vectors_folder)
