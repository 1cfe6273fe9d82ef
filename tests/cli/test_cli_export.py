"""`freetext export`: the demo in every format, each read back by a program that is not ours."""

import csv
import shutil
from collections import Counter
from typing import Any

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pyreadstat
import pytest
from pyrefiqda import RefiCodebook, RefiProject
from tests.files.sss_reader import read_sss

import freetext as library

OPEN = ("barrier_why", "encourage_other", "covid_effect", "issues_year", "evidence", "example", "anything_else")
THEMES = (
    "resource",
    "capability",
    "risk-aversion",
    "culture",
    "covid-impact",
    "evidence-need",
    "none",
    "dont-know",
    "uncodable",
)
FILES = {
    *("survey.csv", "survey.xlsx", "survey.parquet", "survey.sav", "survey.sps", "survey.dta", "survey.qdpx"),
    *("survey-triple-s.sss", "survey-triple-s.csv", "survey-innovation.qdc"),
}


@pytest.fixture(scope="module", name="exported")
def _exported(freetext, demo, tmp_path_factory):
    """The demo, exported by one command; not to be written to."""
    folder = tmp_path_factory.mktemp("exported") / "out"
    done = freetext("export", "--all", "--nets", "--project", demo, "-o", folder)
    assert done.code == 0, done.err
    return folder


@pytest.fixture(scope="module", name="truth")
def _truth(demo):
    """The coded file as openpyxl reads it: one dict a row."""
    page = openpyxl.load_workbook(demo / "output" / "survey-coded.xlsx").active
    header, *rows = page.iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def expected_tick(row, question, theme):
    """What the tick of a theme is, by the coded file: missing where the answer is blank."""
    if row[f"freetext_source:{question}"] == "blank":
        return None
    return int(theme in (row[f"freetext_themes:{question}"] or "").split(";"))


def ticks_of(truth):
    """Every tick of the demo, by the name of its variable."""
    return {
        f"{question}_{theme.replace('-', '_')}": [expected_tick(row, question, theme) for row in truth]
        for question in OPEN
        for theme in THEMES
    }


def said(cell):
    """A cell as text, whatever kind of file it comes from."""
    return "" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell)


def plain(column):
    """A column of a frame as numbers and None."""
    return [None if pd.isna(cell) else cell for cell in column]


def test_one_command_writes_every_format(exported):
    """`freetext export --all` writes each format, and nothing else."""
    assert {each.name for each in exported.iterdir()} == FILES


@pytest.mark.parametrize("how", ["pyreadstat", "pandas"])
def test_spss_holds_ticks_codes_and_labels(exported, truth, how):
    """The .sav holds each tick, the codes of closed questions with their labels, and the verbatims as they stand."""
    path = exported / "survey.sav"
    frame, meta = pyreadstat.read_sav(str(path))
    if how == "pandas":
        frame = pd.read_spss(path, convert_categoricals=False)
    for name, cells in ticks_of(truth).items():
        assert plain(frame[name]) == cells
    labels = meta.variable_value_labels["type"]
    assert [labels[code] for code in frame["type"]] == [row["type"] for row in truth]
    assert [text or "" for text in frame["covid_effect"]] == [row["covid_effect"] or "" for row in truth]
    label = dict(zip(meta.column_names, meta.column_labels, strict=True))["barrier_why_culture"]
    assert label == "What is the greatest barrier to innovation, and why?: Culture"
    assert meta.number_rows == 41


def test_a_back_coded_question_stands_beside_what_was_ticked(exported, truth):
    """The nine answers that the demo back-codes have another option in the variable beside, and the same codes mean the same."""
    frame, meta = pyreadstat.read_sav(str(exported / "survey.sav"))
    ticked, moved = (meta.variable_value_labels[name] for name in ("encourage", "encourage_backcoded"))
    assert ticked.items() <= moved.items()
    assert [ticked.get(code, "") for code in frame["encourage"]] == [row["encourage"] or "" for row in truth]
    changed = frame["encourage"].fillna(0) != frame["encourage_backcoded"].fillna(0)
    assert changed.sum() == 9


def test_stata_holds_ticks_codes_and_labels(exported, truth):
    """The .dta holds the same, by pandas' own reader."""
    frame = pd.read_stata(exported / "survey.dta", convert_categoricals=False, convert_missing=False)
    for name, cells in ticks_of(truth).items():
        assert plain(frame[name]) == cells
    words = pd.read_stata(exported / "survey.dta")
    assert words["type"].tolist() == [row["type"] for row in truth]


def test_triple_s_holds_ticks_codes_and_labels(exported, truth):
    """The Triple-S survey holds each question's themes as one variable of several answers, closed ones as codes, by the standard's rules."""
    about, rows = read_sss(exported / "survey-triple-s.sss")
    for question in OPEN:
        several = about[f"{question}_themes"]
        assert several["type"] == "multiple"
        assert len(several["codes"]) == len(THEMES)
        for row, read in zip(truth, rows, strict=True):
            given = read[f"{question}_themes"]
            ticks = [None if given is None else int(str(code) in given) for code, _ in enumerate(THEMES, start=1)]
            assert ticks == [expected_tick(row, question, theme) for theme in THEMES]
    assert [about["type"]["codes"][row["type"]] for row in rows] == [row["type"] for row in truth]
    assert about["id"]["use"] == "serial"


