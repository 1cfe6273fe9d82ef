"""Tables that give nobody away: small counts hidden, and with them all that would tell them."""

from __future__ import annotations

import re
from dataclasses import replace
from math import ceil, floor, inf, log10, sqrt
from statistics import NormalDist

from freetext.tallies.bases import EMPTY_KINDS
from freetext.tallies.conventions import Profile
from freetext.tallies.counts import flag_of
from freetext.tallies.intervals import LEVEL, ROUNDING, wilson
from freetext.tallies.letters import letters_in, written
from freetext.tallies.opens import LABELS_ALONE
from freetext.tallies.profiles import RULES, Rule
from freetext.tallies.suppression import Hidden, suppressed
from freetext.tallies.table import CellCount, Column, Row, TallyTable

SUPPRESSED = CellCount(None, None, None, kind="suppressed")

SOME = "some"
"""What stands for a number in a note: one that is small tells whom it counts, and any other what it leaves of its base."""

DIGITS = 3
"""Significant digits of a weighted base."""

COUNTED = re.compile(
    r"(?:^|(?<=\bof )|(?<=\bwhom )|(?<=\bwithout )|(?<=: )|(?<=\()|(?<=respondents ))"
    r"(?P<number>\d{1,3}(?:,\d{3})+|\d+)"
    r"(?=(?: (?:of the|rows?|respondents?|answers?|codes?|is|are|was|were|count|counts|have|has)\b)|[);]|\.?$)"
)
"""A number in a note that counts respondents or answers; "place 5", "95 %" and the name "Region 3" are none."""

PLURAL = re.compile(
    r"\b(?P<some>[Ss]ome) (?P<noun>answer|row|respondent|code)? ?(?P<verb>has|was|is)\b(?: a further row)?"
)
VERBS = {"has": "have", "was": "were", "is": "are"}

FILTERED = re.compile(
    r"(?P<said>Only those with .+): [\d,]+ rows? of [\d,]+\."
    r"(?: (?P<share>They are taken to be the same share .+): [\d,]+ of [\d,]+\.)?",
    re.DOTALL,
)
POPULATION = re.compile(r"^Intervals are for a population of [\d,]+, of whom [\d,]+ are counted here\.")
UNLISTED = re.compile(r" \([\d,]+\)(?=, | and \d+ more\.$|\.$)")
MOVED = re.compile(
    r"Answers back-coded by (?P<file>.+?): (?P<number>[\d,]+)(?:; moves of [^:]+: [\d,]+)?\.?", re.DOTALL
)
EXTREME = re.compile(r"(?<=^The weights are extreme): of respondents .+(?=\. Check them)", re.DOTALL)


def protected(table: TallyTable, profile: Profile) -> TallyTable:
    """Hide what a profile does not let be printed; the last that is done to a table, which then holds no number that tells more.

    nhs    counts of 1 to 7 are hidden, 0 is shown, the others are rounded to the nearest 5; shares and intervals are of rounded numbers
    ons10  counts under 10 are hidden, and those that leave fewer than 10 of their base, nobody and everybody included

    Both count respondents, never weights, and hide more counts until none that is hidden can be found from those that are shown: see
    `suppression.suppressed` and the promises in `profiles.RULES`. A column with a small base is hidden with its base, and so are the
    cells of a row whose total is. With a count go its share, interval, letters, scores and mentions, and the letters that point to it;
    mentions of all columns go where any of their codes is hidden, for they are a sum too, and where counts are rounded.

    Weighted and corrected shares are whole percentages, intervals are remade from what is shown, weighted bases have three digits,
    and scores one decimal: more would tell the counts. Notes stand without their numbers. `profile` names the rule; without
    one the table stays as it is. What letters tell of rounded counts, and what tables of other questions tell, is not reckoned with.
    """
    if not profile:
        return table
    rule = RULES[profile]
    hidden = suppressed(table, rule)
    columns = tuple(
        Column(each.name, None, None, None, each.letter) if gone else _column(each, rule, weighted=table.weighted)
        for each, gone in zip(table.columns, hidden.columns.tolist(), strict=True)
    )
    told = _mentions_told(table, hidden, rule)
    nothing = (None,) * len(columns)
    return replace(
        table,
        columns=columns,
        rows=tuple(
            _row(table, row, columns, gone, rule, mentions=told)
            for row, gone in zip(table.rows, hidden.cells.tolist(), strict=True)
        ),
        mentions=table.mentions if told else nothing,
        mean_mentions=_means(table) if told else nothing,
        notes=(*(note_told(note) for note in table.notes if not note.startswith(LABELS_ALONE)), rule.words),
        profile=profile,
    )


