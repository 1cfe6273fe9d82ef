"""People's decisions on the answers of a file, from the logs of a folder."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from freetext.errors import named
from freetext.files.answers import AnswerFile
from freetext.files.labels import read_labels, text_hash
from freetext.files.settings import Project
from freetext.survey.answers import Answers
from freetext.survey.labels import Key, Label, Settled, settle


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people settled on these answers, and what could not be used, in plain words."""

    settled: Mapping[Key, Settled]
    problems: tuple[str, ...]


def decisions_for(file: AnswerFile, project: Project) -> Decisions:
    """Read what the coders of a project decided on the answers of a file."""
    survey = project.questionnaire
    own = is_own(file.table.file, project)
    return decisions_on(file.answers, project.path(survey.labels), survey.key, own=own)


def is_own(file: str, project: Project) -> bool:
    """Whether a file is the survey's own: the one that labels without a hash speak of."""
    own = project.questionnaire.file
    with suppress(OSError, ValueError):
        return bool(own) and Path(file).samefile(project.path(own))
    return False


def decisions_on(answers: Answers, folder: Path, key: str, *, own: bool) -> Decisions:
    """Read the logs of a folder and keep what was decided on these very texts.

    A label whose text has changed since (its hash differs) is not used, and reported where no other label stands. One without a
    hash is used where the answers are the survey's `own`, else reported: another wave may have the same ids.
    """
    log = read_labels(folder)
    texts = dict(zip(zip(answers.ids, answers.questions, strict=True), answers.texts, strict=True))
    kept: list[Label] = []
    bare = 0
    changed: dict[Key, None] = {}
    for label in log.labels:
        text = texts.get(label.key)
        if text is None:
            continue
        if label.text_hash and label.text_hash != text_hash(key, text):
            changed[label.key] = None
        elif label.text_hash or own:
            kept.append(label)
        else:
            bare += 1
    usable = {label.key for label in kept}
    stale = [each for each in changed if each not in usable]
    told = (*([_stale(stale)] if stale else ()), *([_bare(bare)] if bare else ()))
    return Decisions(settle(kept), (*log.problems, *told))


def _bare(count: int) -> str:
    carry = "label carries no hash of its text" if count == 1 else "labels carry no hash of their texts"
    return f"{count} {carry}, and this is not the survey's own file (`file` in freetext.toml); not used"


def _stale(stale: list[Key]) -> str:
    first = ", ".join(f"{named(name)} ({named(question)})" if question else named(name) for name, question in stale[:3])
    more = f" and {len(stale) - 3} more" if len(stale) > 3 else ""
    have = "answer has changed since it was" if len(stale) == 1 else "answers have changed since they were"
    return f"{len(stale)} {have} labelled; the labels are not used: {first}{more}"
