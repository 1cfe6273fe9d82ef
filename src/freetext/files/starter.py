"""The folder that `freetext init` writes: it explains itself."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path

from freetext.errors import OutputError
from freetext.files.atomic import write_text
from freetext.files.guesses import Guess, Reasoned, guess
from freetext.files.places import reason
from freetext.files.profiles import SAMPLE
from freetext.files.rows import Table
from freetext.files.settings import NAME
from freetext.files.starter_texts import CODEFRAME, EMPTY, HEAD, README
from freetext.files.toml_text import key_value, quoted, remark
from freetext.survey.codeframe import slugify
from freetext.survey.questionnaire import Question


def plan_project(table: Table | None, *, name: str, file: str | None = None, key: str | None = None) -> dict[str, str]:
    """Plan a project: relative path -> text.

    `table` is the survey's first file, from which freetext.toml is guessed; `file` its path as seen from the folder (default:
    as the user wrote it); `key` the key of the text hashes (default: a fresh one).
    """
    secret = key or secrets.token_hex(16)
    settings = _empty(name, secret) if table is None else _settings(table, guess(table), name, file, secret)
    return {
        NAME: settings,
        "codeframe.toml": CODEFRAME.format(name=slugify(name)),
        "README.md": README.format(name=" ".join(name.split()) or "Survey"),
        "data/annotated/.gitkeep": "",
        ".gitignore": "output/\n",
    }


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


def _empty(name: str, key: str) -> str:
    return HEAD + EMPTY.format(name=quoted(slugify(name)), key=quoted(key))


def _settings(table: Table, found: Guess, name: str, file: str | None, key: str) -> str:
    origin = f"Guessed from {quoted(file or table.file)}: {table.size} rows, {len(table.names)} columns."
    origin += f" The first {SAMPLE} rows were looked at." if table.size > SAMPLE else ""
    parts = [HEAD, remark(f"{origin} Put right what is wrong."), "format = 1\n\n[survey]\n"]
    parts += [key_value("name", slugify(name)), key_value("file", _file(table, file))]
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


def _file(table: Table, file: str | None) -> str:
    path = table.file if file is None else file
    return path if path.isprintable() and "://" not in path else ""


def _column(key: str, found: Reasoned, otherwise: str) -> str:
    column, why = found
    if not column:
        return remark(otherwise)
    return remark(f"{why[0].upper()}{why[1:]}") + key_value(key, column)


def _columns(key: str, found: Sequence[Reasoned], what: str) -> str:
    if not found:
        return ""
    reasons = " ".join(f"{quoted(column)}: {why}" for column, why in found)
    return remark(f"{what} {reasons}") + key_value(key, [column for column, _ in found])


def _left(found: Sequence[Reasoned]) -> str:
    if not found:
        return ""
    return (
        "\n"
        + remark("Columns that were taken for nothing:")
        + "".join(remark(f"{quoted(column)}: {why}") for column, why in found)
    )


def _question(question: Question, why: str) -> str:
    parts = [remark(why), "[[question]]\n", key_value("name", question.name), key_value("kind", question.kind)]
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
