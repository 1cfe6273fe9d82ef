import hashlib
import io
import json
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from freetext.errors import BundleError, OutputError
from freetext.files.modelling.model_history import read_history
from freetext.files.modelling.models import (
    MEMBERS,
    ModelList,
    list_models,
    load_model,
    put_in_force,
    read_card,
    record_kept,
    save_model,
    save_version,
    version_in_force,
)
from freetext.model.bundle import WITH_VECTORS, Model
from freetext.model.coder import Coder
from freetext.model.compiled import Folded
from freetext.model.cutoffs import Cutoff
from freetext.model.vocabulary import Vocabulary
from freetext.survey.answers import answers_of
from freetext.survey.codeframe import Codeframe, Theme, codeframe_of

SHARED = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
NO_PAIRS = np.zeros((0, 2), dtype=np.int32)


def tiny(codeframe: Codeframe, words: tuple[str, ...] = ("tea",)) -> Model:
    """A model made by hand: one block of words, nothing else."""
    themes = len(codeframe)
    rows = np.arange(len(words) * themes, dtype=np.float32).reshape(len(words), themes)
    facts = {
        "answers": 3, "respondents": 2, "questions": 1, "disputed": 0, "seed": 0,
        "scores": {"micro_f1": None, "macro_f1": 0.5, "themes": {}},
    }  # fmt: skip
    folded = Folded(Vocabulary(words, (), (), NO_PAIRS, NO_PAIRS), rows, np.zeros(themes, dtype=np.float32))
    return Model(codeframe, folded, (Cutoff(0.5, 1.0, 0.25),) * themes, (1,) * themes, facts)


@pytest.fixture
def bundle(tmp_path) -> Path:
    """A small sound version, its model's folder above it."""
    return save_model(tiny(codeframe_of(["a", "b"]), ("cold", "tea")), tmp_path / "m")


def rehashed(bundle: Path, **changes: Any) -> None:
    """What an attacker does: change the manifest and put all hashes right, the digest aside."""
    manifest = json.loads((bundle / "manifest.json").read_text()) | changes
    manifest["members"] = {name: hashlib.sha256((bundle / name).read_bytes()).hexdigest() for name in MEMBERS}
    (bundle / "manifest.json").write_text(json.dumps(manifest))


def arrays(bundle: Path, **changes: Any) -> None:
    """Write other arrays, and put the hashes right."""
    with np.load(bundle / "arrays.npz") as old:
        made = {name: old[name] for name in old.files} | changes
    np.savez(
        bundle / "arrays.npz", allow_pickle=True, **{name: each for name, each in made.items() if each is not None}
    )
    rehashed(bundle)


def refused(bundle: Path, match: str = "model") -> None:
    with pytest.raises(BundleError, match=match) as caught:
        load_model(bundle)
    assert "\n" not in str(caught.value).split(": ", 1)[0]
    assert str(bundle.parent) in str(caught.value)


def test_a_model_comes_back(model, corpus, tmp_path):
    """Saved and loaded, a model has the same digest and codes bit for bit alike, scores, reasons and evidence included."""
    target = save_model(model, tmp_path / "visit")
    loaded = load_model(tmp_path / "visit")
    assert target == tmp_path / "visit" / model.digest
    assert loaded.digest == model.digest
    assert loaded.codeframe == model.codeframe
    one, two = (Coder(each).code(corpus.answers, evidence=True) for each in (model, loaded))
    assert one.chosen.tobytes() == two.chosen.tobytes()
    assert one.source.tobytes() == two.source.tobytes()
    assert one.scores is not None
    assert two.scores is not None
    assert one.scores.tobytes() == two.scores.tobytes()
    assert (one.why, one.evidence) == (two.why, two.evidence)


def test_saving_twice_gives_the_same_bytes(model, tmp_path):
    """Two folders of one model are equal, byte for byte."""
    one, two = save_model(model, tmp_path / "one"), save_model(model, tmp_path / "two")
    assert {each.name: each.read_bytes() for each in one.iterdir()} == {
        each.name: each.read_bytes() for each in two.iterdir()
    }


names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8).filter(str.strip)


