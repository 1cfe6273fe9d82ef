"""SPSS syntax beside a .sav, run by PSPP."""

import re
import shutil
import subprocess

import pyreadstat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.files.exchange.dataset import Dataset, ResponseSet, Variable
from freetext.files.exchange.names import spss_names
from freetext.files.exchange.sav import write_sav
from freetext.files.exchange.sps import LINE, sps_text

needs_pspp = pytest.mark.skipif(shutil.which("pspp") is None, reason="needs pspp: apt-get install pspp")
HARD = st.text(st.characters(exclude_categories=["Cs"]), max_size=400) | st.sampled_from(
    ["it's", "'", "''" * 90, "a.\nb.", "* .", "/x", "é" * 200, "\x1a\x00"]
)


def dataset_of(label="L", value="V", title="T", set_label="S", set_name="m"):
    """A dataset with these words in its labels."""
    variables = (
        Variable("type", "single", [1, 2, None], label, ((1, value), (2, "two"))),
        Variable("w", "number", [1.5, None, 2], "Weight", measure="scale"),
        Variable("t", "text", ["a", None, "b"], "Text"),
        Variable("m a", "tick", [1, 0, None], f"{label}: a"),
        Variable("m-b", "tick", [0, 0, None], f"{label}: b"),
    )
    return Dataset("n", title, variables, 3, (ResponseSet(set_name, set_label, ("m a", "m-b")),))


def names_of(dataset):
    """The names that the .sav has."""
    return spss_names([each.name for each in dataset.variables])


@settings(max_examples=80)
@given(HARD, HARD, HARD, HARD)
def test_no_text_breaks_out_of_its_quotes_or_line(label, value, title, set_label):
    """Whatever stands in labels, lines stay under SPSS's 251 bytes, quotes pair, and no line begins a command of its own."""
    dataset = dataset_of(label, value, title, set_label)
    text = sps_text(dataset, names_of(dataset), data="it's.sav")
    lines = text.split("\r\n")
    assert all(len(line.encode()) <= LINE for line in lines)
    assert all(line.count("'") % 2 == 0 for line in lines if not line.startswith("*"))
    commands = [line for line in lines if line and not line.startswith((" ", "*"))]
    assert all(
        re.match(r"GET FILE=|VARIABLE LABELS$|VALUE LABELS$|VARIABLE LEVEL$|MRSETS$|EXECUTE\.$", each)
        for each in commands
    )


def ran(folder, dataset):
    """What PSPP says of a dataset and its syntax, and the .sav that it saves."""
    write_sav(dataset, folder / "d.sav")
    text = sps_text(dataset, names_of(dataset), data="d.sav")
    (folder / "d.sps").write_bytes(text.encode())
    (folder / "run.sps").write_text("INSERT FILE='d.sps' ENCODING='UTF-8'.\nSAVE OUTFILE='back.sav'.\n")
    command = ["pspp", "-o", "said.txt", "run.sps"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    said = (folder / "said.txt").read_text() if (folder / "said.txt").exists() else ""
    return done.returncode, done.stdout + done.stderr + said, folder / "back.sav"


@needs_pspp
def test_pspp_runs_it_and_finds_what_was_meant(tmp_path):
    """PSPP runs the syntax without a word of complaint and saves labels, codes, measures and the sets of several answers."""
    long = "Why? It's a long question, with 'quotes' and more. " * 4
    dataset = dataset_of(long, "one's \n value", set_label=long)
    code, said, back = ran(tmp_path, dataset)
    assert (code, "error" in said.lower(), "warning" in said.lower()) == (0, False, False), said
    frame, meta = pyreadstat.read_sav(str(back))
    label = str(meta.column_labels[0])
    assert label == long[: len(label)]
    assert len(label) > 200
    assert meta.variable_value_labels["type"] == {1.0: "one's   value", 2.0: "two"}
    assert meta.variable_measure["w"] == "scale"
    assert meta.variable_measure["type"] == "nominal"
    (several,) = meta.mr_sets.values()
    assert several["variable_list"] == list(names_of(dataset)[3:])
    assert frame["type"].tolist()[:2] == [1, 2]


@needs_pspp
@settings(max_examples=5, deadline=None)
@given(HARD, HARD, HARD)
def test_pspp_takes_anything_in_labels(tmp_path_factory, label, value, set_label):
    """No label makes PSPP stop or run something else."""
    code, said, back = ran(tmp_path_factory.mktemp("sps"), dataset_of(label, value, set_label=set_label))
    assert (code, "error:" in said) == (0, False), said
    assert back.exists()


@pytest.mark.parametrize("name", ["1st", "$x", "a b", "'", "é" * 60])
def test_names_of_sets_are_such_as_spss_takes(name):
    """A set is called by a dollar and a letter first, whatever the question is called."""
    dataset = dataset_of(set_name=name)
    found = re.search(r"/MDGROUP NAME=(\S+)", sps_text(dataset, names_of(dataset), data="d.sav"))
    assert found is not None
    assert re.fullmatch(r"\$[^\W\d_]\w*", found[1])
    assert len(found[1].encode()) <= 64


def test_nothing_is_said_of_sets_where_there_are_none():
    """A set of one variable is none."""
    dataset = dataset_of()
    alone = Dataset("n", "t", dataset.variables, 3, (ResponseSet("m", "M", ("m a",)),))
    assert "MRSETS" not in sps_text(alone, names_of(alone), data="d.sav")


@pytest.mark.parametrize("size", [3, 150, 246])
def test_a_long_name_of_the_file_is_whole(size):
    """The syntax opens the .sav beside it however long its name is, in lines that SPSS does not cut."""
    name = "n" * size + "'s.sav"
    lines = sps_text(Dataset("s", "", (Variable("x", "tick", [1]),), 1), ["x"], data=name).split("\r\n")
    opened = "".join(lines[3 : lines.index("VARIABLE LEVEL")])
    assert "".join(re.findall("'((?:[^']|'')*)'", opened)).replace("''", "'") == name
    assert all(len(line.encode()) <= LINE for line in lines)


def test_codes_that_are_texts_stand_in_quotes():
    """Labels of a string variable name its codes as strings, whole or not at all: the .sav holds those of longer ones."""
    variable = Variable("x", "text", ["o'1", "b"], values=(("o'1", "One"), ("b", "b"), ("l" * 101, "Long")))
    text = sps_text(Dataset("s", "", (variable,), 2), ["x"], data="x.sav")
    assert "VALUE LABELS\r\n  x\r\n    'o''1' 'One'\r\n  .\r\n" in text
