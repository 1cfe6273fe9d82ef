import json
import shutil
from dataclasses import replace

import numpy as np
import pytest

from freetext.errors import BundleError, OutputError
from freetext.files.modelling.model_versions import verify
from freetext.files.modelling.models import load_model, read_card, rival_model, save_model, save_version, sound_model
from freetext.files.modelling.vectors import load_vectors
from freetext.model.bundle import FORMAT, WITH_VECTORS
from freetext.model.coder import Coder
from freetext.text.vectors import Absent
from freetext.training.fit import fit


@pytest.fixture(scope="module")
def learnt(corpus, vectors):
    """The corpus, learnt with vectors."""
    return fit(corpus, seed=1, jobs=1, vectors=vectors).model


@pytest.fixture
def bundle(learnt, tmp_path):
    """Its bundle."""
    return save_model(learnt, tmp_path / "visit")


def manifest_of(folder):
    return json.loads((folder / "manifest.json").read_text())


def test_a_model_with_vectors_comes_back(learnt, bundle, corpus, vectors, vectors_folder):
    """Saved and loaded with its vectors, or with their folder, a model codes bit for bit alike."""
    for given in (vectors, vectors_folder, str(vectors_folder)):
        loaded = load_model(bundle, vectors=given)
        assert loaded.digest == learnt.digest == bundle.name
        one, two = (Coder(each).code(corpus.answers, evidence=True) for each in (learnt, loaded))
        assert one.scores is not None
        assert two.scores is not None
        assert one.scores.tobytes() == two.scores.tobytes()
        assert one.evidence == two.evidence


def test_a_model_without_its_vectors_is_refused(bundle):
    """Without its vectors a model is not loaded; the message names them and both ways to give them."""
    with pytest.raises(BundleError, match=r"learnt with the vectors 'tiny' \([0-9a-f]{16}\).*--vectors.*freetext.toml"):
        load_model(bundle)


def test_other_vectors_are_refused(bundle, vectors_folder, tmp_path):
    """With other vectors a model is not loaded; the message names both. The folder's name is of no account, its files are."""
    from safetensors.numpy import load_file, save_file  # noqa: PLC0415

    other = shutil.copytree(vectors_folder, tmp_path / "other")
    assert load_model(bundle, vectors=other).digest == bundle.name
    table = load_file(other / "model.safetensors")["embeddings"]
    save_file({"embeddings": table * 2}, other / "model.safetensors")
    with pytest.raises(BundleError, match=r"with the vectors 'tiny'.*not with 'other' \(.*--vectors"):
        load_model(bundle, vectors=load_vectors(other))


def test_a_model_with_vectors_can_be_looked_at_without(learnt, bundle):
    """Cards, checks and versions do not want the vectors; only coding does."""
    assert sound_model(bundle).digest == learnt.digest
    assert f"Static vectors: tiny (hash {learnt.facts['vectors']['digest']})" in read_card(bundle)
    assert [each.fault for each in verify(bundle.parent)] == [""]
    assert save_version(learnt, bundle.parent) == bundle


def test_only_models_with_vectors_have_the_new_format(model, bundle, tmp_path, vectors):
    """A model without vectors keeps the old format and members, and reads none that are given."""
    plain = save_model(model, tmp_path / "plain")
    assert manifest_of(plain)["format"] == FORMAT
    assert manifest_of(bundle)["format"] == WITH_VECTORS
    assert "vectors" not in manifest_of(plain)["facts"]
    assert set(np.load(plain / "arrays.npz").files) == {"pairs", "crossed", "rows", "bias"}
    assert set(np.load(bundle / "arrays.npz").files) == {"pairs", "crossed", "rows", "bias", "dense"}
    assert load_model(plain, vectors=vectors).folded.vectors is None
    assert load_model(plain, vectors="never read").digest == model.digest


@pytest.mark.parametrize(
    "told",
    [
        None,
        {"name": "tiny", "digest": "x", "size": "6"},
        {"name": "tiny\n", "digest": "x", "size": 6},
        {"name": "tiny", "digest": 5, "size": 6},
        {"name": "tiny", "digest": "x", "size": -6},
        {"name": "x" * 999, "digest": "x", "size": 6},
        {"size": 6},
    ],
)
def test_what_a_manifest_tells_of_vectors_is_audited(bundle, told):
    """A manifest whose vectors are not a name, a digest and a size is refused as damaged."""
    manifest = manifest_of(bundle)
    facts = {key: value for key, value in manifest["facts"].items() if key != "vectors"}
    manifest["facts"] = facts if told is None else {**facts, "vectors": told}
    (bundle / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(BundleError, match="damaged"):
        load_model(bundle)


def test_an_old_format_with_vectors_is_damaged(bundle, vectors):
    """A manifest of the old format that tells of vectors is refused."""
    (bundle / "manifest.json").write_text(json.dumps(manifest_of(bundle) | {"format": FORMAT}))
    with pytest.raises(BundleError, match="damaged"):
        load_model(bundle, vectors=vectors)


def test_a_dense_block_of_another_shape_is_damaged(learnt, tmp_path, vectors):
    """The dense block must have a row for each number of a vector and a column for each theme."""
    folded = replace(learnt.folded, dense=learnt.folded.dense[:-1])
    bundle = save_version(replace(learnt, folded=folded), tmp_path / "visit")
    with pytest.raises(BundleError, match="do not fit the vectors"):
        load_model(bundle, vectors=vectors)


def test_a_model_that_could_not_be_read_is_not_written(learnt, tmp_path):
    """A model with numbers that are not finite is refused when it is saved, and leaves nothing behind."""
    broken = replace(learnt, folded=replace(learnt.folded, dense=np.full_like(learnt.folded.dense, np.inf)))
    with pytest.raises(OutputError, match="not finite"):
        save_version(broken, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_rival_is_read_with_its_own_vectors(bundle, vectors, vectors_folder):
    """To be compared, a model is given its vectors from what is known; where they are not among it they are absent."""
    found = rival_model(bundle, (None, "no such", vectors_folder)).folded.vectors
    assert found is not None
    assert found.digest == vectors.digest
    assert isinstance(rival_model(bundle, (None,)).folded.vectors, Absent)
