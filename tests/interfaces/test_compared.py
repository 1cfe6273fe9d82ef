"""Two waves compared: what is read, what is said, and what has changed."""

import numpy as np
import pandas as pd
import pytest
from tests.interfaces.two_waves import MONEY, code_again, write_coded, write_waves

import freetext
from freetext.errors import InputError, UsageError
from freetext.files.coding.coded_records import Record, Records, mark, write_records
from freetext.files.coding.wanted import Wanted
from freetext.files.modelling.models import save_version
from freetext.files.project.settings import read_settings
from freetext.files.project.survey_answers import survey_answers
from freetext.files.project.wave_states import coded_of
from freetext.files.tabular.tables import read_table
from freetext.interfaces.bridge_reviews import drawable
from freetext.interfaces.earlier_waves import read_earlier
from freetext.review.bridge_draw import drawn
from freetext.survey.answers import answers_of
from freetext.survey.codeframe import Codeframe, Theme
from freetext.tallies.compared import PEOPLE
from freetext.training.dataset import training_set
from freetext.training.fit import fit

KEY = "two waves"


@pytest.fixture(name="waves")
def _waves(tmp_path):
    write_waves(tmp_path / "survey")
    return tmp_path / "survey"


@pytest.fixture(scope="module", name="whole")
def _whole(tmp_path_factory):
    """Both waves coded, and a bridge of 40 answers; compared. The folder is not to be written to."""
    folder = tmp_path_factory.mktemp("whole") / "survey"
    write_waves(folder)
    write_coded(folder)
    project = read_settings(folder)
    there = drawable(survey_answers(project, "one.csv"), project, ["say"])
    order = [there.answers.keys[place][0] for place in drawn(there.answers, there.frame, len(there.answers))]
    code_again(folder, order[:40])
    return freetext.compare(project=folder)


def frame_with(folder, slug, *, logged):
    """Add a theme to the codeframe, with or without a line in its log."""
    path = folder / "codeframe.toml"
    more = f'[[theme]]\nslug = "{slug}"\nname = "{slug.title()}"\nnumber = 3\n'
    if logged:
        more += f'[[change]]\nop = "add"\nto = ["{slug}"]\ntime = "2024-12-01T00:00:00Z"\n'
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")


def test_a_project_knows_its_waves(whole):
    """Without OLD and NEW the last earlier wave and the present one are compared, question by question."""
    assert (whole.old, whole.new) == ("one", "two")
    (asked,) = whole.questions
    assert (asked.question, asked.drift.old.answers, asked.drift.new.answers) == ("say", 80, 80)
    assert asked.drift.fact("closed: region") is not None


def test_the_change_of_each_theme_is_told_by_banner(whole):
    """Each theme has its change in total and in each column of the project's banner, old and new adding up to it."""
    (changes,) = whole.questions[0].changes
    assert changes.banner == "region"
    assert set(changes.columns) == {"Total", "north", "south"}
    money = changes.row("money").cells[0]
    assert money.by.share == pytest.approx(money.new.share - money.old.share)
    assert money.by.low < money.by.share < money.by.high


def test_a_bridge_splits_the_change(whole):
    """Where people coded a bridge, each change stands in two parts that add up to it."""
    (bridge,) = whole.questions[0].bridges
    cell = bridge.row("money").cells[0]
    assert cell.total.share == pytest.approx(cell.world.share + cell.coding.share)
    assert cell.total == whole.questions[0].changes[0].row("money").cells[0].by


def test_waves_that_are_not_coded_are_compared_by_their_texts(waves):
    """Without codes there is a verdict of the texts, no change, and it is said which wave is not coded."""
    found = freetext.compare(project=waves)
    (asked,) = found.questions
    assert asked.changes == ()
    assert asked.bridges == ()
    assert {fact.group for fact in asked.drift.facts} == {"text", "people"}
    assert any("not coded yet: one and two" in each for each in found.said)


