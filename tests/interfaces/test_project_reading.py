"""Files read from Python as the project says, which is how the commands read them."""

import pytest
from tests.files.exports import write_export

import freetext
from freetext.errors import InputError
from freetext.files.project.settings import read_settings
from freetext.files.project.survey_tables import read_survey_table
from freetext.interfaces.report_requests import Request
from freetext.interfaces.reporting import made

SETTINGS = """format = 1

[survey]
name = "cafes"
file = "coded.csv"
encoding = "cp1252"
id = "id"

[[question]]
name = "q"
kind = "open"
column = "said"
"""
CODED = "id,said,codes\n1,the café,place\n2,a naïve idea,idea\n3,nothing more,place\n"


@pytest.fixture
def survey(tmp_path):
    """A project whose files are no UTF-8."""
    (tmp_path / "freetext.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "coded.csv").write_bytes(CODED.encode("cp1252"))
    return tmp_path


def test_a_tally_reads_the_coded_file_and_its_audit_in_the_projects_encoding(survey):
    """What nobody says of a file is as the project says, also of the labels of an audit."""
    audit = survey / "audit.csv"
    audit.write_bytes("id,themes,note\n1,place,café\n2,idea,\n3,place,\n".encode("cp1252"))
    with pytest.raises(InputError):
        freetext.tally(survey / "coded.csv", themes="codes")
    (table,) = freetext.tally(survey / "coded.csv", themes="codes", text="said", audit=audit, project=survey)
    assert [row.theme for row in table.rows] == ["place", "idea"]


def test_an_export_reads_the_coded_file_in_the_projects_encoding(survey, tmp_path):
    """A file that is no UTF-8 is exported from Python as the command exports it."""
    freetext.export(survey / "coded.csv", tmp_path / "out.csv", themes="codes", text="said", raw=True, project=survey)
    assert "the café" in (tmp_path / "out.csv").read_text(encoding="utf-8")


def test_a_report_reads_its_files_in_the_projects_encoding(survey):
    """A report reads the coded file and the earlier wave as the project says."""
    path = str(survey / "coded.csv")
    before = survey / "before.csv"
    before.write_bytes(CODED.encode("cp1252"))
    asked = Request(coded=path, project=str(survey), themes=("codes",), text="said", waves=(str(before),))
    assert "2" in str(made(asked).report.sections)


def test_answers_are_searched_and_drawn_in_the_projects_encoding(survey):
    """A file that is named, instead of the folder that has it, is read as the project says."""
    assert [each.id for each in freetext.search(survey / "coded.csv", "café", project=survey)] == ["1"]
    drawn = freetext.draw_audit(survey / "coded.csv", n=3, seed="s", project=survey)
    assert "the café" in drawn.to_numpy().ravel().tolist()


def test_previews_stay_where_the_project_keeps_them(tmp_path):
    """A platform that is named for a file does not undo what the project says of its previews."""
    path = write_export("qualtrics", tmp_path)
    (tmp_path / "freetext.toml").write_text('format = 1\n\n[survey]\nname = "s"\npreviews = true\n', encoding="utf-8")
    plan = read_settings(tmp_path).questionnaire
    assert read_survey_table(path, plan, dialect="qualtrics").size == read_survey_table(path, plan).size == 40
    assert freetext.check(path, project=tmp_path, dialect="qualtrics").rows == 40
