import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import OutputError
from freetext.files.project.codeframes import parse_codeframe
from freetext.files.project.guesses import guess
from freetext.files.project.settings import read_settings
from freetext.files.project.starter import kept_key, plan_project, write_project
from freetext.files.tabular.rows import Table
from freetext.survey.codeframe import slugify

names = st.sampled_from(
    ["id", "weight", "email", "name", "q", "q_other", "r_1", "r_2", "r_3", "type", "", 'a"b\n#', "\x00"]
)
cells = st.sampled_from(
    ["", " ", "1", "2", "3", "0", "yes", "no", "a;b", "a", "other", "x@y.org", "-0.5", "\n\x07\\", "١"]
)
WORDS = tuple(re.findall(r"\w+", "we have no money for staff or time and nobody trusts a new idea before it was tried"))


def table_of(columns, file="survey.csv"):
    size = len(next(iter(columns.values()), []))
    return Table(file, tuple(columns), tuple(list(column) for column in columns.values()), size)


@st.composite
def tables(draw):
    heads = draw(st.lists(names | st.text(max_size=8), max_size=7))
    size = draw(st.integers(0, 6))
    column = st.lists(cells | st.text(max_size=8), min_size=size, max_size=size)
    return Table(draw(st.text(max_size=8)), tuple(heads), tuple(draw(column) for _ in heads), size)


@pytest.fixture
def survey():
    rng = random.Random(1)
    texts = [" ".join(rng.choices(WORDS, k=9)) + f" {row}" for row in range(40)]
    ranks = [rng.sample(["1", "2", "3"], 3) for _ in range(40)]
    return {
        "ResponseId": [f"R_{row}" for row in range(40)],
        "StartDate": [f"2021-01-{row % 28 + 1:02d} 10:00" for row in range(40)],
        "IPAddress": [f"10.0.0.{row}" for row in range(40)],
        "Contact name": [f"Ann {row}x" for row in range(40)],
        "wt": [str(0.5 + row / 40) for row in range(40)],
        "Type": ["LA", "IFA", "VAA", "other"] * 10,
        "channels": ["post;phone", "post", "phone;web", "web;"] * 10,
        "help_money": ["0", "1"] * 20,
        "help_staff_time": ["1", "0"] * 20,
        "barrier": ["money", "nerve", "none named", "don't know", "Other"] * 8,
        "barrier_other": [text if row % 5 == 4 else "" for row, text in enumerate(texts)],
        "Why?": texts,
        "Rank: youth crime": [row[0] for row in ranks],
        "Rank: stability": [row[1] for row in ranks],
        "Rank: sufficiency": [row[2] for row in ranks],
        "spend": [str(1000 + row) for row in range(40)],
        "empty": [""] * 40,
        "twice": ["a"] * 40,
        "freetext_themes": ["a"] * 40,
    }


def read_back(texts, folder):
    write_project(folder, texts)
    return read_settings(folder).questionnaire


@settings(max_examples=150)
@given(tables())
def test_what_is_written_for_any_table_reads_back(tmp_path_factory, table):
    """Whatever a table holds, the settings guessed from it parse, and name no column that is not in it once."""
    folder = tmp_path_factory.mktemp("starter") / "project"
    found = read_back(plan_project(table, name=table.file), folder)
    used = {found.id, found.weight, *found.drop, *(name for each in found.questions for name in each.columns)} - {""}
    assert all(table.names.count(name) == 1 for name in used)
    assert [each.name for each in found.questions] == [each.name for each, _ in guess(table).questions]


def test_each_column_is_taken_for_what_it_is(survey, tmp_path):
    """Ids, weights, identifiers, kinds of questions and breaks are told from header and cells."""
    found = read_back(plan_project(table_of(survey), name="My survey"), tmp_path / "p")
    assert (found.name, found.file, found.id, found.weight) == ("my-survey", "survey.csv", "ResponseId", "wt")
    assert found.drop == ("IPAddress", "Contact name")
    assert found.banners == ("Type",)
    assert {each.name: each.kind for each in found.questions} == {
        "Type": "closed",
        "channels": "multi",
        "help": "multi",
        "barrier": "closed",
        "barrier_other": "other",
        "Why?": "open",
        "Rank": "ranking",
    }


