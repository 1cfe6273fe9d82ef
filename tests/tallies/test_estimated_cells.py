"""Cells of a table where a machine coded and people audited."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import InputError
from freetext.show.notes import footnotes
from freetext.survey.codeframe import Codeframe, Theme, codeframe_of
from freetext.survey.codings import Source
from freetext.survey.responses import Audit, Banner, Responses
from freetext.tallies.banners import banner_of
from freetext.tallies.conventions import Conventions
from freetext.tallies.crosstab import table_of, tally
from freetext.tallies.options import closed_responses
from freetext.tallies.prevalence import estimate
from freetext.tallies.sums import SCALE, sums_of

FRAME = Codeframe(
    "why",
    (
        Theme("money", 1, "Money", net="means"),
        Theme("staff", 2, "Staff", net="means"),
        Theme("none", 9, "None", reserved="none"),
    ),
    (Theme("means", 20, "Means"),),
)


def coded(n, audited, *, known=0, seed=1, frame=FRAME):
    """`n` answers by a machine that errs, of which the first `known` and then the next `audited` were read by people."""
    rng, k = np.random.default_rng(seed), len(frame)
    truth = rng.random((n, k)) < [0.3, 0.2, 0.1][:k]
    scores = np.clip(0.7 * truth + 0.3 * rng.random((n, k)), 0, 1)
    read = np.arange(n) < known + audited
    given_ = np.where(read[:, None], truth, scores > 0.5)
    source = np.where(read[:, None], Source.HUMAN, Source.MODEL).astype(np.uint8).repeat(k, axis=1)
    first = np.arange(n) < known
    pi = np.full(n, audited / max(1, n - known))
    audit = Audit(first, read & ~first, pi, np.where(read[:, None], truth, np.nan).astype(float), scores)
    everybody = np.ones(n, dtype=bool)
    return Responses("q", "open", frame, given_, source, everybody, everybody, audit=audit)


def cells_in(table, slug):
    """The cells of a row, from the total on."""
    return table.row(slug).cells


def test_a_cell_is_the_estimate_of_its_sums():
    """An audited cell has the share and the intervals of the estimate, its own codes' share beside it, and how many were read."""
    responses = coded(400, 80, known=20)
    sums = sums_of(responses)
    found = estimate(sums.cells[1, 0])
    cell = cells_in(table_of(sums), "money")[0]
    assert found is not None
    assert (cell.share, (cell.low, cell.high), cell.coding, cell.sampling) == (
        found.share, found.total, found.coding, found.sampling,
    )  # fmt: skip
    assert (cell.kind, cell.audited, cell.count) == ("audited", 100, int(responses.given[:, 0].sum()))
    assert cell.raw == responses.given[:, 0].mean()


