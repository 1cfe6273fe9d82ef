"""SPSS, Stata and SAS files in."""
# ruff: noqa: DTZ001, PD011  (the formats know no zones; `values` are value labels)

import datetime as dt
import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from freetext.errors import InputError
from freetext.files.tabular.apart import Limits
from freetext.files.tabular.rows import About
from freetext.files.tabular.statistical import read_statistical
from freetext.files.tabular.statistical_moments import kind_of, moments_of
from freetext.files.tabular.statistical_records import records
from freetext.files.tabular.statistical_sets import Place, ticks_of
from freetext.files.tabular.tables import read_table
from freetext.survey.several import ticked

MADE = Path(__file__).parents[1] / "data" / "statistics"
YES_NO = ((0, "No"), (1, "Yes"))


@pytest.mark.parametrize("ending", [".sav", ".zsav"])
def test_labels_sets_and_missing_values_of_spss(ending):
    """Cells are labels, sets and titles stand in `about`, codes of missing answers are blank and counted (files made by PSPP)."""
    table = read_table(MADE / f"survey{ending}")
    assert table.names[:2] == ("id", "channel_first_option")
    assert table.texts("channel_first_option") == ["Yes", "No", "Yes"]
    option = About("Which channels", YES_NO, "channels", "Radio é", "scale")
    assert table.about["channel_first_option"] == option
    assert table.about["m1"].values == ((10, "A"), (20, "B"), (30, "C"))
    assert table.columns[table.place("age")] == [34, None, None]
    assert table.columns[table.place("w")] == ["a", "b", None]
    assert table.about["age"].values == ((98, "Refused"), (99, "Don't know"))
    assert table.about["age"].missing
    assert sorted(row for _, rows in table.about["age"].unsaid for row in rows) == [2, 3]
    assert table.took == (
        "SPSS file, encoding UTF-8",
        "5 variables with value labels",
        "3 cells with a missing-value code read as blank: age, w",
        "numbers of which a few have labels stay numbers: age",
        "multiple-response set 'channels' of 3 options, counted value 1",
        "multiple-response set 'cats' of 2 variables holds categories, not options: left as its variables",
    )
    assert table.row(0) == 1


def test_portable_file():
    """A portable SPSS file gives the same cells; its names are short ones."""
    table = read_table(MADE / "survey.por")
    assert table.texts("CHANNEL_") == ["Yes", "No", "Yes"]
    assert table.about["C3"].title == "Web"
    assert table.columns[table.place("AGE")] == [34, None, None]
    assert "missing-value codes of a .por are blank, and cannot be counted; a .sav keeps them" in table.took


def test_stata_against_pandas(tmp_path):
    """What pandas wrote for Stata comes back: labels, numbers, texts and dates, extended missing values blank and counted."""
    frame = pd.DataFrame(
        {
            "id": [1, 2, 3],
            "mood": pd.Categorical(["good", "bad", None], categories=["bad", "good"]),
            "text": ["é", "", "a long one " * 300],
            "when": pd.Series(
                [dt.datetime(2024, 2, 29, 10, 30), None, dt.datetime(1899, 12, 31)], dtype="datetime64[ms]"
            ),
            "score": np.array([2.1, 3.0, np.nan], np.float32),
        }
    )
    path = tmp_path / "a.dta"
    frame.to_stata(path, write_index=False, version=118, convert_strl=["text"], variable_labels={"mood": "Your mood?"})
    table = read_table(path)
    assert table.columns[1] == ["good", "bad", None]
    assert table.about["mood"] == About("Your mood?", ((0, "bad"), (1, "good")))
    assert table.columns[2] == ["é", None, ("a long one " * 300).rstrip()]
    assert table.columns[3] == [dt.datetime(2024, 2, 29, 10, 30), None, dt.datetime(1899, 12, 31)]
    assert table.columns[4] == [2.1, 3, None]


def test_extended_missing_values_of_stata(tmp_path):
    """The letters that Stata has for missing answers are blank, and counted."""
    frame = pd.DataFrame({"x": [1.0, "a", "b", 2.0]}, dtype=object)
    labels = {"x": {1: "Yes", 2: "No", "a": "Refused"}}
    pyreadstat.write_dta(
        frame,
        tmp_path / "a.dta",
        version=14,
        missing_user_values={"x": ["a", "b"]},
        variable_value_labels=labels,  # type: ignore[arg-type]  # letters are codes of Stata's
    )
    table = read_table(tmp_path / "a.dta")
    assert table.columns == (["Yes", None, None, "No"],)
    assert table.about["x"].values == ((1, "Yes"), (2, "No"))
    assert table.about["x"].wordings == (("a", "Refused"),)
    assert "2 cells with a missing-value code read as blank: x" in table.took
    assert table.about["x"].unsaid == (("a", (2,)), ("b", (3,)))


