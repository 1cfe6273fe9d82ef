"""A review of a folder of coded parts: the audit in the order of the whole, and no word that the candidates are the survey."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.interfaces.homes import CODEFRAME, SETTINGS

from freetext.errors import InputError, NegativeAnswer, UsageError
from freetext.files.coding.answers import answers_in
from freetext.files.coding.coded_batches import CodedBatch, CodedPart
from freetext.files.labelling.labels import append_labels, read_labels, text_hash
from freetext.files.labelling.settled import decisions_for
from freetext.files.parts.folder_candidates import audit_reach, labelled_candidates
from freetext.files.parts.part_candidates import TopMaker, TopPlan
from freetext.files.project.codeframes import read_codeframe
from freetext.files.project.settings import Project, read_settings
from freetext.files.tabular.rows import Table
from freetext.files.tabular.tables import read_table
from freetext.interfaces.desk import Desk
from freetext.interfaces.folder_review import reviewed_folder, save_candidates, told
from freetext.interfaces.reviewing import open_review
from freetext.review.audit import decided, draw, population, realised, strata
from freetext.survey.answers import answers_of
from freetext.survey.codeframe import Codeframe
from freetext.survey.codings import Codings
from freetext.survey.labels import Label, standing

SIZE = 120
DRAWS = dict(zip(map(str, range(SIZE)), draw("k", list(map(str, range(SIZE)))).tolist(), strict=True))
BLANK = {str(number) for number in range(0, SIZE, 10)}
SAID = [name for name in sorted(DRAWS, key=DRAWS.__getitem__) if name not in BLANK]
"""The ids of all answers that are not blank, in the order of the audit."""


def made(folder: Path) -> Project:
    """A project without a file of its own."""
    (folder / "freetext.toml").write_text(SETTINGS)
    (folder / "codeframe.toml").write_text(CODEFRAME)
    return read_settings(folder)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project without a file of its own, in a folder of the test's."""
    return made(tmp_path)


def coded(names: Sequence[str], frame: Codeframe, evidence: bool) -> CodedBatch:
    """Some rows, with what a model says of them: the higher the number the likelier is money."""
    columns = (list(names), ["own"] * len(names), ["" if name in BLANK else f"answer {name}" for name in names])
    table = Table("part.csv", ("id", "type", "why"), columns, len(names))
    scores = np.array([[int(name) / 2 / SIZE + 0.25, 0.1, 0.01] for name in names], dtype=np.float32)
    blank = np.array([name in BLANK for name in names])
    words = tuple("" if name in BLANK else "money: answer" for name in names) if evidence else None
    chosen = np.zeros((len(names), 3), dtype=np.bool_)
    chosen[~blank, 0] = True
    source = np.ones(chosen.shape, dtype=np.uint8)
    codings = Codings(frame, chosen, source, blank, scores, ("",) * len(names), words)
    return CodedBatch(table, 0, (CodedPart("why", "why", None, "", None, codings),), evidence=evidence)


def folder_of(
    project: Project,
    *,
    queue: int = 10,
    audit: int = 20,
    parts: int = 3,
    evidence: bool = False,
    names: Sequence[str] = tuple(DRAWS),
) -> Path:
    """A folder as `freetext code` leaves it, of 120 answers, as far as a review reads it."""
    out, frame = project.folder / "out", read_codeframe(project.folder / "codeframe.toml")
    (out / "_freetext").mkdir(parents=True)
    entries = []
    for number in range(parts):
        key = f"{number:016x}"
        maker = TopMaker(TopPlan("k", queue, audit, "id"), key, f"part{number}")
        maker.add(coded([name for name in names if int(name) % parts == number], frame, evidence))
        (out / "_freetext" / f"{key}.top.parquet").write_bytes(maker.bytes())
        (out / f"part-{number + 1:04d}.{key}.parquet").write_bytes(b"")
        entries.append({"number": number + 1, "key": key, "source": f"part{number}.csv"})
    models = [{"name": "homes", "digest": "0123456789abcdef", "path": "", "codeframe": frame.digest}]
    manifest = {"format": 1, "source": "in", "ending": ".parquet", "settings": {}, "models": models, "parts": entries}
    (out / "manifest.json").write_text(json.dumps(manifest))
    (out / "_SUCCESS.json").write_text("{}")
    return out


def decide(desk: Desk, most: int = 1000) -> list[tuple[str, bool]]:
    """Decide on answers until nothing is left to ask, or so many are; returns their ids, and whether a suggestion was in sight."""
    asked: list[tuple[str, bool]] = []
    while len(asked) < most and (view := desk.view()).phase != "empty":
        if view.phase == "summary":
            desk.press("enter")
            continue
        asked.append((view.id, view.lit is not None))
        desk.press("1")
        desk.press("enter")
    return asked


