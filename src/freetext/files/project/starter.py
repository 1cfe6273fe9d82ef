"""The folder that `freetext init` writes: it explains itself."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from freetext.errors import FreetextError, OutputError, SettingsError
from freetext.files.disk.atomic import write_text
from freetext.files.disk.places import TRIPLE_S, reason
from freetext.files.project.codeframes import parse_codeframe
from freetext.files.project.guesses import Reasoned, guess
from freetext.files.project.profiles import SAMPLE
from freetext.files.project.settings import NAME
from freetext.files.project.settings_checks import is_path
from freetext.files.project.starter_texts import CODEFRAME, EMPTY, ENCODING, HEAD, README
from freetext.files.project.toml_lines import read_toml
from freetext.files.project.toml_text import key_value, quoted, remark
from freetext.files.tabular.dialects import told_of_export
from freetext.files.tabular.encodings import codec_of
from freetext.files.tabular.rows import Table
from freetext.survey.codeframe import NO_FILE, Codeframe, slugify
from freetext.survey.questionnaire import Question

PREVIEWS = "previews"
"""What keeps the rows that were answered in a platform's preview, beside names of columns."""


def plan_project(
    table: Table | None,
    *,
    name: str,
    file: str | None = None,
    key: str | None = None,
    encoding: str | None = None,
    keep: Collection[str] = (),
) -> dict[str, str]:
    """Plan a project: relative path -> text.

    `table` is the survey's first file, from which freetext.toml is guessed; `file` its path as seen from the folder (default:
    as the user wrote it); `key` the key of the text hashes (default: a fresh one); `encoding` the one that was asked for, which
    is written down where text that is no UTF-8 needs it; `keep` columns that are not dropped though they tell who somebody is,
    and `previews`.
    """
    secret, coded = secrets.token_hex(16) if key is None else key, _encoding(table, encoding or "")
    settings = _empty(name, secret, coded) if table is None else _settings(table, name, file, secret, coded, keep)
    return {
        NAME: settings,
        "codeframe.toml": CODEFRAME.format(name=_codeframe_name(name)),
        "README.md": README.format(name=" ".join(name.split()) or "Survey"),
        "data/annotated/.gitkeep": "",
        ".gitignore": "output/\n.*.lock\n",
    }


def is_example(codeframe: Codeframe) -> bool:
    """Whether a codeframe still holds the themes that `plan_project` wrote as an example, and nobody's own."""
    return codeframe.themes == parse_codeframe(CODEFRAME.replace("{name}", codeframe.name)).themes


def kept_key(folder: Path) -> str | None:
    """Return the key of the project that stands in a folder, for its coders' labels are lost under another; None where there is none.

    Raises OutputError where there are labels, and the key cannot be read.
    """
    settings = folder / NAME
    if not settings.exists():
        return None
    try:
        survey = read_toml(settings, SettingsError).data.get("survey", {})
    except FreetextError:
        survey = None
    key = survey.get("key", "") if isinstance(survey, dict) else None
    if isinstance(key, str) and key:
        return key
    if not any(folder.rglob("*.jsonl")):
        return None
    if not isinstance(key, str):
        raise OutputError(
            settings, "its key cannot be read, and labels (*.jsonl) are lost without it; mend the file first."
        )
    return key


def write_project(folder: Path, texts: Mapping[str, str], *, force: bool = False) -> tuple[Path, ...]:
    """Write a planned project and return the files written; other files that stand there already are left alone.

    Raises OutputError where freetext.toml stands there and `force` is not given; with `force` that one is replaced.
    """
    if (folder / NAME).exists() and not force:
        raise OutputError(folder / NAME, "exists; --force replaces it.")
    written = []
    # freetext.toml last: a folder that was cut short is no project yet
    for relative in sorted(texts, key=lambda each: each == NAME):
        path = folder / relative
        if path.exists() and relative != NAME:
            continue
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(path.parent, reason(error)) from error
        write_text(texts[relative], path, force=force)
        written.append(path)
    return tuple(written)


def _encoding(table: Table | None, asked: str) -> str:
    """The line that names the encoding of text that is no UTF-8; empty where none is needed."""
    codec = codec_of(asked)
    binary = table is not None and Path(table.file).suffix.lower() not in {"", ".csv", ".tsv", ".txt", *TRIPLE_S}
    return "" if not codec or codec.startswith("utf-8") or binary else key_value("encoding", codec)


