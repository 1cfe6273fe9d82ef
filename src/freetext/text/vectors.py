"""Vectors of words, one a normal form, whatever stands around it: so that a block of features made of them is a sum over tokens."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from freetext.errors import UsageError, names_listed

if TYPE_CHECKING:
    from spacy.vocab import Vocab

Floats = NDArray[np.float32]


class Vectors(Protocol):
    """Static vectors: `digest` tells them from others, 16 hexadecimal digits of a hash of all that they are made of."""

    @property
    def name(self) -> str:
        """What people call them."""

    @property
    def digest(self) -> str:
        """The first 16 hexadecimal digits of a hash."""

    @property
    def size(self) -> int:
        """Numbers in a vector."""

    def __call__(self, forms: Sequence[str]) -> Floats:
        """Return float32 (forms, size); a form's vector does not depend on the others."""


def vectors_told(vectors: Vectors | None) -> dict[str, dict[str, str | int]]:
    """Tell a model's vectors as its facts do; nothing where it has none."""
    if vectors is None:
        return {}
    return {"vectors": {"name": vectors.name, "digest": vectors.digest, "size": vectors.size}}


@dataclass(frozen=True, eq=False)
class SubwordVectors:
    """The vector of a form is the sum of those of its subwords.

    table  (subwords, size) of float16 or float32
    spell  forms to the places of their subwords in the table
    """

    name: str
    digest: str
    table: NDArray[np.floating]
    spell: Callable[[Sequence[str]], Sequence[Sequence[int]]]

    @property
    def size(self) -> int:
        """Numbers in a vector."""
        return int(self.table.shape[1])

    def __call__(self, forms: Sequence[str]) -> Floats:
        """Return float32 (forms, size)."""
        spelled = self.spell(forms)
        ends = np.cumsum([0, *map(len, spelled)])
        places = np.fromiter((place for each in spelled for place in each), dtype=np.int64, count=int(ends[-1]))
        met, columns = np.unique(places, return_inverse=True)
        ones = np.ones(len(places), dtype=np.float32)
        held = sparse.csr_matrix((ones, columns, ends), shape=(len(spelled), len(met)))
        return np.asarray(held @ self.table[met].astype(np.float32), dtype=np.float32)


@dataclass(frozen=True, eq=False)
class SpacyVectors:
    """The vectors of a spaCy pipeline's vocabulary; a form that it does not know has none."""

    name: str
    vocab: Vocab

    @cached_property
    def digest(self) -> str:
        """A hash of the table and of what stands where in it."""
        found = self.vocab.vectors
        whole = hashlib.sha256(np.ascontiguousarray(found.data).tobytes())
        whole.update(repr((found.shape, found.mode, sorted(found.key2row.items()))).encode())
        whole.update(repr([getattr(found, each, None) for each in FLORET]).encode())
        return whole.hexdigest()[:16]

    @property
    def size(self) -> int:
        """Numbers in a vector."""
        return int(self.vocab.vectors_length)

    def __call__(self, forms: Sequence[str]) -> Floats:
        """Return float32 (forms, size)."""
        rows = [self.vocab.get_vector(form) for form in forms]
        return np.array(rows, dtype=np.float32).reshape(len(forms), self.size)


FLORET = ("minn", "maxn", "hash_count", "hash_seed", "bow", "eow")
"""What else decides on the vectors of a table that is hashed by subwords."""


@dataclass(frozen=True)
class Absent:
    """Stands for the vectors of a model that is only looked at; whoever asks for one is refused."""

    name: str
    digest: str
    size: int

    def __call__(self, forms: Sequence[str]) -> Floats:
        """Refuse: raises UsageError."""
        raise UsageError(f"the vectors {self.name!r} ({self.digest}) are not loaded: {len(forms)} words have none.")


def spacy_names() -> list[str]:
    """Return the names of the pipelines that are installed."""
    import spacy  # noqa: PLC0415  (takes a second; a folder of vectors does not want it)

    return sorted(spacy.util.get_installed_models())


def spacy_vectors(name: str) -> SpacyVectors:
    """Load the vectors of an installed pipeline; raises UsageError where there is none of this name or it has none."""
    import spacy  # noqa: PLC0415

    names = spacy_names()
    if name not in names:
        raise UsageError(f"no spaCy pipeline {name!r} is installed. Installed: {names_listed(names) or 'none'}.")
    vocab = spacy.load(name, exclude=["tagger", "parser", "ner", "lemmatizer", "attribute_ruler", "senter"]).vocab
    if not vocab.vectors_length:
        raise UsageError(f"the spaCy pipeline {name!r} has no vectors; one whose name ends in _md or _lg has.")
    return SpacyVectors(name, vocab)
