"""A coder at work over a real folder: decisions on disk, the exact place, a full disk, other coders."""

from __future__ import annotations

import csv
import json
import resource
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.interfaces.homes import CODEFRAME, SETTINGS

from freetext.errors import OutputError, UsageError
from freetext.files.coding.answers import answers_in
from freetext.files.labelling.labels import append_labels, read_labels
from freetext.files.labelling.locks import coder_lock
from freetext.files.project.settings import read_settings
from freetext.files.reviewing.rankings import save_ranking
from freetext.files.tabular.tables import read_table
from freetext.interfaces.desk import Clock, Desk
from freetext.interfaces.preparing import prepare
from freetext.interfaces.reviewed import Reviewed, reviewed
from freetext.interfaces.reviewing import open_review, rank_answers
from freetext.interfaces.wishes import Wishes, coder_name
from freetext.review.deal import Deal, Dealt
from freetext.review.items import Suggested
from freetext.show.review_screen import draw
from freetext.survey.labels import Label, certain, standing

SAYS = ("no money at all", "the staff are kind", "money for staff", "[0] nothing [/]", "\x1b[31mfees and money\x1b[0m")


class Ticking:
    """Seconds that go on by four whenever somebody asks."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """The next second."""
        self.now += 4
        return self.now


def project(folder: Path, rows: int = 60) -> Path:
    """Make a project of so many answers, every tenth of them blank."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "freetext.toml").write_text(
        SETTINGS.replace("[survey]", '[survey]\nfile = "answers.csv"'), encoding="utf-8"
    )
    (folder / "codeframe.toml").write_text(CODEFRAME, encoding="utf-8")
    with (folder / "answers.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["id", "type", "why"])
        for row in range(rows):
            out.writerow([f"r{row:03}", "north" if row % 2 else "south", "" if row % 10 == 9 else SAYS[row % 5]])
    return folder


def survey_in(folder: Path) -> Reviewed:
    """Read the project's answers."""
    settings = read_settings(folder)
    return reviewed(
        answers_in(read_table(folder / "answers.csv"), text=["why"], id="id", names={"why": "why"}), settings
    )


def desk_in(folder: Path, coder: str = "ada", **wishes: object) -> Desk:
    """Open a coder's desk; the clock ticks evenly."""
    return Desk(survey_in(folder), Wishes(coder, **wishes), clock=Clock(lambda: "2026-01-01T00:00:00Z", Ticking()))  # type: ignore[arg-type]


def press(desk: Desk, keys: Sequence[str]) -> bool:
    """Press keys, and say whether the coder is still there."""
    return all(desk.press(key) for key in keys)


def logged(folder: Path) -> tuple[Label, ...]:
    """All events on the disk."""
    return read_labels(folder / "data" / "annotated").labels


def decided(folder: Path) -> list[Label]:
    """The decisions that stand."""
    return standing(logged(folder))


def test_a_decision_is_on_the_disk_with_all_that_belongs_to_it(tmp_path):
    """Key, keyed hash, themes, coder, time, seconds, source, codeframe, note and flags stand in the coder's log."""
    folder = project(tmp_path)
    desk = desk_in(folder)
    key = desk.view().id
    press(desk, ["1", "2", "c", "o", "k", "enter", "!", "enter"])
    (line,) = [
        json.loads(each)
        for each in (folder / "data" / "annotated" / "ada.jsonl").read_text(encoding="utf-8").splitlines()
        if "pick" not in each
    ]
    frame = desk.survey.frames["why"]
    assert line == {
        "id": key,
        "question": "why",
        "themes": ["money", "staff"],
        "coder": "ada",
        "time": "2026-01-01T00:00:00Z",
        "source": line["source"],
        "text_hash": desk.survey.hash_of((key, "why")),
        "seconds": line["seconds"],
        "codeframe": frame.digest,
        "note": "ok",
        "flags": ["safeguarding"],
        "wave": "answers",
    }
    assert line["source"] in {"audit", "queue"}
    assert line["seconds"] > 0


def test_the_closed_answers_stand_beside_the_text(tmp_path):
    """What the respondent ticked is shown with its question's title; a blank answer is never asked."""
    desk = desk_in(project(tmp_path), batch=54)
    for _ in range(54):
        view = desk.view()
        assert view.cells in ((("Type of home", "north"),), (("Type of home", "south"),))
        assert view.text.strip()
        press(desk, ["n", "enter"])
    assert desk.view().phase == "summary"
    press(desk, ["enter"])
    assert desk.view().phase == "empty"


def test_whoever_comes_back_finds_the_exact_place(tmp_path):
    """The same answer is asked, in the same batch, whatever was decided, passed or undone before."""
    folder = project(tmp_path)
    desk = desk_in(folder)
    press(desk, ["1", "enter", "s", "2", "enter", "n", "enter", "u", "enter", "1"])
    view = desk.view()
    again = desk_in(folder).view()
    assert (again.id, again.done, again.size) == (view.id, view.done, view.size)
    assert again.total == desk.session.decided.__len__()


@given(st.lists(st.sampled_from(["1", "2", "enter", "n", "s", "u", "b", "enter", "1"]), max_size=40))
@settings(max_examples=25, deadline=None)
def test_replaying_the_log_is_the_state(tmp_path_factory, keys):
    """After any keys a new desk has the same decisions and asks the same answer, or the first that was only looked back at."""
    folder = project(tmp_path_factory.mktemp("replay"), rows=12)
    desk = desk_in(folder, batch=5)
    press(desk, keys)
    again = desk_in(folder, batch=5)
    assert again.session.decided == desk.session.decided
    assert again.session.done == desk.session.done or desk.view().phase == "summary"


def test_a_full_disk_refuses_aloud_and_loses_nothing(tmp_path):
    """Where the log cannot grow the decision is refused, the answer stays with its ticks, and what was kept before is whole."""
    folder = project(tmp_path)
    desk = desk_in(folder)
    press(desk, ["1", "enter", "2", "enter"])
    size = (folder / "data" / "annotated" / "ada.jsonl").stat().st_size
    kept = logged(folder)
    before = desk.view()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 10, limits[1]))
    try:
        assert press(desk, ["1", "enter"])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    view = desk.view()
    assert view.id == before.id
    assert [choice.slug for choice in view.choices if choice.ticked] == ["money"]
    assert "not kept" in view.message or "NOT kept" in view.message
    assert logged(folder) == kept
    press(desk, ["enter"])
    assert len(decided(folder)) == 3


