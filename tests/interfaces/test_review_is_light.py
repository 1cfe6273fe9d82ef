"""What a review wakes."""

import subprocess
import sys

LOOK = """
import sys
import freetext.cli.review, freetext.interfaces.desk, freetext.cli.plain, freetext.cli.screen
print(sorted({"spacy", "sklearn", "scipy", "pandas", "pyarrow", "joblib"} & set(sys.modules)))
"""


def test_a_session_wakes_neither_spacy_nor_scikit_learn():
    """Ranking is the worker's business: the session reads it from disk, so that the first answer is there at once."""
    done = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
