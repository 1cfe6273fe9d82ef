"""Triple-S, written and read back."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.files.sss_reader import read_sss
from tests.files.triple_s_xml import CSV, FIXED, HEAD, strange, variable

from freetext.errors import InputError, OutputError
from freetext.files.exchange.dataset import Dataset, ResponseSet, Variable, VariableKind
from freetext.files.exchange.triple_s_files import write_triple_s
from freetext.files.tabular.cells import values_of
from freetext.files.tabular.tables import read_table
from freetext.files.tabular.triple_s import SssSurvey, SssVariable
from freetext.files.tabular.triple_s_reading import read_triple_s
from freetext.files.tabular.triple_s_xml import survey_of, survey_xml


def dataset_of(*variables, sets=()):
    """A dataset of these variables."""
    return Dataset("survey", "A survey", variables, len(variables[0].cells), tuple(sets))


def written(folder, dataset, **how):
    """The table that is read from a dataset that was written."""
    write_triple_s(dataset, folder / "s.sss", force=True, **how)
    return read_table(folder / "s.sss")


def cells(table, name):
    """The cells of a column."""
    return list(values_of(table.columns[table.place(name)]))


VALUES = '<values><value code="1">one</value><value code="2">two</value><value code="9">nine</value></values>'
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
LABELS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).map(str.strip)
KINDS: dict[VariableKind, st.SearchStrategy[object]] = {
    "text": TEXTS.map(lambda text: text or None),
    "number": st.none() | st.integers(-(10**15), 10**15) | st.floats(allow_nan=False, allow_infinity=False),
    "tick": st.sampled_from([None, 0, 1]),
    "moment": st.none() | st.dates(),
}


@st.composite
def datasets(draw):
    """A dataset with a variable of each kind, several answers, and anything in names and labels."""
    size = draw(st.integers(1, 5))
    column = lambda kind: draw(st.lists(KINDS[kind], min_size=size, max_size=size))  # noqa: E731
    labels = draw(st.lists(LABELS.filter(bool), min_size=2, max_size=3, unique_by=str.casefold))
    codes = draw(st.lists(st.integers(-5, 9), min_size=len(labels), max_size=len(labels), unique=True))
    singles = draw(st.lists(st.sampled_from([None, *codes]), min_size=size, max_size=size))
    given = draw(st.lists(st.none() | st.tuples(*[st.integers(0, 1)] * len(labels)), min_size=size, max_size=size))
    ticks = [
        Variable(f"m:{place}", "tick", [None if row is None else row[place] for row in given], f"Q: {label}")
        for place, label in enumerate(labels)
    ]
    plain = [Variable(draw(TEXTS), kind, column(kind), draw(LABELS)) for kind in KINDS]
    single = Variable("s", "single", singles, draw(LABELS), tuple(zip(codes, labels, strict=True)))
    sets = (ResponseSet("m", "Q", tuple(each.name for each in ticks)),)
    return Dataset("n", draw(LABELS), (*plain, single, *ticks), size, sets)


@settings(max_examples=80)
@given(datasets(), st.sampled_from(["2.0", "3.0"]), st.booleans())
def test_what_is_written_is_read_back(tmp_path_factory, dataset, version, raw):
    """Every cell, label and code of a dataset comes back from the two files, whatever stands in them, guarded or not."""
    table = written(tmp_path_factory.mktemp("sss"), dataset, version=version, raw=raw)
    assert table.size == dataset.size
    assert len(table.names) == len(dataset.variables)
    for place, each in enumerate(dataset.variables):
        back = list(values_of(table.columns[place]))
        labels = dict(each.values)
        expected = [labels.get(cell, cell) for cell in each.cells] if each.kind == "single" else list(each.cells)
        assert back == expected
    several = [table.about[name] for name in table.names if table.about[name].group]
    assert [each.option for each in several] == [label for _, label in dataset.variables[4].values]
    assert table.about[table.names[4]].values == dataset.variables[4].values


@settings(max_examples=60)
@given(datasets())
def test_an_independent_reader_finds_the_same(tmp_path_factory, dataset):
    """A reader made of the standard's rules alone finds each value, and names that the standard allows, none twice."""
    path = tmp_path_factory.mktemp("sss") / "s.sss"
    write_triple_s(dataset, path, raw=True)
    about, rows = read_sss(path)
    assert all(name[0].isalpha() and name.isascii() and name.replace("_", "a").isalnum() for name in about)
    assert len({name.casefold() for name in about}) == len(about) == 6
    text, number, tick, moment, single, several = about
    for place, row in enumerate(rows):
        kinds = [each.cells[place] for each in dataset.variables]
        seen = kinds[0] if kinds[0] and kinds[0].strip() else None  # by the standard a blank field is a missing one
        assert [row[text], row[number], row[tick], row[moment]] == [seen, *kinds[1:4]]
        assert row[single] == (None if kinds[4] is None else str(kinds[4]))
        ticks = kinds[5:]
        given = None if ticks[0] is None else {str(code) for code, bit in enumerate(ticks, 1) if bit}
        assert row[several] == given


