"""What is asked of a report, as plain values: a record holds it, so that the same can be asked again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from freetext.errors import InputError
from freetext.files.coding.wanted import TallyOptions
from freetext.files.reporting.report_folder import seen_from
from freetext.tallies.conventions import Conventions


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(TallyOptions):
    """All that was asked for of a report; `coded`, `project`, `codeframe`, `audit` and `waves` are paths, empty for none.

    The names are those of the options of `freetext report`.
    """

    coded: str
    project: str = ""
    codeframe: str = ""
    audit: str = ""
    title: str = ""
    waves: tuple[str, ...] = ()
    verbatims: bool = True
    docx: bool = False
    pptx: bool = False
    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    dialect: str | None = None

    def options(self, folder: Path) -> dict[str, Any]:
        """What was asked for as JSON holds it, without what is as usual; paths are seen from the report's folder."""
        usual = asdict(Request(coded=""))
        there = replace(self, **self.moved(lambda path: seen_from(folder, Path(path))))
        return {name: value for name, value in asdict(there).items() if value != usual[name]}

    def moved(self, seen: Callable[[str], str]) -> dict[str, Any]:
        """The paths, each as it is seen from somewhere else."""
        one = {name: seen(path) for name in PATHS if (path := getattr(self, name))}
        return {**one, "waves": tuple(seen(path) for path in self.waves)}


PATHS = ("coded", "project", "codeframe", "audit")


def request_in(options: Mapping[str, Any], folder: Path) -> Request:
    """Read what was asked for of the report in a folder; raises InputError where the record does not say it."""
    try:
        values = _values(Request, options)
        values["conventions"] = Conventions(**_values(Conventions, options.get("conventions", {})))
        there = Request(**values)
        return replace(there, **there.moved(lambda path: str(folder / path)))
    except (TypeError, ValueError, AttributeError) as error:
        raise InputError(
            "is damaged: the record does not say what was asked for.", file=folder, remedy="Make the report anew."
        ) from error


def _values(kind: type[Request | Conventions], said: Mapping[str, Any]) -> dict[str, Any]:
    """Read the fields of a kind out of what a record says; raises ValueError for what none of them can be."""
    types = get_type_hints(kind)
    if unknown := set(said) - set(types):
        raise ValueError(f"unknown: {sorted(unknown)}")
    return {name: _value(types[name], value) for name, value in said.items() if name != "conventions"}


def _value(wanted: Any, value: Any) -> Any:
    """Check a value against the type of its field: words of a list, texts, numbers, yes or no, lists of texts."""
    if get_origin(wanted) in {Union, UnionType}:
        return None if value is None else _value(next(each for each in get_args(wanted) if each is not NoneType), value)
    if get_origin(wanted) is Literal:
        fits = isinstance(value, str) and value in get_args(wanted)
    elif get_origin(wanted) is tuple:
        fits = isinstance(value, list) and all(isinstance(each, str) for each in value)
        value = tuple(value) if fits else value
    elif wanted is float:
        fits = isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1
    else:
        fits = type(value) is wanted and (wanted is not int or value >= 0)
    if not fits:
        raise ValueError(f"{wanted}: {value!r}")
    return value
