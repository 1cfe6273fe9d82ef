"""Thousands of mutated files, read in children under limits of memory and time; a seed makes the same file anywhere."""

import random
import sys

import pytest
from tests.hostile.mutations import edited, members, mutated, packed
from tests.hostile.readers import READERS, samples_of
from tests.hostile.trials import came, faults, trials

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of memory are Linux's")
FAST, FAST_APART = 6, 2
SLOW, SLOW_APART = 80, 25
"""Files a reader; those that are read in a process of their own take a hundred times as long."""


def counted(reader, many, few):
    """How many files of a reader are tried."""
    return few if READERS[reader].apart else many


def test_there_are_two_thousand():
    """Together the slow tests try at least 2,000 mutated files, and the fast one about 200."""
    assert sum(counted(reader, SLOW, SLOW_APART) for reader in READERS) >= 2_000
    assert 150 <= sum(counted(reader, FAST, FAST_APART) for reader in READERS) <= 300


@LINUX
def test_a_sample_of_mutated_files(samples):
    """A few mutated files of every kind are read rightly or refused in one line, within 5 seconds and 500 MB; nothing is written."""
    tried = [each for reader in READERS for each in trials(reader, range(counted(reader, FAST, FAST_APART)), samples)]
    assert faults(came(tried, samples)) == []


@pytest.mark.slow
@LINUX
@pytest.mark.parametrize("reader", READERS)
def test_mutated_files(samples, reader):
    """Mutated files of a kind are read rightly or refused in one line, within 5 seconds and 500 MB; nothing is written."""
    done = came(trials(reader, range(100, 100 + counted(reader, SLOW, SLOW_APART)), samples), samples)
    assert faults(done) == []
    assert len({each.outcome for each in done}) >= 1
    assert len(done) == counted(reader, SLOW, SLOW_APART)


@LINUX
def test_the_limits_hold(samples, tmp_path):
    """The child that reads notices files that are written, and dies of what takes too much memory or time; the rest goes on."""
    from tests.hostile.trials import Trial  # noqa: PLC0415

    told = ("greedy", "slow", "writer", "opener", "caller", "fine")
    done = came([Trial(f"trap {each}", each, "a.txt", b"x") for each in told], samples)
    said = {each.trial.name: each.what for each in done}
    assert "MemoryError" in said["greedy"]
    assert "more than 5 seconds" in said["slow"]
    assert "to write it" in said["writer"]
    assert "/etc/hostname" in said["opener"]
    assert "socket" in said["caller"]
    assert said["fine"] == ""


@pytest.mark.parametrize("reader", READERS)
def test_a_seed_makes_the_same_file(samples, reader):
    """The same seed mutates a sound file into the same bytes, others into others."""
    sound = samples_of(reader, samples)[0].read_bytes()
    one, again = (mutated(sound, READERS[reader].kind, random.Random(7)) for _ in range(2))
    assert one == again
    assert len({mutated(sound, READERS[reader].kind, random.Random(seed)) for seed in range(12)}) > 6


def test_containers_are_mutated_inside():
    """A mutated zip is a sound zip most times: its members have right checksums."""
    sound = packed([("a.xml", b"<a>1</a>"), ("b.npy", b"\x93NUMPY\x01\0\x04\0{}  \n12345678")])
    sounds = 0
    for seed in range(100):
        data = mutated(sound, "zip", random.Random(seed))
        try:
            members(data)
        except Exception:  # noqa: BLE001
            continue
        sounds += data != sound
    assert sounds > 70
    assert edited(b"", random.Random(1)) is not None
