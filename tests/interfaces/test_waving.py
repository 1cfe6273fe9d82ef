"""Waves from Python: listed, added, and learnt from together."""

import json

import numpy as np
import pytest

from freetext import add_wave, waves
from freetext.errors import InputError, NothingToLearn, UsageError
from freetext.files.labelling.labels import text_hash
from freetext.files.labelling.settled import decisions_for
from freetext.files.project.settings import read_settings
from freetext.files.project.survey_answers import survey_answers
from freetext.interfaces.training import Decided, labelled_waves
from freetext.interfaces.waving import earlier_coded
from freetext.survey.codeframe import Codeframe, Theme
from freetext.training.held_out import part

FRAME = Codeframe("f", (Theme("a", 1, "a"), Theme("b", 2, "b")))
TOML = (
    '[survey]\nid = "id"\nkey = "k"\nbanners = ["ward"]\nfile = "one.csv"\ncodeframe = "codeframe.toml"\n'
    '[[question]]\nname = "why"\nkind = "open"\ncolumn = "why"\n'
    '[[question]]\nname = "mood"\nkind = "multi"\ncolumn = "mood"\noptions = ["good", "bad"]\n'
)


@pytest.fixture(name="survey")
def _survey(tmp_path):
    """Two files whose ids are the same; the texts of 1 and 2 differ, that of 3 is the same."""
    (tmp_path / "freetext.toml").write_text(TOML, encoding="utf-8")
    (tmp_path / "codeframe.toml").write_text(
        'name = "f"\n[[theme]]\nslug = "a"\n[[theme]]\nslug = "b"\n', encoding="utf-8"
    )
    (tmp_path / "one.csv").write_text(
        "id,ward,mood,why\n1,n,good,x one\n2,s,,x two\n3,s,bad,same\n4,s,bad,\n", encoding="utf-8"
    )
    (tmp_path / "two.csv").write_text("id,ward,mood,why\n1,n,good,y one\n2,s,,y two\n3,s,bad,same\n", encoding="utf-8")
    return tmp_path