@SHARED
@given(
    st.lists(names, min_size=1, max_size=4, unique=True),
    st.booleans(),
    st.lists(st.text(st.characters(), max_size=6), unique=True, max_size=3),
)
def test_any_names_and_words_come_back(tmp_path_factory, found, by_name, words):
    """Themes of any name, written by name or slug, and any vocabulary survive the disk."""
    model = tiny(replace(codeframe_of(found), by_name=by_name), tuple(words))
    folder = tmp_path_factory.mktemp("m")
    save_model(model, folder)
    loaded = load_model(folder)
    assert loaded.digest == model.digest
    assert loaded.codeframe.codes == model.codeframe.codes
    assert loaded.vocabulary == model.vocabulary


def test_current_names_the_version_in_force(tmp_path):
    """The version saved last is in force, also when it stood there before; each version can be named itself."""
    one, two = tiny(codeframe_of(["a"])), tiny(codeframe_of(["b"]))
    for each in (one, two, one):
        target = save_model(each, tmp_path)
        assert load_model(tmp_path).digest == each.digest
    assert load_model(tmp_path / two.digest).digest == two.digest
    assert target.name == (tmp_path / "CURRENT").read_text().strip()
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(
        ["CURRENT", "HISTORY.jsonl", one.digest, two.digest]
    )


@pytest.mark.parametrize("said", ["../x", "..", "/etc", "a/b", "", "a b", "x" * 5000, ".hidden", "\x00", "é"])
def test_current_leads_nowhere_else(bundle, said):
    """CURRENT that does not hold a plain version's name is refused and not followed."""
    shutil.copytree(bundle, bundle.parent.parent / "x")
    (bundle.parent / "CURRENT").write_text(said)
    with pytest.raises(BundleError, match="does not name a version"):
        load_model(bundle.parent)


def test_current_that_names_a_missing_version_lists_those_there(bundle):
    """The refusal names what CURRENT says and the versions that exist."""
    (bundle.parent / "CURRENT").write_text("abc")
    with pytest.raises(BundleError, match=f"names version abc, which is not there. Versions: {bundle.name}"):
        load_model(bundle.parent)


def test_a_folder_without_a_model_says_what_is_there(bundle):
    """A folder of models lists them; any other says how to make one; also a path that no file can have."""
    with pytest.raises(BundleError, match="Models there: m"):
        load_model(bundle.parent.parent)
    for path in (bundle.parent.parent / "none", "x" * 5000, "a\0b"):
        with pytest.raises(BundleError):
            load_model(path)
    with pytest.raises(BundleError, match="freetext train"):
        load_model(bundle.parent.parent / "none")


@pytest.mark.parametrize("member", MEMBERS)
def test_a_missing_member_is_named(bundle, member):
    """A bundle is whole or refused."""
    (bundle / member).unlink()
    refused(bundle, member)


@SHARED
@given(st.sampled_from([*MEMBERS, "manifest.json"]), st.integers(0), st.integers(1, 255))
def test_a_changed_byte_is_refused(bundle, member, place, change):
    """One byte changed anywhere: refused, but for white space of the manifest, which changes no model."""
    path, sound = bundle / member, load_model(bundle).digest
    whole = path.read_bytes()
    place %= len(whole)
    path.write_bytes(whole[:place] + bytes([whole[place] ^ change]) + whole[place + 1 :])
    try:
        assert load_model(bundle).digest == sound
        assert member == "manifest.json"
    except BundleError:
        pass
    finally:
        path.write_bytes(whole)


