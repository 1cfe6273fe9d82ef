"""`freetext.export` of everything: the folder, the names of codebooks, and what is refused before anything is written."""

from pathlib import Path

import pytest

import freetext
from freetext.errors import OutputError
from freetext.files.exchange.qdc import read_qdc

CODED = "id,a,b,c\n1,money,kind,money\n2,staff;money,rude,staff;money\n"
ALIKE = "id,a,b/c,b c\n1,money,kind,far\n2,staff,rude,near\n"


@pytest.fixture(name="coded")
def _coded(tmp_path):
    """A file with two columns of codes of their own, and a third with the codes of the first."""
    (tmp_path / "wave-coded.csv").write_text(CODED)
    return tmp_path / "wave-coded.csv"


def codebooks(written):
    """The slugs of each codebook that was written, by its name."""
    paths = [each.paths[0] for each in written if each.form == "qdc"]
    return {Path(path).name: read_qdc(path)[0].slugs for path in paths}


def test_each_codeframe_has_a_codebook(coded, tmp_path):
    """Codeframes that were found are all called `themes`: each has a codebook, the second named after its question."""
    written = freetext.export(coded, tmp_path / "out", form="all", themes=["a", "b", "c"])
    assert codebooks(written) == {
        "wave-themes.qdc": ("money", "staff"),
        "wave-themes-b.qdc": ("kind", "rude"),
    }


def test_codebooks_are_never_written_over_one_another(coded, tmp_path):
    """Questions whose names are the same in a file's name have codebooks of their own, with `force` too."""
    coded.write_text(ALIKE)
    written = freetext.export(coded, tmp_path / "out", form="all", themes=["a", "b/c", "b c"], force=True)
    assert codebooks(written) == {
        "wave-themes.qdc": ("money", "staff"),
        "wave-themes-b-c.qdc": ("kind", "rude"),
        "wave-themes-b-c_2.qdc": ("far", "near"),
    }


@pytest.mark.parametrize("place", ["taken", "taken/below"])
def test_a_folder_that_cannot_be_made_is_an_output_error(coded, tmp_path, place):
    """A file where the folder should be is refused as what cannot be written."""
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(OutputError, match="taken"):
        freetext.export(coded, tmp_path / place, form="all", themes="a")
    assert (tmp_path / "taken").read_text() == "a file"


def test_no_folder_is_made_for_an_export_that_is_refused(coded, tmp_path):
    """What is refused beforehand leaves the folder as it was, and makes none."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "wave.dta").write_text("old")
    with pytest.raises(OutputError, match=r"wave\.dta: exists"):
        freetext.export(coded, folder, form="all", themes="a")
    assert [each.name for each in folder.iterdir()] == ["wave.dta"]