def test_sas_transport_file(tmp_path):
    """A SAS transport file is read with its dates and titles."""
    frame = pd.DataFrame({"a": [1.0, None], "t": ["x ", "y"], "d": [dt.date(2020, 2, 29), None]})
    pyreadstat.write_xport(frame, tmp_path / "a.xpt", column_labels=["First", None, None])
    table = read_table(tmp_path / "a.xpt")
    assert table.columns == ([1, None], ["x", "y"], [dt.date(2020, 2, 29), None])
    assert table.about["a"].title == "First"


@pytest.mark.parametrize(
    ("values", "counted", "cells", "after"),
    [
        (((0, "No"), (1, "Yes")), "1", ["No", "Yes", None], ["No", "Yes", None]),
        (((0, "not named"), (1, "named")), "1", ["named"], ["named"]),
        ((), "1", [1, 0, None], [1, 0, None]),
        ((), "5", [5, 1, None], ["yes", "no", None]),
        (((1, "genannt"), (2, "nicht genannt"), (9, "-")), "1", ["genannt", "-", "nicht genannt"], ["yes", None, "no"]),
        (((0, "No"), (1, "Yes")), "1", ["No", 9, "Yes", None], ["no", None, "yes", None]),
        (((1, "Ja"), (2, "Nee"), (9, "Not asked")), "1", ["Not asked", "Nee"], [None, "no"]),
        ((), "Y", ["Y", "N", None], ["yes", "no", None]),
        (((1, "No"), (2, "Yes")), "1", ["No", "Yes"], ["yes", "no"]),
        (((1, "The radio"), (2, "no")), "1", ["The radio"], ["The radio"]),
    ],
)
def test_options_say_whether_they_are_ticked(values, counted, cells, after):
    """An option's cells say by the set's counted value whether it is ticked; what is neither yes nor no is blank, and kept."""
    place = Place("media", "The radio", counted)
    made = ticks_of(cells, values, place)
    assert made.cells == after
    assert made.changed == (made.cells != cells)
    assert all(ticked(str(cell), "The radio") == (cell in {"yes", 5}) for cell in after if made.changed and cell)
    gone = [place for place, (before, now) in enumerate(zip(cells, after, strict=True)) if before and not now]
    assert sorted(place for places in (made.unsaid or {}).values() for place in places) == gone
    assert not made.changed or {label for _, label in made.values} == {"yes", "no"}


@pytest.mark.parametrize(
    ("form", "program", "number", "moment"),
    [
        ("DATE11", "SPSS", 13_928_630_400, dt.date(2024, 3, 1)),
        ("ADATE10", "SPSS", 0, dt.date(1582, 10, 14)),
        ("DATETIME20.2", "SPSS", 13_928_630_400.25, dt.datetime(2024, 3, 1, 0, 0, 0, 250_000)),
        ("TIME8", "SPSS", 3_661, dt.time(1, 1, 1)),
        ("TIME8", "SPSS", 90_000, dt.timedelta(hours=25)),
        ("DTIME12", "SPSS", 60, dt.timedelta(minutes=1)),
        ("DATE11", "SPSS", 1e18, 1e18),
        ("F8.2", "SPSS", 3, 3),
        ("WKDAY3", "SPSS", 3, 3),
        ("%td", "Stata", 23_436, dt.date(2024, 3, 1)),
        ("%tdD_m_Y", "Stata", -1, dt.date(1959, 12, 31)),
        ("%tc", "Stata", 1_500, dt.datetime(1960, 1, 1, 0, 0, 1, 500_000)),
        ("%tcHH:MM:SS", "Stata", 3_600_000, dt.time(1)),
        ("%tcNN/DD/CCYY_HH:MM", "Stata", 0, dt.datetime(1960, 1, 1)),
        ("%9.0g", "Stata", 4, 4),
        ("%tm", "Stata", 770, "2024-03"),
        ("%tmMon_CCYY", "Stata", -1, "1959-12"),
        ("%tq", "Stata", 256, "2024-Q1"),
        ("%-th", "Stata", 129, "2024-H2"),
        ("%tw", "Stata", 3337, "2024-W10"),
        ("%tw", "Stata", 10**9, 10**9),
        ("%ty", "Stata", 2024, 2024),
        ("DATE9", "SAS", 23_436, dt.date(2024, 3, 1)),
        ("YYMMDDD10", "SAS", 0, dt.date(1960, 1, 1)),
        ("E8601DT", "SAS", 60, dt.datetime(1960, 1, 1, 0, 1)),
        ("TIME8", "SAS", 60, dt.time(0, 1)),
        ("BEST12", "SAS", 60, 60),
    ],
)
def test_moments(form, program, number, moment):
    """A number is a date, a moment or a time where its format shows it so; beyond the calendar it stays a number."""
    cells, beyond = moments_of([number, None], form, program)
    assert cells == [moment, None]
    assert beyond == (kind_of(form, program) is not None and moment == number)


