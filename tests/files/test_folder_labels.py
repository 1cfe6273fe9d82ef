"""People's decisions on the answers of a folder."""

from dataclasses import fields, replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.tallies.frames import LAWFUL as FRAME

from freetext.files.auditing.audits import overruled_by
from freetext.files.coding.candidate_rows import Lane
from freetext.files.coding.coded_batches import CodedBatch, CodedPart
from freetext.files.parts.folder_candidates import LabelledAnswers, LabelledCandidates
from freetext.files.parts.folder_ground import Ground
from freetext.files.parts.folder_labels import corrected
from freetext.files.parts.folder_sums import joined_sums
from freetext.files.parts.part_counts import SumsPlan
from freetext.files.parts.part_splits import Split
from freetext.files.parts.part_sums import SumsMaker
from freetext.files.tabular.tables import Table
from freetext.survey.codings import Codings
from freetext.survey.labels import Settled
from freetext.survey.responses import Audit, Responses
from freetext.tallies.banners import banner_of
from freetext.tallies.conventions import Conventions
from freetext.tallies.crosstab import tally_sums
from freetext.tallies.sums import sums_of

SIZE = len(FRAME)


@st.composite
def folders(draw):
    """Coded rows in parts, some of which people have decided: known, or audited up to a reach, or of no use."""
    n, random = draw(st.integers(1, 30)), np.random.default_rng(draw(st.integers(0, 9_999)))
    blank = random.random(n) < 0.2
    chosen = (random.random((n, SIZE)) < 0.3) & ~blank[:, None]
    source = np.ones((n, SIZE), dtype=np.uint8)
    source[random.random((n, SIZE)) < 0.2] = random.choice([2, 3])
    source[(random.random(n) < 0.2) | blank] = 3
    codings = Codings(FRAME, chosen, source, blank, random.random((n, SIZE), dtype=np.float32), ("",) * n)
    area = random.choice(["north", "south", "", "west;north"], n).tolist()
    weights = random.choice(["0.5", "3", "0.1"], n).tolist()
    table = Table("in.csv", ("said", "area", "w"), (["text"] * n, area, weights), n)
    whole = CodedBatch(table, 0, (CodedPart("said", "q", None, ":q", None, codings),))
    decided = (random.random(n) < 0.5) & ~blank
    themes = random.choice(["money", "staff", "law", "none"], n).tolist()
    disputed = [("law",) if each != "law" and random.random() < 0.2 else () for each in themes]
    settled = [
        Settled((theme,), disputed=odd) if told else None
        for theme, odd, told in zip(themes, disputed, decided.tolist(), strict=True)
    ]
    kinds = random.choice(["known", "audited", "unused"], n)
    reach = draw(st.sampled_from([0.0, 0.25, 1.0]))
    return whole, settled, decided & (kinds == "known"), decided & (kinds == "audited") & (reach > 0), reach


def statistics_of(whole, plan, part):
    """The statistics of rows in parts, put together."""
    parts = []
    for number in sorted(set(part.tolist())):
        maker = SumsMaker(plan)
        maker.add(taken(whole, np.flatnonzero(part == number)))
        parts.append(maker.sums())
    return joined_sums(parts)


def taken(batch, rows):
    """Some rows of a coded batch."""
    (part,), table = batch.parts, batch.table
    columns = tuple([column[row] for row in rows.tolist()] for column in table.columns)
    one = part.codings
    codings = replace(
        one,
        chosen=one.chosen[rows],
        source=one.source[rows],
        blank=one.blank[rows],
        scores=one.scores[rows],
        why=("",) * len(rows),
    )
    return CodedBatch(replace(table, columns=columns, size=len(rows)), 0, (replace(part, codings=codings),))


def audited_whole(batch, settled, known, audited, reach):
    """All rows as one survey, with people's codes in their places and the audit that the folder has."""
    codings = batch.parts[0].codings
    n = len(codings)
    asked = np.ones(n, dtype=bool)
    written = np.where(codings.chosen | (codings.source == 3).all(axis=1)[:, None], codings.source, 1).astype(np.uint8)
    before = Responses("q", "open", FRAME, codings.chosen, written, asked, ~codings.blank)
    after, truth = overruled_by(before, {row: each for row, each in enumerate(settled) if each is not None})
    by_people = (codings.source == 3).all(axis=1) & np.array([each is None for each in settled])
    sure = known | by_people | codings.blank
    truth[by_people | codings.blank] = before.given[by_people | codings.blank]
    scores = codings.scores.astype(np.float64)
    if not (audited.any() or sure.all()):  # nobody audited anything
        return after
    return replace(after, audit=Audit(sure, audited, np.full(n, reach), truth, scores))


def differing(one, other):
    """The fields in which two sums differ."""
    names = [each.name for each in fields(one) if each.name != "notes"]
    return [name for name in names if not same(getattr(one, name), getattr(other, name))]


def same(one, other):
    return bool((one == other).all()) if isinstance(one, np.ndarray) else one == other


@settings(max_examples=60, deadline=None)
@given(
    folders(), st.sampled_from(["asked", "answered", "substantive"]), st.booleans(), st.randoms(use_true_random=False)
)
def test_decisions_make_the_sums_of_the_whole_with_its_audit(folder, base, split, random):
    """Parts, without the decided rows as they were coded, and with them as people said, are the sums of the whole with the same audit."""
    whole, settled, known, audited, reach = folder
    plan = SumsPlan((Split("area", "area"),), weight="w")
    sums = statistics_of(whole, plan, np.array([random.randrange(3) for _ in settled]))
    rows = np.flatnonzero([each is not None for each in settled])
    lane = Lane("said", ":q", FRAME.digest, FRAME.name, FRAME.slugs)
    said = tuple(settled[row] for row in rows.tolist())
    people = LabelledAnswers(
        lane, ("q",) * len(rows), said, known[rows], audited[rows], whole.parts[0].codings.scores[rows], {"q": reach}
    )
    labelled = LabelledCandidates(taken(whole, rows).whole(), np.zeros(len(rows)), (people,))
    inside = np.ones(len(rows), dtype=bool)
    found = corrected(sums.statistics[0], labelled, people, Ground(sums, Conventions()), inside)
    cube = sums.statistics[0].banners.get("area")
    columns = cube.names if cube else ()
    banner = banner_of("area", whole.table.columns[1], options=columns, separator=";") if columns else None
    weights = np.array([float(each) for each in whole.table.columns[2]])
    expected = sums_of(
        audited_whole(whole, settled, known, audited, reach),
        banner=banner if split else None,
        weights=weights,
        base=base,
    )
    got = found.sums("area" if split and banner else "", columns, base)
    if audited.any():  # else a folder has its cells by bands of the score, though nothing is known of any
        assert differing(got, expected) == []
    assert tally_sums(replace(got, notes=())) == tally_sums(expected)
