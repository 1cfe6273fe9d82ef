"""The methods: this run's own numbers, and only what applies."""

from dataclasses import replace

import numpy as np
import pytest

from freetext.reports.build import built
from freetext.reports.coded import decided_on
from freetext.reports.provenance import facts_of
from freetext.reports.surveyed import ByModel, Coding, Surveyed
from freetext.survey.coders import Panel
from freetext.survey.codings import Source
from freetext.survey.questionnaire import Move
from freetext.survey.responses import Audit
from freetext.tallies.agreement import agreement_of
from freetext.tallies.conventions import Conventions


def methods(surveyed):
    return " ".join(built(surveyed).methods)


def test_the_demo_says_who_coded(demo):
    """106 answers to three questions were coded by one person; nothing is said of models, audits, weights or letters."""
    said = methods(demo)
    assert "106 answers to 3 open questions were coded with the codeframe innovation 7399a259." in said
    assert "People (ada) decided every code of 106." in said
    assert "Wilson's (1927)" in said
    assert "Made with freetext 0.0.1." in said
    for word in ("model", "audit", "weighted", "letter", "back-coded", "fewer than"):
        assert word not in said


@pytest.fixture(name="mixed")
def _mixed(asked, coded, told, frame):
    """Ten answers: five by a model, three by people, one by a rule, one by nobody knows whom."""
    given = np.zeros((10, 3), dtype=np.bool_)
    responses = coded("why", frame, ["text of an answer"] * 10, given)
    for place, source in enumerate([Source.MODEL] * 5 + [Source.HUMAN] * 3 + [Source.RULE]):
        responses.source[place] = source
    responses.source[9] = 0
    return asked(responses, told=told(["text of an answer"] * 10))


def test_every_answer_is_counted_once(mixed):
    """An answer is people's, a machine's, a rule's or nobody knows whose, and these add up."""
    found = decided_on([mixed.responses])
    assert (found.people, found.machine, found.rules, found.unknown) == (3, 5, 1, 1)
    assert found.people + found.machine + found.rules + found.unknown == found.answers


def test_who_was_read_and_why_adds_up(coded, frame):
    """Answers of a random audit and those that people coded for other reasons are all that people decided, with and without an audit."""
    given, nobody = np.zeros((10, 3), dtype=np.bool_), np.zeros(10, dtype=np.bool_)
    drawn = nobody.copy()
    drawn[2:5] = True
    known = nobody.copy()
    known[0] = True
    first = coded("why", frame, ["text"] * 10, given, source=Source.MODEL)
    audit = Audit(known, drawn, np.full(10, 0.5), np.zeros((10, 3)))
    found = decided_on([replace(first, audit=audit), coded("how", frame, ["text"] * 6, given[:6])])
    assert (found.people, found.audited, found.known) == (10, 3, 7)


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        (None, "from the audited answers, without scores to stratify them by;"),
        (0.3, "stratified by the model's score;"),
        (1.0, "stratified by what the codes alone say;"),
    ],
)
def test_strata_are_those_that_were_used(asked, coded, told, frame, scores, said):
    """What the audit is stratified by is said as it was: scores, the codes themselves, or nothing."""
    given = np.zeros((90, 3), dtype=np.bool_)
    given[::2, 0] = True
    drawn = np.arange(90) < 60
    matrix = None if scores is None else np.where(given, scores, 0.0)
    audit = Audit(
        np.zeros(90, dtype=np.bool_), drawn, np.full(90, 2 / 3), np.where(drawn[:, None], given, np.nan), matrix
    )
    responses = replace(coded("why", frame, ["text of it"] * 90, given, source=Source.MODEL), audit=audit)
    assert said in methods(Surveyed("s", (asked(responses, told=told(["text of it"] * 90)),)))


def test_a_machine_is_named_and_its_want_of_an_audit_too(mixed):
    """The model is named with its digest; that nobody audited it is said, above all other numbers too."""
    surveyed = Surveyed("s", (mixed,), coding=Coding(model="visit 1a2b3c"))
    said = methods(surveyed)
    assert "A machine (visit 1a2b3c) decided at least one code of 5." in said
    assert "Rules of the codeframe decided at least one code of 1." in said
    assert "Nobody has audited a random sample" in said
    assert any("not audited, so that nobody knows" in each for each in built(surveyed).warnings)


def test_coders_are_counted_where_they_are_not_named(mixed):
    """Where the report may not print the coders' names, it counts them."""
    said = methods(Surveyed("s", (mixed,), coding=Coding(coders=("ada", "ben"), named=False)))
    assert "People (2 coders) decided" in said
    assert "ada" not in said


