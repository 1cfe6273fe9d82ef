"""The XML of a Triple-S survey, written and read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from freetext.errors import InputError, quoted
from freetext.files.tabular.encodings import codec_of
from freetext.files.tabular.triple_s import TYPES, SssSurvey, SssType, SssVariable
from freetext.files.tabular.xml_trees import ILLEGAL, child, children, kind, text_of, tree_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

BREAKS = re.compile(r"\r\n|\r|\n")
HEAD = 400
"""Bytes in which a declaration ends."""
WIDEST = 1_000_000
"""The last character of a record, and the highest code of a multiple, that make sense."""


def survey_xml(survey: SssSurvey) -> str:
    """Write the XML; lines end in CR LF, as the standard advises, and nothing in it depends on the day."""
    how = ' format="csv"' + (f' skip="{survey.skip}"' if survey.skip else "") if survey.csv else ""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<sss version="{survey.version}">',
        *((f"  <origin>{_escaped(survey.origin)}</origin>",) if survey.origin else ()),
        "  <survey>",
        f"    <name>{_escaped(survey.name)}</name>",
        f"    <title>{_escaped(survey.title)}</title>",
        f'    <record ident="A"{how}>',
        *(f"      {line}" for place, each in enumerate(survey.variables, 1) for line in _variable_lines(each, place)),
        "    </record>",
        "  </survey>",
        "</sss>",
    ]
    return "".join(f"{line}\r\n" for line in lines)


def _variable_lines(variable: SssVariable, place: int) -> Iterator[str]:
    more = (' format="literal"' if variable.literal else "") + (f' use="{variable.use}"' if variable.use else "")
    finish = f' finish="{variable.finish}"' if variable.finish != variable.start else ""
    yield f'<variable ident="{place}" type="{variable.type}"{more}>'
    yield f"  <name>{_escaped(variable.name)}</name>"
    yield f"  <label>{_escaped(variable.label)}</label>"
    yield f'  <position start="{variable.start}"{finish}/>'
    if variable.spread:
        yield f'  <spread subfields="{variable.spread[0]}" width="{variable.spread[1]}"/>'
    if variable.type == "character":
        yield f"  <size>{variable.size}</size>"
    if variable.values or variable.range:
        yield "  <values>"
        if variable.range:
            yield f'    <range from="{variable.range[0]}" to="{variable.range[1]}"/>'
        for code, label in variable.values:
            yield f'    <value code="{_escaped(code)}">{_escaped(label)}</value>'
        yield "  </values>"
    yield "</variable>"


def _escaped(text: str) -> str:
    """Write a text for XML; a line break is an element of the standard's own."""
    plain = ILLEGAL.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return BREAKS.sub("<br/>", plain)


def stripped_labels(survey: SssSurvey) -> int:
    """Count the names and labels that hold characters which XML cannot."""
    texts = [survey.name, survey.title]
    texts += [text for each in survey.variables for text in (each.label, *(label for _, label in each.values))]
    return sum(bool(ILLEGAL.search(text)) for text in texts)


def survey_of(data: bytes, *, file: str) -> SssSurvey:
    """Read the XML of a survey, version 1.1 to 3.0; raises InputError for what is none, and for hierarchies."""
    root = tree_of(data, file=file, doctype=True)
    if kind(root) != "sss":
        raise InputError(f"is no Triple-S survey: it begins with <{kind(root)[:40]}>, not with <sss>.", file=file)
    survey = child(root, "survey")
    records = children(survey, "record") if survey is not None else []
    if survey is None or not records:
        what = "holds no <survey> with a <record>."
        remedy = "A hierarchy's surveys are read one by one." if child(root, "hierarchy") is not None else ""
        raise InputError(what, file=file, remedy=remedy)
    if len(records) > 1:
        raise InputError(f"holds {len(records)} records; a survey of one is read.", file=file)
    record, origin = records[0], text_of(root, "origin")
    variables = tuple(_variable(each, file) for each in children(record, "variable"))
    if not variables:
        raise InputError("holds no variable.", file=file)
    _check_names(variables, file)
    name, title = (_words(child(survey, each)) for each in ("name", "title"))
    skip = _whole(record.get("skip", "0"), "skip", "the record", file)
    return SssSurvey(root.get("version", ""), name, title, variables, record.get("format") == "csv", skip, origin)


def declared_encoding(data: bytes) -> str:
    """Read the encoding that XML says it is written in; empty where it says none, or one that nobody knows."""
    match = re.match(rb"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""", data[:HEAD])
    return codec_of(match[1].decode("ascii")) if match else ""


def _check_names(variables: tuple[SssVariable, ...], file: str) -> None:
    seen: set[str] = set()
    for each in variables:
        if not each.name or each.name in seen:
            raise InputError(f"the name {quoted(each.name)} stands twice, or is missing.", file=file, column=each.name)
        seen.add(each.name)


def _variable(element: Element, file: str) -> SssVariable:
    name, type_ = _words(child(element, "name")), element.get("type", "")
    if type_ not in TYPES:
        raise InputError(f"the type {quoted(type_)} is none of {', '.join(TYPES)}.", file=file, column=name)
    position = child(element, "position")
    if position is None:
        raise InputError("a variable without a <position>.", file=file, column=name)
    start = _whole(position.get("start", ""), "start", name, file)
    finish = _whole(position.get("finish", position.get("start", "")), "finish", name, file)
    if not 1 <= start <= finish <= WIDEST:
        raise InputError(f"the position {start} to {finish} makes no sense.", file=file, column=name)
    spread = child(element, "spread")
    values = child(element, "values")
    return SssVariable(
        name,
        cast("SssType", type_),
        _words(child(element, "label")),
        start,
        finish,
        _values(values),
        element.get("format") == "literal",
        None if spread is None else _spread(spread, name, start, finish, file),
        _whole(text_of(element, "size") or "0", "size", name, file),
        _range(values),
        element.get("use", ""),
    )


def _spread(spread: Element, name: str, start: int, finish: int, file: str) -> tuple[int, int]:
    fields = _whole(spread.get("subfields", ""), "subfields", name, file)
    width = _whole(spread.get("width", "0"), "width", name, file) or max((finish - start + 1) // max(fields, 1), 1)
    if not 1 <= fields <= WIDEST or not 1 <= width <= WIDEST:
        raise InputError(f"{fields} subfields of width {width} make no sense.", file=file, column=name)
    return fields, width


def _values(values: Element | None) -> tuple[tuple[str, str], ...]:
    if values is None:
        return ()
    return tuple((each.get("code", "").strip(), _words(each)) for each in children(values, "value"))


def _range(values: Element | None) -> tuple[str, str] | None:
    found = child(values, "range") if values is not None else None
    return None if found is None else (found.get("from", ""), found.get("to", ""))


def _words(element: Element | None) -> str:
    """Read a text with its line breaks; a text for one language or mode stands in it as well, and is left out."""
    if element is None:
        return ""
    behind = [("\n" if kind(each) == "br" else "") + (each.tail or "") for each in element]
    return "".join([element.text or "", *behind]).strip()


def _whole(text: str, what: str, name: str, file: str) -> int:
    if not re.fullmatch(r"\s*[0-9]{1,9}\s*", text, re.ASCII):
        raise InputError(f"{what} = {quoted(text)} is no whole number.", file=file, column=name)
    return int(text)