def test_two_coders_are_not_asked_the_same(tmp_path):
    """While both are at work nobody is asked what the other has coded or has before them; each answer is coded once."""
    folder = project(tmp_path)
    logs = folder / "data" / "annotated"
    with coder_lock(logs, "ada"), coder_lock(logs, "ben"):
        ada = desk_in(folder, "ada", batch=10)
        ben = desk_in(folder, "ben", batch=10)
        for desk in (ada, ben, ada, ben):
            press(desk, ["1", "enter"] * 10 + ["enter"])
    keys = [label.key for label in decided(folder)]
    assert len(keys) == 40
    assert len(set(keys)) == 40


def test_second_coding_is_blind_and_of_others_answers(tmp_path):
    """--second asks what another has decided, without showing it, and keeps it as audit."""
    folder = project(tmp_path)
    press(desk_in(folder, "ada", batch=10), ["1", "enter"] * 10)
    ben = desk_in(folder, "ben", kind="second", batch=10)
    view = ben.view()
    assert view.lit is None
    assert not any(choice.ticked for choice in view.choices)
    press(ben, ["2", "enter"] * 10)
    assert {label.key for label in decided(folder) if label.coder == "ben"} == {
        label.key for label in decided(folder) if label.coder == "ada"
    }
    assert {label.source for label in decided(folder) if label.coder == "ben"} == {"audit"}