@SHARED
@given(st.sampled_from([*MEMBERS, "manifest.json"]), st.binary(max_size=60), st.integers(0))
def test_any_bytes_with_right_hashes_are_refused(bundle, member, junk, place):
    """An attacker who puts the hashes right gets BundleError and nothing else, from loading, the card and the list."""
    path = bundle / member
    before = {each: each.read_bytes() for each in bundle.iterdir()}
    place %= len(before[path])
    path.write_bytes(before[path][:place] + junk + before[path][place + len(junk) // 2 :])
    try:
        if member != "manifest.json":
            rehashed(bundle)
        for act in (load_model, read_card, list_models):
            try:
                act(bundle)
            except BundleError:
                continue
    finally:
        for each, content in before.items():
            each.write_bytes(content)


def test_a_newer_format_is_refused(bundle):
    """A bundle of a later version says which format it has and what to do."""
    rehashed(bundle, format=WITH_VECTORS + 1)
    refused(bundle, f"has format {WITH_VECTORS + 1}; this version reads up to {WITH_VECTORS}")


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"null", b"[]", b'"x"', b"{}", b'{"format": 1}', b'{"format": true, "members": {}}', b'{"format": 1, "members": []}',
        b'{"format": 0, "members": {}}', b'{"format": "1", "members": {}}', b'{"format": ' + b"9" * 5000 + b', "members": {}}',
        b'{"format": 1, "members": {}, "themes": 3, "codeframe": [], "facts": []}', b"[" * 200_000, b'{"a":' * 100_000, b"\xff\xfe{}", b"\x00" * 10,
    ],
    ids=range(17),
)  # fmt: skip
def test_a_strange_manifest_is_refused(bundle, content):
    """No JSON, other JSON, huge numbers and deep nesting are no model, for loading as for listing."""
    (bundle / "manifest.json").write_bytes(content)
    refused(bundle, "manifest.json")
    found = list_models(bundle.parent)
    assert not found.models
    assert [str(each).partition(": ")[0] for each in found.problems] == [str(bundle / "manifest.json")]


strange = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3) | st.just(10**400), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["slug", "a", "cutoff", "themes"]), inner, max_size=3), max_leaves=6
)  # fmt: skip
PLACES = [
    ("themes",), ("facts",), ("codeframe",), ("digest",), ("members",), ("themes", 0), ("themes", 0, "slug"), ("themes", 0, "cutoff"), ("themes", 1, "slope"),
    ("themes", 1, "offset"), ("themes", 0, "positives"), ("facts", "answers"), ("facts", "scores"), ("facts", "scores", "themes"), ("facts", "scores", "micro_f1"),
    ("codeframe", "name"), ("codeframe", "by_name"), ("facts", "seed"),
]  # fmt: skip


@SHARED
@given(st.sampled_from(PLACES), strange)
def test_a_manifest_with_strange_values_is_refused(bundle, place, value):
    """Whatever stands in the manifest, loading, the card and the list give BundleError or a sound model."""
    sound = (bundle / "manifest.json").read_bytes()
    manifest = json.loads(sound)
    inside = manifest
    for key in place[:-1]:
        inside = inside[key]
    same = inside[place[-1]] == value
    inside[place[-1]] = value
    (bundle / "manifest.json").write_text(json.dumps(manifest))
    try:
        for act in (read_card, load_model):
            try:
                act(bundle)
                assert same
            except BundleError:
                pass
        for listed in list_models(bundle.parent.parent).models if same else ():
            assert listed.digest == bundle.name
    finally:
        (bundle / "manifest.json").write_bytes(sound)


@pytest.mark.parametrize(
    ("name", "array"),
    [
        ("rows", np.full((2, 2), np.nan, dtype=np.float32)),
        ("bias", np.array([np.inf, 0], dtype=np.float32)),
        ("rows", np.zeros((3, 2), dtype=np.float32)),
        ("rows", np.zeros((2, 3), dtype=np.float32)),
        ("rows", np.zeros((2, 2), dtype=np.float64)),
        ("rows", np.zeros(4, dtype=np.float32)),
        ("bias", np.zeros((2, 1), dtype=np.float32)),
        ("bias", np.zeros(2, dtype=">f4")),
        ("bias", np.array(["a", "b"])),
        ("pairs", np.array([[0, 2]], dtype=np.int32)),
        ("pairs", np.array([[-2, 0]], dtype=np.int32)),
        ("pairs", np.array([[0, -1]], dtype=np.int32)),
        ("pairs", np.array([[0, 1], [0, 0]], dtype=np.int32)),
        ("pairs", np.zeros((0, 3), dtype=np.int32)),
        ("pairs", np.zeros((1, 0), dtype=np.int32)),
        ("crossed", np.array([[0, 0]], dtype=np.int32)),
        ("rows", None),
    ],
    ids=range(17),
)
def test_arrays_that_do_not_fit_are_refused(bundle, name, array):
    """Numbers that are not finite, wrong types, wrong shapes, places outside the vocabulary, and a missing array."""
    arrays(bundle, **{name: array})
    refused(bundle, "the model is damaged")


