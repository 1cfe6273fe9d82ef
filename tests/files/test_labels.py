import json
import os
import unicodedata
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import InputError, OutputError
from freetext.files.labelling.labels import append_labels, file_name, label_line, read_labels, text_hash
from freetext.survey.labels import FLAGS, LABEL_EVENTS, LABEL_SOURCES, Label

texts = st.text(st.characters(codec="utf-8"), max_size=12)
labels = st.builds(
    Label,
    texts,
    texts,
    st.lists(st.text("ab-é", min_size=1, max_size=4), max_size=3).map(tuple),
    st.sampled_from(["ada", "Ben C.", "Zoë", "d@e"]),
    texts,
    st.sampled_from(LABEL_SOURCES),
    texts,
    st.none() | st.floats(0, 1e6),
    texts,
    st.booleans(),
    texts,
    texts,
    st.sampled_from(LABEL_EVENTS),
    st.lists(st.sampled_from(FLAGS), unique=True).map(tuple),
)
ADA = Label("1", "q", ("a",), "ada", "2021-01-01T00:00:00Z", "queue")


@settings(max_examples=60)
@given(st.lists(labels, max_size=6), st.lists(labels, max_size=3))
def test_a_log_round_trips(tmp_path_factory, first, later):
    """What is appended, at once or later, is read back: in the order of coders' files, each in the order of decisions."""
    folder = tmp_path_factory.mktemp("logs") / "annotated"
    append_labels(folder, first)
    append_labels(folder, later)
    log = read_labels(folder)
    assert all("the clock was set back" in problem for problem in log.problems)
    assert list(log.labels) == sorted([*first, *later], key=lambda label: file_name(label.coder))
    for label, file, line in zip(log.labels, log.files, log.lines, strict=True):
        assert (folder / file).read_text(encoding="utf-8").split("\n")[line - 1] == label_line(label)


def test_no_folder_is_an_empty_log(tmp_path):
    """Before anybody coded there is nothing to read and nothing wrong."""
    assert read_labels(tmp_path / "none").labels == ()


def test_a_line_has_fixed_keys_and_no_empty_ones():
    """The required keys stand in their order, even when empty; the others only when they say something."""
    assert label_line(ADA) == (
        '{"id": "1", "question": "q", "themes": ["a"], "coder": "ada", "time": "2021-01-01T00:00:00Z", "source": "queue"}'
    )
    full = Label("é", "", (), "ada", "", "audit", "h", 0.0, "m", True, "c", "n", "skip", ("safeguarding",))
    assert label_line(full) == (
        '{"id": "é", "question": "", "themes": [], "coder": "ada", "time": "", "source": "audit", '
        '"text_hash": "h", "seconds": 0.0, "model": "m", "suggested": true, "codeframe": "c", "note": "n", '
        '"event": "skip", "flags": ["safeguarding"]}'
    )


def test_a_torn_last_line_is_reported_and_the_next_decision_is_safe(tmp_path):
    """A line torn by a power cut costs itself only, also when more is appended behind it."""
    path = tmp_path / "ada.jsonl"
    path.write_text(label_line(ADA) + "\n" + label_line(ADA)[:40])
    log = read_labels(tmp_path)
    assert log.labels == (ADA,)
    assert log.problems == ("ada.jsonl, line 2: the last line is torn off; left out.",)
    append_labels(tmp_path, [ADA])
    log = read_labels(tmp_path)
    assert log.labels == (ADA, ADA)
    assert log.problems == ("ada.jsonl, line 2: no label (not JSON); left out.",)


