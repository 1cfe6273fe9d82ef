"""A codeframe and the answers to be coded to a model, before there are labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from freetext.files.coding.answers import AnswerFile
from freetext.files.project.codeframes import read_codeframe
from freetext.interfaces.coding import answers_from
from freetext.interfaces.reading import LabelledAnswers
from freetext.interfaces.training import seed_from
from freetext.model.bundle import Model
from freetext.survey.answers import Answers
from freetext.survey.codeframe import Codeframe
from freetext.text.vectors import Vectors
from freetext.training import cold


def cold_model(
    codeframe: Codeframe | str | Path,
    answers: AnswerFile | LabelledAnswers | Answers | Iterable[Any],
    *,
    question: str | Sequence[str] = "",
    seed: int = 0,
    vectors: Vectors | None = None,
) -> Model:
    """Make a model without any labels, as `freetext code --codeframe` does, of a codeframe's words and of the answers to be coded.

    `answers` and `question` are what `code` takes, `vectors` what `train` takes. Nobody knows how often its codes are right: each
    asks for review. Raises NothingToLearn where no theme has a word that the answers know, and CodeframeError.
    """
    frame = codeframe if isinstance(codeframe, Codeframe) else read_codeframe(codeframe)
    return cold.cold_model(frame, answers_from(answers, question, ()), seed=seed_from(seed), vectors=vectors)
