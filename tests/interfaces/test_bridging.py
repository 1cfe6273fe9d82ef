"""The bridge read beside the old wave, and the change in two parts."""

from dataclasses import replace

import numpy as np
import pytest
from tests.interfaces.two_waves import KEY, MONEY, answers_of, code_again, label, themes_of, write_coded, write_waves

from freetext.errors import InputError, UsageError
from freetext.files.coding.tallying import responses_of
from freetext.files.coding.wanted import Wanted
from freetext.files.labelling.bridge_frames import read_frame
from freetext.files.labelling.labels import append_labels
from freetext.files.project.settings import read_settings
from freetext.files.project.survey_answers import survey_answers
from freetext.files.tabular.tables import read_table
from freetext.interfaces.bridge_reviews import bridge_review, drawable
from freetext.interfaces.bridging import bridge_between, bridge_of, has_bridge, rereading_of
from freetext.interfaces.earlier_waves import read_earlier
from freetext.interfaces.reviewing import open_review
from freetext.review.audit import draw
from freetext.review.bridge_draw import drawn
from freetext.show.review_plain import spoken
from freetext.show.review_words import heading
from freetext.tallies.bridge_wave import Rereading


@pytest.fixture(name="waves")
def _waves(tmp_path):
    write_waves(tmp_path / "survey")
    write_coded(tmp_path / "survey")
    return tmp_path / "survey"


def in_order(folder):
    """The ids of the first wave, in the order in which a bridge draws them."""
    project = read_settings(folder)
    there = drawable(survey_answers(project, "one.csv"), project, ["say"])
    return [there.answers.keys[place][0] for place in drawn(there.answers, there.frame, len(there.answers))]


def between(folder, **more):
    return bridge_between(folder, folder / "output/one-coded.csv", folder / "output/two-coded.csv", **more)


def earlier(folder, **wanted):
    project = read_settings(folder)
    return read_earlier(read_table(folder / "output/one-coded.csv"), Wanted(closed=(), **wanted), project), project


def reread(folder):
    old, project = earlier(folder)
    return rereading_of(old, project, "say")


def test_a_change_is_told_in_two_parts_that_add_up(waves):
    """Where today's coders mean more by a theme, the coding part says so, and none is claimed of the theme they agree on."""
    code_again(waves, in_order(waves)[:40])
    bridge, facts = between(waves)
    assert (facts.size, facts.read, facts.lost, facts.coders, facts.notes) == (80, 40, 0, ("bob",), ())
    money, staff = (bridge.row(slug).cells[0] for slug in ("money", "staff"))
    assert money.kind == staff.kind == "bridge"
    assert money.total.share == pytest.approx(money.world.share + money.coding.share)
    assert money.gained > 0
    assert staff.coding.share == 0


def test_only_what_was_read_without_a_gap_counts(waves):
    """Answers that were coded behind one that nobody has do not count, and are told."""
    ids = in_order(waves)
    code_again(waves, [*ids[:10], *ids[12:20]])
    rereading, facts = reread(waves)
    assert (facts.read, facts.lost) == (10, 8)
    assert rereading.read.sum() == 10
    assert "8 answers" in facts.notes[0]


def test_codes_are_those_of_the_bridge_and_none_of_before(waves):
    """What is read again is what the bridge's coders said, answer by answer, in the rows of the coded file."""
    ids = in_order(waves)
    code_again(waves, ids[:20])
    rereading, _ = reread(waves)
    texts = answers_of(waves)
    for row, (name, text) in enumerate(texts.items()):
        if name in ids[:20]:
            assert rereading.again[row].tolist() == [slug in themes_of(text) for slug in ("money", "staff")]
        else:
            assert np.isnan(rereading.again[row]).all()


def test_a_bridge_is_read_although_the_old_wave_was_coded_by_the_same_person(waves):
    """A coder's own old code stays the old code when she codes the bridge."""
    code_again(waves, in_order(waves)[:40], coder="ada")
    bridge, facts = between(waves)
    assert facts.coders == ("ada",)
    old = sum("money" in themes_of(text, MONEY[:3]) for text in answers_of(waves).values()) / 80
    assert bridge.row("money").cells[0].old.share == pytest.approx(old)


