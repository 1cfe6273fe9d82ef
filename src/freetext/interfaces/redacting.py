"""Personal data covered in texts, frames and files of any length; what is kept of it is where it stood, never what it said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast, overload

from freetext.errors import UsageError, names_listed
from freetext.files.disk.places import bytes_of
from freetext.files.tabular.cells import Column, text_of, values_of
from freetext.files.tabular.encodings import decoded
from freetext.files.tabular.rows import Table
from freetext.guard.redactor import Recogniser, Redactor
from freetext.guard.spans import KINDS, Kind, masked
from freetext.interfaces.masked_columns import changed_cells, found_in, of_texts
from freetext.interfaces.sources import Names, Source, names_from, table_from, texts_from
from freetext.survey.questionnaire import Questionnaire

if TYPE_CHECKING:
    import pandas as pd

LOG = ("row", "id", "column", "start", "end", "type")
"""The columns of a log; start and end count characters of the text as it was, from 0."""
PERSON = frozenset(("PERSON", "PER"))
"""What spaCy's pipelines call a person."""
POSSESSIVE = ("'s", "\u2019s")


@dataclass(frozen=True, slots=True, eq=False)
class Redacted:
    """A table with its text columns masked: rows and columns as they were.

    log      LOG's columns, one row for each span, by row and column; it never holds a text
    counts   how many spans there are of each type
    answers  how many texts were looked at, `touched` in how many something was masked
    retyped  the columns that were typed as no text (numbers of Parquet), and hold texts now
    """

    table: Table
    log: Table
    counts: Counter[str]
    answers: int
    touched: int
    retyped: tuple[str, ...] = ()


@overload
def redact(
    source: Source, *, text: Names, names: Iterable[str] = (), types: Names = KINDS, entities: str = ""
) -> pd.DataFrame: ...


@overload
def redact(
    source: Iterable[Any], *, names: Iterable[str] = (), types: Names = KINDS, entities: str = ""
) -> list[str]: ...


def redact(
    source: Source | Iterable[Any],
    *,
    text: Names = (),
    names: Iterable[str] = (),
    types: Names = KINDS,
    entities: str = "",
) -> pd.DataFrame | list[str]:
    """Put placeholders (`[name]`, `[phone]`) in the place of personal data: in texts, or in the `text` columns of a file or frame.

    Texts give a list of texts, (n,) as they came, a file or a frame gives a frame. `names` are looked for besides those behind a title,
    `types` are some of those that there are, `entities` is an installed spaCy pipeline that knows persons. Not all personal data is
    found: names without a title are not. Raises UsageError for a type or a pipeline that does not exist, MissingColumn.
    """
    redactor = Redactor(names, kinds_of(types), recogniser_of(entities) if entities else None)
    if isinstance(source, (str, PathLike)) or hasattr(source, "columns"):
        from freetext.files.tabular.frames import frame_of  # noqa: PLC0415 - wakes pandas

        if not names_from(text):
            raise UsageError("which columns hold texts? Name them with `text`.")
        table = table_from(cast("Source", source))
        return frame_of(redacted(table, names_from(text), redactor).table)
    texts = texts_from(cast("Iterable[Any]", source))
    return [masked(each, spans) for each, spans in zip(texts, redactor.each_spans(texts), strict=True)]


def kinds_of(types: Names) -> tuple[Kind, ...]:
    """Take the types by their names, a hyphen for a space; raises UsageError, which lists them."""
    asked = [each.strip().lower().replace("-", " ") for each in names_from(types)]
    unknown = next((each for each in asked if each not in KINDS), None)
    if unknown is not None:
        raise UsageError(f"there is no type {unknown!r} of personal data. Known: {', '.join(KINDS)}.")
    return tuple(kind for kind in KINDS if kind in asked)


