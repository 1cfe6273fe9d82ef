"""What a project made of a person's answers and can make again: review batches, rankings, reports; and keyed marks of them."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from freetext.errors import InputError, OutputError
from freetext.files.coding.coded_again import covered, plainly
from freetext.files.coding.coded_files import coded_files
from freetext.files.coding.coded_records import Record, Records, mark, read_records, records_path, write_records
from freetext.files.disk.places import reason
from freetext.files.forgetting.person import Person
from freetext.files.forgetting.same_person import Written, texts_of
from freetext.files.forgetting.still import project_files
from freetext.files.project.settings import NAME, Project
from freetext.files.reporting.report_folder import RECORD, can_be_reports, digest, read_record
from freetext.files.reviewing.kept_groups import groups_folder
from freetext.files.tabular.sheets import CUT
from freetext.guard.handed_on import handed_on
from freetext.guard.spans import PLACEHOLDER
from freetext.survey.waves import coded_wave, wave_of


def caches(project: Project) -> list[Path]:
    """List the batches and rankings of reviews, and the groups of discoveries with what was decided on them; they are made again."""
    folders = {project.review: ("*.json", "*.npz"), groups_folder(project): ("*.json", "*.jsonl")}
    return sorted(path for folder, endings in folders.items() for ending in endings for path in folder.rglob(ending))


def report_folders(project: Project) -> list[Path]:
    """List the folders of reports in the project's folder and in its output, by their records; they show answers."""
    found = (path.parent for path in project_files(project, lambda name: name == RECORD))
    return sorted(folder for folder in found if _is_report(folder))


def _is_report(folder: Path) -> bool:
    """Whether the record is one of ours; other programs call files so too."""
    with suppress(InputError):
        read_record(folder)
        return True
    return False


def report_files(project: Project, folder: Path) -> tuple[list[Path], list[Path]]:
    """List the files that a report wrote, its record last, and those of them that somebody has changed since.

    Both are empty for a record that cannot be a report's: it names what no report writes, or files that the survey is made of.
    """
    outputs = read_record(folder).outputs
    if not all(can_be_reports(folder, name) for name in outputs) or _of_survey(
        project, [folder / each for each in outputs]
    ):
        return [], []
    left = [folder / name for name, was in outputs.items() if not _is_as_written(folder / name, was)]
    return [path for name in outputs if (path := folder / name) not in left] + [folder / RECORD], left


def _of_survey(project: Project, paths: Collection[Path]) -> bool:
    """Whether any of these is a file of the survey itself: what it reads, its labels, its models, or the link to one."""
    survey = project.questionnaire
    named = (
        *survey.waves,
        survey.codeframe,
        *(name for each in survey.questions for name in (each.codeframe, each.moves)),
    )
    files = {project.path(name).resolve() for name in (NAME, *named) if name}
    folders = [project.path(name).resolve() for name in (survey.labels, survey.models)]
    waves = {coded_wave(path.name) for path in coded_files(project)}
    there = [path.resolve() for path in paths]
    return any(
        path in files
        or (path.parent == project.folder.resolve() and wave_of(path.name) in waves)
        or any(path.is_relative_to(each) for each in folders)
        for path in there
    )


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


@dataclass(frozen=True, slots=True)
class MarksOut:
    """What becomes of the marks beside a coded file.

    kept    the records without the person's
    gone    how many marks go
    untold  a mark of theirs cannot be told from others', for nobody has the text it was made of: so all marks of coded answers go
    """

    kept: Records
    gone: int
    untold: bool = False


def marks_out(project: Project, coded: Path, person: Person) -> MarksOut | None:
    """See which marks beside a coded file are a person's; None where none go."""
    key = project.questionnaire.key
    if not records_path(coded).is_file():
        return None
    records = read_records(coded, key)
    mine = {sign for name in {name for name, _ in person.texts} for sign in _marks(project, key, name, person)}
    answers = {sign: record for sign, record in records.answers.items() if sign not in mine}
    people = {sign: cells for sign, cells in records.people.items() if sign not in mine}
    untold = bool(answers) and _is_untold(project, coded, person)
    gone = len(records.answers) + len(records.people) - len(people) - (0 if untold else len(answers))
    left: dict[str, Record] = {} if untold else answers
    return MarksOut(replace(records, answers=left, people=people), gone, untold) if gone else None


def _is_untold(project: Project, coded: Path, person: Person) -> bool:
    """Whether an answer of theirs stands, or stood, in a coded file, and the text that its mark was made of is not known."""
    found = next((each for each in person.tables if each.path == coded), None)
    if found is None:
        return not person.tables
    raw = [each for each in person.tables if each.kind != "coded"]
    whole = {each for there in raw for each in texts_of(there.table, there.places, project.questionnaire)}
    written = texts_of(found.table, found.places, project.questionnaire)
    return any(_is_shortened(text) and not _is_known(name, text, person.texts, whole) for name, text in written)


def _is_shortened(text: str) -> bool:
    return bool(PLACEHOLDER.search(text)) or text.endswith(CUT)


def _is_known(answer: str, shown: str, written: Collection[Written], whole: Collection[Written]) -> bool:
    """Whether a text is known that a coded file shows so, covered or cut; `whole` are texts as they came in."""
    same = (each for each in written if each[0].strip() == answer.strip())
    texts = {each[1] for each in same if each[1] != shown or each in whole}
    start = plainly(shown.removesuffix(CUT))
    return any(form.startswith(start) for text in texts for form in (covered(text), plainly(text)))


def _marks(project: Project, key: str, answer: str, person: Person) -> frozenset[str]:
    """All marks that an answer of theirs can have: of each of their texts, as written and as masked, under each question."""
    survey = project.questionnaire
    questions = {"", *(name for each in survey.questions for name in (each.name, *each.columns))}
    texts = {form for written, text in person.texts if written == answer for form in (text, handed_on(text))}
    spelled = {answer, answer.strip()}
    return frozenset(mark(key, name, question, text) for name in spelled for question in questions for text in texts)


def forget_marks(coded: Path, marks: MarksOut, key: str) -> None:
    """Write the records beside a coded file without a person's. Raises OutputError."""
    write_records(marks.kept, coded, key)


def people_marked(coded: Path, key: str) -> int:
    """Count the marks of answers which a coded file does not hold any more and whose codes people gave."""
    return len(read_records(coded, key).people) if records_path(coded).is_file() else 0
