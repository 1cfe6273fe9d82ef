"""`freetext_themes` in real spaCy pipelines: the codes of `freetext code`, kept on disk and in bytes."""

import pickle
import subprocess
import sys
import tomllib
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import DocBin
from srsly import msgpack_dumps  # type: ignore[import-untyped]

from freetext import code, load_model
from freetext.errors import BundleError, UsageError
from freetext.interfaces import spacy_pipe

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "models" / "innovation"
TEXTS = [
    "Money is tight and we have no staff.",
    "",
    "  \n",
    "Fear of Ofsted; nobody wants to be blamed.",
    "xyzzy",
    "The culture here: we always did it so. Furlough!",
]


@pytest.fixture(scope="module", name="nlp")
def _nlp():
    """A blank pipeline with the starter model; tests must not change it."""
    nlp = spacy.blank("en")
    nlp.add_pipe("freetext_themes", config={"model": str(MODEL)})
    return nlp


def codes(docs):
    """The themes of documents."""
    return [doc._.freetext_themes for doc in docs]


def test_docs_get_the_codes_of_code(nlp):
    """Themes, reasons for review and probabilities of each Doc are those of `code`."""
    codings = code(str(MODEL), TEXTS)
    docs = list(nlp.pipe(TEXTS, batch_size=2))
    slugs = codings.codeframe.slugs
    assert codes(docs) == [tuple(slugs[place] for place in np.flatnonzero(row)) for row in codings.chosen]
    assert [doc._.freetext_review for doc in docs] == list(codings.why)
    scores = np.array([[doc.cats[slug] for slug in slugs] for doc in docs])
    assert codings.scores is not None
    known = ~np.isnan(codings.scores)
    assert np.array_equal(scores[known].astype(np.float32), codings.scores[known])
    assert ((scores >= 0) & (scores <= 1)).all()
    assert codes(map(nlp, TEXTS)) == codes(docs)


@settings(max_examples=20)
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=30), max_size=4))
def test_any_texts_are_coded_as_by_code(nlp, texts):
    """Whatever the texts hold, spaCy's codes are those of `code`."""
    codings = code(load_model(MODEL), texts) if texts else None
    chosen = codings.chosen.sum(axis=1).tolist() if codings else []
    assert [len(themes) for themes in codes(nlp.pipe(texts))] == chosen


def test_the_question_is_heard():
    """The question of the config is what the texts answer."""
    known = load_model(MODEL).folded.vocabulary.questions
    nlp = spacy.blank("en")
    nlp.add_pipe("freetext_themes", config={"model": str(MODEL), "question": known[0]})
    texts = ["Not much.", *TEXTS]
    codings = code(str(MODEL), texts, question=known[0])
    assert codings.scores is not None
    first = [doc.cats for doc in nlp.pipe(texts)]
    assert np.array_equal(
        np.array([list(each.values()) for each in first], dtype=np.float32)[~codings.blank],
        codings.scores[~codings.blank],
    )


def test_a_pipeline_on_disk_holds_its_model(nlp, tmp_path):
    """A pipeline that was written and loaded codes alike, though the model's own folder is gone."""
    nlp.to_disk(tmp_path / "pipeline")
    config = (tmp_path / "pipeline" / "config.cfg").read_text(encoding="utf-8").replace(str(MODEL), "gone")
    (tmp_path / "pipeline" / "config.cfg").write_text(config, encoding="utf-8")
    again = spacy.load(tmp_path / "pipeline")
    assert codes(again.pipe(TEXTS)) == codes(nlp.pipe(TEXTS))
    assert again.pipe_labels["freetext_themes"] == list(load_model(MODEL).codeframe.slugs)


def test_a_pipeline_in_bytes_holds_its_model(nlp):
    """Bytes of a pipeline give it back; pickled ones too, which is how it reaches other processes."""
    again = spacy.blank("en")
    again.add_pipe("freetext_themes")
    again.from_bytes(nlp.to_bytes())
    assert codes(again.pipe(TEXTS)) == codes(nlp.pipe(TEXTS))
    pipe = pickle.loads(pickle.dumps(nlp.get_pipe("freetext_themes")))
    assert codes(pipe(again.make_doc(text)) for text in TEXTS) == codes(nlp.pipe(TEXTS))


@pytest.mark.parametrize("name", ["../x", "/x", "a\\b", "c:x"])
def test_bytes_write_nothing_elsewhere(name):
    """Bytes that name a file outside the model are refused."""
    pipe = spacy_pipe.ThemesPipe("p", "", "", "")
    with pytest.raises(ValueError, match="is no file of a model"):
        pipe.from_bytes(msgpack_dumps({name: b""}))


def test_docs_keep_their_themes(nlp):
    """Themes and scores go along when documents are packed with their user data."""
    packed = DocBin(store_user_data=True, docs=list(nlp.pipe(TEXTS)))
    packed.add(nlp(TEXTS[0]))
    back = list(DocBin(store_user_data=True).from_bytes(packed.to_bytes()).get_docs(nlp.vocab))
    assert codes(back) == codes(nlp.pipe([*TEXTS, TEXTS[0]]))


def test_a_missing_model_is_told(tmp_path):
    """Without a model, or with one that is not there, the first text says so."""
    nlp = spacy.blank("en")
    nlp.add_pipe("freetext_themes")
    with pytest.raises(UsageError, match="which model"):
        nlp("text")
    assert nlp.pipe_labels["freetext_themes"] == []
    nlp.replace_pipe("freetext_themes", "freetext_themes", config={"model": str(tmp_path / "none")})
    with pytest.raises(BundleError, match="none"):
        nlp("text")


def test_spacy_finds_the_factory_by_its_entry_point(tmp_path):
    """The factory `freetext_themes` is known to spaCy without an import of freetext, by the entry point that pyproject.toml names."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = project["entry-points"]["spacy_factories"]
    info = tmp_path / "declared-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: declared\nVersion: 1\n", encoding="utf-8")
    lines = "".join(f"{name} = {place}\n" for name, place in named.items())
    (info / "entry_points.txt").write_text(f"[spacy_factories]\n{lines}", encoding="utf-8")
    program = (
        f"import sys\nsys.path.insert(0, {str(tmp_path)!r})\nimport spacy\n"
        "nlp = spacy.blank('en')\nassert nlp.has_factory('freetext_themes')\n"
        "assert not {'sklearn', 'pandas'} & {name.partition('.')[0] for name in sys.modules}"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_spacy_may_look_at_the_part_without_loading_its_model():
    """Each part is asked by spaCy for `model` when it is added, in an order that changes from run to run: there is none, so nothing is loaded."""
    assert not hasattr(spacy_pipe.ThemesPipe, "model")