def names_in(path: Path, *, encoding: str | None = None) -> tuple[str, ...]:
    """Read a list of names: a text file with one name a line; blank lines and lines behind `#` are passed over. Raises InputError."""
    text, _ = decoded(bytes_of(path), encoding, file=str(path))
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def recogniser_of(model: str) -> Recogniser:
    """Load a spaCy pipeline that the user has installed, or one in a folder, and find the persons in texts with it.

    Raises UsageError where there is none of this name, or it knows no entities.
    """
    import spacy  # noqa: PLC0415 - half a second, for those who ask for it

    known = sorted(spacy.util.get_installed_models())
    if model not in known and not (Path(model) / "meta.json").is_file():
        raise UsageError(f"no spaCy pipeline {model!r} is installed. Installed: {names_listed(known) or 'none'}.")
    pipeline = spacy.load(model)
    if not any("doc.ents" in pipeline.get_pipe_meta(name).assigns for name in pipeline.pipe_names):
        raise UsageError(f"the spaCy pipeline {model!r} finds no entities.")

    def persons(texts: Sequence[str]) -> Iterator[list[tuple[int, int]]]:
        for doc in pipeline.pipe(texts):
            found = [(each.start_char, each.text) for each in doc.ents if each.label_ in PERSON]
            yield [(start, start + len(_without_ending(name))) for start, name in found]

    return persons


def _without_ending(name: str) -> str:
    return name[: -len(POSSESSIVE[0])] if name.endswith(POSSESSIVE) else name


def redacted(table: Table, columns: Sequence[str], redactor: Redactor, id: str = "", *, since: int = 0) -> Redacted:
    """Mask the texts of some columns of a table; everything else is untouched. Raises MissingColumn.

    A number is read as its text, and becomes one where it is personal data. The id in the log is the cell of the column `id`, masked
    too, else the row number. Rows above number `since` belong to the header and are not looked at.
    """
    rows = [str(row) for row in table.row_numbers().tolist()]
    ids = [redactor.mask(each) for each in table.texts(id, option="--id")] if id else rows
    head = min(max(since - table.row(0), 0), table.size)
    new, marks, answers = list(table.columns), [], 0
    for name in columns:
        place = table.place(name, option="--text")
        new[place] = of_texts(table.columns[place])
        cells = values_of(new[place])
        texts = [(row, text) for row, cell in enumerate(cells) if row >= head and (text := text_of(cell))]
        answers += len(texts)
        covered = found_in(texts, cells, redactor)
        if covered:
            changed = {row: masked(text, spans) for row, text, spans in covered}
            new[place] = changed_cells(new[place], cells, changed)
        marks += [(row, name, span) for row, _, spans in covered for span in spans]
    marks.sort(key=lambda mark: mark[0])
    cells_of = [(rows[row], ids[row], name, each.start, each.end, each.kind) for row, name, each in marks]
    log = _log(table.file, cells_of)
    counts = Counter(str(each.kind) for _, _, each in marks)
    touched = len({mark[:2] for mark in marks})
    retyped = _retyped(table, new)
    done = replace(table, columns=tuple(new), meta=None if retyped else table.meta)  # pandas notes types there
    return Redacted(done, log, counts, answers, touched, retyped)


def covered(table: Table, columns: Sequence[str]) -> Table:
    """Mask the texts of these columns, those that the table has, by rules alone; no columns, no work."""
    there = [name for name in columns if name in table.names]
    return redacted(table, there, Redactor()).table if there else table


def text_columns(survey: Questionnaire, coded: Sequence[str]) -> tuple[str, ...]:
    """Name the columns that hold texts: those that are `coded`, and all that the survey says of."""
    return tuple(dict.fromkeys((*coded, *survey.text_columns)))


def _log(file: str, marks: Sequence[Sequence[object]]) -> Table:
    columns = tuple(list(each) for each in zip(*marks, strict=True)) if marks else tuple([] for _ in LOG)
    return Table(file, LOG, columns, len(marks))


def _retyped(table: Table, new: Sequence[Column]) -> tuple[str, ...]:
    columns = zip(table.names, table.columns, new, strict=True)
    return tuple(name for name, old, now in columns if getattr(old, "type", None) != getattr(now, "type", None))
