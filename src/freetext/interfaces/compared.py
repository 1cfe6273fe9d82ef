"""Two waves of a survey compared: drift before and after coding, the change of each theme, and how much of it is the coding."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np

from freetext.files.project.project_codeframes import codeframe_of_question
from freetext.files.project.settings import Project, read_settings
from freetext.interfaces.changed import Again, Changed, changed, people_again
from freetext.interfaces.coded_with import coded_with
from freetext.interfaces.compared_again import model_again
from freetext.interfaces.compared_changes import BothRead, both_read
from freetext.interfaces.compared_codes import Codes, codes_of, loaded
from freetext.interfaces.compared_files import Reader, Request, Side, questions_of, sides, wave_path
from freetext.interfaces.compared_folders import Counted, both_counted, folders_changed
from freetext.interfaces.comparing import drift_between
from freetext.interfaces.sources import Names, Source, codeframe_from, names_from, table_from
from freetext.survey.codeframe import Codeframe
from freetext.tallies.compared import CodedBy, Compared, QuestionCompared
from freetext.tallies.drift import Drift

UNKNOWN = "The coded files do not call it by one name, so that no change is known: --themes names a column of codes."
PROTECTED = "Changes are not shown under the disclosure profile {}: nothing protects their small counts. `freetext report` shows each wave protected."


def compare(
    old: Source | None = None,
    new: Source | None = None,
    *,
    old_coded: Source | None = None,
    new_coded: Source | None = None,
    text: Names = (),
    id: str = "",
    respondent: str = "",
    question: str = "",
    questions: Names = (),
    themes: Names = (),
    weight: str = "",
    by: Names = (),
    codeframe: Codeframe | str | Path | None = None,
    old_codeframe: Codeframe | str | Path | None = None,
    model: str | Path | None = None,
    again: str | Path | None = None,
    vectors: str = "",
    raw: bool = False,
    level: float = 0.05,
    seed: int = 0,
    project: str | Path | None = None,
) -> Compared:
    """Compare two waves of a survey, as `freetext compare` does: files or frames of answers, coded or not.

    The arguments are the options of the command; `question` is its --question-column, `questions` its --question. A `project` (the folder of a freetext.toml) knows both
    waves and their coded files, so that `old` and `new` may be left out. Of each question that both waves hold: drift with its verdict and, where both are coded, changes by
    theme and column, in two parts where there is a bridge (`again` codes the whole old wave with a model for one). Shares and changes are 0..1, intervals 95 %.
    Raises UsageError, InputError, BundleError, and NegativeAnswer where a coded file holds no code.
    """
    plan = read_settings(Path(project)) if project is not None else None
    asked = Request(
        old=old,
        new=new,
        old_coded=old_coded,
        new_coded=new_coded,
        text=names_from(text),
        id=id,
        respondent=respondent,
        question=question,
        questions=names_from(questions),
        themes=names_from(themes),
        weight=weight,
        by=names_from(by),
        codeframe=codeframe_from(codeframe),
        old_codeframe=codeframe_from(old_codeframe),
        model=Path(model) if model is not None else None,
        again=Path(again) if again is not None else None,
        vectors=vectors,
        raw=raw,
        level=level,
        seed=seed,
    )
    return compared(asked, plan, partial(table_from, project=plan))


def compared(asked: Request, project: Project | None, read: Reader) -> Compared:
    """Compare two waves; `read` reads a file. Raises what `compare` does."""
    old, new = sides(asked, project, read)
    questions, said = questions_of(old, new, asked)
    both = both_read(old, new, asked, project)
    counted = both_counted((old, new), both, asked, project) if both and not both.profile else None
    codes = codes_of(questions, old, new, both, asked, project)
    found = tuple(_question(each, codes[each], (old, new), both, counted, asked, project) for each in questions)
    told = (
        *said,
        *_sampled(old, new),
        *_assumed(old, new),
        *((*both.old.read.said, *both.new.said) if both else ()),
        *_uncoded(old, new, asked),
    )
    return Compared(old.name, new.name, found, _coded(old, new, project), tuple(dict.fromkeys(told)))


def _question(
    question: str,
    codes: Codes,
    waves: tuple[Side, Side],
    both: BothRead | None,
    counted: tuple[Counted, Counted] | None,
    asked: Request,
    project: Project | None,
) -> QuestionCompared:
    old, new = waves
    known = project.questionnaire.question(question) if project else None
    title = known.title if known else ""
    name = both.name(question, _column(question, new)) if both else ""
    drift = _drift(question, name, codes, waves, both, asked, project)
    if both is None or not name:
        return QuestionCompared(question, title, drift, notes=_not_coded(question, waves, both))
    if counted is not None:
        told = folders_changed(*counted, name, both.old.known, raw=asked.raw)
    else:
        told = _moved(name, (old, new), both, asked, project)
    return QuestionCompared(question, title, drift, told.changes, told.bridges, told.gone, told.notes)


def _column(question: str, side: Side) -> str:
    """The column of verbatims that a question stands in, of a wide file."""
    asked = side.file.questions
    return side.file.columns[asked.index(question)] if question in asked else ""


def _moved(name: str, waves: tuple[Side, Side], both: BothRead, asked: Request, project: Project | None) -> Changed:
    """Find what has changed; under a disclosure profile nothing is, nor coded again for it."""
    if both.profile:
        return Changed(notes=(PROTECTED.format(both.profile),))
    again: Again | None = None
    if asked.again is not None:
        frame = next(each.responses.codeframe for each in both.new.opened if each.question == name)
        key = project.questionnaire.key if project else ""
        again = model_again(both.old, name, loaded(asked.again, asked, project), frame, waves[1], key)
    elif project is not None and not asked.raw:
        again = people_again(both.old, project, name, wave_path(waves[0], project))
    return changed(both.old, both.new, name, both.banners, raw=asked.raw or asked.again is not None, again=again)


def _drift(
    question: str,
    name: str,
    codes: Codes,
    waves: tuple[Side, Side],
    both: BothRead | None,
    asked: Request,
    project: Project | None,
) -> Drift:
    frame = asked.codeframe or (codeframe_of_question(question, project) if project and question else None)
    closed = _closed_columns(waves, asked, project)
    cells = [{column: side.cells(column, question) for column in closed} for side in waves]
    codings, learnt = codes.codings or (None, None), codes.learnt or (None, None)
    drift = drift_between(
        codes.old,
        codes.new,
        model=codes.model,
        codings_old=codings[0],
        codings_new=codings[1],
        learnt_old=learnt[0],
        learnt_new=learnt[1],
        closed_old=cells[0],
        closed_new=cells[1],
        lang=frame.lang if frame else "",
        glossary=frame.glossary if frame else (),
        audited=_audited(name, both),
        level=asked.level,
        seed=asked.seed,
    )
    return replace(drift, said=(*drift.said, *codes.said))


def _closed_columns(waves: tuple[Side, Side], asked: Request, project: Project | None) -> list[str]:
    """The closed columns that both waves have: those of --by, else the project's banners and closed questions of one column."""
    survey = project.questionnaire if project else None
    own = [each.columns[0] for each in survey.questions if each.kind == "closed"] if survey else []
    named = dict.fromkeys((*asked.by, *(() if asked.by or not survey else (*survey.banners, *own))))
    found = []
    for name in named:
        known = survey.question(name) if survey else None
        column = known.columns[0] if known and known.kind == "closed" else name
        if all(column in side.file.table.names for side in waves):
            found.append(column)
    return list(dict.fromkeys(found))


