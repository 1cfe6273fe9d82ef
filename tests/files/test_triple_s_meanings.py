"""What the XML of a Triple-S survey says of its data, in and out: uses, special values, codes, the encoding."""

import pytest
from tests.files.triple_s_xml import CSV, FIXED, strange, variable

from freetext.errors import InputError
from freetext.files.exchange.coded_dataset import coded_dataset
from freetext.files.exchange.dataset import Dataset, ResponseSet, Unsaid, Variable
from freetext.files.exchange.triple_s_files import write_triple_s
from freetext.files.project.guesses import guess
from freetext.files.project.starter import plan_project
from freetext.files.tabular.cells import values_of
from freetext.files.tabular.rows import Table
from freetext.files.tabular.tables import read_table
from freetext.survey.questionnaire import Questionnaire


def written(folder, *variables, sets=()):
    """The table that is read from variables that were written."""
    dataset = Dataset("s", "S", variables, len(variables[0].cells), tuple(sets))
    write_triple_s(dataset, folder / "s.sss")
    return read_table(folder / "s.sss")


def cells(table, name):
    """The cells of a column."""
    return list(values_of(table.columns[table.place(name)]))


SCORE = '<values><range from="0" to="10"/><value code="99">No answer</value><value code="10">Best</value></values>'


def test_special_values_of_a_quantity_are_told_apart(tmp_path):
    """A labelled value outside the range is its label and no amount; one inside it stays a number."""
    table = strange(tmp_path, CSV.format(variable("quantity", SCORE)), 'q\n3\n99\n10\n""\n')
    assert cells(table, "q") == [3, "No answer", 10, None]
    assert table.about["q"].missing == ((99, 99),)
    assert table.took[-1].endswith("read as their labels: q")
    assert dict(table.about["q"].values) == {99: "No answer", 10: "Best"}


@pytest.mark.parametrize(("told", "back"), [(True, "No answer"), (False, None)])
def test_special_values_are_written_outside_the_range(tmp_path, told, back):
    """A missing code of a number that was read as its label is a special value, and comes back as one; a blank stays one."""
    amount = Variable(
        "n",
        "number",
        [3, None, None],
        "N",
        ((99, "No answer"),),
        unsaid=(Unsaid(99, "No answer", (1,), told),),
        missing=((99, 99),),
    )
    assert cells(written(tmp_path, amount), "n") == [3, back, None]


def test_codes_of_several_answers_are_kept(tmp_path):
    """The codes of a set stand in the file, in their order, whatever the order of its columns; without any they are numbered."""
    ticks = [Variable(name, "tick", [bit, None], f"Q: {name}") for name, bit in (("ten", 1), ("one", 0), ("two", 1))]
    several = ResponseSet("m", "Q", ("ten", "one", "two"), (10, 1, 2))
    table = written(tmp_path, *ticks, sets=[several])
    assert table.names == ("m_1", "m_2", "m_10")
    assert [cells(table, name) for name in table.names] == [[0, None], [1, None], [1, None]]
    assert [table.about[name].option for name in table.names] == ["one", "two", "ten"]


def test_the_encoding_of_the_xml_is_that_of_the_data(tmp_path):
    """Data that is no UTF-8 is read as the XML says that it is written itself; what is asked for, or the survey says, goes before."""
    head = FIXED.replace("UTF-8", "ISO-8859-1")
    xml = head.format(variable("character", "<size>4</size>", position='start="1" finish="4"'))
    (tmp_path / "s.sss").write_text(xml, encoding="latin-1")
    (tmp_path / "s.asc").write_bytes("\u00e9\n".encode("latin-1"))
    assert cells(read_table(tmp_path / "s.sss"), "q") == ["\u00e9"]
    assert cells(read_table(tmp_path / "s.sss", encoding="cp437"), "q") == ["\u0398"]
    assert cells(read_table(tmp_path / "s.sss", fallback=lambda: "cp437"), "q") == ["\u0398"]
    (tmp_path / "s.sss").write_text(xml.replace("ISO-8859-1", "UTF-8"), encoding="utf-8")
    with pytest.raises(InputError, match="--encoding"):
        read_table(tmp_path / "s.sss")


def test_uses_of_variables_are_read(tmp_path):
    """The serial number is taken for the id and the weight for the weight, whatever they are called."""
    xml = CSV.format(
        variable("quantity", name="Kay", more=' use="serial"')
        + variable("quantity", name="Factor", position='start="2"', more=' use="weight"')
    )
    found = guess(strange(tmp_path, xml, "a,b\n1,0.5\n2,1.5\n"))
    assert (found.id[0], found.weight[0]) == ("Kay", "Factor")


def test_the_encoding_that_was_asked_for_is_written_down(tmp_path):
    """`init` of a Triple-S survey writes an encoding down that is no UTF-8, for its data is text."""
    (tmp_path / "s.sss").write_text(CSV.format(variable("character", "<size>4</size>")), encoding="utf-8")
    (tmp_path / "s.csv").write_bytes("q\n\u00e9\n".encode("latin-1"))
    table = read_table(tmp_path / "s.sss", encoding="latin-1")
    assert 'encoding = "iso8859-1"' in plan_project(table, name="s", encoding="latin-1")["freetext.toml"]


def test_a_weight_with_decimal_commas_has_its_use(tmp_path):
    """A weight that a CSV writes with decimal commas is a quantity, and the survey's weight."""
    table = Table("t.csv", ("w",), (["1,45", "0,9"],), 2)
    write_triple_s(coded_dataset(table, (), Questionnaire(weight="w")), tmp_path / "s.sss", weight="w")
    back = read_table(tmp_path / "s.sss")
    assert (cells(back, "w"), back.about["w"].use) == ([1.45, 0.9], "weight")
