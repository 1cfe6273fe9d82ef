"""The fixed texts of a new project."""

HEAD = """\
# What freetext knows about this survey. docs/settings.md lists every key.
# Kinds of questions: open (texts, coded with themes), closed (one option), multi (several options),
# ranking (one column an option, 1 is first), other (the text of "Other, please specify").
"""

EMPTY = """\
# `freetext init DIR --from FILE` fills this in from a file's columns.
format = 1

[survey]
name = {name}
# file = "survey.csv"
{encoding}# id = "id"
# weight = "weight"
# banners = ["type", "region"]
# drop = ["email"]
codeframe = "codeframe.toml"
# Keys the hashes of texts in the label logs. Keep it.
key = {key}

# [[question]]
# name = "barrier_why"
# kind = "open"
# column = "barrier_why"

# [[question]]
# name = "barrier"
# kind = "closed"
# column = "barrier"
"""

ENCODING = '# encoding = "cp1252"\n'

CODEFRAME = """\
# The themes that answers are coded with. docs/codeframe.md lists every key.
# These are examples: write your own. A slug stays for ever, a name may change.
format = 1
name = "{name}"
lang = "en"

[[theme]]
slug = "resource"
number = 1
name = "Resource"
definition = "Money and people: finance, staff, time."
include = ["No budget", "No time", "Vacancies"]
exclude = ["Staff who lack a skill: that is capability"]
examples = ["We have no money for it."]
keywords = ["budget", "fund*", "staff", "time"]

[[theme]]
slug = "capability"
number = 2
name = "Capability"
definition = "Skills, know-how and the capacity to do something new."
keywords = ["skill*", "training", "know how"]

# Reserved codes stand alone and come last in tables.
[[theme]]
slug = "other"
number = 97
name = "Other"
reserved = "other"

[[theme]]
slug = "dont-know"
number = 98
name = "Don't know"
reserved = "dont-know"

[[theme]]
slug = "none"
number = 99
name = "None"
reserved = "none"
"""

README = """\
# {name}

| file | what it is |
| --- | --- |
| `freetext.toml` | which column of the survey is what. Read it through once: it was guessed |
| `codeframe.toml` | the themes. Write yours in place of the examples |
| `data/annotated/` | what coders decided, one file a coder; empty at first |
| `models/` | models, once `freetext train` has made one |
| `output/` | coded files and tables |

A model learns from answers that people have coded. Their labels come in one of two ways:

- in a column of a file, as `money;staff`: the slugs, names or numbers of themes. Name file and column to `freetext train`.
- in the coders' logs, `data/annotated/CODER.jsonl`: one JSON object a line. docs/labels.md says what stands in it.

In this folder:

```
freetext codeframe check codeframe.toml   are the themes in order?
freetext train FILE --labels COL          learn from the labels in a column of a file
freetext train                            learn from the coders' logs
freetext code                             code the survey's file
freetext code FILE                        code the next one
freetext tally                            count
```
"""
