"""A file that was coded before: where it stands, whether it can be updated, and its answers with our cells."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from freetext.errors import InputError, MissingColumn, OutputError, UsageError, names_listed
from freetext.files.coding.answers import AnswerFile, answers_in
from freetext.files.coding.coded_blocks import EVIDENCE, MODEL, REVIEW, SCORE, SOURCE, THEMES, WHY
from freetext.files.coding.coded_cells import Cells
from freetext.files.coding.codings import behinds, ours
from freetext.files.disk.places import STANDARD
from freetext.files.project.settings import Project
from freetext.files.tabular.tables import Table, read_table
from freetext.survey.waves import coded_name, wave_of


@dataclass(frozen=True, slots=True)
class Asked:
    """How a file's answers are found and its codes written: columns, whether ours carry the question, what may be written over and coded anew."""

    id: str = ""
    question: str = ""
    carry: bool = False
    force: bool = False
    recode: bool = False
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Earlier:
    """A coded file as it stands: its answers, and our cells of each, None where the file has none."""

    file: AnswerFile
    cells: tuple[Cells | None, ...]
    behind: tuple[str, ...]
    """What the names of our columns end in, for each text column."""

    @property
    def scores(self) -> bool:
        """Whether the file has columns of scores."""
        return any(name.startswith(f"{SCORE}{end}:") for name in self.file.table.names for end in self.behind)

    @property
    def evidence(self) -> bool:
        """Whether the file has a column of evidence."""
        return any(f"{EVIDENCE}{end}" in self.file.table.names for end in self.behind)

    @property
    def named(self) -> frozenset[str]:
        """What the names of our columns end in where the file says which model coded."""
        return frozenset(end for end in self.behind if MODEL + end in self.file.table.names)

    def where(self, place: int) -> tuple[str, int, str]:
        """Say where the themes of an answer stand: file, row and column."""
        table = self.file.table
        return table.file, self.file.row(place), THEMES + self.behind[place // max(table.size, 1)]


@dataclass(frozen=True, slots=True)
class Aim:
    """What a coding goes from and to: two files, how the answers are found, and what stands in the second one already."""

    source: str
    target: str
    asked: Asked = Asked()
    earlier: Earlier | None = None


def target_of(source: str, output: str, project: Project | None) -> str:
    """Say where the coded file goes: where asked, else beside the project's other results, a workbook unless it was Parquet."""
    if output:
        return output
    if project is None or source == STANDARD:
        raise UsageError("where shall the coded file go? Name it with -o, such as -o coded.xlsx.")
    ending = ".parquet" if Path(source).suffix.lower() == ".parquet" else ".xlsx"
    return str(project.path(project.questionnaire.output) / f"{coded_name(source)}{ending}")


def is_kept(source: str, target: str, project: Project | None) -> bool:
    """Whether the target is where the project keeps what it coded of this file: `STEM-coded.*` in its output folder."""
    if project is None or STANDARD in (source, target) or wave_of(target) != coded_name(source):
        return False
    return Path(target).parent.resolve() == project.path(project.questionnaire.output).resolve()


def earlier_table(source: str, target: str, project: Project | None) -> Table | None:
    """Read what the project coded of this file before; None where there is nothing, or nothing that we wrote."""
    if not is_kept(source, target, project) or not Path(target).is_file():
        return None
    with suppress(InputError):
        table = read_table(target)
        sets = [name.removeprefix(THEMES) for name in table.names if name.partition(":")[0] == THEMES]
        return table if table.size and any(SOURCE + end in table.names for end in sets) else None
    return None


def read_earlier(table: Table, now: AnswerFile, asked: Asked) -> Earlier | None:
    """Find the answers of a coded file, as those of the file that is coded `now` were found.

    A file that would lose columns is refused unless forced, and always where people's codes would go: raises OutputError. None
    where the file is to be coded anew as a whole.
    """
    ends = dict(zip(now.columns, behinds(now, carry=asked.carry), strict=True))
    texts = [name for name in now.columns if name in table.names]
    mine = ours_of(table.names, ends.values())
    safe = {*now.table.names, *mine, *asked.dropped}
    lost = [name for place, name in enumerate(table.names) if name not in safe and (name or any(table.texts_at(place)))]
    wanted = [asked.id, asked.question, *(SOURCE + end for end in ends.values() if THEMES + end in table.names)]
    lacking = [name for name in wanted if name and name not in table.names] or ([] if texts else now.columns)
    lost = [*lost, *mine] if lacking else lost
    people = [name for name in lost if name.partition(":")[0] == SOURCE and has_people(table, name)]
    refuse_loss(table.file, Loss(lost, people, lacking), now.table.file, force=asked.force)
    if lacking:
        return None
    names = dict(zip(now.columns, now.questions, strict=True))
    file = answers_in(table, text=texts, id=asked.id, question=asked.question, names=names)
    behind = tuple(ends[name] for name in texts)
    rows = [CellRows(table, end) for end in behind]
    return Earlier(file, tuple(each[row] for each in rows for row in range(table.size)), behind)


def ours_of(names: Iterable[str], ends: Collection[str]) -> list[str]:
    """Return our columns that belong to the sets whose names end so."""
    return [name for name in ours(names) if any(_is_of(name, end) for end in ends)]


def _is_of(name: str, end: str) -> bool:
    return name in {base + end for base in (THEMES, REVIEW, WHY, SOURCE, MODEL, EVIDENCE)} or name.startswith(
        f"{SCORE}{end}:"
    )


@dataclass(frozen=True, slots=True)
class Loss:
    """Columns of a coded file that would be lost, those of them in which people's codes stand, and what it lacks to keep its codes."""

    columns: Sequence[str]
    people: Sequence[str] = ()
    lacking: Sequence[str] = ()


def refuse_loss(file: str, loss: Loss, source: str, *, force: bool) -> None:
    """Refuse to write over what could not be had again; raises OutputError."""
    if loss.people:
        what = f"holds codes that people gave ({names_listed(loss.people)}), and they would be lost"
        raise OutputError(file, f"{what}. Move it away, or name another file with -o.")
    if force:
        return
    if loss.lacking:
        what = f"has no column {loss.lacking[0]!r}, so its codes cannot be kept for the answers of {source}"
        raise OutputError(file, f"{what}. --force codes it anew.")
    if loss.columns:
        what = f"has columns that {source} lacks, and they would be lost: {names_listed(loss.columns)}"
        raise OutputError(file, f"{what}. --force drops them; -o names another file.")


def has_people(table: Table, source: str, *, by_hand: bool = False) -> bool:
    """Whether people gave codes in the set of columns with this column of deciders; `by_hand`: in the file itself."""
    with suppress(MissingColumn):
        themes = table.texts(source.replace(SOURCE, THEMES, 1))
        pairs = set(zip(themes, table.texts(source), strict=True))
        cells = [Cells(theme, source=who) for theme, who in pairs]
        return any(each.by_hand if by_hand else each.said for each in cells)
    return False


class CellRows:
    """Our cells of one question in a coded table, row by row, made when they are asked for; None where it was not coded."""

    def __init__(self, table: Table, end: str) -> None:
        """Take the columns whose names end so."""

        def column(base: str) -> list[str]:
            return table.texts(base + end) if base + end in table.names else [""] * table.size

        self._there = THEMES + end in table.names
        self._columns = [column(base) for base in (THEMES, REVIEW, WHY, SOURCE, EVIDENCE, MODEL)]
        scored = [name for name in table.names if name.startswith(f"{SCORE}{end}:")]
        self._scores = [(name.removeprefix(f"{SCORE}{end}:"), table.texts(name)) for name in scored]

    def __getitem__(self, row: int) -> Cells | None:
        """Our cells of a row."""
        if not self._there:
            return None
        themes, review, why, source, evidence, model = (column[row] for column in self._columns)
        scores = tuple((code, _number(cells[row])) for code, cells in self._scores)
        return Cells(themes, review.strip().casefold() == "true", why, source, evidence, scores, model.strip())


def _number(cell: str) -> float | None:
    with suppress(ValueError):
        return round(float(cell), 4)
    return None
