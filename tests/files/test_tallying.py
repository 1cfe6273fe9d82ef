"""A coded table and a project's settings to tallies."""

from dataclasses import replace

import pytest

from freetext.errors import InputError, NegativeAnswer
from freetext.files.coding.tallying import Wanted, responses_of, tables_of
from freetext.files.project.settings import read_settings
from freetext.files.tabular.tables import Table
from freetext.interfaces.tallying import tables_text
from freetext.tallies.conventions import Conventions

OWN = 'name = "own"\n[[theme]]\nslug = "own-money"\n[[theme]]\nslug = "own-time"\n'
MAIN = 'name = "main"\ntitle = "Main themes"\n[[theme]]\nslug = "money"\n[[theme]]\nslug = "staff"\n'
OPEN = '[[question]]\nname = "q1"\nkind = "open"\ncolumn = "t1"\ncodeframe = "own.toml"\ntitle = "First?"\n[[question]]\nname = "q2"\nkind = "open"\ncolumn = "t2"\n'


@pytest.fixture(name="project")
def _project(tmp_path):
    def project(text=OPEN, survey='codeframe = "main.toml"\n'):
        (tmp_path / "own.toml").write_text(OWN)
        (tmp_path / "main.toml").write_text(MAIN)
        (tmp_path / "freetext.toml").write_text(f"[survey]\n{survey}{text}")
        return read_settings(tmp_path)

    return project


def table_with(**columns):
    """A table of these columns; `freetext_themes__q` stands for `freetext_themes:q`."""
    names = tuple(name.replace("__", ":") for name in columns)
    return Table("coded.csv", names, tuple(columns.values()), len(next(iter(columns.values()))))


def counts(table):
    return {row.theme: row.cells[0].count for row in table.rows}


def test_each_question_is_tallied_with_its_own_codeframe(project):
    """A column that carries a question speaks that question's codeframe, its own before the survey's, and has its title."""
    table = table_with(freetext_themes__q1=["own-money", ""], freetext_themes__q2=["staff", "staff;money"])
    one, two = tables_of(table, Wanted(), project())
    assert (one.question, one.title, counts(one)) == ("q1", "First?", {"own-money": 1, "own-time": 0})
    assert (two.question, two.title, counts(two)) == ("q2", "", {"money": 1, "staff": 2})


def test_a_long_file_has_a_codeframe_a_question(project):
    """With --question each value of the column is looked up in the questionnaire; tables come in the file's order."""
    table = table_with(
        q=["q2", "q1", "q2", "q1"],
        freetext_themes=["staff", "own-time", "money", ""],
        freetext_source=["staff=human", "own-time=model", "money=human", "blank"],
    )
    two, one = tables_of(table, Wanted(question="q"), project())
    assert (one.question, one.title, counts(one)) == ("q1", "First?", {"own-money": 0, "own-time": 1})
    assert (two.question, counts(two)) == ("q2", {"money": 1, "staff": 1})
    assert (one.columns[0].n, two.columns[0].n) == (1, 2)


def test_questions_without_a_codeframe_share_the_codes_found(project):
    """Where no codeframe is named, the rows of a long file's tables are the codes of all such questions, and of no other."""
    table = table_with(q=["a", "b", "q1"], freetext_themes=["x", "y", "own-time"])
    a, b, one = tables_of(table, Wanted(question="q"), project(survey=""))
    assert (counts(a), counts(b)) == ({"x": 1, "y": 0}, {"x": 0, "y": 1})
    assert counts(one) == {"own-money": 0, "own-time": 1}


def test_a_codeframe_names_a_table_that_nothing_else_names(project):
    """A codeframe's title heads a table where no question is known; a question keeps its own."""
    alone = project(OPEN.partition('[[question]]\nname = "q2"')[0].replace('codeframe = "own.toml"\n', ""))
    (known,) = tables_of(table_with(freetext_themes=["money"]), Wanted(), alone)
    assert (known.question, known.title) == ("q1", "First?")
    (bare,) = tables_of(table_with(freetext_themes=["money"]), Wanted(), project(""))
    assert (bare.question, bare.title) == ("themes", "Main themes")


def test_a_question_without_any_code_is_a_table_without_rows():
    """A question that holds no code and has no codeframe is shown with its base and a note; alone it is a negative answer."""
    table = table_with(freetext_themes__a=["x", "x"], freetext_themes__b=["", ""], freetext_source__b=["", "blank"])
    full, empty = tables_of(table, Wanted())
    assert (full.question, counts(full)) == ("a", {"x": 2})
    assert (empty.question, empty.rows, empty.columns[0].n) == ("b", (), 1)
    for form in ("txt", "md", "csv", "json"):
        assert form == "csv" or "No answer holds a code" in " ".join(tables_text([empty], form).split())
    with pytest.raises(NegativeAnswer, match="nothing to tally"):
        tables_of(table, Wanted(themes=("freetext_themes:b",)))


