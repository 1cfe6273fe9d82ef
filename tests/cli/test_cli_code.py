"""`freetext code`: the output contract, cell by cell, against readers that know nothing of ours."""

import datetime as dt

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

OURS = ["freetext_themes", "freetext_review", "freetext_review_why", "freetext_source"]
ODD = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "'=x",
    "  spaced  ",
    'say "no"',
    "two\nlines",
    "a;b",
    "-5",
    "ünïcode 🙂",
]


@pytest.fixture(name="wanted")
def _wanted(trained):
    return ("--text", "verbatim", "--id", "id", "--model", trained / "model")


def test_csv_columns_come_back_untouched(freetext, small, table, rows_in, wanted):
    """The original columns stand first, in order, cell for cell; ours follow in the stated order; rows in equal rows out."""
    assert freetext("code", "answers.csv", *wanted, "-o", "out.csv", cwd=small).code == 0
    rows = rows_in(small / "out.csv")
    assert rows[0] == [*table[0], *OURS]
    assert [row[: len(table[0])] for row in rows[1:]] == table[1:]


def test_cells_say_what_was_decided_and_by_whom(coded, rows_in):
    """Themes carry the names of the labels, review is true or false, a blank answer is blank and has no theme."""
    rows = {row[0]: row[-4:] for row in rows_in(coded)[1:]}
    assert rows["1"] == ["Money", "true", "model not proven yet", "Money=model"]
    assert rows["3"][0] == "Money;Staff"
    assert rows["3"][3] == "Money=model;Staff=model"
    assert rows["4"] == ["", "false", "", "blank"]
    assert {row[1] for row in rows.values()} <= {"true", "false"}
    assert all((row[1] == "true") == bool(row[2]) for row in rows.values())


def test_tsv(freetext, small, table, rows_to, rows_in, wanted):
    """TSV comes and goes by its ending."""
    rows_to(small / "in.tsv", table, delimiter="\t")
    assert freetext("code", "in.tsv", *wanted, "-o", "out.tsv", cwd=small).code == 0
    rows = rows_in(small / "out.tsv", delimiter="\t")
    assert [row[: len(table[0])] for row in rows] == table


def test_formulas_are_guarded_in_csv_and_counted(freetext, small, rows_to, rows_in, wanted):
    """In CSV a text that a spreadsheet would run gets an apostrophe, and how many did is said; --raw and standard output do without."""
    rows_to(small / "odd.csv", [["id", "verbatim"], *([str(n), text] for n, text in enumerate(ODD))])
    done = freetext("code", "odd.csv", *wanted, "-o", "out.csv", cwd=small)
    guarded = [row[1] for row in rows_in(small / "out.csv")[1:]]
    assert guarded == ["'" + text if text[0] in "=+@'" else text for text in ODD]
    assert "4 cells guarded" in done.err
    assert freetext("code", "odd.csv", *wanted, "-o", "raw.csv", "--raw", cwd=small).code == 0
    assert [row[1] for row in rows_in(small / "raw.csv")[1:]] == ODD
    piped = freetext("code", "odd.csv", *wanted, "-o", "-", cwd=small)
    assert [row[1] for row in rows_in(piped.out)[1:]] == ODD


def test_a_guarded_file_comes_back_as_it_was(freetext, small, rows_to, rows_in, wanted):
    """Coding our own coded CSV again gives the original texts the same guard, not a second one."""
    rows_to(small / "odd.csv", [["id", "verbatim"], *([str(n), text] for n, text in enumerate(ODD))])
    freetext("code", "odd.csv", *wanted, "-o", "one.csv", cwd=small)
    assert freetext("code", "one.csv", *wanted, "-o", "two.csv", "--force", cwd=small).code == 0
    assert (small / "one.csv").read_bytes() == (small / "two.csv").read_bytes()


