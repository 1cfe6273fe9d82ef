"""A file that was coded before: what stands, what is coded, and that nobody's code is lost."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import OutputError, UnknownTheme
from freetext.files.coding.answers import answers_in
from freetext.files.coding.coded_again import Circumstances, Part, Update, is_later, names_of, plainly, sort_out, told
from freetext.files.coding.coded_before import Asked, Earlier, earlier_table, is_kept, read_earlier, target_of
from freetext.files.coding.coded_cells import Cells
from freetext.files.coding.coded_people import by_hand, carried, overruled
from freetext.files.coding.coded_records import Record, Records, mark, read_records, records_path, stamp, write_records
from freetext.files.project.settings import Project
from freetext.files.tabular.tables import Table
from freetext.survey.answers import answers_of
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.fates import Change
from freetext.survey.labels import Settled
from freetext.survey.questionnaire import Questionnaire

FRAME = Codeframe("f", (Theme("a", 1, "Alpha"), Theme("b", 2, "Beta"), Theme("c", 3, "Gamma")))
MODEL = Cells("a", source="a=model")
PERSON = Cells("b", source="b=human")
NONE = Cells("", source="human")
HAND = Cells("c", review=True, why="unsure: a 0.40", source="a=model", evidence="a: x", scores=(("a", 0.4),))


def earlier(rows: dict[str, tuple[str, Cells]]) -> Earlier:
    """A coded file of one question: id -> (text, cells)."""
    table = Table("w-coded.xlsx", ("id", "t"), (list(rows), [text for text, _ in rows.values()]), len(rows))
    return Earlier(answers_in(table, text=["t"], id="id"), tuple(cells for _, cells in rows.values()), ("",))


def sorted_out(now: dict[str, str], then: dict[str, tuple[str, Cells]], *, model="m", **given) -> Update:
    """Sort the answers of a file out: id -> text, against what stands."""
    answers = answers_of(list(now.values()), ids=list(now))
    part = Part(FRAME, model, np.arange(len(answers)))
    return sort_out(answers, earlier(then), [part], Circumstances(**given))


def noted(texts: dict[str, str], **more) -> Records:
    """Records of answers: id -> text, all by one model and nobody's decision unless said."""
    return Records({mark("", name, "", text): Record(**{"model": "m"} | more) for name, text in texts.items()})


def test_what_stands_is_kept_and_the_rest_is_coded():
    """The same text keeps its cells; a new answer, and one of another text, are coded; what is gone is counted."""
    update = sorted_out(
        {"1": "x", "2": "new text", "9": "z"}, {"1": ("x", MODEL), "2": ("old", MODEL), "3": ("y", MODEL)}
    )
    assert update.kept == {0: MODEL}
    assert update.counts == {"kept": 1, "older": 1, "changed": 1, "new": 1, "gone": 1}


def test_a_text_is_compared_as_any_file_gives_it_back():
    """Line ends, control characters and what a workbook cuts are no change; with a record the text must be the very same."""
    long = "x" * 40_000
    now = {"1": "two\r\nlines\x07", "2": long}
    assert len(sorted_out(now, {"1": ("two\nlines ", MODEL), "2": (long[:32_000], MODEL)}).kept) == 2
    assert plainly(" a\t\x00b ") == "a b"
    redacted = sorted_out({"1": "ring Ann"}, {"1": ("ring [name]", PERSON)}, records=noted({"1": "ring Ann"}))
    assert redacted.kept == {0: PERSON}


def test_an_unknown_theme_of_a_model_is_coded_anew_and_a_persons_is_kept():
    """A theme that the codeframe does not have any more stands only where a person gave it."""
    gone = Cells("gone", source="gone=model")
    people = Cells("gone", source="gone=human")
    update = sorted_out({"1": "x", "2": "y"}, {"1": ("x", gone), "2": ("y", people)})
    assert update.kept == {1: people}
    assert update.counts["anew"] == 1


@pytest.mark.parametrize("record", [None, Record("m", ""), Record("m", "old")])
@pytest.mark.parametrize("cells", [MODEL, PERSON, NONE, HAND])
def test_later_labels_overrule_and_known_ones_do_not(cells, record):
    """What people settled since stands before every cell; what was known when the file was written, before none."""
    settled = Settled(("a",), (), ("ada",))
    later = is_later(settled, cells, record)
    assert later is (record is not None or cells is not HAND)
    known = Record("m", stamp(settled))
    assert is_later(settled, cells, known) is False


