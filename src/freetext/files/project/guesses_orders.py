"""The order of a closed question's options: that of a common scale, of numbers, or as often as they were said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from freetext.files.project.profiles import is_number, number_of
from freetext.survey.codeframe import fold

NUMBERED = re.compile(
    r"(?:(?P<edge>under|below|less than|fewer than|up to|over|above|more than|at least|older than|younger than) )?[+-]?[£$€]?[.,]?[0-9].*",
    re.IGNORECASE | re.DOTALL,
)
"""How an option that begins with a number begins."""
BELOW = frozenset({"under", "below", "less than", "fewer than", "up to", "younger than"})

POLES: Mapping[str, tuple[str, float]] = {
    word: (family, sign)
    for family, good, bad in (
        ("agree", "agree agreed", "disagree disagreed"),
        ("satisfied", "satisfied", "dissatisfied unsatisfied"),
        ("likely", "likely", "unlikely"),
        ("important", "important", "unimportant"),
        ("easy", "easy", "difficult hard"),
        ("happy", "happy", "unhappy"),
        ("helpful", "helpful", "unhelpful"),
        ("useful", "useful", "useless"),
        ("clear", "clear", "unclear"),
        ("confident", "confident", ""),
        ("comfortable", "comfortable", "uncomfortable"),
        ("concerned", "concerned worried", "unconcerned"),
        ("interested", "interested", "uninterested"),
        ("familiar", "familiar", "unfamiliar"),
        ("effective", "effective", "ineffective"),
        ("safe", "safe", "unsafe"),
        ("true", "true", "false untrue"),
        ("good", "good", "poor bad"),
        ("high", "high", "low"),
        ("better", "better", "worse"),
        ("support", "support", "oppose"),
        ("positive", "positive", "negative"),
        ("aware", "aware", "unaware"),
        ("well", "well", "badly"),
    )
    for sign, words in ((1.0, good), (-1.0, bad))
    for word in words.split()
}
DEGREES: Mapping[str, float] = {
    **dict.fromkeys(
        ("extremely", "completely", "totally", "strongly", "absolutely", "entirely", "fully", "definitely"), 4
    ),
    **dict.fromkeys(("very", "much", "really"), 3),
    **dict.fromkeys(("quite", "fairly", "mostly", "generally", "rather", "moderately"), 1.75),
    **dict.fromkeys(("somewhat", "slightly", "tend", "partly", "partially", "probably", "little", "bit"), 1),
}
PLAIN, LEAST = 2.0, -99.0
NEUTRAL = frozenset(
    [
        "neutral",
        "undecided",
        "mixed",
        "fair",
        "average",
        "ok",
        "okay",
        "satisfactory",
        "acceptable",
        "medium",
        "moderate",
        "adequate",
        "same",
    ]
)
FILLERS = frozenset(["to", "a", "the", "about", "i", "am", "it", "is", "of", "so"])

OFTEN = (
    "several times a day|every day/daily|most days|several times a week/a few times a week|once a week/weekly/every week"
    "|several times a month/a few times a month|fortnightly/every two weeks|once a month/monthly/every month"
    "|several times a year/a few times a year|once a year/yearly/every year/annually|less often"
    "|always/all of the time/all the time|almost always/nearly always|very often|most of the time/usually|often/frequently"
    "|some of the time/sometimes|occasionally/now and then|seldom/rarely|hardly ever/almost never|never/none of the time"
)
YES = (
    "yes definitely/yes completely/definitely|yes|yes probably/probably|yes to some extent/to some extent/partly"
    "|maybe/perhaps/possibly|no not really/probably not|no|no not at all/definitely not"
)
MUCH = "a great deal|a lot|quite a lot|a fair amount|a moderate amount|some|a little|not much|none at all"
"""Options that say how often, whether and how much, the strongest first; `/` between those that mean the same."""

GOOD = {"outstanding": 5, "excellent": 4, "inadequate": -3.5, "terrible": -4, "awful": -4}


def _listed(family: str, scale: str) -> dict[str, tuple[str, float]]:
    places = enumerate(scale.split("|"))
    return {text: (family, float(-at)) for at, same in places for text in same.split("/")}


WORDS: Mapping[str, tuple[str, float]] = {
    **_listed("often", OFTEN),
    **_listed("yes", YES),
    **_listed("much", MUCH),
    **_listed("promoter", "promoter/promoters|passive/passives|detractor/detractors"),
    **{text: ("good", at) for text, at in GOOD.items()},
}
"""Options of scales that are no pole and its degrees."""

APART = re.compile(
    r"n ?/? ?a|not applicable|does not apply|prefer not to (?:say|answer)|no answer|no opinion|cant say|refused|rather not say"
)
"""Options beside a scale, which stand last."""


def in_order(options: Sequence[str], reserved: Callable[[str], str], codes: Mapping[str, float]) -> tuple[str, ...]:
    """Put options in their natural order, as given where they have none; `codes` are the numbers of labels among numbers.

    Those that say nothing stand last: what `reserved` names, and "prefer not to say".
    """
    last = [option for option in options if reserved(option) or APART.fullmatch(plain(option))]
    said = [option for option in options if option not in last]
    ordered = _by_codes(said, codes) or _by_numbers(said) or _by_scale(said)
    return (*ordered, *sorted(last, key=lambda option: bool(reserved(option)))) if ordered else tuple(options)


def _by_codes(options: Sequence[str], codes: Mapping[str, float]) -> list[str]:
    """Numbers of which some have a label, these at their number."""
    if not any(option in codes for option in options) or not all(
        option in codes or is_number(option) for option in options
    ):
        return []
    return sorted(options, key=lambda option: codes[option] if option in codes else number_of(option))


def _by_numbers(options: Sequence[str]) -> list[str]:
    if not all(map(NUMBERED.fullmatch, options)) or not any(option[:1] in "+-£$€.,0123456789" for option in options):
        return []
    return sorted(options, key=lambda option: (_numbers(option), option))


def _numbers(option: str) -> list[float]:
    """The numbers in an option, a comma before three digits taken to part thousands; "under 5" stands before 5, "over 5" behind."""
    bare = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", option)
    sign = -1 if option.startswith("-") else 1
    first, *others = (float(number.replace(",", ".")) for number in re.findall(r"\d+(?:[.,]\d+)?|[.,]\d+", bare))
    match = NUMBERED.fullmatch(option)
    edge = fold(match["edge"] or "") if match else ""
    return [sign * first, -1.0 if edge in BELOW else max([first, *others]) + 1] if edge else [sign * first, *others]


def plain(option: str) -> str:
    """An option in plain words."""
    return " ".join(re.findall(r"[^\W_]+|/", fold(option.replace("'", "").replace("\u2019", ""))))


def _by_scale(options: Sequence[str]) -> list[str]:
    """The options of one common scale from its strong end to its weak one; nothing for others."""
    places = [_place(plain(option)) for option in options]
    families = {family for family, _ in (place for place in places if place) if family}
    if len(options) < 2 or None in places or len(families) != 1:
        return []
    sizes = [place[1] for place in places if place]
    if len(set(sizes)) < len(options):
        return []
    return [option for _, option in sorted(zip(sizes, options, strict=True), reverse=True)]


def _place(option: str) -> tuple[str, float] | None:
    """The scale of an option, empty where it may be any, and its place there; None for an option of no scale."""
    if option in WORDS:
        return WORDS[option]
    words = option.split()
    if words[:1] == ["neither"] or (words and set(words) - FILLERS <= NEUTRAL):
        return "", 0.0
    if words[:3] == ["not", "at", "all"]:
        families = [POLES[word][0] for word in words[3:] if word in POLES]
        return (families[0] if families else "", LEAST)
    return _degree(words)


def _degree(words: Sequence[str]) -> tuple[str, float] | None:
    said = [word for word in words if word not in FILLERS]
    against = said[:1] == ["not"]
    said = said[1:] if against else said
    poles = [POLES[word] for word in said if word in POLES]
    others = [word for word in said if word not in POLES]
    if len(poles) > 1 or not said or any(word not in DEGREES for word in others):
        return None
    size = DEGREES[others[0]] if others else PLAIN
    family, sign = poles[0] if poles else ("degree", 1.0)
    return family, -1.0 / size if against else sign * size


def together(columns: Sequence[Counter[str]]) -> tuple[str, ...]:
    """The options of several items by how often they were said in all of them."""
    whole: Counter[str] = Counter()
    for each in columns:
        whole.update(each)
    return once([option for option, _ in whole.most_common()])


def once(options: Sequence[str]) -> tuple[str, ...]:
    """Options without those that differ from one before them only in case and spaces, which count as the same."""
    first: dict[str, str] = {}
    for option in options:
        first.setdefault(fold(option), option)
    return tuple(first.values())


def stem_of(title: str) -> str:
    """The question of which a title is one item: `How good is it? [The food]`, `How good is it? - The food`; empty for none."""
    match = re.fullmatch(r"(.*\S) (?:- .+|\[.+\])|(.+?)\.(?=[^\W\d_]).+", title, re.DOTALL)
    return (match[1] or match[2]) if match else ""


def of_one_scale(columns: Mapping[str, Counter[str]]) -> list[list[str]]:
    """The items that hold the same values, each more than half of what all of them hold together."""
    found: list[list[str]] = []
    for name in columns:
        fits = next((each for each in found if _is_one_scale([columns[other] for other in (*each, name)])), None)
        if fits is None:
            found.append([name])
        else:
            fits.append(name)
    return [each for each in found if len(each) > 1]


def _is_one_scale(columns: Sequence[Counter[str]]) -> bool:
    sets = [frozenset(map(fold, each)) for each in columns]
    whole = frozenset[str]().union(*sets)
    return all(2 * len(each) > len(whole) for each in sets)
