"""People's decisions on the answers of a file, from the logs of a folder."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from freetext.errors import InputError, named
from freetext.files.coding.answers import AnswerFile
from freetext.files.labelling.labels import read_labels, text_hash
from freetext.files.labelling.log_folders import is_bridge
from freetext.files.labelling.other_waves import OtherWaves, is_own, other_waves
from freetext.files.project.codeframes import read_codeframe
from freetext.files.project.project_codeframes import by_codeframe
from freetext.files.project.settings import Project
from freetext.survey.answers import Answers
from freetext.survey.changes import Carried, carry, settle_under
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import Key, Label, Settled, settle, standing


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people settled on these answers, and what could not be used, in plain words; `labels` are the events it rests on.

    `open` are the answers whose decisions leave something undecided, since a theme was split: somebody must look at them again.
    """

    settled: Mapping[Key, Settled]
    problems: tuple[str, ...]
    labels: tuple[Label, ...] = ()
    open: frozenset[Key] = frozenset()
    reopened: tuple[Label, ...] = ()
    """The events on these, a split theme standing as all its parts."""


def decisions_for(file: AnswerFile, project: Project) -> Decisions:
    """Read what the coders of a project decided on the answers of a file, under the codeframes of today."""
    found = decisions_as_logged(file, project)
    frames = _frames_of(found.labels, project)
    if not any(frame.changes for frame in frames.values()):
        return found
    carried = [(label, _carried(label, frames)) for label in found.labels]
    reopened = frozenset(label.key for label, under in carried if under.undecided)
    settled = settled_under(found.labels, frames)
    still = frozenset(key for key in reopened if key in settled and settled[key].disputed)
    # Whoever chose a theme that was split since is shown to an adjudicator as having chosen all its parts.
    parts = {
        place: replace(under.label, themes=(*under.label.themes, *under.undecided))
        for place, (_, under) in enumerate(carried)
        if under.label.key in still
    }
    labels = tuple(under.label for _, under in carried)
    return Decisions(settled, found.problems, labels, still, tuple(parts.values()))


def decisions_as_logged(file: AnswerFile, project: Project) -> Decisions:
    """Read what the coders of a project decided on the answers of a file, whatever became of the codeframes since.

    Labels that another wave has (`OtherWaves`) are that wave's, and no problem here; those of a bridge are all its own wave's.
    """
    survey, own = project.questionnaire, is_own(file.table.file, project)
    others = None if is_bridge(project) else other_waves(file.table.file, project)
    return decisions_on(file.answers, project.path(survey.labels), survey.key, own=own, elsewhere=others)


def decided_count(decisions: Decisions, questions: Collection[str]) -> int:
    """How many answers to these questions people have decided, those that a split theme has opened again left out."""
    keys = {label.key for label in standing(decisions.labels) if label.question in questions}
    return len(keys - decisions.open)


def _frames_of(labels: Iterable[Label], project: Project) -> dict[str, Codeframe]:
    """The codeframe of each question that was labelled."""
    groups = by_codeframe(dict.fromkeys(label.question for label in labels), project)
    return {name: read_codeframe(project.path(path)) for path, names in groups.items() if path for name in names}


def _carried(label: Label, frames: Mapping[str, Codeframe]) -> Carried:
    frame = frames.get(label.question)
    return carry(label, frame) if frame else Carried(label)


def decisions_on(
    answers: Answers, folder: Path, key: str, *, own: bool, elsewhere: OtherWaves | None = None
) -> Decisions:
    """Read the logs of a folder and keep what was decided on these very texts.

    A label whose text has changed since (its hash differs) is not used, and reported where no other label stands. One without a
    hash is used where the answers are the survey's `own`, else reported: another wave may have the same ids. What is `elsewhere`
    is not reported.
    """
    log = read_labels(folder)
    labels, told = on_these_texts(log.labels, answers, key, own=own, elsewhere=elsewhere)
    return Decisions(settle(labels), (*log.problems, *told), tuple(labels))


