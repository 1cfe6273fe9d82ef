"""The recipes of docs/clusters.md run, as far as what they need is installed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec

import pytest
from tests.batch.dask_processes import HOME

pytestmark = pytest.mark.slow
PAGE = HOME / "docs" / "clusters.md"
RECIPES = {
    name: body
    for body in re.findall(r"^```py\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    for name in ("distributed", "ray", "pyspark")
    if re.search(rf"^from {name}[. ]", body, re.MULTILINE)
}


@pytest.fixture
def desk(tmp_path, bundle, rows, answers_to):
    """A folder with `comments/` in three parts and `models/survey`."""
    shutil.copytree(bundle, tmp_path / "models" / "survey")
    for number in range(3):
        part = rows[number * 20 : number * 20 + 20]
        answers_to(tmp_path / "comments" / f"p{number}.csv", [(row[0], row[3]) for row in part], head=("id", "comment"))
    return tmp_path


def run(recipe: str, desk) -> str:
    """Run a recipe as a program in that folder, as the page says: behind `if __name__`."""
    body = "".join(f"    {line}" for line in RECIPES[recipe].splitlines(keepends=True))
    (desk / "recipe.py").write_text(
        f"def main():\n{body}\n\nif __name__ == '__main__':\n    main()\n", encoding="utf-8"
    )
    path = os.pathsep.join([str(desk), str(HOME / "src"), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYTHONPATH": path}
    command = [sys.executable, "recipe.py"]
    ran = subprocess.run(command, cwd=desk, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr


def test_the_page_has_a_recipe_for_each():
    """Dask, Ray and Spark each have one."""
    assert sorted(RECIPES) == ["distributed", "pyspark", "ray"]


@pytest.mark.parametrize("name", ["distributed", "ray"])
def test_the_recipe_codes_the_folder_as_one_process_does(name, desk, bundle):
    """A cluster writes the bytes that one process writes."""
    if find_spec(name) is None:
        pytest.skip(f"{name} is not installed")
    from freetext import code_folder  # noqa: PLC0415

    said = run(name, desk)
    assert "60 rows in 3 parts" in said
    assert ("Started a local Ray instance" in said) == (name == "ray")
    out = desk / {"distributed": "coded-dask", "ray": "coded-ray"}[name]
    code_folder(desk / "comments", desk / "here", text="comment", id="id", model=desk / "models" / "survey")
    names = [part["file"] for part in json.loads((out / "_SUCCESS.json").read_text())["parts"]]
    assert [(out / each).read_bytes() for each in names] == [(desk / "here" / each).read_bytes() for each in names]


def test_the_recipe_for_spark_gives_the_codes_of_a_file(desk):
    """Spark's columns are those of `freetext code`, row for row."""
    if find_spec("pyspark") is None or shutil.which("java") is None:
        pytest.skip("pyspark or Java is not installed")
    import pandas as pd  # noqa: PLC0415

    from freetext import code, load_model, to_frame  # noqa: PLC0415

    run("pyspark", desk)
    found = pd.read_parquet(desk / "coded-spark").set_index("id").sort_index()
    texts = pd.concat(
        pd.read_csv(each, dtype=str, keep_default_na=False) for each in sorted((desk / "comments").glob("*.csv"))
    )
    ours = to_frame(code(load_model(desk / "models" / "survey"), texts["comment"], question="comment"))
    expected = ours.astype(str).set_axis(texts["id"]).sort_index()
    assert len(found) == 60
    pd.testing.assert_frame_equal(found[list(ours)].astype(str), expected, check_names=False)
