"""Inputs that fuzzing found and kept, `READER/NAME`: what once ended a process or was slow never does again."""

import sys
from pathlib import Path

import pytest
from tests.hostile.readers import READERS
from tests.hostile.trials import Trial, came, faults

CORPUS = Path(__file__).parent / "corpus"
KEPT = sorted(path for path in CORPUS.rglob("*") if path.is_file())
LARGEST = 300_000

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of memory are Linux's")


def test_what_fuzzing_found_is_read_or_refused(samples):
    """Each kept input is read rightly or refused in one line, within the limits of a child process."""
    done = came([Trial(path.parent.name, path.name, path.name, path.read_bytes()) for path in KEPT], samples)
    assert faults(done) == []
    assert len(done) == len(KEPT) > 5


def test_the_damaged_feet_are_refused(samples):
    """Notes of columns that would end the process in Arrow are refused before Arrow sees them."""
    feet = [path for path in KEPT if path.name.startswith("foot")]
    done = came([Trial("parquet", path.name, path.name, path.read_bytes()) for path in feet], samples)
    assert [each.outcome for each in done] == ["refused"] * 6


def test_the_corpus_is_small_and_sorted_by_readers():
    """Every folder bears a reader's name, and all together are a few hundred kilobytes."""
    assert {path.parent.name for path in KEPT} <= set(READERS)
    assert sum(path.stat().st_size for path in KEPT) < LARGEST
