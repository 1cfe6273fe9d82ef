"""Which labels are about the other waves of a survey, whose ids may begin anew and whose people may write the same words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from freetext.errors import FreetextError
from freetext.files.labelling.labels import text_hash
from freetext.files.project.settings import Project
from freetext.files.project.survey_answers import survey_answers
from freetext.survey.labels import Key, Label
from freetext.survey.waves import wave_of

Hashed = tuple[Key, str]
"""An answer and the keyed hash of its text."""


@dataclass(frozen=True, slots=True)
class OtherWaves:
    """The waves of a survey but that of a file, by name, the oldest first; what they hold is read where it matters.

    own     the name of the file's own wave; empty where it is none
    older   the waves before it
    read    hashes the texts that a wave has under some ids and questions
    """

    read: Callable[[str, Collection[Key]], Collection[Hashed]]
    own: str = ""
    older: tuple[str, ...] = ()
    newer: tuple[str, ...] = ()

    @property
    def bare(self) -> bool:
        """Whether labels that do not say which text they are about are another wave's: the oldest has them."""
        return bool(self.own and self.older)

    def holding(self, labels: Iterable[Label]) -> set[Hashed]:
        """Which of these answers, by their texts, another wave holds."""
        keys = {label.key for label in labels}
        return {each for wave in (*self.older, *self.newer) if keys for each in self.read(wave, keys)}

    def theirs(self, labels: Iterable[Label]) -> set[Label]:
        """Return the labels on this wave's very ids and texts that are another's all the same.

        A label is about the wave that it names, if that holds the text; else about the oldest that does.
        """
        asked = [label for label in labels if label.wave != self.own] if self.own else []
        keys, named = {label.key for label in asked}, {label.wave for label in asked}
        held = {
            wave: self.read(wave, keys)
            for wave in (*self.older, *self.newer)
            if keys and (wave in self.older or wave in named)
        }
        return {
            label
            for label in asked
            if any((label.key, label.text_hash) in held.get(wave, ()) for wave in (*self.older, label.wave))
        }


def other_waves(file: str, project: Project) -> OtherWaves:
    """Look at a file as one of a survey's waves, or as none of them."""
    waves = {wave_of(wave): wave for wave in project.questionnaire.waves}
    names, own = list(waves), wave_named(file, project)
    place = names.index(own) if own else len(names)

    def read(wave: str, keys: Collection[Key]) -> set[Hashed]:
        return _hashes_in(waves[wave], project, keys)

    return OtherWaves(read, own, tuple(names[:place]), tuple(names[place + 1 :]))


def _hashes_in(wave: str, project: Project, keys: Collection[Key]) -> set[Hashed]:
    """Hash the texts that a wave has under these ids and questions; a file that cannot be read has none."""
    found: set[Hashed] = set()
    with suppress(FreetextError):
        answers = survey_answers(project, wave).answers
        for key, text in zip(zip(answers.ids, answers.questions, strict=True), answers.texts, strict=True):
            if key in keys:
                found.add((key, text_hash(project.questionnaire.key, text)))
    return found


def wave_named(file: str, project: Project) -> str:
    """Name the wave that a file is, as labels on it name it; empty for a file that is none."""
    return next((wave_of(wave) for wave in project.questionnaire.waves if is_file(file, wave, project)), "")


def is_own(file: str, project: Project) -> bool:
    """Whether a file is the one that labels without a hash speak of: the survey's own, of several waves the oldest."""
    own = project.questionnaire.waves[:1]
    return bool(own) and is_file(file, own[0], project)


def is_file(file: str, wave: str, project: Project) -> bool:
    """Whether a file is that of a wave, as freetext.toml names it."""
    with suppress(OSError, ValueError):
        return Path(file).samefile(project.path(wave))
    return False
