"""The walk of a bridge: the usual session over a random part of an old wave, blind, under today's codeframe, logged apart.

Who may be drawn are answers that people coded in the old wave, for only these make pairs (see `tallies.bridge`). Nothing of the old
codes comes near the session: it reads the logs of the bridge, and no others. See `files.labelling.log_folders` for why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from freetext.errors import NegativeAnswer, UsageError, counted, names_listed
from freetext.files.coding.answers import AnswerFile
from freetext.files.labelling.log_folders import bridge_project
from freetext.files.labelling.settled import decisions_for
from freetext.files.project.settings import Project
from freetext.files.reviewing.bridge_sizes import bridge_size, keep_bridge_size
from freetext.interfaces.reviewed import Reviewed, reviewed
from freetext.review.audit import Population, decided, population
from freetext.review.bridge_draw import bridge_salt, drawn, frame_of
from freetext.review.bridge_walk import Bridged, bridged
from freetext.survey.answers import BoolArray
from freetext.survey.labels import standing
from freetext.survey.waves import wave_of
from freetext.tallies.audited import FEWEST


@dataclass(frozen=True, slots=True, eq=False)
class Drawable:
    """The answers of an old wave with their numbers for bridges, and which of them can be drawn, bool (n,).

    every  all that are not blank can, since people coded none of them
    """

    answers: Population
    frame: BoolArray
    every: bool = False


def drawable(file: AnswerFile, project: Project, questions: Sequence[str]) -> Drawable:
    """Say which answers of an old wave a bridge to it can ask: those that people decided then, else all."""
    answers = population(file.answers, bridge_salt(project.questionnaire.key))
    found = decisions_for(file, project)
    # What a split has opened again was decided then all the same: nets over its parts make pairs.
    frame = frame_of(answers, decided(answers, found.labels), questions)
    asked = answers.asked(questions)
    return Drawable(answers, frame) if frame.any() or not asked.any() else Drawable(answers, asked, every=True)


def old_wave(project: Project) -> Path:
    """The wave that a bridge is built to where nobody names one: the last before the present one. Raises UsageError."""
    earlier = project.questionnaire.earlier
    if not earlier:
        raise UsageError(
            "which old wave? Name its file of answers, or `freetext waves add NEW` makes the present one an earlier wave."
        )
    return project.path(earlier[-1])


def bridge_review(
    file: AnswerFile, project: Project, questions: Sequence[str] = (), size: int | None = None
) -> tuple[Reviewed, tuple[str, ...]]:
    """Lay a bridge of `size` answers out for a review, and say how far it is; without a size, as large as it was asked for last.

    Raises what `reviewed` raises.
    """
    plain = reviewed(file, project, questions)
    there = drawable(file, project, list(plain.frames))
    folder = project.review / "bridge" / wave_of(file.table.file)
    wanted = bridge_size(folder) if size is None else size
    places = drawn(there.answers, there.frame, wanted)
    if not len(places):
        raise NegativeAnswer(f"{file.table.file}: nothing to draw a bridge from.")
    walk = bridged(there.answers, places)
    survey = replace(
        plain,
        project=bridge_project(project, file.table.file),
        folder=folder,
        bridge=walk,
        after=_after(len(places), more=len(places) < int(np.count_nonzero(there.frame))),
        beside=(plain.labels,),
    )
    return survey, (_told(survey, there, len(places)), *_small(walk, there))


def keep_size(survey: Reviewed, size: int | None) -> None:
    """Remember how large a bridge was asked for; raises OutputError."""
    if size is not None:
        keep_bridge_size(survey.folder, size)


def _told(survey: Reviewed, there: Drawable, size: int) -> str:
    """Say what the bridge is drawn from, how large it is and how far."""
    assert survey.bridge is not None
    coded = survey.bridge.among(each.key for each in standing(decisions_for(survey.file, survey.project).labels))
    done = int(np.count_nonzero(coded & survey.bridge.inside))
    whole = int(np.count_nonzero(there.frame))
    which = "not blank; people coded none of them" if there.every else "coded by people"
    return f"bridge to {wave_of(survey.file.table.file)}: {size:,} of {counted(whole, 'answer')} {which}; {done:,} coded again"


def _small(walk: Bridged, there: Drawable) -> tuple[str, ...]:
    """Name the questions of which the bridge has too few answers to say anything, and could have more."""
    inside = [int(np.count_nonzero(walk.asked([name]))) for name in walk.questions]
    whole = [int(np.count_nonzero(there.frame & (walk.question == place))) for place in range(len(walk.questions))]
    few = [name for name, here, all_ in zip(walk.questions, inside, whole, strict=True) if here < min(FEWEST, all_)]
    return (f"- fewer than {FEWEST} answers of {names_listed(few)}: -n draws more",) if few else ()


def _after(size: int, *, more: bool) -> tuple[tuple[str, str], ...]:
    """What comes when a bridge is walked."""
    compared = ("freetext compare", "the change in two parts, the world's and the coding's")
    larger = (f"freetext review --bridge -n {2 * size}", "a larger bridge, which begins with this one")
    return (compared, larger) if more else (compared,)
