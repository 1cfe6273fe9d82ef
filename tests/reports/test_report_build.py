"""The whole report: what stands in it, and what never does."""

import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.reports.build import built
from freetext.reports.surveyed import Surveyed
from freetext.survey.codeframe import codeframe_of
from freetext.survey.codings import Source
from freetext.survey.questionnaire import Move
from freetext.survey.responses import Audit, Banner
from freetext.tallies.conventions import Conventions
from freetext.tallies.disclosure import protected
from freetext.tallies.table import CellCount

HIDDEN = CellCount(None, None, None, kind="suppressed")


def walked(value) -> Iterator[object]:
    """Every text and number that a value holds."""
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from walked(getattr(value, field.name))
    elif isinstance(value, str | int | float):
        yield value
    elif isinstance(value, Mapping):
        yield from walked(tuple(value.items()))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from walked(each)
    elif isinstance(value, np.ndarray):
        yield from walked(value.ravel().tolist())


def texts(report):
    return [each for each in walked(report) if isinstance(each, str)]


def test_the_published_sentences(demo):
    """The figures of the published report stand in the headlines and findings, in words and to the digit."""
    report = built(demo)
    assert report.headlines[0] == (
        "What is the greatest barrier to innovation? Resource is named by 23 of 41 (56 %), risk-aversion by 7 (17 %) and capability by 3 (7 %)."
    )
    said = " ".join(finding for section in report.sections for finding in section.findings)
    for expected in (
        "Resource is named by 23 of 41 (56 %)",
        "Of a wider population, resource would be named by about half, 41 to 70 %.",
        "yes, 62 % in local authority (8 of 13) against 23 % in IFA (3 of 13); bases too small to test.",
        "Seed funding is named by 16 of 35 (46 %) and joining with others and evidence of efficacy by 7 each (20 %).",
        "Incremental is named by 36 of 41 (88 %) and game-changing by 16 (39 %).",
        "Of 41: local authority 13 (32 %), IFA 13 (32 %), VAA 9 (22 %), charity 5 (12 %) and other 1 (2 %).",
        "Adolescent mental health is ranked first",
    ):
        assert expected in said
    assert report.subtitle == "41 respondents"
    assert any("charity (5), VAA (9) and other (1)" in each for each in report.warnings)


def test_every_sentence_is_one(demo):
    """Findings, headlines, methods and warnings begin with a capital, end with a full stop and have no fancy dash, no nan and no double space."""
    report = built(demo)
    said = [*report.headlines, *report.methods, *report.warnings]
    said += [finding for section in report.sections for finding in section.findings]
    said += [chart.finding for section in report.sections for chart in section.charts]
    for each in said:
        assert each.endswith("."), each
        assert not re.search(r"[\u2013\u2014]|\bnan\b|None|  ", each), each
        assert not each[0].islower() or each.split(" ")[0] in {"levels:", "encourage:"}, each


def test_the_same_survey_gives_the_same_report(demo):
    """Built twice, a report says the same to the letter."""
    assert texts(built(demo)) == texts(built(demo))


def test_names_of_charts_and_listings_are_unique(demo):
    """Two questions of the same name in other letters have charts, listings and anchors of their own."""
    one = demo.asked("levels")
    other = replace(one, responses=replace(one.responses, question="LEVELS"))
    report = built(replace(demo, questions=(one, other)))
    names = [each.name for section in report.sections for each in section.charts]
    names += [each.name for section in report.sections for each in section.listings]
    assert len(set(names)) == len(names) == 6
    assert len({section.anchor for section in report.sections}) == 2


@given(
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3)), min_size=1, max_size=6, unique=True),
    st.sampled_from(["nhs", "ons10"]),
)
@settings(max_examples=15)
def test_a_suppressed_cell_comes_out_nowhere(hiding, cells, profile):
    """Whatever cells are suppressed, their counts and shares are in no text and no number of the report."""
    secret, surveyed = hiding(cells, profile)
    for each in walked(built(surveyed)):
        if isinstance(each, str):
            assert not {number for number, _ in secret} & set(re.findall(r"\d+", each.replace(",", ""))), each
        elif not isinstance(each, bool):
            assert each not in {number for pair in secret for number in pair}


@pytest.fixture(name="hiding", scope="module")
def _hiding(asked, coded, told):
    """Suppress cells of a question whose counts are like no other numbers; return them with their shares, and the survey."""
    sizes = ((211, 223, 227), (307, 311, 313), (401, 409, 419))  # by theme and column
    frame = codeframe_of(("Money", "Staff", "Parking"), name="visit")
    rows = [
        (theme, column) for theme, some in enumerate(sizes) for column, size in enumerate(some) for _ in range(size)
    ]
    given_ = np.array([theme for theme, _ in rows])[:, None] == np.arange(3)
    member = np.array([column for _, column in rows])[:, None] == np.arange(3)
    banner = Banner("type", ("x", "y", "z"), member)
    said = [f"this is what somebody says of it {'abcdefghij'[place % 10]}" for place in range(len(rows))]
    question = asked(coded("why", frame, said, given_), (banner,), told=told(said))

    def hiding(cells, profile):
        secret: set[tuple[str, float | None]] = set()
        tables = []
        for table in question.tables:
            made = []
            for theme, row in enumerate(table.rows):
                gone = [place for place in range(len(row.cells)) if (theme, place) in cells]
                secret.update((str(row.cells[place].count), row.cells[place].share) for place in gone)
                kept = tuple(HIDDEN if place in gone else cell for place, cell in enumerate(row.cells))
                made.append(replace(row, cells=kept))
            tables.append(replace(table, rows=tuple(made), profile=profile))
        conventions = Conventions(disclosure=profile)
        hidden = replace(question, tables=tuple(tables))
        return secret, Surveyed("s", (hidden,), banners=(banner,), conventions=conventions)

    return hiding