def say(folder, id, text, *themes, coder="ada", **more):
    """Write an event into a coder's log; a text of None has no hash."""
    logs = folder / "data" / "annotated"
    logs.mkdir(parents=True, exist_ok=True)
    values = {
        "id": id,
        "question": "why",
        "themes": themes,
        "coder": coder,
        "time": "2026-01-01T00:00:00Z",
        "source": "import",
    }
    values |= {} if text is None else {"text_hash": text_hash("k", text)}
    with (logs / f"{coder}.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps(values | more) + "\n")


def decided(folder):
    """The waves of a project with what people decided on them."""
    plan = read_settings(folder)
    files = [survey_answers(plan, wave) for wave in plan.questionnaire.waves]
    return [Decided(file, decisions_for(file, plan)) for file in files]


def test_a_wave_is_added_and_listed(survey):
    """The new file is the present wave, the one before is an earlier one; both are counted."""
    added = add_wave(survey, survey / "two.csv")
    assert (added.wave.file, added.wave.rows, added.before) == ("two.csv", 3, "one.csv")
    assert [(each.name, each.present, each.answers, each.blank) for each in waves(survey)] == [
        ("one", False, 4, 1),
        ("two", True, 3, 0),
    ]


def test_a_dry_run_writes_nothing(survey):
    """What would be done is said, freetext.toml stays to the byte."""
    add_wave(survey, survey / "two.csv", dry_run=True)
    assert (survey / "freetext.toml").read_text(encoding="utf-8") == TOML


def test_what_differs_is_said(survey):
    """Questions and banners that are gone, columns and answers that are new, and ids that another wave has."""
    (survey / "three.csv").write_text("id,why,extra,mood\n1,z,e,good;fine\n9,z,e,bad\n", encoding="utf-8")
    assert add_wave(survey, survey / "three.csv").said == (
        "no column 'ward' (banner ward)",
        "new columns, which the wave before did not have: extra",
        "mood: answers that nobody gave before: fine",
        "1 id stands in one.csv too: each label stays with its wave and its text, and one name is one respondent in both",
    )
    (survey / "four.csv").write_text("id,why\n70,z\n", encoding="utf-8")
    mood = "mood: not asked, or under another name (rename it in four.csv, for all waves have one name): no column mood"
    assert mood in add_wave(survey, survey / "four.csv").said


def new_answers(survey, old, new, kind="multi", more=""):
    """What is said of a question on colours when a wave with these cells is added."""
    question = f'[[question]]\nname = "colour"\nkind = "{kind}"\ncolumn = "colour"\n{more}'
    (survey / "freetext.toml").write_text(TOML + question, encoding="utf-8")
    for name, cells in (("one", old), ("two", new)):
        lines = (f"{place},n,good,said {name},{cell}\n" for place, cell in enumerate(cells, 1))
        (survey / f"{name}.csv").write_text("id,ward,mood,why,colour\n" + "".join(lines), encoding="utf-8")
    return [each for each in add_wave(survey, survey / "two.csv").said if each.startswith("colour: ")]


@pytest.mark.parametrize(
    ("kind", "more", "old", "new", "told"),
    [
        ("closed", "", ["red", "red"], ["Red ", "blue"], "blue"),
        ("closed", 'options = ["red", "green", "white", "blue"]', ["red", "red"], ["blue", "pink"], "pink"),
        (
            "multi",
            'options = ["red", "green", "white"]\nseparator = "|"',
            ["red|red"],
            ["green| black", "red"],
            "black",
        ),
        ("multi", 'options = ["red; or green"]', ["red"], ["red; or green", "grey;red"], "grey"),
        ("closed", 'reserved = { "nothing" = "none" }\nnets = { "warm" = ["red"] }', ["green"], ["nothing", "red"], ""),
        ("closed", "", ["red"], [f"ask jo.smith{n}@example.org" for n in (1, 2)], "ask [email]"),
        ("closed", "", ["0"], [str(n) for n in range(7)], "1, 2, 3, 4, 5 and 1 more"),
    ],
)
def test_answers_that_are_neither_stated_nor_given_before_are_said(survey, kind, more, old, new, told):
    """Case and blanks do not matter, several answers of a cell are parted as they are tallied, and no personal data is shown."""
    said = [f"colour: answers that nobody gave before: {told}"] if told else []
    assert new_answers(survey, old, new, kind, more) == said


def test_stated_options_are_enough_where_the_wave_before_is_gone(survey):
    """A file that cannot be read hides no answer that freetext.toml does not name."""
    (survey / "one.csv").unlink()
    (survey / "three.csv").write_text("id,ward,mood,why\n1,n,good;fine,z\n", encoding="utf-8")
    assert add_wave(survey, survey / "three.csv").said == ("mood: answers that nobody gave before: fine",)


def test_a_wave_that_is_there_under_another_name_is_asked_about(survey):
    """Where more than half of the answers stand in another wave word for word, somebody may have saved it again."""
    (survey / "again.csv").write_bytes((survey / "one.csv").read_bytes())
    told = [each for each in add_wave(survey, survey / "again.csv", dry_run=True).said if "another name" in each]
    assert told == ["3 of 3 answers stand word for word in one.csv: is it that wave under another name?"]
    assert not [each for each in add_wave(survey, survey / "two.csv").said if "another name" in each]


def test_what_is_no_new_wave_is_refused(survey):
    """A wave already there, another wave's name, a file without ids or open questions: nothing is written."""
    (survey / "x").mkdir()
    for place, text in (("x/one.csv", "id,why\n1,z\n"), ("noid.csv", "no,why\n1,z\n"), ("none.csv", "id,ward\n1,n\n")):
        (survey / place).write_text(text, encoding="utf-8")
    for file, error, why in (
        ("one.csv", UsageError, "is a wave of this survey already"),
        ("x/one.csv", UsageError, "'one.csv' has that name too"),
        ("noid.csv", InputError, "has no column 'id'"),
        ("none.csv", InputError, "none of the columns of open questions: why"),
        ("nowhere.csv", InputError, "no such file"),
    ):
        with pytest.raises(error, match=why):
            add_wave(survey, survey / file)
    assert (survey / "freetext.toml").read_text(encoding="utf-8") == TOML


def test_labels_on_one_id_teach_about_their_own_text(survey):
    """The same id and question in two waves are two answers, each with the labels of its text."""
    say(survey, "1", "x one", "a")
    say(survey, "1", "y one", "b", coder="ben")
    add_wave(survey, survey / "two.csv")
    taught, _, every = labelled_waves(decided(survey), ["why"], FRAME)
    assert dict(zip(taught.answers.texts, taught.given.tolist(), strict=True)) == {"x one": [1, 0], "y one": [0, 1]}
    assert taught.answers.ids == ("one/1", "two/1")
    assert taught.answers.respondents == ("1", "1")
    assert len(every) == 7
    assert [each.labelled for each in waves(survey)] == [1, 1]
    assert [each.problems for each in waves(survey)] == [(), ()]


@pytest.mark.parametrize(("wave", "counted"), [("one", [1, 0]), ("two", [0, 1]), ("", [1, 0]), ("renamed", [1, 0])])
def test_a_text_that_both_waves_have_under_one_id_is_labelled_in_one(survey, wave, counted):
    """The wave that the label names has it; one that names none of them, as logs of old do, is the oldest's that holds the text."""
    say(survey, "3", "same", "a", wave=wave)
    add_wave(survey, survey / "two.csv")
    assert [each.labelled for each in waves(survey)] == counted
    assert [each.problems for each in waves(survey)] == [(), ()]
    taught = labelled_waves(decided(survey), ["why"], FRAME)[0]
    assert taught.answers.ids == (("one/3", "two/3")[counted.index(1)],)


def test_the_audit_of_one_wave_is_no_audit_of_another(survey):
    """What was coded at random in the new wave stands for answers of that wave alone, also where the old one has the very text."""
    add_wave(survey, survey / "two.csv")
    say(survey, "3", "same", "a", source="audit", wave="two")
    assert [each.audited for each in waves(survey)] == [0, 1]


def test_an_undo_takes_back_the_decision_on_its_own_wave(survey):
    """The same coder decided on the same words in both waves; what is taken back in one stands in the other."""
    add_wave(survey, survey / "two.csv")
    for wave in ("one", "two"):
        say(survey, "3", "same", "a", wave=wave)
    say(survey, "3", "same", event="undo", wave="one")
    assert [each.labelled for each in waves(survey)] == [0, 1]


def test_a_label_without_a_hash_is_about_the_oldest_wave(survey):
    """Before and after a wave is added it speaks of the same answer."""
    say(survey, "2", None, "a")
    before = labelled_waves(decided(survey), ["why"], FRAME)[0]
    add_wave(survey, survey / "two.csv")
    after = labelled_waves(decided(survey), ["why"], FRAME)[0]
    assert before.answers.texts == after.answers.texts == ("x two",)
    assert [each.problems for each in waves(survey)] == [(), ()]


def test_a_text_of_no_wave_is_still_reported(survey):
    """A label whose text no wave has any more is told, on each wave that has the id."""
    say(survey, "1", "gone", "a")
    add_wave(survey, survey / "two.csv")
    assert all("has changed since it was labelled" in each.problems[0] for each in waves(survey))


def test_the_audits_of_all_waves_are_kept_out(survey):
    """An answer that one wave's audit coded is locked, the other wave's answer of the same id is not."""
    say(survey, "1", "x one", "a", source="audit")
    say(survey, "1", "y one", "a")
    add_wave(survey, survey / "two.csv")
    taught, held, _ = labelled_waves(decided(survey), ["why"], FRAME)
    assert held == {("one/1", "why")}
    assert part(taught, held).locked is None  # far too few to lock any


def test_one_wave_keeps_its_ids(survey):
    """A survey of one wave is learnt from as ever: no id is changed."""
    say(survey, "1", "x one", "a")
    taught, _, every = labelled_waves(decided(survey), ["why"], FRAME)
    assert (taught.answers.ids, every.ids) == (("1",), ("1", "2", "3", "4"))
    assert np.array_equal(taught.given, [[1, 0]])


def test_waves_without_a_label_teach_nothing(survey):
    """There is nothing to learn from, and that is said."""
    add_wave(survey, survey / "two.csv")
    with pytest.raises(NothingToLearn):
        labelled_waves(decided(survey), ["why"], FRAME)


def test_a_file_that_is_gone_is_a_state_and_no_error(survey):
    """The list tells which file cannot be read, the others are counted."""
    add_wave(survey, survey / "two.csv")
    (survey / "one.csv").unlink()
    one, two = waves(survey)
    assert "no such file" in one.fault
    assert (two.fault, two.answers) == ("", 3)


def test_the_coded_files_before_one(survey):
    """A report's trend takes those of earlier waves, the oldest first; a file of no wave has none."""
    output = survey / "output"
    output.mkdir()
    for name in ("one", "two", "other"):
        (output / f"{name}-coded.csv").write_text("id,freetext_themes\n1,a\n", encoding="utf-8")
    add_wave(survey, survey / "two.csv")
    plan = read_settings(survey)
    assert earlier_coded(plan, "output/two-coded.csv") == (str(output / "one-coded.csv"),)
    assert earlier_coded(plan, "output/one-coded.csv") == earlier_coded(plan, "other-coded.csv") == ()
    assert earlier_coded(None, "two-coded.csv") == ()