def test_adjudication_shows_both_choices_and_hides_whose_they_are(tmp_path):
    """Only answers that coders differ on are asked; what is decided overrules both."""
    folder = project(tmp_path)
    base = Label("r000", "why", ("money",), "ada", "2026-01-01T00:00:00Z", "audit")
    labels = [base, Label("r000", "why", ("staff",), "ben", "2026-01-01T00:00:00Z", "audit")]
    labels += [Label("r001", "why", ("staff",), coder, "2026-01-01T00:00:00Z", "audit") for coder in ("ada", "ben")]
    append_labels(folder / "data" / "annotated", labels)
    desk = desk_in(folder, "eve", kind="adjudicate")
    view = desk.view()
    assert (view.id, view.adjudicating, view.size) == ("r000", True, 1)
    assert sorted(view.said) == [("money",), ("staff",)]
    assert sorted(choice.said_by for choice in view.choices) == [(), ("A",), ("B",)]
    press(desk, ["2", "enter"])
    assert decided(folder)[-1].source == "adjudicated"
    assert desk_in(folder, "eve", kind="adjudicate").view().phase == "empty"


def test_the_queue_shows_what_the_model_suggests_and_blind_hides_it(tmp_path):
    """Suggestions stand at queue items alone; with `blind` at none."""
    folder = project(tmp_path, rows=400)
    survey = survey_in(folder)
    says = {"no": ("money",), "th": ("staff",), "mo": ("money", "staff"), "[0": ("nothing",), "\x1b[": ("money",)}
    places = [place for place, text in enumerate(survey.answers.texts) if text][:30]
    append_labels(
        survey.labels,
        [
            Label(
                survey.answers.ids[place],
                "why",
                says[survey.answers.texts[place][: 5 if place % 5 == 4 else 2][:2]],
                "ben",
            )
            for place in places
        ],
    )
    (ranking,) = prepare(survey)
    assert save_ranking(ranking, survey.folder).exists()
    seen = []
    desk = desk_in(folder, strategy="tally-variance", target=0.4)
    for _ in range(desk.session.size):
        item = desk.session.item
        assert item is not None
        seen.append((item.stream, desk.view().lit is not None))
        press(desk, ["1", "enter"])
    assert {shown for stream, shown in seen if stream == "audit"} <= {False}
    assert ("queue", True) in seen
    blind = desk_in(folder, "zoe", strategy="tally-variance", target=0.4, blind=True)
    assert all(blind.session.item_of(key).blind for key in blind.session.fresh)


def test_the_summary_says_how_far_the_table_is(tmp_path):
    """Between batches every theme of the question and of each column stands with its estimate and what it still wants."""
    desk = desk_in(project(tmp_path), batch=10)
    press(desk, ["1", "enter"] * 10)
    summary = desk.view().summary
    assert summary is not None
    assert {reach.theme for reach in summary.reaches} == {"money", "staff", "nothing"}
    assert {reach.column for reach in summary.reaches} == {"", "type: north", "type: south"}
    assert summary.more > 0
    assert not summary.stop


@pytest.mark.parametrize("key", ["u", "b", "left", "right", "enter", "?", "q", "x"])
def test_every_key_is_taken_where_nothing_is_left(tmp_path, key):
    """An empty review takes all keys and stays whole."""
    folder = project(tmp_path, rows=3)
    desk = desk_in(folder)
    press(desk, ["1", "enter"] * 3 + ["enter"])
    assert desk.view().phase == "empty"
    assert desk.press(key) == (key != "q")
    desk.view()


def test_a_correction_in_a_later_session_keeps_its_stream(tmp_path):
    """An audit answer that its coder corrects tomorrow is still a random one; an adjudicated one is still adjudicated."""
    folder = project(tmp_path)
    press(desk_in(folder, batch=54, audit=1.0), ["1", "enter"] * 54)
    assert {label.source for label in decided(folder)} == {"audit"}
    press(desk_in(folder, batch=54), ["b", "2", "enter"])
    assert {label.source for label in logged(folder)} == {"audit"}
    assert certain(logged(folder)) == frozenset()
    other = folder / "data" / "annotated"
    append_labels(other, [Label(label.id, "why", ("nothing",), "ben", source="audit") for label in decided(folder)[:1]])
    press(desk_in(folder, "eve", kind="adjudicate"), ["2", "enter"])
    again = desk_in(folder, "eve", kind="adjudicate")
    press(again, ["b"])
    assert again.view().adjudicating
    press(again, ["1", "enter"])
    assert [label.source for label in decided(folder) if label.coder == "eve"] == ["adjudicated"] * 2


