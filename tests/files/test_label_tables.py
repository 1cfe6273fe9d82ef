from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import InputError, MissingColumn, UsageError
from freetext.files.coding.answers import answers_in
from freetext.files.labelling.label_imports import LabelPlace, labels_from
from freetext.files.labelling.label_lines import OPTIONAL, REQUIRED
from freetext.files.labelling.label_tables import decisions_of, label_table, settled_table, texts_of
from freetext.files.labelling.labels import text_hash
from freetext.files.tabular.tables import Table, read_table, write_table
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.fates import Change
from freetext.survey.labels import FLAGS, LABEL_EVENTS, LABEL_SOURCES, Label, Settled, settle

KEY = "k"


def frame(*slugs, name="f", changes=()):
    themes = tuple(Theme(slug, place, slug.title()) for place, slug in enumerate(slugs, start=1))
    return Codeframe(name, themes, changes=changes)


def table(columns, file="labels.csv"):
    return Table(
        file, tuple(columns), tuple(list(cells) for cells in columns.values()), len(next(iter(columns.values())))
    )


SURVEY = answers_in(
    table(
        {"id": ["1", "2", "3", "=4"], "why": ["tea", "cold", "", "Zoë"], "how": ["car", "bus", "on foot", "x"]}, "s.csv"
    ),
    text=("why", "how"),
    id="id",
    names={"why": "reason", "how": "way"},
)
FRAME, WAYS = frame("a", "b", "c"), frame("b", "road", "rail", name="ways")
FRAMES = {"reason": FRAME, "way": FRAME}
LIKE = Label("", "", (), "ada", "2021-01-01T00:00:00Z", "import")


def take(given, *labels, frames=None, events=(), blank="unlabelled", like=LIKE, **place):
    found = LabelPlace(labels, place.pop("id", "id"), **place)
    return labels_from(given, found, SURVEY, frames or FRAMES, like=like, key=KEY, events=events, blank=blank)


def said(taken):
    return {label.key: label.themes for label in taken.labels}


def test_ticks_and_codes_are_read_for_the_question_that_a_column_names():
    """0/1 columns and `a;b;c` give the same labels: key, hash of the survey's text, coder, time, source, codeframe."""
    long = {"id": ["1", "1", "2"], "asked": ["reason", "way", "how"]}
    ticks = take(table({**long, "a": ["1", "0", "0"], "B": ["1", "0", "1"]}), "a", "B", question="asked")
    codes = take(table({**long, "t": ["a;2", "", "B"]}), "t", question="asked", blank="none")
    assert ticks == codes
    assert said(ticks) == {("1", "reason"): ("a", "b"), ("1", "way"): (), ("2", "way"): ("b",)}
    assert ticks.labels[0] == Label(
        *("1", "reason", ("a", "b"), "ada", "2021-01-01T00:00:00Z", "import"),
        text_hash=text_hash(KEY, "tea"),
        codeframe=FRAME.digest,
    )


def test_a_wide_table_has_one_column_of_labels_for_each_text():
    """Text columns name the questions, whether the table has them or not; blank cells and blank answers are counted, not taken."""
    wide = table({"id": ["1", "2", "3"], "x": ["a", "", ""], "y": ["b", "", "c;b"], "how": ["car", "bus", "on  foot"]})
    taken = take(wide, "x", "y", text=("why", "how"))
    assert said(taken) == {("1", "reason"): ("a",), ("1", "way"): ("b",), ("3", "way"): ("b", "c")}
    assert (taken.same, taken.unlabelled) == (0, 3)
    all_of_them = take(wide, "x", "y", text=("why", "how"), blank="none")
    assert said(all_of_them)["2", "reason"] == ()
    assert all_of_them.unlabelled == 1
    assert said(take(table({"id": ["1"], "t": ["a"]}), "t", text=("why",))) == {("1", "reason"): ("a",)}


