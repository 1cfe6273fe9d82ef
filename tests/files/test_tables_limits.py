"""Small files that would unpack to more than a machine has; all limits here are small, so that no test needs the memory."""

import io
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import InputError
from freetext.files.tabular.parquet import read_parquet
from freetext.files.tabular.tables import read_table
from freetext.files.tabular.unpacked import LARGEST, PACKED, PLAIN, most_of
from freetext.files.tabular.zips import check_spread, check_workbook

LONG = "x" * 900
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(texts: str, cells: str) -> bytes:
    """A workbook with this table of shared texts and these rows."""
    made, plain = io.BytesIO(), io.BytesIO()
    with xlsxwriter.Workbook(plain) as book:
        book.add_worksheet().write_string(0, 0, "text")
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name).decode()
            if name == "xl/sharedStrings.xml":
                data = texts if texts.startswith("<!") else f'<sst xmlns="{NAMESPACE}">{texts}</sst>'
            if name == "xl/worksheets/sheet1.xml":
                data = f'<worksheet xmlns="{NAMESPACE}"><sheetData>{cells}</sheetData></worksheet>'
            new.writestr(name, data)
    return made.getvalue()


def naming(*places: int, cell: str = '<c r="A{row}" t="s"><v>{place}</v></c>') -> str:
    """One row a place, its only cell naming the text there."""
    cells = [cell.format(row=row, place=place) for row, place in enumerate(places, start=1)]
    return "".join(f'<row r="{row}">{each}</row>' for row, each in enumerate(cells, start=1))


def shared(*texts: str) -> str:
    return "".join(f"<si><t>{text}</t></si>" for text in texts)


def test_a_long_text_in_many_cells_is_refused():
    """Cells that together name more text than the budget are refused, although the file holds the text once."""
    data = workbook(shared("a", LONG), naming(*[1] * 200))
    assert len(data) < 9_000
    with pytest.raises(InputError, match="repeat long texts unpack to more than"):
        check_workbook(data, file="a.xlsx", most_text=100_000)
    assert check_workbook(data, file="a.xlsx", most_text=200_000) == frozenset()


def test_one_long_text_among_many_short_ones_is_taken(tmp_path):
    """Where the bound does not do, the cells' own texts are added up."""
    data = workbook(shared("a", LONG), naming(*[0] * 200, 1))
    assert check_workbook(data, file="a.xlsx", most_text=20_000) == frozenset()
    (tmp_path / "a.xlsx").write_bytes(data)
    assert read_table(tmp_path / "a.xlsx").columns == (["a"] * 199 + [LONG],)


@pytest.mark.parametrize(
    "cell",
    [
        "<c r='A{row}' t='s'><v>{place}</v></c>",
        '<c r="A{row}" t = "s"><v>{place}</v></c>',
        '<c r="A{row}" t="s"><v>0</v><v>{place}</v></c>',
        '<c t="s"><v>{place}</v></c>',
        '<x:c r="A{row}" t="s"><x:v>{place}</x:v></x:c>',
        """<c r="A{row}" b='<c ' t="s" d='><v>0</v></c>'><v>{place}</v></c>""",
    ],
)
def test_cells_that_name_texts_however_written(cell):
    """A cell names its text however its tag is written; what is not sure counts as the longest."""
    data = workbook(shared("a", LONG), naming(*[1] * 200, cell=cell))
    with pytest.raises(InputError, match=r"repeat long texts|damaged"):
        check_workbook(data, file="a.xlsx", most_text=100_000)


@pytest.mark.parametrize(
    "text",
    [
        f"<si><r><t>{LONG}</t></r><!--<si>--><r><t>x</t></r></si>",
        f"<x:si xmlns:x='a'><x:t>{LONG}</x:t></x:si>",
        f"<si><t><![CDATA[</t></si><si><t>{LONG}]]></t></si>",
        f"<si><t>\x08{LONG}</t></si>",
    ],
)
def test_texts_however_written(text):
    """A text is as long as it is, whatever stands inside."""
    data = workbook(shared("a") + text, naming(*[1] * 200))
    with pytest.raises(InputError, match="repeat long texts"):
        check_workbook(data, file="a.xlsx", most_text=100_000)
    assert check_workbook(data, file="a.xlsx", most_text=300_000) == frozenset()


@pytest.mark.parametrize(
    "texts",
    [
        f"<si><t>{LONG}</si><si>{LONG}</t></si>",
        f"<si><si><t>{LONG}</t></si></si>",
        f"<!DOCTYPE sst [<!ENTITY a 'a'>]><sst>{shared(LONG)}</sst>",
    ],
)
def test_texts_that_cannot_be_told_apart(texts):
    """Where it cannot be told which text is which, a workbook that may be too large is refused, and a small one is not."""
    data = workbook(texts, naming(*[0] * 200))
    with pytest.raises(InputError, match="damaged workbook"):
        check_workbook(data, file="a.xlsx", most_text=100_000)
    assert check_workbook(data, file="a.xlsx") == frozenset()