def test_where_coders_of_the_bridge_differ_a_half_counts(waves):
    """Two coders who differ leave a half, which a note tells."""
    ids = in_order(waves)[:40]
    code_again(waves, ids)
    code_again(waves, ids, coder="eve", money=MONEY[:3])
    _, facts = between(waves)
    dear = sum("dear" in answers_of(waves)[each] for each in ids)
    assert facts.disputed == dear > 0
    assert "adjudicate --bridge" in facts.notes[0]


def test_without_a_bridge_there_are_no_parts(waves):
    """Nobody has walked it: the total stands, the parts do not, and a note says what draws it."""
    assert not has_bridge(read_settings(waves), "one.csv")
    bridge, facts = between(waves)
    cell = bridge.row("money").cells[0]
    assert cell.kind == "bridge too small"
    assert cell.total is not None
    assert "freetext review --bridge" in facts.notes[0]


def test_a_theme_that_was_added_since_is_not_in_the_old_wave(waves):
    """Neither the old wave nor a bridge that was read before it can say anything of a new theme."""
    path = waves / "codeframe.toml"
    more = '[[theme]]\nslug = "place"\nname = "Place"\nnumber = 3\n[[change]]\nop = "add"\nto = ["place"]\ntime = "2024-12-01T00:00:00Z"\n'
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    old, _ = earlier(waves)
    assert old.known["say"] == ("money", "staff")
    code_again(waves, in_order(waves)[:40])
    bridge, facts = between(waves)
    cell = bridge.row("place").cells[0]
    assert (cell.kind, cell.old, cell.total) == ("new", None, None)
    assert facts.unknown == ()
    path.write_text(path.read_text(encoding="utf-8").replace("2024-12-01", "2025-12-01"), encoding="utf-8")
    bridge, facts = between(waves)
    assert facts.unknown == ("Place",)
    assert bridge.row("place").cells[0].again is None


def test_old_codes_are_carried_by_the_log_of_changes(waves):
    """A theme that was renamed keeps its figure, people's decisions and its bridge."""
    code_again(waves, in_order(waves)[:40])
    before, _ = between(waves)
    path = waves / "codeframe.toml"
    text = path.read_text(encoding="utf-8").replace('"money"', '"cost"')
    path.write_text(
        f'{text}[[change]]\nop = "rename"\nfrom = ["money"]\nto = ["cost"]\ntime = "2026-01-01T00:00:00Z"\n',
        encoding="utf-8",
    )
    new = waves / "output/two-coded.csv"
    new.write_text(new.read_text(encoding="utf-8").replace("money", "cost"), encoding="utf-8")
    after, _ = between(waves)
    assert after.row("cost").cells[0].coding == before.row("money").cells[0].coding
    assert earlier(waves)[0].known["say"] == ("staff", "money")


def test_a_banner_has_its_own_parts(waves):
    """With a banner each of its columns is split for itself; one that a wave was not read with is refused."""
    code_again(waves, in_order(waves))
    bridge, _ = between(waves, by="region")
    assert bridge.columns[0] == "Total"
    assert {cell.kind for cell in bridge.row("money").cells} == {"bridge"}
    old, project = earlier(waves)
    new = responses_of(read_table(waves / "output/two-coded.csv"), Wanted(closed=()), project)
    with pytest.raises(UsageError, match="--by age"):
        bridge_of(old, new, "say", Rereading(np.ones((80, 2)), np.ones(80)), by="age")


def test_several_rows_of_a_respondent_are_joined(waves):
    """Who stands in several rows was read where all their rows were, and counts once."""
    text = (waves / "freetext.toml").read_text(encoding="utf-8")
    (waves / "freetext.toml").write_text(
        text.replace('id = "id"', 'id = "id"\nrespondent = "region"'), encoding="utf-8"
    )
    code_again(waves, in_order(waves))
    rereading, _ = reread(waves)
    assert rereading.read.sum() == 2
    assert rereading.again.shape == (80, 2)


def test_a_model_that_coded_all_again_makes_a_bridge_of_raw_codes(waves):
    """With raw codes and everything read, the coding part has no width in the wave's own answers."""
    old, project = earlier(waves)
    new = responses_of(read_table(waves / "output/two-coded.csv"), Wanted(closed=()), project)
    again = np.array([[slug in themes_of(text) for slug in ("money", "staff")] for text in answers_of(waves).values()])
    bridge = bridge_of(old, new, "say", Rereading(again.astype(float), np.ones(80)), raw=True)
    here = bridge.row("money").cells[0].here
    assert here is not None
    assert here[0] == pytest.approx(here[1])