class Bomb:
    """Writes a file when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self):
        return (Path.write_text, (self.path, "ran"))


@pytest.mark.parametrize("name", ["rows", "bias", "extra"])
def test_nothing_in_a_bundle_can_run(bundle, tmp_path, name):
    """A pickled object among the arrays, hashes put right, is refused or not looked at, and never unpickled."""
    arrays(bundle, **{name: np.array([Bomb(tmp_path / "ran")], dtype=object)})
    if name == "extra":
        load_model(bundle)
    else:
        refused(bundle, "the model is damaged")
    assert not (tmp_path / "ran").exists()


def packed(bundle: Path, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(bundle / "arrays.npz", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    rehashed(bundle)


def header(shape: tuple[int, ...], kind: str = "<f4") -> bytes:
    out = io.BytesIO()
    np.lib.format.write_array_header_1_0(out, {"descr": kind, "fortran_order": False, "shape": shape})
    return out.getvalue()


def members(bundle: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(bundle / "arrays.npz") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(
    "content",
    [
        header((10**12, 10**3)), header((2**40, 2)), header((-1, 2)), header((2, 2)), header((2, 2), "|O"), b"", b"\x93NUMPY", b"cos\nsystem\n",
        b"\x93NUMPY\x01\x00\x0a\x00{1:(((((", b"\x93NUMPY\x02\x00" + b"\xff" * 20, header((2, 2)) + bytes(50_000_000),
    ],
    ids=range(11),
)  # fmt: skip
def test_an_array_that_claims_to_be_larger_than_it_is_takes_no_room(bundle, content):
    """Headers that declare terabytes, negative or missing numbers, objects or nonsense, and a bomb of zeros, are refused."""
    packed(bundle, members(bundle) | {"rows.npy": content})
    refused(bundle, "the model is damaged")


def test_a_model_of_zeros_is_no_bomb(tmp_path):
    """Numbers that pack a thousandfold are read all the same."""
    model = tiny(codeframe_of(["a", "b"]), tuple(map(str, range(50_000))))
    model = replace(model, folded=Folded(model.folded.vocabulary, np.zeros((50_000, 2), np.float32), model.folded.bias))
    save_model(model, tmp_path)
    assert load_model(tmp_path).digest == model.digest


def test_a_zip_that_lies_about_sizes_is_refused(bundle):
    """Declared sizes that are not the true ones, a flag of encryption, and half a zip."""
    whole = (bundle / "arrays.npz").read_bytes()
    central = whole.index(b"PK\x01\x02")
    for place, change in (
        (central + 24, b"\xff\xff\xff\x7f"),
        (central + 8, b"\x01\x00"),
        (central + 10, b"\x0c\x00"),
    ):
        (bundle / "arrays.npz").write_bytes(whole[:place] + change + whole[place + len(change) :])
        rehashed(bundle)
        refused(bundle, "the model is damaged")
    (bundle / "arrays.npz").write_bytes(whole[: len(whole) // 2])
    rehashed(bundle)
    refused(bundle, "the model is damaged")


@pytest.mark.parametrize(
    "content",
    ["null", "[]", "{}", '{"words": 1}', '{"words": ["a", "a"], "chars": [], "questions": []}', '{"words": ["a", 1], "chars": [], "questions": []}', "[" * 100_000],
    ids=range(7),
)  # fmt: skip
def test_a_strange_vocabulary_is_refused(bundle, content):
    """Other JSON than lists of distinct texts is no vocabulary."""
    (bundle / "vocabulary.json").write_text(content)
    rehashed(bundle)
    refused(bundle, "the model is damaged")


@pytest.mark.parametrize(
    "content", ["", "x =", "format = 9", 'name = "x"\n[[theme]]\nslug = "a"', "a = " + "[" * 50_000]
)
def test_a_strange_codeframe_is_refused(bundle, content):
    """A codeframe that is broken, of a newer format, or another one than the manifest's is refused."""
    (bundle / "codeframe.toml").write_text(content)
    rehashed(bundle)
    refused(bundle, "codeframe|damaged")