def test_strata_are_bands_of_the_score_by_probability():
    """The known stand by themselves, the rest by the bands of the score (edges .1 and .5) and the probability; truths count twice."""
    audit = Audit(
        known=np.array([1, 0, 0, 0, 0, 0], bool),
        audited=np.array([0, 1, 1, 0, 0, 1], bool),
        pi=np.array([1, 0.5, 0.5, 0.5, 0.25, 1.0]),
        truth=np.array([[0.5], [1], [0], [np.nan], [np.nan], [1]]),
        scores=np.array([[0.9], [0.1], [0.09], [0.5], [0.5], [0.0]]),
    )
    everybody = np.ones(6, dtype=bool)
    given_, source = np.zeros((6, 1), bool), np.ones((6, 1), np.uint8)
    responses = Responses("q", "open", codeframe_of(["a"]), given_, source, everybody, everybody, audit=audit)
    cell = sums_of(responses, weights=[1, 2, 3, 4, 5, 6]).cells[0, 0]
    known = cell.known
    assert (known.n, known.weight // SCALE, known.given // SCALE) == (2, 7, 13)
    strata = [
        (
            each.band,
            each.pi,
            each.n,
            each.weight // SCALE,
            each.audited,
            each.a // SCALE,
            each.a2 // SCALE**2,
            each.given // SCALE,
        )
        for each in cell.strata
    ]
    assert strata == [
        (0, 0.5, 1, 3, 1, 3, 9, 0), (1, 0.5, 1, 2, 1, 2, 4, 4), (2, 0.25, 1, 5, 0, 0, 0, 0), (2, 0.5, 1, 4, 0, 0, 0, 0),
    ]  # fmt: skip


def test_those_who_did_not_answer_are_known_not_to_have_the_theme():
    """In the base of all asked, silence is no machine's decision: it is known, with a truth of 0."""
    responses = coded(100, 50)
    silent = np.arange(100) >= 90
    responses = replace(responses, answered=~silent, given=responses.given & ~silent[:, None])
    known = sums_of(responses, base="asked").cells[1, 0].known
    assert (known.n, known.given) == (10, 0)


def test_without_scores_there_is_one_band():
    """Where a model gave no scores all of one probability are one stratum."""
    responses = coded(60, 30)
    audit = replace(responses.audit, scores=None)
    assert len(sums_of(replace(responses, audit=audit)).cells[1, 0].strata) == 1


def test_a_missing_score_has_a_band_of_its_own():
    """An answer without a score is not taken for one of score 0."""
    responses = coded(60, 30)
    assert responses.audit is not None
    scores = np.full_like(responses.audit.scores, np.nan)
    scores[:30] = 0.0
    audit = replace(responses.audit, scores=scores)
    assert [each.band for each in sums_of(replace(responses, audit=audit)).cells[1, 0].strata] == [0, 3]


@pytest.mark.parametrize(
    ("n", "audited", "kind", "read"),
    [(200, 29, "audit too small", 29), (200, 30, "audited", 30), (20, 20, "wilson", 20), (200, 0, "not audited", 0)],
)
def test_the_kind_of_a_cell(n, audited, kind, read):
    """Thirty audited answers make an estimate; fewer are said to be too few, none to be none; all read is an exact count."""
    cell = cells_in(tally(coded(n, audited)), "money")[0]
    assert (cell.kind, cell.audited, cell.low is None) == (kind, read, kind not in {"audited", "wilson"})
    if kind != "audited":
        assert cell.share == cell.raw


def test_a_column_needs_an_audit_of_its_own():
    """The total's audit says nothing of a column in which too few were read."""
    kinds = ["x"] * 20 + ["y"] * 180
    cells = cells_in(tally(coded(200, 60), banner=banner_of("k", kinds)), "money")
    assert [cell.kind for cell in cells] == ["audited", "wilson", "audited"]
    kinds = ["y"] * 60 + ["x"] * 140
    cells = cells_in(tally(coded(200, 60), banner=banner_of("k", kinds)), "money")
    assert [(cell.kind, cell.audited) for cell in cells] == [("audited", 60), ("wilson", 60), ("audit too small", 0)]


def test_everything_read_leaves_the_coding_no_width():
    """With every answer read the share is the exact count, and only sampling is uncertain."""
    responses = coded(50, 30, known=20)
    cell = cells_in(tally(responses), "money")[0]
    share = responses.given[:, 0].mean()
    assert (cell.share, cell.coding, cell.kind) == (share, (share, share), "wilson")


def test_codes_kept_beside_a_full_audit_are_corrected():
    """Where the machine's codes stay in the file though all were read, people's are the share and the machine's `raw`."""
    responses = coded(60, 60)
    responses = replace(responses, given=~responses.given, source=np.ones_like(responses.source))
    cell = cells_in(tally(responses), "money")[0]
    assert (cell.kind, cell.coding) == ("audited", (cell.share, cell.share))
    assert cell.share == pytest.approx(1 - cell.raw)


def test_what_the_audit_was_drawn_without_is_not_audited():
    """Answers that could not be drawn leave the shares they count in without an interval, and a note says how many they are."""
    responses = coded(200, 60)
    late = np.arange(200) >= 190
    audit = replace(responses.audit, pi=np.where(late, 0.0, responses.audit.pi))
    table = tally(replace(responses, audit=audit))
    assert cells_in(table, "money")[0].kind == "not audited"
    assert "without 10 of the answers" in table.notes[0]


def test_a_substantive_base_by_machine_is_not_audited():
    """Where a machine decides who is in the base no audit of themes helps, and the reason is a note."""
    table = tally(coded(200, 60), base="substantive")
    assert cells_in(table, "money")[0].kind == "not audited"
    assert "base itself rests on machine codes" in table.notes[0]
    assert "an audit of single themes cannot correct: --base answered" in table.notes[0]
    assert not any("nobody knows yet" in note for note in footnotes(table))
    assert any("the audit cannot correct shares of this base" in note for note in footnotes(table))
    bare = tally(coded(200, 0), base="substantive")
    assert any("nobody knows yet" in note for note in footnotes(bare))


def test_a_net_is_never_below_its_largest_part():
    """A net estimated below one of its parts is raised to it, bounds and all, and a note names net and column."""
    below = tally(found_below())
    net, child = cells_in(below, "means")[0], cells_in(below, "money")[0]
    assert net.share == child.share
    assert net.low >= child.low
    assert net.high >= child.high
    assert "raised to it: Means (Total)" in below.notes[-1]


def found_below():
    """An audit in which a net has what one of its parts has and another's scores mislead it: its own strata put it below that part."""
    for seed in range(50):
        responses = coded(200, 40, seed=seed)
        truth, scores = responses.audit.truth.copy(), responses.audit.scores.copy()
        truth[:40, 1], scores[:, 1] = 0.0, np.random.default_rng(seed).random(200)
        responses = replace(responses, audit=replace(responses.audit, truth=truth, scores=scores))
        sums = sums_of(responses)
        net, part = (estimate(sums.cells[row, 0]) for row in (0, 1))
        if net and part and net.share < part.share - 0.001:
            return responses
    raise AssertionError("no net came out below its part")


@settings(max_examples=25)
@given(st.integers(0, 10_000), st.integers(30, 90), st.floats(0.1, 5))
def test_shares_lie_in_their_intervals_and_nets_above_their_parts(seed, audited, spread):
    """Whatever the audit, shares lie in 0..1 inside their intervals, nets at or above their parts, mentions add up to 1."""
    responses = coded(120, audited, seed=seed)
    weights = np.random.default_rng(seed).lognormal(0, spread / 5, 120)
    banner = Banner("b", ("x", "y"), np.random.default_rng(seed + 1).random((120, 2)) < 0.6)
    table = tally(responses, banner=banner, weights=weights)
    for row in table.rows:
        for cell in cells_in(table, row.theme):
            assert 0 <= cell.share <= 1
            if cell.low is not None:
                assert cell.low <= cell.share <= cell.high
                assert cell.coding[0] <= cell.share <= cell.coding[1]
    for column in range(3):
        cells = [cells_in(table, slug)[column] for slug in ("means", "money", "staff")]
        assert cells[0].share >= max(cell.share for cell in cells[1:])
        assert cells[0].mentions is None
        assert sum(cell.mentions for cell in cells[1:]) == pytest.approx(1)
        if cells[1].kind == "audited":
            assert table.mean_mentions[column] == pytest.approx(sum(cell.share for cell in cells[1:]))


def test_reserved_codes_are_no_mentions():
    """None has no share of mentions, and takes none from the others; "other" has one."""
    said = closed_responses("q", ["a", "misc", "nil", "a"], reserved=[("nil", "none"), ("misc", "other")])
    cells = {row.name: row.cells[0].mentions for row in tally(said).rows}
    assert cells == {"a": pytest.approx(2 / 3), "misc": pytest.approx(1 / 3), "nil": None}


def test_a_population_narrows_the_intervals():
    """Half of the population leaves sampling half of its variance, in a column as in the total; all of it leaves none."""
    said, banner = closed_responses("q", ["a", "b"] * 20), banner_of("k", ["x"] * 20 + ["y"] * 20)
    plain, half, whole = (
        tally(said, banner=banner, conventions=Conventions(population=size)) for size in (None, 80, 40)
    )
    ours, theirs = cells_in(half, "a"), cells_in(tally(closed_responses("q", ["a", "b"] * 40)), "a")
    assert (ours[0].low, ours[0].high) == pytest.approx((theirs[0].low, theirs[0].high))
    assert [cell.low < other.low for cell, other in zip(cells_in(plain, "a"), ours, strict=True)] == [True] * 3
    assert [(cell.low, cell.high) for cell in cells_in(whole, "a")] == [(0.5, 0.5)] * 3
    assert "population of 80" in half.notes[0]
    assert "Each column" in half.notes[0]


def test_a_population_narrows_an_audited_share_too():
    """The sampling interval of an audited share knows of the population; where all answered, only the coding is uncertain."""
    responses = coded(200, 60)
    cell = cells_in(tally(responses, conventions=Conventions(population=200)), "money")[0]
    assert cell.sampling == (cell.share, cell.share)
    assert (cell.low, cell.high) == pytest.approx(cell.coding)


def test_a_population_below_the_respondents_is_refused():
    """Nobody can draw more than there are; the message names the option."""
    with pytest.raises(InputError, match=r"population of 2 is smaller than the 3 respondents of 'q'.*--population"):
        tally(closed_responses("q", ["a", "b", "a"]), conventions=Conventions(population=2))


def test_a_column_says_how_many_people_decided():
    """`decided` counts answers of which people decided every code, known or audited."""
    assert tally(coded(200, 60, known=11)).columns[0].decided == 71
    assert tally(closed_responses("q", ["a", "b"])).columns[0].decided == 2
