"""Disclosure profiles: what of a table may be printed."""

from dataclasses import fields, replace
from math import isclose
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from freetext.survey.codeframe import Codeframe, Theme, codeframe_of
from freetext.survey.codings import Source
from freetext.survey.responses import Audit, Banner, Responses
from freetext.tallies.alternatives import Ledger, Sum
from freetext.tallies.conventions import Conventions
from freetext.tallies.crosstab import tally
from freetext.tallies.disclosure import note_told, protected
from freetext.tallies.intervals import wilson
from freetext.tallies.profiles import RULES
from freetext.tallies.ranks import ranking_responses
from freetext.tallies.suppression import suppressed
from freetext.tallies.table import CellCount

NHS, ONS = RULES["nhs"], RULES["ons10"]
PLAIN = Conventions(correction="none", least_base=10, lower=True)


def tallied(*arguments, **conventions):
    """A tally."""
    return tally(*arguments, **conventions)


def made(table, profile):
    """The table as it may be printed."""
    return protected(table, profile)


def responses(given, *, kind="multi", frame=None, audit=None, source=Source.CLOSED):
    """What respondents said."""
    everybody = np.ones(len(given), dtype=bool)
    frame = frame or codeframe_of([f"t{place}" for place in range(given.shape[1])])
    sources = np.full(given.shape, source, dtype=np.uint8)
    return Responses("q", kind, frame, given, sources, everybody, everybody, audit=audit)


def asked(n, *rows, sizes=()):
    """A question of several answers: `rows` give for each theme how many of each column have it; `sizes` are the columns' bases."""
    sizes = sizes or (n,)
    given = np.zeros((sum(sizes), len(rows)), dtype=bool)
    member = np.repeat(np.eye(len(sizes), dtype=bool), sizes, axis=0)
    for theme, counts in enumerate(rows):
        for column, count in enumerate(counts):
            given[np.flatnonzero(member[:, column])[:count], theme] = True
    return responses(given), Banner("type", tuple(f"c{each}" for each in range(len(sizes))), member)


def counts(table):
    """All counts, row by row; None where one is hidden."""
    return [[cell.count for cell in row.cells] for row in table.rows]


def numbers(cell):
    """What of a cell is a number."""
    return [getattr(cell, each.name) for each in fields(CellCount) if each.name not in {"kind", "flag", "letters"}]


def test_nhs_by_hand():
    """Of 123 respondents: 3 are hidden, 0 is shown, 61 is 60 of 125, whose share and interval are those of the rounded numbers."""
    table = made(tallied(asked(123, (3,), (0,), (61,), (7,), (8,))[0]), "nhs")
    assert counts(table) == [[None], [0], [60], [None], [10]]
    assert (table.columns[0].n, table.columns[0].weighted, table.columns[0].effective) == (125, 125.0, 125.0)
    cell = table.row("t2").cells[0]
    assert cell.share == cell.raw == 60 / 125
    assert (cell.low, cell.high) == pytest.approx(wilson(60 / 125, 125))
    assert cell.audited == 125
    assert not table.weighted
    assert table.profile == "nhs"
    assert table.notes[-1] == NHS.words


def test_ons10_by_hand():
    """Of 123 respondents: under 10 are hidden, nobody, everybody and all but a few as well; the rest is exact."""
    plain = tallied(asked(123, (9,), (0,), (10,), (113,), (114,), (123,))[0])
    table = made(plain, "ons10")
    assert counts(table) == [[None], [None], [10], [113], [None], [None]]
    assert table.columns == plain.columns
    shown = table.row("t2").cells[0]
    assert replace(shown, mentions=None) == replace(plain.row("t2").cells[0], mentions=None)


def test_without_a_profile_nothing_changes():
    """No profile, no change: not one number."""
    table = tallied(asked(123, (3,), (60,))[0])
    assert made(table, "") is table


@pytest.mark.parametrize("profile", ["nhs", "ons10"])
def test_a_hidden_cell_holds_no_number(profile):
    """Of a hidden cell nothing is left: no count, share, interval, letter, mention or number of audited answers."""
    table = made(tallied(asked(123, (3,), (60,))[0]), profile)
    cell = table.rows[0].cells[0]
    assert cell.kind == "suppressed"
    assert not any(numbers(cell))
    assert (cell.letters, cell.flag) == ("", "")


