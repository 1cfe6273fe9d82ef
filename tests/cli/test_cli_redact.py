"""`freetext redact`: text columns masked, everything else untouched, and a log without a text."""

import csv
import io

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pyreadstat
import pytest
import spacy
from spacy.pipeline import EntityRuler

from freetext import redact
from freetext.errors import UsageError
from freetext.files.tabular.rows import Table
from freetext.files.tabular.suspects import FEW
from freetext.guard.redactor import Redactor
from freetext.interfaces.redacting import redacted

ROWS = [
    ["id", "area", "why", "rating"],
    ["a1", "B33 8TH", "Mrs Patel was kind, ring her on 07700 900123", "5"],
    ["a2", "SW1A 1AA", "", "4"],
    ["jo@example.org", "N1", "Nothing at all", "=1+1"],
    ["a4", "LS1", "write to jo@example.org\nor Dr Smith, not Jane Roe", "2"],
]


@pytest.fixture(name="survey")
def _survey(tmp_path):
    with (tmp_path / "in.csv").open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(ROWS)
    return tmp_path


def read(path):
    """Read a CSV as rows."""
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def test_only_the_text_column_changes(freetext, survey):
    """Rows in are rows out; placeholders stand in the text column, all other cells are as they were."""
    done = freetext("redact", "in.csv", "-o", "out.csv", "--text", "why", cwd=survey)
    assert done.code == 0, done.err
    rows = read(survey / "out.csv")
    assert [row[2] for row in rows] == [
        "why",
        "[name] was kind, ring her on [phone]",
        "",
        "Nothing at all",
        "write to [email]\nor [name], not Jane Roe",
    ]
    assert [[*row[:2], row[3].removeprefix("'")] for row in rows] == [[*row[:2], row[3]] for row in ROWS]


def test_it_says_how_much_and_that_it_is_not_all(freetext, survey):
    """Standard error counts by type and says plainly that it is incomplete."""
    done = freetext("redact", "in.csv", "-o", "out.csv", "--text", "why", cwd=survey)
    assert "masked in 2 of 3 texts: name 2, phone 1, email 1" in done.err
    assert "not everything is found" in done.err
    assert "out.csv: 4 rows" in done.err


def test_the_log_holds_no_text(freetext, survey):
    """The log names row, id, column, place and type; what stood there is nowhere in it, not even where the id is an address."""
    done = freetext(
        "redact",
        "in.csv",
        "-o",
        "out.csv",
        "--text",
        "why",
        "--text",
        "area",
        "--id",
        "id",
        "--log",
        "log.csv",
        cwd=survey,
    )
    assert done.code == 0, done.err
    log = read(survey / "log.csv")
    assert log[0] == ["row", "id", "column", "start", "end", "type"]
    assert log[1:4] == [
        ["2", "a1", "why", "0", "9", "name"],
        ["2", "a1", "why", "32", "44", "phone"],
        ["2", "a1", "area", "0", "7", "postcode"],
    ]
    said = (survey / "log.csv").read_text(encoding="utf-8-sig")
    assert not any(each in said for each in ("Patel", "07700", "Smith", "example.org", "SW1A"))


def test_an_id_that_is_an_address_is_masked_in_the_log(freetext, survey):
    """An id that tells who somebody is does not stand in the log."""
    rows = [["id", "why"], ["jo@example.org", "Ask Mrs Patel"]]
    with (survey / "ids.csv").open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
    done = freetext("redact", "ids.csv", "-o", "out.csv", "--text", "why", "--id", "id", "--log", "log.csv", cwd=survey)
    assert done.code == 0, done.err
    assert read(survey / "log.csv")[1] == ["2", "[email]", "why", "4", "13", "name"]


def test_names_and_types(freetext, survey):
    """A list adds names; types leave the others alone."""
    (survey / "names.txt").write_text("# staff\n\nJane Roe\n", encoding="utf-8")
    done = freetext(
        "redact", "in.csv", "-o", "-", "--text", "why", "--names", "names.txt", "--types", "name", cwd=survey
    )
    assert done.code == 0, done.err
    texts = [row[2] for row in csv.reader(io.StringIO(done.out, newline=""))]
    assert texts[1] == "[name] was kind, ring her on 07700 900123"
    assert texts[4] == "write to jo@example.org\nor [name], not [name]"


