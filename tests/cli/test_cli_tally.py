"""`freetext tally`: the JSON contract, every face, and what each option does."""

import csv
import io
import json
import math

import openpyxl
import pytest
from statsmodels.stats.proportion import proportion_confint

TABLE = {"question", "banner", "base", "columns", "rows"}
COLUMN = {"name", "n", "weighted", "effective", "letter", "decided"}
CELL = {"count", "share", "low", "high", "kind", "audited", "letters", "flag"}


@pytest.fixture(name="tables")
def _tables(freetext, coded):
    def tables(*more, file=coded, cwd=None):
        done = freetext("tally", file, *more, "--json", cwd=cwd)
        assert done.code == 0, done.err
        whole = json.loads(done.out)
        assert whole["format"] == 1
        return whole["tables"]

    return tables


def counts(table, column=0):
    """Theme to count in one column."""
    return {row["theme"]: row["cells"][column]["count"] for row in table["rows"]}


def test_json_holds_the_keys_of_the_contract(tables):
    """Every table, column, row and cell has the keys that scripts rely on; columns and cells are as many."""
    for table in tables("--by", "type", "--closed", "type"):
        assert set(table) >= TABLE
        assert all(set(column) >= COLUMN for column in table["columns"])
        for row in table["rows"]:
            assert "theme" in row
            assert len(row["cells"]) == len(table["columns"])
            assert all(set(cell) >= CELL for cell in row["cells"])


def test_counts_and_bases_of_a_coded_file(tables):
    """Respondents are counted, blank answers leave the base, shares are of the base, machine codes have no interval."""
    (table,) = tables()
    assert counts(table) == {"money": 5, "staff": 4}
    assert table["columns"] == [
        {"name": "Total", "n": 9, "weighted": 9.0, "effective": 9.0, "letter": "", "decided": 0}
    ]
    cell = table["rows"][0]["cells"][0]
    assert cell["share"] == pytest.approx(5 / 9)
    assert (cell["kind"], cell["low"], cell["high"], cell["audited"]) == ("not audited", None, None, 0)
    assert cell["flag"] == "very small base"


def test_labels_by_people_have_wilson_intervals(tables, trained):
    """A column of codes that people gave, as somebody says, has Wilson's interval on the effective base, and a note of that word."""
    (table,) = tables("--themes", "themes", "--text", "verbatim", "--coded-by", "people", file=trained / "answers.csv")
    cell = table["rows"][0]["cells"][0]
    assert (cell["kind"], cell["count"], cell["audited"]) == ("wilson", 5, 9)
    assert (cell["low"], cell["high"]) == pytest.approx(proportion_confint(5, 9, method="wilson"))
    assert any("taken for people's, as was asked for" in note for note in table["notes"])


@pytest.mark.parametrize("more", [(), ("--coded-by", "machine")])
def test_codes_of_nobody_knows_whom_have_no_interval_and_no_letters(tables, trained, more):
    """A column of codes beside which nothing says who gave them is a machine's, not audited; the note names the ways out."""
    (table,) = tables("--themes", "themes", "--text", "verbatim", "--by", "type", *more, file=trained / "answers.csv")
    cells = [cell for row in table["rows"] for cell in row["cells"]]
    assert {(cell["kind"], cell["low"], cell["high"], cell["letters"]) for cell in cells} == {
        ("not audited", None, None, "")
    }
    named = [note for note in table["notes"] if "--coded-by people" in note and "freetext audit draw" in note]
    assert len(named) == (0 if more else 1)


def test_coded_by_has_no_say_where_the_file_says_who_coded(freetext, coded):
    """--coded-by is left aside beside freetext_source, and that is said; the codes stay a model's."""
    done = freetext("tally", coded, "--coded-by", "people", "--json")
    assert "--coded-by is left aside for freetext_themes: freetext_source says who coded" in done.err
    assert json.loads(done.out)["tables"][0]["rows"][0]["cells"][0]["kind"] == "not audited"


def test_an_audit_of_peoples_codes_is_refused(freetext, trained):
    """--audit takes the codes for a machine's, so --coded-by people contradicts it."""
    file = trained / "answers.csv"
    done = freetext("tally", file, "--themes", "themes", "--coded-by", "people", "--audit", file)
    assert (done.code, "--coded-by" in done.err) == (2, True)


def test_text_tells_the_blank_answers(tables, trained):
    """--text takes blank answers out of the base of a file that nobody of ours coded."""
    file = trained / "answers.csv"
    assert tables("--themes", "themes", file=file)[0]["columns"][0]["n"] == 10
    assert tables("--themes", "themes", "--text", "verbatim", file=file)[0]["columns"][0]["n"] == 9


