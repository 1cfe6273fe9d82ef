"""The command line called in this process, as a shell would call it; one trained demo survey and one small model for all tests."""

from __future__ import annotations

import contextlib
import csv
import io
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from freetext.cli import main

HEADER = ["id", "who", "asked", "verbatim", "themes", "money", "staff", "code_a", "code_b", "type", "weight"]
ROWS = [
    ["1", "a", "x", "we need more money", "Money", "1", "0", "10", "", "north", "1"],
    ["2", "a", "y", "staff were kind", "Staff", "0", "1", "20", "", "north", "2"],
    ["3", "b", "x", "money for the staff", "Money;Staff", "1", "1", "10", "20", "south", "1.5"],
    ["4", "b", "y", "", "", "0", "0", "", "", "south", "1"],
    ["5", "c", "x", "funding money is short", "Money", "1", "0", "10", "", "north", "0.5"],
    ["6", "c", "y", "kind staff here", "Staff", "0", "1", "20", "", "south", "1"],
    ["7", "d", "x", "nothing to say", "", "0", "0", "", "", "north", "1"],
    ["8", "d", "y", "more money please", "money", "1", "0", "10", "", "north", "1"],
    ["9", "e", "x", "lovely staff", "staff", "0", "1", "20", "", "south", "3"],
    ["10", "e", "y", "money money", "Money", "1", "0", "10", "", "south", "1"],
]


@dataclass(frozen=True)
class Ran:
    """What a run of the command line left behind."""

    code: int
    out: str
    err: str

    @property
    def line(self) -> str:
        """The last line on standard error, where errors stand."""
        return self.err.rstrip("\n").rpartition("\n")[2]


def run(*argv: object, cwd: Path | None = None, stdin: bytes = b"") -> Ran:
    """Call `freetext` with arguments in a folder; no stream is a terminal."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    before = sys.argv, sys.stdin
    sys.argv, sys.stdin = ["freetext", *map(str, argv)], io.TextIOWrapper(io.BytesIO(stdin))
    code: object = None
    try:
        with contextlib.chdir(cwd or Path()), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            main()
    except SystemExit as leaving:
        code = leaving.code
    finally:
        sys.argv, sys.stdin = before
    assert isinstance(code, int)
    return Ran(code, *(_text(stream) for stream in (out, err)))


def _text(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def write_rows(path: Path, rows: list[list[str]], *, delimiter: str = ",", encoding: str = "utf-8") -> Path:
    """Write a plain text table."""
    with path.open("w", encoding=encoding, newline="") as handle:
        csv.writer(handle, delimiter=delimiter).writerows(rows)
    return path


def read_rows(text: str | Path, *, delimiter: str = ",") -> list[list[str]]:
    """Read a text table with the csv module, which knows nothing of ours."""
    whole = text.read_bytes().decode("utf-8-sig") if isinstance(text, Path) else text
    return list(csv.reader(io.StringIO(whole, newline=""), delimiter=delimiter))


def everything(folder: Path) -> dict[str, bytes]:
    """List all that stands below a folder: relative path to content, folders too."""
    return {
        path.relative_to(folder).as_posix(): b"" if path.is_dir() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture(autouse=True)
def _columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let text be as wide as in any pipe, whatever the terminal that the tests run in."""
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture(scope="session", name="freetext")
def _freetext() -> Callable[..., Ran]:
    return run


@pytest.fixture(scope="session", name="rows_to")
def _rows_to() -> Callable[..., Path]:
    return write_rows


@pytest.fixture(scope="session", name="rows_in")
def _rows_in() -> Callable[..., list[list[str]]]:
    return read_rows


@pytest.fixture(scope="session", name="listing")
def _listing() -> Callable[[Path], dict[str, bytes]]:
    return everything


@pytest.fixture(scope="session", name="table")
def _table() -> list[list[str]]:
    """The small labelled table: header and ten rows, the fourth answer blank."""
    return [HEADER, *ROWS]


@pytest.fixture(scope="session", name="trained")
def _trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the small table and a model learnt from it; not to be written to."""
    folder = tmp_path_factory.mktemp("small")
    write_rows(folder / "answers.csv", [HEADER, *ROWS])
    done = run("train", "answers.csv", "--text", "verbatim", "--labels", "themes", "--model", "model", cwd=folder)
    assert done.code == 0, done.err
    return folder


@pytest.fixture(name="small")
def _small(trained: Path, tmp_path: Path) -> Path:
    """A copy of the small table and its model, to work in."""
    shutil.copytree(trained, tmp_path / "small")
    return tmp_path / "small"


@pytest.fixture(scope="session", name="coded")
def _coded(trained: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small table, coded; not to be written to."""
    target = tmp_path_factory.mktemp("coded") / "coded.csv"
    wanted = ("--text", "verbatim", "--id", "id", "--model", trained / "model", "-o", target)
    assert run("code", trained / "answers.csv", *wanted).code == 0
    return target


@pytest.fixture(scope="session", name="demo")
def _demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo survey, trained, coded and tallied by `freetext demo`; not to be written to."""
    folder = tmp_path_factory.mktemp("demo") / "survey"
    done = run("demo", folder)
    assert done.code == 0, done.err
    return folder


@pytest.fixture(name="survey")
def _survey(demo: Path, tmp_path: Path) -> Path:
    """A copy of the trained demo survey without its output, to work in."""
    shutil.copytree(demo, tmp_path / "survey", ignore=shutil.ignore_patterns("output"))
    return tmp_path / "survey"