def test_the_audit_of_a_folder_is_asked_in_the_order_of_the_whole(project: Project) -> None:
    """What the audit asks first are the first of all answers by u, wherever they stand, and it asks them blind."""
    with open_review(project.folder, folder_of(project), coder="ada", batch=10, audit=1.0) as desk:
        asked = decide(desk, 10)
    assert {name for name, _ in asked} == set(SAID[:10])
    assert not any(seen for _, seen in asked)


def test_the_queue_of_a_folder_is_asked_in_the_order_of_the_candidates(project: Project) -> None:
    """The queue asks what the model is least sure of in the whole folder, with its suggestion in sight."""
    with open_review(project.folder, folder_of(project), coder="ada", batch=5, audit=0.0) as desk:
        asked = decide(desk, 5)
    unsure = sorted(set(SAID), key=lambda name: abs(int(name) / 2 / SIZE + 0.25 - 0.5))[:8]
    planned = set(SAID[:20])
    assert {name for name, _ in asked} & set(unsure)
    assert all(seen or name in planned for name, seen in asked)


def test_used_up_candidates_are_no_whole_audit(project: Project) -> None:
    """When every candidate is decided the audit has reached the u of its last one, no number is exact, and the remedy is named."""
    out = folder_of(project)
    with open_review(project.folder, out, coder="ada", batch=50) as desk:
        decide(desk)
        summary = desk.dealer.summary(None)
        assert desk.view().phase == "empty"
        assert any("--audit-candidates" in command for command, _ in desk.view().after)
    found = labelled_candidates(out, project)
    (column,) = found.columns
    assert column.reach == {"why": DRAWS[SAID[19]]}
    assert not summary.stop
    assert summary.more > 0
    assert not any("everything" in said.casefold() for said in summary.advice)
    assert any("--audit-candidates" in said for said in summary.advice)


def test_a_folder_of_which_all_are_candidates_can_be_coded_whole(project: Project) -> None:
    """Where every answer is a candidate and decided, the audit has reached all, and the numbers are exact."""
    out = folder_of(project, queue=500, audit=500)
    with open_review(project.folder, out, coder="ada", batch=200) as desk:
        decide(desk)
        summary = desk.dealer.summary(None)
    (column,) = labelled_candidates(out, project).columns
    assert column.reach == {"why": 1.0}
    assert len(column.settled) == len(SAID)
    assert summary.stop


def test_labels_are_audited_or_known(project: Project) -> None:
    """A decision of the audit counts as audited up to the first gap in the order of u, one of the queue as known."""
    out = folder_of(project)
    survey = reviewed_folder(out, project)
    frame = survey.frames["why"]

    def label(name: str, source: str) -> Label:
        hashed = text_hash("k", f"answer {name}")
        return Label(name, "why", ("money",), "ada", source=source, text_hash=hashed, codeframe=frame.digest)  # type: ignore[arg-type]

    likely = str(max(int(name) for name in SAID[20:] if (name, "why") in survey.rankings[0].keys))
    events = [label(SAID[0], "audit"), label(SAID[1], "audit"), label(SAID[3], "audit"), label(likely, "queue")]
    append_labels(survey.labels, events)
    found = labelled_candidates(out, project)
    (column,) = found.columns
    ids = found.table.texts("id")
    assert set(ids) == {SAID[0], SAID[1], SAID[3], likely}
    assert {ids[row] for row in np.flatnonzero(column.audited)} == {SAID[0], SAID[1]}
    assert {ids[row] for row in np.flatnonzero(column.known)} == {likely}
    assert column.reach == {"why": DRAWS[SAID[1]]}
    assert column.scores.shape == (4, 3)
    assert all(each is not None and each.themes == ("money",) for each in column.settled)


@given(st.lists(st.sampled_from(["audit", "queue", ""]), min_size=len(SAID), max_size=len(SAID)), st.booleans())
@settings(max_examples=15)
def test_the_audit_of_candidates_is_that_of_the_whole(
    tmp_path_factory: pytest.TempPathFactory, sources: list[str], begun: bool
) -> None:
    """Whoever was decided on, the reach is that of an audit of all answers, as far as all of them are candidates."""
    project = made(tmp_path_factory.mktemp("law"))
    out = folder_of(project)
    survey = reviewed_folder(out, project)
    limit = survey.sample.limits["why"] if survey.sample else 1.0
    here = {key for key, _ in survey.places.items()}
    events = [
        Label(name, "why", ("money",), "ada", source=source or "audit", text_hash=text_hash("k", f"answer {name}"))  # type: ignore[arg-type]
        for name, source in zip(SAID, sources, strict=True)
        if (name, "why") in here and (source or begun)
    ]
    append_labels(survey.labels, events)
    (column,) = labelled_candidates(out, project).columns
    whole = population(answers_of([f"answer {name}" for name in SAID], ids=SAID, questions="why"), "k")
    state = decided(whole, events)
    reach = realised(whole.draws, state.coded, np.ones(len(SAID), dtype=np.bool_))
    assert column.reach["why"] == min(reach, limit)
    (stratum,) = strata(whole, state, ["why"])
    audited = {whole.keys[place][0] for place in stratum.audited.tolist() if whole.draws[place] <= limit}
    ids = labelled_candidates(out, project).table.texts("id")
    assert {ids[row] for row in np.flatnonzero(column.audited).tolist()} == audited
    assert int(column.known.sum()) == int(state.certain.sum())


