"""Surveys whose every text is an attack on what shows it: a spreadsheet, a page, a terminal; and all commands run on them."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.cli.conftest import Ran, run

FORMULAS = (
    *(
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(1)",
        "\t=1+1",
        "\r=1+1",
        "\uff1d1+1",
        "\uff0b1",
        "\uff0d1",
        "\uff20x",
    ),
    *('=HYPERLINK("http://127.0.0.1:9/?"&A1,"x")', "'=1+1", " =1+1", "http://127.0.0.1:9/", "mailto:a@b.example"),
    *(
        "internal:Sheet1!A1",
        "external:c:\\a.xlsx",
        "{=1+1}",
        "=1+1\n=2+2",
        '"=1+1',
        ";=1+1",
        "%0A=1+1",
        "=1+1;=2+2",
        "DDE",
    ),
)
PAGES = (
    *("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "'><svg onload=alert(1)>", "javascript:alert(1)"),
    *(
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "]]><script>",
        "&lt;script&gt;",
        "<a href=javascript:alert(1)>x",
    ),
    *(
        "<iframe srcdoc='<script>alert(1)</script>'>",
        "{{ 7*7 }}",
        "{% raw %}",
        "<style>*{display:none}</style>",
        "</textarea>",
    ),
    *("</title><script>alert(1)</script>", "<base href='http://127.0.0.1:9/'>", "<meta http-equiv=refresh content=0>"),
    *(
        "</style><img src=x onerror=alert(1)>",
        "onmouseover=alert(1)",
        "<math><mtext></form><form>",
        "\u2028<script>\u2029",
    ),
)
TERMINALS = (
    *(
        "\x1b[31mred",
        "\x1b]52;c;ZXZpbA==\x07",
        "\x1b]0;title\x07",
        "\x1b[2J\x1b[H",
        "\x9b31m",
        "\u202eevil\u202c",
        "\x07\x08\x08",
    ),
    *(
        "good\rbad",
        "\u2066x\u2069",
        "\x1bP$q\x1b\\",
        "\x00NUL",
        "\x7f\x7f",
        "\u200b\ufeff",
        "\x85next",
        "\u2028line",
        "a\vb\fc",
    ),
    *(
        "\x1b]8;;http://127.0.0.1:9/\x07link\x1b]8;;\x07",
        "[bold red]markup[/]",
        "[link=http://127.0.0.1:9/]x[/link]",
        "\x0e\x0f",
    ),
)
THEMES = 3
ROWS = 48


@dataclass(frozen=True)
class Draw:
    """Payloads, taken in turn."""

    payloads: Sequence[str]

    def __getitem__(self, place: int) -> str:
        """The payload of a place."""
        return self.payloads[place % len(self.payloads)]


def hostile_survey(folder: Path, payloads: Sequence[str]) -> Path:
    """A survey with a payload in every place where a text can stand: header, cells, themes, titles, options, notes."""
    some = Draw(payloads)
    names = ["id", some[0], some[1], "weight", some[2]]
    with (folder / "answers.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(names)
        for row in range(ROWS):
            text = f"{some[row]} {('rent', 'staff', 'nothing')[row % 3]}" if row % 2 else some[row]
            out.writerow([f"{some[row]}{row}", some[3 + row % 3], some[row + 1], "1.5", text])
    (folder / "codeframe.toml").write_text(_codeframe(some), encoding="utf-8")
    (folder / "freetext.toml").write_text(_settings(some, names), encoding="utf-8")
    for coder, shift in (("ada", 0), ("ben", 1)):
        lines = [_label(some, row, coder, f"t{(row + (shift if row % 7 == 0 else 0)) % THEMES}") for row in range(40)]
        place = folder / "data" / "annotated" / f"{coder}.jsonl"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("".join(lines), encoding="utf-8")
    return folder


def _label(some: Draw, row: int, coder: str, theme: str) -> str:
    text = {"note": some[row], "model": some[row + 1]}
    key = {"id": f"{some[row]}{row}", "question": "why"}
    return (
        json.dumps(
            {**key, "themes": [theme], "coder": coder, "time": "2026-01-01T00:00:00Z", "source": "audit", **text}
        )
        + "\n"
    )


def _told(text: str) -> str:
    """A text in TOML."""
    return json.dumps(text, ensure_ascii=True).replace("\\ud", "\\u00d").replace("\x7f", "\\u007f")


def _list(some: Draw, start: int) -> str:
    return "[" + ", ".join(_told(some[start + each]) for each in range(2)) + "]"


def _codeframe(some: Draw) -> str:
    parts = [f'name = "homes"\ntitle = {_told(some[4])}\n']
    parts.append(f'[[net]]\nslug = "n"\nname = {_told("net " + some[5])}\n')
    parts.extend(
        f'[[theme]]\nslug = "t{place}"\nname = {_told(some[6 + place])}\ndefinition = {_told(some[9 + place])}\n'
        f"include = {_list(some, place)}\nexclude = {_list(some, place + 2)}\nexamples = {_list(some, place + 4)}\n"
        + ("" if place else 'net = "n"\n')
        for place in range(THEMES)
    )
    return "".join(parts)


def _settings(some: Draw, names: Sequence[str]) -> str:
    return (
        'format = 1\n[survey]\nname = "homes"\nfile = "answers.csv"\nid = "id"\nweight = "weight"\n'
        f'banners = ["kind"]\ncodeframe = "codeframe.toml"\nkey = "k"\ntitle = {_told(some[8])}\n'
        f'[[question]]\nname = "kind"\nkind = "closed"\ncolumn = {_told(names[1])}\ntitle = {_told(some[9])}\n'
        f'[[question]]\nname = "again"\nkind = "closed"\ncolumn = {_told(names[2])}\ntitle = {_told(some[10])}\n'
        f'[[question]]\nname = "why"\nkind = "open"\ncolumn = {_told(names[4])}\ntitle = {_told(some[11])}\n'
    )


COMMANDS = """
status
codeframe check
train
models list
models show
models verify
labels check
labels stats
agreement
agreement -o out/agreement.xlsx --differ
agreement --differ
code
code answers.csv -o out/coded.csv
code answers.csv -o out/coded.parquet
tally
tally out/coded.csv --by kind --json
tally out/coded.csv --by kind --md
tally out/coded.csv --by kind
tally out/coded.csv -o out/tally.csv
tally out/coded.csv -o out/tally.xlsx --by kind
tally out/coded.csv -o out/tally.md
report out/coded.csv -o out/report
verify out/report
audit draw -n 5 -o out/audit.xlsx
audit draw -n 5 -o out/audit.csv
review --prepare --coder ada
review --export out/review.xlsx --coder eve --count 9
labels export -o out/labels.csv --texts --all
labels export -o out/labels.xlsx --texts
search rent -o out/search.xlsx
search rent
search rent -o out/search.csv
check
check -o out/check.xlsx
check -o out/check.csv
check --json
redact answers.csv -o out/redacted.csv
redact answers.csv -o out/redacted.xlsx
export out/coded.csv --all -o out/all
""".strip().splitlines()
"""All that writes or says something."""


def journey(folder: Path) -> dict[str, Ran]:
    """Run every command in a survey; what each said, by its words. A refusal is well; a bug of ours is not."""
    (folder / "out").mkdir()
    said: dict[str, Ran] = {}
    for words in COMMANDS:
        arguments = words.split()
        said[words] = run(*arguments, cwd=folder)
        assert "bug of ours" not in said[words].err, (words, said[words].err)
        assert "Traceback" not in said[words].err, (words, said[words].err)
    with (folder / "answers.csv").open(encoding="utf-8", newline="") as file:
        _, (identity, *_), *_ = csv.reader(file)
    said["explain"] = run("explain", identity, cwd=folder)
    return said


def outputs(folder: Path, *endings: str) -> list[Path]:
    """What was written with one of these endings."""
    found = sorted(path for path in folder.rglob("*") if path.suffix in endings and path.name != "answers.csv")
    assert found, (folder, endings)
    return found


def copied(made: Path, to: Path) -> Path:
    """A survey to work in."""
    return Path(shutil.copytree(made, to))
