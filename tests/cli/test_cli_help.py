"""Help, reference page, and how quickly they come."""

import re
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "commands.md"
COMMANDS = [
    *(
        "init",
        "check",
        "status",
        "review",
        "adjudicate",
        "agreement",
        "train",
        "code",
        "tally",
        "report",
        "verify",
        "discover",
        "compare",
        "search",
        "explain",
        "evaluate",
        "export",
        "redact",
        "forget",
        "demo",
    ),
    *("labels import", "labels export", "labels check", "labels stats"),
    "audit draw",
    *("models list", "models show", "models compare", "models promote", "models rollback", "models verify"),
    *("backcode propose", "backcode review", "backcode add", "backcode apply", "backcode revert", "backcode show"),
    *(
        "codeframe check",
        "codeframe draft",
        "codeframe convert",
        "codeframe merge",
        "codeframe split",
        "codeframe rename",
        "codeframe retire",
    ),
    *("waves list", "waves add"),
]
CONTRACT = {
    "init": ["--from"],
    "train": [
        *("--text", "--labels", "--id", "--respondent", "--question", "--codeframe", "--blank-labels", "--seed"),
        "--model",
    ],
    "code": ["--text", "--id", "--respondent", "--question", "--model", "-o", "--scores", "--evidence", "--raw"],
    "tally": ["--themes", "--text", "--closed", "--by", "--weight", "--base", "--json", "--csv", "--md", "-o"],
    "evaluate": ["--labels", "--json"],
    "compare": ["--by", "--question", "--model", "--again", "--raw", "--old-codeframe", "--text", "--json", "-o"],
    "discover": [
        "--all",
        "--groups",
        "--seed",
        "--text",
        "--id",
        "--question",
        "--model",
        "--codeframe",
        "--json",
        "-o",
        "--review",
    ],
    "export": ["-o", "--as", "--all", "--nets", "--triple-s", "--themes"],
    "report": [
        "--themes",
        "--by",
        "--weight",
        "--base",
        "--where",
        "--audit",
        "--wave",
        "--docx",
        "--pptx",
        "--disclosure",
        "-o",
    ],
    "verify": ["--coded"],
}
EVERYWHERE = ["--project", "--sheet", "--encoding", "--delimiter", "--force", "--quiet", "--dry-run"]


@pytest.fixture(name="wide")
def _wide(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("FORCE_COLOR", raising=False)


def test_the_reference_page_is_what_the_commands_say():
    """docs/commands.md equals the page that scripts/reference.py writes from the commands, so nothing stays undocumented."""
    spec = spec_from_file_location("reference", ROOT / "scripts" / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    assert PAGE.read_text(encoding="utf-8") == module.page()


@pytest.mark.parametrize("command", COMMANDS)
def test_help_fits_80_columns_and_names_every_option(freetext, wide, command):
    """`--help` of every command fits 80 columns, is plain text where nobody looks, and names each option of the page."""
    done = freetext(*command.split(), "--help")
    assert (done.code, done.err) == (0, "")
    assert "\x1b" not in done.out
    assert max(len(line) for line in done.out.splitlines()) <= 80
    section = re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    (mine,) = (each for each in section if each.startswith(f"freetext {command}\n"))
    options = re.findall(r"`(--?[a-z-]+)`", "".join(re.findall(r"^\| `-[^|]*\|", mine, re.MULTILINE)))
    assert options
    assert all(re.search(rf"{option}\b", done.out) for option in options)


@pytest.mark.parametrize("command", list(CONTRACT))
def test_every_option_of_the_contract_is_there(freetext, wide, command):
    """The options that others script against are options of the command, those for everywhere too."""
    helped = freetext(command, "--help").out
    house = [each for each in EVERYWHERE if (command, each) != ("init", "--project")]
    assert [option for option in [*CONTRACT[command], *house] if not re.search(rf" {option}\b", helped)] == []


@pytest.mark.parametrize("argv", [("--help",), ("--version",), ("tally", "--help")])
def test_light_commands_wake_nothing_heavy(argv):
    """Help imports neither spaCy, scikit-learn, pandas, scipy nor numpy."""
    assert not loaded(argv) & {"spacy", "sklearn", "pandas", "scipy", "numpy", "pyarrow"}


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_tally_wakes_nothing_heavy(demo, rows_to, tmp_path, ending):
    """A tally of the demo imports neither spaCy nor scikit-learn, nor pandas, scipy or Arrow."""
    argv = ["tally", "--project", str(demo)]
    if ending == "csv":
        argv = ["tally", str(rows_to(tmp_path / "c.csv", [["id", "freetext_themes"], ["1", "resource"]]))]
    seen = loaded(argv)
    assert not seen & {"spacy", "sklearn", "pandas", "scipy", "pyarrow", "freetext.text", "freetext.model"}
    assert "numpy" in seen


def loaded(argv):
    """Names of the modules that a run of the command imports, in a process of its own."""
    program = (
        f"import sys\nsys.argv = ['freetext', *{list(argv)!r}]\nfrom freetext.cli import main\n"
        "try:\n    main()\nexcept SystemExit as left:\n    print('\\nleft', left.code)\nprint(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, encoding="utf-8")
    *_, left, names = done.stdout.splitlines()
    assert left == "left 0", done.stderr
    return set(names.split())
