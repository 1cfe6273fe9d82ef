"""LABELS beside codes from anywhere: what it says, whom it is about, and every way in which it can be wrong."""

import numpy as np
import pytest

from freetext.errors import FreetextError, InputError, MissingColumn, UnknownTheme, UsageError
from freetext.files.coding.tallying import Wanted, responses_of, tables_of
from freetext.files.tabular.tables import Table
from freetext.survey.codeframe import codeframe_of
from freetext.survey.codings import Source
from freetext.survey.responses import Audit
from freetext.tallies.conventions import Conventions
from freetext.tallies.opens import NO_SOURCE


def table(file="coded.csv", **columns):
    return Table(file, tuple(columns), tuple(columns.values()), len(next(iter(columns.values()))))


def labels(**columns):
    return table("labels.csv", **columns)


N = 10
IDS = [f"a{number}" for number in range(N)]
CODED = table(
    id=IDS,
    type=["north"] * 6 + ["south"] * 4,
    said=[f"text {number}" for number in range(N)],
    codes=["money", "money", "", "staff", "", "money;staff", "", "", "staff", ""],
)


def read(given, of=CODED, **wanted):
    return responses_of(of, Wanted(themes=("codes",), text="said", audit=given, **wanted))


def audit(given, of=CODED, **wanted):
    found = read(given, of, **wanted).rows[0].audit
    assert isinstance(found, Audit)
    return found


def ids_at(flags):
    return [name for name, flag in zip(IDS, flags.tolist(), strict=True) if flag]


def drawn(count, **more):
    """LABELS as our own draw lays it out: the first answers in their order."""
    return labels(
        **{
            "id": IDS[:count],
            "draw": [str(number) for number in range(1, count + 1)],
            "themes": ["money"] * count,
            **more,
        }
    )


def test_a_hand_computed_audit():
    """Audited is who has a label, pi is their share, truth is the label, and the codes themselves are the scores, as a machine gave them."""
    found = audit(drawn(5, themes=["money", "-", "staff", "money;staff", "none"]))
    assert ids_at(found.audited) == IDS[:5]
    assert not found.known.any()
    assert found.pi.tolist() == [0.5] * N
    assert found.truth[:5].tolist() == [[1, 0], [0, 0], [0, 1], [1, 1], [0, 0]]
    assert np.isnan(found.truth[5:]).all()
    assert found.scores is not None
    assert found.scores.tolist()[:4] == [[1, 0], [1, 0], [0, 0], [0, 1]]


def test_people_overrule_and_a_machine_gave_the_rest():
    """The codes of labelled answers are people's; all others are a machine's, whatever the file does not say."""
    responses = read(drawn(2, themes=["staff", "-"])).rows[0]
    assert responses.given[:2].tolist() == [[False, True], [False, False]]
    assert (responses.source[:2] == Source.HUMAN).all()
    assert (responses.source[2:] == Source.MODEL).all()
    assert NO_SOURCE not in responses.notes


def test_everything_labelled_is_exact():
    """Where every answer has a label the count is people's, with no coding error."""
    (tallied,) = tables_of(
        CODED, Wanted(themes=("codes",), text="said", audit=drawn(N, themes=["money"] * 7 + ["-"] * 3))
    )
    cell = tallied.row("money").cells[0]
    assert (cell.kind, cell.count, cell.share) == ("wilson", 7, 0.7)
    assert cell.coding == (0.7, 0.7)


def test_the_audit_stops_at_the_first_gap():
    """Of a draw only what comes before the first answer without a label counts; the rest is reported and overrules all the same."""
    responses = read(drawn(5, themes=["money", "money", "", "staff", "staff"])).rows[0]
    assert isinstance(responses.audit, Audit)
    assert ids_at(responses.audit.audited) == IDS[:2]
    assert responses.audit.pi.tolist() == [0.2] * N
    assert (
        "2 answers are labelled and not counted as audited: number 3 of the draw (row 4 of labels.csv) is blank, and the audit "
        "stops before it. Fill that row, or write 'none' where no theme applies."
    ) in responses.notes
    assert (responses.source[3] == Source.HUMAN).all()


def test_a_row_that_was_taken_out_is_a_gap():
    """A number that is missing from the draw stops the audit like a blank."""
    responses = read(labels(id=["a0", "a2"], draw=["1", "3"], themes=["-", "-"])).rows[0]
    assert isinstance(responses.audit, Audit)
    assert ids_at(responses.audit.audited) == ["a0"]
    assert any("number 2 of the draw is missing from labels.csv" in note for note in responses.notes)