@pytest.mark.parametrize(("profile", "least"), [("nhs", 8), ("ons10", 10)])
def test_a_small_base_is_hidden_with_its_column(profile, least):
    """A column with a small base shows neither base nor cells, and enough of another one goes that the base cannot be subtracted."""
    for size in (least - 1, least):
        question, split = asked(0, (30, 20, size), (15, 20, 0), sizes=(60, 40, size))
        table = made(tallied(question, banner=split), profile)
        column = table.columns[3]
        assert (column.n is None) == (size < least)
        if size < least:
            assert (column.weighted, column.effective, column.decided) == (None, None, 0)
            assert all(row.cells[3].kind == "suppressed" for row in table.rows)
            assert table.columns[0].n is not None
    assert made(tallied(asked(5, (3,), (2,))[0]), profile).columns[0].n is None


def test_an_empty_column_says_so_in_nhs():
    """A base of 0 is shown by nhs, for 0 is, and its cells stay empty; ons10 hides it."""
    question, split = asked(0, (30, 20, 0), sizes=(60, 40, 0))
    assert made(tallied(question, banner=split), "nhs").columns[3].n == 0
    assert made(tallied(question, banner=split), "ons10").columns[3].n is None


def test_letters_do_not_point_to_what_is_hidden():
    """A letter that names a column whose cell is hidden goes, one that names a shown cell stays."""
    question, split = asked(0, (80, 40, 3), (50, 50, 50), sizes=(100, 100, 100))
    plain = tallied(question, banner=split, conventions=PLAIN)
    assert [cell.letters for cell in plain.rows[0].cells] == ["", "BC", "C", ""]
    assert [cell.letters for cell in made(plain, "nhs").rows[0].cells] == ["", "B", "", ""]


def test_mentions_go_where_a_code_is_hidden():
    """The mentions of a column are the sum of its codes: they are told only where no cell is hidden, and never where counts are rounded."""
    plain = tallied(asked(123, (30,), (60,))[0])
    shown = made(plain, "ons10")
    assert (shown.mentions, shown.mean_mentions) == (plain.mentions, plain.mean_mentions)
    assert shown.rows[0].cells[0].mentions == plain.rows[0].cells[0].mentions
    for table in (made(plain, "nhs"), made(tallied(asked(123, (3,), (60,))[0]), "ons10")):
        assert (table.mentions, table.mean_mentions) == ((None,), (None,))
        assert all(cell.mentions is None for row in table.rows for cell in row.cells)


def test_mentions_go_with_few_that_are_left_out():
    """Where rows are left out of a table, its mentions less those of its rows would tell them."""
    plain = tallied(asked(123, (30,), (60,), (4,))[0])
    assert made(replace(plain, rows=plain.rows[:2]), "ons10").mentions == (None,)


@settings(max_examples=40)
@drawn(st.integers(8, 300), st.floats(0, 1), st.integers(-2, 2), st.integers(-2, 2))
def test_nhs_tells_rounded_counts_alone(n, share, more, others):
    """Two counts that round alike, of bases that round alike, print the very same table."""
    held = round(share * n)
    n2, held2 = NHS.printed(n) + more, NHS.printed(held) + others
    if min(n2, n) < 8 or min(held, held2) < 8 or max(held - n, held2 - n2) > 0 or NHS.printed(n2) != NHS.printed(n):
        return
    one, two = (made(tallied(asked(base, (count,))[0]), "nhs") for base, count in ((n, held), (n2, held2)))
    assert one == two


@settings(max_examples=40)
@drawn(st.integers(1, 400), st.floats(0, 1))
def test_shares_stay_shares(n, share):
    """Rounded shares lie in 0..1 and inside their intervals, under every profile."""
    for profile in ("nhs", "ons10"):
        cell = made(tallied(asked(n, (round(share * n),))[0]), profile).rows[0].cells[0]
        if cell.share is not None:
            assert 0 <= cell.low <= cell.share <= cell.high <= 1


