"""README and docs run: their Python blocks, and the `freetext` commands of their console blocks.

A page's blocks run in order, in one namespace, in a folder of its own. There lie the files that examples speak of: `wave1.xlsx` and `wave2.xlsx`,
a survey's two waves; `labelled.csv`, coded by people; `coded.csv`, with codes and the truth. For the pages of docs the folder is the demo survey too.
Output that a page shows (lines below the commands of a console block, or a `text` block right behind a Python block) must come, line by line
and in that order; `...` stands for anything.
A block behind the comment `<!-- not run: why -->` is left alone, and so are commands that are not ours or use the shell's own signs.
"""

import contextlib
import io
import re
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from freetext import save_frame
from freetext.cli import main
from freetext.files.project.demo import write_demo

TOP = Path(__file__).parents[1]
PAGES = [TOP / "README.md", *sorted((TOP / "docs").glob("*.md"))]
FENCE = re.compile(r"^```([\w-]*)[^\n]*\n(.*?)^```[ \t]*$", re.DOTALL | re.MULTILINE)
LEFT_ALONE = re.compile(r"<!-- not run: .+? -->\s*\Z", re.DOTALL)
PYTHON, CONSOLE = {"python"}, {"console", "bash", "sh", "shell"}
QUESTIONS = ["barrier_why", "covid_effect", "issues_year", "evidence", "example", "anything_else"]
SHELL = set("|<>&;`$*")


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, text, the line it begins in, and the output that is shown behind it."""

    language: str
    text: str
    line: int
    shown: tuple[str, ...] = ()


def blocks_of(text):
    """The blocks of a page that run, in order."""
    found = list(FENCE.finditer(text))
    for place, fence in enumerate(found):
        language, body = fence.groups()
        if language not in PYTHON | CONSOLE or LEFT_ALONE.search(text[: fence.start()]):
            continue
        line = text.count("\n", 0, fence.start(2)) + 1
        after = found[place + 1] if place + 1 < len(found) else None
        behind = after and after.group(1) == "text" and not text[fence.end() : after.start()].strip()
        shown = tuple(after.group(2).splitlines()) if after and behind and language in PYTHON else ()
        yield Block(language, body, line, shown)


def commands_of(block):
    """The commands of a console block, each with its line and the output shown below it."""
    commands: list[tuple[int, str, list[str]]] = []
    joined = False
    for number, line in enumerate(block.text.splitlines(), start=block.line):
        if joined:
            place, command, shown = commands[-1]
            commands[-1] = (place, f"{command} {line.strip().removeprefix('> ')}", shown)
        elif line.startswith("$ "):
            commands.append((number, line[2:], []))
        elif commands:
            commands[-1][2].append(line)
        joined = bool(commands) and commands[-1][1].endswith("\\")
        if joined:
            place, command, shown = commands[-1]
            commands[-1] = (place, command.removesuffix("\\").rstrip(), shown)
    return commands


def words_of(command):
    """The words of one of our commands, or None for one that is not run here."""
    words = shlex.split(command, comments=True)
    ours = bool(words) and words[0] == "freetext" and not any(SHELL & set(word) for word in bare(command))
    return words[1:] if ours else None


def bare(command):
    """What stands outside quotes."""
    return re.split(r"""'[^']*'|"[^"]*\"""", command)


def run_command(words, monkeypatch):
    """Run one of our commands; return its exit code and all it wrote."""
    out = io.StringIO()
    monkeypatch.setattr(sys, "argv", ["freetext", *words])
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        try:
            main()
        except SystemExit as left:
            return left.code or 0, out.getvalue()
    return 0, out.getvalue()


def missing_line(shown, output):
    """The first shown line that does not come in the output, in order; None where all do."""
    lines = iter([" ".join(line.split()) for line in output.splitlines()])
    for line in (" ".join(each.split()) for each in shown):
        pattern = ".*".join(map(re.escape, line.split("...")))
        if line.strip(". ") and not any(re.fullmatch(pattern, each) for each in lines):
            return line
    return None


def run_python(page, block, names):
    """Run a Python block; return what it printed. A traceback names the page and its line."""
    out = io.StringIO()
    compiled = compile("\n" * (block.line - 1) + block.text, str(page), "exec")
    with contextlib.redirect_stdout(out):
        exec(compiled, names)
    return out.getvalue()


