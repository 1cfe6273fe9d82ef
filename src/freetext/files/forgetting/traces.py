"""What a project made of a person's answers and can make again: review batches, rankings, reports; and lists with their ids."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from freetext.errors import InputError, OutputError
from freetext.files.coding.coded_records import mark, read_records, records_path, write_records
from freetext.files.disk.places import reason
from freetext.files.forgetting.person import Person
from freetext.files.modelling.models import list_models
from freetext.files.project.settings import Project
from freetext.files.reporting.report_folder import RECORD, digest, read_record
from freetext.files.tabular.tables import Table, read_table

RESTRICTED = "restricted"


def caches(project: Project) -> list[Path]:
    """List the batches and rankings of reviews; they are made again when somebody reviews."""
    folder = project.path(project.questionnaire.output) / "review"
    return sorted(path for ending in ("*.json", "*.npz") for path in folder.rglob(ending))


def report_folders(project: Project) -> list[Path]:
    """List the folders of reports in the project's output; they show answers."""
    output = project.path(project.questionnaire.output)
    return sorted({path.parent for path in output.rglob(RECORD)})


def remove_report(folder: Path) -> tuple[str, ...]:
    """Remove the files that a report wrote, its record last; names those that somebody changed, which are left. Raises OutputError."""
    with suppress(InputError):
        outputs = read_record(folder).outputs
        left = [name for name, was in outputs.items() if not _is_as_written(folder / name, was)]
        remove([folder / name for name in outputs if name not in left] + [folder / RECORD])
        return tuple(str(folder / name) for name in left)
    return (str(folder),)


def _is_as_written(path: Path, was: str) -> bool:
    try:
        return digest(path.read_bytes()) == was
    except FileNotFoundError:
        return True
    except OSError:
        return False


def remove(paths: Collection[Path]) -> None:
    """Remove files; raises OutputError."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise OutputError(path, reason(error)) from error


def restricted_lists(project: Project, ids: Collection[str]) -> Iterator[tuple[Path, Table, tuple[int, ...]]]:
    """Find the lists of answers flagged for safeguarding that name these ids: each with the places of the rows."""
    folder = project.path(project.questionnaire.output) / RESTRICTED
    for path in sorted(folder.glob("*.csv")):
        table = read_table(path)
        if "id" in table.names:
            places = tuple(place for place, cell in enumerate(table.texts("id")) if cell.strip() in ids)
            if places:
                yield path, table, places


def records_held(coded: Path, person: Person, key: str) -> int:
    """Count the marks of a person's answers that are kept beside a coded file."""
    if not records_path(coded).is_file():
        return 0
    records, marks = read_records(coded, key), _marks(person, key)
    return len(marks & records.answers.keys()) + len(marks & records.people.keys())


def forget_records(coded: Path, person: Person, key: str) -> None:
    """Take the marks of a person's answers out of what is kept beside a coded file. Raises OutputError."""
    records, marks = read_records(coded, key), _marks(person, key)
    answers = {sign: record for sign, record in records.answers.items() if sign not in marks}
    people = {sign: cells for sign, cells in records.people.items() if sign not in marks}
    write_records(replace(records, answers=answers, people=people), coded, key)


def _marks(person: Person, key: str) -> set[str]:
    return {mark(key, name, question, text) for (name, question), text in person.texts}


def models_there(project: Project) -> tuple[Path, ...]:
    """List the versions of the project's models, those in force first."""
    folder = project.path(project.questionnaire.models)
    if not folder.is_dir():
        return ()
    found = sorted(list_models(folder).models, key=lambda each: (each.name, not each.current, each.digest))
    return tuple(each.folder for each in found)