def on_these_texts(
    events: Iterable[Label], answers: Answers, key: str, *, own: bool, elsewhere: OtherWaves | None = None
) -> tuple[list[Label], tuple[str, ...]]:
    """Keep the events on these very texts, and tell of the decisions that are not used."""
    texts = dict(zip(zip(answers.ids, answers.questions, strict=True), answers.texts, strict=True))
    kept: list[Label] = []
    changed: list[Label] = []
    bare: list[Label] = []
    for label in events:
        text = texts.get(label.key)
        if text is None:
            continue
        if label.text_hash and label.text_hash != text_hash(key, text):
            changed.append(label)
        elif label.text_hash or own:
            kept.append(label)
        else:
            bare.append(label)
    if elsewhere is not None:
        kept, changed, bare = _left_here(kept, changed, bare, elsewhere)
    usable = {label.key for label in standing(kept)}
    stale = [each for each in dict.fromkeys(label.key for label in standing(changed)) if each not in usable]
    without = len(standing(bare))
    return kept, (*([_stale(stale)] if stale else ()), *([_bare(without)] if without else ()))


def _left_here(
    kept: list[Label], changed: list[Label], bare: list[Label], elsewhere: OtherWaves
) -> tuple[list[Label], list[Label], list[Label]]:
    """Leave out the labels that are about another wave's answers."""
    theirs, held = elsewhere.theirs(label for label in kept if label.text_hash), elsewhere.holding(changed)
    return (
        [each for each in kept if each not in theirs] if theirs else kept,
        [each for each in changed if (each.key, each.text_hash) not in held],
        [] if elsewhere.bare else bare,
    )


def settled_under(labels: Iterable[Label], frames: Mapping[str, Codeframe]) -> Mapping[Key, Settled]:
    """Settle labels under the codeframes of today, of each question; one without a codeframe is settled as it stands."""
    by_frame: dict[str, list[Label]] = {}
    by_digest = {frame.digest: frame for frame in frames.values()}
    of_question = {question: frame.digest for question, frame in frames.items()}
    for label in labels:
        by_frame.setdefault(of_question.get(label.question, ""), []).append(label)
    settled: dict[Key, Settled] = {}
    for digest, events in by_frame.items():
        settled |= settle_under(events, by_digest[digest]) if digest else settle(events)
    return settled


def refuse_other_than_one(settled: Mapping[Key, Settled], frame: Codeframe) -> None:
    """Raise InputError for answers that people gave several themes, or none, where the codeframe demands exactly one."""
    if not frame.single:
        return
    several = [key for key, each in settled.items() if len(each.themes) > 1]
    none = [key for key, each in settled.items() if not each.themes and not each.disputed]
    told = [f"{what}: {keys_listed(keys)}" for what, keys in (("several themes", several), ("no theme", none)) if keys]
    if told:
        raise InputError(
            f"decisions with {'; with '.join(told)}. Codeframe {frame.name!r} wants exactly one an answer (single = true).",
            remedy="Decide them again in `freetext review`, where f looks an answer up.",
        )


def _bare(count: int) -> str:
    carry = "label carries no hash of its text" if count == 1 else "labels carry no hash of their texts"
    return f"{count} {carry}, and this is not the survey's own file (freetext.toml: the first of `earlier`, else `file`); not used"


def _stale(stale: list[Key]) -> str:
    have = "answer has changed since it was" if len(stale) == 1 else "answers have changed since they were"
    return f"{len(stale)} {have} labelled; the labels are not used: {keys_listed(stale)}"


def keys_listed(keys: Sequence[Key]) -> str:
    """Write answers for a message: the first three, and how many more."""
    first = ", ".join(f"{named(name)} ({named(question)})" if question else named(name) for name, question in keys[:3])
    return first + (f" and {len(keys) - 3} more" if len(keys) > 3 else "")
