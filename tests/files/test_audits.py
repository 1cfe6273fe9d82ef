"""The project's own audit: from logs and rankings on disk to what a tally knows of its codes."""

import csv
from dataclasses import replace

import numpy as np
import pytest

from freetext.errors import InputError
from freetext.files.coding.tallying import Wanted, responses_of, tables_of
from freetext.files.labelling.labels import append_labels, text_hash
from freetext.files.project.settings import read_settings
from freetext.files.reviewing.rankings import save_ranking
from freetext.files.tabular.tables import Table, read_table, write_table
from freetext.review.audit import draw
from freetext.review.ranking import Ranking
from freetext.survey.codings import Source
from freetext.survey.labels import Label
from freetext.survey.responses import Audit

SETTINGS = """
[survey]
file = "answers.csv"
id = "id"
banners = ["type"]
codeframe = "codeframe.toml"
key = "k"
[[question]]
name = "why"
kind = "open"
column = "text"
"""
CODEFRAME = 'name = "frame"\n[[theme]]\nslug = "money"\n[[theme]]\nslug = "staff"\n'
IDS = [f"r{number:02}" for number in range(12)]
ORDER = [IDS[place] for place in np.argsort(draw("k", IDS)).tolist()]
"""The respondents in the order of their permanent random numbers."""


def u(id):
    return float(draw("k", [id])[0])


def text_of(id):
    return f"what {id} said"


def said(id, themes=(), *, source="audit", coder="ada", event="label", text=None):
    """One event of a log, with the hash of the text."""
    return Label(
        id, "why", tuple(themes), coder, source=source, event=event, text_hash=text_hash("k", text or text_of(id))
    )