def note_told(note: str) -> str:
    """Write a note without its numbers of respondents, rows and answers.

    Each of them, or what it leaves of a base, may be a number that is hidden: two notes, or a note and the table, could be
    subtracted from each other.
    """
    if found := FILTERED.fullmatch(note):
        return f"{found['said']}." + (f" {found['share']}." if found["share"] else "")
    if note.startswith("Not among the options of "):
        return UNLISTED.sub("", note)
    if found := MOVED.fullmatch(note):
        said = "Some answers were" if found["number"] != "0" else "No answer was"
        return f"{said} back-coded by {found['file']}."
    text = POPULATION.sub("Intervals are for a population that the respondents are a part of.", EXTREME.sub("", note))
    text = PLURAL.sub(_plural, COUNTED.sub(SOME, text))
    return text[:1].upper() + text[1:] if note[:1].isdigit() else text


def _plural(found: re.Match[str]) -> str:
    noun = f" {found['noun']}s" if found["noun"] else ""
    further = " further rows" if found[0].endswith("a further row") else ""
    return f"{found['some']}{noun} {VERBS[found['verb']]}{further}"


def _column(column: Column, rule: Rule, *, weighted: bool) -> Column:
    """A base as it is printed. A weighted one says what a respondent weighs on average, times the printed base."""
    n = column.n or 0
    base, decided = rule.printed(n), rule.printed(column.decided)
    if not weighted or not n:
        return replace(column, n=base, weighted=float(base), effective=float(base), decided=decided)
    weight = _significant((column.weighted or 0.0) * base / n)
    effective = rule.printed(round((column.effective or 0.0) * base / n))
    return replace(column, n=base, weighted=weight, effective=float(effective), decided=decided)


def _row(
    table: TallyTable, row: Row, columns: tuple[Column, ...], gone: list[bool], rule: Rule, *, mentions: bool
) -> Row:
    names = {column.letter.casefold() for column, out in zip(columns, gone, strict=True) if out}
    cells = []
    for cell, old, new, out in zip(row.cells, table.columns, columns, gone, strict=True):
        kept = [each for each in letters_in(cell.letters, columns) if each.casefold() not in names]
        shown = SUPPRESSED if out else _cell(cell, old, new, rule, weighted=table.weighted)
        cells.append(shown if out else replace(shown, letters=written(kept, columns)))
    return replace(row, cells=tuple(cells if mentions else (replace(cell, mentions=None) for cell in cells)))


def _cell(cell: CellCount, old: Column, new: Column, rule: Rule, *, weighted: bool) -> CellCount:
    """A cell as it is printed, from a base (`old`) that is printed as `new`."""
    count, base = rule.printed(cell.count or 0), new.n or 0
    raw = cell.raw if cell.raw is not None or cell.kind == "audited" else cell.share
    if raw is not None:
        raw = _whole(raw, old, new, rule) if weighted else count / base
    mean = None if raw is None or new.weighted is None else raw * new.weighted
    shown = replace(
        cell,
        count=count,
        weighted=mean if weighted else float(count),
        raw=raw,
        audited=base if cell.kind == "wilson" else rule.printed(cell.audited),
        flag=flag_of(new),
        score=_one_decimal(cell.score),
        mean_rank=_one_decimal(cell.mean_rank),
        mentions=_mention(cell, weighted=weighted),
    )
    if cell.share is None:
        return shown
    if cell.kind == "audited":
        return _estimate(shown, cell, old, new, rule)
    shown = replace(shown, share=raw)
    exact = rule.step == 1 and not weighted
    return shown if exact or cell.kind != "wilson" or raw is None else _interval(shown, cell, raw, old, new)


