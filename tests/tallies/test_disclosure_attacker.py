"""A reader with a computer, who tries to undo what a disclosure profile hides."""

from dataclasses import dataclass, replace

import numpy as np
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.codings import Source
from freetext.survey.responses import Banner, Responses
from freetext.tallies.crosstab import tally
from freetext.tallies.disclosure import protected
from freetext.tallies.profiles import RULES

TRUST = {"nhs": (3, 3), "ons10": (5, 10)}
"""How many of the small counts, and how many counts at all, a hidden one must be able to be."""


@dataclass
class Survey:
    """Respondents, and what everybody knows of the question: who can be in several columns, who can have several codes."""

    responses: Responses
    banner: Banner | None
    weights: np.ndarray | None

    def table(self, *, banner=True):
        """The table as it is counted."""
        return tally(self.responses, banner=self.banner if banner else None, weights=self.weights)


def survey(seed, *, kind, n, columns, themes, overlap=False, blank=0.0, weighted=False, nets=False):
    """Invent a survey: `kind` is closed (one code each), multi or open (several, or a reserved one alone)."""
    dice = np.random.default_rng(seed)
    frame = codeframe(themes, reserved=kind == "open", nets=nets)
    shares = dice.dirichlet(np.full(themes, 0.7))
    given = np.zeros((n, len(frame)), dtype=bool)
    if kind == "closed":
        given[np.arange(n), dice.choice(themes, n, p=shares)] = True
        given[dice.random(n) < dice.choice([0.0, 0.05])] = False
    else:
        given[:, :themes] = dice.random((n, themes)) < np.minimum(0.95, shares * dice.choice([1.0, 2.0]))
        nobody = ~given.any(axis=1)
        if kind == "open":
            given[nobody, themes] = True
        else:
            given[nobody, dice.integers(0, themes, n)[nobody]] = True
    banner = None
    if columns:
        member = np.zeros((n, columns), dtype=bool)
        member[np.arange(n), dice.choice(columns, n, p=dice.dirichlet(np.full(columns, 1.5)))] = True
        member[dice.random(n) < blank] = False
        if overlap:
            member |= dice.random((n, columns)) < 0.2
        banner = Banner("type", tuple(f"c{each}" for each in range(columns)), member)
    everybody, source = np.ones(n, dtype=bool), np.full(given.shape, Source.CLOSED, dtype=np.uint8)
    responses = Responses("q", kind, frame, given, source, everybody, everybody)
    return Survey(responses, banner, dice.uniform(0.3, 3, n) if weighted else None)


def codeframe(themes, *, reserved, nets):
    """A frame of so many themes, with a net over the first two, a net over that and the third, and a reserved code."""
    below = {0: "inner", 1: "inner", 2: "outer"} if nets else {}
    codes = [Theme(f"t{each}", each + 1, f"T{each}", net=below.get(each, "")) for each in range(themes)]
    codes += [Theme("none", 90, "None", reserved="none")] if reserved else []
    parents = (Theme("outer", 101, "Outer"), Theme("inner", 102, "Inner", net="outer")) if nets else ()
    return Codeframe("frame", tuple(codes), parents)


