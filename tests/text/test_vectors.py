import numpy as np
import pytest
import spacy

from freetext.errors import UsageError
from freetext.text.vectors import Absent, SpacyVectors, spacy_vectors, vectors_told


def pipeline(second: float = 2.0) -> SpacyVectors:
    """A vocabulary in which two words have vectors."""
    vocab = spacy.blank("en").vocab
    vocab.reset_vectors(width=3)
    for word, vector in (("tea", [1.0, 0, 0]), ("cold", [0, second, 0])):
        vocab.set_vector(word, np.array(vector, dtype=np.float32))  # type: ignore[arg-type]  # spaCy wants a type of thinc's
    return SpacyVectors("made", vocab)


def test_the_vectors_of_a_pipeline_are_those_of_its_words():
    """A word that the pipeline knows has its vector, another one none; the shape is right without any word."""
    made = pipeline()
    assert made(["cold", "xyzzy", "tea"]).tolist() == [[0, 2, 0], [0, 0, 0], [1, 0, 0]]
    assert made([]).shape == (0, 3)


def test_pipelines_are_told_apart():
    """The digest is that of the numbers and words."""
    assert pipeline().digest == pipeline().digest != pipeline(3.0).digest
    assert len(pipeline().digest) == 16


def test_a_pipeline_that_is_not_installed_is_refused():
    """Only an installed pipeline is loaded, never another module of that name."""
    with pytest.raises(UsageError, match="no spaCy pipeline 'json' is installed"):
        spacy_vectors("json")


def test_absent_vectors_are_told_and_never_given():
    """What stands for absent vectors tells their name, digest and size, and refuses to give any."""
    absent = Absent("tiny", "0123456789abcdef", 6)
    assert vectors_told(absent) == {"vectors": {"name": "tiny", "digest": "0123456789abcdef", "size": 6}}
    assert vectors_told(None) == {}
    with pytest.raises(UsageError, match="'tiny'"):
        absent(["tea"])