@pytest.mark.parametrize("lang", ["..os", "qq", "en.examples"])
def test_a_bundle_of_a_language_that_is_none_is_refused_when_it_is_used(tmp_path, lang):
    """A language is never a module's path: coding refuses it as the user's input."""
    from freetext.errors import UsageError  # noqa: PLC0415

    save_model(tiny(replace(codeframe_of(["a"]), lang=lang)), tmp_path)
    with pytest.raises(UsageError, match="language"):
        Coder(load_model(tmp_path)).code(answers_of(["x"]))


def test_a_damaged_version_is_mended_by_training_again(bundle):
    """Saving the model again puts a sound version in the place of a damaged one, and leaves nothing else behind."""
    sound = load_model(bundle)
    (bundle / "arrays.npz").write_bytes(b"no zip")
    save_model(sound, bundle.parent)
    assert load_model(bundle).digest == sound.digest
    assert sorted(each.name for each in bundle.parent.iterdir()) == sorted(["CURRENT", "HISTORY.jsonl", bundle.name])


def test_a_sound_version_is_left_as_it_is(bundle):
    """Saving a model that stands already touches none of its files."""
    times = {each: each.stat().st_mtime_ns for each in bundle.iterdir()}
    save_model(load_model(bundle), bundle.parent)
    assert {each: each.stat().st_mtime_ns for each in bundle.iterdir()} == times


def test_a_place_that_cannot_be_written_is_refused(tmp_path):
    """A file where the folder should be, and a codeframe that no file can hold, leave nothing behind."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="cannot be written"):
        save_model(tiny(codeframe_of(["a"])), tmp_path / "file")
    broken = Codeframe("f", (Theme("a", 1, "half \ud800"),))
    with pytest.raises(OutputError, match="half a character"):
        save_model(tiny(broken), tmp_path / "m")
    assert not list((tmp_path / "m").glob("*"))


def test_models_are_listed_with_the_one_in_force(tmp_path):
    """A folder of models, one model and one version list their versions; what is being written is not one."""
    one, two = tiny(codeframe_of(["a"], name="x")), tiny(codeframe_of(["b"], name="x"))
    for each in (one, two):
        save_model(each, tmp_path / "x")
    save_model(one, tmp_path / "y")
    shutil.copytree(tmp_path / "x" / one.digest, tmp_path / "x" / ".writing-1")
    listed = [
        (each.folder.relative_to(tmp_path).as_posix(), each.name, each.digest, each.current)
        for each in list_models(tmp_path).models
    ]
    assert listed == sorted(
        [
            (f"x/{one.digest}", "x", one.digest, False),
            (f"x/{two.digest}", "x", two.digest, True),
            (f"y/{one.digest}", "x", one.digest, True),
        ]
    )
    assert len(list_models(tmp_path / "x").models) == 2
    assert len(list_models(tmp_path / "x" / one.digest).models) == 1
    with pytest.raises(BundleError, match="no such folder"):
        list_models(tmp_path / "none")
    (tmp_path / "empty").mkdir()
    assert list_models(tmp_path / "empty") == ModelList(())


def test_a_damaged_version_does_not_hide_the_others(tmp_path):
    """What cannot be read is reported beside the models that can."""
    one, two = tiny(codeframe_of(["a"], name="x")), tiny(codeframe_of(["b"], name="y"))
    for each in (one, two):
        save_model(each, tmp_path / each.name)
    (tmp_path / "x" / one.digest / "manifest.json").write_bytes(b"{")
    found = list_models(tmp_path)
    assert [each.name for each in found.models] == ["y"]
    assert [str(each).startswith(str(tmp_path / "x" / one.digest)) for each in found.problems] == [True]


def test_the_card_tells_the_truth(model, tmp_path):
    """The card holds the digest, the counts, each theme's figures, and which themes were too rare to learn."""
    card = read_card(save_model(model, tmp_path))
    assert f"# Model visit {model.digest}" in card
    assert "120 answers of 60 respondents" in card
    assert "| lonely | 1 | - | too few to learn: codes by rules only |" in card
    assert "| unheard | 0 | - | too few to learn: codes by rules only |" in card
    assert card == (tmp_path / model.digest / "card.md").read_text()


