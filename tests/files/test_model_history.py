import json
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from freetext.errors import BundleError
from freetext.files.modelling.model_history import HISTORY, Event, in_force_since, read_history, record, version_before

SHARED = settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])

text = st.text(st.characters(), max_size=8)


@SHARED
@given(
    st.lists(st.tuples(text, st.sampled_from(["promoted", "kept", "rolled back", "by hand"]), text, text), max_size=5)
)
def test_a_history_comes_back(tmp_path_factory, told):
    """What was recorded is read, in its order, whatever the reasons hold; times are ISO 8601 with a zone."""
    folder = tmp_path_factory.mktemp("m")
    made = [record(folder, digest, what, before=before, why=why) for digest, what, before, why in told]
    events = read_history(folder)
    assert list(events) == made
    assert [(each.digest, each.what, each.before, each.why) for each in events] == told
    assert all(datetime.fromisoformat(each.time).tzinfo for each in events)


def test_the_file_says_what_the_docs_say(tmp_path):
    """One JSON object a line: time, digest, what, from, why."""
    record(tmp_path, "b", "promoted", before="a", why="it is no worse")
    (line,) = (tmp_path / HISTORY).read_text().splitlines()
    values = json.loads(line)
    assert list(values) == ["time", "digest", "what", "from", "why"]
    assert (values["digest"], values["what"], values["from"], values["why"]) == ("b", "promoted", "a", "it is no worse")


def test_a_torn_line_swallows_nothing(tmp_path):
    """After a torn last line the next event stands on a line of its own; lines that are no events are left out."""
    record(tmp_path, "a", "promoted")
    with (tmp_path / HISTORY).open("ab") as file:
        file.write(b'{"time": "2026')
    record(tmp_path, "b", "promoted", before="a")
    with (tmp_path / HISTORY).open("ab") as file:
        file.write(
            b'\n[]\n3\n"x"\n{"time": 1, "digest": "c", "what": "kept", "from": "", "why": ""}\n\xff\n' + b"[" * 9999
        )
    assert [each.digest for each in read_history(tmp_path)] == ["a", "b"]


def test_no_history_is_empty_and_a_folder_in_its_place_is_refused(tmp_path):
    """A model without a history has none; what cannot be read is BundleError with the place."""
    assert read_history(tmp_path) == ()
    (tmp_path / HISTORY).mkdir()
    with pytest.raises(BundleError, match=HISTORY):
        read_history(tmp_path)


def events(*told):
    """Events in short: what, digest, before."""
    return [Event("", digest, what, before) for what, digest, before in told]


@pytest.mark.parametrize(
    ("told", "current", "before"),
    [
        ((), "a", None),
        ((("promoted", "a", ""),), "a", None),
        ((("promoted", "a", ""), ("promoted", "b", "a")), "b", "a"),
        ((("promoted", "a", ""), ("promoted", "b", "a"), ("kept", "c", "b")), "b", "a"),
        ((("promoted", "a", ""), ("promoted", "b", "a"), ("promoted", "c", "b"), ("rolled back", "b", "c")), "b", "a"),
        ((("promoted", "a", ""), ("promoted", "b", "a"), ("rolled back", "a", "b"), ("by hand", "b", "a")), "b", "a"),
        ((("promoted", "a", ""), ("promoted", "b", "a"), ("rolled back", "a", "b")), "a", None),
        ((("promoted", "b", "a"),), "b", "a"),
        ((("promoted", "a", ""),), "z", "a"),
        ((("by hand", "a", ""), ("by hand", "b", "a"), ("by hand", "a", "b")), "a", "b"),
    ],
)
def test_the_version_before(told, current, before):
    """The one in force before the current one; rolled back from is forgotten, kept out never counted, CURRENT wins over the log."""
    assert version_before(events(*told), current) == before


@given(st.lists(st.sampled_from("abcd"), min_size=1, max_size=8))
def test_rolling_back_ends_where_it_began(versions):
    """Rolled back again and again, every version that was put in force comes back in turn, down to the first, and then no more."""
    changed = [each for place, each in enumerate(versions) if place == 0 or each != versions[place - 1]]
    log = [Event("", each, "promoted", changed[place - 1] if place else "") for place, each in enumerate(changed)]
    current = changed[-1]
    for _ in range(len(changed)):
        before = version_before(log, current)
        if before is None:
            break
        log.append(Event("", before, "rolled back", current))
        current = before
    assert current == changed[0]
    assert version_before(log, current) is None


def test_in_force_since_the_latest_event():
    """Of several times that a version was put in force the last counts; kept out is not in force."""
    told = [Event("1", "a", "promoted"), Event("2", "b", "kept"), Event("3", "a", "by hand")]
    found = in_force_since(told, "a")
    assert found is not None
    assert found.time == "3"
    assert in_force_since(told, "b") is None
