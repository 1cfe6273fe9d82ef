"""Text tables in."""

import io
import sys
from pathlib import Path
from typing import Any

import pytest

from freetext.errors import FreetextError, InputError, MissingColumn, MissingFile, RepeatedColumn, UsageError
from freetext.files.tabular.tables import Table, read_table, require_rows, write_table


def table(tmp_path: Path, text: str | bytes, name: str = "answers.csv", **options: Any) -> Table:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_table(path, **options)


def refusal(tmp_path: Path, text: str | bytes, name: str = "answers.csv", **options: Any) -> str:
    with pytest.raises(FreetextError) as caught:
        table(tmp_path, text, name, **options)
    return str(caught.value)


def test_cells_are_text_as_they_stand(tmp_path):
    """Nothing is guessed: leading noughts, NA, spaces and line breaks inside cells come as written."""
    read = table(tmp_path, 'id,text\r\n007,NA\r\n, "a" \r\n1e5,"two\r\nlines, ""quoted"""\r\n')
    assert read.names == ("id", "text")
    assert read.columns == (["007", "", "1e5"], ["NA", ' "a" ', 'two\r\nlines, "quoted"'])
    assert (read.size, len(read), read.row(0), read.took) == (3, 3, 2, ("encoding utf-8", "delimiter ','"))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiter_is_sniffed(tmp_path, delimiter):
    """The delimiter is the one that parts header and records into as many cells, quoted ones respected."""
    lines = [["id", "text", "x"], ["1", '"a,b;c|d\te"', "2"], ["2", "fine", ""]]
    read = table(tmp_path, "\n".join(delimiter.join(line) for line in lines))
    assert read.columns == (["1", "2"], ["a,b;c|d\te", "fine"], ["2", ""])
    assert read.delimiter == delimiter


def test_comma_in_a_header_is_not_the_delimiter(tmp_path):
    """A candidate that parts the header but not the records is none."""
    read = table(tmp_path, "id;Comments, if any\n1;good\n2;bad, really\n")
    assert read.names == ("id", "Comments, if any")


@pytest.mark.parametrize("asked", ["\t", "tab", "TAB", "\\t"])
def test_delimiter_option_overrules(tmp_path, asked):
    """The option is taken at its word, a tab by name too."""
    assert table(tmp_path, "a,b\tc\n1,2\t3\n", delimiter=asked).names == ("a,b", "c")


@pytest.mark.parametrize("asked", [",,", '"', "\n", "comma-ish"])
def test_odd_delimiter_is_refused(tmp_path, asked):
    """A delimiter is one character and no quotation mark or line break."""
    with pytest.raises(UsageError, match="--delimiter"):
        table(tmp_path, "a,b\n1,2\n", delimiter=asked)


def test_one_column(tmp_path):
    """A file of one column works: with commas in unquoted lines, blank lines inside, and none at the end."""
    read = table(tmp_path, 'comment\nGood, but slow\n\nfine; really\n""\n\n\n')
    assert read.names == ("comment",)
    assert read.columns == (["Good, but slow", "", "fine; really", ""],)
    assert "one column" in read.took
    assert table(tmp_path, "Comments, if any\ngood\nbad\n").columns == (["good", "bad"],)


def test_tsv_is_parted_by_tabs(tmp_path):
    """The ending .tsv settles the delimiter; .txt is sniffed."""
    assert table(tmp_path, "a,b\tc\n1\t2\n", "x.tsv").names == ("a,b", "c")
    assert table(tmp_path, "a;b\n1;2\n", "x.txt").names == ("a", "b")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marks_are_recognised(tmp_path, encoding):
    """A byte-order mark settles the encoding and is no part of the first name."""
    assert table(tmp_path, "id,text\n1,café\n".encode(encoding)).columns == (["1"], ["café"])


@pytest.mark.parametrize("mark", ["utf-16-le", "utf-16-be"])
def test_marks_of_either_end(tmp_path, mark):
    """UTF-16 of either byte order is read by its mark, asked for or not."""
    data = "\ufeffid\n€\n".encode(mark)
    for options in ({}, {"encoding": "utf-16"}, {"encoding": mark}):
        read = table(tmp_path, data, **options)
        assert (read.names, read.columns) == (("id",), (["€"],))


def test_undecodable_byte_is_named(tmp_path):
    """A byte that is no UTF-8 is named with its row, counted in records, and with the option."""
    said = refusal(tmp_path, b'id,text\n1,"two\nlines"\n2,caf\xe9\n')
    assert "answers.csv, row 3: byte 0xE9 at position 27" in said
    assert "--encoding cp1252" in said
    assert table(tmp_path, b"id,text\n2,caf\xe9\n", encoding="cp1252").columns[1] == ["café"]