def test_a_library_of_others_finds_the_same(tmp_path):
    """The package triple-s-survey reads what is written: types, labels, codes and every value."""
    triple_s = pytest.importorskip("triple_s", reason="needs triple-s-survey")
    ticks = [Variable(f"m{code}", "tick", [1, None, 0], f"Which?: {code}") for code in "ab"]
    dataset = dataset_of(
        Variable("id", "text", ["7", 'say "no"', "a,b"], "Id"),
        Variable("type", "single", [2, None, 1], "Type", ((1, "charity"), (2, "council"))),
        Variable("age", "number", [1.5, None, 30], "Age"),
        Variable("when", "moment", [dt.date(2026, 1, 2), None, None], "When"),
        *ticks,
        sets=[ResponseSet("m", "Which?", ("ma", "mb"))],
    )
    write_triple_s(dataset, tmp_path / "s.sss")
    with pytest.warns(UserWarning, match="size"):  # it takes the number of a CSV's field for a width
        survey = triple_s.read_datamap(str(tmp_path / "s.sss"))
    survey.load_data(str(tmp_path / "s.csv"))
    frame = survey.to_pandas()
    assert frame["id"].tolist() == ["7", 'say "no"', "a,b"]
    assert frame["type"].iloc[[0, 2]].tolist() == [2, 1]
    assert frame["age"].iloc[[0, 2]].tolist() == [1.5, 30]
    assert str(frame["when"].iloc[0]) == "2026-01-02"
    assert [frame["m"].iloc[0], frame["m"].iloc[2]] == [[1, 2], []]
    assert frame.iloc[1][["type", "age", "when", "m"]].isna().all()


@settings(max_examples=60)
@given(
    st.lists(
        st.builds(
            SssVariable,
            name=st.text("abc", min_size=1, max_size=3),
            type=st.sampled_from(["single", "multiple", "quantity", "character", "logical", "date", "time"]),
            label=LABELS,
            start=st.integers(1, 9),
            finish=st.integers(9, 20),
            values=st.lists(st.tuples(st.integers(0, 99).map(str), LABELS), max_size=3).map(tuple),
            literal=st.booleans(),
            spread=st.none() | st.tuples(st.integers(1, 3), st.integers(1, 2)),
            range=st.none() | st.just(("0", "9.5")),
            use=st.sampled_from(["", "serial", "weight"]),
        ),
        min_size=1,
        max_size=4,
        unique_by=lambda each: each.name,
    ),
    LABELS,
    st.booleans(),
)
def test_the_xml_says_what_the_survey_is(variables, title, csv):
    """A survey's XML is read as the survey it was written from."""
    survey = SssSurvey("3.0", "n", title, tuple(variables), csv, 2 if csv else 0, "o")
    assert survey_of(survey_xml(survey).encode(), file="s.sss") == survey


def test_texts_that_a_spreadsheet_would_run_are_guarded(tmp_path):
    """A formula gets an apostrophe in front in the data, which a spreadsheet opens, and loses it when it is read back."""
    dataset = dataset_of(Variable("t", "text", ["=1+1", "'=2", "-5", "+44 20"]))
    done = write_triple_s(dataset, tmp_path / "s.sss")
    assert done.guarded == 2
    assert [row["t"] for row in read_sss(tmp_path / "s.sss")[1]] == ["'=1+1", "''=2", "-5", "+44 20"]
    assert cells(read_table(tmp_path / "s.sss"), "t") == ["=1+1", "'=2", "-5", "+44 20"]


def test_a_set_that_one_variable_cannot_hold_is_variables_of_their_own(tmp_path):
    """Where one tick of a set is missing and another is not, each is a logical, and it is said."""
    ticks = [Variable("a", "tick", [1, None]), Variable("b", "tick", [0, 1])]
    done = write_triple_s(dataset_of(*ticks, sets=[ResponseSet("m", "M", ("a", "b"))]), tmp_path / "s.sss")
    assert done.apart == ("m",)
    assert {each["type"] for each in read_sss(tmp_path / "s.sss")[0].values()} == {"logical"}


