"""Build the starter model of the demo's six themes into models/: the model that `freetext demo` learns from its labels.

Standard library only; the learning is done by the package as installed with the versions of constraints.txt.
"""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit("freetext needs Python 3.11 or newer; this is Python %d.%d." % sys.version_info[:2])  # noqa: UP031

from venv_home import ROOT, Home, say, told

MODELS = ROOT / "models"


def main() -> None:
    """Replace the starter model."""
    home = Home(ROOT / ".venv-run")
    home.ready()
    with TemporaryDirectory() as folder:
        home.run("the demo", "-m", "freetext", "demo", "survey", "--quiet", folder=Path(folder))
        for learnt in sorted((Path(folder) / "survey" / "models").iterdir()):
            shutil.rmtree(MODELS / learnt.name, ignore_errors=True)
            # When it was put in force here says nothing to those who get it.
            shutil.copytree(learnt, MODELS / learnt.name, ignore=shutil.ignore_patterns("HISTORY.jsonl"))
            say(f"models/{learnt.name}: {(learnt / 'CURRENT').read_text(encoding='utf-8').strip()}")


if __name__ == "__main__":
    with told():
        main()