@pytest.mark.parametrize("profile", ["nhs", "ons10"])
def test_weighted_tables_tell_whole_percentages(profile):
    """Counts decide, not weights; weighted shares are whole percentages, weighted bases three digits, effective ones whole numbers."""
    question, split = asked(0, (60, 3), (45, 60), sizes=(120, 130))
    weights = np.random.default_rng(0).uniform(0.3, 3, 250)
    plain = tallied(question, banner=split, weights=weights)
    table = made(plain, profile)
    assert table.weighted
    assert table.rows[0].cells[2].count is None
    for row in table.rows:
        for cell, column in zip(row.cells, table.columns, strict=True):
            if cell.count is not None:
                assert cell.share * 100 == pytest.approx(round(cell.share * 100), abs=1e-9)
                assert cell.share == cell.raw
                assert cell.weighted == pytest.approx(cell.share * column.weighted)
                assert cell.low <= cell.share <= cell.high
    for old, new in zip(plain.columns, table.columns, strict=True):
        assert new.weighted == float(f"{old.weighted * new.n / old.n:.3g}")
        assert new.effective == RULES[profile].printed(round(old.effective * new.n / old.n))


def test_the_population_stays_in_the_interval():
    """An interval that is made anew keeps its finite-population correction: where everybody answered it has no width."""
    question = asked(300, (60,), (140,))[0]
    for population in (300, 400, 1000):
        plain = tallied(question, conventions=Conventions(population=population))
        cell, old = made(plain, "nhs").rows[0].cells[0], plain.rows[0].cells[0]
        assert cell.high - cell.low == pytest.approx(old.high - old.low, rel=0.05, abs=1e-9)


