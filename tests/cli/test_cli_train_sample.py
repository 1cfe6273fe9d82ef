"""`freetext train --most`: more labels than a machine learns from."""

import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from freetext.cli.run import Run
from freetext.cli.sampled import Asked, labelled_table
from freetext.cli.train import MOST
from freetext.survey import samples

THEMES = ("money", "staff")
SAID = ("more money please", "the staff were kind")


@pytest.fixture(name="long")
def _long(tmp_path):
    """A folder with 400 labelled rows, every other blank behind row 300, as CSV and Parquet."""
    rows = [
        (f"r{place}", f"p{place // 2}", SAID[place % 2], "" if place > 300 and place % 4 > 1 else THEMES[place % 2])
        for place in range(400)
    ]
    names = ("id", "person", "verbatim", "themes")
    (tmp_path / "long.csv").write_text("\n".join(",".join(row) for row in (names, *rows)), encoding="utf-8")
    pq.write_table(pa.table(dict(zip(names, zip(*rows, strict=True), strict=True))), tmp_path / "long.parquet")
    return tmp_path


def manifest(folder):
    """The manifest of the version in force."""
    return json.loads((folder / (folder / "CURRENT").read_text().strip() / "manifest.json").read_text())


def learnt(freetext, folder, *more, file="long.csv"):
    """Train on a file of the folder."""
    named = ("--text", "verbatim", "--labels", "themes", "--id", "id", "--respondent", "person")
    return freetext("train", file, *named, "--model", "m", "--no-advice", *more, cwd=folder)


@pytest.mark.parametrize("file", ["long.csv", "long.parquet"])
def test_of_more_labels_a_sample_is_learnt_from(freetext, long, file):
    """One line says that it was a sample, of how many; the card repeats it, and the model's facts."""
    done = learnt(freetext, long, "--most", "100", file=file)
    assert done.code == 0
    assert "- a random sample: 100 of 400 labelled answers" in done.err
    assert "random sample, person by person, of 400 labelled answers of 200 respondents" in done.out
    assert manifest(long / "m")["facts"]["sample"] == {"answers": 400, "respondents": 200}


def test_long_and_short_reading_give_the_same_model(freetext, long):
    """Parquet, CSV and any number of processes give the same model of the same sample."""
    digests = set()
    for more in (("--jobs", "1"), ("--jobs", "2"), ("--jobs", "1", "--force")):
        learnt(freetext, long, "--most", "120", *more, file="long.parquet" if "--force" in more else "long.csv")
        digests.add((long / "m" / "CURRENT").read_text())
    assert len(digests) == 1


def test_where_there_are_no_more_nothing_is_said(freetext, long):
    """A file with as many labels as are learnt from is read as ever."""
    done = learnt(freetext, long, "--most", "400")
    assert "sample" not in done.err + done.out
    assert "long.csv: 400 rows" in done.err
    assert "sample" not in manifest(long / "m")["facts"]


def test_rows_without_a_label_do_not_count_where_they_are_unlabelled(freetext, long):
    """With --blank-labels unlabelled only rows with a label count to --most; the others are thinned out alike."""
    done = learnt(freetext, long, "--most", "100", "--blank-labels", "unlabelled")
    assert "of 350 labelled answers" in done.err
    assert manifest(long / "m")["facts"]["unlabelled"]["answers"] > 0
    few = learnt(freetext, long, "--most", "360", "--blank-labels", "unlabelled")
    assert "sample" not in few.err


def test_a_column_that_is_not_there_is_named_with_its_option(freetext, long):
    """In a long file too a missing column is refused before anything is read, with the columns that there are."""
    done = learnt(freetext, long, "--most", "100", "--question", "asked")
    assert done.code == 2
    assert "--question" in done.err
    assert "verbatim" in done.err


def test_parquet_of_few_bytes_is_long_by_its_rows(tmp_path, monkeypatch):
    """Of a Parquet file of more labels than are wanted a sample is read, however few bytes it has."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "packed.parquet"
    pq.write_table(pa.table({"verbatim": SAID * 20_000, "themes": THEMES * 20_000}), path)
    assert path.stat().st_size < 30_000
    asked = Asked(("verbatim",), ("themes",), "", "", "", "none")
    table, told = labelled_table(Run(quiet=True), str(path), asked, 30_000, 0)
    assert told
    assert (table.size, told.answers) == (30_000, 40_000)


def test_the_default_stands_once():
    """The command's default is that of Python."""
    assert MOST == samples.MOST