def test_wrong_encodings_are_refused(tmp_path):
    """An encoding that is not there, makes no text, or does not fit is refused with what to try."""
    for asked in ("klingon", "base64", "undefined", "a\0b"):
        assert "--encoding" in refusal(tmp_path, "a,b\n1,2\n", encoding=asked)
    assert "--encoding utf-8" in refusal(tmp_path, "a\né\n", encoding="ascii")
    assert "utf-16-le" in refusal(tmp_path, "id,text\n1,a\n".encode("utf-16-le"))


def test_an_encoding_that_makes_nonsense_is_refused(tmp_path):
    """Bytes that are no UTF-16 are refused under that name, of any length, with an encoding that fits them."""
    for text in ("id,text\n1,a\n", "id,text\n1,ab\n", "id,text\r1,ab\r"):
        for asked in ("utf-16", "utf-16-le", "UTF_16_BE", "utf-32"):
            said = refusal(tmp_path, text, encoding=asked)
            assert asked.lower().replace("_", "-") in said
            assert "--encoding utf-8" in said
    assert "--encoding cp1252" in refusal(tmp_path, "id,text\n1,caf\xe9\n".encode("cp1252"), encoding="utf-16")
    wide = "id,text\n1,a\n".encode("utf-16-le")
    assert "--encoding utf-16-le" in refusal(tmp_path, wide, encoding="utf-16-be")
    assert "again as UTF-8" in refusal(tmp_path, wide + b"\n", encoding="utf-16-le")
    assert table(tmp_path, wide, encoding="utf-16-le").columns == (["1"], ["a"])


def test_fallback_is_for_what_is_no_utf8(tmp_path):
    """The fallback encoding reads text that has no mark and is no UTF-8, and nothing else; it is not asked without need."""

    def read(data: bytes, fallback: str, **options: Any) -> Table:
        (tmp_path / "a.csv").write_bytes(data)
        return read_table(tmp_path / "a.csv", fallback=lambda: fallback, **options)

    old = read("id,text\n1,café\n".encode("cp1252"), "cp1252")
    assert (old.columns[1], old.took[0]) == (["café"], "encoding cp1252")
    assert read("id,text\n1,a\n".encode("utf-16-le"), "utf-16-le").columns[1] == ["a"]
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert read("id,text\n1,café\n".encode(encoding), "klingon").columns[1] == ["café"]
    assert read("id,text\n1,café\n".encode("cp1252"), "klingon", encoding="latin-1").columns[1] == ["café"]
    with pytest.raises(InputError, match="byte 0xE9"):
        read("id,text\n1,café\n".encode("cp1252"), "")


def test_other_files_under_a_texts_name(tmp_path):
    """A workbook, Parquet and an old workbook under a text's name are called what they are, whatever encoding is asked for."""
    made = Table("x", ("a",), (["é"],), 1)
    for ending, said in (
        (".xlsx", "is a workbook (or another zip), not text: rename it to .xlsx"),
        (".parquet", "is a Parquet file, not text: rename it to .parquet"),
    ):
        write_table(made, tmp_path / f"a{ending}")
        for options in ({}, {"encoding": "latin-1"}):
            assert said in refusal(tmp_path, (tmp_path / f"a{ending}").read_bytes(), "b.csv", **options)
    assert "old or protected workbook" in refusal(tmp_path, b"\xd0\xcf\x11\xe0" + b"\0" * 600, "b.txt")
    assert table(tmp_path, "PAR1,PK\n1,2\n").names == ("PAR1", "PK")


def test_mark_with_another_encoding(tmp_path):
    """Where the mark lies, the option overrules it and the mark still goes."""
    assert table(tmp_path, b"\xef\xbb\xbfid\ncaf\xe9\n", encoding="cp1252").names == ("id",)


def test_ragged_rows_are_listed(tmp_path):
    """Ragged rows are refused with their numbers and cells, an empty line inside among them."""
    said = refusal(tmp_path, "a,b,c\n1,2,3\n1,2\n1,2,3,4\n\n1,2\n4,5,6\n")
    assert "the header has 3 cells" in said
    assert "0 in row 5; 2 in row 3, 6; 4 in row 4" in said
    assert "--delimiter" in said


