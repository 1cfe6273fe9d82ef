"""Back-coding from Python: proposals, the review, moves made and taken back."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from freetext.errors import InputError, NegativeAnswer, SettingsError, UsageError
from freetext.files.labelling.labels import append_labels, read_labels, text_hash
from freetext.files.labelling.locks import coder_lock
from freetext.files.project.demo import write_demo
from freetext.files.project.settings import read_settings
from freetext.files.tabular.tables import read_table, write_table
from freetext.interfaces.backcoding import (
    add_category,
    apply_backcoding,
    backcoding_moves,
    open_backcoding,
    others_of,
    propose_backcoding,
    revert_backcoding,
)
from freetext.interfaces.moving import carry_out, planned, take_back
from freetext.interfaces.report_requests import Request
from freetext.interfaces.reporting import made
from freetext.interfaces.tallying import tally
from freetext.survey.labels import Label

PUBLISHED = {"seed funding": 16, "joining with others": 7, "evidence of efficacy": 7, "extra staff": 5, "Other": 0}
MEANT = {"NIS019": "seed-funding", "NIS026": "joining-with-others"}


@pytest.fixture(name="survey")
def _survey(tmp_path):
    """The demo survey before anybody back-coded it."""
    write_demo(tmp_path / "s")
    revert_backcoding(tmp_path / "s", drop_empty=True)
    return tmp_path / "s"


def counts(folder):
    """What the tally says of the back-coded question, and its base."""
    table, *_ = tally(folder / "survey.csv", project=folder, themes=(), closed=["encourage"])
    return {row.name: row.cells[0].count for row in table.rows}, table.columns[0].n


def decide(folder, slugs, coder="ada", question="encourage_other"):
    """Write decisions (id -> slug) as a coder's log would hold them."""
    others = others_of(read_settings(folder))
    key = others.project.questionnaire.key
    labels = [
        Label(
            name,
            question,
            (slug,) if slug else (),
            coder,
            "2021-03-02T09:00:00Z",
            "queue",
            text_hash(key, others.texts[name]),
        )
        for name, slug in slugs.items()
    ]
    append_labels(folder / "data" / "annotated" / "backcode", labels)


def as_published(folder):
    """The decisions that give the published figures."""
    return {name: MEANT.get(name, "evidence-need") for name in others_of(read_settings(folder)).texts}


def named(folder, name="evidence of efficacy"):
    """Give the proposed category the name that the tables are to show."""
    path = folder / "backcode-encourage.toml"
    path.write_text(path.read_text().replace('name = "Evidence need"', f'name = "{name}"'))


def test_the_demos_new_category_is_proposed_from_its_codes(survey):
    """Seven of nine "Other" texts are coded alike: a new category of 20 % of 35; it is written into the options codeframe once."""
    found = propose_backcoding(survey)
    assert [(each.name, len(each.ids)) for each in found.fresh] == [("Evidence need", 7)]
    assert (found.base, found.least) == (35, 2)
    written = (survey / "backcode-encourage.toml").read_text()
    assert propose_backcoding(survey).fresh == ()
    assert (survey / "backcode-encourage.toml").read_text() == written


def test_the_published_figures_come_of_a_review(survey):
    """Proposed, decided key by key, applied: the question tallies to the published figures, with the base it had."""
    before = counts(survey)
    propose_backcoding(survey)
    named(survey)
    with open_backcoding(survey, coder="ada") as desk:
        while (view := desk.view()).phase == "answer":
            slug = MEANT.get(view.id, "evidence-need")
            assert view.by == "freetext"
            desk.press(next(choice.key for choice in view.choices if choice.slug == slug))
            desk.press("enter")
        summary = desk.view().summary
        assert summary is not None
        assert summary.head == "9 of 9 answers decided."
    done = apply_backcoding(survey)
    assert len(done.plan.add) == 9
    assert counts(survey) == (PUBLISHED, before[1])
    assert all("ada" in move.reason for move in backcoding_moves(survey))
    logged = read_labels(survey / "data" / "annotated" / "backcode").labels
    assert {(label.source, label.model) for label in logged if label.suggested} == {("queue", "words")}
    assert sum(label.suggested for label in logged) == 7


def test_one_option_is_ticked_at_most(survey):
    """Where a respondent gave one answer, ticking an option takes the tick of another away."""
    with open_backcoding(survey, coder="ada") as desk:
        for key in "12":
            desk.press(key)
        assert [choice.slug for choice in desk.view().choices if choice.ticked] == ["joining-with-others"]
        for key in ("/", *"extra", "enter"):
            desk.press(key)
        assert [choice.slug for choice in desk.view().choices if choice.ticked] == ["extra-staff"]


