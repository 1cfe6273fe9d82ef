"""Champion against challenger: whether the new model takes over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from freetext.model.bundle import Model
from freetext.model.deciding import decided
from freetext.survey.answers import Answers, BoolArray
from freetext.survey.samples import Sampled
from freetext.tallies.paired import Comparison, Difference, ThemeChange, Verdict, compare
from freetext.text.vectors import Absent, Vectors
from freetext.training.classifier import DEFAULT, Favour, Recipe, recipe_of
from freetext.training.dataset import DISPUTED, PRESENT, TrainingSet
from freetext.training.fit import Training, fit
from freetext.training.held_out import Parted, coded_by, kept_from_audit, with_audit
from freetext.training.sampling import with_sample

MARGIN = 0.01
"""How much lower micro F1 may be for the new model to count as no worse."""

MUCH = 0.75
"""With less than this part of the labels a model of the same recipe does not take over."""

TALLY_MARGIN = 0.5
"""Points by which the mean error of the tally may be larger."""

FEWEST_JUDGES = 30
"""Locked answers below which the audit judges nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class Challenger:
    """A model fresh from training, the labels and the survey that it was made from, and what was seen on the way."""

    model: Model
    training: Training
    parted: Parted
    seed: int
    survey: Answers | None = None


def challenge(
    parted: Parted,
    *,
    survey: Answers | None = None,
    seed: int = 0,
    jobs: int | None = None,
    advance: Callable[[int], None] | None = None,
    recipe: Recipe | None = DEFAULT,
    favour: Favour = "tally",
    vectors: Vectors | None = None,
    sampled: Sampled | None = None,
) -> Challenger:
    """Fit a model on the answers that are not locked, and let it code those that are; without a `recipe` several are tried.

    `survey` holds all answers to the same questions, labelled or not: cut-offs are set for all of them. Of the locked ones the
    texts count there, never the labels. `sampled` says how the answers were drawn, where there were more.
    """
    training = fit(
        parted.fitted,
        survey=survey,
        seed=seed,
        jobs=jobs,
        advance=advance,
        recipe=recipe,
        favour=favour,
        vectors=vectors,
    )
    model = with_sample(training.model, sampled)
    model = model if parted.locked is None else with_audit(model, parted.locked, seed)
    return Challenger(model, training, parted, seed, survey)


def judge(challenger: Challenger, champion: Model | None, *, margin: float = MARGIN, force: bool = False) -> Verdict:
    """Say whether the challenger takes over from the champion, and why.

    On locked answers that neither has seen: unless micro F1 falls by more than `margin` or beyond chance, the mean tally error
    rises by more than half a point or beyond chance, or a theme falls beyond chance. Else recipes are compared: the same one takes
    over with its labels, wherever either's cut-offs stand; another one by the same rules on out-of-fold codes of the same answers;
    none with much fewer labels. A champion whose vectors are absent can code nothing and stays. `force` promotes, and says so.
    """
    if champion is None:
        return Verdict("promoted", "there was none to compare it with")
    if champion.digest == challenger.model.digest:
        return Verdict("same", "the same labels and seed give the same model")
    verdict = _judged(challenger, champion, margin)
    old, new = champion.codeframe.slugs, challenger.model.codeframe.slugs
    verdict = replace(
        verdict,
        added=tuple(slug for slug in new if slug not in old),
        gone=tuple(slug for slug in old if slug not in new),
    )
    if force and verdict.outcome == "kept":
        return replace(verdict, outcome="promoted", because=f"--force says so, although {verdict.because}")
    return verdict


