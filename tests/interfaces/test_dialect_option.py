"""`dialect=` of the Python functions that read files."""

import pytest
from tests.files import exports

from freetext import code_folder, read_answers
from freetext.errors import InputError, UsageError
from freetext.interfaces.sources import table_from


def test_answers_of_an_export_are_read(tmp_path):
    """The platform is found, or named; `plain` takes its header rows for answers; another is refused."""
    path = exports.write_export("qualtrics", tmp_path)
    assert len(read_answers(path, text="Q1", id="ResponseId").answers) == 38
    assert len(read_answers(path, text="Q1", id="ResponseId", dialect="qualtrics").answers) == 38
    assert len(read_answers(path, text="Q1", dialect="plain").answers) == 42
    with pytest.raises(InputError, match="no export of SmartSurvey"):
        read_answers(path, text="Q1", dialect="smartsurvey")


def test_a_frame_has_no_dialect(tmp_path):
    """What says how to read a file goes with no frame; a platform that nobody knows is refused by name."""
    frame = table_from(exports.write_export("google-forms", tmp_path))
    pandas = pytest.importorskip("pandas")
    with pytest.raises(UsageError, match="dialect say how to read a file"):
        table_from(pandas.DataFrame({"a": frame.texts("Timestamp")}), dialect="google-forms")
    with pytest.raises(UsageError, match="no dialect 'google'"):
        code_folder(tmp_path, tmp_path / "out", text="a", model="m", dialect="google")  # type: ignore[arg-type]
