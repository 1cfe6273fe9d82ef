import json
import shutil
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import InputError, UsageError
from freetext.files.modelling.vectors import _extra, load_vectors, vectors_of
from freetext.files.project.settings import Project
from freetext.survey.questionnaire import Questionnaire

safetensors = pytest.importorskip("safetensors.numpy", reason="the extra `static` is not installed")


@pytest.fixture
def copy(vectors_folder, tmp_path):
    """The folder of vectors, to be spoilt."""
    return shutil.copytree(vectors_folder, tmp_path / "copy")


def rewritten(folder, **arrays):
    """Write other arrays into a folder's table."""
    held = {**safetensors.load_file(folder / "model.safetensors"), **arrays}
    safetensors.save_file({name: each for name, each in held.items() if each is not None}, folder / "model.safetensors")
    return folder


def refused(folder, match):
    with pytest.raises(InputError, match=match) as caught:
        load_vectors(folder)
    assert str(folder) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_form_is_the_sum_of_its_subwords(vectors, vectors_folder):
    """A form's vector is the sum of its subwords' vectors in the file, and an empty form has none."""
    table = safetensors.load_file(vectors_folder / "model.safetensors")["embeddings"]
    places = json.loads((vectors_folder / "tokenizer.json").read_text())["model"]["vocab"]
    one, two, none = vectors(["parking", "ox", ""])
    assert one == pytest.approx(table[places["park"]] + table[places["##ing"]])
    assert two == pytest.approx(table[places["o"]] + table[places["##x"]])
    assert not none.any()
    assert (vectors.name, vectors.size, len(vectors.digest)) == ("tiny", 6, 16)


@settings(max_examples=50)
@given(st.lists(st.text(max_size=12), max_size=6))
def test_a_vector_does_not_depend_on_its_company(vectors, forms):
    """A form has the same vector, bit for bit, alone and among others, whatever characters it holds."""
    together = vectors(forms)
    assert together.shape == (len(forms), 6)
    assert together.dtype == np.float32
    assert all(vectors([form])[0].tobytes() == row.tobytes() for form, row in zip(forms, together, strict=True))


def test_the_digest_tells_files_apart(vectors, copy):
    """The same files have the same digest in any folder; other numbers have another."""
    assert load_vectors(copy).digest == vectors.digest
    table = safetensors.load_file(copy / "model.safetensors")["embeddings"]
    assert load_vectors(rewritten(copy, embeddings=table + 1)).digest != vectors.digest


def test_mapping_and_weights_are_honoured(copy):
    """A table with `mapping` and `weights` gives each subword the row that it maps to, times its weight."""
    table = safetensors.load_file(copy / "model.safetensors")["embeddings"]
    size = len(table)
    mapping, weights = np.zeros(size, dtype=np.int64), np.arange(size, dtype=np.float32)
    found = load_vectors(rewritten(copy, mapping=mapping, weights=weights))(["food"])[0]
    assert found == pytest.approx(table[0] * (size - 4))


@pytest.mark.parametrize(
    ("arrays", "match"),
    [
        ({"embeddings": None, "rows": np.ones((90, 6), np.float32)}, "holds no `embeddings`. It holds: rows"),
        ({"embeddings": np.ones(9, np.float32)}, "its table is float32"),
        ({"embeddings": np.ones((90, 6), np.int64)}, "its table is int64"),
        ({"embeddings": np.ones((90, 5000), np.float32)}, "have 5,000 numbers"),
        ({"embeddings": np.full((90, 6), np.nan, np.float32)}, "not finite"),
        ({"embeddings": np.ones((7, 6), np.float32)}, "has 7 vectors, but tokenizer.json counts 80 subwords"),
        ({"mapping": np.full(90, 999)}, "`mapping` points outside"),
        ({"mapping": np.full(90, -1)}, "`mapping` points outside"),
        ({"mapping": np.ones(90, np.float32)}, "`mapping` is no list of places"),
        ({"weights": np.ones(3, np.float32)}, "`weights` are not one finite number"),
    ],
)
def test_an_odd_table_is_refused(copy, arrays, match):
    """A table of another name, type, shape or size is refused in one line that names the file."""
    refused(rewritten(copy, **arrays), match)


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff" * 99, b'{"model": 3}'])
@pytest.mark.parametrize(("name", "match"), [("model.safetensors", "no table"), ("tokenizer.json", "no tokenizer")])
def test_odd_bytes_are_refused(copy, name, content, match):
    """Bytes that are no table, or no tokenizer, are refused in one line that names the file."""
    (copy / name).write_bytes(content)
    refused(copy, f"{match}|holds no")


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json"])
def test_a_folder_that_lacks_a_file_is_refused(copy, name):
    """A folder without one of the two files is refused, and both are named."""
    (copy / name).unlink()
    refused(copy, "holds model.safetensors and tokenizer.json")