def _judged(challenger: Challenger, champion: Model, margin: float) -> Verdict:
    locked = challenger.parted.locked
    if not set(champion.codeframe.slugs) & set(challenger.model.codeframe.slugs):
        return Verdict("promoted", "the two have no theme in common")
    absent = champion.folded.vectors if isinstance(champion.folded.vectors, Absent) else None
    if locked is not None and len(locked.answers) >= FEWEST_JUDGES and kept_from_audit(champion) and absent is None:
        given_up = _given_up(champion, challenger.model)
        return ruled(on_audit(champion, challenger.model, locked, seed=challenger.seed), margin, given_up)
    told = by_cards(champion, challenger.model)
    same = _recipe(champion) == _recipe(challenger.model) and same_vectors(champion, challenger.model)
    if _labels_of(challenger.model) < MUCH * _labels_of(champion):
        said = _same_recipe(champion, challenger.model) if same else _more_labels(champion, challenger.model)
        return Verdict("kept", f"{said}: much less to learn from", told)
    if same:
        return Verdict("promoted", _same_recipe(champion, challenger.model), told)
    if absent is not None:
        said = f"it was learnt with the vectors {absent.name!r} ({absent.digest}), which are not here: the two cannot be compared"
        return Verdict("kept", said, told)
    return _by_recipes(challenger, champion, margin)


def _labels_of(model: Model) -> int:
    """How many labelled answers stood behind a model, those of the audit too."""
    locked = model.facts.get("locked")
    return int(model.facts["answers"]) + (int(locked["answers"]) if isinstance(locked, dict) else 0)


def on_audit(old: Model, new: Model, locked: TrainingSet, *, seed: int = 0) -> Comparison:
    """Compare two models on answers that neither has seen, by the themes that both and the labels know."""
    frames = (old.codeframe, new.codeframe, locked.codeframe)
    shared = [slug for slug in new.codeframe.slugs if all(slug in frame.position for frame in frames)]
    before, after, places = ([frame.position[slug] for slug in shared] for frame in frames)
    given = locked.given[:, places]
    return compare(
        shared,
        given == PRESENT,
        given != DISPUTED,
        coded_by(old, locked)[:, before],
        coded_by(new, locked)[:, after],
        locked.answers.respondents,
        ground="audit",
        seed=seed,
    )


def by_cards(old: Model, new: Model) -> Comparison:
    """Lay side by side what two models say of themselves, each on its own labels."""
    one, two = (model.facts["scores"] for model in (old, new))
    told = [{slug: row.get("f1") for slug, row in scores["themes"].items()} for scores in (one, two)]
    return Comparison(
        "cards",
        0,
        0,
        Difference(one["micro_f1"], two["micro_f1"], None, None, None),
        Difference(None, None, None, None, None),
        tuple(
            ThemeChange(slug, told[0].get(slug), told[1].get(slug), positives, "not compared")
            for slug, positives in zip(new.codeframe.slugs, new.positives, strict=True)
            if slug in old.codeframe.position
        ),
    )


def _recipe(model: Model) -> Recipe | None:
    told = model.facts.get("recipe")
    return recipe_of(told) if isinstance(told, dict) else None


def same_vectors(one: Model, two: Model) -> bool:
    """Whether two models were learnt with the same vectors, or both without."""
    digests = [each.folded.vectors.digest if each.folded.vectors else "" for each in (one, two)]
    return digests[0] == digests[1]


def _favour(model: Model) -> Favour:
    told = model.facts.get("recipe")
    return "f1" if isinstance(told, dict) and told.get("favour") == "f1" else "tally"


def _given_up(champion: Model, new: Model) -> Favour | None:
    """Return what the champion's cut-offs favour if the new one's favour the other: whoever asked for that is not held to it."""
    return None if _favour(champion) == _favour(new) else _favour(champion)


