"""`freetext audit draw` and `freetext tally --audit`: codes from anywhere, drawn, coded and corrected."""

import json
import subprocess
import sys

import openpyxl
import pytest

PEOPLE = 120
HEADER = ["id", "type", "answer", "llm", "p_money", "p_staff"]
TRUTH = {f"a{row}": "money" if row % 3 == 0 else "" for row in range(PEOPLE)}


def coded_rows():
    """Codes of a machine that gives money to everybody, and staff to every fifth."""
    rows = [HEADER]
    for row in range(PEOPLE):
        codes = "money;staff" if row % 5 == 0 else "money"
        cells = [f"a{row}", "north" if row % 4 else "south", f"text {row}", codes, "0.7", "0.2"]
        rows.append([*cells[:2], "", "", "", ""] if row % 20 == 19 else cells)
    return rows


@pytest.fixture(name="place")
def _place(tmp_path, rows_to):
    rows_to(tmp_path / "coded.csv", coded_rows())
    return tmp_path


@pytest.fixture(name="drawn")
def _drawn(freetext, place, rows_in):
    """Draw an audit, and give the sheet as rows of names."""

    def drawn(*more, out="audit.csv"):
        done = freetext("audit", "draw", "coded.csv", "--text", "answer", "-o", out, *more, cwd=place)
        assert done.code == 0, done.err
        head, *rows = rows_in(place / out)
        return done, [dict(zip(head, row, strict=True)) for row in rows]

    return drawn


@pytest.fixture(name="labelled")
def _labelled(drawn, place, rows_to):
    """Draw an audit and code it as the truth is; `upto` rows of it."""

    def labelled(*more, upto=None, out="audit.csv"):
        _, rows = drawn("--force", *more, out=out)
        for row in rows[:upto]:
            row["themes"] = TRUTH[row["id"]] or "none"
        rows_to(place / out, [list(rows[0]), *(list(row.values()) for row in rows)])
        return rows

    return labelled


@pytest.fixture(name="tables")
def _tables(freetext, place):
    """Tally the coded file as JSON."""

    def tables(*more):
        done = freetext("tally", "coded.csv", "--themes", "llm", "--text", "answer", *more, "--json", cwd=place)
        assert done.code == 0, done.err
        return json.loads(done.out)["tables"]

    return tables


def test_a_draw_says_what_it_drew(drawn):
    """The sheet is of answers that are not blank, without their codes; how many of how many is said."""
    done, rows = drawn("-n", "40", "--by", "type")
    assert "audit.csv: 60 of 114 answers, in 2 strata" in done.err
    assert list(rows[0]) == ["id", "question", "stratum", "draw", "type", "text", "themes"]
    assert all(row["text"] for row in rows)
    assert {row["themes"] for row in rows} == {""}


def test_a_draw_goes_to_standard_output_and_to_a_workbook(freetext, place, drawn, rows_in):
    """Without -o the sheet is CSV on standard output; a workbook holds the same rows."""
    _, rows = drawn("-n", "30")
    done = freetext("audit", "draw", "coded.csv", "--text", "answer", "-n", "30", "--quiet", cwd=place)
    assert [row[0] for row in rows_in(done.out)[1:]] == [row["id"] for row in rows]
    assert done.err == ""
    freetext("audit", "draw", "coded.csv", "--text", "answer", "-n", "30", "-o", "audit.xlsx", cwd=place)
    sheet = openpyxl.load_workbook(place / "audit.xlsx").active
    assert sheet is not None
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == [row["id"] for row in rows]


def test_a_draw_grows_and_keeps_its_labels(labelled, drawn):
    """Drawn again larger, the sheet holds all earlier answers with their labels."""
    rows = labelled("-n", "30")
    done, more = drawn("-n", "60", "--keep", "audit.csv", "--force")
    assert "60 of 114 answers; 30 labels kept" in done.err
    kept = {row["id"]: row["themes"] for row in more if row["themes"]}
    assert kept == {row["id"]: row["themes"] for row in rows}


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("-n", "30", "--half-width", "5"), "-n and --half-width: one of them."),
        (("--show", "freetext_themes"), "an audit is blind"),
        (("--by", "typ"), "Did you mean 'type'?"),
        (("--keep", "coded.csv"), "coded.csv: no column 'themes' to keep."),
        (("-n", "0"), "Input should be greater than or equal to 1"),
    ],
)
def test_what_cannot_be_drawn_is_one_line(freetext, place, listing, argv, said):
    """Every refusal is one line, and nothing is written."""
    before = listing(place)
    done = freetext("audit", "draw", "coded.csv", "--text", "answer", "-o", "audit.csv", *argv, cwd=place)
    assert (done.code, done.out) == (2, "")
    assert said in done.line
    assert listing(place) == before