def test_xlsx_cells_keep_value_and_type(freetext, small, wanted):
    """Workbook cells come back with the value and type that openpyxl sees in the original; formulas in answers stay text."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    head = ["id", "verbatim", "n", "x", "when", "flag"]
    noon = dt.datetime(2021, 3, 1, 12, 30)  # noqa: DTZ001  (a workbook knows no time zones)
    cells: list[tuple[object, ...]] = [
        (f"r{number}", text, number, number / 7, noon + dt.timedelta(days=number), number % 2 == 0)
        for number, text in enumerate(ODD)
    ]
    for line in (head, *cells):
        sheet.append(line)
    for place in range(2, len(cells) + 2):
        sheet.cell(place, 2).data_type = "s"
    book.save(small / "in.xlsx")
    assert freetext("code", "in.xlsx", *wanted, "-o", "out.xlsx", cwd=small).code == 0
    out = openpyxl.load_workbook(small / "out.xlsx")
    page = out.active
    assert page is not None
    assert [cell.value for cell in page[1]] == [*head, *OURS]
    for row, expected in zip(page.iter_rows(min_row=2, max_col=6), cells, strict=True):
        assert tuple(cell.value for cell in row[:3]) == expected[:3]
        assert row[3].value == pytest.approx(expected[3], rel=1e-15)
        assert tuple(cell.value for cell in row[4:]) == expected[4:]
        assert row[1].data_type == "s"
    assert {page.cell(row, 8).data_type for row in range(2, len(cells) + 2)} == {"b"}


def test_parquet_keeps_types(freetext, small, wanted):
    """Parquet columns keep their Arrow types, values and nulls; ours stand behind them."""
    table = pa.table(
        {
            "id": pa.array([3, 2, 1], pa.int16()),
            "verbatim": pa.array(["more money", None, "=kind staff"]),
            "when": pa.array([dt.datetime(2021, 1, 1, tzinfo=dt.UTC)] * 3, pa.timestamp("ns", "UTC")),
            "kind": pa.array(["a", "b", "a"]).dictionary_encode(),
            "list": pa.array([[1], [], None], pa.list_(pa.int8())),
        }
    )
    pq.write_table(table, small / "in.parquet")
    assert freetext("code", "in.parquet", *wanted, "-o", "out.parquet", cwd=small).code == 0
    out = pq.read_table(small / "out.parquet")
    assert out.column_names == [*table.column_names, *OURS]
    assert out.select(table.column_names).equals(table)
    assert out["freetext_themes"].to_pylist() == ["Money", "", "Staff"]
    assert out["freetext_review"].type == pa.bool_()
    assert out["freetext_source"].to_pylist()[1] == "blank"


@pytest.mark.parametrize(
    ("source", "target"),
    [("csv", "xlsx"), ("xlsx", "parquet"), ("parquet", "tsv"), ("tsv", "csv"), ("xlsx", "csv"), ("parquet", "xlsx")],
)
def test_codes_do_not_depend_on_the_format(freetext, small, table, rows_to, rows_in, wanted, source, target):
    """Whatever format a file comes in and goes out as, its codes are the same and in the same order."""
    rows_to(small / "in.tsv", table, delimiter="\t")
    rows_to(small / "in.csv", table)
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in table:
        book.active.append(row)
    book.save(small / "in.xlsx")
    pq.write_table(
        pa.table(dict(zip(table[0], map(list, zip(*table[1:], strict=True)), strict=True))), small / "in.parquet"
    )
    assert freetext("code", f"in.{source}", *wanted, "-o", f"out.{target}", cwd=small).code == 0
    back = freetext("code", f"out.{target}", *wanted, "--force", "-o", "-", cwd=small)
    direct = freetext("code", "in.csv", *wanted, "-o", "-", cwd=small)
    assert rows_in(back.out) == rows_in(direct.out)


@pytest.mark.parametrize("ending", ["csv", "tsv", "xlsx", "parquet"])
def test_the_same_file_coded_twice_gives_the_same_bytes(freetext, small, wanted, ending):
    """Coding is a function of file and model, to the byte."""
    for name in ("one", "two"):
        more = ("-o", f"{name}.{ending}", "--scores", "--evidence")
        assert freetext("code", "answers.csv", *wanted, *more, cwd=small).code == 0
    assert (small / f"one.{ending}").read_bytes() == (small / f"two.{ending}").read_bytes()


def test_scores_and_evidence(freetext, small, table, rows_in, wanted):
    """--scores adds one probability a theme, --evidence the words behind the codes; blank answers have neither."""
    done = freetext("code", "answers.csv", *wanted, "--scores", "--evidence", "-o", "-", cwd=small)
    rows = rows_in(done.out)
    assert rows[0] == [*table[0], *OURS, "freetext_score:Money", "freetext_score:Staff", "freetext_evidence"]
    scored = {row[0]: row[-3:] for row in rows[1:]}
    assert scored.pop("4") == ["", "", ""]
    assert all(0 <= float(score) <= 1 for row in scored.values() for score in row[:2])
    assert "Money: " in scored["1"][2]
    assert "money" in scored["1"][2]


def test_chosen_themes_do_not_depend_on_scores_and_evidence(freetext, small, rows_in, wanted, coded):
    """What is added beside the codes changes no code."""
    done = freetext("code", "answers.csv", *wanted, "--scores", "--evidence", "-o", "-", cwd=small)
    assert [row[11:15] for row in rows_in(done.out)] == [row[11:15] for row in rows_in(coded)]


def test_a_coded_file_is_refused_without_force(freetext, small, coded, wanted, listing, rows_in):
    """Our columns are replaced only with --force, and then stand once, where they stood, with nothing of the old coding left."""
    before = listing(small)
    refused = freetext("code", coded, *wanted, "-o", "again.csv", cwd=small)
    assert refused.code == 2
    assert "--force" in refused.line
    assert listing(small) == before
    freetext("code", "answers.csv", *wanted, "--scores", "-o", "scored.csv", cwd=small)
    assert freetext("code", "scored.csv", *wanted, "--force", "-o", "again.csv", cwd=small).code == 0
    assert (small / "again.csv").read_bytes() == coded.read_bytes()
    assert rows_in(small / "again.csv")[0].count("freetext_themes") == 1


def test_columns_that_only_sound_like_ours_are_kept(freetext, small, rows_to, rows_in, wanted):
    """A survey's own column may begin with `freetext_`: it is neither taken for a coding nor replaced by --force."""
    head = ["id", "freetext_q3", "verbatim", "freetext_score"]
    rows_to(small / "own.csv", [head, ["1", "x", "more money", "7"]])
    done = freetext("code", "own.csv", *wanted, "-o", "one.csv", cwd=small)
    assert done.code == 0, done.err
    assert freetext("code", "one.csv", *wanted, "-o", "two.csv", "--force", cwd=small).code == 0
    assert rows_in(small / "two.csv")[0] == [*head, *OURS]
    assert (small / "one.csv").read_bytes() == (small / "two.csv").read_bytes()


