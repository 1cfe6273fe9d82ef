"""Models from disk and to it, by str or Path."""

from __future__ import annotations

from pathlib import Path

from freetext.files.modelling.models import load_model as _load
from freetext.files.modelling.models import save_model as _save
from freetext.files.modelling.vectors import load_vectors as _load_vectors
from freetext.model.bundle import Model
from freetext.text.vectors import Vectors


def load_vectors(source: str | Path) -> Vectors:
    """Load static vectors for `train` and `load_model`: "wordllama", a folder (model.safetensors, tokenizer.json) or a spaCy pipeline's name.

    Nothing is fetched. Raises InputError for a file that is not what it should be, UsageError where nothing of this name is there
    or the extra `static` is not installed.
    """
    return _load_vectors(source)


def load_model(path: str | Path, *, vectors: Vectors | str | Path | None = None) -> Model:
    """Load a model: `path` is models/NAME (the version in force) or the folder of one version.

    One that was learnt with vectors wants the same again: `vectors` are those, or the name or folder of them; others read none.
    Nothing in a bundle can run. Raises BundleError for one that is not there, broken, foreign or of a newer format.
    """
    return _load(Path(path), vectors=vectors)


def save_model(model: Model, path: str | Path) -> Path:
    """Write a model below `path` (models/NAME), put it in force and return the folder of this version; raises OutputError."""
    return _save(model, Path(path))
