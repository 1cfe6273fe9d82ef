"""The page of results, in Markdown: what won, by how much, where freetext loses, and what was promised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bench_promises import promises
from bench_scores import BETTER_LOW
from bench_sets import ALL, FEW, FULL, QUESTIONS, SINGLE, SIZES
from bench_summary import Gap, Key, Summary, gap

Found = dict[Key, Summary]
OURS, PLAIN = "freetext", "plain"
TITLES = {
    "nhs_feedback": "health-service feedback",
    "anes_party": "likes and dislikes of parties",
    "anes_terror": "reasons for an attack",
    "anes_election": "why an election was won",
    "anes_primary": "why a primary was won",
    "sight_double_coded": "learners' comments",
    "happy_moments": "what made you happy",
    "goemotions": "emotions in comments",
    "nhs_phase1": "earlier feedback, one theme an answer",
    "nhs_15": "health-service feedback, its 15 commonest themes, with its codebook",
    "terror_book": "reasons for an attack, 26 themes, with the study's codebook",
}
COLUMNS = {
    "micro": "micro F1",
    "macro": "macro F1",
    "samples": "samples F1",
    "mean_ap": "mean AP",
    "tally": "tally error",
    "relative": "of the share",
    "calibration": "calibration error",
}
FEW_TOLD = ("micro", "mean_ap", "tally")
ARMS = {
    "question_seen": "told in training and in coding",
    "question_withheld": "told in training, withheld in coding",
    "question_never": "never told",
    "question_new": "a question that training has not seen, told",
    "question_new_withheld": "the same answers, question withheld in coding",
    "question_new_never": "the same answers, questions never told",
}


def page(found: Found) -> str:
    """Lay out the whole page; parts of which nothing is found are left out."""
    return "\n".join([HEAD, *short(found), *promised(found), *full(found), *few(found), *questions(found), TAIL])


def short(found: Found) -> Iterator[str]:
    """Say what won and where freetext loses, from the figures."""
    sets = [name for name in FULL if (name, ALL, OURS) in found and (name, ALL, PLAIN) in found]
    if not sets:
        return
    yield "## In short\n"
    for measure in ("micro", "macro", "mean_ap", "tally", "calibration"):
        yield "- " + _won(found, sets, measure)
    yield from (f"- {told}." for name in FEW for told in _worth(found, name))
    for told, places, measures in (
        ("all labels", [(name, ALL) for name in sets], tuple(COLUMNS)),
        ("few labels (micro F1, mean AP, tally)", [(name, size) for name in FEW for size in SIZES], FEW_TOLD),
    ):
        lost = list(losses(found, places, measures))
        yield f"\n**Where freetext loses** to another system, {told}: {'; '.join(lost) if lost else 'nowhere'}."
    yield ""


def _worth(found: Found, name: str) -> Iterator[str]:
    """Say how many labels the plain pipeline needs to rank answers as well as freetext does with fewer."""
    plain = {size: found[key].means["mean_ap"] for size in SIZES[1:] if (key := (name, size, PLAIN)) in found}
    for size in (32, 128):
        if (name, size, OURS) in found and plain:
            reached = found[name, size, OURS].means["mean_ap"]
            below = [labels for labels, precision in plain.items() if precision < reached]
            told = f"{TITLES[name]}: {size} labels rank answers (mean AP {figure(reached, 'mean_ap')})"
            yield f"{told} better than {_size(below[-1])} do in the plain pipeline" if below else f"{told}, not better"


def _won(found: Found, sets: Sequence[str], measure: str) -> str:
    sign = -1 if measure in BETTER_LOW else 1
    gaps = {name: gap(found[name, ALL, OURS], found[name, ALL, PLAIN], measure) for name in sets}
    ahead = [name for name in sets if sign * gaps[name].mean > 0]
    surely = [name for name in sets if min(sign * gaps[name].low, sign * gaps[name].high) > 0]
    behind = [name for name in sets if max(sign * gaps[name].low, sign * gaps[name].high) < 0]
    mean = sum(each.mean for each in gaps.values()) / len(gaps)
    told = f"{COLUMNS[measure]}: better than the plain pipeline on {len(ahead)} of {len(sets)} sets, beyond chance on {len(surely)}"
    worse = f", worse beyond chance on {_named(behind)}" if behind else ""
    return f"{told}{worse}; mean difference {figure(mean, measure, signed=True)}."


def losses(found: Found, places: Iterable[tuple[str, int]], measures: Sequence[str]) -> Iterator[str]:
    """Name, for each measure on each set and size, the rival that is best if it is better than freetext, with both figures."""
    for name, size in places:
        systems = _systems(found, name, size)
        for measure in measures if OURS in systems else ():
            sign = -1 if measure in BETTER_LOW else 1
            rivals = {system: each for system, each in systems.items() if not system.startswith(OURS)}
            best = max(rivals, key=lambda system: sign * rivals[system].means[measure], default=OURS)
            ours, theirs = systems[OURS].means[measure], systems[best].means[measure]
            if sign * (theirs - ours) > 0:
                told = f"{COLUMNS[measure]} on {TITLES[name]}" + (f" at {_size(size)}" if size != ALL else "")
                yield f"{told} ({best} {figure(theirs, measure)}, freetext {figure(ours, measure)})"


def _named(sets: Sequence[str]) -> str:
    return " and ".join(TITLES[name] for name in sets)


def promised(found: Found) -> Iterator[str]:
    """Lay out what was promised beside what was reached."""
    rows = list(promises(found))
    if rows:
        yield "## What was promised\n"
        yield from table(("promise", "wanted", "reached", ""), rows)


def full(found: Found) -> Iterator[str]:
    """Lay out all systems on all sets at full size, and the differences to the plain pipeline."""
    sets = [name for name in FULL if any(key[:2] == (name, ALL) for key in found)]
    if not sets:
        return
    yield "## All labels\n"
    head = ("set", "system", *COLUMNS.values(), "training", "answers a second")
    yield from table(head, [row for name in sets for row in _system_rows(found, name)])
    yield from _accuracies(found)
    yield "Differences to the plain pipeline, with 95 % intervals:\n"
    measures = ("micro", "macro", "samples", "mean_ap", "tally")
    yield from table(
        ("set", "system", *(COLUMNS[each] for each in measures)),
        [
            (
                TITLES[name],
                system,
                *(apart(gap(each, found[name, ALL, PLAIN], measure), measure) for measure in measures),
            )
            for name in sets
            if (name, ALL, PLAIN) in found
            for system, each in _systems(found, name, ALL).items()
            if system != PLAIN
        ],
    )


def _systems(found: Found, name: str, size: int) -> dict[str, Summary]:
    return {system: each for (survey, labels, system), each in found.items() if (survey, labels) == (name, size)}


def _system_rows(found: Found, name: str) -> Iterator[tuple[str, ...]]:
    systems = _systems(found, name, ALL)
    best = {measure: _best([each.means[measure] for each in systems.values()], measure) for measure in COLUMNS}
    for place, (system, each) in enumerate(systems.items()):
        title = f"{TITLES[name]} ({each.taught:,.0f} / {each.tested:,.0f})" if not place else ""
        cells = [marked(each.means[measure], best[measure], measure) for measure in COLUMNS]
        yield (title, system, *cells, f"{each.seconds:.1f} s", f"{each.rate:,.0f}")


def _accuracies(found: Found) -> Iterator[str]:
    for name in SINGLE:
        told = [
            f"{system} {figure(each.means['accuracy'], 'accuracy')}"
            for system, each in _systems(found, name, ALL).items()
        ]
        if told:
            yield f"Accuracy of the likeliest theme, {TITLES[name]}: {', '.join(told)}.\n"


def few(found: Found) -> Iterator[str]:
    """Lay out each measure by the number of labels."""
    for name in FEW:
        sizes = [size for size in SIZES if any(key[:2] == (name, size) for key in found)]
        if sizes:
            yield f"## Few labels: {TITLES[name]}\n"
            for measure, column in COLUMNS.items():
                yield f"{column[0].upper()}{column[1:]}{UNITS.get(measure, '')} by labelled answers:\n"
                yield from table(("system", *map(_size, sizes)), list(_size_rows(found, name, sizes, measure)))
            yield "Seconds of training:\n"
            rows = [
                (
                    system,
                    *(f"{found[key].seconds:.1f}" if (key := (name, size, system)) in found else "" for size in sizes),
                )
                for system in _order(found, name)
            ]
            yield from table(("system", *map(_size, sizes)), rows)


UNITS = {"tally": " (points)", "relative": " (mean over themes of the tally error, as a part of the theme's share)"}


def _size(size: int) -> str:
    return "all" if size == ALL else f"{size:,}"


def _order(found: Found, name: str) -> list[str]:
    return list(dict.fromkeys(system for survey, _, system in found if survey == name))


def _size_rows(found: Found, name: str, sizes: Sequence[int], measure: str) -> Iterator[tuple[str, ...]]:
    systems = {size: _systems(found, name, size) for size in sizes}
    best = {size: _best([each.means[measure] for each in systems[size].values()], measure) for size in sizes}
    for system in _order(found, name):
        cells = [
            marked(systems[size][system].means[measure], best[size], measure) if system in systems[size] else ""
            for size in sizes
        ]
        yield (system, *cells)
    if measure in {"mean_ap", "tally", "micro", "macro"}:
        yield ("*freetext less plain*", *(_less(systems[size], measure) for size in sizes))


def _less(systems: dict[str, Summary], measure: str) -> str:
    return apart(gap(systems[OURS], systems[PLAIN], measure), measure) if {OURS, PLAIN} <= set(systems) else ""


def questions(found: Found) -> Iterator[str]:
    """Lay out what the question beside an answer is worth."""
    arms = [arm for arm in QUESTIONS if (arm, ALL, OURS) in found]
    if arms:
        yield "## The question as context\n"
        yield (
            "Health-service feedback, five questions, a fifth of the respondents held out, five seeds. For a question that training has\n"
            "not seen, each of the five is left out of training in turn, and the answers to all five are measured together.\n"
        )
        measures = ("micro", "macro", "samples", "tally")
        rows = [
            (ARMS[arm], *(figure(found[arm, ALL, OURS].means[measure], measure) for measure in measures))
            for arm in arms
        ]
        yield from table(("the question is", *(COLUMNS[each] for each in measures)), rows)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Lay out a table, with a blank line behind it."""
    return ["| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *rows)] + [""]


def figure(value: float, measure: str, *, signed: bool = False) -> str:
    """Write a score without its zero, points with two places."""
    if measure in {"tally", "calibration"}:
        return f"{value:+.2f}" if signed else f"{value:.2f}"
    told = f"{value:+.3f}" if signed else f"{value:.3f}"
    return told.replace("0.", ".", 1)


def marked(value: float, best: str, measure: str) -> str:
    """Write a figure, bold where it is the best."""
    told = figure(value, measure)
    return f"**{told}**" if told == best else told


def _best(values: Sequence[float], measure: str) -> str:
    return figure((min if measure in BETTER_LOW else max)(values), measure)


def apart(each: Gap, measure: str) -> str:
    """Write a difference with its interval."""
    mean, low, high = (figure(value, measure, signed=True) for value in (each.mean, each.low, each.high))
    return f"{mean} ({low} to {high})"


HEAD = """# Coding quality, measured

`freetext` beside other systems on real surveys that people coded, in one run:

```text
python scripts/bench.py quality --vectors wordllama --out docs/quality.md
```

The surveys are yours to bring (`--data DIR` or the variable `FREETEXT_BENCH_DATA`); nothing of them is part of this project, and a set that is not there is skipped. What a run
has found is kept (`--cache`), by a hash of the engine's sources and of the data, and a changed engine is measured anew.

**Systems.** *freetext* is the default, learnt on the labelled answers and, where some of the survey is unlabelled, on these too. *favour f1* sets cut-offs for F1, *survey seen* knows the texts of the
answers that will be coded, *vectors* has static vectors (wordllama). With few labels *names alone* has no definitions, and *labels alone* neither names, nor definitions, nor unlabelled answers.
*plain* is tf-idf of words (1-2) and of characters within words (2-5), one-vs-rest logistic regression (C = 10). *fastText* has words 1-2, characters 3-5, the question as a token, one-vs-all loss, 25 or
100 rounds. *transformer* is all-MiniLM-L6-v2 with logistic regression (C of 1, 10 or 100) and the question. Each rival has one cut-off for all themes, and settings where there is a choice, tuned for micro
F1 on a fifth of the training rows, and is then fitted on all of them. Nothing was tuned on a test.

**Columns.** Macro F1 is over themes that occur in the test rows; samples F1 counts two empty sets as 1; mean AP is the mean average precision over themes. The tally error is the mean over themes of the absolute
difference between the true share and the coded share, in points; *of the share* is that as a part of the theme's true share, where predicting nothing scores 1. The calibration error is the
expected one, ten bins over all decisions, in points (the plain pipeline is not calibrated, nor meant to be). Training is in seconds of processor time; so are answers a second, one pass over
the test answers with cold caches; the transformer reads each answer once for all.

**Splits.** Official ones where there are some; health-service feedback: a fifth of the respondents held out, five seeds; sets with fewer than 200 test answers: five folds by five seeds, F1 and AP means over folds, tally error
and calibration over a seed's folds together. Few labels: five draws of labels, and the training part's other answers unlabelled. Intervals are of 400 bootstrap replicates that draw respondents anew and, where there are several, draws too.
Bold is the best of a column, as printed.
"""

TAIL = ""