def test_each_question_is_read_by_its_own_codeframe():
    """Themes are those of the question's codeframe; a column of ticks that only another has is no fault, unless it is ticked."""
    frames = {"reason": FRAME, "way": WAYS}
    long = {"id": ["1", "1"], "asked": ["reason", "way"]}
    ticked = table({**long, "a": ["1", "0"], "b": ["1", "1"], "road": ["0", "1"]})
    found = take(ticked, "a", "b", "road", question="asked", frames=frames)
    assert said(found) == {("1", "reason"): ("a", "b"), ("1", "way"): ("b", "road")}
    assert [label.codeframe for label in found.labels] == [FRAME.digest, WAYS.digest]
    with pytest.raises(InputError, match=r"codeframe 'ways' does not have: 'a' in rows 3"):
        take(table({**long, "a": ["1", "1"], "road": ["0", "1"]}), "a", "road", question="asked", frames=frames)
    with pytest.raises(InputError, match=r"'zoo', the heading of a column of ticks"):
        take(table({**long, "a": ["1", "0"], "zoo": ["0", "0"]}), "a", "zoo", question="asked", frames=frames)
    with pytest.raises(InputError, match=r"labels\.csv, row 3: question 'way' has no codeframe"):
        take(ticked, "a", "b", "road", question="asked", frames={"reason": FRAME})


REFUSED = [
    ({"id": ["1", "9", "9"], "t": ["a", "b", "c"]}, "s.csv does not have: '9' ('reason') in rows 3, 4."),
    ({"id": ["1", ""], "t": ["a", "b"]}, "does not have: '' ('reason') in row 3."),
    ({"id": ["1", "2", "1"], "t": ["a", "b", "a"]}, "answers that stand several times: '1' ('reason') in rows 2, 4."),
    ({"id": ["1", "2"], "t": ["a;zoo", "zoo;bar"]}, "'zoo' in rows 2, 3; 'bar' in rows 3."),
    ({"id": ["1", "2"], "t": ["a", "a"], "why": ["tea", "hot"]}, "the texts in row 3 are not those of the survey"),
    ({"id": [], "t": []}, "has a header and no rows"),
]


@pytest.mark.parametrize(("columns", "told"), REFUSED, ids=range(len(REFUSED)))
def test_what_is_wrong_is_told_by_row_and_nothing_is_taken(columns, told):
    """Unknown ids, answers that stand twice, unknown themes and other texts are listed with their rows."""
    with pytest.raises(InputError) as caught:
        take(table(columns), "t", text=("why",))
    assert told in str(caught.value)
    assert str(caught.value).startswith("labels.csv")


def test_rows_without_a_label_may_be_about_anything():
    """A row that says nothing is passed over, whatever its id."""
    found = take(table({"id": ["99", "1"], "t": ["", "a"]}), "t", text=("why",))
    assert said(found) == {("1", "reason"): ("a",)}


def test_options_that_do_not_go_together_are_refused():
    """Which question is meant must be said; columns must be there."""
    long = table({"id": ["1"], "t": ["a"], "asked": ["reason"], "said": ["tea "]})
    with pytest.raises(UsageError, match=r"which question are the labels about\? .*why, how"):
        take(long, "t")
    with pytest.raises(UsageError, match="--question goes with one --text"):
        take(long, "t", question="asked", text=("said", "asked"))
    with pytest.raises(MissingColumn, match=r"no column 'said' \(--text\)\. Columns: why, how"):
        take(long, "t", text=("said",))
    with pytest.raises(MissingColumn, match="--text"):
        take(long, "t", question="asked", text=("sayd",))
    assert len(take(long, "t", question="asked", text=("said",)).labels) == 1