def test_a_last_line_without_its_end_is_kept(tmp_path):
    """An editor that leaves the last line end out does no harm."""
    (tmp_path / "ada.jsonl").write_text(label_line(ADA))
    append_labels(tmp_path, [ADA])
    assert read_labels(tmp_path).labels == (ADA, ADA)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"<<<<<<< HEAD", "not JSON"),
        (b"[1]", "not a JSON object"),
        (b"\xff{}", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'{"id": "1"}', "without question, themes, coder, time, source"),
        (json.dumps({**json.loads(label_line(ADA)), "id": 1}).encode(), "id is no text"),
        (json.dumps({**json.loads(label_line(ADA)), "id": "\ud800"}).encode(), "not JSON"),
        (json.dumps({**json.loads(label_line(ADA)), "themes": "a"}).encode(), "themes is no list of slugs"),
        (json.dumps({**json.loads(label_line(ADA)), "source": "me"}).encode(), "source is none of audit"),
        (json.dumps({**json.loads(label_line(ADA)), "suggested": 1}).encode(), "suggested is neither"),
        (json.dumps({**json.loads(label_line(ADA)), "seconds": -1}).encode(), "seconds is no number"),
        (json.dumps({**json.loads(label_line(ADA)), "seconds": float("nan")}).encode(), "not JSON"),
        (label_line(ADA).replace("ada", "ben").encode(), "coder 'ben' does not match the file's name"),
        (b'{"x": "' + b"y" * 1_000_001 + b'"}', "longer than any label"),
        (
            json.dumps({**json.loads(label_line(ADA)), "event": "redo"}).encode(),
            "event is none of label, undo, skip, pick",
        ),
        (json.dumps({**json.loads(label_line(ADA)), "event": ["undo"]}).encode(), "event is none of"),
        (
            json.dumps({**json.loads(label_line(ADA)), "flags": ["rude"]}).encode(),
            "flags is no list of personal-data, ",
        ),
        (json.dumps({**json.loads(label_line(ADA)), "flags": "safeguarding"}).encode(), "flags is no list of"),
        (json.dumps({**json.loads(label_line(ADA)), "flags": [{}]}).encode(), "flags is no list of"),
        (json.dumps({**json.loads(label_line(ADA)), "themes": [""]}).encode(), "themes is no list of slugs"),
        (json.dumps({**json.loads(label_line(ADA)), "seconds": 10**400}).encode(), "seconds is no number"),
        (label_line(ADA).encode() * 2, "not JSON"),
        (b"\0" * 300, "not JSON"),
    ],
    ids=range(23),
)
def test_a_line_that_is_not_ours_is_reported_and_the_rest_kept(tmp_path, line, said):
    """Each damaged or foreign line is told with its file and number; the lines around it count."""
    good = label_line(ADA).encode()
    (tmp_path / "ada.jsonl").write_bytes(good + b"\r\n\n" + line + b"\n" + good + b"\n")
    log = read_labels(tmp_path)
    assert log.labels == (ADA, ADA)
    (problem,) = log.problems
    assert problem.startswith("ada.jsonl, line 3: ")
    assert said in problem


def test_keys_of_a_later_version_are_passed_over(tmp_path):
    """A line with keys that we do not know is an event all the same."""
    (tmp_path / "ada.jsonl").write_text(json.dumps({**json.loads(label_line(ADA)), "colour": {"red": [1]}}) + "\n")
    assert read_labels(tmp_path).labels == (ADA,)


def test_letters_spelled_as_escapes_are_read(tmp_path):
    """Another program's ASCII spelling of a character outside it is the same character, emoji too."""
    label = Label("é", "q", ("a",), "ada", note="\N{GRINNING FACE}")
    (tmp_path / "ada.jsonl").write_text(json.dumps(json.loads(label_line(label)), ensure_ascii=True) + "\n")
    assert read_labels(tmp_path).labels == (label,)


@settings(max_examples=100)
@given(st.binary(max_size=200))
def test_any_bytes_are_read(tmp_path_factory, raw):
    """Whatever a log holds, reading it is never fatal."""
    folder = tmp_path_factory.mktemp("logs")
    (folder / "ada.jsonl").write_bytes(label_line(ADA).encode() + b"\n" + raw)
    assert read_labels(folder).labels[0] == ADA


@pytest.mark.parametrize(
    "coder", ["", "../ada", "a/b", "a\\b", ".ada", "ada ", "con", "NUL.x", "a\nb", "a" * 81, " ada"]
)
def test_a_coder_whose_name_is_no_file_is_refused(tmp_path, coder):
    """A coder's name makes a file on every system and never leaves the folder; nothing is written otherwise."""
    with pytest.raises(InputError, match="no name for a coder"):
        append_labels(tmp_path, [ADA, Label("1", "q", (), coder)])
    assert list(tmp_path.iterdir()) == []


