"""Agreement from Python: columns, labels, the coders of a project, and the model against them."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import krippendorff
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from freetext.errors import InputError, NegativeAnswer, UnknownTheme, UsageError
from freetext.files.coding.answers import answers_in
from freetext.files.labelling.labels import append_labels
from freetext.files.project.demo import write_demo
from freetext.files.project.settings import read_settings
from freetext.files.tabular.tables import read_table
from freetext.interfaces.agreeing import agreement
from freetext.interfaces.model_agreement import (
    ModelCodes,
    codes_in_file,
    codes_of_ranking,
    expected_cutoffs,
    model_against_coders,
)
from freetext.interfaces.project_agreement import coder_agreement, coders_log
from freetext.interfaces.reviewed import reviewed
from freetext.review.ranking import Ranking
from freetext.survey.codeframe import codeframe_of
from freetext.survey.labels import Label

FRAME = codeframe_of(["money", "staff"], name="visit")
CELLS = st.sampled_from(["money", "staff", "money;staff", "Staff ; money", "none"])


@settings(max_examples=25)
@given(st.lists(st.tuples(CELLS, CELLS), min_size=2, max_size=20))
def test_columns_have_the_oracles_figures(rows):
    """Alpha of each theme found in two columns is krippendorff's, kappa scikit-learn's, however the cells are spelled."""
    found = agreement(pd.DataFrame(rows, columns=["ada", "ben"]), labels=["ada", "ben"], draws=5)
    assert (found.coders, found.n) == (("ada", "ben"), len(rows))
    for theme in found.themes:
        said = [[theme.theme in row[place].lower() for row in rows] for place in (0, 1)]
        if theme.alpha.value is not None and theme.kappa.value is not None:
            expected = krippendorff.alpha(np.array(said, dtype=float), level_of_measurement="nominal")
            assert theme.alpha.value == pytest.approx(expected, abs=1e-9)
            assert theme.kappa.value == pytest.approx(cohen_kappa_score(*said), abs=1e-9)


def test_columns_and_labels_agree():
    """The same decisions give the same figures as columns and as labels."""
    cells = {"ada": ["money", "staff", "money;staff"], "ben": ["money", "money", "staff"]}
    frame = pd.DataFrame({"id": ["a", "b", "c"], **cells})
    labels = [
        Label(each, "", tuple(cell.split(";")), coder)
        for coder, column in cells.items()
        for each, cell in zip(frame["id"], column, strict=True)
    ]
    columns = agreement(frame, labels=["ada", "ben"], id="id", codeframe=FRAME)
    assert columns == agreement(labels, codeframe=FRAME)
    assert [(each.id, each.said) for each in columns.differing] == [
        ("b", (("staff",), ("money",))),
        ("c", (("money", "staff"), ("staff",))),
    ]


def test_the_meaning_of_blank_cells_must_be_said():
    """A blank cell is refused until somebody says whether the answer is coded with no theme or not coded."""
    frame = pd.DataFrame({"ada": ["money", "", "staff"], "ben": ["money", "money", None]})
    with pytest.raises(UsageError, match=r"'ada' has 1, 'ben' has 1\). Say what they mean: --blank-labels none"):
        agreement(frame, labels=["ada", "ben"])
    assert agreement(frame, labels=["ada", "ben"], blank_labels="none").n == 3
    assert agreement(frame, labels=["ada", "ben"], blank_labels="unlabelled").n == 1


def test_blank_answers_are_left_out():
    """An answer without text does not count, nor do the blank label cells beside it."""
    frame = pd.DataFrame({"said": ["x", " ", "y"], "ada": ["money", "", "staff"], "ben": ["money", "", "money"]})
    assert agreement(frame, labels=["ada", "ben"], text="said").n == 2


def test_columns_of_ticks_are_one_theme():
    """Columns that hold ticks are one theme, one column a coder; a code 1 beside other codes is a code."""
    ticks = agreement(pd.DataFrame({"ada": [1, 0, 1, 0], "ben": [1, 0, 0, 0]}), labels=["ada", "ben"])
    assert [(theme.theme, theme.given, theme.differ) for theme in ticks.themes] == [("ticked", 2, 1)]
    codes = agreement(pd.DataFrame({"ada": ["1", "1.0", "1"], "ben": ["1", "1;2", "2.0"]}), labels=["ada", "ben"])
    assert [(theme.theme, theme.given, theme.differ) for theme in codes.themes] == [("1", 3, 1), ("2", 2, 2)]


@pytest.mark.parametrize(
    ("labels", "error", "said"),
    [
        (["ada"], UsageError, "two coders or more"),
        (["ada", "ada"], UsageError, "--labels ada is given twice"),
        (["ada", "bob"], InputError, "no column 'bob'"),
        (["ada", "text"], InputError, "columns of texts, not of labels"),
    ],
)
def test_columns_that_cannot_be_compared(labels, error, said):
    """One coder, a column twice, one that is not there, and one of texts are refused."""
    frame = pd.DataFrame({"ada": ["money"] * 30, "text": [f"text {place}" for place in range(30)]})
    with pytest.raises(error, match=said):
        agreement(frame, labels=labels)


def test_what_the_codeframe_lacks_is_refused_with_its_row():
    """A theme that the codeframe does not have is named with column and row."""
    frame = pd.DataFrame({"ada": ["money", "staff"], "ben": ["money", "law"]})
    with pytest.raises(InputError, match=r"column 'ben'.*'law' in rows"):
        agreement(frame, labels=["ada", "ben"], codeframe=FRAME)


def test_nothing_in_common_is_a_no():
    """Coders without an answer in common are told how many each coded; nobody's labels too."""
    with pytest.raises(NegativeAnswer, match=r"no answer was coded by two coders \(ada 1, ben 1\)"):
        agreement([Label("1", "", ("money",), "ada"), Label("2", "", (), "ben")], codeframe=FRAME)
    with pytest.raises(NegativeAnswer, match="nobody has coded an answer"):
        agreement([])
    with pytest.raises(TypeError, match="labels, or of columns"):
        agreement(["money"])  # type: ignore[list-item]


