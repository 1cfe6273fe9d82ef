"""`freetext code` on files of any length: the same bytes, messages and refusals as on a table read as a whole."""

import csv
import json
import shutil
import signal
import subprocess
import sys

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from freetext.cli import code_streamed
from freetext.cli.run import Run


@pytest.fixture(name="wanted")
def _wanted(trained):
    return ("--text", "verbatim", "--model", trained / "model")


@pytest.fixture(name="long")
def _long(small, table, rows_to):
    """The small table a hundred times over, with ids of their own, and the same in Parquet."""
    rows = [[f"{time}-{row[0]}", *row[1:]] for time in range(100) for row in table[1:]]
    rows_to(small / "long.csv", [table[0], *rows])
    columns = dict(zip(table[0], map(list, zip(*rows, strict=True)), strict=True))
    pq.write_table(pa.table(columns), small / "long.parquet", row_group_size=300)
    return small


@pytest.mark.parametrize("more", [(), ("--id", "id", "--scores", "--evidence"), ("--id", "id", "--question", "asked")])
def test_a_file_and_a_pipe_give_the_same_bytes(freetext, long, wanted, more):
    """A file, which comes batch by batch, is coded to the byte as standard input, which comes as a whole."""
    assert freetext("code", "long.csv", *wanted, *more, "-o", "a.csv", cwd=long).code == 0
    data = (long / "long.csv").read_bytes()
    assert freetext("code", "-", *wanted, *more, "-o", "b.csv", cwd=long, stdin=data).code == 0
    assert (long / "a.csv").read_bytes() == (long / "b.csv").read_bytes()
    assert freetext("code", "long.parquet", *wanted, *more, "-o", "c.csv", cwd=long).code == 0
    assert (long / "c.csv").read_bytes() == (long / "a.csv").read_bytes()


def test_the_same_is_said(freetext, long, wanted):
    """What is said of a file is what is said of a pipe, but for its name."""
    ours = freetext("code", "long.csv", *wanted, "--id", "id", "-o", "a.csv", cwd=long)
    data = (long / "long.csv").read_bytes()
    whole = freetext("code", "-", *wanted, "--id", "id", "-o", "a.csv", "--force", cwd=long, stdin=data)
    assert ours.err == whole.err.replace("standard input", "long.csv")


@pytest.mark.parametrize(
    ("rows", "more"),
    [
        ([["id", "verbatim"], ["1", "a"], ["2", "b"], ["1", "c"], ["2", "d"]], ("--id", "id")),
        ([["id", "verbatim"], ["1", "a"], [" ", "b"]], ("--id", "id")),
        ([["id", "verbatim"], ["1", "a"], ["2"]], ()),
        ([["id", "verbatim"]], ()),
        ([["id", "text"], ["1", "a"], ["2"]], ()),
        ([["id", "text"], ["1", "a"]], ()),
        ([["id", "verbatim", "freetext_themes"], ["1", "a", ""]], ()),
        ([["id", "verbatim"], ["1", ""], ["2", " "]], ()),
    ],
)
def test_the_same_is_refused(freetext, small, rows_to, wanted, rows, more):
    """What is wrong with a file is told in the same line as for a pipe, and nothing is written."""
    path = rows_to(small / "odd.csv", rows)
    ours = freetext("code", "odd.csv", *wanted, *more, "-o", "a.csv", cwd=small)
    whole = freetext("code", "-", *wanted, *more, "-o", "b.csv", cwd=small, stdin=path.read_bytes())
    assert ours.code == whole.code != 0
    assert ours.line.replace("odd.csv", "X") == whole.line.replace("standard input", "X").replace("'-'", "X").replace(
        "-:", "X:"
    )
    assert (small / "a.csv").exists() == (small / "b.csv").exists()


def test_an_old_file_stays(freetext, long, wanted):
    """A file that is there is refused before anything is read, unless forced; a dry run codes and writes nothing."""
    (long / "a.csv").write_text("old")
    assert "--force replaces it" in freetext("code", "long.csv", *wanted, "-o", "a.csv", cwd=long).line
    done = freetext("code", "long.csv", *wanted, "-o", "a.csv", "--force", "--dry-run", cwd=long)
    assert "dry run: nothing is written to a.csv" in done.err
    assert "1,000 answers: 100 blank" in done.err
    assert (long / "a.csv").read_text() == "old"


