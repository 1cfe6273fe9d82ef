"""The names that `freetext` promises."""

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import freetext

HEAVY = {"joblib", "numpy", "pandas", "pyarrow", "rich", "scipy", "sklearn", "spacy", "typer"}


def woken(code):
    """The heavy libraries that a fresh process has loaded after `code`."""
    told = f"import sys\n{code}\nprint(*sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def typed_names():
    """The names that a type checker sees."""
    tree = ast.parse(Path(str(freetext.__file__)).read_text(encoding="utf-8"))
    block = next(each for each in tree.body if isinstance(each, ast.If))
    return {alias.name for each in block.body if isinstance(each, ast.ImportFrom) for alias in each.names}


def test_all_is_what_is_public():
    """`__all__` holds each public name once, in order, and no other: what resolves, what is typed, what is listed are the same."""
    assert sorted(set(freetext.__all__)) == freetext.__all__
    assert {*freetext._HOMES, "__version__"} == set(freetext.__all__)
    assert typed_names() == set(freetext._HOMES)
    assert set(freetext.__all__) <= set(dir(freetext))


@pytest.mark.parametrize("name", freetext.__all__)
def test_every_public_name_resolves(name):
    """Each name of `__all__` is there, documented, and the very object of its home."""
    value = getattr(freetext, name)
    if name in freetext._HOMES:
        assert getattr(importlib.import_module(f"freetext.{freetext._HOMES[name]}"), name) is value
        assert value.__doc__


def test_a_name_that_is_not_public_is_refused():
    """An unknown name is an AttributeError, so that hasattr and tools work."""
    with pytest.raises(AttributeError, match="'freetext' has no attribute 'talli'"):
        freetext.talli  # type: ignore[attr-defined]  # noqa: B018


def test_importing_the_package_wakes_nothing():
    """`import freetext` loads no library, nor does listing its names."""
    assert woken("import freetext; dir(freetext)") == set()


def test_nouns_and_tallies_wake_no_engine():
    """Codeframe, read_codeframe and tally load numpy at most."""
    assert woken("from freetext import Codeframe, Theme, read_codeframe, tally, tables_text, save_tables") <= {"numpy"}


def test_reading_and_coding_wake_no_scikit_learn():
    """A program that loads a model and codes never loads scikit-learn."""
    assert "sklearn" not in woken("from freetext import read_answers, load_model, code, to_frame, Model")


@pytest.mark.parametrize(
    "code",
    [
        "import freetext.training.dataset, freetext.tallies.table\nfrom freetext import train, tally\nassert train.__name__ == 'train'",
        "from freetext import tally\nimport freetext.tallies.table, freetext\nassert freetext.tally is tally",
    ],
    ids=["rooms first", "function first"],
)
def test_rooms_do_not_hide_functions(code):
    """`train` and `tally` are functions, whatever rooms were imported before or after."""
    woken(f"{code}\nassert tally.__name__ == 'tally' and tally.__module__ == 'freetext.interfaces.tallying'")