def test_reasons_and_the_log_hold_no_text(survey):
    """Neither a move's reason nor the log says what anybody wrote."""
    propose_backcoding(survey)
    decide(survey, as_published(survey))
    apply_backcoding(survey)
    written = (survey / "moves.csv").read_text() + (survey / "moves-log.jsonl").read_text().split("option dropped")[1]
    assert not any(text[:20] in written for text in others_of(read_settings(survey)).texts.values())


def test_applying_twice_changes_nothing(survey):
    """The second time every file has the same bytes."""
    propose_backcoding(survey)
    decide(survey, as_published(survey))
    apply_backcoding(survey)
    before = {path.name: path.read_bytes() for path in survey.iterdir() if path.is_file()}
    assert not apply_backcoding(survey).plan.changes
    assert {path.name: path.read_bytes() for path in survey.iterdir() if path.is_file()} == before


SLUGS = st.sampled_from(["seed-funding", "joining-with-others", "extra-staff", "evidence-need", "stays-other", ""])


@given(st.lists(SLUGS, min_size=9, max_size=9), st.booleans())
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_applied_and_taken_back_leaves_no_trace(tmp_path_factory, slugs, keep):
    """Whatever is decided, the base stays, and taking all moves back gives the list, the settings and the counts of before."""
    folder = tmp_path_factory.mktemp("law") / "s"
    write_demo(folder)
    revert_backcoding(folder, drop_empty=True)
    propose_backcoding(folder)
    files = ("moves.csv", "freetext.toml")
    before, written = counts(folder), [(folder / name).read_bytes() for name in files]
    decide(folder, dict(zip(others_of(read_settings(folder)).texts, slugs, strict=True)))
    done = apply_backcoding(folder, keep_small=keep)
    after = counts(folder)
    assert after[1] == before[1]
    assert sum(after[0].values()) == sum(before[0].values())
    assert before[0]["Other"] - after[0]["Other"] == len(done.plan.add)
    if done.plan.add:
        revert_backcoding(folder)
    assert counts(folder) == before
    assert [(folder / name).read_bytes() for name in files] == written


def test_moves_of_others_stay(survey):
    """Moves of other questions, and those that somebody wrote by hand, are neither touched nor doubled."""
    by_hand = "type,NIS001,charity,IFA,a slip\nencourage,NIS019,Other,extra staff,by hand\n"
    (survey / "moves.csv").write_text(f"question,id,from,to,reason\n{by_hand}")
    propose_backcoding(survey)
    decide(survey, as_published(survey))
    done = apply_backcoding(survey)
    assert [move.id for move in done.plan.differ] == ["NIS019"]
    kept = [f"{line}," for line in by_hand.splitlines()]
    assert (survey / "moves.csv").read_text().splitlines()[:3] == ["question,id,from,to,reason,text_hash", *kept]
    revert_backcoding(survey)
    assert (survey / "moves.csv").read_text() == "question,id,from,to,reason\ntype,NIS001,charity,IFA,a slip\n"


def test_one_respondents_move_is_taken_back(survey):
    """A single move goes, with the reason for it in the log; the others stay, and so does an option that others have."""
    propose_backcoding(survey)
    decide(survey, as_published(survey))
    apply_backcoding(survey)
    done = revert_backcoding(survey, ids=["NIS001"], why="misread")
    assert ([move.id for move in done.moves], done.dropped) == (["NIS001"], ())
    assert '"why": "misread"' in (survey / "moves-log.jsonl").read_text().splitlines()[-1]
    assert counts(survey)[0]["Evidence need"] == 6
    with pytest.raises(UsageError, match="no move of encourage is theirs"):
        revert_backcoding(survey, ids=["NIS001"])


def test_a_decision_that_changes_moves_the_answer_again(survey):
    """A move that back-coding made follows the coder's later decision; the log has both."""
    propose_backcoding(survey)
    decide(survey, as_published(survey))
    apply_backcoding(survey)
    decide(survey, {"NIS001": "extra-staff", "NIS003": "stays-other"})
    done = apply_backcoding(survey)
    assert ([move.id for move in done.plan.back], [move.to for move in done.plan.add]) == (
        ["NIS001", "NIS003"],
        ["extra staff"],
    )
    assert counts(survey)[0]["Other"] == 1


