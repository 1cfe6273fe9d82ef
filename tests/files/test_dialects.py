"""Exports of survey platforms, read as plain tables."""

import csv
import datetime as dt
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.files import exports
from tests.files.exports import ANYTHING, BARRIERS, EXPORTS, KIND, WHICH, WHY, write_csv, write_xlsx

from freetext.errors import InputError, UsageError
from freetext.files.tabular.dialects import Dialect, folded
from freetext.files.tabular.rows import Marked, Table
from freetext.files.tabular.streams import count_rows, open_stream
from freetext.files.tabular.tables import read_table, write_table

WHY_READ = " ".join(WHY.split())


def cells(table):
    """A table's names and rows, as text."""
    return table.names, [table.texts_at(place) for place in range(len(table.names))]


def told(table, word):
    """What was said that holds a word."""
    return next((each for each in table.took if word in each), "")


def table_of(rows, file="export.csv"):
    """A table whose first row is its header."""
    columns = tuple([row[place] for row in rows[1:]] for place in range(len(rows[0])))
    return Table(file, tuple(rows[0]), columns, len(rows) - 1)


plain_names = st.sampled_from(["q", "Why?", "id", "name", "email", "Status", "type", "a b", "q", "", "Name\u00a0"])
plain_cells = st.sampled_from(["", "a", "1", "Response", "preview", '{"a":1}', "Survey Preview", "Money;", "x, y"])


@settings(max_examples=100)
@given(
    st.lists(plain_names, min_size=1, max_size=6).flatmap(
        lambda names: st.tuples(
            st.just(names), st.lists(st.lists(plain_cells, min_size=len(names), max_size=len(names)), max_size=5)
        )
    )
)
def test_a_table_without_a_platforms_signs_stays_as_it_is(drawn):
    """Whatever else its header and cells say, a table that lacks the platforms' own columns is given back itself."""
    names, rows = drawn
    table = table_of([names, *rows])
    assert folded(table) is table


@pytest.mark.parametrize("platform", EXPORTS)
def test_plain_reads_an_export_as_it_stands(tmp_path, platform):
    """`plain` switches off: header rows are rows, previews stay, names are the file's."""
    path = exports.write_export(platform, tmp_path)
    table = read_table(path, dialect="plain")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert (list(table.names), table.size, table.dialect) == (rows[0], len(rows) - 1, "")


@pytest.mark.parametrize("platform", EXPORTS)
def test_each_platform_is_found_by_its_own_columns(tmp_path, platform):
    """The platform is found and said, names are usable and each once, and no respondent is lost."""
    table = read_table(exports.write_export(platform, tmp_path))
    assert table.dialect == platform
    assert told(table, "dialect")
    assert len(set(table.names)) == len(table.names)
    assert all(name == " ".join(name.split()) for name in table.names)
    assert table.size == 40 - 2 * (platform == "qualtrics")


@pytest.mark.parametrize("platform", EXPORTS)
@pytest.mark.parametrize(("encoding", "delimiter"), [("utf-16", "\t"), ("utf-8", ";"), ("utf-8-sig", ",")])
@pytest.mark.parametrize("size", [1, 7, 1000])
def test_batches_of_an_export_are_the_table(tmp_path, platform, encoding, delimiter, size):
    """Read batch by batch an export has the same names, cells, row numbers and notes as read at once."""
    path = write_csv(tmp_path / "a.csv", EXPORTS[platform](), encoding=encoding, delimiter=delimiter)
    whole, stream = read_table(path), open_stream(path)
    batches = list(stream.batches(size))
    joined = [[cell for each in batches for cell in each.texts_at(place)] for place in range(len(stream.names))]
    assert (stream.names, joined) == cells(whole)
    assert [each.row(place) for each in batches for place in range(each.size)] == whole.row_numbers().tolist()
    assert [each.first + place for each in batches for place in range(each.size)] == whole.row_numbers().tolist()
    assert stream.took == whole.took
    assert count_rows(stream) == whole.size


