"""The demo survey, copied out of the package."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from freetext.errors import OutputError
from freetext.files.tables import write_text

TEXTS = ("freetext.toml", "codeframe.toml", "survey.csv", "wave2.csv", "moves.csv")
ANNOTATED = Path("data") / "annotated"


def demo_texts() -> dict[str, str]:
    """Return the demo's files: relative path -> text."""
    inside = Path(str(files("freetext.demo"))) / "data"
    labels = inside / "annotated"
    if not labels.is_dir():
        # In a checkout the labels stand at the top; the build copies them into the package.
        labels = Path(__file__).parents[3] / ANNOTATED
    texts = {name: _text(inside / name) for name in TEXTS}
    return texts | {(ANNOTATED / path.name).as_posix(): _text(path) for path in sorted(labels.glob("*.jsonl"))}


def _text(path: Path) -> str:
    return path.read_bytes().decode()


def check_demo(folder: Path, *, force: bool = False) -> None:
    """Refuse a folder that holds a survey already, unless forced."""
    if (folder / "freetext.toml").exists() and not force:
        raise OutputError(folder, "holds a survey already; --force writes the demo over it, or name another folder.")


def write_demo(folder: Path, *, force: bool = False) -> None:
    """Copy the demo survey into a folder; one that is there already is only written over when forced."""
    check_demo(folder, force=force)
    try:
        (folder / ANNOTATED).mkdir(parents=True, exist_ok=True)
        (folder / "output").mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(folder, f"cannot be made: {error.strerror}.") from error
    for name, text in demo_texts().items():
        write_text(text, folder / name, force=True)
