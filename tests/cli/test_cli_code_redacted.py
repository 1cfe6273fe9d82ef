import csv
import io
from pathlib import Path

import openpyxl
import pytest
from tests.cli.two_themes import learn

from freetext.batch.folders import code_folder

NAMED = "Mrs Quillfeather of SW1A 1AA said: more money, ring 020 7946 0321"
ROWS = (("1", "we need more money"), ("2", "the staff were kind"), ("3", NAMED), ("4", "kind staff, zed@example.com"))


@pytest.fixture(name="survey")
def _survey(tmp_path, freetext, rows_to):
    """A project whose third and fourth answers say who somebody is, and its model."""
    rows_to(tmp_path / "survey.csv", [["id", "why", "note"], *((*row, "Mr Untouched") for row in ROWS)])
    learn(tmp_path, ROWS, freetext)
    return tmp_path


def cells(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def test_the_original_columns_come_back_untouched(survey, freetext):
    """Without --redact the texts stand in the coded file as they stood."""
    assert freetext("code", "survey.csv", "-o", "plain.csv", cwd=survey).code == 0
    assert cells(survey / "plain.csv")[3][1] == NAMED


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
def test_texts_are_covered_and_codes_are_the_same(survey, freetext, ending):
    """With --redact placeholders stand in the text columns, every other cell and every code is as without, whatever the route."""
    assert freetext("code", "survey.csv", "-o", "plain.csv", cwd=survey).code == 0
    assert freetext("code", "survey.csv", "-o", f"out.{ending}", "--redact", cwd=survey).code == 0
    found = _table(survey / f"out.{ending}")
    plain = cells(survey / "plain.csv")
    assert [row[1] for row in found[3:]] == [
        "[name] of [postcode] said: more money, ring [phone]",
        "kind staff, [email]",
    ]
    assert [row[:1] + row[2:4] for row in found] == [row[:1] + row[2:4] for row in plain]


def _table(path: Path) -> list[list[str]]:
    if path.suffix == ".csv":
        return cells(path)
    if path.suffix == ".xlsx":
        sheet = openpyxl.load_workbook(path).worksheets[0]
        return [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    import pyarrow.parquet as pq  # noqa: PLC0415

    table = pq.read_table(path)
    return [table.column_names, *map(list, zip(*(column.to_pylist() for column in table.columns), strict=True))]


def test_nothing_of_a_redacted_folder_holds_a_name(survey, freetext):
    """Coded parts and all that stands beside them are covered, and have another key than without."""
    (survey / "in").mkdir()
    (survey / "survey.csv").rename(survey / "in" / "survey.csv")
    code_folder(survey / "in", survey / "out", project=survey, redact=True)
    held = b"".join(path.read_bytes() for path in (survey / "out").rglob("*") if path.is_file())
    assert b"Quillfeather" not in held
    again = freetext("code", "in", "-o", "out", cwd=survey)
    assert again.code == 0, again.err
    held = b"".join(path.read_bytes() for path in (survey / "out").glob("*.parquet"))
    assert b"Quillfeather" in held


def test_a_review_sheet_is_covered_and_comes_back(survey, freetext):
    """A workbook for coders has placeholders; ticked and returned it is taken, and the label is of the answer as it stands."""
    for coder in (survey / "data" / "annotated").iterdir():
        coder.unlink()
    done = freetext("review", "survey.csv", "--coder", "ben", "--export", "sheet.xlsx", cwd=survey)
    assert done.code == 0, done.err
    book = openpyxl.load_workbook(survey / "sheet.xlsx")
    page = book["frame"]
    texts = [row[2].value for row in page.iter_rows(min_row=2)]
    assert "[name] of [postcode] said: more money, ring [phone]" in texts
    heading = [cell.value for cell in page[1]].index("money")
    for row in page.iter_rows(min_row=2):
        row[heading].value = 1
    book.save(survey / "sheet.xlsx")
    raised = [cell.value for cell in page[1]].index("safeguarding")
    page.cell(2, raised + 1).value = 1
    book.save(survey / "sheet.xlsx")
    back = freetext("review", "survey.csv", "--coder", "ben", "--import", "sheet.xlsx", cwd=survey)
    assert back.code == 0, back.err
    listed = list((survey / "output" / "restricted").glob("*-escalated.csv"))
    assert [len(cells(path)) for path in listed] == [2]


def test_an_audit_sheet_can_be_covered(survey, freetext):
    """`audit draw --redact` covers texts, and labels of such a sheet are still held against the texts of the coded file."""
    assert freetext("code", "survey.csv", "-o", "coded.csv", cwd=survey).code == 0
    drawn = freetext("audit", "draw", "coded.csv", "--redact", "-o", "audit.csv", cwd=survey)
    assert drawn.code == 0, drawn.err
    rows = cells(survey / "audit.csv")
    place, themes = rows[0].index("text"), rows[0].index("themes")
    assert not [row for row in rows if "Quillfeather" in row[place]]
    for row in rows[1:]:
        row[themes] = "money"
    with (survey / "audit.csv").open("w", newline="") as out:
        csv.writer(out).writerows(rows)
    done = freetext("tally", "coded.csv", "--text", "why", "--audit", "audit.csv", cwd=survey)
    assert done.code == 0, done.err


def test_evidence_of_a_model_that_reads_names_is_refused(survey, freetext):
    """Under `redact = false` evidence words may be names, so they are not written beside covered texts."""
    frame = survey / "frame.toml"
    frame.write_text(frame.read_text().replace('name = "frame"', 'name = "frame"\nredact = false'))
    assert freetext("train", cwd=survey).code == 0
    frame.write_text(frame.read_text().replace("redact = false", ""))
    for route in (("-o", "out.csv"), ("-o", "out.xlsx")):
        done = freetext("code", "survey.csv", "--redact", "--evidence", *route, cwd=survey)
        assert done.code == 2
        assert "--redact --evidence: the model frame" in done.line
    (survey / "in").mkdir()
    (survey / "survey.csv").rename(survey / "in" / "survey.csv")
    assert "--redact --evidence" in freetext("code", "in", "-o", "out", "--redact", "--evidence", cwd=survey).line
    told = freetext("code", "in/survey.csv", "-o", "plain.csv", cwd=survey)
    assert "reads names and numbers of people: it learnt before these were hidden; train again" in told.err
    assert "names and numbers of people may be among its words" in freetext("models", "show", cwd=survey).out


def test_an_audit_stands_when_the_coded_file_is_covered(survey, freetext):
    """Labels are of the texts as they were: coded again with --redact, the project's audit corrects as before."""
    assert freetext("code", cwd=survey).code == 0
    before = freetext("tally", "--json", cwd=survey)
    assert freetext("code", "--redact", cwd=survey).code == 0
    after = freetext("tally", "--json", cwd=survey)
    assert "have changed since" not in after.err
    assert after.out == before.out


def test_corrections_by_hand_stay_without_ids(tmp_path, freetext, rows_to):
    """Without an id column what somebody wrote into a covered file is found again by the texts, covered or not."""
    rows_to(tmp_path / "survey.csv", [["id", "why"], *ROWS])
    learn(tmp_path, ROWS, freetext)
    plain = (tmp_path / "freetext.toml").read_text().replace('id = "id"\n', "")
    (tmp_path / "freetext.toml").write_text(plain)
    for coder in (tmp_path / "data" / "annotated").iterdir():
        coder.unlink()
    (tmp_path / "output").mkdir()
    coded = tmp_path / "output" / "survey-coded.csv"
    assert freetext("code", "-o", coded, "--redact", cwd=tmp_path).code == 0
    rows = cells(coded)
    place = rows[0].index("freetext_themes")
    rows[3][place] = "other"
    with coded.open("w", newline="", encoding="utf-8-sig") as out:
        csv.writer(out).writerows(rows)
    done = freetext("code", "-o", coded, "--redact", cwd=tmp_path)
    assert done.code == 0, done.err
    assert cells(coded)[3][place] == "other"


def test_columns_shown_beside_an_audit_are_covered(survey, freetext):
    """`audit draw --redact --show` covers the columns that it shows as well."""
    done = freetext(
        "audit",
        "draw",
        "survey.csv",
        "--text",
        "why",
        "--id",
        "id",
        "--redact",
        "--show",
        "note",
        "-o",
        "a.csv",
        cwd=survey,
    )
    assert done.code == 0, done.err
    assert "Untouched" not in (survey / "a.csv").read_text("utf-8-sig")
