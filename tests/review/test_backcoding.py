"""Proposals for "Other" texts."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import UsageError
from freetext.review.backcoding import least_of, propose
from freetext.review.like_texts import groups
from freetext.review.option_frame import new_category, option_codeframe, parted, with_category
from freetext.review.option_words import best_match, like_named, option_words
from freetext.review.telling import COMMON, best_words, stem, telling
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.questionnaire import Question

ASKED = Question(
    "encourage", "closed", ("encourage",), options=("seed funding", "joining with others", "extra staff", "Other")
)
OPTIONS = option_codeframe(ASKED, ASKED.options, "Other")
THEMES = Codeframe(
    "innovation",
    (
        Theme("resource", 1, "Resource", keywords=("money", "budget*")),
        Theme("evidence-need", 2, "Evidence need", keywords=("evidence", "proof", "evaluat*")),
        Theme("more-staff", 3, "Staff"),
        Theme("none", 97, "Nothing", reserved="none"),
    ),
)


def placed(texts, **given):
    """From id to what is proposed, for texts that are their own ids."""
    found = propose({text: text for text in texts}, OPTIONS, **{"base": 35, **given})
    return {each.id: each for each in found.placed}


@pytest.mark.parametrize(
    "words",
    [
        ("funding", "funds", "funded", "fund"),
        ("evaluation", "evaluations", "evaluate", "evaluated", "evaluating"),
        ("staff", "staffing"),
        ("agency", "agencies"),
        ("join", "joining", "joined", "joins"),
        ("difference", "differences"),
    ],
)
def test_forms_of_a_word_have_one_stem(words):
    """A word and its plural, its past and its gerund are told as one."""
    assert len(set(map(stem, words))) == 1


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_telling_words_stand_in_the_text(text):
    """Whatever a text holds, its telling words are words of it, none of them common."""
    found = telling(text)
    assert not set(found.values()) & COMMON
    assert all(stem(word) == each for each, word in found.items())


def test_words_of_an_options_name_propose_it_and_are_the_reason():
    """A text that holds the words of an option is proposed to it, and the words are shown as they stand."""
    found = placed(["A seed-funding pot", "More STAFF please", "joined up with neighbours", "something else"])
    assert found["A seed-funding pot"].slug == "seed-funding"
    assert found["A seed-funding pot"].words == ("seed", "funding")
    assert (found["More STAFF please"].slug, found["More STAFF please"].words) == ("extra-staff", ("staff",))
    assert found["joined up with neighbours"].slug == "joining-with-others"
    assert found["something else"].slug == ""


def test_keywords_of_the_options_codeframe_propose_an_option():
    """Phrases that the analyst gives an option speak for it, those under never against it."""
    seed, *rest = OPTIONS.themes
    frame = Codeframe("o", (Theme("seed", 1, seed.name, keywords=("pump priming",), never=("no pump",)), *rest))
    found = propose({"a": "A pot of Pump Priming", "b": "no pump priming"}, frame, base=35).placed
    assert (found[0].slug, found[0].words) == ("seed", ("Pump Priming",))
    assert found[1].slug == ""


def test_a_theme_whose_name_means_an_option_proposes_it():
    """A text that was coded with a theme of the option's name is proposed to it, and the theme is the reason."""
    found = placed(["hands"], coded={"hands": ("more-staff",)}, themes=THEMES)["hands"]
    assert (found.slug, found.theme) == ("extra-staff", "Staff")


def test_texts_that_share_a_theme_make_a_new_category():
    """Seven of nine texts that people coded with one theme are a new category of 20 % of 35; one text of another theme is none."""
    coded = {f"text {n}": ("evidence-need",) for n in range(7)} | {"pot": ("resource",), "odd": ()}
    found = propose({name: name for name in coded}, OPTIONS, base=35, coded=coded, themes=THEMES)
    assert [(each.slug, each.name, len(each.ids)) for each in found.fresh] == [("evidence-need", "Evidence need", 7)]
    assert [(each.slug, len(each.ids)) for each in found.small] == [("resource", 1)]
    assert [each.slug for each in found.placed] == ["evidence-need"] * 7 + ["", ""]


def test_a_text_that_nobody_coded_goes_by_the_phrases_of_the_themes():
    """Without codes the phrases of the themes speak, reserved themes never."""
    texts = {"a": "some proof", "b": "an evaluation", "c": "nothing"}
    found = propose(texts, OPTIONS, base=20, themes=THEMES)
    assert {each.id: each.slug for each in found.placed} == {"a": "evidence-need", "b": "evidence-need", "c": ""}
    assert found.placed[0].words == ("proof",)


def test_what_is_sure_goes_before_a_theme_and_half_a_name_behind_it():
    """The whole name of an option overrules a theme; half of it does not."""
    coded = {"seed funding": ("evidence-need",), "funds for proof": ("evidence-need",), "proof": ("evidence-need",)}
    found = placed(coded, coded=coded, themes=THEMES)
    assert found["seed funding"].slug == "seed-funding"
    assert found["funds for proof"].slug == "evidence-need"