def test_the_blank_of_a_stratum_is_named_by_its_row():
    """Among several strata, in whatever order the sheet stands, the note names stratum, number and row of the first blank."""
    sheet = labels(
        id=["a2", "a6", "a0", "a1"],
        stratum=["type: north", "type: south", "type: north", "type: north"],
        draw=["3", "1", "1", "2"],
        themes=["money", "-", "-", ""],
    )
    (note,) = (note for note in read(sheet).rows[0].notes if "not counted as audited" in note)
    assert "1 answer is labelled" in note
    assert "number 2 of the draw of type: north (row 5 of labels.csv) is blank" in note


def test_themes_of_the_labels_alone_are_named():
    """A theme that no code has is named in a note, as it may be misspelt; one that any code has is not, and a profile says nothing."""
    sheet = drawn(3, themes=["mony", "staff;parking", "money"])
    note = "Only the audit's labels have these themes, no code does: mony, parking. Look whether they are misspelt."
    assert note in read(sheet).rows[0].notes
    assert not any("Only the audit's" in each for each in read(drawn(2, themes=["money", "staff"])).rows[0].notes)
    hidden = Wanted(themes=("codes",), text="said", audit=sheet, conventions=Conventions(disclosure="ons10"))
    assert not any("Only the audit's" in each for each in tables_of(CODED, hidden)[0].notes)


def test_a_forgotten_blank_leaves_no_interval():
    """One blank near the top of a large stratum demotes the labels behind it, and the cells say that the audit is too small."""
    n = 400
    big = table(
        id=[str(each) for each in range(n)], type=["a"] * 100 + ["b"] * 300, said=["x"] * n, codes=["money"] * n
    )
    ids = [str(each) for each in (*range(40), *range(100, 160))]
    said = ["money" if each % 3 else "-" for each in range(100)]
    more = {
        "stratum": ["type: a"] * 40 + ["type: b"] * 60,
        "draw": [str(each) for each in (*range(1, 41), *range(1, 61))],
    }
    whole, broken = (
        tables_of(big, Wanted(themes=("codes",), text="said", audit=labels(id=ids, themes=cells, **more)))[0]
        for cells in (said, [*said[:42], "", *said[43:]])
    )
    assert whole.row("money").cells[0].kind == "audited"
    assert broken.row("money").cells[0].kind == "audit too small"


def test_each_stratum_has_its_own_draw():
    """Strata are told by the column that they name; each has its own probability."""
    found = audit(
        labels(
            id=["a0", "a1", "a6", "a7"],
            stratum=["type: north"] * 2 + ["type: south"] * 2,
            draw=["1", "2", "1", "2"],
            themes=["-", "-", "-", ""],
        )
    )
    assert ids_at(found.audited) == ["a0", "a1", "a6"]
    assert found.pi.tolist() == pytest.approx([2 / 6] * 6 + [1 / 4] * 4)


def test_without_a_draw_it_is_a_simple_random_sample():
    """Labels that no draw goes with are taken for a random sample, and a note says so."""
    responses = read(labels(id=["a3", "a9"], themes=["money", "-"])).rows[0]
    assert isinstance(responses.audit, Audit)
    assert ids_at(responses.audit.audited) == ["a3", "a9"]
    assert any("simple random sample: no column `draw`" in note for note in responses.notes)


@pytest.mark.parametrize("done", [{"coded": ["1", "1", "0"]}, {"coded": ["x", "yes", ""]}])
def test_a_column_can_say_who_was_read(done):
    """With a column `coded` a blank cell of themes is no theme where it says 1, and nobody's where it does not."""
    found = audit(labels(id=IDS[:3], themes=["money", "", ""], **done))
    assert ids_at(found.audited) == IDS[:2]
    assert found.truth[1].tolist() == [0, 0]


def test_columns_of_ticks_are_labels():
    """Columns of 0/1 that are called like themes do as well; a row of blanks was not read."""
    found = audit(
        labels(id=IDS[:3], draw=["1", "2", "3"], Money=["1", "0", ""], staff=["0", "", ""], note=["x", "", ""])
    )
    assert ids_at(found.audited) == IDS[:2]
    assert found.truth[:2].tolist() == [[1, 0], [0, 0]]


def test_a_theme_that_only_people_found_is_a_theme():
    """A theme that the machine never gave is a row of the table where no codeframe says otherwise."""
    (tallied,) = tables_of(
        CODED, Wanted(themes=("codes",), text="said", audit=drawn(N, themes=["parking"] * 2 + ["-"] * 8))
    )
    assert [row.theme for row in tallied.rows] == ["money", "staff", "parking"]
    assert tallied.row("parking").cells[0].share == 0.2


