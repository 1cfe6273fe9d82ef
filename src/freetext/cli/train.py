"""`freetext train`: labels to a model, which takes over if it is no worse than the one in force."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from freetext.cli import options
from freetext.cli.advised import AdviceFile, NoAdvice, advised, check_advice_file
from freetext.cli.run import Run, colourful, fitted, show, width
from freetext.errors import BundleError, NegativeAnswer, OutputError, UsageError, counted

if TYPE_CHECKING:
    from freetext.cli.taught import Taught
    from freetext.model.bundle import Model
    from freetext.survey.answers import Answers
    from freetext.tallies.paired import Verdict
    from freetext.text.vectors import Vectors
    from freetext.training.classifier import Favour
    from freetext.training.held_out import Parted
    from freetext.training.promote import Challenger

MOST = 100_000
"""Labelled answers that are learnt from by default; the same as `survey.samples.MOST`, which would wake numpy for the help."""

Labelled = Annotated[
    str | None,
    typer.Argument(
        metavar="LABELLED", help="File of labelled answers; `-` is standard input. Default: the project's, all waves."
    ),
]
Seed = Annotated[int, typer.Option(metavar="N", min=0, max=2**32 - 1, help="Same labels and seed, same model.")]
ModelFolder = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="Folder of the model; each version gets a folder in it. Default: the project's."),
]
FavourOf = Annotated[
    Literal["tally", "f1"] | None,
    typer.Option(help="What cut-offs serve: the shares of themes, or F1. Default: the project's, or tally."),
]
LearnerOf = Annotated[
    Literal["svm", "logistic", "ridge", "auto"],
    typer.Option(
        help="What fits a theme's line; auto tries all on the labels, and takes another than svm only if it is surely better."
    ),
]
Margin = Annotated[
    float,
    typer.Option(metavar="F1", min=0, max=1, help="How much lower micro F1 may be for the new model to take over."),
]

Most = Annotated[
    int,
    typer.Option(
        metavar="N", min=1, help="Labelled answers to learn from; of more a random sample is drawn, person by person."
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        min=1,
        help="Processes that learn; the model is the same. Default: one for few labels, one a core for many.",
    ),
]


def train(
    run: Run,
    labelled: Labelled = None,
    *,
    text: options.Texts = [],  # noqa: B006
    labels: options.Labels = [],  # noqa: B006
    id: options.Id = "",
    respondent: options.Respondent = "",
    question: options.Question = "",
    codeframe: options.CodeframeFile = None,
    blank_labels: options.BlankLabels = "none",
    seed: Seed = 0,
    model: ModelFolder = None,
    vectors: options.Vectors = "",
    favour: FavourOf = None,
    learner: LearnerOf = "svm",
    margin: Margin = 0.01,
    most: Most = MOST,
    jobs: Jobs = None,
    advice: AdviceFile = "",
    no_advice: NoAdvice = False,
) -> None:
    """Learn a model from labelled answers; it takes over if it is no worse than the one in force.

    Labels come from columns of the file (--labels) or, in a project, from the
    coders' logs, those on earlier waves too. One model is learnt for each codeframe. --force puts it in
    force whatever the comparison says.
    """
    from freetext.cli.plans import answer_file, columns_for, input_file, wave_files
    from freetext.cli.sampled import Asked, labelled_table
    from freetext.cli.taught import from_columns, from_logs

    if model is None and run.project is None:
        raise UsageError("where shall the model go? Name a folder with --model, such as models/survey.")
    if model is not None and model.exists() and not model.is_dir():
        raise OutputError(model, "is a file, and a model's versions go into a folder; name another with --model.")
    check_advice_file(run, advice, silent=no_advice)
    asked = Asked(text, labels, id, respondent, question, blank_labels)
    waves = [input_file(labelled, run.project, "LABELLED")] if labels else wave_files(labelled, run.project, "LABELLED")
    read = [labelled_table(run, path, asked, most, seed) for path in waves]
    files = [answer_file(table, columns_for(table, text, id, respondent, question, run.project)) for table, _ in read]
    run.say_all(dict.fromkeys(said for file in files for said in file.said))
    (table, sampled), file = read[-1], files[-1]
    if all(each.answers.blank.all() for each in files):
        raise NegativeAnswer(f"{table.file}: every answer is blank; there is nothing to learn from.")
    taught = (
        [from_columns(run, file, labels, codeframe, blank_labels, model)]
        if labels
        else from_logs(run, files, codeframe, model)
    )
    wanted = favour or (run.project.questionnaire.favour if run.project else None)
    how = _How(seed, wanted or "tally", learner, _vectors(run, vectors), most, jobs)
    learnt = _learn(run, [replace(each, sampled=sampled) for each in taught], how, margin)
    advised(run, [(challenger, how.vectors) for challenger in learnt], advice, silent=no_advice, jobs=jobs)


FEW = 20
"""Labelled answers below which the codeframe alone knows as much."""


@dataclass(frozen=True, slots=True)
class _How:
    """How the models of one call are learnt."""

    seed: int
    favour: Favour
    learner: Literal["svm", "logistic", "ridge", "auto"]
    vectors: Vectors | None
    most: int
    jobs: int | None


def _vectors(run: Run, asked: str) -> Vectors | None:
    from freetext.files.modelling.vectors import load_vectors, vectors_of

    named = vectors_of(asked, run.project)
    return load_vectors(named) if named else None


def _learn(run: Run, taught: list[Taught], how: _How, margin: float) -> list[Challenger]:
    """Learn all models before the first is put in force: a survey's models go together."""
    from freetext.files.modelling.models import make_home
    from freetext.training.held_out import part

    plans = [_thinned(part(each.labelled, each.audited), each, how) for each in taught]
    if run.dry_run:
        for parted, each in plans:
            _say_aim(run, parted, each)
            run.say(f"dry run: nothing is learnt, nothing is written to {each.folder}")
        return []
    for _, each in plans:
        make_home(each.folder)
    learnt = [_challenger(run, parted, each, how) for parted, each in plans]
    for challenger, (_, each) in zip(learnt, plans, strict=True):
        _settle(run, challenger, each.folder, margin, how.vectors)
    return learnt