# the coders of a project


@pytest.fixture(name="survey")
def _survey(tmp_path):
    """The demo survey with the logs of its two coders."""
    folder = tmp_path / "survey"
    write_demo(folder)
    return under_review(folder)


def under_review(folder: Path, *questions: str):
    """Read the demo's answers as a review does."""
    project = read_settings(folder)
    table = read_table(folder / "survey.csv")
    names = {each.columns[0]: each.name for each in project.questionnaire.coded}
    return reviewed(answers_in(table, text=tuple(names), id="id", names=names), project, questions)


def test_the_demos_coders_agree_as_their_logs_say(survey):
    """Figures from the logs are those of the label files read by hand."""
    (decided,) = coders_log(survey).decided
    found = coder_agreement(decided, draws=5)
    logs = [
        {(each["id"], each["question"]): set(each["themes"]) for each in map(json.loads, path.read_text().splitlines())}
        for path in sorted(survey.labels.glob("*.jsonl"))
    ]
    keys = sorted(logs[0].keys() & logs[1].keys())
    assert (found.coders, found.n) == (("ada", "ben"), len(keys))
    assert len(found.differing) == sum(logs[0][key] != logs[1][key] for key in keys)
    for theme in found.themes:
        said = [[theme.theme in log[key] for key in keys] for log in logs]
        assert theme.kappa.value == pytest.approx(cohen_kappa_score(*said), abs=1e-9)


def test_questions_and_coders_can_be_picked(survey):
    """Only answers to the question count; a coder who is not there is told who is."""
    (decided,) = coders_log(under_review(survey.project.folder, "example")).decided
    assert {question for _, question in decided.keys} == {"example"}
    with pytest.raises(
        UsageError, match=r"'bem' has decided on none of these answers. Coders: ada, ben. Did you mean 'ben'"
    ):
        coders_log(survey, ("ada", "bem"))
    assert set(coders_log(survey, ("ben",)).counts) == {"ben"}


def test_changed_texts_and_adjudicated_decisions_are_no_coders_own(survey):
    """Neither a decision on a text that has changed since nor an adjudicated one is a coder's own."""
    (before,) = coders_log(survey).decided
    first = before.labels[0]
    append_labels(
        survey.labels,
        [
            replace(first, coder="ben", themes=("culture",), source="adjudicated"),
            replace(first, coder="ben", themes=("culture",), text_hash="0" * 16),
        ],
    )
    log = coders_log(survey)
    assert coder_agreement(log.decided[0], draws=5) == coder_agreement(before, draws=5)