@pytest.mark.parametrize(("base", "n"), [("asked", 10), ("answered", 9), ("substantive", 9)])
def test_base(tables, base, n):
    """--base says whom percentages are of."""
    (table,) = tables("--base", base)
    assert (table["base"], table["columns"][0]["n"]) == (base, n)
    assert table["rows"][0]["cells"][0]["share"] == pytest.approx(5 / n)


def test_by_twice_gives_two_tables(tables):
    """Each --by gives a table of its own, with the total in front, and its columns add up to the total."""
    one, two = tables("--by", "type", "--by", "asked")
    assert [each["banner"] for each in (one, two)] == ["type", "asked"]
    assert [column["name"] for column in one["columns"]] == ["Total", "north", "south"]
    for table in (one, two):
        assert counts(table) == {theme: sum(counts(table, each)[theme] for each in (1, 2)) for theme in counts(table)}


def test_weight(tables, table):
    """--weight weighs shares, and the bases are sum of weights and Kish's effective base; counts stay unweighted."""
    (weighted,) = tables("--weight", "weight")
    weights = [float(row[-1]) for row in table[1:] if row[3]]
    column = weighted["columns"][0]
    assert column["n"] == len(weights)
    assert column["weighted"] == pytest.approx(math.fsum(weights))
    assert column["effective"] == pytest.approx(sum(weights) ** 2 / sum(each**2 for each in weights))
    assert counts(weighted) == {"money": 5, "staff": 4}
    money = sum(float(row[-1]) for row in table[1:] if row[5] == "1")
    assert weighted["rows"][0]["cells"][0]["share"] == pytest.approx(money / sum(weights))


def test_closed_columns_have_intervals(tables):
    """--closed tallies a closed column as well, with an interval, for respondents speak for themselves."""
    themes, closed = tables("--closed", "type")
    assert (themes["question"], closed["question"]) == ("themes", "type")
    assert counts(closed) == {"north": 5, "south": 5}
    assert {cell["kind"] for row in closed["rows"] for cell in row["cells"]} == {"wilson"}


def test_a_long_file_is_tallied_question_by_question(tables):
    """--question parts a file with one answer a row; each question has its own base."""
    one, two = tables("--question", "asked")
    assert [each["question"] for each in (one, two)] == ["x", "y"]
    assert (one["columns"][0]["n"], two["columns"][0]["n"]) == (5, 4)
    assert counts(one) == {"money": 3, "staff": 2}


def test_themes_can_be_named_for_several_questions(tables, trained):
    """--themes repeated gives one table each."""
    more = ("--themes", "themes", "--themes", "code_a")
    assert [each["question"] for each in tables(*more, file=trained / "answers.csv")] == ["themes", "code_a"]


def test_a_codeframe_gives_order_names_nets_and_reserved_codes(tables, small):
    """With --codeframe rows stand in its order, a net counts each respondent once, and reserved codes come last."""
    (small / "frame.toml").write_text(
        '[[theme]]\nslug = "none"\nname = "Nothing"\nnumber = 9\nreserved = "none"\n'
        '[[theme]]\nslug = "staff"\nname = "Staff"\nnumber = 2\nnet = "all"\n'
        '[[theme]]\nslug = "money"\nname = "Money"\nnumber = 3\nnet = "all"\n'
        '[[net]]\nslug = "all"\nname = "All"\nnumber = 1\n'
    )
    (table,) = tables("--themes", "themes", "--codeframe", "frame.toml", file="answers.csv", cwd=small)
    assert [row["theme"] for row in table["rows"]] == ["all", "staff", "money", "none"]
    assert counts(table) == {"all": 8, "staff": 4, "money": 5, "none": 0}
    assert [row["net"] for row in table["rows"]] == [True, False, False, False]


def test_csv_is_the_json_in_lines(freetext, tables, coded):
    """--csv gives one line a cell with the figures of --json; `-o -` is the same."""
    done = freetext("tally", coded, "--by", "type", "--csv")
    lines = list(csv.DictReader(io.StringIO(done.out)))
    (table,) = tables("--by", "type")
    cells = [
        (row["theme"], column["name"], cell["count"], cell["share"])
        for row in table["rows"]
        for column, cell in zip(table["columns"], row["cells"], strict=True)
    ]
    assert [(each["theme"], each["column"], int(each["count"]), float(each["share"])) for each in lines] == cells
    assert freetext("tally", coded, "--by", "type", "-o", "-").out == done.out
    assert freetext("tally", coded, "--by", "type", "--csv", "-o", "-").out == done.out


