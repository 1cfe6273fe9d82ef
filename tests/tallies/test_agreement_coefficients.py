"""Coefficients of agreement against other people's code and published figures."""

import krippendorff
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn.metrics import cohen_kappa_score

from freetext.tallies.bootstrap import none_seen, percentiles, weights_drawn
from freetext.tallies.coefficients import coefficients, set_alpha
from freetext.tallies.set_distances import jaccard, masi, sets_named

GWET = [[13, 0, 0], [0, 20, 7], [0, 4, 56]]
"""Gwet's two raters and three categories, one a row and the other a column: `irrCAC::cont3x3abstractors`."""

FOUR = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
    [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
]
"""Krippendorff's four observers, twelve units and five values (0 is missing): `irrCAC::cac.raw4raters`."""


def once(values):
    """Weights that count each answer once."""
    return np.ones((1, values.shape[1]))


def from_table(table):
    """Two coders' values (2, n, 1) of a contingency table."""
    pairs = [(i, j) for i, row in enumerate(table) for j, count in enumerate(row) for _ in range(count)]
    return np.array(pairs).T[:, :, None]


def test_three_categories_have_the_recorded_ac1():
    """AC1 of irrCAC's contingency table of three categories is its .84933; kappa and alpha are scikit-learn's and krippendorff's."""
    values = from_table(GWET)
    found = coefficients(values, once(values), categories=3)
    assert round(float(found.ac1[0, 0]), 5) == 0.84933
    assert found.kappa[0, 0] == pytest.approx(cohen_kappa_score(values[0, :, 0], values[1, :, 0]), abs=1e-9)
    nominal = krippendorff.alpha(values[:, :, 0].astype(float), level_of_measurement="nominal")
    assert found.alpha[0, 0] == pytest.approx(nominal, abs=1e-9)


def test_four_coders_with_missing_values_have_the_published_figures():
    """Alpha of Krippendorff's example is .743 and AC1 irrCAC's .77544, with missing values and an answer that one coder coded."""
    values = np.array(FOUR)[:, :, None] - 1
    found = coefficients(values, once(values), categories=5)
    assert round(float(found.alpha[0, 0]), 3) == 0.743
    assert round(float(found.ac1[0, 0]), 5) == 0.77544
    assert np.isnan(found.kappa[0, 0])


@st.composite
def codings(draw):
    """What two to four coders said of up to 14 answers in two or three categories about two things, -1 where nothing."""
    categories = draw(st.integers(2, 3))
    shape = (draw(st.integers(2, 4)), draw(st.integers(1, 14)), 2)
    return draw(arrays(np.int64, shape, elements=st.integers(-1, categories - 1))), categories


@settings(max_examples=80)
@given(codings())
def test_alpha_and_kappa_are_those_of_the_oracles(drawn):
    """Nominal alpha is krippendorff's for any coders with missing values, kappa scikit-learn's; both are nan where undefined."""
    values, categories = drawn
    found = coefficients(values, once(values), categories=categories)
    for thing in range(2):
        said = values[:, :, thing]
        counts = np.array([[(column == value).sum() for value in range(categories)] for column in said.T])
        pairable = counts[counts.sum(axis=1) > 1]
        if len(pairable) and (pairable.sum(axis=0) > 0).sum() > 1:
            expected = krippendorff.alpha(value_counts=counts, level_of_measurement="nominal")
            assert found.alpha[0, thing] == pytest.approx(expected, abs=1e-9)
        else:
            assert np.isnan(found.alpha[0, thing])
        both = (said >= 0).all(axis=0)
        if len(said) == 2 and len(set(said[:, both].ravel())) > 1:
            expected = cohen_kappa_score(*said[:, both])
            assert found.kappa[0, thing] == pytest.approx(expected, abs=1e-9)
        else:
            assert np.isnan(found.kappa[0, thing])


@settings(max_examples=40)
@given(codings(), st.integers(0, 3))
def test_a_weight_is_a_repeated_answer(drawn, seed):
    """An answer that counts twice is an answer that stands twice."""
    values, categories = drawn
    times = np.random.default_rng(seed).integers(0, 3, values.shape[1])
    weighed = coefficients(values, times[None, :].astype(float), categories=categories)
    repeated = np.repeat(values, times, axis=1)
    again = coefficients(repeated, once(repeated), categories=categories)
    for name in ("alpha", "kappa", "ac1", "positive"):
        np.testing.assert_allclose(getattr(weighed, name), getattr(again, name), atol=1e-9)


