"""The waves of a survey: listed, and one more added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from freetext.errors import FreetextError, InputError, UsageError, counted, names_listed
from freetext.files.coding.answers import AnswerFile
from freetext.files.disk.atomic import write_text
from freetext.files.labelling.other_waves import is_file
from freetext.files.project.settings import NAME, Project, read_settings
from freetext.files.project.settings_checks import is_path
from freetext.files.project.survey_answers import answers_of_table
from freetext.files.project.survey_tables import read_survey_table
from freetext.files.project.wave_states import coded_of, read_waves
from freetext.files.project.waves import seen_from, with_wave
from freetext.files.tabular.tables import Table
from freetext.guard.handed_on import handed_on
from freetext.survey.codeframe import fold
from freetext.survey.questionnaire import Question, Questionnaire
from freetext.survey.several import parts_of, stated_options
from freetext.survey.waves import Wave, coded_name, wave_of

SHOWN = 5
"""Columns or answers that a line names."""


def waves(project: str | Path) -> list[Wave]:
    """List the waves of a survey (the folder of a freetext.toml), the oldest first, as `freetext waves` does.

    A file that is missing or broken is told by `Wave.fault`. Raises InputError and SettingsError for freetext.toml itself.
    """
    return [each.state for each in read_waves(read_settings(Path(project)))]


@dataclass(frozen=True, slots=True)
class Added:
    """A wave that was added, or would be: its state, the file that goes behind `earlier`, and what differs, in plain words."""

    wave: Wave
    before: str
    said: tuple[str, ...]


def add_wave(project: str | Path, file: str | Path, *, dry_run: bool = False) -> Added:
    """Make a file the survey's present wave, and put the one before behind `earlier` in freetext.toml, as `freetext waves add` does.

    Raises InputError for a file without the survey's ids or open questions, UsageError for one that is a wave already or bears another
    wave's name, SettingsError where freetext.toml cannot be edited, and OutputError. With `dry_run` nothing is written.
    """
    plan = read_settings(Path(project))
    survey = plan.questionnaire
    _check_other(plan, Path(file))
    table = read_survey_table(file, survey)
    found = _answers(table, plan)
    said = (*differences(table, _before(plan), survey), *_repeated(found, plan))
    seen = seen_from(plan.folder, str(file))
    text = with_wave(plan, seen)
    if not dry_run:
        write_text(text, plan.folder / NAME, force=True)
    blank = int(found.answers.blank.sum())
    return Added(Wave(seen, True, table.size, len(found.answers), blank), survey.file, said)


def _check_other(project: Project, file: Path) -> None:
    """Refuse a file that is a wave already, and one whose name another wave bears."""
    if not is_path(str(file)):
        raise UsageError(f"{file}: a wave is a file on this machine.")
    for wave in project.questionnaire.waves:
        if is_file(str(file), wave, project):
            raise UsageError(
                f"{file}: is a wave of this survey already; `file` and `earlier` in {NAME} say in which order."
            )
        if wave_of(wave).casefold() == wave_of(str(file)).casefold():
            raise UsageError(
                f"{file}: {wave!r} has that name too, and what is coded of a wave bears its name. Rename the new file, such as "
                f"{file.stem}-2{file.suffix}."
            )


def _answers(table: Table, project: Project) -> AnswerFile:
    survey = project.questionnaire
    if survey.id and survey.id not in table.names:
        raise InputError(
            f"has no column {survey.id!r}, which names the answers (`id` in freetext.toml). Columns: {names_listed(table.names)}.",
            file=table.file,
            remedy="Rename the column in the new file.",
        )
    return answers_of_table(table, project)


def _before(project: Project) -> Table | None:
    """The file of the wave before; None where there is none, or it cannot be read any more."""
    survey = project.questionnaire
    with suppress(FreetextError):
        return read_survey_table(project.path(survey.file), survey) if survey.file else None
    return None


def differences(new: Table, old: Table | None, survey: Questionnaire) -> Iterator[str]:
    """Say in which columns and closed answers a new wave differs from freetext.toml and from the wave before."""
    for each in survey.questions:
        missing = [column for column in each.columns if column not in new.names]
        if missing:
            remedy = f"rename it in {Path(new.file).name}, for all waves have one name"
            yield f"{each.name}: not asked, or under another name ({remedy}): no column {names_listed(missing[:SHOWN])}"
    named = {"respondent": survey.respondent, "weight": survey.weight} | {
        f"banner {each}": each for each in survey.banners
    }
    asked = {column for each in survey.questions for column in each.columns}
    for what, column in named.items():
        if column and column not in new.names and column not in asked:
            yield f"no column {column!r} ({what})"
    if old is not None:
        fresh = [column for column in new.names if column not in old.names and column not in survey.drop]
        yield from _listed("new columns, which the wave before did not have", fresh)
    for each in survey.questions:
        yield from _options(each, new, old)


def _options(question: Question, new: Table, old: Table | None) -> Iterator[str]:
    """Say which answers to a closed question nobody gave before, and freetext.toml does not name."""
    if question.kind not in {"closed", "multi"} or len(question.columns) != 1:
        return
    column, stated = question.columns[0], stated_options(question.options, question.nets, question.reserved)
    before = _said(old, question, stated) if old is not None and column in old.names else []
    if column not in new.names or not (before or stated):
        return
    known = {fold(each) for each in (*stated, *before)}
    fresh = [handed_on(each) for each in _said(new, question, stated) if fold(each) not in known]
    yield from _listed(f"{question.name}: answers that nobody gave before", list(dict.fromkeys(fresh)))


def _said(table: Table, question: Question, stated: Sequence[str]) -> list[str]:
    """The answers to a closed question in a file, as they are tallied: several in a cell parted, each once."""
    separator = question.separator if question.kind == "multi" else ""
    cells = dict.fromkeys(table.texts(question.columns[0]))
    return list({fold(part): part for cell in cells for part in parts_of(cell, separator, stated)}.values())


def _listed(what: str, found: Sequence[str]) -> Iterator[str]:
    if found:
        more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        yield f"{what}: {names_listed(found[:SHOWN])}{more}"


def _repeated(new: AnswerFile, project: Project) -> Iterator[str]:
    """Say how many ids another wave has too (the same people, or numbers that begin anew), and whether it is the same wave again."""
    ids, texts = set(new.answers.ids), _written(new)
    for each in read_waves(project):
        both = ids & set(each.file.answers.ids) if each.file else ()
        if each.file is None or not both:
            continue
        stand = "1 id stands" if len(both) == 1 else f"{len(both):,} ids stand"
        yield (
            f"{stand} in {each.state.file} too: each label stays with its wave and its text, and one name is one respondent in both"
        )
        same = len(texts & _written(each.file))
        if 2 * same > len(texts):
            yield f"{same:,} of {counted(len(texts), 'answer')} stand word for word in {each.state.file}: is it that wave under another name?"


def _written(file: AnswerFile) -> set[tuple[str, str, str]]:
    """The answers of a file that hold anything."""
    answers = file.answers
    whole = zip(answers.ids, answers.questions, answers.texts, strict=True)
    return {each for each, blank in zip(whole, answers.blank.tolist(), strict=True) if not blank}


def earlier_coded(project: Project | None, coded: str) -> tuple[str, ...]:
    """Return the coded files of the waves before that of a coded file, the oldest first; none for a file of no wave."""
    if project is None:
        return ()
    files = project.questionnaire.waves
    names = [coded_name(each) for each in files]
    own = names.index(wave_of(coded)) if wave_of(coded) in names else 0
    found = (coded_of(project, each) for each in files[:own])
    return tuple(str(each) for each in found if each)
