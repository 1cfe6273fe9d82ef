"""Files elsewhere and here, by the same calls."""

from __future__ import annotations

import io
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.batch.stumbling_store import Store, running_store

from freetext.errors import InputError, MissingFile, OutputError, UsageError
from freetext.files.disk.addresses import (
    exists,
    is_address,
    is_folder,
    joined,
    listed,
    make_folder,
    name_of,
    open_binary,
    put,
    read_bytes,
    remove,
    seen,
    write_bytes,
)
from freetext.files.disk.stores import shown
from freetext.files.disk.tries import passes, tried


@pytest.fixture(scope="module")
def store():
    """An object store."""
    with pytest.MonkeyPatch.context() as patch, running_store(patch) as running:
        yield running


@pytest.fixture(params=["here", "memory", "s3"])
def folder(request, tmp_path):
    """A folder on disk, in memory, and in an object store."""
    if request.param == "here":
        yield str(tmp_path / "in")
        return
    pytest.importorskip("fsspec", reason="the extra `cloud` is not installed")
    if request.param == "s3":
        request.getfixturevalue("store").every = 0
    place = {"memory": "memory://", "s3": "s3://survey/"}[request.param] + tmp_path.name
    yield place
    for each in listed(place, deep=True) if exists(place) else ():
        remove(each)


@pytest.mark.parametrize("place", ["s3://bucket/a.csv", "gs://b/*.parquet", "abfs://c@account.dfs.core.windows.net/x"])
def test_an_address_has_a_scheme(place):
    """Whatever begins with `scheme://` is an address."""
    assert is_address(place)


@pytest.mark.parametrize("place", ["a.csv", "C:/a.csv", "c://a", "/data/s3:/a", "file:///data/a.csv", Path("x")])
def test_everything_else_is_a_path(place):
    """Drives, odd folders and `file://` are paths."""
    assert not is_address(place)


def test_what_is_written_is_read_and_listed_and_gone_when_removed(folder):
    """A file is written over what stood there, seen, listed, and removed, with the same calls on disk and elsewhere."""
    place = joined(folder, "below", "part-1.csv")
    make_folder(joined(folder, "below"))
    write_bytes(b"old", place)
    write_bytes(b"id,text\n1,fine\n", place)
    assert read_bytes(place) == b"id,text\n1,fine\n"
    assert (seen(place).size, seen(place).address, name_of(place)) == (15, place, "part-1.csv")
    assert exists(place)
    assert is_folder(folder)
    assert not is_folder(place)
    assert listed(place) == (place,)
    assert listed(folder) == ()
    assert listed(folder, deep=True) == (place,)
    remove(place)
    remove(place)
    assert not exists(place)


def test_a_pattern_gives_the_files_that_match_as_the_source_was_written(folder):
    """Patterns match files of their folder, `**` also below, sorted; a pattern may match nothing."""
    make_folder(joined(folder, "more"))
    for name in ("b.csv", "a.csv", "c.parquet", "more/d.csv"):
        write_bytes(b"x", joined(folder, *name.split("/")))
    assert listed(folder) == tuple(joined(folder, name) for name in ("a.csv", "b.csv", "c.parquet"))
    assert listed(joined(folder, "[ab].csv")) == (joined(folder, "a.csv"), joined(folder, "b.csv"))
    assert listed(joined(folder, "**/*.csv"))[-1] == joined(folder, "more", "d.csv")
    assert listed(joined(folder, "*.xlsx")) == ()


def test_a_finished_file_is_put_and_stays(folder, tmp_path):
    """What is finished on disk is brought to its place whole, and nothing else is left there."""
    finished = tmp_path / "finished"
    finished.write_bytes(b"z" * 100_000)
    make_folder(folder)
    put(finished, joined(folder, "part"))
    assert read_bytes(joined(folder, "part")) == b"z" * 100_000
    assert listed(folder) == (joined(folder, "part"),)
    assert finished.exists()


def test_the_fingerprint_changes_with_the_content_and_with_nothing_else(folder):
    """Another content of the same size has another fingerprint; the same content written again has the same in a folder."""
    make_folder(folder)
    place = joined(folder, "a")
    write_bytes(b"one", place)
    first = seen(place).fingerprint
    assert seen(place).fingerprint == first
    write_bytes(b"two", place)
    assert seen(place).fingerprint != first
    if not folder.startswith("memory"):
        write_bytes(b"one", place)
        assert seen(place).fingerprint == first


