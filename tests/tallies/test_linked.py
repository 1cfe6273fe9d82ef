"""Tables of one run that undo each other."""

import numpy as np
import pytest

from freetext.survey.responses import Banner
from freetext.tallies.banners import banner_of
from freetext.tallies.linked import apart
from freetext.tallies.options import closed_responses

N = 120
TYPE = ["big", "big", "small", "other"] * (N // 4)
REGION = [f"{kind} {place % 3}" for place, kind in enumerate(TYPE)]
AGE = [f"age {place % 5}" for place in range(N)]


def question(name="q", values=AGE):
    """A closed question."""
    return closed_responses(name, values)


def left(question, *banners, profile="ons10", tallied=()):
    """The names of the banners that stay, and how many notes say why others do not."""
    chosen = apart(question, banners, profile, tallied=tallied)
    return [each.name for each in chosen.banners], len(chosen.notes)


def test_without_a_profile_every_banner_stays_but_the_question_itself():
    """No profile: all tables, whatever they tell."""
    banners = (banner_of("type", TYPE), banner_of("region", REGION), banner_of("q", AGE))
    assert left(question(), *banners, profile="", tallied=(question("type", TYPE),)) == (["type", "region"], 0)


@pytest.mark.parametrize("profile", ["nhs", "ons10"])
def test_of_nested_banners_the_first_stays(profile):
    """Of a banner and its parts the first is tallied, whichever it is, and a note names both; one that crosses it stays."""
    kind, region, age = banner_of("type", TYPE), banner_of("region", REGION), banner_of("age", AGE)
    assert left(question(), kind, age, region, profile=profile) == (["type", "age"], 1)
    assert left(question(), region, kind, age, profile=profile) == (["region", "age"], 1)
    (note,) = apart(question(), (kind, region), profile).notes
    assert note == "Left out for disclosure control: this question by region: its columns add up with those of type."


def test_parts_of_some_columns_are_found_too():
    """Two banners that agree on one group alone are linked, so is one column in another, and one that two others give together."""
    agreeing = ["big" if kind == "big" else age for kind, age in zip(TYPE, AGE, strict=True)]
    assert left(question(), banner_of("type", TYPE), banner_of("b", agreeing)) == (["type"], 1)
    inner = np.array([[kind == "big" and place % 3 == 0] for place, kind in enumerate(TYPE)])
    assert left(question(), banner_of("type", TYPE), Banner("part", ("x",), inner)) == (["type"], 1)
    one, two = np.arange(N) % 4 < 2, np.arange(N) % 3 == 0
    three = np.stack([one, two], axis=1).sum(axis=1)
    banners = [Banner(name, ("x",), column[:, None]) for name, column in (("one", one), ("two", two))]
    assert left(question(), *banners, banner_of("sum", list(map(str, three))))[0] == ["one", "two"]


def test_it_goes_by_the_base_of_the_question():
    """Banners that are nested only among those who answered are linked there; a column that is everybody links nothing."""
    crossing = [age if place < 60 else region for place, (age, region) in enumerate(zip(AGE, REGION, strict=True))]
    banners = banner_of("type", TYPE), banner_of("b", crossing)
    late = closed_responses("q", ["" if place < 60 else age for place, age in enumerate(AGE)])
    assert left(late, *banners) == (["type"], 1)
    assert left(question(), banner_of("all", ["x"] * N), banner_of("age", AGE)) == (["all", "age"], 0)


def test_a_by_b_and_b_by_a_are_not_both_told():
    """Of two banners that are questions too, the later one is tallied by the earlier one and not the other way round."""
    sexes = [f"s{place % 2}" for place in range(N)]
    first, second = question("age", AGE), question("sex", sexes)
    banners = banner_of("age", AGE), banner_of("sex", sexes)
    assert left(second, *banners, tallied=(first, second)) == (["age"], 0)
    assert left(first, *banners, tallied=(first, second)) == ([], 1)
    assert left(first, *banners, tallied=(first,)) == (["sex"], 0)
    (note,) = apart(first, banners, "nhs", tallied=(first, second)).notes
    assert note == "Left out for disclosure control: this question by sex: sex by age could be subtracted from it."


def test_a_banner_by_another_name_is_still_the_question():
    """A column that is named otherwise than its question is known by who stands in it."""
    sexes = [f"s{place % 2}" for place in range(N)]
    first, second = question("How old?", AGE), question("Which sex?", sexes)
    banners = banner_of("age", AGE), banner_of("sex", sexes)
    assert "sex" not in left(first, *banners, tallied=(first, second))[0]
    assert "age" in left(second, *banners, tallied=(first, second))[0]