def audited(n, held, read, wrong=0):
    """Codes of a machine, of which `wrong` too many, and an audit of `read` answers of 1 in so many."""
    truth = np.zeros((n, 1), dtype=bool)
    truth[:: max(1, n // held)][:held] = True
    given = truth.copy()
    given[np.flatnonzero(~truth)[:wrong]] = True
    seen = np.arange(n) % 3 == 0 if read < n else np.ones(n, dtype=bool)
    said = np.where(seen[:, None], truth, np.nan).astype(float)
    pi = np.full(n, seen.mean())
    audit = Audit(np.zeros(n, dtype=bool), seen, pi, said)
    return responses(given, kind="open", audit=audit, source=Source.MODEL)


@pytest.mark.parametrize("profile", ["nhs", "ons10"])
def test_estimates_are_widened_to_whole_percentages(profile):
    """A corrected share is a whole percentage, and its intervals hold the exact ones."""
    plain = tallied(audited(600, 120, 200, wrong=40))
    cell, old = made(plain, profile).rows[0].cells[0], plain.rows[0].cells[0]
    assert cell.kind == old.kind == "audited"
    assert cell.low <= old.low <= old.high <= cell.high
    assert cell.coding[0] <= old.coding[0] <= old.coding[1] <= cell.coding[1]
    assert cell.sampling[0] <= old.sampling[0] <= old.sampling[1] <= cell.sampling[1]
    ends = [cell.share, cell.low, cell.high, *cell.coding, *cell.sampling]
    assert all(isclose(each * 100, round(each * 100), abs_tol=1e-9) for each in ends)
    assert cell.low <= cell.share <= cell.high


@pytest.mark.parametrize("profile", ["nhs", "ons10"])
def test_an_estimate_of_few_is_hidden(profile):
    """Where an audit finds 5 of the 40 that a machine coded, the 5 are not told either."""
    plain = tallied(audited(400, 5, 400, wrong=35))
    assert plain.rows[0].cells[0].count == 40
    assert made(plain, profile).rows[0].cells[0].kind == "suppressed"


def test_scores_of_hidden_items_are_hidden():
    """With the first choices of an item go its mean rank and score; those that stay have one decimal."""
    ranks = {"a": ["1"] * 60 + ["2"] * 60, "b": ["2"] * 60 + ["1"] * 57 + ["3"] * 3, "c": ["3"] * 117 + ["1"] * 3}
    table = made(tallied(ranking_responses("issues", ranks)), "nhs")
    hidden, shown = table.row("c").cells[0], table.row("a").cells[0]
    assert (hidden.score, hidden.mean_rank) == (None, None)
    assert (shown.score, shown.mean_rank) == (1.5, 1.5)


def test_codes_without_an_interval_stay_without_one():
    """What nobody audited has a rounded share and no interval, as before."""
    question = replace(asked(123, (61,))[0], source=np.full((123, 1), Source.MODEL, dtype=np.uint8))
    cell = made(tallied(question), "nhs").rows[0].cells[0]
    assert (cell.share, cell.low, cell.kind) == (60 / 125, None, "not audited")


def test_a_percentage_that_was_not_printed_stays_unprinted():
    """In publication mode a small base has counts alone: they are rounded, and no share comes back."""
    cell = made(tallied(asked(25, (11,))[0], conventions=Conventions(publication=True)), "nhs").rows[0].cells[0]
    assert (cell.count, cell.share, cell.raw, cell.kind) == (10, None, None, "too few")


def test_the_total_is_the_same_in_every_table():
    """Which totals are hidden depends on the totals alone, so that no banner's table tells what another's hides."""
    dice = np.random.default_rng(3)
    given = dice.random((300, 6)) < (0.02, 0.1, 0.4, 0.5, 0.98, 0.03)
    alone = counts(made(tallied(responses(given)), "ons10"))
    for columns in (2, 5, 9):
        banner = Banner(
            "b", tuple(map(str, range(columns))), np.eye(columns, dtype=bool)[dice.integers(0, columns, 300)]
        )
        table = made(tallied(responses(given), banner=banner), "ons10")
        assert [row[:1] for row in counts(table)] == alone
        assert all(set(row[1:]) == {None} for row in counts(table) if row[0] is None)


def test_whoever_is_in_no_column_is_not_found_by_subtraction():
    """Four respondents in no column: ons10 hides the smallest column, so that total less columns tells nothing of four."""
    question, split = asked(0, (30, 40, 20, 2), (40, 30, 20, 1), sizes=(100, 90, 60, 4))
    table = made(tallied(question, banner=Banner("b", split.names[:3], split.member[:, :3])), "ons10")
    assert [column.n is None for column in table.columns] == [False, False, False, True]
    assert "Some of the base are in no column of b." in table.notes


def test_all_but_a_few_are_not_found_in_columns_that_overlap():
    """A column that is all but 5 tells of those 5: where columns overlap it is hidden by itself."""
    given = np.arange(200)[:, None] % 2 == 0
    member = np.ones((200, 2), dtype=bool)
    member[:5, 0] = member[:80, 1] = False
    table = made(tallied(responses(given), banner=Banner("b", ("a", "b"), member)), "ons10")
    assert [column.n for column in table.columns] == [200, None, 120]


def test_nets_do_not_give_their_parts_away():
    """Of one answer each, a net of 50 whose other part is 45 tells the 5: the other part is hidden too, or the net."""
    frame = Codeframe(
        "f", (Theme("a", 1, "A", net="n"), Theme("b", 2, "B", net="n"), Theme("c", 3, "C")), (Theme("n", 4, "N"),)
    )
    given = np.zeros((120, 3), dtype=bool)
    given[:45, 0] = given[45:50, 1] = given[50:, 2] = True
    table = made(tallied(responses(given, kind="closed", frame=frame)), "ons10")
    shown = {row.theme: row.cells[0].count for row in table.rows}
    assert shown["b"] is None
    assert None in {shown["a"], shown["n"]}


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("3 of the base are in no column of Region 3.", "Some of the base are in no column of Region 3."),
        ("1,234 of the base are in several columns of b, and count in each.", "Some of the base are in several columns of b, and count in each."),
        ("52 rows of 41 respondents: each respondent counts once.", "Some rows of some respondents: each respondent counts once."),
        ("1 is a further row of the same respondents: each respondent counts once.", "Some are further rows of the same respondents: each respondent counts once."),
        ("1 answer has a theme that coders differ on: it counts half.", "Some answers have a theme that coders differ on: it counts half."),
        ("Answers back-coded by moves.csv: 17; moves of respondents who are not in this file: 12.", "Some answers were back-coded by moves.csv."),
        ("Answers back-coded by moves.csv: 0.", "No answer was back-coded by moves.csv."),
        ("Not among the options of freetext.toml: Foo (12), Bus (9) (3), Foo2 (14) and 3 more.", "Not among the options of freetext.toml: Foo, Bus (9), Foo2 and 3 more."),
        ("Only those with type = big (9): 105 rows of 110.", "Only those with type = big (9)."),
        ("Only those with type = big: 105 rows of 110. They are taken to be the same share of the population as of all respondents: 210 of 220.", "Only those with type = big. They are taken to be the same share of the population as of all respondents."),
        ("Only those with type = big: 1 row of 1,110.", "Only those with type = big."),
        ("The weights are extreme: of respondents 41 count like 3.2 (Bus 9). Check them, or trim the largest.", "The weights are extreme. Check them, or trim the largest."),
        ("The audit was drawn without 12 of the answers, so that it says nothing.", "The audit was drawn without some of the answers, so that it says nothing."),
        ("Score: mean Borda points, 4 for a first choice down to 0 for place 5.", ""),
        ("Intervals are for a population of 60, of whom 41 are counted here.", "Intervals are for a population that the respondents are a part of."),
        ("Below 5 % of the total, and left out: Age 16-24, Bus 9.", ""),
    ],
)  # fmt: skip
def test_notes_hold_no_number_of_respondents(note, told):
    """Numbers of respondents, rows and answers are gone from a note, large ones too; percentages, places and names stay. Empty: no change."""
    assert note_told(note) == (told or note)