def test_options_are_ordered_and_reserved_ones_known(survey, tmp_path):
    """Options come from the cells or the column names; "none named", "don't know" and "other" are reserved."""
    found = read_back(plan_project(table_of(survey), name="s"), tmp_path / "p")
    by_name = {each.name: each for each in found.questions}
    assert by_name["help"].options == ("money", "staff time")
    assert by_name["Rank"].options == ("youth crime", "stability", "sufficiency")
    assert set(by_name["channels"].options) == {"post", "phone", "web"}
    assert dict(by_name["barrier"].reserved) == {"none named": "none", "don't know": "dont-know", "Other": "other"}
    assert by_name["barrier_other"].of == "barrier"


@pytest.mark.parametrize(
    "options",
    [
        ("18-34", "35-54", "55+"),
        ("£0 to £999", "£1,000 to £9,999", "£10,000 or more"),
        ("1. Agree", "2. Neither", "10. Disagree"),
        ("0", "0,5", "1", "10"),
        ("-1", "0.5", "2", "Don't know"),
        ("1-5", "1-10", "Other", "None"),
    ],
)
def test_numbered_options_are_in_order(options):
    """Options that begin with a number stand in the order of these, reserved ones behind; others by how often they come."""
    column = [option for times, option in enumerate(options, start=2) for _ in range(times)]
    expected = options if options[-1] != "None" else (*options[:2], "None", "Other")
    ((question, _),) = guess(table_of({"Q": column})).questions
    assert question.options == expected
    ((question, _),) = guess(table_of({"Q": [f"over {cell}" for cell in column]})).questions
    assert question.options == tuple(f"over {option}" for option in reversed(options))


def test_a_weight_may_have_a_decimal_comma():
    """Numbers with a decimal comma under the name of a weight are the weight."""
    found = guess(table_of({"id": ["1", "2", "3"], "weight": ["1,207", "0,893", "1"]}))
    assert found.weight[0] == "weight"


def test_the_encoding_is_written_where_it_is_needed(tmp_path):
    """The encoding that was asked for stands in the settings of a text survey and of an empty one, unless it is UTF-8."""
    column = {"q": ["yes", "no"] * 5}
    for place, (table, asked, written) in enumerate(
        [
            (table_of(column), "CP1252", "cp1252"),
            (table_of(column), None, ""),
            (table_of(column), "utf8", ""),
            (table_of(column, "survey.XLSX"), "cp1252", ""),
            (None, "latin-1", "iso8859-1"),
            (None, None, ""),
        ]
    ):
        texts = plan_project(table, name="s", encoding=asked)
        assert read_back(texts, tmp_path / str(place)).encoding == written


def test_every_line_says_why(survey):
    """Each question stands below a comment with what it was taken from, and columns taken for nothing are listed."""
    text = plan_project(table_of(survey), name="s")["freetext.toml"]
    assert all(
        re.search(rf"^# .+\n{re.escape(head)}", text, re.MULTILINE) for head in ("[[question]]", 'id = "', "drop = [")
    )
    assert '# 40 different texts, 10 words on average.\n[[question]]\nname = "Why?"' in text
    for column, why in (("StartDate", "dates."), ("spend", "40 different numbers."), ("empty", "no cell is filled.")):
        assert f'# "{column}": {why}\n' in text
    assert '# "freetext_themes": written by freetext.\n' in text


def test_a_permutation_makes_the_ranking(survey, tmp_path):
    """Columns with one beginning that hold the same rank twice in a row are no ranking; blanks at the end of a ranking are."""
    survey["Rank: stability"] = survey["Rank: youth crime"]
    found = read_back(plan_project(table_of(survey), name="s"), tmp_path / "p")
    assert not [each for each in found.questions if each.kind == "ranking"]
    part = {"top_a": ["1", "2", ""], "top_b": ["2", "", "1"], "top_c": ["", "1", "2"]}
    (question, _), *rest = guess(table_of(part)).questions
    assert (question.kind, rest) == ("ranking", [])


def test_a_person_with_several_rows_is_the_respondent():
    """A column named for people, with repeated values, says who answered; the id stays what differs in every row."""
    people = {"id": ["1", "2", "3", "4", "5"], "respondent_id": ["a", "a", "b", "c", "c"]}
    found = guess(table_of(people))
    assert (found.id[0], found.respondent[0]) == ("id", "respondent_id")


def test_a_question_about_contact_is_no_identifier():
    """A closed question or a long question that speaks of e-mail or names stays a question."""
    columns = {
        "phone_ok": ["yes", "no"] * 10,
        "Please name the greatest barrier to change": [f"{' '.join(WORDS[row % 7 :])} {row}" for row in range(20)],
    }
    found = guess(table_of(columns))
    assert found.drop == ()
    assert [question.kind for question, _ in found.questions] == ["closed", "open"]


