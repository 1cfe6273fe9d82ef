"""Folders of answers, and a model that codes them."""

from __future__ import annotations

import csv
import random

import pytest

SAID = ("more money", "the staff were kind", "cold food", "parking is a nightmare", "nothing at all", "", "who knows")


@pytest.fixture(scope="session")
def bundle(model, tmp_path_factory):
    """The corpus's model on disk."""
    from freetext.files.modelling.models import save_model  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("models") / "visit"
    save_model(model, folder)
    return folder


@pytest.fixture(scope="session")
def rows():
    """60 answers: id, region, weight, verbatim."""
    dice = random.Random(11)
    return [
        (
            f"r{number}",
            dice.choice(["north", "south"]),
            str(dice.choice([1, 2])),
            f"{dice.choice(SAID)} {dice.choice(SAID)}",
        )
        for number in range(60)
    ]


@pytest.fixture(scope="session")
def answers_to():
    """Write rows of answers as a CSV or Parquet file."""
    head = ("id", "region", "weight", "verbatim")

    def write(path, rows, *, head=head, row_group=1_000_000):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".parquet":
            import pyarrow as pa  # noqa: PLC0415
            import pyarrow.parquet as pq  # noqa: PLC0415

            columns = list(zip(*rows, strict=True)) or [()] * len(head)
            table = pa.table({name: pa.array(cells, pa.string()) for name, cells in zip(head, columns, strict=True)})
            pq.write_table(table, path, row_group_size=row_group)
        else:
            with path.open("w", encoding="utf-8", newline="") as handle:
                csv.writer(handle).writerows([head, *rows])
        return path

    return write


@pytest.fixture(scope="session")
def coded_rows():
    """Read all rows of a coded folder, by its seal alone, as sorted tuples of text."""

    def read(out):
        import json  # noqa: PLC0415

        from freetext.files.tabular.tables import read_table  # noqa: PLC0415

        found: list[tuple[str, ...]] = []
        for part in json.loads((out / "_SUCCESS.json").read_text())["parts"]:
            table = read_table(out / part["file"])
            found += zip(*(table.texts(name) for name in table.names), strict=True)
        return sorted(found)

    return read


@pytest.fixture(scope="session")
def survey(bundle, answers_to, tmp_path_factory):
    """Thirty parts of 200 answers, Parquet and CSV, and what an undisturbed run makes of them."""
    from tests.batch.coding_runs import Survey, content  # noqa: PLC0415

    from freetext.batch.folders import code_folder  # noqa: PLC0415

    dice = random.Random(23)
    folder = tmp_path_factory.mktemp("survey")
    for part in range(30):
        answers_to(
            folder / "in" / f"p{part:02}.{'csv' if part % 3 else 'parquet'}",
            [
                (
                    f"{part}-{row}",
                    "north",
                    "1",
                    " ".join(dice.choices(SAID, k=dice.randint(1, 4))) + f" w{dice.randrange(10**6)}",
                )
                for row in range(200)
            ],
        )
    code_folder(folder / "in", folder / "out", text="verbatim", id="id", model=bundle)
    return Survey(folder / "in", bundle, content(folder / "out", folder / "in"))