@pytest.fixture(name="folder")
def _folder(tmp_path):
    (tmp_path / "freetext.toml").write_text(SETTINGS)
    (tmp_path / "codeframe.toml").write_text(CODEFRAME)
    with (tmp_path / "answers.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["id", "type", "text"], *([each, "a", text_of(each)] for each in IDS)])
    return tmp_path


def coded(*, types=None, texts=None, sources=None, themes=None, ids=IDS, file="output/answers-coded.csv"):
    """A coded table: the model gives everybody money, unless `themes` and `sources` say otherwise by id."""
    cells = [(themes or {}).get(each, "money") for each in ids]
    who = [(sources or {}).get(each, f"{cell}=model" if cell else "") for each, cell in zip(ids, cells, strict=True)]
    columns = {
        "id": list(ids),
        "type": [(types or {}).get(each, "a") for each in ids],
        "text": [(texts or {}).get(each, text_of(each)) for each in ids],
        "freetext_themes": cells,
        "freetext_source": who,
    }
    return Table(file, tuple(columns), tuple(columns.values()), len(ids))


def read(folder, table, **wanted):
    return responses_of(table, Wanted(**wanted), read_settings(folder))


def why(folder, table, **wanted):
    """The open question of a coded table."""
    return read(folder, table, **wanted).rows[0]


def ids_at(flags):
    return [each for each, flag in zip(IDS, flags.tolist(), strict=True) if flag]


def test_without_labels_nothing_is_audited(folder):
    """A project in which nobody has decided anything has no audit, and no note about one."""
    responses = why(folder, coded())
    assert responses.audit is None
    assert responses.notes == ()


def test_known_audited_and_the_rest(folder):
    """What was coded for a reason is known; audited is what was coded at random before the first gap; pi is the last u reached."""
    first, picked, queued, third, gap, beyond, *_ = ORDER
    append_labels(
        folder / "data" / "annotated",
        [
            said(first, ["money"]),
            said(picked, ["staff"]),
            said(picked, source="queue", event="pick"),
            said(queued, source="queue"),
            said(third, ["staff"]),
            said(beyond, ["money"]),
            said(ORDER[-1], ["money"], source="import"),
        ],
    )
    responses = why(folder, coded())
    audit = responses.audit
    assert isinstance(audit, Audit)
    assert set(ids_at(audit.known)) == {picked, queued, ORDER[-1]}
    assert set(ids_at(audit.audited)) == {first, third}
    assert audit.pi.tolist() == pytest.approx([u(third)] * 12)
    truth = dict(zip(IDS, audit.truth.tolist(), strict=True))
    assert truth[first] == [1, 0]
    assert truth[queued] == [0, 0]
    assert np.isnan(truth[gap]).all()
    assert truth[beyond] == [1, 0]
    assert [note for note in responses.notes if note.startswith("1 answer was coded at random beyond a gap")]


def test_each_column_has_its_own_reach(folder):
    """An answer is audited where any column that holds it has reached it, and pi is the largest of these columns' reach; all of a column: 1."""
    few = ORDER[1::4]
    types = dict.fromkeys(few, "b")
    append_labels(folder / "data" / "annotated", [said(ORDER[0]), *(said(each, ["money"]) for each in few)])
    audit = why(folder, coded(types=types)).audit
    assert isinstance(audit, Audit)
    assert set(ids_at(audit.audited)) == {ORDER[0], *few}
    pi = dict(zip(IDS, audit.pi.tolist(), strict=True))
    assert {pi[each] for each in few} == {1.0}
    assert {pi[each] for each in IDS if each not in few} == {u(ORDER[1])}


def test_a_hand_computed_share(folder):
    """Four audited of the rest, two known: theta is (known money + rest x its share in the audit) / all."""
    known, audited = ORDER[-2:], ORDER[:4]
    append_labels(
        folder / "data" / "annotated",
        [
            *(said(each, ["staff"], source="lookup") for each in known),
            *(said(each, ["money"] if place else ["staff"]) for place, each in enumerate(audited)),
        ],
    )
    (table,) = tables_of(coded(), Wanted(by=("type",)), read_settings(folder))
    audit = why(folder, coded()).audit
    assert isinstance(audit, Audit)
    rest = ~audit.known
    share = np.nanmean(audit.truth[audit.audited], axis=0)
    by_hand = (np.nansum(audit.truth[audit.known], axis=0) + rest.sum() * share) / 12
    assert by_hand.tolist() == pytest.approx([(0 + 10 * 3 / 4) / 12, (2 + 10 * 1 / 4) / 12])
    assert table.row("money").cells[0].count == 3 + 6
    assert table.row("money").cells[0].kind == "audit too small"


def test_reviewed_as_a_whole_is_exact(folder):
    """Where people decided every answer, the count is theirs, the coding interval has no width, and only sampling is uncertain."""
    append_labels(folder / "data" / "annotated", [said(each, ["staff"] if each < "r05" else []) for each in IDS])
    responses = why(folder, coded())
    assert responses.audit is None
    (table,) = tables_of(coded(), Wanted(), read_settings(folder))
    for row, count in (("staff", 5), ("money", 0)):
        cell = table.row(row).cells[0]
        assert (cell.count, cell.kind, cell.share) == (count, "wilson", count / 12)
        assert cell.coding == (cell.share, cell.share)


def test_people_who_differ_are_halves(folder):
    """A theme in dispute is true by half, keeps the machine's code, and leaves all others to people."""
    append_labels(
        folder / "data" / "annotated",
        [*(said(each, ["money"]) for each in IDS), said(IDS[3], ["staff"], coder="ben")],
    )
    responses = why(folder, coded())
    assert isinstance(responses.audit, Audit)
    assert responses.audit.truth[3].tolist() == [0.5, 0.5]
    assert responses.given[3].tolist() == [True, False]
    assert (responses.source[3] == Source.MODEL).all()
    assert responses.audit.pi.tolist() == [1.0] * 12


def test_labels_overrule_an_older_file(folder):
    """What people decided since the file was coded stands in place of its codes, and the table says of how many answers."""
    append_labels(folder / "data" / "annotated", [said(ORDER[0], ["staff"]), said(ORDER[1], ["money"])])
    new = {ORDER[1]: "money=human"}
    responses = why(folder, coded(sources=new))
    assert responses.given[IDS.index(ORDER[0])].tolist() == [False, True]
    assert [note for note in responses.notes if note.startswith("1 answer has codes that people gave since")]
    assert (responses.source[IDS.index(ORDER[0])] == Source.HUMAN).all()


@pytest.mark.parametrize(
    ("themes", "source", "since"),
    [("money", "money=model", False), ("money;staff", "money=model;staff=human", True), ("", "", False)],
)
def test_a_dispute_that_the_file_holds_is_not_made_since(folder, themes, source, since):
    """An answer in dispute has other codes than its file only where `freetext code` would write others."""
    append_labels(
        folder / "data" / "annotated", [said(IDS[3], ["money"]), said(IDS[3], coder="ben"), said(IDS[4], ["money"])]
    )
    now = {"themes": {IDS[3]: themes, IDS[4]: "money"}, "sources": {IDS[3]: source, IDS[4]: "money=human"}}
    responses = why(folder, coded(**now))
    assert any("since the file was coded" in note for note in responses.notes) == since


def test_people_that_no_log_knows_are_known(folder):
    """A person's code in the file that no log holds is known, as it stands; one that was taken back since is not."""
    sources = {ORDER[-1]: "money=human", ORDER[-2]: "human", ORDER[-3]: "money=human"}
    append_labels(
        folder / "data" / "annotated",
        [said(ORDER[0], ["staff"]), said(ORDER[-3], ["money"]), said(ORDER[-3], event="undo")],
    )
    audit = why(folder, coded(sources=sources, themes={ORDER[-2]: ""})).audit
    assert isinstance(audit, Audit)
    assert set(ids_at(audit.known)) == {ORDER[-1], ORDER[-2]}
    assert audit.truth[IDS.index(ORDER[-1])].tolist() == [1, 0]
    assert audit.truth[IDS.index(ORDER[-2])].tolist() == [0, 0]


def test_blank_answers_need_no_coding(folder):
    """A blank answer is no gap in the audit and stands for no other."""
    blank = ORDER[1]
    append_labels(folder / "data" / "annotated", [said(ORDER[0], ["staff"]), said(ORDER[2], ["staff"])])
    audit = why(folder, coded(texts={blank: " "}, themes={blank: ""}, sources={blank: "blank"})).audit
    assert isinstance(audit, Audit)
    assert set(ids_at(audit.audited)) == {ORDER[0], ORDER[2]}
    assert ids_at(audit.known) == [blank]
    assert audit.pi[0] == pytest.approx(u(ORDER[2]))


def test_a_label_of_another_text_is_a_gap(folder):
    """A label whose text has changed since does not count, is told, and stops the audit."""
    append_labels(folder / "data" / "annotated", [said(ORDER[0]), said(ORDER[1], text="before"), said(ORDER[2])])
    found = read(folder, coded())
    audit = found.rows[0].audit
    assert isinstance(audit, Audit)
    assert ids_at(audit.audited) == [ORDER[0]]
    assert any("changed" in line for line in found.said)


def test_a_workbook_that_cannot_hold_a_character_keeps_its_labels(folder):
    """A text that lost control characters on its way into the coded workbook is still the text that was labelled."""
    odd = "line\x0bbreak"
    with (folder / "answers.csv").open("w", newline="") as file:
        rows = [[each, "a", odd if each == ORDER[0] else text_of(each)] for each in IDS]
        csv.writer(file).writerows([["id", "type", "text"], *rows])
    append_labels(folder / "data" / "annotated", [said(ORDER[0], ["staff"], text=odd), said(ORDER[1])])
    (folder / "output").mkdir()
    path = folder / "output" / "answers-coded.xlsx"
    write_table(coded(texts={ORDER[0]: odd}), path)
    audit = why(folder, read_table(path)).audit
    assert isinstance(audit, Audit)
    assert set(ids_at(audit.audited)) == {ORDER[0], ORDER[1]}


def test_labels_without_a_hash_speak_of_the_survey_s_own_file(folder):
    """Such labels count in what was coded of the survey's own file, and in no other wave."""
    append_labels(folder / "data" / "annotated", [replace(said(ORDER[0], ["staff"]), text_hash="")])
    assert isinstance(why(folder, coded()).audit, Audit)
    other = read(folder, coded(file="output/wave2-coded.csv"))
    assert other.rows[0].audit is None
    assert any("hash" in line for line in other.said)


def test_without_verbatims_there_is_no_audit(folder):
    """Where no column holds the texts, nobody can tell what the labels are of: a note, and no audit."""
    append_labels(folder / "data" / "annotated", [said(ORDER[0])])
    responses = why(folder, coded().without(["text"]))
    assert responses.audit is None
    assert any("no column of verbatims" in note for note in responses.notes)


def ranking(folder, ids=IDS, **given):
    """Out-of-fold scores on the disk: the first theme's grow with the id, the second is unlikely."""
    frame = read_settings(folder).questionnaire.codeframe
    from freetext.files.project.codeframes import read_codeframe  # noqa: PLC0415

    codeframe = read_codeframe(folder / frame)
    scores = np.stack([np.linspace(0, 1, len(ids)), np.full(len(ids), 0.01)], axis=1).astype(np.float32)
    facts = {"codeframe": codeframe.digest, "name": codeframe.name, **given}
    made = Ranking(
        slugs=codeframe.slugs,
        keys=tuple((each, "why") for each in ids),
        scores=scores,
        diverse=np.arange(len(ids)),
        **facts,
    )
    save_ranking(made, folder / "output" / "review" / "answers")


def test_scores_are_those_of_the_ranking(folder):
    """The strata come of the out-of-fold scores that the review wrote for this codeframe and these answers; a note says where there are none."""
    append_labels(folder / "data" / "annotated", [said(ORDER[0]), said(ORDER[1])])
    without = why(folder, coded())
    assert isinstance(without.audit, Audit)
    assert without.audit.scores is None
    assert any("review --prepare" in note for note in without.notes)
    ranking(folder)
    responses = why(folder, coded())
    assert isinstance(responses.audit, Audit)
    assert responses.audit.scores is not None
    assert responses.audit.scores[:, 0].tolist() == pytest.approx(np.linspace(0, 1, 12).tolist())
    assert not any("prepare" in note for note in responses.notes)


@pytest.mark.parametrize("given", [{"codeframe": "older"}, {"ids": IDS[:-1]}])
def test_a_ranking_of_something_else_is_not_used(folder, given):
    """Scores of another codeframe, or of some of the answers only, are none."""
    append_labels(folder / "data" / "annotated", [said(ORDER[0]), said(ORDER[1])])
    ranking(folder, **given)
    audit = why(folder, coded()).audit
    assert isinstance(audit, Audit)
    assert audit.scores is None


def test_filtered_rows_keep_their_probability(folder):
    """Rows are left out after the audit is made: a part has the probabilities of the whole."""
    types = dict.fromkeys(ORDER[::2], "b")
    append_labels(folder / "data" / "annotated", [said(each) for each in ORDER[:3]])
    whole = why(folder, coded(types=types))
    part = why(folder, coded(types=types), where=("type = b",))
    assert isinstance(whole.audit, Audit)
    assert isinstance(part.audit, Audit)
    inside = np.array([each in types for each in IDS])
    assert part.audit.pi.tolist() == whole.audit.pi[inside].tolist()
    assert part.audit.audited.tolist() == whole.audit.audited[inside].tolist()
    assert part.notes[-1] == "Only those with type = b: 6 rows of 12."


def test_a_theme_that_is_gone_is_refused(folder):
    """A label whose theme the codeframe never had is named, with the command that mends it."""
    append_labels(folder / "data" / "annotated", [said(ORDER[0], ["fees"])])
    with pytest.raises(InputError, match=r"annotated: no theme 'fees'.*codeframe rename"):
        why(folder, coded())


def test_ids_that_stand_twice_leave_the_labels_out(folder):
    """A file in which ids do not tell answers apart is tallied without people's labels, and that is said."""
    append_labels(folder / "data" / "annotated", [said(ORDER[0])])
    found = read(folder, coded(ids=[*IDS[:-1], IDS[0]]))
    assert found.rows[0].audit is None
    assert any("labels are left out" in line and "rows 2 and 13" in line for line in found.said)
