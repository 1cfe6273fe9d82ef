"""`freetext redact` on exports of survey platforms: row for row as they were, the text column named as elsewhere."""

import csv
import io

import openpyxl
import pytest
from tests.files import exports

from freetext.files.tabular.tables import read_table

SAID = "Mrs Patel was kind, ring her on 07700 900123"
SHOWN = "[name] was kind, ring her on [phone]"


def planted(platform):
    """An export's rows, those masked, and where the text column stands; personal data in the first answer, a preview in Qualtrics."""
    rows = [list(row) for row in exports.EXPORTS[platform]()]
    at = next(place for place in range(len(rows[0])) if any("no budget" in str(row[place]) for row in rows))
    first = next(place for place, row in enumerate(rows) if "skills" in str(row[at]))
    rows[first][at] = SAID
    shown = [list(row) for row in rows]
    shown[first][at] = SHOWN
    return rows, shown, at


def cells(path):
    """A CSV's rows without the guard against formulas."""
    text = path.read_text(encoding="utf-8-sig")
    return [[cell.removeprefix("'") for cell in row] for row in csv.reader(io.StringIO(text, newline=""))]


@pytest.mark.parametrize("platform", list(exports.EXPORTS))
def test_an_export_comes_back_row_for_row(freetext, tmp_path, platform):
    """All header rows and previews of a CSV come back as they were; only the text column, named as elsewhere, is masked."""
    rows, shown, at = planted(platform)
    exports.write_csv(tmp_path / "in.csv", rows)
    exports.write_csv(tmp_path / "shown.csv", shown)
    name = read_table(tmp_path / "in.csv").names[at]
    done = freetext("redact", "in.csv", "-o", "out.csv", "--text", name, "--log", "log.csv", cwd=tmp_path)
    assert done.code == 0, done.err
    assert cells(tmp_path / "out.csv") == cells(tmp_path / "shown.csv")
    assert f"dialect {platform.split('-')[0]}" in done.err.lower()
    row = next(place for place, each in enumerate(rows, start=1) if each[at] == SAID)
    assert [each[0] for each in cells(tmp_path / "log.csv")[1:]] == [str(row)] * 2


@pytest.mark.parametrize("platform", ["qualtrics", "surveymonkey", "smartsurvey"])
def test_a_workbook_comes_back_row_for_row(freetext, tmp_path, platform):
    """A workbook's header rows, blank and merged heads too, come back as they were."""
    rows, shown, at = planted(platform)
    exports.write_xlsx(tmp_path / "in.xlsx", rows, merged=platform == "smartsurvey")
    exports.write_xlsx(tmp_path / "shown.xlsx", shown, merged=platform == "smartsurvey")
    name = read_table(tmp_path / "in.xlsx").names[at]
    done = freetext("redact", "in.xlsx", "-o", "out.xlsx", "--text", name, cwd=tmp_path)
    assert done.code == 0, done.err
    was, now = (openpyxl.load_workbook(tmp_path / f"{each}.xlsx").active for each in ("shown", "out"))
    assert [[cell or None for cell in row] for row in now.values] == [list(row) for row in was.values]
    assert read_table(tmp_path / "out.xlsx").dialect == platform


def test_what_was_taken_for_what_is_told(freetext, tmp_path):
    """Encoding, delimiter and platform are told, and that header rows and previews stay; the header's texts are never masked."""
    rows, _, at = planted("qualtrics")
    rows[1][at] = "Why? Write to Mrs Patel"
    exports.write_csv(tmp_path / "in.csv", rows, delimiter=";")
    done = freetext("redact", "in.csv", "-o", "out.csv", "--text", "Q1", cwd=tmp_path)
    assert done.code == 0, done.err
    assert done.err.splitlines()[:2] == [
        "in.csv: 25 columns (encoding utf-8, delimiter ';')",
        "- dialect Qualtrics: 2 more header rows left as they stand, every row is kept, previews and spam too",
    ]
    assert "masked in 1 of 40 texts" in done.err
    assert cells(tmp_path / "out.csv")[1][at] == "Why? Write to Mrs Patel"


def test_plain_takes_the_first_row_for_the_header(freetext, tmp_path):
    """With `--dialect plain` the columns are named by the first row, and all rows below are answers; another platform is refused."""
    rows, _, _ = planted("qualtrics")
    exports.write_csv(tmp_path / "in.csv", rows)
    plain = ("redact", "in.csv", "-o", "out.csv", "--text", "Q1", "--dialect")
    assert "texts" in freetext(*plain, "plain", cwd=tmp_path).err
    assert len(cells(tmp_path / "out.csv")) == len(rows)
    refused = freetext(*plain, "smartsurvey", "--force", cwd=tmp_path)
    assert refused.code == 2
    assert "no export of SmartSurvey" in refused.line


def test_a_column_that_the_project_drops_goes_from_all_rows(freetext, tmp_path):
    """A dropped column is left out of an export's header rows too, by the name that it has elsewhere."""
    rows, shown, at = planted("surveymonkey")
    exports.write_csv(tmp_path / "in.csv", rows)
    names = read_table(tmp_path / "in.csv").names
    gone = names.index("IP Address")
    (tmp_path / "freetext.toml").write_text('[survey]\ndrop = ["IP Address"]\n', encoding="utf-8")
    done = freetext("redact", "in.csv", "-o", "out.csv", "--text", names[at], cwd=tmp_path)
    assert done.code == 0, done.err
    assert "left out: IP Address" in done.err
    exports.write_csv(tmp_path / "shown.csv", [[*row[:gone], *row[gone + 1 :]] for row in shown])
    assert cells(tmp_path / "out.csv") == cells(tmp_path / "shown.csv")