def test_a_type_that_does_not_exist_is_refused(freetext, survey):
    """The message lists the types; nothing is written."""
    done = freetext("redact", "in.csv", "-o", "out.csv", "--text", "why", "--types", "name,nhs", cwd=survey)
    assert done.code == 2
    assert "nhs number" in done.line
    assert not (survey / "out.csv").exists()


def test_what_is_there_is_kept_and_a_dry_run_writes_nothing(freetext, survey):
    """An existing file is refused without --force, before anything is read; a dry run counts only."""
    assert freetext("redact", "in.csv", "-o", "in.csv", "--text", "why", cwd=survey).code == 2
    done = freetext("redact", "in.csv", "-o", "out.csv", "--text", "why", "--log", "log.csv", "--dry-run", cwd=survey)
    assert done.code == 0
    assert "name 2" in done.err
    assert not (survey / "out.csv").exists()
    assert not (survey / "log.csv").exists()
    assert freetext("redact", "in.csv", "-o", "out.csv", "--text", "wy", cwd=survey).code == 2
    assert not (survey / "out.csv").exists()


def test_nothing_found_leaves_a_log_with_a_header(freetext, survey):
    """A log of nothing has its header; the exit code is 0."""
    done = freetext("redact", "in.csv", "-o", "out.csv", "--text", "rating", "--log", "log.csv", cwd=survey)
    assert done.code == 0, done.err
    assert read(survey / "log.csv") == [["row", "id", "column", "start", "end", "type"]]
    assert "nothing" in done.err


def test_workbooks_keep_their_other_cells(freetext, survey):
    """A workbook's numbers stay numbers."""
    book = openpyxl.Workbook()
    for row in (["n", "why"], [3.5, "Mrs Patel"], [4, 17]):
        book.active.append(row)
    book.save(survey / "in.xlsx")
    done = freetext("redact", "in.xlsx", "-o", "out.xlsx", "--text", "why", cwd=survey)
    assert done.code == 0, done.err
    rows = [list(row) for row in openpyxl.load_workbook(survey / "out.xlsx").active.iter_rows(values_only=True)]
    assert rows == [["n", "why"], [3.5, "[name]"], [4, 17]]


def test_parquet_keeps_its_types(freetext, survey):
    """Parquet's columns keep their types, a dictionary of texts too, and nulls stay null."""
    words = pa.array(["Mrs Patel", None, "fine", "Mrs Patel"]).dictionary_encode()
    table = pa.table(
        {
            "n": pa.array([1, 2, None, 4], pa.int16()),
            "a": pa.array(["x", None, "07700 900123", ""], pa.large_string()),
            "b": words,
        }
    )
    pq.write_table(table, survey / "in.parquet")
    done = freetext("redact", "in.parquet", "-o", "out.parquet", "--text", "a", "--text", "b", cwd=survey)
    assert done.code == 0, done.err
    back = pq.read_table(survey / "out.parquet")
    assert back.column("n").to_pylist() == [1, 2, None, 4]
    assert back.column("a").to_pylist() == ["x", None, "[phone]", ""]
    assert back.column("b").to_pylist() == ["[name]", None, "fine", "[name]"]
    assert back.schema.field("n").type == pa.int16()


def test_a_long_file_is_masked_batch_by_batch(freetext, survey):
    """A file longer than a batch comes out as long, in order, with the rows' own numbers in the log."""
    rows = [["id", "why"], *([str(place), "Mrs Patel" if place % 20_000 == 7 else "fine"] for place in range(50_000))]
    with (survey / "long.csv").open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
    done = freetext("redact", "long.csv", "-o", "out.csv", "--text", "why", "--log", "log.csv", cwd=survey)
    assert done.code == 0, done.err
    back = read(survey / "out.csv")
    assert [row[0] for row in back] == [row[0] for row in rows]
    assert sum(row[1] == "[name]" for row in back) == 3
    assert [row[0] for row in read(survey / "log.csv")[1:]] == ["9", "20009", "40009"]