def test_a_column_of_times_is_of_one_kind():
    """Where one time of a column is longer than a day, all are durations."""
    assert moments_of([60, None, 90_000], "TIME8", "SPSS")[0] == [
        dt.timedelta(minutes=1),
        None,
        dt.timedelta(hours=25),
    ]


def coded(path: Path, page: int) -> None:
    """Make a file that pyreadstat wrote in ASCII one of another code page, `Q` an e with an accent in it."""
    data = path.read_bytes()
    made, end = data[:176], 0
    for kind, begin, inside in records(data):
        one = struct.pack("<i", kind) + inside
        end = begin + len(one)
        if kind == 7 and inside[:4] == struct.pack("<i", 20):
            continue
        if kind == 7 and inside[:4] == struct.pack("<i", 3):
            one = one[:-4] + struct.pack("<i", page)
        made += one.replace(b"Q", b"\xe9")
    path.write_bytes(made + data[end:].replace(b"Q", b"\xe9"))


def test_old_encodings(tmp_path):
    """A file of an old code page is read as it says, as --encoding says otherwise, and refused where neither fits."""
    path = tmp_path / "a.sav"
    frame = pd.DataFrame({"t": ["cafQs", "x"]})
    pyreadstat.write_sav(frame, path, column_labels={"t": "Frage Q?"})
    coded(path, 1252)
    assert read_table(path).columns == (["cafés", "x"],)
    assert read_table(path).about["t"].title == "Frage é?"
    pyreadstat.write_sav(frame, path)
    coded(path, 65001)
    with pytest.raises(InputError, match=r"another encoding than it says. Name it with --encoding, such as cp1252"):
        read_table(path)
    assert read_table(path, encoding="latin-1").columns == (["cafés", "x"],)
    with pytest.raises(InputError, match="no encoding 'latin-99'"):
        read_table(path, encoding="latin-99")


def test_wrong_names_and_no_files(tmp_path):
    """A file under a wrong name says what it is; one that is not there or is empty says that."""
    (tmp_path / "a.dta").write_bytes((MADE / "survey.sav").read_bytes())
    with pytest.raises(InputError, match=r"is an SPSS file under the name .dta. Rename it to .sav"):
        read_table(tmp_path / "a.dta")
    (tmp_path / "a.sav").write_bytes(b"PK\x03\x04" + bytes(50))
    with pytest.raises(InputError, match=r"is a zip or a workbook under the name .sav"):
        read_table(tmp_path / "a.sav")
    (tmp_path / "b.sav").write_text("id,text\n1,a\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"is text under the name .sav"):
        read_table(tmp_path / "b.sav")
    for ending in (".por", ".dta", ".sav", ".zsav", ".sas7bdat", ".xpt"):
        for begins in ("id,text", "rid;text", "short"):
            (tmp_path / f"b{ending}").write_text(f"{begins}\n1,a\n" * 60, encoding="utf-8")
            with pytest.raises(InputError, match=f"is text under the name {ending}"):
                read_table(tmp_path / f"b{ending}")
    (tmp_path / "b.por").write_bytes(bytes(range(256)) * 4)
    with pytest.raises(InputError, match="is no SPSS portable file"):
        read_table(tmp_path / "b.por")
    (tmp_path / "c.sav").write_bytes(b"")
    with pytest.raises(InputError, match="is empty"):
        read_table(tmp_path / "c.sav")
    with pytest.raises(InputError, match="no such file"):
        read_table(tmp_path / "d.sav")
    with pytest.raises(InputError, match="has no sheets"):
        read_table(MADE / "survey.sav", sheet="A")
    (tmp_path / "e.sas7bdat").write_bytes(bytes(4000))
    with pytest.raises(InputError, match="cannot be read"):
        read_table(tmp_path / "e.sas7bdat")


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".txt"])
def test_statistics_files_under_the_name_of_a_text(tmp_path, ending):
    """A statistics file that is called a text table says what it is, and what to call it."""
    (tmp_path / f"a{ending}").write_bytes((MADE / "survey.sav").read_bytes())
    with pytest.raises(InputError, match=r"is an SPSS file under another name. Name it as a file that ends in .sav"):
        read_table(tmp_path / f"a{ending}")


