"""The model against coders: on answers that they coded blind, and beside it on those where its suggestion was in sight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from freetext.errors import InputError
from freetext.files.coding.answers import AnswerFile
from freetext.files.coding.coded import open_question
from freetext.files.coding.coded_blocks import SOURCE, THEMES
from freetext.review.ranking import Ranking
from freetext.survey.answers import Answers, BoolArray, FloatArray
from freetext.survey.codeframe import Codeframe
from freetext.survey.coders import NOT_OWN, Panel, panel_of
from freetext.survey.codings import Source
from freetext.survey.labels import Key, Label, moment, standing
from freetext.tallies.agreement import agreement_of
from freetext.tallies.agreement_figures import Agreement
from freetext.tallies.bootstrap import DRAWS

PEOPLE, MODEL = "people", "model"

OUT_OF_FOLD = (
    "The model's codes are out-of-fold: every answer is scored by a model that has not seen what people said of it. A theme is "
    "given to as many answers as its scores lead to expect."
)


@dataclass(frozen=True, slots=True, eq=False)
class ModelCodes:
    """What a model says of `n` answers, people left aside: `chosen` bool (n, k) by the codeframe's themes; `notes` say where from."""

    keys: tuple[Key, ...]
    chosen: BoolArray
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelAgreement:
    """The model against people: on `blind` audit answers, which alone say how good it is, and where its suggestion was `in_sight`."""

    blind: Agreement
    in_sight: Agreement


def model_against_coders(
    codes: Ranking | ModelCodes,
    labels: Iterable[Label],
    codeframe: Codeframe,
    *,
    cutoffs: float | Mapping[str, float] = 0.5,
    draws: int = DRAWS,
    seed: int = 0,
) -> ModelAgreement:
    """Compare a model with people, by the same figures as coders with each other.

    Blind are decisions of the random audit made without a suggestion; where several coders made one, the earliest counts. A
    ranking's out-of-fold scores are codes from their theme's cut-off on, one for all or by slug. Raises ValueError for a
    ranking of another codeframe and for a theme without a cut-off.
    """
    said = codes_of_ranking(codes, codeframe, cutoffs) if isinstance(codes, Ranking) else codes
    decisions = [label for label in standing(labels) if label.source not in NOT_OWN]
    blind = [label for label in decisions if label.source == "audit" and not label.suggested]
    sighted = [label for label in decisions if label.suggested]
    one, other = (agreement_of(_beside(said, each, codeframe), draws=draws, seed=seed) for each in (blind, sighted))
    one = replace(one, kind="model", notes=said.notes)
    return ModelAgreement(one, replace(other, kind="model in sight", notes=tuple(_what_it_means(one, other))))


def _beside(codes: ModelCodes, decisions: Iterable[Label], codeframe: Codeframe) -> Panel:
    """Put people's earliest decisions beside the model's codes, on the answers that have both."""
    latest_first = sorted(decisions, key=lambda label: moment(label.time), reverse=True)
    people = [replace(label, coder=PEOPLE) for label in latest_first]
    panel = panel_of(people, codeframe, keys=codes.keys)
    if not panel.coders:
        nobody = np.zeros((2, 0, len(codeframe)), dtype=np.bool_)
        return Panel(codeframe, (PEOPLE, MODEL), (), nobody, nobody[:, :, 0])
    given = np.stack((panel.given[0], codes.chosen))
    said = np.stack((panel.said[0], np.ones(len(codes.keys), dtype=np.bool_)))
    return Panel(codeframe, (PEOPLE, MODEL), codes.keys, given, said)


def _what_it_means(blind: Agreement, sighted: Agreement) -> Iterator[str]:
    """Say why the figures of suggestions in sight are no measure of the model."""
    figures = [each.masi.value for each in (sighted, blind)]
    if None not in figures:
        seen, unseen = (f"{figure:.2f}" for figure in figures)
        yield f"Alpha of whole sets (MASI) is {seen} with the suggestion in sight, {unseen} blind."
    yield (
        "People accept suggestions that they see, wrong ones too, and these answers were picked, not drawn at random; the model "
        "may also have been another one then. Only the blind figures say how good the model is."
    )


