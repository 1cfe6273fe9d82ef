"""What a fresh process loads, and what stands in one place only."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

import freetext

ROOT = Path(__file__).parents[1]
HEAVY = {
    "dask",
    "fsspec",
    "joblib",
    "matplotlib",
    "pandas",
    "pyarrow",
    "requests",
    "scipy",
    "sklearn",
    "spacy",
    "thinc",
}
IDLE = {"dask", "distributed", "fsspec", "jinja2", "joblib", "pandas", "requests", "rich", "sklearn", "weasel"}
CODED = "id,type,freetext_themes,freetext_source\n1,a,x;y,x=model;y=human\n2,b,,\n3,a,y,y=rule\n"


def loaded(*arguments, folder):
    """The top-level packages that a real run of the command imports, as Python itself reports them."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "freetext", *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=True,
    )
    times = [line.rpartition("|")[2] for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {name.strip().partition(".")[0] for name in times}


@pytest.mark.parametrize("command", [(), ("tally",), ("train",), ("code",), ("models",), ("codeframe",)])
def test_help_loads_nothing_heavy(tmp_path, command):
    """The help of any command shows at once: no library that counts or learns is loaded for it, not even numpy."""
    packages = loaded(*command, "--help", folder=tmp_path)
    assert "typer" in packages
    assert not packages & (HEAVY | {"numpy"})


def test_tally_of_a_coded_file_loads_nothing_heavy(tmp_path):
    """Tallying a coded CSV loads neither spaCy nor scikit-learn, nor pandas, scipy or pyarrow."""
    (tmp_path / "coded.csv").write_text(CODED, encoding="utf-8")
    packages = loaded("tally", "coded.csv", "--closed", "type", "--by", "type", folder=tmp_path)
    assert "numpy" in packages
    assert not packages & HEAVY


def test_coding_a_small_file_wakes_nothing_that_it_has_no_use_for(tmp_path):
    """Coding a CSV loads spaCy without its command line, no pandas, no scikit-learn, nothing for clusters."""
    (tmp_path / "a.csv").write_text("id,text\n1,more money\n2,kind staff\n", encoding="utf-8")
    argv = [
        "freetext",
        "code",
        "a.csv",
        "--text",
        "text",
        "--model",
        str(ROOT / "models" / "innovation"),
        "-o",
        "b.csv",
    ]
    program = (
        f"import sys\nsys.argv = {argv!r}\nfrom freetext.cli import alone\n"
        "try:\n    alone()\nexcept SystemExit as left:\n    assert not left.code\nprint()\nprint(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    packages = {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}
    assert {"numpy", "spacy"} <= packages
    assert not packages & IDLE


def test_only_a_process_of_its_own_lets_libraries_sleep():
    """A program that calls the command line has pandas and spaCy's own commands as ever."""
    program = "import sys\nfrom freetext.cli import exit_code\nbefore = list(sys.meta_path)\nassert exit_code(lambda: 0) == 0\nassert sys.meta_path == before"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_the_version_stands_once():
    """The installed package, its attribute and the command line say the same version."""
    done = subprocess.run([sys.executable, "-m", "freetext", "--version"], capture_output=True, text=True, check=True)
    assert metadata.version("freetext") == freetext.__version__
    assert f"freetext {freetext.__version__}" == done.stdout.strip()


@pytest.mark.parametrize("door", ["demo.py", "test.py"])
def test_an_old_python_can_read_the_doors(door):
    """A Python that is too old can read each script far enough to say so: no syntax newer than it comes before."""
    lines = (ROOT / "scripts" / door).read_text(encoding="utf-8").splitlines()
    tree = ast.parse("\n".join(lines), feature_version=(3, 3))
    (check,) = (node for node in tree.body if isinstance(node, ast.If) and "version_info" in ast.unparse(node.test))
    before = {alias.name for node in tree.body[: tree.body.index(check)] for alias in getattr(node, "names", ())}
    assert not before & {path.stem for path in (ROOT / "scripts").glob("*.py")}


def test_every_dependency_says_why_it_is_here():
    """docs/dependencies.md has a line for each library that pyproject.toml asks for, and for no other."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *(each for extra in project["optional-dependencies"].values() for each in extra)]
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    lines = re.findall(r"^\| (\w[\w-]*) \|", page, re.MULTILINE)
    assert sorted(re.split(r"[^\w-]", each)[0].lower() for each in asked) == sorted(
        each.lower() for each in lines if each != "library"
    )