def test_another_file_of_a_waves_name_is_not_taken_for_coded(waves, tmp_path):
    """What was coded of a wave is that of its very file, however its path is written, and not of one elsewhere that is called alike."""
    write_coded(waves)
    (tmp_path / "elsewhere").mkdir()
    other = tmp_path / "elsewhere" / "one.csv"
    other.write_text((waves / "one.csv").read_text(encoding="utf-8"), encoding="utf-8")
    project = read_settings(waves)
    assert (
        coded_of(project, "one.csv") == coded_of(project, str(waves / "one.csv")) == waves / "output" / "one-coded.csv"
    )
    assert coded_of(project, str(other)) is None
    (asked,) = freetext.compare(other, project=waves).questions
    assert asked.changes == ()


def test_codes_are_made_alike_for_both_waves(whole):
    """With labels at hand both waves are coded by models that have not seen the respondent, and that is said."""
    drift = whole.questions[0].drift
    assert drift.fact("themes") is not None
    assert any("have not seen the respondent (160 labelled answers)" in each for each in drift.said)


def test_a_theme_that_was_added_says_so(waves):
    """A theme that the log of the codeframe adds after the old wave has no old share, and never 0 %."""
    write_coded(waves)
    frame_with(waves, "place", logged=True)
    cell = freetext.compare(project=waves).questions[0].changes[0].row("place").cells[0]
    assert (cell.kind, cell.old, cell.said) == ("new", None, "not in OLD")


def records_of(folder, digest):
    """Write down that one model coded the first wave."""
    project = read_settings(folder)
    answers = survey_answers(project, "one.csv").answers
    keys = zip(answers.ids, answers.questions, answers.texts, strict=True)
    known = {mark(KEY, *key): Record(digest) for key in keys}
    write_records(Records(known), folder / "output" / "one-coded.csv", KEY)


def test_what_the_model_of_then_did_not_know_is_new(waves):
    """A theme that was written into the codeframe by hand is new where the model that coded the old wave lacks it."""
    write_coded(waves)
    texts = ["the fees are high", "lovely nurses"] * 20
    given = np.array([["fees" in text, "nurses" in text] for text in texts], dtype=np.int8)
    then = Codeframe("visits", (Theme("money", 1, "Money"), Theme("staff", 2, "Staff")))
    model = fit(training_set(then, answers_of(texts), given)).model
    save_version(model, waves / "models" / "visits")
    frame_with(waves, "place", logged=False)
    project, path = read_settings(waves), waves / "output" / "one-coded.csv"
    assert read_earlier(read_table(path), Wanted(closed=()), project).known["say"] == ("money", "staff", "place")
    records_of(waves, model.digest)
    assert read_earlier(read_table(path), Wanted(closed=()), project).known["say"] == ("money", "staff")
    found = freetext.compare(project=waves)
    assert found.questions[0].changes[0].row("place").cells[0].kind == "new"
    assert [(each.wave, each.by[-8:], each.answers) for each in found.coded] == [("one", model.digest[:8], 80)]


def test_models_of_other_codeframes_say_nothing(waves):
    """Where a survey has models of several codeframes, only those of a question's own say what OLD could be coded with."""
    write_coded(waves)
    frame_with(waves, "place", logged=False)
    project, path = read_settings(waves), waves / "output" / "one-coded.csv"
    texts = ["the fees are high", "lovely nurses"] * 20
    given = np.array([["fees" in text, "nurses" in text] for text in texts], dtype=np.int8)
    then = Codeframe("visits", (Theme("money", 1, "Money"), Theme("staff", 2, "Staff")))
    model = fit(training_set(then, answers_of(texts), given)).model
    save_version(model, waves / "models" / "visits")
    answers = [Record(model.digest), Record("0" * 64)]
    names = {model.digest: "visits", "0" * 64: "other"}
    known = {mark(KEY, str(place), "say", ""): each for place, each in enumerate(answers)}
    write_records(Records(known, names=names), path, KEY)
    assert read_earlier(read_table(path), Wanted(closed=()), project).known["say"] == ("money", "staff")


