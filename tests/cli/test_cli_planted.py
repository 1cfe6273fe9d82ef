"""Texts that stand once in a survey are looked for in every file that the commands write about it."""

import io
import json
import random
import re
import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest

ROWS = 48
LETTERS = random.Random(11)
RARE = tuple("".join(LETTERS.choices("bcdfghjklmnpqrstvwxz", k=9)) for _ in range(ROWS))
"""The word of each answer that nobody else wrote."""
NAME, NUMBER, ADDRESS = "Quillfeather", "07700 900", "zed.example"
PERSONAL = (NAME.lower(), NUMBER, NUMBER.replace(" ", ""), ADDRESS)
THEMES = {"money": ("more money please", "the funding is short"), "staff": ("the staff were kind", "lovely staff here")}
FRAME = """\
name = "frame"
[[theme]]
slug = "money"
name = "Money"
definition = "Money, funding and budgets."
[[theme]]
slug = "staff"
name = "Staff"
definition = "The people who work there."
"""

TEXTLESS = ("data/annotated", "models", "output/review", "output/restricted", "told", "freetext.toml", "frame.toml")
"""Where no text of an answer may stand, not even without personal data."""
WHOLE = ("survey.csv", "output/survey-coded.csv")
"""The survey, and its columns as they come back."""

JOURNEY = (
    ("check", "survey.csv", "-o", "told/check.xlsx", "--json"),
    ("check", "survey.csv", "-o", "told/check.json"),
    ("train", "survey.csv", "--text", "why", "--labels", "themes"),
    ("code", "--evidence", "--scores", "-o", "output/survey-coded.csv"),
    ("tally", "-o", "told/tables.json"),
    ("tally", "-o", "told/tables.xlsx"),
    ("report",),
    ("review", "--coder", "ada", "--prepare"),
    ("review", "--coder", "ada", "--export", "handed/sheet.xlsx"),
    ("audit", "draw", "--redact", "-o", "handed/audit.csv"),
    ("redact", "-o", "handed/redacted.csv", "--log", "told/log.csv"),
    ("labels", "export", "-o", "told/labels.csv"),
    ("labels", "stats"),
    ("status",),
    ("models", "show"),
    ("evaluate", "output/survey-coded.csv", "--labels", "themes"),
)


@pytest.fixture(name="survey", scope="module")
def _survey(tmp_path_factory, freetext, rows_to):
    """A project in which every answer holds a word that nobody else wrote, and every third says who somebody is."""
    folder, dice = tmp_path_factory.mktemp("planted"), random.Random(3)
    rows = []
    for row in range(ROWS):
        theme = dice.choice(sorted(THEMES))
        said = f"{dice.choice(THEMES[theme])} {RARE[row]}"
        who = f". Ask Mrs {NAME}, {NUMBER}{row:03d} or z{row}@{ADDRESS}.org" if row % 3 == 0 else ""
        rows.append([f"r{row}", said + who, theme, "north" if row % 2 else "south"])
    rows_to(folder / "survey.csv", [["id", "why", "themes", "region"], *rows])
    for each in ("told", "handed", "output"):
        (folder / each).mkdir()
    (folder / "frame.toml").write_text(FRAME)
    (folder / "freetext.toml").write_text(
        'format = 1\n[survey]\nfile = "survey.csv"\nid = "id"\ncodeframe = "frame.toml"\nkey = "k"\nbanners = ["region"]\n'
        '[[question]]\nname = "why"\nkind = "open"\ncolumn = "why"\n[[question]]\nname = "region"\nkind = "closed"\ncolumn = "region"\n'
    )
    _decide(folder, rows)
    heard = []
    for argv in JOURNEY:
        done = freetext(*argv, "--force", cwd=folder)
        assert done.code in {0, 1}, (argv, done.err)
        heard.append(done.err + done.out)
    (folder / "told" / "streams.txt").write_text("\n".join(heard))
    return folder


def _decide(folder, rows):
    """Label the first answers in a coder's log, so that there is something to settle, rank and export."""
    log = folder / "data" / "annotated" / "ada.jsonl"
    log.parent.mkdir(parents=True)
    events = [
        {"id": name, "question": "why", "themes": [theme], "coder": "ada", "time": "", "source": "import"}
        for name, _, theme, _ in rows[:12]
    ]
    log.write_text("".join(json.dumps(event) + "\n" for event in events))


def contents(path: Path) -> str:
    """All that a file holds, its containers unpacked, in lower case."""
    data = path.read_bytes()
    if path.suffix == ".parquet":
        table = pq.read_table(path)
        return json.dumps(table.to_pydict(), default=str).lower() + str(table.schema.metadata).lower()
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = b"\n".join(archive.read(name) for name in archive.namelist())
    return (
        data.decode("utf-8", "replace") + data.decode("utf-16-le", "replace") + data.decode("utf-32-le", "replace")
    ).lower()


def written(folder: Path) -> dict[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_planted_words_would_be_found(survey):
    """The search sees what it looks for: in the survey itself, and in workbooks that show texts."""
    assert all(word in contents(survey / "survey.csv") for word in RARE)
    assert NAME.lower() in contents(survey / "output/survey-coded.csv")
    assert any(word in contents(survey / "handed/sheet.xlsx") for word in RARE)


def test_no_text_stands_where_only_facts_belong(survey):
    """Logs, models with their vocabularies, rankings, findings, tables, messages: not one rare word of an answer is in them."""
    files = {name: path for name, path in written(survey).items() if name.startswith(TEXTLESS)}
    assert {"told/check.json", "told/streams.txt", "told/log.csv", "told/tables.xlsx"} <= files.keys()
    assert any(name.endswith(".npz") for name in files)
    found = [name for name, path in files.items() if any(word in contents(path) for word in RARE)]
    assert found == []


def test_no_personal_data_stands_in_what_is_handed_on(survey):
    """Beside the survey's own columns no file holds a name with a title, a number or an address, shown texts included."""
    files = {name: path for name, path in written(survey).items() if name not in WHOLE}
    assert {"handed/sheet.xlsx", "handed/audit.csv", "handed/redacted.csv"} <= files.keys()
    assert any(name.startswith("output/report") for name in files)
    found = [name for name, path in files.items() if any(each in contents(path) for each in PERSONAL)]
    assert found == []


def test_the_columns_of_ours_hold_no_personal_data(survey):
    """In the coded file the columns behind the survey's own show evidence without a name."""
    header, *rows = (survey / "output/survey-coded.csv").read_text("utf-8-sig").splitlines()
    ours = header.split(",").index("freetext_themes")
    behind = "\n".join(re.split(r"(?:north|south),", row, maxsplit=1)[1] for row in rows)
    assert ours == 4
    assert "money" in behind
    assert not [each for each in PERSONAL if each in behind.lower()]
