"""Whether a report is still what it was: its files, and its numbers made again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from freetext.errors import InputError
from freetext.files.reporting.report_folder import RECORD, Record, changed_outputs, read_record
from freetext.interfaces.report_requests import Request, request_in
from freetext.interfaces.reporting import drawn_with, made, report_files, written_files
from freetext.reports.provenance import differences, is_sound, record, shown
from freetext.reports.report import Report

UNFINISHED = f"{RECORD}: the report is unfinished, for its writing broke off; make it anew."


@dataclass(frozen=True, slots=True)
class Verified:
    """What differs, in plain words; how many files stand in the report's folder, and how many tables were made again.

    number  how many differences there are, with those that `differences` only counts
    said    what could not be compared on this machine
    """

    differences: tuple[str, ...]
    files: int
    tables: int
    number: int
    said: tuple[str, ...] = ()


def verified(folder: str | Path, *, coded: str | Path = "", project: str | Path = "") -> Verified:
    """Make a report again as its record says, and compare numbers, then files, byte by byte.

    `coded` says where the coded file stands now, `project` where the project does, for a report that was made in one.
    Raises InputError where there is no record or a damaged one, and what reading and tallying raise where a file is gone.
    """
    place = Path(folder)
    was = read_record(place)
    if was.unfinished:
        return Verified((UNFINISHED,), len(was.outputs), 0, 1)
    if not is_sound(was.said):
        raise InputError("is damaged.", file=place / RECORD, remedy="Make the report anew.")
    request = request_in(was.options, place)
    request = replace(
        request, coded=str(coded or request.coded), project=str(project or request.project) if request.project else ""
    )
    report = made(request).report
    now = record(report)
    other = differences(was.said, now)
    changed, files, tables = changed_outputs(place, was), len(was.outputs), len(now["tables"])
    if other:  # of other numbers all files are other ones
        return Verified((*changed, *shown(other)), files, tables, len(changed) + len(other))
    same = was.drawn == drawn_with()
    again = _drawn_again(place, was, _files(report, request) if same else written_files(report), whole=same)
    found = (*changed, *again)
    return Verified(found, files, tables, len(found), () if same else (_unlike(was),))


def _files(report: Report, request: Request) -> dict[str, bytes]:
    return report_files(report, docx=request.docx, pptx=request.pptx)


def _unlike(was: Record) -> str:
    """Say why pictures, workbook and documents are not compared."""
    now = drawn_with()
    apart = [name for name in dict.fromkeys([*was.drawn, *now]) if was.drawn.get(name, "") != now.get(name, "")]
    return (
        f"drawn with another {', '.join(apart) or 'version'}: numbers, page and Markdown are compared, "
        f"pictures, workbook and documents with the record alone"
    )


def _drawn_again(folder: Path, was: Record, files: dict[str, bytes], *, whole: bool) -> Iterator[str]:
    """Compare the files of a report with those drawn again; those that are known to have changed are not named twice."""
    known = {name for name in was.outputs if changed_outputs(folder, replace(was, outputs={name: was.outputs[name]}))}
    for name, content in files.items():
        if name in known:
            continue
        if name not in was.outputs:
            yield f"{name}: the record does not name it, and it is a file of this report."
        if not _holds(folder / name, content):
            yield f"{name}: is not what these inputs give."
    if whole:
        yield from (f"{name}: is no file of this report." for name in was.outputs if name not in files)


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def verify_report(folder: str | Path, *, coded: str | Path = "", project: str | Path = "") -> tuple[str, ...]:
    """Make a report again and say in plain words what differs, as `freetext verify` does; nothing where it is the same."""
    return verified(folder, coded=coded, project=project).differences