@settings(max_examples=30)
@given(
    st.lists(st.sampled_from(["Survey Preview", "IP Address", "Spam"]), max_size=12), st.integers(1, 5), st.booleans()
)
def test_previews_anywhere_are_taken_out_and_nothing_else(tmp_path_factory, statuses, size, previews):
    """Wherever previews stand, whole and in batches the other rows keep their order and their numbers in the file."""
    path = tmp_path_factory.mktemp("d") / "a.csv"
    head = exports.qualtrics(size=1)[:3]
    answer = exports.qualtrics(size=2)[-1]
    rows = [[*answer[:2], status, *answer[3:]] for status in statuses]
    write_csv(path, [*head, *rows])
    expected = [row for row, status in enumerate(statuses, start=4) if previews or status != "Survey Preview"]
    wanted = Dialect(previews=previews)
    assert read_table(path, dialect=wanted).row_numbers().tolist() == expected
    batches = list(open_stream(path, dialect=wanted).batches(size))
    assert [batch.row(place) for batch in batches for place in range(batch.size)] == expected
    assert batches


@pytest.mark.parametrize("platform", EXPORTS)
def test_an_export_that_was_folded_once_stays_as_it_is(tmp_path, platform):
    """What is written of a folded table reads back with the same names and cells."""
    table = read_table(exports.write_export(platform, tmp_path))
    write_table(table, tmp_path / "out.csv")
    assert cells(read_table(tmp_path / "out.csv")) == cells(table)


def test_a_coded_file_is_no_export(tmp_path):
    """A file that freetext wrote is read as it stands, whatever its columns are called."""
    table = table_of(exports.qualtrics())
    assert folded(table.with_columns({"freetext_themes": ["a"] * table.size})).size == table.size


def test_qualtrics_says_questions_and_options(tmp_path):
    """The second header row gives titles and options, the third which columns are one question; `_TEXT` keeps its own."""
    table = read_table(exports.write_export("qualtrics", tmp_path))
    assert told(table, "dialect") == "dialect Qualtrics: 2 more header rows; --dialect plain undoes it"
    assert told(table, "previews") == "2 previews left out: rows 4, 12"
    assert told(table, "spam") == "1 marked as spam stay: row 8"
    assert (table.head, table.marked) == (2, Marked(previews=(4, 12), spam=(8,)))
    assert table.about["Q1"].title == WHY_READ
    assert [table.about[f"Q3_{n}"].option for n in (1, 2, 3, 7)] == list(BARRIERS)
    assert {table.about[f"Q3_{n}"].group for n in (1, 2, 3, 7)} == {"Q3"}
    assert (table.about["Q3_1"].title, table.about["Q3_7_TEXT"].group) == (WHICH, "")
    assert "StartDate" not in table.about


def test_options_of_qualtrics_are_joined_by_what_was_asked(tmp_path):
    """Where the third row has no choiceId, "Selected Choice" in the second says as well that a column is an option."""
    rows = exports.qualtrics()
    rows[2] = [re.sub('"QID3","choiceId":"([0-9])"', r'"QID3_\1"', str(cell)) for cell in rows[2]]
    table = read_table(write_csv(tmp_path / "q.csv", rows))
    assert [table.about[f"Q3_{n}"].option for n in (1, 2, 3, 7)] == list(BARRIERS)
    assert {table.about[f"Q3_{n}"].group for n in (1, 2, 3, 7)} == {"Q3"}


@pytest.mark.parametrize("imports", [True, False])
@pytest.mark.parametrize("numeric", [True, False])
def test_qualtrics_workbooks_have_two_or_three_header_rows(tmp_path, imports, numeric):
    """A workbook without the row of ImportIds, with words or numbers for choices, is folded all the same."""
    path = write_xlsx(tmp_path / "q.xlsx", exports.qualtrics(imports=imports, numeric=numeric))
    table = read_table(path)
    assert (table.size, table.row(0)) == (38, 4 + imports)
    assert table.about["Q3_1"].option == BARRIERS[0]
    assert "spam" in "".join(table.took)