def test_a_coder_is_one_however_the_name_is_spelled(tmp_path):
    """Ada and ada have one log, and one session's decisions are the other's."""
    folder = project(tmp_path)
    append_labels(folder / "data" / "annotated", [Label("r000", "why", ("money",), "Ada", source="audit")])
    assert coder_name("ada", folder / "data" / "annotated") == "Ada"
    with open_review(folder, coder="ADA") as desk:
        assert desk.view().total == 1


def test_another_file_of_the_same_name_is_not_taken_for_the_first(tmp_path):
    """A batch and a ranking belong to texts: where these differ the batch is dealt anew, and the ranking is not used."""
    folder = project(tmp_path)
    desk = desk_in(folder, batch=5)
    prepare(desk.survey)
    before = desk.view().text
    path = folder / "answers.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("no money", "much rain").replace("kind", "gone"), encoding="utf-8"
    )
    again = desk_in(folder, batch=5)
    assert again.dealer.tray.rankings == []
    assert again.dealer.tray.outdated
    assert all(item in again.survey.answers.texts for item in [again.view().text])
    assert before


def test_blind_hides_what_was_dealt_with_a_suggestion(tmp_path):
    """A batch that was left with suggestions comes back without them where --blind is asked."""
    folder = project(tmp_path)
    desk = desk_in(folder)
    deal = Deal(tuple(Dealt(key, "queue", (Suggested("money"),), "m") for key in list(desk.session.fresh)))
    desk.dealer.keep(deal, 1, 0)
    assert desk_in(folder).view().lit == (Suggested("money"),)
    assert desk_in(folder, blind=True).view().lit is None


def test_a_session_that_lost_its_lock_writes_no_more(tmp_path):
    """Where another session has taken the lock over, the next decision is not written, and the session ends."""
    folder = project(tmp_path)
    with open_review(folder, coder="ada") as desk, coder_lock(folder / "data" / "annotated", "ada", force=True):
        desk.press("1")
        with pytest.raises(UsageError, match="elsewhere"):
            desk.press("enter")
    assert decided(folder) == []


def test_a_drive_that_is_away_is_waited_for(tmp_path):
    """A decision that cannot be announced is refused, and taken when the drive is back."""
    folder = project(tmp_path)
    away: list[bool] = []

    def beat() -> None:
        if away:
            raise OutputError("data/annotated", "is away")

    desk = Desk(survey_in(folder), Wishes("ada"), beat=beat, clock=Clock(seconds=Ticking()))
    away[:] = [True]
    press(desk, ["1", "enter"])
    assert "is away" in desk.view().message
    away.clear()
    press(desk, ["enter"])
    assert len(decided(folder)) == 1


def test_only_what_is_reviewed_is_walked_back_through(tmp_path):
    """A review of one question does not stumble over decisions on another."""
    folder = project(tmp_path)
    append_labels(folder / "data" / "annotated", [Label("r000", "other", ("money",), "ada", source="audit")])
    desk = desk_in(folder)
    press(desk, ["b", "u"])
    assert desk.view().total == 0


def test_a_theme_that_is_gone_is_not_saved_as_none(tmp_path):
    """A decision that holds a theme which the codeframe lost is not written without it."""
    folder = project(tmp_path)
    press(desk_in(folder, batch=3), ["2", "enter"])
    path = folder / "codeframe.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"staff"', '"people"'), encoding="utf-8")
    desk = desk_in(folder, batch=3)
    press(desk, ["b", "p", "enter"])
    assert "staff" in desk.view().message
    assert decided(folder)[-1].themes == ("staff",)
    press(desk, ["n", "2", "enter"])
    assert decided(folder)[-1].themes == ("people",)


