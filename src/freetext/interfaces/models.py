"""Models from disk and to it, by str or Path."""

from __future__ import annotations

from pathlib import Path

from freetext.files.models import load_model as _load
from freetext.files.models import save_model as _save
from freetext.model.bundle import Model


def load_model(path: str | Path) -> Model:
    """Load a model: `path` is models/NAME (the version in force) or the folder of one version.

    Nothing in a bundle can run. Raises BundleError for one that is not there, broken, foreign or of a newer format.
    """
    return _load(Path(path))


def save_model(model: Model, path: str | Path) -> Path:
    """Write a model below `path` (models/NAME), put it in force and return the folder of this version; raises OutputError."""
    return _save(model, Path(path))
