"""What `freetext init --from` makes of survey platforms' exports."""

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.files import exports
from tests.files.exports import ANYTHING, BARRIERS, KIND, WHICH, WHY, write_csv

from freetext.files.coding.coded import as_said, banner_in, closed_question
from freetext.files.parts.part_closed import closed_said
from freetext.files.parts.part_splits import Splitter, split_for
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


def with_columns(rows, *columns):
    """An export with more columns at its right."""
    return [[*row, *cells] for row, cells in zip(rows, zip(*columns, strict=True), strict=True)]


def test_a_ranking_has_the_items_of_its_second_row(tmp_path):
    """Ranks of Qualtrics are titled with the question, and their options are its items."""
    rows = exports.qualtrics(imports=False)
    items = ("Price", "Distance", "Kindness")
    columns = [
        [f"Q8_{n}", f"Please rank - {item}", *(str((n + at) % 3 + 1) for at in range(40))]
        for n, item in enumerate(items, 1)
    ]
    question = guessed(tmp_path, with_columns(rows, *columns))[1]["Q8"]
    assert (question.kind, question.title, question.options) == ("ranking", "Please rank", items)


def test_what_qualtrics_measures_is_no_question(tmp_path):
    """Orders of display and times on a page are left out, and why is said."""
    rows = exports.qualtrics(imports=False)
    names = ["Q3_DO_1", "Q3_DO_2", "Q3_DO_7", "Q5_First Click", "Q5_Click Count", "Q3_DO"]
    columns = [[name, name, *(str((n + at) % 3 + 1) for at in range(40))] for n, name in enumerate(names)]
    found, by_name = guessed(tmp_path, with_columns(rows, *columns))
    left = dict(found.left)
    assert {left[name] for name in names[:3]} == {"the order in which Qualtrics showed the options."}
    assert {left[name] for name in names[3:5]} == {"times and clicks on a page, which Qualtrics measures."}
    assert not {"Q3_DO", "Q5_Click Count"} & by_name.keys()


def test_an_option_that_holds_the_semicolon_is_one(tmp_path):
    """Parts that stand side by side only are one option of Microsoft Forms; what stands alone too is its own."""
    dice = random.Random(3)
    clubs = ["Chess", "Football; indoor", "Choir"]
    cells = ["".join(f"{club};" for club in clubs if dice.random() < 0.6) for _ in range(40)]
    found = guessed(tmp_path, with_columns(exports.microsoft(), ["Which clubs?", *cells]))[1]["Which clubs?"]
    assert (found.separator, found.options) == (";", tuple(clubs))


def test_a_ranking_in_one_cell_is_left_out(tmp_path):
    """Cells that hold the same items in other orders rank them: they are no question of several answers."""
    dice = random.Random(4)
    cells = ["".join(f"{item};" for item in dice.sample(["Price", "Distance", "Staff"], 3)) for _ in range(40)]
    found, by_name = guessed(tmp_path, with_columns(exports.microsoft(), ["Rank these", *cells]))
    assert dict(found.left)["Rank these"].startswith("a ranking whose items are joined in one cell")
    assert "Rank these" not in by_name


@pytest.mark.parametrize("platform", [exports.google, exports.microsoft])
def test_what_one_person_wrote_in_is_other(tmp_path, platform):
    """Where cells hold what no option is, the box that it was written into is an option, and no write-in is one."""
    sign = ", " if platform is exports.google else ";"
    cells = [sign.join(["Vet", "Sitter"][: 1 + at % 2]) + (";" if sign == ";" else "") for at in range(40)]
    cells[7] = cells[7].removesuffix(";") + f"{sign}my own groomer, Ann" + (";" if sign == ";" else "")
    found = guessed(tmp_path, with_columns(platform(), ["Who helps?", *cells]))[1]["Who helps?"]
    assert (found.options, found.reserved) == (("Vet", "Sitter", "Other"), (("Other", "other"),))


@pytest.mark.parametrize(
    "name", ["Other (please specify)", "Other (please specify):", "Other - please describe", "Others:"]
)
def test_other_is_known_however_it_is_marked(tmp_path, name):
    """A colon or a dash makes no difference to the column of Other texts, nor to the option."""
    rows = [
        [cell.replace("Other (please specify)", name) if isinstance(cell, str) else cell for cell in row]
        for row in exports.smartsurvey()
    ]
    by_name = guessed(tmp_path, rows)[1]
    assert by_name[WHICH].reserved == ((name.removesuffix(":"), "other"),)
    assert next(each.of for each in by_name.values() if each.kind == "other") == WHICH