def codes_of_ranking(ranking: Ranking, codeframe: Codeframe, cutoffs: float | Mapping[str, float]) -> ModelCodes:
    """Turn a ranking's out-of-fold scores into codes; see `model_against_coders`."""
    if ranking.slugs != codeframe.slugs:
        message = f"the ranking has the themes {ranking.slugs}, the codeframe {codeframe.slugs}"
        raise ValueError(message)
    by_slug = cutoffs if isinstance(cutoffs, Mapping) else dict.fromkeys(ranking.slugs, cutoffs)
    missing = [slug for slug in ranking.slugs if slug not in by_slug]
    if missing:
        message = f"no cut-off for {', '.join(missing)}"
        raise ValueError(message)
    edges = np.array([by_slug[slug] for slug in ranking.slugs], dtype=np.float64)
    return ModelCodes(ranking.keys, ranking.scores >= edges, (OUT_OF_FOLD,))


def expected_cutoffs(ranking: Ranking) -> dict[str, float]:
    """Return each theme's cut-off by which as many answers get it as its probabilities add up to.

    A model in force gives each theme to its share of the training answers; this is the same for answers that it has not seen. A theme whose
    scores are all alike is one that could not be learnt: it is given to none.
    """
    return {
        slug: _expected(scores) for slug, scores in zip(ranking.slugs, ranking.scores.T.astype(np.float64), strict=True)
    }


def _expected(scores: FloatArray) -> float:
    wanted = round(float(scores.sum()))
    if not wanted or scores.min() == scores.max():
        return float("inf")
    edge = float(np.sort(scores)[-wanted])
    least, most = int((scores > edge).sum()), int((scores >= edge).sum())
    return edge if most - wanted <= wanted - least else float(np.nextafter(edge, np.inf))


def codes_in_file(coded: AnswerFile, answers: Answers, codeframe: Codeframe, keys: Sequence[Key]) -> ModelCodes:
    """Take the model's own codes from a coded file, on the answers `keys` whose text there is the one of `answers`.

    Answers on which people decided anything in the file are left out: their codes are not the model's. Raises InputError where the
    file does not say who decided.
    """
    asked = {question for _, question in keys}
    wanted = set(keys)
    texts = dict(zip(zip(answers.ids, answers.questions, strict=True), answers.texts, strict=True))
    kept: list[Key] = []
    rows: list[BoolArray] = []
    people = 0
    for number, question in enumerate(coded.questions):
        block = coded.answers.take(range(coded.block(number).start, coded.block(number).stop))
        among = np.array([each in asked for each in block.questions], dtype=np.bool_)
        if not among.any():
            continue
        said = open_question(coded.table, _column(coded, question), codeframe=codeframe, name=question, among=among)
        by_people = (said.source == Source.HUMAN).any(axis=1)
        for place, key in enumerate(zip(block.ids, block.questions, strict=True)):
            if key in wanted and said.answered[place] and texts[key] == block.texts[place]:
                people += int(by_people[place])
                kept += [] if by_people[place] else [key]
                rows += [] if by_people[place] else [said.given[place]]
    chosen = np.array(rows, dtype=np.bool_).reshape(len(rows), len(codeframe))
    return ModelCodes(tuple(kept), chosen, tuple(_where_from(coded.table.file, people)))


def _column(coded: AnswerFile, question: str) -> str:
    """Find the column of themes of a question; raises InputError where it, or who decided, is missing."""
    table = coded.table
    column = f"{THEMES}:{question}" if f"{THEMES}:{question}" in table.names else THEMES
    for name in (column, column.replace(THEMES, SOURCE, 1)):
        if name not in table.names:
            raise InputError(
                f"no column {name}: is this a file that `freetext code` wrote?",
                file=table.file,
                remedy="Name one with --coded.",
            )
    return column


def _where_from(file: str, people: int) -> Iterator[str]:
    yield f"The model's codes are those of {file}; if it was fitted on labels of these very answers, it agrees too well."
    if people:
        yield f"{people:,} answers are left out: people decided on their codes there, which are not the model's."
