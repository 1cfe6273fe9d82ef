"""Outcomes kept between runs: one JSON file each, named by set, size, system and draw, and by a hash of all that it follows from."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import bench_rivals
from bench_rivals import RIVALS
from bench_scores import Outcome
from bench_sets import ALL, Trial
from bench_systems import OURS, Means, Ours, code_digest, engine, wants

System = Callable[[Trial, Means], Outcome | None]
SYSTEMS: dict[str, System] = {**OURS, **RIVALS}


def outcome_of(system: str, trial: Trial, means: Means) -> Outcome | None:
    """Return what a system makes of a trial: what is kept of it, or else of a run, which is kept.

    None where the system cannot do what the trial asks, is a rival that is not installed, or nothing new is to be run.
    """
    path = means.cache / f"{_name(system, trial)}.json"
    if path.is_file():
        return read_outcome(json.loads(path.read_text(encoding="utf-8")))
    if means.kept_only or (system in RIVALS and RIVALS[system].missing):
        return None
    made = SYSTEMS[system](trial, means)
    if made is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_text(json.dumps(outcome_as_json(made)), encoding="utf-8")
        part.replace(path)
    return made


def _name(system: str, trial: Trial) -> str:
    source = engine() if isinstance(SYSTEMS[system], Ours) else _rivals()
    size = "all" if trial.size == ALL else str(trial.size)
    plain = "".join(each if each.isalnum() else "-" for each in system)
    return f"{source}/{trial.survey}_{size}_{plain}_{trial.seed}_{trial.fold}_{trial.digest}"


@cache
def _rivals() -> str:
    return f"rivals-{code_digest([Path(bench_rivals.__file__)])}-{version('scikit-learn')}"


def outcome_as_json(outcome: Outcome) -> dict[str, Any]:
    """Write an outcome as JSON values."""
    same = outcome.scores is outcome.chances
    return {
        "shape": list(outcome.chosen.shape),
        "seconds": round(outcome.seconds, 3),
        "rate": round(outcome.rate, 1),
        "chosen": _packed(np.packbits(outcome.chosen)),
        "scores": _packed(outcome.scores),
        **({} if same else {"chances": _packed(outcome.chances)}),
    }


def read_outcome(told: dict[str, Any]) -> Outcome:
    """Read what `outcome_as_json` wrote."""
    rows, themes = told["shape"]
    bits = np.frombuffer(_unpacked(told["chosen"]), np.uint8)
    chosen = np.unpackbits(bits, count=rows * themes).reshape(rows, themes).astype(np.bool_)
    scores = np.frombuffer(_unpacked(told["scores"]), np.float32).reshape(rows, themes)
    chances = scores
    if "chances" in told:
        chances = np.frombuffer(_unpacked(told["chances"]), np.float32).reshape(rows, themes)
    return Outcome(scores, chances, chosen, told["seconds"], told["rate"])


def _packed(values: NDArray[Any]) -> str:
    return base64.b64encode(zlib.compress(np.ascontiguousarray(values).tobytes(), 1)).decode("ascii")


def _unpacked(text: str) -> bytes:
    return zlib.decompress(base64.b64decode(text))


__all__ = ["SYSTEMS", "outcome_as_json", "outcome_of", "read_outcome", "wants"]
