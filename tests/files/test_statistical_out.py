"""SPSS and Stata files out."""
# ruff: noqa: DTZ001, PD011  (the formats know no zones; `values` are value labels)

import datetime as dt
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from typing import cast

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import OutputError
from freetext.files.exchange.dataset import Dataset, ResponseSet, Variable, VariableKind
from freetext.files.exchange.dta import write_dta
from freetext.files.exchange.names import (
    SPSS_RESERVED,
    STATA_RESERVED,
    spss_names,
    stata_names,
)
from freetext.files.exchange.sav import write_sav
from freetext.files.tabular.tables import read_table

NAMED = ((0, "not named"), (1, "named"))
WRITERS = {".sav": write_sav, ".zsav": write_sav, ".dta": write_dta}


def survey() -> Dataset:
    """A small data set with one variable of each kind."""
    variables = (
        Variable("id", "text", ["a1", "a2", None]),
        Variable("What is it?", "text", ["Zu laut – é", "", "x" * 300], "What is it, in your words?"),
        Variable("all", "single", [1, None, 2], "Site", ((1, "North"), (2, "South")), "ordinal"),
        Variable("theme_noise", "tick", [0, 1, True], "Noise", NAMED),
        Variable("theme_staff", "tick", [1, 0, 0], "Staff", NAMED),
        Variable("weight", "number", [0.5, 1.25, float("nan")], measure="scale"),
        Variable("day", "moment", [dt.date(2024, 2, 29), None, dt.date(1, 1, 1)]),
        Variable("at", "moment", [dt.datetime(2024, 2, 29, 1, 2, 3), dt.date(1999, 12, 31), None]),
        Variable("clock", "moment", [dt.time(23, 59, 59), dt.time(), None]),
    )
    sets = (ResponseSet("themes", "Themes of the answer", ("theme_noise", "theme_staff")),)
    return Dataset("survey", "A survey", variables, 3, sets)


@pytest.mark.parametrize("ending", WRITERS)
def test_a_survey_comes_back(tmp_path, ending):
    """Cells, labels, dates and (in SPSS) measures and sets come back as they were."""
    path = tmp_path / f"a{ending}"
    written = WRITERS[ending](survey(), path)
    table = read_table(path)
    stata = ending == ".dta"
    assert written.names == table.names
    assert ("What is it?", "What_is_it_") in written.renamed
    assert table.columns[0] == ["a1", "a2", None]
    assert table.columns[1] == ["Zu laut – é", None, "x" * 300]
    assert table.columns[2] == ["North", None, "South"]
    assert table.columns[3] == ["not named", "named", "named"]
    assert table.columns[5] == [0.5, 1.25, None]
    assert table.columns[6] == [dt.date(2024, 2, 29), None, dt.date(1, 1, 1)]
    assert table.columns[7] == [dt.datetime(2024, 2, 29, 1, 2, 3), dt.datetime(1999, 12, 31), None]
    assert table.columns[8] == [dt.time(23, 59, 59), dt.time(), None]
    site = table.about[written.names[2]]
    assert (site.title, site.values, site.measure) == ("Site", ((1, "North"), (2, "South")), "" if stata else "ordinal")
    group = ("", "") if stata else ("themes", "Noise")
    assert (table.about["theme_noise"].group, table.about["theme_noise"].option) == group


@pytest.mark.parametrize("ending", WRITERS)
def test_the_same_data_give_the_same_bytes(tmp_path, ending):
    """Two writings, a second and more apart, are the same to the byte: no clock goes into the file."""
    WRITERS[ending](survey(), tmp_path / f"a{ending}")
    time.sleep(1.1)
    WRITERS[ending](survey(), tmp_path / f"b{ending}")
    assert (tmp_path / f"a{ending}").read_bytes() == (tmp_path / f"b{ending}").read_bytes()
    assert sorted(each.name for each in tmp_path.iterdir()) == [f"a{ending}", f"b{ending}"]