def test_a_stamp_tells_decisions_apart():
    """The order of themes and who decided do not matter; themes, disputes and rules do."""
    one = Settled(("a", "b"), (), ("ada",))
    assert stamp(one) == stamp(Settled(("b", "a"), (), ("ben", "ada")))
    others = [Settled(("a",)), Settled(("a",), ("b",)), Settled(("a", "b"), by_rule=True), None]
    assert len({stamp(each) for each in (one, *others)}) == 5
    assert stamp(None) == ""


def test_a_decision_by_hand():
    """Themes written into the file become a person's, by name too, in the codeframe's order; the model's words go."""
    assert by_hand(Cells("Gamma; a", source="a=model"), FRAME, ("f", 2, "t")) == Cells("a;c", source="a=human;c=human")
    assert by_hand(HAND, FRAME, ("f", 2, "t")) == Cells("c", source="c=human", scores=(("a", 0.4),))
    with pytest.raises(UnknownTheme, match=r"f, row 2, column 't': no theme 'd'"):
        by_hand(Cells("d", source="a=model"), FRAME, ("f", 2, "t"))


def test_overruled_cells():
    """A decision takes the place of the cells, a dispute keeps what stood for its theme and asks for a person; scores stay."""
    scored = Cells("a", source="a=model", evidence="a: x", scores=(("a", 0.9),))
    assert overruled(scored, ("1", ""), FRAME, Settled(("b",), (), ("ada",))) == Cells(
        "b", source="b=human", scores=(("a", 0.9),)
    )
    said = overruled(scored, ("1", ""), FRAME, Settled(("b",), ("a",), ("ada", "ben")))
    assert (said.themes, said.source, said.why) == ("a;b", "a=model;b=human", "coders differ: a")
    assert overruled(PERSON, ("1", ""), FRAME, Settled(("a",), by_rule=True)).source == "a=rule"
    assert overruled(Cells("gone;a", source="gone=human;a=human"), ("1", ""), FRAME, Settled(())).source == "human"


def test_people_codes_follow_the_codeframe():
    """A renamed or merged theme is its new one; one that was split asks a person; one that was retired leaves no theme."""
    changes = (
        Change("rename", ("old",), ("a",), "2026-01-01T00:00:00Z"),
        Change("split", ("big",), ("b", "c"), "2026-01-02T00:00:00Z"),
        Change("retire", ("gone",), (), "2026-01-03T00:00:00Z"),
    )
    frame = Codeframe("f", FRAME.themes, changes=changes)
    assert carried(Cells("old;b", source="old=human;b=human"), frame) == Cells("a;b", source="a=human;b=human")
    assert carried(Cells("gone", source="gone=human"), frame) == NONE
    split = carried(Cells("big;a", source="big=human;a=human"), frame)
    assert (split.themes, split.review, split.why) == ("a", True, "big was split since: b or c?")
    assert by_hand(Cells("old", source="b=human"), frame, ("f", 2, "t")).themes == "a"


CELLS = st.sampled_from([MODEL, PERSON, NONE, HAND, Cells("a;b", source="a=human;b=model")])
FILE = st.dictionaries(
    st.sampled_from("123456"), st.tuples(st.sampled_from(["x", "y", "z"]), CELLS), min_size=1, max_size=6
)
NOW = st.dictionaries(st.sampled_from("123456789"), st.sampled_from(["x", "y", "z"]), min_size=1, max_size=9)


def given_by_people(cells: Cells) -> set[str]:
    """The themes that people gave."""
    return set(cells.codes) if cells.by_hand else {code for code, who in cells.sources if code and who == "human"}


@settings(max_examples=150)
@given(NOW, FILE, st.booleans())
def test_no_code_of_a_person_is_ever_lost(now, then, force):
    """Without a later label, whatever is forced: people's codes of the same text stand, and those of all others are put by."""
    update = sorted_out(now, then, force=force)
    assert update.records is not None
    kept = {list(now)[place]: cells for place, cells in update.kept.items()}
    for name, (text, cells) in then.items():
        if cells.by_people or cells.by_hand:
            if now.get(name) == text:
                assert given_by_people(kept[name]) == given_by_people(cells)
            else:
                themes, source = update.records.people[mark("", name, "", text)]
                assert given_by_people(Cells(themes, source=source)) == given_by_people(cells)
    counts = update.counts
    assert counts.get("kept", 0) + counts.get("new", 0) + counts.get("changed", 0) + counts.get("anew", 0) == len(
        now
    ) + counts.get("back", 0)


