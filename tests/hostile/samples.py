"""Sound files of every kind that freetext reads, all invented; what the hostile ones are mutated from."""

from __future__ import annotations

import csv
import datetime as dt
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from freetext.files.coding.coded_records import Record, Records, write_records
from freetext.files.exchange.dataset import Dataset, ResponseSet, Variable
from freetext.files.exchange.qda_project import Coded, CodedQuestion, CodedText, QdaProject
from freetext.files.project.codeframes import parse_codeframe
from freetext.files.reviewing.batches import Batch, save_batch
from freetext.files.tabular.tables import Table, write_table
from freetext.review.deal import Dealt
from freetext.review.items import Suggested

KEY = "invented-key"
FRAME = """format = 1
name = "homes"
title = "What people say of their homes"
lang = "en"

[glossary]
hmo = "house in multiple occupation"

[[net]]
slug = "costs"
number = 9

[[theme]]
slug = "money"
number = 1
name = "Money"
definition = "Rent, bills and what they cost."
include = ["rent", "fees"]
exclude = ["wages"]
examples = ["The rent is too high."]
always = ["rent*", "fees"]
never = ["money box"]
net = "costs"

[[theme]]
slug = "staff"
name = "Staff & people"
keywords = ["nurse", "caretaker*"]

[[theme]]
slug = "nothing"
number = 8
reserved = "none"

[[change]]
op = "rename"
from = ["cash"]
to = ["money"]
time = "2026-01-01T00:00:00Z"
why = "clearer"
"""
SETTINGS = """format = 1

[survey]
name = "homes"
file = "answers.csv"
id = "id"
weight = "weight"
banners = ["type"]
codeframe = "codeframe.toml"
key = "invented-key"

[[question]]
name = "type"
kind = "closed"
column = "type"
title = "Type of home"
options = ["flat", "house"]
nets = { "Any" = ["flat", "house"] }

[[question]]
name = "why"
kind = "open"
column = "why"
title = "Why is that?"
"""
SAYS = (
    *("the rent is too high", "kind nurses", "rent and fees, again", "nothing"),
    *("the staff listen", "money for staff", ""),
)
ROWS = 42
LABELS = [
    {
        "id": f"r{row:02}",
        "question": "why",
        "themes": [["money"], ["staff"], ["money"], ["nothing"], ["staff"], ["money", "staff"]][row % 7],
        "coder": "ada",
        "time": f"2026-01-01T00:{row:02}:00Z",
        "source": "queue" if row % 2 else "audit",
        "seconds": 2.5,
        "flags": ["personal-data"] if row == 5 else [],
    }
    for row in range(ROWS - 10)
    if row % 7 != 6
]


def survey_rows() -> list[list[str]]:
    """The survey's header and rows."""
    rows = [["id", "type", "weight", "why"]]
    return rows + [[f"r{row:02}", "house" if row % 3 else "flat", "1.5", SAYS[row % 7]] for row in range(ROWS)]


def tables(folder: Path) -> None:
    """Tables of every ending that is read, as programs write them."""
    odd = Table(
        "x",
        ("id", "text", "day", "number"),
        (
            ["1", "2", "3"],
            ["=é", None, 'two\nlines, "quoted"'],
            [dt.date(2020, 1, 1), 2.5, dt.datetime(2021, 2, 3, 4, 5)],  # noqa: DTZ001
            [1.0, 2.5, None],
        ),
        3,
    )
    head, *rows = survey_rows()
    survey = Table("x", tuple(head), tuple([row[place] for row in rows] for place in range(len(head))), len(rows))
    for ending in ("csv", "tsv", "txt", "xlsx", "parquet"):
        for name, table in (("odd", odd), ("survey", survey)):
            write_table(table, placed(folder / ending / f"{name}.{ending}"))
    placed(folder / "csv" / "wide.csv").write_bytes('id;text\r\n1;caf\xe9\r\n2;"a;b"\r\n'.encode("utf-16"))
    write_parquets(folder / "parquet")