def test_a_draw_of_a_part_speaks_for_that_part(labelled, tables):
    """--where draws among the rows that meet it; tables of that part are corrected, those of all are not."""
    rows = labelled("-n", "60", "--where", "type = north")
    assert {row["stratum"] for row in rows} == {"type: north"}
    kinds = [
        table["rows"][0]["cells"][0]["kind"]
        for where in (("--where", "type = north"), ())
        for table in tables("--audit", "audit.csv", *where)
    ]
    assert kinds == ["audited", "not audited"]


def test_a_dry_run_draws_and_writes_nothing(freetext, place, listing):
    """--dry-run says what would be drawn."""
    before = listing(place)
    done = freetext("audit", "draw", "coded.csv", "--text", "answer", "-o", "audit.csv", "--dry-run", cwd=place)
    assert "dry run: 114 of 114 answers; nothing is written to audit.csv" in done.err
    assert listing(place) == before


def test_few_answers_are_warned_of(drawn):
    """Fewer than 30 answers give no interval, and that is said before anybody reads them."""
    done, rows = drawn("-n", "10")
    assert len(rows) == 10
    assert "fewer than 30 audited answers give a table no interval" in done.err


def test_an_audit_corrects_the_codes(tables, labelled):
    """The share is what people would code, with an interval that holds it; the count is what codes and people say."""
    labelled("-n", "60")
    (table,) = tables("--audit", "audit.csv")
    cell = next(row["cells"][0] for row in table["rows"] if row["theme"] == "money")
    (bare,) = tables()
    naive = next(row["cells"][0] for row in bare["rows"] if row["theme"] == "money")
    assert naive["share"] == 1.0
    assert cell["kind"] == "audited"
    assert cell["audited"] == 60
    assert cell["low"] <= 38 / 114 <= cell["high"] < 0.6


def test_an_audit_that_is_not_done_says_how_far_it_came(freetext, place, labelled):
    """Without a single label nothing is audited; with some, what is done counts from the top."""
    labelled("-n", "60", upto=0)
    done = freetext("tally", "coded.csv", "--themes", "llm", "--text", "answer", "--audit", "audit.csv", cwd=place)
    assert done.code == 0
    assert "Nothing is audited yet." in done.out
    labelled("-n", "60", upto=40)
    done = freetext(
        "tally", "coded.csv", "--themes", "llm", "--text", "answer", "--audit", "audit.csv", "--json", cwd=place
    )
    assert json.loads(done.out)["tables"][0]["rows"][0]["cells"][0]["audited"] == 40


def test_where_filters_after_the_audit(tables, labelled):
    """--where leaves rows out of the tables, and not out of the audit's probabilities: a part keeps its interval."""
    labelled("-n", "60", "--by", "type")
    (table,) = tables("--audit", "audit.csv", "--where", "type = SOUTH")
    (split,) = tables("--audit", "audit.csv", "--by", "type")
    part, column = table["columns"][0]["n"], next(each for each in split["columns"] if each["name"] == "south")
    assert part == column["n"]
    place = split["columns"].index(column)
    assert table["rows"][0]["cells"][0]["share"] == pytest.approx(split["rows"][0]["cells"][place]["share"])
    assert table["notes"][-1] == "Only those with type = SOUTH: 30 rows of 120."


def test_a_population_narrows_the_interval(tables, labelled):
    """--population makes the total interval narrower; one that is smaller than the respondents is refused."""
    labelled("-n", "60")
    wide, narrow = (
        tables("--audit", "audit.csv", *more)[0]["rows"][0]["cells"][0] for more in ((), ("--population", "130"))
    )
    assert narrow["low"] > wide["low"]
    assert narrow["high"] < wide["high"]


def test_a_population_that_is_too_small_is_refused(freetext, place):
    """A population of fewer than the respondents is one line."""
    done = freetext("tally", "coded.csv", "--themes", "llm", "--population", "100", cwd=place)
    assert done.code == 2
    assert done.line == "freetext: coded.csv: a population of 100 (--population) is smaller than the 120 respondents."


def test_scores_make_the_strata(tables, labelled):
    """--score-prefix takes the columns of scores in place of the codes."""
    labelled("-n", "60")
    (table,) = tables("--audit", "audit.csv", "--score-prefix", "p_")
    assert {cell["kind"] for row in table["rows"] for cell in row["cells"]} == {"audited"}


def test_rows_are_arranged(tables):
    """--order, --top and --hide-below say which rows are shown, and in what order."""
    assert [row["theme"] for row in tables("--order", "name")[0]["rows"]] == ["money", "staff"]
    assert [row["theme"] for row in tables("--top", "1")[0]["rows"]] == ["money"]
    assert [row["theme"] for row in tables("--hide-below", "50")[0]["rows"]] == ["money"]