def test_the_older_qualtrics_names_its_columns_in_the_second_row(tmp_path):
    """V1, V2, ... get the names that stand below them; 1 in Status is a preview."""
    table = read_table(write_csv(tmp_path / "q.csv", exports.older_qualtrics()))
    assert table.names[:3] == ("ResponseID", "ResponseSet", "Name")
    assert (table.size, table.about["Q1"].title) == (39, WHY_READ)


def test_a_grid_is_no_question_of_several_answers(tmp_path):
    """Columns with one stem whose cells are no options are questions of their own, titled with their row."""
    grid = [("Q9_1", "Q9_2"), ("Rate it - Food", "Rate it - Beds"), *[("Good", "Bad")] * 40]
    rows = [[*row, *two] for row, two in zip(exports.qualtrics(imports=False), grid, strict=True)]
    table = folded(table_of(rows))
    assert (table.about["Q9_1"].title, table.about["Q9_1"].group) == ("Rate it - Food", "")


@pytest.mark.parametrize("repeated", [True, False])
def test_surveymonkey_goes_on_with_a_question(tmp_path, repeated):
    """A blank in the first row, or the same text again, goes on with the question; what is below becomes the option."""
    table = read_table(write_csv(tmp_path / "s.csv", exports.surveymonkey(repeated=repeated)))
    assert table.names[9:] == (WHY_READ, KIND, *(f"{WHICH} - {option}" for option in BARRIERS), ANYTHING)
    about = table.about[f"{WHICH} - Money"]
    assert (about.title, about.group, about.option) == (WHICH, WHICH, "Money")
    assert table.about[f"{WHICH} - Other (please specify)"].group == ""


def test_merged_headers_of_a_workbook_go_on(tmp_path):
    """In a workbook whose question spans several columns the names are those of the CSV."""
    rows = exports.surveymonkey()
    merged = read_table(write_xlsx(tmp_path / "s.xlsx", rows, merged=True))
    assert cells(merged) == cells(read_table(write_csv(tmp_path / "s.csv", rows)))


def test_questions_with_the_same_text_get_a_number(tmp_path):
    """A text that stands twice gets ` (2)`, and that is said."""
    for platform in (exports.surveymonkey, exports.microsoft, exports.google):
        table = read_table(write_csv(tmp_path / "t.csv", platform(twice=True)))
        assert table.names[-2:] == (ANYTHING, f"{ANYTHING} (2)")
        assert told(table, "stood twice") == f"names that stood twice are now {f'{ANYTHING} (2)'!r}"


@pytest.mark.parametrize("heads", [1, 2, 3])
def test_smartsurvey_has_one_to_three_header_rows(tmp_path, heads):
    """However many rows the header has, an option's column bears its question and its option."""
    table = read_table(write_csv(tmp_path / "s.csv", exports.smartsurvey(heads=heads)))
    above = f"{WHICH} - At work" if heads == 3 else WHICH
    assert (table.size, table.row(0)) == (40, heads + 1)
    assert table.names[11:15] == tuple(f"{above} - {option}" for option in BARRIERS)
    assert heads == 1 or table.about[f"{above} - Money"].group == above


def test_microsoft_names_have_plain_spaces(tmp_path):
    """Non-breaking spaces in the header become plain ones; moments of a workbook stay moments."""
    table = read_table(write_xlsx(tmp_path / "m.xlsx", exports.microsoft()))
    assert table.names[5] == WHY_READ
    assert table.texts("Start time")[0] == "2024-03-05T09:07:00"


def test_ids_keep_their_leading_zeros(tmp_path):
    """Ids that look like numbers stay the text that they are, in a CSV and as text in a workbook."""
    rows = exports.smartsurvey()
    for path in (write_csv(tmp_path / "a.csv", rows), write_xlsx(tmp_path / "a.xlsx", rows)):
        assert read_table(path).texts("Unique ID")[0] == "00001"


def test_a_named_platform_is_held_to_it(tmp_path):
    """A file that bears no sign of the platform that was asked for is refused; where a project names it, it is read as it stands."""
    path = write_csv(tmp_path / "a.csv", [["id", "text"], ["1", "a"]])
    with pytest.raises(InputError, match=r"no export of SurveyMonkey \(--dialect\)"):
        read_table(path, dialect="surveymonkey")
    with pytest.raises(InputError, match="no export of Qualtrics"):
        open_stream(path, dialect="qualtrics")
    assert read_table(path, dialect=Dialect("surveymonkey")).names == ("id", "text")
    with pytest.raises(UsageError, match="no dialect 'monkey'"):
        read_table(path, dialect="monkey")