@pytest.mark.parametrize("profile", ["nhs", "ons10"])
def test_what_a_profile_hides_or_rounds_is_not_told_either(asked, coded, told, closed, profile):
    """Of a survey under a profile no count that its tables do not print stands in any sentence, chart, listing or quote."""
    sizes = {"Money": 211, "Staff": 43, "Parking": 5, "Nerve": 3}
    frame = codeframe_of(tuple(sizes), name="visit")
    themes = [name for name, size in sizes.items() for _ in range(size)]
    given_ = np.array([[name == theme for theme in sizes] for name in themes])
    member = np.arange(len(themes))[:, None] % 2 == np.arange(2)
    banner = Banner("side", ("left", "right"), member)
    said = [
        f"what somebody says of {name} and of the rest {'abcdefghij'[place % 10]}" for place, name in enumerate(themes)
    ]
    questions = [
        asked(coded("why", frame, said, given_), (banner,), told=told(said)),
        asked(
            closed({**sizes}, "which"),
            (banner,),
            moves=tuple(Move("which", str(n), "Other", "Nerve") for n in range(3)),
        ),
    ]
    exact = {str(cell.count) for each in questions for table in each.tables for row in table.rows for cell in row.cells}
    questions = [replace(each, tables=tuple(protected(table, profile) for table in each.tables)) for each in questions]
    printed = {
        str(cell.count) for each in questions for table in each.tables for row in table.rows for cell in row.cells
    }
    survey = Surveyed("s", tuple(questions), banners=(banner,), beside=(("why", "which"),), conventions=Conventions(disclosure=profile))  # fmt: skip
    report = built(survey)
    assert report.sections[0].verbatims is None
    assert {each.theme for each in report.sections[0].quotes} <= {"money", "staff"}
    spoken = replace(report, methods=(), sections=tuple(replace(each, tables=()) for each in report.sections))
    numbers = {
        number
        for each in texts(spoken)
        for number in re.findall(r"(?<![\d.])\d+(?! %| points?)(?![\d.]|to \d)", re.sub(r"\d+ to \d+", "", each))
    }
    assert not numbers & (exact - printed - {"0"})


def test_one_respondent_and_none(asked, closed):
    """A survey of one respondent, and one of nobody, are reported without a number that is none."""
    one = built(Surveyed("s", (asked(closed({"a": 1})),)))
    assert one.subtitle == "1 respondent"
    assert "barrier: A is named by 1 of 1 (100 %)." in one.headlines
    nobody = asked(
        replace(closed({"a": 1}), answered=np.zeros(1, dtype=np.bool_), given=np.zeros((1, 1), dtype=np.bool_))
    )
    report = built(Surveyed("s", (nobody,)))
    assert report.warnings == ("Nobody answered any question.",)
    assert report.sections[0].findings == ("Nobody answered.",)
    assert report.sections[0].charts == ()
    assert built(Surveyed("s", ())).sections == ()


def test_names_come_out_harmless(asked, closed):
    """Names with line breaks, marks that turn text round and hundreds of letters stay one short line each wherever the report speaks."""
    wild = closed({"a\u202eb\nc": 3, "=1+1": 2, "x" * 500: 2}, title="What\u2066 is\tit?")
    report = built(Surveyed("s\x1b[31m", (asked(wild),)))
    spoken = replace(report, sections=tuple(replace(each, tables=()) for each in report.sections))
    assert all(each.isprintable() for each in texts(spoken))
    assert "ab c is named by 3 of 7 (43 %)" in report.sections[0].findings[0].replace("Ab", "ab")
    assert not any("x" * 100 in each for each in texts(spoken))


def test_a_large_survey_is_built_in_time(asked, coded, told):
    """20,000 answers by 20 themes by 3 banners are reported in less than three seconds, on a loaded machine too."""
    n, k = 20_000, 20
    dice = np.random.default_rng(3)
    truth = dice.random((n, k)) < 0.1
    words = np.array(["money", "staff", "waiting", "parking", "kind", "slow", "letter", "phone", "ward", "night"])
    said = [" ".join(words[some]) + f" {place}" for place, some in enumerate(dice.integers(0, 10, (n, 12)))]
    responses = coded("why", codeframe_of([f"theme {place}" for place in range(k)]), said, truth, source=Source.MODEL)
    audited = dice.random(n) < 0.02
    known = np.where(audited[:, None], truth, np.nan)
    scores = np.clip(truth * 0.6 + dice.random((n, k)) * 0.4, 0, 1)
    audit = Audit(np.zeros(n, dtype=np.bool_), audited, np.full(n, 0.02), known, scores)
    banners = [Banner(f"by {place}", tuple("abcde"), dice.integers(0, 5, n)[:, None] == np.arange(5)) for place in range(3)]  # fmt: skip
    question = asked(replace(responses, audit=audit), banners, told=told(said))
    start = time.perf_counter()
    report = built(Surveyed("s", (question,), banners=tuple(banners)))
    assert time.perf_counter() - start < 3
    assert "an estimated" in report.headlines[0]
    verbatims = report.sections[0].verbatims
    assert verbatims is not None
    assert len(verbatims.ids) == 5000
