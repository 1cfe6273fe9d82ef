"""A closed question beside the open one that asks the same: the figure, the share of verbatims, and how far they agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from freetext.reports.apart import apart, known
from freetext.reports.charts import based, note, series
from freetext.reports.crossed import Cross, code_of, cross_of, same_people
from freetext.reports.figures import standing
from freetext.reports.findings import NOTHING
from freetext.reports.hiding import rounded, told_by
from freetext.reports.report import Chart, Entry, Listing
from freetext.reports.surveyed import Asked, Surveyed
from freetext.reports.words import headed, listed, named, opened, sentences, shortened
from freetext.survey.codeframe import fold, slugify
from freetext.tallies.bases import base_of
from freetext.tallies.rounding import count, fixed, percent, points
from freetext.tallies.table import CORRECTABLE, CellCount, Row, TallyTable

SHOWS = 0.05
"""A theme shows in an answer where the interval of its share lies above this: one in twenty."""

NAMES = 6


@dataclass(frozen=True, slots=True)
class Pair:
    """A theme of the open question and the option of the closed one that bears its name; `cross` where it may be told."""

    theme: Row
    option: Row
    cross: Cross | None

    @property
    def name(self) -> str:
        """As the codeframe has it."""
        return named(self.theme.name)

    @property
    def open(self) -> CellCount:
        """The share of verbatims."""
        return self.theme.cells[0]

    @property
    def closed(self) -> CellCount:
        """The closed figure."""
        return self.option.cells[0]

    @property
    def known(self) -> bool:
        """Whether both figures have an interval."""
        return known(self.open) and known(self.closed)

    @property
    def in_both(self) -> bool:
        """Whether it shows in both kinds of data, as far as their intervals go."""
        return self.known and min(self.open.low or 0.0, self.closed.low or 0.0) > SHOWS


def pairs_of(surveyed: Surveyed, told: Asked, ticked: Asked) -> list[Pair]:
    """Match the themes of an open question with the options of a closed one, by name or slug, in the order of the options."""
    first, second = (base_of(each.responses, each.total.base) for each in (told, ticked))
    here, there = same_people(first, second, surveyed.people)
    open_, closed = (each.responses for each in (told, ticked))
    found = []
    for theme, option in _matched(told.total, ticked.total):
        cross = cross_of(code_of(open_, theme.theme)[here], code_of(closed, option.theme)[there]) if len(here) else None
        hidden = "hidden" in {standing(theme.cells[0]), standing(option.cells[0])}
        may = cross is not None and not hidden and told_by(surveyed.conventions.disclosure, *cross.fields)
        found.append(Pair(theme, option, cross if may else None))
    return found


def _matched(told: TallyTable, ticked: TallyTable) -> Iterator[tuple[Row, Row]]:
    """Yield themes and options that bear the same name; each but once."""
    left = [row for row in told.rows if not row.reserved]
    for option in ticked.rows:
        same = next((row for row in left if _keys(row) & _keys(option)), None)
        if same is not None and not option.reserved:
            left.remove(same)
            yield same, option


def _keys(row: Row) -> set[str]:
    return {fold(row.name), fold(row.theme), slugify(row.name)}


def beside_finding(pairs: Sequence[Pair]) -> str:
    """Say which themes show in both kinds of data, and where the two differ; what nobody checked is told as such."""
    compared = [each for each in pairs if each.known]
    differ = apart([(each.open, each.closed) for each in compared])
    more = listed([_more(each) for each, sure in zip(compared, differ, strict=True) if sure])
    said = [each for each in (_shows([each for each in pairs if each.in_both]), more) if each]
    if said:
        return f"{opened('; '.join(said))}."
    unsure = [
        f"{each.name} ({_figures(each)})" for each in pairs if standing(each.open) in UNSURE and known(each.closed)
    ]
    if unsure:
        return f"The codes of the open answers have not been checked enough to compare; they alone say: {shortened(unsure, NAMES)}."
    return "No theme is sure to show in both the closed and the open answers." if compared else NOTHING


UNSURE = ("unchecked", "hardly checked")


def _shows(pairs: Sequence[Pair]) -> str:
    """Name the themes that show in both kinds of data."""
    names = listed([f"{each.name} ({_figures(each)})" for each in pairs])
    return f"{names} {'shows' if len(pairs) == 1 else 'show'} in both the closed and the open answers" if pairs else ""


def _figures(pair: Pair) -> str:
    return f"{percent(pair.closed.share)} closed, {percent(pair.open.share)} open"


def _more(pair: Pair) -> str:
    """Say in which kind of data a theme shows more."""
    closed, open_ = pair.closed.share or 0.0, pair.open.share or 0.0
    where = "open" if open_ > closed else "closed"
    return f"{pair.name} shows more in the {where} answers ({percent(max(closed, open_))} against {percent(min(closed, open_))})"


def beside_listing(surveyed: Surveyed, told: Asked, ticked: Asked, pairs: Sequence[Pair], name: str) -> Listing:
    """List both figures, their difference and the agreement of those who answered both."""
    head = ("Theme", "Closed", "Open", "Open less closed, points", "Named in both", "Kappa", "Kappa, 95 %")
    rows = tuple(_line(each, surveyed) for each in pairs)
    notes = tuple(_notes(told, ticked, pairs, surveyed))
    return Listing(name, headed(told.title, "beside the closed question"), beside_finding(pairs), head, rows, notes)


def _line(pair: Pair, surveyed: Surveyed) -> tuple[Entry, ...]:
    closed, open_, cross = pair.closed.share, pair.open.share, pair.cross
    hidden = "hidden" in {standing(pair.open), standing(pair.closed)}
    points_apart = None if hidden or closed is None or open_ is None else int(points(open_ - closed))
    both = None if cross is None else rounded(surveyed.conventions.disclosure, cross.both)
    ends = (
        ""
        if cross is None or cross.low is None or cross.high is None
        else f"{fixed(cross.low, 2)} to {fixed(cross.high, 2)}"
    )
    return (
        Entry(pair.name, "label"),
        Entry(closed, "percent"),
        Entry(open_, "percent"),
        Entry(points_apart, "count"),
        Entry(both, "count"),
        Entry(None if cross is None or cross.kappa is None else round(cross.kappa, 2), "number"),
        Entry(ends),
    )


def _notes(told: Asked, ticked: Asked, pairs: Sequence[Pair], surveyed: Surveyed) -> Iterator[str]:
    yield f"Closed: {sentences(ticked.title, based(ticked.total))}. Open: {sentences(told.title, based(told.total))}."
    crossed = [each.cross for each in pairs if each.cross is not None]
    if crossed:
        profile = surveyed.conventions.disclosure
        yield f"Named in both, and Cohen's kappa (0 is chance, 1 is the same): of the {count(rounded(profile, crossed[0].n))} who answered both questions."
    if ticked.responses.kind == "closed":
        yield "The closed question takes one answer, a verbatim may hold several: the open share can be higher for that alone."
    if any(row.cells[0].kind in CORRECTABLE for row in told.total.rows):
        yield "Kappa takes the codes as they stand, without the correction for coding errors."
    yield f"Shows in both: both intervals lie above {points(SHOWS)} %."
    yield from _unmatched(told.total, [each.theme for each in pairs], "No option bears the name of")
    yield from _unmatched(ticked.total, [each.option for each in pairs], "No theme bears the name of")


def _unmatched(table: TallyTable, matched: Sequence[Row], said: str) -> Iterator[str]:
    """Name the rows that have no partner."""
    alone = [named(row.name) for row in table.rows if not row.net and not row.reserved and row not in matched]
    if alone:
        yield f"{said}: {shortened(alone, NAMES)}."


def beside_chart(told: Asked, ticked: Asked, pairs: Sequence[Pair], name: str) -> Chart | None:
    """Draw both figures of each theme as two dots; None where nothing may be drawn."""
    both = (
        series("closed", [each.closed for each in pairs], ticked.total),
        series("open", [each.open for each in pairs], told.total),
    )
    if not any(share is not None for each in both for share in each.shares):
        return None
    labels = tuple(each.name for each in pairs)
    base = f"Base: {based(ticked.total)} (closed), {based(told.total)} (open)."
    rows = ([each.option for each in pairs], [each.theme for each in pairs])
    notes = [note(each.total, some, (0,)) for each, some in zip((ticked, told), rows, strict=True)]
    said = " ".join(dict.fromkeys(each for each in notes if each))
    return Chart(
        "dumbbell", name, headed(told.title, "closed and open"), beside_finding(pairs), base, labels, both, said
    )