def test_half_a_character_stops_no_redaction():
    """Texts with half a character are masked, and keep it, however many there are."""
    texts = [*["fine"] * FEW, "ring 07700 900123", "half \ud83d jo@example.org"]
    masked = redacted(Table("a.csv", ("why",), (texts,), len(texts)), ["why"], Redactor()).table
    assert masked.texts("why")[FEW:] == ["ring [phone]", "half \ud83d [email]"]


def test_a_project_names_the_columns_and_what_is_dropped(freetext, demo, tmp_path):
    """In a project its open questions are masked and dropped columns are left out, which is said and cannot be asked for."""
    done = freetext("redact", "-o", tmp_path / "out.csv", cwd=demo)
    assert done.code == 0, done.err
    assert "left out: contact" in done.err
    before, after = read(demo / "survey.csv"), read(tmp_path / "out.csv")
    gone = before[0].index("contact")
    assert after[0] == before[0][:gone] + before[0][gone + 1 :]
    assert len(after) == len(before)
    assert sum("[phone]" in cell for row in after for cell in row) == 1
    refused = freetext("redact", "-o", tmp_path / "more.csv", "--text", "contact", cwd=demo)
    assert refused.code == 2
    assert "drop" in refused.line


def test_statistical_files_and_standard_input(freetext, survey):
    """A file of SPSS is read as any other; standard input is a CSV, and standard output holds nothing but the table."""
    pyreadstat.write_sav(pd.DataFrame({"n": [1.0, 2.0], "why": ["Mrs Patel", "fine"]}), str(survey / "in.sav"))
    done = freetext("redact", "in.sav", "-o", "out.csv", "--text", "why", cwd=survey)
    assert done.code == 0, done.err
    assert [row[1] for row in read(survey / "out.csv")] == ["why", "[name]", "fine"]
    piped = freetext("redact", "-", "-o", "-", "--text", "why", "--quiet", cwd=survey, stdin=b"n,why\n1,Mrs Patel\n")
    assert (piped.code, piped.out.splitlines(), piped.err) == (0, ["n,why", "1,[name]"], "")


@pytest.fixture(name="pipeline")
def _pipeline(tmp_path):
    """A spaCy pipeline in a folder that knows one person and one place."""
    known = spacy.blank("en")
    ruler = known.add_pipe("entity_ruler")
    assert isinstance(ruler, EntityRuler)
    ruler.add_patterns([{"label": "PERSON", "pattern": "Jane Roe"}, {"label": "GPE", "pattern": "Leeds"}])
    known.to_disk(tmp_path / "pipeline")
    spacy.blank("en").to_disk(tmp_path / "bare")
    return tmp_path


def test_a_pipeline_adds_the_persons_that_it_finds(freetext, survey, pipeline):
    """Persons are masked, places are not; a pipeline that finds no entities, or is none, is refused."""
    done = freetext("redact", "in.csv", "-o", "-", "--text", "why", "--entities", pipeline / "pipeline", cwd=survey)
    assert done.code == 0, done.err
    assert "or [name], not [name]" in done.out
    assert redact(["In Leeds Jane Roe's ward"], entities=str(pipeline / "pipeline")) == ["In Leeds [name]'s ward"]
    for wrong in ("bare", "none"):
        done = freetext("redact", "in.csv", "-o", "-", "--text", "why", "--entities", pipeline / wrong, cwd=survey)
        assert done.code == 2, done.err


def test_python_takes_texts_frames_and_files(survey):
    """Texts give texts, missing ones empty; a frame or a file gives a frame, with all its other cells."""
    assert redact(["Mrs Patel", None, "fine"]) == ["[name]", "", "fine"]
    frame = pd.DataFrame({"n": [1, 2], "why": ["ask Jane Roe", None]})
    back = redact(frame, text="why", names=["Jane Roe"])
    assert back["why"].tolist()[0] == "ask [name]"
    assert back["n"].tolist() == [1, 2]
    assert frame["why"].tolist()[0] == "ask Jane Roe"
    assert redact(survey / "in.csv", text=["why"], types="phone")["why"][0] == "Mrs Patel was kind, ring her on [phone]"
    with pytest.raises(UsageError, match="which columns"):
        redact(frame)