def coded_frame(size, share, *, seed, by=PEOPLE):
    """A wave as a frame, coded by people or by a machine; without any project."""
    dice = np.random.default_rng(seed)
    money = dice.random(size) < share
    said = [f"{dice.choice(MONEY)} this year" if each else "the staff were kind" for each in money]
    source = "human" if by == PEOPLE else "model"
    codes = ["money" if each else "staff" for each in money]
    return pd.DataFrame(
        {"say": said, "freetext_themes": codes, "freetext_source": [f"{each}={source}" for each in codes]}
    )


def test_frames_without_a_project_are_compared(tmp_path):
    """Two coded frames are compared by themselves; a codeframe says what OLD could be coded with."""
    old, new = coded_frame(120, 0.3, seed=1), coded_frame(120, 0.6, seed=2)
    found = freetext.compare(old, new, text="say")
    assert (found.old, found.new) == ("OLD", "NEW")
    assert found.questions[0].changes[0].row("money").cells[0].counts
    then = Codeframe("then", (Theme("money", 1, "Money"),))
    now = Codeframe("now", (Theme("money", 1, "Money"), Theme("staff", 2, "Staff")))
    old["freetext_themes"] = old["freetext_themes"].str.replace("staff", "")
    old["freetext_source"] = ["human"] * len(old)
    found = freetext.compare(old, new, text="say", codeframe=now, old_codeframe=then)
    cells = {row.theme: row.cells[0].kind for row in found.questions[0].changes[0].rows}
    assert cells == {"money": "compared", "staff": "new"}


def test_a_model_codes_the_old_wave_again(tmp_path):
    """With `again` codes are compared as they stand, and the coding part is what the model codes otherwise, on all old answers."""
    old, new = coded_frame(120, 0.3, seed=1, by="model"), coded_frame(120, 0.6, seed=2, by="model")
    texts = [*MONEY, "the staff were kind", "kind staff", "staff were helpful"] * 6
    given = np.array([[text in MONEY, text not in MONEY] for text in texts], dtype=np.int8)
    frame = Codeframe("now", (Theme("money", 1, "Money"), Theme("staff", 2, "Staff")))
    save_version(fit(training_set(frame, answers_of(texts), given)).model, tmp_path / "model")
    version = next(each for each in (tmp_path / "model").iterdir() if each.is_dir())
    old["freetext_themes"] = "staff"
    old["freetext_source"] = "staff=model"
    found = freetext.compare(old, new, text="say", codeframe=frame, again=version)
    (bridge,) = found.questions[0].bridges
    cell = bridge.row("money").cells[0]
    assert bridge.raw
    assert cell.old is not None
    assert cell.again is not None
    assert (cell.read, cell.old.share) == (120, 0.0)
    assert cell.again.share == pytest.approx(old["say"].str.startswith(MONEY).mean(), abs=0.02)
    assert cell.coding_counts
    assert "coded again, whole" in found.questions[0].notes[0]


def test_changes_are_not_shown_under_a_profile(waves):
    """Under a disclosure profile no change is told, for differences undo what it hides, and a note says why."""
    write_coded(waves)
    path = waves / "freetext.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("[survey]\n", '[survey]\ndisclosure = "nhs"\n'), encoding="utf-8"
    )
    (asked,) = freetext.compare(project=waves).questions
    assert asked.changes == ()
    assert "disclosure profile" in asked.notes[0]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"old": "one.csv", "new": "one.csv"}, "the same file"),
        ({"questions": "other"}, "no question other. Questions: say"),
    ],
)
def test_what_cannot_be_compared_is_refused(waves, options, said, monkeypatch):
    """A wave against itself, or a question that nobody asked, is a misuse that says what there is."""
    monkeypatch.chdir(waves)
    with pytest.raises(UsageError, match=said):
        freetext.compare(project=waves, **options)


def test_without_files_or_columns_it_is_said_what_is_missing(tmp_path, waves):
    """Without a project both files and the column of verbatims must be named; the message names the option."""
    with pytest.raises(UsageError, match="Name OLD and NEW"):
        freetext.compare()
    with pytest.raises(UsageError, match="--text"):
        freetext.compare(waves / "one.csv", waves / "two.csv")
    write_coded(waves)
    with pytest.raises(InputError, match="region2"):
        freetext.compare(project=waves, by="region2")