def test_like_texts_make_a_category_by_the_words_they_share():
    """Texts without codes that share telling words are a new category, named by these words."""
    parking = [f"parking {word}" for word in ("awful", "dear", "scarce", "far")]
    found = propose({text: text for text in (*parking, "quiet", "light")}, OPTIONS, base=60)
    assert [(each.name, each.ids) for each in found.fresh] == [("parking", tuple(parking))]


@pytest.mark.parametrize(("base", "least"), [(35, 2), (41, 3), (100, 5), (10, 2), (20_000, 1000), (60, 3)])
def test_a_category_is_five_per_cent_of_the_base(base, least):
    """A new category has at least 5 % of the base, and two texts."""
    assert least_of(base) == least


def test_a_category_below_the_share_is_not_proposed():
    """One text fewer than 5 % of the base is no category."""
    texts = {str(n): "parking" for n in range(5)}
    assert propose(texts, OPTIONS, base=100).fresh
    assert not propose(texts, OPTIONS, base=101).fresh


@given(
    st.dictionaries(
        st.text("abc", min_size=1, max_size=3), st.text("seed fund park car proof ", max_size=40), max_size=12
    )
)
@settings(max_examples=60)
def test_every_text_has_one_place(texts):
    """Each text is placed once, in order; new categories share no text and hold those that are placed in them."""
    found = propose(texts, OPTIONS, base=max(len(texts), 1), themes=THEMES)
    assert [each.id for each in found.placed] == list(texts)
    inside = [name for each in found.fresh for name in each.ids]
    assert len(inside) == len(set(inside))
    where = {each.id: each.slug for each in found.placed}
    assert all(where[name] == each.slug for each in found.fresh for name in each.ids)
    assert all(len(each.ids) >= found.least for each in found.fresh)


@given(st.lists(st.sets(st.sampled_from("abcdef"), max_size=4), max_size=12), st.integers(2, 4))
@settings(max_examples=60)
def test_groups_are_apart_and_large_enough(sets, least):
    """Groups have at least the texts asked for, and no text is in two."""
    said = {str(n): dict.fromkeys(words, "") for n, words in enumerate(sets)}
    found = groups(said, least)
    inside = [name for group in found for name in group.ids]
    assert len(inside) == len(set(inside))
    assert all(len(group.ids) >= least for group in found)


def test_companions_bring_texts_without_the_first_word():
    """A text without the group's first word joins by two words that mostly come with it."""
    said = [("proof", "trial", "data"), ("proof", "trial", "data"), ("proof", "trial"), ("trial", "data"), ("data",)]
    found = groups({str(n): dict.fromkeys(words, "") for n, words in enumerate(said)}, 3)
    assert found[0].ids == ("0", "1", "2", "3")


def test_five_thousand_texts_take_no_time():
    """A large survey's texts are proposed in seconds."""
    texts = {str(n): f"parking {n % 7} car {n % 11}, funding number {n}" for n in range(5_000)}
    start = time.perf_counter()
    propose(texts, OPTIONS, base=20_000, themes=THEMES)
    assert time.perf_counter() - start < 10


def test_best_words_part_a_group_from_the_rest():
    """Words that the group shares and the rest does not come first; words of one text tell nothing."""
    group = [telling("proof trial alpha"), telling("proof trial beta")]
    assert best_words(group, [telling("trial gamma")]) == ("proof",)


def test_names_are_alike_by_half_of_the_shorter():
    """A theme means an option when it has its slug, or half of the words of the shorter name."""
    known = option_words(OPTIONS)
    assert like_named("Funding", "money", known) == "seed-funding"
    assert like_named("Whatever", "extra-staff", known) == "extra-staff"
    assert like_named("Culture", "culture", known) == ""


def test_no_option_matches_without_words():
    """A blank text means nothing."""
    assert best_match("", {}, option_words(OPTIONS)) is None


def test_other_becomes_the_reserved_theme_at_the_end():
    """The options are the themes; "Other" is the reserved one that stays, and names are spelled as the questionnaire does."""
    assert [theme.name for theme in OPTIONS.themes] == [
        "seed funding",
        "joining with others",
        "extra staff",
        "stays Other",
    ]
    assert [theme.reserved for theme in OPTIONS.themes] == ["", "", "", "other"]


def test_a_category_comes_at_the_end_and_keeps_the_keys():
    """A category added during the review stands behind all others, one added before it in front of "stays Other"."""
    theme = new_category(OPTIONS, "evidence")
    assert (theme.number, theme.slug) == (4, "evidence")
    assert with_category(OPTIONS, theme).slugs[-1] == "evidence"
    assert with_category(OPTIONS, theme, begun=False).slugs[-1] == "stays-other"


@pytest.mark.parametrize("name", ["Seed  Funding", "stays other", " "])
def test_a_category_that_is_there_or_has_no_name_is_refused(name):
    """No two categories bear one name."""
    with pytest.raises(UsageError):
        new_category(OPTIONS, name)


def test_a_name_with_the_separator_is_found():
    """In a question of several answers a name that its separator would part is told."""
    several = Question("q", "multi", ("q",), separator=",")
    frame = option_codeframe(several, ("a", "b, c", "Other"), "Other")
    assert parted(frame, several) == "b, c"
    assert parted(frame, ASKED) == ""
