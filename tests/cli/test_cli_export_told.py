"""What `freetext export` says, and what comes back from the source's own file."""

import pandas as pd
import pyreadstat
import pytest
from tests.cli.conftest import run

import freetext as library

LONG = "What could be better? Please say in your own words, at whatever length you like"
FILES = {
    *("wave.csv", "wave.xlsx", "wave.parquet", "wave.sav", "wave.sps", "wave.dta", "wave.qdpx"),
    *("wave-triple-s.sss", "wave-triple-s.csv", "wave-themes.qdc"),
}


@pytest.fixture(name="told")
def _told(rows_to, tmp_path):
    """A coded file with a question for a name."""
    header = ["id", LONG, "Rate us [Staff]", f"freetext_themes:{LONG}", f"freetext_source:{LONG}"]
    rows_to(tmp_path / "wave-coded.csv", [header, ["1", "no money", "Good", "money", "money=model"]])
    return tmp_path


def test_every_format_is_one_line(told):
    """`--all` says each export on one line with its rows and what was changed, then where the files are; their names are printed."""
    done = run("export", told / "wave-coded.csv", "--all", "-o", told / "out")
    assert done.code == 0, done.err
    lines = done.err.splitlines()
    assert [line for line in lines if line.startswith("wave.xlsx")] == ["wave.xlsx: 1 row"]
    (spss,) = [line for line in lines if line.startswith("wave.sav and wave.sps: 1 row; ")]
    assert "Rate us [Staff] -> Rate_us_Staff_" in spss
    assert lines[-1] == f"{len(FILES)} files in {told / 'out'}:"
    assert {each.name for each in (told / "out").iterdir()} == FILES
    assert sorted(done.out.split()) == sorted(str(each) for each in (told / "out").iterdir())


def test_no_name_is_hidden(told):
    """A long name is said with what it became; --dry-run lists each in full, and so does Python's value."""
    done = run("export", told / "wave-coded.csv", "-o", told / "x.sav")
    assert "a text of" not in done.err
    assert "What could be better? Pl\u2026" in done.err
    dry = run("export", told / "wave-coded.csv", "-o", told / "x.dta", "--dry-run")
    assert f"- {LONG} -> What_could_be_better_Please_" in dry.err.replace("\n", " ")
    (value,) = library.export(told / "wave-coded.csv", told / "y.dta")
    assert {"Rate us [Staff]", LONG} <= dict(value.renamed).keys()


def test_an_open_question_has_its_words_as_label(told):
    """In SPSS and Stata a variable whose name was mangled is labelled with the question."""
    for ending, read in ((".sav", pyreadstat.read_sav), (".dta", pyreadstat.read_dta)):
        assert run("export", told / "wave-coded.csv", "-o", told / f"x{ending}", "--text", LONG).code == 0
        _, meta = read(str(told / f"x{ending}"))
        assert LONG in meta.column_labels


def test_a_file_without_a_name_of_its_own_is_named_after_the_survey(rows_to, tmp_path):
    """The exports of `coded.csv` are called after the survey's file."""
    rows_to(tmp_path / "autumn.csv", [["id", "why"], ["1", "no money"]])
    settings = 'format = 1\n[survey]\nname = "s"\nfile = "autumn.csv"\n'
    (tmp_path / "freetext.toml").write_text(settings, encoding="utf-8")
    rows_to(tmp_path / "coded.csv", [["id", "freetext_themes", "freetext_source"], ["1", "money", "money=model"]])
    done = run("export", tmp_path / "coded.csv", "--all", "--project", tmp_path, "-o", tmp_path / "out")
    assert done.code == 0, done.err
    assert (tmp_path / "out" / "autumn.sav").exists()


def test_numbers_of_the_source_come_back(rows_to, tmp_path):
    """An id that is a number in the SPSS file is one in the export of a coded CSV; a text of digits stays a text."""
    before = pd.DataFrame({"id": [1001.0, 1002.0], "code": ["007", "008"]})
    pyreadstat.write_sav(before, str(tmp_path / "s.sav"))
    header = ["id", "code", "freetext_themes", "freetext_source"]
    rows_to(tmp_path / "c.csv", [header, ["1001", "007", "money", "money=model"], ["1002", "008", "", "blank"]])
    done = run("export", tmp_path / "c.csv", "--source", tmp_path / "s.sav", "--id", "id", "-o", tmp_path / "x.sav")
    assert done.code == 0, done.err
    frame, _ = pyreadstat.read_sav(str(tmp_path / "x.sav"))
    assert (frame["id"].tolist(), frame["code"].tolist()) == ([1001, 1002], ["007", "008"])


def test_a_triple_s_survey_goes_round(freetext, tmp_path):
    """Serial, weight, logical, codes of several answers and special values of a Triple-S survey stand in the export again."""
    values = '<values><value code="1">a</value><value code="2">b</value><value code="10">c</value></values>'
    kinds = (
        ("Ser", 'quantity" use="serial', ""),
        ("W", 'quantity" use="weight', ""),
        ("Again", "logical", ""),
        ("Why", "multiple", values),
        ("Score", "quantity", '<values><range from="0" to="10"/><value code="99">No answer</value></values>'),
        ("Txt", "character", "<size>20</size>"),
    )
    body = "".join(
        f'<variable ident="{n}" type="{kind}"><name>{name}</name><label>{name}?</label><position start="{n}"/>{inside}</variable>'
        for n, (name, kind, inside) in enumerate(kinds, start=1)
    )
    head = '<sss version="2.0"><survey><name>s</name><title>t</title><record ident="A" format="csv" skip="1">'
    (tmp_path / "s.sss").write_text(f"{head}{body}</record></survey></sss>", encoding="utf-8")
    data = [
        f'{n},1.5,{n % 2},"{"1000000001" if n % 2 else "0100000000"}",{99 if n == 3 else n},"no money {n}"'
        for n in range(1, 9)
    ]
    (tmp_path / "s.csv").write_text("\r\n".join(["Ser,W,Again,Why,Score,Txt", *data, ""]), encoding="utf-8")
    assert freetext("init", "p", "--from", "s.sss", cwd=tmp_path).code == 0
    done = freetext("export", "../s.sss", "-o", "x.sss", cwd=tmp_path / "p")
    assert done.code == 0, done.err
    assert (tmp_path / "p" / "x.csv").read_text(encoding="utf-8").split() == (tmp_path / "s.csv").read_text().split()
    xml = (tmp_path / "p" / "x.sss").read_text(encoding="utf-8")
    said = ('type="quantity" use="serial"', 'type="quantity" use="weight"', 'type="logical"', 'code="10">c<', 'to="8"')
    assert all(each in xml for each in (*said, 'code="99">No answer<'))


def test_a_dry_run_refuses_what_the_run_would_refuse(told):
    """What cannot be written is refused by `--dry-run` as well: a file that exists, and a folder that cannot be made."""
    project = told / "p"
    (project / "output" / "export").mkdir(parents=True)
    (project / "freetext.toml").write_text('format = 1\n[survey]\nname = "s"\n')
    (project / "output" / "export" / "wave.dta").write_text("old")
    (told / "taken").write_text("a file")
    asked = {
        ("--as", "dta", "--project", project): "wave.dta: exists",
        ("--all", "-o", told / "taken"): "taken",
        ("--all", "-o", told / "taken" / "below"): "taken",
    }
    for argv, said in asked.items():
        for more in ((), ("--dry-run",)):
            done = run("export", told / "wave-coded.csv", *argv, *more)
            assert (done.code, said in done.line) == (2, True), (more, done.err)