def test_a_project_without_a_table_is_a_template(tmp_path):
    """Without a file, the settings are commented examples that read as an empty survey with a fresh key."""
    texts = plan_project(None, name="My survey")
    found = read_back(texts, tmp_path / "p")
    assert (found.name, found.questions, found.codeframe) == ("my-survey", (), "codeframe.toml")
    assert found.key
    assert found.key not in plan_project(None, name="My survey")["freetext.toml"]


def test_a_table_without_rows_is_still_a_table(tmp_path):
    """A header alone is guessed from as far as it goes; the survey's file is named."""
    found = read_back(plan_project(table_of({"id": [], "q": []}), name="s"), tmp_path / "p")
    assert (found.file, found.questions) == ("survey.csv", ())


def test_the_starters_codeframe_reads():
    """The codeframe of a new project parses, whatever the project is called."""
    for name in ("s", "", "!", 'a "b" {c}\n', "审查"):
        assert parse_codeframe(plan_project(None, name=name)["codeframe.toml"]).slugs[-1] == "none"


def test_an_existing_project_is_kept(tmp_path):
    """freetext.toml is replaced only with force; other files that stand there are never touched."""
    written = write_project(tmp_path, plan_project(None, name="s", key="one"))
    assert {path.relative_to(tmp_path).as_posix() for path in written} == {
        "freetext.toml",
        "codeframe.toml",
        "README.md",
        "data/annotated/.gitkeep",
        ".gitignore",
    }
    (tmp_path / "codeframe.toml").write_text("mine")
    with pytest.raises(OutputError, match="--force"):
        write_project(tmp_path, plan_project(None, name="s", key="two"))
    assert read_settings(tmp_path).questionnaire.key == "one"
    assert write_project(tmp_path, plan_project(None, name="s", key="two"), force=True) == (tmp_path / "freetext.toml",)
    assert read_settings(tmp_path).questionnaire.key == "two"
    assert (tmp_path / "codeframe.toml").read_text() == "mine"


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    """A file where the project's folder should be is an output error."""
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError):
        write_project(tmp_path / "file", plan_project(None, name="s"))


@pytest.mark.parametrize("name", ["con", "Aux", "survey"])
def test_the_codeframe_of_any_folder_reads(name):
    """Whatever the folder is called, the codeframe that it gets can be read."""
    assert slugify(name) in parse_codeframe(plan_project(None, name=name)["codeframe.toml"]).name


def test_the_address_of_a_networks_folder_is_not_written_down(survey, tmp_path):
    """A survey that was read from a network's folder gets no `file`, for freetext.toml could not be read with it."""
    planned = plan_project(table_of(survey, file="\\\\server\\share\\survey.csv"), name="s")
    (tmp_path / "freetext.toml").write_text(planned["freetext.toml"], encoding="utf-8")
    assert read_settings(tmp_path).questionnaire.file == ""


def test_the_key_of_a_project_is_kept(tmp_path):
    """The key that stands in a folder's settings is found, also where the rest contradicts itself; without settings there is none."""
    assert kept_key(tmp_path) is None
    write_project(tmp_path, plan_project(None, name="s", key="secret"))
    assert kept_key(tmp_path) == "secret"
    with (tmp_path / "freetext.toml").open("a") as settings:
        settings.write('[[question]]\nname = "q"\nkind = "no kind"\n')
    assert kept_key(tmp_path) == "secret"


@pytest.mark.parametrize("settings", ["format = ", "format = 1\nsurvey = 3\n", '[survey]\nkey = 3\nlabels = "logs"\n'])
def test_labels_whose_key_cannot_be_read_are_not_given_up(tmp_path, settings):
    """Settings whose key cannot be read may be replaced as long as no labels stand in the folder."""
    (tmp_path / "freetext.toml").write_text(settings)
    assert kept_key(tmp_path) is None
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / "ada.jsonl").write_text("")
    with pytest.raises(OutputError, match="its key cannot be read"):
        kept_key(tmp_path)


def test_labels_under_no_key_stay_readable(tmp_path):
    """A project without a key keeps none where there are labels, and gets a fresh one where there are none."""
    (tmp_path / "freetext.toml").write_text("[survey]\n")
    assert kept_key(tmp_path) is None
    (tmp_path / "ada.jsonl").write_text("")
    assert kept_key(tmp_path) == ""
    assert read_back(plan_project(None, name="s", key=""), tmp_path / "new").key == ""