def run_page(page, monkeypatch):
    """Run all blocks of a page, in order; return how many things ran."""
    names, ran = {"__name__": "__docs__"}, 0
    for block in blocks_of(page.read_text(encoding="utf-8")):
        if block.language in PYTHON:
            output = run_python(page, block, names)
            assert missing_line(block.shown, output) is None, f"{page.name}:{block.line}: not as shown:\n{output}"
            ran += 1
            continue
        for line, command, shown in commands_of(block):
            words = words_of(command)
            if words is None:
                continue
            code, output = run_command(words, monkeypatch)
            assert code == 0, f"{page.name}:{line}: exit code {code}:\n{output}"
            assert missing_line(shown, output) is None, f"{page.name}:{line}: not as shown:\n{output}"
            ran += 1
    return ran


def verbatims(survey, wave):
    """A wave of the demo as a file with one answer a row."""
    wide = pd.read_csv(survey / wave, keep_default_na=False)
    long = wide.melt(id_vars=["id", "type"], value_vars=QUESTIONS, var_name="question", value_name="verbatim")
    return long.assign(person=long["id"], id=long["id"] + "-" + long["question"], weight=1.0)


def lay_out(desk, survey):
    """Put the files on the desk that examples speak of."""
    labels = pd.read_json(survey / "data" / "annotated" / "ada.jsonl", lines=True)
    themes = labels.assign(id=labels["id"] + "-" + labels["question"], themes=labels["themes"].str.join(";"))
    labelled = verbatims(survey, "survey.csv").merge(themes[["id", "themes"]], on="id")
    save_frame(verbatims(survey, "survey.csv"), desk / "wave1.xlsx")
    save_frame(verbatims(survey, "wave2.csv"), desk / "wave2.xlsx")
    save_frame(labelled, desk / "labelled.csv")
    save_frame(
        labelled.rename(columns={"themes": "truth"}).assign(freetext_themes=labelled["themes"]), desk / "coded.csv"
    )


@pytest.mark.parametrize("page", [page for page in PAGES if page.exists()], ids=lambda page: page.name)
def test_the_examples_of_a_page_run(page, tmp_path, monkeypatch):
    """Every example of README and docs runs, in order, and shows what the page shows."""
    survey, desk = tmp_path / "survey", tmp_path / "desk"
    write_demo(survey)
    desk.mkdir()
    folder = desk if page.parent == TOP else survey
    lay_out(folder, survey)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")  # what is printed wraps there
    run_page(page, monkeypatch)


def test_the_python_page_has_examples():
    """The page about Python holds examples that run."""
    text = (TOP / "docs" / "python.md").read_text(encoding="utf-8")
    assert sum(block.language == "python" for block in blocks_of(text)) >= 5


PAGE = """# A page

```python
print("one"); print("two  words, 3 of them")
```

```text
two words, ... of them
```

<!-- not run: it would fail -->
```python
raise SystemExit
```

```toml
a = 1
```

```console
$ pip install freetext
$ freetext \\
    --version
freetext ...
```
"""


def test_a_page_is_run_as_it_stands(tmp_path, monkeypatch):
    """Python and our own commands run, what is marked and what is not ours does not."""
    page = tmp_path / "page.md"
    page.write_text(PAGE, encoding="utf-8")
    assert [(block.language, block.line) for block in blocks_of(PAGE)] == [("python", 4), ("console", 21)]
    assert run_page(page, monkeypatch) == 2


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("two words, ... of them", "two words, 4 of them"), ("freetext ...", "slowtext ..."), ("--version", "--aversion")],
)
def test_a_page_that_lies_is_found(right, wrong, tmp_path, monkeypatch):
    """Output that does not come and commands that fail are found, with page and line."""
    page = tmp_path / "page.md"
    page.write_text(PAGE.replace(right, wrong), encoding="utf-8")
    with pytest.raises(AssertionError, match=r"page\.md:\d+: (not as shown|exit code 2)"):
        run_page(page, monkeypatch)


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("freetext tally 'a b.csv' --by type  # comment", ["tally", "a b.csv", "--by", "type"]),
        ("freetext tally --themes 'freetext_themes:a|b'", ["tally", "--themes", "freetext_themes:a|b"]),
        ("freetext code a.csv | head", None),
        ("freetext code - < a.csv", None),
        ("pip install freetext", None),
        ("", None),
    ],
)
def test_only_our_own_commands_run(command, words):
    """A command runs when it is ours and needs no shell."""
    assert words_of(command) == words
