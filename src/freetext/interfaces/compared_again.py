"""The old wave coded again in memory, by another model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from freetext.errors import InputError, UsageError, counted, names_listed
from freetext.files.coding.coded_models import SHORT
from freetext.files.coding.coded_records import read_records
from freetext.interfaces.changed import Again
from freetext.interfaces.compared_files import Side
from freetext.interfaces.earlier_waves import EarlierRead
from freetext.survey.answers import BoolArray, answers_of
from freetext.survey.codeframe import Codeframe
from freetext.survey.codings import Source
from freetext.tallies.bridge_wave import Rereading
from freetext.tallies.people import once_each

if TYPE_CHECKING:
    from freetext.model.bundle import Model


def model_again(old: EarlierRead, question: str, model: Model, frame: Codeframe, new: Side, key: str) -> Again:
    """Code the whole old wave in memory, as `freetext code --recode` would: what people decided stays theirs.

    Raises InputError where the wave's verbatims are not known, UsageError for a model of other themes.
    """
    place = old.opened(question)
    opened, rows = old.read.opened[place], old.read.rows[place]
    if not opened.text:
        what = f"no column of verbatims for {question!r}, which the model could code again."
        raise InputError(what, file=old.read.table.file, remedy="--text names it.")
    by_people = (rows.source == Source.HUMAN).any(axis=1)
    texts = old.read.table.texts(opened.text)
    given = np.where(by_people[:, None], rows.given, _coded(texts, question, model, frame)[old.read.places])
    again = replace(rows, given=given & rows.answered[:, None], audit=None)
    joined = again if old.read.people is None else once_each(again, old.read.people)
    whole = Rereading(joined.given.astype(np.float64), np.ones(len(joined)))
    return Again(whole, _notes(model, int(np.count_nonzero(by_people & rows.answered)), new.path, key))


def _coded(texts: list[str], question: str, model: Model, frame: Codeframe) -> BoolArray:
    """Code texts (n,) with the themes of a codeframe (n, k)."""
    from freetext.model.coder import Coder  # noqa: PLC0415  (wakes spaCy)

    known = model.codeframe.position
    if lacking := [slug for slug in frame.slugs if slug not in known]:
        raise UsageError(
            f"--again: the model {model.digest[:SHORT]} does not know {names_listed(lacking)}; `freetext train` learns the themes of today."
        )
    asked = question if question in model.folded.vocabulary.questions else ""
    chosen = Coder(model).code(answers_of(texts, questions=asked)).chosen
    return chosen[:, [known[slug] for slug in frame.slugs]]


def _notes(model: Model, people: int, path: Path | None, key: str) -> tuple[str, ...]:
    digests = {each.model for each in read_records(path, key).answers.values() if each.model} if path else set[str]()
    others = sorted(each[:SHORT] for each in digests - {model.digest})
    said = [
        f"The old wave was coded again, whole, by the model {model.digest[:SHORT]}: codes as they stand, not corrected."
    ]
    if people:
        said.append(f"What people decided on {counted(people, 'answer')} of the old wave stays theirs.")
    if others:
        said.append(
            f"NEW was coded by {names_listed(others)} too: its world part holds what these models do otherwise."
        )
    return tuple(said)