def write_parquets(folder: Path) -> None:
    """Parquet with lists, dictionaries, moments and several row groups."""
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    table = pa.table(
        {
            "id": pa.array(range(20), pa.int32()),
            "said": pa.array(["rent", "fees", None, "\u00e9"] * 5).dictionary_encode(),
            "many": pa.array([["a", "b"], []] * 10),
            "inside": pa.array([{"a": 1, "b": "x"}] * 20),
            "when": pa.array([dt.datetime(2020, 1, 1)] * 20, pa.timestamp("ns")),  # noqa: DTZ001
            "price": pa.array([None, 2.5] * 10),
        }
    )
    pq.write_table(table, folder / "nested.parquet", row_group_size=7, compression="snappy")
    pq.write_table(table.select(["id", "price"]), folder / "plain.parquet", compression="none", use_dictionary=False)


def placed(path: Path) -> Path:
    """A path in a folder that is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def project(folder: Path) -> Path:
    """A survey in a folder: settings, codeframe, answers, one coder's log."""
    for name, text in (("freetext.toml", SETTINGS), ("codeframe.toml", FRAME), ("data/annotated/ada.jsonl", log())):
        placed(folder / name).write_text(text, encoding="utf-8")
    with (folder / "answers.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(survey_rows())
    return folder


def log() -> str:
    """A coder's log."""
    return "".join(json.dumps(label) + "\n" for label in LABELS)


def zipped(files: dict[str, bytes], path: Path) -> None:
    """Pack files into a zip with fixed stamps."""
    with zipfile.ZipFile(placed(path), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


def texts(folder: Path) -> None:
    """Settings, codeframe, log, moves and small JSON files."""
    named = {
        "codeframe/codeframe.toml": FRAME,
        "settings/freetext.toml": SETTINGS,
        "log/ada.jsonl": log(),
        "moves/moves.csv": "question,id,from,to,reason,text_hash\r\nbarrier,r01,Other,Money,said so,\r\n",
        "moves-log/moves-log.jsonl": json.dumps(
            {"time": "2026-01-01T00:00:00Z", "what": "moved", "question": "barrier", "id": "1", "from": "a", "to": "b"}
        )
        + "\n",
        "history/HISTORY.jsonl": json.dumps(
            {"time": "2026-01-01T00:00:00Z", "digest": "ab", "what": "promoted", "from": "", "why": ""}
        )
        + "\n",
        "report/provenance.json": json.dumps(
            {"format": 1, "drawn": {"a": "b"}, "options": {"seed": 1}, "outputs": {"report.html": "ab"}, "said": {}}
        ),
        "audit/labels.csv": "draw,id,question,stratum,themes,coded\r\n1,r01,why,,money;staff,1\r\n2,r02,why,,,1\r\n",
    }
    for name, text in named.items():
        placed(folder / name).write_text(text, encoding="utf-8", newline="")


def exchanged(folder: Path) -> None:
    """Files of other programs: workbooks, statistics, surveys, codebooks and projects."""
    import pandas as pd  # noqa: PLC0415
    import pyreadstat  # noqa: PLC0415

    from freetext.files.exchange.dta import write_dta  # noqa: PLC0415
    from freetext.files.exchange.qdc import write_qdc  # noqa: PLC0415
    from freetext.files.exchange.qdpx import write_qdpx  # noqa: PLC0415
    from freetext.files.exchange.sav import write_sav  # noqa: PLC0415
    from freetext.files.exchange.triple_s_files import write_triple_s  # noqa: PLC0415
    from freetext.files.project.codeframe_forms import write_form  # noqa: PLC0415

    for path in sorted((Path(__file__).parents[1] / "data" / "workbooks").glob("answers.*")):
        shutil.copy(path, placed(folder / path.suffix[1:] / path.name))
    write_sav(DATASET, placed(folder / "sav" / "survey.sav"))
    write_dta(DATASET, placed(folder / "dta" / "survey.dta"))
    frame = pd.DataFrame({"id": ["r1", "r2"], "age": [1.5, 2.0], "said": ["rent", "fees"]})
    pyreadstat.write_sav(frame, placed(folder / "zsav" / "survey.zsav"), row_compress=False, compress=True)
    pyreadstat.write_por(frame, placed(folder / "por" / "survey.por"))
    pyreadstat.write_xport(frame, placed(folder / "xpt" / "survey.xpt"), file_format_version=8)
    codeframe = parse_codeframe(FRAME)
    write_qdc(codeframe, placed(folder / "qdc" / "homes.qdc"))
    for ending in ("xlsx", "csv"):
        write_form(codeframe, placed(folder / "frame-table" / f"homes.{ending}"))
    answers = tuple(
        CodedText(cells[0], cells[0], cells[3], (Coded("money", "ada"),) if "rent" in cells[3] else ())
        for cells in survey_rows()[1:9]
    )
    survey = QdaProject("homes", (CodedQuestion("why", "Why?", codeframe, answers),), tuple(a.id for a in answers))
    write_qdpx(survey, placed(folder / "qdpx" / "homes.qdpx"))
    home = placed(folder / "exchange" / "survey.xml")
    write_triple_s(DATASET, home)
    both = {each.name: each.read_bytes() for each in sorted(home.parent.iterdir())}
    zipped(both, folder / "triple-s" / "survey.zip")


DATASET = Dataset(
    "homes",
    "What people say of their homes",
    (
        Variable("id", "text", [f"r{row}" for row in range(6)], "Who"),
        Variable("type", "single", [1, 2, 2, None, 1, 2], "Type of home", ((1, "flat"), (2, "house"))),
        Variable("weight", "number", [1.5, 2.0, None, 1.0, 0.5, 1.0], "Weight", measure="scale"),
        Variable("why", "text", ["rent", "kind nurses", "", "\u00e9; =1+1", "long " * 80, "x"], "Why is that?"),
        Variable("why_money", "tick", [1, 0, None, 0, 1, 0], "Money"),
        Variable("why_staff", "tick", [0, 1, None, 0, 0, 0], "Staff & people"),
        Variable("day", "moment", [dt.date(2020, 1, 2), None, None, dt.date(1999, 12, 31), None, None], "Day"),
    ),
    6,
    (ResponseSet("why_codes", "Why, coded", ("why_money", "why_staff")),),
)


def made(folder: Path) -> Path:
    """Everything: `folder/READER/...`, the same bytes whenever it is made, but for the clock in reports and batches."""
    tables(folder)
    texts(folder)
    exchanged(folder)
    home = project(folder / "home")
    ran(home, "train", "--seed", "1")
    ran(home, "review", "--prepare", "--coder", "ada")
    ran(home, "review", "--export", "sheet.xlsx", "--coder", "eve", "--count", "5")
    head, *rows = (home / "answers.csv").read_bytes().splitlines(keepends=True)
    for part, some in (("a", rows[:20]), ("b", rows[20:])):
        placed(home / "parts" / f"{part}.csv").write_bytes(head + b"".join(some))
    ran(home, "code", "parts", "-o", "coded/", "--force")
    version = next(path.parent for path in home.glob("models/homes/*/manifest.json"))
    zipped({each.name: each.read_bytes() for each in sorted(version.iterdir())}, folder / "bundle" / "bundle.zip")
    inside = home / "coded"
    by_ending = {
        "manifest": inside / "manifest.json",
        "row": first(inside, "_freetext/????????????????.json"),
        "sums": first(inside, "_freetext/*.sums.npz"),
        "hashes": first(inside, "_freetext/*.ids.npy"),
        "candidates": first(inside, "_freetext/*.top.parquet"),
        "ranking": first(home, "**/ranking-*.npz"),
        "review": home / "sheet.xlsx",
    }
    for name, path in by_ending.items():
        shutil.copy(path, placed(folder / name / path.name))
    known = Records({"ab": Record("m", "cd")}, {"ef": ("money", "human")})
    write_records(known, placed(folder / "records" / "out.csv"), KEY)
    first(folder / "records", "**/*.json").replace(folder / "records" / "out.csv.json")
    save_batch(BATCH, folder / "batch" / "ada.review.json")
    return folder


BATCH = Batch(
    (
        Dealt(("r01", "why"), "queue", (Suggested("money", ("rent",)),), "ab"),
        Dealt(("r02", "why"), "audit", None, "", (("money",), ("staff", "money"))),
    ),
    (("ab", "cd"), ("ef", "cd")),
    3,
    7,
)


def first(folder: Path, pattern: str) -> Path:
    """The first file of a pattern."""
    return min(folder.glob(pattern))


def ran(home: Path, *arguments: str) -> None:
    """Run a command in a survey's folder."""
    command = [sys.executable, "-m", "freetext", *arguments]
    done = subprocess.run(command, cwd=home, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
