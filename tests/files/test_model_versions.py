import numpy as np
import pytest

from freetext.errors import BundleError, InputError, NegativeAnswer
from freetext.files.modelling.model_history import read_history
from freetext.files.modelling.model_versions import find_version, promote, roll_back, verify
from freetext.files.modelling.models import load_model, put_in_force, save_model, version_in_force
from freetext.model.bundle import Model
from freetext.model.compiled import Folded
from freetext.model.cutoffs import Cutoff
from freetext.model.vocabulary import Vocabulary
from freetext.survey.codeframe import codeframe_of


def tiny(seed: int) -> Model:
    """A model made by hand; another seed, another digest."""
    none = np.zeros((0, 2), dtype=np.int32)
    facts = {
        "answers": 3, "respondents": 2, "questions": 1, "disputed": 0, "seed": seed,
        "scores": {"micro_f1": None, "macro_f1": 0.5, "themes": {}},
    }  # fmt: skip
    folded = Folded(Vocabulary(("tea",), (), (), none, none), np.ones((1, 2), np.float32), np.zeros(2, np.float32))
    return Model(codeframe_of(["a", "b"]), folded, (Cutoff(0.5, 1.0, 0.25),) * 2, (1, 1), facts)


@pytest.fixture(name="home")
def _home(tmp_path):
    """A model of three versions, saved one after another; the last is in force."""
    for seed in range(3):
        save_model(tiny(seed), tmp_path / "m")
    return tmp_path / "m"


DIGESTS = [tiny(seed).digest for seed in range(3)]


def test_a_version_is_found_by_its_beginning(home):
    """Enough digits of a digest name it, in capitals too, in the model's folder or the one above."""
    for digest in DIGESTS:
        assert find_version(home, digest[:8]).digest == digest
        assert find_version(home.parent, digest.upper()).digest == digest


@pytest.mark.parametrize("start", ["", "zz"])
def test_an_unknown_version_lists_those_there(home, start):
    """A beginning that none has names them all."""
    with pytest.raises(InputError, match="no version begins with") as caught:
        find_version(home, start)
    assert all(f"{digest} (m)" in str(caught.value) for digest in DIGESTS)


def test_an_ambiguous_version_lists_those_meant(home):
    """One digest in two models is ambiguous, and said to be; naming the model's folder settles it."""
    save_model(tiny(1), home.parent / "other")
    with pytest.raises(InputError, match=rf"2 versions begin with .* {DIGESTS[1]} \(m\), {DIGESTS[1]} \(other\)"):
        find_version(home.parent, DIGESTS[1][:6])
    assert find_version(home, DIGESTS[1][:6]).folder.parent == home


def test_promoting_by_hand(home):
    """A sound version goes into force, and the history says by hand; one in force already changes nothing."""
    assert promote(find_version(home, DIGESTS[0]))
    assert version_in_force(home) == DIGESTS[0]
    assert not promote(find_version(home, DIGESTS[0]))
    last = read_history(home)[-1]
    assert (last.digest, last.what, last.before) == (DIGESTS[0], "by hand", DIGESTS[2])
    (home / DIGESTS[1] / "arrays.npz").write_bytes(b"no zip")
    with pytest.raises(BundleError, match="hash differs"):
        promote(find_version(home, DIGESTS[1]))
    assert version_in_force(home) == DIGESTS[0]


def test_rolling_back_goes_back_one_by_one(home):
    """Each time the version before comes back, down to the first; then the answer is no."""
    assert roll_back(home, dry_run=True) == (DIGESTS[1], DIGESTS[2])
    assert version_in_force(home) == DIGESTS[2]
    assert [roll_back(home) for _ in range(2)] == [(DIGESTS[1], DIGESTS[2]), (DIGESTS[0], DIGESTS[1])]
    assert load_model(home).digest == DIGESTS[0]
    with pytest.raises(NegativeAnswer, match="no version was in force before"):
        roll_back(home)


def test_a_version_that_is_gone_cannot_come_back(home):
    """Where the version before is not there or damaged, nothing changes."""
    (home / DIGESTS[1] / "manifest.json").unlink()
    with pytest.raises(BundleError, match=f"the version before, {DIGESTS[1]}, cannot come back"):
        roll_back(home)
    assert version_in_force(home) == DIGESTS[2]


def test_only_a_model_can_be_rolled_back(home):
    """A folder of models and a single version are told apart from a model."""
    with pytest.raises(BundleError, match="Models there: m"):
        roll_back(home.parent)
    with pytest.raises(BundleError, match="Name the folder above it"):
        roll_back(home / DIGESTS[0])


def test_verify_finds_what_is_damaged(home):
    """Sound versions have no fault; a changed byte, a broken manifest, a wrong name and a CURRENT that leads nowhere have one each."""
    assert [each.fault for each in verify(home)] == [""] * 3
    (home / DIGESTS[0] / "card.md").write_text("lies")
    (home / DIGESTS[1] / "manifest.json").write_text("{")
    (home / DIGESTS[2]).rename(home / "abc")
    faults = [each.fault for each in verify(home.parent)]
    assert len(faults) == 4
    assert all(
        any(part in fault for fault in faults)
        for part in ("card.md", "cannot be read as JSON", "does not bear its digest", f"names version {DIGESTS[2]}")
    )


def test_the_history_survives_a_current_moved_by_hand(home):
    """Where somebody wrote CURRENT with an editor, rolling back leads to what the history last knew."""
    (home / "CURRENT").write_text(DIGESTS[0])
    assert roll_back(home) == (DIGESTS[2], DIGESTS[0])
    put_in_force(home, DIGESTS[1], "by hand")
    assert roll_back(home) == (DIGESTS[2], DIGESTS[1])
