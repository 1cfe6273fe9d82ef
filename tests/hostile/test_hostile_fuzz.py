"""Any bytes at all, for every reader that reads in its own process."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.hostile.mutations import SNIPPETS
from tests.hostile.readers import READERS, samples_of

from freetext.errors import FreetextError

PIECES = st.lists(st.one_of(st.binary(max_size=8), st.sampled_from(SNIPPETS)), max_size=6).map(b"".join)


@pytest.mark.parametrize("reader", [name for name, each in READERS.items() if not each.apart])
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(begin=st.integers(0, 2_000), inside=PIECES)
def test_any_bytes(samples, tmp_path, reader, begin, inside):
    """The beginning of a sound file and then anything: read, or refused in one line that names the file."""
    sound = samples_of(reader, samples)[0]
    path = tmp_path / sound.name
    path.write_bytes(sound.read_bytes()[:begin] + inside)
    place, said = READERS[reader].lay(path), ""
    try:
        READERS[reader].read(place)
    except FreetextError as error:
        said = str(error)
    assert "\n" not in said
    assert not said or said.startswith((str(place), str(place.parent), *READERS[reader].names))
