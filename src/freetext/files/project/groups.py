"""Columns side by side that together hold one question: a ranking, or one 0/1 column an option."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from freetext.files.project.profiles import Profile
from freetext.files.tabular.headings import common_stem
from freetext.survey.codeframe import fold
from freetext.survey.questionnaire import Question, QuestionKind

WIDEST = 60
"""Columns that one question may have."""

EDGE = " \t_.:;,-\u2013/([)]"


@dataclass(frozen=True)
class Group:
    """One question over several columns, and why it was taken for one."""

    question: Question
    why: str


def groups_of(profiles: Sequence[Profile]) -> tuple[Group, ...]:
    """Find the questions that stand in several columns: those that the file says, and those with one beginning of the name."""
    found = list(_said(profiles))
    grouped = {column for group in found for column in group.question.columns}
    profiles = [each for each in profiles if each.name not in grouped]
    start = 0
    while start < len(profiles):
        group = _ranking(profiles, start) or _ticks(profiles, start)
        found += [group] if group else []
        start += len(group.question.columns) if group else 1
    return tuple(found)


def _said(profiles: Sequence[Profile]) -> Iterator[Group]:
    """The questions of several answers that the file's own header or its variables name."""
    sets: dict[str, list[Profile]] = {}
    for each in profiles:
        if each.about.group and each.about.option:
            sets.setdefault(each.about.group, []).append(each)
    for name, members in sets.items():
        if len(members) < 2 or not any(each.filled for each in members):
            continue
        options = tuple(each.about.option for each in members)
        columns = tuple(each.name for each in members)
        title = members[0].about.title
        named = options if len(set(map(fold, options))) == len(options) else columns
        question = Question(" ".join(name.split()), "multi", columns, title=title, options=named)
        yield Group(question, f"{len(columns)} columns of one question, one for each option, as the file says.")


def _ranking(profiles: Sequence[Profile], start: int) -> Group | None:
    """The longest run from here on in which every row holds 1, 2, ... each once."""
    places = [str(number) for number in range(1, WIDEST + 1)]
    run = list(_run(profiles, start, set(places)))
    for size in range(len(run), 2, -1):
        names = [each.name for each in run[:size]]
        if _ranks([each.texts for each in run[:size]]):
            found = _group(names, "ranking", f"{size} columns that hold the ranks 1 to {size}, each once in a row.")
            return _titled(found, [each.about.title for each in run[:size]]) if found else None
    return None


def _titled(group: Group, titles: Sequence[str]) -> Group:
    """A question with the title and the options that its columns' titles say, `Please rank - Price`; as it is where they do not."""
    stem = common_stem(titles)
    options = tuple(" ".join(title[len(stem) :].split()) for title in titles)
    if not stem or not all(options) or len(set(map(fold, options))) < len(options):
        return group
    return replace(group, question=replace(group.question, title=stem[:-3], options=options))


def _ranks(columns: Sequence[Sequence[str]]) -> bool:
    """Whether every row holds 1, 2, ... each once, and two of them on average; the first row that does not ends it."""
    rows = cells = 0
    for row in zip(*columns, strict=True):
        ranks = sorted(int(cell) for cell in row if cell)
        if ranks != list(range(1, len(ranks) + 1)):
            return False
        rows, cells = rows + bool(ranks), cells + len(ranks)
    return bool(rows) and cells >= 2 * rows


def _ticks(profiles: Sequence[Profile], start: int) -> Group | None:
    names = [each.name for each in _run(profiles, start, {"0", "1"})]
    if len(names) < 2:
        return _worded(profiles, start)
    return _group(names, "multi", f"{len(names)} columns that hold 0 and 1 only: one for each option.")


def _worded(profiles: Sequence[Profile], start: int) -> Group | None:
    """The columns from here on that hold nothing but the end of their own name: the option that was ticked."""
    names: list[str] = []
    for each in profiles[start : start + WIDEST]:
        cells = list(each.counts)
        if len(cells) != 1 or not fold(each.name).endswith(fold(cells[0])) or not _beginning([*names, each.name]):
            break
        names.append(each.name)
    if len(names) < 2:
        return None
    return _group(
        names, "multi", f"{len(names)} columns that hold the end of their own name or nothing: one for each option."
    )


def _run(profiles: Sequence[Profile], start: int, cells: set[str]) -> Iterator[Profile]:
    """The columns from here on that hold nothing else and share the beginning of the name."""
    for place in range(start, min(start + WIDEST, len(profiles))):
        each = profiles[place]
        together = place == start or _beginning([other.name for other in profiles[start : place + 1]])
        if not each.filled or not set(each.counts) <= cells or not together:
            return
        yield each


def _group(names: list[str], kind: QuestionKind, why: str) -> Group | None:
    beginning = _beginning(names)
    options = tuple(_spoken(name[len(beginning) :]) for name in names)
    if not all(options) or len(set(options)) < len(options):
        options = tuple(names)
    return Group(
        Question(beginning.strip(EDGE.replace(")", "").replace("]", "")), kind, tuple(names), options=options), why
    )


def _beginning(names: Sequence[str]) -> str:
    """What all names begin with, up to the end of a word."""
    first, last = min(names), max(names)
    common = first[
        : next((place for place, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first))
    ]
    match = re.match(rf".*[{re.escape(EDGE)}]", common, re.DOTALL)
    return match.group() if match and match.group().strip(EDGE) else ""


def _spoken(part: str) -> str:
    """The end of a column's name as the name of an option."""
    return " ".join(part.strip(EDGE).replace("_", " ").split())