def test_across_wants_questions_that_share_a_codeframe(freetext, place):
    """--across of a single question is refused; of two with one codeframe it adds a table in which everybody counts once."""
    done = freetext("tally", "coded.csv", "--themes", "llm", "--across", cwd=place)
    assert done.line == "freetext: --across wants two open questions or more that share a codeframe."
    (place / "frame.toml").write_text('[[theme]]\nslug = "money"\n[[theme]]\nslug = "staff"\n')
    twice = ("--themes", "llm", "--themes", "codes")
    rows = coded_rows()
    lines = [",".join([*row, "codes" if place_ == 0 else "staff"]) for place_, row in enumerate(rows)]
    (place / "two.csv").write_text("\n".join(lines))
    done = freetext("tally", "two.csv", *twice, "--codeframe", "frame.toml", "--across", "--json", cwd=place)
    tables = json.loads(done.out)["tables"]
    assert [table["question"] for table in tables] == ["llm", "codes", "across"]
    staff = next(row["cells"][0] for row in tables[2]["rows"] if row["theme"] == "staff")
    assert staff["count"] == 120


BAD = {
    "weights": ("--weight", "answer"),
    "a negative weight": ("--weight", "w"),
    "a banner of texts": ("--by", "answer"),
    "an unknown theme": ("--codeframe", "frame.toml"),
    "a blank banner": ("--by", "empty"),
    "nobody left": ("--where", "type = south", "--where", "type = north"),
    "no condition": ("--where", "south"),
    "two forms": ("--json", "--csv"),
    "labels that are not there": ("--audit", "adit.csv"),
    "half the ids": ("--audit", "half.csv"),
}


@pytest.mark.parametrize("fault", BAD)
def test_bad_input_is_one_clear_line(freetext, place, fault):
    """Whatever is wrong is one line that names what it is about; no traceback, no NaN."""
    (place / "frame.toml").write_text('[[theme]]\nslug = "money"\n')
    (place / "half.csv").write_text("id,themes\na0,-\nb7,-\n")
    rows = [
        [*row, "empty" if place_ == 0 else "", "w" if place_ == 0 else "-1"] for place_, row in enumerate(coded_rows())
    ]
    (place / "coded.csv").write_text("\n".join(",".join(row) for row in rows))
    done = freetext("tally", "coded.csv", "--themes", "llm", "--text", "answer", *BAD[fault], cwd=place)
    assert done.code in (1, 2)
    assert done.out == ""
    assert done.line.startswith("freetext: ")
    assert "bug of ours" not in done.err
    assert "nan" not in done.line.casefold()


def test_a_banner_of_5000_values_is_refused(freetext, place, rows_to):
    """A column of as many values as people is no banner, and the line says how many there are."""
    rows_to(place / "many.csv", [["id", "codes"], *([f"p{row}", "money"] for row in range(5000))])
    done = freetext("tally", "many.csv", "--themes", "codes", "--by", "id", cwd=place)
    assert (done.code, done.out) == (2, "")
    assert "many.csv, column 'id': 5000 different values are too many for the columns of a table" in done.line


def test_one_respondent_and_an_empty_base_are_tables(freetext, place, rows_to):
    """One respondent is counted, an empty base has no share: never NaN and never a crash."""
    rows_to(place / "one.csv", [["id", "said", "codes", "type"], ["a", "x", "money", "n"], ["b", " ", "", "s"]])
    rows_to(place / "labels.csv", [["id", "themes"], ["a", "-"]])
    more = ("--themes", "codes", "--text", "said", "--by", "type", "--json")
    for audit in ((), ("--audit", "labels.csv")):
        done = freetext("tally", "one.csv", *more, *audit, cwd=place)
        assert done.code == 0, done.err
        assert "NaN" not in done.out
        (table,) = json.loads(done.out)["tables"]
        assert [column["n"] for column in table["columns"]] == [1, 1, 0]
        assert table["rows"][0]["cells"][2]["kind"] == "none"


def loaded(argv, folder):
    """Names of the modules that a run of the command imports, in a process of its own."""
    program = (
        f"import sys\nsys.argv = ['freetext', *{list(argv)!r}]\nfrom freetext.cli import main\n"
        "try:\n    main()\nexcept SystemExit as left:\n    print('\\nleft', left.code)\nprint(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, encoding="utf-8", cwd=folder
    )
    *_, left, names = done.stdout.splitlines()
    assert left == "left 0", done.stderr
    return set(names.split())


@pytest.mark.parametrize(
    "argv",
    [
        ("audit", "draw", "coded.csv", "--text", "answer", "--by", "type", "--quiet"),
        (
            "tally",
            "coded.csv",
            "--themes",
            "llm",
            "--text",
            "answer",
            "--audit",
            "audit.csv",
            "--where",
            "type = north",
        ),
    ],
)
def test_an_audit_wakes_nothing_heavy(place, labelled, argv):
    """Drawing an audit and correcting with it load numpy at most."""
    labelled("-n", "40")
    assert not loaded(argv, place) & {"spacy", "sklearn", "pandas", "scipy", "pyarrow", "matplotlib"}
