"""A survey of visits: one open question, and a codeframe that each test brings."""

from freetext.files.coding.answers import answers_in
from freetext.files.coding.found import known_answers
from freetext.files.project.settings import read_settings
from freetext.files.tabular.tables import read_table

SETTINGS = """\
format = 1
[survey]
name = "visit"
file = "survey.csv"
id = "id"
codeframe = "codeframe.toml"
key = "k"

[[question]]
name = "why"
kind = "open"
title = "What could be better?"
column = "why"
"""


def write_visits(folder, rows, codeframe, *, more=""):
    """Write the project: rows of the survey's file, the head first, and the codeframe; `more` are questions behind the first."""
    (folder / "freetext.toml").write_text(SETTINGS + more)
    (folder / "codeframe.toml").write_text(codeframe)
    (folder / "survey.csv").write_text("\n".join(rows) + "\n")


def known(folder, *, id="id"):
    """What is known of the answers of the survey's file; without an id column, answers go by their rows."""
    project = read_settings(folder)
    columns = {each.columns[0]: each.name for each in project.questionnaire.coded}
    file = answers_in(read_table(folder / "survey.csv"), text=list(columns), id=id, names=columns)
    return known_answers(file, project, id=id)