def test_what_is_missing_is_named(folder):
    """A file that is not there is a MissingFile with its place."""
    for call in (open_binary, read_bytes, seen, listed):
        with pytest.raises(MissingFile, match=r"nothing\.csv"):
            call(joined(folder, "nothing.csv"))


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.binary(max_size=300), moves=st.lists(st.tuples(st.integers(0, 320), st.integers(-1, 320)), max_size=6)
)
def test_seeking_and_reading_is_that_of_bytes(content, moves):
    """Law: a file elsewhere reads as a file in memory does, wherever one goes in it."""
    pytest.importorskip("fsspec", reason="the extra `cloud` is not installed")
    write_bytes(content, "memory://law/a")
    with open_binary("memory://law/a") as handle:
        like = io.BytesIO(content)
        for place, size in moves:
            assert handle.seek(place) == like.seek(place)
            assert handle.read(size) == like.read(size)


def test_a_store_that_fails_every_third_call_is_asked_again(store: Store):
    """With every third request answered by 503 everything that is written arrives and is read."""
    store.every, before = 3, store.failed
    for number in range(5):
        write_bytes(b"%d" % number * 9, f"s3://survey/third/{number}")
    held = [read_bytes(place) for place in listed("s3://survey/third")]
    with open_binary("s3://survey/third/4") as handle:
        assert handle.read() == b"4" * 9
    store.every = 0
    assert held == [b"%d" % number * 9 for number in range(5)]
    assert store.failed > before


def test_an_object_that_changes_while_it_is_read_is_an_error(store: Store):
    """The reads of one open file are of one version of the object, or there is an InputError."""
    store.every = 0
    write_bytes(b"a" * 10_000_000, "s3://survey/changing")
    with open_binary("s3://survey/changing") as handle:
        handle.read(10)
        write_bytes(b"b" * 10_000_000, "s3://survey/changing")
        handle.seek(9_000_000)
        with pytest.raises(InputError, match=r"s3://survey/changing: .*changed while"):
            handle.read(10)


def test_a_bucket_that_is_missing_is_named(store: Store):
    """Writing to no bucket is an OutputError with the address."""
    store.every = 0
    with pytest.raises(OutputError, match=r"s3://no-such-bucket/a: cannot be written: there is no such bucket"):
        write_bytes(b"", "s3://no-such-bucket/a")


def test_what_passes_is_tried_and_what_does_not_is_not():
    """A broken connection is tried again after each pause and raised at last; a missing file is raised at once."""
    calls: list[int] = []

    def breaking(error: Exception):
        calls.append(1)
        raise error

    with pytest.raises(ConnectionResetError):
        tried(lambda: breaking(ConnectionResetError()), pauses=(0.0, 0.0))
    assert len(calls) == 3
    with pytest.raises(FileNotFoundError):
        tried(lambda: breaking(FileNotFoundError()), pauses=(0.0, 0.0))
    assert len(calls) == 4


@pytest.mark.parametrize(("status", "expected"), [(503, True), (429, True), (500, True), (404, False), (403, False)])
def test_the_status_tells_whether_an_error_passes(status, expected):
    """Busy and broken servers are asked again, whatever class the error is of and however deep it stands."""

    class StoreError(Exception):
        def __init__(self) -> None:
            self.status = status

    outer = OSError("it did not work")
    outer.__cause__ = StoreError()
    assert passes(outer) is expected


def test_a_missing_package_is_named_with_its_command():
    """An address of a store whose package is not installed says which one to install."""
    pytest.importorskip("fsspec", reason="the extra `cloud` is not installed")
    for scheme, package in (("gs", "gcsfs"), ("abfs", "adlfs")):
        if find_spec(package) is None:
            with pytest.raises(UsageError, match=f"pip install {package}"):
                open_binary(f"{scheme}://bucket/a")


def test_an_unknown_scheme_is_named():
    """A scheme that nobody knows is told with some that are known."""
    pytest.importorskip("fsspec", reason="the extra `cloud` is not installed")
    with pytest.raises(UsageError, match=r"sb://.*s3://"):
        open_binary("sb://bucket/a")


def test_without_fsspec_the_extra_is_named():
    """Without fsspec an address says how to get it, and paths need it for nothing."""
    program = (
        "import sys; sys.modules['fsspec'] = None\n"
        "from freetext.files.disk.addresses import read_bytes, seen\n"
        "from freetext.errors import UsageError\n"
        "seen(sys.argv[1])\n"
        "try: read_bytes('s3://a/b')\n"
        "except UsageError as error: print(error)\n"
    )
    ran = subprocess.run([sys.executable, "-c", program, __file__], capture_output=True, text=True, check=True)
    assert "pip install 'freetext[cloud]'" in ran.stdout


def test_paths_import_no_fsspec():
    """What is done with paths never imports fsspec."""
    program = (
        "import sys; from freetext.files.disk.addresses import seen; seen(sys.argv[1]); print('fsspec' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", program, __file__], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_a_password_is_not_repeated():
    """What an address may hold of an account is in no message."""
    assert shown("ftp://anna:secret@host/a.csv") == "ftp://...@host/a.csv"