def single(size=40):
    """A question of SurveyMonkey with one answer, blank where Other was written."""
    cells = [("Friend", "Web", "Poster", "")[at % 4] for at in range(size)]
    texts = ["" if cell else f"my aunt {at}" for at, cell in enumerate(cells)]
    return with_columns(
        exports.surveymonkey(size=size), ["How?", "Response", *cells], ["", "Other (please specify)", *texts]
    )


def test_who_wrote_in_other_is_counted_among_one_answer(tmp_path):
    """A question of one answer with a column of Other texts has that option, and whoever wrote there is in its base."""
    table = read_table(write_csv(tmp_path / "a.csv", single()))
    write_project(tmp_path / "p", plan_project(table, name="p"))
    survey = read_settings(tmp_path / "p").questionnaire
    question = survey.question("How?")
    assert question is not None
    assert question.options[-1] == "Other (please specify)"
    assert question.written == "How? - Other (please specify)"
    for said in (closed_question(table, question), closed_said(table, question)):
        assert dict(
            zip((theme.name for theme in said.codeframe.themes), said.given.sum(axis=0).tolist(), strict=True)
        ) == {**dict.fromkeys(question.options, 10)}
        assert said.answered.all()
    assert banner_in(table, "How?", {"How?": question}).member.sum() == 40
    split = split_for("How?", survey)
    assert split is not None
    columns = Splitter(split).columns(table)
    assert columns is not None
    assert sum((slot > 0).sum() for slot in columns.rounds) == 40
    assert as_said(table, [question]).texts("How?").count("Other (please specify)") == 10


def test_a_text_beside_every_answer_is_no_answer(tmp_path):
    """Where texts stand beside ticked answers they explain these: there is no option of Other."""
    rows = single()
    rows = [[*row[:-2], row[-2] or "Other", row[-1]] if at > 1 else row for at, row in enumerate(rows)]
    by_name = guessed(tmp_path, rows)[1]
    assert by_name["How?"].reserved == (("Other", "other"),)
    rows = [[*row[:-2], "None of it" if row[-2] == "Other" else row[-2], row[-1]] for row in rows]
    assert guessed(tmp_path, rows)[1]["How?"].reserved == ()


@pytest.mark.parametrize(("cells", "is_question"), [("1234", True), (["Live", "Test"], True), ("0148", False)])
def test_a_status_of_ones_own_is_a_question(cells, is_question):
    """A Status that holds what Qualtrics never writes there is somebody's own, whatever the columns beside it."""
    names = ("ResponseId", "StartDate", "EndDate", "RecordedDate", "Status")
    rows = [(f"r{n}", "2026-03-01", "2026-03-01", "2026-03-01", cells[n % len(cells)]) for n in range(12)]
    found = guess(Table("a.csv", names, tuple(map(list, zip(*rows, strict=True))), 12, dialect="qualtrics"))
    assert ("Status" in {question.name for question, _ in found.questions}) == is_question


@pytest.mark.parametrize(
    ("cells", "is_question"), [("12345", True), (["3 / 5", "5 / 5", ""], False), (["", ""], False)]
)
def test_a_score_of_ones_own_is_a_question(cells, is_question):
    """A Score that holds what Google never writes there is somebody's own question."""
    rows = [("2026/03/01 9:00:00 am GMT", f"because of {n}", cells[n % len(cells)]) for n in range(30)]
    names = ("Timestamp", "Why was that, please?", "Score")
    found = guess(Table("a.csv", names, tuple(map(list, zip(*rows, strict=True))), 30, dialect="google-forms"))
    assert ("Score" in {question.name for question, _ in found.questions}) == is_question


def test_a_long_text_is_no_option():
    """Texts that come again and again but are as long as an answer make no closed question."""
    cells = ["x" * 3000, "y", "z"] * 10
    found = guess(Table("a.csv", ("why",), (cells,), 30))
    assert [question.kind for question, _ in found.questions] == ["open"]


@pytest.mark.parametrize("gone", [0, 1])
def test_either_number_of_a_smartsurvey_respondent_is_an_id(tmp_path, gone):
    """UserID is the id, and UserNo where a file lacks it."""
    rows = [[*row[:gone], *row[gone + 1 :]] for row in exports.smartsurvey()]
    assert guessed(tmp_path, rows)[0].id[0] == ("UserNo", "UserID")[gone]