CLOSED = '[[question]]\nname = "kind"\nkind = "closed"\ncolumn = "k"\noptions = ["resource", "other"]\n'


def test_values_that_are_no_options_are_named(project):
    """A closed value that the questionnaire's options do not list is counted, and the table says so."""
    table = table_with(k=["resource", "resorce", "Other", ""])
    (unsure,) = tables_of(table, Wanted(), project(CLOSED))
    assert counts(unsure) == {"resource": 1, "other": 1, "resorce": 1}
    assert "Not among the options of freetext.toml: resorce (1)." in unsure.notes
    (sure,) = tables_of(table_with(k=["resource", "OTHER"]), Wanted(), project(CLOSED))
    assert not any("options" in note for note in sure.notes)
    (free,) = tables_of(table, Wanted(), project(CLOSED.partition("options")[0]))
    assert not any("options" in note for note in free.notes)


MULTI = '[[question]]\nname = "m"\nkind = "multi"\ncolumns = ["a", "b"]\noptions = ["Alpha", "Beta"]\nreserved = { "Beta" = "none" }\n'


def test_a_question_of_several_columns_has_its_options(project):
    """One 0/1 column an option: rows bear the options' names and reserved kinds."""
    (said,) = tables_of(table_with(a=["1", "0"], b=["0", "1"]), Wanted(), project(MULTI))
    assert [(row.name, row.reserved, row.cells[0].count) for row in said.rows] == [
        ("Alpha", "", 1),
        ("Beta", "none", 1),
    ]


def test_a_banner_splits_cells_as_a_closed_column_does():
    """Cells that join options by `;` hold several, whether a column is tallied or tables are broken down by it."""
    table = table_with(lv=["x;y", "y", "x"], k=["p", "p", "q"])
    (closed,) = tables_of(table, Wanted(themes=(), closed=("lv",)))
    (split,) = tables_of(table, Wanted(themes=(), closed=("k",), by=("lv",)))
    assert counts(closed) == {"x": 2, "y": 2}
    assert [(column.name, column.n) for column in split.columns] == [("Total", 3), ("x", 2), ("y", 2)]


DROP = 'drop = ["contact", "phone"]\nid = "id"\n'


@pytest.mark.parametrize(
    "wanted", [{"closed": ("contact",)}, {"by": ("contact",)}, {"weight": "contact"}, {"themes": ("contact",)}]
)
def test_a_dropped_column_is_not_tallied(project, wanted):
    """What `drop` names cannot be asked for by any option, and the message names list and file."""
    table = table_with(id=["1"], contact=["a@b.org"], k=["p"])
    with pytest.raises(InputError, match=r"coded\.csv: the column 'contact' is left out: .*freetext\.toml.*`drop`"):
        tables_of(table, Wanted(**wanted), project("", DROP))


def test_a_question_may_bear_the_name_of_a_dropped_column(project):
    """Only columns are dropped: a question of the same name that has another column is tallied."""
    named = CLOSED.replace('"kind"', '"contact"', 1)
    (said,) = tables_of(table_with(contact=["a@b.org"], k=["other"]), Wanted(closed=("contact",)), project(named, DROP))
    assert counts(said) == {"resource": 0, "other": 1}


def test_moves_are_applied_to_those_who_are_there(project, tmp_path):
    """A list of moves may serve several waves: those of respondents who are not in the file are counted in a note."""
    (tmp_path / "moves.csv").write_text(
        "question,id,from,to,reason\nkind,1,other,resource,x\nkind,9,other,resource,x\n"
    )
    table = table_with(id=[" 1", "2"], k=["other", "other"])
    (said,) = tables_of(table, Wanted(), project(CLOSED + 'moves = "moves.csv"\n', DROP))
    assert counts(said) == {"resource": 1, "other": 1}
    assert said.notes[-1] == "Answers back-coded by moves.csv: 1; moves of respondents who are not in this file: 1."