def test_the_card_says_what_changed(model, tmp_path):
    """What a model changed against the one before stands at the end of its card, and is no part of its digest."""
    target = save_version(model, tmp_path, changed="## Against abc\n\nno worse\n")
    assert read_card(target).endswith("\n## Against abc\n\nno worse\n")
    assert load_model(target).digest == model.digest == target.name


def test_the_card_says_what_was_kept_from_the_model(model, tmp_path):
    """With a locked audit the card has its scores, their intervals and each theme's F1 on it; without one it has none."""
    assert "audit" not in read_card(save_version(model, tmp_path))
    scores = {
        "micro_f1": 0.5, "micro_interval": [0.4, 0.6], "macro_f1": None, "macro_interval": None,
        "themes": {"money": {"precision": 1.0, "recall": 0.5, "f1": 0.67}},
    }  # fmt: skip
    locked = {"answers": 30, "respondents": 20, "labels": "abc", "scores": scores}
    card = read_card(save_version(replace(model, facts={**model.facts, "locked": locked}), tmp_path))
    assert "The audit was kept from it: 30 answers of 20 respondents (hash abc)." in card
    assert "Micro F1 0.50 (0.40 to 0.60), macro F1 -." in card
    money = next(line for line in card.splitlines() if line.startswith("| money |"))
    assert money.split("|")[4].strip() == "0.67"


def test_the_card_has_hashes_intervals_and_a_reliability_table(model, tmp_path):
    """The card names the hashes of labels and codeframe, the recipe, intervals, and how often what is probable comes true."""
    card = read_card(save_version(model, tmp_path))
    assert f"hash {model.facts['labels']}" in card
    assert f"hash {model.codeframe.digest}" in card
    assert "C 0.1" in card
    low, high = model.facts["scores"]["micro_interval"]
    assert f"({low:.2f} to {high:.2f})" in card
    bins = model.facts["calibration"]["bins"]
    assert card.count(" to 0.") + card.count(" to 1.0 |") >= len(bins) > 3
    assert "expected calibration error" in card


def test_the_card_of_a_model_without_these_facts_is_shorter(tmp_path):
    """A model of an earlier version, whose facts hold less, has a card all the same."""
    card = read_card(save_model(tiny(codeframe_of(["a", "b"])), tmp_path))
    assert "No scores" in card
    assert "calibration" not in card


def test_a_version_alone_is_not_in_force(tmp_path):
    """Writing a version moves nothing; putting it in force does, and the history says what was before."""
    one, two = tiny(codeframe_of(["a"])), tiny(codeframe_of(["b"]))
    save_model(one, tmp_path)
    save_version(two, tmp_path)
    record_kept(tmp_path, two.digest, before=one.digest, why="worse")
    assert version_in_force(tmp_path) == one.digest
    put_in_force(tmp_path, two.digest, "promoted", why="better")
    assert load_model(tmp_path).digest == two.digest
    put_in_force(tmp_path, two.digest, "promoted", why="again")
    told = [(each.digest, each.what, each.before, each.why) for each in read_history(tmp_path)]
    assert told == [
        (one.digest, "by hand", "", "saved"),
        (two.digest, "kept", one.digest, "worse"),
        (two.digest, "promoted", one.digest, "better"),
    ]


def test_a_history_that_cannot_be_written_is_refused(tmp_path):
    """A folder where the history should be is OutputError."""
    (tmp_path / "HISTORY.jsonl").mkdir()
    with pytest.raises(OutputError, match="cannot be written"):
        put_in_force(tmp_path, "abc", "by hand")
    with pytest.raises(OutputError, match="cannot be written"):
        record_kept(tmp_path, "abc", before="", why="")
