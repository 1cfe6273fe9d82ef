"""Rows taken out of a table on disk."""

from freetext.files.forgetting.rows_out import take_rows_out
from freetext.files.tabular.tables import read_table


def test_lines_that_nothing_parts_are_records_with_all_their_quotation_marks(tmp_path):
    """A file of one column loses one line, whatever commas and quotation marks stand in its others."""
    path = tmp_path / "answers.csv"
    path.write_bytes(b'text\nfine,"thanks\nsecond\nthird\n')
    take_rows_out(path, read_table(path), [1])
    assert path.read_bytes() == b'text\nfine,"thanks\nthird\n'


def test_a_delimiter_of_ones_own_parts_the_cells_again(tmp_path):
    """A file read with a delimiter that was asked for is cut with the same one."""
    path = tmp_path / "answers.csv"
    path.write_bytes(b'id~text\n1~"two\nlines"\n2~fine\n')
    take_rows_out(path, read_table(path, delimiter="~"), [0])
    assert path.read_bytes() == b"id~text\n2~fine\n"