def test_numbers_rest_on_the_size_of_the_whole(project: Project) -> None:
    """The interval of a number is that of a sample of the folder, not of its candidates."""
    with open_review(project.folder, folder_of(project), coder="ada", batch=20, audit=1.0) as desk:
        decide(desk, 20)
        reach = next(each for each in desk.dealer.summary(None).reaches if each.theme == "money")
    assert reach.audited == 20
    assert reach.share == 1.0
    assert reach.low is not None
    assert reach.low < 0.9


def test_the_candidates_are_called_candidates(project: Project) -> None:
    """What is said at the beginning names how many answers there are and how many of them are here."""
    said = told(reviewed_folder(folder_of(project), project))
    assert f"of {len(SAID)} answers are here as candidates" in said
    assert "20 for the random audit" in said


def test_suggestions_have_words_where_the_folder_was_coded_with_them(project: Project) -> None:
    """A suggestion names the model's theme, and the words of the evidence where there is some."""
    survey = reviewed_folder(folder_of(project, evidence=True), project)
    (ranking,) = survey.rankings
    assert {(one.slug, one.words) for each in ranking.suggestions.values() for one in each} == {("money", ("answer",))}
    assert ranking.model == "0123456789abcdef"


def test_a_saved_file_of_candidates_teaches(project: Project) -> None:
    """The file that a review leaves holds every labelled answer and the random ones, and its labels are found by their texts."""
    out = folder_of(project)
    with open_review(project.folder, out, coder="ada", batch=50) as desk:
        decide(desk, 30)
    file = save_candidates(reviewed_folder(out, project))
    table = read_table(file)
    answers = answers_in(table, text=("why",), id="id", names={"why": "why"})
    found = decisions_for(answers, project)
    keys = {label.key for label in standing(read_labels(project.folder / "data/annotated").labels)}
    assert set(found.settled) == keys
    assert set(SAID[:20]) <= set(table.texts("id"))
    assert set(table.texts("id")) <= set(SAID[:20]) | {name for name, _ in keys}


def test_what_cannot_be_reviewed_of_a_folder_is_refused(project: Project) -> None:
    """A banner of its own, an unknown question, a folder without candidates and one that is not done are refused with a remedy."""
    out = folder_of(project)
    with (
        pytest.raises(UsageError, match="--by"),
        open_review(project.folder, out, coder="ada", by=("type",)),
    ):
        pass
    with pytest.raises(UsageError, match="--question what"):
        reviewed_folder(out, project, ("what",))
    (out / "_freetext" / f"{0:016x}.top.parquet").unlink()
    with pytest.raises(InputError, match="no candidates"):
        reviewed_folder(out, project)
    (out / "_SUCCESS.json").unlink()
    with pytest.raises(InputError, match="not coded to the end"):
        reviewed_folder(out, project)


def test_a_folder_of_blank_answers_has_nothing_to_review(project: Project) -> None:
    """A folder in which nobody said anything raises NegativeAnswer."""
    with pytest.raises(NegativeAnswer, match="every answer is blank"):
        reviewed_folder(folder_of(project, names=sorted(BLANK)), project)


def test_the_reach_is_one_only_for_the_whole() -> None:
    """All candidates coded: the reach is the limit up to which they are whole; a gap ends it before; none: 0."""
    draws, drawn = np.array([0.1, 0.4, 0.2, 0.9]), np.array([True, True, True, False])
    everything = np.ones(4, dtype=np.bool_)
    assert audit_reach(draws, everything, drawn, 0.4)[1] == 0.4
    assert audit_reach(draws, everything, everything, 1.0)[1] == 1.0
    gap = np.array([True, True, False, True])
    reached, reach = audit_reach(draws, gap, drawn, 0.4)
    assert (reached.tolist(), reach) == ([True, False, False, False], 0.1)
    assert audit_reach(draws, ~everything, drawn, 0.4)[1] == 0.0