def test_pspp_reads_what_is_written(tmp_path):
    """PSPP, which shares no code with us, finds the same cells, labels and sets, packed and unpacked."""
    if shutil.which("pspp") is None:
        pytest.skip("PSPP is not installed")
    for ending in (".sav", ".zsav"):
        write_sav(survey(), tmp_path / f"a{ending}")
        syntax = tmp_path / "a.sps"
        syntax.write_text(
            f"GET FILE='a{ending}'.\nMRSETS /DISPLAY NAME=ALL.\nDISPLAY DICTIONARY.\nLIST.\n", encoding="utf-8"
        )
        told = subprocess.run(
            ["pspp", "-O", "format=csv", str(syntax)], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
        ).stdout
        assert "$themes,Themes of the answer,Dichotomies,1,theme_noise\ntheme_staff" in told.replace('"', "")
        assert "all_,3,Site,Ordinal" in told
        assert "a1,Zu laut – é" in told
        assert "2024/02/29,29-FEB-2024 01:02:03" in told


@pytest.mark.parametrize("ending", [".sav", ".zsav"])
def test_sets_in_a_file_of_several_blocks(tmp_path, ending):
    """Where the cells fill several packed blocks, the sets before them move them all: every cell comes back."""
    size = 12_000
    ticks = [Variable(f"t{number}", "tick", [(row + number) % 2 for row in range(size)]) for number in range(2)]
    texts = [Variable(f"x{number}", "text", [f"{row:0200d}" for row in range(size)]) for number in range(2)]
    dataset = Dataset("d", "", (*ticks, *texts), size, (ResponseSet("s", "Set", ("t0", "t1")),))
    write_sav(dataset, tmp_path / f"a{ending}")
    table = read_table(tmp_path / f"a{ending}")
    assert [list(column) for column in table.columns] == [list(each.cells) for each in dataset.variables]
    assert (table.about["t1"].group, table.about["t1"].title, table.about["t1"].option) == ("s", "Set", "t1")


def test_pandas_reads_what_is_written(tmp_path):
    """pandas, which reads Stata by itself, finds the same cells and labels."""
    write_dta(survey(), tmp_path / "a.dta")
    frame = pd.read_stata(tmp_path / "a.dta")
    assert frame["theme_noise"].tolist() == ["not named", "named", "named"]
    assert frame["weight"].tolist()[:2] == [0.5, 1.25]
    assert frame["What_is_it_"].tolist() == ["Zu laut – é", "", "x" * 300]
    assert frame["at"].tolist()[0] == pd.Timestamp("2024-02-29 01:02:03")
    with pd.io.stata.StataReader(tmp_path / "a.dta") as reader:
        assert reader.data_label == "A survey"
        assert reader.variable_labels()["all"] == "Site"


LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
TEXTS = st.one_of(st.none(), st.text(LETTERS, max_size=300), st.sampled_from(["é" * 130, "x" * 2_100, "=1+1", " a"]))
NUMBERS = st.one_of(
    st.none(), st.integers(-(2**53), 2**53), st.floats(-1e300, 1e300), st.sampled_from([2_147_483_647, -(2**31), 0.1])
)
DATES = st.one_of(st.none(), st.dates())
MOMENTS = st.one_of(
    st.none(), st.datetimes().map(lambda each: each.replace(microsecond=each.microsecond // 1000 * 1000))
)
TIMES = st.one_of(st.none(), st.times().map(lambda each: each.replace(microsecond=0)))
LABEL = st.text(st.characters(categories=["L", "Nd", "P"]), max_size=60).map(str.strip)


@st.composite
def datasets(draw):
    """Data sets of any names and cells; labels differ within a variable."""
    size = draw(st.integers(0, 4))
    kinds = draw(
        st.lists(st.sampled_from(["text", "number", "single", "tick", "date", "at", "clock"]), min_size=1, max_size=5)
    )
    variables = []
    for kind in kinds:
        values: tuple[tuple[int, str], ...] = ()
        if kind in {"single", "tick"}:
            labels = draw(st.lists(LABEL.filter(bool), min_size=2, max_size=2, unique=True))
            values = tuple(zip((0, 1), labels, strict=True))
        cells = {
            "text": TEXTS,
            "number": NUMBERS,
            "single": st.sampled_from([None, 0, 1]),
            "tick": st.sampled_from([0, 1]),
            "date": DATES,
            "at": MOMENTS,
            "clock": TIMES,
        }[kind]
        drawn = draw(st.lists(cells, min_size=size, max_size=size))
        name = draw(st.text(LETTERS, max_size=70))
        sort = cast("VariableKind", "moment" if kind in {"date", "at", "clock"} else kind)
        variables.append(Variable(name, sort, drawn, draw(LABEL), values))
    return Dataset("law", draw(LABEL), tuple(variables), size)


def as_read(variable: Variable) -> list[object]:
    """The cells of a variable as a reader should give them, within the limits that are named."""
    if variable.kind == "text":
        texts = [str(cell or "") for cell in variable.cells]
        return [text.rstrip(" ") or None for text in texts]
    meaning: dict[object, str] = dict(variable.values)
    if variable.kind in {"single", "tick"} and any(cell is not None for cell in variable.cells):
        return [None if cell is None else meaning[cell] for cell in variable.cells]
    return [
        int(cell) if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**53 else cell
        for cell in variable.cells
    ]


@pytest.mark.parametrize("ending", [".sav", ".dta"])
@settings(max_examples=12, deadline=None)
@given(dataset=datasets())
def test_any_dataset_comes_back(tmp_path_factory, ending, dataset):
    """What is written is what is read: but for blanks at the end of a text, the difference between an empty text and none, and a millisecond."""
    path = tmp_path_factory.mktemp("law") / f"a{ending}"
    written = WRITERS[ending](dataset, path)
    table = read_table(path)
    assert table.size == dataset.size
    assert table.names == written.names
    for variable, cells in zip(dataset.variables, table.columns, strict=True):
        assert cells == as_read(variable)
    for variable, name in zip(dataset.variables, written.names, strict=True):
        assert (table.about[name].title if name in table.about else "") == variable.label
        assert (table.about[name].values if name in table.about else ()) == variable.values


@given(st.lists(st.text(max_size=80), max_size=8))
def test_names_fit_spss(names):
    """Any names become valid ones of SPSS, each once whatever its case; valid ones stay."""
    given_names = spss_names(names)
    assert len({name.casefold() for name in given_names}) == len(names)
    for name in given_names:
        assert 0 < len(name.encode()) <= 64
        assert name[0].isalpha()
        assert name[-1] != "."
        assert " " not in name
        assert name.casefold() not in SPSS_RESERVED
    assert spss_names(given_names) == given_names


@given(st.lists(st.text(max_size=80), max_size=8))
def test_names_fit_stata(names):
    """Any names become valid ones of Stata, each once; valid ones stay."""
    given_names = stata_names(names)
    assert len(set(given_names)) == len(names)
    for name in given_names:
        assert 0 < len(name) < 32
        assert name[0].isalpha() or name[0] == "_"
        assert all(each == "_" or each.isalnum() for each in name)
        assert name not in STATA_RESERVED
    assert stata_names(given_names) == given_names


def test_names_that_are_told_apart():
    """Reserved words, digits first and names that differ in case only are mended; a right name keeps its own."""
    assert spss_names(["all", "ALL_", "1a", "", "q.1.", "Q_1", "q_1"]) == (
        "all__2",
        "ALL_",
        "v1a",
        "v_",
        "q.1",
        "Q_1",
        "q_1_2",
    )
    assert stata_names(["if", "str8", "_n", "q.1", "1a", "A", "a"]) == ("if_", "str8_", "v_n", "q_1", "v1a", "A", "a")


def test_what_is_too_long_is_cut_and_counted(tmp_path):
    """Texts end at 32,767 bytes in SPSS with a mark, labels at its limits; all are counted, and Stata keeps the texts."""
    texts = ["é" * 20_000, "a\0b", "x"]
    values = ((1, "y" * 200),)
    variables = (Variable("t", "text", texts, "z" * 300), Variable("q", "single", [1, None, None], "", values))
    dataset = Dataset("d", "", variables, 3)
    written = write_sav(dataset, tmp_path / "a.sav")
    table = read_table(tmp_path / "a.sav")
    assert (written.cut, written.labels_cut, written.stripped) == (1, 2, 1)
    assert table.texts("t")[0].endswith("é […cut]")
    assert 32_760 <= len(table.texts("t")[0].encode()) <= 32_767
    assert table.texts("t")[1] == "ab"
    assert table.texts("q")[0] == "y" * 117 + "..."
    stata = write_dta(dataset, tmp_path / "a.dta")
    assert (stata.cut, stata.labels_cut) == (0, 1)
    assert read_table(tmp_path / "a.dta").texts("t")[0] == texts[0]


@pytest.mark.parametrize("ending", [".sav", ".dta"])
@pytest.mark.parametrize(
    ("variable", "said"),
    [
        (Variable("n", "number", [2**60]), "more than 15 digits"),
        (Variable("n", "number", [float("inf")]), "cannot store"),
        (Variable("n", "number", ["3"]), "is no number"),
        (Variable("n", "moment", [dt.date(2024, 1, 1), dt.time()]), "mixes dates"),
        (Variable("n", "single", [1], "", ((2**40, "x"),)), "no whole number of four bytes"),
        (Variable("n", "text", ["\ud800"]), "half a character"),
    ],
)
def test_cells_that_cannot_be_stored(tmp_path, ending, variable, said):
    """What a program cannot store is refused by the variable's name, and the old file stays."""
    path = tmp_path / f"a{ending}"
    path.write_bytes(b"old")
    filled = Variable(
        variable.name, variable.kind, list(variable.cells) * (2 // len(variable.cells)), "", variable.values
    )
    with pytest.raises(OutputError, match=said):
        WRITERS[ending](Dataset("d", "", (filled,), 2), path, force=True)
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_full_disk_leaves_the_old_file(tmp_path):
    """Where there is no room the old file stays whole, and nothing is left beside it."""
    path = tmp_path / "a.sav"
    path.write_bytes(b"old")
    texts = [os.urandom(500).hex() for _ in range(20)]
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, hard))
    try:
        with pytest.raises(OutputError, match=r"disk is full|cannot be written"):
            write_sav(Dataset("d", "", (Variable("t", "text", texts),), 20), path, force=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.sav"]


def test_a_killed_writer_leaves_the_old_file(tmp_path):
    """A writer that is killed in the middle leaves the old file as it was."""
    path = tmp_path / "a.sav"
    path.write_bytes(b"old")
    code = (
        "import os, signal, sys, threading, time\n"
        "from freetext.files.exchange.dataset import Dataset, Variable\n"
        "from freetext.files.exchange.sav import write_sav\n"
        "data = Dataset('d', '', (Variable('t', 'text', ['x' * 3_000] * 3_000),), 3_000)\n"
        "folder = os.path.dirname(sys.argv[1])\n"
        "def watch():\n"
        "    while not any(each.endswith('.tmp') for each in os.listdir(folder)):\n"
        "        time.sleep(0.001)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "threading.Thread(target=watch, daemon=True).start()\n"
        "write_sav(data, sys.argv[1], force=True)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert path.read_bytes() == b"old"


def test_places_that_are_refused(tmp_path):
    """An existing file wants force, and each writer its own endings."""
    write_sav(survey(), tmp_path / "a.sav")
    with pytest.raises(OutputError, match=r"exists; --force"):
        write_sav(survey(), tmp_path / "a.sav")
    with pytest.raises(OutputError, match=r"ending ..dta. cannot be written"):
        write_sav(survey(), tmp_path / "a.dta")
    with pytest.raises(OutputError, match="is not there"):
        write_dta(survey(), tmp_path / "nowhere" / "a.dta")