def test_agreement_behind_a_suggestion_is_kept_apart(survey):
    """Answers that two coders coded with the suggestion in sight do not count as agreement, and are told of."""
    (decided,) = coders_log(survey).decided
    keys = {label.key for label in decided.labels if label.coder == "ben"}
    some = set(sorted(keys)[:30])
    labels = tuple(replace(label, suggested=label.key in some) for label in decided.labels)
    found = coder_agreement(replace(decided, labels=labels), draws=5)
    assert found.n == coder_agreement(decided, draws=5).n - 30
    assert "30 answers that two coders or more coded with the model's suggestion in sight" in found.notes[0]
    one_saw = tuple(replace(label, suggested=label.coder == "ada") for label in decided.labels)
    assert coder_agreement(replace(decided, labels=one_saw), draws=5).notes == ()


def test_a_theme_that_was_split_since_leaves_its_decisions_out(survey):
    """Decisions are carried over by the codeframe's changes; one that gave a theme which was split is left out, and told."""
    path = survey.project.folder / "codeframe.toml"
    text = path.read_text(encoding="utf-8").replace('slug = "culture"', 'slug = "habits"')
    extra = '\n[[theme]]\nslug = "leaders"\nnumber = 50\nname = "Leaders"\n'
    change = (
        '\n[[change]]\nop = "split"\nfrom = ["culture"]\nto = ["habits", "leaders"]\ntime = "2026-01-01T00:00:00Z"\n'
    )
    before = len({label.key for label in coders_log(survey).decided[0].labels if "culture" in label.themes})
    path.write_text(text + extra + change, encoding="utf-8")
    log = coders_log(under_review(survey.project.folder))
    assert any(f"{before} answers were given a theme that has been split" in problem for problem in log.problems)
    assert "habits" in {theme.theme for theme in coder_agreement(log.decided[0], draws=5).themes}


def test_a_label_of_an_unknown_theme_is_refused(survey):
    """A slug that the codeframe never had is refused."""
    (decided,) = coders_log(survey).decided
    wrong = (*decided.labels, replace(decided.labels[0], coder="cy", themes=("cultur",)))
    with pytest.raises(UnknownTheme, match="Did you mean 'culture'"):
        coder_agreement(replace(decided, labels=wrong))


# the model against coders

KEYS = tuple((str(place), "q") for place in range(60))
TRUTH = np.arange(60)[:, None] % 3 == np.array([0, 1])


def audited(places, *, source="audit", suggested=False, coder="ada", time="2026-01-01T10:00:00Z"):
    """Decisions that say the truth."""
    return [
        Label(KEYS[place][0], "q", tuple(np.array(FRAME.slugs)[TRUTH[place]]), coder, time, source, suggested=suggested)
        for place in places
    ]


def ranking_with(scores):
    """A ranking of these scores."""
    return Ranking(FRAME.digest, FRAME.slugs, KEYS, scores.astype(np.float32), np.arange(60), model="m", name="visit")


def test_only_blind_audit_decisions_measure_the_model():
    """Queue items, imports and audit items with a suggestion in sight are no measure; those in sight stand beside, and say why."""
    wrong = np.where(np.arange(60)[:, None] < 30, TRUTH, ~TRUTH) * 0.8 + 0.1
    labels = [
        *audited(range(20)),
        *audited(range(20, 30), source="import"),
        *audited(range(30, 40), source="queue", suggested=True),
        *audited(range(40, 50), source="audit", suggested=True),
        *audited(range(50, 60), source="adjudicated", suggested=True),
    ]
    found = model_against_coders(ranking_with(wrong), labels, FRAME, draws=20)
    assert (found.blind.n, found.in_sight.n) == (20, 20)
    assert (found.blind.coders, found.blind.kind, found.in_sight.kind) == (
        ("people", "model"),
        "model",
        "model in sight",
    )
    assert found.blind.identical == 1
    assert found.in_sight.identical == 0
    assert "blind" in found.in_sight.notes[0]
    assert "Only the blind figures" in found.in_sight.notes[1]
    assert "out-of-fold" in found.blind.notes[0]


def test_the_earliest_blind_decision_counts():
    """Where two coders coded an audit answer blind, the earlier decision is the audit's."""
    later = [replace(label, themes=(), coder="aaa", time="2026-01-02T10:00:00Z") for label in audited(range(20))]
    found = model_against_coders(ranking_with(TRUTH * 0.8 + 0.1), [*later, *audited(range(20))], FRAME, draws=5)
    assert (found.blind.n, found.blind.identical) == (20, 1)


