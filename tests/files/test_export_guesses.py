"""What `freetext init --from` makes of survey platforms' exports."""

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.files import exports
from tests.files.exports import ANYTHING, BARRIERS, KIND, WHICH, WHY, write_csv

from freetext.files.project.guesses import guess
from freetext.files.project.joined import joined
from freetext.files.project.settings import read_settings
from freetext.files.project.starter import plan_project, write_project
from freetext.files.tabular.rows import About, Table
from freetext.files.tabular.tables import read_table

WHY_READ = " ".join(WHY.split())


def guessed(folder, rows, keep=()):
    """The guess for an export, by the name of each question."""
    found = guess(read_table(write_csv(folder / "a.csv", rows)), keep)
    return found, {question.name: question for question, _ in found.questions}


def test_a_qualtrics_export_is_understood(tmp_path):
    """Ids, identifiers, titles, split options and other-specify come from the export's own header."""
    found, by_name = guessed(tmp_path, exports.qualtrics())
    assert found.id[0] == "ResponseId"
    assert dict(found.drop).keys() >= {"IPAddress", "RecipientEmail", "LocationLatitude", "ExternalReference"}
    assert {name: each.kind for name, each in by_name.items()} == {
        "Q1": "open",
        "Q2": "closed",
        "Q3": "multi",
        "Q3_7_TEXT": "other",
        "Q4": "open",
    }
    assert (by_name["Q1"].title, by_name["Q3"].title, by_name["Q3_7_TEXT"].of) == (WHY_READ, WHICH, "Q3")
    assert by_name["Q3"].options == BARRIERS
    assert dict(by_name["Q3"].reserved) == {BARRIERS[3]: "other"}
    assert {"Status", "Progress", "UserLanguage"} <= dict(found.left).keys()


def test_options_joined_by_commas_are_found(tmp_path):
    """Joined options come apart at commas but for those inside them, and stand in the questionnaire's order."""
    _, qualtrics = guessed(tmp_path, exports.qualtrics(split=False))
    assert (qualtrics["Q3"].separator, qualtrics["Q3"].options) == (",", BARRIERS)
    assert qualtrics["Q3_7_TEXT"].of == "Q3"
    _, google = guessed(tmp_path, exports.google())
    assert (google[WHICH].separator, google[WHICH].options) == (", ", BARRIERS)


def test_options_joined_by_semicolons_are_found(tmp_path):
    """Of what Microsoft Forms joins, what one person alone wrote is no option."""
    rows = exports.microsoft()
    rows[3] = [*rows[3][:7], "Money;my own words;", *rows[3][8:]]
    _, by_name = guessed(tmp_path, rows)
    assert (by_name[WHICH].separator, by_name[WHICH].options) == (";", BARRIERS)


@pytest.mark.parametrize("rows", [exports.surveymonkey(), exports.smartsurvey(), exports.smartsurvey(heads=1)])
def test_options_below_a_question_are_one_question(tmp_path, rows):
    """Columns that hold their option's words are one question; the text beside them is its other-specify, and ticks it."""
    found, by_name = guessed(tmp_path, rows)
    options = {each.kind: each.options for each in by_name.values()}
    assert options["multi"] == BARRIERS
    assert {each.kind for each in by_name.values()} == {"open", "closed", "multi", "other"}
    assert next(each.of for each in by_name.values() if each.kind == "other") == next(
        each.name for each in by_name.values() if each.kind == "multi"
    )
    assert found.id[0] in {"Respondent ID", "UserID"}


def test_a_column_that_is_kept_is_not_dropped(tmp_path):
    """`keep` takes a column off the list of those that tell who somebody is, and off that alone."""
    found, _ = guessed(tmp_path, exports.surveymonkey(), keep=("Email Address",))
    assert "Email Address" not in dict(found.drop)
    assert "First Name" in dict(found.drop)


def test_settings_say_the_platform_and_keep_previews(tmp_path):
    """The platform that was found is written down, so that the next wave is read alike; previews stay only when asked for."""
    table = read_table(exports.write_export("qualtrics", tmp_path))
    for keep in ((), ("previews",)):
        write_project(tmp_path / f"p{len(keep)}", plan_project(table, name="p", keep=keep))
        survey = read_settings(tmp_path / f"p{len(keep)}").questionnaire
        assert (survey.dialect, survey.previews) == ("qualtrics", bool(keep))
        assert [each.title for each in survey.questions if each.name in {"Q1", "Q4"}] == [WHY_READ, ANYTHING]


def test_labels_of_codes_are_the_options_in_their_order():
    """Where a file names the labels of a column's codes, these are its options in the file's order, met or not."""
    values = ((1, "Never"), (2, "Sometimes"), (3, "Always"), (9, "No answer"))
    table = Table("a.sav", ("q", "r"), (["Always", "Never", ""] * 4, ["x", "y", "z"] * 4), 12)
    found = guess(replace(table, about={"q": About(title="How often?", values=values)}))
    question = next(each for each, _ in found.questions if each.name == "q")
    assert (question.kind, question.title) == ("closed", "How often?")
    assert question.options == ("Never", "Sometimes", "Always", "No answer")


def test_sets_that_a_file_names_are_one_question():
    """Columns of a multiple-response set are one question with the options that the file names, wherever they stand."""
    about = {f"v{n}": About(title="Which?", group="which", option=option) for n, option in enumerate("abc")}
    columns = (["Yes", "No"] * 5, ["x y z"] * 10, ["No", "No"] * 5, ["No", "Yes"] * 5)
    found = guess(Table("a.sav", ("v0", "t", "v1", "v2"), columns, 10, about=about))
    question = next(each for each, _ in found.questions if each.kind == "multi")
    assert (question.name, question.columns, question.options) == ("which", ("v0", "v1", "v2"), ("a", "b", "c"))


option = st.lists(st.sampled_from(["red", "Green", "blue sky", "old", "New"]), min_size=1, max_size=2).map(" ".join)


@settings(max_examples=60)
@given(st.lists(option, min_size=3, max_size=6, unique=True), st.integers(0, 10**6), st.sampled_from([", ", ","]))
def test_joined_options_come_back(known, seed, sign):
    """Options without commas that enough people joined come back, in their order."""
    dice = random.Random(seed)
    cells = [sign.join(sorted(dice.sample(known, dice.randint(1, 3)), key=known.index)) for _ in range(200)]
    found, options = joined(Counter(cells))
    assert (found, set(options)) == (sign, set(known))


@pytest.mark.parametrize(
    "cells",
    [
        ["Yes, a lot", "Yes, a little", "No", "No, never"] * 10,
        ["London, UK", "Leeds, UK", "York, UK", "Bath, UK"] * 9,
        ["we have no money, and no staff", "no staff, as I said", "well, no"] * 4,
        ["5 March, 2024", "6 March, 2024"] * 20,
        ["1,5", "2,5", "3,5", "1,0"] * 10,
        [],
    ],
)
def test_commas_in_closed_answers_and_texts_join_nothing(cells):
    """Options with a comma, places, texts, dates and decimals are no lists of options."""
    assert joined(Counter(cells)) == ("", ())


def test_the_kind_of_organisation_stays_closed(tmp_path):
    """A question with one answer each is closed on every platform."""
    for name, rows in ((KIND, exports.google()), (KIND, exports.microsoft()), ("Q2", exports.qualtrics())):
        assert guessed(tmp_path, rows)[1][name].kind == "closed"