def _thinned(parted: Parted, taught: Taught, how: _How) -> tuple[Parted, Taught]:
    """Draw a sample where there are more labels than are learnt from; the audited answers all stay."""
    from freetext.training.sampling import sample_of

    fitted, survey, sampled = sample_of(parted.fitted, taught.survey, most=how.most, seed=how.seed)
    return replace(parted, fitted=fitted), replace(taught, survey=survey, sampled=sampled or taught.sampled)


def _challenger(run: Run, parted: Parted, taught: Taught, how: _How) -> Challenger:
    from freetext.training.classifier import DEFAULTS
    from freetext.training.promote import challenge

    survey = taught.survey
    _say_aim(run, parted, taught)
    recipe = None if how.learner == "auto" else DEFAULTS[how.learner]
    _warn_of_few(run, parted, survey)
    if how.favour == "f1" and parted.fitted.codeframe.single:
        run.say("- favour f1 has no effect: the codeframe gives every answer one theme (single = true)")
    with run.progress("learning", len(parted.fitted.codeframe)) as advance:
        challenger = challenge(
            parted,
            survey=survey,
            seed=how.seed,
            jobs=how.jobs,
            advance=advance,
            recipe=recipe,
            favour=how.favour,
            vectors=how.vectors,
            sampled=taught.sampled,
        )
    if recipe is None:
        run.say(_tried(challenger))
    return challenger


def _warn_of_few(run: Run, parted: Parted, survey: Answers | None) -> None:
    """Say where labels are too few to teach more than the codeframe says, and nothing else is there to learn from."""
    from freetext.training.surveyed import rest_of

    answers = len(parted.fitted.answers)
    if answers < FEW and rest_of(parted.fitted, survey, 0) is None:
        run.say(
            f"- {counted(answers, 'labelled answer')} and no others beside them teach little: the codeframe's names and definitions "
            "alone (`freetext code --codeframe`) know as much or more"
        )


