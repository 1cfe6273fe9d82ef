"""A folder of coded parts to tallies: of what the parts keep, or where that was not made for what is asked, of one more pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from freetext.errors import InputError, NegativeAnswer, UsageError, counted, names_listed
from freetext.files.coding.wanted import Wanted
from freetext.files.labelling.labels import read_labels
from freetext.files.parts.coded_folders import CodedFolder
from freetext.files.parts.folder_again import ground_again
from freetext.files.parts.folder_foreseen import unforeseen
from freetext.files.parts.folder_ground import Ground, conventions_for
from freetext.files.parts.folder_sums import FolderSums, read_sums
from freetext.files.parts.part_counts import SumsPlan
from freetext.files.project.settings import Project
from freetext.survey.codeframe import Codeframe, fold
from freetext.survey.questionnaire import Questionnaire
from freetext.tallies.banners import MOST
from freetext.tallies.conventions import Conventions
from freetext.tallies.crosstab import tally_sums
from freetext.tallies.lines import lines_of
from freetext.tallies.opens import COLD
from freetext.tallies.statistics import Statistics, narrowed
from freetext.tallies.summing import sums_from
from freetext.tallies.sums import Sums
from freetext.tallies.table import TallyTable

THEMES = "themes"
"""What a question is called that nobody named."""


@dataclass(frozen=True, slots=True, eq=False)
class FolderCounts:
    """The open questions of a folder, counted and not yet made into tables; `told` says which folder it is, and what it was coded by."""

    folder: CodedFolder
    ground: Ground
    wanted: Wanted
    banners: tuple[str, ...]
    told: str

    @property
    def open(self) -> dict[str, Codeframe]:
        """The open questions, each with the codeframe that it was coded with."""
        return {each.question: each.codeframe for each in self.ground.sums.statistics if each.kind == "open"}

    def sums(self, question: str, banner: str = "") -> Sums:
        """The sums of an open question, people's decisions and all."""
        each = next(each for each in self.ground.sums.statistics if each.question == question and each.kind == "open")
        return replace(_sums(each, banner, self.ground, self.wanted), question=question)


def folder_counts(
    folder: CodedFolder,
    wanted: Wanted,
    project: Project | None = None,
    tell: Callable[[str], None] = lambda _text: None,
) -> FolderCounts:
    """Count a folder as `folder_tables` does; raises what it raises."""
    _check(folder, wanted)
    survey = project.questionnaire if project else Questionnaire()
    ground = _with_labels(_ground(folder, wanted, project, tell), folder, wanted, project, tell)
    names = wanted.by or tuple(name for name in survey.banners if name in ground.sums.banners)
    return FolderCounts(folder, ground, wanted, names, _below(folder, ground.sums, ground.conventions))


def folder_tables(
    folder: CodedFolder,
    wanted: Wanted,
    project: Project | None = None,
    tell: Callable[[str], None] = lambda _text: None,
) -> list[TallyTable]:
    """Tally every question of a folder by every banner; `tell` hears when the parts are read again, and what is left out.

    Raises UsageError for what wants a single file, InputError, and NegativeAnswer where there is nothing to tally.
    """
    counts = folder_counts(folder, wanted, project, tell)
    survey, ground, names = project.questionnaire if project else Questionnaire(), counts.ground, counts.banners
    asked = [each for each in ground.sums.statistics if _is_asked(each, wanted)]
    if not any(each.kind == "open" or each.total.n[0].any() for each in asked):
        raise NegativeAnswer(f"{folder.path}: there is nothing to tally.")
    _tell_left_out(wanted, survey, tell)
    _check_disclosure(ground.conventions, names)
    tables = [table for each in asked for table in _tables(each, names, ground, wanted, project)]
    return [replace(each, notes=(*each.notes, counts.told)) for each in tables]


def _ground(folder: CodedFolder, wanted: Wanted, project: Project | None, tell: Callable[[str], None]) -> Ground:
    """Take what the parts keep, or read them again where that was not made for what is asked."""
    survey = project.questionnaire if project else Questionnaire()
    sums = read_sums(folder.sums) if folder.sums else None
    why = unforeseen(folder, sums, wanted, project)
    if why or sums is None:
        tell(_told(why, folder))
        return ground_again(folder, sums, wanted, project)
    if not (wanted.weight or survey.weight):
        sums = replace(sums, statistics=tuple(replace(each, weighted=False) for each in sums.statistics))
    return Ground(sums, conventions_for(wanted, survey, sums.rows, sums.rows))


def _tell_left_out(wanted: Wanted, survey: Questionnaire, tell: Callable[[str], None]) -> None:
    """Say which closed questions of the project a folder has no tables of."""
    lost = [each.name for each in survey.questions if each.kind == "ranking" or (each.moves and each.kind != "open")]
    if lost and wanted.closed is None:
        tell(
            f"left out, since they are tallied of a single file (rankings, and questions with moves): {names_listed(lost)}"
        )


def _with_labels(
    ground: Ground, folder: CodedFolder, wanted: Wanted, project: Project | None, tell: Callable[[str], None]
) -> Ground:
    """Put people's decisions on answers of the folder in."""
    if project is None or not folder.candidates or not read_labels(project.path(project.questionnaire.labels)).labels:
        return ground
    from freetext.files.parts.folder_candidates import labelled_candidates
    from freetext.files.parts.folder_decisions import decisions_in

    labelled = labelled_candidates(folder.path, project)
    for problem in labelled.problems:
        tell(problem)
    if not len(labelled):
        return ground
    found, told = decisions_in(ground, labelled, wanted.where, project, every=wanted.themes is None)
    for each in told:
        tell(each)
    return replace(ground, labels=found)


