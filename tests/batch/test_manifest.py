"""The manifest: written whole, read strictly."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freetext.batch.manifest import Entry, Manifest, ModelNote, parsed, read_manifest, write_manifest
from freetext.errors import InputError

ENTRY = Entry(1, "0123456789abcdef", "a.csv", "a.csv", None, 10, 5, "f00d", ("m1",))
RANGE = Entry(2, "fedcba9876543210", "b.parquet[0:3]", "b.parquet", (0, 3), 99, 0, "etag", ("m1",))
NOTE = ModelNote("models/visit/m1", "visit", "m1", "c1")
MANIFEST = Manifest(
    "/data/in",
    ".parquet",
    {"text": ["v"]},
    (NOTE,),
    (ENTRY, RANGE),
    {"a.csv": 1, "b.parquet[0:3]": 2, "gone.csv": 3},
    "",
    7,
)


def test_a_manifest_comes_back(tmp_path):
    """What was written is what is read."""
    assert read_manifest(str(tmp_path)) is None
    write_manifest(MANIFEST, str(tmp_path))
    assert read_manifest(str(tmp_path)) == MANIFEST


def changed(path, value):
    """The manifest's bytes with one value changed."""
    told = json.loads(json.dumps({"format": 1, **json.loads(WHOLE)}))
    place = told
    *way, last = path
    for step in way:
        place = place[step]
    place[last] = value
    return json.dumps(told).encode()


@pytest.fixture(autouse=True, scope="module")
def _whole(tmp_path_factory):
    global WHOLE  # noqa: PLW0603
    folder = tmp_path_factory.mktemp("manifest")
    write_manifest(MANIFEST, str(folder))
    WHOLE = (folder / "manifest.json").read_text()


WHOLE = ""


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["format"], "1"),
        (["ending"], ".exe"),
        (["parts", 0, "key"], "../../etc/passwd"),
        (["parts", 0, "key"], RANGE.key),
        (["parts", 0, "number"], 2),
        (["parts", 0, "number"], True),
        (["parts", 1, "rows"], [0]),
        (["parts", 1, "source"], "a.csv"),
        (["parts", 0, "models"], [1]),
        (["numbers"], {"a.csv": 1}),
        (["settings"], []),
        (["models", 0], {}),
    ],
)
def test_a_damaged_manifest_is_named_with_its_remedy(path, value):
    """Anything that we would not have written is refused, never read in part."""
    with pytest.raises(InputError, match=r"manifest\.json: is damaged.*start anew with --force"):
        parsed(changed(path, value), "out/manifest.json")


def test_a_manifest_of_tomorrow(tmp_path):
    """A newer format is told from damage."""
    with pytest.raises(InputError, match="has format 2; this version reads up to 1"):
        parsed(changed(["format"], 2), "manifest.json")


@given(st.binary(max_size=40) | st.integers(0, 1500).map(lambda cut: WHOLE[:cut].encode()))
def test_no_bytes_are_a_bug(content):
    """Torn or foreign bytes are a damaged manifest, whatever they are."""
    if content.decode("utf-8", "replace").rstrip() == WHOLE.rstrip():
        return
    with pytest.raises(InputError):
        parsed(content, "manifest.json")
