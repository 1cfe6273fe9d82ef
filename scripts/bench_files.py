"""File to file, Parquet to Parquet, in one process, beside the bare tokenizer on the same answers: the flow alone, and the whole command."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import spacy

from bench_flow import flow, warmed
from bench_marks import Ledger, Mark
from bench_peak import ran
from bench_starts import FREETEXT
from freetext.files.modelling.models import resolve, save_model
from freetext.model.bundle import Model
from freetext.model.coder import Coder

TURNS, WARMED = 3, 2_000


def file_rows(model: Model, array: pa.StringArray, cache: Path, ledger: Ledger) -> None:
    """Time the flow, the command and the tokenizer in turn."""
    folder = cache / "speed"
    path, home = folder / "answers.parquet", folder / "models" / model.digest
    folder.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.table({"id": pa.array(range(len(array))), "text": array}), path)
    save_model(model, home)
    coder, tokenizer = warmed(Coder(model), path), spacy.blank("en").tokenizer
    texts = array.to_pylist()
    bare(tokenizer, texts[:WARMED])
    found = [
        (bare(tokenizer, texts), sum(flow(path, coder, folder / "flow.parquet")), command(path, home))
        for _ in range(TURNS)
    ]
    tokens, mine, whole = map(min, zip(*found, strict=True))
    count = len(array)
    what = "file to file, Parquet to Parquet, one process, against spaCy's bare tokenizer"
    told = f"{count / mine:,.0f} answers a second beside {count / tokens:,.0f}"
    figures = {"ours a second": count / mine, "bare a second": count / tokens}
    ledger.keep(Mark("file", what, tokens / mine, "times", 1.0, told=told, figures=figures))
    what = f"`freetext code` as a whole, Python's start and the model's loading included, {count:,} answers"
    ledger.keep(Mark("file-command", what, tokens / whole, "times", told=f"{whole:.1f} s beside {tokens:.1f}"))


def bare(tokenizer: Any, texts: list[str]) -> float:
    """Return the seconds of the bare tokenizer."""
    begun = time.perf_counter()
    for _ in tokenizer.pipe(texts):
        pass
    return time.perf_counter() - begun


def command(path: Path, home: Path) -> float:
    """Return the seconds of coding a file by the command."""
    names = ["--text", "text", "--id", "id", "--model", str(resolve(home)), "-o", str(path.with_name("out.parquet"))]
    return ran([FREETEXT, "code", str(path), *names, "--force", "--quiet"]).seconds