def test_what_the_log_says_already_is_left_out():
    """A decision that equals the coder's standing one is not needed, nor one that equals a weightier one; any other is."""
    given = table({"id": ["1", "2"], "t": ["a;b", "c"]})
    first = take(given, "t", text=("why",))
    again = take(given, "t", text=("why",), events=first.labels)
    assert (again.labels, again.same) == ((), 2)
    other = replace(first.labels[0], themes=("c",), source="queue")
    assert [label.id for label in take(given, "t", text=("why",), events=[*first.labels, other]).labels] == ["1"]
    undo = replace(first.labels[0], event="undo")
    assert [label.id for label in take(given, "t", text=("why",), events=[*first.labels, undo]).labels] == ["1"]
    verdict = replace(LIKE, source="adjudicated")
    judged = take(given, "t", text=("why",), events=first.labels, like=verdict)
    assert [label.source for label in judged.labels] == ["adjudicated"] * 2
    assert take(given, "t", text=("why",), events=judged.labels).labels == ()
    stale = replace(first.labels[0], text_hash="0")
    bens = replace(first.labels[1], coder="ben")
    assert len(take(given, "t", text=("why",), events=[stale, bens]).labels) == 2


def test_a_renamed_theme_is_no_new_decision():
    """A label under the theme's earlier slug equals one under today's."""
    renamed = frame("a", "b", "c", changes=(Change("rename", ("pay",), ("c",), "2022-01-01T00:00:00Z"),))
    old = Label("1", "reason", ("pay",), "ADA", text_hash=text_hash(KEY, "tea"))
    found = take(table({"id": ["1"], "t": ["c"]}), "t", text=("why",), frames={"reason": renamed}, events=[old])
    assert (found.labels, found.same) == ((), 1)


def test_an_export_says_everything():
    """One row a decision: key, coder, themes as ticks or joined, and all that the log says of it."""
    label = Label(
        "1", "reason", ("b", "old"), "ada", "2021", "queue", "h", 2.5, "m", True, "d", "odd", flags=FLAGS, wave="w2"
    )
    ticks = label_table([label], ("a", "b"))
    assert ticks.names == (
        *("id", "question", "coder", "a", "b", "old", "time", "source", "seconds", "suggested", "note", "flags"),
        *("model", "codeframe", "wave"),
    )
    assert [column[0] for column in ticks.columns] == [
        *(
            "1",
            "reason",
            "ada",
            0,
            1,
            1,
            "2021",
            "queue",
            2.5,
            True,
            "odd",
            "personal-data;safeguarding",
            "m",
            "d",
            "w2",
        )
    ]
    joined = label_table([label], form="joined", texts=["tea"])
    assert joined.names[:5] == ("id", "question", "text", "coder", "themes")
    assert joined.texts("themes") == ["b;old"]
    assert joined.texts("text") == ["tea"]


def event(kind):
    return replace(LIKE, themes=("a",) if kind == "label" else (), event=kind)


def test_an_export_of_all_events_says_what_each_is():
    """Undos, skips and picks have no themes, which is not the same as none."""
    events = [event(each) for each in LABEL_EVENTS]
    found = label_table(events, ("a",), events=True)
    assert found.texts("event") == list(LABEL_EVENTS)
    assert found.texts("a") == ["1", "", "", ""]
    assert label_table(events, form="joined", events=True).columns[3] == ["a", None, None, None]


def test_a_theme_that_is_called_like_our_column_keeps_its_slug():
    """Our own column gives way, so that the themes can be found again."""
    slugs = ("time", "note", "label_note")
    found = label_table([Label("1", "q", ("note",), "ada", "2021", note="hm")], slugs)
    assert found.texts("note") == ["1"]
    assert found.texts("label_time") == ["2021"]
    assert found.texts("label_label_note") == ["hm"]
    assert len(set(found.names)) == len(found.names)


def test_settled_themes_in_dispute_are_neither_given_nor_not():
    """One row an answer; a disputed theme is a blank tick and stands by name, so nobody takes it for a no."""
    found = settled_table(
        {("1", "q"): Settled(("a",), ("b",), ("ada", "ben"))}, ("a", "b", "c"), texts={("1", "q"): "tea"}
    )
    assert found.names == ("id", "question", "text", "a", "b", "c", "disputed", "coders")
    assert [column[0] for column in found.columns] == ["1", "q", "tea", 1, None, 0, "b", "ada;ben"]
    assert settled_table({}, form="joined").names == ("id", "question", "themes", "disputed", "coders")


