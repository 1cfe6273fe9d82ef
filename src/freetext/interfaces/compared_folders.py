"""What has changed where a wave is a folder of coded parts: by its sums, for its rows may be too many to be held."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from freetext.errors import UsageError, names_listed
from freetext.files.coding.tallying import Read
from freetext.files.coding.wanted import Wanted
from freetext.files.parts.coded_folders import CodedFolder
from freetext.files.parts.folder_tallying import FolderCounts, folder_counts
from freetext.files.project.project_codeframes import codeframe_of_question
from freetext.files.project.settings import Project
from freetext.interfaces.changed import Changed, changes_between, lost_columns, sums_by
from freetext.interfaces.compared_changes import BothRead
from freetext.interfaces.compared_files import Request, Side
from freetext.survey.codeframe import Codeframe
from freetext.tallies.carried import COMPARABLE, Origin, gone, origins
from freetext.tallies.changes import Change, Changes
from freetext.tallies.conventions import Conventions
from freetext.tallies.sums import Sums

MOVED = "{}: renamed, merged or in another net since, which the sums of a folder cannot follow; `freetext code --recode` gives it today's codes."
NO_BRIDGE = "World and coding are told of single files alone, for a bridge is read answer by answer."
UNKNOWN = "no such sum in OLD"


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """One coded wave, counted: a file by its rows, a folder by its sums."""

    read: Read
    folder: FolderCounts | None = None

    @property
    def conventions(self) -> Conventions:
        """By which its tables are made."""
        return self.folder.ground.conventions if self.folder else self.read.conventions

    @property
    def banners(self) -> tuple[str, ...]:
        """The names of its banners."""
        return self.folder.banners if self.folder else tuple(each.name for each in self.read.banners)

    def codeframe(self, question: str) -> Codeframe:
        """What a question was coded with."""
        if self.folder:
            return self.folder.open[question]
        return next(each.codeframe for each in self.read.responses if each.question == question)

    def sums(self, question: str, by: str) -> Sums:
        """The sums of a question, by a banner or in total."""
        return self.folder.sums(question, by) if self.folder else sums_by(self.read, question, by)


def both_counted(
    waves: tuple[Side, Side], both: BothRead, asked: Request, project: Project | None
) -> tuple[Counted, Counted] | None:
    """Count both waves where one of them is a folder; None where both are files. Raises UsageError for what wants files."""
    if not any(side.folder for side in waves):
        return None
    for option, value in (("--again", asked.again), ("--old-codeframe", asked.old_codeframe)):
        if value is not None:
            raise UsageError(f"{option} wants single files, and a wave here is a folder of coded parts.")
    wanted = Wanted(
        themes=asked.themes or None, closed=(), by=asked.by, respondent=asked.respondent, weight=asked.weight
    )
    frames = (_coded_with(waves[0].folder, asked, project), asked.codeframe)
    plans = (_as_weighted(waves[0], project), project)
    old, new = (
        Counted(read, folder_counts(side.folder, replace(wanted, codeframe=frame), plan) if side.folder else None)
        for side, read, frame, plan in zip(waves, (both.old.read, both.new), frames, plans, strict=True)
    )
    return old, new


def _as_weighted(side: Side, project: Project | None) -> Project | None:
    """The project without its column of weights, where OLD does not have it: `both_read` has said so."""
    if project is None or side.coded is None or project.questionnaire.weight in side.coded.names:
        return project
    return replace(project, questionnaire=replace(project.questionnaire, weight=""))


def _coded_with(folder: CodedFolder | None, asked: Request, project: Project | None) -> Codeframe | None:
    """The codeframe that a folder of OLD was coded with, where today's is another one; None to take its sums as they are."""
    if folder is None or len(folder.frames) != 1:
        return asked.codeframe
    (then,) = folder.frames
    names = [each.name for each in project.questionnaire.coded] if project else []
    today = [asked.codeframe] if asked.codeframe else [codeframe_of_question(name, project) for name in names]
    return None if all(each is None or each.digest == then.digest for each in today) else then


def _known(wave: Counted, question: str, known: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The slugs that OLD could be coded with: of a folder those of the codeframes that its parts were coded with."""
    if wave.folder is None:
        return known[question]
    slugs, frames = wave.codeframe(question).slugs, wave.folder.folder.frames
    return tuple(each for each in slugs if not frames or any(each in frame.slugs for frame in frames))


def folders_changed(
    old: Counted, new: Counted, question: str, known: Mapping[str, tuple[str, ...]], *, raw: bool = False
) -> Changed:
    """Compare what both waves say to a question; `known` are the slugs that a file of OLD could be coded with."""
    before, now = old.codeframe(question), new.codeframe(question)
    slugs = _known(old, question, known)
    since = origins(now, slugs)
    banners = [by for by in new.banners if by in old.banners] or [""]
    sums = [(old.sums(question, by), new.sums(question, by)) for by in banners]
    lost = not_followed(before, now, since)
    found = changes_between(sums, since, (old.conventions, new.conventions), raw=raw)
    told = [each.folder.told for each in (old, new) if each.folder]
    notes = (*told, *([MOVED.format(names_listed(sorted(lost)))] if lost else []), *(() if raw else (NO_BRIDGE,)))
    left = (f"{each.slug}: {each.told()}." for each in gone(now, slugs))
    return Changed(tuple(without(each, lost) for each in found), (), (*left, *lost_columns(sums)), notes)


def not_followed(before: Codeframe, now: Codeframe, since: Mapping[str, Origin]) -> frozenset[str]:
    """The themes and nets that could be compared if every row were read again: sums are those of the themes of then."""
    there = {*before.slugs, *(net.slug for net in before.nets)}
    lost = {
        slug for slug, each in since.items() if each.kind in COMPARABLE and (slug not in there or each.kind == "merged")
    }
    new = {slug for slug, each in since.items() if each.kind == "new"}
    for net in now.nets:
        inside = {theme.slug for theme in now.children(net.slug)} - new
        if net.slug in there and inside != {theme.slug for theme in before.children(net.slug)}:
            lost.add(net.slug)
    return frozenset(lost)


def without(table: Changes, lost: Collection[str]) -> Changes:
    """Take the changes of some themes out, which stand for something else than they did."""
    rows = (replace(row, cells=tuple(map(_unknown, row.cells))) if row.theme in lost else row for row in table.rows)
    return replace(table, rows=tuple(rows))


def _unknown(cell: Change) -> Change:
    return Change("no interval", new=cell.new, said=UNKNOWN)
