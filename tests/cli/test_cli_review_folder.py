"""`freetext review OUT/` through the command line: candidates of coded parts, line by line, and training on what was decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from freetext.files.labelling.labels import read_labels
from freetext.survey.labels import standing


@pytest.fixture(name="coded")
def _coded(survey, freetext):
    """The trained demo survey with a folder of two parts, coded."""
    folder = survey
    (folder / "waves").mkdir()
    lines = (folder / "wave2.csv").read_text(encoding="utf-8-sig")
    (folder / "waves" / "first.csv").write_text(lines, encoding="utf-8")
    (folder / "waves" / "second.csv").write_text(lines.replace("NIS", "SIN"), encoding="utf-8")
    assert freetext("code", "waves", "-o", "parts/", cwd=folder).code == 0
    return folder


def test_the_candidates_of_a_folder_are_reviewed_and_teach(freetext, coded):
    """A folder is reviewed like a file; what is decided goes to the logs, and its texts are left where training reads them."""
    done = freetext("review", "parts/", "--plain", "--coder", "zoe", cwd=coded, stdin=b"1 3\n\nn\n\nq\n")
    assert done.code == 0
    assert "answers are here as candidates" in done.err
    assert "zoe: 2 answers decided" in done.err
    mine = [each for each in standing(read_labels(coded / "data/annotated").labels) if each.coder == "zoe"]
    assert len(mine) == 2
    file = Path("output/review/parts-candidates.parquet")
    assert (coded / file).is_file()
    learnt = freetext("train", file, "--dry-run", cwd=coded)
    assert learnt.code == 0


def test_what_a_folder_cannot_is_refused(freetext, coded):
    """Ranking anew and audits by banner are refused, each with its option; a dry run writes nothing."""
    assert "--prepare" in freetext("review", "parts/", "--prepare", cwd=coded).line
    assert "--by" in freetext("review", "parts/", "--by", "type", "--plain", "--coder", "zoe", cwd=coded).line
    freetext("review", "parts/", "--dry-run", "--coder", "zoe", cwd=coded)
    assert not (coded / "output/review/parts-candidates.parquet").exists()


def test_more_candidates_are_for_folders(freetext, coded):
    """--audit-candidates goes with an output folder, and codes it again."""
    refused = freetext("code", "wave2.csv", "-o", "x.csv", "--audit-candidates", "300", cwd=coded)
    assert refused.code == 2
    assert "--audit-candidates" in refused.line
    assert freetext("code", "waves", "-o", "parts/", "--audit-candidates", "300", cwd=coded).code == 0
    assert freetext("review", "parts/", "--plain", "--coder", "zoe", cwd=coded, stdin=b"q\n").code == 0


def test_candidates_go_out_as_a_spreadsheet(freetext, coded):
    """--export and --import work on the candidates of a folder too."""
    out = freetext("review", "parts/", "--export", "q.xlsx", "--count", "5", "--coder", "zoe", cwd=coded)
    assert out.code == 0
    assert "`freetext review parts/ --import q.xlsx`" in out.err
    back = freetext("review", "parts/", "--import", "q.xlsx", "--coder", "zoe", cwd=coded)
    assert back.code == 0
    assert "5 not decided yet" in back.err