def _mention(cell: CellCount, *, weighted: bool) -> float | None:
    rough = cell.mentions is not None and (weighted or cell.kind == "audited")
    return round(cell.mentions or 0.0, 2) if rough else cell.mentions


def _estimate(shown: CellCount, cell: CellCount, old: Column, new: Column, rule: Rule) -> CellCount:
    """An estimate as a whole percentage, its intervals widened to whole ones."""
    low, high = _widened((cell.low or 0.0, 1.0 if cell.high is None else cell.high), old, rule)
    return replace(
        shown,
        share=None if cell.share is None else min(max(_whole(cell.share, old, new, rule), low), high),
        low=low,
        high=high,
        coding=None if cell.coding is None else _widened(cell.coding, old, rule),
        sampling=None if cell.sampling is None else _widened(cell.sampling, old, rule),
    )


def _interval(shown: CellCount, cell: CellCount, share: float, old: Column, new: Column) -> CellCount:
    """Make a Wilson interval anew, of the printed share and base, with the same correction for a finite population."""
    factor = _finite(cell, old)
    low, high = (share, share) if factor == inf else wilson(share, (new.effective or 0.0) * factor)
    return replace(shown, low=low, high=high, sampling=(low, high), coding=(share, share))


def _finite(cell: CellCount, column: Column) -> float:
    """How much more than its effective base a Wilson interval knows, to one decimal; infinite where it has no width.

    From half the width h, the size m solves h^2 (m + z^2)^2 = z^2 p (1 - p) m + z^4 / 4.
    """
    share, low, high = cell.share or 0.0, cell.low or 0.0, 1.0 if cell.high is None else cell.high
    if high - low <= ROUNDING:
        return inf
    half, square = ((high - low) / 2) ** 2, NormalDist().inv_cdf(0.5 + LEVEL / 2) ** 2
    middle = square * (2 * half - share * (1 - share))
    size = (sqrt(middle**2 - 4 * half * square**2 * (half - 0.25)) - middle) / (2 * half)
    return max(1.0, round(size / (column.effective or inf), 1))


def _whole(share: float, old: Column, new: Column, rule: Rule) -> float:
    """A share as a whole percentage; where counts are rounded, of as many rounded respondents."""
    if rule.step == 1:
        return round(share, 2)
    return min(1.0, round(rule.printed(round(share * (old.n or 0))) / (new.n or 1), 2))


def _widened(interval: tuple[float, float], column: Column, rule: Rule) -> tuple[float, float]:
    """An interval that holds this one, to whole percentages or as many respondents as counts are rounded to, whatever is more."""
    step = max(0.01, rule.step / (column.n or 1)) if rule.step > 1 else 0.01
    low, high = floor(interval[0] / step + ROUNDING) * step, ceil(interval[1] / step - ROUNDING) * step
    return (max(0.0, floor(low * 100 + ROUNDING) / 100), min(1.0, ceil(high * 100 - ROUNDING) / 100))


def _mentions_told(table: TallyTable, hidden: Hidden, rule: Rule) -> bool:
    """Whether mentions may be told: they are the sum of the codes, so that all must be shown, and what rows left out hold is not small."""
    if rule.step > 1 or hidden.cells.any() or hidden.columns.any():
        return False
    codes = [row for row in table.rows if not row.net and row.reserved not in EMPTY_KINDS]
    for place, mentions in enumerate(table.mentions):
        left = (mentions or 0) - sum(row.cells[place].count or 0 for row in codes)
        if 0 < left < rule.least:
            return False
    return True


def _means(table: TallyTable) -> tuple[float | None, ...]:
    """Mean mentions: those that are more than counts divided, to one decimal."""
    rough = table.weighted or any(cell.kind == "audited" for row in table.rows for cell in row.cells)
    return tuple(map(_one_decimal, table.mean_mentions)) if rough else table.mean_mentions


def _one_decimal(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _significant(value: float) -> float:
    """A number to three digits."""
    return round(value, DIGITS - 1 - floor(log10(value))) if value > 0 else value