def test_numbers_that_are_personal_data_are_masked(freetext, survey):
    """A workbook's number that is an NHS number, or a phone number without its 0, becomes its placeholder; others stay numbers."""
    book = openpyxl.Workbook()
    for row in (["n", "why"], [1, 9434765919], [2, 7700900123], [3, 447700900123], [4, 17], [9434765919, 2.5]):
        book.active.append(row)
    book.save(survey / "in.xlsx")
    asked = ("redact", "in.xlsx", "-o", "out.xlsx", "--text", "why")
    done = freetext(*asked, "--log", "log.csv", cwd=survey)
    assert done.code == 0, done.err
    assert "masked in 3 of 5 texts: phone 2, nhs number 1" in done.err
    rows = [list(row) for row in openpyxl.load_workbook(survey / "out.xlsx").active.iter_rows(values_only=True)]
    assert [row[1] for row in rows] == ["why", "[nhs number]", "[phone]", "[phone]", 17, 2.5]
    assert rows[-1][0] == 9434765919
    assert read(survey / "log.csv")[1:] == [
        ["2", "2", "why", "0", "10", "nhs number"],
        ["3", "3", "why", "0", "10", "phone"],
        ["4", "4", "why", "0", "12", "phone"],
    ]
    assert freetext(*asked, "--force", "--types", "name,postcode", cwd=survey).code == 0
    assert openpyxl.load_workbook(survey / "out.xlsx").active["B3"].value == 7700900123


def test_numbers_of_parquet_become_texts_and_that_is_told(freetext, survey):
    """A text column of numbers is written as texts in every batch, wherever the first personal data stands, and told; others stay numbers."""
    count = 40_000
    table = pa.table(
        {
            "n": pa.array(range(count), pa.int32()),
            "a": pa.array([None, *range(1, count - 1), 9434765919], pa.int64()),
            "b": pa.array([["jo@example.org", "x"], *[None] * (count - 1)], pa.list_(pa.string())),
        }
    )
    pq.write_table(table, survey / "in.parquet")
    done = freetext("redact", "in.parquet", "-o", "out.parquet", "--text", "a", "--text", "b", cwd=survey)
    assert done.code == 0, done.err
    assert "- read as texts, and written as texts: a, b" in done.err
    back = pq.read_table(survey / "out.parquet")
    assert back.column("a").to_pylist() == [None, *map(str, range(1, count - 1)), "[nhs number]"]
    assert back.column("b").to_pylist()[:2] == ["[email];x", None]
    assert back.column("n").equals(table.column("n"))


def test_a_frame_with_numbers(survey):
    """A frame's number that is personal data is masked; the other numbers of its column become texts too."""
    done = redact(pd.DataFrame({"a": [9434765919, 12], "b": ["Mrs Patel", None]}), text=["a", "b"])
    assert done["a"].tolist() == ["[nhs number]", "12"]
    assert done["b"].tolist()[0] == "[name]"
    frame = pd.DataFrame({"a": [9434765919, 12]}, index=[5, 6])
    frame.to_parquet(survey / "p.parquet")
    assert redact(str(survey / "p.parquet"), text="a")["a"].tolist() == ["[nhs number]", "12"]


def test_one_place_for_two_files_is_refused(freetext, survey, listing):
    """The log cannot be the masked table, nor the table that is read; nothing is written."""
    before = listing(survey)
    for output, log, said in (
        ("r.csv", "r.csv", "--log and -o are the same file: r.csv"),
        ("r.csv", "./r.csv", "--log and -o are the same file"),
        ("r.csv", "in.csv", "--log and the table itself are the same file"),
    ):
        done = freetext("redact", "in.csv", "-o", output, "--log", log, "--text", "why", "--force", cwd=survey)
        assert (done.code, said in done.line) == (2, True), done.err
    assert listing(survey) == before


def test_a_list_of_names_is_not_written_over(freetext, survey, listing):
    """Neither the masked table nor the log takes the place of the list of names, even with --force."""
    (survey / "names.csv").write_text("Priya\n")
    before = listing(survey)
    wanted = ("redact", "in.csv", "--names", "names.csv", "--text", "why", "--force")
    for places in (("-o", "./names.csv"), ("-o", "r.csv", "--log", "names.csv")):
        done = freetext(*wanted, *places, cwd=survey)
        assert (done.code, "--names are the same file" in done.line) == (2, True), done.err
    assert listing(survey) == before