def _check(folder: CodedFolder, wanted: Wanted) -> None:
    """Refuse what only a single file can do."""
    for option, asked in (("--audit", wanted.audit is not None), ("--across", wanted.across)):
        if asked:
            raise UsageError(
                f"{option} wants a single coded file, and {folder.path} is a folder of parts; for people's labels of a folder "
                "there is `freetext review`."
            )
    if wanted.score_prefix or wanted.id:
        raise UsageError(
            f"{'--score-prefix' if wanted.score_prefix else '--id'} goes with --audit, and a single coded file."
        )


def _check_disclosure(conventions: Conventions, names: Sequence[str]) -> None:
    if conventions.disclosure and len(names) > 1:
        raise UsageError(
            f"with --disclosure {conventions.disclosure} tables of a folder are made by one banner at a time, for several could be "
            f"subtracted from each other: name the one that matters most with --by ({names_listed(list(names))})."
        )


def _told(why: str, folder: CodedFolder) -> str:
    foresee = " `freetext code --by COL` (or `banners` in freetext.toml) foresees a banner." if "--by" in why else ""
    parts = "part is" if len(folder.parts) == 1 else "parts are"
    return f"{why}: the {len(folder.parts):,} {parts} read again.{foresee}"


def _is_asked(each: Statistics, wanted: Wanted) -> bool:
    return each.kind == "open" or wanted.closed is None or each.question in wanted.closed


def _tables(
    each: Statistics, names: Sequence[str], ground: Ground, wanted: Wanted, project: Project | None
) -> Iterator[TallyTable]:
    """Tally a question by every banner that is not the question itself; one without any banner is tallied as a whole."""
    name, title = _called(each, project)
    if each.weighted and each.total.n.any() and not each.total.n[1:].any():
        raise InputError(
            "every weight is 0.", column=ground.sums.plan.weight, remedy="Name another column with --weight."
        )
    read = ground.column(each.question) if each.kind == "open" else None
    granted = read.notes if read else ()
    notes = (*((COLD,) if each.cold else ()), *granted, *_unlisted(each, ground.sums.plan), *ground.notes)
    if each.question in ground.labels:
        notes = (*notes, *ground.labels[each.question].notes)
    for banner in [one for one in names if one != name] or [""]:
        sums = _sums(each, banner, ground, wanted)
        told = sums.told and (read is None or read.told)
        yield tally_sums(replace(sums, question=name, title=title, notes=notes, told=told), ground.conventions)


def _sums(each: Statistics, banner: str, ground: Ground, wanted: Wanted) -> Sums:
    """Add up one table, people's decisions and all."""
    people = ground.labels.get(each.question)
    whole = people.rest if people else each
    whole = _narrowed(whole, banner, ground) if banner else whole
    if people is None:
        return sums_from(whole, banner=banner, base=wanted.base)
    return replace(people, rest=whole).sums(banner, whole.banners[banner].names if banner else (), wanted.base)


def _called(each: Statistics, project: Project | None) -> tuple[str, str]:
    """What the question of a table is called, and its title."""
    known = project.questionnaire.question(each.question) if project else None
    if known is not None:
        return known.name, known.title
    return (each.question, "") if each.question else (THEMES, each.codeframe.title)


def _unlisted(each: Statistics, plan: SumsPlan) -> tuple[str, ...]:
    """Name the values of a closed question that are not among its options, where there are any options."""
    question = next((one for one in plan.closed if one.name == each.question), None)
    if question is None or not question.options or each.kind == "open" or len(question.columns) > 1:
        return ()
    known = {fold(option) for option in question.options}
    counts = each.total.given[0].sum(axis=(1, 2)).tolist()
    others = [
        f"{line.theme.name} ({count})"
        for line, count in zip(lines_of(each.codeframe), counts, strict=True)
        if not line.net and fold(line.theme.name) not in known
    ]
    return (f"Not among the options of freetext.toml: {names_listed(others)}.",) if others else ()


def _narrowed(each: Statistics, banner: str, ground: Ground) -> Statistics:
    """Leave out the columns that have nobody since their rows do not count; raises InputError where there is no table."""
    why = dict(ground.sums.lost).get(banner, "")
    cube = each.banners.get(banner)
    if why or cube is None or not cube.names:
        what = (
            f"{why} are too many for the columns of a table (at most {MOST})."
            if why
            else "every cell is blank, so that there is nothing to split by."
        )
        raise InputError(what, column=banner, remedy="Name another column with --by.")
    gone = ground.empty.get(banner, frozenset())
    kept = [name for name in cube.names if name not in gone] or list(cube.names)
    return replace(each, banners={**each.banners, banner: narrowed(cube, kept)})


def _below(folder: CodedFolder, sums: FolderSums, conventions: Conventions) -> str:
    """Say that a table is of a folder: how many parts and rows, and by which models."""
    numbered = len(folder.models) > 1 and not conventions.disclosure
    models = names_listed([_model(*each, folder.rows if numbered else {}) for each in folder.models])
    size = (
        ""
        if conventions.disclosure
        else f" ({len(folder.parts):,} {'part' if len(folder.parts) == 1 else 'parts'}, {sums.rows:,} rows)"
    )
    return f"Of the folder {folder.path}{size}{f', coded by {models}' if models else ''}."


def _model(name: str, digest: str, rows: Mapping[str, int]) -> str:
    """Name a model, and how many rows it coded where that is known."""
    return f"{name} {digest}" + (f" ({counted(rows[digest], 'row')})" if digest in rows else "")
