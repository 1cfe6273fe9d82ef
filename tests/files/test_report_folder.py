"""The folder of a report: written whole, described by its record."""

import json

import pytest

from freetext.errors import InputError, OutputError
from freetext.files.reporting.report_folder import (
    RECORD,
    Record,
    changed_outputs,
    digest,
    read_record,
    seen_from,
    write_report,
)

FILES = {"report.html": b"<p>", "charts/a.png": b"png"}


@pytest.fixture
def survey(tmp_path):
    path = tmp_path / "survey.csv"
    path.write_bytes(b"id\n1\n")
    return path


def record_of(survey, folder):
    """A record of one input and one table."""
    return Record({"coded": seen_from(folder, survey)}, {"facts": {"freetext": "1"}})


def test_a_report_reads_back_as_it_was_written(tmp_path, survey):
    """The record says what was asked for, what the report says, and the digest of every file."""
    folder = tmp_path / "out" / "report"
    assert write_report(folder, FILES, record_of(survey, folder), force=False) == ()
    found = read_record(folder)
    assert (found.options, found.said) == ({"coded": "../../survey.csv"}, {"facts": {"freetext": "1"}})
    assert set(found.outputs) == set(FILES)
    assert changed_outputs(folder, found) == ()


def test_the_same_report_is_the_same_bytes(tmp_path, survey):
    """Nothing of the clock or the machine stands in the record."""
    folder = tmp_path / "report"
    write_report(folder, FILES, record_of(survey, folder), force=False)
    first = (folder / RECORD).read_bytes()
    write_report(folder, FILES, record_of(survey, folder), force=False)
    assert (folder / RECORD).read_bytes() == first
    assert str(tmp_path).encode() not in first


def test_what_changed_is_named(tmp_path, survey):
    """A file of the report that was edited or taken away is named."""
    folder = tmp_path / "report"
    write_report(folder, FILES, record_of(survey, folder), force=False)
    (folder / "report.html").write_bytes(b"<p>!")
    (folder / "charts" / "a.png").unlink()
    found = read_record(folder)
    html, png = changed_outputs(folder, found)
    assert html.startswith("report.html: has changed")
    assert png.startswith("charts/a.png: is not there")


def test_a_new_report_takes_the_old_ones_files_away(tmp_path, survey):
    """A chart that the new report does not have goes, unless somebody changed it; foreign files stay."""
    folder = tmp_path / "report"
    write_report(folder, FILES, record_of(survey, folder), force=False)
    (folder / "notes.txt").write_text("mine")
    write_report(folder, {"report.html": b"<b>"}, record_of(survey, folder), force=False)
    assert sorted(path.name for path in folder.iterdir()) == ["notes.txt", RECORD, "report.html"]
    write_report(folder, FILES, record_of(survey, folder), force=False)
    (folder / "charts" / "a.png").write_bytes(b"edited")
    (told,) = write_report(folder, {"report.html": b"<b>"}, record_of(survey, folder), force=False)
    assert "a.png" in told
    assert (folder / "charts" / "a.png").read_bytes() == b"edited"


def test_a_folder_of_other_files_is_refused_unless_forced(tmp_path, survey):
    """What no report wrote is not mixed with a report, unless asked for; then it stays."""
    folder = tmp_path / "report"
    folder.mkdir()
    (folder / "thesis.doc").write_text("mine")
    with pytest.raises(OutputError, match="another folder"):
        write_report(folder, FILES, record_of(survey, folder), force=False)
    write_report(folder, FILES, record_of(survey, folder), force=True)
    assert (folder / "thesis.doc").read_text() == "mine"


def test_a_tampered_record_reaches_nothing_outside(tmp_path, survey):
    """Names that lead out of the folder are no files of the report, and are never deleted."""
    folder = tmp_path / "report"
    write_report(folder, FILES, record_of(survey, folder), force=False)
    content = json.loads((folder / RECORD).read_text())
    content["outputs"] = {"../survey.csv": digest(survey.read_bytes()), "/etc/x": "0", "c:\\x": "0"}
    (folder / RECORD).write_text(json.dumps(content))
    assert read_record(folder).outputs == {}
    write_report(folder, FILES, record_of(survey, folder), force=False)
    assert survey.exists()


def test_a_tampered_record_takes_no_file_away_that_no_report_writes(tmp_path, survey):
    """Names inside the folder that a report cannot have written stay, also pictures behind a link that leads out of it."""
    folder = tmp_path / "report"
    write_report(folder, {"report.html": b"<p>"}, record_of(survey, folder), force=False)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    mine = [folder / "survey.csv", folder / "charts.png", elsewhere / "a.png"]
    for path in mine:
        path.write_bytes(b"mine")
    (folder / "charts").symlink_to(elsewhere)
    content = json.loads((folder / RECORD).read_text())
    content["outputs"] |= dict.fromkeys(("survey.csv", "charts.png", "charts/a.png"), digest(b"mine"))
    (folder / RECORD).write_text(json.dumps(content))
    told = write_report(folder, {"report.html": b"<b>"}, record_of(survey, folder), force=False)
    assert len(told) == len(mine)
    assert all(path.read_bytes() == b"mine" for path in mine)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"format": 1}', '{"format": 99, "options": {}}'])
def test_a_damaged_record_is_an_input_error(tmp_path, content):
    """Whatever stands in the record, it is read or refused with a remedy."""
    (tmp_path / RECORD).write_text(content)
    with pytest.raises(InputError, match=r"anew|Update"):
        read_record(tmp_path)


def test_a_folder_without_a_record_is_no_report(tmp_path):
    """The error says how a report is made."""
    with pytest.raises(InputError, match="freetext report"):
        read_record(tmp_path)


def test_a_report_that_broke_off_is_known_as_one(tmp_path, survey):
    """Where writing fails half-way the record stands, says that it is unfinished, and the next report needs no force."""
    folder = tmp_path / "report"
    with pytest.raises(OutputError):
        write_report(folder, {"report.html": b"<p>", "report.html/a.png": b""}, record_of(survey, folder), force=False)
    assert read_record(folder).unfinished
    write_report(folder, FILES, record_of(survey, folder), force=False)
    assert not read_record(folder).unfinished
    assert set(read_record(folder).outputs) == set(FILES)


def test_a_torn_file_of_ours_is_no_foreign_one(tmp_path, survey):
    """A machine that stopped before the record stood does not ask for force either."""
    folder = tmp_path / "report"
    folder.mkdir()
    (folder / ".freetext-0a1b2c.tmp").write_bytes(b"")
    assert write_report(folder, FILES, record_of(survey, folder), force=False) == ()


@pytest.mark.parametrize("changed", [{"outputs": {"a": 3}}, {"outputs": []}, {"drawn": {"numpy": 2}}, {"said": 3}])
def test_a_record_of_other_kinds_is_damaged(tmp_path, survey, changed):
    """A digest or version that is no text is refused."""
    folder = tmp_path / "report"
    write_report(folder, FILES, record_of(survey, folder), force=False)
    content = json.loads((folder / RECORD).read_text())
    (folder / RECORD).write_text(json.dumps(content | changed))
    with pytest.raises(InputError, match="damaged"):
        read_record(folder)