def test_half_a_character_is_told_before_anything_is_written(tmp_path):
    """A label that cannot be written as UTF-8 is refused, and those with it stay unwritten."""
    with pytest.raises(OutputError, match="half a character"):
        append_labels(tmp_path / "logs", [ADA, Label("\ud800", "q", (), "ada")])
    assert not (tmp_path / "logs").exists()


def test_what_could_not_be_read_again_is_not_written(tmp_path):
    """A decision that reading would leave out is refused before anything is written."""
    for odd in (Label("1", "q", ("",), "ada"), Label("1", "q", (), "ada", note="x" * 1_000_000)):
        with pytest.raises(OutputError, match="could not be read again"):
            append_labels(tmp_path / "logs", [ADA, odd])
    assert not (tmp_path / "logs").exists()


def test_nothing_to_append_makes_nothing(tmp_path):
    """Without a label no folder is made."""
    append_labels(tmp_path / "logs", [])
    assert not (tmp_path / "logs").exists()


@contextmanager
def room_for(size):
    """Let no file of this process grow beyond so many bytes, as a disk that fills up."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("room", [0, 1, 40, 100])
@pytest.mark.parametrize("torn", ["", '{"id": "1", "que'])
def test_a_decision_that_does_not_fit_is_refused_aloud_and_leaves_no_trace(tmp_path, room, torn):
    """When the disk is full in the middle of a line, the error says that it was not kept, and the log is as it was before."""
    append_labels(tmp_path, [ADA])
    path = tmp_path / "ada.jsonl"
    with path.open("a") as log:
        log.write(torn)
    before = path.read_bytes()
    with room_for(len(before) + room), pytest.raises(OutputError, match=r"ada\.jsonl: .* The decision was NOT kept\."):
        append_labels(tmp_path, [ADA])
    assert path.read_bytes() == before
    append_labels(tmp_path, [ADA])
    assert read_labels(tmp_path).labels == (ADA, ADA)


def test_of_many_decisions_that_do_not_fit_none_is_kept(tmp_path):
    """Decisions that are appended together are kept together or not at all."""
    with room_for(300), pytest.raises(OutputError, match=r"NONE of the 3 decisions was kept\."):
        append_labels(tmp_path, [ADA] * 3)
    assert (tmp_path / "ada.jsonl").read_bytes() == b""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")  # noqa: PTH110
def test_a_full_disk_is_told(tmp_path):
    """A disk without room is named as such."""
    (tmp_path / "ada.jsonl").symlink_to("/dev/full")
    with pytest.raises(OutputError, match=r"the disk is full; .* The decision was NOT kept\."):
        append_labels(tmp_path, [ADA])


def test_a_coders_log_is_found_however_it_is_spelled(tmp_path):
    """Somebody who types ADA today and ada tomorrow has one log."""
    append_labels(tmp_path, [ADA])
    append_labels(tmp_path, [Label("2", "q", (), "ADA")])
    assert [path.name for path in tmp_path.iterdir()] == ["ada.jsonl"]
    assert [label.coder for label in read_labels(tmp_path).labels] == ["ada", "ada"]


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    """A folder that cannot be made is an output error."""
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError):
        append_labels(tmp_path / "file" / "annotated", [ADA])


@given(st.text(max_size=20), st.text(st.characters(codec="utf-8"), max_size=10))
def test_a_text_hash_knows_spelling_and_key(text, key):
    """The hash is 16 hexadecimal digits, the same for the same text in another spelling of accents, another for another key."""
    found = text_hash(key, text)
    assert len(found) == 16
    assert int(found, 16) >= 0
    assert found == text_hash(key, unicodedata.normalize("NFD", text))
    assert found != text_hash(key + "x", text)


def test_the_text_hash_stands():
    """Logs written today are read for years: the hash of a text under a key never changes."""
    assert text_hash("key", "The quick brown fox jumps over the lazy dog") == "f7bc83f430538424"