@pytest.mark.parametrize("several", [False, True])
def test_moves_are_applied_to_questions_of_several_answers(project, tmp_path, several):
    """In a question of several answers a move leaves the others as they are, whether they share a column or have one each."""
    (tmp_path / "moves.csv").write_text("question,id,from,to,reason\nm,1,Beta,Gamma,x\n")
    columns = {"a": ["1", "0"], "b": ["1", "1"]} if several else {"a": ["Alpha;Beta", "Beta"]}
    asked = 'columns = ["a", "b"]\noptions = ["Alpha", "Beta"]\n' if several else 'column = "a"\n'
    text = f'[[question]]\nname = "m"\nkind = "multi"\n{asked}moves = "moves.csv"\n'
    (said,) = tables_of(table_with(id=["1", "2"], **columns), Wanted(), project(text, DROP))
    assert counts(said) == {"alpha": 1, "beta": 1, "gamma": 1}
    assert any("Answers back-coded by moves.csv: 1." in note for note in said.notes)


def test_rows_that_repeat_an_id_are_told():
    """Rows of one id count as they stand unless --respondent joins them, and whoever asked is told which."""
    table = table_with(ID=["1", "2", "1", "", "", "2"], k=["a", "b", "b", "a", "a", "b"])
    wanted = Wanted(themes=(), closed=("k",))
    assert responses_of(table, wanted).said == (
        "coded.csv: rows 4, 7 repeat an id: counted as they stand; --respondent ID joins the rows of a respondent",
    )
    assert responses_of(table, Wanted(themes=(), closed=("k",), respondent="ID")).said == ()
    assert (
        responses_of(table, Wanted(themes=(), closed=("k",), where=("k = b",)))
        .said[0]
        .startswith("coded.csv: row 7 repeats")
    )


def test_respondents_in_several_columns_are_told():
    """A respondent whose rows stand in several columns of a banner counts in the first, which is told; a blank is no column."""
    table = table_with(who=["1", "2", "1", "2"], type=["x", "y", "y", ""], k=["a", "b", "a", "b"])
    read = responses_of(table, Wanted(themes=(), closed=("k",), by=("type",), respondent="who"))
    assert read.said == ("1 respondent has rows in several columns of type: the first row decides on the column",)


@pytest.mark.parametrize(("second", "several"), [("b", True), ("a", False)])
def test_several_answers_to_a_question_of_one_are_told(second, several):
    """A question of one answer can add to more than 100 % where rows of one respondent differ: then a note says so."""
    table = table_with(who=["1", "1", "2"], k=["a", second, "b"])
    (tallied,) = tables_of(table, Wanted(themes=(), closed=("k",), respondent="who"))
    assert any("can add to more than 100" in note for note in tallied.notes) == several


def test_tables_that_undo_each_other_are_not_both_made(project):
    """Under a profile one of two nested banners, and one of A by B and B by A, are tallied, and the first table says which is left out."""
    kind = ["a", "b"] * 40
    region = [f"{each}{place % 3}" for place, each in enumerate(kind)]
    age = [str(place % 5) for place in range(80)]
    table = table_with(kind=kind, region=region, age=age)
    wanted = Wanted(closed=("kind", "age"), by=("kind", "age", "region"))

    def made(profile):
        tables = tables_of(table, replace(wanted, conventions=Conventions(disclosure=profile)))
        return [(each.question, each.banner) for each in tables], tables

    assert made("")[0] == [("kind", "age"), ("kind", "region"), ("age", "kind"), ("age", "region")]
    pairs, tables = made("ons10")
    assert pairs == [("kind", "region"), ("age", "kind")]
    assert any("by age: age by kind could be subtracted" in note for note in tables[0].notes)
    assert any("by region: its columns add up with those of kind" in note for note in tables[1].notes)


@pytest.mark.parametrize("profile", ["nhs", "ons10"])
def test_codes_found_stand_by_name_where_numbers_are_hidden(project, profile):
    """Without a codeframe the commonest code comes first; under a profile, asked for or the project's, that would tell what is hidden."""
    codes = ["c"] * 12 + ["b"] * 3 + ["d"] * 5 + ["A"] * 4
    wide = table_with(freetext_themes__q=codes)
    long = table_with(freetext_themes=codes, asked=["q"] * len(codes))
    safe = Conventions(disclosure=profile)
    own = project("", f'disclosure = "{profile}"\n')
    for table, wanted in ((wide, Wanted()), (long, Wanted(question="asked"))):
        for conventions, known, names in (
            (Conventions(), None, "cdAb"),
            (safe, None, "Abcd"),
            (Conventions(), own, "Abcd"),
        ):
            (made,) = tables_of(table, replace(wanted, conventions=conventions), known)
            assert "".join(row.name for row in made.rows) == names
