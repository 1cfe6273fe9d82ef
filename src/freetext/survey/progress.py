"""Where a survey stands, and the one next step."""

from __future__ import annotations

from dataclasses import dataclass

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
    """One codeframe's model: the digest in force, empty for none, answers learnt from, answers labelled since it was last trained."""

    name: str
    digest: str = ""
    answers: int = 0
    since: int = 0
    labels: int = 0
    """Answers of its questions that people have labelled."""

    @property
    def outgrown(self) -> bool:
        """Whether so many labels are new that training again is worth it."""
        return bool(self.digest) and self.since >= max(MANY, SHARE * self.answers)


@dataclass(frozen=True, slots=True)
class CodedState:
    """The newest coded file: rows, answers that want a person, of a model that is not in force, labelled since.

    more  how many other coded files there are
    own   whether the survey's own file has been coded
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


@dataclass(frozen=True, slots=True)
class Step:
    """What to do next and why; the command is empty where it is no command of ours."""

    what: str
    command: str = ""


def next_step(now: Progress) -> Step:
    """Choose the one next step, by rules in the order in which a survey is worked."""
    return _to_begin(now) or _to_learn(now) or _to_code(now)


def _to_begin(now: Progress) -> Step | None:
    if not now.file.path:
        return Step("name the survey's file in freetext.toml (file = ...)")
    if now.file.fault:
        return Step(f"mend the survey's file: {now.file.fault}")
    if not now.codeframes:
        return Step("name a codeframe in freetext.toml (codeframe = ...)")
    for path, themes, fault in now.codeframes:
        if fault:
            return Step(f"mend {path}", "freetext codeframe check")
        if not themes:
            return Step(f"write your themes into {path} in place of the examples", "freetext codeframe check")
    if not now.labels.answers and not any(model.digest for model in now.models):
        return Step("label the first answers", "freetext review")
    return None


def _to_learn(now: Progress) -> Step | None:
    for model in now.models:
        if not model.digest and model.labels:
            return Step(f"learn {model.name} from {_answers(model.labels)}", "freetext train")
    for model in now.models:
        if model.outgrown:
            return Step(f"learn again: {_answers(model.since)} labelled since", "freetext train")
    if now.labels.disputed:
        return Step(f"settle where coders differ: {_answers(now.labels.disputed)}", "freetext adjudicate")
    return None


def _to_code(now: Progress) -> Step:
    if not now.coded.own:
        return Step("code the survey", "freetext code")
    if now.coded.older:
        return Step(f"code anew what an earlier model coded: {_answers(now.coded.older)}", "freetext code --force")
    if now.coded.since:
        return Step(f"bring {_answers(now.coded.since)} labelled since into the coded file", "freetext code")
    if not now.labels.audit:
        return Step("review the random audit: without it no number has an interval", "freetext review")
    return Step("tally", "freetext tally")


def _answers(count: int) -> str:
    return f"{count:,} answer{'s' * (count != 1)}"