class Attacker:
    """Knows every number that is printed, how they were rounded, and all that adds up; asks a solver what a hidden one can be."""

    def __init__(self, survey, table, rule):
        self.rule, self.columns, self.rows = rule, table.columns, table.rows
        member = survey.banner.member if survey.banner else np.zeros((len(survey.responses), 0), dtype=bool)
        self.overlap = bool((member.sum(axis=1) > 1).any())
        self.nobody = survey.banner is not None and bool((member.sum(axis=1) == 0).any())
        given = survey.responses.given
        self.single = bool((given.sum(axis=1) <= 1).all())
        self.coded = bool(given.any(axis=1).all())
        self.width = len(self.columns) + self.nobody
        self.height = 1 + len(self.rows) + (self.single and not self.coded)
        self.low, self.high = np.zeros((self.height, self.width)), np.full((self.height, self.width), 10.0 * len(given))
        self.sums, self.least, self.most = [], [], []
        self._read(table)
        self._reckon()

    def _read(self, table):
        for column, each in enumerate(table.columns):
            self._know(0, column, each.n)
        for row, each in enumerate(table.rows, start=1):
            for column, cell in enumerate(each.cells):
                self._know(row, column, cell.count)

    def _know(self, row, column, number):
        if number is None:
            return
        loose = self.rule.step // 2 if number else 0
        self.low[row, column] = max(number - loose, self.rule.least if self.rule.step > 1 and number else 0)
        self.high[row, column] = number + loose

    def _sum(self, members, least, most):
        line = np.zeros((self.height, self.width))
        for row, column, sign in members:
            line[row, column] += sign
        self.sums.append(line.ravel())
        self.least.append(least)
        self.most.append(most)

    def _reckon(self):
        for column in range(self.width):
            self._down(column)
        if len(self.columns) == 1:
            return
        for row in range(self.height):
            across = [(row, column, 1) for column in range(1, self.width)]
            if not self.overlap:
                self._sum([*across, (row, 0, -1)], 0, 0)
                continue
            for part in across:
                self._sum([part, (row, 0, -1)], -np.inf, 0)
            self._sum([*across, (row, 0, -1)], 0, np.inf)

    def _down(self, column):
        below: dict[int, list[int]] = {0: []}
        above = [(0, -1)]
        for place, row in enumerate(self.rows, start=1):
            while above[-1][1] >= row.depth:
                above.pop()
            below.setdefault(above[-1][0], []).append(place)
            above.append((place, row.depth))
        nets = [place for place, row in enumerate(self.rows, start=1) if row.net]
        leaves = [place for place, row in enumerate(self.rows, start=1) if not row.net]
        alone = [place for place, row in enumerate(self.rows, start=1) if row.reserved]
        if self.single:
            below[0] += [self.height - 1] if not self.coded else []
            for parent in (0, *nets):
                self._sum([*((row, column, 1) for row in below[parent]), (parent, column, -1)], 0, 0)
            return
        for parent in (0, *nets):
            for row in below[parent]:
                extra = [each for each in alone if each != row] if parent == 0 else []
                self._sum([(parent, column, 1), *((each, column, -1) for each in (row, *extra))], 0, np.inf)
            if parent:
                self._sum([*((row, column, 1) for row in below[parent]), (parent, column, -1)], 0, np.inf)
        if self.coded:
            self._sum([*((row, column, 1) for row in leaves), (0, column, -1)], 0, np.inf)

    def bounds(self, members):
        """The least and the most that the sum of some counts can be."""
        aim = np.zeros((self.height, self.width))
        for row, column in members:
            aim[row, column] = 1
        found = []
        for sign in (1, -1):
            found += [round(sign * self._least(sign * aim.ravel()))]
        return tuple(found)

    def _least(self, aim):
        """Minimise; the solver's presolve now and then calls what is feasible infeasible."""
        for presolve in (True, False):
            done = milp(
                aim,
                constraints=LinearConstraint(np.array(self.sums), self.least, self.most),
                bounds=Bounds(self.low.ravel(), self.high.ravel()),
                integrality=np.ones(aim.size),
                options={"presolve": presolve},
            )
            if done.success:
                return done.fun
        raise AssertionError("what is printed contradicts itself")

    def without_columns(self):
        """The same reader, had no cell of a column been printed: nobody can hide more."""
        self.low[1:, 1:], self.high[1:, 1:] = 0, self.high.max()
        return self


def attacked(survey, profile):
    """List the hidden counts that can be found too well: what, its true number, its base, and what it can be, here and at best."""
    table = survey.table()
    shown = protected(table, profile)
    alone = protected(survey.table(banner=False), profile)
    for one, other in zip(alone.rows, shown.rows, strict=True):
        assert one.cells[0].count == other.cells[0].count, "two tables tell more of the total than one"
    return [] if shown.columns[0].n is None else undone(survey, table, shown, RULES[profile])


def undone(survey, table, shown, rule):
    """List what can be found of a table in what is shown of it."""
    attacker, blind = Attacker(survey, shown, rule), Attacker(survey, shown, rule).without_columns()
    member = survey.banner.member if survey.banner else np.zeros((len(survey.responses), 0), dtype=bool)
    found = []
    for members, count, base in secrets(attacker, table, shown, member):
        fit, best = attacker.bounds(members), blind.bounds(members)
        inside, wide = TRUST[rule.name]
        low, high = rule.small(count, base) if rule.hides(count, base) else (0, base)
        for (least, most), enough in (((low, high), inside), ((0, 10**9), wide)):
            can, could = values(fit, least, most), values(best, least, most)
            if can < min(enough, could):
                found.append((members, count, base, fit, best))
    return found