def test_a_later_wave_is_back_coded_into_the_same_list(survey):
    """Another file's texts get moves beside those of the first, and neither file's base changes."""
    propose_backcoding(survey)
    decide(survey, as_published(survey))
    apply_backcoding(survey)
    others = others_of(read_settings(survey), file=survey / "wave2.csv")
    key = others.project.questionnaire.key
    labels = [
        Label(name, "encourage_other", ("seed-funding",), "ada", "2021-05-01T09:00:00Z", "queue", text_hash(key, text))
        for name, text in others.texts.items()
    ]
    append_labels(survey / "data" / "annotated" / "backcode", labels)
    done = apply_backcoding(survey, file=survey / "wave2.csv")
    assert len(done.plan.add) == len(others.texts)
    assert len(backcoding_moves(survey)) == 9 + len(others.texts)
    assert counts(survey)[0]["Evidence need"] == 7


def test_a_category_can_be_added_by_hand(survey):
    """A new category begins the options codeframe where there is none; its phrases propose texts to it."""
    frame = add_category(survey, "evidence of efficacy", definition="Wants proof.", keywords=["proof", "trial"])
    assert frame.slugs == ("seed-funding", "joining-with-others", "extra-staff", "stays-other", "evidence-of-efficacy")
    found = {each.id: each for each in propose_backcoding(survey).placed}
    assert (found["NIS024"].slug, found["NIS024"].words) == ("evidence-of-efficacy", ("trial",))


def test_small_new_categories_stay_other_unless_kept(survey):
    """A new category of one text of 35 is not made; asked for, it is."""
    propose_backcoding(survey)
    decide(survey, dict.fromkeys(others_of(read_settings(survey)).texts, "stays-other") | {"NIS001": "evidence-need"})
    assert apply_backcoding(survey, dry_run=True).plan.small == (("Evidence need", 1),)
    assert counts(survey)[0]["Other"] == 9
    apply_backcoding(survey, keep_small=True)
    assert counts(survey)[0]["Evidence need"] == 1
    assert not apply_backcoding(survey).plan.changes


def test_a_theme_that_is_gone_is_told_with_its_remedy(survey):
    """A decision for a category that was deleted from the options codeframe is refused, not dropped."""
    propose_backcoding(survey)
    decide(survey, as_published(survey) | {"NIS001": "evidence-deed"})
    with pytest.raises(InputError, match=r"no theme 'evidence-deed'.*Put it back into backcode-encourage\.toml"):
        apply_backcoding(survey)


def test_undecided_texts_stand_in_the_way_unless_partial(survey):
    """Nothing is applied while texts are undecided or in dispute; a partial back-coding moves the others."""
    propose_backcoding(survey)
    decide(survey, {"NIS001": "extra-staff", "NIS003": "extra-staff"})
    decide(survey, {"NIS003": "stays-other"}, coder="ben")
    with pytest.raises(NegativeAnswer, match=r"7 not decided yet.*1 in dispute \(NIS003\)"):
        apply_backcoding(survey)
    assert [move.id for move in apply_backcoding(survey, partial=True).plan.add] == ["NIS001"]


def bytes_in(folder, *names):
    """The bytes of some files, None for one that is not there."""
    return [path.read_bytes() if (path := folder / name).exists() else None for name in names]


WRITTEN = ("moves.csv", "moves-log.jsonl", "freetext.toml")


def test_moves_are_not_those_of_an_earlier_waves_respondents(survey):
    """A wave that uses the same ids for other people keeps its answers: the moves were made from other texts, which is told."""
    propose_backcoding(survey)
    decide(survey, as_published(survey))
    apply_backcoding(survey)
    table = read_table(survey / "survey.csv")
    texts = [text and f"{text} But then" for text in table.texts("encourage_other")]
    said = [
        "extra staff" if name == "NIS001" else value
        for name, value in zip(table.texts("id"), table.texts("encourage"), strict=True)
    ]
    old = {"encourage": said, "encourage_other": texts}
    columns = tuple(old.get(name, table.texts(name)) for name in table.names)
    write_table(replace(table, columns=columns), survey / "old.csv")
    before, *_ = tally(survey / "old.csv", project=survey, themes=(), closed=["encourage"])
    assert {row.name: row.cells[0].count for row in before.rows}["Other"] == 8
    assert (
        "Answers back-coded by moves.csv: 0; moves of other respondents, or of other texts than here: 9."
        in before.notes
    )
    assert counts(survey)[0]["Evidence need"] == 7
    report = made(
        Request(coded=str(survey / "survey.csv"), project=str(survey), themes=(), waves=(str(survey / "old.csv"),))
    )
    assert report.report.title