def test_uses_of_variables_are_said(tmp_path):
    """The id is the serial number of the survey, and the weight its weight."""
    dataset = dataset_of(Variable("id", "text", ["a"]), Variable("w", "number", [1.5]))
    write_triple_s(dataset, tmp_path / "s.sss", serial="id", weight="w")
    assert [each["use"] for each in read_sss(tmp_path / "s.sss")[0].values()] == ["serial", "weight"]


def test_times_and_moments(tmp_path):
    """A time of the day is a time; what is both day and time, which the standard does not know, is a text in ISO 8601."""
    both = dt.datetime.combine(dt.date(2026, 1, 2), dt.time(3, 4))
    table = written(
        tmp_path, dataset_of(Variable("t", "moment", [dt.time(23, 59, 1)]), Variable("b", "moment", [both]))
    )
    assert (cells(table, "t"), cells(table, "b")) == ([dt.time(23, 59, 1)], ["2026-01-02T03:04:00"])


def test_the_same_data_give_the_same_bytes(tmp_path):
    """Nothing in the files depends on the day or the place."""
    dataset = dataset_of(Variable("t", "text", ["x", "é\n"]))
    for name in ("a", "b"):
        write_triple_s(dataset, tmp_path / f"{name}.sss")
    assert (tmp_path / "a.sss").read_bytes() == (tmp_path / "b.sss").read_bytes()
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


@pytest.mark.parametrize("there", ["s.sss", "s.csv"])
def test_neither_file_is_written_over_unasked(tmp_path, there):
    """Where one of the two files exists nothing is written, unless it is forced."""
    (tmp_path / there).write_text("old")
    with pytest.raises(OutputError, match="--force"):
        write_triple_s(dataset_of(Variable("t", "text", ["x"])), tmp_path / "s.sss")
    assert [each.name for each in tmp_path.iterdir()] == [there]
    assert (tmp_path / there).read_text() == "old"


def test_fixed_records_of_others_are_read(tmp_path):
    """Fixed records are read by position: codes padded with blanks or zeros, bits, spread codes, zeros for no answer."""
    xml = FIXED.format(
        variable("single", VALUES, "s", 'start="1" finish="2"')
        + variable("multiple", VALUES, "b", 'start="3" finish="11"')
        + variable("multiple", f'<spread subfields="2" width="1"/>{VALUES}', "p", 'start="12" finish="13"')
        + variable("quantity", "", "n", 'start="14" finish="18"')
        + variable("character", "<size>4</size>", "c", 'start="19" finish="22"')
        + variable("date", "", "d", 'start="23" finish="30"')
    )
    lines = ["0110000000190 12.5abc 20260102", " 2         00    0a  d00000000"]
    table = strange(tmp_path, xml, "\r\n".join([*lines, ""]), ".asc")
    assert cells(table, "s") == ["one", "two"]
    assert [cells(table, name) for name in ("b_1", "b_2", "b_9")] == [[1, None], [0, None], [1, None]]
    assert [cells(table, name) for name in ("p_1", "p_2", "p_9")] == [[0, 0], [0, 0], [1, 0]]
    assert (cells(table, "n"), cells(table, "c")) == ([12.5, 0], ["abc", "a  d"])
    assert cells(table, "d") == [dt.date(2026, 1, 2), None]


def test_what_a_document_type_or_another_language_adds_is_no_hindrance(tmp_path):
    """A survey that names the standard's DTD, breaks a label, or holds texts for a language, is read."""
    xml = CSV.format(variable("single", VALUES)).replace(
        "<label>L</label>", '<label>A<br/>B<text xml:lang="fr">C</text></label>'
    )
    xml = xml.replace(
        "<sss", '<!DOCTYPE sss PUBLIC "-//triple-s//DTD Survey Interchange v2.0//EN" "http://x/sss_v20.dtd"><sss', 1
    )
    table = strange(tmp_path, xml, "q\n1\n7\n")
    assert cells(table, "q") == ["one", "7"]
    assert table.about["q"].title == "A\nB"