def test_a_theme_called_none_is_that_theme():
    """`none` is no theme, unless a theme is called so."""
    frame = codeframe_of(["money", "staff", "none"])
    assert audit(drawn(1, themes=["none"]), codeframe=frame).truth[0].tolist() == [0, 0, 1]
    assert audit(drawn(1, themes=["-"]), codeframe=frame).truth[0].tolist() == [0, 0, 0]
    assert audit(drawn(1, themes=["'-"]), codeframe=frame).truth[0].tolist() == [0, 0, 0]


def test_codes_of_people_in_the_file_are_known():
    """Answers that people coded, by the file's own word, are known; the audit is of the others."""
    of = table(
        id=IDS,
        said=[f"text {number}" for number in range(N)],
        freetext_themes=["money"] * N,
        freetext_source=["money=human"] * 4 + ["money=model"] * 6,
    )
    found = responses_of(of, Wanted(text="said", audit=drawn(6))).rows[0].audit
    assert isinstance(found, Audit)
    assert ids_at(found.known) == IDS[:4]
    assert ids_at(found.audited) == IDS[4:6]
    assert found.pi[9] == pytest.approx(2 / 6)


def test_scores_come_from_columns():
    """With a prefix the strata are those of the columns of scores, found by a theme's name in any case."""
    of = CODED.with_columns({"p Money": [f"{place / 10}" for place in range(N)], "p STAFF": ["0,5"] * N})
    found = audit(drawn(3), of, score_prefix="p ")
    assert found.scores is not None
    assert found.scores[:, 0].tolist() == pytest.approx([place / 10 for place in range(N)])
    assert found.scores[:, 1].tolist() == [0.5] * N


@pytest.mark.parametrize("score", ["", "nan", "inf", "1.2", "-0.1", "37%", "high", "1_0"])
def test_scores_outside_0_and_1_are_refused(score):
    """A score that is no number from 0 to 1 is refused with its row and column."""
    of = CODED.with_columns({"p_money": ["0.5"] * 4 + [score] + ["0.5"] * 5, "p_staff": ["0"] * N})
    with pytest.raises(
        InputError, match=r"coded\.csv, row 6, column 'p_money': .* is no score: it must be a number from 0 to 1"
    ):
        audit(drawn(3), of, score_prefix="p_")


def test_a_missing_column_of_scores_is_named():
    """A theme without a column of scores is refused, with the nearest column."""
    of = CODED.with_columns({"p_money": ["0"] * N, "p_stafff": ["0"] * N})
    with pytest.raises(
        MissingColumn,
        match=r"no column 'p_staff' \(--score-prefix\)\. Columns: p_money, p_stafff\. Did you mean 'p_stafff'",
    ):
        audit(drawn(3), of, score_prefix="p_")


def long_file():
    return table(
        id=["a", "b", "a", "b"], asked=["why", "why", "how", "how"], said=list("wxyz"), codes=["money", "", "staff", ""]
    )


def test_labels_of_several_questions_find_theirs():
    """In a long file each question takes its own labels, by its name."""
    given = labels(id=["a", "b"], question=["how", "WHY"], draw=["1", "1"], themes=["-", "money"])
    why, how = read(given, long_file(), question="asked").rows
    assert isinstance(why.audit, Audit)
    assert isinstance(how.audit, Audit)
    assert why.audit.audited.tolist() == [False, True, False, False]
    assert how.audit.audited.tolist() == [False, False, True, False]
    assert how.audit.pi[2:].tolist() == [0.5, 0.5]


def test_labels_of_other_questions_are_left_out_aloud():
    """Labels of questions that are not tallied are named and passed over; where none is left they are refused."""
    given = labels(id=["a0", "a1"], question=["codes", "other"], themes=["-", "-"])
    assert read(given).said == ("labels.csv: labels of other questions left out: other",)
    with pytest.raises(InputError, match="labels of first, second, and none of codes"):
        read(labels(id=["a0", "a1"], question=["first", "second"], themes=["-", "-"]))


def test_row_numbers_are_ids_only_beside_texts():
    """Without a column of ids row numbers are, where texts show that they can be trusted."""
    bare = CODED.without(["id"])
    given = {"id": ["2", "4"], "themes": ["-", "-"], "draw": ["1", "2"]}
    found = audit(labels(**given, text=["text 0", "text 2"]), bare)
    assert ids_at(found.audited) == ["a0", "a2"]
    with pytest.raises(UsageError, match=r"which column of coded\.csv names the answers .* --id"):
        read(labels(**given), bare)