def test_decisions_on_unknown_themes_name_the_bridge(waves):
    """A slug that was changed by hand is refused with the folder of the bridge's logs."""
    code_again(waves, in_order(waves)[:3])
    path = waves / "data/annotated/bridge/one/bob.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace('["', '["un'), encoding="utf-8")
    with pytest.raises(InputError, match="bridge"):
        between(waves)


def test_one_question_must_be_named_of_several(waves):
    """A question that the old wave does not have is refused, and so is none of several."""
    with pytest.raises(UsageError, match="no open question"):
        between(waves, question="nowhere")


def test_a_larger_bridge_begins_with_the_smaller(waves):
    """What is asked in a bridge of 20 is asked in one of 30 too."""
    project = read_settings(waves)
    file = survey_answers(project, "one.csv")
    walks = [bridge_review(file, project, size=size).survey.bridge for size in (20, 30)]
    small, large = (walk.inside for walk in walks if walk is not None)
    assert small.sum() == 20
    assert large.sum() == 30
    assert large[small].all()


def test_where_people_coded_nothing_all_answers_can_be_drawn(waves):
    """A wave that a machine alone coded has a bridge of all its answers, and a note says so."""
    (waves / "data/annotated/ada.jsonl").unlink()
    project = read_settings(waves)
    there = drawable(survey_answers(project, "one.csv"), project, ["say"])
    assert there.every
    code_again(waves, in_order(waves)[:40])
    _, facts = reread(waves)
    assert facts.of_all
    assert facts.read == 40


def test_a_label_of_another_text_is_none_of_the_bridge(waves):
    """A decision on a text that the old wave does not have is not read, and told."""
    first = in_order(waves)[0]
    append_labels(waves / "data/annotated/bridge/one", [label(first, "another text", ("money",), coder="bob")])
    _, facts = reread(waves)
    assert facts.read == 0
    assert facts.problems[0] in facts.notes[-1]


def test_what_a_bridge_logs_is_about_its_wave_alone(waves):
    """Also where an older wave has the same words under the same ids, and a log of old does not say which wave was before the coder."""
    (waves / "zero.csv").write_bytes((waves / "one.csv").read_bytes())
    settings = waves / "freetext.toml"
    told = settings.read_text(encoding="utf-8")
    settings.write_text(told.replace('earlier = ["one.csv"]', 'earlier = ["zero.csv", "one.csv"]'), encoding="utf-8")
    code_again(waves, in_order(waves)[:40])
    _, facts = reread(waves)
    assert (facts.read, facts.problems) == (40, ())


def test_a_bridge_is_walked_from_python(waves):
    """`open_review` with kind "bridge" asks the old wave again, says so, and its decisions are the bridge's."""
    with open_review(waves, coder="bob", kind="bridge", size=30) as desk:
        assert desk.view().lit is None
        assert "one again · bob" in heading(desk.view())
        assert "An old wave again: one." in spoken(desk.view())
        for key in ("1", "enter", "n", "enter"):
            desk.press(key)
    with open_review(waves, coder="bob", kind="bridge") as desk:
        assert desk.view().done == 2
        assert "2 of 30 answers decided" in desk.dealer.summary(None).head
    assert has_bridge(read_settings(waves), "one.csv")


def audited_in_part(folder, reached):
    """Let ada have audited so many answers of the first wave, one more behind a gap, and have been asked another by the queue."""
    texts = answers_of(folder)
    order = np.argsort(draw(KEY, list(texts)), kind="stable")
    ids = [list(texts)[place] for place in order]
    chosen = [label(each, texts[each], themes_of(texts[each])) for each in (*ids[:reached], ids[reached + 1], ids[70])]
    chosen[-1] = replace(chosen[-1], source="queue")
    (folder / "data/annotated/ada.jsonl").unlink()
    append_labels(folder / "data/annotated", chosen)
    return ids


def test_a_frame_holds_what_was_known_when_the_bridge_was_begun(waves):
    """The audit's probability stands there, 1 for what the queue took, 0 behind a gap; and it stays when the old wave is audited further."""
    ids = audited_in_part(waves, 20)
    chance = float(draw(KEY, [ids[19]])[0])
    expected = dict.fromkeys(ids[:20], pytest.approx(chance)) | {ids[21]: 0.0, ids[70]: 1.0}
    with open_review(waves, coder="bob", kind="bridge") as desk:
        for key in ("n", "enter") * 20 + ("enter",) + ("n", "enter") * 2:
            desk.press(key)
    frame = read_frame(waves / "data/annotated/bridge/one")
    assert {each.id: each.known for each in frame} == expected
    append_labels(
        waves / "data/annotated",
        [label(each, text, ()) for each, text in answers_of(waves).items() if each not in expected],
    )
    there = drawable(survey_answers(read_settings(waves), "one.csv"), read_settings(waves), ["say"])
    assert there.since == 58
    known = {there.answers.keys[place][0]: there.known[place] for place in np.flatnonzero(there.frame)}
    assert known == expected
    rereading, facts = reread(waves)
    assert (facts.size, facts.read) == (22, 22)
    assert rereading.known is not None
    assert sorted(rereading.known[rereading.read].tolist()) == pytest.approx([0.0, *[chance] * 20, 1.0])


def test_an_answer_whose_text_was_changed_is_none_of_the_frame(waves):
    """What was decided then was decided on another text: it is not drawn, and the rest is."""
    with open_review(waves, coder="bob", kind="bridge", size=80) as desk:
        desk.press("n")
        desk.press("enter")
    path = waves / "one.csv"
    text = path.read_text(encoding="utf-8")
    first = answers_of(waves)["one3"]
    path.write_text(text.replace(f"one3,{first}", "one3,another text").replace(f'one3,"{first}"', "one3,another text"))
    there = drawable(survey_answers(read_settings(waves), "one.csv"), read_settings(waves), ["say"])
    assert answers_of(waves)["one3"] == "another text"
    assert there.frame.sum() == 79


def test_a_bridge_is_asked_in_the_order_of_its_draw(waves):
    """Whoever stops anywhere in a batch leaves no gap: all that was decided counts."""
    with open_review(waves, coder="bob", kind="bridge", size=60, batch=50) as desk:
        for key in ("n", "enter") * 31:
            desk.press(key)
    _, facts = reread(waves)
    assert (facts.read, facts.lost) == (31, 0)


def test_what_stands_behind_a_gap_is_not_said_to_be_unread(waves):
    """Where the very first answer is open the note speaks of the gap, and of nothing else."""
    code_again(waves, in_order(waves)[1:9])
    assert [note.split()[:2] for note in reread(waves)[1].notes] == [["8", "answers"]]


def test_notes_name_a_wave_that_is_not_the_last(waves):
    """Of two earlier waves the first is named in the commands that go on with its bridge."""
    settings = waves / "freetext.toml"
    text = settings.read_text(encoding="utf-8")
    (waves / "half.csv").write_text("id,say,region\nx,the fees are high,north\n", encoding="utf-8")
    code_again(waves, in_order(waves)[1:9])
    assert reread(waves)[1].notes[0].endswith("`freetext review --bridge`.")
    settings.write_text(text.replace('["one.csv"]', '["one.csv", "half.csv"]'), encoding="utf-8")
    assert reread(waves)[1].notes[0].endswith("`freetext review --bridge one.csv`.")


def test_ids_that_begin_anew_leave_each_wave_its_own(waves):
    """Where both waves use the same ids, labels on the new wave neither move the bridge to the old one nor count in it."""
    new = waves / "two.csv"
    new.write_text(
        new.read_text(encoding="utf-8").replace("\ntwo", "\none").replace(",the", ",indeed the"), encoding="utf-8"
    )
    texts = {name: text for name, text in answers_of(waves, "two").items() if text != answers_of(waves)[name]}
    log = waves / "data/annotated/ada.jsonl"
    kept = [line for line in log.read_text(encoding="utf-8").splitlines(keepends=True) if '"one1' in line]
    log.write_text("".join(kept), encoding="utf-8")
    with open_review(waves, coder="bob", kind="bridge", size=80) as desk:
        for key in ("n", "enter") * len(kept):
            desk.press(key)
    append_labels(waves / "data/annotated", [label(name, text, ("money",)) for name, text in texts.items()])
    there = drawable(survey_answers(read_settings(waves), "one.csv"), read_settings(waves), ["say"])
    assert (int(there.frame.sum()), there.since) == (len(kept), 0)
    _, facts = reread(waves)
    assert (facts.size, facts.read, facts.problems) == (len(kept), len(kept), ())