def test_hard_answers_do_not_bar_the_way(tmp_path):
    """Whoever passes over a whole batch is dealt new answers too."""
    folder = project(tmp_path)
    desk = desk_in(folder, batch=4)
    first = set(desk.session.fresh)
    press(desk, ["s"] * 4 + ["enter"])
    assert len(desk.session.fresh - first) == 2


def test_ticks_left_behind_are_asked_about_when_leaving(tmp_path):
    """`q` goes to the answer with ticks that are not saved, and asks."""
    desk = desk_in(project(tmp_path))
    press(desk, ["1", "enter", "2", "b"])
    left = desk.view().id
    assert press(desk, ["q"])
    assert desk.view().phase == "leave"
    assert desk.view().id != left


def test_a_large_survey_is_counted_while_the_coder_reads(tmp_path):
    """With many answers the page between batches comes at once, and its numbers when they are there; the next batch is then ready."""
    desk = desk_in(project(tmp_path, rows=5100), batch=2)
    press(desk, ["1", "enter"] * 2)
    first = desk.view()
    assert first.phase == "summary"
    last = time.monotonic() + 30
    while not desk.tick() and time.monotonic() < last:
        time.sleep(0.01)
    summary = desk.view().summary
    assert summary is not None
    assert summary.reaches
    press(desk, ["enter"])
    assert desk.view().phase == "answer"
    assert desk.view().total == 2
    desk.close()


def test_what_was_dealt_ahead_is_dealt_anew_where_more_has_happened(tmp_path):
    """A decision taken back on the page between batches is asked again, not forgotten by a batch that was dealt before."""
    folder = project(tmp_path)
    desk = desk_in(folder, batch=3)
    press(desk, ["1", "enter"] * 3)
    assert desk.view().phase == "summary"
    press(desk, ["u", "s"])
    assert desk.view().phase == "summary"
    skipped_one = [label.key for label in logged(folder) if label.event == "skip"]
    press(desk, ["enter"])
    assert set(skipped_one) <= desk.session.fresh


def test_a_second_decision_is_random_only_where_the_first_was(tmp_path):
    """Coding an import again is no part of the audit; coding an audit answer again is."""
    folder = project(tmp_path)
    logs = folder / "data" / "annotated"
    append_labels(logs, [Label("r000", "why", ("money",), "ada", source="import")])
    append_labels(logs, [Label("r001", "why", ("money",), "ada", source="audit")])
    press(desk_in(folder, "ben", kind="second"), ["1", "enter"] * 2)
    assert {label.id: label.source for label in decided(folder) if label.coder == "ben"} == {
        "r000": "lookup",
        "r001": "audit",
    }


def test_a_split_theme_is_shown_to_the_adjudicator(tmp_path):
    """Whoever chose a theme that was split since stands at all its parts, and the question says so."""
    folder = project(tmp_path)
    append_labels(folder / "data" / "annotated", [Label("r000", "why", ("pay",), "ada", source="audit")])
    with (folder / "codeframe.toml").open("a", encoding="utf-8") as file:
        file.write('[[change]]\nop = "split"\nfrom = ["pay"]\nto = ["money", "staff"]\ntime = "2026-01-01T00:00:00Z"\n')
    view = desk_in(folder, "eve", kind="adjudicate").view()
    assert view.said == (("money", "staff"),)
    assert "split since" in view.title


def test_answers_are_ranked_from_python(tmp_path):
    """rank_answers writes what a review reads."""
    folder = project(tmp_path)
    (ranking,) = rank_answers(folder)
    with open_review(folder, coder="ada") as desk:
        assert len(desk.dealer.tray.rankings) == 1
        assert desk.dealer.tray.rankings[0].keys == ranking.keys


def test_all_closed_answers_are_shown_where_the_answer_is_short(tmp_path):
    """At 80 x 24 the room that a short answer leaves is the closed answers'; a long answer comes first."""
    view = replace(desk_in(project(tmp_path)).view(), cells=tuple((f"Closed {n}?", f"said {n}") for n in range(6)))
    assert all(f"said {n}" in draw(view, 80, 24).text for n in range(6))
    assert "more" in draw(replace(view, text="many words " * 200), 80, 24).text
