"""Whether a report is still what it was: its files, and its numbers made again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from freetext.files.report_folder import changed_outputs, read_record
from freetext.interfaces.report_requests import request_in
from freetext.interfaces.reporting import made
from freetext.reports.provenance import differences, record


@dataclass(frozen=True, slots=True)
class Verified:
    """What differs, in plain words; how many files stand in the report's folder, and how many tables were made again."""

    differences: tuple[str, ...]
    files: int
    tables: int


def verified(folder: str | Path, *, coded: str | Path = "") -> Verified:
    """Make a report again as its record says, and compare files and numbers; `coded` says where the coded file stands now.

    Raises InputError where there is no record, and what reading and tallying raise where a file is gone.
    """
    place = Path(folder)
    was = read_record(place)
    request = request_in(was.options, place)
    now = record(made(replace(request, coded=str(coded)) if coded else request).report)
    found = (*changed_outputs(place, was), *differences(was.said, now))
    return Verified(found, len(was.outputs), len(now["tables"]))


def verify_report(folder: str | Path, *, coded: str | Path = "") -> tuple[str, ...]:
    """Make a report again and say in plain words what differs, as `freetext verify` does; nothing where it is the same."""
    return verified(folder, coded=coded).differences