def test_a_triple_s_survey_is_a_survey_like_any_other(freetext, exported, demo):
    """Every command reads the exported survey: a tally of a closed question by a banner is that of the coded file, line by line."""
    wanted = ("--closed", "barrier", "--by", "type", "--csv", "--quiet", "--project", demo)
    own = freetext("tally", demo / "output" / "survey-coded.xlsx", *wanted)
    back = freetext("tally", exported / "survey-triple-s.sss", *wanted)
    closed = [line for line in own.out.splitlines() if line.startswith("barrier,")]
    assert len(closed) > 20
    assert [line for line in back.out.splitlines() if line.startswith("barrier,")] == closed


def test_qualitative_programs_find_the_codes(exported, truth, tmp_path):
    """The project holds each code on the very words of its answer, and each respondent, by pyrefiqda."""
    project = RefiProject.load(exported / "survey.qdpx", tmp_path)
    slugs = {code.guid: code.name for top in project.code_book.codes.code for code in (top, *top.code)}
    found: Counter[tuple[str, str]] = Counter()
    for source in project.sources.text_source:
        place = RefiProject.resolve_source_path(source.plain_text_path, tmp_path)
        text = place.read_bytes().decode("utf-8")
        for each in source.plain_text_selection:
            words = text[each.start_position : each.end_position]
            found.update((slugs[coding.code_ref.target_guid], words) for coding in each.coding)
    given = Counter(
        (theme, row[question])
        for row in truth
        for question in OPEN
        for theme in (row[f"freetext_themes:{question}"] or "").split(";")
        if theme
    )
    assert sorted(Counter(words for _, words in found.elements()).items()) == sorted(
        Counter(words for _, words in given.elements()).items()
    )
    assert sorted(Counter(name for name, _ in found.elements()).values()) == sorted(
        Counter(theme for theme, _ in given.elements()).values()
    )
    assert len(project.cases.case) == len(truth)


def test_the_codebook_holds_the_themes(exported):
    """The codebook holds nine themes below or beside their net, by pyrefiqda."""
    book = RefiCodebook.load(exported / "survey-innovation.qdc")
    codes = [code for top in book.codes.code for code in (top, *top.code)]
    assert sum(bool(code.is_codable) for code in codes) == len(THEMES)


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
def test_tables_hold_the_coded_file_and_the_ticks(exported, truth, ending):
    """CSV, workbook and Parquet hold every column of the coded file as it is, and the ticks behind."""
    path = exported / f"survey.{ending}"
    rows: list[dict[str, Any]]
    if ending == "csv":
        with path.open(encoding="utf-8-sig", newline="") as handle:
            rows = [{name: cell or None for name, cell in row.items()} for row in csv.DictReader(handle)]
    elif ending == "xlsx":
        header, *body = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
        rows = [dict(zip(header, row, strict=True)) for row in body]
    else:
        rows = pq.read_table(path).to_pylist()
    for row, read in zip(truth, rows, strict=True):
        for name, cell in row.items():
            assert said(read[name]).removeprefix("'") == said(cell).removeprefix("'")
    for name, cells in ticks_of(truth).items():
        assert [None if row[name] is None else int(row[name]) for row in rows] == cells


def test_what_the_project_drops_is_in_no_export(exported, demo):
    """The dropped column stands in the survey's file, and neither it nor a cell of it in any export."""
    with (demo / "survey.csv").open(encoding="utf-8-sig", newline="") as handle:
        secrets = [row["contact"].encode() for row in csv.DictReader(handle) if row["contact"]]
    assert secrets
    shutil.unpack_archive(exported / "survey.qdpx", exported.parent / "qdpx", "zip")
    shutil.unpack_archive(exported / "survey.xlsx", exported.parent / "xlsx", "zip")
    for path in exported.parent.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert not any(secret in data for secret in secrets), path.name
    assert "contact" not in pyreadstat.read_sav(str(exported / "survey.sav"), metadataonly=True)[1].column_names


def test_the_same_coded_file_gives_the_same_bytes(freetext, demo, exported, tmp_path, listing):
    """Exports depend on nothing but the coded file and the project."""
    assert freetext("export", "--all", "--nets", "--project", demo, "-o", tmp_path / "again").code == 0
    assert listing(tmp_path / "again") == listing(exported)


def test_a_dry_run_writes_nothing(freetext, demo, tmp_path, listing):
    """With --dry-run each file that would be written is named, and none is."""
    before = listing(demo)
    done = freetext("export", "--all", "--dry-run", "--project", demo, "-o", tmp_path / "out")
    assert done.code == 0
    assert all(name in done.err for name in FILES)
    assert listing(demo) == before
    assert not (tmp_path / "out").exists()


