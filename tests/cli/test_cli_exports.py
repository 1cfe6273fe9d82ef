"""Survey platforms' exports from `init` to the tally, nothing edited between."""

import pytest
from tests.cli.conftest import run
from tests.files import exports
from tests.files.exports import BARRIERS, EXPORTS, TYPES, WHICH, people, write_csv, write_xlsx

from freetext.files.tabular.tables import read_table

ENDINGS = ("csv", "dta", "parquet", "qdc", "qdpx", "sav", "sps", "sss", "xlsx")
"""What `--all` writes."""


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("platform", EXPORTS)
def test_an_export_is_coded_and_tallied_as_it_comes(tmp_path, platform, form):
    """One command makes a project of an export; code and tally run in it, and count what the respondents said."""
    rows = EXPORTS[platform]()
    path = tmp_path / f"export.{form}"
    (write_csv if form == "csv" else write_xlsx)(path, rows)
    assert run("init", tmp_path / "p", "--from", path).code == 0
    checked = run("check", "--project", tmp_path / "p")
    assert (checked.code, "outside-list" in checked.out) == (0, False), checked.out
    coded = run("code", "--project", tmp_path / "p")
    assert coded.code == 0, coded.err
    assert "dialect" in coded.err
    ran = run("tally", "--project", tmp_path / "p")
    assert ran.code == 0, ran.err
    kept = [each for each in people() if platform != "qualtrics" or each.number not in (1, 9)]
    for option in TYPES:
        count = sum(each.type == option for each in kept)
        assert any(line.split()[:1] == [option] and f" {count} " in line for line in ran.out.splitlines())
    for place, option in enumerate(BARRIERS):
        count = sum(place in each.ticked for each in kept)
        assert any(line.startswith(option) and f" {count} " in line for line in ran.out.splitlines()), option
    out = run("export", "--project", tmp_path / "p", "--all")
    assert out.code == 0, out.err
    assert all(list((tmp_path / "p" / "output" / "export").glob(f"*.{end}")) for end in ENDINGS)


@pytest.mark.parametrize("platform", ["google-forms", "microsoft-forms"])
def test_write_ins_are_other_from_the_check_to_the_export(tmp_path, platform):
    """What one person wrote in is no fault of the list, no row of a table and no variable, and ticks Other everywhere."""
    sign = {"google-forms": ", ", "microsoft-forms": ";"}[platform]
    rows = EXPORTS[platform]()
    place = rows[0].index(WHICH)
    rows[1:] = [[*row[:place], str(row[place]).replace(BARRIERS[3], "Rain"), *row[place + 1 :]] for row in rows[1:]]
    end = ";" if sign == ";" else ""
    rows[4] = [*rows[4][:place], f"Money{sign}the weather{sign}Rainy days{end}", *rows[4][place + 1 :]]
    path = write_csv(tmp_path / "a.csv", rows)
    assert run("init", tmp_path / "p", "--from", path).code == 0
    checked = run("check", "--project", tmp_path / "p")
    assert (checked.code, "weather" in checked.out) == (0, False), checked.out
    assert run("code", "--project", tmp_path / "p").code == 0
    ran = run("tally", "--project", tmp_path / "p", "--by", WHICH)
    assert ran.code == 0, ran.err
    assert "weather" not in ran.out
    assert "none of the options of freetext.toml: 1; counted as 'Other'" in " ".join(ran.out.split())
    out = run("export", "--project", tmp_path / "p", "--as", "triple-s")
    assert out.code == 0, out.err
    text = next((tmp_path / "p" / "output" / "export").glob("*.sss")).read_text(encoding="utf-8")
    assert "Other" in text
    assert "weather" not in text


def test_other_of_a_question_of_one_answer_is_back_coded(tmp_path):
    """Whoever wrote in Other, and ticked nothing, is in the base, moves to an option by a list of moves, and is exported so."""
    asked = [["How?", ""], ["Response", "Other (please specify)"]]
    said = [["", f"my aunt {n}"] if n % 4 == 0 else [("Friend", "Web", "Poster")[n % 3], ""] for n in range(40)]
    rows: exports.Rows = [[*row, *more] for row, more in zip(exports.surveymonkey(), [*asked, *said], strict=True)]
    path = write_csv(tmp_path / "s.csv", rows)
    assert run("init", tmp_path / "p", "--from", path).code == 0
    settings = tmp_path / "p" / "freetext.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('column = "How?"\n', 'column = "How?"\nmoves = "m.csv"\n'), encoding="utf-8")
    first = rows[2][0]
    moves: exports.Rows = [
        ["question", "id", "from", "to", "reason"],
        ["How?", first, "Other (please specify)", "Friend", "kin"],
    ]
    write_csv(tmp_path / "p" / "m.csv", moves)
    assert run("code", "--project", tmp_path / "p").code == 0
    ran = run("tally", "--project", tmp_path / "p")
    assert ran.code == 0, ran.err
    table = ran.out.partition("\nHow?\n")[2]
    count = 1 + sum(each[0] == "Friend" for each in said)
    assert any(line.split()[:1] == ["Friend"] and f" {count} " in line for line in table.splitlines())
    assert any(line.startswith("Other (please specify)") and " 9 " in line for line in table.splitlines())
    assert any(line.startswith("Base") and line.split()[-1] == "40" for line in table.splitlines())