def test_positive_agreement_is_its_formula():
    """Two coders: 2a / (2a + b + c); three: of all ordered pairs whose first said 1, the share whose second did."""
    two = from_table([[50, 3], [2, 5]])
    assert coefficients(two, once(two)).positive[0, 0] == pytest.approx(2 * 5 / (2 * 5 + 3 + 2))
    three = np.array([[1, 1, 0], [1, 0, 0], [1, 0, -1]])[:, :, None]
    assert coefficients(three, once(three)).positive[0, 0] == pytest.approx(6 / (6 + 2))


def test_a_rare_theme_collapses_alpha_and_not_ac1():
    """With 93 % agreement on a rare theme alpha is low, AC1 and positive agreement say why: they must stand side by side."""
    values = from_table([[90, 3], [4, 3]])
    found = coefficients(values, once(values))
    assert found.alpha[0, 0] < 0.5 < found.ac1[0, 0]
    assert found.positive[0, 0] == pytest.approx(6 / 13)


def test_doubt_adds_answers_on_which_one_coder_differs():
    """A share of doubtful answers lowers each figure as that many disagreements would, marginals left alone."""
    values = from_table([[60, 0], [0, 40]])
    sure, doubtful = (coefficients(values, once(values), doubt=doubt) for doubt in (0.0, 0.05))
    assert (sure.alpha[0, 0], sure.kappa[0, 0], sure.ac1[0, 0], sure.positive[0, 0]) == (1, 1, 1, 1)
    assert doubtful.kappa[0, 0] == pytest.approx((0.95 - 0.52) / (1 - 0.52))
    assert doubtful.ac1[0, 0] == pytest.approx((0.95 - 0.48) / (1 - 0.48))
    assert doubtful.positive[0, 0] == pytest.approx(80 / 85)
    assert doubtful.alpha[0, 0] == pytest.approx(1 - 5 * 199 / (80 * 120))


def set_distance(kind, one, other):
    """The distance of two sets, written out."""
    shared, either = len(one & other), len(one | other)
    if not either:
        return 0.0
    weight = 1 if one == other else 2 / 3 if one <= other or other <= one else 1 / 3 if shared else 0
    return 1 - (weight if kind == "masi" else 1) * shared / either


@settings(max_examples=60)
@given(st.data())
def test_alpha_of_sets_is_krippendorffs_with_that_distance(data):
    """Alpha with MASI and with Jaccard distance is krippendorff's with the same metric, for any coders with missing values."""
    shape = (data.draw(st.integers(2, 3)), data.draw(st.integers(1, 12)))
    given_ = data.draw(arrays(np.bool_, (*shape, 3)))
    said = data.draw(arrays(np.bool_, shape))
    values, sets = sets_named(given_, said)
    plain = [frozenset(np.flatnonzero(row).tolist()) for row in sets]
    counts = np.array([[(column == place).sum() for place in range(len(sets))] for column in values.T]).reshape(
        shape[1], len(sets)
    )
    pairable = counts[counts.sum(axis=1) > 1]
    for kind, distances in (("masi", masi(sets)), ("jaccard", jaccard(sets))):
        expected = np.array([[set_distance(kind, one, other) for other in plain] for one in plain])
        np.testing.assert_allclose(distances, expected.reshape(distances.shape), atol=1e-12)
        found = set_alpha(values, distances, once(values))[0]
        if not len(pairable) or (pairable.sum(axis=0) > 0).sum() < 2:
            assert np.isnan(found)
            continue

        def metric(v1, v2, i1, i2, n_v, dtype=float, table=distances):
            return table[i1, i2]

        oracle = krippendorff.alpha(value_counts=counts, level_of_measurement=metric)
        assert found == pytest.approx(oracle, abs=1e-9)


def test_a_draw_is_as_many_answers_drawn_again():
    """Every draw holds as many answers as there are, batches make one stream, and the same seed draws the same."""
    counts = np.array([5, 0, 3])
    whole = np.concatenate(list(weights_drawn(counts, 40, 1)))
    assert whole.shape == (40, 3)
    assert (whole.sum(axis=1) == 8).all()
    assert (whole[:, 1] == 0).all()
    parts = list(weights_drawn(counts, 40, 1, wide=400_000))
    assert len(parts) == 4
    np.testing.assert_array_equal(np.concatenate(parts), whole)
    assert list(weights_drawn(np.zeros(0, dtype=np.int64), 40, 1)) == []


def test_an_interval_wants_draws_in_which_the_figure_is_defined():
    """Percentiles leave undefined draws out, and there is no interval where most are undefined."""
    assert percentiles(np.array([0.0, 1.0, np.nan])) == pytest.approx((0.025, 0.975))
    assert percentiles(np.array([1.0, np.nan, np.nan])) is None
    assert percentiles(np.empty(0)) is None


def test_the_rule_of_three():
    """Without a single case among n answers, about 3 / n are still possible; without answers anything is."""
    assert none_seen(300) == pytest.approx(3 / 300, rel=0.01)
    assert none_seen(0) == 1
