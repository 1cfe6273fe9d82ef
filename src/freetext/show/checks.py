"""What a check found, for the terminal: the columns, how questions are filled, what needs a person, and notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from freetext.errors import SHOWN, counted, names_listed, rows_listed
from freetext.guard.checks import Checked, Finding, Shares
from freetext.show.screens import display_width, left, right, safe, weighted, wrap

WIDEST = 30
"""Cells that a column's name takes at most."""

COLUMNS = 40
"""Columns up to which each is told; of more those that are taken for something."""

HEADS = {
    "safeguarding": "Needs a trained person today",
    "person": "Needs a person first",
    "note": "Notes",
}

LIMITS = (
    "Personal data and safeguarding are found by rules and lists of words: these find some and not all. That nothing is "
    "listed does not mean that nothing is there."
)
"""Stands below every check, whatever it found."""

SHARES = ("blank", "n/a", "one word", "median words", "longest")


def checked_text(checked: Checked, *, width: int = 100, colour: bool = False) -> str:
    """Draw a check at most `width` cells wide; no answer's text is in it."""
    blocks = [_columns(checked, width), _shares(checked.shares, width)]
    for severity, head in HEADS.items():
        findings = [each for each in checked.findings if each.severity == severity]
        if findings:
            lines = list(_lines(findings, width, colour=colour))
            blocks.append([weighted(head, "bold", colour=colour), *lines])
    limits = [line for text in (LIMITS, unsearched(checked)) if text for line in wrap(text, width)]
    blocks.append([*wrap(summary(checked), width), *(weighted(line, "dim", colour=colour) for line in limits)])
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def summary(checked: Checked) -> str:
    """Say in one line how much was found."""
    today, person, notes = (len(checked.of(each)) for each in ("safeguarding", "person", "note"))
    parts = [f"{counted(checked.rows, 'row')} checked"]
    parts += [
        f"{counted(sum(each.count for each in checked.of('safeguarding')), 'answer')} flagged for safeguarding"
    ] * bool(today)
    parts += [
        f"{counted(person, 'finding')} that need{'s' * (person == 1)} a person"
        if person
        else "no finding that needs a person"
    ]
    parts += [counted(notes, "note")]
    return f"{safe(checked.file)}: {', '.join(parts)}."


def unsearched(checked: Checked) -> str:
    """Say which columns nobody searched for personal data and safeguarding; nothing where all were."""
    if not checked.unsearched:
        return ""
    names = names_listed([safe(name) for name in checked.unsearched])
    return f"Not searched for these, for they are dropped or hold no text of three words: {names}."


def _columns(checked: Checked, width: int) -> list[str]:
    taken = checked.taken
    if len(taken) > COLUMNS:
        taken = tuple(each for each in taken if each.kind not in {"nothing", "dropped"})
    rows = [(_cut(safe(each.column)) or "(no name)", each.kind, safe(each.why)) for each in taken]
    names, kinds = (max((display_width(row[place]) for row in rows), default=0) for place in (0, 1))
    room = max(width - names - kinds - 4, 20)
    lines = [f"{left(name, names)}  {left(kind, kinds)}  {_cut(why, room)}".rstrip() for name, kind, why in rows]
    more = len(checked.taken) - len(taken)
    return [
        *lines,
        *(
            [f"and {counted(more, 'column')} more that {'is' if more == 1 else 'are'} taken for nothing"]
            if more
            else []
        ),
    ]


def _shares(shares: Sequence[Shares], width: int) -> list[str]:
    if not shares:
        return []
    room = min(WIDEST, max(width - sum(max(len(each), 9) + 2 for each in SHARES), 12))
    cells = [(_cut(safe(each.question or each.column), room), _share_cells(each)) for each in shares]
    wide = max(display_width(name) for name, _ in cells)
    widths = [max(len(head), *(len(row[place]) for _, row in cells)) for place, head in enumerate(SHARES)]
    lines = [(" " * wide, SHARES), *cells]
    return [
        "  ".join((left(name, wide), *(right(cell, size) for cell, size in zip(row, widths, strict=True)))).rstrip()
        for name, row in lines
    ]


def _share_cells(shares: Shares) -> tuple[str, ...]:
    filled = shares.rows - shares.blank
    return (
        *(_percent(shares.blank, shares.rows), _percent(shares.unsaid, filled), _percent(shares.one_word, filled)),
        *(f"{shares.median:g}", f"{shares.longest:,}"),
    )


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "-"


def _lines(findings: Sequence[Finding], width: int, *, colour: bool) -> Iterator[str]:
    """Draw findings; what mends several in a row is said once, behind the last of them."""
    behind = [*(each.remedy for each in findings[1:]), ""]
    for finding, after in zip(findings, behind, strict=True):
        yield from _finding(finding, "" if finding.remedy == after else finding.remedy, width, colour=colour)


def _finding(finding: Finding, remedy: str, width: int, *, colour: bool) -> Iterator[str]:
    name = _cut(safe(finding.column))
    yield weighted(f"  {finding.check}{f'  {name}' if name else ''}", "bold", colour=colour)
    told = [safe(said(finding))]
    if finding.rows:
        told.append(f"{'Row' if len(finding.rows) == 1 else 'Rows'} {listed(finding.rows)}.")
    for part in (" ".join(told), safe(remedy)):
        yield from (f"    {line}" for line in wrap(part, width - 4) if line)


def said(finding: Finding) -> str:
    """Say what was found, and how many of its rows are not told."""
    if not finding.withheld:
        return finding.what
    return f"{finding.what} {counted(finding.withheld, 'row')} counted and not listed: flagged for safeguarding."


def listed(rows: Sequence[int]) -> str:
    """Row numbers: the first few, and how many more."""
    return rows_listed(rows[:SHOWN], len(rows) - len(rows[:SHOWN]))


def _cut(text: str, room: int = WIDEST) -> str:
    """A name or a reason on what room there is."""
    if display_width(text) <= room:
        return text
    text = text[: 4 * room]  # measured again for each character that goes: a heading may be a megabyte
    while display_width(text) > room - 3:
        text = text[:-1]
    return f"{text.rstrip()}..."