@pytest.mark.parametrize(
    "far", ['r="AU999999"', 'r="AU999999" ', 's="0" r="AU999999"', 'r="CW99999"', 'r="M999999" s="0"']
)
def test_two_cells_far_apart_are_refused(far):
    """Two cells need the grid between them, and are refused where that is large; nearer ones are taken."""
    near = workbook("", f'<row r="1"><c r="A1"><v>1</v></c><c {far.replace("99999", "9")}><v>1</v></c></row>')
    assert check_workbook(near, file="a.xlsx") == frozenset()
    data = workbook("", f'<row r="1"><c r="A1"><v>1</v></c></row><row r="999999"><c {far}><v>1</v></c></row>')
    with pytest.raises(InputError, match="a sheet of 2 cells spreads over"):
        check_workbook(data, file="a.xlsx")


@pytest.mark.parametrize(
    ("spread", "taken"),
    [
        ((1_048_576 * 60 // 20, 1_048_576, 60), True),
        ((1_048_576 * 60 // 21, 1_048_576, 60), False),
        ((1, 100_000, 100), True),
        ((2, 999_999, 47), False),
        ((1_048_576 * 96, 1_048_576, 96), False),
        ((16_384, 1, 16_385), False),
    ],
)
def test_how_empty_a_large_sheet_may_be(spread, taken):
    """A sheet of a million rows and 60 columns passes when a twentieth is filled, a small grid always, a giant never."""
    try:
        check_spread(spread, file="a.xlsx")
    except InputError:
        assert not taken
    else:
        assert taken


def parquet(path: Path, table: pa.Table, **options: object) -> Path:
    pq.write_table(table, path, compression="zstd", **options)
    return path


def test_many_equal_values_are_refused(tmp_path):
    """Values that are packed to nothing count as what they unpack to."""
    path = parquet(tmp_path / "a.parquet", pa.table({"a": pa.array([7] * 20_000)}))
    assert path.stat().st_size < 2_000
    with pytest.raises(InputError, match=r"unpacks to more than .* GB. Part it"):
        read_parquet(path, most=100_000)
    assert len(read_parquet(path, most=160_000)) == 20_000


REPEATED = {
    "text": pa.array([LONG, None] * 200),
    "large": pa.array([LONG] * 200, pa.large_string()),
    "bytes": pa.array([LONG.encode()] * 200),
    "list": pa.array([[LONG, "a"], []] * 200),
    "struct": pa.array([{"a": {"b": LONG}}] * 200),
    "map": pa.array([[("a", LONG)]] * 200, pa.map_(pa.string(), pa.string())),
}


@pytest.mark.parametrize("kind", REPEATED)
@pytest.mark.parametrize(
    "options",
    [{}, {"use_dictionary": False}, {"use_dictionary": False, "column_encoding": "DELTA_BYTE_ARRAY"}],
)
def test_a_long_text_in_many_rows_is_refused(tmp_path, kind, options):
    """A text counts as often as it stands there, wherever and however it is packed; what is taken comes as it was."""
    path = parquet(tmp_path / "a.parquet", pa.table({"a.b": REPEATED[kind]}), **options)
    with pytest.raises(InputError, match="unpacks to more than"):
        read_parquet(path, most=150_000)
    read = read_parquet(path, most=400_000)
    assert pa.table({"a.b": read.columns[0]}).equals(pq.ParquetFile(path).read())


def test_a_column_of_categories_is_weighed(tmp_path):
    """Categories count as the texts that they become, and stay categories."""
    path = parquet(tmp_path / "a.parquet", pa.table({"a": pa.array([LONG] * 200).dictionary_encode()}))
    with pytest.raises(InputError, match="unpacks to more than"):
        read_parquet(path, most=150_000)
    assert pa.table({"a": read_parquet(path, most=400_000).columns[0]}).equals(pq.ParquetFile(path).read())


def test_columns_of_one_name_are_weighed_together(tmp_path):
    """Names that repeat hide nothing and are counted once each."""
    table = pa.Table.from_arrays([pa.array([LONG] * 200)] * 2, names=["a", "a"])
    path = parquet(tmp_path / "a.parquet", table)
    with pytest.raises(InputError, match="unpacks to more than"):
        read_parquet(path, most=300_000)
    assert len(read_parquet(path, most=400_000).columns) == 2


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1 << 40))
def test_how_much_a_file_may_hold(size):
    """A file may unpack to what is always taken, or to so many times its size, and never to more than the most of all."""
    assert PLAIN <= most_of(size) <= LARGEST
    assert most_of(size) in (PLAIN, PACKED * size, LARGEST)
    assert most_of(size) <= most_of(size + 1)