def test_joined_qualtrics_options_are_counted_whole(tmp_path):
    """Options joined by commas are counted as ticked, one that holds a comma too; in a cross-tab as well."""
    path = write_csv(tmp_path / "q.csv", exports.qualtrics(split=False))
    assert run("init", tmp_path / "p", "--from", path).code == 0
    assert run("code", "--project", tmp_path / "p").code == 0
    ran = run("tally", "--project", tmp_path / "p", "--by", "Q3")
    assert ran.code == 0, ran.err
    kept = [each for each in people() if each.number not in (1, 9)]
    count = sum(1 in each.ticked for each in kept)
    assert any(line.startswith(BARRIERS[1]) and f" {count} " in line for line in ran.out.splitlines())
    assert "\ntime or both" not in ran.out


def test_previews_are_kept_by_name(tmp_path):
    """`--keep previews` and `--keep COL` of init hold for every later reading."""
    path = exports.write_export("qualtrics", tmp_path)
    asked = ("--keep", "previews", "--keep", "IPAddress")
    assert run("init", tmp_path / "p", "--from", path, *asked).code == 0
    text = (tmp_path / "p" / "freetext.toml").read_text(encoding="utf-8")
    assert "previews = true" in text
    assert '"IPAddress"' not in text.partition("drop")[2].partition("]")[0]
    coded = run("code", "--project", tmp_path / "p", "-o", tmp_path / "out.csv")
    assert "40 rows" in coded.err
    assert run("init", tmp_path / "q", "--from", path, "--keep", "Nobody").code == 2


def test_without_a_project_the_original_columns_come_back(tmp_path):
    """Without a project identifiers of an export are not touched: all columns come back in order, under their names."""
    path = exports.write_export("qualtrics", tmp_path)
    frame = tmp_path / "codeframe.toml"
    assert run("init", tmp_path / "p").code == 0
    frame.write_bytes((tmp_path / "p" / "codeframe.toml").read_bytes())
    ran = run("code", path, "--text", "Q1", "--codeframe", frame, "-o", tmp_path / "out.csv", cwd=tmp_path)
    assert ran.code == 0, ran.err
    source, out = read_table(path), read_table(tmp_path / "out.csv")
    assert out.names[: len(source.names)] == source.names
    assert out.texts("RecipientEmail") == source.texts("RecipientEmail")


def test_plain_reads_every_row(tmp_path):
    """`--dialect plain` takes header rows and previews for answers; another platform's name is refused in one line."""
    path = exports.write_export("qualtrics", tmp_path)
    assert "42 rows" in run("init", tmp_path / "p", "--from", path, "--dialect", "plain").err
    refused = run("init", tmp_path / "q", "--from", path, "--dialect", "surveymonkey")
    assert (refused.code, "no export of SurveyMonkey" in refused.line) == (2, True)
    assert not (tmp_path / "q").exists()


def test_a_folder_of_exports_is_coded_part_by_part(tmp_path):
    """Each part of a folder has its own header rows, and its previews are taken out."""
    source = tmp_path / "waves"
    source.mkdir()
    exports.write_export("qualtrics", source)
    second = [
        [f"S{cell}" if str(cell).startswith("R_") else cell for cell in row] for row in exports.qualtrics(size=20)
    ]
    write_csv(source / "second.csv", second)
    labelled = write_csv(
        tmp_path / "l.csv", [["t", "l"], *[[each.why, ("a", "b")[each.number % 2]] for each in people()]]
    )
    assert run("train", labelled, "--text", "t", "--labels", "l", "--model", tmp_path / "m").code == 0
    asked = ("--text", "Q1", "--id", "ResponseId", "--model", tmp_path / "m", "--format", "csv")
    ran = run("code", source, *asked, "-o", tmp_path / "out", cwd=tmp_path)
    assert ran.code == 0, ran.err
    parts = sorted((tmp_path / "out").glob("*.csv"))
    assert sorted(read_table(part).size for part in parts) == [18, 38]
