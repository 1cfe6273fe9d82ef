"""A terminal gets colour and a progress bar; nobody else gets anything but plain text."""

import os
import re
import subprocess
import sys

import pytest

FREETEXT = (sys.executable, "-m", "freetext")
posix = pytest.mark.skipif(os.name != "posix", reason="there are no pseudo-terminals elsewhere")


def on_terminal(argv, cwd, *, columns=100, **environment):
    """Run a command with all streams on a pseudo-terminal of a width; gives its exit code and all that it showed."""
    import fcntl  # noqa: PLC0415  (not everywhere)
    import pty  # noqa: PLC0415
    import struct  # noqa: PLC0415
    import termios  # noqa: PLC0415

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    settings = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "COLUMNS", "FORCE_COLOR"}}
    settings |= {"TERM": "xterm-256color", **environment}
    with subprocess.Popen(
        [*FREETEXT, *map(str, argv)], stdin=theirs, stdout=theirs, stderr=theirs, cwd=cwd, env=settings
    ) as process:
        os.close(theirs)
        shown = b"".join(iter(lambda: _read(ours), b""))
        os.close(ours)
        return process.wait(), shown.decode()


def _read(handle):
    try:
        return os.read(handle, 65536)
    except OSError:  # the other end is closed
        return b""


def plain(text):
    """The text without its escapes."""
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text)


@posix
def test_tables_have_colour_on_a_terminal_only(coded, freetext, tmp_path):
    """On a terminal a table has colour; without its escapes it is what a pipe gets, which has none."""
    code, shown = on_terminal(("tally", coded, "--quiet"), tmp_path)
    assert code == 0
    assert "\x1b[" in shown
    piped = freetext("tally", coded, "--quiet").out
    assert "\x1b" not in piped
    assert plain(shown).replace("\r\n", "\n") == piped


@posix
@pytest.mark.parametrize("setting", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
@pytest.mark.parametrize(
    "argv", [("tally", "CODED"), ("--help",), ("tally", "no.csv"), ("evaluate", "CODED", "--labels", "themes")]
)
def test_no_color_is_honoured(coded, tmp_path, setting, argv):
    """With NO_COLOR, and on a terminal that knows none, nothing is coloured."""
    _, shown = on_terminal([coded if each == "CODED" else each for each in argv], tmp_path, **setting)
    assert not re.search(r"\x1b\[(3|4|9|10)[0-9]", shown)
    if argv[0] in {"tally", "evaluate"}:
        assert "\x1b" not in shown


@posix
@pytest.mark.parametrize("columns", [60, 80, 120])
def test_tables_fit_the_terminal(demo, tmp_path, columns):
    """Tables and evaluations are no wider than the terminal."""
    file = demo / "output" / "wave2-coded.xlsx"
    column = "freetext_themes:barrier_why"
    _, shown = on_terminal(("tally", file, "--project", demo), tmp_path, columns=columns)
    _, more = on_terminal(("evaluate", file, "--themes", column, "--labels", column), tmp_path, columns=columns)
    _, card = on_terminal(("models", "show", "--project", demo), tmp_path, columns=columns)
    shown += more + card
    lines = plain(shown).replace("\r", "").split("\n")
    assert max(len(line) for line in lines if not line.startswith(str(file))) <= columns


@posix
def test_a_progress_bar_with_rate_and_time_left(small, rows_to):
    """Long work on a terminal shows a bar with rate and time left, and leaves nothing of it behind."""
    rows_to(small / "many.csv", [["verbatim"], *([f"money {n} staff {n * 7}"] for n in range(120_000))])
    wanted = ("code", "many.csv", "--text", "verbatim", "--model", "model", "-o", "out.csv")
    code, shown = on_terminal(wanted, small)
    assert code == 0
    assert re.search(r"coding .*[━╸].* [\d,]+ a second.* \d:\d\d:\d\d", plain(shown))
    assert "120,000/120,000" in plain(shown) or re.search(r"\d+/120000", plain(shown))
    assert "out.csv: 120,000 rows" in plain(shown)


@posix
def test_training_shows_how_far_it_is(small):
    """Learning on a terminal shows a bar, theme by theme."""
    wanted = ("train", "answers.csv", "--text", "verbatim", "--labels", "themes", "--model", "new")
    code, shown = on_terminal(wanted, small)
    assert code == 0
    assert re.search(r"learning .*[━╸].* \d/2", plain(shown))


def test_no_bar_where_nobody_looks(freetext, small):
    """In a pipe there is no bar, no escape and no carriage return, only lines."""
    wanted = ("--text", "verbatim", "--model", "model", "-o", "out.csv")
    done = freetext("code", "answers.csv", *wanted, cwd=small)
    assert not re.search(r"[\x1b\r]", done.out + done.err)
    assert "a second" not in done.err


def test_a_poor_encoding_gets_escapes(coded, tmp_path):
    """Where the stream's encoding lacks a character its escape is shown, and nothing fails."""
    settings = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    for argv in (
        ("tally", coded),
        ("tally", coded, "--csv"),
        ("tally", "nö.csv"),
        ("evaluate", coded, "--labels", "themes"),
        ("--help",),
    ):
        done = subprocess.run(
            [*FREETEXT, *map(str, argv)], capture_output=True, env=settings, cwd=tmp_path, check=False
        )
        assert done.returncode == (2 if "nö.csv" in argv else 0), done.stderr
        assert b"bug of ours" not in done.stderr
