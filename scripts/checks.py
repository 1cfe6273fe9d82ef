"""What `scripts/test.py` checks, in order; the first check that fails ends it.

The tests run against the installed package; linters and types read the tree.
"""

import argparse
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from venv_home import ROOT, Home, command, say

TREE = ("src", "tests", "scripts")
PYTEST = ("-m", "pytest", "-n", "2")
FAST: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ruff format", ("-m", "ruff", "format", "--check", *TREE)),
    ("ruff check", ("-m", "ruff", "check", *TREE)),
    ("mypy", ("-m", "mypy")),
    # It has no `python -m` of its own, and draws with characters that a Windows pipe may lack.
    ("lint-imports", ("-X", "utf8", "-c", "from importlinter.cli import lint_imports_command as run; run()")),
    ("fast tests", (*PYTEST, "-m", "not slow")),
)
SLOW = ("slow tests", (*PYTEST, "-m", "slow"))


def main() -> None:
    """Run the checks that the command line asks for."""
    parser = argparse.ArgumentParser(prog="scripts/test.py", description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--all", action="store_true", help="add the slow tests and a trial of the built package")
    thorough: bool = parser.parse_args().all
    home = Home(ROOT / ".venv-test", extras="dev")
    start = time.monotonic()
    timed("installation", home.ready)
    todo = [*FAST, SLOW] if thorough else FAST
    for name, arguments in todo:
        timed(name, partial(home.run, name, *arguments))
    if thorough:
        timed("the built package", partial(try_package, home))
    say(f"\nAll is well: {len(todo) + 1 + thorough} checks in {lasted(start)}.")


def timed(name: str, check: Callable[[], None]) -> None:
    """Run one check between two lines that name it and its time."""
    say(f"\n== {name}")
    start = time.monotonic()
    check()
    say(f"== {name}: fine, {lasted(start)}")


def try_package(home: Home) -> None:
    """Build the package by way of its source archive, install the wheel where nothing else is, and run its demo."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        top = Path(folder)
        home.run("the build", "-m", "build", "--outdir", folder)
        (wheel,) = top.glob("*.whl")
        alone = Home(top / "alone")
        alone.make()
        say(f"installing {wheel.name} without the development tools")
        alone.install(str(wheel))
        alone.run("the check of what it depends on", "-m", "pip", "check")
        command("its demo", [str(alone.scripts / "freetext"), "demo", "demo"], top, alone.environment())


def lasted(since: float) -> str:
    """Return the time since a reading of the monotonic clock, such as `2 min 3 s`."""
    seconds = time.monotonic() - since
    return f"{seconds:.1f} s" if seconds < 60 else f"{seconds // 60:.0f} min {seconds % 60:.0f} s"