@pytest.mark.parametrize(
    ("rule", "count", "base", "hidden"),
    [
        (NHS, 0, 50, False), (NHS, 1, 50, True), (NHS, 7, 50, True), (NHS, 8, 50, False), (NHS, 50, 50, False),
        (ONS, 0, 50, True), (ONS, 9, 50, True), (ONS, 10, 50, False), (ONS, 40, 50, False), (ONS, 41, 50, True),
        (ONS, 50, 50, True), (ONS, 10, 20, False), (ONS, 10, 19, True),
    ],
)  # fmt: skip
def test_what_the_rules_hide(rule, count, base, hidden):
    """The nhs profile hides 1 to 7; ons10 hides under 10 and all but under 10."""
    assert rule.hides(count, base) == hidden


@settings(max_examples=60)
@drawn(st.integers(8, 10**6))
def test_a_printed_count_says_what_it_may_be(count):
    """What a reader knows of a rounded count holds the count, and all of it rounds alike."""
    low, high = NHS.between(count)
    assert low <= count <= high
    assert {NHS.printed(each) for each in range(low, high + 1)} == {NHS.printed(count)}
    assert ONS.between(count) == (count, count)


def test_an_alternative_mends_what_it_breaks():
    """Of a square with hidden corners one count can change if all four do; of a row with one hidden count nothing can."""
    across = [Sum(((0, 1), (1, 1)), 9, 9), Sum(((2, 1), (3, 1)), 9, 9)]
    down = [Sum(((0, 1), (2, 1)), 9, 9), Sum(((1, 1), (3, 1)), 9, 9)]
    nothing, endless = [0.0] * 4, [9.0] * 4
    ledger = Ledger([4, 5, 5, 4], nothing[:], endless[:], nothing[:], [*across, *down])
    assert ledger.alternative(0, 2, pay=False) == {0: 2, 1: -2, 2: -2, 3: 2}
    assert ledger.alternative(0, 6, pay=True) is None
    ledger.low[3] = ledger.high[3] = 4
    ledger.price[3] = 1.0
    assert ledger.alternative(0, 2, pay=False) is None
    assert ledger.alternative(0, 2, pay=True) == {0: 2, 1: -2, 2: -2, 3: 2}
    assert ledger.counts == [4, 5, 5, 4]


def test_hiding_more_is_cheap_first():
    """The partner of a small count is the smallest that protects it, not the largest."""
    question, split = asked(0, (3, 60, 25, 40), (40, 40, 40, 40), sizes=(100, 100, 100, 100))
    hidden = suppressed(tallied(question, banner=split), ONS)
    assert hidden.cells[0].tolist() == [False, True, False, True, False]
    assert not hidden.cells[1].any()
    assert not hidden.columns.any()


@pytest.mark.parametrize("profile", ["nhs", "ons10"])
def test_a_table_of_a_report_is_quick(profile):
    """Twenty rows by twelve columns of one answer each take well under a second or two."""
    dice = np.random.default_rng(1)
    given = np.eye(20, dtype=bool)[dice.choice(20, 3000, p=dice.dirichlet(np.ones(20)))]
    split = Banner("b", tuple(map(str, range(12))), np.eye(12, dtype=bool)[dice.integers(0, 12, 3000)])
    table = tallied(responses(given, kind="closed"), banner=split)
    start = perf_counter()
    assert made(table, profile).profile == profile
    assert perf_counter() - start < 2
