"""Results on standard output, errors on standard error: their bytes, whatever the system's encoding, and what breaks them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

FREETEXT = (sys.executable, "-m", "freetext")
posix = pytest.mark.skipif(os.name != "posix", reason="there are no such devices elsewhere")
full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")


@pytest.fixture(name="foreign")
def _foreign(tmp_path, rows_to):
    """A coded file whose themes western encodings lack."""
    rows_to(tmp_path / "coded.csv", [["freetext_themes", "freetext_source"], ["日本", "日本=human"], ["", ""]])
    return tmp_path / "coded.csv"


@pytest.mark.parametrize("form", ["--md", "--csv", "--json", "--quiet"])
def test_results_are_utf_8_where_no_terminal_is(foreign, form):
    """Redirected, a result is UTF-8 under any system's encoding, and the same bytes."""
    found = set()
    for encoding in ("cp1252", "ascii", "utf-8"):
        settings = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
        argv = [*FREETEXT, "tally", str(foreign), form]
        done = subprocess.run(argv, capture_output=True, env=settings, check=True)
        found.add(done.stdout)
    (only,) = found
    assert "日本" in json.loads(only)["tables"][0]["rows"][0]["name"] if form == "--json" else "日本" in only.decode()


@posix
def test_a_poor_terminal_gets_plain_rules(foreign, tmp_path):
    """A terminal that lacks rules and bars gets them in ASCII, and names it lacks as escapes."""
    import pty  # noqa: PLC0415  (not everywhere)

    ours, theirs = pty.openpty()
    settings = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "COLUMNS": "100", "NO_COLOR": "1"}
    argv = [*FREETEXT, "tally", str(foreign), "--quiet"]
    with subprocess.Popen(argv, stdout=theirs, stderr=theirs, cwd=tmp_path, env=settings) as process:
        os.close(theirs)
        shown = b""
        while part := _read(ours):
            shown += part
        os.close(ours)
        assert process.wait() == 0
    assert b"----" in shown
    assert b"###" in shown
    assert rb"\u65e5" in shown
    assert rb"\u2500" not in shown


def _read(handle):
    try:
        return os.read(handle, 65536)
    except OSError:  # the other end is closed
        return b""


@full
@pytest.mark.parametrize("argv", [("tally", "FILE"), ("tally", "FILE", "--json"), ("--help",), ("--version",)])
def test_a_full_device_is_said(foreign, argv):
    """Output that finds no room is one line with exit code 2, and Python does not complain of it when it leaves."""
    wanted = [*FREETEXT, *(str(foreign) if each == "FILE" else each for each in argv)]
    with Path("/dev/full").open("wb") as device:
        done = subprocess.run(wanted, stdout=device, stderr=subprocess.PIPE, check=False)
    last = done.stderr.decode().splitlines()[-1]
    assert (done.returncode, last.startswith("freetext: standard output: the disk is full")) == (2, True), done.stderr
    assert b"Exception ignored" not in done.stderr


@full
def test_nobody_to_be_told(foreign):
    """Where standard error finds no room either, the exit code still says that something went wrong."""
    with Path("/dev/full").open("wb") as device:
        done = subprocess.run([*FREETEXT, "tally", str(foreign)], stdout=device, stderr=device, check=False)
    assert done.returncode == 2


@pytest.mark.parametrize("name", ["a\nb", "a\x1b[31mb", "a\rb\u2028c", "a\u202eb", "a\x9bb"])
def test_an_error_is_one_line_whatever_a_header_holds(freetext, tmp_path, rows_to, name):
    """Names of columns come in one line, without control characters or what turns text round."""
    rows_to(tmp_path / "odd.csv", [[name, "x"], ["1", "2"]])
    done = freetext("code", "odd.csv", "--text", f"{name}?", "--model", "m", "-o", "out.csv", cwd=tmp_path)
    assert done.code == 2
    (line,) = [each for each in done.err.split("\n") if each.startswith("freetext: ")]
    assert done.err.endswith(f"{line}\n")
    assert len(line.splitlines()) == 1
    assert line.isprintable()
