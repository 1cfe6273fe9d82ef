"""Exit codes: 0 done, 1 a negative answer, 2 the user's input is wrong, 70 a bug of ours, 130 interrupted."""

import os
import signal
import subprocess
import sys
import time

import pytest

from freetext.cli import exit_code
from freetext.errors import InputError, NegativeAnswer

FREETEXT = (sys.executable, "-m", "freetext")


def raiser(error):
    """Make a call that raises."""

    def call():
        raise error

    return call


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (NegativeAnswer("no."), 1, "freetext: no.\n"),
        (InputError("is bad.", file="a.csv", row=3), 2, "freetext: a.csv, row 3: is bad.\n"),
        (KeyboardInterrupt(), 130, "freetext: interrupted; nothing is half-written.\n"),
    ],
)
def test_errors_become_a_line_and_a_code(capsys, error, code, said):
    """Every error of ours is one line on standard error and its exit code."""
    assert exit_code(raiser(error)) == code
    assert capsys.readouterr() == ("", said)


@pytest.mark.parametrize("error", [ValueError("secret answer"), RecursionError(), MemoryError(), AssertionError("x")])
def test_a_bug_is_ours_and_gives_no_answer_away(capsys, monkeypatch, error):
    """Any other error is exit code 70: one line with its kind and place, without its message, which may hold an answer."""
    monkeypatch.delenv("FREETEXT_DEBUG", raising=False)
    assert exit_code(raiser(error)) == 70
    said = capsys.readouterr().err
    assert said.startswith(f"freetext: a bug of ours ({type(error).__name__} in test_cli_exit_codes.py:")
    assert said.count("\n") == 1
    assert "secret" not in said


def test_a_bug_shows_its_trace_when_asked(capsys, monkeypatch):
    """FREETEXT_DEBUG=1 shows the whole trace before the line."""
    monkeypatch.setenv("FREETEXT_DEBUG", "1")
    assert exit_code(raiser(ValueError("secret answer"))) == 70
    said = capsys.readouterr().err
    assert said.startswith("Traceback")
    assert "ValueError: secret answer" in said


@pytest.mark.parametrize(
    "argv",
    [
        ("--nosuch",),
        ("nosuch",),
        ("models", "nosuch"),
        ("code", "--nosuch"),
        ("code", "--text"),
        ("tally", "x.csv", "--base", "nobody"),
        ("train", "--seed", "many"),
        ("init",),
        ("init", "a", "b"),
        ("evaluate", "x.csv"),
    ],
)
def test_misuse_is_one_line_too(freetext, argv):
    """Options and arguments that a command does not take are one line that names the help which mends it; exit code 2."""
    done = freetext(*argv)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith("freetext")
    assert "--help`." in done.err


def test_alone_it_shows_its_help(freetext):
    """`freetext` and its groups without a command show what there is, which is exit code 2."""
    for argv in ((), ("models",), ("codeframe",)):
        done = freetext(*argv)
        assert (done.code, done.err) == (2, "")
        assert "Commands" in done.out


def test_the_module_is_the_command(tmp_path):
    """`python -m freetext` runs the command in a process of its own, with the same codes."""
    done = subprocess.run([*FREETEXT, "--version"], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stdout.startswith("freetext "), done.stderr) == (0, True, "")
    done = subprocess.run([*FREETEXT, "tally", "no.csv"], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "freetext: no.csv: no such file.\n")


def test_a_reader_that_leaves_is_no_fault(tmp_path, coded):
    """When whoever reads our output goes (`| head`), we leave without a word."""
    loud = [*FREETEXT, "tally", coded, "--quiet", *["--by", "verbatim"] * 40, "--json"]
    with subprocess.Popen(loud, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        said = process.stderr.read()
        assert (process.wait(), said) == (0, b"")


def test_work_goes_on_when_nobody_listens(small):
    """Who reads our messages may go (`2>&1 | head -1`): the file is written all the same."""
    wanted = ("--text", "verbatim", "--model", "model", "-o", "out.csv")
    with subprocess.Popen([*FREETEXT, "code", "answers.csv", *wanted], stderr=subprocess.PIPE, cwd=small) as process:
        assert process.stderr is not None
        process.stderr.close()
        assert process.wait() == 0
    assert (small / "out.csv").is_file()


@pytest.mark.skipif(os.name != "posix", reason="signals are sent otherwise elsewhere")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_interrupted(small, rows_to, listing, sent):
    """An interruption (Ctrl-C, or a scheduler's polite end) leaves with 130 and one line, and nothing half-written."""
    rows_to(small / "many.csv", [["verbatim"], *([f"money {n} staff {n * 7}"] for n in range(300_000))])
    before = set(listing(small))
    wanted = ("--text", "verbatim", "--model", "model", "-o", "out.xlsx")
    with subprocess.Popen([*FREETEXT, "code", "many.csv", *wanted], stderr=subprocess.PIPE, cwd=small) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if line.startswith(b"model "):
                break
        time.sleep(0.05)
        process.send_signal(sent)
        said = process.stderr.read().decode()
        # Where it hits the making of a dataclass, Python 3.11 sends itself SIGINT at the very end: to a shell that is 130 too.
        assert process.wait() in {130, -signal.SIGINT}
        assert said.splitlines()[-1] == "freetext: interrupted; nothing is half-written."
    assert set(listing(small)) == before
