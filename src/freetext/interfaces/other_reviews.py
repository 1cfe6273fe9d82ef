"""The review of "Other" texts: the usual session, over these texts alone, with the options as its codeframe."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from freetext.errors import NAME, InputError, UnknownTheme, UsageError, quoted
from freetext.files.backcoding.option_frames import frame_file, frame_there
from freetext.files.backcoding.other_texts import OtherTexts
from freetext.files.labelling.settled import Decisions, decisions_for
from freetext.files.project.settings import Project
from freetext.files.reviewing.rankings import save_ranking
from freetext.interfaces.reviewed import Reviewed
from freetext.review.backcode_plan import Ruling, rulings
from freetext.review.backcoding import Proposal
from freetext.review.items import Suggested
from freetext.review.option_frame import parted
from freetext.review.ranking import Ranking
from freetext.survey.codeframe import slugify
from freetext.survey.labels import Key
from freetext.survey.questionnaire import Question

LOGS = "backcode"
"""The folder, inside that of the labels, in which the decisions on "Other" texts are kept."""

WORDS = "words"
"""What stands for the model of a suggestion that came of words."""


def other_review(others: OtherTexts) -> Reviewed:
    """Lay the texts out for a review: the project as it is, but that the texts are coded with the options, and logged apart.

    Raises UsageError where there is no options codeframe yet.
    """
    frame = frame_there(others.project, others.question)
    if frame is None:
        which = f"{frame_file(others.question)} is not there yet"
        raise UsageError(f"{which}: `freetext backcode propose {others.question.name}` makes it from the options.")
    if name := parted(frame, others.question):
        what = f"the name {quoted(name, NAME)} holds {others.question.separator!r}, which parts the options of {others.question.name!r}."
        raise InputError(what, file=others.project.path(frame_file(others.question)), remedy="Give it another name.")
    plan, asked = others.project.questionnaire, others.asked
    place = Path(plan.output) / LOGS / slugify(others.question.name) / (Path(others.table.file).stem or "answers")
    one = frozenset() if others.several else frozenset({asked.name})
    after = ((f"freetext backcode apply {others.question.name}", "write the moves that were decided on"),)
    project = _backcoding(others.project, others.question, asked)
    return Reviewed(project, others.file, {asked.name: frame}, project.path(str(place)), one, "freetext", after)


def _backcoding(project: Project, question: Question, asked: Question) -> Project:
    """The project in which the texts are an open question that is coded with the options."""
    plan = project.questionnaire
    closed = [each for each in plan.questions if each.kind in {"closed", "multi", "ranking"}]
    title = asked.title or f"{question.title or question.name}: other"
    opened = Question(asked.name, "open", asked.columns, title, frame_file(question))
    logs = f"{plan.labels}/{LOGS}"
    return replace(project, questionnaire=replace(plan, labels=logs, codeframe="", questions=(*closed, opened)))


def decided_on(others: OtherTexts, survey: Reviewed) -> tuple[dict[str, Ruling], Decisions]:
    """What coders together say of each text, and the decisions that it rests on.

    Raises InputError where a decision names a theme that the options codeframe does not have any more.
    """
    decisions = decisions_for(others.file, survey.project)
    frame = survey.frames[others.asked.name]
    keys = [(name, others.asked.name) for name in others.texts]
    try:
        return rulings(keys, decisions.settled, decisions.labels, frame, several=others.several), decisions
    except UnknownTheme as error:
        mend = f"Put it back into {frame_file(others.question)}, or decide these texts again."
        raise InputError(error.what, file=survey.labels, remedy=mend) from error


def suggest(others: OtherTexts, survey: Reviewed, proposal: Proposal) -> Ranking:
    """Write what is proposed where the review of these texts finds it, like texts beside each other; raises OutputError."""
    frame = survey.frames[others.asked.name]
    keys: tuple[Key, ...] = tuple((name, others.asked.name) for name in others.texts)
    said = {each.id: each for each in proposal.placed if each.slug in frame.position}
    order = np.array([frame.position[said[name].slug] if name in said else len(frame) for name, _ in keys])
    diverse = np.empty(len(keys), dtype=np.int64)
    diverse[np.argsort(order, kind="stable")] = np.arange(len(keys))
    ranking = Ranking(
        frame.digest,
        frame.slugs,
        keys,
        np.zeros((len(keys), len(frame)), dtype=np.float32),
        diverse,
        suggestions={key: (Suggested(said[key[0]].slug, said[key[0]].words),) for key in keys if key[0] in said},
        model=WORDS,
        name=frame.name,
        answers=survey.digest_of((others.asked.name,)),
    )
    save_ranking(ranking, survey.folder)
    return ranking