@settings(max_examples=100)
@given(NOW, FILE)
def test_sorting_out_twice_is_sorting_out_once(now, then):
    """What one run keeps the next one keeps unchanged, and it takes nothing for changed by hand again."""
    first = sorted_out(now, then)
    assert first.records is not None
    after = {name: (text, first.kept.get(place, MODEL)) for place, (name, text) in enumerate(now.items())}
    second = sorted_out(now, after, records=first.records)
    assert {place: second.kept[place] for place in first.kept} == first.kept
    assert second.counts.keys() <= {"kept", "of people", "older"}
    assert second.counts["kept"] == len(now)


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from("123"), st.sampled_from(["x", "y"]), min_size=1), FILE)
def test_what_was_put_by_comes_back(now, then):
    """An answer that was gone and comes back has the codes that a person gave to it, and they are put by no more."""
    then = {name: (text, PERSON) for name, (text, _) in then.items()}
    first = sorted_out(now, then)
    assert first.records is not None
    whole = now | {name: text for name, (text, _) in then.items()}
    after = {name: (text, first.kept.get(place, MODEL)) for place, (name, text) in enumerate(now.items())}
    second = sorted_out(whole, after, records=first.records)
    back = {list(whole)[place]: cells for place, cells in second.kept.items()}
    assert all(back[name] == PERSON for name, (text, _) in then.items() if whole[name] == text)


def test_what_comes_back_has_the_themes_of_today():
    """Codes that were put by under a codeframe which has changed since come back by its log of changes."""
    frame = Codeframe("f", FRAME.themes, changes=(Change("rename", ("old",), ("a",), "2026-01-01T00:00:00Z"),))
    records = Records(people={mark("", "1", "", "x"): ("old", "old=human")})
    update = sort_out(
        answers_of(["x"], ids=["1"]), None, [Part(frame, "m", np.arange(1))], Circumstances(records=records)
    )
    assert update.kept == {0: Cells("a", source="a=human")}


def test_without_notes_the_file_names_the_model():
    """Codes of the model in force are none of an earlier model where the file itself says so."""
    answers, part = answers_of(["x", "y"], ids=["1", "2"]), Part(FRAME, "12345678abc", np.arange(2), "f")
    then = {"1": ("x", Cells("a", source="a=model", model="f@12345678")), "2": ("y", MODEL)}
    update = sort_out(answers, earlier(then), [part], Circumstances())
    assert (update.counts["kept"], update.counts["older"]) == (2, 1)
    assert update.records is not None
    assert sorted(each.model for each in update.records.answers.values()) == ["", "12345678abc"]


def test_without_ids_texts_name_answers():
    """Each of several same texts is told by its number; questions apart."""
    answers = answers_of(["x", "y", "x", "x "], questions=["q", "q", "q", "r"])
    assert names_of(answers, by_id=False) == [("1", "q", "x"), ("1", "q", "y"), ("2", "q", "x"), ("1", "r", "x")]
    assert names_of(answers, by_id=True)[0] == ("1", "q", "")


def test_what_is_told():
    """Numbers of what was kept, new, changed and gone always; the rest where there is some."""
    assert told(Update(counts={"kept": 1, "of people": 1})) == [
        "coded before: 1 answer kept (1 of people), 0 new, 0 changed, 0 gone"
    ]
    lines = told(
        Update({0: MODEL}, counts={"kept": 2, "older": 2, "anew": 3, "put by": 1}, problem="x.json is damaged"),
        bare=True,
    )
    assert lines[0].endswith("0 gone, 3 coded anew")
    assert lines[1:] == [
        "1 answer coded by people gone or changed: the codes are kept, and come back with the same text",
        "2 answers kept codes of an earlier model; --recode codes them anew",
        "x.json is damaged: which model coded them is not known",
        "what is kept has no scores or evidence yet; --recode codes it anew",
    ]


