from freetext.files.coding.answers import answers_in
from freetext.files.labelling.labels import append_labels, text_hash
from freetext.files.labelling.other_waves import is_own
from freetext.files.labelling.settled import decisions_for, decisions_on, settled_under
from freetext.files.project.settings import Project, read_settings
from freetext.files.tabular.tables import read_table
from freetext.survey.answers import answers_of
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.fates import Change
from freetext.survey.labels import Label, LabelEvent, Settled
from freetext.survey.questionnaire import Questionnaire

KEY = "k"
ANSWERS = answers_of(["tea", "cold", "car", "x"], ids=["1", "2", "1", "3"], questions=["q", "q", "r", "q"])


def label(
    id: str,
    question: str,
    text: str | None,
    *themes: str,
    coder: str = "ada",
    time: str = "2021",
    event: LabelEvent = "label",
) -> Label:
    return Label(id, question, themes, coder, time, text_hash="" if text is None else text_hash(KEY, text), event=event)


def test_decisions_on_these_very_texts_are_kept(tmp_path):
    """Labels are matched by id and question, and by the hash of the text where they hold one; others are ignored."""
    append_labels(
        tmp_path,
        [label("1", "q", "tea", "a"), label("1", "r", "car"), label("2", "q", None, "b"), label("9", "q", "y", "a")],
    )
    found = decisions_on(ANSWERS, tmp_path, KEY, own=True)
    assert found.settled == {
        ("1", "q"): Settled(("a",), (), ("ada",)),
        ("1", "r"): Settled((), (), ("ada",)),
        ("2", "q"): Settled(("b",), (), ("ada",)),
    }
    assert found.problems == ()


def test_a_changed_text_loses_its_labels_and_is_told(tmp_path):
    """A label of another text, or under another key, is not used; the answers are named, each once."""
    append_labels(
        tmp_path,
        [label("1", "q", "coffee", "a"), label("1", "q", "coffee", "b", coder="ben"), label("2", "q", "cold", "a")],
    )
    found = decisions_on(ANSWERS, tmp_path, KEY, own=True)
    assert set(found.settled) == {("2", "q")}
    assert len(found.problems) == 1
    assert found.problems[0].startswith("1 answer has changed since it was labelled")
    assert "1 (q)" in found.problems[0]
    assert len(decisions_on(ANSWERS, tmp_path, "other", own=True).settled) == 0


def test_many_changed_texts_are_told_in_short(tmp_path):
    """Three answers are named, the others counted."""
    append_labels(
        tmp_path,
        [label(answer, question, "?", "a") for answer, question in (("1", "q"), ("2", "q"), ("1", "r"), ("3", "q"))],
    )
    (said,) = decisions_on(ANSWERS, tmp_path, KEY, own=True).problems
    assert said.startswith("4 answers have changed since they were labelled")
    assert said.endswith("1 (q), 2 (q), 1 (r) and 1 more")


def test_a_text_labelled_again_after_its_change_counts(tmp_path):
    """Where the answer was labelled anew, the new label stands and nothing is told."""
    append_labels(tmp_path, [label("1", "q", "coffee", "a"), label("1", "q", "tea", "b", time="2022")])
    found = decisions_on(ANSWERS, tmp_path, KEY, own=True)
    assert found.settled["1", "q"].themes == ("b",)
    assert found.problems == ()


def test_coders_settle_and_dispute(tmp_path):
    """Several coders' logs are settled together."""
    append_labels(tmp_path, [label("1", "q", "tea", "a", "b"), label("1", "q", "tea", "a", coder="ben")])
    assert decisions_on(ANSWERS, tmp_path, KEY, own=True).settled["1", "q"] == Settled(("a",), ("b",), ("ada", "ben"))


def test_a_damaged_log_is_told_and_the_rest_is_used(tmp_path):
    """A damaged line is reported by file and line; a folder that is not there holds no decision."""
    append_labels(tmp_path, [label("1", "q", "tea", "a")])
    with (tmp_path / "ada.jsonl").open("ab") as log:
        log.write(b'{"id": "2", "quest')
    found = decisions_on(ANSWERS, tmp_path, KEY, own=True)
    assert set(found.settled) == {("1", "q")}
    assert found.problems == ("ada.jsonl, line 2: the last line is torn off; left out.",)
    assert decisions_on(ANSWERS, tmp_path / "none", KEY, own=True).settled == {}


def test_labels_without_a_hash_stay_with_the_surveys_own_file(tmp_path):
    """In another file, which may have the same ids, a label without a hash is not used and told; one with a hash is used."""
    append_labels(tmp_path, [label("1", "q", "tea", "a"), label("2", "q", None, "b"), label("9", "q", None, "b")])
    found = decisions_on(ANSWERS, tmp_path, KEY, own=False)
    assert set(found.settled) == {("1", "q")}
    assert len(found.problems) == 1
    assert found.problems[0].startswith("1 label carries no hash of its text, and this is not the survey's own file")
    assert set(decisions_on(ANSWERS, tmp_path, KEY, own=True).settled) == {("1", "q"), ("2", "q")}


