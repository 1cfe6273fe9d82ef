"""What is asked of a report, as plain values: a record holds it, so that the same can be asked again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from freetext.errors import InputError
from freetext.files.report_folder import seen_from
from freetext.tallies.conventions import Conventions
from freetext.tallies.table import BaseKind


@dataclass(frozen=True, slots=True)
class Request:
    """All that was asked for of a report; `coded`, `project`, `codeframe`, `audit` and `waves` are paths, empty for none.

    The names are those of the options of `freetext report`; what they mean stands in `files.wanted.Wanted`.
    """

    coded: str
    project: str = ""
    themes: tuple[str, ...] | None = None
    closed: tuple[str, ...] | None = None
    by: tuple[str, ...] = ()
    text: str = ""
    question: str = ""
    respondent: str = ""
    weight: str = ""
    base: BaseKind = "answered"
    codeframe: str = ""
    audit: str = ""
    score_prefix: str = ""
    id: str = ""
    where: tuple[str, ...] = ()
    across: bool = False
    conventions: Conventions = field(default_factory=Conventions)
    title: str = ""
    waves: tuple[str, ...] = ()
    verbatims: bool = True
    docx: bool = False
    pptx: bool = False
    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None

    def options(self, folder: Path) -> dict[str, Any]:
        """What was asked for as JSON holds it, without what is as usual; paths are seen from the report's folder."""
        usual = asdict(Request(""))
        there = replace(self, **self.moved(lambda path: seen_from(folder, Path(path))))
        return {name: value for name, value in asdict(there).items() if value != usual[name]}

    def moved(self, seen: Callable[[str], str]) -> dict[str, Any]:
        """The paths, each as it is seen from somewhere else."""
        one = {name: seen(path) for name in PATHS if (path := getattr(self, name))}
        return {**one, "waves": tuple(seen(path) for path in self.waves)}


PATHS = ("coded", "project", "codeframe", "audit")
LISTS = ("themes", "closed", "by", "where", "waves")


def request_in(options: Mapping[str, Any], folder: Path) -> Request:
    """Read what was asked for of the report in a folder; raises InputError where the record does not say it."""
    try:
        known = {each.name for each in fields(Request)}
        values: dict[str, Any] = {name: value for name, value in options.items() if name in known}
        lists = {name: tuple(values[name]) for name in LISTS if values.get(name) is not None}
        values |= {**lists, "conventions": Conventions(**values.get("conventions", {}))}
        there = Request(**values)
        return replace(there, **there.moved(lambda path: str(folder / path)))
    except (TypeError, ValueError) as error:
        raise InputError(
            "the record does not say what was asked for.", file=folder, remedy="Make the report anew."
        ) from error