def _audited(name: str, both: BothRead | None) -> int:
    """Answers of the new wave that its random audit has coded already."""
    if both is None or not name:
        return 0
    audits = (each.responses.audit for each in both.new.opened if each.question == name)
    return sum(int(np.count_nonzero(audit.audited)) for audit in audits if audit is not None)


def _not_coded(question: str, waves: tuple[Side, Side], both: BothRead | None) -> tuple[str, ...]:
    """Say in which of two coded files a question has no codes."""
    if both is None:
        return ()
    without = [
        side.name
        for side, read in zip(waves, (both.old.read, both.new), strict=True)
        if not any({question, _column(question, side)} & {*each.names} for each in read.opened)
    ]
    return (f"Not coded in {' and '.join(without)}, so that no change is known." if without else UNKNOWN,)


def _sampled(old: Side, new: Side) -> tuple[str, ...]:
    """Say how much of a folder was looked at; its changes are of all rows."""
    return tuple(
        f"{side.name}: of {side.rows:,} rows {side.file.table.size:,} were looked at, a random sample of respondents; the changes are of all rows."
        for side in (old, new)
        if side.folder is not None and side.file.table.size < side.rows
    )


def _assumed(old: Side, new: Side) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*old.file.said, *new.file.said)))


def _uncoded(old: Side, new: Side, asked: Request) -> tuple[str, ...]:
    """Say which wave is not coded, so that nothing is said of its themes."""
    without = [side.name for side in (old, new) if side.coded is None]
    if not without:
        return ()
    codes = "changes" if asked.model is not None else "codes and changes"
    return (f"not coded yet: {' and '.join(without)}. So {codes} are not compared; `freetext code` codes a file.",)


def _coded(old: Side, new: Side, project: Project | None) -> tuple[CodedBy, ...]:
    """Say who coded what, by the records of the coded files."""
    if project is None:
        return ()
    return tuple(
        each
        for side in (old, new)
        if side.path is not None
        for each in coded_with(side.name, side.path, side.file, project)
    )