@pytest.mark.parametrize("ending", ["json", "md", "csv", "txt"])
def test_files_hold_what_is_printed(freetext, small, coded, ending):
    """-o writes by ending what the terminal would show, and prints nothing."""
    done = freetext("tally", coded, "--by", "type", "-o", f"t.{ending}", cwd=small)
    assert (done.code, done.out) == (0, "")
    assert f"t.{ending}: 1 table\n" in done.err
    flag = () if ending == "txt" else (f"--{ending}",)
    printed = freetext("tally", coded, "--by", "type", *flag).out
    written = (small / f"t.{ending}").read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    assert written.rstrip("\n") == printed.rstrip("\n")


def test_markdown_has_a_table(freetext, coded):
    """--md is a Markdown table whose rows have as many cells as its head."""
    lines = [line for line in freetext("tally", coded, "--by", "type", "--md").out.splitlines() if line[:1] == "|"]
    assert lines
    assert len({line.count("|") for line in lines}) == 1


def test_the_workbook_holds_numbers(freetext, small, coded):
    """In a workbook shares are numbers from 0 to 1 with a percent format, counts are numbers, and no cell is a formula."""
    assert freetext("tally", coded, "--by", "type", "--closed", "type", "-o", "t.xlsx", cwd=small).code == 0
    book = openpyxl.load_workbook(small / "t.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    shares = [cell for cell in cells if cell.number_format == "0%"]
    assert shares
    assert all(isinstance(cell.value, int | float) and 0 <= cell.value <= 1 for cell in shares)
    assert any(cell.value == pytest.approx(5 / 9) for cell in shares)
    assert {cell.value for cell in cells if cell.number_format == "#,##0"} >= {5, 4, 9}
    assert "f" not in {cell.data_type for cell in cells}
    assert "not audited" in {cell.value for cell in cells}


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json", "md", "txt"])
def test_the_same_tally_twice_gives_the_same_bytes(freetext, small, coded, ending):
    """Tables are a function of the coded file, to the byte; an existing file wants --force."""
    freetext("tally", coded, "-o", f"one.{ending}", cwd=small)
    first = (small / f"one.{ending}").read_bytes()
    assert freetext("tally", coded, "-o", f"one.{ending}", cwd=small).code == 2
    assert freetext("tally", coded, "-o", f"one.{ending}", "--force", cwd=small).code == 0
    assert (small / f"one.{ending}").read_bytes() == first


def test_formulas_in_categories_are_guarded_in_files(freetext, small, rows_to):
    """A closed value that looks like a formula is guarded in a CSV of tables and is text in a workbook."""
    rows_to(small / "f.csv", [["id", "pick"], ["1", "=1+1"], ["2", "b"]])
    for ending in ("csv", "xlsx"):
        done = freetext("tally", "f.csv", "--closed", "pick", "-o", f"t.{ending}", cwd=small)
        assert done.code == 0, done.err
    assert "'=1+1" in (small / "t.csv").read_text(encoding="utf-8-sig")
    cells = [cell for sheet in openpyxl.load_workbook(small / "t.xlsx") for row in sheet.iter_rows() for cell in row]
    assert "=1+1" in {cell.value for cell in cells}
    assert "f" not in {cell.data_type for cell in cells}


def test_one_format_at_a_time(freetext, small, coded, listing):
    """Two formats at once, and a format that the file's ending denies, are refused."""
    before = listing(small)
    assert "one of them" in freetext("tally", coded, "--json", "--csv", cwd=small).line
    assert "differ" in freetext("tally", coded, "--json", "-o", "t.csv", cwd=small).line
    assert freetext("tally", coded, "-o", "t.docx", cwd=small).code == 2
    assert listing(small) == before


def test_dry_run_writes_nothing(freetext, small, coded, listing):
    """--dry-run tallies and writes no file."""
    before = listing(small)
    done = freetext("tally", coded, "-o", "t.xlsx", "--dry-run", cwd=small)
    assert (done.code, listing(small)) == (0, before)


def test_quiet_still_prints_the_result(freetext, coded):
    """--quiet drops what is said, never the tables."""
    done = freetext("tally", coded, "--quiet")
    assert done.err == ""
    assert "Money" in done.out


def test_standard_input(freetext, coded):
    """`-` is standard input."""
    piped = freetext("tally", "-", "--json", stdin=coded.read_bytes())
    assert json.loads(piped.out) == json.loads(freetext("tally", coded, "--json").out)


def test_nothing_to_tally_is_a_negative_answer(freetext, small, rows_to):
    """A coded file without a single code has nothing to tally: exit code 1, one line."""
    rows_to(small / "c.csv", [["id", "freetext_themes", "freetext_source"], ["1", "", "blank"]])
    done = freetext("tally", "c.csv", cwd=small)
    assert (done.code, done.out) == (1, "")
    assert "nothing to tally" in done.line