def _same_recipe(champion: Model, new: Model) -> str:
    """Say what a model of the same recipe has that the champion has not: its labels, and where its cut-offs stand.

    Labelled answers cannot judge where cut-offs stand: those at the labelled share fit these very answers and no others.
    """
    labels = _more_labels(champion, new)
    stand = new.facts["recipe"]["cutoffs"]
    moved = "" if champion.facts["recipe"]["cutoffs"] == stand else f", cut-offs now at the {stand}"
    moved += f", cut-offs now favour {_favour(new)}" if _given_up(champion, new) else ""
    if kept_from_audit(new) and not kept_from_audit(champion):
        locked = new.facts["locked"]["answers"]
        return (
            f"same recipe, {labels}{moved}: {locked:,} audited answers are locked from now on, and judge the next model"
        )
    return f"same recipe, {labels}{moved}"


def _more_labels(champion: Model, new: Model) -> str:
    more = new.facts["answers"] - champion.facts["answers"]
    return (
        f"{abs(more):,} {'more' if more > 0 else 'fewer'} label{'s' * (abs(more) != 1)}" if more else "as many labels"
    )


def _by_recipes(challenger: Challenger, champion: Model, margin: float) -> Verdict:
    """Fit the champion's recipe on the challenger's labels and survey, and compare out-of-fold codes."""
    recipe = _recipe(champion)
    if recipe is None:
        said = "its recipe is one that this version does not know, and there are no answers that neither has seen"
        return Verdict("kept", said, by_cards(champion, challenger.model))
    fitted, seed = challenger.parted.fitted, challenger.seed
    old = fit(
        fitted,
        survey=challenger.survey,
        seed=seed,
        recipe=recipe,
        favour=_favour(challenger.model),
        vectors=champion.folded.vectors,
    )
    comparison = compare(
        fitted.codeframe.slugs,
        fitted.given == PRESENT,
        fitted.given != DISPUTED,
        _out_of_fold(old),
        _out_of_fold(challenger.training),
        fitted.answers.respondents,
        ground="folds",
        seed=seed,
    )
    return ruled(comparison, margin)


def _out_of_fold(training: Training) -> BoolArray:
    model = training.model
    return decided(model.codeframe, training.margins.astype(np.float32), model.cutoffs)


def ruled(comparison: Comparison, margin: float = MARGIN, given_up: Favour | None = None) -> Verdict:
    """Hold a comparison against the rules of promotion, but the one on what the new cut-offs were asked to give up."""
    faults = list(_faults(comparison, margin, given_up))
    if faults:
        return Verdict("kept", "; ".join(faults), comparison)
    micro = comparison.micro
    where = f"on {comparison.answers:,} " + (
        "audited answers" if comparison.ground == "audit" else "answers out of fold"
    )
    spread = "" if micro.low is None else f" ({micro.low:+.3f} to {micro.high:+.3f})"
    tally = f"mean tally error {comparison.tally.difference or 0:+.2f} points"
    return Verdict(
        "promoted", f"it is no worse {where}: micro F1 {micro.difference or 0:+.3f}{spread}, {tally}", comparison
    )


def _faults(comparison: Comparison, margin: float, given_up: Favour | None) -> Iterator[str]:
    """Say by what the new one is worse."""
    unknown = Difference(None, None, None, None, None)
    micro = unknown if given_up == "f1" else comparison.micro
    tally = unknown if given_up == "tally" else comparison.tally
    if micro.difference is not None and micro.difference < -margin:
        yield f"micro F1 falls by {-micro.difference:.3f}, and {margin:g} is allowed"
    elif micro.high is not None and micro.high < 0:
        yield f"micro F1 falls beyond chance ({micro.low:+.3f} to {micro.high:+.3f})"
    if tally.difference is not None and tally.difference > TALLY_MARGIN:
        yield f"the mean tally error rises by {tally.difference:.2f} points, and {TALLY_MARGIN:g} is allowed"
    elif tally.low is not None and tally.low > 0:
        yield f"the mean tally error rises beyond chance ({tally.low:+.2f} to {tally.high:+.2f} points)"
    worse = [each.theme for each in comparison.themes if each.standing == "worse"]
    if worse:
        yield f"{', '.join(worse)} {'falls' if len(worse) == 1 else 'fall'} beyond chance"