def test_claims_beyond_the_file(tmp_path):
    """A file that claims more cells than its bytes can hold is refused before it is read."""
    data = bytearray((MADE / "survey.sav").read_bytes())
    data[80:84] = struct.pack("<i", 2_000_000_000)
    (tmp_path / "a.sav").write_bytes(data)
    with pytest.raises(InputError, match=r"claims 16,000,000,000 cells; its 1,352 bytes hold fewer"):
        read_table(tmp_path / "a.sav")
    pyreadstat.write_dta(pd.DataFrame({"a": [1.0]}), tmp_path / "a.dta", version=14)
    stata = (tmp_path / "a.dta").read_bytes().replace(b"<N>\1\0\0\0\0\0\0\0", b"<N>\0\0\0\0\0\1\0\0")
    (tmp_path / "a.dta").write_bytes(stata)
    with pytest.raises(InputError, match="claims 1,099,511,627,776 cells"):
        read_table(tmp_path / "a.dta")


def test_limits_of_memory_and_bytes():
    """A file that needs more memory than is given, or sends back more than it may, is one clear refusal."""
    with pytest.raises(InputError, match="unpacks to more than"):
        read_statistical(MADE / "survey.sav", limits=Limits(1 << 30, 60, 100))
    with pytest.raises(InputError, match=r"needs more than|broke off"):
        read_statistical(MADE / "survey.sav", limits=Limits(1 << 26, 60, 1 << 20))
    with pytest.raises(InputError, match="cannot be read within 0 seconds"):
        read_statistical(MADE / "survey.sav", limits=Limits(1 << 30, 0.01, 1 << 20))


@pytest.mark.parametrize("seed", range(6))
def test_damaged_files_are_refused_or_read(tmp_path, seed):
    """However a file is damaged, it is read or refused in one line: pyreadstat alone crashes on one in two hundred."""
    draw = np.random.default_rng(seed)
    name = ("survey.sav", "survey.zsav", "survey.por")[seed % 3]
    data = bytearray((MADE / name).read_bytes())
    for place in draw.integers(0, len(data) - 4, 3):
        data[place : place + 4] = (b"\xff\xff\xff\x7f", b"\xff" * 4, bytes(4))[int(draw.integers(3))]
    (tmp_path / name).write_bytes(data)
    try:
        said = str(read_table(tmp_path / name).names)
    except InputError as error:
        said = str(error)
    assert said
    assert "\n" not in said


def test_a_crash_is_one_line(tmp_path):
    """A file that makes pyreadstat crash its process is refused, and this process lives on."""
    data = bytearray((MADE / "survey.sav").read_bytes())
    for place, value in CRASH:
        data[place] = value
    (tmp_path / "a.sav").write_bytes(data)
    code = "import sys, pyreadstat; pyreadstat.read_sav(sys.argv[1], output_format='dict', user_missing=True)"
    alone = subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.sav")], capture_output=True, check=False)
    if alone.returncode >= 0:
        pytest.skip("this pyreadstat does not crash on it")
    with pytest.raises(InputError, match="its reader broke off"):
        read_table(tmp_path / "a.sav")


CRASH = ((336, 20),)


def test_what_stands_in_the_folder_is_not_run(tmp_path, monkeypatch):
    """A module of the reader's name beside the file is not taken for it, wherever the command is run."""
    (tmp_path / "pyreadstat.py").write_text("raise SystemExit('run')", encoding="utf-8")
    (tmp_path / "numpy.py").write_text("raise SystemExit('run')", encoding="utf-8")
    (tmp_path / "a.sav").write_bytes((MADE / "survey.sav").read_bytes())
    monkeypatch.chdir(tmp_path)
    assert read_table("a.sav").size == 3
