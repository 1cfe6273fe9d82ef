"""The scale bench's own arithmetic: its rows are the ones it says, its page keeps what people wrote, and its sizing adds up."""

import csv
import os
import re
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

SCRIPTS = Path(__file__).parents[1] / "scripts"
MODULES = ("marks", "peak", "scale", "scale_page", "scaled_data", "sizing", "speed", "speed_rivals", "turns")
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
    for first, survey in ((0, "goemotions"), (300, "nhs_feedback")):
        (folder / survey).mkdir()
        texts = [f"word{row % 40} was fine {survey} {row % 7} {moulded(first + row)}" for row in range(300)]
        rows = "\n".join(f"{row},{text},{'good' if row % 2 else 'bad;new'}" for row, text in enumerate(texts))
        (folder / survey / "train.csv").write_text(f"id,text,labels\n{rows}\n", encoding="utf-8")
    return folder


def moulded(row):
    """A piece that stands once: one of five shapes."""
    letters = "".join(chr(97 + row // 26**place % 26) for place in range(2))
    return (f"so{letters}", f"So{letters}.", f"SO{letters.upper()}!", f"so{letters}-on", f"£{row}.50")[row % 5]


SHAPES = (r"[a-z]+", r"[A-Z][a-z]+\.", r"[A-Z]+!", r"[a-z]+-on", r"£\d+\.50")


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


def test_new_words_are_shaped_as_words_met_once(bench):
    """New words have capitals, marks, figures and hyphens as often as the words that the surveys hold once."""
    once = [moulded(row) for row in range(300)]
    moulds = bench.scaled_data.Moulds.of(pa.array([*once, *["often"] * 99]))
    cast = moulds.cast(np.random.default_rng(0), np.arange(5_000)).to_pylist()
    for shape in SHAPES:
        assert sum(bool(re.fullmatch(shape, word)) for word in cast) / len(cast) == pytest.approx(0.2, abs=0.02)


@given(st.integers(0, 26**6 - 20_000), st.integers(0, 9))
def test_each_number_is_a_word_of_its_own(bench, first, seed):
    """Words of different numbers differ, whatever the moulds."""
    moulds = bench.scaled_data.Moulds.of(pa.array(["a", "Bc.", "DE-FG", "h'ij", "k2", "£4.50", "ü!"]))
    cast = moulds.cast(np.random.default_rng(seed), first + np.arange(2_000)).to_pylist()
    assert len(set(cast)) == len(cast)


def test_no_labelled_answer_is_there_twice(bench, surveys, tmp_path):
    """Labelled answers beyond those of the survey are made of two, with the labels of both."""
    path, themes = bench.scaled_data.labelled_file(surveys, tmp_path, 400)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known = {row["text"]: row["labels"].split(";") for row in rows[:300]}
    assert (len(rows), themes, len({row["text"] for row in rows})) == (400, 3, 400)
    for row in rows[300:]:
        halves = [text for text in known if row["text"].startswith(f"{text} ")]
        given = [{*known[text], *known[row["text"].removeprefix(f"{text} ")]} for text in halves]
        assert set(row["labels"].split(";")) in given


def test_other_surveys_are_other_rows(bench, surveys, tmp_path):
    """Rows that were made of other surveys are not taken for those of these."""
    other = shutil.copytree(surveys, tmp_path / "other")
    place = bench.scale.Place(surveys, tmp_path, bench.marks.Ledger(tmp_path), 1)
    assert place.made == bench.scale.Place(surveys, tmp_path, bench.marks.Ledger(tmp_path), 1).made
    with (other / "goemotions" / "train.csv").open("a", encoding="utf-8") as file:
        file.write("300,more,good\n")
    assert place.made != bench.scale.Place(other, tmp_path, bench.marks.Ledger(tmp_path), 1).made


def test_works_take_turns(bench):
    """Works run one after the other in each turn, and one that is run several times in a turn counts by the mean of these."""
    done = []
    works = {name: lambda name=name: done.append(name) for name in ("a", "b")}
    assert set(bench.turns.in_turn(2, works, {"b": 3})) == {"a", "b"}
    assert done == [*"abbb", *"abbb"]


def test_a_step_that_fails_leaves_the_others_be(bench, capsys):
    """A step that fails is told of, the next ones run, and the whole is said to have failed."""
    done = []
    steps = {"first": lambda: 1 / 0, "second": lambda: sys.exit("no"), "third": lambda: done.append(3)}
    assert not bench.turns.through(steps)
    said = capsys.readouterr().out
    assert done == [3]
    assert "ZeroDivisionError" in said
    assert said.endswith("failed: first, second\n")
    assert bench.turns.through({"third": lambda: None})


def test_a_rival_is_timed_on_the_answers_that_we_are(bench, tmp_path):
    """A rival and we score the same answers in turn, and the figure is the ratio of the two rates beside it."""
    rows = [
        {"id": str(row), "respondent_id": str(row), "text": f"{word} {row % 7}", "labels": word}
        for row, word in enumerate(("good", "bad", "slow") * 20)
    ]
    ledger = bench.marks.Ledger(tmp_path)
    asked: list[list[str]] = []
    ground = bench.speed.ground_of(rows, ledger, 50)
    rival = bench.speed_rivals.SpeedRival("rival", "against it", lambda texts, truth: asked.append, 30, 2.0)
    bench.speed.against(rival, ground, ledger)
    mark = ledger.kept()["rival"]
    assert asked == [ground.texts[:30]] * bench.speed.TURNS
    assert mark.value == pytest.approx(mark.figures["ours a second"] / mark.figures["theirs a second"])
    assert "the same 30 at a time" in mark.told


def test_ways_take_turns(bench):
    """No way to code a folder is always before or behind another, and each has as many turns."""
    order = bench.scale.ORDER
    assert {order.count(way) for way in bench.scale.WAYS} == {2}
    assert set(order) == set(bench.scale.WAYS)
    assert order.index("alone") < order.index("pair")
    assert order[::-1].index("alone") < order[::-1].index("pair")


def test_figures_are_of_what_measured_them(bench, tmp_path):
    """The state that figures are kept under hangs on the scripts that measure, and not on those that lay out."""
    scripts = shutil.copytree(SCRIPTS, tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    before = bench.marks.sources(SCRIPTS)
    (scripts / "bench_page.py").write_text("", encoding="utf-8")
    assert bench.marks.sources(scripts) == before
    bench.marks.sources.cache_clear()
    (scripts / "bench_speed.py").write_text("", encoding="utf-8")
    assert bench.marks.sources(scripts) != before


@pytest.mark.parametrize(
    ("value", "low", "verdict"), [(2.0, False, "met"), (1.0, False, "**missed**"), (1.0, True, "met")]
)
def test_aims_are_at_least_or_at_most(bench, value, low, verdict):
    """A figure meets its aim when it is at least that, or at most that where low is better."""
    assert bench.marks.Mark("x", "what", value, "times", 1.5, low).verdict == verdict


def test_nothing_is_less_than_nothing(bench):
    """A figure that rounds to zero has no sign, and one that does not keeps it."""
    assert bench.marks.written(-0.001, "%") == "0 %"
    assert bench.marks.written(-0.014, "%") == "-0.01 %"


def test_what_is_kept_comes_back(bench, tmp_path, capsys):
    """What a run found comes back as it was, with the state of the sources it was measured on."""
    mark = bench.marks.Mark("x", "what", 2.0, "times", 1.5, told="told", figures={"a": 1.0})
    bench.marks.Ledger(tmp_path).keep(mark)
    kept = bench.marks.Ledger(tmp_path).kept()["x"]
    assert (kept.what, kept.value, kept.figures, kept.met) == ("what", 2.0, {"a": 1.0}, True)
    assert (kept.sources, kept.machine) == (bench.marks.sources(), bench.marks.machine())
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


def test_the_page_names_the_machine_of_its_figures(bench):
    """The page names the machine that each figure was found on, not the one that writes the page, and figures of other sources."""

    def kept(name, machine, sources):
        return bench.marks.Mark(name, name, 1.0, "times", sources=sources, machine=machine)

    now = bench.marks.sources()
    one = {name: kept(name, "here", now) for name in ("two", "dask")}
    assert bench.scale_page.measured_on(one) == ["Measured on here."]
    mixed = {**one, "svc": kept("svc", "there", "before"), "help": kept("help", "", now)}
    told = "Measured on here (two, dask); there (svc); a machine that was not noted (help). With other sources than these: svc."
    assert bench.scale_page.measured_on(mixed) == [told]


def test_no_time_is_shorter_than_a_start(bench):
    """Few answers take as long as a command on a few answers takes, and two processes that do more than two are two."""
    two = bench.marks.Mark("two", "2 against 1", 2.2, "times", figures=FIGURES)
    assert bench.sizing.row(100_000, two, 3.0)[2:5] == ["3 s", "3 s", "3 s"]
    assert bench.sizing.row(10**7, two)[1] == f"{10**7 / 1e5 / 3600:,.2f}"
    assert "1.00 of that for each" in bench.sizing.basis(two)[0]


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
