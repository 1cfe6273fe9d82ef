"""The scale bench's own arithmetic: its rows are the ones it says, its page keeps what people wrote, and its sizing adds up."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

SCRIPTS = Path(__file__).parents[1] / "scripts"
MODULES = ("marks", "peak", "scale_page", "scaled_data", "sizing")
FIGURES = {"rows": 1e6, "alone": 10.0, "in": 100.0, "out": 150.0, "peak": 400.0}


@pytest.fixture(scope="module")
def bench():
    """The bench's modules by their names."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(SCRIPTS)
        before = set(sys.modules)
        yield SimpleNamespace(**{name: import_module(f"bench_{name}") for name in MODULES})
        for name in set(sys.modules) - before:
            if name.startswith("bench_"):
                del sys.modules[name]


@pytest.fixture(scope="module")
def surveys(tmp_path_factory):
    folder = tmp_path_factory.mktemp("surveys")
    for survey in ("goemotions", "nhs_feedback"):
        (folder / survey).mkdir()
        texts = "\n".join(f"{row},word{row % 40} was fine {survey} {row % 7}," for row in range(300))
        (folder / survey / "train.csv").write_text(f"id,text,labels\n{texts}\n", encoding="utf-8")
    return folder


def test_a_file_and_a_folder_hold_the_same_rows(bench, surveys, tmp_path):
    """A file and a folder of parts hold the same rows in the same order, and the rows asked for."""
    rows = bench.scaled_data.BLOCK + 10
    one = pq.read_table(bench.scaled_data.one_file(surveys, tmp_path, rows))
    folder = bench.scaled_data.folder_of(surveys, tmp_path, rows, 2)
    parts = [pq.read_table(path) for path in sorted(folder.iterdir())]
    assert [len(part) for part in parts] == [bench.scaled_data.BLOCK, 10]
    assert one.column("text").to_pylist() == [text for part in parts for text in part.column("text").to_pylist()]
    assert len(set(one.column("id").to_pylist())) == rows


def test_new_words_are_new(bench, surveys):
    """One to two words in a hundred stand nowhere else: not in the surveys, nor in another block."""
    words = bench.scaled_data.Words.of(surveys)
    known = set(words.spoken.to_pylist())
    said = [
        [word for text in bench.scaled_data.block(words, number).column("text").to_pylist() for word in text.split()]
        for number in (0, 1)
    ]
    new = [{word for word in each if word not in known} for each in said]
    assert 0.01 < len(new[0]) / len(said[0]) < 0.02
    assert not new[0] & new[1]


@pytest.mark.parametrize(
    ("value", "low", "verdict"), [(2.0, False, "met"), (1.0, False, "**missed**"), (1.0, True, "met")]
)
def test_aims_are_at_least_or_at_most(bench, value, low, verdict):
    """A figure meets its aim when it is at least that, or at most that where low is better."""
    assert bench.marks.Mark("x", "what", value, "times", 1.5, low).verdict == verdict


def test_what_is_kept_comes_back(bench, tmp_path, capsys):
    """What a run found comes back as it was, with the state of the sources it was measured on."""
    mark = bench.marks.Mark("x", "what", 2.0, "times", 1.5, told="told", figures={"a": 1.0})
    bench.marks.Ledger(tmp_path).keep(mark)
    kept = bench.marks.Ledger(tmp_path).kept()["x"]
    assert (kept.what, kept.value, kept.figures, kept.met) == ("what", 2.0, {"a": 1.0}, True)
    assert kept.sources == bench.marks.sources()
    assert "what: 2 times (aim: at least 1.5 times; met); told" in capsys.readouterr().out


def test_the_page_keeps_what_people_wrote(bench, tmp_path):
    """Writing the page changes what stands between its marks and nothing else, and twice is as good as once."""
    path = tmp_path / "page.md"
    path.write_text(
        "# By hand\n\n<!-- measured: scale -->\nold\n<!-- end of what was measured -->\n\nby hand\n", "utf-8"
    )
    marks = {"two": bench.marks.Mark("two", "2 against 1", 1.9, "times", 1.8, figures=FIGURES)}
    bench.scale_page.write_page(path, marks)
    once = path.read_text("utf-8")
    bench.scale_page.write_page(path, marks)
    assert once == path.read_text("utf-8")
    assert once.startswith("# By hand\n\n<!-- measured: scale -->\n|")
    assert once.endswith("<!-- end of what was measured -->\n\nby hand\n")
    assert "old" not in once
    assert "| 2 against 1 | at least 1.8 times | 1.9 times | met |" in once


@given(st.integers(1, 10**10), st.floats(1.0, 2.0))
def test_sizing_is_the_measured_rate(bench, answers, ratio):
    """On many cores the time is that of one divided by the cores and by what a second one brought."""
    two = bench.marks.Mark("two", "2 against 1", ratio, "times", figures=FIGURES)
    row = bench.sizing.row(answers, two)
    assert row[2] == bench.sizing.clock(answers / 1e5)
    assert row[3] == bench.sizing.clock(answers / 1e5 / 16 / (ratio / 2))


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="the system counts no peaks")
def test_the_peak_is_the_command_s(bench):
    """The peak is that of the command, not of the process that measures it."""
    held = bytearray(150_000_000)
    small = bench.peak.ran([sys.executable, "-c", "pass"])
    large = bench.peak.ran([sys.executable, "-c", "x = bytearray(80_000_000); print(len(x))"])
    assert len(held) / 1e6 > small.peak
    assert large.peak > 80
    assert large.said.strip() == "80000000"


def test_a_command_that_fails_ends_the_bench():
    """A command that fails ends the bench, and what it said is seen."""
    program = "import bench_peak, sys; bench_peak.ran([sys.executable, '-c', 'raise SystemExit(\"no\")'])"
    done = subprocess.run([sys.executable, "-c", program], cwd=SCRIPTS, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "no" in done.stderr
