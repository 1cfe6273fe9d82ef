"""What the light wing wakes."""

import subprocess
import sys


def test_tally_and_show_wake_nothing_heavy():
    """Importing every module of tally and show loads neither pandas, scipy, spaCy, scikit-learn nor rich."""
    code = (
        "import importlib, pkgutil, sys, freetext.tallies, freetext.show\n"
        "for room in (freetext.tallies, freetext.show):\n"
        "    for each in pkgutil.iter_modules(room.__path__, room.__name__ + '.'):\n"
        "        importlib.import_module(each.name)\n"
        "print(*sorted({'pandas', 'scipy', 'spacy', 'sklearn', 'rich', 'pyarrow'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
