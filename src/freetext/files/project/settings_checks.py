"""What a table of freetext.toml may not say; each refusal names the line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath, PureWindowsPath

from freetext.errors import did_you_mean
from freetext.files.project.toml_schema import TomlTable, check_choice
from freetext.files.tabular.dialects import PLATFORMS
from freetext.files.tabular.encodings import COMMON, codec_of
from freetext.survey.codeframe import NO_FILE, RESERVED
from freetext.survey.questionnaire import KINDS
from freetext.survey.waves import wave_of
from freetext.tallies.conventions import PROFILES

ALLOWED: dict[str, tuple[str, ...]] = {
    "open": ("column", "codeframe", "beside"),
    "closed": ("column", "options", "nets", "reserved", "moves"),
    "multi": ("column", "columns", "options", "nets", "reserved", "separator", "moves"),
    "ranking": ("columns", "options"),
    "other": ("column", "codeframe", "of"),
}
"""The keys that a question may have besides name, kind and title."""


def check_survey(survey: TomlTable) -> None:
    """Refuse blank columns, columns named twice, paths that leave the project, and encodings that are none."""
    for key in ("banners", "drop", "earlier"):
        _check_list(survey, key)
    _check_waves(survey)
    for key in ("name", "labels", "models", "output", "vectors"):
        if key in survey.values and not survey.text(key).strip():
            raise survey.refuse(f"{key} is blank.", key)
    for key in ("codeframe", "labels", "models", "output"):
        _check_inside(survey, key)
    _check_plain(survey, "file")
    _check_plain(survey, "vectors")
    if survey.number("population") is not None and (survey.number("population") or 0) < 1:
        raise survey.refuse(
            "population must be at least 1: how many there are of whom the respondents are a sample.", "population"
        )
    if survey.text("disclosure"):
        check_choice(survey, "disclosure", PROFILES)
    if "favour" in survey.values:
        check_choice(survey, "favour", ("tally", "f1"))
    if "dialect" in survey.values:
        check_choice(survey, "dialect", PLATFORMS)
    if "encoding" in survey.values and not codec_of(survey.text("encoding")):
        raise survey.refuse(f"no encoding {survey.text('encoding')!r}. Common ones: {COMMON}.", "encoding")


def _check_waves(survey: TomlTable) -> None:
    """Refuse earlier waves that are no files, and files of one name: what is coded of one would overwrite the other's."""
    earlier, file = survey.texts("earlier"), survey.text("file")
    if earlier and not file:
        raise survey.refuse("earlier names files, and file none: file is the present wave's.", "earlier")
    seen = {wave_of(file).casefold(): file}
    for place, path in enumerate(earlier):
        if not is_path(path):
            raise survey.refuse(f"earlier names {path!r}, which is no path of a file.", "earlier", place)
        if path == file:
            raise survey.refuse(f"earlier names {path!r}, which is the present wave's file.", "earlier", place)
        before = seen.setdefault(wave_of(path).casefold(), path)
        if before != path:
            said = (
                f"earlier names {path!r}, and {before!r} is another wave's: what is coded of them would have one name."
            )
            raise survey.refuse(f"{said} Rename one of the files.", "earlier", place)


def check_question(table: TomlTable) -> None:
    """Refuse a question whose keys do not go with its kind or with each other."""
    if not table.text("name").strip():
        raise table.refuse("a [[question]] without a name.", "name")
    if "kind" not in table.values:
        raise table.refuse(f"{table.text('name')!r} has no kind; one of: {', '.join(KINDS)}.", "kind")
    check_choice(table, "kind", KINDS)
    _check_keys(table)
    _check_columns(table)
    for key in ("columns", "options"):
        _check_list(table, key)
    _check_options(table)
    _check_groups(table)
    for key in ("codeframe", "moves"):
        _check_inside(table, key)


def check_shared(tables: Sequence[TomlTable]) -> None:
    """Refuse a column that two questions name, but for the text of "Other", which ticks that option too."""
    seen: dict[str, TomlTable] = {}
    for table in tables:
        for place, column in enumerate((table.text("column"), *table.texts("columns")), start=-1):
            if (
                column
                and column in seen
                and not _is_other_of(table, seen[column])
                and not _is_other_of(seen[column], table)
            ):
                before = seen[column]
                said = f"the column {column!r} is that of {before.text('name')!r} already (line {before.line()})."
                raise table.refuse(said, *(("column",) if place < 0 else ("columns", place)))
            seen[column] = table


def _is_other_of(table: TomlTable, asked: TomlTable) -> bool:
    return table.text("kind") == "other" and table.text("of") == asked.text("name") and bool(asked.texts("columns"))