def test_a_named_platform_needs_fewer_signs(tmp_path):
    """Where most of a platform's columns were taken out, naming it folds the rest."""
    rows = [["Respondent ID", "Which?", ""], ["", "a", "b"], ["1", "a", ""], ["2", "", "b"]]
    path = write_csv(tmp_path / "a.csv", rows)
    assert read_table(path).names == ("Respondent ID", "Which?", "")
    assert read_table(path, dialect="surveymonkey").names == ("Respondent ID", "Which? - a", "Which? - b")


HOME = ("ResponseId", "StartDate", "EndDate", "RecordedDate", "Status", "Comment")


@pytest.mark.parametrize("channel", [False, True])
def test_numbers_in_a_status_of_ones_own_are_no_previews(channel):
    """Without further header rows or a channel only words mark a preview: a Status of somebody's own numbers loses no row."""
    rows = [[f"r{n}", "2026-03-01", "2026-03-01", "2026-03-01", status, "text"] for n, status in enumerate("12348")]
    rows.append(["r9", "2026-03-01", "2026-03-01", "2026-03-01", "Survey Preview", "text"])
    more = ["anonymous"] * channel
    table = folded(table_of([[*HOME, *["DistributionChannel"] * channel], *[[*row, *more] for row in rows]]))
    assert table.texts("ResponseId") == (["r2", "r3", "r4"] if channel else ["r0", "r1", "r2", "r3", "r4"])


@pytest.mark.parametrize(
    "stamp", ["0.0", "1.5", "2026-03-01T09:10:11", "2026-03-01 09:10:11", "2026-03-01T09:10:11Z", "1772356211", ""]
)
def test_a_timestamp_that_google_never_writes_is_no_sign_of_it(stamp):
    """Seconds and ISO stamps beside a Score are somebody's own file, which keeps its Score."""
    rows = [[stamp, "3", "too dear", "A"]] * 4
    table = table_of([("Timestamp", "Score", "What do you think?", "Site"), *rows])
    assert folded(table) is table


def test_moments_of_a_workbook_are_as_google_shows_them(tmp_path):
    """In a workbook, whose moments are no text, Google's answers are known all the same."""
    head, *rows = exports.google()
    moments = [[dt.datetime(2026, 3, 1, 9, place), *row[1:]] for place, row in enumerate(rows)]  # noqa: DTZ001
    assert read_table(write_xlsx(tmp_path / "g.xlsx", [head, *moments])).dialect == "google-forms"


@pytest.mark.parametrize("platform", EXPORTS)
@pytest.mark.parametrize("other", EXPORTS)
def test_an_export_of_another_platform_is_refused(tmp_path, platform, other):
    """Whichever platform is named, the export of another one is refused, though some of their columns have one name."""
    path = exports.write_export(platform, tmp_path)
    if platform == other:
        assert read_table(path, dialect=other).dialect == other
        return
    with pytest.raises(InputError, match="is no export of"):
        read_table(path, dialect=other)


def test_an_address_alone_is_no_sign_of_qualtrics(tmp_path):
    """Columns that every platform has bear none out, not even one that was named."""
    path = write_csv(tmp_path / "a.csv", [["IP Address", "Email Address", "Why?"], ["192.0.2.1", "a@b.example", "so"]])
    with pytest.raises(InputError, match="no export of Qualtrics"):
        read_table(path, dialect="qualtrics")


def test_sub_questions_keep_their_options_in_three_rows():
    """Where each sub-question has columns of the same names, each column has its own sub-question in its name."""
    own = ["UserID", "UserNo", "Unique ID", "Started", "Ended"]
    blank = [""] * len(own)
    rows = [
        [*own, "1. How do you rate", "", "", "", "2. Why?"],
        [*blank, "Staff", "", "Price", "", ""],
        [*blank, "Score", "Comment", "Score", "Comment", ""],
        *[[str(n), str(n), f"u{n}", "x", "y", "3", "fine", "4", "", "so"] for n in range(5)],
    ]
    table = folded(table_of(rows))
    items = [f"1. How do you rate - {item} - {what}" for item in ("Staff", "Price") for what in ("Score", "Comment")]
    assert table.names[5:] == (*items, "2. Why?")


