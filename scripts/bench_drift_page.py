"""The tables of drift: false alarms, and what was found of what was planted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bench_page import table
from freetext.tallies.intervals import wilson

Found = Sequence[Mapping[str, Any]]

ALIKE: Mapping[str, str] = {
    "alike-nhs-300": "`nhs_feedback`: texts, two closed columns, codes",
    "alike-nhs-1000": "the same",
    "alike-nhs-2000": "the same",
    "alike-learnt": "the same, the model learnt from 200 answers of the old half that it doubted most",
    "alike-terror": "`anes_terror`: texts, codes",
}
PLANTED: Mapping[str, tuple[str, str]] = {
    "doubled-0": ("a theme doubled: timeliness, 20 to 40 %", "themes"),
    "doubled-1": ("a theme doubled: transport, 5.5 to 11 %", "themes"),
    "doubled-2": ("a theme doubled: being kept informed, 3.4 to 6.8 %", "themes"),
    "foreign": ("a new theme of 5 % with words of its own: pets", "words"),
    "new-0": ("a new theme of 5 %: timeliness, without the old half's and the model's", "words"),
    "new-1": ("a new theme of 5 %: transport", "words"),
    "new-2": ("a new theme of 5 %: being kept informed", "words"),
    "question": ("another question of the same survey (six pairs)", "text"),
    "language-5": ("German and French in 5 % of the answers", "language"),
    "language-20": ("German and French in 20 % of the answers", "language"),
}
"""What is planted, and the fact that should find it."""


def page(kept: Mapping[str, Found]) -> list[str]:
    """Lay out both tables of what was kept, by arm."""
    return [*alike_table(kept), *planted_table(kept)]


def alike_table(kept: Mapping[str, Found]) -> list[str]:
    """Lay out how often halves of one wave were said to differ."""
    rows = []
    for arm, what in ALIKE.items():
        for size, found in by_size(kept.get(arm, ())).items():
            alarms, verdicts = sum(map(any_found, found)), sum(each["verdict"] != "fits" for each in found)
            low, high = wilson(alarms / len(found), len(found))
            rows.append(
                (
                    what,
                    f"{size:,}",
                    f"{len(found)}",
                    f"{alarms / len(found):.3f}",
                    f"{low:.3f}-{high:.3f}",
                    f"{verdicts / len(found):.3f}",
                )
            )
    head = (
        "halves of one wave",
        "answers a side",
        "halves",
        "anything found",
        "95 % interval",
        'verdict other than "fits"',
    )
    return table(head, rows)


def planted_table(kept: Mapping[str, Found]) -> list[str]:
    """Lay out how often a planted change was found: anything at all, the fact that should, and the verdicts."""
    rows = []
    for arm, (what, fact) in PLANTED.items():
        for size, found in by_size(kept.get(arm, ())).items():
            right = sum(bool(each["facts"].get(fact, [0, 0, 0, False])[3]) for each in found) / len(found)
            some = sum(map(any_found, found)) / len(found)
            rows.append((what, f"{size:,}", f"{len(found)}", f"{some:.2f}", f"{fact} {right:.2f}", verdicts_of(found)))
    return table(("planted", "answers a side", "trials", "anything found", "by the fact that should", "verdicts"), rows)


def by_size(found: Found) -> dict[int, Found]:
    """Part comparisons by their answers a side."""
    sizes = sorted({int(each["size"]) for each in found})
    return {size: [each for each in found if each["size"] == size] for size in sizes}


def any_found(each: Mapping[str, Any]) -> bool:
    """Whether any fact was found."""
    return any(bool(fact[3]) for fact in each["facts"].values())


def verdicts_of(found: Found) -> str:
    """Count verdicts, the commonest first."""
    codes = [str(each["verdict"]) for each in found]
    return ", ".join(
        f"{code} {codes.count(code)}" for code in sorted(set(codes), key=lambda code: (-codes.count(code), code))
    )
