"""The walk of a bridge: the usual session over a random part of an old wave, blind, under today's codeframe, logged apart.

Who may be drawn are answers that people coded in the old wave, for only these make pairs (see `tallies.bridge`). Nothing of the old
codes comes near the session: it reads the logs of the bridge, and no others. See `files.labelling.log_folders` for why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isnan
from pathlib import Path

import numpy as np

from freetext.errors import NegativeAnswer, UsageError, counted, names_listed
from freetext.files.auditing.audits import known_by_people
from freetext.files.coding.answers import AnswerFile
from freetext.files.labelling.bridge_frames import Framed, read_frame, write_frame
from freetext.files.labelling.labels import read_labels, text_hash
from freetext.files.labelling.log_folders import bridge_folder, bridge_project
from freetext.files.labelling.other_waves import is_file
from freetext.files.labelling.settled import decisions_for
from freetext.files.project.settings import Project
from freetext.files.reviewing.bridge_sizes import bridge_size, keep_bridge_size
from freetext.interfaces.reviewed import Reviewed, reviewed
from freetext.review.audit import Population, decided, population
from freetext.review.bridge_draw import bridge_salt, drawn, frame_of
from freetext.review.bridge_walk import Bridged, bridged
from freetext.survey.answers import BoolArray, FloatArray
from freetext.survey.labels import standing
from freetext.survey.waves import wave_of
from freetext.tallies.audited import FEWEST


@dataclass(frozen=True, slots=True, eq=False)
class Drawable:
    """The answers of an old wave with their numbers for bridges, and which of them can be drawn, bool (n,).

    known  float (n,): the probability with which the old code of each had come to be known when the bridge was begun; nan where nobody
           had coded it, for then it is one of all that are not blank
    new    bool (n,): those that the file of the frame does not hold yet
    since  how many people have coded after the bridge was begun: they are not drawn
    """

    answers: Population
    frame: BoolArray
    known: FloatArray
    new: BoolArray
    since: int = 0

    @property
    def every(self) -> bool:
        """Whether people had coded none of what can be drawn."""
        return not (self.frame & ~np.isnan(self.known)).any()


@dataclass(frozen=True, slots=True, eq=False)
class BridgeWalk:
    """A bridge that was drawn: what is reviewed, what is to be told of it, and what its frame must hold from now on; nothing where it does."""

    survey: Reviewed
    told: tuple[str, ...]
    frame: tuple[Framed, ...]


def drawable(file: AnswerFile, project: Project, questions: Sequence[str], *, wave: str = "") -> Drawable:
    """Say which answers of an old wave a bridge to it can ask: those of its frame, once it was begun; before, those that people decided, else all.

    A question that the frame has none of is looked at anew. `wave` is the wave's file, where it is not that of the answers. Raises InputError
    for a frame that is damaged.
    """
    answers, found = population(file.answers, bridge_salt(project.questionnaire.key)), decisions_for(file, project)
    # What a split has opened again was decided then all the same: nets over its parts make pairs.
    people = decided(answers, found.labels)
    kept = [each for each in _kept(project, wave or file.table.file) if each.question in questions]
    frame, known = _framed(kept, answers, file, project.questionnaire.key)
    begun = {each.question for each in kept}
    new = frame_of(answers, people, set(questions) - begun)
    if new.any():
        known[new] = known_by_people(file, project, found)[new]
    elif not kept:
        new = answers.asked(questions)
    since = np.count_nonzero(frame_of(answers, people, begun) & ~frame)
    return Drawable(answers, frame | new, known, new, int(since))


def _kept(project: Project, wave: str) -> tuple[Framed, ...]:
    """The frame of a bridge; none before anybody has decided in it, or has it in a spreadsheet: until then it is drawn anew."""
    folder = bridge_folder(project, wave)
    sheets = _state_folder(project, wave).glob("*.sheet.json")
    return read_frame(folder) if any(True for _ in sheets) or read_labels(folder).labels else ()


def _framed(kept: Sequence[Framed], answers: Population, file: AnswerFile, key: str) -> tuple[BoolArray, FloatArray]:
    """Where the answers of a frame stand, (n,), and what was known of them; one whose text was changed since is none of it."""
    frame, known = np.zeros(len(answers), dtype=np.bool_), np.full(len(answers), np.nan)
    for each in kept:
        place = answers.place.get(each.key)
        if place is not None and text_hash(key, file.answers.texts[place]) == each.text_hash:
            frame[place] = not answers.blank[place]
            known[place] = np.nan if each.known is None else each.known
    return frame, known


def _state_folder(project: Project, wave: str) -> Path:
    """Where the walks of a bridge keep their places, and its size."""
    return project.review / "bridge" / wave_of(wave)


def old_wave(project: Project) -> Path:
    """The wave that a bridge is built to where nobody names one: the last before the present one. Raises UsageError."""
    earlier = project.questionnaire.earlier
    if not earlier:
        raise UsageError(
            "which old wave? Name its file of answers, or `freetext waves add NEW` makes the present one an earlier wave."
        )
    return project.path(earlier[-1])


def wave_said(file: str, project: Project) -> str:
    """How a command names an old wave: behind a blank, as freetext.toml does, and not at all where it is the last before the present one."""
    earlier = project.questionnaire.earlier
    name = next((each for each in earlier if is_file(file, each, project)), file)
    return "" if name in earlier[-1:] else f" {name}"


def bridge_review(
    file: AnswerFile, project: Project, questions: Sequence[str] = (), size: int | None = None
) -> BridgeWalk:
    """Lay a bridge of `size` answers out for a review, and say how far it is; without a size, as large as it was asked for last.

    Raises what `reviewed` raises.
    """
    plain = reviewed(file, project, questions)
    there, folder = drawable(file, project, list(plain.frames)), _state_folder(project, file.table.file)
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
        after=_after(file.table.file, project, len(places), more=len(places) < int(np.count_nonzero(there.frame))),
        beside=(plain.labels,),
    )
    frame = _written(_kept(project, file.table.file), there, file, project.questionnaire.key)
    return BridgeWalk(survey, (_told(survey, there, len(places)), *_since(there), *_small(walk, there)), frame)


def keep_bridge(walk: BridgeWalk, size: int | None) -> None:
    """Remember what a bridge is drawn from, before anything is decided in it, and how large it was asked for. Raises OutputError."""
    if walk.frame:
        write_frame(walk.survey.labels, walk.frame)
    if size is not None:
        keep_bridge_size(walk.survey.folder, size)


def _written(kept: Sequence[Framed], there: Drawable, file: AnswerFile, key: str) -> tuple[Framed, ...]:
    """The frame as its file is to hold it; empty where it holds that already."""
    new = np.flatnonzero(there.new).tolist()
    known = [None if isnan(each) else each for each in there.known[new].tolist()]
    hashes = [text_hash(key, file.answers.texts[place]) for place in new]
    keys = [there.answers.keys[place] for place in new]
    more = (Framed(*each, hashed, chance) for each, hashed, chance in zip(keys, hashes, known, strict=True))
    return (*kept, *more) if new else ()


def _since(there: Drawable) -> tuple[str, ...]:
    """Say how many answers came too late for the bridge."""
    said = "that people coded after the bridge was begun: not in it"
    return (f"{counted(there.since, 'answer')} {said}",) if there.since else ()


def _told(survey: Reviewed, there: Drawable, size: int) -> str:
    """Say what the bridge is drawn from, how large it is and how far."""
    assert survey.bridge is not None
    found = decisions_for(survey.file, survey.project)
    coded = survey.bridge.among({each.key for each in standing(found.labels)} - found.open)
    done = int(np.count_nonzero(coded & survey.bridge.inside))
    whole = int(np.count_nonzero(there.frame))
    which = "not blank; people coded none of them" if there.every else "coded by people"
    return f"bridge to {wave_of(survey.file.table.file)}: {size:,} of {counted(whole, 'answer')} {which}; {done:,} coded again"


def _small(walk: Bridged, there: Drawable) -> tuple[str, ...]:
    """Name the questions of which the bridge has too few answers to say anything, and could have more."""
    inside = [int(np.count_nonzero(walk.asked([name]))) for name in walk.questions]
    whole = [int(np.count_nonzero(there.frame & (walk.question == place))) for place in range(len(walk.questions))]
    few = [name for name, here, all_ in zip(walk.questions, inside, whole, strict=True) if here < min(FEWEST, all_)]
    return (f"fewer than {FEWEST} answers of {names_listed(few)}: -n draws more",) if few else ()


def _after(file: str, project: Project, size: int, *, more: bool) -> tuple[tuple[str, str], ...]:
    """What comes when a bridge is walked; a wave that is not the last before the present one is named."""
    wave = wave_said(file, project)
    waves = f"{wave} {project.questionnaire.file}".rstrip() if wave else ""
    compared = (f"freetext compare{waves}", "the change in two parts, the world's and the coding's")
    larger = (f"freetext review --bridge{wave} -n {2 * size}", "a larger bridge, which begins with this one")
    return (compared, larger) if more else (compared,)
