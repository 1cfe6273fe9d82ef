"""Coding from and into an object store that fails every third call: nothing is missing, nothing twice, no byte another."""

from __future__ import annotations

import pytest
from tests.batch.coding_runs import PATIENCE, Survey, started
from tests.batch.stumbling_store import Store, running_store

from freetext.files.disk.addresses import listed, name_of, read_bytes, write_bytes

pytestmark = pytest.mark.slow
PARTS = ("p00.parquet", "p01.csv")
SOURCE = "s3://survey/in"


@pytest.fixture(scope="module")
def store(survey: Survey):
    """A store with two of the parts."""
    with pytest.MonkeyPatch.context() as patch, running_store(patch) as running:
        for name in PARTS:
            write_bytes((survey.source / name).read_bytes(), f"{SOURCE}/{name}")
        yield running


def coded(survey: Survey, source: str, out: str, *options: str) -> tuple[int, str]:
    """Code in another process; the exit code and what was said."""
    process = started(survey.arguments(out, *options, source=source))
    said = "".join(process.communicate(timeout=PATIENCE))
    return process.returncode, said


def parts_of(out: str) -> dict[str, bytes]:
    """The coded parts below an address: of their names the number alone, for the keys tell which store they came from."""
    return {name_of(place)[:9]: read_bytes(place) for place in listed(out) if name_of(place).startswith("part-")}


@pytest.mark.parametrize("how", [("--workers", "1"), ("--workers", "2")])
def test_a_stumbling_store_changes_no_byte(survey: Survey, store: Store, how):
    """With every third request answered by 503 the parts in the store are those that are coded on disk."""
    out = f"s3://survey/out-{how[1]}"
    store.every, before = 3, store.failed
    code, said = coded(survey, SOURCE, out, *how)
    store.every = 0
    assert (code, store.failed > before) == (0, True), said
    assert "Traceback" not in said
    expected = {name[:9]: held for name, held in survey.expected.items() if name.startswith("part-")}
    assert parts_of(out) == {name: expected[name] for name in sorted(expected)[: len(PARTS)]}
    names = [name_of(place) for place in listed(out, deep=True)]
    assert "_SUCCESS.json" in names
    assert not [name for name in names if name.endswith((".tmp", ".lock"))]
    code, said = coded(survey, SOURCE, out, *how)
    assert (code, "0 coded now, 2 stood" in said) == (0, True), said


def test_a_store_that_is_away_is_named_and_the_run_goes_on_later(survey: Survey, store: Store, tmp_path):
    """A bucket that is not there is named with its address, without a traceback; what stands stays."""
    code, said = coded(survey, "s3://no-such-bucket/in", str(tmp_path / "out"))
    assert code == 2
    assert "s3://no-such-bucket/in" in said
    assert "Traceback" not in said
    code, said = coded(survey, SOURCE, str(tmp_path / "out"))
    assert code == 0, said
