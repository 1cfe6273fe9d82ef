"""Escalating an answer in a review: the banner, the log, the restricted list, and undo."""

from dataclasses import replace
from pathlib import Path

from tests.interfaces.homes import CODEFRAME, SETTINGS

from freetext.files.coding.answers import answers_in
from freetext.files.labelling.labels import append_labels
from freetext.files.project.settings import read_settings
from freetext.files.restricting.escalated import CHANGED, read_escalated
from freetext.files.tabular.tables import read_table
from freetext.interfaces.desk import Desk
from freetext.interfaces.escalating import keep_escalated
from freetext.interfaces.reviewed import reviewed
from freetext.interfaces.wishes import Wishes
from freetext.show.review_plain import spoken
from freetext.show.review_screen import draw
from freetext.survey.labels import Label

SAID = ("no money", "I dont want to be here anymore, there is no money")


def desk_in(folder: Path) -> Desk:
    """A coder at work on two answers, one of them a disclosure."""
    (folder / "freetext.toml").write_text(
        SETTINGS.replace("[survey]", '[survey]\nfile = "answers.csv"'), encoding="utf-8"
    )
    (folder / "codeframe.toml").write_text(CODEFRAME, encoding="utf-8")
    rows = "".join(f'{place},x,"{text}"\n' for place, text in enumerate(SAID))
    (folder / "answers.csv").write_text(f"id,type,why\n{rows}", encoding="utf-8")
    plan = read_settings(folder)
    file = answers_in(read_table(folder / "answers.csv"), text=("why",), id="id", names={"why": "why"})
    return Desk(reviewed(file, plan), Wishes("ada"))


def to_the_disclosure(desk: Desk) -> None:
    """Go to the answer that is flagged."""
    if desk.view().id != "1":
        desk.press("1")
        desk.press("enter")
    assert desk.view().id == "1"


def listed(folder: Path) -> list[str]:
    """The rows of the restricted list."""
    place = folder / "output" / "restricted" / "answers-escalated.csv"
    return place.read_text(encoding="utf-8-sig").splitlines()[1:] if place.exists() else []


def test_a_flagged_answer_shows_a_banner(tmp_path):
    """Both screens say what a flagged answer looks like and which key escalates; other answers have no banner."""
    desk = desk_in(tmp_path)
    to_the_disclosure(desk)
    view = desk.view()
    assert view.concerns == ("self-harm",)
    drawn = "\n".join("".join(text for text, _ in row) for row in draw(view, 80, 24).rows)
    for said in (drawn, "\n".join(spoken(view))):
        assert "Safeguarding: looks like self-harm. ! escalates." in said
    plain = replace(view, concerns=())
    assert "looks like" not in "\n".join(spoken(plain))
    desk.close()


def test_an_escalated_answer_is_listed_until_it_is_taken_back(tmp_path):
    """A saved `!` puts the answer on the restricted list with category, coder and time, without its text; undo takes it off."""
    desk = desk_in(tmp_path)
    to_the_disclosure(desk)
    for key in ("!", "1", "enter"):
        desk.press(key)
    (row,) = listed(tmp_path)
    assert row.startswith("1,why,self-harm,ada,20")
    assert "die" not in row
    desk.press("u")
    assert listed(tmp_path) == []
    desk.close()


def test_passing_over_an_answer_escalates_it_too(tmp_path):
    """A flag that is raised on an answer that is not decided is listed when the answer is passed over."""
    desk = desk_in(tmp_path)
    to_the_disclosure(desk)
    desk.press("!")
    desk.press("s")
    assert len(listed(tmp_path)) == 1
    desk.close()


def test_a_review_of_other_questions_takes_nothing_off_the_list(tmp_path):
    """What was raised on one question stays listed while another question of the same file is reviewed, whose logs are others."""
    desk = desk_in(tmp_path)
    to_the_disclosure(desk)
    for key in ("!", "1", "enter"):
        desk.press(key)
    before = listed(tmp_path)
    survey = desk.survey
    desk.close()
    plan = replace(survey.project.questionnaire, labels="data/annotated/backcode")
    project = replace(survey.project, questionnaire=plan)
    keep_escalated(replace(survey, project=project, frames={"other": survey.frames["why"]}, beside=()))
    assert listed(tmp_path) == before != []


def flags_on(folder: Path, file: str, text: str, coder: str = "") -> list[list[str]]:
    """Write a file of one answer, let a coder raise it where one is named, and return category and coder of the rows of its list."""
    plan = read_settings(folder)
    (folder / file).parent.mkdir(exist_ok=True)
    (folder / file).write_text(f"id,type,why\n1,x,{text}\n", encoding="utf-8")
    survey = reviewed(answers_in(read_table(folder / file), text=("why",), id="id", names={"why": "why"}), plan)
    key = ("1", "why")
    if coder:
        event = Label(*key, (), coder, f"of {file}", "audit", survey.hash_of(key), flags=("safeguarding",))
        append_labels(survey.labels, [event])
    return [[each.category, each.coder] for each in read_escalated(keep_escalated(survey))]


def test_lists_of_two_files_of_one_name_keep_what_was_raised(tmp_path):
    """What was raised in a file stays on its list when a file of the same name is reviewed, and is listed there as another text."""
    desk_in(tmp_path).close()
    assert [coder for _, coder in flags_on(tmp_path, "y1/answers.csv", "I want to die", "ada")] == ["ada"]
    ada, ben = flags_on(tmp_path, "y2/answers.csv", "I will die by my own hand", "ben")
    assert ada == [CHANGED, "ada"]
    assert ben[1] == "ben"
    first, second = sorted((tmp_path / "output" / "restricted").glob("*.csv"))
    assert (first.name, [each.coder for each in read_escalated(first)]) == ("answers-escalated.csv", ["ada"])
    assert [each.coder for each in read_escalated(second)] == ["ada", "ben"]


def test_what_was_raised_stays_where_the_text_is_another(tmp_path):
    """A file that was redacted in its place does not take an answer off the list, also where the same coder decides on it anew."""
    desk_in(tmp_path).close()
    ((looked, _),) = flags_on(tmp_path, "answers.csv", "Mr Smith knows that I want to die", "ada")
    changed = [f"{looked}; {CHANGED}", "ada"]
    assert flags_on(tmp_path, "answers.csv", "[name] knows that I want to die") == [changed]
    assert flags_on(tmp_path, "answers.csv", "[name] knows that I want to die", "ada") == [changed, [looked, "ada"]]