def test_a_file_with_one_answer_a_row_is_parted_by_question():
    """With a column that says what was asked each question is compared by itself, its changes too; one that a wave lacks is said."""
    parts = [coded_frame(60, 0.5, seed=seed).assign(asked=asked) for seed, asked in ((1, "first"), (2, "second"))]
    old, new = pd.concat(parts), pd.concat([parts[0], coded_frame(60, 0.9, seed=3).assign(asked="third")])
    found = freetext.compare(old, new, text="say", question="asked")
    assert [each.question for each in found.questions] == ["first"]
    assert found.questions[0].drift.old.answers == 60
    change = found.questions[0].changes[0].row("money").cells[0].by
    assert change is not None
    assert change.share == 0
    assert found.said[:2] == ("not compared: third, not asked in OLD.", "not compared: second, not asked in NEW.")


def test_codes_may_stand_in_another_file():
    """Coded files that are named are those whose codes are compared; the answers come from OLD and NEW."""
    old, new = coded_frame(60, 0.3, seed=1), coded_frame(60, 0.3, seed=2)
    found = freetext.compare(old[["say"]], new[["say"]], old_coded=old, new_coded=new, text="say")
    whole = freetext.compare(old, new, text="say")
    assert found.questions[0].changes == whole.questions[0].changes


def test_a_file_is_compared_with_a_column_that_both_have():
    """--by names closed columns: their answers are compared, and the changes told for each."""
    old, new = (coded_frame(80, 0.3, seed=seed).assign(ward=["a", "b"] * 40) for seed in (1, 2))
    (asked,) = freetext.compare(old, new, text="say", by="ward").questions
    assert asked.drift.fact("closed: ward") is not None
    assert asked.changes[0].columns == ("Total", "a", "b")


def test_a_question_that_one_wave_did_not_code_is_told(waves):
    """Where both files are coded, and one has no codes of a question, it is said which; nothing else tells why there is no change."""
    write_coded(waves)
    settings, more = waves / "freetext.toml", '[[question]]\nname = "more"\nkind = "open"\ncolumn = "more"\n'
    settings.write_text(settings.read_text(encoding="utf-8") + more, encoding="utf-8")
    one = waves / "output" / "one-coded.csv"
    one.write_text(
        one.read_text(encoding="utf-8").replace("freetext_themes:say", "freetext_themes:more"), encoding="utf-8"
    )
    (question,) = freetext.compare(project=waves).questions
    assert question.changes == ()
    assert question.notes == ("Not coded in one, so that no change is known.",)


def test_what_only_old_has_is_named():
    """A column of the banner, or a theme, that NEW does not have is named below the table, not passed over."""
    old, new = (coded_frame(80, 0.3, seed=seed).assign(ward=["a", "b"] * 40) for seed in (1, 2))
    old["ward"] = ["a", "c"] * 40
    old["freetext_themes"] = ["food", *old["freetext_themes"][1:]]
    (asked,) = freetext.compare(old, new, text="say", by="ward").questions
    assert asked.gone == ("food: only in OLD.", "c (ward): only in OLD.")
    cells = dict(zip(asked.changes[0].columns, asked.changes[0].row("money").cells, strict=True))
    assert cells["b"].said == "no such column in OLD"


def test_machine_codes_without_an_audit_have_no_change_but_raw():
    """What nobody audited has no corrected share, so no change; raw codes are compared as they stand."""
    old, new = (coded_frame(60, share, seed=4, by="model") for share in (0.2, 0.8))
    cell = freetext.compare(old, new, text="say").questions[0].changes[0].row("money").cells[0]
    assert (cell.kind, cell.by) == ("no interval", None)
    raw = freetext.compare(old, new, text="say", raw=True).questions[0].changes[0]
    assert raw.raw
    assert raw.row("money").cells[0].counts