def _tried(challenger: Challenger) -> str:
    """Say which learners were tried, and which one serves."""
    from freetext.training.choice import FEWEST_ANSWERS, FEWEST_POSITIVES, FEWEST_THEMES
    from freetext.training.classifier import recipe_of

    tried = challenger.training.tried
    if not tried:
        return (
            f"--learner auto: nothing was tried, it wants {FEWEST_ANSWERS} labelled answers and {FEWEST_THEMES} themes with "
            f"{FEWEST_POSITIVES} of them; svm stands"
        )
    found = ", ".join(f"{each.recipe.learner} (C {each.recipe.strength:g}) {each.precision:.3f}" for each in tried)
    best = recipe_of(challenger.model.facts["recipe"])
    why = ", for none is better beyond chance" if best == tried[0].recipe else ""
    taken = f"; taken: {best.learner} (C {best.strength:g}){why}" if best else ""
    return f"--learner auto: mean average precision out of fold: {found}{taken}"


def _settle(run: Run, challenger: Challenger, folder: Path, margin: float, vectors: Vectors | None) -> None:
    """Let the new model and the one in force be compared, write the new one, and put it in force if it won."""
    from freetext.files.modelling.models import put_in_force, record_kept, save_version
    from freetext.model.card import card_text
    from freetext.show.promotion import verdict_line, verdict_markdown
    from freetext.training.promote import judge

    model = challenger.model
    champion = _champion(run, folder, vectors)
    verdict = judge(challenger, champion, margin=margin, force=run.force)
    if verdict.outcome == "promoted" and not run.force and _rolled_back(folder, model.digest):
        verdict = replace(verdict, outcome="kept", because="it was rolled back; --force puts it in force again")
    old = champion.digest if champion else ""
    place = save_version(model, folder, changed=verdict_markdown(verdict, old))
    if verdict.outcome == "promoted":
        put_in_force(folder, model.digest, "promoted", why=verdict.because)
    elif verdict.outcome == "kept":
        record_kept(folder, model.digest, before=old, why=verdict.because)
    if not run.quiet:
        show(fitted(card_text(model), sys.stdout))
        _show_comparison(verdict, old, model.digest)
    run.say(verdict_line(verdict, str(folder / old), str(place)))


def _rolled_back(folder: Path, digest: str) -> bool:
    """Whether somebody has taken this very model out of force, and nothing has happened since."""
    from freetext.files.modelling.model_history import read_history

    events = [event for event in read_history(folder) if event.what != "kept"]
    return bool(events) and events[-1].what == "rolled back" and events[-1].before == digest


def _champion(run: Run, folder: Path, vectors: Vectors | None) -> Model | None:
    """Read the model in force, with its own vectors where they are found; one that cannot be read is said to be, and has nothing to defend."""
    from freetext.files.modelling.models import rival_model
    from freetext.files.modelling.vectors import vectors_of

    if not (folder / "CURRENT").exists():
        return None
    try:
        return rival_model(folder, (vectors, vectors_of("", run.project)))
    except BundleError as error:
        run.say(f"- the model in force cannot be read: {error}")
        return None


def _show_comparison(verdict: Verdict, old: str, new: str) -> None:
    from freetext.show.promotion import comparison_text

    if verdict.comparison is not None:
        text = comparison_text(
            verdict.comparison, old, new, added=verdict.added, gone=verdict.gone, width=width(), colour=colourful()
        )
        show(text.rstrip("\n"))


def _say_aim(run: Run, parted: Parted, taught: Taught) -> None:
    run.say(_aim(parted))
    if taught.sampled:
        run.say(f"- {taught.sampled.line}")


def _aim(parted: Parted) -> str:
    fitted_on = parted.fitted
    themes, answers = counted(len(fitted_on.codeframe), "theme"), counted(len(fitted_on.answers), "answer")
    locked = f"; {counted(len(parted.locked.answers), 'audited answer')} kept out" if parted.locked else ""
    return f"learning {themes} of {fitted_on.codeframe.name!r} from {answers}{locked}"
