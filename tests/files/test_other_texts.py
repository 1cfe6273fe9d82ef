"""Whose "Other" texts there are."""

import pytest

from freetext.errors import InputError, NegativeAnswer, UsageError
from freetext.files.backcoding.other_texts import backcodable, other_texts, pair_named
from freetext.files.project.settings import read_settings
from freetext.files.tabular.tables import read_table

SETTINGS = """
[survey]
id = "id"

[[question]]
name = "q"
kind = "KIND"
column = "q"
MORE

[[question]]
name = "q_other"
kind = "other"
of = "q"
column = "q_other"
"""
ROWS = "id,q,q_other\n1,seed,\n2,Other,proof\n3,Other,\n4,,a text\n5,seed,beside\n6,other,trial\n"


def read(folder, rows=ROWS, kind="closed", more='options = ["seed", "Other"]'):
    """Read the texts of a small survey."""
    (folder / "freetext.toml").write_text(SETTINGS.replace("KIND", kind).replace("MORE", more))
    (folder / "a.csv").write_text(rows)
    project = read_settings(folder)
    return other_texts(read_table(folder / "a.csv"), project, *pair_named(project, ""))


def test_only_those_who_said_other_have_an_other_text(tmp_path):
    """Texts beside another answer, or beside none, are left alone; the base is all who answered."""
    others = read(tmp_path)
    assert others.texts == {"2": "proof", "6": "trial"}
    assert (others.base, others.others, others.beside, others.option) == (5, 3, 2, "Other")


def test_other_among_several_answers_counts(tmp_path):
    """In a question of several answers "Other" may stand beside others."""
    others = read(tmp_path, ROWS.replace("2,Other", "2,seed;Other"), kind="multi")
    assert others.texts == {"2": "proof", "6": "trial"}
    assert others.several


def test_columns_of_ticks_hold_an_other(tmp_path):
    """A question of one 0/1 column an option has its "Other" among the columns."""
    rows = "id,a,b,q_other\n1,1,0,\n2,0,1,proof\n"
    (tmp_path / "freetext.toml").write_text(
        SETTINGS.replace("KIND", "multi").replace(
            'column = "q"\nMORE', 'columns = ["a", "b"]\noptions = ["seed", "Other"]'
        )
    )
    (tmp_path / "a.csv").write_text(rows)
    project = read_settings(tmp_path)
    assert other_texts(read_table(tmp_path / "a.csv"), project, *pair_named(project, "q")).texts == {"2": "proof"}


@pytest.mark.parametrize("name", ["Other, please specify", "OTHER (say what)", "other:"])
def test_other_is_known_by_its_first_word(tmp_path, name):
    """An option that begins with the word is "Other"."""
    rows = ROWS.replace(",Other,", f',"{name}",').replace(",other,", f',"{name}",')
    assert read(tmp_path, rows, more="").option == name


def test_an_other_of_another_name_is_reserved(tmp_path):
    """`reserved` says which option is "Other" where its name does not; without it the message says how."""
    rows = ROWS.replace("Other", "Something else").replace("other,trial", "Something else,trial")
    with pytest.raises(InputError, match=r"reserved = \{"):
        read(tmp_path, rows, more="")
    assert read(tmp_path, rows, more='reserved = { "Something else" = "other" }').option == "Something else"


def test_nobody_wrote_anything(tmp_path):
    """No text is a negative answer, not a fault."""
    with pytest.raises(NegativeAnswer, match="wrote what"):
        read(tmp_path, "id,q,q_other\n1,Other,\n2,seed,x\n")


def test_a_move_must_know_whose_answer_it_changes(tmp_path):
    """Without a column of ids, or with an id that stands twice, nothing can be back-coded."""
    with pytest.raises(InputError, match="stands in rows 3 and 4"):
        read(tmp_path, ROWS.replace("3,Other", "2,Other"))
    (tmp_path / "freetext.toml").write_text((tmp_path / "freetext.toml").read_text().replace('id = "id"', ""))
    project = read_settings(tmp_path)
    with pytest.raises(InputError, match="names no `id` column"):
        other_texts(read_table(tmp_path / "a.csv"), project, *pair_named(project, ""))


def test_a_question_is_found_by_either_name(tmp_path):
    """The closed question and the one with its texts both name the pair; any other name is refused with what there is."""
    project = read(tmp_path).project
    assert pair_named(project, "q") == pair_named(project, "q_other") == backcodable(project)[0]
    with pytest.raises(UsageError, match="There are: q"):
        pair_named(project, "p")
