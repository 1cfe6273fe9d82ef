"""Where a survey stands, and the one next step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

FEW = 60
"""Labelled answers that teach a model little."""

MANY = 20
"""New labels that are many, whatever the model learnt from."""

SHARE = 0.1
"""The part of what the model learnt from that is many new labels."""


@dataclass(frozen=True, slots=True)
class FileState:
    """The survey's file; `fault` says why it cannot be read, then all else is empty."""

    path: str = ""
    rows: int = 0
    answers: int = 0
    blank: int = 0
    questions: int = 0
    fault: str = ""


@dataclass(frozen=True, slots=True)
class LabelState:
    """What people decided: answers by why they were asked (one asked twice counts twice), in dispute, and marked with a flag."""

    coders: tuple[str, ...] = ()
    answers: int = 0
    audit: int = 0
    queue: int = 0
    disputed: int = 0
    flagged: int = 0
    problems: int = 0


@dataclass(frozen=True, slots=True)
class ModelState:
    """One codeframe's model: the digest in force, empty for none, answers learnt from, answers labelled since it was last trained.

    Answers are those of all waves.
    """

    name: str
    digest: str = ""
    answers: int = 0
    since: int = 0
    labels: int = 0
    """Answers of its questions that people have labelled."""
    stale: bool = False
    """The codeframe has other themes by now."""
    damaged: bool = False
    """Something stands there that cannot be read."""

    @property
    def outgrown(self) -> bool:
        """Whether so many labels are new that training again is worth it."""
        return bool(self.digest) and self.since >= max(MANY, SHARE * self.answers)


@dataclass(frozen=True, slots=True)
class EarlierState:
    """The earlier waves: their files, answers labelled on them, of these in dispute, and the files that cannot be read.

    again  answers that were coded again in bridges, which no other count has
    """

    files: tuple[str, ...] = ()
    labelled: int = 0
    disputed: int = 0
    faults: tuple[str, ...] = ()
    again: int = 0


@dataclass(frozen=True, slots=True)
class CodedState:
    """The newest coded file, of several waves that of the present one, its rows and the answers that want a person, and what the survey's own one is short of.

    more   how many other coded files there are
    own    whether the survey's own file has been coded
    older  its answers that a model coded which is not in force
    since  its answers that were labelled since
    """

    path: str = ""
    rows: int = 0
    review: int = 0
    older: int = 0
    since: int = 0
    more: int = 0
    own: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a survey stands.

    labels      on the present wave's file; `earlier` says what is known of the others
    codeframes  the codeframes: (path, themes of its own, 0 where it still holds the examples; a fault or nothing)
    reviewing   who is reviewing at this moment
    """

    name: str
    title: str = ""
    folder: str = ""
    file: FileState = FileState()
    codeframes: tuple[tuple[str, int, str], ...] = ()
    labels: LabelState = LabelState()
    models: tuple[ModelState, ...] = ()
    coded: CodedState = CodedState()
    reviewing: tuple[str, ...] = ()
    earlier: EarlierState = EarlierState()


@dataclass(frozen=True, slots=True)
class Step:
    """What to do next and why; the command is empty where it is no command of ours."""

    what: str
    command: str = ""


def next_step(now: Progress) -> Step:
    """Choose the one next step: the first that is due, in the order in which a survey is worked."""
    return next(chain(_to_begin(now), _to_learn(now), _to_code(now), (Step("tally", "freetext tally"),)))


def _to_begin(now: Progress) -> Iterator[Step]:
    if not now.file.path:
        yield Step("name the survey's file in freetext.toml (file = ...)")
    elif now.file.fault:
        yield Step(f"mend the survey's file or freetext.toml: {now.file.fault}")
    for file in now.earlier.faults:
        yield Step(f"put {file} back, or take it out of `earlier` in freetext.toml", "freetext waves")
    if not now.codeframes:
        yield Step("name a codeframe in freetext.toml (codeframe = ...)")
    for path, themes, fault in now.codeframes:
        if fault:
            yield Step(f"mend {path}", "freetext codeframe check")
        elif not themes:
            yield Step(f"write your themes into {path}", "freetext codeframe check")
    if not now.labels.answers and not any(model.digest for model in now.models):
        yield Step("label the first answers", "freetext review")


def _to_learn(now: Progress) -> Iterator[Step]:
    for model in now.models:
        if model.damaged:
            yield Step(f"the model {model.name} cannot be read: look what is wrong", "freetext models verify")
        if model.stale:
            yield Step(f"the codeframe {model.name} has changed: learn again", "freetext train")
    for model in now.models:
        if not model.digest and model.labels:
            yield Step(f"learn {model.name} from {_answers(model.labels)}", "freetext train")
    for model in now.models:
        if model.outgrown:
            yield Step(f"learn again: {_answers(model.since)} labelled since", "freetext train")
    if now.labels.disputed:
        yield Step(f"coders differ on {_answers(now.labels.disputed)}", "freetext adjudicate")


def _to_code(now: Progress) -> Iterator[Step]:
    open_ = now.file.answers - now.file.blank - now.labels.answers
    if not now.coded.own and 0 < now.labels.answers < FEW <= open_:
        yield Step(
            f"label more: {_answers(now.labels.answers)} of {now.file.answers:,} teach little", "freetext review"
        )
    if not now.coded.own:
        yield Step("code the survey", "freetext code")
    elif now.coded.older:
        yield Step(f"code anew what an earlier model coded: {_answers(now.coded.older)}", "freetext code --recode")
    elif now.coded.since:
        yield Step(f"bring {_answers(now.coded.since)} labelled since into the coded file", "freetext code")
    if not now.labels.audit:
        yield Step("review the random audit: without it no number has an interval", "freetext review")


def _answers(count: int) -> str:
    return f"{count:,} answer{'s' * (count != 1)}"