def test_an_existing_file_is_kept_unless_forced(freetext, small, wanted):
    """-o never writes over a file without --force, and is refused before any work."""
    (small / "out.csv").write_text("mine")
    refused = freetext("code", "answers.csv", *wanted, "-o", "out.csv", cwd=small)
    assert (refused.code, refused.err) == (2, "freetext: out.csv: exists; --force replaces it.\n")
    assert (small / "out.csv").read_text() == "mine"
    assert freetext("code", "answers.csv", *wanted, "-o", "out.csv", "--force", cwd=small).code == 0
    assert "freetext_themes" in (small / "out.csv").read_text(encoding="utf-8-sig")


def test_standard_input_and_output(freetext, small, coded, rows_in, wanted):
    """`-` reads and writes CSV on the standard streams, and what is said goes to standard error."""
    given = (small / "answers.csv").read_bytes()
    done = freetext("code", "-", *wanted, "-o", "-", stdin=given)
    assert done.code == 0
    assert rows_in(done.out) == rows_in(coded)
    assert "standard input: 10 rows" in done.err
    assert "standard output: 10 rows" in done.err


def test_dry_run_writes_nothing(freetext, small, wanted, listing):
    """--dry-run reads and checks everything and leaves every folder as it was."""
    before = listing(small)
    done = freetext("code", "answers.csv", *wanted, "-o", "out.xlsx", "--dry-run", cwd=small)
    assert done.code == 0
    assert "nothing is written to out.xlsx" in done.err
    assert listing(small) == before
    assert freetext("code", "answers.csv", *wanted, "-o", "-", "--dry-run", cwd=small).out == ""


def test_quiet_says_nothing(freetext, small, wanted):
    """--quiet says only what went wrong."""
    done = freetext("code", "answers.csv", *wanted, "-o", "out.csv", "--quiet", cwd=small)
    assert (done.code, done.out, done.err) == (0, "", "")
    wrong = freetext("code", "answers.csv", *wanted, "-o", "out.csv", "--quiet", cwd=small)
    assert (wrong.code, wrong.err.count("\n")) == (2, 1)