def test_the_surveys_own_file_is_known_by_any_path(tmp_path):
    """The project's file is its own however it is named; another, one that is not there, and standard input are not."""
    project = Project(tmp_path, Questionnaire(file="survey.csv"))
    for name in ("survey.csv", "wave2.csv"):
        (tmp_path / name).write_text(name)
    (tmp_path / "sub").mkdir()
    assert is_own(str(tmp_path / "survey.csv"), project)
    assert is_own(str(tmp_path / "sub" / ".." / "survey.csv"), project)
    assert not any(
        is_own(str(each), project) for each in (tmp_path / "wave2.csv", tmp_path / "no.csv", "standard input")
    )
    assert not is_own(str(tmp_path), Project(tmp_path, Questionnaire()))


def test_what_was_taken_back_does_not_count_and_is_not_told(tmp_path):
    """An undone decision settles nothing, and where its text has changed since or it has no hash nobody hears of it."""
    append_labels(
        tmp_path,
        [
            *(label("1", "q", "tea", "a"), label("1", "q", "tea", event="undo")),
            *(label("2", "q", "hot", "a"), label("2", "q", "hot", event="undo")),
            *(label("3", "q", None, "a"), label("3", "q", None, event="undo")),
            *(label("1", "r", "old", event="skip"), label("1", "r", None, event="pick")),
        ],
    )
    for own in (True, False):
        found = decisions_on(ANSWERS, tmp_path, KEY, own=own)
        assert (found.settled, found.problems) == ({}, ())


def test_an_undo_of_another_text_takes_nothing_back(tmp_path):
    """Two waves may have the same ids: what was undone in one stands in the other."""
    append_labels(
        tmp_path,
        [label("1", "q", "milk", "a"), label("1", "q", "tea", "b"), label("1", "q", "milk", event="undo")],
    )
    assert decisions_on(ANSWERS, tmp_path, KEY, own=True).settled["1", "q"].themes == ("b",)


def test_the_events_that_were_kept_come_along(tmp_path):
    """Whoever wants to know who said what gets the events on these texts, in the order of the log."""
    events = [label("1", "q", "tea", "a"), label("1", "q", "tea", event="pick"), label("2", "q", "cold", event="skip")]
    append_labels(tmp_path, [*events, label("2", "q", "hot", "a"), label("9", "q", "x", "a")])
    assert decisions_on(ANSWERS, tmp_path, KEY, own=True).labels == tuple(events)


def test_labels_settle_under_the_codeframes_of_today():
    """Each question's labels are carried over by its own codeframe; those of a question without one stay as they are."""
    renamed = Codeframe("f", (Theme("b", 1, "B"),), changes=(Change("rename", ("a",), ("b",), "2022-01-01T00:00:00Z"),))
    labels = [label("1", "q", None, "a"), label("1", "q", None, "b", coder="ben"), label("1", "r", None, "a")]
    settled = settled_under(labels, {"q": renamed})
    assert settled["1", "q"] == Settled(("b",), (), ("ada", "ben"))
    assert settled["1", "r"] == Settled(("a",), (), ("ada",))


def test_a_codeframe_that_changed_carries_old_labels(tmp_path):
    """A renamed theme keeps its labels; the parts of a split one are in dispute, and the answer is open again."""
    (tmp_path / "freetext.toml").write_text(
        'format = 1\n[survey]\ncodeframe = "c.toml"\nkey = "k"\nfile = "a.csv"\n[[question]]\nname = "q"\nkind = "open"\ncolumn = "t"\n',
        encoding="utf-8",
    )
    (tmp_path / "a.csv").write_text("id,t\n1,one\n2,two\n", encoding="utf-8")
    themes = "".join(f'[[theme]]\nslug = "{slug}"\n' for slug in ("new", "left", "right"))
    (tmp_path / "c.toml").write_text(
        themes
        + '[[change]]\nop = "rename"\nfrom = ["old"]\nto = ["new"]\ntime = "2026-01-01T00:00:00Z"\n'
        + '[[change]]\nop = "split"\nfrom = ["both"]\nto = ["left", "right"]\ntime = "2026-01-02T00:00:00Z"\n',
        encoding="utf-8",
    )
    said = [Label("1", "q", ("old",), "ada"), Label("2", "q", ("old", "both"), "ada")]
    append_labels(tmp_path / "data" / "annotated", said)
    project = read_settings(tmp_path)
    file = answers_in(read_table(tmp_path / "a.csv"), text=["t"], id="id", names={"t": "q"})
    found = decisions_for(file, project)
    assert found.settled["1", "q"].themes == ("new",)
    assert (found.settled["2", "q"].themes, found.settled["2", "q"].disputed) == (("new",), ("left", "right"))
    assert found.open == {("2", "q")}
    assert [label.themes for label in found.labels] == [("new",), ("new",)]