def test_what_a_file_said_of_its_columns_stays():
    """Titles and labels that came with the file go along with its columns."""
    table = folded(table_of([row[:19] for row in exports.qualtrics()]))
    again = folded(replace(table, dialect="", numbers=None))
    assert again.about == table.about


odd = st.sampled_from(
    [
        *("Respondent ID", "Collector ID", "Date Created", "StartDate", "ResponseId", "Status", "IPAddress", "EndDate"),
        *("RecordedDate", "V1", "V2", "V3", "V4", "ID", "Start time", "Completion time", "Timestamp", "Email Address"),
        *(
            "UserID",
            "Started",
            "Ended",
            "Unique ID",
            "Q1",
            "Q1_1",
            "Q1_2",
            "Why do you say so?",
            "",
            " ",
            "a",
            "a",
            "1",
        ),
        *(
            "Response",
            "Start Date",
            "Response ID",
            "Response Type",
            "Q - Selected Choice - a",
            "Q - b",
            "Survey Preview",
        ),
        *(
            '{"ImportId":"QID1","choiceId":"1"}',
            '{"ImportId":"x"}',
            "2024/03/05 9:10:11 am GMT",
            "Spam",
            "\u200b",
            "a\u00a0b",
        ),
    ]
)


@settings(max_examples=250)
@given(
    st.integers(1, 6).flatmap(
        lambda width: st.lists(st.lists(odd, min_size=width, max_size=width), min_size=1, max_size=7)
    ),
    st.sampled_from(["", *EXPORTS]),
    st.integers(1, 3),
)
def test_whatever_is_mixed_up_is_read_alike_whole_and_in_batches(tmp_path_factory, rows, platform, size):
    """Headers made of all platforms' pieces are read without a fault, names each once, and the batches are the table."""
    path = tmp_path_factory.mktemp("d") / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows(rows)
    wanted = Dialect(platform)
    whole, stream = read_table(path, delimiter=",", dialect=wanted), open_stream(path, delimiter=",", dialect=wanted)
    batches = list(stream.batches(size))
    joined = [[cell for each in batches for cell in each.texts_at(place)] for place in range(len(stream.names))]
    numbers = [each.row(place) for each in batches for place in range(each.size)]
    assert ((stream.names, joined), numbers, stream.took) == (cells(whole), whole.row_numbers().tolist(), whole.took)
    named = [name for name in whole.names if name]
    assert not whole.dialect or len(set(named)) == len(named)
    assert set(whole.about) <= set(whole.names)
    lost = len(rows) - 1 - whole.size
    assert lost == 0 or (whole.dialect and whole.took[2:])


def test_the_spss_file_of_a_platform_loses_its_previews_too(tmp_path):
    """In a platform's SPSS file, which has no further header rows, previews are known by their label and left out."""
    pyreadstat = pytest.importorskip("pyreadstat")
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(
        {name: ["a", "b", "c"] for name in ("StartDate", "EndDate", "IPAddress", "ResponseId")}
        | {"Status": [1.0, 0.0, 8.0], "Q1": [1.0, 2.0, 1.0]}
    )
    labels = {"Status": {0.0: "IP Address", 1.0: "Survey Preview", 8.0: "Spam"}, "Q1": {1.0: "Yes", 2.0: "No"}}
    pyreadstat.write_sav(frame, tmp_path / "q.sav", variable_value_labels=labels)
    table = read_table(tmp_path / "q.sav")
    assert (table.dialect, table.texts("ResponseId"), table.texts("Q1")) == ("qualtrics", ["b", "c"], ["No", "Yes"])
    assert table.about["Q1"].values == ((1, "Yes"), (2, "No"))
    assert read_table(tmp_path / "q.sav", dialect="plain").size == 3
