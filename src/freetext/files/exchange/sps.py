"""SPSS syntax beside a .sav: labels, codes, measures and sets of several answers, which the .sav holds too, and names that were changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from freetext.files.exchange.dataset import Code, Dataset, Variable
from freetext.files.exchange.names import spss_names

LINE = 251
"""Bytes that a line may have; SPSS cuts longer ones without a word."""

PIECE = 100
"""Bytes of a literal on one line, before its quotes are doubled; the rest is joined on the next."""

VARIABLE_LABEL, VALUE_LABEL = 255, 120
"""Bytes that SPSS keeps of the label of a variable or of a set, and of a value."""

SET_NAME = 60
RENAMED = 245
"""Bytes of what is said of a name that was changed."""
CONTROL = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]+")


def sps_text(dataset: Dataset, names: Sequence[str], *, data: str) -> str:
    """Write the syntax that opens `data`, a .sav beside it, and defines what belongs to it; lines end in CR LF.

    `names` are the variables' names in the .sav, one for each, in order.
    """
    lines = [
        "* Encoding: UTF-8.",
        f"* {_comment(dataset.title or dataset.name)}.",
        "* Run it from the folder that holds the .sav file.",
        *_renames(dataset, names),
        *_opened(data),
        *_command("VARIABLE LABELS", list(_variable_labels(dataset, names))),
        *_command("VALUE LABELS", list(_value_labels(dataset, names))),
        *_levels(dataset, names),
        *_sets(dataset, names),
        "EXECUTE.",
    ]
    return "".join(f"{line}\r\n" for line in lines)


def _opened(data: str) -> Iterator[str]:
    """Open a file: its name on one line where that has room for it."""
    whole = "GET FILE='" + CONTROL.sub(" ", data).replace("'", "''") + "'."
    *pieces, last = [whole.removesuffix(".")] if len(whole.encode()) <= LINE else ["GET FILE=", *_literal(data)]
    yield from (*pieces, f"{last}.")


def _comment(text: str, most: int = 200) -> str:
    """Give a text that a comment can hold: a comment ends at a full stop before a line's end."""
    return _cut(CONTROL.sub(" ", text), most).rstrip(". ") or "survey"


def _renames(dataset: Dataset, names: Sequence[str]) -> Iterator[str]:
    """Say what the variables were called whose names SPSS does not take, or another has."""
    for wanted, became in dataset.renamed:
        yield f"* {_comment(f'{became} would be called: {wanted}', RENAMED)}."
    for each, name in zip(dataset.variables, names, strict=True):
        if each.name != name:
            yield f"* {_comment(f'{name} was called: {each.name}', RENAMED)}."


def _command(name: str, entries: Sequence[Sequence[str]]) -> Iterator[str]:
    """Write a command of several entries, each of several lines; a slash parts them and a full stop ends them."""
    if not entries:
        return
    yield name
    for place, lines in enumerate(entries):
        yield f"  {'/' if place else ''}{lines[0]}"
        yield from (f"    {line}" for line in lines[1:])
    yield "  ."


def _variable_labels(dataset: Dataset, names: Sequence[str]) -> Iterator[list[str]]:
    for variable, name in zip(dataset.variables, names, strict=True):
        if variable.label.strip():
            yield [name, *_literal(_cut(variable.label, VARIABLE_LABEL))]


def _value_labels(dataset: Dataset, names: Sequence[str]) -> Iterator[list[str]]:
    for variable, name in zip(dataset.variables, names, strict=True):
        pairs = [(code, label) for code, label in variable.values if code != label and len(_literal(str(code))) == 1]
        if pairs and variable.kind != "moment":
            yield [name, *(line for code, label in pairs for line in _value(code, label))]


def _value(code: Code, label: str) -> Iterator[str]:
    first, *others = _literal(_cut(label, VALUE_LABEL))
    yield f"{_literal(code)[0] if isinstance(code, str) else code} {first}"
    yield from others


def _levels(dataset: Dataset, names: Sequence[str]) -> Iterator[str]:
    """State the measures, those of a kind together."""
    for measure in ("nominal", "ordinal", "scale"):
        of = [name for each, name in zip(dataset.variables, names, strict=True) if _measure(each) == measure]
        if of:
            yield "VARIABLE LEVEL"
            yield from _wrapped(of)
            yield f"  ({measure.upper()})."


def _measure(variable: Variable) -> str:
    return "nominal" if variable.kind in ("text", "tick") else variable.measure


def _sets(dataset: Dataset, names: Sequence[str]) -> Iterator[str]:
    """Define the sets of several answers; one needs two variables."""
    by_name = {variable.name: name for variable, name in zip(dataset.variables, names, strict=True)}
    whole = [each for each in dataset.sets if len(each.variables) > 1]
    if not whole:
        return
    yield "MRSETS"
    for each, name in zip(whole, _set_names([each.name for each in whole]), strict=True):
        yield f"  /MDGROUP NAME={name}"
        first, *others = _literal(_cut(each.label or each.name, VARIABLE_LABEL))
        yield f"    LABEL={first}"
        yield from (f"      {line}" for line in others)
        yield "    CATEGORYLABELS=VARLABELS"
        yield "    VARIABLES="
        yield from _wrapped([by_name[variable] for variable in each.variables], "      ")
        yield "    VALUE=1"
    yield "  ."


def _set_names(names: Sequence[str]) -> list[str]:
    """Name sets as SPSS wants it: a dollar, then a letter."""
    plain = [re.sub(r"^\W+", "", name) or "set" for name in names]
    return [f"${name}" for name in spss_names([_cut(name, SET_NAME) for name in plain])]


def _wrapped(names: Sequence[str], indent: str = "  ") -> Iterator[str]:
    """Write names on as few lines as they fit."""
    line = indent
    for name in names:
        if len((line + name).encode()) > PIECE and line != indent:
            yield line.rstrip()
            line = indent
        line += f"{name} "
    yield line.rstrip()


def _literal(text: str) -> list[str]:
    """Write a text as a literal, on as many lines as it needs; a quote in it stands twice."""
    pieces: list[str] = []
    rest = CONTROL.sub(" ", text)
    while rest or not pieces:
        piece = _cut(rest, PIECE)
        pieces.append("'" + piece.replace("'", "''") + "'")
        rest = rest[len(piece) :]
    return [pieces[0], *(f"+ {piece}" for piece in pieces[1:])]


def _cut(text: str, most: int) -> str:
    """Give the beginning of a text, in whole characters, that has at most so many bytes."""
    return text.encode("utf-8", "replace")[:most].decode("utf-8", "ignore")