def test_people_overrule_in_long_files_too(freetext, survey, rows_in):
    """In a project people's labels stand above the model, wherever the file goes."""
    answers = next(survey.glob("data/raw/*.csv"), None) or next(survey.rglob("*.csv"))
    streamed = freetext("code", "-o", "a.csv", cwd=survey)
    assert streamed.code == 0, streamed.err
    kept = freetext("code", cwd=survey)
    assert kept.code == 0, kept.err
    coded = next((survey / "output").glob("*-coded.*"))
    again = freetext("code", "-o", f"{coded.parent}/{coded.stem}.csv", "--force", cwd=survey)
    assert again.code == 0, again.err
    assert answers.exists()
    rows = rows_in(survey / "a.csv")
    assert rows == rows_in(coded.with_suffix(".csv"))
    assert any("=human" in cell for row in rows for cell in row)


def test_a_project_keeps_no_large_file_answer_by_answer(freetext, survey, monkeypatch):
    """Of a project's own file that is large only people's decisions are noted; the command says what that means and names the folder form."""
    first = freetext("code", cwd=survey)
    assert "-o coded/" not in first.err
    shutil.rmtree(survey / "output")
    monkeypatch.setattr(code_streamed, "ROWS", 3)
    target = next(survey.rglob("freetext.toml")).parent / "output"
    source = next(line for line in first.err.splitlines() if ": " in line).partition(":")[0]
    stem = source.rpartition("/")[2].removesuffix(".csv")
    done = freetext("code", "-o", f"output/{stem}-coded.csv", cwd=survey)
    if done.code:
        target.mkdir()
        done = freetext("code", "-o", f"output/{stem}-coded.csv", cwd=survey)
    assert done.code == 0, done.err
    assert "-o coded/" in done.err
    notes = json.loads((target / ".coded" / f"{stem}-coded.csv.json").read_text(encoding="utf-8"))
    assert (notes["few"], notes["models"], all(stamp for _, stamp in notes["answers"].values())) == (True, [""], True)
    before = (target / f"{stem}-coded.csv").read_bytes()
    again = freetext("code", "-o", f"output/{stem}-coded.csv", cwd=survey)
    assert (again.code, "0 new, 0 changed, 0 gone" in again.err) == (0, True)
    assert (target / f"{stem}-coded.csv").read_bytes() == before


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_a_large_file_of_few_bytes_is_large(tmp_path, ending):
    """A file of more rows than are kept answer by answer is large however few bytes it has, one of fewer rows is not."""
    run, most = Run(quiet=True), code_streamed.ROWS
    for rows in (most, most + 1):
        path = tmp_path / f"{rows}.{ending}"
        if ending == "csv":
            path.write_text("t\ny\n" + "\n" * (rows - 2) + "y\n")
        else:
            pq.write_table(pa.table({"t": ["y"] * rows}), path)
        assert path.stat().st_size < 4 * most
        assert code_streamed.is_large(run, str(path)) == (rows > most)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_an_interruption_leaves_nothing(long, trained):
    """Ctrl-C leaves neither the file nor a part of it, says so, and how to go on."""
    with (long / "huge.csv").open("w", newline="") as handle:
        csv.writer(handle).writerows([["verbatim"], *([f"more money for the staff {n}"] for n in range(400_000))])
    command = [sys.executable, "-m", "freetext", "code", "huge.csv", "--text", "verbatim", "--model", trained / "model"]
    with subprocess.Popen([*command, "-o", "out.csv"], cwd=long, stderr=subprocess.PIPE, text=True) as coding:
        assert coding.stderr is not None
        said = ""
        while "400,000 answers" not in said and coding.poll() is None:
            said = coding.stderr.readline()
        coding.send_signal(signal.SIGINT)
        rest = coding.stderr.read()
    assert coding.returncode == 130
    assert "nothing was written; the same command begins again; `freetext code ./ -o coded/` keeps what is done" in rest
    assert not [path for path in long.iterdir() if path.name.startswith((".freetext-", "out"))]
