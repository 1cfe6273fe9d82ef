"""A virtual environment of the checkout's own, with freetext installed in it as anybody would install it.

Standard library only. A stamp in the environment says what was installed from what, so that a second run starts at once.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / "constraints.txt"
BUILT_FROM = ("pyproject.toml", "constraints.txt", "README.md", "LICENSE", "src", "data/annotated")
"""What the installed package depends on; none of it may change behind the stamp's back."""


class Failed(Exception):
    """A step went wrong; the text is the last line that the user reads."""


@dataclass(frozen=True)
class Home:
    """One environment: its folder, and the extras of freetext that it holds."""

    folder: Path
    extras: str = ""

    @property
    def scripts(self) -> Path:
        """Where the environment keeps its commands."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        return self.scripts / ("python.exe" if os.name == "nt" else "python")

    @property
    def stamp(self) -> Path:
        """Holds what was installed; missing while an installation is under way."""
        return self.folder / "freetext-stamp.txt"

    def run(self, what: str, *arguments: str, folder: Path = ROOT) -> None:
        """Run the environment's `python ARGUMENTS` with its output shown; raises Failed, naming the step."""
        command(what, [str(self.python), *arguments], folder, self.environment())

    def environment(self) -> dict[str, str]:
        """Return the variables of a shell in which this environment is active, whatever the caller's shell says."""
        kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
        path = os.pathsep.join([str(self.scripts), *filter(None, [kept.get("PATH")])])
        return {**kept, "PATH": path, "VIRTUAL_ENV": str(self.folder)}

    def make(self) -> None:
        """Make the environment anew."""
        say(f"making a virtual environment in {self.folder}")
        try:
            command("the virtual environment", [sys.executable, "-m", "venv", "--clear", str(self.folder)])
        except Failed as error:
            raise Failed(f"{error} On Debian and Ubuntu, `apt install python3-venv` brings what is missing.") from None

    def install(self, what: str) -> None:
        """Install a distribution (a folder or a wheel) with the versions that are known to work."""
        quiet = () if sys.stdout.isatty() else ("--quiet",)
        pip = ("-m", "pip", "install", "--disable-pip-version-check", "--no-input", *quiet)
        self.run("the installation", *pip, "-c", str(CONSTRAINTS), f"{what}[{self.extras}]" if self.extras else what)

    def ready(self) -> None:
        """Have freetext installed from the checkout as it stands, doing only what is left to do."""
        place, contents = f"{sys.version_info[:2]} {self.folder}", digest()
        made, _, installed = (self.stamp.read_text(encoding="utf-8") if self.stamp.is_file() else "").partition("\n")
        if made != place or not works(self.python):
            self.make()
        elif installed == contents:
            say(f"{self.folder.name}: freetext is installed, and nothing has changed since")
            return
        self.stamp.unlink(missing_ok=True)
        say(f"{self.folder.name}: installing {'freetext' + (f'[{self.extras}]' if self.extras else '')}")
        say("(the first time this fetches some 150 MB of libraries, which can take minutes)")
        self.install(".")
        self.stamp.write_text(f"{place}\n{contents}", encoding="utf-8")


def works(python: Path) -> bool:
    """Whether an interpreter is there and starts."""
    try:
        return subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def digest() -> str:
    """Return a hash of everything that the package is built from: names and contents."""
    whole = hashlib.sha256()
    for path in built_from():
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        whole.update(f"{path.relative_to(ROOT).as_posix()} {content}\n".encode())
    return whole.hexdigest()


def built_from() -> Iterator[Path]:
    """List the files that the package is built from, in order."""
    for name in BUILT_FROM:
        top = ROOT / name
        inside = sorted(top.rglob("*")) if top.is_dir() else [top]
        yield from (path for path in inside if path.is_file() and "__pycache__" not in path.parts)


def command(
    what: str, arguments: Sequence[str], folder: Path = ROOT, environment: dict[str, str] | None = None
) -> None:
    """Run a command with its output shown and no input; raises Failed when it ends with anything but 0."""
    done = subprocess.run(arguments, cwd=folder, env=environment, stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        raise Failed(f"{what} failed (exit code {done.returncode}); the lines above say why.")


def say(text: str) -> None:
    """Tell the user what happens, before it happens."""
    print(text, flush=True)


@contextmanager
def told() -> Iterator[None]:
    """End the script with one clear line and an exit code when a step fails or the user has had enough."""
    try:
        yield
    except Failed as error:
        say(f"FAILED: {error}")
        sys.exit(1)
    except KeyboardInterrupt:
        say("interrupted; run it again at any time")
        sys.exit(130)