def values(bounds, least, most):
    """How many counts from `least` to `most` lie within bounds."""
    return max(0, min(bounds[1], most) - max(bounds[0], least) + 1)


def secrets(attacker, table, shown, member):
    """What must not be found: small counts that are hidden, hidden bases, and what is left when all that is shown is subtracted."""
    rule = attacker.rule
    for row, each in enumerate(table.rows, start=1):
        for column, (cell, base) in enumerate(zip(each.cells, table.columns, strict=True)):
            if shown.columns[column].n is not None and rule.hides(cell.count, base.n):
                assert shown.rows[row - 1].cells[column].count is None
                yield [(row, column)], cell.count, base.n
    gone = [column for column, each in enumerate(shown.columns) if each.n is None]
    for column in gone:
        if rule.hides_base(table.columns[column].n):
            yield [(0, column)], table.columns[column].n, table.columns[0].n
    if attacker.overlap or not (gone or attacker.nobody):
        return
    rest = [*gone, *([attacker.width - 1] if attacker.nobody else [])]
    here = [each for each in range(1, len(table.columns)) if each not in gone]
    base = table.columns[0].n - sum(table.columns[each].n for each in here)
    assert rule.step > 1 or base == 0 or base >= rule.least
    for row, each in enumerate(table.rows, start=1):
        count = each.cells[0].count - sum(each.cells[column].count for column in here)
        if rule.hides(count, base):
            yield [(row, column) for column in rest], count, base


@settings(max_examples=25)
@drawn(
    seed=st.integers(0, 10**6),
    kind=st.sampled_from(["closed", "multi", "open"]),
    n=st.sampled_from([15, 30, 60, 120, 300]),
    columns=st.sampled_from([0, 2, 3, 5]),
    themes=st.integers(3, 5),
    overlap=st.booleans(),
    blank=st.sampled_from([0.0, 0.03, 0.2]),
    weighted=st.booleans(),
    nets=st.booleans(),
    profile=st.sampled_from(["nhs", "ons10"]),
)
def test_no_hidden_count_can_be_found(profile, seed, **invented):
    """Whoever knows all that is printed and reckons with all that adds up finds of every hidden number as many values as promised."""
    assert not attacked(survey(seed, **invented), profile)


def test_the_attacker_is_none_to_be_taken_lightly():
    """Were only the small counts hidden, the same attacker would find some of them in most tables of one answer each."""
    found = 0
    for seed in range(6):
        asked = survey(seed, kind="closed", n=300, columns=4, themes=4)
        try:
            found += bool(undone(asked, asked.table(), barely(asked.table()), RULES["ons10"]))
        except AssertionError:  # what is left over is a small base of its own
            found += 1
    assert found >= 4


def barely(table):
    """A table in which the small counts are hidden, and nothing else."""
    rule = RULES["ons10"]
    rows = tuple(
        replace(
            row,
            cells=tuple(
                replace(cell, count=None) if rule.hides(cell.count, column.n) else cell
                for cell, column in zip(row.cells, table.columns, strict=True)
            ),
        )
        for row in table.rows
    )
    bases = tuple(replace(each, n=None) if rule.hides_base(each.n) else each for each in table.columns)
    return replace(table, rows=rows, columns=bases)


def test_subtraction_from_the_total_is_stopped():
    """Of a total and four columns with one small count a second one is hidden, so that the difference tells nothing."""
    given = np.zeros((200, 2), dtype=bool)
    member = np.repeat(np.eye(4, dtype=bool), 50, axis=0)
    for column, count in enumerate((3, 20, 25, 30)):
        given[50 * column : 50 * column + count, 0] = True
    given[:, 1] = ~given[:, 0]
    everybody = np.ones(200, dtype=bool)
    source = np.full(given.shape, Source.CLOSED, dtype=np.uint8)
    responses = Responses("q", "closed", codeframe(2, reserved=False, nets=False), given, source, everybody, everybody)
    asked = Survey(responses, Banner("type", tuple("abcd"), member), None)
    shown = protected(asked.table(), "ons10")
    assert [cell.count for cell in shown.row("t0").cells] == [78, None, None, 25, 30]
    assert [cell.count for cell in shown.row("t1").cells] == [122, None, None, 25, 20]
    assert not attacked(asked, "ons10")