def test_an_id_that_is_used_again_is_back_coded_by_its_own_text(survey):
    """Another wave's respondent of the same id gets a move of their own, and both files tally by theirs."""
    propose_backcoding(survey)
    decide(survey, as_published(survey))
    apply_backcoding(survey)
    table = read_table(survey / "survey.csv")
    new = {"id": "NIS001", "encourage": "Other", "encourage_other": "Two more people"}
    columns = tuple([new.get(name, table.texts(name)[0])] for name in table.names)
    write_table(replace(table, columns=columns, size=1), survey / "later.csv")
    hashed = text_hash(read_settings(survey).questionnaire.key, "Two more people")
    later = Label("NIS001", "encourage_other", ("extra-staff",), "ada", "2021-05-01T09:00:00Z", "queue", hashed)
    append_labels(survey / "data" / "annotated" / "backcode", [later])
    done = apply_backcoding(survey, file=survey / "later.csv")
    assert ([move.to for move in done.plan.add], done.plan.back) == (["extra staff"], ())
    assert len(backcoding_moves(survey)) == 10
    assert counts(survey)[0]["Evidence need"] == 7
    after, *_ = tally(survey / "later.csv", project=survey, themes=(), closed=["encourage"])
    assert {row.name: row.cells[0].count for row in after.rows if row.cells[0].count} == {"extra staff": 1}


def test_two_who_apply_at_once_write_each_move_once(survey):
    """What was planned before somebody else carried out the same is not done twice, and everything can be read and taken back."""
    propose_backcoding(survey)
    decide(survey, dict.fromkeys(as_published(survey), "extra-staff"))
    others = others_of(read_settings(survey))
    first, second = planned(others), planned(others)
    carry_out(others, first)
    before = bytes_in(survey, *WRITTEN)
    carry_out(others, second)
    assert bytes_in(survey, *WRITTEN) == before
    assert len(backcoding_moves(survey)) == 9


def test_a_plan_that_others_have_overtaken_is_not_carried_out(survey):
    """Where somebody has moved one of the answers otherwise meanwhile, nothing is written."""
    propose_backcoding(survey)
    decide(survey, as_published(survey))
    others = others_of(read_settings(survey))
    found = planned(others)
    (survey / "moves.csv").write_text("question,id,from,to,reason\nencourage,NIS001,Other,extra staff,by hand\n")
    before = bytes_in(survey, *WRITTEN)
    with pytest.raises(InputError, match=r"moves\.csv: has changed meanwhile; nothing was written"):
        carry_out(others, found)
    assert bytes_in(survey, *WRITTEN) == before


def test_whoever_comes_while_another_writes_is_refused(survey):
    """One at a time writes moves; the other is told to try again, and the lock goes with who held it."""
    propose_backcoding(survey)
    decide(survey, as_published(survey))
    before = bytes_in(survey, *WRITTEN)
    with coder_lock(survey, "backcode"), pytest.raises(UsageError, match="another back-coding is writing"):
        apply_backcoding(survey)
    assert bytes_in(survey, *WRITTEN) == before
    assert len(apply_backcoding(survey).plan.add) == 9
    assert not list(survey.glob(".*.lock"))


def test_settings_that_have_changed_meanwhile_leave_everything_as_it_was(survey):
    """Neither apply nor revert writes a move or a line of the log where freetext.toml cannot be edited as planned."""
    propose_backcoding(survey)
    decide(survey, as_published(survey))
    settings = survey / "freetext.toml"
    written = settings.read_text()
    others = others_of(read_settings(survey))
    found = planned(others)
    settings.write_text(written.replace('"extra staff"', '"more staff"'))
    before = bytes_in(survey, *WRITTEN)
    with pytest.raises(SettingsError, match="nothing was written"):
        carry_out(others, found)
    assert bytes_in(survey, *WRITTEN) == before
    settings.write_text(written)
    carry_out(others, found)
    project = read_settings(survey)
    question = project.questionnaire.question("encourage")
    assert question is not None
    settings.write_text(settings.read_text().replace('"extra staff"', '"more staff"'))
    before = bytes_in(survey, *WRITTEN)
    with pytest.raises(SettingsError, match="nothing was written"):
        take_back(project, question)
    assert bytes_in(survey, *WRITTEN) == before


def test_a_revert_that_was_interrupted_is_finished_by_the_next(survey):
    """The list comes last: with the option gone and the moves still there, reverting again takes them back."""
    propose_backcoding(survey)
    decide(survey, as_published(survey))
    settings = survey / "freetext.toml"
    written = settings.read_bytes()
    apply_backcoding(survey)
    (moves,) = bytes_in(survey, "moves.csv")
    assert moves is not None
    revert_backcoding(survey)
    (survey / "moves.csv").write_bytes(moves)
    assert len(revert_backcoding(survey).moves) == 9
    assert backcoding_moves(survey) == ()
    assert settings.read_bytes() == written
