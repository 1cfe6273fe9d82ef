"""The demo survey, copied out of the package."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

from freetext.errors import OutputError
from freetext.files.tabular.tables import write_text

TEXTS = ("freetext.toml", "codeframe.toml", "survey.csv", "wave2.csv", "moves.csv")
ANNOTATED = Path("data") / "annotated"
WAVES = ("survey", "wave2")
MODEL = Path("models") / "innovation"


def demo_texts() -> dict[str, str]:
    """Return the demo's files: relative path -> text."""
    inside = Path(str(files("freetext.demo"))) / "data"
    labels = inside / "annotated"
    if not labels.is_dir():
        # In a checkout the labels stand at the top; the build copies them into the package.
        labels = Path(__file__).parents[4] / ANNOTATED
    texts = {name: _text(inside / name) for name in TEXTS}
    return texts | {(ANNOTATED / path.name).as_posix(): _text(path) for path in sorted(labels.glob("*.jsonl"))}


def _text(path: Path) -> str:
    return path.read_bytes().decode()


def output_of(folder: Path, wave: str, what: str) -> Path:
    """Return where a wave's workbook stands: `what` is coded or tables."""
    return folder / "output" / f"{wave}-{what}.xlsx"


def check_demo(folder: Path, *, force: bool = False) -> None:
    """Refuse a folder that holds something the demo would write over, unless forced; labels that are not the demo's always.

    Another survey's labels are lost with its key, so they are refused under any coder's name.
    """
    texts = demo_texts()
    for log in sorted((folder / ANNOTATED).glob("*.jsonl")):
        if _content(log) != texts.get((ANNOTATED / log.name).as_posix(), "").encode():
            raise OutputError(
                log, "holds labels that are not the demo's, which nothing writes over; name another folder."
            )
    made = [output_of(folder, wave, what) for wave in WAVES for what in ("coded", "tables")]
    for path in (*(folder / name for name in texts), *made, folder / MODEL):
        if os.path.lexists(path) and not force:
            raise OutputError(path, "exists; --force writes the demo over what is there, or name another folder.")


def _content(log: Path) -> bytes:
    try:
        return log.read_bytes()
    except OSError as error:
        raise OutputError(log, f"cannot be read: {error.strerror or error}.") from error


def write_demo(folder: Path, *, force: bool = False) -> None:
    """Copy the demo survey into a folder; what is there already is only written over when forced, labels never."""
    check_demo(folder, force=force)
    try:
        (folder / ANNOTATED).mkdir(parents=True, exist_ok=True)
        (folder / "output").mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(folder, f"cannot be made: {error.strerror}.") from error
    for name, text in demo_texts().items():
        write_text(text, folder / name, force=True)
