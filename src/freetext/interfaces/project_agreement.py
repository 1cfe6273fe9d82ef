"""The coders of a project against each other: from their logs, on texts that are still the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from freetext.errors import UsageError, did_you_mean, names_listed
from freetext.files.labelling.settled import decisions_for
from freetext.interfaces.reviewed import Reviewed
from freetext.survey.codeframe import Codeframe
from freetext.survey.coders import own_decisions, panel_of
from freetext.survey.labels import Key, Label, standing
from freetext.survey.waves import id_in, wave_names
from freetext.tallies.agreement import agreement_of
from freetext.tallies.agreement_figures import Agreement
from freetext.tallies.bootstrap import DRAWS


@dataclass(frozen=True, slots=True)
class Decided:
    """The standing decisions on the answers of one codeframe's questions, under the codeframe of today; `keys` are those answers."""

    codeframe: Codeframe
    keys: tuple[Key, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class CodersLog:
    """What the coders of a project decided, codeframe by codeframe, and what could not be used, in plain words."""

    decided: tuple[Decided, ...]
    problems: tuple[str, ...]

    @property
    def counts(self) -> Counter[str]:
        """How many answers each coder decided on by themselves."""
        return Counter(label.coder for each in self.decided for label in own_decisions(each.labels))


def coders_log(survey: Reviewed, coders: Sequence[str] = ()) -> CodersLog:
    """Read the decisions of all coders, or of these, on the answers under review whose texts are as they were then.

    A label without a hash of its text counts on the survey's own file alone. A decision that gave a theme which has been split
    since leaves its parts open: it is left out. Raises UsageError for a coder who has decided on none of the answers.
    """
    return waves_log([survey], coders)


def waves_log(surveys: Sequence[Reviewed], coders: Sequence[str] = ()) -> CodersLog:
    """Read the decisions of all coders, or of these, on the answers of several waves; see `coders_log`.

    Of more waves than one the ids bear their wave's name (`wave1/12`).
    """
    names = wave_names([each.file.table.file for each in surveys]) if len(surveys) > 1 else [""]
    read = [_read(survey, name) for survey, name in zip(surveys, names, strict=True)]
    known = sorted({label.coder for each in read for label in each.labels})
    _check_coders(coders, known)
    groups: dict[str, list[Decided]] = {}
    for each in (decided for wave in read for decided in wave.log.decided):
        groups.setdefault(each.codeframe.digest, []).append(each)
    problems = dict.fromkeys(problem for wave in read for problem in wave.log.problems)
    return of_coders(CodersLog(tuple(_joined(group) for group in groups.values()), tuple(problems)), coders)


def of_coders(log: CodersLog, coders: Sequence[str]) -> CodersLog:
    """Leave the decisions of some coders alone; of all where none is named."""
    kept = [
        replace(each, labels=tuple(label for label in each.labels if not coders or label.coder in coders))
        for each in log.decided
    ]
    return CodersLog(tuple(kept), log.problems)


@dataclass(frozen=True, slots=True)
class _Wave:
    """The log of one wave, and all decisions that stand on it."""

    log: CodersLog
    labels: Sequence[Label]


def _read(survey: Reviewed, wave: str) -> _Wave:
    found = decisions_for(survey.file, survey.project)
    here, problems = standing(found.labels), list(found.problems)
    decided = []
    for frame, keys in _by_codeframe(survey):
        wanted = set(keys) - found.open
        labels = tuple(label for label in here if label.key in wanted)
        decided.append(_called(Decided(frame, keys, labels), wave))
    if found.open:
        problems.append(f"{len(found.open):,} answers were given a theme that has been split since; not used")
    return _Wave(CodersLog(tuple(decided), tuple(problems)), here)


def _called(decided: Decided, wave: str) -> Decided:
    """Let the ids bear the name of their wave."""
    if not wave:
        return decided
    keys = tuple((id_in(wave, name), question) for name, question in decided.keys)
    labels = tuple(replace(label, id=id_in(wave, label.id)) for label in decided.labels)
    return replace(decided, keys=keys, labels=labels)


def _joined(group: Sequence[Decided]) -> Decided:
    """Put what was decided under one codeframe together."""
    keys = tuple(key for each in group for key in each.keys)
    return Decided(group[0].codeframe, keys, tuple(label for each in group for label in each.labels))


def _check_coders(coders: Sequence[str], known: Sequence[str]) -> None:
    for coder in coders:
        if coder not in known:
            said = f"--coders: {coder!r} has decided on none of these answers. Coders: {names_listed(known) or 'none'}."
            raise UsageError(f"{said} {did_you_mean(coder, known)}".strip())


def _by_codeframe(survey: Reviewed) -> Iterator[tuple[Codeframe, tuple[Key, ...]]]:
    """Give each codeframe with the answers to its questions that are not blank."""
    frames = {frame.digest: frame for frame in survey.frames.values()}
    asked = {question: frame.digest for question, frame in survey.frames.items()}
    keys = list(zip(survey.answers.ids, survey.answers.questions, strict=True))
    filled = np.flatnonzero(~survey.blank).tolist()
    for digest, frame in frames.items():
        yield frame, tuple(keys[place] for place in filled if asked.get(keys[place][1]) == digest)


def coder_agreement(decided: Decided, *, draws: int = DRAWS, seed: int = 0) -> Agreement:
    """Compare the coders with each other, each by the latest own decision on an answer.

    Answers that two coders or more coded with a model's suggestion in sight are left out, and told in a note: they may agree with
    it rather than with each other. Raises UnknownTheme for a label with a theme that the codeframe does not have.
    """
    own = own_decisions(decided.labels)
    sighted = Counter(label.key for label in own if label.suggested)
    panel = panel_of(own, decided.codeframe, keys=decided.keys)
    prompted = np.array([sighted[key] > 1 for key in panel.keys], dtype=np.bool_)
    found = agreement_of(panel.take(np.flatnonzero(~prompted)), draws=draws, seed=seed)
    if not prompted.any():
        return found
    apart = agreement_of(panel.take(np.flatnonzero(prompted)), draws=0)
    return replace(found, notes=(*found.notes, _prompted(apart, found)))


def _prompted(apart: Agreement, found: Agreement) -> str:
    same = [f"{each.identical:.0%}" for each in (apart, found) if each.identical is not None]
    compared = (
        f" They gave the same themes in {same[0]} of them, against {same[1]} of the others." if len(same) == 2 else ""
    )
    return (
        f"Left out: {apart.n:,} answers that two coders or more coded with the model's suggestion in sight; they may agree with it "
        f"rather than with each other.{compared}"
    )