def test_records_come_back_and_hold_no_text(tmp_path):
    """What is noted is read again as it was, only under the same key; ids and texts are hashes in it."""
    coded = tmp_path / "w-coded.xlsx"
    records = Records({mark("k", "id-1", "q", "a text"): Record("m", "s")}, {"p": ("a;b", "a=human;b=human")})
    write_records(records, coded, "k")
    assert read_records(coded, "k") == records
    content = records_path(coded).read_text()
    assert "id-1" not in content
    assert "a text" not in content
    assert "another key" in read_records(coded, "other").problem
    before = records_path(coded).read_bytes()
    write_records(records, coded, "k")
    assert records_path(coded).read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"format": 1}', b"\xff", b"[" * 100_000, b'{"format":1,"key":0,"models":[],"answers":{"x":[9,""]},"people":{}}'])  # fmt: skip
def test_damaged_records_are_none(tmp_path, content):
    """Whatever stands where records should is told, never raised."""
    path = records_path(tmp_path / "w-coded.xlsx")
    path.parent.mkdir()
    path.write_bytes(content)
    read = read_records(tmp_path / "w-coded.xlsx", "k")
    assert read.problem
    assert not read.answers


def test_records_that_point_nowhere(tmp_path):
    """A number of a model that is not there is damage."""
    write_records(Records({"x": Record("m")}), tmp_path / "c.csv", "k")
    path = records_path(tmp_path / "c.csv")
    values = json.loads(path.read_text())
    values["answers"]["x"] = [7, ""]
    path.write_text(json.dumps(values))
    assert "damaged" in read_records(tmp_path / "c.csv", "k").problem


def test_where_a_project_keeps_what_it_coded(tmp_path):
    """`STEM-coded.*` in the output folder, by default or named; nothing else, and nothing without a project."""
    project = Project(tmp_path, Questionnaire())
    (tmp_path / "output").mkdir()
    assert target_of("in/w.csv", "", project) == str(tmp_path / "output" / "w-coded.xlsx")
    assert target_of("in/w.parquet", "", project) == str(tmp_path / "output" / "w-coded.parquet")
    assert is_kept("w.csv", str(tmp_path / "output" / "w-coded.csv"), project)
    assert is_kept("w.csv", str(tmp_path / "output" / ".." / "output" / "w-coded.csv"), project)
    assert not is_kept("w.csv", str(tmp_path / "w-coded.csv"), project)
    assert not is_kept("w.csv", str(tmp_path / "output" / "x-coded.csv"), project)
    assert not is_kept("w.csv", str(tmp_path / "output" / "w-coded.csv"), None)
    assert not is_kept("-", "-", project)
    (tmp_path / "output" / "w-coded.csv").write_text("id,freetext_themes\n1,a\n")
    assert earlier_table("w.csv", str(tmp_path / "output" / "w-coded.csv"), project) is None


def test_what_would_be_lost_is_refused():
    """Columns that the new file lacks, and files that cannot be matched, are refused unless forced; people's codes always."""
    names = ("id", "t", "freetext_themes", "freetext_source")
    now = answers_in(Table("w.csv", ("id", "t"), (["1"], ["x"]), 1), text=["t"], id="id")
    whole = Table("c.csv", (*names, "mine"), (["1"], ["x"], ["a"], ["a=model"], ["y"]), 1)
    with pytest.raises(OutputError, match=r"they would be lost: mine\. --force"):
        read_earlier(whole, now, Asked("id"))
    assert read_earlier(whole, now, Asked("id", dropped=("mine",))) is not None
    forced = read_earlier(whole, now, Asked("id", force=True))
    assert forced is not None
    assert forced.cells == (MODEL,)
    bare = whole.without(["id", "mine"])
    with pytest.raises(OutputError, match=r"has no column 'id'.*--force codes it anew"):
        read_earlier(bare, now, Asked("id"))
    assert read_earlier(bare, now, Asked("id", force=True)) is None
    people = Table("c.csv", names[1:], (["x"], ["a"], ["a=human"]), 1)
    with pytest.raises(OutputError, match=r"holds codes that people gave \(freetext_source\)"):
        read_earlier(people, now, Asked("id", force=True))
    other = whole.without(["mine"]).with_columns({"freetext_themes:old": ["b"], "freetext_source:old": ["b=human"]})
    with pytest.raises(OutputError, match=r"holds codes that people gave \(freetext_source:old\)"):
        read_earlier(other, now, Asked("id", force=True))