def _check_keys(table: TomlTable) -> None:
    name, kind = table.text("name"), table.text("kind")
    allowed = ("name", "kind", "title", *ALLOWED[kind])
    for key in table.values:
        if key not in allowed:
            kinds = [each for each, keys in ALLOWED.items() if key in keys]
            raise table.refuse(f"{name!r} is {kind}, but {key!r} goes with: {', '.join(kinds)}.", key)
    if kind == "other" and not table.text("of"):
        raise table.refuse(f'{name!r} is other: say of which question, as in of = "...".', "of")
    if "separator" in table.values and not table.text("separator").strip(" "):
        raise table.refuse(f"{name!r}: the separator is blank.", "separator")


def _check_columns(table: TomlTable) -> None:
    name, kind = table.text("name"), table.text("kind")
    one, many = table.text("column").strip(), table.texts("columns")
    if one and many:
        raise table.refuse(f"{name!r} has both column and columns; keep one of them.", "columns")
    if kind == "ranking" and len(many) < 2:
        raise table.refuse(f"{name!r} is a ranking: it needs columns = [...], one for each option.", "columns")
    if not one and not many:
        raise table.refuse(f'{name!r} has no column: say which, as in column = "...".', "column")


def _check_options(table: TomlTable) -> None:
    name, columns, options = table.text("name"), table.texts("columns"), table.texts("options")
    if columns and len(options) != len(columns) and (options or table.text("kind") == "ranking"):
        raise table.refuse(
            f"{name!r} has {len(columns)} columns and {len(options)} options; it needs as many of each, in the same order.",
            "options",
        )


def _check_groups(table: TomlTable) -> None:
    """Refuse nets and reserved options that the options do not have, and an option in two nets."""
    netted: dict[str, str] = {}
    for net, options in table.groups("nets"):
        if not net.strip() or not options:
            raise table.refuse(f"the net {net!r} needs a name and options.", "nets", net)
        for option in options:
            _check_option(table, option, "nets", net)
            if option in netted:
                raise table.refuse(f"{option!r} stands in two nets: {netted[option]}, {net}.", "nets", net)
            netted[option] = net
    for option, kind in table.pairs("reserved"):
        _check_option(table, option, "reserved", option)
        if kind not in RESERVED:
            raise table.refuse(f"{option!r}: {kind!r} is none of: {', '.join(RESERVED)}.", "reserved", option)


def _check_option(table: TomlTable, option: str, *keys: str) -> None:
    options = table.texts("options")
    if not option.strip():
        raise table.refuse(f"{keys[0]} names a blank option.", *keys)
    if options and option not in options:
        said = f"{keys[0]} names {option!r}, which is not among the options. {did_you_mean(option, options)}"
        raise table.refuse(said.rstrip(), *keys)


def _check_list(table: TomlTable, key: str) -> None:
    """Refuse blank texts and texts that stand twice."""
    texts: Sequence[str] = table.texts(key)
    for place, text in enumerate(texts):
        if not text.strip():
            raise table.refuse(f"{key} holds a blank text.", key, place)
        if text in texts[:place]:
            raise table.refuse(f"{key} names {text!r} twice.", key, place)


def is_path(path: str) -> bool:
    """Whether a text may be the path of a file: no address, not even of a network's folder, and no control character."""
    return not re.match(r"[A-Za-z][A-Za-z0-9+.-]+://|[\\/]{2}", path) and not re.search(r"[\x00-\x1f\x7f]", path)


def _check_plain(table: TomlTable, key: str) -> None:
    """Refuse what is no path of a file."""
    path = table.text(key)
    if not is_path(path):
        raise table.refuse(f"{key} = {path!r} is no path of a file.", key)


def _check_inside(table: TomlTable, key: str) -> None:
    """Refuse a path that leaves the project's folder, on whichever system it will be read."""
    _check_plain(table, key)
    path = table.text(key)
    absolute = PurePosixPath(path).is_absolute() or PureWindowsPath(path).drive or PureWindowsPath(path).root
    depth = lowest = 0
    for part in PureWindowsPath(path).parts:
        depth += -1 if part == ".." else 1
        lowest = min(lowest, depth)
    if absolute or lowest < 0:
        raise table.refuse(f"{key} = {path!r} leads out of the project; give a path inside its folder.", key)
    kept = [part for part in PureWindowsPath(path).parts if NO_FILE.fullmatch(part)]
    if kept:
        raise table.refuse(f"{key} = {path!r}: Windows keeps {kept[0]!r} for itself; give another name.", key)
