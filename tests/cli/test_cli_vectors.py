"""`--vectors` and `vectors` in freetext.toml: who needs them, and what is said where they are not there."""

import json
import shutil

import pytest


@pytest.fixture(name="learn")
def _learn(freetext, small, vectors_folder):
    """Learn the small table with the vectors of the folder `tiny`."""
    shutil.copytree(vectors_folder, small / "tiny")
    done = freetext(
        *("train", "answers.csv", "--text", "verbatim", "--labels", "themes", "--model", "new", "--vectors", "tiny"),
        cwd=small,
    )
    assert done.code == 0, done.err
    return small


def coded(freetext, folder, *more):
    return freetext(
        *("code", "answers.csv", "--text", "verbatim", "--id", "id", "--model", "new", "-o", "out.csv", "--force"),
        *more,
        cwd=folder,
    )


def test_a_model_with_vectors_codes_with_them_alone(freetext, learn):
    """`code` takes the vectors that the model was learnt with, and says which and how where they are missing."""
    assert coded(freetext, learn, "--vectors", "tiny").code == 0
    missing = coded(freetext, learn)
    assert missing.code == 2
    assert "was learnt with the vectors 'tiny'" in missing.line
    assert "--vectors" in missing.line
    assert "'glove'" in coded(freetext, learn, "--vectors", "glove").line


def test_explain_takes_the_vectors(freetext, learn):
    """`explain` asks the model with its vectors; without, it says why it cannot."""
    asked = ("explain", "1", "answers.csv", "--text", "verbatim", "--id-column", "id", "--model", "new")
    assert "no model" not in freetext(*asked, "--vectors", "tiny", cwd=learn).out
    assert "learnt with the vectors 'tiny'" in " ".join(freetext(*asked, cwd=learn).out.split())


def test_models_are_looked_at_without_vectors(freetext, learn):
    """Verifying, listing and showing a model want no vectors."""
    for command in ("list", "show", "verify"):
        done = freetext("models", command, "new", cwd=learn)
        assert done.code == 0, done.err


def test_a_model_without_vectors_wants_none(freetext, learn):
    """A model that was learnt without vectors reads none, whatever is named."""
    done = freetext(
        *("code", "answers.csv", "--text", "verbatim", "--id", "id", "--model", "model", "-o", "plain.csv"),
        *("--vectors", "glove"),
        cwd=learn,
    )
    assert done.code == 0, done.err
    assert "--vectors glove: not read" in done.err
    assert "without vectors" in done.err


def test_the_project_names_its_vectors(freetext, survey, vectors_folder, listing):
    """With `vectors` in freetext.toml, train, code and the ranking of a review take them without an option."""
    shutil.copytree(vectors_folder, survey / "tiny")
    settings = survey / "freetext.toml"
    settings.write_text(settings.read_text().replace("[survey]", '[survey]\nvectors = "tiny"', 1))
    done = freetext("train", "--force", cwd=survey)
    assert done.code == 0, done.err
    manifests = sorted(survey.glob("models/*/*/manifest.json"), key=lambda path: path.stat().st_mtime_ns)
    assert json.loads(manifests[-1].read_text())["facts"]["vectors"]["name"] == "tiny"
    assert freetext("code", cwd=survey).code == 0
    assert freetext("review", "--prepare", cwd=survey).code == 0
    gone = freetext("train", "--force", "--vectors", "none", cwd=survey)
    assert gone.code == 0, gone.err


def train(freetext, folder, *more, file="answers.csv"):
    asked = ("train", file, "--text", "verbatim", "--labels", "themes", "--model", "new", "--no-advice")
    return freetext(*asked, *more, cwd=folder)


def in_force(folder):
    return (folder / "new" / "CURRENT").read_text().strip()


def test_a_champion_with_other_vectors_is_compared(freetext, learn):
    """Training without the champion's vectors, or with others, compares the two all the same: it is no damaged model."""
    before = in_force(learn)
    (learn / "few.csv").write_bytes(b"".join((learn / "answers.csv").read_bytes().splitlines(keepends=True)[:6]))
    done = train(freetext, learn, file="few.csv")
    assert done.code == 0, done.err
    assert "cannot be read" not in done.err
    assert "much less to learn from" in " ".join(done.err.split())
    assert in_force(learn) == before


def test_a_champion_whose_vectors_are_gone_stays(freetext, learn):
    """Where its vectors are found nowhere the champion cannot code: it stays, with the reason, unless --force says otherwise."""
    before = in_force(learn)
    (learn / "tiny").rename(learn / "elsewhere")
    done = train(freetext, learn)
    assert "learnt with the vectors 'tiny'" in " ".join(done.err.split())
    assert "cannot be compared" in " ".join(done.err.split())
    assert in_force(learn) == before
    assert train(freetext, learn, "--force").code == 0
    assert in_force(learn) != before


def test_the_champions_vectors_are_found_by_their_name(freetext, learn):
    """A folder of the name that the champion tells is read, and the two are compared by what they code."""
    done = train(freetext, learn)
    assert done.code == 0, done.err
    assert "cannot be" not in done.err
    assert "out of fold" in " ".join(done.err.split())
