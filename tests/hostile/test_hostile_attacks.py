"""Files made to harm: each is read rightly or refused in one line, within the limits of a child process."""

import sys

import pytest
from tests.hostile.attacks import attacks
from tests.hostile.trials import came, faults

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of memory are Linux's")

MUST_BE_REFUSED = (
    *(
        "qdc laughs",
        "qdc external",
        "qdc parameter",
        "qdc quadratic",
        ".qde",
        ".xml",
        "bomb",
        "far cell",
        "beyond",
        "deep",
        "many keys",
        "encrypted",
    ),
    *(
        "huge",
        "objects",
        "NaN in",
        "infinite",
        "parquet long text",
        "candidates long text",
        "parquet nulls",
        "2147483647 rows",
        "surrogates",
    ),
)
FORGIVING = ("ranking", "batch", "records", "log", "moves-log", "history", "xlsx", "ods")
"""Readers of files that are made again, or of lines that are told and left out: what is damaged is as good as none. The workbooks'
reader knows no DTD at all: entities stay what they are."""


@pytest.mark.slow
def test_files_made_to_harm(samples):
    """Bombs, entities, paths, giants, nesting, false claims and odd bytes are read rightly or refused, in bounded time and memory."""
    done = came(attacks(samples), samples)
    assert faults(done) == []
    read = [each.trial.name for each in done if each.outcome == "read" and each.trial.reader not in FORGIVING]
    assert [name for name in read if any(part in name for part in MUST_BE_REFUSED)] == []
    assert len(done) > 250
