"""A review from Python: what `freetext review` drives, key by key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from freetext.errors import InputError
from freetext.files.coding.answers import AnswerFile, answers_in
from freetext.files.labelling.locks import coder_lock
from freetext.files.parts.coded_folders import is_coded_folder
from freetext.files.project.dropped import without_dropped
from freetext.files.project.settings import Project, read_settings
from freetext.files.project.survey_tables import read_survey_table
from freetext.interfaces.bridge_reviews import bridge_review, keep_bridge, old_wave
from freetext.interfaces.desk import Desk
from freetext.interfaces.folder_review import reviewed_folder
from freetext.interfaces.reviewed import Reviewed, reviewed
from freetext.interfaces.wishes import Kind, Wishes, coder_name
from freetext.review.queue import Strategy
from freetext.review.ranking import Ranking


@contextmanager
def open_review(
    project: str | Path,
    file: str | Path | None = None,
    *,
    coder: str = "",
    kind: Kind = "review",
    questions: Sequence[str] = (),
    by: Sequence[str] = (),
    target: float = 0.05,
    batch: int = 20,
    audit: float = 0.5,
    strategy: Strategy = "auto",
    blind: bool = False,
    size: int | None = None,
    force: bool = False,
) -> Iterator[Desk]:
    """Open a coder's review of a survey's file, as `freetext review` does, and hold the coder's lock until the block is left.

    `Desk.view()` is what the coder sees, `Desk.press(key)` takes a key ("1", "enter", "u") and returns False when the coder
    leaves; every decision is on the disk when it returns. `kind` is "review", "second", "adjudicate" or "bridge"; `target` the half-width
    wanted, 0..1; `audit` the share of a batch that is random audit. Nothing is ranked meanwhile: `rank_answers` does that.
    A "bridge" asks answers of an old wave again (by default of the last one before the present), kept apart from its labels: `size` of
    them, the answers to all `questions` counted together; respondents are asked whole, so there can be a few more.
    Raises InputError, UsageError (another session of the coder is open) and NegativeAnswer (nothing to review).
    """
    plan, again = read_settings(Path(project)), kind == "bridge"
    survey = _bridge(plan, file, questions, size) if again else _survey(plan, file, questions)
    wishes = Wishes(
        coder_name(coder, survey.labels),
        kind,
        tuple(by),
        target,
        batch,
        1.0 if again else audit,
        strategy,
        blind=blind or again,
        whole=again,
    )
    with coder_lock(survey.labels, wishes.coder, force=force) as lock:
        desk = Desk(survey, wishes, beat=lock.refresh)
        try:
            yield desk
        finally:
            desk.close()


def _survey(project: Project, file: str | Path | None, questions: Sequence[str]) -> Reviewed:
    if file is not None and is_coded_folder(file):
        return reviewed_folder(file, project, questions)
    return reviewed(project_answers(project, file), project, questions)


def _bridge(project: Project, file: str | Path | None, questions: Sequence[str], size: int | None) -> Reviewed:
    answers = project_answers(project, old_wave(project) if file is None else file)
    walk = bridge_review(answers, project, questions, size)
    keep_bridge(walk, size)
    return walk.survey


def project_answers(project: Project, file: str | Path | None = None) -> AnswerFile:
    """Read the answers of a project's file, or of another file with the same columns, as its freetext.toml describes them."""
    plan = project.questionnaire
    if file is None and not plan.file:
        raise InputError("names no `file`; say which to read.", file=project.folder / "freetext.toml")
    table = read_survey_table(project.path(plan.file) if file is None else file, plan)
    table = without_dropped(table, project)
    names = {each.columns[0]: each.name for each in plan.coded if each.columns[0] in table.names}
    own = plan.id if plan.id in table.names else ""
    person = plan.respondent if plan.respondent in table.names else ""
    return answers_in(table, text=tuple(names), id=own, respondent=person, names=names)


def rank_answers(
    project: str | Path, file: str | Path | None = None, *, questions: Sequence[str] = ()
) -> list[Ranking]:
    """Rank a file's answers by what people have settled so far, as `freetext review --prepare` does, one ranking a codeframe.

    They are written where a review reads them. Raises InputError, and OutputError.
    """
    from freetext.interfaces.preparing import prepare  # noqa: PLC0415  (wakes scikit-learn)

    plan = read_settings(Path(project))
    return prepare(reviewed(project_answers(plan, file), plan, questions))