def test_agreement_is_told_with_its_interval(mixed, frame):
    """How far two coders agree stands with its interval and the number of answers."""
    given = np.random.default_rng(1).random((2, 30, 3)) < 0.5
    panel = Panel(frame, ("ada", "ben"), tuple((str(n), "why") for n in range(30)), given, np.ones((2, 30), dtype=np.bool_))  # fmt: skip
    said = methods(Surveyed("s", (mixed,), coding=Coding(agreement=(agreement_of(panel, draws=50),))))
    assert "ada and ben coded 30 answers, independently: they gave the same set of themes to" in said
    assert "Krippendorff's alpha with MASI distance is" in said


def test_weights_population_moves_and_profile(asked, closed):
    """Weights give Kish's base and the design effect; a population, moves and a profile are named with their numbers."""
    responses = closed({"a": 30, "b": 30}, title="Which?")
    weights = np.array([1.0] * 30 + [3.0] * 30)
    moves = (Move("barrier", "1", "Other", "a"), Move("barrier", "2", "Other", "a"))
    question = asked(responses, weights=weights, moves=moves)
    said = methods(Surveyed("s", (question,), weights=weights, conventions=Conventions(population=900)))
    assert "60 respondents know as much as 48.0 without weights would (Kish 1965): a design effect of 1.25." in said
    assert "a population of 900" in said
    assert '2 answers to "Which?" were back-coded' in said
    protected = Surveyed("s", (replace(question, moves=moves[:1]),), conventions=Conventions(disclosure="nhs"))
    assert "1 to 7 respondents are *" in methods(protected)
    assert 'Some answers to "Which?" were back-coded' in methods(protected)


def test_extreme_weights_warn(asked, closed):
    """A design effect over ten is a warning before any number."""
    weights = np.array([0.001] * 59 + [1000.0])
    question = asked(closed({"a": 30, "b": 30}), weights=weights)
    assert any("design effect" in each for each in built(Surveyed("s", (question,), weights=weights)).warnings)


def test_agreement_under_a_filter_is_that_of_the_whole_file(mixed, frame):
    """Where rows were left out the methods say which count, and that agreement is measured on all."""
    given = np.random.default_rng(1).random((2, 30, 3)) < 0.5
    panel = Panel(frame, ("ada", "ben"), tuple((str(n), "why") for n in range(30)), given, np.ones((2, 30), dtype=np.bool_))  # fmt: skip
    coding = Coding(agreement=(agreement_of(panel, draws=50),))
    part, whole = (methods(Surveyed("s", (mixed,), coding=coding, only=only)) for only in ("type is London", ""))
    assert "It counts only rows where type is London." in part
    assert "This is of the answers of the whole file, not only of the rows that count here." in part
    assert "whole file" not in whole


@pytest.mark.parametrize("profile", ["nhs", "ons10"])
def test_small_bases_are_told_under_a_profile(asked, closed, profile):
    """A survey with a small base warns of it under a profile too, without a number."""
    conventions = Conventions(disclosure=profile, population=44)
    question = asked(closed({"a": 22, "b": 21}), conventions=conventions)
    made = built(Surveyed("s", (question,), conventions=conventions))
    (said,) = made.warnings
    assert "Bases under 50 are called small; groups under 30 are named." in made.methods
    assert said.startswith("Even the largest base is small")
    assert not any(each.isdigit() for each in said)


BY_MODEL = (ByModel("2025", "f@1", 40), ByModel("2026", "f@1", 30), ByModel("2026", "f@2", 3))


def test_models_are_told_wave_by_wave(mixed):
    """Where several models or waves are, the methods say which model coded how many answers, and what that may mean."""
    said = methods(Surveyed("s", (mixed,), wave="2026", coding=Coding(by_model=BY_MODEL)))
    assert (
        "Which model coded how many answers: 2025 f@1 (40 answers); 2026 f@1 (30 answers) and f@2 (3 answers)." in said
    )
    assert "need not be one between people" in said
    same = methods(Surveyed("s", (mixed,), wave="2026", coding=Coding(by_model=BY_MODEL[:2])))
    assert "2025 f@1 (40 answers); 2026 f@1 (30 answers)." in same
    assert "need not be one between people" not in same
    assert "Which model" not in methods(Surveyed("s", (mixed,), wave="2026", coding=Coding(by_model=BY_MODEL[:1])))


def test_the_provenance_has_a_line_for_each_wave_and_model(mixed):
    """Wave, model and answers stand in the provenance; under a disclosure profile a small number is not told."""
    plain = Surveyed("s", (mixed,), wave="2026", coding=Coding(by_model=BY_MODEL))
    assert [(each.name, each.value) for each in facts_of(plain)] == [
        ("2025, coded by f@1", "40 answers"),
        ("2026, coded by f@1", "30 answers"),
        ("2026, coded by f@2", "3 answers"),
    ]
    hidden = replace(plain, conventions=Conventions(disclosure="nhs"))
    values = {each.name: each.value for each in facts_of(hidden)}
    assert values["2026, coded by f@2"] == "fewer than 8 answers"
