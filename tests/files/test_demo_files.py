import shutil
from pathlib import Path

import pytest

from freetext.errors import OutputError
from freetext.files.project.demo import ANNOTATED, WAVES, check_demo, demo_texts, output_of, write_demo

NAMES = [
    *demo_texts(),
    *(output_of(Path(), wave, what).as_posix() for wave in WAVES for what in ("coded", "tables")),
    "models/innovation/CURRENT",
]


def everything(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_the_users_is_written_over(tmp_path, name):
    """Any one file that the demo would write is refused and kept, with or without a freetext.toml beside it."""
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("mine")
    before = everything(tmp_path)
    with pytest.raises(OutputError, match="another folder"):
        write_demo(tmp_path)
    assert everything(tmp_path) == before


def test_other_files_are_no_hindrance(tmp_path):
    """A folder that holds only what the demo does not write takes it."""
    (tmp_path / "notes.txt").write_text("mine")
    write_demo(tmp_path)
    assert (tmp_path / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize("coder", ["ada", "cyn"])
def test_labels_are_never_written_over(tmp_path, coder):
    """A log that is not the demo's own, byte for byte, is refused even with force: its labels go with its survey's key."""
    write_demo(tmp_path)
    with (tmp_path / ANNOTATED / f"{coder}.jsonl").open("a") as log:
        log.write('{"id": "NIS001"}\n')
    before = everything(tmp_path)
    with pytest.raises(OutputError, match=f"{coder}.jsonl: holds labels that are not the demo's"):
        write_demo(tmp_path, force=True)
    assert everything(tmp_path) == before


def test_force_writes_the_demo_anew(tmp_path):
    """With force the demo's own files are put right again, whatever became of them."""
    write_demo(tmp_path)
    before = everything(tmp_path)
    (tmp_path / "survey.csv").write_text("changed")
    shutil.rmtree(tmp_path / ANNOTATED)
    check_demo(tmp_path, force=True)
    write_demo(tmp_path, force=True)
    assert everything(tmp_path) == before