def test_without_blind_decisions_nothing_is_compared():
    """No audit decision, no figure: counts are 0 and every figure None."""
    found = model_against_coders(ranking_with(TRUTH * 0.8 + 0.1), [], FRAME)
    assert (found.blind.n, found.in_sight.n, found.blind.masi.value) == (0, 0, None)


def test_cutoffs_go_by_name():
    """A cut-off for all or one for each slug, whatever the order; a missing one and another codeframe's ranking are refused."""
    ranking = ranking_with(np.array([[0.4, 0.6]] * 60))
    assert codes_of_ranking(ranking, FRAME, {"staff": 0.7, "money": 0.3}).chosen[0].tolist() == [True, False]
    assert codes_of_ranking(ranking, FRAME, 0.5).chosen[0].tolist() == [False, True]
    with pytest.raises(ValueError, match="no cut-off for staff"):
        codes_of_ranking(ranking, FRAME, {"money": 0.3})
    with pytest.raises(ValueError, match="the ranking has the themes"):
        codes_of_ranking(ranking, codeframe_of(["law"]), 0.5)


def test_expected_cutoffs_give_a_theme_its_expected_share():
    """As many answers get a theme as its probabilities add up to; a theme whose scores are all alike gets none."""
    scores = np.stack([np.linspace(0.01, 0.6, 60), np.full(60, 0.2)], axis=1)
    ranking = ranking_with(scores)
    chosen = codes_of_ranking(ranking, FRAME, expected_cutoffs(ranking)).chosen
    assert chosen.sum(axis=0).tolist() == [round(float(ranking.scores[:, 0].sum())), 0]
    assert chosen[-1, 0]
    none = ranking_with(np.stack([np.linspace(0.001, 0.002, 60), np.zeros(60)], axis=1))
    assert set(expected_cutoffs(none).values()) == {float("inf")}


def test_a_coded_file_gives_the_models_own_codes_only(tmp_path):
    """Of a coded file, answers that people decided, blank ones and those with another text are no codes of the model's."""
    path = tmp_path / "coded.csv"
    path.write_text(
        "id,said,freetext_themes:q,freetext_source:q\n"
        "0,short of money,money,money=model\n"
        "1,kind staff,staff,staff=human\n"
        "2,nothing,,human\n"
        "3,bike sheds,,\n"
        "4,,,blank\n"
        "5,other text,money,money=model\n",
        encoding="utf-8",
    )
    coded = answers_in(read_table(path), text=["said"], id="id", names={"said": "q"})
    own = replace(coded.answers, texts=(*coded.answers.texts[:5], "its own text"))
    codes = codes_in_file(coded, own, FRAME, KEYS[:6])
    assert codes.keys == (KEYS[0], KEYS[3])
    assert codes.chosen.tolist() == [[True, False], [False, False]]
    assert "2 answers are left out: people decided" in codes.notes[1]
    found = model_against_coders(codes, audited([0, 1, 3]), FRAME, draws=5)
    assert found.blind.n == 2
    assert found.blind.notes == codes.notes
    bare = answers_in(read_table(path).without(["freetext_source:q"]), text=["said"], id="id", names={"said": "q"})
    with pytest.raises(InputError, match="no column freetext_source:q"):
        codes_in_file(bare, own, FRAME, KEYS[:6])


def test_codes_need_not_come_from_a_ranking():
    """Any model's codes can be compared."""
    found = model_against_coders(ModelCodes(KEYS, TRUTH), audited(range(60)), FRAME, draws=5)
    assert found.blind.identical == 1


def test_labels_without_a_hash_count_on_the_surveys_own_file_alone(survey, tmp_path):
    """A label that does not say its text counts where the file is the project's, elsewhere it is told and not used."""
    first = coders_log(survey).decided[0].labels[0]
    for path in survey.labels.glob("*.jsonl"):
        path.unlink()
    append_labels(survey.labels, [replace(first, text_hash="")])
    assert coders_log(survey).counts == {first.coder: 1}
    shutil.copy(survey.project.folder / "survey.csv", survey.project.folder / "copy.csv")
    other = replace(
        survey,
        file=replace(survey.file, table=replace(survey.file.table, file=str(survey.project.folder / "copy.csv"))),
    )
    log = coders_log(other)
    assert not log.counts
    assert any("no hash of its text" in problem for problem in log.problems)