def test_an_unknown_name_lists_what_there_is():
    """A name that is neither a folder nor a pipeline is refused with the names that there are and the option."""
    with pytest.raises(UsageError, match=r"no vectors 'glove' \(--vectors\).*wordllama"):
        load_vectors("glove")


def test_the_files_of_wordllama_are_held_by_their_hash(tmp_path, monkeypatch):
    """A package of that name with other files is refused, naming the file; it is never imported."""
    home = tmp_path / "wordllama"
    for name in ("weights/l2_supercat_256.safetensors", "tokenizers/l2_supercat_tokenizer_config.json"):
        (home / name).parent.mkdir(parents=True)
        (home / name).write_bytes(b"other")
    (home / "__init__.py").write_text("raise SystemExit('imported')")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(InputError, match=r"l2_supercat_256\.safetensors: is not the file of wordllama"):
        load_vectors("wordllama")


def test_a_missing_library_names_the_extra():
    """Where a library of the extra is not installed, the message says how to install it."""
    with pytest.raises(UsageError, match=r"need no_such_library: pip install 'freetext\[static\]'"):
        _extra("no_such_library.numpy")


def test_what_is_asked_for_comes_before_the_settings(tmp_path):
    """The option comes first, then the project's settings, where a folder is one of the project; `none` is none."""
    (tmp_path / "static").mkdir()

    def asked(option: str, named: str):
        return vectors_of(option, Project(tmp_path, Questionnaire(vectors=named)))

    assert asked("", "static") == tmp_path / "static"
    assert asked("", "wordllama") == "wordllama"
    assert asked("here", "static") == "here"
    assert asked("none", "static") is None
    assert asked("", "none") is None
    assert asked("", "") is None
    assert vectors_of("", None) is None
    assert vectors_of("here", None) == "here"


def test_large_numbers_are_refused_after_mapping_and_weights(copy):
    """What counts is the table that is used: numbers that overflow when they are cast or weighed are refused, as are large ones."""
    size = len(safetensors.load_file(copy / "model.safetensors")["embeddings"])
    for arrays in (
        {"embeddings": np.full((size, 6), 1e300)},
        {"embeddings": np.full((size, 6), -1e4, np.float32)},
        {"weights": np.full(size, 1e300)},
        {"weights": np.full(size, 1e6, np.float32)},
    ):
        original = (copy / "model.safetensors").read_bytes()
        refused(rewritten(copy, **arrays), "not finite, or as large as 10,000")
        (copy / "model.safetensors").write_bytes(original)


def test_a_mapping_cannot_make_a_table_larger_than_a_file_may_be(copy):
    """A short table with a long mapping is refused before room is made for it."""
    mapping = np.zeros(700_000, dtype=np.uint8)
    refused(rewritten(copy, embeddings=np.ones((2, 4096), np.float32), mapping=mapping), "makes a table of more than")


@pytest.mark.parametrize("without", ["unk_token", "byte_fallback"])
def test_a_tokenizer_that_cannot_spell_is_refused(copy, without):
    """A tokenizer that fails at words it does not know is refused when it is loaded, in one line that names its file."""
    whole = json.loads((copy / "tokenizer.json").read_text())
    vocab = {"money": 0, "time": 1}
    whole["model"] = {
        "unk_token": {"type": "WordLevel", "vocab": vocab, "unk_token": "[UNK]"},
        "byte_fallback": {"type": "Unigram", "vocab": [["money", 0.0], ["time", 0.0]], "unk_id": None},
    }[without]
    (copy / "tokenizer.json").write_text(json.dumps(whole))
    refused(copy, r"tokenizer\.json.*cannot spell '")


def test_a_path_is_no_name(tmp_path, monkeypatch):
    """Path("wordllama") and "./wordllama" are folders; the package is meant by the bare name alone."""
    monkeypatch.chdir(tmp_path)
    for path in (Path("wordllama"), "./wordllama"):
        with pytest.raises(UsageError, match="no such folder"):
            load_vectors(path)


def test_an_unknown_name_speaks_of_pipelines():
    """Who asks for a pipeline that is not installed is told that pipelines are meant by such names."""
    with pytest.raises(UsageError, match=r"no installed spaCy pipeline of that name.*spacy download"):
        load_vectors("en_core_web_md")


def test_the_package_names_the_extra_too():
    """Without the package wordllama the message names it and the extra that reads its files."""
    if find_spec("wordllama"):
        pytest.skip("installed here")
    with pytest.raises(UsageError, match=r"wordllama==0.4.0.post1.*freetext\[static\]"):
        load_vectors("wordllama")