def test_sheet_encoding_and_delimiter(freetext, small, table, rows_to, rows_in, wanted):
    """--sheet, --encoding and --delimiter name what cannot be told from the file."""
    book = openpyxl.Workbook()
    page = book.create_sheet("Answers")
    for row in table:
        page.append(row)
    book.save(small / "in.xlsx")
    done = freetext("code", "in.xlsx", *wanted, "--sheet", "Answers", "-o", "-", cwd=small)
    assert len(rows_in(done.out)) == len(table)
    wrong = freetext("code", "in.xlsx", *wanted, "--sheet", "Answrs", "-o", "-", cwd=small)
    assert (wrong.code, "Did you mean 'Answers'?" in wrong.line) == (2, True)
    rows_to(small / "odd.csv", [["id", "verbatim"], ["1", "café; staff"]], delimiter="|", encoding="cp1252")
    said = ("--encoding", "cp1252", "--delimiter", "|")
    done = freetext("code", "odd.csv", *wanted, *said, "-o", "-", cwd=small)
    assert [row[:2] for row in rows_in(done.out)] == [["id", "verbatim"], ["1", "café; staff"]]


def test_respondent_and_id_defaults_are_said(freetext, small, trained):
    """What stands in for an id and a respondent that nobody named is said aloud."""
    plain = ("code", "answers.csv", "--text", "verbatim", "--model", trained / "model", "-o", "-")
    neither = freetext(*plain, cwd=small).err
    assert "no --id: an answer's id is its row number, and each row is a respondent of its own" in neither
    assert "no --respondent: 'id' says who the respondent is" in freetext(*plain, "--id", "id", cwd=small).err
    alone = freetext(*plain, "--respondent", "who", cwd=small).err
    assert "an answer's id is its row number\n" in alone
    both = freetext(*plain, "--id", "id", "--respondent", "who", cwd=small).err
    assert "no --" not in both


def test_a_wide_file_has_one_set_of_columns_a_question(freetext, small, rows_to, rows_in, trained):
    """With --text repeated our columns carry the question, one whole set behind the other."""
    rows_to(small / "wide.csv", [["id", "good", "bad"], ["1", "kind staff", "more money"], ["2", "", "nothing"]])
    more = ("--text", "bad", "--text", "good", "--id", "id", "--model", trained / "model", "--scores", "--evidence")
    rows = rows_in(freetext("code", "wide.csv", *more, "-o", "-", cwd=small).out)
    sets = [
        [f"{name}:{asked}" for name in OURS]
        + [f"freetext_score:{asked}:Money", f"freetext_score:{asked}:Staff", f"freetext_evidence:{asked}"]
        for asked in ("bad", "good")
    ]
    assert rows[0] == ["id", "good", "bad", *sets[0], *sets[1]]
    first = dict(zip(rows[0], rows[1], strict=True))
    assert (first["freetext_themes:good"], first["freetext_themes:bad"]) == ("Staff", "Money")
    assert dict(zip(rows[0], rows[2], strict=True))["freetext_source:good"] == "blank"


def test_a_long_file_keeps_its_rows(freetext, small, rows_in, trained, table):
    """With --question one respondent may stand in several rows; rows keep their order and the columns carry no question."""
    more = ("--text", "verbatim", "--id", "who", "--question", "asked", "--model", trained / "model")
    done = freetext("code", "answers.csv", *more, "-o", "-", cwd=small)
    assert done.code == 0
    rows = rows_in(done.out)
    assert [row[: len(table[0])] for row in rows] == table
    assert rows[0][-4:] == OURS


def test_one_version_of_a_model_can_be_named(freetext, small, coded, trained):
    """--model takes a folder of versions or one version."""
    version = (trained / "model" / "CURRENT").read_text().strip()
    more = ("--text", "verbatim", "--id", "id", "--model", trained / "model" / version, "-o", "out.csv")
    assert freetext("code", "answers.csv", *more, cwd=small).code == 0
    assert (small / "out.csv").read_bytes() == coded.read_bytes()


def test_every_answer_blank_is_a_negative_answer(freetext, small, rows_to, rows_in, wanted):
    """Where every answer is blank the file is written all the same, and the exit code is 1."""
    rows_to(small / "blank.csv", [["id", "verbatim"], ["1", ""], ["2", "  \t "], ["3", "\u00a0"]])
    done = freetext("code", "blank.csv", *wanted, "-o", "out.csv", cwd=small)
    assert (done.code, done.line) == (1, "freetext: blank.csv: every answer is blank; nothing was coded.")
    assert [row[-1] for row in rows_in(small / "out.csv")[1:]] == ["blank"] * 3