def test_an_old_file_stays_unless_forced(freetext, demo, tmp_path):
    """An existing file, the one beside a .sav too, is refused before anything is written; --force replaces it."""
    (tmp_path / "a.sps").write_text("old")
    done = freetext("export", "--project", demo, "-o", tmp_path / "a.sav")
    assert (done.code, "--force" in done.line) == (2, True)
    assert [each.name for each in tmp_path.iterdir()] == ["a.sps"]
    assert freetext("export", "--project", demo, "-o", tmp_path / "a.sav", "--force").code == 0
    assert (tmp_path / "a.sps").read_text(encoding="utf-8").startswith("* Encoding")


def test_a_named_format_goes_to_the_project(freetext, demo, tmp_path):
    """Without -o the format that --as names goes to the project's output/export, and the file's name is printed."""
    shutil.copytree(demo, tmp_path / "p")
    done = freetext("export", "--as", "triple-s", "--project", tmp_path / "p")
    assert done.code == 0
    assert [line.rpartition("/")[2] for line in done.out.split()] == ["survey-triple-s.sss", "survey-triple-s.csv"]
    assert (tmp_path / "p" / "output" / "export" / "survey-triple-s.sss").exists()


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ((), "where to?"),
        (("-o", "-"), "where to?"),
        (("-o", "x.doc"), "which format?"),
        (("-o", "x.csv", "--as", "sav"), "'.csv' cannot be written"),
        (("--all", "--as", "sav"), "one of them"),
        (("-o", "nowhere/x.sav"), "is not there"),
    ],
)
def test_what_does_not_go_together_is_refused(freetext, demo, tmp_path, argv, said):
    """Without a place, with an unknown ending, or with options that contradict each other nothing is written."""
    done = freetext("export", *argv, "--project", demo, cwd=tmp_path)
    assert (done.code, said in done.line) == (2, True), done.err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_parts_is_refused(freetext, demo, tmp_path):
    """A folder of coded parts is refused with what to do instead."""
    (tmp_path / "parts").mkdir()
    shutil.copy(demo / "output" / "survey-coded.xlsx", tmp_path / "parts" / "x.xlsx")
    done = freetext("export", tmp_path / "parts", "-o", tmp_path / "x.sav", "--project", demo)
    assert done.code == 2
    assert "folder" in done.line


def test_codes_of_the_source_come_back(freetext, rows_to, tmp_path):
    """A coded CSV of an SPSS file holds labels; exported with that file as its source it holds the codes again, and what they mean."""
    before = pd.DataFrame({"id": ["a", "b", "c"], "sex": [2.0, 1.0, None], "age": [34.0, 99.0, 20.0]})
    labels: dict[str, dict[int | float, str]] = {"sex": {1: "male", 2: "female", 9: "refused"}}
    measures = {"sex": "nominal", "age": "scale"}
    pyreadstat.write_sav(before, str(tmp_path / "s.sav"), variable_value_labels=labels, variable_measure=measures)
    header = ["id", "sex", "age", "freetext_themes", "freetext_source"]
    rows = [
        ["a", "female", "34", "money", "money=model"],
        ["b", "male", "99", "", "model"],
        ["c", "", "20", "", "blank"],
    ]
    rows_to(tmp_path / "coded.csv", [header, *rows])
    done = freetext("export", "coded.csv", "--source", "s.sav", "-o", "out.sav", cwd=tmp_path)
    assert done.code == 0, done.err
    frame, meta = pyreadstat.read_sav(str(tmp_path / "out.sav"))
    assert (plain(frame["sex"]), plain(frame["age"])) == ([2, 1, None], [34, 99, 20])
    assert meta.variable_value_labels["sex"] == labels["sex"]
    assert plain(frame["themes_money"]) == [1, 0, None]


def test_a_file_without_a_project_is_exported(freetext, coded, tmp_path):
    """A coded file alone is exported: its themes are those found, its other columns what they are."""
    done = freetext("export", coded, "-o", tmp_path / "x.sav", "--text", "verbatim", cwd=tmp_path)
    assert done.code == 0, done.err
    frame, _ = pyreadstat.read_sav(str(tmp_path / "x.sav"))
    assert plain(frame["themes_money"])[3] is None
    assert len(frame) == 10


def test_python_does_as_the_command(demo, exported, tmp_path):
    """`freetext.export` writes the same bytes and says what was written; a frame is taken as well."""
    path = demo / "output" / "survey-coded.xlsx"
    (done,) = library.export(path, tmp_path / "survey.sav", nets=True, project=demo)
    assert (done.form, done.rows) == ("sav", 41)
    assert [each.rpartition("/")[2] for each in done.paths] == ["survey.sav", "survey.sps"]
    assert (tmp_path / "survey.sav").read_bytes() == (exported / "survey.sav").read_bytes()
    frame = pd.DataFrame({"freetext_themes": ["a", "b;a"], "age": [1, 2]})
    every = library.export(frame, tmp_path / "all", form="all")
    assert {each.form for each in every} == {"csv", "xlsx", "parquet", "sav", "dta", "triple-s", "qdc"}
