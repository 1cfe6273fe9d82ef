"""Sound files of every kind, made once."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session", name="samples")
def _samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of sound files for every reader; not to be written to."""
    from tests.hostile.samples import made  # noqa: PLC0415

    return made(tmp_path_factory.mktemp("samples"))