FAULTS = {
    "no ids": (labels(name=IDS[:2], themes=["-", "-"]), r"labels\.csv: no column 'id' \(--audit\)"),
    "a blank id": (labels(id=["a0", " "], themes=["-", "-"]), r"labels\.csv, column 'id': no id in rows 3"),
    "no rows": (labels(id=[], themes=[]), r"labels\.csv: has a header and no rows"),
    "half unknown": (
        labels(id=["a0", "b1", "a2", "b3"], themes=["-"] * 4),
        r"labels\.csv: 2 of 4 ids are not in coded\.csv: 'b1' in row 3; 'b3' in row 5\. Its ids are those of the column 'id'; --id",
    ),
    "an id twice": (
        labels(id=["a0", "a0"], themes=["-", "-"]),
        r"labels\.csv: answer 'a0' stands in rows 2 and 3\. Leave one row",
    ),
    "nothing said": (
        labels(id=["a0", "a1", "a2"], themes=["-", "", ""]),
        r"labels\.csv: no theme in rows 3, 4: nobody can tell .* Write none where no theme applies",
    ),
    "no themes": (
        labels(id=["a0"], codes=["-"]),
        r"labels\.csv: no column 'themes', and none that is called like a theme",
    ),
    "no tick": (labels(id=["a0"], money=["maybe"]), r"labels\.csv, row 2, column 'money': 'maybe' is neither 1 nor 0"),
    "other texts": (
        labels(id=["a0", "a1"], themes=["-", "-"], text=["text 0", "text 7"]),
        r"labels\.csv, column 'text': the texts in row 3 are not those of coded\.csv",
    ),
    "no number": (
        labels(id=["a0"], themes=["-"], draw=["first"]),
        r"labels\.csv, row 2, column 'draw': 'first' is no number of a draw",
    ),
    "a number twice": (
        labels(id=["a0", "a1"], themes=["-", "-"], draw=["1", "1"]),
        r"number 1 of the draw stands twice, in rows 2, 3",
    ),
    "strange strata": (
        labels(id=["a0"], themes=["-"], stratum=["region: east"]),
        r"labels\.csv, column 'stratum': nothing in coded\.csv tells which of its answers are of the stratum 'region: east'",
    ),
    "another stratum": (
        labels(id=["a0"], themes=["-"], stratum=["type: south"]),
        r"labels\.csv, row 2, column 'stratum': the answer was drawn in the stratum 'type: south', and is of 'type: north' by now",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_is_one_clear_line(fault):
    """Whatever is wrong with LABELS is said in one line, with file, row, column and what mends it."""
    given, said = FAULTS[fault]
    with pytest.raises(FreetextError, match=said) as told:
        read(given)
    assert "\n" not in str(told.value)


def test_themes_outside_the_codeframe_are_named_with_their_rows():
    """Labels and codes that the codeframe does not have are refused, with rows and the nearest theme."""
    frame = codeframe_of(["money", "staff"])
    with pytest.raises(InputError, match=r"labels\.csv, column 'themes': .*'stuff' in rows 3\..*Did you mean 'staff'"):
        read(drawn(2, themes=["-", "stuff"]), codeframe=frame)
    with pytest.raises(UnknownTheme, match=r"coded\.csv, row 2, column 'codes': no theme 'money'"):
        read(drawn(2, themes=["-", "-"]), codeframe=codeframe_of(["staff"]))


def test_a_label_of_a_blank_answer_is_refused():
    """An answer that is blank in the coded file cannot have a theme; one without is passed over."""
    of = table(id=IDS, said=["", *["x"] * 9], codes=[""] * 9 + ["money"])
    with pytest.raises(InputError, match=r"labels\.csv, row 2, column 'themes': the answer is blank in the coded file"):
        read(drawn(2), of)
    found = audit(drawn(2, themes=["-", "money"]), of)
    assert ids_at(found.audited) == ["a1"]
    assert found.pi[1] == pytest.approx(1 / 9)


def test_ids_that_stand_twice_in_the_coded_file_are_named():
    """Ids that do not tell answers apart are refused, with the options that do."""
    of = table(id=["a", "b", "a"], said=["x", "y", "z"], codes=["money", "", ""])
    with pytest.raises(
        InputError, match=r"coded\.csv, column 'id': id 'a' stands in rows 2 and 4\. .*--id.*--question"
    ):
        read(labels(id=["b"], themes=["-"]), of)


@pytest.mark.parametrize("wanted", [{"score_prefix": "p_"}, {"id": "id"}])
def test_options_of_an_audit_want_one(wanted):
    """What says how LABELS is read goes with LABELS."""
    with pytest.raises(UsageError, match="goes with --audit"):
        responses_of(CODED, Wanted(themes=("codes",), **wanted))


def test_formula_guards_are_seen_through():
    """Ids and texts that our writer guarded with an apostrophe are those of the coded file."""
    of = table(id=["=1", "b"], said=["=cmd", "y"], codes=["money", ""])
    found = read(labels(id=["'=1"], themes=["-"], text=["'=cmd"]), of).rows[0].audit
    assert isinstance(found, Audit)
    assert found.audited.tolist() == [True, False]
