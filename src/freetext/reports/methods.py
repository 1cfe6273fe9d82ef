"""How the numbers came about, with this run's own numbers; only what applies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from freetext.errors import counted
from freetext.reports.coded import decided_on, models_in, stratified_by
from freetext.reports.hiding import at_most
from freetext.reports.report import Section
from freetext.reports.surveyed import Surveyed
from freetext.reports.words import listed, named, opened, titled
from freetext.tallies.agreement_figures import Agreement
from freetext.tallies.audited import FEWEST
from freetext.tallies.counts import SMALL, VERY_SMALL
from freetext.tallies.profiles import RULES
from freetext.tallies.rounding import count, fixed, percent
from freetext.tallies.table import CORRECTABLE, IntervalKind, TallyTable

BASES = {
    "answered": "A percentage is of the respondents who answered the question.",
    "asked": "A percentage is of all respondents who were asked the question, whether they answered or not.",
    "substantive": "A percentage is of the respondents who said something of substance: those who only said that there is nothing, "
    "or that they do not know, are left out.",
}

CORRECTIONS = {
    "bh": "The number of comparisons in a table is allowed for (Benjamini and Hochberg 1995).",
    "bonferroni": "The number of comparisons in a row is allowed for (Bonferroni).",
    "none": "The number of comparisons is not allowed for: about one comparison in twenty gets a letter by chance alone.",
}


def methods_of(surveyed: Surveyed, sections: Sequence[Section]) -> tuple[str, ...]:
    """Write the methods, a paragraph a matter."""
    tables = [table for each in surveyed.questions for table in each.tables]
    paragraphs = (
        _bases(surveyed, tables),
        _coding(surveyed),
        _models(surveyed),
        *_agreement(surveyed),
        _intervals(surveyed, tables),
        _weights(tables),
        _letters(surveyed, tables),
        _moves(surveyed),
        _ranking(surveyed, tables),
        _small(surveyed, tables),
        _profile(surveyed),
        _quotes(surveyed, sections),
        f"Made with freetext {named(surveyed.coding.version)}." if surveyed.coding.version else "",
    )
    return tuple(each for each in paragraphs if each)


def _bases(surveyed: Surveyed, tables: Sequence[TallyTable]) -> str:
    """What is counted, and of whom a percentage is."""
    said = [f"The report covers {counted(len(surveyed.questions), 'question')}."]
    if surveyed.only:
        said.append(f"It counts only rows where {titled(surveyed.only)}.")
    said += [BASES[base] for base in dict.fromkeys(table.base for table in tables)]
    if any(not table.told for table in tables if table.base != "asked"):
        said.append("Where blank answers cannot be told from those without a code, they are of the base too.")
    if any(table.kind in {"open", "multi"} for table in tables):
        said.append(
            "Where somebody may give several answers, each counts once a theme, and percentages may add to more than 100."
        )
    if any(row.net for table in tables for row in table.rows):
        said.append("A net counts a respondent once, whatever the number of its themes that they name.")
    return " ".join(said)


def _coding(surveyed: Surveyed) -> str:
    """Who coded how many answers with what, and how many were checked."""
    asked = [each for each in surveyed.questions if each.responses.kind == "open"]
    questions = [each.responses for each in asked if each.told is not None] or [each.responses for each in asked]
    numbers = decided_on(questions)
    if not numbers.answers:
        return ""
    coding = surveyed.coding
    frame = f" with the codeframe {named(coding.codeframe)}" if coding.codeframe else ""
    answers = _number(surveyed, numbers.answers, "answer")
    were = _be(surveyed, numbers.answers, "was", "were")
    said = [f"{opened(answers)} to {counted(len(questions), 'open question')} {were} coded{frame}."]
    if numbers.people:
        said.append(f"People{_people(surveyed)} decided every code of {_number(surveyed, numbers.people)}.")
    if numbers.disputed:
        said.append(
            f"On {_number(surveyed, numbers.disputed)} coders differ, and the theme that they differ on counts half."
        )
    if numbers.machine:
        which = f" ({named(coding.model)})" if coding.model else ""
        said.append(f"A machine{which} decided at least one code of {_number(surveyed, numbers.machine)}.")
    if numbers.rules:
        said.append(f"Rules of the codeframe decided at least one code of {_number(surveyed, numbers.rules)}.")
    if numbers.unknown:
        said.append(f"Of {_number(surveyed, numbers.unknown)} the file does not say who decided.")
    said.append(
        _checked(
            surveyed, numbers.audited, numbers.known, machine=numbers.machine + numbers.rules + numbers.unknown > 0
        )
    )
    return " ".join(each for each in said if each)


def _models(surveyed: Surveyed) -> str:
    """Say which model coded how many answers of which wave, where there are several of either."""
    found = models_in(surveyed)
    waves = {wave: [each for each in found if each.wave == wave] for wave in dict.fromkeys(each.wave for each in found)}
    told = [
        f"{named(wave) if len(waves) > 1 or wave != surveyed.wave else 'here'} "
        + listed([f"{named(each.model)} ({_number(surveyed, each.answers, 'answer')})" for each in own])
        for wave, own in waves.items()
    ]
    if not told:
        return ""
    mixed = (
        ""
        if len({tuple(sorted({each.model for each in own})) for own in waves.values()}) == 1 < len(waves)
        else f" {MIXED}"
    )
    return f"Which model coded how many answers: {'; '.join(told)}.{mixed}"


MIXED = "Models that differ may code the same answer differently, so that a difference between their answers need not be one between people."


def _checked(surveyed: Surveyed, audited: int, known: int, *, machine: bool) -> str:
    """Say how many answers people read in a random audit."""
    if audited:
        others = f", and {_number(surveyed, known)} for other reasons, which stand for no others" if known else ""
        return f"People read {_number(surveyed, audited)} in a random audit{others}."
    return (
        "Nobody has audited a random sample of them, so that shares of machine codes have no interval."
        if machine
        else ""
    )


def _people(surveyed: Surveyed) -> str:
    coders = surveyed.coding.coders
    if not coders:
        return ""
    return (
        f" ({listed([named(each) for each in coders])})"
        if surveyed.coding.named
        else f" ({counted(len(coders), 'coder')})"
    )


def _number(surveyed: Surveyed, number: int, noun: str = "") -> str:
    told = at_most(surveyed.conventions.disclosure, number)
    return f"{told} {noun if told == '1' else f'{noun}s'}" if noun else told


def _be(surveyed: Surveyed, number: int, one: str, many: str) -> str:
    """Choose the verb that goes with `_number`."""
    return one if _number(surveyed, number) == "1" else many


def _agreement(surveyed: Surveyed) -> Iterator[str]:
    """How far coders agree, in each of the comparisons."""
    whole = f" {WHOLE}" if surveyed.only else ""
    for each in surveyed.coding.agreement:
        if each.n and len(each.coders) > 1:
            names = [named(coder) for coder in each.coders] if surveyed.coding.named else []
            yield f"{_agreed(each, names, surveyed)}{whole}"


WHOLE = "This is of the answers of the whole file, not only of the rows that count here."


def _agreed(agreement: Agreement, coders: Sequence[str], surveyed: Surveyed) -> str:
    who = listed(coders) if coders else counted(len(agreement.coders), "coder")
    how = {
        "coders": "independently",
        "model": "without sight of each other's codes",
        "model in sight": "the model's codes in sight",
    }
    said = f"{who} coded {_number(surveyed, agreement.n, 'answer')}, {how[agreement.kind]}"
    same = (
        f": they gave the same set of themes to {percent(agreement.identical)}"
        if agreement.identical is not None
        else ""
    )
    figure = agreement.masi
    if figure.value is None:
        return f"{said}{same}."
    ends = "" if figure.low is None or figure.high is None else f" ({fixed(figure.low, 2)} to {fixed(figure.high, 2)})"
    return (
        f"{said}{same}{';' if same else ':'} Krippendorff's alpha with MASI distance is {fixed(figure.value, 2)}{ends}."
    )


def has(tables: Sequence[TallyTable], *kinds: IntervalKind) -> bool:
    """Whether any cell is of one of these kinds."""
    return any(cell.kind in kinds for table in tables for row in table.rows for cell in row.cells)


def corrected(tables: Sequence[TallyTable]) -> bool:
    """Whether an audit corrects any cell, so that its coding leaves something uncertain."""
    return any(cell.estimated for table in tables for row in table.rows for cell in row.cells)


STRATA = {
    (True, False): ", stratified by the model's score",
    (False, True): ", stratified by what the codes alone say",
    (True, True): ", stratified by the model's score, or by what the codes alone say where there are no scores",
    (False, False): ", without scores to stratify them by",
}
"""What the audited answers are stratified by: scores, codes, both or neither."""


def _intervals(surveyed: Surveyed, tables: Sequence[TallyTable]) -> str:
    """Which intervals stand in the tables, and from where."""
    said = []
    if has(tables, "wilson"):
        said.append(
            "Where people or respondents decided every code, the interval is Wilson's (1927), on the effective base (Kish 1965)."
        )
    if corrected(tables):
        said.append(
            "Where a machine coded, shares are corrected by the random audit: what people coded for other reasons counts as it is, the rest is "
            f"estimated from the audited answers{STRATA[stratified_by(each.responses for each in surveyed.questions)]}; the errors of coding (a "
            "score interval over the strata) and of sampling are combined (double sampling with post-stratification; MOVER, Zou and Donner 2008)."
        )
    if has(tables, "audit too small"):
        said.append(
            f"A column with fewer than {FEWEST} audited answers of its own, or too few of a part that was drawn at a rate of its own, "
            "is not corrected: it shows what the codes alone say."
        )
    if not said:
        return ""
    population = None if surveyed.conventions.disclosure else surveyed.conventions.population
    return f"Intervals are at 95 %. {' '.join(said)} {_whom(tables, population)}"


def _whom(tables: Sequence[TallyTable], population: int | None) -> str:
    """Say whom intervals are of; a base that is the whole population leaves nothing to sampling."""
    drawn = "as far as respondents can be taken for a random draw from it."
    if not population:
        return f"They hold of a wider population {drawn}"
    held = f"They hold of a population of {count(population)}, which the intervals allow for"
    bases = [table.columns[0].n or 0 for table in tables]
    if min(bases, default=0) >= population:
        return f"{held}: all of it answered, so that nothing is left to sampling."
    if max(bases, default=0) >= population:
        return f"{held}: where all of it answered nothing is left to sampling, elsewhere {drawn}"
    return f"{held}, {drawn}"


def _weights(tables: Sequence[TallyTable]) -> str:
    """What the weights leave of the respondents."""
    effect = design_effect(tables)
    if effect is None:
        return ""
    n, effective = effect
    return (
        f"Percentages are weighted; counts are not. {counted(n, 'respondent')} {'knows' if n == 1 else 'know'} as much as "
        f"{fixed(effective, 1)} without weights would (Kish 1965): a design effect of {fixed(n / effective, 2)}."
    )


def design_effect(tables: Sequence[TallyTable]) -> tuple[int, float] | None:
    """Return the largest base and its effective base, where weights make a difference; the design effect is their ratio."""
    bases = [(each.columns[0].n, each.columns[0].effective) for each in tables if each.weighted]
    told = [(n, effective) for n, effective in bases if n and effective]
    return max(told, default=None)


def _letters(surveyed: Surveyed, tables: Sequence[TallyTable]) -> str:
    """How letters were found."""
    if not any(column.letter for table in tables for column in table.columns) or not any(
        table.tested for table in tables
    ):
        return ""
    conventions = surveyed.conventions
    moved = (
        ", by the intervals of their difference where a machine coded (MOVER-D)" if has(tables, *CORRECTABLE) else ""
    )
    return (
        "A letter says that a share is higher than that of the column it names, at 95 %: a test of two proportions on effective bases, "
        f"allowing for respondents who are in both columns{moved}. {CORRECTIONS[conventions.correction]} "
        f"Columns with a base under {conventions.least_base} are not tested; on small bases the test finds less than there is."
    )


def _moves(surveyed: Surveyed) -> str:
    """How many answers were back-coded."""
    moves = {named(each.title): len(each.moves) for each in surveyed.questions if each.moves}
    if not moves:
        return ""
    total = sum(moves.values())
    where = "" if len(moves) > 1 else f' to "{next(iter(moves))}"'
    if surveyed.conventions.disclosure:
        return f"Some answers{where} were back-coded from what was written beside it; bases stay as they were."
    return f"{opened(_number(surveyed, total, 'answer'))}{where} {_be(surveyed, total, 'was', 'were')} back-coded from what was written beside it; bases stay as they were."


def _ranking(surveyed: Surveyed, tables: Sequence[TallyTable]) -> str:
    if not any(table.score for table in tables):
        return ""
    beside = "first choices and mean ranks" if surveyed.conventions.disclosure else PAIRS
    return f"Rankings are ordered by mean Borda points; {beside} stand beside them."


PAIRS = "first choices, mean ranks and wins pair by pair (Copeland)"


def _small(surveyed: Surveyed, tables: Sequence[TallyTable]) -> str:
    """What small bases are told as."""
    flags = {cell.flag for table in tables for row in table.rows for cell in row.cells}
    if surveyed.conventions.publication:
        return f"A base under {VERY_SMALL} has no percentage, one under {SMALL} is marked."
    if not flags - {""}:
        return ""
    if surveyed.conventions.disclosure:
        return f"Bases under {SMALL} are called small; groups under {VERY_SMALL} are named."
    return f"Bases under {SMALL} are marked *, those under {VERY_SMALL} **."


def _profile(surveyed: Surveyed) -> str:
    """What protects respondents."""
    profile = surveyed.conventions.disclosure
    if not profile:
        return ""
    return f"{RULES[profile].words} No verbatims are carried, and quotes stand only where the number behind them may be told."


def _quotes(surveyed: Surveyed, sections: Sequence[Section]) -> str:
    """How quotes and verbatims were chosen, and what is left out."""
    carried = [each.verbatims for each in sections if each.verbatims is not None]
    said = []
    if any(each.quotes for each in sections):
        said.append(
            "Quotes are chosen by rule, short ones that differ from each other; none that was flagged or looks like personal data."
        )
    left = sum(each.withheld for each in carried)
    if left:
        said.append(
            f"{_number(surveyed, left, 'answer')} {_be(surveyed, left, 'is', 'are')} not shown for the same reasons."
        )
    if any(len(each.ids) + each.withheld < each.total for each in carried):
        said.append(
            f"Of more than {count(surveyed.limit)} answers to a question, a random part is carried (seed {surveyed.seed})."
        )
    return " ".join(said)
