"""What a check found, for files: JSON, Markdown, the rows of a table, the sheets of a workbook."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from typing import Any

from freetext.errors import SHOWN, counted, rows_listed
from freetext.guard.checks import Checked, Finding
from freetext.show.checks import HEADS, LIMITS, said, summary, unsearched
from freetext.show.markdown import escaped
from freetext.show.screens import safe
from freetext.survey.sheet import Cell, Sheet, Style, Value

FORMAT = 1
TABLE = ("severity", "check", "column", "count", "rows", "what", "remedy")
ROWS = ("row", "severity", "check", "column")
MOST = 200_000
"""Lines of the sheet of rows."""


def checked_json(checked: Checked) -> str:
    """Write a check as JSON (ASCII), with all row numbers and no answer's text; see docs/check.md for its shape."""
    return json.dumps(checked_values(checked), indent=1) + "\n"


def checked_values(checked: Checked) -> dict[str, Any]:
    """A check as JSON values."""
    return {
        "format": FORMAT,
        "file": checked.file,
        "rows": checked.rows,
        "took": list(checked.took),
        "columns": [asdict(each) for each in checked.taken],
        "questions": [asdict(each) for each in checked.shares],
        "unsearched": list(checked.unsearched),
        "findings": [{**asdict(each), "rows": list(each.rows)} for each in checked.findings],
        "person": len(checked.of("person")),
        "safeguarding": sum(each.count for each in checked.of("safeguarding")),
        "limits": LIMITS,
    }


def checked_rows(checked: Checked) -> dict[str, list[str]]:
    """Lay the findings out as columns of a table, in the order of TABLE; row numbers are joined by blanks."""
    rows = [_cells(each, " ".join(map(str, each.rows))) for each in checked.findings]
    return {name: [str(row[place]) for row in rows] for place, name in enumerate(TABLE)}


def _cells(finding: Finding, rows: str) -> tuple[Value, ...]:
    return (
        *(finding.severity, finding.check, safe(finding.column), finding.count),
        *(rows, safe(said(finding)), safe(finding.remedy)),
    )


def checked_markdown(checked: Checked) -> str:
    """Write the findings as Markdown, the gravest first, with all their rows."""
    lines = [f"# {escaped(summary(checked))}", ""]
    for severity, head in HEADS.items():
        findings = [each for each in checked.findings if each.severity == severity]
        if findings:
            lines += [f"## {head}", "", "| check | column | rows | what | remedy |", "| --- | --- | --- | --- | --- |"]
            lines += [_line(each) for each in findings]
            lines += [""]
    return "\n".join([*lines, *map(escaped, _limits(checked))]) + "\n"


def _limits(checked: Checked) -> list[str]:
    """What stands below every check."""
    return [LIMITS, *([left] if (left := unsearched(checked)) else [])]


def _line(finding: Finding) -> str:
    rows = ", ".join(map(str, finding.rows))
    cells = (finding.check, finding.column, rows, said(finding), finding.remedy)
    return f"| {' | '.join(escaped(safe(cell)) for cell in cells)} |"


def checked_sheets(checked: Checked) -> tuple[Sheet, ...]:
    """Lay a check out as a workbook: findings, rows (one line a row and finding), columns and questions."""
    columns = [(safe(each.column), each.kind, safe(each.why)) for each in checked.taken]
    heads = ("question", "column", "rows", "blank", "n/a and the like", "one word", "median words", "longest")
    questions = [
        tuple(safe(cell) if isinstance(cell, str) else cell for cell in asdict(each).values())
        for each in checked.shares
    ]
    return (
        _sheet(
            "Findings",
            TABLE,
            [_cells(each, _first(each)) for each in checked.findings],
            [summary(checked), *_limits(checked)],
        ),
        _sheet("Rows", ROWS, list(_by_row(checked)), [_short(checked)]),
        _sheet("Columns", ("column", "taken for", "why"), columns),
        _sheet("Questions", heads, questions),
    )


def _first(finding: Finding) -> str:
    """The first few rows, and where the others stand."""
    return rows_listed(finding.rows) + (" (sheet Rows)" if len(finding.rows) > SHOWN else "")


def _by_row(checked: Checked) -> Iterator[tuple[Value, ...]]:
    lines = sorted((row, place) for place, each in enumerate(checked.findings) for row in each.rows)
    for row, place in islice(lines, MOST):
        finding = checked.findings[place]
        yield row, finding.severity, finding.check, safe(finding.column)


def _short(checked: Checked) -> str:
    more = sum(len(each.rows) for each in checked.findings) - MOST
    return f"{counted(more, 'line')} more do not stand here: --json has them all." if more > 0 else ""


def _sheet(name: str, heads: Sequence[str], lines: Sequence[Sequence[Value]], notes: Sequence[str] = ()) -> Sheet:
    below = [(Cell(text, "note"),) for text in notes if text]
    rows = ((Cell(head, "head") for head in heads), *(_line_of(line) for line in lines))
    widths = tuple(60.0 if head in {"what", "remedy", "why"} else 18.0 for head in heads)
    return Sheet(name, (*(tuple(row) for row in rows), *below), widths, freeze=(1, 0))


def _line_of(line: Sequence[Value]) -> Iterator[Cell]:
    for value in line:
        style: Style = "count" if isinstance(value, int) else "number" if isinstance(value, float) else "text"
        yield Cell(value, style)