def _codeframe_name(survey: str) -> str:
    """A folder may be called `aux` where this is no Windows; a codeframe may not."""
    name = slugify(survey)
    return f"{name}-codeframe" if NO_FILE.fullmatch(name) else name


def _empty(name: str, key: str, encoding: str) -> str:
    return HEAD + EMPTY.format(name=quoted(slugify(name)), key=quoted(key), encoding=encoding or ENCODING)


def _settings(table: Table, name: str, file: str | None, key: str, encoding: str, keep: Collection[str]) -> str:
    found = guess(table, keep)
    origin = f"Guessed from {quoted(file or table.file)}: {table.size} rows, {len(table.names)} columns."
    looked = f" Of columns with more than {SAMPLE} different cells that many were looked at, spread over the file."
    origin += looked if table.size > SAMPLE else ""
    parts = [HEAD, remark(f"{origin} Put right what is wrong."), "format = 1\n\n[survey]\n"]
    parts += [key_value("name", slugify(name)), key_value("file", _file(table, file))]
    parts += [remark("Of text files that have no mark and are no UTF-8."), encoding] if encoding else []
    parts += [_dialect(table, keep)]
    parts += [
        _column("id", found.id, "No column is different in every row and named like an id: rows go by their number.")
    ]
    parts += [_column("respondent", found.respondent, ""), _column("weight", found.weight, "")]
    parts += [_columns("banners", found.banners, "Columns that tables are broken down by.")]
    parts += [_columns("drop", found.drop, "Columns that tell who somebody is; the model never sees them.")]
    parts += [remark("The themes; write yours there."), key_value("codeframe", "codeframe.toml")]
    parts += [remark("Keys the hashes of texts in the label logs. Keep it."), key_value("key", key)]
    parts += [_left(found.left)]
    parts += ["\n" + _question(question, why) for question, why in found.questions]
    return "".join(parts)


def _dialect(table: Table, keep: Collection[str]) -> str:
    """The lines that name the survey platform, and keep its previews."""
    if not table.dialect:
        return ""
    told = told_of_export(table.dialect, table.head, table.marked)
    said = " ".join(f"{each[0].upper()}{each[1:]}." for each in told)
    previews = "previews = true\n" if PREVIEWS in keep else ""
    return remark(f"The survey platform. {said}") + key_value("dialect", table.dialect) + previews


def _file(table: Table, file: str | None) -> str:
    path = table.file if file is None else file
    return path if path.isprintable() and is_path(path) else ""


def _column(key: str, found: Reasoned, otherwise: str) -> str:
    column, why = found
    if not column:
        return remark(otherwise)
    return remark(f"{why[0].upper()}{why[1:]}") + key_value(key, column)


def _columns(key: str, found: Sequence[Reasoned], what: str) -> str:
    if not found:
        return ""
    reasons = " ".join(f"{', '.join(map(quoted, columns))}: {why}" for why, columns in _by_reason(found).items())
    return remark(f"{what} {reasons}") + key_value(key, [column for column, _ in found])


def _by_reason(found: Sequence[Reasoned]) -> dict[str, list[str]]:
    reasons: dict[str, list[str]] = {}
    for column, why in found:
        reasons.setdefault(why, []).append(column)
    return reasons


def _left(found: Sequence[Reasoned]) -> str:
    if not found:
        return ""
    return (
        "\n"
        + remark("Columns that were taken for nothing:")
        + "".join(remark(f"{', '.join(map(quoted, columns))}: {why}") for why, columns in _by_reason(found).items())
    )


def _question(question: Question, why: str) -> str:
    parts = [remark(why), "[[question]]\n", key_value("name", question.name), key_value("kind", question.kind)]
    parts += [key_value("title", question.title)] if question.title and question.title != question.name else []
    one = question.kind in {"open", "closed", "other"} or len(question.columns) == 1
    parts += [key_value("column", question.columns[0]) if one else key_value("columns", question.columns)]
    parts += [key_value("of", question.of)] if question.of else []
    parts += [key_value("options", question.options)] if question.options else []
    if question.reserved:
        pairs = ", ".join(f"{quoted(option)} = {quoted(kind)}" for option, kind in question.reserved)
        parts += [f"reserved = {{ {pairs} }}\n"]
    if question.kind == "multi" and one:
        parts += [key_value("separator", question.separator)]
    if question.kind == "other":
        parts += [key_value("codeframe", "codeframe.toml")]
    return "".join(parts)
