"""From coders' decisions on "Other" texts to the moves that carry them out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from freetext.survey.codeframe import Codeframe, fold
from freetext.survey.labels import Key, Label, Settled, standing
from freetext.survey.questionnaire import Move

Made = Collection[tuple[str, str, str, str, str]]
"""The keys of moves."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What coders together say of one text: the names of the options that it means, none where it stays "Other".

    `disputed`: coders differ, or a single answer was given several options; `day` of the latest decision that counts.
    """

    id: str
    options: tuple[str, ...] = ()
    coders: tuple[str, ...] = ()
    day: str = ""
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class MovePlan:
    """What is to change in the list of moves, and what stands in the way.

    add, back   moves to make, and moves of back-coding that decisions no longer bear out
    stand       moves of these respondents that stay
    differ      moves that somebody wrote by hand, and that the decisions contradict: they stay
    options     the options that the questionnaire does not list yet
    small       new categories below the share, with their texts; these stay "Other"
    undecided, disputed   ids
    """

    add: tuple[Move, ...] = ()
    back: tuple[Move, ...] = ()
    stand: tuple[Move, ...] = ()
    differ: tuple[Move, ...] = ()
    options: tuple[str, ...] = ()
    small: tuple[tuple[str, int], ...] = ()
    undecided: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.add or self.back or self.options)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is planned for: a closed question, its "Other", the options that it lists, and how many texts make a category.

    added      those of them that back-coding has added itself, as far as its log tells
    separator  joins several options in one move; empty where a respondent gives but one
    hashes     id -> hash of the text; a move that was made from another text is another respondent's
    """

    question: str
    other: str
    listed: tuple[str, ...]
    least: int
    separator: str = ""
    hashes: Mapping[str, str] = field(default_factory=dict)
    added: tuple[str, ...] = ()


def rulings(
    keys: Iterable[Key], settled: Mapping[Key, Settled], labels: Sequence[Label], frame: Codeframe, *, several: bool
) -> dict[str, Ruling]:
    """Return what coders say of each text that somebody decided on: id -> ruling. No theme means that it stays "Other"."""
    stays = {theme.slug for theme in frame.themes if theme.reserved == "other"}
    days: dict[tuple[Key, str], str] = {(each.key, each.coder): each.time[:10] for each in standing(labels)}
    found = {}
    for key in keys:
        said = settled.get(key)
        if said is None or said.by_rule:
            continue
        options = tuple(frame.find(slug).name for slug in said.themes if slug not in stays)
        differ = bool(set(said.disputed) - stays) or bool(options and said.disputed)
        day = max((days.get((key, coder), "") for coder in said.coders), default="")
        several_given = len(options) > 1 and not several
        found[key[0]] = Ruling(key[0], options, said.coders, day, disputed=differ or several_given)
    return found


def plan_moves(
    ids: Sequence[str],
    ruled: Mapping[str, Ruling],
    moves: Sequence[Move],
    made: Made,
    asked: Asked,
    *,
    keep_small: bool = False,
) -> MovePlan:
    """Plan the moves of the texts with these ids.

    `moves` are all that are in force, `made` those that back-coding made: only these are taken back. Moves of others, and of
    other questions, are not touched.
    """
    there = {move.id: move for move in moves if _is_of(move, asked)}
    counts = _counts(ids, ruled, there, asked)
    known = {fold(option) for option in asked.listed}
    held = known | {fold(option) for move in there.values() for option in _to(move, asked)}
    small = tuple((name, n) for name, n in counts.items() if fold(name) not in held and n < asked.least)
    kept_small = frozenset() if keep_small else frozenset(fold(name) for name, _ in small)
    add, back, stand, differ = list[Move](), list[Move](), list[Move](), list[Move]()
    for name in ids:
        ruling, old = ruled.get(name), there.get(name.strip())
        if ruling is None or ruling.disputed:
            stand += [old] if old else []
            continue
        new = _move(ruling, asked, kept_small)
        if old and new and _same(old, new):
            stand.append(old)
        elif old and old.key not in made:
            differ.append(old)
        else:
            back += [old] if old else []
            add += [new] if new else []
    named = dict.fromkeys(option for move in (*add, *stand, *differ) for option in _to(move, asked))
    return MovePlan(
        tuple(add),
        tuple(back),
        tuple(stand),
        tuple(differ),
        tuple(option for option in named if fold(option) not in known),
        small,
        tuple(name for name in ids if name not in ruled and name.strip() not in there),
        tuple(name for name in ids if name in ruled and ruled[name].disputed),
    )


def _is_of(move: Move, asked: Asked) -> bool:
    """Whether it moves one of these texts; another wave's respondent may have the same id."""
    return move.question == asked.question and fold(move.from_) == fold(asked.other) and move.made_from(asked.hashes)


def _to(move: Move, asked: Asked) -> list[str]:
    parts = move.to.split(asked.separator) if asked.separator else [move.to]
    return [part.strip() for part in parts if part.strip()]


def _same(one: Move, two: Move) -> bool:
    return fold(one.to) == fold(two.to)


def _counts(ids: Sequence[str], ruled: Mapping[str, Ruling], there: Mapping[str, Move], asked: Asked) -> Counter[str]:
    """How many texts each option would get by what is ruled, and by moves of texts that nobody has ruled on."""
    counts: Counter[str] = Counter()
    for name in ids:
        if name in ruled and not ruled[name].disputed:
            counts.update(ruled[name].options)
        elif name.strip() in there:
            counts.update(each for each in _to(there[name.strip()], asked) if fold(each) != fold(asked.other))
    return counts


def _move(ruling: Ruling, asked: Asked, small: frozenset[str]) -> Move | None:
    """Return the move that a ruling asks for; None where the text stays "Other"."""
    options = [option for option in ruling.options if fold(option) not in small]
    if not options:
        return None
    if len(options) < len(ruling.options):
        options.append(asked.other)
    reason = f"{' and '.join(ruling.coders)}, {ruling.day}: the text means {_meant(options, asked)}"
    name = ruling.id.strip()
    return Move(asked.question, name, asked.other, asked.separator.join(options), reason, asked.hashes.get(name, ""))


def _meant(options: Sequence[str], asked: Asked) -> str:
    """Say what kind of options these are."""
    said = {fold(option) for option in options}
    if said - {fold(option) for option in asked.listed}:
        return "a new category"
    return (
        "a category added in back-coding"
        if said & {fold(each) for each in asked.added}
        else "an option of the question"
    )