def test_a_text_is_written_where_it_is_the_one_that_was_labelled():
    """A text that changed since, or that a label without a hash may not be about, is left blank."""
    texts = {("1", "q"): "tea"}
    same, other = Label("1", "q", (), "ada", text_hash=text_hash(KEY, "tea")), Label("1", "q", (), "ada", text_hash="0")
    bare, far = Label("1", "q", (), "ada"), Label("9", "q", (), "ada", text_hash="0")
    assert texts_of([same, other, bare, far], texts, KEY, own=False) == ["tea", "", "", ""]
    assert texts_of([bare], texts, KEY, own=True) == ["tea"]


def test_one_decision_stands_for_a_coder():
    """Of a coder's decisions on an answer the weightiest that stands is written."""
    first, last = Label("1", "q", ("a",), "ada"), Label("1", "q", ("b",), "ada", source="queue")
    judged, bens = Label("1", "q", ("c",), "ada", source="adjudicated"), Label("1", "q", (), "ben")
    assert decisions_of([first, judged, last, bens]) == [judged, bens]
    assert decisions_of([first, last, Label("1", "q", (), "ada", event="undo")]) == [first]


coded = st.lists(
    st.builds(
        Label,
        st.sampled_from(["1", "2", "=4"]),
        st.sampled_from(["reason", "way"]),
        st.lists(st.sampled_from(FRAME.slugs), unique=True).map(tuple),
        st.sampled_from(["ada", "ben"]),
        source=st.sampled_from(LABEL_SOURCES),
        note=st.sampled_from(["", "=1+1", 'a, "b"']),
    ),
    min_size=1,
    max_size=8,
)


@pytest.mark.parametrize("ending", ["csv", "tsv", "xlsx", "parquet"])
@pytest.mark.parametrize("form", ["columns", "joined"])
@settings(max_examples=8)
@given(coded)
def test_what_was_exported_can_be_imported_again(tmp_path_factory, ending, form, labels):
    """Through every kind of file, in both forms, a coder's decisions come back as they were; importing them twice adds nothing."""
    path = tmp_path_factory.mktemp("tables") / f"labels.{ending}"
    texts = dict(zip(zip(SURVEY.answers.ids, SURVEY.answers.questions, strict=True), SURVEY.answers.texts, strict=True))
    own = [label for label in decisions_of(labels) if label.coder == labels[0].coder]
    write_table(label_table(own, FRAME.slugs, form=form, texts=[texts[label.key] for label in own]), path)
    columns = FRAME.slugs if form == "columns" else ("themes",)
    back = read_table(path)
    like = replace(LIKE, coder=labels[0].coder)
    found = take(back, *columns, question="question", text=("text",), blank="none", like=like)
    assert {key: set(themes) for key, themes in said(found).items()} == {label.key: set(label.themes) for label in own}
    again = take(back, *columns, question="question", blank="none", like=like, events=found.labels)
    assert (again.labels, again.same) == ((), len(own))


@settings(max_examples=30)
@given(coded)
def test_settled_answers_without_disputes_can_be_imported_again(labels):
    """What people agreed on comes back as one decision an answer."""
    settled = {key: each for key, each in settle(labels).items() if not each.disputed}
    if settled:
        found = take(settled_table(settled, FRAME.slugs), *FRAME.slugs, question="question")
        assert {key: set(themes) for key, themes in said(found).items()} == {
            key: set(each.themes) for key, each in settled.items()
        }


def test_keys_of_the_export_are_those_of_the_log():
    """Every field of a line is a column, so that an export loses nothing but the hash of the text."""
    names = label_table([Label("1", "q", ("a",), "ada")], form="joined", events=True).names
    assert set(names) == {*REQUIRED, *OPTIONAL} - {"text_hash"}