ENTITY = '<!DOCTYPE sss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("xml", "data", "said"),
    [
        ("<xml", "q\n1\n", "is no XML"),
        ("<html/>", "q\n1\n", "is no Triple-S survey"),
        (HEAD + "</survey></sss>", "q\n1\n", "no <survey> with a <record>"),
        (CSV.format(""), "q\n1\n", "holds no variable"),
        (CSV.format(variable("ordinal")), "q\n1\n", "'ordinal' is none of single"),
        (CSV.format(variable("single", VALUES, position='start="0"')), "q\n1\n", "position 0"),
        (CSV.format(variable("single", VALUES, position='start="x"')), "q\n1\n", "no whole number"),
        (CSV.format(variable("quantity") * 2), "q\n1\n", "'q' stands twice"),
        (CSV.format(variable("quantity", position='start="3"')), "q\n1\n", "row 2: 1 fields"),
        (CSV.format(variable("quantity")), "q\nten\n", "row 2, column 'q': 'ten' is no number"),
        (CSV.format(variable("logical")), "q\n1\n2\n", "row 3, column 'q': '2' is neither"),
        (CSV.format(variable("date")), "q\n20261301\n", "is no date"),
        (CSV.format(variable("time")), "q\n990000\n", "is no time"),
        (CSV.format(variable("multiple", VALUES)), "q\n012\n", "other characters"),
        (CSV.format(variable("multiple")), "q\n01\n", "needs codes"),
        (CSV.format(variable("multiple", f'<spread subfields="2" width="1"/>{VALUES}')), "q\n17\n", "does not have"),
        (CSV.format(variable("multiple", f'<spread subfields="0"/>{VALUES}')), "q\n17\n", "make no sense"),
        (CSV.format(variable("single", '<values><value code="x">a</value></values>')), "q\n1\n", "is no number"),
        (ENTITY + CSV.format(variable("quantity")).partition("?>")[2], "q\n1\n", "holds a DTD or entities"),
        ("<sss><survey><record/><record/></survey></sss>", "q\n1\n", "2 records"),
        ("<sss>" * 80 + "</sss>" * 80, "q\n1\n", "deep"),
    ],
)
def test_what_is_wrong_is_refused_in_one_line(tmp_path, xml, data, said):
    """A survey that is damaged, hostile or contradicts itself is refused, with file, row and column."""
    with pytest.raises(InputError, match=said) as refused:
        strange(tmp_path, xml, data)
    assert "\n" not in str(refused.value)


def test_codes_that_would_become_too_many_columns_are_refused(tmp_path):
    """A few bytes cannot ask for millions of cells."""
    values = "".join(f'<value code="{code}"/>' for code in range(1, 5001))
    xml = CSV.format(variable("multiple", f'<spread subfields="1" width="4"/><values>{values}</values>'))
    with pytest.raises(InputError, match="more than so small a file can mean"):
        strange(tmp_path, xml, "q\n" + "1\n" * 5000)


def test_missing_data_is_told_what_it_must_be_called(tmp_path):
    """Without data beside it the survey is refused; the name that the XML gives is a stranger's, and is not followed."""
    (tmp_path / "other.csv").write_text("q\n1\n")
    xml = CSV.format(variable("quantity")).replace("<record", '<record href="other.csv"')
    (tmp_path / "s.sss").write_text(xml)
    with pytest.raises(InputError, match=r"must be called like the survey: s\.csv"):
        read_triple_s(tmp_path / "s.sss")


WHOLE = CSV.format(
    variable("single", VALUES, "s")
    + variable("multiple", VALUES, "m", 'start="2"')
    + variable("quantity", "<values><range from='0' to='9'/></values>", "n", 'start="3"')
    + variable("date", "", "d", 'start="4"')
).encode()
DATA = b's,m,n,d\r\n1,"100000001",2.5,20260102\r\n2,,,\r\n'


def outcome(path):
    """The table that is read, or the line that refuses it."""
    try:
        return read_table(path)
    except InputError as refused:
        return str(refused)


PIECES = st.sampled_from(
    [b"<", b">", b'"', b"&", b"\0", b"\xff", b"999999999", b"-1", b"<!DOCTYPE a>", b"]]>", b",", b"\r", b"1" * 50]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 1), st.floats(0, 1), st.integers(0, 9), PIECES), min_size=1, max_size=3))
def test_damaged_files_are_read_or_refused(tmp_path_factory, wounds):
    """Whatever happens to the two files, they are read, or refused in one line; nothing else is ever raised."""
    files = [bytearray(WHOLE), bytearray(DATA)]
    for which, where, length, piece in wounds:
        begin = int(where * len(files[which]))
        files[which][begin : begin + length] = piece
    folder = tmp_path_factory.mktemp("sss")
    for name, data in zip(("s.sss", "s.csv"), files, strict=True):
        (folder / name).write_bytes(data)
    found = outcome(folder / "s.sss")
    assert "\n" not in found if isinstance(found, str) else found.size in {len(each) for each in found.columns}