def test_what_mends_ragged_rows_fits_them(tmp_path):
    """Where empty lines alone are wrong nothing else is advised; the error knows all the rows."""
    with pytest.raises(InputError, match="Take the empty lines between the rows out") as empty:
        table(tmp_path, "a,b\n1,2\n\n\n3,4\n")
    assert "--delimiter" not in str(empty.value)
    assert (empty.value.row, empty.value.rows) == (3, (3, 4))
    with pytest.raises(InputError, match="Quote cells") as ragged:
        table(tmp_path, "a,b\n1,2,3\n1\n3,4\n5\n")
    assert "empty lines" not in str(ragged.value)
    assert ragged.value.rows == (2, 3, 5)


def test_empty_lines_round_the_table(tmp_path):
    """Empty lines before the header and after the last row are none, and rows keep the file's own numbers."""
    read = table(tmp_path, "\n\na,b\n1,2\n\n\n")
    assert (read.size, read.row(0)) == (1, 4)


def test_unclosed_quote_is_refused(tmp_path):
    """A quotation mark that never closes is refused with the row where it opens."""
    assert "row 3: a quotation mark opens here" in refusal(tmp_path, 'a,b\n1,2\n3,"4\n5,6\n7,8\n')
    assert "row 2" in refusal(tmp_path, 'a,b\n1,"2"x\n')


def test_empty_and_header_only(tmp_path):
    """An empty file is refused; a header alone is a table of no rows, which `require_rows` refuses."""
    for text in ("", "\n\n", "\ufeff"):
        assert "is empty" in refusal(tmp_path, text)
    read = table(tmp_path, "a,b\n")
    assert (read.names, read.columns, read.size) == (("a", "b"), ([], []), 0)
    with pytest.raises(InputError, match=r"answers.csv: has a header and no rows"):
        require_rows(read)
    full = table(tmp_path, "a\n1\n")
    assert require_rows(full) is full


def test_long_cells_and_nuls(tmp_path):
    """Cells of any length and NUL characters survive."""
    cell = "x" * 300_000 + "\0"
    assert table(tmp_path, f"a,b\n1,{cell}\n").columns[1] == [cell]


def test_columns_by_name(tmp_path):
    """A column is found by its name; one that is missing or stands twice is refused, blank names do no harm."""
    read = table(tmp_path, "id,text,text,\n1,a,b,\n")
    assert read.place("id") == 0
    with pytest.raises(RepeatedColumn, match=r"columns 2 and 3"):
        read.place("text")
    with pytest.raises(
        MissingColumn, match=r"no column 'txt' \(--text\). Columns: id, text, text. Did you mean 'text'"
    ):
        read.texts("txt", option="--text")


def test_missing_files(tmp_path):
    """A file that is not there suggests the nearest beside it; a folder or an unknown ending says so."""
    (tmp_path / "answers.csv").write_text("a\n1\n")
    with pytest.raises(MissingFile, match=r"Did you mean '.*answers.csv'"):
        read_table(tmp_path / "answer.csv")
    with pytest.raises(MissingFile):
        read_table(tmp_path / "nowhere" / "a\0.csv")
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(InputError, match="is a folder"):
        read_table(tmp_path / "folder.csv")
    for folder in ("nowhere", "data.d"):
        (tmp_path / folder).mkdir()
        with pytest.raises(InputError, match="is a folder, not a file"):
            read_table(tmp_path / folder)
    with pytest.raises(InputError, match=r"'.docx' is not known. Known: .csv, .tsv, .txt, .xlsx, .parquet"):
        read_table(tmp_path / "a.docx")
    with pytest.raises(InputError, match="no such file"):
        read_table(tmp_path / "a.xls")
    with pytest.raises(InputError, match="without an ending"):
        read_table(tmp_path / "answers")


def test_standard_input(monkeypatch):
    """`-` is standard input, read as CSV."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"id;text\n1;a\n")))
    read = read_table("-")
    assert (read.file, read.names) == ("standard input", ("id", "text"))


def test_added_and_dropped_columns(tmp_path):
    """Columns are added behind, in order, and dropped by name; the others stay as they were."""
    read = table(tmp_path, "a,b,b\n1,2,3\n")
    wider = read.with_columns({"x": [1.0], "y": [None]})
    assert wider.names == ("a", "b", "b", "x", "y")
    assert (wider.texts("x"), wider.texts("y")) == (["1"], [""])
    assert wider.without(["b", "nothing"]).names == ("a", "x", "y")
    assert read.without([]) is read
    with pytest.raises(ValueError, match="rows"):
        read.with_columns({"x": [1, 2]})


def test_a_sheet_of_a_text_file_is_refused(tmp_path):
    """--sheet with a CSV is a slip that is told, not passed over."""
    path = tmp_path / "a.csv"
    path.write_text("a\n1\n")
    for file in (path, "-"):
        with pytest.raises(InputError, match="no sheets"):
            read_table(file, sheet="one")
