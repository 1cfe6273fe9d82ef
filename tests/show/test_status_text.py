"""Where a survey stands: ten lines of 80 columns at most, and the one next step by plain rules."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.show.screens import display_width
from freetext.show.status import status_json, status_text
from freetext.survey.progress import CodedState, FileState, LabelState, ModelState, Progress, Step, next_step

DONE = Progress(
    "demo",
    "A survey",
    "/survey",
    FileState("survey.csv", 41, 287, 50, 7),
    (("codeframe.toml", 9, ""),),
    LabelState(("ada", "ben"), 237, 40, 60, 0, 2, 0),
    (ModelState("innovation", "b0d1b4cb60888a9f", 237, 3, 240),),
    CodedState("wave2-coded.xlsx", 64, 198, 0, 0, 1, own=True),
)


def test_the_lines_of_a_survey_in_hand():
    """File, labels, model, coded files, who is reviewing, problems, and the next step with its command."""
    now = replace(DONE, labels=replace(DONE.labels, problems=1), reviewing=("ada",))
    assert (
        status_text(now)
        == """\
A survey
answers   survey.csv: 41 rows, 287 answers, 50 of them blank
labels    237 answers labelled by ada, ben
          40 by audit, 60 by queue; 0 in dispute; 2 flagged
model     innovation b0d1b4cb: learnt from 237 answers; 3 answers labelled since
coded     wave2-coded.xlsx: 64 rows, 198 answers for a person (and 1 file more)
reviewing ada at this moment
logs      1 problem: freetext labels check
next      tally: freetext tally"""
    )


def test_a_survey_that_has_only_begun():
    """What is not there yet is said in a word."""
    assert (
        status_text(Progress("new"))
        == """\
new
answers   no file yet
labels    none yet
model     none yet
coded     nothing yet
next      name the survey's file in freetext.toml (file = ...)"""
    )


UNMADE = replace(DONE, models=(ModelState("innovation", labels=237),))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (replace(DONE, file=FileState("s.csv", fault="s.csv: no such file.")), Step("mend the survey's file or freetext.toml: s.csv: no such file.")),
        (replace(DONE, codeframes=()), Step("name a codeframe in freetext.toml (codeframe = ...)")),
        (replace(DONE, codeframes=(("c.toml", 0, "c.toml: broken"),)), Step("mend c.toml", "freetext codeframe check")),
        (replace(DONE, codeframes=(("c.toml", 0, ""),)), Step("write your themes into c.toml", "freetext codeframe check")),
        (replace(UNMADE, labels=LabelState()), Step("label the first answers", "freetext review")),
        (UNMADE, Step("learn innovation from 237 answers", "freetext train")),
        (replace(DONE, models=(replace(DONE.models[0], since=24),)), Step("learn again: 24 answers labelled since", "freetext train")),
        (replace(DONE, labels=replace(DONE.labels, disputed=1)), Step("coders differ on 1 answer", "freetext adjudicate")),
        (replace(DONE, coded=CodedState("wave2-coded.xlsx", 64)), Step("code the survey", "freetext code")),
        (replace(DONE, coded=replace(DONE.coded, older=5)), Step("code anew what an earlier model coded: 5 answers", "freetext code --recode")),
        (replace(DONE, coded=replace(DONE.coded, since=5)), Step("bring 5 answers labelled since into the coded file", "freetext code")),
        (replace(DONE, labels=replace(DONE.labels, audit=0)), Step("review the random audit: without it no number has an interval", "freetext review")),
        (DONE, Step("tally", "freetext tally")),
    ],
)  # fmt: skip
def test_the_next_step(now, expected):
    """The first that is due, in the order in which a survey is worked."""
    assert next_step(now) == expected


@pytest.mark.parametrize(("answers", "since", "many"), [(50, 19, False), (50, 20, True), (1000, 99, False), (1000, 100, True)])  # fmt: skip
def test_how_many_new_labels_are_many(answers, since, many):
    """Twenty at least, and a tenth of what the model learnt from."""
    assert ModelState("m", "d", answers, since).outgrown is many


def test_a_model_from_a_column_of_labels_needs_no_log():
    """Where a model is in force without any label in the logs, nobody is sent back to label."""
    now = replace(DONE, labels=LabelState(), coded=CodedState())
    assert next_step(now) == Step("code the survey", "freetext code")


WORD = st.text(max_size=60)
COUNT = st.integers(0, 10**7)
PROGRESS = st.builds(
    Progress,
    name=WORD,
    title=WORD,
    file=st.builds(FileState, path=WORD, rows=COUNT, answers=COUNT, blank=COUNT, fault=WORD),
    codeframes=st.lists(st.tuples(WORD, COUNT, WORD), max_size=3).map(tuple),
    labels=st.builds(LabelState, coders=st.lists(WORD, max_size=9).map(tuple), answers=COUNT, audit=COUNT, queue=COUNT, disputed=COUNT, flagged=COUNT, problems=COUNT),
    models=st.lists(st.builds(ModelState, name=WORD, digest=WORD, answers=COUNT, since=COUNT, labels=COUNT), max_size=3).map(tuple),
    coded=st.builds(CodedState, path=WORD, rows=COUNT, review=COUNT, older=COUNT, since=COUNT, more=COUNT, own=st.booleans()),
    reviewing=st.lists(WORD, max_size=6).map(tuple),
)  # fmt: skip


@settings(max_examples=100)
@given(PROGRESS, st.integers(60, 120))
def test_ten_lines_of_eighty_columns(now, width):
    """Whatever the survey, it is at most ten lines, none wider than the terminal and 80 columns, and nothing steers it."""
    lines = status_text(now, width=width).split("\n")
    assert len(lines) <= 10
    assert max(map(display_width, lines)) <= min(width, 80)
    assert not any("\x1b" in line for line in lines)
    told = json.loads(status_json(now))
    assert told["next"]["what"] == next_step(now).what
